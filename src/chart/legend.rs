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

/// One entry of a legend.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    /// Its colour.
    pub swatch: Swatch,
    /// Its meaning.
    pub words: String,
}

/// The marks of `entries` in as many lines as the width asks for, from `top` down; and where the next thing may stand.
pub(super) fn legend(
    input: &ChartInput<'_>,
    entries: &[Entry],
    left: f64,
    top: f64,
) -> (Vec<Mark>, f64) {
    let mut marks = Vec::new();
    let right = input.width_px - left;
    let (mut x, mut y) = (left, top);
    for (position, entry) in entries.iter().enumerate() {
        let swatch_width = match entry.swatch {
            Swatch::Filled(_) | Swatch::Hatched(_) | Swatch::Dash(_) => SWATCH_PX + SWATCH_GAP_PX,
            Swatch::None => 0.0,
        };
        let words = shorten(
            &entry.words,
            (right - left - swatch_width).max(0.0),
            NOTE_SIZE,
            Weight::Regular,
            input.text,
        );
        let width = swatch_width + input.text.width(&words, NOTE_SIZE, Weight::Regular);
        if x > left && x + width > right {
            x = left;
            y += LINE_PX;
        }
        let middle = y + LINE_PX / 2.0;
        let square = Rect {
            x,
            y: middle - SWATCH_PX / 2.0,
            width: SWATCH_PX,
            height: SWATCH_PX,
        };
        let key = format!("legend-{position}");
        match entry.swatch {
            Swatch::Filled(color) => {
                marks.push(Mark {
                    key: format!("{key}-swatch").into(),
                    shape: Shape::Rect(square),
                    color,
                });
            }
            Swatch::Hatched(color) => {
                marks.push(Mark {
                    key: format!("{key}-swatch").into(),
                    shape: Shape::Hatch(square),
                    color,
                });
            }
            Swatch::Dash(color) => {
                let dash = Rect {
                    y: middle - 1.5,
                    height: 3.0,
                    ..square
                };
                marks.push(Mark {
                    key: format!("{key}-swatch").into(),
                    shape: Shape::Rect(dash),
                    color,
                });
            }
            Swatch::None => {}
        }
        if !words.is_empty() {
            let shape = Shape::Text {
                text: words.into(),
                at: Point {
                    x: x + swatch_width,
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
        x += width + ENTRY_GAP_PX;
    }
    (marks, if entries.is_empty() { top } else { y + LINE_PX })
}
