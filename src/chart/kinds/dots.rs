//! Every project: a dot at its signing date and, on a logarithmic axis, its amount.
//!
//! A date stands as wide as it is imprecise: a year is a dash as long as that
//! year, and so is a month where a month is wider than a dot. What has no
//! place on an axis has a lane: below the plot amounts of zero and less, then
//! what has no amount in the currency; to the right what has no date. Within a lane
//! the row's number says where a dot stands, so that it stays there whatever
//! the filters are. More dots than can be told apart are in [`density`](super::density).

use inward_kernel::grid::scatter;

use std::rc::Rc;

use super::super::brush::{Brush, BrushAxis, BrushSteps};
use super::super::describe;
use super::super::emphasis::brush_band;
use super::super::legend::{Entry, Swatch, legend};
use super::super::marks::{
    EDGE_PX, MonthAxis, date_labels, empty_scene, hairline, mark, note, note_width,
};
use super::super::scale::LogScale;
use super::super::scene::{
    Align, Area, Color, DataTable, Description, Mark, MarkKey, Pick, Point, Rect, Scene, Shape,
    Size, Target, Weight,
};
use super::super::spec::{ChartInput, Dots};
use super::super::text::shorten;
use super::super::theme::NOTE_SIZE;
use super::density::Density;
use crate::data::industry::Sector;
use crate::data::{CategoryField, Month, PartialDate};
use crate::i18n::{LaterMessage, Message, format};
use crate::query::{Brushed, TimeGrain, sorted};

/// More dots than this are a density.
const MOST_DOTS: usize = 5_000;
/// As are dots that would cover more of the plot than this share.
const MOST_COVERED: f64 = 2.0 / 3.0;
/// Below this width, and of more projects than this, dots are smaller.
const NARROW_PX: f64 = 480.0;
const MANY: usize = 1_000;
const LEAST_PLOT_PX: f64 = 220.0;
const MOST_PLOT_PX: f64 = 360.0;
const HEAD_PX: f64 = 8.0;
const AXIS_PX: f64 = 24.0;
const NOTE_PX: f64 = 20.0;
const RUG_PX: f64 = 56.0;
const LANE_PX: f64 = 18.0;
const GAP_PX: f64 = 8.0;
const TICK_GAP_PX: f64 = 8.0;
const TICK_STEP_PX: f64 = 26.0;
/// Half of what the pointer has to hit.
const REACH_PX: f64 = 12.0;
const OPACITY: f64 = 0.8;

pub(super) fn layout(input: &ChartInput<'_>, dots: &Dots<'_>) -> Scene {
    if dots.total.projects == 0 {
        return empty_scene(input, LEAST_PLOT_PX, describe::dots(input, dots));
    }
    let mut frame = Frame::new(input, dots);
    if frame.is_dense() {
        return density(frame);
    }
    let rows = by_date(dots);
    let (legend, below) = legend(input, &entries(&frame, &rows), EDGE_PX, EDGE_PX);
    frame.move_down(below);
    let (marks, targets) = frame.dots(&rows);
    frame.scene(legend, marks, targets, describe::dots(input, dots))
}

/// A row for each project, or for each block where they are more than can be told apart.
pub(super) fn data_table(input: &ChartInput<'_>, dots: &Dots<'_>) -> DataTable {
    let mut frame = Frame::new(input, dots);
    if frame.is_dense() {
        Density::of(&mut frame).data_table(&frame)
    } else {
        describe::project_table(input, dots.table, &by_date(dots))
    }
}

/// The rows of the projects, those without a date last.
fn by_date(dots: &Dots<'_>) -> Vec<usize> {
    let rows: Vec<usize> = dots.rows.iter().collect();
    let date = |position: usize| dots.table.dates().get(rows[position]);
    let by_date = sorted(rows.len(), &mut |one, other| {
        let (one, other) = (date(one), date(other));
        one.is_none().cmp(&other.is_none()).then(one.cmp(&other))
    });
    by_date.iter().map(|&position| rows[position]).collect()
}

/// Where dots stand that are more than can be told apart, for the layout that follows.
pub(super) fn prepare(input: &ChartInput<'_>, dots: &Dots<'_>) {
    let mut frame = Frame::new(input, dots);
    if frame.is_dense() {
        Density::find_places(&mut frame);
    }
}

