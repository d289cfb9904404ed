//! The key figures of a set of projects.
//!
//! Median, largest and shares are over disclosed amounts: undisclosed is not
//! zero. They are about single projects: where a disclosed row stands for
//! several, of which only the total is known, there are none of them.

use super::bit_set::BitSet;
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

/// The key figures of `rows` of `table`.
#[must_use]
pub fn overview(table: &ProjectTable, rows: &BitSet) -> Overview {
    let (amounts, dates) = (table.amounts(), table.dates());
    let countries = table.category(CategoryField::Country);
    let mut met = vec![false; countries.tree().nodes().len()];
    let mut disclosed: Vec<f64> = Vec::new();
    let mut largest = f64::NEG_INFINITY;
    let mut is_grouped = false;
    let mut found = Overview::default();

    rows.for_each(|row| {
        found.totals.add_row(table, row);
        met[usize::from(countries.codes()[row])] = true;
        if let Some(amount) = amounts.get(row) {
            disclosed.push(amount);
            is_grouped |= table.projects(row) > 1;
            if amount > largest {
                largest = amount;
                found.largest_row = Some(row);
            }
        }
        match dates.get(row) {
            Some(date) => {
                let (first, last) = (date.first_month(), date.last_month());
                found.first_month = Some(found.first_month.map_or(first, |known| known.min(first)));
                found.last_month = found.last_month.max(Some(last));
            }
            None => found.undated += table.projects(row),
        }
    });

    let stated = countries.tree().nodes().iter().zip(&met);
    found.countries = stated
        .filter(|(node, met)| **met && !node.is_unstated())
        .count() as u32;
    if is_grouped {
        found.largest_row = None;
        return found;
    }
    found.median = median(&mut disclosed);
    let sum = found.totals.amount;
    found.top_five_share = (sum > 0.0).then(|| sum_of_largest(&mut disclosed, TOP) / sum);
    found
}

/// The median; puts `amounts` in another order.
fn median(amounts: &mut [f64]) -> Option<f64> {
    if amounts.is_empty() {
        return None;
    }
    let is_even = amounts.len().is_multiple_of(2);
    let (below, &mut middle, _) = amounts.select_nth_unstable_by(amounts.len() / 2, f64::total_cmp);
    if is_even {
        let other = below.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        Some(f64::midpoint(other, middle))
    } else {
        Some(middle)
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
