//! How many projects there are where dots would cover each other: an image of cells.
//!
//! A cell is about four pixels wide and high. What has no place on an axis is
//! spread over the cells of a lane, as dots would be. Blocks, coarser than cells and bounded by round
//! dates and amounts, are what the pointer finds. Every row is looked at once,
//! and without a logarithm: the leading bits of an amount say where it lies.

use std::rc::Rc;

use super::super::describe;
use super::super::legend::{Entry, Swatch};
use super::super::marks::mark;
use super::super::scale::LogScale;
use super::super::scene::{Area, Color, DataTable, Mark, Pick, Raster, Rect, Shape, Target};
use super::super::spec::{ChartInput, Dots};
use super::super::theme::Theme;
use super::dots::{ACROSS, DOWN, Frame, Months, scatter};
use crate::data::{Month, PartialDate};
use crate::i18n::{LaterMessage, Message, format};
use crate::query::{AmountBin, TimeGrain, Totals};

const CELL_PX: f64 = 4.0;
/// The narrowest column of cells.
const LEAST_PX: f64 = 2.5;
/// At most so many blocks along the dates, and among the amounts.
const MOST_BLOCKS: [i32; 2] = [60, 30];
/// Months in a column of cells or of blocks.
const STRETCHES: [i32; 8] = [1, 3, 12, 60, 120, 600, 1_200, 12_000];

/// What lies in the cells and blocks of the plot and its lanes.
pub(super) struct Density {
    dates: Dates,
    amounts: Amounts,
    /// Columns of the plot, then those of the lane without dates.
    columns: [usize; 2],
    /// Lines of the plot, then those of the lanes of amounts of zero and less and without amounts.
    lines: [usize; 3],
    /// By line from the top and column: projects that the filters on date and amount leave, and others.
    cells: Vec<[u32; 2]>,
    /// By block of time, with one for no date, and of amounts, with two: what is in it.
    blocks: Vec<Totals>,
    /// Of each block those projects that stand in it by their number alone.
    by_year_only: Vec<u32>,
    /// The most projects in a cell, of those that the filters on date and amount leave.
    most: u32,
    /// The least number of projects of each colour: equal ratios.
    bounds: Vec<u32>,
}

/// Columns of cells and of blocks.
struct Dates {
    months: Months,
    /// Columns in a month, where a month is wider than a cell.
    parts: f64,
    columns: usize,
    /// The first column and the block of each month.
    of_month: Vec<(u32, u32)>,
    block_months: i32,
    blocks: usize,
}

impl Dates {
    fn fit(frame: &mut Frame<'_>) -> Self {
        let Some(months) = frame.months else {
            let months = Months { first: 0, count: 0 };
            return Self {
                months,
                parts: 1.0,
                columns: 0,
                of_month: Vec::new(),
                block_months: 1,
                blocks: 0,
            };
        };
        let month_px = frame.month_px();
        let fits = |wanted: &dyn Fn(i32) -> bool| {
            let found = STRETCHES.into_iter().find(|&stretch| wanted(stretch));
            found.unwrap_or(STRETCHES[STRETCHES.len() - 1])
        };
        let step = fits(&|stretch| f64::from(stretch) * month_px >= LEAST_PX);
        let months = months.aligned(step.max(3));
        frame.months = Some(months);
        let parts = (month_px / CELL_PX).floor().clamp(1.0, 31.0);
        let last = Month(months.first + months.count - 1);
        let grain = TimeGrain::for_span(Month(months.first), last).months();
        let block_months =
            fits(&|stretch| stretch >= grain && months.count / stretch < MOST_BLOCKS[0]);
        let first_block = months.first.div_euclid(block_months);
        let of_month = (0..months.count).map(|month| {
            let column = month / step * parts as i32;
            let block = (months.first + month).div_euclid(block_months) - first_block;
            (column.unsigned_abs(), block.unsigned_abs())
        });
        let of_month: Vec<(u32, u32)> = of_month.collect();
        Self {
            months,
            parts,
            columns: (months.count / step) as usize * parts as usize,
            blocks: of_month.last().map_or(0, |&(_, block)| block as usize + 1),
            of_month,
            block_months,
        }
    }