/// The chart where there are more dots than can be told apart.
fn density(mut frame: Frame<'_>) -> Scene {
    let density = Density::of(&mut frame);
    let (input, dots) = (frame.input, frame.dots);
    let (legend, below) = legend(input, &density.entries(input), EDGE_PX, EDGE_PX);
    frame.move_down(below);
    let targets = density.targets(&frame);
    let description = describe::dots(input, dots);
    frame.scene(legend, density.marks(&frame), targets, description)
}

/// The sectors that are there, and what else a form or a paleness means.
fn entries(frame: &Frame<'_>, rows: &[usize]) -> Vec<Entry> {
    let (input, table) = (frame.input, frame.dots.table);
    let filled = |color, words| Entry {
        swatch: Swatch::Filled(color),
        words,
    };
    let say = |message: &LaterMessage| describe::say(input, message);
    let column = table.category(CategoryField::Industry);
    let tree = column.tree();
    let mut roots = vec![false; tree.nodes().len()];
    for &row in rows {
        roots[usize::from(tree.ancestor_at(column.codes()[row], 0))] = true;
    }
    let mut entries = Vec::new();
    for (sector, color) in Sector::ALL.iter().zip(input.theme.sectors) {
        if tree
            .code(sector.key())
            .is_some_and(|code| roots[usize::from(code)])
        {
            entries.push(filled(color, sector.name().get(input.locale).to_string()));
        }
    }
    if tree
        .roots()
        .any(|code| roots[usize::from(code)] && tree.node(code).is_unstated())
    {
        entries.push(filled(input.theme.neutral, say(&Message::NotStated.into())));
    }
    let dates = || rows.iter().filter_map(|&row| table.dates().get(row));
    let has_months = frame.month_px() > frame.widest_dot()
        && dates().any(|date| date.month.is_some() && date.day.is_none());
    if has_months || dates().any(|date| date.month.is_none()) {
        entries.push(Entry {
            swatch: Swatch::Dash(input.theme.neutral),
            words: say(&if has_months {
                LaterMessage::LegendDayUnknown
            } else {
                Message::LegendYearOnly.into()
            }),
        });
    }
    if frame.shows_left_out() {
        entries.push(filled(input.theme.whole, say(&LaterMessage::LegendLeftOut)));
    }
    entries.push(Entry {
        swatch: Swatch::None,
        words: say(&LaterMessage::from(Message::LegendCurrency(
            input.currency.code(),
        ))),
    });
    entries
}

/// Where axes and lanes lie, the same for whatever the filters leave.
pub(super) struct Frame<'a> {
    pub(super) input: &'a ChartInput<'a>,
    pub(super) dots: &'a Dots<'a>,
    radius: f64,
    /// The axis of dates; none where no project has a date.
    pub(super) months: Option<Months>,
    /// The axis of amounts; none where no project has one above zero.
    pub(super) scale: Option<LogScale>,
    /// Amounts by dates; of no width without dates, of no height without amounts.
    pub(super) plot: Rect,
    /// Projects without a date, as high as the plot.
    pub(super) undated: Rect,
    /// Amounts of zero and less, as wide as the plot.
    pub(super) not_positive: Rect,
    /// Projects without an amount in the currency, as wide as the plot.
    pub(super) rug: Rect,
    ticks: Vec<(f64, String)>,
}

/// Months along the axis, by their number since year 0.
#[derive(Clone, Copy, Debug)]
pub(super) struct Months {
    pub(super) first: i32,
    pub(super) count: i32,
}

impl Months {
    /// Moved out to whole stretches of `step` months.
    pub(super) fn aligned(self, step: i32) -> Self {
        let first = self.first.div_euclid(step) * step;
        let end = (self.first + self.count + step - 1).div_euclid(step) * step;
        Self {
            first,
            count: end - first,
        }
    }
}

