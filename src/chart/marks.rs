//! Marks that several kinds of charts are made of: labels, notes, value axes.

use super::describe::{bucket_name, say};
use super::scale::LinearScale;
use super::scene::{
    Align, Color, Description, Mark, MarkKey, Point, Rect, Scene, Shape, Size, Weight,
};
use super::spec::ChartInput;
use super::text::shorten;
use super::theme::{LABEL_SIZE, NOTE_SIZE};
use crate::data::Month;
use crate::i18n::{Message, format};
use crate::query::{BucketKey, Measure, TimeGrain, Totals};

/// Between the canvas's edge and what stands next to it, in CSS pixels.
pub(super) const EDGE_PX: f64 = 4.0;

/// Between a tick's label and its grid line, in CSS pixels.
const TICK_GAP_PX: f64 = 8.0;

/// Between two dates below an axis, in CSS pixels.
const DATE_GAP_PX: f64 = 10.0;

/// The marks of a chart whose parts stand beside each other, what is alike together: a canvas is told a colour or a font
/// at each change. The pale `whole` comes first, then what stands on it, then the words.
pub(super) fn alike_together(marks: Vec<Mark>, whole: Color) -> Vec<Mark> {
    let kind = |mark: &Mark| match mark.shape {
        Shape::Rect(_) if mark.color == whole => 0,
        Shape::Text {
            align: Align::Start,
            ..
        } => 2,
        Shape::Text { size, .. } if size < LABEL_SIZE => 3,
        Shape::Text { .. } => 4,
        Shape::Rect(_)
        | Shape::Line { .. }
        | Shape::Hatch(_)
        | Shape::Circle { .. }
        | Shape::Polygon(_)
        | Shape::Raster(_) => 1,
    };
    let mut kinds: [Vec<Mark>; 5] = Default::default();
    for mark in marks {
        kinds[kind(&mark)].push(mark);
    }
    kinds.into_iter().flatten().collect()
}

/// A mark.
pub(super) fn mark(key: impl Into<MarkKey>, shape: Shape, color: Color) -> Mark {
    Mark {
        key: key.into(),
        shape,
        color,
    }
}

/// A text in the size of notes.
pub(super) fn note(
    key: impl Into<MarkKey>,
    text: &str,
    at: Point,
    align: Align,
    color: Color,
) -> Mark {
    mark(
        key,
        Shape::Text {
            text: text.into(),
            at,
            size: NOTE_SIZE,
            align,
            weight: Weight::Regular,
        },
        color,
    )
}

/// The width of a text in the size of notes, in CSS pixels.
pub(super) fn note_width(input: &ChartInput<'_>, text: &str) -> f64 {
    input.text.width(text, NOTE_SIZE, Weight::Regular)
}

/// A line one pixel wide.
pub(super) fn hairline(key: impl Into<MarkKey>, from: Point, to: Point, color: Color) -> Mark {
    mark(
        key,
        Shape::Line {
            from,
            to,
            width: 1.0,
        },
        color,
    )
}

/// A chart with nothing to show: its finding in the middle.
pub(super) fn empty_scene(input: &ChartInput<'_>, height: f64, description: Description) -> Scene {
    let size = Size {
        width: input.width_px.max(0.0),
        height,
    };
    let words = shorten(
        &description.finding,
        size.width,
        LABEL_SIZE,
        Weight::Regular,
        input.text,
    );
    let marks = if words.is_empty() {
        Vec::new()
    } else {
        let shape = Shape::Text {
            text: words.into(),
            at: Point {
                x: size.width / 2.0,
                y: size.height / 2.0,
            },
            size: LABEL_SIZE,
            align: Align::Middle,
            weight: Weight::Regular,
        };
        vec![mark("empty", shape, input.theme.muted_ink)]
    };
    Scene {
        size,
        marks,
        targets: Vec::new(),
        brush: None,
        description,
    }
}

/// Round values of the measure along a scale, at most `most`, with their labels.
pub(super) fn measure_ticks(
    input: &ChartInput<'_>,
    scale: &LinearScale,
    most: usize,
) -> Vec<(f64, String)> {
    let ticks = scale.ticks(most).into_iter();
    match input.measure {
        Measure::Amount if input.whole_total().disclosed == 0 => vec![(0.0, format::count(0))],
        // Half a project is no tick.
        Measure::Projects => ticks
            .filter(|tick| tick.fract().abs() < 1e-9)
            .map(|tick| (tick, format::count(tick.max(0.0) as u64)))
            .collect(),
        Measure::Amount => ticks
            .map(|tick| {
                (
                    tick,
                    format::money_axis(tick, scale.largest(), input.locale),
                )
            })
            .collect(),
    }
}

