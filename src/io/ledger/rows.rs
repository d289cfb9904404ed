//! Rows of cells in, a table and a receipt out.
//!
//! The first rows are held back until the header is found among them; from then on each row goes to
//! [`project_rows`](super::project_rows) as it comes.

use serde::{Deserialize, Serialize};

use super::cell::{Cell, OwnedRow};
use super::choices::{Choices, HeaderRows};
use super::layout::{self, HEAD_ROWS};
use super::mapping::{Mapping, fingerprint};
use super::project_rows::{Body, BodyPart, BodyReport, OpenReceipt};
use super::values::country::Countries;
use crate::data::TableBuilder;
use crate::i18n::ledger::{ImportError, IssueKind, LeftOut};

/// As many columns are opened.
pub(super) const MOST_COLUMNS: u32 = 1_000;

/// Rows that a copy of a file holds.
pub(super) const MOST_COPIED: usize = 100_000;

/// A row on its way into the table.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RowOf<'a> {
    /// As a spreadsheet counts it, from 1.
    pub(super) number: u32,
    /// From the left.
    pub(super) cells: &'a [Cell<'a>],
    /// What was doubtful before the cells were cells.
    pub(super) notes: &'a [Note],
    /// Columns whose cell repeats the merged cell that it belongs to.
    pub(super) merged: &'a [u32],
}

/// Something doubtful about a row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Note {
    pub(super) kind: IssueKind,
    pub(super) column: Option<usize>,
    pub(super) value: String,
}

/// A ledger in the making.
pub(super) struct Rows {
    choices: Choices,
    most_listed: usize,
    last: u32,
    copy: Option<Vec<(u32, OwnedRow)>>,
    state: State,
}

enum State {
    /// Rows among which the header is looked for, and first and last of the empty ones between them.
    Head {
        rows: Vec<HeldRow>,
        blank: Vec<(u32, u32)>,
    },
    Body(Box<Body>),
}

/// A row that waits for the header to be found.
struct HeldRow {
    number: u32,
    cells: OwnedRow,
    notes: Vec<Note>,
    merged: Vec<u32>,
}

impl HeldRow {
    /// The row without the values that its cells have of merged ones: a heading stands in its first cell only.
    fn as_written(&self) -> OwnedRow {
        let mut row = OwnedRow::default();
        for column in 0..self.cells.len() {
            row.push(if self.merged.contains(&(column as u32)) {
                Cell::Empty
            } else {
                self.cells.cell(column)
            });
        }
        row
    }
}

/// What comes out in the end.
pub(super) struct Finished {
    pub(super) builder: TableBuilder,
    pub(super) receipt: OpenReceipt,
    pub(super) mapping: Mapping,
    pub(super) header: HeaderRows,
    /// The rows of the file, where a copy was asked for.
    pub(super) copy: Vec<(u32, OwnedRow)>,
}

/// What is known of the rest of a file beside its rows.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct RowsReport {
    mapping: Mapping,
    header: HeaderRows,
    body: BodyReport,
}

impl Rows {
    /// A ledger whose receipt lists so many doubtful values of a kind.
    pub(super) fn new(choices: Choices, most_listed: usize) -> Self {
        Self {
            choices,
            most_listed,
            last: 0,
            copy: None,
            state: State::Head {
                rows: Vec::new(),
                blank: Vec::new(),
            },
        }
    }

    /// Keeps a copy of the rows: of the first hundred thousand, and of those after them in which something is doubtful.
    pub(super) fn copying(mut self) -> Self {
        self.copy = Some(Vec::new());
        self
    }

    /// The first row is the header, whatever stands in it.
    pub(super) fn begins_with_header(&mut self) {
        self.choices.header = Some(HeaderRows { first: 1, rows: 1 });
    }

