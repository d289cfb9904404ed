//! Brushing along the axes of a chart: a period, a range of amounts, or a box of both.
//!
//! A gesture begins on an edge, in the middle or beside what is brushed, and
//! gives a [`Brushed`] for every position of the pointer. It snaps to the
//! steps of each axis. Pointer events are in `ui`.

use std::rc::Rc;

use super::scene::{Point, Rect};
use crate::data::Month;
use crate::query::{AmountBin, AmountRange, Brushed, Period};

/// How near the pointer must be to an edge to take hold of it, in CSS pixels.
const EDGE_REACH_PX: f64 = 7.0;

/// What the steps of an axis stand for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BrushSteps {
    /// Stretches of so many months.
    Months {
        /// The month with which the first step begins.
        first: Month,
        /// Months in a step.
        months: i32,
    },
    /// A bin of amounts each.
    Amounts {
        /// The first bin.
        first: AmountBin,
    },
}

/// An axis along which a brush moves in whole steps.
#[derive(Clone, Debug, PartialEq)]
pub struct BrushAxis {
    /// Where each step begins, and where the last one ends, in CSS pixels: rising or falling.
    pub edges_px: Rc<[f64]>,
    /// What the steps stand for.
    pub steps: BrushSteps,
}

/// Where in a chart can be brushed.
#[derive(Clone, Debug, PartialEq)]
pub struct Brush {
    /// The area in which the brush moves.
    pub area: Rect,
    /// The axis from left to right.
    pub horizontal: Option<BrushAxis>,
    /// The axis from bottom to top, or from top to bottom.
    pub vertical: Option<BrushAxis>,
    /// What the filters have now.
    pub brushed: Brushed,
}

impl BrushAxis {
    /// Equal steps from `start_px` to `end_px`.
    #[must_use]
    pub fn even(count: usize, start_px: f64, end_px: f64, steps: BrushSteps) -> Self {
        let count = count.max(1);
        let edge = |step: usize| start_px + (end_px - start_px) * step as f64 / count as f64;
        Self {
            edges_px: (0..=count).map(edge).collect(),
            steps,
        }
    }

    fn count(&self) -> i32 {
        self.edges_px.len().saturating_sub(1) as i32
    }

    fn edge(&self, step: i32) -> f64 {
        let step = step.clamp(0, self.count());
        self.edges_px
            .get(step.unsigned_abs() as usize)
            .copied()
            .unwrap_or_default()
    }

    /// Where so many steps lie, parts of a step included, in CSS pixels.
    fn position(&self, steps: f64) -> f64 {
        let steps = steps.clamp(0.0, f64::from(self.count()));
        let before = steps.floor() as i32;
        let (from, to) = (self.edge(before), self.edge(before + 1));
        from + (to - from) * steps.fract()
    }

    /// The edge between two steps that is nearest to `px`.
    fn boundary_at(&self, px: f64) -> i32 {
        let distance = |step: &i32| (self.edge(*step) - px).abs();
        (0..=self.count())
            .min_by(|one, other| distance(one).total_cmp(&distance(other)))
            .unwrap_or(0)
    }

    /// The step that `px` lies in; the first or the last one beyond the axis.
    fn step_at(&self, px: f64) -> i32 {
        let rising = self.edge(self.count()) >= self.edge(0);
        let passed = (1..self.count())
            .take_while(|&step| (px >= self.edge(step)) == rising)
            .count();
        passed as i32
    }

    /// The ends of what is brushed, in steps; an open end is the end of the axis. `None` without a brush.
    fn range(&self, brushed: &Brushed) -> Option<(f64, f64)> {
        let end = f64::from(self.count());
        match self.steps {
            BrushSteps::Months { first, months } => {
                let period = brushed.period.filter(|period| !period.is_open())?;
                let steps =
                    |month: i32| (f64::from(month) - f64::from(first.0)) / f64::from(months.max(1));
                Some((
                    period.first.map_or(0.0, |month| steps(month.0)),
                    period
                        .last
                        .map_or(end, |month| steps(month.0.saturating_add(1))),
                ))
            }
            BrushSteps::Amounts { first } => {
                let range = brushed.amount.filter(|range| !range.is_open())?;
                let steps = |amount: f64| {
                    let bin = AmountBin::of(amount);
                    let (lower, upper) = (bin.lower(), bin.upper());
                    // Amounts stand on logarithmic axes.
                    let part = ((amount / lower).ln() / (upper / lower).ln()).clamp(0.0, 1.0);
                    f64::from(bin.0 - first.0) + if part.is_finite() { part } else { 0.0 }
                };
                Some((range.min.map_or(0.0, steps), range.max.map_or(end, steps)))
            }
        }
    }

    /// Where what is brushed begins and ends, in CSS pixels, the smaller one first. `None` without a brush on this axis.
    #[must_use]
    pub fn edges_of(&self, brushed: &Brushed) -> Option<(f64, f64)> {
        let (from, to) = self.range(brushed)?;
        let (one, other) = (self.position(from), self.position(to));
        Some((one.min(other), one.max(other)))
    }

