//! The listed projects as a reader takes them away.
//!
//! The headings are those by which a ledger is read, so that what was taken
//! away opens again as it was. Cells are typed: an amount is a number beside
//! its unit, a whole date is a date, a year alone is a text, because a
//! spreadsheet would take the number 2023 for a day of 1905.
//!
//! CSV is written here, by a [`CsvWriter`]; a workbook is made in the worker, from a
//! [`cell_stream`](super::cell_stream).

use super::cell_stream::{CellSink, CellWriter};
use crate::data::{
    AmountBound, CategoryField, CategoryNode, Currency, PartialDate, ProjectTable, SourceKind,
};
use crate::i18n::ledger::LedgerColumn;
use crate::i18n::{LaterMessage, LedgerMessage, Locale, Message, format};
use crate::query::TableColumn;

/// As many rows fit into a sheet of a workbook, below the row of headings.
pub const MOST_SHEET_ROWS: usize = 1_048_575;

/// A column of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportColumn {
    /// What a ledger may have.
    Ledger(LedgerColumn),
    /// The amount in the currency of the table, computed.
    Converted,
    /// The column of that number among those which the page knows nothing of.
    Extra(usize),
}

impl ExportColumn {
    /// The heading.
    #[must_use]
    pub fn heading(self, table: &ProjectTable, locale: Locale) -> String {
        match self {
            Self::Ledger(column) => column.text(locale).to_owned(),
            Self::Converted => {
                let currency = table.amounts().currency().code();
                let unit = format::unit(currency, converted_scale(locale), locale);
                LedgerMessage::ConvertedAmount { unit }
                    .text(locale)
                    .into_owned()
            }
            Self::Extra(at) => {
                let heading = table.extra_headers().nth(at);
                heading.unwrap_or_default().to_owned()
            }
        }
    }

    /// The width in a spreadsheet, in characters.
    fn width(self) -> f64 {
        match self {
            Self::Ledger(column) => match column {
                LedgerColumn::Name | LedgerColumn::NameZh | LedgerColumn::NameEn => 42.0,
                LedgerColumn::Partner | LedgerColumn::SourceTitle | LedgerColumn::Note => 36.0,
                LedgerColumn::SourceUrl => 30.0,
                LedgerColumn::Place | LedgerColumn::Event | LedgerColumn::Industry => 24.0,
                LedgerColumn::Country
                | LedgerColumn::CountryBasis
                | LedgerColumn::Province
                | LedgerColumn::ProvinceEn
                | LedgerColumn::City
                | LedgerColumn::CityEn
                | LedgerColumn::Zone
                | LedgerColumn::Mode
                | LedgerColumn::Stage
                | LedgerColumn::SourceKind => 16.0,
                LedgerColumn::Id
                | LedgerColumn::Section
                | LedgerColumn::SignedOn
                | LedgerColumn::Amount
                | LedgerColumn::AmountUnit
                | LedgerColumn::AmountBound
                | LedgerColumn::Projects
                | LedgerColumn::Accessed => 13.0,
            },
            Self::Converted => 22.0,
            Self::Extra(_) => 20.0,
        }
    }
}

/// Converted amounts are in so many units of their currency, as each language counts.
const fn converted_scale(locale: Locale) -> f64 {
    match locale {
        Locale::Zh => 1e8,
        Locale::En => 1e6,
    }
}

/// Which columns are taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportedColumns {
    /// Every column of which the table states anything.
    All,
    /// Those that the project table shows, with what belongs to them.
    Shown(Vec<TableColumn>),
}

/// The columns of an export, in their order.
#[must_use]
pub fn columns(table: &ProjectTable, which: &ExportedColumns) -> Vec<ExportColumn> {
    match which {
        ExportedColumns::All => all_columns(table),
        ExportedColumns::Shown(shown) => shown
            .iter()
            .flat_map(|&column| columns_of(column))
            .copied()
            .collect(),
    }
}

