//! Rows below the header: each is recognised and added to the table, or named as what it is.

use serde::{Deserialize, Serialize};

use super::cell::Cell;
use super::choices::HeaderRows;
use super::layout;
use super::mapping::Mapping;
use super::receipt::{Receipt, ReceiptWriter};
use super::recognition::{ColumnPositions, Doubt, Recognition, Row, Run, text_of};
use super::rows::{RowOf, check_width, column_letters};
use super::seen::{Entry, Seen, SeenIds};
use super::values::country::Countries;
use crate::data::{TableBuilder, TablePart, TextColumn, TextColumnBuilder};
use crate::i18n::ledger::{ImportError, IssueKind, LedgerColumn, LeftOut};
use crate::io::embedded;

/// As many rows are opened: 4 times the national register.
pub(super) const MOST_ROWS: u32 = 5_000_000;

/// As many letters stand in a cell, as in a spreadsheet.
const MOST_LETTERS: usize = 32_767;

/// Rows that are compared with all before them at once.
const LOOKED_UP_TOGETHER: usize = 512;

/// Heading of what stands to the right of the header.
const NO_HEADING: &str = "无标题 / No heading";

/// The part of a ledger below its header.
pub(super) struct Body {
    pub(super) builder: TableBuilder,
    pub(super) receipt: ReceiptWriter,
    pub(super) mapping: Mapping,
    pub(super) header: HeaderRows,
    pub(super) kept: u32,
    pub(super) columns: ColumnPositions,
    /// Columns that are kept as they are, in the order of the builder's further columns.
    kept_columns: Vec<u32>,
    /// The further column that keeps what could not be read of a column of the file; 0 for none yet.
    originals: Vec<u32>,
    /// The further column of what stands to the right of the header.
    surplus: Option<u32>,
    /// What the further columns after `kept_columns` hold in the rows at hand.
    kept_texts: Vec<KeptText>,
    countries: &'static Countries,
    recognition: Recognition,
    pub(super) seen_rows: Seen,
    /// Whether a row has to be known as a duplicate before the next one comes.
    names_at_once: bool,
    seen_ids: SeenIds,
    /// Where these are the rows of the rest of a file, whose numbers are not known yet.
    rest: Option<UnnumberedRows>,
}

/// A text that is kept beside what the table says of its row.
#[derive(Clone, Copy, Debug)]
struct KeptText {
    /// Among the rows at hand.
    row: usize,
    /// The further column.
    extra: u32,
    /// The column of the file; none for what stands to the right of the header.
    column: Option<u32>,
}

/// What is left open of the rows of the rest of a file.
#[derive(Debug, Default)]
struct UnnumberedRows {
    /// The rows without an identifier of their own; they get one by their number.
    nameless: Vec<u32>,
    /// The first identifier.
    first_id: String,
    /// Whether an identifier may be that of a row without one.
    has_row_id: bool,
}

/// How rows without an identifier begin theirs, before the number of the row.
const ROW_ID: &str = "row-";

/// The rows of the rest of a file, with what has to be decided of each when the number of the first one is known.
#[derive(Debug)]
pub(super) struct BodyPart {
    pub(super) rows: TablePart,
    /// Rows in which something was named, a bit each.
    pub(super) doubtful: Vec<u64>,
    /// Rows that have no identifier of their own.
    pub(super) nameless: Vec<u32>,
    /// What rows are compared by, in their order.
    pub(super) looked_for: Vec<Entry>,
}

impl BodyPart {
    /// The identifiers, with those of the rows that have none of their own.
    fn named(&self, before: u32) -> TextColumn {
        let mut ids = TextColumnBuilder::default();
        let mut nameless = self.nameless.iter();
        for own in self.rows.ids().iter() {
            if own.is_empty() {
                let number = nameless.next().map_or(0, |number| before + number);
                ids.push(&name_of_row(number));
            } else {
                ids.push(own);
            }
        }
        ids.finish()
    }
}

