//! Plan and calendar: what a zone reports of its year.
//!
//! Bars of what is done of each plan, with a mark where the calendar stands;
//! shares on the same axis; all other figures as a list. No filter is about
//! them, and a click chooses nothing.

use super::super::describe;
use super::super::describe::{Plan, Report};
use super::super::legend::{Entry, Swatch, legend};
use super::super::marks::{EDGE_PX, empty_scene, hairline, mark, note, note_width};
use super::super::scale::LinearScale;
use super::super::scene::{
    Align, Area, Color, Mark, Pick, Point, Rect, Scene, Shape, Size, Target, Telling, Told, Weight,
};
use super::super::spec::ChartInput;
use super::super::text::shorten;
use super::super::theme::{LABEL_SIZE, NOTE_SIZE};
use crate::data::Indicator;
use crate::i18n::{LaterMessage, format};

const EMPTY_HEIGHT_PX: f64 = 120.0;
const HEADING_PX: f64 = 28.0;
const SECTION_GAP_PX: f64 = 12.0;
/// A bar below its label and above its note.
const BAR_ROW_PX: f64 = 66.0;
const BAR_TOP_PX: f64 = 25.0;
const BAR_PX: f64 = 12.0;
/// How far the mark of the calendar stands out of the bar.
const MARK_PX: f64 = 4.0;
const AXIS_PX: f64 = 18.0;
const LIST_ROW_PX: f64 = 24.0;
const COLUMN_GAP_PX: f64 = 32.0;
const GAP_PX: f64 = 12.0;
const NARROWEST_BARS_PX: f64 = 420.0;
const MOST_COLUMNS: usize = 3;
const TICKS: usize = 6;

pub(super) fn layout(input: &ChartInput<'_>, indicators: &[Indicator]) -> Scene {
    let report = Report::new(indicators);
    let description = describe::calendar(input, indicators, &report);
    if indicators.is_empty() {
        return empty_scene(input, EMPTY_HEIGHT_PX, description);
    }
    let mut page = Page {
        input,
        y: 0.0,
        marks: Vec::new(),
        targets: Vec::new(),
    };
    let plans: Vec<Bar<'_>> = report
        .plans
        .iter()
        .map(|plan| Bar::plan(input, plan))
        .collect();
    let shares: Vec<Bar<'_>> = report
        .shares
        .iter()
        .map(|&share| Bar::share(input, share))
        .collect();
    let values = plans.iter().chain(&shares).map(|bar| bar.indicator.value);
    let scale = LinearScale::fit(values.chain([100.0]), 0.0, 1.0);
    if !plans.is_empty() {
        page.heading("plans", &LaterMessage::PlansHeading);
        page.legend(&report.plans);
        page.bars("plans", &plans, &scale);
    }
    if !shares.is_empty() {
        page.heading("shares", &LaterMessage::SharesHeading);
        page.bars("shares", &shares, &scale);
    }
    if !report.figures.is_empty() {
        page.heading("figures", &LaterMessage::FiguresHeading);
        page.list(&report.figures);
    }
    Scene {
        size: Size {
            width: input.width_px.max(0.0),
            height: page.y + EDGE_PX,
        },
        marks: page.marks,
        targets: page.targets,
        brush: None,
        description,
    }
}

/// A bar with its words.
struct Bar<'a> {
    indicator: &'a Indicator,
    /// Where the calendar stands, in percent.
    gone: Option<f64>,
    note: String,
    lines: Vec<String>,
}

impl<'a> Bar<'a> {
    fn plan(input: &ChartInput<'_>, plan: &Plan<'a>) -> Self {
        let note = plan.arithmetic(input);
        Self {
            indicator: plan.done,
            gone: Some(plan.gone),
            lines: vec![note.clone(), plan.calendar(input)],
            note,
        }
    }

    fn share(input: &ChartInput<'_>, indicator: &'a Indicator) -> Self {
        Self {
            indicator,
            gone: None,
            note: indicator.context.get(input.locale).to_string(),
            lines: Vec::new(),
        }
    }
}

/// How a text looks.
type Style = (Align, f64, Weight, Color);

/// Places one section below the other.
struct Page<'a> {
    input: &'a ChartInput<'a>,
    y: f64,
    marks: Vec<Mark>,
    targets: Vec<Target>,
}