/// What belongs to a column of the project table.
fn columns_of(column: TableColumn) -> &'static [ExportColumn] {
    use ExportColumn::Ledger;
    match column {
        TableColumn::Name => &[Ledger(LedgerColumn::Name)],
        TableColumn::Partner => &[Ledger(LedgerColumn::Partner)],
        TableColumn::Country => &[
            Ledger(LedgerColumn::Country),
            Ledger(LedgerColumn::CountryBasis),
        ],
        TableColumn::Industry => &[Ledger(LedgerColumn::Industry)],
        TableColumn::Place => &[Ledger(LedgerColumn::Province), Ledger(LedgerColumn::City)],
        TableColumn::Signed => &[Ledger(LedgerColumn::SignedOn)],
        TableColumn::Amount => &[
            Ledger(LedgerColumn::Amount),
            Ledger(LedgerColumn::AmountUnit),
            Ledger(LedgerColumn::AmountBound),
            ExportColumn::Converted,
        ],
        TableColumn::Event => &[Ledger(LedgerColumn::Event)],
        TableColumn::Mode => &[Ledger(LedgerColumn::Mode)],
        TableColumn::Stage => &[Ledger(LedgerColumn::Stage)],
        TableColumn::Source => &[
            Ledger(LedgerColumn::SourceTitle),
            Ledger(LedgerColumn::SourceUrl),
        ],
    }
}

/// A ledger states little of what there could be; its export has no empty columns.
fn all_columns(table: &ProjectTable) -> Vec<ExportColumn> {
    let mut columns = Vec::new();
    for &column in LedgerColumn::ALL {
        let column = ExportColumn::Ledger(column);
        let is_stated = (0..table.len()).any(|row| {
            let mut met = Met::default();
            write_cell(&mut met, table, row, column, Locale::Zh);
            met.something
        });
        if is_stated {
            columns.push(column);
        }
        if column == ExportColumn::Ledger(LedgerColumn::AmountBound) && states_amounts(table) {
            columns.push(ExportColumn::Converted);
        }
    }
    let extras = table.extra_headers().count();
    columns.extend((0..extras).map(ExportColumn::Extra));
    columns
}

fn states_amounts(table: &ProjectTable) -> bool {
    (0..table.len()).any(|row| table.amounts().get(row).is_some())
}

/// Whether a cell had anything in it.
#[derive(Default)]
struct Met {
    something: bool,
}

impl CellSink for Met {
    fn text(&mut self, _: &str) {
        self.something = true;
    }

    fn number(&mut self, _: f64) {
        self.something = true;
    }

    fn date(&mut self, _: PartialDate) {
        self.something = true;
    }

    fn link(&mut self, _: &str) {
        self.something = true;
    }

    fn empty(&mut self) {}

    fn end_row(&mut self) {}
}

/// Writes `rows` of `table`, in their order.
pub fn write_rows(
    sink: &mut dyn CellSink,
    table: &ProjectTable,
    rows: &[u32],
    columns: &[ExportColumn],
    locale: Locale,
) {
    for &row in rows {
        for &column in columns {
            write_cell(sink, table, row as usize, column, locale);
        }
        sink.end_row();
    }
}

