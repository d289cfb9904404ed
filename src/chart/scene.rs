//! A finished chart: shapes at fixed positions, targets, and words.
//!
//! Drawing, hit-testing, the keyboard, the screen reader, SVG and the tests
//! all read the same [`Scene`], so that they cannot disagree. Positions are
//! CSS pixels from the top left corner; density is applied in `paint`.

use std::fmt;
use std::rc::Rc;

use super::brush::Brush;
use crate::data::CategoryField;
use crate::query::{AmountRange, Period};

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
    /// A filled circle.
    Circle {
        /// Its middle.
        center: Point,
        /// In CSS pixels.
        radius: f64,
    },
    /// A filled area with straight edges, closed from the last point to the first.
    Polygon(Rc<[Point]>),
    /// Coloured cells side by side, drawn as one image.
    Raster(Rc<Raster>),
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

/// Cells of equal size, row by row from the top left.
#[derive(Clone, Debug, PartialEq)]
pub struct Raster {
    /// What the cells fill.
    pub area: Rect,
    /// Cells in a row.
    pub columns: usize,
    /// `columns` times the number of rows; `None` is left clear.
    pub cells: Vec<Option<Color>>,
}

impl Raster {
    /// Rows of cells.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.cells.len() / self.columns.max(1)
    }
}

/// Names a mark across two scenes of one chart: whose it is, and which part of that.
///
/// A chart has hundreds of marks, and makes them anew with each step of a brush: what they belong to is shared with its
/// target, and nothing is written. As text it is both in one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MarkKey {
    owner: Option<Rc<str>>,
    part: &'static str,
}

impl MarkKey {
    /// The key of a part of `owner`.
    #[must_use]
    pub fn part(owner: &Rc<str>, part: &'static str) -> Self {
        Self {
            owner: Some(Rc::clone(owner)),
            part,
        }
    }
}

impl From<&'static str> for MarkKey {
    fn from(part: &'static str) -> Self {
        Self { owner: None, part }
    }
}

impl From<String> for MarkKey {
    fn from(owner: String) -> Self {
        Self {
            owner: Some(owner.into()),
            part: "",
        }
    }
}

impl fmt::Display for MarkKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.owner.as_deref().unwrap_or_default())?;
        formatter.write_str(self.part)
    }
}

/// A shape with its colour. Marks are drawn in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Names the mark across two scenes of one chart, so that it can move from one to the other.
    pub key: MarkKey,
    /// What is drawn.
    pub shape: Shape,
    /// Its colour.
    pub color: Color,
}

impl Mark {
    /// The same mark so many CSS pixels further right and down.
    #[must_use]
    pub fn moved_by(&self, right: f64, down: f64) -> Self {
        let point = |point: &Point| Point {
            x: point.x + right,
            y: point.y + down,
        };
        let rect = |rect: &Rect| Rect {
            x: rect.x + right,
            y: rect.y + down,
            ..*rect
        };
        let mut shape = self.shape.clone();
        match &mut shape {
            Shape::Rect(area) | Shape::Hatch(area) => *area = rect(area),
            Shape::Line { from, to, .. } => (*from, *to) = (point(from), point(to)),
            Shape::Circle { center, .. } => *center = point(center),
            Shape::Polygon(corners) => *corners = corners.iter().map(point).collect(),
            Shape::Raster(raster) => {
                *raster = Rc::new(Raster {
                    area: rect(&raster.area),
                    ..(**raster).clone()
                });
            }
            Shape::Text { at, .. } => *at = point(at),
        }
        Self {
            shape,
            ..self.clone()
        }
    }
}

/// What a click on a target chooses.
#[derive(Clone, Debug, PartialEq)]
pub enum Pick {
    /// The values with these keys, at most one of each field.
    Categories(Vec<(CategoryField, Rc<str>)>),
    /// A stretch of time.
    Period(Period),
    /// A range of amounts.
    Amount(AmountRange),
    /// The project in this row of the table: opens it.
    Project(usize),
    /// Shows more of a folded list.
    Unfold,
    /// Nothing: the target only tells.
    Nothing,
}

