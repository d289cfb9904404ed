//! Where rows stand in a picture of cells, and how many stand in each.

use crate::row_set::WORD;
use crate::tally::STATES;

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
    #[inline(never)]
    pub fn of(dates: &Dates<'_>, amounts: &Amounts<'_>, columns: usize, blocks: usize) -> Self {
        let rows = dates.codes.len();
        let mut places = Self {
            cells: Vec::with_capacity(rows),
            blocks: Vec::with_capacity(rows),
        };
        for row in 0..rows {
            let (column, period, is_year) = dates.place(row);
            let (line, range) = amounts.place(row);
            places.cells.push((line * columns + column) as u32);
            let block = (period * blocks + range) * 2;
            places.blocks.push((block + usize::from(is_year)) as u16);
        }
        places
    }
}

impl Dates<'_> {
    /// Column and block of a row, and whether its date is a year.
    #[inline(always)]
    fn place(&self, row: usize) -> (usize, usize, bool) {
        let (first, open, is_year) = match self.times[usize::from(self.codes[row])] {
            Time::Undated => {
                let (column, columns, block) = self.undated;
                let beside = (scatter(row, self.factor) * columns as f64) as usize;
                return (column + beside, block, false);
            }
            Time::Year(first) => (first, 12.0 * scatter(row, self.factor), true),
            Time::Month(first) => match self.days[row] {
                0 => (first, scatter(row, self.factor), false),
                day => (first, f64::from(day - 1) / 31.0, false),
            },
        };
        let whole = open as i32;
        let month = (first + whole).clamp(0, self.months.len() as i32 - 1);
        let (column, block) = self.months[month as usize];
        let part = (open - f64::from(whole)) * self.parts;
        (column as usize + part as usize, block as usize, is_year)
    }
}

impl Amounts<'_> {
    /// Line and block of a row.
    #[inline(always)]
    fn place(&self, row: usize) -> (usize, usize) {
        let spread = |(line, lines, block): (usize, usize, usize)| {
            let below = (scatter(row, self.factor) * lines as f64) as usize;
            (line + below, block)
        };
        if !self.is_stated[usize::from(self.states[row])] {
            return spread(self.unstated);
        }
        let amount = match self.weights.map_or(1, |weights| weights[row]) {
            1 => self.amounts[row],
            projects => (self.amounts[row] / f64::from(projects)).round(),
        };
        if amount > 0.0 {
            let bits = (amount.to_bits() >> self.shift).saturating_sub(self.base) as usize;
            let (line, bin) = self.by_bits[bits.min(self.by_bits.len() - 1)];
            let bin = bin as usize;
            let bin = bin + usize::from(amount >= self.uppers[bin]);
            (line as usize, bin / self.step)
        } else {
            spread(self.not_positive)
        }
    }
}

/// How many projects stand in each cell: of `rows` those that are `chosen`, and the others.
#[must_use]
#[inline(never)]
pub fn count_in_cells(
    rows: &[u64],
    chosen: &[u64],
    cells: &[u32],
    weights: Option<&[u32]>,
    count: usize,
) -> Vec<[u32; 2]> {
    let mut counts = vec![[0; 2]; count];
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
    counts
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
    fn each_row_is_counted_once_in_its_cell() {
        let cells: Vec<u32> = (0..200).map(|row| row % 7).collect();
        let rows = [u64::MAX, u64::MAX, 0, 0b1010];
        let chosen = [0b11, u64::MAX, u64::MAX, 0b0010];
        let weights: Vec<u32> = (0..200).map(|row| row % 3).collect();
        for weights in [None, Some(&*weights)] {
            let mut expected = vec![[0; 2]; 5];
            for row in 0..200 {
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