impl<'a> Frame<'a> {
    /// As if nothing stood above the plot.
    fn new(input: &'a ChartInput<'a>, dots: &'a Dots<'a>) -> Self {
        let table = dots.table;
        let width = input.width_px.max(0.0);
        let is_small = width < NARROW_PX || table.len() > MANY;
        let radius = if is_small { 3.0 } else { 4.0 };
        let order = table.by_amount().rows();
        let amount = |&row: &u32| table.amount_per_project(row as usize).unwrap_or_default();
        let not_positive = order.partition_point(|row| amount(row) <= 0.0);
        let least = order.get(not_positive).map_or(f64::INFINITY, amount);
        let most = order.last().map_or(0.0, amount);
        let has_not_positive = not_positive > 0;
        let has_plot = most > 0.0;
        let height = if has_plot {
            (width * 0.5).clamp(LEAST_PLOT_PX, MOST_PLOT_PX)
        } else {
            0.0
        };
        // Dots on the first and the last amount are within the plot.
        let pad = radius + 2.0;
        let scale = has_plot.then(|| LogScale::fit(least, most, height - pad, pad));
        let mut ticks: Vec<(f64, String)> = scale
            .map(|scale| scale.ticks((height / TICK_STEP_PX) as usize))
            .unwrap_or_default()
            .into_iter()
            .map(|amount| (amount, tick_label(input, amount)))
            .collect();
        let not_positive = describe::say(input, &LaterMessage::NotPositive);
        let widest = ticks
            .iter()
            .map(|(_, label)| label)
            .chain(has_not_positive.then_some(&not_positive))
            .map(|label| note_width(input, label))
            .fold(0.0, f64::max);
        let left = if widest > 0.0 {
            EDGE_PX + widest + TICK_GAP_PX
        } else {
            EDGE_PX
        };
        let left = left.min(width);
        if left > width / 2.0 {
            ticks.iter_mut().for_each(|(_, label)| label.clear());
        }
        let right = (width - EDGE_PX).max(left);
        let months = dots.span.map(|(first, last)| {
            let count = last.0 - first.0 + 1;
            Months {
                first: first.0,
                count,
            }
            .aligned(3)
        });
        let words = describe::say(input, &LaterMessage::Undated);
        let lane = note_width(input, &words).max(4.0 * radius) + 2.0;
        let undated = match months {
            None => right - left,
            Some(_) if dots.places.has_undated(table) => lane.min((right - left) / 2.0),
            Some(_) => 0.0,
        };
        let plot = Rect {
            x: left,
            y: HEAD_PX,
            width: (right - left - undated - if undated > 0.0 { GAP_PX } else { 0.0 }).max(0.0),
            height,
        };
        let not_positive = Rect {
            y: plot.bottom(),
            height: if has_not_positive { LANE_PX } else { 0.0 },
            ..plot
        };
        let has_rug = dots.whole.not_in_sum() > 0;
        let rug = Rect {
            y: not_positive.bottom() + if has_rug { NOTE_PX } else { 0.0 },
            height: if has_rug { RUG_PX } else { 0.0 },
            ..plot
        };
        Self {
            input,
            dots,
            radius,
            months,
            scale,
            plot,
            undated: Rect {
                x: right - undated,
                width: undated,
                ..plot
            },
            not_positive,
            rug,
            ticks,
        }
    }

    fn move_down(&mut self, by: f64) {
        for rect in [
            &mut self.plot,
            &mut self.undated,
            &mut self.not_positive,
            &mut self.rug,
        ] {
            rect.y += by;
        }
    }

    /// Whether there are more dots than can be told apart.
    fn is_dense(&self) -> bool {
        let count = self.dots.total.projects as usize;
        count > MOST_DOTS || self.coverage(count) > MOST_COVERED
    }

    /// The share of the canvas that so many dots would cover side by side.
    fn coverage(&self, count: usize) -> f64 {
        let dot = self.radius * self.radius * std::f64::consts::PI;
        let area: f64 = self.parts().map(|(_, part)| part.width * part.height).sum();
        count as f64 * dot / area.max(1.0)
    }

    /// What dots and dashes keep free at the plot's ends.
    pub(super) fn pad(&self) -> f64 {
        self.radius + 2.0
    }

    /// The longest stretch that a dot may stand for.
    fn widest_dot(&self) -> f64 {
        4.0 * self.radius
    }

    pub(super) fn month_px(&self) -> f64 {
        let count = self.months.map_or(1, |months| months.count);
        (self.plot.width - 2.0 * self.pad()).max(0.0) / f64::from(count.max(1))
    }

    /// Where a month begins, parts of a month included.
    pub(super) fn month_x(&self, month: f64) -> f64 {
        let first = self.months.map_or(0, |months| months.first);
        self.plot.x
            + self.pad().min(self.plot.width / 2.0)
            + (month - f64::from(first)) * self.month_px()
    }

    /// Where an amount above zero lies.
    pub(super) fn amount_y(&self, amount: f64) -> f64 {
        self.plot.y + self.scale.map_or(0.0, |scale| scale.position(amount))
    }

