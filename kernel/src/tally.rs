//! What rows add up to, by code.

use std::ops::Range;

use crate::gather::Gathered;
use crate::row_set::WORD;
use crate::simd::add_multiples;

/// States of an amount.
pub const STATES: usize = 4;

/// What some rows add up to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cell {
    /// Weights by state.
    pub counts: [u32; STATES],
    /// Amounts.
    pub amount: f64,
}

impl Cell {
    /// How many rows it holds, where each counts once.
    #[must_use]
    #[inline(always)]
    pub fn rows(&self) -> u64 {
        self.counts.iter().map(|&count| u64::from(count)).sum()
    }

    /// Adds what `other` holds.
    #[inline(always)]
    pub fn add(&mut self, other: &Self) {
        for (count, more) in self.counts.iter_mut().zip(other.counts) {
            *count = count.wrapping_add(more);
        }
        self.amount += other.amount;
    }

    /// Takes away what `other` holds.
    #[inline(always)]
    pub fn subtract(&mut self, other: &Self) {
        for (count, less) in self.counts.iter_mut().zip(other.counts) {
            *count = count.wrapping_sub(less);
        }
        self.amount -= other.amount;
    }
}

/// What a row counts.
#[derive(Clone, Copy, Debug)]
pub struct Measures<'a> {
    /// The state of its amount, below [`STATES`].
    pub states: &'a [u8],
    /// Its amount; 0 where there is none.
    pub amounts: &'a [f64],
    /// How often it counts; `None` where each row counts once.
    pub weights: Option<&'a [u32]>,
}

/// A column of codes, and how far apart their cells are.
#[derive(Clone, Copy, Debug)]
pub struct Axis<'a> {
    /// By row.
    pub codes: &'a [u16],
    /// From the cell of a code to that of the next.
    pub stride: usize,
}

impl Axis<'_> {
    #[inline(always)]
    fn at(&self, row: usize) -> usize {
        usize::from(self.codes[row]) * self.stride
    }
}

/// Two axes in one: the cell of each row, all of which a code can tell apart.
#[must_use]
#[inline(never)]
pub fn combined(first: &Axis<'_>, second: &Axis<'_>) -> Vec<u16> {
    let place = |axis: &Axis<'_>, code: u16| code.wrapping_mul(axis.stride as u16);
    let codes = first.codes.iter().zip(second.codes);
    codes
        .map(|(&one, &other)| place(first, one).wrapping_add(place(second, other)))
        .collect()
}

/// What is to be added up: some rows, by the codes that they have on some axes.
#[derive(Clone, Debug)]
pub struct Tally<'a> {
    /// A bit for each row, set where it counts.
    pub words: &'a [u64],
    /// By what rows are told apart.
    pub axes: Vec<Axis<'a>>,
    /// So many cells are found.
    pub cells: usize,
}

/// Adds up what rows count, each tally by its own rows and axes.
///
/// All tallies of one call are found in one look at the rows: what these count has to come from memory once only, and
/// from there it comes slowly.
///
/// # Panics
///
/// If a code has no cell, or a column is shorter than the set.
#[must_use]
#[inline(never)]
pub fn tally(measures: Measures<'_>, tallies: &[Tally<'_>]) -> Vec<Vec<Cell>> {
    if measures.weights.is_some() {
        // What counts several times is summed up already, and is not long.
        let one_by_one = tallies.iter().map(|tally| {
            let mut rows = Vec::new();
            each_row(tally.words, |row| rows.push(row as u32));
            let mut cells = vec![Cell::default(); tally.cells];
            add_rows(&mut cells, &rows, measures, &tally.axes);
            cells
        });
        return one_by_one.collect();
    }
    let mut found: Vec<Vec<Cell>> = tallies
        .iter()
        .map(|tally| vec![Cell::default(); tally.cells * tally.lanes()])
        .collect();
    let mut gathered = Gathered::new();
    let mut places = [0_u32; BLOCK * WORD];
    for region in stretches(0..measures.states.len(), REGION) {
        let mut dense = Vec::with_capacity(tallies.len());
        for (tally, found) in tallies.iter().zip(&mut found) {
            let part = Part::new(measures, tally, &region);
            let count: u32 = part.words().iter().map(|word| word.count_ones()).sum();
            if count as usize * SPARSE < region.len() {
                gathered.add(found, &part);
            } else {
                dense.push((tally, found));
            }
        }
        for block in stretches(region, BLOCK) {
            for (tally, found) in &mut dense {
                add_dense(found, &Part::new(measures, tally, &block), &mut places);
            }
        }
    }
    let sums = tallies.iter().zip(found);
    sums.map(|(tally, found)| {
        if tally.lanes() == 1 {
            return found;
        }
        let (beside, _) = found.as_chunks::<LANES>();
        let sum = |lanes: &[Cell; LANES]| {
            let mut sum = lanes[0];
            lanes[1..].iter().for_each(|lane| sum.add(lane));
            sum
        };
        beside.iter().map(sum).collect()
    })
    .collect()
}

