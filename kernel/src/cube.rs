//! Sums made of sums, without a look at the rows.

use crate::tally::Cell;

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
    /// From a tally whose first axis is the range: so many cells of each of its codes, and of one code more.
    #[must_use]
    #[inline(never)]
    pub fn new(mut found: Vec<Cell>, width: usize) -> Self {
        let mut running = vec![Cell::default(); width];
        for line in found.chunks_exact_mut(width.max(1)) {
            for (cell, running) in line.iter_mut().zip(&mut running) {
                let own = *cell;
                *cell = *running;
                running.add(&own);
            }
        }
        Self {
            below: found,
            width,
        }
    }

    /// The sums over the codes of the range in these runs: each from its first up to the one before its end.
    ///
    /// # Panics
    ///
    /// If a run ends beyond the last code.
    #[must_use]
    #[inline(never)]
    pub fn over(&self, runs: &[(usize, usize)]) -> Vec<Cell> {
        let at = |code: usize| &self.below[code * self.width..(code + 1) * self.width];
        let mut sums = vec![Cell::default(); self.width];
        for &(first, end) in runs {
            for ((sum, below), up_to) in sums.iter_mut().zip(at(first)).zip(at(end)) {
                let mut within = *up_to;
                within.subtract(below);
                sum.add(&within);
            }
        }
        sums
    }
}

/// By which side of a pair of axes cells are added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The axis whose cells are the further apart.
    First,
    /// The axis whose cells are beside each other.
    Second,
}

/// The sums by one side of a pair of axes, of which the second has so many cells.
#[must_use]
#[inline(never)]
pub fn margin(pair: &[Cell], width: usize, side: Side) -> Vec<Cell> {
    let lines = pair.chunks_exact(width.max(1));
    if side == Side::First {
        let sum = |line: &[Cell]| {
            let mut sum = Cell::default();
            line.iter().for_each(|cell| sum.add(cell));
            sum
        };
        return lines.map(sum).collect();
    }
    let mut sums = vec![Cell::default(); width];
    for line in lines {
        add_each(&mut sums, line);
    }
    sums
}

/// These cells without those of codes that are not accepted, on an axis whose cells are so far apart.
#[must_use]
#[inline(never)]
pub fn kept(cells: &[Cell], stride: usize, accepted: &[bool]) -> Vec<Cell> {
    let mut kept = vec![Cell::default(); cells.len()];
    let stride = stride.max(1);
    let blocks = kept.chunks_mut(stride * accepted.len().max(1));
    for (block, cells) in blocks.zip(cells.chunks(stride * accepted.len().max(1))) {
        let lines = block.chunks_mut(stride).zip(cells.chunks(stride));
        for ((kept, cells), _) in lines.zip(accepted).filter(|(_, accepted)| **accepted) {
            kept.copy_from_slice(cells);
        }
    }
    kept
}

#[inline(always)]
fn add_each(cells: &mut [Cell], more: &[Cell]) {
    for (cell, more) in cells.iter_mut().zip(more) {
        cell.add(more);
    }
}

/// Takes away from each cell what the other beside it holds.
#[inline(never)]
pub fn subtract_each(cells: &mut [Cell], less: &[Cell]) {
    for (cell, less) in cells.iter_mut().zip(less) {
        cell.subtract(less);
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    /// Cells that tell apart whatever is added.
    fn cells(count: usize) -> Vec<Cell> {
        let cell = |place: usize| Cell {
            counts: [1, 2, 3, 4].map(|factor| (place * factor) as u32),
            amount: (place * place) as f64,
        };
        (1..=count).map(cell).collect()
    }

    fn sum<'a>(cells: impl IntoIterator<Item = &'a Cell>) -> Cell {
        let mut sum = Cell::default();
        cells.into_iter().for_each(|cell| sum.add(cell));
        sum
    }

    #[test]
    fn a_cube_sums_over_any_runs() {
        const WIDTH: usize = 5;
        let found = cells(7 * WIDTH);
        let cube = Cube::new(found.clone(), WIDTH);
        let line_sums = |runs: &[(usize, usize)]| -> Vec<Cell> {
            let is_in = |code: usize| runs.iter().any(|&(first, end)| first <= code && code < end);
            let lines = found.chunks(WIDTH).enumerate();
            let lines: Vec<&[Cell]> = lines
                .filter(|line| is_in(line.0))
                .map(|line| line.1)
                .collect();
            (0..WIDTH)
                .map(|place| sum(lines.iter().map(|line| &line[place])))
                .collect()
        };
        for first in 0..6 {
            for end in first..=6 {
                let one = [(first, end)];
                assert_eq!(cube.over(&one), line_sums(&one), "{one:?}");
                let two = [(0, first), (end, 6)];
                assert_eq!(cube.over(&two), line_sums(&two), "{two:?}");
            }
        }
        assert_eq!(cube.over(&[]), [Cell::default(); WIDTH]);
    }

    #[test]
    fn margins_are_the_sums_of_lines_and_of_columns() {
        let pair = cells(12);
        let lines: Vec<Cell> = pair.chunks(4).map(sum).collect();
        assert_eq!(margin(&pair, 4, Side::First), lines);
        let column = |place: usize| sum(pair.iter().skip(place).step_by(4));
        let columns: Vec<Cell> = (0..4).map(column).collect();
        assert_eq!(margin(&pair, 4, Side::Second), columns);
        assert_eq!(margin(&[], 0, Side::First), []);
    }

    #[test]
    fn what_is_kept_depends_on_the_code_of_one_axis() {
        let all = cells(24);
        let accepted = [true, false, true];
        for stride in [1, 2, 4] {
            let kept = kept(&all, stride, &accepted);
            for (place, (kept, cell)) in kept.iter().zip(&all).enumerate() {
                let expected = if accepted[place / stride % 3] {
                    *cell
                } else {
                    Cell::default()
                };
                assert_eq!(*kept, expected, "{place} of cells {stride} apart");
            }
        }
    }

    #[test]
    fn what_is_added_can_be_taken_away() {
        let (before, more) = (cells(9), cells(10).split_off(1));
        let mut cells = before.clone();
        add_each(&mut cells, &more);
        assert_eq!(cells[0], sum([&before[0], &more[0]]));
        subtract_each(&mut cells, &more);
        assert_eq!(cells, before);
    }
}
