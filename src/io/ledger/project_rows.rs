//! Rows below the header: each is recognised and added to the table, or named as what it is.

use std::num::NonZeroU32;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::cell::Cell;
use super::choices::HeaderRows;
use super::folding;
use super::layout;
use super::mapping::{Mapping, Unit};
use super::receipt::{Receipt, ReceiptWriter};
use super::remembered::{Event, KnownPlaces, Remembered};
use super::rows::{RowOf, column_letters};
use super::seen::{Entry, Seen, SeenIds};
use super::values::amount::{self, Amount};
use super::values::country::{Countries, Reading};
use super::values::date::{self, Date};
use super::values::industry::Industries;
use super::values::place::{Places, Written};
use super::values::vocabulary;
use crate::data::country::Country;
use crate::data::industry::Industry;
use crate::data::place::{Place, slug};
use crate::data::vocabulary::{CountryBasis, Mode, Stage};
use crate::data::{
    AmountBound, AmountUnit, CategoryField, NodeCode, PartialDate, ProjectRecord, SourceKind,
    StatedAmount, TableBuilder, TablePart, TextColumn, TextColumnBuilder, decimal,
};
use crate::i18n::Bilingual;
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
    /// Where each kind of column stands in the file.
    pub(super) columns: [Option<u32>; LedgerColumn::ALL.len()],
    /// What each column of the file is, as its place in [`LedgerColumn::ALL`]; a place beyond for those that are kept.
    kinds: Vec<u8>,
    /// Columns that are kept as they are, in the order of the builder's further columns.
    kept_columns: Vec<u32>,
    /// The further column that keeps what could not be read of a column of the file; 0 for none yet.
    originals: Vec<u32>,
    /// The further column of what stands to the right of the header.
    surplus: Option<u32>,
    /// What the further columns after `kept_columns` hold in the row at hand: column of the builder and of the file.
    kept_texts: Vec<(u32, u32)>,
    unit: Option<AmountUnit>,
    countries: &'static Countries,
    industries: &'static Industries,
    places: &'static Places,
    known_events: FxHashMap<String, Event>,
    known_countries: Remembered<(Option<&'static Country>, Option<IssueKind>)>,
    known_industries: Remembered<Option<&'static Industry>>,
    known_places: KnownPlaces,
    events: Remembered<NodeCode>,
    modes: Remembered<Option<Mode>>,
    stages: Remembered<Option<Stage>>,
    bases: Remembered<Option<CountryBasis>>,
    units: Remembered<amount::PartialUnit>,
    seen_rows: Seen,
    /// Whether a row has to be known as a duplicate before the next one comes.
    names_at_once: bool,
    seen_ids: SeenIds,
    id: String,
    /// Where these are the rows of the rest of a file, whose numbers are not known yet.
    rest: Option<UnnumberedRows>,
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
        let mut id = String::new();
        for own in self.rows.ids().iter() {
            ids.push(if own.is_empty() {
                let number = nameless.next().map_or(0, |number| before + number);
                name_of_row(&mut id, number)
            } else {
                own
            });
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
        let mut kinds = vec![u8::MAX; mapping.columns.len()];
        for (kind, at) in (0..).zip(columns) {
            if let Some(at) = at {
                kinds[at as usize] = kind;
            }
        }
        let unit = columns[LedgerColumn::Amount as usize]
            .and_then(|at| mapping.columns[at as usize].unit.as_ref())
            .and_then(Unit::of_amounts);
        let mut known_events = FxHashMap::default();
        for announcement in embedded::announcements().iter() {
            let event = Event {
                key: announcement.event.as_str().into(),
                name: announcement.name.clone(),
            };
            for name in [
                &*announcement.event,
                &*announcement.name.zh,
                &*announcement.name.en,
            ] {
                known_events.insert(folding::letters(name), event.clone());
            }
        }
        Self {
            builder,
            receipt: ReceiptWriter::new(most_listed),
            originals: vec![0; mapping.columns.len()],
            mapping,
            header,
            kept: 0,
            columns,
            kinds,
            kept_columns,
            surplus: None,
            kept_texts: Vec::new(),
            unit,
            countries,
            industries: Industries::shared(),
            places: Places::shared(),
            known_events,
            known_countries: Remembered::default(),
            known_industries: Remembered::default(),
            known_places: KnownPlaces::default(),
            events: Remembered::default(),
            modes: Remembered::default(),
            stages: Remembered::default(),
            bases: Remembered::default(),
            units: Remembered::default(),
            seen_rows: Seen::default(),
            names_at_once: false,
            seen_ids: SeenIds::default(),
            id: String::new(),
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
        self.name_duplicates();
        for values in part.looked_for.chunks(LOOKED_UP_TOGETHER) {
            self.seen_rows.add_waiting(values, before);
            self.name_duplicates();
        }
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
        let serial = self.columns[LedgerColumn::Id as usize].map(|at| at as usize);
        let kind = layout::left_out(row.cells, serial)
            .or_else(|| self.is_header(row.cells).then_some(LeftOut::RepeatedHeader));
        if let Some(kind) = kind {
            let filled: Vec<&str> = row
                .cells
                .iter()
                .map(|cell| cell.shown())
                .filter(|text| !text.is_empty())
                .collect();
            self.receipt.left_out(kind, row.number, &filled.join(" "));
            return Ok(());
        }
        if self.kept == MOST_ROWS {
            return Err(ImportError::TooManyRows(MOST_ROWS));
        }
        self.kept_texts.clear();
        for note in row.notes {
            self.receipt
                .issue(note.kind, row.number, note.column, &note.value);
        }
        let is_plain = row
            .cells
            .iter()
            .all(|cell| !matches!(cell, Cell::Error(_)) && cell.text().len() <= MOST_LETTERS);
        if is_plain && row.merged.is_empty() {
            self.project(row.number, row.cells);
        } else {
            let cells = self.tamed(row);
            self.project(row.number, &cells);
        }
        Ok(())
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

    /// The cells of a row with errors, too long texts or parts of merged cells, each of them said.
    fn tamed<'a>(&mut self, row: &RowOf<'a>) -> Vec<Cell<'a>> {
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
                Cell::Error(error) => {
                    self.receipt
                        .issue(IssueKind::ErrorCell, row.number, Some(at), error);
                    self.keep_text(at);
                }
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

    /// Adds a project.
    fn project(&mut self, number: u32, cells: &[Cell<'_>]) {
        let mut texts = [""; LedgerColumn::ALL.len()];
        for (cell, &kind) in cells.iter().zip(&self.kinds) {
            if let Some(text) = texts.get_mut(usize::from(kind)) {
                *text = cell.text();
            }
        }
        let text = |column: LedgerColumn| texts[column as usize];

        let country = self.country(number, text(LedgerColumn::Country));
        let industry = self.industry(number, text(LedgerColumn::Industry));
        let place = self.place(&Written {
            province: text(LedgerColumn::Province),
            province_en: text(LedgerColumn::ProvinceEn),
            city: text(LedgerColumn::City),
            city_en: text(LedgerColumn::CityEn),
            zone: text(LedgerColumn::Zone),
            whole: text(LedgerColumn::Place),
        });
        if self.builder.is_surplus(CategoryField::Place, place) {
            let columns = [
                LedgerColumn::Zone,
                LedgerColumn::City,
                LedgerColumn::Province,
                LedgerColumn::Place,
            ];
            // As the first cell that is not empty has it.
            if let Some(column) = columns.into_iter().find(|&column| !text(column).is_empty()) {
                self.kept_as_text(IssueKind::SurplusValue, number, column, text(column));
            }
        }
        let event = self.event(text(LedgerColumn::Event));
        if event.is_some_and(|event| self.builder.is_surplus(CategoryField::Event, event)) {
            let column = LedgerColumn::Event;
            self.kept_as_text(IssueKind::SurplusValue, number, column, text(column));
        }
        let mode = self.mode(number, text(LedgerColumn::Mode));
        let stage = self.stage(number, text(LedgerColumn::Stage));
        let country_basis = self.country_basis(number, text(LedgerColumn::CountryBasis));
        let signed_on = self.date(number, cells);
        let amount = self.amount(number, cells);
        let projects = self.projects(number, cells);
        let source_kind = match text(LedgerColumn::SourceKind) {
            "" => SourceKind::default(),
            text => vocabulary::source_kind(text).unwrap_or_else(|| {
                let column = LedgerColumn::SourceKind;
                self.kept_as_text(IssueKind::UnknownCode, number, column, text);
                SourceKind::default()
            }),
        };
        if cells.len() > self.mapping.columns.len() {
            self.surplus(number, cells);
        }

        let (mut name_zh, mut name_en) = (text(LedgerColumn::NameZh), text(LedgerColumn::NameEn));
        let name = text(LedgerColumn::Name);
        if !name.is_empty() {
            if name.is_ascii() && name_en.is_empty() {
                name_en = name;
            } else if name_zh.is_empty() {
                name_zh = name;
            }
        }
        let (partner, own_id) = (text(LedgerColumn::Partner), text(LedgerColumn::Id));
        self.look_for_duplicate(
            number,
            [
                if name_zh.is_empty() { name_en } else { name_zh },
                partner,
                text(LedgerColumn::SignedOn),
                text(LedgerColumn::Amount),
            ],
        );
        let has_own_id = self.is_new_id(number, own_id);
        let id = match &mut self.rest {
            _ if has_own_id => own_id,
            None => name_of_row(&mut self.id, number),
            Some(rest) => {
                rest.nameless.push(number);
                ""
            }
        };

        let width = self.mapping.columns.len();
        let joined = match self.surplus {
            Some(_) if cells.len() > width => join(&cells[width..]),
            _ => String::new(),
        };
        let shown = |column: u32| cells.get(column as usize).map_or("", |cell| cell.shown());
        let mut extra: Vec<&str> = Vec::new();
        extra.extend(self.kept_columns.iter().map(|&column| shown(column)));
        let texts = self.kept_texts.iter();
        let texts = texts.map(|&(extra, column)| (extra, shown(column)));
        for (at, text) in texts.chain(self.surplus.map(|at| (at, joined.as_str()))) {
            let at = at as usize;
            if at >= extra.len() {
                extra.resize(at + 1, "");
            }
            extra[at] = text;
        }
        self.builder.push(&ProjectRecord {
            id,
            name_zh,
            name_en,
            partner,
            country,
            country_basis,
            place: Place::default(),
            place_code: Some(place),
            industry,
            section: text(LedgerColumn::Section),
            mode,
            stage,
            signed_on,
            event: None,
            event_code: event,
            amount,
            projects,
            source_title: text(LedgerColumn::SourceTitle),
            source_url: text(LedgerColumn::SourceUrl),
            source_kind,
            accessed: text(LedgerColumn::Accessed),
            note: text(LedgerColumn::Note),
            extra: &extra,
        });
        self.kept += 1;
        self.receipt.kept();
    }

    fn country(&mut self, row: u32, text: &str) -> Option<&'static Country> {
        if text.is_empty() {
            return None;
        }
        let countries = self.countries;
        let (country, issue) =
            self.known_countries
                .get_or(text.as_bytes(), || match countries.read(text) {
                    Reading::Unstated => (None, None),
                    Reading::One(country) => (Some(country), None),
                    Reading::FirstOf(country) => (Some(country), Some(IssueKind::SeveralCountries)),
                    Reading::Unknown => (None, Some(IssueKind::UnknownCountry)),
                });
        if let Some(kind) = issue {
            self.kept_as_text(kind, row, LedgerColumn::Country, text);
        }
        country
    }

    fn industry(&mut self, row: u32, text: &str) -> Option<&'static Industry> {
        if text.is_empty() {
            return None;
        }
        let industries = self.industries;
        let industry = self
            .known_industries
            .get_or(text.as_bytes(), || industries.read(text));
        let column = LedgerColumn::Industry;
        self.known_or_kept(industry, IssueKind::UnknownIndustry, row, column, text)
    }

    /// The code of the place that a row names.
    fn place(&mut self, written: &Written<'_>) -> NodeCode {
        let cells = [
            written.province,
            written.province_en,
            written.city,
            written.city_en,
            written.zone,
            written.whole,
        ];
        let (places, builder) = (self.places, &mut self.builder);
        self.known_places
            .get_or(cells, || builder.place_code(&places.read(written)))
    }

    /// The code of the event that a row names.
    fn event(&mut self, text: &str) -> Option<NodeCode> {
        if text.is_empty() {
            return None;
        }
        let (builder, known) = (&mut self.builder, &self.known_events);
        let code = self.events.get_or(text.as_bytes(), || {
            match known.get(&folding::letters(text)) {
                Some(event) => builder.event_code(&event.key, &event.name),
                None => builder.event_code(&slug(text), &Bilingual::new(text, text)),
            }
        });
        Some(code)
    }

    fn mode(&mut self, row: u32, text: &str) -> Option<Mode> {
        if text.is_empty() {
            return None;
        }
        let mode = self
            .modes
            .get_or(text.as_bytes(), || vocabulary::mode(text));
        self.known_or_kept(mode, IssueKind::UnknownMode, row, LedgerColumn::Mode, text)
    }

    fn stage(&mut self, row: u32, text: &str) -> Option<Stage> {
        if text.is_empty() {
            return None;
        }
        let stage = self
            .stages
            .get_or(text.as_bytes(), || vocabulary::stage(text));
        let column = LedgerColumn::Stage;
        self.known_or_kept(stage, IssueKind::UnknownStage, row, column, text)
    }

    fn country_basis(&mut self, row: u32, text: &str) -> Option<CountryBasis> {
        if text.is_empty() {
            return None;
        }
        let basis = self
            .bases
            .get_or(text.as_bytes(), || vocabulary::country_basis(text));
        let column = LedgerColumn::CountryBasis;
        self.known_or_kept(basis, IssueKind::UnknownCode, row, column, text)
    }

    /// What a text stands for; where it stands for nothing, that is said.
    fn known_or_kept<T>(
        &mut self,
        known: Option<T>,
        kind: IssueKind,
        row: u32,
        column: LedgerColumn,
        text: &str,
    ) -> Option<T> {
        if known.is_none() && !text.is_empty() {
            self.kept_as_text(kind, row, column, text);
        }
        known
    }

    /// The cell of a row in a column of a kind; empty where there is none.
    fn cell<'a>(&self, cells: &[Cell<'a>], column: LedgerColumn) -> Cell<'a> {
        let at = self.columns[column as usize];
        let cell = at.and_then(|at| cells.get(at as usize));
        cell.copied().unwrap_or_default()
    }

    fn projects(&mut self, row: u32, cells: &[Cell<'_>]) -> Option<NonZeroU32> {
        let column = LedgerColumn::Projects;
        let cell = self.cell(cells, column);
        if cell.is_empty() {
            return None;
        }
        let number = match cell {
            Cell::Number(number, _) => Some(number),
            Cell::Text(text) => decimal::parse(&text.replace([',', '，'], "")),
            Cell::Empty | Cell::Date(..) | Cell::Error(_) => None,
        };
        let projects = number
            .filter(|number| *number >= 1.0 && number.fract().abs() < f64::EPSILON)
            .filter(|number| *number <= f64::from(u32::MAX))
            .and_then(|number| NonZeroU32::new(number as u32));
        self.known_or_kept(
            projects,
            IssueKind::UnreadableCount,
            row,
            column,
            cell.text(),
        )
    }

    fn date(&mut self, row: u32, cells: &[Cell<'_>]) -> Option<PartialDate> {
        let column = LedgerColumn::SignedOn;
        let cell = self.cell(cells, column);
        match date::read(cell) {
            Date::Unstated => None,
            Date::Stated(date) => Some(date),
            Date::Vague(date) => {
                self.kept_as_text(IssueKind::VagueDate, row, column, cell.text());
                Some(date)
            }
            Date::Unreadable => {
                self.kept_as_text(IssueKind::UnreadableDate, row, column, cell.text());
                None
            }
        }
    }

    fn amount(&mut self, row: u32, cells: &[Cell<'_>]) -> Option<StatedAmount> {
        let cell = self.cell(cells, LedgerColumn::Amount);
        if cell.is_empty() {
            return None;
        }
        let mut unit = self.unit;
        let own_unit = self.cell(cells, LedgerColumn::AmountUnit).text();
        if !own_unit.is_empty() {
            let own = self.units.get_or(own_unit.as_bytes(), || {
                amount::unit_of(own_unit).map_or_else(
                    || amount::unit_in(own_unit),
                    |unit| amount::PartialUnit {
                        currency: Some(unit.currency),
                        scale: Some(unit.scale),
                    },
                )
            });
            unit = match (own.currency, own.scale) {
                (None, None) => unit,
                (currency, scale) => amount::PartialUnit {
                    currency: currency.or(unit.map(|unit| unit.currency)),
                    scale: scale.or(unit.map(|unit| unit.scale)).or(Some(1.0)),
                }
                .complete(),
            };
        }
        let (stated, issue) = match amount::read(cell, unit) {
            Amount::Undisclosed => (None, None),
            Amount::Stated(stated) => (Some(stated), None),
            Amount::WithRemark(stated) => {
                self.keep_text_of(LedgerColumn::Amount);
                (Some(stated), None)
            }
            Amount::WithoutUnit => (None, Some(IssueKind::AmountWithoutUnit)),
            Amount::Implausible => (None, Some(IssueKind::ImplausibleAmount)),
            Amount::Unreadable => (None, Some(IssueKind::UnreadableAmount)),
        };
        if let Some(kind) = issue {
            self.kept_as_text(kind, row, LedgerColumn::Amount, cell.text());
        }
        let mut stated = stated?;
        let column = LedgerColumn::AmountBound;
        let bound = self.cell(cells, column).text();
        if !bound.is_empty() {
            match amount::bound_of(bound) {
                // The cell may say 约 where the column says nothing.
                Some(AmountBound::Exact) => {}
                Some(bound) => stated.bound = bound,
                None => self.kept_as_text(IssueKind::UnknownCode, row, column, bound),
            }
        }
        Some(stated)
    }

    fn surplus(&mut self, row: u32, cells: &[Cell<'_>]) {
        let surplus = &cells[self.mapping.columns.len()..];
        if layout::is_blank(surplus) {
            return;
        }
        self.surplus_column();
        self.receipt
            .issue(IssueKind::SurplusCells, row, None, &join(surplus));
    }

    /// The further column of what stands to the right of the header.
    fn surplus_column(&mut self) -> u32 {
        let builder = &mut self.builder;
        *self
            .surplus
            .get_or_insert_with(|| builder.add_extra_column(NO_HEADING) as u32)
    }

    /// Two rows with the same name, partner, date and amount; a name alone is no reason for a suspicion.
    fn look_for_duplicate(&mut self, row: u32, parts: [&str; 4]) {
        if parts[0].is_empty() || parts[1..].iter().all(|part| part.is_empty()) {
            return;
        }
        let waiting = self.seen_rows.add(&parts.map(str::as_bytes), row);
        let is_due = waiting >= LOOKED_UP_TOGETHER || self.names_at_once;
        if is_due && self.rest.is_none() {
            self.name_duplicates();
        }
    }

    /// Names the rows that look like another one, as far as that was not done yet.
    pub(super) fn name_duplicates(&mut self) {
        for (row, first) in self.seen_rows.look_up() {
            self.receipt
                .issue(IssueKind::Duplicate, row, None, &first.to_string());
        }
    }

    /// Whether the row brings an identifier that no row before it had.
    fn is_new_id(&mut self, row: u32, id: &str) -> bool {
        if id.is_empty() {
            return false;
        }
        if let Some(rest) = &mut self.rest {
            rest.has_row_id |= id.starts_with(ROW_ID);
            if rest.first_id.is_empty() {
                rest.first_id.push_str(id);
            }
        }
        let is_new = self.seen_ids.is_new(id, || self.builder.ids());
        if !is_new {
            self.kept_as_text(IssueKind::DuplicateId, row, LedgerColumn::Id, id);
        }
        is_new
    }

    /// Names a doubtful value and keeps it for the details.
    fn kept_as_text(&mut self, kind: IssueKind, row: u32, column: LedgerColumn, value: &str) {
        let at = self.columns[column as usize].map(|at| at as usize);
        self.receipt.issue(kind, row, at, value);
        self.keep_text_of(column);
    }

    fn keep_text_of(&mut self, column: LedgerColumn) {
        if let Some(at) = self.columns[column as usize] {
            self.keep_text(at as usize);
        }
    }

    /// Keeps the text of a column of the file in this row, where the table's own columns do not.
    fn keep_text(&mut self, column: usize) {
        if self
            .mapping
            .columns
            .get(column)
            .is_none_or(|column| column.target.is_none())
        {
            return;
        }
        let original = self.original(column);
        self.kept_texts.push((original, column as u32));
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

/// The identifier of a row without one, written to `id`.
fn name_of_row(id: &mut String, number: u32) -> &str {
    id.clear();
    id.push_str(ROW_ID);
    push_number(id, number);
    id
}

fn join(cells: &[Cell<'_>]) -> String {
    let texts: Vec<&str> = cells.iter().map(|cell| cell.shown()).collect();
    texts.join(" | ").trim_matches([' ', '|']).to_owned()
}

/// Decimal digits, without the detour through `format!`.
fn push_number(text: &mut String, number: u32) {
    let mut digits = [0_u8; 10];
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
    text.extend(digits[at..].iter().map(|&digit| char::from(digit)));
}