    /// Whether what the filters leave out stands behind the dots: where it, too, is not too much.
    fn shows_left_out(&self) -> bool {
        self.input.is_narrowed() && self.dots.table.len() <= MOST_DOTS
    }

    fn dots(&self, rows: &[usize]) -> (Vec<Mark>, Vec<Target>) {
        let (input, dots, theme) = (self.input, self.dots, self.input.theme);
        let column = dots.table.category(CategoryField::Industry);
        let tree = column.tree();
        let colors: Vec<Color> = tree
            .codes()
            .map(|code| Color {
                opacity: OPACITY,
                ..theme.sector(&tree.node(tree.ancestor_at(code, 0)).key)
            })
            .collect();
        // What is left out, then pale and full ones, dashes first, so that no dot is below one.
        let mut layers: [Vec<Mark>; 5] = Default::default();
        if self.shows_left_out() {
            for row in (0..dots.table.len()).filter(|&row| !dots.rows.contains(row)) {
                layers[0].push(self.dot(&row.to_string().into(), row, theme.whole).0);
            }
        }
        let has_brush = !input.filters.period.is_open() || !input.filters.amount.is_open();
        let mut targets = Vec::with_capacity(rows.len());
        for &row in rows {
            let color = colors[usize::from(column.codes()[row])];
            let is_brushed = dots.brushed.contains(row);
            let color = if is_brushed {
                color
            } else {
                theme.paler(color)
            };
            let key: Rc<str> = row.to_string().into();
            let (mark, outline) = self.dot(&key, row, color);
            let is_dot = matches!(mark.shape, Shape::Circle { .. });
            layers[1 + 2 * usize::from(is_brushed) + usize::from(is_dot)].push(mark);
            let bounds = outline.bounds();
            let (x, y) = (
                bounds.x + bounds.width / 2.0,
                bounds.y + bounds.height / 2.0,
            );
            let across = REACH_PX.max(bounds.width / 2.0);
            targets.push(Target {
                key,
                area: Area::Rect(Rect {
                    x: x - across,
                    y: y - REACH_PX,
                    width: 2.0 * across,
                    height: 2.0 * REACH_PX,
                }),
                outline,
                telling: describe::project_telling(input, dots.table, row),
                pick: Pick::Project(row),
                picked: has_brush && is_brushed,
            });
        }
        (layers.concat(), targets)
    }

    /// The dot or dash of a project, and what is outlined around it.
    fn dot(&self, key: &Rc<str>, row: usize, color: Color) -> (Mark, Area) {
        let (from, to) = self.across(row);
        let (x, y) = ((from + to) / 2.0, self.down(row));
        let key = MarkKey::part(key, ":dot");
        let is_year = |date: PartialDate| date.month.is_none();
        let table = self.dots.table;
        if table.dates().get(row).is_some_and(is_year) || to - from > self.widest_dot() {
            let width = (to - from).max(2.0 * self.radius + 2.0);
            // A long one weighs no more than a dot.
            let height = if width > 6.0 * self.radius { 2.0 } else { 3.0 };
            let dash = Rect {
                x: x - width / 2.0,
                y: y - height / 2.0,
                width,
                height,
            };
            return (mark(key, Shape::Rect(dash), color), Area::Rect(dash));
        }
        let center = Point { x, y };
        let shape = Shape::Circle {
            center,
            radius: self.radius,
        };
        (
            mark(key, shape, color),
            Area::Polygon(ring(center, self.radius + 2.0).into()),
        )
    }

    /// From where to where the date of a project may lie; a point in the lane where it has none.
    fn across(&self, row: usize) -> (f64, f64) {
        let Some(date) = self.dots.table.dates().get(row) else {
            let x = spread(
                row,
                ACROSS,
                self.undated.x,
                self.undated.right(),
                self.radius,
            );
            return (x, x);
        };
        let (first, last) = (date.first_month().0, date.last_month().0 + 1);
        let (from, to) = match date.day {
            Some(day) => {
                let day = f64::from(first) + (f64::from(day) - 0.5) / 31.0;
                (day, day)
            }
            None => (f64::from(first), f64::from(last)),
        };
        (self.month_x(from), self.month_x(to))
    }

    fn down(&self, row: usize) -> f64 {
        let lane = match self.dots.table.amount_per_project(row) {
            Some(amount) if amount > 0.0 => return self.amount_y(amount),
            Some(_) => self.not_positive,
            None => self.rug,
        };
        spread(row, DOWN, lane.y, lane.bottom(), self.radius + 1.0)
    }

