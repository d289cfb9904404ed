//! Rows in, a table out.

use std::num::NonZeroU32;
use std::ops::Range;
use std::rc::Rc;

use inward_kernel::Dictionary;

use super::amount::{AmountColumn, StatedAmount};
use super::category::{CategoryColumn, CategoryColumnBuilder, NodeCode, Step};
use super::country::Country;
use super::date::PartialDate;
use super::exchange_rate::ExchangeRates;
use super::field::CategoryField;
use super::industry::Industry;
use super::place::Place;
use super::project_table::{FactColumns, ProjectTable, SourceKind, UnorderedTable};
use super::reserve_for;
use super::table_part::TablePart;
use super::text_column::{TextColumn, TextColumnBuilder};
use super::vocabulary::{CountryBasis, Disclosure, Mode, Stage};
use crate::i18n::Bilingual;

/// A project as read, its values recognised. What the source does not state is empty or `None`.
#[derive(Clone, Debug, Default)]
pub struct ProjectRecord<'a> {
    /// Stable identifier.
    pub id: &'a str,
    /// Chinese name.
    pub name_zh: &'a str,
    /// English name.
    pub name_en: &'a str,
    /// Partner as written.
    pub partner: &'a str,
    /// Country or region of the first partner.
    pub country: Option<&'static Country>,
    /// On what the country rests.
    pub country_basis: Option<CountryBasis>,
    /// Where the project stands.
    pub place: Place<'a>,
    /// Industry.
    pub industry: Option<&'static Industry>,
    /// Section letter of GB/T 4754-2017.
    pub section: &'a str,
    /// Kind of cooperation.
    pub mode: Option<Mode>,
    /// How far it has come.
    pub stage: Option<Stage>,
    /// Date of signing.
    pub signed_on: Option<PartialDate>,
    /// Key and name of the event.
    pub event: Option<(&'a str, Bilingual)>,
    /// Amount as stated; of all projects of the row together.
    pub amount: Option<StatedAmount>,
    /// How many projects the row stands for, where it is a row of an aggregate; one by default.
    pub projects: Option<NonZeroU32>,
    /// Title of the source.
    pub source_title: &'a str,
    /// Address of the source.
    pub source_url: &'a str,
    /// What the source's page is to the report.
    pub source_kind: SourceKind,
    /// Day on which the source was read.
    pub accessed: &'a str,
    /// Qualifications.
    pub note: &'a str,
    /// Cells of the columns of [`TableBuilder::with_extra_columns`], in their order; those that are missing are empty.
    pub extra: &'a [&'a str],
}

/// Projects as read, column by column, their values recognised.
///
/// A column has a value for each row; any but the identifiers may be left empty where no row states one.
#[derive(Clone, Debug, Default)]
pub struct RecordColumns<'a> {
    /// Stable identifiers.
    pub ids: Vec<&'a str>,
    /// Chinese names.
    pub names_zh: Vec<&'a str>,
    /// English names.
    pub names_en: Vec<&'a str>,
    /// Partners as written.
    pub partners: Vec<&'a str>,
    /// The codes of each [`CategoryField`], as [`TableBuilder::country_code`] and its like give them. That an amount is
    /// disclosed follows from the amount.
    pub codes: [Vec<NodeCode>; CategoryField::ALL.len()],
    /// Section letters of GB/T 4754-2017.
    pub sections: Vec<&'a str>,
    /// Dates of signing.
    pub signed_on: Vec<Option<PartialDate>>,
    /// Amounts as stated; each of all projects of its row together.
    pub amounts: Vec<Option<StatedAmount>>,
    /// How many projects each row stands for, as in [`ProjectRecord::projects`].
    pub projects: Vec<Option<NonZeroU32>>,
    /// Titles of the sources.
    pub source_titles: Vec<&'a str>,
    /// Addresses of the sources.
    pub source_urls: Vec<&'a str>,
    /// What the pages of the sources are to the report.
    pub source_kinds: Vec<SourceKind>,
    /// Days on which the sources were read.
    pub accessed: Vec<&'a str>,
    /// Qualifications.
    pub notes: Vec<&'a str>,
    /// The extra columns, in their order; those that are missing are empty.
    pub extra: Vec<Vec<&'a str>>,
}

