//! Rows in the order of their amounts, and in buckets of it.
//!
//! A bucket is a stretch of that order, within one [`AmountBin`] and short:
//! what is counted by bucket is a histogram, and what no histogram tells (a
//! median, the largest) is found by looking at one bucket's rows.

use std::ops::Range;

use inward_kernel::{Sorting, key_of, number_of};

use super::amount_bin::AmountBin;

/// A bucket's position in its [`AmountOrder`]; the two after the last hold what has no amount in yuan.
pub type BucketCode = u16;

/// About so many buckets hold the rows of a long table, beside those that the bins need.
const BUCKETS: usize = 400;

/// A bucket is not cut where it has fewer rows.
const LEAST_ROWS: usize = 1_024;

/// The rows whose amount is known in yuan, by what each of their projects comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AmountOrder {
    /// Ascending; of equal amounts the first row first.
    pub(super) rows: Vec<u32>,
    /// By row.
    pub(super) codes: Vec<BucketCode>,
    /// Where each bucket begins among the rows, and where the last one ends.
    pub(super) starts: Vec<u32>,
    /// The range in which a bucket lies.
    pub(super) bins: Vec<AmountBin>,
}

/// Rows that are looked at in one call.
const PIECE: usize = 1 << 14;

/// So many things in pieces.
fn pieces(count: usize) -> impl Iterator<Item = Range<usize>> {
    let starts = (0..count).step_by(PIECE);
    starts.map(move |start| start..count.min(start + PIECE))
}

/// Adds the keys of rows whose amount is known.
#[inline(never)]
fn collect(
    rows: Range<usize>,
    cny: &dyn Fn(usize) -> Option<f64>,
    keys: &mut Vec<u64>,
    known: &mut Vec<u32>,
) {
    for row in rows {
        if let Some(cny) = cny(row) {
            keys.push(key_of(cny));
            known.push(row as u32);
        }
    }
}

impl AmountOrder {
    /// The order of so many rows, of which `cny` gives the amounts and `is_stated` those that are without a rate.
    ///
    /// In pieces, each of them a call: see [`Sorting`].
    pub(super) fn new(
        rows: usize,
        cny: &dyn Fn(usize) -> Option<f64>,
        is_stated: &dyn Fn(usize) -> bool,
    ) -> Self {
        let (mut keys, mut known) = (Vec::new(), Vec::new());
        for rows in pieces(rows) {
            collect(rows, cny, &mut keys, &mut known);
        }
        let mut sorting = Sorting::new(keys, known);
        while sorting.step() {}
        let (keys, known) = sorting.into_parts();
        let mut order = Self {
            codes: vec![0; rows],
            ..Self::default()
        };
        let longest = (rows / BUCKETS).max(LEAST_ROWS);
        let mut before = f64::NAN;
        for places in pieces(known.len()) {
            before = order.put_in_buckets(places, &keys, &known, longest, before);
        }
        order.starts.push(known.len() as u32);
        order.rows = known;
        for rows in pieces(rows) {
            order.put_aside(rows, cny, is_stated);
        }
        order
    }

    /// Puts the rows at some places of the order into buckets; `before` is the amount before the first of them.
    #[inline(never)]
    fn put_in_buckets(
        &mut self,
        places: Range<usize>,
        keys: &[u64],
        rows: &[u32],
        longest: usize,
        mut before: f64,
    ) -> f64 {
        for place in places {
            let amount = number_of(keys[place]);
            // Equal amounts share a bucket, so that a filter takes it as a whole wherever that can be.
            let is_full = || {
                let start = self.starts.last().copied().unwrap_or_default();
                place - start as usize >= longest && amount > before
            };
            let last = self.bins.last().copied();
            if last.is_none_or(|bin| amount >= bin.upper()) || is_full() {
                self.starts.push(place as u32);
                self.bins.push(AmountBin::of(amount));
            }
            before = amount;
            self.codes[rows[place] as usize] = (self.bins.len() - 1) as BucketCode;
        }
        before
    }

    /// Puts rows without a known amount into the last two buckets.
    #[inline(never)]
    fn put_aside(
        &mut self,
        rows: Range<usize>,
        cny: &dyn Fn(usize) -> Option<f64>,
        is_stated: &dyn Fn(usize) -> bool,
    ) {
        for row in rows {
            if cny(row).is_none() {
                self.codes[row] = if is_stated(row) {
                    self.unconverted()
                } else {
                    self.undisclosed()
                };
            }
        }
    }

    /// The rows whose amount is known, ascending by what each of their projects comes to.
    #[must_use]
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// The bucket of every row.
    #[must_use]
    pub fn codes(&self) -> &[BucketCode] {
        &self.codes
    }

    /// How many buckets there are of known amounts.
    #[must_use]
    pub fn buckets(&self) -> usize {
        self.bins.len()
    }

    /// Where among all rows of known amounts those of a bucket are.
    #[must_use]
    pub fn places_of(&self, bucket: usize) -> Range<usize> {
        self.starts[bucket] as usize..self.starts[bucket + 1] as usize
    }

    /// The range in which each bucket of known amounts lies.
    #[must_use]
    pub fn bins(&self) -> &[AmountBin] {
        &self.bins
    }

    /// The bucket of amounts in a currency or year without a rate.
    #[must_use]
    pub fn unconverted(&self) -> BucketCode {
        self.bins.len() as BucketCode
    }

    /// The bucket of rows without a stated amount.
    #[must_use]
    pub fn undisclosed(&self) -> BucketCode {
        self.bins.len() as BucketCode + 1
    }
}
