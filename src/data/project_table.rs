//! The table of projects, by column.

use std::rc::Rc;

use super::amount::{AmountColumn, DisplayCurrency};
use super::amount_order::AmountOrder;
use super::category::{CategoryColumn, NodeCode};
use super::date::DateColumn;
use super::exchange_rate::ExchangeRates;
use super::field::CategoryField;
use super::text_column::TextColumn;
use super::vocabulary::Disclosure;
use crate::i18n::Locale;

/// What a source's page is to the report it carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// The page of whoever reported it.
    #[default]
    Original,
    /// A page that repeats another outlet on a foreign, mirror or test domain.
    Copy,
    /// A page translated by machine.
    MachineTranslation,
}

impl SourceKind {
    /// Reads `original`, `copy` or `machine-translation`.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        match key {
            "original" => Some(Self::Original),
            "copy" => Some(Self::Copy),
            "machine-translation" => Some(Self::MachineTranslation),
            _ => None,
        }
    }
}

/// Where a row comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Source<'a> {
    /// The page's shortened title.
    pub title: &'a str,
    /// The page's address as the data has it; may be of any scheme.
    pub url: &'a str,
    /// What the page is to the report.
    pub kind: SourceKind,
}

impl<'a> Source<'a> {
    /// The address to link to: `http` or `https` only, and none for a copy, whose host may vanish or be unsafe.
    #[must_use]
    pub fn link(&self) -> Option<&'a str> {
        (is_web_address(self.url) && self.kind != SourceKind::Copy).then_some(self.url)
    }

    /// The host name in the address, or empty.
    #[must_use]
    pub fn domain(&self) -> &'a str {
        let host = self.url.split_once("://").map_or("", |(_, rest)| rest);
        host.split(['/', '?', '#']).next().unwrap_or_default()
    }
}

/// Whether `url` has the scheme `http` or `https` and a host.
#[must_use]
pub fn is_web_address(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once("://") else {
        return false;
    };
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
        && rest.starts_with(|first: char| first.is_alphanumeric() || first == '[')
        && !url.contains(char::is_whitespace)
}

/// Projects, one row each: named columns of equal length. Compared by pointer where it is a property.
///
/// A row of an aggregate stands for several projects, its weight: they share every fact of the row, and its amount is
/// what they come to together. Counts are sums of weights and sums are exact. Where an amount is that of one project
/// (histogram, range of amounts, dots), each of them has an equal part of the row's, which is all that is known.
///
/// Cheap to show in another currency: only amounts, and whether there is one, differ between two of them.
#[derive(Clone, Debug, Default)]
pub struct ProjectTable {
    pub(super) facts: Rc<FactColumns>,
    pub(super) categories: [Rc<CategoryColumn>; CategoryField::ALL.len()],
    pub(super) amounts: AmountColumn,
    pub(super) by_amount: AmountOrder,
}

/// A table whose rows are not in the order of their amounts yet, which takes a while for a million of them.
#[derive(Debug)]
pub struct UnorderedTable(pub(super) ProjectTable);

impl UnorderedTable {
    /// The table.
    #[must_use]
    pub fn in_order(self) -> ProjectTable {
        self.0.in_order()
    }
}

/// The columns that are neither categories nor amounts.
#[derive(Clone, Debug, Default)]
pub(super) struct FactColumns {
    pub(super) rows: usize,
    pub(super) ids: TextColumn,
    pub(super) names_zh: TextColumn,
    pub(super) names_en: TextColumn,
    pub(super) partners: TextColumn,
    pub(super) notes: TextColumn,
    pub(super) sections: TextColumn,
    pub(super) source_titles: TextColumn,
    pub(super) source_urls: TextColumn,
    /// A [`SourceKind`] each; empty where every source is an original.
    pub(super) source_kinds: Vec<u8>,
    pub(super) accessed: TextColumn,
    /// Columns of which nothing is known, with their headers.
    pub(super) extra: Vec<(String, TextColumn)>,
    pub(super) dates: DateColumn,
    /// Projects per row; empty where every row is one project.
    pub(super) weights: Vec<u32>,
    pub(super) rates: Rc<ExchangeRates>,
}

