//! Where rows stand in a picture of cells, and how many stand in each.

use crate::row_set::WORD;
use crate::tally::STATES;

/// Rows in a piece: a browser compiles a function well while it is being called again.
const PIECE: usize = 64 * WORD;

/// A number from 0 to 1, not included, for each row: always the same, and far from that of its neighbours.
#[must_use]
#[inline(always)]
pub fn scatter(row: usize, factor: u32) -> f64 {
    f64::from((row as u32).wrapping_mul(factor)) / (f64::from(u32::MAX) + 1.0)
}

/// How much of the dates a code of time leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// There is no date.
    Undated,
    /// A year, by its first month.
    Year(i32),
    /// A month, of which the day may be known.
    Month(i32),
}

/// Cells and blocks along the dates. Months count from the first one of the picture.
#[derive(Clone, Debug)]
pub struct Dates<'a> {
    /// The code of time of each row.
    pub codes: &'a [u16],
    /// The day of each row from 1; 0 where it is not known.
    pub days: &'a [u8],
    /// What each code stands for.
    pub times: &'a [Time],
    /// The first column and the block of each month.
    pub months: &'a [(u32, u32)],
    /// Columns in a month.
    pub parts: f64,
    /// The first column without a date, how many there are, and their block.
    pub undated: (usize, usize, usize),
    /// Spreads rows over what their date leaves open.
    pub factor: u32,
}

/// Cells and blocks along the amounts.
#[derive(Clone, Debug)]
pub struct Amounts<'a> {
    /// The amount of each row.
    pub amounts: &'a [f64],
    /// The state of each row's amount.
    pub states: &'a [u8],
    /// The states in which there is one.
    pub is_stated: [bool; STATES],
    /// Projects that share the amount of a row; `None` where each row is one.
    pub weights: Option<&'a [u32]>,
    /// Leading bits of an amount are what is left of it after so many.
    pub shift: u32,
    /// The leading bits of the least amount.
    pub base: u64,
    /// By leading bits: the line, and the bin of the least amount that has them.
    pub by_bits: &'a [(u32, u32)],
    /// The amount below which each bin ends.
    pub uppers: &'a [f64],
    /// Bins in a block.
    pub step: usize,
    /// The first line of amounts of zero and less, how many there are, and their block.
    pub not_positive: (usize, usize, usize),
    /// The same without an amount.
    pub unstated: (usize, usize, usize),
    /// Spreads rows over the lines that are theirs.
    pub factor: u32,
}

/// Where each row stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Its cell: by line, then by column.
    pub cells: Vec<u32>,
    /// Twice its block, by date and then by amount, and one more where its date is a year.
    pub blocks: Vec<u16>,
}

impl Places {
    /// Where the rows stand in a picture with so many columns, and so many blocks of amounts in one of dates.
    #[must_use]
    pub fn of(dates: &Dates<'_>, amounts: &Amounts<'_>, columns: usize, blocks: usize) -> Self {
        let rows = dates.codes.len();
        let mut places = Self {
            cells: vec![0; rows],
            blocks: vec![0; rows],
        };
        let across = Across::of(dates, 2 * blocks);
        let down = Down::of(amounts, columns);
        let pieces = places.cells.chunks_mut(PIECE);
        let pieces = pieces.zip(places.blocks.chunks_mut(PIECE));
        for (first, (cells, blocks)) in (0..).step_by(PIECE).zip(pieces) {
            across.place(first, cells, blocks);
            down.place(first, cells, blocks);
        }
        places
    }
}

/// Where the dates are, looked up by code of time.
struct Across<'a> {
    dates: &'a Dates<'a>,
    slots: Vec<Slot>,
    /// By day: columns that it lies after the first one of its month.
    of_day: [u32; 256],
    /// From a block of dates to the next one.
    blocks: usize,
}

/// What is the same for all rows of a code of time: their first column, and the first block of their dates.
struct Slot {
    column: u32,
    block: u16,
    /// Whether the day counts.
    is_month: bool,
}