    /// Column and block of a row, and whether its number chose the month.
    fn place(&self, row: usize, date: Option<PartialDate>) -> (usize, usize, bool) {
        let Some(date) = date else {
            return (self.columns, self.blocks, false);
        };
        // A project is somewhere in the stretch that its date leaves open, always at the same place.
        let months = match (date.month, date.day) {
            (None, _) => 12.0 * scatter(row, ACROSS),
            (Some(_), None) => scatter(row, ACROSS),
            (Some(_), Some(day)) => f64::from(day - 1) / 31.0,
        };
        let month = date.first_month().0 - self.months.first + months as i32;
        let month = month.clamp(0, self.months.count - 1);
        let (column, block) = self.of_month[month as usize];
        (
            column as usize + (months.fract() * self.parts) as usize,
            block as usize,
            date.month.is_none() && self.block_months < 12,
        )
    }

    /// The first month of a block and that of the next; `None` for the one without a date.
    fn block(&self, block: usize) -> Option<(i32, i32)> {
        let step = self.block_months;
        let first = (self.months.first.div_euclid(step) + block as i32) * step;
        (block < self.blocks).then_some((first, first + step))
    }
}

/// Lines of cells, and blocks of bins.
struct Amounts {
    lines: usize,
    first: AmountBin,
    /// Bins in a block.
    step: i32,
    blocks: usize,
    /// What the leading bits of the least amount are.
    base: u64,
    /// By leading bits: the line, and the bin of the least amount that has them.
    by_bits: Vec<(u32, i32)>,
}

impl Amounts {
    /// Eleven bits of exponent and seven after the point: steps of less than a hundredth.
    const SHIFT: u32 = 52 - 7;

    fn fit(scale: Option<LogScale>, height: f64) -> Self {
        let Some((scale, first, last)) =
            scale.and_then(|scale| Some((scale, scale.bins().next()?, scale.bins().last()?)))
        else {
            return Self {
                lines: 0,
                first: AmountBin(0),
                step: 1,
                blocks: 0,
                base: 0,
                by_bits: Vec::new(),
            };
        };
        let step = if last.0 - first.0 < MOST_BLOCKS[1] {
            1
        } else {
            3
        };
        let lines = (height / CELL_PX).max(1.0) as usize;
        let bits = |amount: f64| amount.to_bits() >> Self::SHIFT;
        let base = bits(first.lower());
        let most = last.upper().min(scale.most());
        let of_bits = |bits: u64| {
            let amount = f64::from_bits(bits << Self::SHIFT).max(first.lower());
            let line = ((1.0 - scale.share(amount)) * lines as f64) as usize;
            (line.min(lines - 1) as u32, AmountBin::of(amount).0)
        };
        Self {
            lines,
            first,
            step,
            blocks: ((last.0 - first.0) / step) as usize + 1,
            base,
            by_bits: (base..=bits(most)).map(of_bits).collect(),
        }
    }

    /// Line and block of an amount; NaN where there is none.
    fn place(&self, amount: f64) -> (usize, usize) {
        if amount.is_nan() {
            (self.lines + 1, self.blocks + 1)
        } else if amount > 0.0 {
            let bits = (amount.to_bits() >> Self::SHIFT).saturating_sub(self.base) as usize;
            let (line, bin) = self.by_bits[bits.min(self.by_bits.len() - 1)];
            let bin = bin + i32::from(amount >= AmountBin(bin).upper());
            (line as usize, ((bin - self.first.0) / self.step) as usize)
        } else {
            (self.lines, self.blocks)
        }
    }

    /// From which amount to which a block is, or what it holds instead.
    fn block(&self, block: usize) -> Result<[f64; 2], LaterMessage> {
        let first = self.first.0 + block as i32 * self.step;
        if block < self.blocks {
            let last = AmountBin(first + self.step - 1);
            Ok([AmountBin(first).lower(), last.upper()])
        } else if block == self.blocks {
            Err(LaterMessage::NotPositive)
        } else {
            Err(LaterMessage::AmountUndisclosed)
        }
    }
}

/// How many cells there are in a length.
fn cells(length_px: f64) -> usize {
    (length_px / CELL_PX).round() as usize
}

