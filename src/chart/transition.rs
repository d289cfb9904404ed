//! From one scene to the next: marks on their way.
//!
//! A mark that both scenes have, by its key, moves from where it was to where
//! it is going; one that only the new scene has is there at once. What is
//! drawn in between is never hit-tested: targets are those of the new scene
//! from the first moment, so that a change delays no input.

use std::collections::HashMap;

use super::scene::{Mark, MarkKey, Point, Rect, Shape};

/// How long marks are on their way, in milliseconds.
pub const TRANSITION_MS: f64 = 180.0;

/// Marks on their way from one scene to the next.
#[derive(Clone, Debug)]
pub struct Transition {
    /// Each mark of the new scene, and its shape in the old one where it is another there.
    marks: Vec<(Mark, Option<Shape>)>,
}

impl Transition {
    /// From the marks `before` to those `after`.
    #[must_use]
    pub fn new(before: &[Mark], after: &[Mark]) -> Self {
        let known: HashMap<&MarkKey, &Shape> =
            before.iter().map(|mark| (&mark.key, &mark.shape)).collect();
        let moving = |mark: &Mark| {
            let old = known.get(&mark.key).filter(|&&old| *old != mark.shape);
            (mark.clone(), old.map(|&old| old.clone()))
        };
        Self {
            marks: after.iter().map(moving).collect(),
        }
    }

    /// Whether any mark is on its way.
    #[must_use]
    pub fn moves(&self) -> bool {
        self.marks.iter().any(|(_, old)| old.is_some())
    }

    /// The marks where they are at `progress`, which runs from 0 to 1.
    #[must_use]
    pub fn at(&self, progress: f64) -> Vec<Mark> {
        let eased = ease(progress.clamp(0.0, 1.0));
        let moved = |(mark, old): &(Mark, Option<Shape>)| match old {
            Some(old) => Mark {
                shape: shape_between(old, &mark.shape, eased),
                ..mark.clone()
            },
            None => mark.clone(),
        };
        self.marks.iter().map(moved).collect()
    }
}

/// Fast at first, slow at the end: the cubic ease-out.
fn ease(progress: f64) -> f64 {
    1.0 - (1.0 - progress).powi(3)
}

/// Shapes of one kind are blended; a shape that changed its kind is the new one.
fn shape_between(before: &Shape, after: &Shape, progress: f64) -> Shape {
    let number = |one: f64, other: f64| one + (other - one) * progress;
    let point = |one: &Point, other: &Point| Point {
        x: number(one.x, other.x),
        y: number(one.y, other.y),
    };
    let rect = |one: &Rect, other: &Rect| Rect {
        x: number(one.x, other.x),
        y: number(one.y, other.y),
        width: number(one.width, other.width),
        height: number(one.height, other.height),
    };
    match (before, after) {
        (Shape::Rect(one), Shape::Rect(other)) => Shape::Rect(rect(one, other)),
        (Shape::Hatch(one), Shape::Hatch(other)) => Shape::Hatch(rect(one, other)),
        (
            Shape::Line {
                from: old_from,
                to: old_to,
                ..
            },
            Shape::Line { from, to, width },
        ) => Shape::Line {
            from: point(old_from, from),
            to: point(old_to, to),
            width: *width,
        },
        (
            Shape::Text { at: old_at, .. },
            Shape::Text {
                text,
                at,
                size,
                align,
                weight,
            },
        ) => Shape::Text {
            text: text.clone(),
            at: point(old_at, at),
            size: *size,
            align: *align,
            weight: *weight,
        },
        (
            Shape::Circle {
                center: old_center,
                radius: old_radius,
            },
            Shape::Circle { center, radius },
        ) => Shape::Circle {
            center: point(old_center, center),
            radius: number(*old_radius, *radius),
        },
        (Shape::Polygon(old), Shape::Polygon(corners)) if old.len() == corners.len() => {
            let moved = old.iter().zip(&**corners);
            Shape::Polygon(moved.map(|(one, other)| point(one, other)).collect())
        }
        (
            Shape::Rect(_)
            | Shape::Hatch(_)
            | Shape::Line { .. }
            | Shape::Text { .. }
            | Shape::Circle { .. }
            | Shape::Polygon(_)
            | Shape::Raster(_),
            _,
        ) => after.clone(),
    }
}