impl<'a> Across<'a> {
    fn of(dates: &'a Dates<'a>, blocks: usize) -> Self {
        let slots = dates.times.iter().map(|&time| {
            let (column, block) = match time {
                Time::Undated => (dates.undated.0 as u32, dates.undated.2),
                Time::Year(first) | Time::Month(first) => dates.month(first),
            };
            Slot {
                column,
                block: (block * blocks) as u16,
                is_month: matches!(time, Time::Month(_)),
            }
        });
        let mut of_day = [0; 256];
        for (day, column) in of_day.iter_mut().enumerate().skip(1) {
            *column = ((day - 1) as f64 / 31.0 * dates.parts) as u32;
        }
        Self {
            dates,
            slots: slots.collect(),
            of_day,
            blocks,
        }
    }

    /// Finds the column and the first block of the rows from `first` on.
    #[inline(never)]
    fn place(&self, first: usize, cells: &mut [u32], blocks: &mut [u16]) {
        let rows = first..first + cells.len();
        let dates = self.dates.codes[rows.clone()].iter();
        let dates = dates.zip(&self.dates.days[rows.clone()]);
        for ((row, (&code, &day)), (cell, in_block)) in
            rows.zip(dates).zip(cells.iter_mut().zip(blocks))
        {
            let code = usize::from(code);
            let slot = &self.slots[code];
            (*cell, *in_block) = if slot.is_month && day > 0 {
                (slot.column + self.of_day[usize::from(day)], slot.block)
            } else {
                self.spread(row, code)
            };
        }
    }

    /// Column and block of a row whose date leaves something open.
    fn spread(&self, row: usize, code: usize) -> (u32, u16) {
        let share = scatter(row, self.dates.factor);
        let slot = &self.slots[code];
        match self.dates.times[code] {
            Time::Undated => {
                let beside = share * self.dates.undated.1 as f64;
                (slot.column + beside as u32, slot.block)
            }
            Time::Year(first) => {
                let open = 12.0 * share;
                let whole = open as i32;
                let (column, block) = self.dates.month(first + whole);
                let part = (open - f64::from(whole)) * self.dates.parts;
                (column + part as u32, (block * self.blocks + 1) as u16)
            }
            Time::Month(_) => {
                let part = share * self.dates.parts;
                (slot.column + part as u32, slot.block)
            }
        }
    }
}

impl Dates<'_> {
    /// The first column and the block of a month, or of the nearest that there is.
    fn month(&self, month: i32) -> (u32, usize) {
        let (column, block) = self.months[month.clamp(0, self.months.len() as i32 - 1) as usize];
        (column, block as usize)
    }
}

/// Where the amounts are, looked up by their leading bits.
struct Down<'a> {
    amounts: &'a Amounts<'a>,
    columns: usize,
    by_bits: Vec<Bits>,
}

/// What is the same for all amounts that begin with the same bits.
#[derive(Clone, Copy)]
struct Bits {
    /// The first cell of the line.
    line: u32,
    /// Twice the block of the bin, and of the next one.
    blocks: [u16; 2],
    /// The amount from which on it is the next one.
    upper: f64,
}

impl<'a> Down<'a> {
    fn of(amounts: &'a Amounts<'a>, columns: usize) -> Self {
        let by_bits = amounts.by_bits.iter().map(|&(line, bin)| {
            let bin = bin as usize;
            Bits {
                line: line * columns as u32,
                blocks: [bin, bin + 1].map(|bin| (bin / amounts.step * 2) as u16),
                upper: amounts.uppers[bin],
            }
        });
        Self {
            amounts,
            columns,
            by_bits: by_bits.collect(),
        }
    }

