//! In which order the project table stands.
//!
//! Takes a whole table and gives its row numbers in order: a filter then only
//! leaves rows out of it, and nothing is sorted again. Each row is compared by
//! one number looked up from its column; a text's number holds its first
//! letters, and only texts that agree in these are read further.

use std::cmp::Ordering;

use super::bit_set::BitSet;
use crate::data::{AmountColumn, CategoryField, CategoryNode, NodeCode, PartialDate, ProjectTable};
use crate::i18n::Locale;

/// A column of the project table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TableColumn {
    /// The project's name.
    Name,
    /// The partner as written.
    Partner,
    /// The partner's country or region.
    Country,
    /// The industry.
    Industry,
    /// The city that hosts the project, or the province where no city is stated.
    Place,
    /// The date of signing.
    Signed,
    /// The amount.
    Amount,
    /// The event at which the project was signed.
    Event,
    /// Kind of cooperation.
    Mode,
    /// How far the project has come.
    Stage,
    /// The title of the source.
    Source,
}

impl TableColumn {
    /// Every column, in the order in which they stand.
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::Partner,
        Self::Country,
        Self::Industry,
        Self::Place,
        Self::Signed,
        Self::Amount,
        Self::Event,
        Self::Mode,
        Self::Stage,
        Self::Source,
    ];

    /// The key in addresses and preferences, and in the page's own markup.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Partner => "partner",
            Self::Country => "country",
            Self::Industry => "industry",
            Self::Place => "place",
            Self::Signed => "signed",
            Self::Amount => "amount",
            Self::Event => "event",
            Self::Mode => "mode",
            Self::Stage => "stage",
            Self::Source => "source",
        }
    }

    /// The column with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.key() == key)
    }

    /// The category field that the column shows.
    #[must_use]
    pub const fn category(self) -> Option<CategoryField> {
        match self {
            Self::Country => Some(CategoryField::Country),
            Self::Industry => Some(CategoryField::Industry),
            Self::Place => Some(CategoryField::Place),
            Self::Event => Some(CategoryField::Event),
            Self::Mode => Some(CategoryField::Mode),
            Self::Stage => Some(CategoryField::Stage),
            Self::Name | Self::Partner | Self::Signed | Self::Amount | Self::Source => None,
        }
    }
}

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SortDirection {
    /// The smallest, the earliest, or A first.
    Ascending,
    /// The largest, the latest, or Z first.
    Descending,
}

/// How the table is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TableSort {
    /// By what.
    pub column: TableColumn,
    /// Which way.
    pub direction: SortDirection,
}

impl Default for TableSort {
    /// The newest first.
    fn default() -> Self {
        Self::first_by(TableColumn::Signed)
    }
}

impl TableSort {
    /// How `column` is sorted when the reader first asks for it: the newest and the largest first, names from A.
    #[must_use]
    pub const fn first_by(column: TableColumn) -> Self {
        let direction = match column {
            TableColumn::Signed | TableColumn::Amount => SortDirection::Descending,
            TableColumn::Name
            | TableColumn::Partner
            | TableColumn::Country
            | TableColumn::Industry
            | TableColumn::Place
            | TableColumn::Event
            | TableColumn::Mode
            | TableColumn::Stage
            | TableColumn::Source => SortDirection::Ascending,
        };
        Self { column, direction }
    }

    /// The order after the reader asked for `column`, the other way round where the table is sorted by it already.
    #[must_use]
    pub fn then_by(self, column: TableColumn) -> Self {
        if self.column != column {
            return Self::first_by(column);
        }
        let direction = match self.direction {
            SortDirection::Ascending => SortDirection::Descending,
            SortDirection::Descending => SortDirection::Ascending,
        };
        Self { column, direction }
    }

    /// The key in addresses: `amount-desc`.
    #[must_use]
    pub fn key(self) -> String {
        let direction = match self.direction {
            SortDirection::Ascending => "asc",
            SortDirection::Descending => "desc",
        };
        format!("{}-{direction}", self.column.key())
    }

    /// Reads `amount-desc`.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        let (column, direction) = key.split_once('-')?;
        let direction = match direction {
            "asc" => SortDirection::Ascending,
            "desc" => SortDirection::Descending,
            _ => return None,
        };
        Some(Self {
            column: TableColumn::parse(column)?,
            direction,
        })
    }
}

