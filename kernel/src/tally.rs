//! What rows add up to, by code.

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

/// Adds up the rows in `words` by the codes that they have on some axes, in so many cells.
///
/// # Panics
///
/// If a code has no cell, or a column is shorter than the set.
#[must_use]
#[inline(never)]
pub fn tally(words: &[u64], measures: Measures<'_>, axes: &[Axis<'_>], cells: usize) -> Vec<Cell> {
    match measures.weights {
        None => by(words, measures, axes, cells, |_| 1),
        Some(weights) => by(words, measures, axes, cells, |row| weights[row]),
    }
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
const MOST_WITH_LANES: usize = 512;

/// Words that are looked at together.
const BLOCK: usize = 32;

/// Where one row of so many is in the set, the others are not worth a look at their codes.
const SPARSE: usize = 12;

#[inline(always)]
fn by(
    words: &[u64],
    measures: Measures<'_>,
    axes: &[Axis<'_>],
    cells: usize,
    weight: impl Fn(usize) -> u32,
) -> Vec<Cell> {
    let lanes = if cells <= MOST_WITH_LANES { LANES } else { 1 };
    let mut found = vec![Cell::default(); cells * lanes];
    let mut places = [0_u32; BLOCK * WORD];
    for (index, block) in words.chunks(BLOCK).enumerate() {
        let first = index * BLOCK * WORD;
        let end = measures.states.len().min(first + BLOCK * WORD);
        let states = &measures.states[first..end];
        let amounts = &measures.amounts[first..end];
        let mut add = |row: usize, place: u32, state: u8, amount: f64| {
            let cell = &mut found[place as usize];
            cell.counts[usize::from(state) % STATES] += weight(first + row);
            cell.amount += amount;
        };
        let count = block.iter().map(|word| word.count_ones()).sum::<u32>() as usize;
        if count * SPARSE < states.len() {
            each_row(block, |row| {
                let place = axes.iter().map(|axis| axis.at(first + row)).sum::<usize>();
                let place = place * lanes + (row & (lanes - 1));
                add(row, place as u32, states[row], amounts[row]);
            });
            continue;
        }
        let places = &mut places[..states.len()];
        put_places(places, axes, first, lanes);
        if count == states.len() {
            let measured = places.iter().zip(states).zip(amounts).enumerate();
            for (row, ((&place, &state), &amount)) in measured {
                add(row, place, state, amount);
            }
        } else {
            each_row(block, |row| {
                add(row, places[row], states[row], amounts[row]);
            });
        }
    }
    if lanes == 1 {
        return found;
    }
    let (beside, _) = found.as_chunks::<LANES>();
    let sum = |lanes: &[Cell; LANES]| {
        let mut sum = lanes[0];
        lanes[1..].iter().for_each(|lane| sum.add(lane));
        sum
    };
    beside.iter().map(sum).collect()
}

/// The cells of neighbouring rows, lanes in turn: column by column, so that many rows are looked at at once.
#[inline(always)]
fn put_places(places: &mut [u32], axes: &[Axis<'_>], first: usize, lanes: usize) {
    for (row, place) in places.iter_mut().enumerate() {
        *place = (row & (lanes - 1)) as u32;
    }
    for axis in axes {
        let codes = &axis.codes[first..first + places.len()];
        add_multiples(places, codes, (axis.stride * lanes) as u32);
    }
}

#[inline(always)]
fn each_row(words: &[u64], mut visit: impl FnMut(usize)) {
    for (place, &word) in words.iter().enumerate() {
        let mut left = word;
        while left != 0 {
            visit(place * WORD + left.trailing_zeros() as usize);
            left &= left - 1;
        }
    }
}

/// What rows add up to by code, for every stretch of another column's codes at once: the sums over all codes of that
/// column below each of them. While the reader moves the ends of a range, a difference of two takes the place of a
/// look at every row.
#[derive(Clone, Debug)]
pub struct Cube {
    /// By code of the range, and one after the last; within each by cell.
    below: Vec<Cell>,
    /// Cells of each code.
    width: usize,
}

impl Cube {
    /// Adds up the rows in `words` by the codes of a range, of which there are so many, and up to two axes.
    ///
    /// # Panics
    ///
    /// As [`tally`].
    #[must_use]
    pub fn new(
        words: &[u64],
        measures: Measures<'_>,
        (range, length): (&[u16], usize),
        axes: &[Axis<'_>],
        width: usize,
    ) -> Self {
        let mut all = vec![Axis {
            codes: range,
            stride: width,
        }];
        all.extend_from_slice(axes);
        let mut below = tally(words, measures, &all, (length + 1) * width);
        accumulate(&mut below, width);
        Self { below, width }
    }

    /// The sums over the codes of the range from `first` up to the one before `end`.
    #[must_use]
    #[inline(never)]
    pub fn between(&self, first: usize, end: usize) -> Vec<Cell> {
        let at = |code: usize| &self.below[code * self.width..(code + 1) * self.width];
        let mut sums = at(end).to_vec();
        for (sum, below) in sums.iter_mut().zip(at(first)) {
            sum.subtract(below);
        }
        sums
    }
}

/// Turns sums of single codes into sums of all codes below.
#[inline(never)]
fn accumulate(cells: &mut [Cell], width: usize) {
    let mut running = vec![Cell::default(); width];
    for line in cells.chunks_exact_mut(width.max(1)) {
        for (cell, running) in line.iter_mut().zip(&mut running) {
            let own = *cell;
            *cell = *running;
            running.add(&own);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: usize = 1_000;

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
        assert_eq!(tally(words, measures, &all, cells), expected);
        let listed = crate::listed(&(0..ROWS as u32).collect::<Vec<_>>(), words);
        let mut one_by_one = vec![Cell::default(); cells];
        add_rows(&mut one_by_one, &listed, measures, &all);
        assert_eq!(one_by_one, expected);
        let (range, others) = (&all[axes - 1], &all[..axes - 1]);
        if others.is_empty() {
            return;
        }
        let width = 5_usize.pow(axes as u32 - 1);
        let cube = Cube::new(words, measures, (range.codes, 5), others, width);
        for first in 0..5 {
            for end in first..=5 {
                let mut sums = vec![Cell::default(); width];
                for line in expected.chunks(width).take(end).skip(first) {
                    sums.iter_mut()
                        .zip(line)
                        .for_each(|(sum, cell)| sum.add(cell));
                }
                assert_eq!(cube.between(first, end), sums, "{first} to {end}");
            }
        }
    }

    #[test]
    fn sums_are_those_of_a_plain_loop() {
        let all = crate::in_none(ROWS, &[]);
        let thirds: Vec<u64> = all
            .iter()
            .map(|word| word & 0x9249_2492_4924_9249)
            .collect();
        for words in [all, thirds, vec![0; ROWS.div_ceil(WORD)]] {
            for axes in 1..=3 {
                for is_weighted in [false, true] {
                    check(&words, axes, is_weighted, 0);
                    check(&words, axes, is_weighted, 600);
                }
            }
        }
    }
}