    /// Adds the line and the block of their amounts to those of the rows from `first` on.
    #[inline(never)]
    fn place(&self, first: usize, cells: &mut [u32], blocks: &mut [u16]) {
        let amounts = self.amounts;
        let rows = first..first + cells.len();
        let values = amounts.amounts[rows.clone()].iter();
        let values = values.zip(&amounts.states[rows.clone()]);
        let last = self.by_bits.len().saturating_sub(1);
        for ((row, (&value, &state)), (cell, in_block)) in
            rows.zip(values).zip(cells.iter_mut().zip(blocks))
        {
            let amount = match amounts.weights.map_or(1, |weights| weights[row]) {
                1 => value,
                projects => (value / f64::from(projects)).round(),
            };
            let (line, block) = if !amounts.is_stated[usize::from(state)] {
                self.spread(row, amounts.unstated)
            } else if amount > 0.0 {
                let bits = (amount.to_bits() >> amounts.shift).saturating_sub(amounts.base);
                let bits = &self.by_bits[(bits as usize).min(last)];
                let is_next = usize::from(amount >= bits.upper);
                (bits.line, bits.blocks[is_next])
            } else {
                self.spread(row, amounts.not_positive)
            };
            *cell += line;
            *in_block += block;
        }
    }

    /// The first cell of one of several lines, and twice the block.
    fn spread(&self, row: usize, (line, lines, block): (usize, usize, usize)) -> (u32, u16) {
        let below = (scatter(row, self.amounts.factor) * lines as f64) as usize;
        (((line + below) * self.columns) as u32, 2 * block as u16)
    }
}

/// How many projects stand in each cell: of `rows` those that are `chosen`, and the others.
#[must_use]
pub fn count_in_cells(
    rows: &[u64],
    chosen: &[u64],
    cells: &[u32],
    weights: Option<&[u32]>,
    count: usize,
) -> Vec<[u32; 2]> {
    let mut counts = vec![[0; 2]; count];
    let sets = rows.chunks(PIECE / WORD).zip(chosen.chunks(PIECE / WORD));
    for (first, ((rows, chosen), cells)) in (0..).step_by(PIECE).zip(sets.zip(cells.chunks(PIECE)))
    {
        let weights = weights.map(|weights| &weights[first..]);
        count_piece(&mut counts, rows, chosen, cells, weights);
    }
    counts
}