/// In which order a language puts words.
pub trait Collation {
    /// Compares two words.
    fn compare(&self, one: &str, other: &str) -> Ordering;
}

/// What the table shows of a row's category: the value at the second level or above, as far as it is stated.
#[must_use]
pub fn shown_category(
    table: &ProjectTable,
    field: CategoryField,
    row: usize,
) -> Option<&CategoryNode> {
    let column = table.category(field);
    shown_node(table, field, column.codes()[row])
}

fn shown_node(table: &ProjectTable, field: CategoryField, code: NodeCode) -> Option<&CategoryNode> {
    let tree = table.category(field).tree();
    let node = tree.node(tree.ancestor_at(code, 1));
    if node.is_unstated() {
        node.parent.map(|parent| tree.node(parent))
    } else {
        Some(node)
    }
}

/// Every row of `table` in order: what is not stated or not disclosed last in both directions, amounts without a rate
/// before these, equal rows the newest first, and equally new ones as in the table.
#[must_use]
pub fn table_order<'t>(
    table: &'t ProjectTable,
    sort: TableSort,
    locale: Locale,
    collation: &dyn Collation,
) -> Vec<u32> {
    let newest_first = in_order(
        &(0..table.len() as u32).collect::<Vec<_>>(),
        SortDirection::Descending,
        &|row| date_key(table.dates().get(row)),
        &|_, _| Ordering::Equal,
    );
    if sort == TableSort::default() {
        return newest_first;
    }
    let by_key = |key: &dyn Fn(usize) -> u64| {
        in_order(&newest_first, sort.direction, key, &|_, _| Ordering::Equal)
    };
    if let Some(field) = sort.column.category() {
        let ranks = name_ranks(table, field, locale, collation);
        let codes = table.category(field).codes();
        return by_key(&|row| ranks[usize::from(codes[row])]);
    }
    let text: &dyn Fn(usize) -> &'t str = match sort.column {
        TableColumn::Signed => return by_key(&|row| date_key(table.dates().get(row))),
        TableColumn::Amount => return by_key(&|row| amount_key(table.amounts(), row)),
        TableColumn::Partner => &|row| table.partner(row),
        TableColumn::Source => &|row| table.source(row).title,
        TableColumn::Name
        | TableColumn::Country
        | TableColumn::Industry
        | TableColumn::Place
        | TableColumn::Event
        | TableColumn::Mode
        | TableColumn::Stage => &|row| table.name(row, locale),
    };
    let letters = LetterRanks::new((0..table.len()).map(text), collation);
    in_order(
        &newest_first,
        sort.direction,
        &|row| letters.key(text(row)),
        &|one, other| letters.compare_rest(text(one), text(other)),
    )
}

/// The rows of `order` that are in `rows`.
#[must_use]
pub fn listed_rows(order: &[u32], rows: &BitSet) -> Vec<u32> {
    let listed = order.iter().filter(|&&row| rows.contains(row as usize));
    listed.copied().collect()
}

/// The key of what there is not: last in both directions.
const NOTHING: u64 = 0;

/// The key of what cannot be compared: before [`NOTHING`] in both directions. Other keys are larger.
const INCOMPARABLE: u64 = 1;

/// Sorts by `key`, then by `rest`; rows that are equal in both stay as they are in `order`.
fn in_order(
    order: &[u32],
    direction: SortDirection,
    key: &dyn Fn(usize) -> u64,
    rest: &dyn Fn(usize, usize) -> Ordering,
) -> Vec<u32> {
    let directed = |key: u64| match (key, direction) {
        (NOTHING, _) => u64::MAX,
        (INCOMPARABLE, _) => u64::MAX - 1,
        (key, SortDirection::Ascending) => key,
        (key, SortDirection::Descending) => !key,
    };
    let mut keyed: Vec<(u64, u32)> = order
        .iter()
        .map(|&row| (directed(key(row as usize)), row))
        .collect();
    keyed.sort_by(|one, other| {
        one.0.cmp(&other.0).then_with(|| {
            let (one, other) = (one.1 as usize, other.1 as usize);
            match direction {
                SortDirection::Ascending => rest(one, other),
                SortDirection::Descending => rest(other, one),
            }
        })
    });
    keyed.into_iter().map(|(_, row)| row).collect()
}