/// Which of `count` cells a row stands in.
fn scattered(row: usize, factor: u32, count: usize) -> usize {
    (scatter(row, factor) * count as f64) as usize
}

impl Density {
    /// Counts; the frame's dates are moved out to whole columns.
    pub(super) fn of(frame: &mut Frame<'_>) -> Self {
        let dots = frame.dots;
        let dates = Dates::fit(frame);
        let amounts = Amounts::fit(frame.scale, frame.plot.height - 2.0 * frame.pad());
        let columns = [dates.columns, cells(frame.undated.width)];
        let lines = [
            amounts.lines,
            cells(frame.not_positive.height),
            cells(frame.rug.height),
        ];
        let blocks = (dates.blocks + 1) * (amounts.blocks + 2);
        let mut counted = Self {
            cells: vec![[0; 2]; columns.iter().sum::<usize>() * lines.iter().sum::<usize>()],
            blocks: vec![Totals::default(); blocks],
            by_year_only: vec![0; blocks],
            columns,
            lines,
            dates,
            amounts,
            most: 0,
            bounds: Vec::new(),
        };
        counted.count(dots);
        counted.divide();
        counted
    }

    fn count(&mut self, dots: &Dots<'_>) {
        let table = dots.table;
        let dates = table.dates();
        let ([dated, undated], [positive, not_positive, rug]) = (self.columns, self.lines);
        dots.rows.for_each(|row| {
            let projects = table.projects(row);
            let amount = table.amount_per_project(row).unwrap_or(f64::NAN);
            let (mut column, period, is_spread) = self.dates.place(row, dates.get(row));
            if column == dated {
                column += scattered(row, ACROSS, undated);
            }
            let (mut line, range) = self.amounts.place(amount);
            if line > positive {
                line = positive + not_positive + scattered(row, DOWN, rug);
            } else if line == positive {
                line += scattered(row, DOWN, not_positive);
            }
            let is_brushed = dots.brushed.contains(row);
            if let Some(counts) = self.cells.get_mut(line * (dated + undated) + column) {
                counts[usize::from(!is_brushed)] += projects;
            }
            let block = period * (self.amounts.blocks + 2) + range;
            self.blocks[block].add_row(table, row);
            self.by_year_only[block] += if is_spread { projects } else { 0 };
        });
    }

    /// Gives each colour its numbers of projects.
    fn divide(&mut self) {
        self.most = self.cells.iter().fold(0, |most, cell| most.max(cell[0]));
        let ratio = (f64::from(self.most) + 1.0).powf(1.0 / 6.0);
        let mut bound = 1.0_f64;
        for _ in 0..6 {
            let least = bound.ceil() as u32;
            if least <= self.most && self.bounds.last() != Some(&least) {
                self.bounds.push(least);
            }
            bound *= ratio;
        }
    }

    /// The colour of a cell of so many projects; few colours are far apart.
    fn color(&self, theme: &Theme, count: u32) -> Color {
        let level = self
            .bounds
            .iter()
            .take_while(|&&bound| bound <= count)
            .count();
        let (ramp, steps) = (&theme.sequential, self.bounds.len().max(2) - 1);
        ramp[(level.max(1) - 1) * (ramp.len() - 1) / steps]
    }

    /// How many projects each colour stands for.
    pub(super) fn entries(&self, input: &ChartInput<'_>) -> Vec<Entry> {
        let number = |count: u32| format::count(count.into());
        let mut entries = vec![Entry {
            swatch: Swatch::None,
            words: describe::say(input, &LaterMessage::LegendPerCell),
        }];
        for (level, &bound) in self.bounds.iter().enumerate() {
            let next = self.bounds.get(level + 1);
            let last = next.map_or(self.most, |next| next - 1);
            let words = if last == bound {
                number(bound)
            } else {
                format!("{}–{}", number(bound), number(last))
            };
            entries.push(Entry {
                swatch: Swatch::Filled(self.color(input.theme, bound)),
                words,
            });
        }
        if self
            .cells
            .iter()
            .any(|[brushed, others]| *brushed == 0 && *others > 0)
        {
            entries.push(Entry {
                swatch: Swatch::Filled(input.theme.whole),
                words: describe::say(input, &LaterMessage::LegendLeftOut),
            });
        }
        entries.push(Entry {
            swatch: Swatch::None,
            words: describe::say(input, &Message::LegendCurrency(input.currency.code())),
        });
        entries
    }