    /// Steps from `from` to `to`, which is not included.
    fn brush(&self, from: i32, to: i32, into: &mut Brushed) {
        match self.steps {
            BrushSteps::Months { first, months } => {
                into.period = Some(Period::between(
                    Month(first.0 + from * months),
                    Month(first.0 + to * months - 1),
                ));
            }
            BrushSteps::Amounts { first } => {
                let edge = |step: i32| Some(AmountBin(first.0 + step).lower());
                into.amount = Some(AmountRange {
                    min: edge(from).filter(|_| first.0 + from > AmountBin::NOT_POSITIVE.0),
                    // The last bin of all has no upper end.
                    max: edge(to).filter(|&max| max < f64::MAX),
                });
            }
        }
    }
}

/// What a drag holds of an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// Draws anew.
    New,
    /// Moves the end that is left or at the bottom.
    First,
    /// Moves the end that is right or at the top.
    Last,
    /// Moves it as it is.
    Whole,
    /// Leaves it as it is.
    Keep,
}

/// A drag along the axes of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct BrushGesture {
    brush: Brush,
    grips: [Grip; 2],
    start: Point,
}

impl BrushGesture {
    /// A drag that begins at `start`.
    #[must_use]
    pub fn begin(brush: Brush, start: Point) -> Self {
        Self {
            grips: grips_at(&brush, start),
            brush,
            start,
        }
    }

    /// What is brushed while the pointer is at `point`.
    #[must_use]
    pub fn brushed_at(&self, point: Point) -> Brushed {
        let mut brushed = Brushed::default();
        let axes = [
            (&self.brush.horizontal, self.start.x, point.x),
            (&self.brush.vertical, self.start.y, point.y),
        ];
        for ((axis, start, now), grip) in axes.into_iter().zip(self.grips) {
            if let Some(axis) = axis {
                self.along(axis, grip, start, now, &mut brushed);
            }
        }
        brushed
    }

    fn along(&self, axis: &BrushAxis, grip: Grip, start: f64, now: f64, into: &mut Brushed) {
        let count = axis.count();
        let before = axis.range(&self.brush.brushed);
        let (first, last) = before.map_or((0, count), |(from, to)| {
            (from.round() as i32, to.round() as i32)
        });
        let (first, last) = (first.clamp(0, count), last.clamp(0, count));
        let (from, to) = match grip {
            Grip::New => {
                let (one, other) = (axis.step_at(start), axis.step_at(now));
                (one.min(other), one.max(other) + 1)
            }
            Grip::First | Grip::Last => {
                let moved = axis.boundary_at(now);
                let (from, to) = if grip == Grip::First {
                    (moved.min(last), moved.max(last))
                } else {
                    (moved.min(first), moved.max(first))
                };
                // At least one step stays.
                if from < to {
                    (from, to)
                } else if to < count {
                    (from, to + 1)
                } else {
                    (from - 1, to)
                }
            }
            Grip::Whole => {
                let moved = axis.boundary_at(axis.edge(first) + now - start) - first;
                let moved = moved.clamp(-first, count - last);
                (first + moved, last + moved)
            }
            Grip::Keep => {
                match axis.steps {
                    BrushSteps::Months { .. } => into.period = self.brush.brushed.period,
                    BrushSteps::Amounts { .. } => into.amount = self.brush.brushed.amount,
                }
                return;
            }
        };
        axis.brush(from, to, into);
    }
}

/// What a drag that begins at `point` takes hold of: from left to right, and from bottom to top.
#[must_use]
pub fn grips_at(brush: &Brush, point: Point) -> [Grip; 2] {
    let grip = |axis: &Option<BrushAxis>, px: f64| {
        let Some(axis) = axis else {
            return Grip::Keep;
        };
        let rising = axis.edge(axis.count()) >= axis.edge(0);
        match axis.edges_of(&brush.brushed) {
            Some((low, _)) if (px - low).abs() <= EDGE_REACH_PX => {
                if rising {
                    Grip::First
                } else {
                    Grip::Last
                }
            }
            Some((_, high)) if (px - high).abs() <= EDGE_REACH_PX => {
                if rising {
                    Grip::Last
                } else {
                    Grip::First
                }
            }
            Some((low, high)) if (low..high).contains(&px) => Grip::Whole,
            Some(_) | None => Grip::New,
        }
    };
    let grips = [
        grip(&brush.horizontal, point.x),
        grip(&brush.vertical, point.y),
    ];
    match grips {
        // Beside the box in one direction is beside it.
        [Grip::New, Grip::Keep] | [Grip::Keep, Grip::New] => grips,
        [Grip::New, _] | [_, Grip::New] => [Grip::New; 2],
        // An edge is held: the other direction stays as it is.
        [Grip::First | Grip::Last, Grip::Whole] => [grips[0], Grip::Keep],
        [Grip::Whole, Grip::First | Grip::Last] => [Grip::Keep, grips[1]],
        [_, _] => grips,
    }
}
