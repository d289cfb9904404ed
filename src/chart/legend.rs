//! The lines above a chart that say what its colours mean.

use super::scene::{Align, Color, Mark, Point, Rect, Shape, Weight};
use super::spec::ChartInput;
use super::text::shorten;
use super::theme::NOTE_SIZE;

const SWATCH_PX: f64 = 10.0;
const SWATCH_GAP_PX: f64 = 6.0;
const ENTRY_GAP_PX: f64 = 16.0;
const LINE_PX: f64 = 20.0;

/// What stands before the words of an entry.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Swatch {
    /// A filled square.
    Filled(Color),
    /// A hatched square.
    Hatched(Color),
    /// A dash.
    Dash(Color),
    /// Words alone.
    None,
}

impl Swatch {
    /// Its width with what keeps the words off it, in pixels.
    fn width(self) -> f64 {
        match self {
            Self::Filled(_) | Self::Hatched(_) | Self::Dash(_) => SWATCH_PX + SWATCH_GAP_PX,
            Self::None => 0.0,
        }
    }
}

/// One entry of a legend.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    /// Its colour.
    pub swatch: Swatch,
    /// Its meaning.
    pub words: String,
}

/// As [`legend`], in the room of `others` where that is more: a filter that adds an entry does not move the chart, and
/// what stands below it on the page.
pub(super) fn legend_in_room_of(
    input: &ChartInput<'_>,
    entries: &[Entry],
    others: &[Entry],
    left: f64,
    top: f64,
) -> (Vec<Mark>, f64) {
    let (marks, below) = legend(input, entries, left, top);
    let lines = placed(input, others, left).last().map(|entry| entry.line);
    (marks, below.max(below_lines(lines, top)))
}

/// The marks of `entries` in as many lines as the width asks for, from `top` down; and where the next thing may stand.
pub(super) fn legend(
    input: &ChartInput<'_>,
    entries: &[Entry],
    left: f64,
    top: f64,
) -> (Vec<Mark>, f64) {
    let mut marks = Vec::new();
    let mut lines = None;
    for (position, (entry, placed)) in entries.iter().zip(placed(input, entries, left)).enumerate()
    {
        lines = Some(placed.line);
        let middle = top + (placed.line as f64 + 0.5) * LINE_PX;
        let square = Rect {
            x: placed.x,
            y: middle - SWATCH_PX / 2.0,
            width: SWATCH_PX,
            height: SWATCH_PX,
        };
        let dash = Rect {
            y: middle - 1.5,
            height: 3.0,
            ..square
        };
        let swatch = match entry.swatch {
            Swatch::Filled(color) => Some((Shape::Rect(square), color)),
            Swatch::Hatched(color) => Some((Shape::Hatch(square), color)),
            Swatch::Dash(color) => Some((Shape::Rect(dash), color)),
            Swatch::None => None,
        };
        let key = format!("legend-{position}");
        if let Some((shape, color)) = swatch {
            marks.push(Mark {
                key: format!("{key}-swatch").into(),
                shape,
                color,
            });
        }
        if !placed.words.is_empty() {
            let shape = Shape::Text {
                text: placed.words.into(),
                at: Point {
                    x: placed.x + entry.swatch.width(),
                    y: middle,
                },
                size: NOTE_SIZE,
                align: Align::Start,
                weight: Weight::Regular,
            };
            marks.push(Mark {
                key: key.into(),
                shape,
                color: input.theme.muted_ink,
            });
        }
    }
    (marks, below_lines(lines, top))
}

/// Where an entry stands.
struct Placed {
    x: f64,
    line: usize,
    /// Its words, as many as fit.
    words: String,
}

/// Where entries stand one after the other, in as many lines as the width asks for.
fn placed(input: &ChartInput<'_>, entries: &[Entry], left: f64) -> impl Iterator<Item = Placed> {
    let right = input.width_px - left;
    let (mut next_x, mut line) = (left, 0);
    entries.iter().map(move |entry| {
        let swatch_width = entry.swatch.width();
        let words = shorten(
            &entry.words,
            (right - left - swatch_width).max(0.0),
            NOTE_SIZE,
            Weight::Regular,
            input.text,
        );
        let width = swatch_width + input.text.width(&words, NOTE_SIZE, Weight::Regular);
        if next_x > left && next_x + width > right {
            next_x = left;
            line += 1;
        }
        let x = next_x;
        next_x += width + ENTRY_GAP_PX;
        Placed { x, line, words }
    })
}

/// What is below the last line, if there is one.
fn below_lines(last: Option<usize>, top: f64) -> f64 {
    top + last.map_or(0.0, |line| (line + 1) as f64 * LINE_PX)
}