    /// Axes, lanes and brush around the marks of the projects.
    fn scene(
        &self,
        legend: Vec<Mark>,
        projects: Vec<Mark>,
        targets: Vec<Target>,
        description: Description,
    ) -> Scene {
        let bottom = self.rug.bottom();
        let axis_y = bottom + AXIS_PX / 2.0;
        let mut marks = legend;
        let dates = self.dates(axis_y);
        marks.extend(self.lanes());
        marks.extend(self.grid(&dates));
        let brush = self.brush();
        let band = brush.as_ref().map_or_else(Vec::new, |brush| {
            brush_band(brush, &brush.brushed, "brush", self.input.theme)
        });
        // An image would hide the band.
        if projects
            .iter()
            .any(|mark| matches!(mark.shape, Shape::Raster(_)))
        {
            marks.extend(projects.into_iter().chain(band));
        } else {
            marks.extend(band.into_iter().chain(projects));
        }
        marks.extend(dates);
        Scene {
            size: Size {
                width: self.input.width_px.max(0.0),
                height: bottom + AXIS_PX,
            },
            marks,
            targets,
            brush,
            description,
        }
    }

    /// The parts of the canvas that hold projects, those without a date to the right of those with one.
    fn parts(&self) -> impl Iterator<Item = (&'static str, Rect)> {
        let beside = |lane: Rect| Rect {
            x: self.undated.x,
            width: self.undated.width,
            ..lane
        };
        [
            ("dated", self.plot),
            ("undated", self.undated),
            ("dated-not-positive", self.not_positive),
            ("undated-not-positive", beside(self.not_positive)),
            ("dated-rug", self.rug),
            ("undated-rug", beside(self.rug)),
        ]
        .into_iter()
        .filter(|(_, part)| part.width > 0.0 && part.height > 0.0)
    }