/// A part of the canvas.
#[derive(Clone, Debug, PartialEq)]
pub enum Area {
    /// A rectangle.
    Rect(Rect),
    /// An area with straight edges, closed from the last point to the first.
    Polygon(Rc<[Point]>),
}

impl Area {
    /// Whether the point lies in the area.
    #[must_use]
    pub fn contains(&self, point: Point) -> bool {
        match self {
            Self::Rect(rect) => rect.contains(point),
            Self::Polygon(corners) => is_inside(corners, point),
        }
    }

    /// The smallest rectangle around the area.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        match self {
            Self::Rect(rect) => *rect,
            Self::Polygon(corners) => bounds_of(corners),
        }
    }
}

/// By the number of edges that a line from the point to the right crosses.
fn is_inside(corners: &[Point], point: Point) -> bool {
    let next = corners.iter().cycle().skip(1);
    let crossed = corners.iter().zip(next).filter(|(from, to)| {
        (from.y > point.y) != (to.y > point.y)
            && point.x < from.x + (point.y - from.y) / (to.y - from.y) * (to.x - from.x)
    });
    crossed.count() % 2 == 1
}

fn bounds_of(corners: &[Point]) -> Rect {
    let Some(&first) = corners.first() else {
        return Rect::default();
    };
    let (mut low, mut high) = (first, first);
    for corner in corners {
        low = Point {
            x: low.x.min(corner.x),
            y: low.y.min(corner.y),
        };
        high = Point {
            x: high.x.max(corner.x),
            y: high.y.max(corner.y),
        };
    }
    Rect {
        x: low.x,
        y: low.y,
        width: high.x - low.x,
        height: high.y - low.y,
    }
}

/// What a target tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its name.
    pub title: String,
    /// What stands below the name, one line each: value, shares, what is undisclosed.
    pub lines: Vec<String>,
}

/// What a target tells, written when it is read: most targets are drawn many times and never asked.
#[derive(Clone)]
pub struct Telling(Rc<dyn Fn() -> Told>);

impl Telling {
    /// What `write` writes, the same each time.
    pub fn new(write: impl Fn() -> Told + 'static) -> Self {
        Self(Rc::new(write))
    }

    /// A name alone.
    pub fn name(write: impl Fn() -> String + 'static) -> Self {
        Self::new(move || Told {
            title: write(),
            lines: Vec::new(),
        })
    }
}

impl fmt::Debug for Telling {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0)().fmt(formatter)
    }
}

impl PartialEq for Telling {
    fn eq(&self, other: &Self) -> bool {
        (self.0)() == (other.0)()
    }
}

/// A place that answers to the pointer and the keyboard. Targets stand in reading order.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Names the target across two scenes of one chart.
    pub key: Rc<str>,
    /// Where the pointer finds it.
    pub area: Area,
    /// What is outlined when it has the pointer or the focus.
    pub outline: Area,
    /// Its name and what stands below.
    pub telling: Telling,
    /// What a click chooses.
    pub pick: Pick,
    /// Whether the filters already include it.
    pub picked: bool,
}

impl Target {
    /// Its name and what stands below.
    #[must_use]
    pub fn told(&self) -> Told {
        (self.telling.0)()
    }

    /// All of it in one sentence, for a screen reader.
    #[must_use]
    pub fn spoken(&self, separator: &str) -> String {
        let Told { title, lines } = self.told();
        [vec![title], lines].concat().join(separator)
    }
}

/// A table with the same content as a chart.
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
    /// Where can be brushed.
    pub brush: Option<Brush>,
    /// In words.
    pub description: Description,
}

impl Scene {
    /// The position in [`Scene::targets`] of the target under a point; of several the one whose middle is nearest.
    #[must_use]
    pub fn target_at(&self, point: Point) -> Option<usize> {
        let distance = |target: &Target| {
            let bounds = target.area.bounds();
            let (across, down) = (
                bounds.x + bounds.width / 2.0 - point.x,
                bounds.y + bounds.height / 2.0 - point.y,
            );
            across * across + down * down
        };
        let under = self
            .targets
            .iter()
            .enumerate()
            .filter(|(_, target)| target.area.contains(point));
        under
            .min_by(|(_, one), (_, other)| distance(one).total_cmp(&distance(other)))
            .map(|(position, _)| position)
    }
}