impl ProjectTable {
    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.facts.rows
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.facts.rows == 0
    }

    /// The stable identifier of `row` in its edition.
    #[must_use]
    pub fn id(&self, row: usize) -> &str {
        self.facts.ids.get(row)
    }

    /// The row with this identifier.
    #[must_use]
    pub fn row_of(&self, id: &str) -> Option<usize> {
        self.facts.ids.position(id)
    }

    /// The project's name; the other language's where this one has none.
    #[must_use]
    pub fn name(&self, row: usize, locale: Locale) -> &str {
        let [first, second] = self.names(locale);
        let name = first.get(row);
        if name.is_empty() {
            second.get(row)
        } else {
            name
        }
    }

    /// The columns in which a name is looked up: of the language, and of the other one.
    #[must_use]
    pub fn names(&self, locale: Locale) -> [&TextColumn; 2] {
        let (zh, en) = (&self.facts.names_zh, &self.facts.names_en);
        match locale {
            Locale::Zh => [zh, en],
            Locale::En => [en, zh],
        }
    }

    /// The project's name in one language; empty where it has none.
    #[must_use]
    pub fn name_in(&self, row: usize, locale: Locale) -> &str {
        self.names(locale)[0].get(row)
    }

    /// The partner as the source writes it; several are separated by `;`.
    #[must_use]
    pub fn partner(&self, row: usize) -> &str {
        self.facts.partners.get(row)
    }

    /// The column of [`ProjectTable::partner`].
    #[must_use]
    pub fn partners(&self) -> &TextColumn {
        &self.facts.partners
    }

    /// Qualifications of the row, in the words of the data.
    #[must_use]
    pub fn note(&self, row: usize) -> &str {
        self.facts.notes.get(row)
    }

    /// The section letter of GB/T 4754-2017, China's industrial classification.
    #[must_use]
    pub fn section(&self, row: usize) -> &str {
        self.facts.sections.get(row)
    }

    /// Where the row comes from.
    #[must_use]
    pub fn source(&self, row: usize) -> Source<'_> {
        Source {
            title: self.facts.source_titles.get(row),
            url: self.facts.source_urls.get(row),
            kind: match self.facts.source_kinds.get(row) {
                None | Some(0) => SourceKind::Original,
                Some(1) => SourceKind::Copy,
                Some(_) => SourceKind::MachineTranslation,
            },
        }
    }

    /// The column of the titles of sources.
    #[must_use]
    pub fn source_titles(&self) -> &TextColumn {
        &self.facts.source_titles
    }

    /// The day on which the source was read, as the data writes it.
    #[must_use]
    pub fn accessed(&self, row: usize) -> &str {
        self.facts.accessed.get(row)
    }

    /// The last day on which one of the sources was read.
    #[must_use]
    pub fn last_accessed(&self) -> &str {
        self.facts.accessed.last_text()
    }

    /// The values of a category field.
    #[must_use]
    pub fn category(&self, field: CategoryField) -> &CategoryColumn {
        &self.categories[field.index()]
    }

    /// Signing dates.
    #[must_use]
    pub fn dates(&self) -> &DateColumn {
        &self.facts.dates
    }

    /// Amounts, as stated and in the currency that is shown.
    #[must_use]
    pub fn amounts(&self) -> &AmountColumn {
        &self.amounts
    }

    /// Rows in the order of what each of their projects comes to.
    #[must_use]
    pub fn by_amount(&self) -> &AmountOrder {
        &self.by_amount
    }

    /// How many projects `row` stands for.
    #[must_use]
    pub fn projects(&self, row: usize) -> u32 {
        self.facts.weights.get(row).copied().unwrap_or(1)
    }

    /// Projects per row; `None` where every row is one project.
    #[must_use]
    pub fn weights(&self) -> Option<&[u32]> {
        (!self.facts.weights.is_empty()).then_some(&*self.facts.weights)
    }

    /// What each project of `row` comes to, to the whole unit of the display currency: an equal part of the row's
    /// amount, as far as that is known.
    #[must_use]
    pub fn amount_per_project(&self, row: usize) -> Option<f64> {
        let amount = self.amounts.get(row)?;
        Some(match self.facts.weights.get(row) {
            None | Some(1) => amount,
            Some(&projects) => (amount / f64::from(projects)).round(),
        })
    }

    /// Headers of the columns that are kept as they are, because nothing is known of them.
    pub fn extra_headers(&self) -> impl Iterator<Item = &str> {
        self.facts.extra.iter().map(|(header, _)| &**header)
    }

    /// What `row` has in such a column, by the position of its header.
    #[must_use]
    pub fn extra(&self, column: usize, row: usize) -> &str {
        let column = self.facts.extra.get(column);
        column.map_or("", |(_, texts)| texts.get(row))
    }

    /// The rates with which amounts are converted.
    #[must_use]
    pub fn rates(&self) -> &ExchangeRates {
        &self.facts.rates
    }

    /// The same projects with their amounts in another currency. All that does not depend on it is shared.
    #[must_use]
    pub fn in_currency(&self, currency: DisplayCurrency) -> Self {
        let year = |row| self.dates().get(row).map(|date| date.year);
        let amounts = self.amounts.in_currency(currency, year, self.rates());
        let mut categories = self.categories.clone();
        let disclosure = &mut categories[CategoryField::Disclosure.index()];
        let codes = (0..self.len()).map(|row| Disclosure::of(amounts.state(row)) as NodeCode);
        *disclosure = Rc::new(disclosure.with_codes(codes.collect()));
        Self {
            facts: Rc::clone(&self.facts),
            categories,
            amounts,
            by_amount: AmountOrder::default(),
        }
        .in_order()
    }

    /// With its rows in the order of their amounts.
    pub(super) fn in_order(mut self) -> Self {
        self.by_amount =
            AmountOrder::new(self.len(), &|row| self.amount_per_project(row), &|row| {
                self.amounts.is_unconverted(row)
            });
        self
    }

    /// The columns that a search looks in, beside the place.
    pub fn searched_columns(&self) -> impl Iterator<Item = &TextColumn> {
        let facts = &*self.facts;
        [
            &facts.names_zh,
            &facts.names_en,
            &facts.partners,
            &facts.notes,
        ]
        .into_iter()
    }

    /// The texts of `row` that a search looks in: names, partner, place in both languages, note.
    pub fn searched_texts(&self, row: usize) -> impl Iterator<Item = &str> {
        let place = self.category(CategoryField::Place);
        let mut node = Some(place.node(row));
        let places = std::iter::from_fn(move || {
            let current = node?;
            node = current.parent.map(|parent| place.tree().node(parent));
            Some(current)
        });
        let texts = self.searched_columns().map(move |column| column.get(row));
        texts.filter(|text| !text.is_empty()).chain(
            places
                .filter(|node| !node.is_unstated())
                .flat_map(|node| [&*node.name.zh, &*node.name.en]),
        )
    }
}