impl Page<'_> {
    fn heading(&mut self, key: &str, words: &LaterMessage) {
        if self.y > 0.0 {
            self.y += SECTION_GAP_PX;
        }
        let words = describe::say(self.input, words);
        let style = (Align::Start, LABEL_SIZE, Weight::Bold, self.input.theme.ink);
        let at = Point {
            x: EDGE_PX,
            y: self.y + HEADING_PX / 2.0,
        };
        let room = self.input.width_px - 2.0 * EDGE_PX;
        self.text(format!("{key}:heading"), &words, at, room, style);
        self.y += HEADING_PX;
    }

    fn legend(&mut self, plans: &[Plan<'_>]) {
        let (input, theme) = (self.input, self.input.theme);
        let mut entries = vec![Entry {
            swatch: Swatch::Filled(theme.accent),
            words: describe::say(input, &LaterMessage::LegendPlanDone),
        }];
        for plan in plans {
            let words = plan.calendar(input);
            if entries.iter().all(|entry| entry.words != words) {
                let swatch = Swatch::Dash(theme.ink);
                entries.push(Entry { swatch, words });
            }
        }
        let (marks, below) = legend(input, &entries, EDGE_PX, self.y);
        self.marks.extend(marks);
        self.y = below + EDGE_PX;
    }

    /// One of `count` equal columns: left edge and width.
    fn column(&self, column: usize, count: usize) -> (f64, f64) {
        let room = (self.input.width_px - 2.0 * EDGE_PX).max(0.0);
        let width = ((room + COLUMN_GAP_PX) / count as f64 - COLUMN_GAP_PX).max(0.0);
        (EDGE_PX + (width + COLUMN_GAP_PX) * column as f64, width)
    }

    /// The place in a column, so many rows down.
    fn place(&self, (x, width): (f64, f64), row: usize, height: f64) -> Rect {
        let y = self.y + height * row as f64;
        Rect {
            x,
            y,
            width,
            height,
        }
    }

    /// Row by row.
    fn bars(&mut self, key: &str, bars: &[Bar<'_>], scale: &LinearScale) {
        let fitting = (self.input.width_px / NARROWEST_BARS_PX) as usize;
        let count = fitting.clamp(1, MOST_COLUMNS.min(bars.len()));
        let bottom = self.y + BAR_ROW_PX * bars.len().div_ceil(count) as f64;
        for column in 0..count {
            let place = self.column(column, count);
            self.ticks(&format!("{key}-{column}"), bottom, scale, place);
        }
        for (position, bar) in bars.iter().enumerate() {
            let column = self.column(position % count, count);
            let place = self.place(column, position / count, BAR_ROW_PX);
            self.bar(bar, place, scale);
        }
        self.y = bottom + AXIS_PX;
    }

    /// Lines behind the bars, and the value of each below them.
    fn ticks(&mut self, key: &str, bottom: f64, scale: &LinearScale, (left, width): (f64, f64)) {
        let theme = self.input.theme;
        let mut free_from = left;
        for tick in scale.ticks(TICKS) {
            let label = format!("{}%", format::number(tick));
            let half = note_width(self.input, &label) / 2.0;
            let x = left + width * scale.position(tick);
            let middle = x.min(left + width - half).max(left + half);
            let line = (Point { x, y: self.y }, Point { x, y: bottom });
            self.marks.push(hairline(
                format!("{key}:grid-{label}"),
                line.0,
                line.1,
                theme.grid,
            ));
            if middle - half >= free_from && middle + half <= left + width + 0.01 {
                free_from = middle + half + GAP_PX;
                let at = Point {
                    x: middle,
                    y: bottom + AXIS_PX / 2.0,
                };
                let key = format!("{key}:tick-{label}");
                self.marks
                    .push(note(key, &label, at, Align::Middle, theme.muted_ink));
            }
        }
    }

    fn bar(&mut self, bar: &Bar<'_>, place: Rect, scale: &LinearScale) {
        let theme = self.input.theme;
        let x = |value: f64| place.x + place.width * scale.position(value);
        let id = &bar.indicator.id;
        self.pair(bar.indicator, place, LABEL_SIZE, place.y + LABEL_SIZE);
        let top = place.y + BAR_TOP_PX;
        let block = |to: f64| {
            let (zero, to) = (x(0.0), x(to));
            Shape::Rect(Rect {
                x: zero.min(to),
                y: top,
                width: (to - zero).abs(),
                height: BAR_PX,
            })
        };
        for (part, to, color) in [
            ("whole", 100.0, theme.whole),
            ("bar", bar.indicator.value, theme.accent),
        ] {
            self.marks
                .push(mark(format!("{id}:{part}"), block(to), color));
        }
        if let Some(gone) = bar.gone {
            let at = |y: f64| Point { x: x(gone), y };
            for (part, width, color) in [("halo", 5.0, theme.background), ("gone", 3.0, theme.ink)]
            {
                let shape = Shape::Line {
                    from: at(top - MARK_PX),
                    to: at(top + BAR_PX + MARK_PX),
                    width,
                };
                self.marks.push(mark(format!("{id}:{part}"), shape, color));
            }
        }
        let at = Point {
            x: place.x,
            y: top + BAR_PX + 12.0,
        };
        let style = (Align::Start, NOTE_SIZE, Weight::Regular, theme.muted_ink);
        self.text(format!("{id}:note"), &bar.note, at, place.width, style);
        self.target(bar.indicator, bar.lines.clone(), place);
    }

    /// Label and value of all other figures, column by column.
    fn list(&mut self, figures: &[&Indicator]) {
        let input = self.input;
        let fits = |figure: &&&Indicator, width: f64| {
            let value = describe::value(input, figure);
            let value = input.text.width(&value, NOTE_SIZE, Weight::Bold);
            note_width(input, figure.label.get(input.locale)) + GAP_PX + value <= width
        };
        // As many columns as leave at most a quarter of the labels cut.
        let count = (2..=MOST_COLUMNS)
            .rev()
            .find(|&count| {
                let width = self.column(0, count).1;
                figures.iter().filter(|figure| fits(figure, width)).count() * 4 >= figures.len() * 3
            })
            .unwrap_or(1);
        let rows = figures.len().div_ceil(count);
        for (position, figure) in figures.iter().enumerate() {
            let column = self.column(position / rows, count);
            let place = self.place(column, position % rows, LIST_ROW_PX);
            let line = |x: f64| Point {
                x,
                y: place.bottom(),
            };
            let (from, to) = (line(place.x), line(place.right()));
            let key = format!("{}:line", figure.id);
            self.marks.push(hairline(key, from, to, input.theme.grid));
            self.pair(figure, place, NOTE_SIZE, place.y + LIST_ROW_PX / 2.0);
            self.target(figure, Vec::new(), place);
        }
        self.y += LIST_ROW_PX * rows as f64;
    }

    /// A label at the left and its value at the right.
    fn pair(&mut self, indicator: &Indicator, place: Rect, size: f64, y: f64) {
        let (input, ink) = (self.input, self.input.theme.ink);
        let value = describe::value(input, indicator);
        let measured = input.text.width(&value, size, Weight::Bold);
        let at = Point {
            x: place.right(),
            y,
        };
        let style = (Align::End, size, Weight::Bold, ink);
        let id = &indicator.id;
        self.text(format!("{id}:value"), &value, at, place.width, style);
        let at = Point { x: place.x, y };
        let style = (Align::Start, size, Weight::Regular, ink);
        let room = place.width - measured - GAP_PX;
        let label = indicator.label.get(input.locale);
        self.text(format!("{id}:label"), label, at, room, style);
    }

    fn text(&mut self, key: String, words: &str, at: Point, room: f64, style: Style) {
        let (align, size, weight, color) = style;
        let words = shorten(words, room, size, weight, self.input.text);
        if !words.is_empty() {
            let shape = Shape::Text {
                text: words.into(),
                at,
                size,
                align,
                weight,
            };
            self.marks.push(mark(key, shape, color));
        }
    }

    fn target(&mut self, indicator: &Indicator, more: Vec<String>, area: Rect) {
        let input = self.input;
        let outline = Rect {
            y: area.y + 3.0,
            height: area.height - 6.0,
            ..area
        };
        let mut lines = vec![describe::value(input, indicator)];
        lines.extend(more);
        lines.extend(describe::origin(input, indicator));
        let told = Told {
            title: indicator.label.get(input.locale).to_string(),
            lines,
        };
        self.targets.push(Target {
            key: indicator.id.as_str().into(),
            area: Area::Rect(area),
            outline: Area::Rect(outline),
            telling: Telling::new(move || told.clone()),
            pick: Pick::Nothing,
            picked: false,
        });
    }
}