    /// Adds a row, below the ones before; rows between them are empty.
    pub(super) fn row(&mut self, row: &RowOf<'_>) -> Result<(), ImportError> {
        if row.number > self.last.saturating_add(1) {
            self.blank(self.last + 1, row.number - 1);
        }
        self.last = row.number;
        self.add(row)?;
        if let Some(copy) = &mut self.copy {
            let is_doubtful =
                matches!(&self.state, State::Body(body) if body.receipt.has_issue(row.number));
            if copy.len() < MOST_COPIED || is_doubtful {
                copy.push((row.number, OwnedRow::new(row.cells)));
            }
        }
        Ok(())
    }

    /// Adds rows about which nothing is known yet, one below the other, below the ones before; their numbers count from
    /// `first`.
    pub(super) fn many<'c>(
        &mut self,
        first: u32,
        rows: impl ExactSizeIterator<Item = &'c [Cell<'c>]>,
    ) -> Result<(), ImportError> {
        if let (State::Body(body), None) = (&mut self.state, &self.copy) {
            self.last = first - 1 + rows.len() as u32;
            return body.rows(first, rows);
        }
        for (number, cells) in (first..).zip(rows) {
            self.row(&RowOf {
                number,
                cells,
                ..RowOf::default()
            })?;
        }
        Ok(())
    }

    fn blank(&mut self, first: u32, last: u32) {
        match &mut self.state {
            State::Head { blank, .. } => blank.push((first, last)),
            State::Body(body) => body.receipt.blank(first, last),
        }
    }

    fn add(&mut self, row: &RowOf<'_>) -> Result<(), ImportError> {
        check_width(row.cells)?;
        match &mut self.state {
            State::Body(body) => body.row(row),
            State::Head { rows, blank } => {
                if layout::is_blank(row.cells) && row.notes.is_empty() {
                    blank.push((row.number, row.number));
                    return Ok(());
                }
                rows.push(HeldRow {
                    number: row.number,
                    cells: OwnedRow::new(row.cells),
                    notes: row.notes.to_vec(),
                    merged: row.merged.to_vec(),
                });
                if rows.len() == HEAD_ROWS {
                    self.begin()?;
                }
                Ok(())
            }
        }
    }

    /// Makes room for so many projects in all.
    pub(super) fn reserve(&mut self, projects: usize) {
        if let State::Body(body) = &mut self.state {
            body.reserve(projects);
        }
    }

    /// Whether the columns are known by their header.
    pub(super) fn has_header(&self) -> bool {
        matches!(self.state, State::Body(_))
    }

    /// Forgets all rows, to go on with those of the rest of the file. Its columns have to be known.
    pub(super) fn restart(&mut self) {
        if let State::Body(body) = &mut self.state {
            **body = body.for_rest();
        }
    }

    /// What was read of the rest of the file.
    pub(super) fn into_part(self) -> Option<(RowsReport, BodyPart)> {
        let State::Body(body) = self.state else {
            return None;
        };
        let (mapping, header) = (body.mapping.clone(), body.header);
        let (body, part) = body.into_part();
        let report = RowsReport {
            mapping,
            header,
            body,
        };
        Some((report, part))
    }

    /// Adds the rest of the file, whose rows come after row `before`; `false` where it has to be read anew.
    pub(super) fn join(&mut self, report: &RowsReport, part: &BodyPart, before: u32) -> bool {
        let State::Body(body) = &mut self.state else {
            return false;
        };
        body.mapping == report.mapping
            && body.header == report.header
            && body.join(&report.body, part, before)
    }

    /// Rows that became projects so far.
    pub(super) fn kept(&self) -> u32 {
        match &self.state {
            State::Head { .. } => 0,
            State::Body(body) => body.kept,
        }
    }

    /// Finds the header if that is still to be done, and gives how many columns are known by it.
    pub(super) fn settle(&mut self) -> Result<usize, ImportError> {
        if let State::Head { rows, .. } = &self.state {
            if rows.is_empty() {
                return Err(ImportError::Empty);
            }
            self.begin()?;
        }
        Ok(match &self.state {
            State::Head { .. } => 0,
            State::Body(body) => body.columns.iter().flatten().count(),
        })
    }

    /// The table and what became of each row.
    pub(super) fn finish(mut self) -> Result<Finished, ImportError> {
        self.settle()?;
        let State::Body(body) = self.state else {
            return Err(ImportError::Empty);
        };
        if body.kept == 0 {
            return Err(ImportError::NoRows);
        }
        Ok(Finished {
            builder: body.builder,
            receipt: OpenReceipt {
                seen_rows: body.seen_rows,
                receipt: body.receipt,
            },
            mapping: body.mapping,
            header: body.header,
            copy: self.copy.unwrap_or_default(),
        })
    }

    /// Finds the header, decides what the columns hold, and adds the rows that were held back.
    fn begin(&mut self) -> Result<(), ImportError> {
        let State::Head { rows, blank } = &mut self.state else {
            return Ok(());
        };
        let (held, blank) = (std::mem::take(rows), std::mem::take(blank));
        let numbers: Vec<u32> = held.iter().map(|row| row.number).collect();
        let head: Vec<OwnedRow> = held.iter().map(HeldRow::as_written).collect();
        // Positions among the rows that were held back; the reader counts the empty ones as well.
        let header = match self.choices.header {
            Some(chosen) => HeaderRows {
                first: numbers.partition_point(|&number| number < chosen.first) as u32 + 1,
                rows: chosen.rows.min(2),
            },
            None => layout::find_header(&head),
        };
        let body_at = ((header.first + header.rows).max(1) as usize - 1).min(head.len());
        let mut headings = layout::headings(&head, header);
        if header.rows == 0 {
            let width = head.iter().map(OwnedRow::len).max().unwrap_or(0);
            headings.resize(width, String::new());
        }
        let countries = Countries::shared();
        let samples = &head[body_at..];
        let own = fingerprint(headings.iter().map(String::as_str));
        let chosen = self
            .choices
            .mapping
            .as_ref()
            .filter(|mapping| mapping.columns.len() == headings.len());
        let remembered = || {
            let mut known = self.choices.remembered.iter();
            known.find(|mapping| {
                mapping.columns.len() == headings.len() && mapping.fingerprint() == own
            })
        };
        let mapping = match chosen.or_else(remembered) {
            Some(mapping) => mapping.with_samples(samples),
            None => Mapping::recognise(
                &headings,
                samples,
                layout::unit_above(&head, header),
                countries,
            ),
        };
        let first_number = numbers
            .get(header.first.max(1) as usize - 1)
            .copied()
            .unwrap_or(1);
        let shown_header = HeaderRows {
            first: first_number,
            rows: header.rows,
        };
        let body = Body::new(mapping, countries, shown_header, self.most_listed);
        let mut body = Box::new(if self.copy.is_some() {
            body.naming_at_once()
        } else {
            body
        });
        for row in &held[..(header.first.max(1) as usize - 1).min(held.len())] {
            let text: Vec<&str> = row
                .cells
                .cells()
                .iter()
                .map(|cell| cell.shown())
                .filter(|text| !text.is_empty())
                .collect();
            body.receipt
                .left_out(LeftOut::Title, row.number, &text.join(" "));
        }
        let body_number = numbers.get(body_at).copied().unwrap_or(u32::MAX);
        for (first, last) in blank {
            if last > body_number {
                body.receipt.blank(first, last);
            }
        }
        for row in &held[body_at..] {
            body.row(&RowOf {
                number: row.number,
                cells: &row.cells.cells(),
                notes: &row.notes,
                merged: &row.merged,
            })?;
        }
        self.state = State::Body(body);
        Ok(())
    }
}

/// Whether a row has no more columns than are opened.
pub(super) fn check_width(cells: &[Cell<'_>]) -> Result<(), ImportError> {
    let columns = cells.len() as u32;
    if columns > MOST_COLUMNS {
        let most = MOST_COLUMNS;
        return Err(ImportError::TooManyColumns { columns, most });
    }
    Ok(())
}

/// `A`, `Z`, `AA`, as spreadsheets name their columns; `column` counts from 0.
pub(super) fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}
