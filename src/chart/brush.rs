//! Brushing a period along the axis of time.
//!
//! A gesture begins on an edge, in the middle or beside the brushed period, and
//! gives a period for every position of the pointer. It snaps to whole steps of
//! the axis. Pointer events are in `ui`.

use super::scene::BrushAxis;
use crate::data::Month;
use crate::query::Period;

/// How near the pointer must be to an edge to take hold of it, in CSS pixels.
const EDGE_REACH_PX: f64 = 7.0;

impl BrushAxis {
    /// Where the first day of `month` stands across, in CSS pixels.
    #[must_use]
    pub fn x_of(&self, month: Month) -> f64 {
        self.area.x
            + self.area.width * f64::from(month.0 - self.first.0) / f64::from(self.months.max(1))
    }

    /// The left and right edge of the brushed period; an open end is the end of the axis. `None` without a brush.
    #[must_use]
    pub fn edges_of(&self, period: Period) -> Option<(f64, f64)> {
        (!period.is_open()).then(|| {
            let left = period.first.map_or(self.area.x, |first| self.x_of(first));
            let right = period
                .last
                .map_or(self.area.right(), |last| self.x_of(Month(last.0 + 1)));
            (
                left.clamp(self.area.x, self.area.right()),
                right.clamp(self.area.x, self.area.right()),
            )
        })
    }

    /// The boundary between two steps that is nearest to `x`, as months from the left edge.
    fn boundary_at(&self, x: f64) -> i32 {
        let step = f64::from(self.step_months.max(1));
        let months = (x - self.area.x) / self.area.width.max(1.0) * f64::from(self.months);
        ((months / step).round() * step).clamp(0.0, f64::from(self.months)) as i32
    }

    /// The start of the step that `x` lies in, as months from the left edge.
    fn step_at(&self, x: f64) -> i32 {
        let step = self.step_months.max(1);
        let months = (x - self.area.x) / self.area.width.max(1.0) * f64::from(self.months);
        let last = (self.months - 1).max(0) / step * step;
        ((months / f64::from(step)).floor() as i32 * step).clamp(0, last)
    }
}

/// What a drag holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Grip {
    /// Draws a new period.
    New,
    /// Moves the left edge.
    First,
    /// Moves the right edge.
    Last,
    /// Moves the period as it is.
    Whole,
}

/// A drag along the axis of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BrushGesture {
    axis: BrushAxis,
    grip: Grip,
    start_x: f64,
}

impl BrushGesture {
    /// A drag that begins at `start_x`.
    #[must_use]
    pub fn begin(axis: BrushAxis, start_x: f64) -> Self {
        Self {
            axis,
            grip: grip_at(&axis, start_x),
            start_x,
        }
    }

    /// What the drag holds.
    #[must_use]
    pub const fn grip(&self) -> Grip {
        self.grip
    }

    /// The period that is brushed while the pointer is at `x`.
    #[must_use]
    pub fn period_at(&self, x: f64) -> Period {
        let axis = &self.axis;
        let (left, right) = axis
            .edges_of(axis.brushed)
            .unwrap_or((axis.area.x, axis.area.right()));
        let (from, to) = match self.grip {
            Grip::New => {
                let (low, high) = (self.start_x.min(x), self.start_x.max(x));
                return self.months(
                    axis.step_at(low),
                    axis.step_at(high) + axis.step_months.max(1),
                );
            }
            Grip::First => (axis.boundary_at(x), axis.boundary_at(right)),
            Grip::Last => (axis.boundary_at(left), axis.boundary_at(x)),
            Grip::Whole => {
                let (first, last) = (axis.boundary_at(left), axis.boundary_at(right));
                let moved = axis.boundary_at(left + x - self.start_x) - first;
                let moved = moved.clamp(-first, (axis.months - last).max(-first));
                return self.months(first + moved, last + moved);
            }
        };
        let (from, to) = (from.min(to), from.max(to));
        self.months(from, to.max(from + axis.step_months.max(1)))
    }

    /// Months from the left edge, `to` not included.
    fn months(&self, from: i32, to: i32) -> Period {
        Period::between(
            Month(self.axis.first.0 + from),
            Month(self.axis.first.0 + to - 1),
        )
    }
}

/// What a drag that begins at `x` takes hold of.
#[must_use]
pub fn grip_at(axis: &BrushAxis, x: f64) -> Grip {
    match axis.edges_of(axis.brushed) {
        Some((left, _)) if (x - left).abs() <= EDGE_REACH_PX => Grip::First,
        Some((_, right)) if (x - right).abs() <= EDGE_REACH_PX => Grip::Last,
        Some((left, right)) if (left..right).contains(&x) => Grip::Whole,
        Some(_) | None => Grip::New,
    }
}
