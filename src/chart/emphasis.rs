//! What stands out for a moment: pointer, focus, a brush in motion.
//!
//! Emphasis is drawn over a finished scene; hovering never lays anything out.

use super::brush::Brush;
use super::marks::mark;
use super::scene::{Area, Color, Mark, Point, Rect, Scene, Shape};
use super::theme::Theme;
use crate::query::Brushed;

/// What stands out in a scene; targets by their position in [`Scene::targets`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Emphasis {
    /// The target under the pointer.
    pub hovered: Option<usize>,
    /// The target that has the keyboard.
    pub focused: Option<usize>,
    /// What is being brushed.
    pub brush: Option<Brushed>,
}

/// The marks that show `emphasis`, to be drawn over those of `scene`.
#[must_use]
pub fn overlay(scene: &Scene, emphasis: &Emphasis, theme: &Theme) -> Vec<Mark> {
    let mut marks = Vec::new();
    if let (Some(brush), Some(brushed)) = (&scene.brush, &emphasis.brush) {
        marks.extend(brush_band(brush, brushed, "moving-brush", theme));
    }
    let target = |position: Option<usize>| scene.targets.get(position?);
    if let Some(target) = target(emphasis.hovered) {
        marks.extend(frame(&target.outline, 1.0, 1.0, theme.outline, "hovered"));
    }
    if let Some(target) = target(emphasis.focused) {
        marks.extend(frame(&target.outline, 3.0, 2.0, theme.focus, "focused"));
    }
    marks
}

/// A tinted band over what is `brushed`, with a line at each end on every axis that has one.
pub(super) fn brush_band(
    brush: &Brush,
    brushed: &Brushed,
    key: &'static str,
    theme: &Theme,
) -> Vec<Mark> {
    let across = brush
        .horizontal
        .as_ref()
        .and_then(|axis| axis.edges_of(brushed));
    let down = brush
        .vertical
        .as_ref()
        .and_then(|axis| axis.edges_of(brushed));
    let area = brush.area;
    let (left, right) = across.unwrap_or((area.x, area.right()));
    let (top, bottom) = down.unwrap_or((area.y, area.bottom()));
    if (across.is_none() && down.is_none()) || right <= left || bottom <= top {
        return Vec::new();
    }
    let band = Rect {
        x: left,
        y: top,
        width: right - left,
        height: bottom - top,
    };
    let mut marks = vec![mark(key, Shape::Rect(band), theme.brush)];
    let mut edge = |end: &str, from: Point, to: Point| {
        let line = Shape::Line {
            from,
            to,
            width: 2.0,
        };
        marks.push(mark(format!("{key}-{end}"), line, theme.accent));
    };
    let corner = |x: f64, y: f64| Point { x, y };
    if across.is_some() {
        edge("left", corner(left, top), corner(left, bottom));
        edge("right", corner(right, top), corner(right, bottom));
    }
    if down.is_some() {
        edge("top", corner(left, top), corner(right, top));
        edge("bottom", corner(left, bottom), corner(right, bottom));
    }
    marks
}

/// A line around `area`, `gap` pixels outside a rectangle.
fn frame(area: &Area, gap: f64, width: f64, color: Color, key: &str) -> Vec<Mark> {
    let corner = |x: f64, y: f64| Point { x, y };
    let corners: Vec<Point> = match area {
        Area::Rect(rect) => {
            let (left, top) = (rect.x - gap, rect.y - gap);
            let (right, bottom) = (rect.right() + gap, rect.bottom() + gap);
            vec![
                corner(left, top),
                corner(right, top),
                corner(right, bottom),
                corner(left, bottom),
            ]
        }
        Area::Polygon(corners) => corners.to_vec(),
    };
    let next = corners.iter().cycle().skip(1);
    let sides = corners.iter().zip(next).enumerate();
    sides
        .map(|(side, (&from, &to))| {
            mark(
                format!("{key}-{side}"),
                Shape::Line { from, to, width },
                color,
            )
        })
        .collect()
}
