//! Rows in, a table out.

use std::rc::Rc;

use super::amount::{AmountColumn, StatedAmount};
use super::category::{CategoryColumnBuilder, Step};
use super::country::Country;
use super::date::PartialDate;
use super::exchange_rate::ExchangeRates;
use super::field::CategoryField;
use super::industry::Industry;
use super::place::Place;
use super::project_table::{FactColumns, ProjectTable, SourceKind};
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
    /// Amount as stated.
    pub amount: Option<StatedAmount>,
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
}

/// Collects records into a [`ProjectTable`].
#[derive(Debug, Default)]
pub struct TableBuilder {
    facts: FactColumns,
    amounts: AmountColumn,
    categories: [CategoryColumnBuilder; CategoryField::ALL.len()],
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
        for mode in Mode::ALL {
            builder
                .category(CategoryField::Mode)
                .declare(&[mode.step()]);
        }
        for stage in Stage::ALL {
            builder
                .category(CategoryField::Stage)
                .declare(&[stage.step()]);
        }
        for disclosure in Disclosure::ALL {
            builder
                .category(CategoryField::Disclosure)
                .declare(&[disclosure.step()]);
        }
        for basis in CountryBasis::ALL {
            builder
                .category(CategoryField::CountryBasis)
                .declare(&[basis.step()]);
        }
        builder
    }

    /// Adds a row.
    pub fn push(&mut self, record: &ProjectRecord<'_>) {
        let facts = &mut self.facts;
        let year = record.signed_on.map(|date| date.year);
        let amount = record
            .amount
            .and_then(|amount| amount.converted(year, self.amounts.currency(), &facts.rates));
        self.amounts.push(record.amount, amount);
        let disclosure = Disclosure::of(&self.amounts, facts.rows);
        facts.rows += 1;
        facts.ids.push(record.id);
        facts.names_zh.push(record.name_zh);
        facts.names_en.push(record.name_en);
        facts.partners.push(record.partner);
        facts.notes.push(record.note);
        facts.sections.push(record.section);
        facts.source_titles.push(record.source_title);
        facts.source_urls.push(record.source_url);
        facts.source_kinds.push(record.source_kind);
        facts.accessed.push(record.accessed);
        facts.dates.push(record.signed_on);
        let event = record
            .event
            .as_ref()
            .map(|(key, name)| Step::new(key, &name.zh, &name.en));
        let country = record.country.map(Country::path);
        let industry = record.industry.map(Industry::path);
        self.category(CategoryField::Country)
            .push(country.as_ref().map_or(&[], |path| path));
        self.category(CategoryField::Industry)
            .push(industry.as_ref().map_or(&[], |path| path));
        self.category(CategoryField::Place)
            .push(&record.place.path());
        self.category(CategoryField::Event).push(event.as_slice());
        self.category(CategoryField::Mode)
            .push(record.mode.map(Mode::step).as_slice());
        self.category(CategoryField::Stage)
            .push(record.stage.map(Stage::step).as_slice());
        self.category(CategoryField::Disclosure)
            .push(&[disclosure.step()]);
        self.category(CategoryField::CountryBasis)
            .push(record.country_basis.map(CountryBasis::step).as_slice());
    }

    /// The table of all rows added.
    #[must_use]
    pub fn finish(self) -> ProjectTable {
        ProjectTable {
            facts: Rc::new(self.facts),
            categories: self.categories.map(|column| Rc::new(column.finish())),
            amounts: self.amounts,
        }
    }

    fn category(&mut self, field: CategoryField) -> &mut CategoryColumnBuilder {
        &mut self.categories[field.index()]
    }
}
