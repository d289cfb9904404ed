//! Rows in groups, and what each group adds up to.
//!
//! One pass over the rows of a view. Every group has a slot in a vector, found
//! by code, month or bin without hashing. What has no place on an axis, such
//! as a year-only date among months or an undisclosed amount among bins, is a
//! bucket of its own and never left out.

use super::bit_set::BitSet;
use super::totals::Totals;
use crate::data::{
    AmountBin, AmountState, CategoryField, Month, NodeCode, PartialDate, ProjectTable,
};

/// How long a bucket of time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeGrain {
    /// Calendar years.
    Year,
    /// Calendar quarters.
    Quarter,
    /// Calendar months.
    Month,
}

impl TimeGrain {
    /// Every grain, longest first.
    pub const ALL: [Self; 3] = [Self::Year, Self::Quarter, Self::Month];

    /// Months in one bucket.
    #[must_use]
    pub const fn months(self) -> i32 {
        match self {
            Self::Year => 12,
            Self::Quarter => 3,
            Self::Month => 1,
        }
    }

    /// The grain that suits the months from `first` to `last`, both included: years beyond six
    /// years, quarters beyond two, else months.
    #[must_use]
    pub const fn for_span(first: Month, last: Month) -> Self {
        match last.0 - first.0 + 1 {
            73.. => Self::Year,
            25.. => Self::Quarter,
            _ => Self::Month,
        }
    }

    /// The bucket in which `date` is.
    #[must_use]
    pub fn key(self, date: Option<PartialDate>) -> BucketKey {
        match (date, self) {
            (None, Self::Year | Self::Quarter | Self::Month) => BucketKey::Undated,
            (
                Some(PartialDate {
                    year, month: None, ..
                }),
                Self::Quarter | Self::Month,
            ) => BucketKey::YearOnly(i32::from(year)),
            (Some(date), Self::Year | Self::Quarter | Self::Month) => {
                BucketKey::Time(date.first_month().0.div_euclid(self.months()))
            }
        }
    }
}

/// By what rows are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// By the value of a category field.
    Category(CategoryField),
    /// By signing date.
    Time(TimeGrain),
    /// By amount.
    Amount,
}

/// Which group. Ordered as a chart shows them: along the axis, then what has no place on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BucketKey {
    /// A node of the field's tree, with all below it.
    Category(NodeCode),
    /// A year, quarter or month: the month's index over [`TimeGrain::months`].
    Time(i32),
    /// Dates that state this year, and no more, where buckets are shorter than a year.
    YearOnly(i32),
    /// Projects without a date.
    Undated,
    /// A range of amounts.
    Amount(AmountBin),
    /// Stated amounts in a currency or year without a rate.
    Unconverted,
    /// Projects without a stated amount.
    Undisclosed,
}

/// A group and what it adds up to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bucket {
    /// Which group.
    pub key: BucketKey,
    /// Its totals.
    pub totals: Totals,
}

/// The groups of a view.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// By what rows are grouped.
    pub grouping: Grouping,
    /// By category: one bucket per node of the tree, by code, empty ones included; a node holds what its children hold.
    /// By time or amount: ascending by key, without empty buckets.
    pub buckets: Vec<Bucket>,
    /// All rows of the view, each once.
    pub total: Totals,
}

impl Summary {
    /// The totals of a group; zero where no row is in it.
    #[must_use]
    pub fn of(&self, key: BucketKey) -> Totals {
        self.buckets
            .binary_search_by_key(&key, |bucket| bucket.key)
            .map_or_else(|_| Totals::default(), |index| self.buckets[index].totals)
    }
}

/// Groups `rows` of `table` and adds them up.
#[must_use]
pub fn summarize(table: &ProjectTable, rows: &BitSet, grouping: Grouping) -> Summary {
    let (buckets, total) = match grouping {
        Grouping::Category(field) => by_category(table, rows, field),
        Grouping::Time(grain) => by_time(table, rows, grain),
        Grouping::Amount => by_amount(table, rows),
    };
    Summary {
        grouping,
        buckets,
        total,
    }
}

/// What `rows` of `table` add up to.
#[must_use]
pub fn totals(table: &ProjectTable, rows: &BitSet) -> Totals {
    let mut total = Totals::default();
    rows.for_each(|row| total.add_row(table, row));
    total
}

