//! How many projects there are where dots would cover each other: an image of cells.
//!
//! A cell is about four pixels wide and high. What has no place on an axis is
//! spread over the cells of a lane, as dots would be. Blocks, coarser than cells and bounded by round
//! dates and amounts, are what the pointer finds. Where each row stands is found
//! once for a picture, by the kernel, and without a logarithm: the leading bits of an
//! amount say where it lies. What the filters change are the counts.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use inward_kernel::grid;

use super::super::describe;
use super::super::legend::{Entry, Swatch};
use super::super::marks::mark;
use super::super::scale::LogScale;
use super::super::scene::{Area, Color, DataTable, Mark, Pick, Raster, Rect, Shape, Target};
use super::super::spec::{ChartInput, Dots};
use super::super::theme::Theme;
use super::dots::{ACROSS, DOWN, Frame, Months};
use crate::data::{Month, ProjectTable, UNDATED};
use crate::i18n::{LaterMessage, Locale, Message, format};
use crate::query::{AmountBin, BitSet, Measure, TimeGrain, Totals, projects_in_cells, totals_by};

const CELL_PX: f64 = 4.0;
/// The narrowest column of cells.
const LEAST_PX: f64 = 2.5;
/// At most so many blocks along the dates, and among the amounts.
const MOST_BLOCKS: [i32; 2] = [60, 30];
/// Months in a column of cells or of blocks.
const STRETCHES: [i32; 8] = [1, 3, 12, 60, 120, 600, 1_200, 12_000];

/// What was found for the last picture of a table, for the next one: a brush along dates or amounts changes nothing of it.
#[derive(Clone, Debug, Default)]
pub struct DotPlaces {
    has_undated: OnceCell<bool>,
    places: Last<PictureSize, grid::Places>,
    blocks: Last<(PictureSize, SameRows), Blocks>,
    targets: Last<(PictureSize, SameRows, Wording), Vec<Target>>,
}

impl DotPlaces {
    /// Whether a row of `table`, which is always the same, has no date.
    pub(super) fn has_undated(&self, table: &ProjectTable) -> bool {
        let found = || table.dates().codes().contains(&UNDATED);
        *self.has_undated.get_or_init(found)
    }
}

/// The last thing found, and for what.
#[derive(Debug)]
struct Last<For, Found>(RefCell<Option<(For, Rc<Found>)>>);

impl<For, Found> Default for Last<For, Found> {
    fn default() -> Self {
        Self(RefCell::new(None))
    }
}

impl<For: Clone, Found> Clone for Last<For, Found> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<For: PartialEq, Found> Last<For, Found> {
    fn get_or(&self, wanted: For, find: impl FnOnce() -> Found) -> Rc<Found> {
        let mut last = self.0.borrow_mut();
        match &*last {
            Some((known, found)) if *known == wanted => Rc::clone(found),
            _ => {
                let found = Rc::new(find());
                *last = Some((wanted, Rc::clone(&found)));
                found
            }
        }
    }
}

/// The bits of where the plot begins, of its width and height, of what its lanes take of the canvas, and of what stays free
/// at its ends. With the table they say where everything is.
type PictureSize = [u64; 7];

/// Rows that are the same where they are the same set, not another one with the same rows.
#[derive(Clone, Debug)]
struct SameRows(Rc<BitSet>);