    /// Lanes for what has no place on an axis: hatched below, where there is no amount.
    fn lanes(&self) -> Vec<Mark> {
        let (input, theme) = (self.input, self.input.theme);
        let mut marks = Vec::new();
        for (key, part) in self.parts() {
            if part.y >= self.rug.y {
                marks.push(mark(key, Shape::Hatch(part), theme.whole));
            }
            let (from, to) = (
                Point {
                    x: part.x,
                    y: part.bottom(),
                },
                Point {
                    x: part.right(),
                    y: part.bottom(),
                },
            );
            marks.push(hairline(format!("{key}-base"), from, to, theme.baseline));
        }
        let mut words = |key: &'static str, text: &str, at: Point, align: Align, most: f64| {
            let text = shorten(text, most, NOTE_SIZE, Weight::Regular, input.text);
            if !text.is_empty() {
                marks.push(note(key, &text, at, align, theme.muted_ink));
            }
        };
        if self.rug.height > 0.0 {
            let total = self.dots.total;
            let counts = [
                Some(Message::UndisclosedCount(total.undisclosed().into())),
                (total.unconverted > 0)
                    .then(|| Message::UnconvertedCount(total.unconverted.into())),
            ];
            let counts: Vec<String> = counts
                .into_iter()
                .flatten()
                .map(|count| describe::say(input, &count))
                .collect();
            let text = counts.join(&describe::say(input, &Message::FindingSeparator));
            // Where it is too long it may begin below the amounts' labels.
            let room = input.width_px - EDGE_PX;
            let x = (room - note_width(input, &text)).clamp(EDGE_PX.min(self.plot.x), self.plot.x);
            let at = Point {
                x,
                y: self.rug.y - NOTE_PX / 2.0,
            };
            words("rug-words", &text, at, Align::Start, room - x);
        }
        if self.not_positive.height > 0.0 {
            let text = describe::say(input, &LaterMessage::NotPositive);
            let at = Point {
                x: self.plot.x - TICK_GAP_PX,
                y: self.not_positive.y + LANE_PX / 2.0,
            };
            words("not-positive-words", &text, at, Align::End, at.x - EDGE_PX);
        }
        if self.undated.width > 0.0 {
            let text = describe::say(input, &LaterMessage::Undated);
            let at = Point {
                x: self.undated.x + self.undated.width / 2.0,
                y: self.rug.bottom() + AXIS_PX / 2.0,
            };
            words(
                "undated-words",
                &text,
                at,
                Align::Middle,
                self.undated.width,
            );
        }
        marks
    }

    /// Lines at the labelled amounts and dates.
    fn grid(&self, dates: &[Mark]) -> Vec<Mark> {
        let grid = self.input.theme.grid;
        let mut marks = Vec::new();
        for (number, (amount, label)) in self.ticks.iter().enumerate() {
            let y = self.amount_y(*amount);
            for (key, part) in [("dated", self.plot), ("undated", self.undated)] {
                if part.width > 0.0 {
                    let (from, to) = (Point { x: part.x, y }, Point { x: part.right(), y });
                    marks.push(hairline(format!("grid-{key}-{number}"), from, to, grid));
                }
            }
            if !label.is_empty() {
                let at = Point {
                    x: self.plot.x - TICK_GAP_PX,
                    y,
                };
                let color = self.input.theme.muted_ink;
                marks.push(note(format!("tick-{number}"), label, at, Align::End, color));
            }
        }
        for label in dates {
            let Shape::Text { at, .. } = &label.shape else {
                continue;
            };
            for (key, part) in self.parts().filter(|(key, _)| key.starts_with("dated")) {
                let from = Point { x: at.x, y: part.y };
                let to = Point {
                    x: at.x,
                    y: part.bottom(),
                };
                marks.push(hairline(format!("{key}-{}", label.key), from, to, grid));
            }
        }
        marks
    }

    fn dates(&self, y: f64) -> Vec<Mark> {
        let Some(months) = self.months else {
            return Vec::new();
        };
        let axis = MonthAxis {
            first: months.first,
            count: months.count,
            grain: TimeGrain::for_span(Month(months.first), Month(months.first + months.count - 1)),
            month_px: self.month_px(),
            right: if self.undated.width > 0.0 {
                self.undated.x - GAP_PX
            } else {
                self.input.width_px
            },
        };
        date_labels(self.input, &axis, &|month| self.month_x(month.into()), y)
    }

    fn brush(&self) -> Option<Brush> {
        let filters = self.input.filters;
        let horizontal = self.months.map(|months| {
            let step = if months.count > 120 { 3 } else { 1 };
            let steps = BrushSteps::Months {
                first: Month(months.first),
                months: step,
            };
            let (from, to) = (
                self.month_x(months.first.into()),
                self.month_x((months.first + months.count).into()),
            );
            BrushAxis::even((months.count / step) as usize, from, to, steps)
        });
        let vertical = self.scale.and_then(|scale| {
            let first = scale.bins().next()?;
            Some(BrushAxis {
                edges_px: scale.edges().map(|edge| self.amount_y(edge)).collect(),
                steps: BrushSteps::Amounts { first },
            })
        });
        let area = match (&horizontal, &vertical) {
            (Some(_), Some(_)) => self.plot,
            (Some(_), None) => self.rug,
            (None, Some(_)) => self.undated,
            (None, None) => return None,
        };
        Some(Brush {
            area,
            brushed: Brushed {
                period: horizontal.is_some().then_some(filters.period),
                amount: vertical.is_some().then_some(filters.amount),
            },
            horizontal,
            vertical,
        })
    }
}

/// Where a row stands between two ends.
fn spread(row: usize, factor: u32, from: f64, to: f64, keep_px: f64) -> f64 {
    let room = (to - from - 2.0 * keep_px).max(0.0);
    (from + to) / 2.0 + (scatter(row, factor) - 0.5) * room
}

/// Factors of [`scatter`](inward_kernel::grid::scatter), one for each direction: rows fill an area evenly.
pub(super) const ACROSS: u32 = 3_242_174_889;
pub(super) const DOWN: u32 = 2_447_445_413;

/// Eight corners around a point.
fn ring(center: Point, radius: f64) -> [Point; 8] {
    // Cosine and sine of an eighth of a quarter turn and what follows it.
    const LONG: f64 = 0.924;
    const SHORT: f64 = 0.383;
    [
        (LONG, SHORT),
        (SHORT, LONG),
        (-SHORT, LONG),
        (-LONG, SHORT),
        (-LONG, -SHORT),
        (-SHORT, -LONG),
        (SHORT, -LONG),
        (LONG, -SHORT),
    ]
    .map(|(x, y)| Point {
        x: center.x + radius * x,
        y: center.y + radius * y,
    })
}

/// A power of ten as people say it; beyond words as a power.
fn tick_label(input: &ChartInput<'_>, amount: f64) -> String {
    if amount < 1e15 {
        format::money_short(amount, input.locale)
    } else {
        format!("10^{}", amount.log10().round())
    }
}
