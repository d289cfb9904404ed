//! Rows in groups, and what each group adds up to.
//!
//! A tally of one column, put together as the view wants it: nodes hold what
//! their children hold, months make quarters and years, buckets make bins.
//! What has no place on an axis, such as a year-only date among months or an
//! undisclosed amount among bins, is a bucket of its own and never left out.

use inward_kernel::Cell;

use super::bit_set::BitSet;
use super::tallies::{Axes, Column, tally_rows};
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
    let cells = tally_rows(table, rows, Axes::One(grouping.column()));
    Summary::new(table, grouping, &cells)
}

/// What `rows` of `table` add up to.
#[must_use]
pub fn totals(table: &ProjectTable, rows: &BitSet) -> Totals {
    // Of all columns this has the fewest codes.
    let column = Column::Category(CategoryField::Disclosure);
    sum(tally_rows(table, rows, Axes::One(column))
        .iter()
        .map(Totals::from))
}

impl Grouping {
    /// The column that is tallied.
    pub(super) const fn column(self) -> Column {
        match self {
            Self::Category(field) => Column::Category(field),
            Self::Time(_) => Column::Time,
            Self::Amount => Column::Amount,
        }
    }
}

impl Summary {
    /// Puts a tally of the grouping's column together.
    pub(super) fn new(table: &ProjectTable, grouping: Grouping, cells: &[Cell]) -> Self {
        let totals = || cells.iter().map(Totals::from);
        let (buckets, total) = match grouping {
            Grouping::Category(field) => by_category(table, totals().collect(), field),
            Grouping::Time(grain) => by_time(table, totals(), grain),
            Grouping::Amount => by_amount(table, totals()),
        };
        Self {
            grouping,
            buckets,
            total,
        }
    }
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

fn by_category(
    table: &ProjectTable,
    mut totals: Vec<Totals>,
    field: CategoryField,
) -> (Vec<Bucket>, Totals) {
    let tree = table.category(field).tree();
    let total = sum(totals.iter().copied());
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

fn by_time(
    table: &ProjectTable,
    totals: impl Iterator<Item = Totals>,
    grain: TimeGrain,
) -> (Vec<Bucket>, Totals) {
    let (mut times, mut years, mut undated) =
        (Buckets::default(), Buckets::default(), Buckets::default());
    for (code, totals) in (0..).zip(totals) {
        let key = grain.key(table.dates().of_code(code));
        let place = match key {
            BucketKey::Time(_) => &mut times,
            BucketKey::YearOnly(_) => &mut years,
            BucketKey::Undated
            | BucketKey::Category(_)
            | BucketKey::Amount(_)
            | BucketKey::Unconverted
            | BucketKey::Undisclosed => &mut undated,
        };
        place.add(key, &totals);
    }
    times.followed_by(years).followed_by(undated).finish()
}

fn by_amount(table: &ProjectTable, totals: impl Iterator<Item = Totals>) -> (Vec<Bucket>, Totals) {
    let bins = table.by_amount().bins().iter().copied();
    let keys = bins
        .map(BucketKey::Amount)
        .chain([BucketKey::Unconverted, BucketKey::Undisclosed]);
    let mut buckets = Buckets::default();
    for (key, totals) in keys.zip(totals) {
        buckets.add(key, &totals);
    }
    buckets.finish()
}

fn sum(parts: impl IntoIterator<Item = Totals>) -> Totals {
    let mut total = Totals::default();
    for part in parts {
        total.add(&part);
    }
    total
}

/// Buckets that are not empty, from totals that come in the order of their keys.
#[derive(Default)]
struct Buckets(Vec<Bucket>);

impl Buckets {
    fn add(&mut self, key: BucketKey, totals: &Totals) {
        if totals.projects == 0 {
            return;
        }
        match self.0.last_mut().filter(|last| last.key == key) {
            Some(last) => last.totals.add(totals),
            None => self.0.push(Bucket {
                key,
                totals: *totals,
            }),
        }
    }

    fn followed_by(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    fn finish(self) -> (Vec<Bucket>, Totals) {
        let total = sum(self.0.iter().map(|bucket| bucket.totals));
        (self.0, total)
    }
}
