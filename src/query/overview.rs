//! The key figures of a set of projects.
//!
//! Median, largest and shares are over disclosed amounts: undisclosed is not
//! zero. They are about single projects: where a disclosed row stands for
//! several, of which only the total is known, there are none of them.

use std::ops::Range;

use inward_kernel::{Cell, Passing};

use super::bit_set::BitSet;
use super::tallies::{Axes, Column, tally_rows};
use super::totals::Totals;
use crate::data::{CategoryField, Month, ProjectTable};

/// How many amounts the share of the largest is about.
const TOP: usize = 5;

/// Key figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// Counts and sum.
    pub totals: Totals,
    /// The median of disclosed amounts; the mean of the middle two where they are even in number. `None` as well where
    /// a disclosed row stands for several projects, and so for the next one and the share.
    pub median: Option<f64>,
    /// The row with the largest disclosed amount; the first of several.
    pub largest_row: Option<usize>,
    /// Distinct countries and regions, without "not stated".
    pub countries: u32,
    /// The five largest amounts' share of the sum; `None` where the sum is not positive.
    pub top_five_share: Option<f64>,
    /// The first month that a date may be in: January for a year-only date.
    pub first_month: Option<Month>,
    /// The last month that a date may be in: December for a year-only date.
    pub last_month: Option<Month>,
    /// Projects without a date.
    pub undated: u32,
}

/// The column of countries.
pub(super) const COUNTRIES: Column = Column::Category(CategoryField::Country);

/// The key figures of `rows` of `table`.
#[must_use]
pub fn overview(table: &ProjectTable, rows: &BitSet) -> Overview {
    let tally = |column| tally_rows(table, rows, Axes::One(column));
    Overview::new(
        &tally(COUNTRIES),
        &tally(Column::Time),
        &ByAmount {
            table,
            cells: &tally(Column::Amount),
            rows: Passing {
                words: rows.words(),
                by_code: None,
            },
            places: 0..usize::MAX,
        },
    )
}

impl Overview {
    /// Puts tallies of the same rows by country and by time together with these rows by amount.
    pub(super) fn new(countries: &[Cell], times: &[Cell], amounts: &ByAmount<'_>) -> Self {
        let table = amounts.table;
        let mut found = Self::default();
        let tree = table.category(CategoryField::Country).tree();
        for (node, cell) in tree.nodes().iter().zip(countries) {
            let is_met = cell.counts.iter().any(|&count| count > 0);
            found.countries += u32::from(is_met && !node.is_unstated());
        }
        for (code, cell) in (0..).zip(times) {
            let totals = Totals::from(cell);
            found.totals.add(&totals);
            let Some(date) = table.dates().of_code(code) else {
                found.undated = totals.projects;
                continue;
            };
            if totals.projects > 0 {
                let (first, last) = (date.first_month(), date.last_month());
                found.first_month = Some(found.first_month.map_or(first, |known| known.min(first)));
                found.last_month = found.last_month.max(Some(last));
            }
        }
        if amounts.has_grouped() {
            return found;
        }
        let largest = amounts.largest(TOP);
        let amount = |row: u32| table.amounts().get(row as usize).unwrap_or_default();
        let sum = found.totals.amount;
        found.median = amounts.median(found.totals.disclosed);
        found.largest_row = largest.first().map(|&row| row as usize);
        found.top_five_share =
            (sum > 0.0).then(|| largest.iter().map(|&row| amount(row)).sum::<f64>() / sum);
        found
    }
}

/// Some rows in the order of their amounts, with what each bucket holds of them.
pub(super) struct ByAmount<'a> {
    pub(super) table: &'a ProjectTable,
    pub(super) cells: &'a [Cell],
    /// Those of the rows that have an amount are the ones that pass and stand at these places of the order.
    pub(super) rows: Passing<'a>,
    pub(super) places: Range<usize>,
}

impl ByAmount<'_> {
    /// Whether one of the rows has an amount and stands for several projects.
    fn has_grouped(&self) -> bool {
        let Some(weights) = self.table.weights() else {
            return false;
        };
        let rows = self.rows_at(0..self.table.by_amount().rows().len());
        let mut disclosed = rows.iter();
        disclosed.any(|&row| weights[row as usize] > 1 && self.rows.has(row))
    }

    /// So many of the rows with the largest amounts, the largest first; of equal ones the first row first.
    pub(super) fn largest(&self, count: usize) -> Vec<u32> {
        let amount = |row: u32| self.table.amount_per_project(row as usize);
        let mut found = Vec::with_capacity(count);
        for bucket in (0..self.table.by_amount().buckets()).rev() {
            if self.disclosed_in(bucket) == 0 {
                continue;
            }
            let mut left = self.rows_in(bucket);
            while let Some(last) = self.rows.last_of(left) {
                // Of equal amounts the first rows come first; mostly there are none.
                let largest = amount(left[last]);
                let is_smaller = |&row: &u32| amount(row) < largest;
                let smaller = match left[..last].last() {
                    Some(row) if !is_smaller(row) => left.partition_point(is_smaller),
                    _ => last,
                };
                let seen = left[smaller..=last]
                    .iter()
                    .filter(|&&row| self.rows.has(row));
                found.extend(seen.take(count - found.len()).copied());
                if found.len() == count {
                    return found;
                }
                left = &left[..smaller];
            }
        }
        found
    }

    /// The median of so many disclosed amounts.
    fn median(&self, disclosed: u32) -> Option<f64> {
        let mut before = disclosed / 2;
        let mut below = None;
        let bucket = (0..self.table.by_amount().buckets()).find(|&bucket| {
            let here = self.disclosed_in(bucket);
            let is_passed = before >= here;
            if is_passed {
                before -= here;
                below = (here > 0).then_some(bucket).or(below);
            }
            !is_passed
        })?;
        let amount = |row: u32| self.table.amounts().get(row as usize);
        let last = |rows: &[u32]| Some(rows[self.rows.last_of(rows)?]);
        let rows = self.rows_in(bucket);
        let place = self.rows.nth_of(rows, before as usize)?;
        let upper = amount(rows[place])?;
        if disclosed.is_multiple_of(2) {
            let lower = last(&rows[..place]).or_else(|| last(self.rows_in(below?)))?;
            Some(f64::midpoint(amount(lower)?, upper))
        } else {
            Some(upper)
        }
    }

    /// Those rows of a bucket that may be among the rows.
    fn rows_in(&self, bucket: usize) -> &[u32] {
        self.rows_at(self.table.by_amount().places_of(bucket))
    }

    fn rows_at(&self, places: Range<usize>) -> &[u32] {
        let end = places.end.min(self.places.end);
        let first = places.start.max(self.places.start).min(end);
        &self.table.by_amount().rows()[first..end]
    }

    fn disclosed_in(&self, bucket: usize) -> u32 {
        Totals::from(&self.cells[bucket]).disclosed
    }
}

/// The sum of the `count` largest; puts `amounts` in another order.
pub fn sum_of_largest(amounts: &mut [f64], count: usize) -> f64 {
    let smaller = amounts.len().saturating_sub(count);
    if smaller > 0 {
        amounts.select_nth_unstable_by(smaller, f64::total_cmp);
    }
    amounts[smaller..].iter().sum()
}