/// What else is known of a [`BodyPart`], which does not grow with its rows.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct BodyReport {
    receipt: Receipt,
    /// What the further columns after those of the mapping keep: the texts of a column of the file, or what stands to
    /// the right of the header.
    further_columns: Vec<Option<u32>>,
    /// The first identifier, where all of them ascend.
    first_of_ascending: Option<String>,
    /// Whether an identifier may be that of a row without one.
    has_row_id: bool,
}

impl Body {
    pub(super) fn new(
        mapping: Mapping,
        countries: &'static Countries,
        header: HeaderRows,
        most_listed: usize,
    ) -> Self {
        let mut builder = TableBuilder::new(embedded::rates());
        let mut columns = [None; LedgerColumn::ALL.len()];
        let mut kept_columns = Vec::new();
        for (at, column) in mapping.columns.iter().enumerate() {
            match column.target {
                Some(target) => columns[target as usize] = Some(at as u32),
                None => {
                    kept_columns.push(at as u32);
                    let letters = column_letters(at as u32);
                    builder.add_extra_column(if column.heading.is_empty() {
                        &letters
                    } else {
                        &column.heading
                    });
                }
            }
        }
        let recognition = Recognition::new(&mapping, &columns, countries);
        Self {
            builder,
            receipt: ReceiptWriter::new(most_listed),
            originals: vec![0; mapping.columns.len()],
            mapping,
            header,
            kept: 0,
            columns,
            kept_columns,
            surplus: None,
            kept_texts: Vec::new(),
            countries,
            recognition,
            seen_rows: Seen::default(),
            names_at_once: false,
            seen_ids: SeenIds::default(),
            rest: None,
        }
    }

    /// The same columns for the rest of the file, whose rows are numbered from 1 until it is joined to what comes before.
    pub(super) fn for_rest(&self) -> Self {
        let most_listed = self.receipt.most_listed();
        let body = Self::new(
            self.mapping.clone(),
            self.countries,
            self.header,
            most_listed,
        );
        Self {
            rest: Some(UnnumberedRows::default()),
            ..body
        }
    }

    /// The rows of the rest of a file, for [`Body::join`].
    pub(super) fn into_part(self) -> (BodyReport, BodyPart) {
        let mut further: Vec<(u32, Option<u32>)> = Vec::new();
        for (column, &original) in (0..).zip(&self.originals) {
            if let Some(place) = original.checked_sub(1) {
                further.push((place, Some(column)));
            }
        }
        further.extend(self.surplus.map(|place| (place, None)));
        further.sort_unstable();
        let UnnumberedRows {
            nameless,
            first_id,
            has_row_id,
        } = self.rest.unwrap_or_default();
        let (receipt, doubtful) = self.receipt.into_part();
        let report = BodyReport {
            receipt,
            further_columns: further.into_iter().map(|(_, column)| column).collect(),
            first_of_ascending: self.seen_ids.are_ascending().then_some(first_id),
            has_row_id,
        };
        let part = BodyPart {
            rows: self.builder.into_part(),
            doubtful,
            nameless,
            looked_for: self.seen_rows.into_waiting(),
        };
        (report, part)
    }

    /// Adds the rows of the rest of the file, the first of which comes after row `before`. Gives `false` and changes
    /// nothing where the result would not be that of reading one row after the other.
    pub(super) fn join(&mut self, report: &BodyReport, part: &BodyPart, before: u32) -> bool {
        let rows = part.rows.len();
        let is_possible = self.kept as usize + rows <= MOST_ROWS as usize
            && self.builder.can_append(&part.rows)
            && !report.has_row_id
            && self.are_new_ids(report, part);
        if !is_possible {
            return false;
        }
        let mut extra: Vec<usize> = (0..self.kept_columns.len()).collect();
        for &column in &report.further_columns {
            extra.push(match column {
                Some(column) => self.original(column as usize),
                None => self.surplus_column(),
            } as usize);
        }
        let named = (!part.nameless.is_empty()).then(|| part.named(before));
        let ids = named.as_ref().unwrap_or(part.rows.ids());
        self.builder.append(&part.rows, ids, &extra);
        self.kept += rows as u32;
        self.receipt.append(&report.receipt, &part.doubtful, before);
        self.seen_rows.add_waiting(&part.looked_for, before);
        true
    }

