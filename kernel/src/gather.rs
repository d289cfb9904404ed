//! Rows far apart, column by column.
//!
//! Each of them has to come from memory, and a processor waits for as many at once as it can look ahead to: in a short
//! loop without a branch that it cannot foresee, for many. So the rows are listed first; then a column at a time is read.

use crate::row_set::WORD;
use crate::tally::{Cell, Part, STATES};

/// From so many rows on they are added.
const FULL: usize = 512;

/// The list has room for one more word before it is full.
const ROOM: usize = FULL + WORD;

/// So many rows of a word are written down at once, and so many more if it has them.
const AT_ONCE: usize = 4;

/// Room for what some rows count.
pub(crate) struct Gathered {
    rows: [u16; ROOM],
    places: [u32; ROOM],
    states: [u8; ROOM],
    amounts: [f64; ROOM],
}

impl Gathered {
    pub(crate) fn new() -> Self {
        Self {
            rows: [0; ROOM],
            places: [0; ROOM],
            states: [0; ROOM],
            amounts: [0.0; ROOM],
        }
    }

    /// Adds the rows of a part that has no more of them than a `u16` can number.
    ///
    /// It is all one function with what calls it: a browser runs a function slowly until it has been called often, and the
    /// first filter on a long table should not be the one that waits for that.
    #[inline(always)]
    pub(crate) fn add(&mut self, found: &mut [Cell], part: &Part<'_>) {
        let words = part.words();
        let mut count = 0;
        for (place, &word) in words.iter().enumerate() {
            let room = self.rows[count..].first_chunk_mut::<WORD>();
            let Some(rows) = room else { continue };
            list(rows, word, (place * WORD) as u16);
            count += word.count_ones() as usize;
            if count >= FULL || place + 1 == words.len() {
                self.flush(found, part, count);
                count = 0;
            }
        }
    }

    #[inline(always)]
    fn flush(&mut self, found: &mut [Cell], part: &Part<'_>, count: usize) {
        let rows = &self.rows[..count];
        let places = &mut self.places[..count];
        for (position, place) in places.iter_mut().enumerate() {
            *place = (position & (part.lanes - 1)) as u32;
        }
        for axis in part.axes() {
            for (place, &row) in places.iter_mut().zip(rows) {
                *place += u32::from(axis.codes[usize::from(row)]) * axis.stride as u32;
            }
        }
        let (states, of_row) = (&mut self.states[..count], part.states());
        for (state, &row) in states.iter_mut().zip(rows) {
            *state = of_row[usize::from(row)];
        }
        let (amounts, of_row) = (&mut self.amounts[..count], part.amounts());
        for (amount, &row) in amounts.iter_mut().zip(rows) {
            *amount = of_row[usize::from(row)];
        }
        for ((&place, &state), &amount) in places.iter().zip(&*states).zip(&*amounts) {
            let cell = &mut found[place as usize];
            cell.counts[usize::from(state) % STATES] += 1;
            cell.amount += amount;
        }
    }
}

/// Writes down where a word has ones, counted from `first`. Up to eight are written whether there are as many or not:
/// a loop that ends after three, then after two, is what a processor cannot foresee.
#[inline(always)]
fn list(rows: &mut [u16; WORD], word: u64, first: u16) {
    let mut left = word;
    let mut write = |rows: &mut [u16]| {
        for row in rows {
            *row = first.wrapping_add(left.trailing_zeros() as u16);
            left &= left.wrapping_sub(1);
        }
    };
    let ones = word.count_ones() as usize;
    write(&mut rows[..AT_ONCE]);
    if ones > AT_ONCE {
        write(&mut rows[AT_ONCE..2 * AT_ONCE]);
        if ones > 2 * AT_ONCE {
            write(&mut rows[2 * AT_ONCE..ones]);
        }
    }
}