/// Adds some rows, one by one, to cells as [`tally`] gives them.
///
/// # Panics
///
/// As [`tally`].
#[inline(never)]
pub fn add_rows(cells: &mut [Cell], rows: &[u32], measures: Measures<'_>, axes: &[Axis<'_>]) {
    for row in rows.iter().map(|&row| row as usize) {
        let place: usize = axes.iter().map(|axis| axis.at(row)).sum();
        let weight = measures.weights.map_or(1, |weights| weights[row]);
        let cell = &mut cells[place];
        cell.counts[usize::from(measures.states[row]) % STATES] += weight;
        cell.amount += measures.amounts[row];
    }
}

/// Tables side by side, while they are small: two rows with one code then do not wait for each other.
const LANES: usize = 4;

/// The most cells that have such tables.
const MOST_WITH_LANES: usize = 256;

/// Words whose rows are looked at together: what these count stays as near to the processor as can be for all tallies.
const BLOCK: usize = 32;

/// Words in which a tally counts either few rows or many.
const REGION: usize = 256;

/// Where a tally counts fewer than one row of so many, these are gathered.
const SPARSE: usize = 16;

/// Rows in stretches of so many words.
#[inline(always)]
fn stretches(rows: Range<usize>, words: usize) -> impl Iterator<Item = Range<usize>> {
    let firsts = rows.clone().step_by(words * WORD);
    firsts.map(move |first| first..rows.end.min(first + words * WORD))
}

impl Tally<'_> {
    fn lanes(&self) -> usize {
        if self.cells <= MOST_WITH_LANES {
            LANES
        } else {
            1
        }
    }
}

/// A stretch of rows as one tally looks at them, counted from the first.
pub(crate) struct Part<'a> {
    measures: Measures<'a>,
    tally: &'a Tally<'a>,
    rows: Range<usize>,
    /// Tables side by side, a power of two; the cells of an axis are so many times as far apart.
    pub(crate) lanes: usize,
}

impl<'a> Part<'a> {
    #[inline(always)]
    fn new(measures: Measures<'a>, tally: &'a Tally<'a>, rows: &Range<usize>) -> Self {
        Self {
            measures,
            tally,
            rows: rows.clone(),
            lanes: tally.lanes(),
        }
    }

    #[inline(always)]
    pub(crate) fn words(&self) -> &'a [u64] {
        &self.tally.words[self.rows.start / WORD..self.rows.end.div_ceil(WORD)]
    }

    #[inline(always)]
    pub(crate) fn states(&self) -> &'a [u8] {
        &self.measures.states[self.rows.clone()]
    }

    #[inline(always)]
    pub(crate) fn amounts(&self) -> &'a [f64] {
        &self.measures.amounts[self.rows.clone()]
    }

    /// Codes, and from the cell of one to that of the next in the tables side by side.
    #[inline(always)]
    pub(crate) fn axes(&self) -> impl ExactSizeIterator<Item = Axis<'a>> {
        let axes = self.tally.axes.iter();
        axes.map(|axis| Axis {
            codes: &axis.codes[self.rows.clone()],
            stride: axis.stride * self.lanes,
        })
    }
}

/// Adds a stretch in which many rows count; `places` is as long at least.
#[inline(always)]
fn add_dense(found: &mut [Cell], part: &Part<'_>, places: &mut [u32]) {
    let (states, amounts, lanes) = (part.states(), part.amounts(), part.lanes);
    let mut add = |row: usize, place: usize| {
        let cell = &mut found[place];
        cell.counts[usize::from(states[row]) % STATES] += 1;
        cell.amount += amounts[row];
    };
    let mut axes = part.axes();
    if let (Some(axis), 0) = (axes.next(), axes.len()) {
        each_row(part.words(), |row| add(row, axis.at(row) + row % lanes));
        return;
    }
    let places = &mut places[..states.len()];
    for (row, place) in places.iter_mut().enumerate() {
        *place = (row & (lanes - 1)) as u32;
    }
    for axis in part.axes() {
        add_multiples(places, axis.codes, axis.stride as u32);
    }
    each_row(part.words(), |row| add(row, places[row] as usize));
}