fn write_cell(
    sink: &mut dyn CellSink,
    table: &ProjectTable,
    row: usize,
    column: ExportColumn,
    locale: Locale,
) {
    let column = match column {
        ExportColumn::Ledger(column) => column,
        ExportColumn::Converted => {
            return match table.amounts().get(row) {
                Some(amount) => sink.number(amount / converted_scale(locale)),
                None => sink.empty(),
            };
        }
        ExportColumn::Extra(at) => {
            return sink.text_or_empty(table.extra(at, row));
        }
    };
    let amount = table.amounts().stated(row);
    let named = |field: CategoryField| {
        let node = table.category(field).node(row);
        if node.is_unstated() {
            ""
        } else {
            &**node.name.get(locale)
        }
    };
    let place = |depth: u8, language: Locale| {
        let node = place_at(table, row, depth);
        node.map_or("", |node| node.name.get(language))
    };
    let source = table.source(row);
    match column {
        LedgerColumn::Id => sink.text_or_empty(table.id(row)),
        LedgerColumn::Name => sink.text_or_empty(table.name(row, locale)),
        LedgerColumn::NameZh => sink.text_or_empty(table.name_in(row, Locale::Zh)),
        LedgerColumn::NameEn => sink.text_or_empty(table.name_in(row, Locale::En)),
        LedgerColumn::Partner => sink.text_or_empty(table.partner(row)),
        LedgerColumn::Country => sink.text_or_empty(named(CategoryField::Country)),
        LedgerColumn::CountryBasis => sink.text_or_empty(named(CategoryField::CountryBasis)),
        LedgerColumn::Province => sink.text_or_empty(place(0, locale)),
        LedgerColumn::City => sink.text_or_empty(place(1, locale)),
        LedgerColumn::Zone => sink.text_or_empty(place(2, locale)),
        LedgerColumn::ProvinceEn => sink.text_or_empty(place(0, Locale::En)),
        LedgerColumn::CityEn => sink.text_or_empty(place(1, Locale::En)),
        // It would say the three columns before it once more.
        LedgerColumn::Place => sink.empty(),
        LedgerColumn::Industry => sink.text_or_empty(named(CategoryField::Industry)),
        LedgerColumn::Section => sink.text_or_empty(table.section(row)),
        LedgerColumn::Mode => sink.text_or_empty(named(CategoryField::Mode)),
        LedgerColumn::Stage => sink.text_or_empty(named(CategoryField::Stage)),
        LedgerColumn::SignedOn => match table.dates().get(row) {
            Some(date) => sink.date(date),
            None => sink.empty(),
        },
        LedgerColumn::Event => sink.text_or_empty(named(CategoryField::Event)),
        LedgerColumn::Amount => match amount {
            Some(amount) => sink.number(amount.value),
            None => sink.empty(),
        },
        LedgerColumn::AmountUnit => match amount {
            Some(amount) => {
                let unit = amount.unit;
                sink.text(&format::unit(unit.currency.code(), unit.scale, locale));
            }
            None => sink.empty(),
        },
        LedgerColumn::AmountBound => {
            let bound = amount.map_or(AmountBound::Exact, |amount| amount.bound);
            match bound {
                AmountBound::Exact => sink.empty(),
                AmountBound::About => sink.text(&Message::BoundAbout.text(locale)),
                AmountBound::AtLeast => sink.text(&Message::BoundAtLeast.text(locale)),
                AmountBound::AtMost => sink.text(&Message::BoundAtMost.text(locale)),
            }
        }
        LedgerColumn::Projects => match table.weights() {
            Some(weights) => sink.number(f64::from(weights[row])),
            None => sink.empty(),
        },
        LedgerColumn::SourceTitle => sink.text_or_empty(source.title),
        // The source of a copy is text, here as on the page.
        LedgerColumn::SourceUrl => match source.link() {
            Some(address) => sink.link(address),
            None => sink.text_or_empty(source.url),
        },
        LedgerColumn::SourceKind => match source.kind {
            SourceKind::Original => sink.empty(),
            SourceKind::Copy => sink.text(&LedgerMessage::SourceIsCopy.text(locale)),
            SourceKind::MachineTranslation => {
                sink.text(&LedgerMessage::SourceIsTranslation.text(locale));
            }
        },
        LedgerColumn::Accessed => match PartialDate::parse(table.accessed(row)) {
            Some(date) => sink.date(date),
            None => sink.text_or_empty(table.accessed(row)),
        },
        LedgerColumn::Note => sink.text_or_empty(table.note(row)),
    }
}

/// The stated node of a row's place at `depth`: province, city, zone.
fn place_at(table: &ProjectTable, row: usize, depth: u8) -> Option<&CategoryNode> {
    let column = table.category(CategoryField::Place);
    let mut node = column.node(row);
    while node.depth > depth {
        node = column.tree().node(node.parent?);
    }
    (node.depth == depth && !node.is_unstated()).then_some(node)
}

/// What stands on the sheet beside the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The name of the dataset, and since when.
    pub credit: String,
    /// The day on which the rows are taken away.
    pub taken_on: String,
    /// Each active filter in words.
    pub filters: Vec<String>,
    /// All projects of the dataset.
    pub whole: usize,
}

/// Begins a workbook: the sheet with the projects, its widths and headings. Rows follow by [`write_rows`], in pieces.
pub fn begin_workbook(
    cells: &mut CellWriter,
    table: &ProjectTable,
    columns: &[ExportColumn],
    locale: Locale,
) {
    cells.sheet(&LedgerMessage::ProjectSheet.text(locale));
    for column in columns {
        cells.width(column.width());
    }
    for column in columns {
        cells.heading(&column.heading(table, locale));
    }
    cells.end_row();
}