/// The room that tick labels take at the left of a plot, gap included, in CSS pixels.
pub(super) fn tick_room(input: &ChartInput<'_>, ticks: &[(f64, String)]) -> f64 {
    let widest = ticks
        .iter()
        .map(|(_, label)| note_width(input, label))
        .fold(0.0, f64::max);
    EDGE_PX + widest + TICK_GAP_PX
}

/// Grid lines across `plot` at the ticks, each with its label at the left.
pub(super) fn value_axis(
    input: &ChartInput<'_>,
    ticks: &[(f64, String)],
    scale: &LinearScale,
    plot: Rect,
) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (value, label) in ticks {
        let y = scale.position(*value);
        let (from, to) = (Point { x: plot.x, y }, Point { x: plot.right(), y });
        marks.push(hairline(
            format!("grid-{label}"),
            from,
            to,
            input.theme.grid,
        ));
        if plot.width > 0.0 {
            let at = Point {
                x: plot.x - TICK_GAP_PX,
                y,
            };
            marks.push(note(
                format!("tick-{label}"),
                label,
                at,
                Align::End,
                input.theme.muted_ink,
            ));
        }
    }
    marks
}

/// Months along an axis, to be labelled.
#[derive(Clone, Copy, Debug)]
pub(super) struct MonthAxis {
    /// The first one, as [`Month`] counts.
    pub first: i32,
    /// How many there are.
    pub count: i32,
    /// The shortest stretch that a label names.
    pub grain: TimeGrain,
    /// The width of a month, in CSS pixels.
    pub month_px: f64,
    /// Where labels must end, in CSS pixels.
    pub right: f64,
}

/// The dates below an axis: as many as have room, starting each year with its number.
///
/// `place` says where the label of the stretch that begins with a month has its middle.
pub(super) fn date_labels(
    input: &ChartInput<'_>,
    axis: &MonthAxis,
    place: &dyn Fn(i32) -> f64,
    y: f64,
) -> Vec<Mark> {
    // From the finest to the coarsest: a label every so many months.
    const STEPS: [i32; 11] = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 6_000];
    let least = note_width(input, "0") + DATE_GAP_PX;
    STEPS
        .into_iter()
        .filter(|&step| step >= axis.grain.months() && f64::from(step) * axis.month_px >= least)
        .find_map(|step| dates_every(input, axis, step, place, y))
        .unwrap_or_default()
}

fn dates_every(
    input: &ChartInput<'_>,
    axis: &MonthAxis,
    step: i32,
    place: &dyn Fn(i32) -> f64,
    y: f64,
) -> Option<Vec<Mark>> {
    let mut marks = Vec::new();
    let mut free_from = f64::MIN;
    let start = axis.first.div_euclid(step) * step;
    for month in (start..axis.first + axis.count)
        .step_by(step.unsigned_abs() as usize)
        .filter(|&month| month >= axis.first)
    {
        // The first label names its year even where the axis starts within one.
        let stretch = BucketKey::Time(month.div_euclid(axis.grain.months()));
        let label = match bucket_name(input.locale, axis.grain, stretch) {
            Some(full) if marks.is_empty() && month.rem_euclid(12) != 0 => full,
            Some(_) | None => date_label(input, axis.grain, Month(month)),
        };
        let width = note_width(input, &label);
        let x = place(month);
        let (from, to) = (x - width / 2.0, x + width / 2.0);
        if from < free_from {
            return None;
        }
        if from < 0.0 || to > axis.right {
            continue;
        }
        free_from = to + DATE_GAP_PX;
        marks.push(note(
            format!("date-{month}"),
            &label,
            Point { x, y },
            Align::Middle,
            input.theme.muted_ink,
        ));
    }
    Some(marks)
}

/// The number of the year in its first stretch, the quarter or month in the others.
fn date_label(input: &ChartInput<'_>, grain: TimeGrain, month: Month) -> String {
    match (month.month_of_year(), grain) {
        (1, _) | (_, TimeGrain::Year) => month.year().to_string(),
        (of_year, TimeGrain::Quarter) => format!("Q{}", (of_year - 1) / 3 + 1),
        (of_year, TimeGrain::Month) => format::month_name(of_year, input.locale),
    }
}

/// The value of the measure in few letters, as it stands beside or in a mark.
pub(super) fn short_value(input: &ChartInput<'_>, totals: &Totals) -> String {
    match input.measure {
        Measure::Projects => format::count(totals.projects.into()),
        Measure::Amount if totals.disclosed > 0 => format::money_short(totals.amount, input.locale),
        Measure::Amount if totals.projects > 0 => say(input, &Message::Undisclosed),
        Measure::Amount => format::NO_NUMBER.to_owned(),
    }
}