#[inline(always)]
fn each_row(words: &[u64], mut visit: impl FnMut(usize)) {
    for (place, &word) in words.iter().enumerate() {
        let first = place * WORD;
        if word == u64::MAX {
            (first..first + WORD).for_each(&mut visit);
            continue;
        }
        let mut left = word;
        while left != 0 {
            visit(first + left.trailing_zeros() as usize);
            left &= left - 1;
        }
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    /// Several regions, the last one not whole.
    const ROWS: usize = 40_000;

    struct Rows {
        codes: [Vec<u16>; 3],
        states: Vec<u8>,
        amounts: Vec<f64>,
        weights: Vec<u32>,
    }

    fn rows() -> Rows {
        let each = |step: usize, count: usize| (0..ROWS).map(move |row| row * step % 997 % count);
        Rows {
            codes: [7, 11, 13].map(|step| each(step, 5).map(|code| code as u16).collect()),
            states: each(17, STATES).map(|state| state as u8).collect(),
            amounts: each(19, 900).map(|amount| amount as f64).collect(),
            weights: each(23, 4).map(|weight| weight as u32).collect(),
        }
    }

    fn check(words: &[u64], axes: usize, is_weighted: bool, spare: usize) {
        let rows = rows();
        let measures = Measures {
            states: &rows.states,
            amounts: &rows.amounts,
            weights: is_weighted.then_some(&rows.weights[..]),
        };
        let cells = 5_usize.pow(axes as u32) + spare;
        let strides = [1, 5, 25];
        let all: Vec<Axis<'_>> = (0..axes)
            .map(|axis| Axis {
                codes: &rows.codes[axis],
                stride: strides[axis],
            })
            .collect();
        let mut expected = vec![Cell::default(); cells];
        for row in (0..ROWS).filter(|row| words[row / WORD] >> (row % WORD) & 1 == 1) {
            let place = |axis: usize| usize::from(rows.codes[axis][row]) * strides[axis];
            let cell = &mut expected[(0..axes).map(place).sum::<usize>()];
            cell.counts[usize::from(rows.states[row])] +=
                if is_weighted { rows.weights[row] } else { 1 };
            cell.amount += rows.amounts[row];
        }
        let by_all = Tally {
            words,
            axes: all.clone(),
            cells,
        };
        let by_none = Tally {
            words,
            axes: Vec::new(),
            cells: 1,
        };
        let found = tally(measures, &[by_all.clone(), by_none, by_all]);
        assert_eq!(found[0], expected);
        assert_eq!(found[2], expected, "The same beside others.");
        if let [first, second] = &*all {
            let pair = Axis {
                codes: &combined(first, second),
                stride: 1,
            };
            let by_pair = Tally {
                words,
                axes: vec![pair],
                cells,
            };
            assert_eq!(tally(measures, &[by_pair])[0], expected, "Two in one.");
        }
        let mut total = Cell::default();
        expected.iter().for_each(|cell| total.add(cell));
        assert_eq!(found[1], [total]);
        let listed = crate::listed(&(0..ROWS as u32).collect::<Vec<_>>(), words);
        let mut one_by_one = vec![Cell::default(); cells];
        add_rows(&mut one_by_one, &listed, measures, &all);
        assert_eq!(one_by_one, expected);
    }

    #[test]
    fn sums_are_those_of_a_plain_loop() {
        let all = crate::in_none(ROWS, &[]);
        let thirds: Vec<u64> = all
            .iter()
            .map(|word| word & 0x9249_2492_4924_9249)
            .collect();
        let few = |step: usize| -> Vec<u64> {
            let places = 0..ROWS.div_ceil(WORD);
            let word = |place: usize| {
                if place.is_multiple_of(step) {
                    0x8000_0100_0000_0001
                } else {
                    0
                }
            };
            places.map(word).collect()
        };
        // Here many, there few; in some words more than are listed at once.
        let mut mixed = few(7);
        mixed[..300].copy_from_slice(&thirds[..300]);
        mixed[400] = u64::MAX;
        for words in [
            all,
            thirds,
            few(1),
            few(9),
            mixed,
            vec![0; ROWS.div_ceil(WORD)],
        ] {
            for axes in 1..=3 {
                for is_weighted in [false, true] {
                    check(&words, axes, is_weighted, 0);
                    check(&words, axes, is_weighted, 600);
                }
            }
        }
    }
}