    /// Whether no identifier of the rest of a file was met before.
    fn are_new_ids(&self, report: &BodyReport, part: &BodyPart) -> bool {
        let first = report.first_of_ascending.as_ref();
        let are_later = first.is_some_and(|first| self.seen_ids.are_before(first));
        if are_later || part.nameless.len() == part.rows.len() {
            return true;
        }
        let ids = part.rows.ids().iter().map(str::as_bytes);
        self.seen_ids
            .are_new(ids.filter(|id| !id.is_empty()), self.builder.ids())
    }

    /// Names what is doubtful about a row before the next one comes.
    pub(super) fn naming_at_once(mut self) -> Self {
        self.names_at_once = true;
        self
    }

    /// Makes room for so many projects in all, up to as many as are opened.
    pub(super) fn reserve(&mut self, projects: usize) {
        let projects = projects.min(MOST_ROWS as usize);
        self.builder.reserve(projects);
        self.seen_rows.reserve(projects);
    }

    /// Adds a row, or names why it is no project.
    pub(super) fn row(&mut self, row: &RowOf<'_>) -> Result<(), ImportError> {
        if self.is_left_out(row.number, row.cells) {
            return Ok(());
        }
        if self.kept == MOST_ROWS {
            return Err(ImportError::TooManyRows(MOST_ROWS));
        }
        for note in row.notes {
            self.receipt
                .issue(note.kind, row.number, note.column, &note.value);
        }
        let mut doubts = Vec::new();
        let is_tame = is_plain(row.cells) && row.merged.is_empty();
        let tamed = (!is_tame).then(|| self.tamed(row, 0, &mut doubts));
        let cells = tamed.as_deref().unwrap_or(row.cells);
        let number = row.number;
        self.projects(&[Row { number, cells }], doubts);
        Ok(())
    }