/// In the order of [`PartialDate`].
fn date_key(date: Option<PartialDate>) -> u64 {
    date.map_or(NOTHING, |date| {
        let part = |part: Option<u8>| u64::from(part.unwrap_or(0));
        u64::from(date.year) << 16 | part(date.month) << 8 | part(date.day)
    })
}

/// In the order of amounts, negative ones included.
fn amount_key(amounts: &AmountColumn, row: usize) -> u64 {
    const SIGN: u64 = 1 << 63;
    match amounts.get(row).map(f64::to_bits) {
        Some(bits) if bits & SIGN == 0 => bits | SIGN,
        Some(bits) => !bits,
        None if amounts.is_unconverted(row) => INCOMPARABLE,
        None => NOTHING,
    }
}

/// The key of what is shown for each node.
fn name_ranks(
    table: &ProjectTable,
    field: CategoryField,
    locale: Locale,
    collation: &dyn Collation,
) -> Vec<u64> {
    let codes = table.category(field).tree().codes();
    let names: Vec<&str> = codes
        .map(|code| shown_node(table, field, code).map_or("", |node| node.name.get(locale)))
        .collect();
    ranks(&names, collation)
}

/// A key for each word, in their order; equal words share theirs, and an empty one is nothing.
fn ranks(words: &[&str], collation: &dyn Collation) -> Vec<u64> {
    let compare = |one: usize, other: usize| collation.compare(words[one], words[other]);
    let order = in_order(
        &(0..words.len() as u32).collect::<Vec<_>>(),
        SortDirection::Ascending,
        &|word| match words[word] {
            "" => NOTHING,
            _ => INCOMPARABLE + 1,
        },
        &compare,
    );
    let mut ranks = vec![NOTHING; words.len()];
    let mut rank = INCOMPARABLE;
    let mut before = None;
    for word in order.into_iter().map(|word| word as usize) {
        if words[word].is_empty() {
            break;
        }
        if before.is_none_or(|before| compare(before, word) != Ordering::Equal) {
            rank += 1;
        }
        before = Some(word);
        ranks[word] = rank;
    }
    ranks
}

/// The order of the letters that some texts are written in: a few thousand at most, so that a collation, which is
/// slow, need not look at a million texts.
struct LetterRanks {
    /// Indexed by [`LetterRanks::slot`]; 0 for letters that no text has.
    ranks: Vec<u16>,
}

impl LetterRanks {
    /// Letters of a text that stand in its key.
    const IN_KEY: usize = 4;

    fn new<'a>(texts: impl Iterator<Item = &'a str>, collation: &dyn Collation) -> Self {
        let mut ranks_by_slot = vec![0; 1 << 16];
        let mut letters: Vec<String> = Vec::new();
        for letter in texts.flat_map(str::chars) {
            let met = &mut ranks_by_slot[Self::slot(letter)];
            if *met == 0 {
                *met = 1;
                letters.push(letter.into());
            }
        }
        let words: Vec<&str> = letters.iter().map(String::as_str).collect();
        for (word, rank) in words.iter().zip(ranks(&words, collation)) {
            for letter in word.chars() {
                ranks_by_slot[Self::slot(letter)] = rank as u16;
            }
        }
        Self {
            ranks: ranks_by_slot,
        }
    }

    /// Letters outside the Basic Multilingual Plane share the last slot: rare ones, which then sort together.
    fn slot(letter: char) -> usize {
        (letter as usize).min(0xFFFF)
    }

    fn ranks_of(&self, text: &str) -> impl Iterator<Item = u16> {
        text.chars().map(|letter| self.ranks[Self::slot(letter)])
    }

    fn key(&self, text: &str) -> u64 {
        let mut ranks = self.ranks_of(text);
        (0..Self::IN_KEY).fold(0, |key, _| key << 16 | u64::from(ranks.next().unwrap_or(0)))
    }

    fn compare_rest(&self, one: &str, other: &str) -> Ordering {
        let rest = |text| self.ranks_of(text).skip(Self::IN_KEY);
        rest(one).cmp(rest(other))
    }
}