impl PartialEq for SameRows {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What words about blocks depend on beside the rows, and the bits of how far down the plot is.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Wording {
    locale: Locale,
    measure: Measure,
    is_narrowed: bool,
    plot_y: u64,
}

/// By block of time, with one for no date, and of amounts, with two: what is in it.
#[derive(Debug)]
struct Blocks {
    totals: Vec<Totals>,
    /// Of each block those projects that stand in it by their number alone.
    by_year_only: Vec<u32>,
}

/// One of them.
struct Block<'a> {
    number: usize,
    /// The plot, the lane of amounts of zero and less, or that without amounts.
    lane: usize,
    /// The first month and the one after the last; `None` for no date.
    months: Option<(i32, i32)>,
    date_words: &'a str,
    /// From an amount to another, where it is in the plot.
    amounts: Option<[f64; 2]>,
    amount_words: &'a str,
    totals: &'a Totals,
    by_year_only: u32,
}

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
    size: PictureSize,
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

    /// What each code of the column of dates stands for.
    fn times(&self, table: &ProjectTable) -> Vec<grid::Time> {
        let dates = table.dates();
        let time = |code| match dates.of_code(code as u16) {
            None => grid::Time::Undated,
            Some(date) => {
                let first = date.first_month().0 - self.months.first;
                match date.month {
                    None => grid::Time::Year(first),
                    Some(_) => grid::Time::Month(first),
                }
            }
        };
        (0..dates.codes_in_use()).map(time).collect()
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
    /// By leading bits: the line, and the bin of the least amount that has them, counted from the first.
    by_bits: Vec<(u32, u32)>,
    /// The amount below which each bin ends.
    uppers: Vec<f64>,
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
                uppers: Vec::new(),
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
            let bin = AmountBin::of(amount).0 - first.0;
            (line.min(lines - 1) as u32, bin.unsigned_abs())
        };
        Self {
            lines,
            first,
            step,
            blocks: ((last.0 - first.0) / step) as usize + 1,
            base,
            by_bits: (base..=bits(most)).map(of_bits).collect(),
            uppers: (first.0..=last.0)
                .map(|bin| AmountBin(bin).upper())
                .collect(),
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

impl Density {
    /// Cells and blocks, nothing counted in them yet; the frame's dates are moved out to whole columns.
    fn fit(frame: &mut Frame<'_>) -> Self {
        let dates = Dates::fit(frame);
        let amounts = Amounts::fit(frame.scale, frame.plot.height - 2.0 * frame.pad());
        let columns = [dates.columns, cells(frame.undated.width)];
        let lines = [
            amounts.lines,
            cells(frame.not_positive.height),
            cells(frame.rug.height),
        ];
        let size = [
            frame.plot.x,
            frame.plot.width,
            frame.plot.height,
            frame.undated.width,
            frame.not_positive.height,
            frame.rug.height,
            frame.pad(),
        ]
        .map(f64::to_bits);
        Self {
            cells: Vec::new(),
            size,
            columns,
            lines,
            dates,
            amounts,
            most: 0,
            bounds: Vec::new(),
        }
    }

    /// Finds where each row stands, and nothing else: about half of what the first picture of a table takes.
    pub(super) fn find_places(frame: &mut Frame<'_>) {
        Self::fit(frame).places(frame.dots);
    }

    /// Counts; the frame's dates are moved out to whole columns.
    pub(super) fn of(frame: &mut Frame<'_>) -> Self {
        let dots = frame.dots;
        let mut counted = Self::fit(frame);
        let places = counted.places(dots);
        let cells = counted.columns.iter().sum::<usize>() * counted.lines.iter().sum::<usize>();
        let (table, rows) = (dots.table, dots.rows);
        counted.cells = projects_in_cells(table, rows, dots.brushed, &places.cells, cells);
        counted.divide();
        counted
    }

    /// Where each row of the table stands.
    fn places(&self, dots: &Dots<'_>) -> Rc<grid::Places> {
        let found = || self.placed(dots.table);
        dots.places.places.get_or(self.size, found)
    }

    fn placed(&self, table: &ProjectTable) -> grid::Places {
        let ([dated, undated], [positive, not_positive, rug]) = (self.columns, self.lines);
        let blocks = self.amounts.blocks;
        let dates = grid::Dates {
            codes: table.dates().codes(),
            days: table.dates().days(),
            times: &self.dates.times(table),
            months: &self.dates.of_month,
            parts: self.dates.parts,
            undated: (dated, undated, self.dates.blocks),
            factor: ACROSS,
        };
        let amounts = grid::Amounts {
            amounts: table.amounts().values(),
            states: table.amounts().states(),
            // Neither what is stated in a currency or year without a rate nor what is not stated.
            is_stated: [true, true, false, false],
            weights: table.weights(),
            shift: Amounts::SHIFT,
            base: self.amounts.base,
            by_bits: &self.amounts.by_bits,
            uppers: &self.amounts.uppers,
            step: self.amounts.step.unsigned_abs() as usize,
            not_positive: (positive, not_positive, blocks),
            unstated: (positive + not_positive, rug, blocks + 1),
            factor: DOWN,
        };
        grid::Places::of(&dates, &amounts, dated + undated, blocks + 2)
    }

    /// What is in each block.
    fn blocks(&self, dots: &Dots<'_>) -> Blocks {
        let blocks = (self.dates.blocks + 1) * (self.amounts.blocks + 2);
        let places = self.places(dots);
        let halves = totals_by(dots.table, dots.rows, &places.blocks, blocks * 2);
        let are_spread = self.dates.block_months < 12;
        let (totals, by_year_only) = halves
            .chunks(2)
            .map(|pair| {
                let mut totals = Totals::default();
                for half in pair {
                    totals.add(half);
                }
                let by_year = pair.last().map_or(0, |half| half.projects);
                (totals, if are_spread { by_year } else { 0 })
            })
            .unzip();
        Blocks {
            totals,
            by_year_only,
        }
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

    /// What the pointer finds: blocks by date, then from the least amount up.
    pub(super) fn targets(&self, frame: &Frame<'_>) -> Vec<Target> {
        let (input, dots) = (frame.input, frame.dots);
        let wording = Wording {
            locale: input.locale,
            measure: input.measure,
            is_narrowed: input.is_narrowed(),
            plot_y: frame.plot.y.to_bits(),
        };
        let rows = SameRows(Rc::clone(dots.rows));
        let targets = &dots.places.targets;
        let targets = targets.get_or((self.size, rows, wording), || {
            let mut targets = Vec::new();
            self.each_block(frame, |block| targets.push(self.target(frame, block)));
            targets
        });
        targets.to_vec()
    }

    /// The same as a table.
    pub(super) fn data_table(&self, frame: &Frame<'_>) -> DataTable {
        let mut table = describe::block_table(frame.input);
        self.each_block(frame, |block| {
            let count = format::count(block.totals.projects.into());
            let words = [block.date_words, block.amount_words];
            table
                .rows
                .push([words.map(str::to_owned).to_vec(), vec![count]].concat());
        });
        table
    }

    /// The blocks that have projects.
    fn each_block(&self, frame: &Frame<'_>, mut each: impl FnMut(&Block<'_>)) {
        let (input, dots) = (frame.input, frame.dots);
        let rows = SameRows(Rc::clone(dots.rows));
        let blocks = &dots.places.blocks;
        let blocks = blocks.get_or((self.size, rows), || self.blocks(dots));
        // Each period has the same ranges of amounts.
        let ranges: Vec<_> = (0..self.amounts.blocks + 2)
            .map(|range| {
                let amounts = self.amounts.block(range);
                (describe::block_amounts(input, &amounts), amounts)
            })
            .collect();
        let mut numbered = blocks.totals.iter().zip(&blocks.by_year_only).enumerate();
        for period in 0..=self.dates.blocks {
            let months = self.dates.block(period);
            let date_words = describe::block_period(input, months);
            for ((amount_words, amounts), block) in ranges.iter().zip(numbered.by_ref()) {
                let (number, (totals, &by_year_only)) = block;
                if totals.projects == 0 {
                    continue;
                }
                each(&Block {
                    number,
                    lane: (number % ranges.len() + 1).saturating_sub(self.amounts.blocks),
                    months,
                    date_words: &date_words,
                    amounts: amounts.as_ref().ok().copied(),
                    amount_words,
                    totals,
                    by_year_only,
                });
            }
        }
    }

    fn target(&self, frame: &Frame<'_>, block: &Block<'_>) -> Target {
        let mut area = self.area(frame, block.months.is_none(), block.lane);
        if let Some((first, after)) = block.months {
            let left = frame.month_x(first.into()).max(area.x);
            let right = frame.month_x(after.into()).min(area.right());
            (area.x, area.width) = (left, (right - left).max(0.0));
        }
        if let Some([min, max]) = block.amounts {
            let (top, bottom) = (frame.amount_y(max), frame.amount_y(min));
            (area.y, area.height) = (top, bottom - top);
        }
        let spread = LaterMessage::YearOnlySpread(block.by_year_only.into());
        let spread = (block.by_year_only > 0).then_some(spread);
        let name = format!("{} · {}", block.date_words, block.amount_words);
        Target {
            key: format!("block-{}", block.number).into(),
            area: Area::Rect(area),
            outline: Area::Rect(area),
            telling: describe::telling_and(
                frame.input,
                move |_| name.clone(),
                block.totals,
                spread,
            ),
            pick: Pick::Nothing,
            picked: false,
        }
    }
}