/// Adds up one piece of the rows.
#[inline(never)]
fn count_piece(
    counts: &mut [[u32; 2]],
    rows: &[u64],
    chosen: &[u64],
    cells: &[u32],
    weights: Option<&[u32]>,
) {
    for ((word, (&rows, &chosen)), cells) in
        (0..).zip(rows.iter().zip(chosen)).zip(cells.chunks(WORD))
    {
        let mut left = rows;
        while left != 0 {
            let bit = left.trailing_zeros() as usize;
            left &= left - 1;
            let projects = weights.map_or(1, |weights| weights[word * WORD + bit]);
            let is_other = chosen >> bit & 1 == 0;
            if let Some(counts) = counts.get_mut(cells[bit] as usize) {
                counts[usize::from(is_other)] += projects;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    #[test]
    fn rows_stand_where_their_dates_and_amounts_are() {
        let dates = Dates {
            codes: &[0, 1, 2, 2, 3],
            days: &[0, 0, 1, 31, 0],
            times: &[
                Time::Undated,
                Time::Year(0),
                Time::Month(1),
                Time::Month(40),
            ],
            months: &(0..24)
                .map(|month| (month * 2, month / 12))
                .collect::<Vec<_>>(),
            parts: 2.0,
            undated: (48, 3, 2),
            factor: 3_242_174_889,
        };
        let bits = |amount: f64| amount.to_bits() >> 52;
        let amounts = Amounts {
            amounts: &[1.0, 3.0, 0.0, -1.0, 8.0],
            states: &[0, 0, 0, 3, 1],
            is_stated: [true, true, false, false],
            weights: Some(&[1, 1, 1, 1, 4]),
            shift: 52,
            base: bits(1.0),
            by_bits: &[(4, 0), (2, 1), (0, 2)],
            uppers: &[2.0, 4.0, 8.0],
            step: 1,
            not_positive: (5, 1, 3),
            unstated: (6, 2, 4),
            factor: 2_447_445_413,
        };
        let places = Places::of(&dates, &amounts, 51, 5);
        let found: Vec<(u32, u32)> = places
            .cells
            .iter()
            .map(|cell| (cell / 51, cell % 51))
            .collect();
        // Without a date, and the least amount; the first row is scattered to the first place.
        assert_eq!(found[0], (4, 48));
        assert!(found[1].0 == 2 && found[1].1 < 24, "somewhere in its year");
        assert_eq!(
            found[2],
            (5, 2),
            "the first half of its month, on the only line of zero and less"
        );
        assert!(
            found[3].0 >= 6 && found[3].1 == 3,
            "the second half, on one of the lines without an amount"
        );
        assert_eq!(found[4].0, 2, "two for each project");
        assert!(found[4].1 >= 46, "the last month there is");
        assert_eq!(places.blocks, [2 * 10, 2 + 1, 2 * 3, 2 * 4, 2 * (5 + 1)]);
    }

    #[test]
    fn a_row_stands_where_the_same_row_of_another_piece_stands() {
        let count = 2 * PIECE + 77;
        let cycle = |row: usize| row % 13;
        let codes: Vec<u16> = (0..count).map(|row| cycle(row) as u16).collect();
        let days: Vec<u8> = (0..count).map(|row| 2 * cycle(row) as u8 + 1).collect();
        let amounts: Vec<f64> = (0..count)
            .map(|row| 1.5 * cycle(row) as f64 + 1.0)
            .collect();
        let dates = Dates {
            codes: &codes,
            days: &days,
            times: &(0..13).map(Time::Month).collect::<Vec<_>>(),
            months: &(0..13)
                .map(|month| (month * 3, month / 6))
                .collect::<Vec<_>>(),
            parts: 3.0,
            undated: (39, 0, 3),
            factor: 3_242_174_889,
        };
        let bits = |amount: f64| amount.to_bits() >> 51;
        let amounts = Amounts {
            amounts: &amounts,
            states: &vec![0; count],
            is_stated: [true; STATES],
            weights: None,
            shift: 51,
            base: bits(1.0),
            by_bits: &(0..10).map(|bits| (9 - bits, bits / 2)).collect::<Vec<_>>(),
            uppers: &[2.0, 4.0, 8.0, 16.0, 32.0],
            step: 2,
            not_positive: (10, 0, 3),
            unstated: (10, 0, 4),
            factor: 2_447_445_413,
        };
        let places = Places::of(&dates, &amounts, 39, 5);
        for (row, &day) in days.iter().enumerate() {
            // Three columns in a month of 31 days; two lines for each doubling of the amount.
            let code = cycle(row);
            let column = 3 * code + (usize::from(day) - 1) * 3 / 31;
            let amount = amounts.amounts[row];
            let line = 9 - (bits(amount) - bits(1.0)) as usize;
            assert_eq!(places.cells[row] as usize, line * 39 + column);
            let block = (code / 6) * 5 + amount.log2() as usize / 2;
            assert_eq!(usize::from(places.blocks[row]), 2 * block);
        }
    }

    #[test]
    fn each_row_is_counted_once_in_its_cell() {
        // The last piece is not a whole one.
        let words = 2 * PIECE / WORD + 4;
        let count = words * WORD - 56;
        let cells: Vec<u32> = (0..count as u32).map(|row| row % 7).collect();
        let cycle = |of: [u64; 4]| -> Vec<u64> { of.into_iter().cycle().take(words).collect() };
        let rows = cycle([u64::MAX, u64::MAX, 0, 0b1010]);
        let chosen = cycle([0b11, u64::MAX, u64::MAX, 0b0010]);
        let weights: Vec<u32> = (0..count as u32).map(|row| row % 3).collect();
        for weights in [None, Some(&*weights)] {
            let mut expected = vec![[0; 2]; 5];
            for row in 0..count {
                let has = |set: &[u64]| set[row / WORD] >> (row % WORD) & 1 == 1;
                if let Some(counts) = expected.get_mut(cells[row] as usize).filter(|_| has(&rows)) {
                    counts[usize::from(!has(&chosen))] += weights.map_or(1, |weights| weights[row]);
                }
            }
            // Cells beyond those that are counted are left out.
            assert_eq!(count_in_cells(&rows, &chosen, &cells, weights, 5), expected);
        }
    }
}
