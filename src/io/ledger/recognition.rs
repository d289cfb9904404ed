//! What the cells of many rows stand for, column by column.
//!
//! The dozen columns of a row are read in a dozen ways. Row by row the instructions for all of them would take turns, more
//! than a processor holds close by; column by column a few of them run a hundred times.

use std::num::NonZeroU32;

use rustc_hash::FxHashMap;

use super::cell::Cell;
use super::folding;
use super::mapping::{Mapping, Unit};
use super::remembered::{Event, KnownPlaces, Meaning, Remembered};
use super::values::amount::{self, Amount};
use super::values::country::{Countries, Reading};
use super::values::date::{self, Date};
use super::values::industry::Industries;
use super::values::place::{Places, Written};
use super::values::vocabulary;
use crate::data::place::slug;
use crate::data::{
    AmountBound, AmountUnit, CategoryField, NodeCode, PartialDate, RecordColumns, SourceKind,
    StatedAmount, TableBuilder, decimal,
};
use crate::i18n::Bilingual;
use crate::i18n::ledger::{IssueKind, LedgerColumn};
use crate::io::embedded;

/// A row that becomes a project.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'c> {
    /// As a spreadsheet counts it, from 1.
    pub(super) number: u32,
    /// From the left.
    pub(super) cells: &'c [Cell<'c>],
}

/// Where in the file each kind of column stands, by its place in [`LedgerColumn::ALL`].
pub(super) type ColumnPositions = [Option<u32>; LedgerColumn::ALL.len()];

/// Rows that are read together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run<'r, 'c> {
    pub(super) rows: &'r [Row<'c>],
    pub(super) columns: &'r ColumnPositions,
}

impl<'c> Run<'_, 'c> {
    /// The cells of a kind of column, by row; none at all where the file has no such column.
    fn cells(&self, column: LedgerColumn) -> impl ExactSizeIterator<Item = Cell<'c>> {
        let at = self.columns[column as usize];
        let rows = if at.is_some() { self.rows } else { &[] };
        let at = at.unwrap_or_default() as usize;
        rows.iter()
            .map(move |row| row.cells.get(at).copied().unwrap_or_default())
    }

    /// The same as texts.
    pub(super) fn texts(&self, column: LedgerColumn) -> Vec<&'c str> {
        let Some(at) = self.columns[column as usize] else {
            return Vec::new();
        };
        texts_at(self.rows, at as usize)
    }
}

#[inline(never)]
fn texts_at<'c>(rows: &[Row<'c>], at: usize) -> Vec<&'c str> {
    let rows = rows.iter();
    rows.map(|row| row.cells.get(at).map_or("", |cell| cell.text()))
        .collect()
}

/// The text of `row` in a column that may be missing.
pub(super) fn text_of<'c>(texts: &[&'c str], row: usize) -> &'c str {
    texts.get(row).copied().unwrap_or_default()
}

/// Something about a value that does not go into the table as it is. Its text is kept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Doubt<'c> {
    /// Among the rows that are read together.
    pub(super) row: usize,
    /// The column of the file; none for what stands to the right of the header.
    pub(super) column: Option<u32>,
    /// How it is named; where it is not, the table says less than the text, but nothing else.
    pub(super) kind: Option<IssueKind>,
    pub(super) value: &'c str,
}

/// What is known of the values of a ledger.
pub(super) struct Recognition {
    unit: Option<AmountUnit>,
    countries: &'static Countries,
    industries: &'static Industries,
    places: &'static Places,
    known_events: FxHashMap<String, Event>,
    known_countries: Remembered<Meaning>,
    known_industries: Remembered<Meaning>,
    known_places: KnownPlaces,
    events: Remembered<Meaning>,
    modes: Remembered<Meaning>,
    stages: Remembered<Meaning>,
    bases: Remembered<Meaning>,
    units: Remembered<amount::PartialUnit>,
}