    /// Adds rows about which nothing is known yet, or names why one is no project; their numbers count from `first`.
    pub(super) fn rows<'c>(
        &mut self,
        first: u32,
        rows: impl ExactSizeIterator<Item = &'c [Cell<'c>]>,
    ) -> Result<(), ImportError> {
        let mut held = Vec::with_capacity(rows.len());
        let mut doubts = Vec::new();
        for (number, cells) in (first..).zip(rows) {
            check_width(cells)?;
            if self.is_left_out(number, cells) {
                continue;
            }
            if self.kept as usize + held.len() == MOST_ROWS as usize {
                return Err(ImportError::TooManyRows(MOST_ROWS));
            }
            let row = RowOf {
                number,
                cells,
                ..RowOf::default()
            };
            let tamed = (!is_plain(cells)).then(|| self.tamed(&row, held.len(), &mut doubts));
            held.push((row, tamed));
        }
        let run = held.iter().map(|(row, tamed)| Row {
            number: row.number,
            cells: tamed.as_deref().unwrap_or(row.cells),
        });
        let run: Vec<Row<'_>> = run.collect();
        self.projects(&run, doubts);
        Ok(())
    }

    /// Whether a row is no project, which is said.
    fn is_left_out(&mut self, number: u32, cells: &[Cell<'_>]) -> bool {
        let serial = self.columns[LedgerColumn::Id as usize].map(|at| at as usize);
        let kind = layout::left_out(cells, serial)
            .or_else(|| self.is_header(cells).then_some(LeftOut::RepeatedHeader));
        let Some(kind) = kind else {
            return false;
        };
        let filled: Vec<&str> = cells
            .iter()
            .map(|cell| cell.shown())
            .filter(|text| !text.is_empty())
            .collect();
        self.receipt.left_out(kind, number, &filled.join(" "));
        true
    }

    /// Whether the header stands here once more, as on each page of a printed ledger.
    fn is_header(&self, cells: &[Cell<'_>]) -> bool {
        let columns = &self.mapping.columns;
        let is_heading = |at: usize| {
            let heading = columns.get(at).map_or("", |column| &column.heading);
            matches!(cells.get(at), Some(Cell::Text(text)) if !heading.is_empty() && *text == heading)
        };
        let name = self.columns[LedgerColumn::Name as usize]
            .or(self.columns[LedgerColumn::NameZh as usize])
            .unwrap_or(0) as usize;
        is_heading(name)
            && (0..columns.len()).filter(|&at| is_heading(at)).count() * 2 > columns.len()
    }

    /// The cells of a row with errors, too long texts or parts of merged cells, each of them said; `place` is the row's
    /// among those that are added with it.
    fn tamed<'a>(
        &mut self,
        row: &RowOf<'a>,
        place: usize,
        doubts: &mut Vec<Doubt<'a>>,
    ) -> Vec<Cell<'a>> {
        let once = [
            LedgerColumn::Amount,
            LedgerColumn::Projects,
            LedgerColumn::Id,
        ]
        .map(|column| self.columns[column as usize]);
        let mut cells = row.cells.to_vec();
        for (at, cell) in cells.iter_mut().enumerate() {
            let column = at as u32;
            if row.merged.contains(&column) && !cell.is_empty() {
                if once.contains(&Some(column)) {
                    if once[0] == Some(column) {
                        self.receipt.issue(
                            IssueKind::MergedAmount,
                            row.number,
                            Some(at),
                            cell.shown(),
                        );
                    }
                    *cell = Cell::Empty;
                    continue;
                }
                self.receipt.merged(1);
            }
            match *cell {
                Cell::Error(error) => doubts.push(Doubt {
                    row: place,
                    column: Some(column),
                    kind: Some(IssueKind::ErrorCell),
                    value: error,
                }),
                Cell::Text(text) if text.len() > MOST_LETTERS => {
                    if let Some((end, _)) = text.char_indices().nth(MOST_LETTERS) {
                        self.receipt
                            .issue(IssueKind::LongText, row.number, Some(at), text);
                        *cell = Cell::Text(&text[..end]);
                    }
                }
                Cell::Empty | Cell::Text(_) | Cell::Number(..) | Cell::Date(..) => {}
            }
        }
        cells
    }

    /// Adds projects, about which there are these doubts already.
    fn projects<'c>(&mut self, rows: &[Row<'c>], mut doubts: Vec<Doubt<'c>>) {
        if rows.is_empty() {
            return;
        }
        let columns = self.columns;
        let run = Run {
            rows,
            columns: &columns,
        };
        let mut records = self.recognition.read(&run, &mut self.builder, &mut doubts);
        let width = self.mapping.columns.len();
        for (row, Row { cells, .. }) in rows.iter().enumerate() {
            if cells.len() > width && !layout::is_blank(&cells[width..]) {
                doubts.push(Doubt {
                    row,
                    column: None,
                    kind: Some(IssueKind::SurplusCells),
                    value: "",
                });
            }
        }
        let own_ids = run.texts(LedgerColumn::Id);
        let (ids, names);
        records.ids = if self.are_new_ids_only(rows, &own_ids) {
            own_ids
        } else {
            (ids, names) = self.ids(rows, &own_ids, &mut doubts);
            let mut names = names.iter();
            let named = ids.iter();
            named
                .map(|id| id.unwrap_or_else(|| names.next().map_or("", |name| name)))
                .collect()
        };
        let stated = [
            &*records.partners,
            &run.texts(LedgerColumn::SignedOn),
            &run.texts(LedgerColumn::Amount),
        ];
        self.look_for_duplicates(rows, &records.names_zh, &records.names_en, stated);
        // Whichever rows are read together, what is doubtful is told row by row.
        doubts.sort_by_key(|doubt| doubt.row);
        let mut joined = Vec::new();
        for doubt in &doubts {
            self.name(rows, doubt, &mut joined);
        }
        let mut joined = joined.iter();
        for &at in &self.kept_columns {
            let cells = rows.iter().map(|row| row.cells.get(at as usize));
            let texts = cells.map(|cell| cell.map_or("", |cell| cell.shown()));
            records.extra.push(texts.collect());
        }
        for kept in &self.kept_texts {
            let at = kept.extra as usize;
            if at >= records.extra.len() {
                records.extra.resize(at + 1, Vec::new());
            }
            records.extra[at].resize(rows.len(), "");
            let cells = rows[kept.row].cells;
            records.extra[at][kept.row] = match kept.column {
                Some(column) => cells.get(column as usize).map_or("", |cell| cell.shown()),
                None => joined.next().map_or("", |text: &String| text),
            };
        }
        self.builder.push_columns(&records);
        self.kept_texts.clear();
        self.kept += rows.len() as u32;
        self.receipt.kept(rows.len() as u32);
    }

    /// Whether every row has an identifier of its own that comes after all before it, as in most ledgers; then they are met.
    #[inline(never)]
    fn are_new_ids_only(&mut self, rows: &[Row<'_>], own_ids: &[&str]) -> bool {
        if let Some(rest) = &mut self.rest {
            let mut stated = own_ids.iter().filter(|id| !id.is_empty());
            rest.has_row_id |= stated.clone().any(|id| id.starts_with(ROW_ID));
            if rest.first_id.is_empty() {
                rest.first_id = stated.next().map_or_else(String::new, |&id| id.to_owned());
            }
        }
        let are_stated = own_ids.len() == rows.len() && own_ids.iter().all(|id| !id.is_empty());
        are_stated && self.seen_ids.go_on(own_ids)
    }

    /// The identifiers that rows have of their own, and the names of those that have none.
    fn ids<'c>(
        &mut self,
        rows: &[Row<'c>],
        own_ids: &[&'c str],
        doubts: &mut Vec<Doubt<'c>>,
    ) -> (Vec<Option<&'c str>>, Vec<String>) {
        let mut ids: Vec<Option<&'c str>> = Vec::with_capacity(rows.len());
        let mut names: Vec<String> = Vec::new();
        for (row, &Row { number, .. }) in rows.iter().enumerate() {
            let own = text_of(own_ids, row);
            if !own.is_empty() {
                let builder = &self.builder;
                let is_new = self.seen_ids.is_new(own, || {
                    let here = ids.iter().flatten().map(|id| id.as_bytes());
                    let named = names.iter().map(String::as_bytes);
                    builder.ids().chain(here).chain(named)
                });
                if is_new {
                    ids.push(Some(own));
                    continue;
                }
                doubts.push(Doubt {
                    row,
                    column: self.columns[LedgerColumn::Id as usize],
                    kind: Some(IssueKind::DuplicateId),
                    value: own,
                });
            }
            match &mut self.rest {
                None => {
                    ids.push(None);
                    names.push(name_of_row(number));
                }
                Some(rest) => {
                    ids.push(Some(""));
                    rest.nameless.push(number);
                }
            }
        }
        (ids, names)
    }

    /// Names what is doubtful about a value and keeps the text, with what stands to the right of the header in `joined`.
    fn name(&mut self, rows: &[Row<'_>], doubt: &Doubt<'_>, joined: &mut Vec<String>) {
        let Row { number, cells } = rows[doubt.row];
        let Some(column) = doubt.column else {
            let extra = self.surplus_column();
            self.kept_texts.push(KeptText {
                row: doubt.row,
                extra,
                column: None,
            });
            let surplus = join(&cells[self.mapping.columns.len()..]);
            self.receipt
                .issue(IssueKind::SurplusCells, number, None, &surplus);
            joined.push(surplus);
            return;
        };
        let at = column as usize;
        if let Some(kind) = doubt.kind {
            self.receipt.issue(kind, number, Some(at), doubt.value);
        }
        self.keep_text(doubt.row, at);
    }

    /// The further column of what stands to the right of the header.
    fn surplus_column(&mut self) -> u32 {
        let builder = &mut self.builder;
        *self
            .surplus
            .get_or_insert_with(|| builder.add_extra_column(NO_HEADING) as u32)
    }

    /// Two rows with the same name, partner, date and amount; a name alone is no reason for a suspicion.
    #[inline(never)]
    fn look_for_duplicates(
        &mut self,
        rows: &[Row<'_>],
        names_zh: &[&str],
        names_en: &[&str],
        stated: [&[&str]; 3],
    ) {
        for (row, &Row { number, .. }) in rows.iter().enumerate() {
            let name = match text_of(names_zh, row) {
                "" => text_of(names_en, row),
                name => name,
            };
            let [partner, date, amount] = stated.map(|texts| text_of(texts, row));
            let is_alone = partner.is_empty() && date.is_empty() && amount.is_empty();
            if !name.is_empty() && !is_alone {
                let parts = [name, partner, date, amount].map(str::as_bytes);
                self.seen_rows.add(&parts, number);
            }
        }
        let is_due = self.seen_rows.waiting() >= LOOKED_UP_TOGETHER || self.names_at_once;
        if is_due && self.rest.is_none() {
            name_duplicates(&mut self.seen_rows, &mut self.receipt);
        }
    }

    /// Keeps the text of a column of the file in one of the rows at hand, where the table's own columns do not.
    fn keep_text(&mut self, row: usize, column: usize) {
        let columns = &self.mapping.columns;
        if columns
            .get(column)
            .is_some_and(|column| column.target.is_some())
        {
            let extra = self.original(column);
            self.kept_texts.push(KeptText {
                row,
                extra,
                column: Some(column as u32),
            });
        }
    }

    /// The further column that keeps the texts of a column of the file.
    fn original(&mut self, column: usize) -> u32 {
        if self.originals[column] == 0 {
            let letters = column_letters(column as u32);
            let heading = &self.mapping.columns[column].heading;
            let extra = self.builder.add_extra_column(if heading.is_empty() {
                &letters
            } else {
                heading
            });
            self.originals[column] = extra as u32 + 1;
        }
        self.originals[column] - 1
    }
}

/// A receipt in which some duplicates may still have to be named.
#[derive(Debug)]
pub(super) struct OpenReceipt {
    pub(super) seen_rows: Seen,
    pub(super) receipt: ReceiptWriter,
}

impl OpenReceipt {
    /// The receipt, once they are.
    pub(super) fn finish(mut self) -> Receipt {
        name_duplicates(&mut self.seen_rows, &mut self.receipt);
        self.receipt.finish()
    }
}

/// Names the rows that look like another one, as far as that was not done yet.
fn name_duplicates(seen_rows: &mut Seen, receipt: &mut ReceiptWriter) {
    while seen_rows.waiting() > 0 {
        for (row, first) in seen_rows.look_up(LOOKED_UP_TOGETHER) {
            receipt.issue(IssueKind::Duplicate, row, None, &first.to_string());
        }
    }
}

/// Whether no cell of a row has to be looked at by itself before the row is read.
fn is_plain(cells: &[Cell<'_>]) -> bool {
    cells
        .iter()
        .all(|cell| !matches!(cell, Cell::Error(_)) && cell.text().len() <= MOST_LETTERS)
}

/// The identifier of a row without one.
fn name_of_row(number: u32) -> String {
    let mut digits = [0; 10];
    let mut at = digits.len();
    let mut rest = number;
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    // A million rows are named: without the detour through `format!`.
    let mut name = ROW_ID.to_owned();
    name.extend(digits[at..].iter().map(|&digit| char::from(digit)));
    name
}

fn join(cells: &[Cell<'_>]) -> String {
    let texts: Vec<&str> = cells.iter().map(|cell| cell.shown()).collect();
    texts.join(" | ").trim_matches([' ', '|']).to_owned()
}