impl Totals {
    /// Adds the projects of a row.
    pub fn add_row(&mut self, table: &ProjectTable, row: usize) {
        let projects = table.projects(row);
        let amounts = table.amounts();
        self.projects += projects;
        match amounts.state(row) {
            AmountState::Exact => self.disclosed += projects,
            AmountState::Inexact => {
                self.disclosed += projects;
                self.inexact += projects;
            }
            AmountState::Unconverted => self.unconverted += projects,
            AmountState::Undisclosed => {}
        }
        self.amount += amounts.values()[row];
    }
}

fn by_category(table: &ProjectTable, rows: &BitSet, field: CategoryField) -> (Vec<Bucket>, Totals) {
    let column = table.category(field);
    let (tree, codes) = (column.tree(), column.codes());
    let mut totals = vec![Totals::default(); tree.nodes().len()];
    rows.for_each(|row| totals[usize::from(codes[row])].add_row(table, row));

    let total = sum(&totals);
    // A node is made after the one above it, so that going backwards meets all children first.
    for (code, node) in tree.nodes().iter().enumerate().rev() {
        if let Some(parent) = node.parent {
            let below = totals[code];
            totals[usize::from(parent)].add(&below);
        }
    }
    let buckets = tree.codes().zip(totals).map(|(code, totals)| Bucket {
        key: BucketKey::Category(code),
        totals,
    });
    (buckets.collect(), total)
}

fn by_time(table: &ProjectTable, rows: &BitSet, grain: TimeGrain) -> (Vec<Bucket>, Totals) {
    let dates = table.dates();
    let (mut times, mut years) = (Slots::default(), Slots::default());
    let mut undated = Totals::default();
    rows.for_each(|row| {
        let totals = match grain.key(dates.get(row)) {
            BucketKey::Time(index) => times.at(index),
            BucketKey::YearOnly(year) => years.at(year),
            BucketKey::Undated
            | BucketKey::Category(_)
            | BucketKey::Amount(_)
            | BucketKey::Unconverted
            | BucketKey::Undisclosed => &mut undated,
        };
        totals.add_row(table, row);
    });
    let buckets = times
        .buckets(BucketKey::Time)
        .chain(years.buckets(BucketKey::YearOnly))
        .chain([Bucket {
            key: BucketKey::Undated,
            totals: undated,
        }]);
    without_empty(buckets)
}

fn by_amount(table: &ProjectTable, rows: &BitSet) -> (Vec<Bucket>, Totals) {
    let amounts = table.amounts();
    let mut bins = Slots::default();
    let (mut unconverted, mut undisclosed) = (Totals::default(), Totals::default());
    rows.for_each(|row| {
        let totals = match table.amount_per_project(row) {
            Some(amount) => bins.at(AmountBin::of(amount).0),
            None if amounts.is_unconverted(row) => &mut unconverted,
            None => &mut undisclosed,
        };
        totals.add_row(table, row);
    });
    let buckets = bins
        .buckets(|bin| BucketKey::Amount(AmountBin(bin)))
        .chain([
            Bucket {
                key: BucketKey::Unconverted,
                totals: unconverted,
            },
            Bucket {
                key: BucketKey::Undisclosed,
                totals: undisclosed,
            },
        ]);
    without_empty(buckets)
}

fn without_empty(buckets: impl Iterator<Item = Bucket>) -> (Vec<Bucket>, Totals) {
    let buckets: Vec<Bucket> = buckets
        .filter(|bucket| bucket.totals.projects > 0)
        .collect();
    let total = sum(buckets.iter().map(|bucket| &bucket.totals));
    (buckets, total)
}

fn sum<'a>(parts: impl IntoIterator<Item = &'a Totals>) -> Totals {
    let mut total = Totals::default();
    for part in parts {
        total.add(part);
    }
    total
}

/// Totals by a whole number whose range is not known ahead.
#[derive(Default)]
struct Slots {
    first: i32,
    totals: Vec<Totals>,
}

impl Slots {
    fn at(&mut self, index: i32) -> &mut Totals {
        if self.totals.is_empty() {
            self.first = index;
        }
        if index < self.first {
            // At least doubled, so that descending numbers do not move everything each time.
            let added = (self.first - index).max(self.totals.len() as i32);
            let more = std::iter::repeat_n(Totals::default(), added as usize);
            self.totals.splice(0..0, more);
            self.first -= added;
        }
        let slot = (index - self.first) as usize;
        if slot >= self.totals.len() {
            self.totals.resize(slot + 1, Totals::default());
        }
        &mut self.totals[slot]
    }

    fn buckets(self, key: impl Fn(i32) -> BucketKey) -> impl Iterator<Item = Bucket> {
        (self.first..)
            .zip(self.totals)
            .map(move |(index, totals)| Bucket {
                key: key(index),
                totals,
            })
    }
}