    /// An image for each part of the canvas that holds projects.
    pub(super) fn marks(&self, frame: &Frame<'_>) -> Vec<Mark> {
        let theme = frame.input.theme;
        let width: usize = self.columns.iter().sum();
        let mut marks = Vec::new();
        let mut top = 0;
        for (lane, &lines) in self.lines.iter().enumerate() {
            let mut left = 0;
            for (beside, &columns) in self.columns.iter().enumerate() {
                let area = self.area(frame, beside == 1, lane);
                let mut cells = Vec::with_capacity(lines * columns);
                let mut filled = 0;
                for line in top..top + lines {
                    for &[brushed, others] in &self.cells[line * width + left..][..columns] {
                        filled += brushed + others;
                        cells.push(if brushed > 0 {
                            Some(self.color(theme, brushed))
                        } else {
                            (others > 0).then_some(theme.whole)
                        });
                    }
                }
                if filled > 0 {
                    let key = format!("density-{lane}-{beside}");
                    let raster = Rc::new(Raster {
                        area,
                        columns,
                        cells,
                    });
                    marks.push(mark(key, Shape::Raster(raster), theme.accent));
                }
                left += columns;
            }
            top += lines;
        }
        marks
    }

    /// Where cells lie: in the plot, in the lane of amounts of zero and less, in that without amounts.
    fn area(&self, frame: &Frame<'_>, is_undated: bool, lane: usize) -> Rect {
        let pad = frame.pad();
        let down = [frame.plot, frame.not_positive, frame.rug][lane];
        let (y, height) = if lane == 0 {
            (down.y + pad, down.height - 2.0 * pad)
        } else {
            (down.y + 2.0, down.height - 4.0)
        };
        let (x, width) = if is_undated {
            (frame.undated.x, frame.undated.width)
        } else {
            let months = self.dates.months;
            let x = frame.month_x(months.first.into());
            (x, frame.month_x((months.first + months.count).into()) - x)
        };
        Rect {
            x,
            y,
            width,
            height: height.max(0.0),
        }
    }

    /// What the pointer finds, and the same as a table: blocks by date, then from the least amount up.
    pub(super) fn blocks(&self, frame: &Frame<'_>) -> (Vec<Target>, DataTable) {
        let input = frame.input;
        let in_period = self.amounts.blocks + 2;
        let (mut targets, mut table) = (Vec::new(), describe::block_table(input));
        for (number, totals) in self.blocks.iter().enumerate() {
            if totals.projects == 0 {
                continue;
            }
            let (period, range) = (number / in_period, number % in_period);
            let (months, amounts) = (self.dates.block(period), self.amounts.block(range));
            let lane = (range + 1).saturating_sub(self.amounts.blocks);
            let mut area = self.area(frame, months.is_none(), lane);
            if let Some((first, after)) = months {
                let left = frame.month_x(first.into()).max(area.x);
                let right = frame.month_x(after.into()).min(area.right());
                (area.x, area.width) = (left, (right - left).max(0.0));
            }
            if let Ok([min, max]) = amounts {
                let (top, bottom) = (frame.amount_y(max), frame.amount_y(min));
                (area.y, area.height) = (top, bottom - top);
            }
            let name = describe::block_name(input, months, &amounts);
            let mut lines = describe::lines(input, totals);
            let by_year_only = self.by_year_only[number];
            if by_year_only > 0 {
                let words = LaterMessage::YearOnlySpread(by_year_only.into());
                lines.push(describe::say(input, &words));
            }
            targets.push(Target {
                key: format!("block-{number}").into(),
                area: Area::Rect(area),
                outline: Area::Rect(area),
                title: name.join(" · "),
                lines,
                pick: Pick::Nothing,
                picked: false,
            });
            let mut row = name.to_vec();
            row.push(format::count(totals.projects.into()));
            table.rows.push(row);
        }
        (targets, table)
    }
}
