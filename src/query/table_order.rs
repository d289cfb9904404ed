//! In which order the project table stands.
//!
//! Takes a whole table and gives its row numbers in order: a filter then only
//! leaves rows out of it, and nothing is sorted again. Each row is compared by
//! one number looked up from its column; a text's number holds some of its
//! letters, and only texts that agree in these are read further.
//!
//! A long table is put in order a step of some milliseconds at a time, so that
//! the page answers in between.

use std::cmp::Ordering;
use std::rc::Rc;

use inward_kernel::{Letters, Sorting, TextSorting, key_of};

use super::bit_set::BitSet;
use super::sorting::sorted;
use super::table_column::{SortDirection, TableColumn, TableSort, shown_node};
use crate::data::{
    AmountColumn, AmountState, CategoryField, DateColumn, ProjectTable, TextColumn, UNDATED,
};
use crate::i18n::Locale;

/// Rows that are looked at in one step.
const SLICE: usize = 1 << 15;

/// In which order a language puts words.
pub trait Collation {
    /// Compares two words.
    fn compare(&self, one: &str, other: &str) -> Ordering;

    /// The positions of `words` in their order.
    fn sorted(&self, words: &[&str]) -> Vec<usize> {
        sorted(words.len(), &mut |one, other| {
            self.compare(words[one], words[other])
        })
    }
}

/// Every row of `table` in order: what is not stated or not disclosed last in both directions, amounts without a rate
/// before these, equal rows the newest first, and equally new ones as in the table.
#[must_use]
pub fn table_order(
    table: &Rc<ProjectTable>,
    sort: TableSort,
    locale: Locale,
    collation: &dyn Collation,
) -> Vec<u32> {
    let mut ordering = TableOrdering::new(Rc::clone(table), sort, locale);
    while ordering.step(collation) {}
    ordering.finish()
}

/// The rows of `order` that are in `rows`.
#[must_use]
pub fn listed_rows(order: &[u32], rows: &BitSet) -> Vec<u32> {
    inward_kernel::listed(order, rows.words())
}

/// A table that is being put in order, as [`table_order`] gives it.
#[derive(Debug)]
pub struct TableOrdering {
    table: Rc<ProjectTable>,
    sort: TableSort,
    locale: Locale,
    stage: Stage,
}

/// What is being done.
#[derive(Debug)]
enum Stage {
    /// Looks up the key of each row in `places`.
    Keys {
        by: TableSort,
        ranks: Vec<u64>,
        places: Vec<u32>,
        keys: Vec<u64>,
    },
    /// Sorts rows by their keys.
    Sorting { by: TableSort, sorting: Sorting },
    /// Looks at the letters of each row's text.
    Letters {
        places: Vec<u32>,
        letters: Letters,
        read: usize,
    },
    /// Sorts rows by their texts.
    Texts(TextSorting),
    /// There is nothing left to do.
    Done(Vec<u32>),
}

impl TableOrdering {
    /// Begins with the newest first, which is how equal rows stand.
    #[must_use]
    pub fn new(table: Rc<ProjectTable>, sort: TableSort, locale: Locale) -> Self {
        let places = (0..table.len() as u32).collect();
        let stage = Stage::Keys {
            by: TableSort::default(),
            ranks: Vec::new(),
            places,
            keys: Vec::new(),
        };
        Self {
            table,
            sort,
            locale,
            stage,
        }
    }

    /// Does a part of the work; false once there is none left.
    pub fn step(&mut self, collation: &dyn Collation) -> bool {
        let stage = std::mem::replace(&mut self.stage, Stage::Done(Vec::new()));
        self.stage = match stage {
            Stage::Keys {
                by,
                ranks,
                places,
                mut keys,
            } => {
                let end = places.len().min(keys.len() + SLICE);
                self.read_keys(by, &ranks, &places[keys.len()..end], &mut keys);
                if end < places.len() {
                    Stage::Keys {
                        by,
                        ranks,
                        places,
                        keys,
                    }
                } else {
                    let sorting = Sorting::new(keys, places);
                    Stage::Sorting { by, sorting }
                }
            }
            Stage::Sorting { by, mut sorting } => {
                if sorting.step() {
                    Stage::Sorting { by, sorting }
                } else if by == self.sort {
                    Stage::Done(sorting.finish())
                } else {
                    self.after_newest(sorting.finish(), collation)
                }
            }
            Stage::Letters {
                places,
                mut letters,
                read,
            } => {
                let end = places.len().min(read + SLICE);
                let columns = self.texts();
                for row in read..end {
                    letters.meet(text(columns, row));
                }
                if end < places.len() {
                    Stage::Letters {
                        places,
                        letters,
                        read: end,
                    }
                } else {
                    let words: Vec<String> = letters.iter().map(String::from).collect();
                    let words: Vec<&str> = words.iter().map(String::as_str).collect();
                    let ranks = ranks(&words, collation);
                    let alphabet = letters.alphabet(ranks.into_iter().map(|rank| rank as u16));
                    let is_descending = self.sort.direction == SortDirection::Descending;
                    Stage::Texts(TextSorting::new(alphabet, is_descending, places))
                }
            }
            Stage::Texts(mut sorting) => {
                let columns = self.texts();
                if sorting.step(&|row| text(columns, row as usize)) {
                    Stage::Texts(sorting)
                } else {
                    Stage::Done(sorting.finish())
                }
            }
            Stage::Done(places) => Stage::Done(places),
        };
        !matches!(self.stage, Stage::Done(_))
    }

