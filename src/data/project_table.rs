//! The table of projects, by column.

use std::rc::Rc;

use super::amount::{AmountColumn, DisplayCurrency};
use super::category::CategoryColumn;
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
/// Cheap to show in another currency: only amounts, and whether there is one, differ between two of them.
#[derive(Clone, Debug, Default)]
pub struct ProjectTable {
    pub(super) facts: Rc<FactColumns>,
    pub(super) categories: [Rc<CategoryColumn>; CategoryField::ALL.len()],
    pub(super) amounts: AmountColumn,
}

/// The columns that are neither categories nor amounts.
#[derive(Debug, Default)]
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
    pub(super) source_kinds: Vec<SourceKind>,
    pub(super) accessed: TextColumn,
    pub(super) dates: DateColumn,
    pub(super) rates: Rc<ExchangeRates>,
}

impl ProjectTable {
    /// How many projects there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.facts.rows
    }

    /// Whether there is no project.
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
        self.facts.ids.iter().position(|known| known == id)
    }

    /// The project's name; the other language's where this one has none.
    #[must_use]
    pub fn name(&self, row: usize, locale: Locale) -> &str {
        let (first, second) = match locale {
            Locale::Zh => (Locale::Zh, Locale::En),
            Locale::En => (Locale::En, Locale::Zh),
        };
        let name = self.name_in(row, first);
        if name.is_empty() {
            self.name_in(row, second)
        } else {
            name
        }
    }

    /// The project's name in one language; empty where it has none.
    #[must_use]
    pub fn name_in(&self, row: usize, locale: Locale) -> &str {
        match locale {
            Locale::Zh => self.facts.names_zh.get(row),
            Locale::En => self.facts.names_en.get(row),
        }
    }

    /// The partner as the source writes it; several are separated by `;`.
    #[must_use]
    pub fn partner(&self, row: usize) -> &str {
        self.facts.partners.get(row)
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
            kind: self.facts.source_kinds[row],
        }
    }

    /// The day on which the source was read, as the data writes it.
    #[must_use]
    pub fn accessed(&self, row: usize) -> &str {
        self.facts.accessed.get(row)
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
        let keys = (0..self.len()).map(|row| Disclosure::of(&amounts, row).key());
        *disclosure = Rc::new(disclosure.with_values(keys));
        Self {
            facts: Rc::clone(&self.facts),
            categories,
            amounts,
        }
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
        [
            self.facts.names_zh.get(row),
            self.facts.names_en.get(row),
            self.facts.partners.get(row),
            self.facts.notes.get(row),
        ]
        .into_iter()
        .chain(
            places
                .filter(|node| !node.is_unstated())
                .flat_map(|node| [&*node.name.zh, &*node.name.en]),
        )
    }
}