impl Recognition {
    pub(super) fn new(
        mapping: &Mapping,
        columns: &ColumnPositions,
        countries: &'static Countries,
    ) -> Self {
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
            unit: columns[LedgerColumn::Amount as usize]
                .and_then(|at| mapping.columns[at as usize].unit.as_ref())
                .and_then(Unit::of_amounts),
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
        }
    }

    /// What the cells of `run` stand for, but for the identifiers and what is kept as it is. What is doubtful about a row is
    /// told in the same order whichever rows are read together with it.
    pub(super) fn read<'c>(
        &mut self,
        run: &Run<'_, 'c>,
        builder: &mut TableBuilder,
        doubts: &mut Vec<Doubt<'c>>,
    ) -> RecordColumns<'c> {
        let (names_zh, names_en) = names(run);
        RecordColumns {
            codes: self.codes(run, builder, doubts),
            signed_on: dates(run, doubts),
            amounts: self.amounts(run, doubts),
            projects: projects(run, doubts),
            source_kinds: source_kinds(run, doubts),
            names_zh,
            names_en,
            partners: run.texts(LedgerColumn::Partner),
            sections: run.texts(LedgerColumn::Section),
            source_titles: run.texts(LedgerColumn::SourceTitle),
            source_urls: run.texts(LedgerColumn::SourceUrl),
            accessed: run.texts(LedgerColumn::Accessed),
            notes: run.texts(LedgerColumn::Note),
            ..RecordColumns::default()
        }
    }

    /// The codes of each [`CategoryField`].
    fn codes<'c>(
        &mut self,
        run: &Run<'_, 'c>,
        builder: &mut TableBuilder,
        doubts: &mut Vec<Doubt<'c>>,
    ) -> [Vec<NodeCode>; CategoryField::ALL.len()] {
        let mut codes = [const { Vec::new() }; CategoryField::ALL.len()];
        let mut field = |field: CategoryField, found| codes[field.index()] = found;
        let countries = self.countries;
        field(
            CategoryField::Country,
            self.known_countries
                .codes(run, LedgerColumn::Country, doubts, &mut |text| {
                    let (country, doubt) = match countries.read(text) {
                        Reading::Unstated => (None, None),
                        Reading::One(country) => (Some(country), None),
                        Reading::FirstOf(country) => {
                            (Some(country), Some(IssueKind::SeveralCountries))
                        }
                        Reading::Unknown => (None, Some(IssueKind::UnknownCountry)),
                    };
                    let code = country.map(|country| builder.country_code(country));
                    let code =
                        code.unwrap_or_else(|| builder.unstated_code(CategoryField::Country));
                    Meaning { code, doubt }
                }),
        );
        let industries = self.industries;
        field(
            CategoryField::Industry,
            self.known_industries
                .codes(run, LedgerColumn::Industry, doubts, &mut |text| {
                    let industry = industries.read(text);
                    let code = industry.map(|industry| builder.industry_code(industry));
                    let kind = IssueKind::UnknownIndustry;
                    listed(builder, CategoryField::Industry, text, code, kind)
                }),
        );
        field(CategoryField::Place, self.place_codes(run, builder, doubts));
        let known = &self.known_events;
        field(
            CategoryField::Event,
            self.events
                .codes(run, LedgerColumn::Event, doubts, &mut |text| {
                    if text.is_empty() {
                        let code = builder.unstated_code(CategoryField::Event);
                        return Meaning { code, doubt: None };
                    }
                    let code = match known.get(&folding::letters(text)) {
                        Some(event) => builder.event_code(&event.key, &event.name),
                        None => builder.event_code(&slug(text), &Bilingual::new(text, text)),
                    };
                    surplus_or(builder, CategoryField::Event, code)
                }),
        );
        field(
            CategoryField::Mode,
            self.modes
                .codes(run, LedgerColumn::Mode, doubts, &mut |text| {
                    let code = vocabulary::mode(text).map(|mode| mode as NodeCode);
                    listed(
                        builder,
                        CategoryField::Mode,
                        text,
                        code,
                        IssueKind::UnknownMode,
                    )
                }),
        );
        field(
            CategoryField::Stage,
            self.stages
                .codes(run, LedgerColumn::Stage, doubts, &mut |text| {
                    let code = vocabulary::stage(text).map(|stage| stage as NodeCode);
                    listed(
                        builder,
                        CategoryField::Stage,
                        text,
                        code,
                        IssueKind::UnknownStage,
                    )
                }),
        );
        field(
            CategoryField::CountryBasis,
            self.bases
                .codes(run, LedgerColumn::CountryBasis, doubts, &mut |text| {
                    let code = vocabulary::country_basis(text).map(|basis| basis as NodeCode);
                    let field = CategoryField::CountryBasis;
                    listed(builder, field, text, code, IssueKind::UnknownCode)
                }),
        );
        codes
    }

    /// The codes of the places that the rows name.
    fn place_codes<'c>(
        &mut self,
        run: &Run<'_, 'c>,
        builder: &mut TableBuilder,
        doubts: &mut Vec<Doubt<'c>>,
    ) -> Vec<NodeCode> {
        let columns = [
            LedgerColumn::Province,
            LedgerColumn::ProvinceEn,
            LedgerColumn::City,
            LedgerColumn::CityEn,
            LedgerColumn::Zone,
            LedgerColumn::Place,
        ]
        .map(|column| run.texts(column));
        let places = self.places;
        let cells_of = |row: usize| columns.each_ref().map(|texts| text_of(texts, row));
        let codes = self
            .known_places
            .codes(&columns, run.rows.len(), &mut |row| {
                let [province, province_en, city, city_en, zone, whole] = cells_of(row);
                builder.place_code(&places.read(&Written {
                    province,
                    province_en,
                    city,
                    city_en,
                    zone,
                    whole,
                }))
            });
        for (row, &code) in codes.iter().enumerate() {
            if builder.is_surplus(CategoryField::Place, code) {
                let [province, _, city, _, zone, whole] = cells_of(row);
                let cells = [
                    (LedgerColumn::Zone, zone),
                    (LedgerColumn::City, city),
                    (LedgerColumn::Province, province),
                    (LedgerColumn::Place, whole),
                ];
                // As the first cell that is not empty has it.
                let stated = cells.into_iter().find(|(_, text)| !text.is_empty());
                doubts.extend(stated.map(|(column, value)| Doubt {
                    row,
                    column: run.columns[column as usize],
                    kind: Some(IssueKind::SurplusValue),
                    value,
                }));
            }
        }
        codes
    }

    #[inline(never)]
    fn amounts<'c>(
        &mut self,
        run: &Run<'_, 'c>,
        doubts: &mut Vec<Doubt<'c>>,
    ) -> Vec<Option<StatedAmount>> {
        let cells = run.cells(LedgerColumn::Amount);
        let own_units = run.texts(LedgerColumn::AmountUnit);
        let bounds = run.texts(LedgerColumn::AmountBound);
        let mut amounts = Vec::with_capacity(cells.len());
        for (row, cell) in cells.enumerate() {
            let unit = match text_of(&own_units, row) {
                "" => self.unit,
                own => self.own_unit(own),
            };
            let mut doubt = |column: LedgerColumn, kind, value| {
                let column = run.columns[column as usize];
                doubts.push(Doubt {
                    row,
                    column,
                    kind,
                    value,
                });
            };
            let (mut stated, issue) = match amount::read(cell, unit) {
                Amount::Undisclosed => (None, None),
                Amount::Stated(stated) => (Some(stated), None),
                Amount::WithRemark(stated) => {
                    doubt(LedgerColumn::Amount, None, cell.text());
                    (Some(stated), None)
                }
                Amount::WithoutUnit => (None, Some(IssueKind::AmountWithoutUnit)),
                Amount::Implausible => (None, Some(IssueKind::ImplausibleAmount)),
                Amount::Unreadable => (None, Some(IssueKind::UnreadableAmount)),
            };
            if issue.is_some() {
                doubt(LedgerColumn::Amount, issue, cell.text());
            }
            let bound = text_of(&bounds, row);
            if let (Some(stated), false) = (&mut stated, bound.is_empty()) {
                match amount::bound_of(bound) {
                    // The cell may say 约 where the column says nothing.
                    Some(AmountBound::Exact) => {}
                    Some(bound) => stated.bound = bound,
                    None => doubt(
                        LedgerColumn::AmountBound,
                        Some(IssueKind::UnknownCode),
                        bound,
                    ),
                }
            }
            amounts.push(stated);
        }
        amounts
    }

    /// The unit of an amount beside which `text` stands.
    fn own_unit(&mut self, text: &str) -> Option<AmountUnit> {
        let unit = self.unit;
        let own = self.units.get_or(text.as_bytes(), || {
            amount::unit_of(text).map_or_else(
                || amount::unit_in(text),
                |unit| amount::PartialUnit {
                    currency: Some(unit.currency),
                    scale: Some(unit.scale),
                },
            )
        });
        match (own.currency, own.scale) {
            (None, None) => unit,
            (currency, scale) => amount::PartialUnit {
                currency: currency.or(unit.map(|unit| unit.currency)),
                scale: scale.or(unit.map(|unit| unit.scale)).or(Some(1.0)),
            }
            .complete(),
        }
    }
}