    /// How much is done, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        let share = |part: usize| part as f64 / self.table.len().max(1) as f64;
        let is_by_text = self.sort.column.category().is_none()
            && !matches!(self.sort.column, TableColumn::Signed | TableColumn::Amount);
        match &self.stage {
            Stage::Keys { by, .. } | Stage::Sorting { by, .. } => {
                match (*by == TableSort::default(), is_by_text) {
                    (true, true) => 0.0,
                    (true, false) => 0.1,
                    (false, _) => 0.6,
                }
            }
            Stage::Letters { read, .. } => 0.1 + 0.2 * share(*read),
            Stage::Texts(sorting) => 0.3 + 0.7 * share(sorting.settled()),
            Stage::Done(_) => 1.0,
        }
    }

    /// The rows in order, after all steps.
    #[must_use]
    pub fn finish(self) -> Vec<u32> {
        match self.stage {
            Stage::Done(places) => places,
            Stage::Keys { .. }
            | Stage::Sorting { .. }
            | Stage::Letters { .. }
            | Stage::Texts(_) => Vec::new(),
        }
    }

    fn after_newest(&self, places: Vec<u32>, collation: &dyn Collation) -> Stage {
        let ranks = match self.sort.column {
            TableColumn::Signed | TableColumn::Amount => Vec::new(),
            TableColumn::Country
            | TableColumn::Industry
            | TableColumn::Place
            | TableColumn::Event
            | TableColumn::Mode
            | TableColumn::Stage => self.name_ranks(collation),
            TableColumn::Name | TableColumn::Partner | TableColumn::Source => {
                return Stage::Letters {
                    places,
                    letters: Letters::default(),
                    read: 0,
                };
            }
        };
        Stage::Keys {
            by: self.sort,
            ranks,
            places,
            keys: Vec::new(),
        }
    }

    /// Adds the key of each of `places` to `keys`.
    fn read_keys(&self, by: TableSort, ranks: &[u64], places: &[u32], keys: &mut Vec<u64>) {
        let directed = |key: u64| match (key, by.direction) {
            (NOTHING, _) => u64::MAX,
            (INCOMPARABLE, _) => u64::MAX - 1,
            (key, SortDirection::Ascending) => key,
            (key, SortDirection::Descending) => !key,
        };
        let rows = places.iter().map(|&place| place as usize);
        if let Some(field) = by.column.category() {
            let codes = self.table.category(field).codes();
            keys.extend(rows.map(|row| directed(ranks[usize::from(codes[row])])));
        } else if by.column == TableColumn::Amount {
            let amounts = self.table.amounts();
            keys.extend(rows.map(|row| directed(amount_key(amounts, row))));
        } else {
            let dates = self.table.dates();
            keys.extend(rows.map(|row| directed(date_key(dates, row))));
        }
    }

    /// The columns in which what is shown of a row is looked up, the second for what the first has no text of.
    fn texts(&self) -> [&TextColumn; 2] {
        match self.sort.column {
            TableColumn::Partner => [self.table.partners(); 2],
            TableColumn::Source => [self.table.source_titles(); 2],
            TableColumn::Name
            | TableColumn::Country
            | TableColumn::Industry
            | TableColumn::Place
            | TableColumn::Signed
            | TableColumn::Amount
            | TableColumn::Event
            | TableColumn::Mode
            | TableColumn::Stage => self.table.names(self.locale),
        }
    }

    /// The key of what is shown for each node.
    fn name_ranks(&self, collation: &dyn Collation) -> Vec<u64> {
        let field = self
            .sort
            .column
            .category()
            .unwrap_or(CategoryField::Country);
        let codes = self.table.category(field).tree().codes();
        let shown = |code| shown_node(&self.table, field, code);
        let names: Vec<&str> = codes
            .map(|code| shown(code).map_or("", |node| node.name.get(self.locale)))
            .collect();
        ranks(&names, collation)
    }
}

/// What is shown of a row.
fn text([first, second]: [&TextColumn; 2], row: usize) -> &[u8] {
    match first.bytes(row) {
        [] => second.bytes(row),
        text => text,
    }
}

/// The key of what there is not: last in both directions.
const NOTHING: u64 = 0;

/// The key of what cannot be compared: before [`NOTHING`] in both directions. Other keys are larger.
const INCOMPARABLE: u64 = 1;

/// In the order of time; a less precise date comes before the more precise ones in it.
fn date_key(dates: &DateColumn, row: usize) -> u64 {
    match dates.codes()[row] {
        UNDATED => NOTHING,
        code => u64::from(code) << 8 | u64::from(dates.days()[row]),
    }
}

/// In the order of amounts, negative ones included.
fn amount_key(amounts: &AmountColumn, row: usize) -> u64 {
    match amounts.state(row) {
        AmountState::Exact | AmountState::Inexact => key_of(amounts.values()[row]),
        AmountState::Unconverted => INCOMPARABLE,
        AmountState::Undisclosed => NOTHING,
    }
}

/// A key for each word, in their order; equal words share theirs, and an empty one is nothing.
fn ranks(words: &[&str], collation: &dyn Collation) -> Vec<u64> {
    let mut ranks = vec![NOTHING; words.len()];
    let mut rank = INCOMPARABLE;
    let mut before = None;
    for place in collation.sorted(words) {
        let word = words[place];
        if word.is_empty() {
            continue;
        }
        if before.is_none_or(|before| collation.compare(before, word) != Ordering::Equal) {
            rank += 1;
        }
        before = Some(word);
        ranks[place] = rank;
    }
    ranks
}