/// Collects records into a [`ProjectTable`], keeping nothing per row but what is in its columns.
#[derive(Debug, Default)]
pub struct TableBuilder {
    facts: FactColumns,
    amounts: AmountColumn,
    texts: [TextColumnBuilder; Text::COUNT],
    extra: Vec<(String, TextColumnBuilder)>,
    categories: [CategoryColumnBuilder; CategoryField::ALL.len()],
    countries: KnownCodes,
    industries: KnownCodes,
    places: Dictionary,
    codes_of_places: KnownCodes,
    events: Dictionary,
    codes_of_events: KnownCodes,
    /// The parts of a place, one behind the other.
    place: Vec<u8>,
    projects: u32,
}

/// The text columns.
#[derive(Clone, Copy)]
enum Text {
    Id,
    NameZh,
    NameEn,
    Partner,
    Note,
    Section,
    SourceTitle,
    SourceUrl,
    Accessed,
}

impl Text {
    const COUNT: usize = Self::Accessed as usize + 1;
}

/// The node on which rows with a value stand, by the value's position in a list; found once for each value.
#[derive(Debug, Default)]
struct KnownCodes(Vec<Option<NodeCode>>);

impl KnownCodes {
    fn get_or(&mut self, position: usize, find: impl FnOnce() -> NodeCode) -> NodeCode {
        if position >= self.0.len() {
            self.0.resize(position + 1, None);
        }
        *self.0[position].get_or_insert_with(find)
    }
}

impl TableBuilder {
    /// An empty table whose amounts will be converted with `rates`.
    #[must_use]
    pub fn new(rates: Rc<ExchangeRates>) -> Self {
        let mut builder = Self {
            facts: FactColumns {
                rates,
                ..FactColumns::default()
            },
            ..Self::default()
        };
        // Every value is listed, even where no row has it, and its code is its place in the list.
        for mode in Mode::ALL {
            builder.code_of(CategoryField::Mode, &[mode.step()]);
        }
        for stage in Stage::ALL {
            builder.code_of(CategoryField::Stage, &[stage.step()]);
        }
        for disclosure in Disclosure::ALL {
            builder.code_of(CategoryField::Disclosure, &[disclosure.step()]);
        }
        for basis in CountryBasis::ALL {
            builder.code_of(CategoryField::CountryBasis, &[basis.step()]);
        }
        builder
    }

    /// The same with columns of which nothing is known, to be kept under their headers.
    #[must_use]
    pub fn with_extra_columns(mut self, headers: impl IntoIterator<Item = String>) -> Self {
        let columns = headers
            .into_iter()
            .map(|header| (header, TextColumnBuilder::default()));
        self.extra = columns.collect();
        self
    }

    /// One more such column, empty in the rows that were added before, and its position among them.
    pub fn add_extra_column(&mut self, header: &str) -> usize {
        let texts = TextColumnBuilder::blank(self.facts.rows);
        self.extra.push((header.to_owned(), texts));
        self.extra.len() - 1
    }

    /// Makes room for so many rows in all, where there are rows already that tell how long texts are. A column that
    /// grows by itself is copied again and again, and leaves holes behind.
    pub fn reserve(&mut self, rows: usize) {
        for texts in &mut self.texts {
            texts.reserve(rows);
        }
        for (_, texts) in &mut self.extra {
            texts.reserve(rows);
        }
        for column in &mut self.categories {
            column.reserve(rows);
        }
        self.amounts.reserve(rows);
        self.facts.dates.reserve(rows);
        reserve_for(&mut self.facts.weights, rows);
        reserve_for(&mut self.facts.source_kinds, rows);
    }

    /// How many rows were added.
    #[must_use]
    pub fn len(&self) -> usize {
        self.facts.rows
    }