impl Remembered<Meaning> {
    /// The codes that the texts of a column stand for; `meaning` is asked once for each of them. None at all where the file
    /// has no such column.
    fn codes<'c>(
        &mut self,
        run: &Run<'_, 'c>,
        column: LedgerColumn,
        doubts: &mut Vec<Doubt<'c>>,
        meaning: &mut dyn FnMut(&str) -> Meaning,
    ) -> Vec<NodeCode> {
        let Some(at) = run.columns[column as usize] else {
            return Vec::new();
        };
        self.codes_of(&texts_at(run.rows, at as usize), at, doubts, meaning)
    }

    #[inline(never)]
    fn codes_of<'c>(
        &mut self,
        texts: &[&'c str],
        column: u32,
        doubts: &mut Vec<Doubt<'c>>,
        meaning: &mut dyn FnMut(&str) -> Meaning,
    ) -> Vec<NodeCode> {
        let mut codes = Vec::with_capacity(texts.len());
        for (row, &text) in texts.iter().enumerate() {
            let Meaning { code, doubt } = self.get_or(text.as_bytes(), || meaning(text));
            if doubt.is_some() {
                doubts.push(Doubt {
                    row,
                    column: Some(column),
                    kind: doubt,
                    value: text,
                });
            }
            codes.push(code);
        }
        codes
    }
}

