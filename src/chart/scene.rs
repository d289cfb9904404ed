//! A finished chart: shapes at fixed positions, targets, and words.
//!
//! Drawing, hit-testing, the keyboard, the screen reader, SVG and the tests
//! all read the same [`Scene`], so that they cannot disagree. Positions are
//! CSS pixels from the top left corner; density is applied in `paint`.

use std::rc::Rc;

use crate::data::{CategoryField, Month};
use crate::query::Period;

/// A point, in CSS pixels from the top left.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// Width and height, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// In CSS pixels.
    pub width: f64,
    /// In CSS pixels.
    pub height: f64,
}

/// A rectangle, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Not negative.
    pub width: f64,
    /// Not negative.
    pub height: f64,
}

impl Rect {
    /// The right edge.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The bottom edge.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Whether the point lies in the rectangle; the right and bottom edges are outside.
    #[must_use]
    pub fn contains(&self, point: Point) -> bool {
        (self.x..self.right()).contains(&point.x) && (self.y..self.bottom()).contains(&point.y)
    }
}

/// A colour with opacity, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Color {
    /// Red, 0 to 255.
    pub red: u8,
    /// Green, 0 to 255.
    pub green: u8,
    /// Blue, 0 to 255.
    pub blue: u8,
    /// Opacity, 0 to 1.
    pub opacity: f64,
}

/// Where a text stands on its point, across.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// The point is the text's left end.
    Start,
    /// The point is the middle.
    Middle,
    /// The point is the right end.
    End,
}

/// Weight of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Normal.
    Regular,
    /// Emphasised.
    Bold,
}

/// A shape at a fixed position.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Rect(Rect),
    /// A line, `width` pixels wide.
    Line {
        /// One end.
        from: Point,
        /// The other end.
        to: Point,
        /// In CSS pixels.
        width: f64,
    },
    /// A rectangle filled with slanted lines: what is undisclosed.
    Hatch(Rect),
    /// One line of text, vertically centred on its point.
    Text {
        /// What it says.
        text: Rc<str>,
        /// Where it stands.
        at: Point,
        /// Font size, in CSS pixels.
        size: f64,
        /// Across.
        align: Align,
        /// Weight.
        weight: Weight,
    },
}

/// A shape with its colour. Marks are drawn in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Names the mark across two scenes of one chart, so that it can move from one to the other.
    pub key: Rc<str>,
    /// What is drawn.
    pub shape: Shape,
    /// Its colour.
    pub color: Color,
}

/// What a click on a target chooses.
#[derive(Clone, Debug, PartialEq)]
pub enum Pick {
    /// The value with this key.
    Category(CategoryField, Rc<str>),
    /// A stretch of time.
    Period(Period),
    /// Shows more of a folded list.
    Unfold,
    /// Nothing: the target only tells.
    Nothing,
}

/// A place that answers to the pointer and the keyboard. Targets stand in reading order.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Names the target across two scenes of one chart.
    pub key: Rc<str>,
    /// Where the pointer finds it.
    pub area: Rect,
    /// What is outlined when it has the pointer or the focus.
    pub outline: Rect,
    /// Its name.
    pub title: String,
    /// Value, shares, what is undisclosed: one line each.
    pub lines: Vec<String>,
    /// What a click chooses.
    pub pick: Pick,
    /// Whether the filters already include it.
    pub picked: bool,
}

impl Target {
    /// Title and lines in one sentence, for a screen reader.
    #[must_use]
    pub fn spoken(&self, separator: &str) -> String {
        std::iter::once(self.title.as_str())
            .chain(self.lines.iter().map(String::as_str))
            .collect::<Vec<_>>()
            .join(separator)
    }
}

/// The horizontal axis of time along which a period can be brushed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BrushAxis {
    /// The area in which the brush moves.
    pub area: Rect,
    /// The month at the left edge.
    pub first: Month,
    /// Months from the left to the right edge.
    pub months: i32,
    /// A brush snaps to whole steps of so many months.
    pub step_months: i32,
    /// The period that the filters have now.
    pub brushed: Period,
}

/// A table with the same content as the chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataTable {
    /// Column headings, with units.
    pub headings: Vec<String>,
    /// Cells as shown; the first names the row.
    pub rows: Vec<Vec<String>>,
}

/// The chart in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Description {
    /// What is shown.
    pub title: String,
    /// What it says under the present filters, in one sentence.
    pub finding: String,
    /// The same content as a table.
    pub table: DataTable,
}

/// A finished chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The whole canvas.
    pub size: Size,
    /// Drawn in order.
    pub marks: Vec<Mark>,
    /// In reading order.
    pub targets: Vec<Target>,
    /// Where a period can be brushed.
    pub brush: Option<BrushAxis>,
    /// In words.
    pub description: Description,
}

impl Scene {
    /// The position in [`Scene::targets`] of the target under a point.
    #[must_use]
    pub fn target_at(&self, point: Point) -> Option<usize> {
        self.targets
            .iter()
            .position(|target| target.area.contains(point))
    }
}