    /// Whether no row was added.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.facts.rows == 0
    }

    /// The identifiers of the rows added.
    pub fn ids(&self) -> impl Iterator<Item = &[u8]> {
        self.texts[Text::Id as usize].iter()
    }

    /// Adds a row. Rows stand for 4 294 967 295 projects together at most; beyond, for one each.
    pub fn push(&mut self, record: &ProjectRecord<'_>) {
        let year = record.signed_on.map(|date| date.year);
        let amount = record
            .amount
            .and_then(|amount| amount.converted(year, self.amounts.currency(), &self.facts.rates));
        for (column, text) in [
            (Text::Id, record.id),
            (Text::NameZh, record.name_zh),
            (Text::NameEn, record.name_en),
            (Text::Partner, record.partner),
            (Text::Note, record.note),
            (Text::Section, record.section),
            (Text::SourceTitle, record.source_title),
            (Text::SourceUrl, record.source_url),
            (Text::Accessed, record.accessed),
        ] {
            self.texts[column as usize].push(text);
        }
        for (column, (_, texts)) in self.extra.iter_mut().enumerate() {
            texts.push(record.extra.get(column).copied().unwrap_or_default());
        }
        let projects = self.weigh(record.projects.map_or(1, NonZeroU32::get));
        let facts = &mut self.facts;
        let row = facts.rows;
        facts.rows += 1;
        pad_push(&mut facts.weights, row, 1, projects);
        pad_push(&mut facts.source_kinds, row, 0, record.source_kind as u8);
        facts.dates.push(record.signed_on);
        self.amounts.push(record.amount, amount);
        self.push_codes(record, Disclosure::of(self.amounts.state(row)));
    }

    /// Adds rows. All rows stand for as many projects at most as with [`TableBuilder::push`].
    pub fn push_columns(&mut self, columns: &RecordColumns<'_>) {
        let rows = columns.ids.len();
        for (column, texts) in [
            (Text::Id, &columns.ids),
            (Text::NameZh, &columns.names_zh),
            (Text::NameEn, &columns.names_en),
            (Text::Partner, &columns.partners),
            (Text::Note, &columns.notes),
            (Text::Section, &columns.sections),
            (Text::SourceTitle, &columns.source_titles),
            (Text::SourceUrl, &columns.source_urls),
            (Text::Accessed, &columns.accessed),
        ] {
            self.texts[column as usize].push_all(texts, rows);
        }
        let none = Vec::new();
        for (column, (_, texts)) in self.extra.iter_mut().enumerate() {
            texts.push_all(columns.extra.get(column).unwrap_or(&none), rows);
        }
        let before = self.facts.rows;
        let dates = &columns.signed_on;
        self.amounts
            .push_all(&columns.amounts, dates, &self.facts.rates, rows);
        self.push_code_columns(&columns.codes, before..before + rows);
        for row in 0..columns.projects.len() {
            let projects = self.weigh(columns.projects[row].map_or(1, NonZeroU32::get));
            pad_push(&mut self.facts.weights, before + row, 1, projects);
        }
        if columns.projects.is_empty() {
            self.projects = self.projects.saturating_add(rows as u32);
            pad_append(&mut self.facts.weights, before, 1, &[], rows);
        }
        let facts = &mut self.facts;
        for (row, &kind) in (before..).zip(&columns.source_kinds) {
            pad_push(&mut facts.source_kinds, row, 0, kind as u8);
        }
        if columns.source_kinds.is_empty() {
            pad_append(&mut facts.source_kinds, before, 0, &[], rows);
        }
        facts.dates.push_all(dates, rows);
        facts.rows += rows;
    }

    /// Adds the codes of `rows`, whose amounts were added before.
    fn push_code_columns(
        &mut self,
        codes: &[Vec<NodeCode>; CategoryField::ALL.len()],
        rows: Range<usize>,
    ) {
        for (field, codes) in CategoryField::ALL.into_iter().zip(codes) {
            let column = &mut self.categories[field.index()];
            if field == CategoryField::Disclosure {
                for row in rows.clone() {
                    column.push(Disclosure::of(self.amounts.state(row)) as NodeCode);
                }
            } else if codes.is_empty() {
                let unstated = column.code_of(&[]);
                column.push_all(std::iter::repeat_n(unstated, rows.len()));
            } else {
                column.push_all(codes.iter().copied());
            }
        }
    }

    /// The table of all rows added.
    #[must_use]
    pub fn finish(self) -> ProjectTable {
        self.finish_unordered().in_order()
    }

    /// The same, with its rows still to be put in the order of their amounts.
    #[must_use]
    pub fn finish_unordered(mut self) -> UnorderedTable {
        self.facts.dates = std::mem::take(&mut self.facts.dates).finish();
        UnorderedTable(self.into_columns(CategoryColumnBuilder::finish))
    }

    /// The rows added, for another builder of the same extra columns.
    #[must_use]
    pub fn into_part(self) -> TablePart {
        TablePart(self.into_columns(CategoryColumnBuilder::into_column))
    }

    /// Whether to [append](Self::append) these rows has the result of pushing them one after the other. It has not where
    /// a column comes to hold more values than it can tell apart.
    #[must_use]
    pub fn can_append(&self, part: &TablePart) -> bool {
        let part_columns = part.0.categories.iter();
        let mut columns = self.categories.iter().zip(part_columns);
        columns.all(|(column, part)| column.room() > part.tree().nodes().len())
            && self.amounts.can_append(&part.0.amounts)
            && u64::from(self.projects) + part.projects() <= u64::from(u32::MAX)
    }

    /// Adds rows that another builder took, with other identifiers; `extra` says where among the extra columns of this
    /// builder each of theirs is.
    pub fn append(&mut self, part: &TablePart, ids: &TextColumn, extra: &[usize]) {
        let ProjectTable {
            facts,
            categories,
            amounts,
            ..
        } = &part.0;
        for (column, texts) in [
            (Text::Id, ids),
            (Text::NameZh, &facts.names_zh),
            (Text::NameEn, &facts.names_en),
            (Text::Partner, &facts.partners),
            (Text::Note, &facts.notes),
            (Text::Section, &facts.sections),
            (Text::SourceTitle, &facts.source_titles),
            (Text::SourceUrl, &facts.source_urls),
            (Text::Accessed, &facts.accessed),
        ] {
            self.texts[column as usize].append(texts);
        }
        let blank = TextColumnBuilder::blank(facts.rows).finish();
        for (at, (_, texts)) in self.extra.iter_mut().enumerate() {
            let theirs = extra.iter().position(|&place| place == at);
            let theirs = theirs.and_then(|place| facts.extra.get(place));
            texts.append(theirs.map_or(&blank, |(_, texts)| texts));
        }
        for (column, part) in self.categories.iter_mut().zip(categories) {
            column.append(part);
        }
        self.amounts.append(amounts);
        self.projects = self.projects.saturating_add(part.projects() as u32);
        let (own, rows) = (&mut self.facts, facts.rows);
        own.dates.append(&facts.dates);
        pad_append(&mut own.weights, own.rows, 1, &facts.weights, rows);
        pad_append(
            &mut own.source_kinds,
            own.rows,
            0,
            &facts.source_kinds,
            rows,
        );
        own.rows += rows;
    }

    fn into_columns(
        mut self,
        finish: impl Fn(CategoryColumnBuilder) -> CategoryColumn,
    ) -> ProjectTable {
        let [
            ids,
            names_zh,
            names_en,
            partners,
            notes,
            sections,
            source_titles,
            source_urls,
            accessed,
        ] = self.texts.map(TextColumnBuilder::finish);
        self.amounts.shrink();
        let facts = FactColumns {
            ids,
            names_zh,
            names_en,
            partners,
            notes,
            sections,
            source_titles,
            source_urls,
            accessed,
            extra: self
                .extra
                .into_iter()
                .map(|(header, texts)| (header, texts.finish()))
                .collect(),
            ..self.facts
        };
        ProjectTable {
            facts: Rc::new(facts),
            categories: self.categories.map(|column| Rc::new(finish(column))),
            amounts: self.amounts,
            ..ProjectTable::default()
        }
    }

    /// How many projects a row is counted as.
    fn weigh(&mut self, projects: u32) -> u32 {
        match self.projects.checked_add(projects) {
            Some(sum) => {
                self.projects = sum;
                projects
            }
            None => 1,
        }
    }

    /// The code of what is not stated, which is listed from now on.
    pub fn unstated_code(&mut self, field: CategoryField) -> NodeCode {
        self.code_of(field, &[])
    }

    /// The code of a country, which is listed from now on.
    pub fn country_code(&mut self, country: &'static Country) -> NodeCode {
        let column = &mut self.categories[CategoryField::Country.index()];
        self.countries
            .get_or(country.position, || column.code_of(&country.path()))
    }

    /// The code of an industry, which is listed from now on.
    pub fn industry_code(&mut self, industry: &'static Industry) -> NodeCode {
        let column = &mut self.categories[CategoryField::Industry.index()];
        self.industries
            .get_or(industry.position, || column.code_of(&industry.path()))
    }

    /// The code of a place, which is listed from now on.
    pub fn place_code(&mut self, place: &Place<'_>) -> NodeCode {
        self.place.clear();
        place.write_parts(&mut self.place);
        let number = self.places.intern(&self.place);
        let column = &mut self.categories[CategoryField::Place.index()];
        self.codes_of_places
            .get_or(number as usize, || column.code_of(&place.path()))
    }

    /// The code of an event, which is listed from now on.
    pub fn event_code(&mut self, key: &str, name: &Bilingual) -> NodeCode {
        let number = self.events.intern(key.as_bytes());
        let column = &mut self.categories[CategoryField::Event.index()];
        self.codes_of_events.get_or(number as usize, || {
            column.code_of(&[Step::new(key, &name.zh, &name.en)])
        })
    }

    /// Whether `code` stands for values of a field that are not told apart, because they came when the column was full.
    #[must_use]
    pub fn is_surplus(&self, field: CategoryField, code: NodeCode) -> bool {
        self.categories[field.index()].is_surplus(code)
    }

    fn push_codes(&mut self, record: &ProjectRecord<'_>, disclosure: Disclosure) {
        for field in CategoryField::ALL {
            let code = match field {
                CategoryField::Country => record.country.map(|country| self.country_code(country)),
                CategoryField::Industry => {
                    let industry = record.industry;
                    industry.map(|industry| self.industry_code(industry))
                }
                CategoryField::Place => Some(self.place_code(&record.place)),
                CategoryField::Event => {
                    let event = record.event.as_ref();
                    event.map(|(key, name)| self.event_code(key, name))
                }
                CategoryField::Mode => record.mode.map(|mode| mode as NodeCode),
                CategoryField::Stage => record.stage.map(|stage| stage as NodeCode),
                CategoryField::Disclosure => Some(disclosure as NodeCode),
                CategoryField::CountryBasis => record.country_basis.map(|basis| basis as NodeCode),
            };
            let code = code.unwrap_or_else(|| self.unstated_code(field));
            self.categories[field.index()].push(code);
        }
    }

    fn code_of(&mut self, field: CategoryField, path: &[Step<'_>]) -> NodeCode {
        self.categories[field.index()].code_of(path)
    }
}

/// Adds the value of `row` to a column that is left empty as long as every row has the `usual` one.
fn pad_push<T: Copy + PartialEq>(column: &mut Vec<T>, row: usize, usual: T, value: T) {
    if column.is_empty() && value != usual {
        *column = vec![usual; row];
    }
    if !column.is_empty() || value != usual {
        column.push(value);
    }
}

/// Adds the values of `rows` further rows, which are `part`'s or all the `usual` one.
fn pad_append<T: Copy>(column: &mut Vec<T>, before: usize, usual: T, part: &[T], rows: usize) {
    if column.is_empty() && !part.is_empty() {
        *column = vec![usual; before];
    }
    if part.is_empty() && !column.is_empty() {
        column.resize(before + rows, usual);
    }
    column.extend_from_slice(part);
}