/// A value of a closed list, or what `kind` says of a text that is none of them.
fn listed(
    builder: &mut TableBuilder,
    field: CategoryField,
    text: &str,
    code: Option<NodeCode>,
    kind: IssueKind,
) -> Meaning {
    let doubt = (code.is_none() && !text.is_empty()).then_some(kind);
    let code = code.unwrap_or_else(|| builder.unstated_code(field));
    Meaning { code, doubt }
}

/// A value of an open list, which may be full.
fn surplus_or(builder: &TableBuilder, field: CategoryField, code: NodeCode) -> Meaning {
    let is_surplus = builder.is_surplus(field, code);
    let doubt = is_surplus.then_some(IssueKind::SurplusValue);
    Meaning { code, doubt }
}

/// The Chinese and the English names.
fn names<'c>(run: &Run<'_, 'c>) -> (Vec<&'c str>, Vec<&'c str>) {
    let mut names_zh = run.texts(LedgerColumn::NameZh);
    let mut names_en = run.texts(LedgerColumn::NameEn);
    let names = run.texts(LedgerColumn::Name);
    for (row, &name) in names.iter().enumerate() {
        let is_english = name.is_ascii() && text_of(&names_en, row).is_empty();
        let of_language = if is_english {
            &mut names_en
        } else {
            &mut names_zh
        };
        if !name.is_empty() && text_of(of_language, row).is_empty() {
            of_language.resize(names.len(), "");
            of_language[row] = name;
        }
    }
    (names_zh, names_en)
}

#[inline(never)]
fn dates<'c>(run: &Run<'_, 'c>, doubts: &mut Vec<Doubt<'c>>) -> Vec<Option<PartialDate>> {
    let column = LedgerColumn::SignedOn;
    let cells = run.cells(column);
    let mut dates = Vec::with_capacity(cells.len());
    for (row, cell) in cells.enumerate() {
        let (date, kind) = match date::read(cell) {
            Date::Unstated => (None, None),
            Date::Stated(date) => (Some(date), None),
            Date::Vague(date) => (Some(date), Some(IssueKind::VagueDate)),
            Date::Unreadable => (None, Some(IssueKind::UnreadableDate)),
        };
        if kind.is_some() {
            doubts.push(Doubt {
                row,
                column: run.columns[column as usize],
                kind,
                value: cell.text(),
            });
        }
        dates.push(date);
    }
    dates
}

/// How many projects each row stands for.
fn projects<'c>(run: &Run<'_, 'c>, doubts: &mut Vec<Doubt<'c>>) -> Vec<Option<NonZeroU32>> {
    let column = LedgerColumn::Projects;
    let cells = run.cells(column);
    let counts = cells.enumerate().map(|(row, cell)| {
        let number = match cell {
            Cell::Number(number, _) => Some(number),
            Cell::Text(text) => decimal::parse(&text.replace([',', '，'], "")),
            Cell::Empty | Cell::Date(..) | Cell::Error(_) => None,
        };
        let projects = number
            .filter(|number| *number >= 1.0 && number.fract().abs() < f64::EPSILON)
            .filter(|number| *number <= f64::from(u32::MAX))
            .and_then(|number| NonZeroU32::new(number as u32));
        if projects.is_none() && !cell.text().is_empty() {
            doubts.push(Doubt {
                row,
                column: run.columns[column as usize],
                kind: Some(IssueKind::UnreadableCount),
                value: cell.text(),
            });
        }
        projects
    });
    counts.collect()
}

fn source_kinds<'c>(run: &Run<'_, 'c>, doubts: &mut Vec<Doubt<'c>>) -> Vec<SourceKind> {
    let column = LedgerColumn::SourceKind;
    let texts = run.texts(column);
    let kinds = texts.iter().enumerate().map(|(row, &text)| {
        let kind = vocabulary::source_kind(text);
        if kind.is_none() && !text.is_empty() {
            doubts.push(Doubt {
                row,
                column: run.columns[column as usize],
                kind: Some(IssueKind::UnknownCode),
                value: text,
            });
        }
        kind.unwrap_or_default()
    });
    kinds.collect()
}
