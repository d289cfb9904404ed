//! What stands out for a moment: pointer, focus, a brush in motion.
//!
//! Emphasis is drawn over a finished scene; hovering never lays anything out.

use super::scene::{BrushAxis, Color, Mark, Point, Rect, Scene, Shape};
use super::theme::Theme;
use crate::data::Month;
use crate::query::Period;

/// What stands out in a scene; targets by their position in [`Scene::targets`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Emphasis {
    /// The target under the pointer.
    pub hovered: Option<usize>,
    /// The target that has the keyboard.
    pub focused: Option<usize>,
    /// The period that is being brushed.
    pub brush: Option<Period>,
}

/// The marks that show `emphasis`, to be drawn over those of `scene`.
#[must_use]
pub fn overlay(scene: &Scene, emphasis: &Emphasis, theme: &Theme) -> Vec<Mark> {
    let mut marks = Vec::new();
    if let (Some(axis), Some(period)) = (&scene.brush, emphasis.brush) {
        marks.extend(brush_band(axis, period, "moving-brush", theme));
    }
    let target = |position: Option<usize>| scene.targets.get(position?);
    if let Some(target) = target(emphasis.hovered) {
        marks.extend(frame(target.outline, 1.0, 1.0, theme.outline, "hovered"));
    }
    if let Some(target) = target(emphasis.focused) {
        marks.extend(frame(target.outline, 3.0, 2.0, theme.focus, "focused"));
    }
    marks
}

/// A tinted band with an edge at each end of `period` that lies on the axis.
pub(super) fn brush_band(axis: &BrushAxis, period: Period, key: &str, theme: &Theme) -> Vec<Mark> {
    if period.is_open() || axis.months <= 0 {
        return Vec::new();
    }
    let position = |month: Month| {
        let months = (month.0 - axis.first.0).clamp(0, axis.months);
        axis.area.x + axis.area.width * f64::from(months) / f64::from(axis.months)
    };
    let left = period.first.map_or(axis.area.x, position);
    let right = period.last.map_or(axis.area.right(), |last| {
        position(Month(last.0.saturating_add(1)))
    });
    if right <= left {
        return Vec::new();
    }
    let band = Rect {
        x: left,
        width: right - left,
        ..axis.area
    };
    let edge = |x: f64, end: &str| Mark {
        key: format!("{key}-{end}").into(),
        shape: Shape::Line {
            from: Point { x, y: band.y },
            to: Point {
                x,
                y: band.bottom(),
            },
            width: 2.0,
        },
        color: theme.accent,
    };
    vec![
        Mark {
            key: key.into(),
            shape: Shape::Rect(band),
            color: theme.brush,
        },
        edge(left, "first"),
        edge(right, "last"),
    ]
}

/// Four lines around `rect`, `gap` pixels outside it.
fn frame(rect: Rect, gap: f64, width: f64, color: Color, key: &str) -> [Mark; 4] {
    let corner = |x: f64, y: f64| Point { x, y };
    let (left, top) = (rect.x - gap, rect.y - gap);
    let (right, bottom) = (rect.right() + gap, rect.bottom() + gap);
    let side = |name: &str, from: Point, to: Point| Mark {
        key: format!("{key}-{name}").into(),
        shape: Shape::Line { from, to, width },
        color,
    };
    [
        side("top", corner(left, top), corner(right, top)),
        side("right", corner(right, top), corner(right, bottom)),
        side("bottom", corner(right, bottom), corner(left, bottom)),
        side("left", corner(left, bottom), corner(left, top)),
    ]
}