/// Ends a workbook: the sheet that says what the rows are, and at which rates their amounts were converted.
pub fn end_workbook(
    cells: &mut CellWriter,
    about: &About,
    table: &ProjectTable,
    rows: &[u32],
    locale: Locale,
) {
    let text = |message: LedgerMessage| message.text(locale).into_owned();
    cells.sheet(&text(LedgerMessage::AboutSheet));
    for width in [24.0, 64.0, 16.0] {
        cells.width(width);
    }
    let mut line = |name: &str, value: &str| {
        cells.heading(name);
        cells.text_or_empty(value);
        cells.end_row();
    };
    line(&text(LedgerMessage::AboutData), &about.credit);
    line(&text(LedgerMessage::AboutTakenOn), &about.taken_on);
    line(
        &text(LedgerMessage::AboutRows),
        &text(LedgerMessage::AboutRowsOf {
            rows: rows.len() as u64,
            whole: about.whole as u64,
        }),
    );
    if about.filters.is_empty() {
        let unfiltered = LaterMessage::SheetUnfiltered.text(locale);
        line(&text(LedgerMessage::AboutFilters), &unfiltered);
    }
    for (at, filter) in about.filters.iter().enumerate() {
        let name = text(LedgerMessage::AboutFilters);
        line(if at == 0 { &name } else { "" }, filter);
    }
    line(
        &text(LedgerMessage::AboutUnits),
        &text(LedgerMessage::AboutUnitsRule),
    );
    line("", &Message::RuleUndisclosed.text(locale));
    line("", &Message::RuleMoney.text(locale));
    let rates = rates_used(table, rows);
    if rates.is_empty() {
        return;
    }
    cells.end_row();
    for heading in [
        LedgerMessage::AboutCurrency,
        LedgerMessage::AboutYear,
        LedgerMessage::AboutRate,
    ] {
        cells.heading(&text(heading));
    }
    cells.end_row();
    for (currency, year, rate) in rates {
        cells.text(currency.code());
        cells.number(f64::from(year));
        cells.number(rate);
        cells.end_row();
    }
}

/// The rates at which amounts of `rows` were converted, each once, by currency and year.
fn rates_used(table: &ProjectTable, rows: &[u32]) -> Vec<(Currency, u16, f64)> {
    let to = table.amounts().currency().currency();
    let mut used: Vec<(Currency, u16, f64)> = Vec::new();
    for row in rows.iter().map(|&row| row as usize) {
        let from = table
            .amounts()
            .stated(row)
            .map(|amount| amount.unit.currency);
        let year = table.dates().get(row).map(|date| date.year);
        let Some((from, year)) = from.zip(year).filter(|&(from, _)| from != to) else {
            continue;
        };
        let Some(conversion) = table.rates().conversion(Some(year), from, to) else {
            continue;
        };
        for (currency, rate) in [conversion.from, conversion.to] {
            let place = used
                .binary_search_by_key(&(currency, year), |&(currency, year, _)| (currency, year));
            if let Err(place) = place
                && currency != Currency::Cny
            {
                used.insert(place, (currency, year, rate));
            }
        }
    }
    used
}

/// CSV for spreadsheets: UTF-8 with a byte order mark, lines ended by CR LF. A text that would be taken for a formula
/// gets a `'` before it (OWASP, "CSV Injection"); numbers and dates do not.
#[derive(Clone, Debug)]
pub struct CsvWriter {
    text: String,
    is_line_start: bool,
}

impl CsvWriter {
    /// A table that begins with its headings.
    #[must_use]
    pub fn new(table: &ProjectTable, columns: &[ExportColumn], locale: Locale) -> Self {
        let mut csv = Self {
            text: "\u{feff}".into(),
            is_line_start: true,
        };
        for column in columns {
            csv.text(&column.heading(table, locale));
        }
        csv.end_row();
        csv
    }

    /// What was written since the last time.
    #[must_use]
    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    fn separate(&mut self) {
        if !self.is_line_start {
            self.text.push(',');
        }
        self.is_line_start = false;
    }
}

impl CellSink for CsvWriter {
    fn text(&mut self, text: &str) {
        self.separate();
        let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            "'"
        } else {
            ""
        };
        if text.contains([',', '"', '\r', '\n']) {
            self.text.push('"');
            self.text.push_str(guard);
            self.text.push_str(&text.replace('"', "\"\""));
            self.text.push('"');
        } else {
            self.text.push_str(guard);
            self.text.push_str(text);
        }
    }

    fn number(&mut self, number: f64) {
        self.separate();
        self.text.push_str(&number.to_string());
    }

    fn date(&mut self, date: PartialDate) {
        self.separate();
        self.text.push_str(&date.to_string());
    }

    fn link(&mut self, address: &str) {
        self.text(address);
    }

    fn empty(&mut self) {
        self.separate();
    }

    fn end_row(&mut self) {
        self.text.push_str("\r\n");
        self.is_line_start = true;
    }
}
