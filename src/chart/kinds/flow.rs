//! Region, industry, host city: three columns and the bands between them.
//!
//! Heights stand for the measure, on one scale for all columns. What the
//! filters on other fields leave is pale; what passes every filter lies in its
//! full colour inside it, so that a pick lights up its paths and moves
//! nothing. The two sides of an industry are two cross tables: a band says
//! nothing about how it goes on beyond its ends.
//!
//! Which value stands where is in [`graph`].

mod graph;

use std::rc::Rc;

use super::super::describe::{self, FlowPart};
use super::super::legend::{Entry, Swatch, legend};
use super::super::marks::{EDGE_PX, empty_scene, mark, note, short_value};
use super::super::scene::{
    Align, Area, Color, DataTable, Mark, Pick, Point, Rect, Scene, Shape, Size, Target, Weight,
};
use super::super::spec::{ChartInput, Flow};
use super::super::text::shorten;
use super::super::theme::{LABEL_SIZE, NOTE_SIZE};
use crate::data::industry::Sector;
use crate::i18n::{LaterMessage, Message, Noun};
use crate::query::Measure;
use graph::{Band, Graph, Node};

const NODE_PX: f64 = 10.0;
/// The least room of a value: its label.
const ROW_PX: f64 = 20.0;
const GAP_PX: f64 = 6.0;
const HEADING_PX: f64 = 24.0;
/// Of a value whose projects disclose no amount.
const HATCH_PX: f64 = 10.0;
/// The least that the pointer finds of a band.
const REACH_PX: f64 = 4.0;
/// Below this width values stand in tooltips only.
const NARROW_PX: f64 = 480.0;
/// Below this width the middle column has names only, and more room for them at the right than for bands at the left.
const WIDE_PX: f64 = 640.0;
/// The room of a label before bands, without and with a value, or so much of the way where that is more.
const NAME_PX: f64 = 130.0;
const LABEL_PX: f64 = 200.0;
const LABEL_SHARE: f64 = 0.7;
const EMPTY_HEIGHT_PX: f64 = 120.0;
/// Points along an edge of a band, less one.
const SAMPLES: usize = 20;
const BAND_OPACITY: f64 = 0.5;
const PALE_OPACITY: f64 = 0.7;
const CLEAR_OPACITY: f64 = 0.8;

pub(super) fn layout(input: &ChartInput<'_>, flow: &Flow<'_>) -> Scene {
    let mut graph = Graph::of(input, flow);
    let parts = graph.parts();
    let description = describe::flow(input, flow, &parts);
    if parts.is_empty() {
        return empty_scene(input, EMPTY_HEIGHT_PX, description);
    }
    let (marks, top) = legend(input, &entries(input, flow, &graph), EDGE_PX, EDGE_PX);
    let bottom = graph.place(top + HEADING_PX);
    let mut drawing = Drawing::of(input, &graph, &parts, marks);
    drawing.bands(0);
    drawing.bands(1);
    for column in 0..3 {
        drawing.heading(column, top + HEADING_PX / 2.0);
        drawing.nodes(column);
        drawing.band_targets(column);
    }
    Scene {
        size: Size {
            width: drawing.width,
            height: bottom + EDGE_PX,
        },
        marks: drawing.marks,
        targets: drawing.targets,
        brush: None,
        description,
    }
}

/// A row for each value and each band.
pub(super) fn data_table(input: &ChartInput<'_>, flow: &Flow<'_>) -> DataTable {
    describe::flow_table(input, &Graph::of(input, flow).parts())
}

fn entries(input: &ChartInput<'_>, flow: &Flow<'_>, graph: &Graph) -> Vec<Entry> {
    let entry = |swatch, words| Entry { swatch, words };
    let mut entries = Vec::new();
    for (sector, color) in Sector::ALL.iter().zip(input.theme.sectors) {
        if graph.columns[1]
            .iter()
            .any(|node| node.weight > 0.0 && node.color == color)
        {
            let name = sector.name().get(input.locale).to_string();
            entries.push(entry(Swatch::Filled(color), name));
        }
    }
    let say = |message| describe::say(input, &message);
    if flow.coming_picked.total.projects < flow.coming.total.projects {
        let swatch = Swatch::Filled(input.theme.whole);
        entries.push(entry(swatch, say(LaterMessage::FlowOutside)));
    }
    match input.measure {
        Measure::Projects => {}
        Measure::Amount => {
            let without = flow.coming.total.not_in_sum();
            if without > 0 {
                let words = say(LaterMessage::FlowWithoutWidth {
                    projects: without.into(),
                    currency: input.currency.code(),
                });
                entries.push(entry(Swatch::Hatched(input.theme.hatch), words));
            }
            entries.push(entry(
                Swatch::None,
                say(LaterMessage::from(Message::LegendCurrency(
                    input.currency.code(),
                ))),
            ));
        }
    }
    entries
}

/// Draws a graph whose nodes and bands have their places.
struct Drawing<'a> {
    input: &'a ChartInput<'a>,
    graph: &'a Graph,
    /// What targets stand for, in their order.
    parts: &'a [FlowPart],
    width: f64,
    node_width: f64,
    /// The left edge of each column of nodes.
    lefts: [f64; 3],
    marks: Vec<Mark>,
    targets: Vec<Target>,
}

impl<'a> Drawing<'a> {
    fn of(
        input: &'a ChartInput<'a>,
        graph: &'a Graph,
        parts: &'a [FlowPart],
        marks: Vec<Mark>,
    ) -> Self {
        let width = input.width_px.max(0.0);
        let node_width = NODE_PX.min(width / 8.0);
        // Labels of the outer columns stand beside the bands, the middle ones before them.
        let most = width * if width < NARROW_PX { 0.24 } else { 0.27 };
        let beside = |column: usize| {
            let mut widest = 0.0_f64;
            for node in &graph.columns[column] {
                let name = input.text.width(&node.label, LABEL_SIZE, Weight::Bold);
                widest = widest.max(name + value_width(input, column, node));
            }
            (EDGE_PX + widest + GAP_PX).min(most)
        };
        let (left, right) = (beside(0), width - beside(2) - node_width);
        let middle = if width < WIDE_PX { 0.4 } else { 0.5 };
        Self {
            input,
            graph,
            parts,
            width,
            node_width,
            lefts: [left, left + (right - left) * middle, right],
            marks,
            targets: Vec::new(),
        }
    }

    fn add(&mut self, key: String, shape: Shape, color: Color) {
        self.marks.push(mark(key, shape, color));
    }

    /// The next target; it picks its value, or both of its ends.
    fn add_target(&mut self, key: String, area: Area, outline: Area, ends: &[&Node]) {
        let part = &self.parts[self.targets.len()];
        let picks: Option<Vec<_>> = ends.iter().map(|node| node.pick.clone()).collect();
        self.targets.push(Target {
            key: key.into(),
            area,
            outline,
            telling: describe::flow_telling(self.input, part),
            pick: picks.map_or(Pick::Nothing, Pick::Categories),
            picked: ends.iter().all(|node| node.is_picked),
        });
    }

    /// The room of the labels of a column, from left to right.
    fn room(&self, column: usize) -> (f64, f64) {
        let right = |column: usize| self.lefts[column] + self.node_width;
        match column {
            0 => (EDGE_PX, self.lefts[0] - GAP_PX),
            1 => {
                let left = right(1) + GAP_PX;
                let way = self.lefts[2] - GAP_PX - left;
                let least = if self.width < WIDE_PX {
                    NAME_PX
                } else {
                    LABEL_PX
                };
                (left, left + (way * LABEL_SHARE).max(least).min(way))
            }
            _ => (right(2) + GAP_PX, self.width - EDGE_PX),
        }
    }

    /// What a column shows, above it.
    fn heading(&mut self, column: usize, y: f64) {
        let message = match column {
            0 => LaterMessage::FlowRegion,
            1 => LaterMessage::from(Message::NounHeading(Noun::Industry)),
            _ => LaterMessage::from(Message::NounHeading(Noun::City)),
        };
        let words = describe::say(self.input, &message);
        let (middle, right) = (self.lefts[1], self.width - EDGE_PX);
        let between = middle + (self.lefts[2] - middle) * 0.6;
        let (x, align, room) = match column {
            0 => (EDGE_PX, Align::Start, middle - GAP_PX - EDGE_PX),
            1 => (middle, Align::Start, between - middle),
            _ => (right, Align::End, right - between - GAP_PX),
        };
        let words = shorten(&words, room, NOTE_SIZE, Weight::Regular, self.input.text);
        if !words.is_empty() {
            let ink = self.input.theme.muted_ink;
            let key = format!("heading-{column}");
            self.marks
                .push(note(key, &words, Point { x, y }, align, ink));
        }
    }

    fn nodes(&mut self, column: usize) {
        let (graph, theme) = (self.graph, self.input.theme);
        for (number, node) in graph.columns[column].iter().enumerate() {
            let bar = Rect {
                x: self.lefts[column],
                y: node.top,
                width: self.node_width,
                height: node.height,
            };
            let [shown, lit] = node.totals.map(|totals| totals.projects);
            let (shape, color) = if node.weight <= 0.0 {
                let color = if lit > 0 { theme.hatch } else { theme.baseline };
                (Shape::Hatch(bar), color)
            } else if lit == shown {
                (Shape::Rect(bar), node.color)
            } else {
                (Shape::Rect(bar), theme.whole)
            };
            self.add(node_key(column, node, ""), shape, color);
            if lit < shown {
                self.lit_parts(column, number, bar);
            }
            let (left, right) = self.label(column, node);
            let (left, right) = (left.min(bar.x), right.max(bar.right()));
            let row = bar.height.max(ROW_PX);
            let area = Rect {
                x: left,
                y: bar.y + (bar.height - row) / 2.0,
                width: right - left,
                height: row,
            };
            let key = node_key(column, node, "");
            self.add_target(key, Area::Rect(area), Area::Rect(bar), &[node]);
        }
    }

    /// Name and value beside a node; returns where they begin and end.
    fn label(&mut self, position: usize, node: &Node) -> (f64, f64) {
        let (input, theme) = (self.input, self.input.theme);
        let (left, mut right) = self.room(position);
        let weight = if node.is_picked {
            Weight::Bold
        } else {
            Weight::Regular
        };
        let value_width = value_width(input, position, node);
        let name_width = input.text.width(&node.label, LABEL_SIZE, weight);
        let room = right - left - value_width;
        // A value may cut its name, but not to nothing.
        let has_value = value_width > 0.0 && room >= name_width.min((right - left) / 3.0);
        let beside = if has_value { value_width } else { 0.0 };
        let room = right - left - beside;
        let name = shorten(&node.label, room, LABEL_SIZE, weight, input.text);
        let y = node.top + node.height / 2.0;
        if position == 1 {
            // A label before bands clears its ground.
            right = left + input.text.width(&name, LABEL_SIZE, weight) + beside;
            let clear = Rect {
                x: left - GAP_PX / 2.0,
                y: y - ROW_PX / 2.0 + 1.0,
                width: right - left + GAP_PX,
                height: ROW_PX - 2.0,
            };
            let color = Color {
                opacity: CLEAR_OPACITY,
                ..theme.background
            };
            if !name.is_empty() {
                let key = node_key(position, node, ":clear");
                self.add(key, Shape::Rect(clear), color);
            }
        }
        let mut text = |part: &str, words: String, x: f64, align, weight, color| {
            if !words.is_empty() {
                let shape = Shape::Text {
                    text: words.into(),
                    at: Point { x, y },
                    size: LABEL_SIZE,
                    align,
                    weight,
                };
                self.add(node_key(position, node, part), shape, color);
            }
        };
        let ink = if node.totals[1].projects > 0 {
            theme.ink
        } else {
            theme.muted_ink
        };
        text(":label", name, left, Align::Start, weight, ink);
        if has_value {
            let (value, muted) = (short_value(input, &node.totals[0]), theme.muted_ink);
            text(":value", value, right, Align::End, Weight::Regular, muted);
        }
        (left, right)
    }

    /// The parts of a node at which picked bands arrive and leave.
    fn lit_parts(&mut self, column: usize, number: usize, bar: Rect) {
        let graph = self.graph;
        let color = graph.columns[column][number].color;
        for (hop, bands) in graph.hops.iter().enumerate() {
            let Some(side) = column.checked_sub(hop).filter(|&side| side < 2) else {
                continue;
            };
            // An industry has bands at both sides, which need not be lit alike.
            let (mut x, mut width) = (bar.x, bar.width);
            if column == 1 {
                width /= 2.0;
                x += if side == 0 { width } else { 0.0 };
            }
            for band in bands {
                if band.ends[side] == number && band.weights[1] > 0.0 {
                    let part = Rect {
                        x,
                        y: band.tops[side],
                        width,
                        height: band.heights[1],
                    };
                    let end = if side == 0 { ":from" } else { ":to" };
                    self.add(self.band_key(hop, band, end), Shape::Rect(part), color);
                }
            }
        }
    }

    fn band_key(&self, hop: usize, band: &Band, part: &str) -> String {
        let (from, to) = self.graph.ends(hop, band);
        format!("{hop}:{}:{}{part}", from.key, to.key)
    }

    /// Pale bands, then what is picked of them.
    fn bands(&mut self, hop: usize) {
        let graph = self.graph;
        for part in 0..2 {
            for band in &graph.hops[hop] {
                let (from, to) = graph.ends(hop, band);
                let (opacity, color, name, is_drawn) = if part == 0 {
                    let is_partly_lit = band.weights[1] < band.weights[0];
                    (
                        PALE_OPACITY,
                        self.input.theme.whole,
                        ":whole",
                        is_partly_lit,
                    )
                } else {
                    let industry = if hop == 0 { to } else { from };
                    (BAND_OPACITY, industry.color, "", band.weights[1] > 0.0)
                };
                if is_drawn {
                    let shape = self.ribbon(hop, band, 0.0, band.heights[part]);
                    let key = self.band_key(hop, band, name);
                    self.add(key, Shape::Polygon(shape), Color { opacity, ..color });
                }
            }
        }
    }

    fn band_targets(&mut self, hop: usize) {
        let graph = self.graph;
        for band in graph.hops.get(hop).into_iter().flatten() {
            let (from, to) = graph.ends(hop, band);
            let height = band.heights[0];
            let beyond = ((REACH_PX - height) / 2.0).max(0.0);
            let area = Area::Polygon(self.ribbon(hop, band, -beyond, height + beyond));
            let outline = Area::Polygon(self.ribbon(hop, band, 0.0, height));
            self.add_target(self.band_key(hop, band, ""), area, outline, &[from, to]);
        }
    }

    /// The outline of a band: there along its upper edge and back along its lower one.
    ///
    /// An edge is a cubic Bézier curve with level ends, its control points half way across. Its points
    /// lie on whole pixels down, where a back end does not move them: a flat curve stays smooth.
    fn ribbon(&self, hop: usize, band: &Band, upper: f64, lower: f64) -> Rc<[Point]> {
        let (left, right) = (self.lefts[hop] + self.node_width, self.lefts[hop + 1]);
        let mut points = Vec::new();
        for number in 0..2 * SAMPLES + 2 {
            let (below, step) = if number <= SAMPLES {
                (upper, number)
            } else {
                (lower, 2 * SAMPLES + 1 - number)
            };
            let (from, to) = (
                (band.tops[0] + below).round(),
                (band.tops[1] + below).round(),
            );
            let rise = to - from;
            let share = step as f64 / SAMPLES as f64;
            let y = (rise * height(share)).round();
            let t = match step {
                0 => 0.0,
                SAMPLES => 1.0,
                _ => at_height(y.abs(), rise.abs(), share),
            };
            let across = 1.5 * t * (1.0 - t) + t * t * t;
            points.push(Point {
                x: left + (right - left) * across,
                y: from + y,
            });
        }
        points.into()
    }
}

/// How high an edge stands where its parameter is `t`, of the whole way from 0 to 1.
fn height(t: f64) -> f64 {
    t * t * (3.0 - 2.0 * t)
}

/// The parameter at which an edge that rises by `rise` has risen by `y`, in steps of 1/8192 and not above; `guess` is near.
fn at_height(y: f64, rise: f64, guess: f64) -> f64 {
    const STEPS: f64 = 8_192.0;
    // A level edge has its height everywhere.
    if rise < 0.5 {
        return (STEPS - 1.0) / STEPS;
    }
    // Newton's method, as far as the slope leads anywhere.
    let mut t = guess;
    for _ in 0..3 {
        let slope = 6.0 * t * (1.0 - t) * rise;
        if slope > 0.0 {
            t = (t - (height(t) * rise - y) / slope).clamp(0.0, 1.0);
        }
    }
    let is_reached = |step: f64| height(step / STEPS) * rise <= y;
    let mut step = (t * STEPS).floor().min(STEPS - 1.0);
    while step < STEPS - 1.0 && is_reached(step + 1.0) {
        step += 1.0;
    }
    while step > 0.0 && !is_reached(step) {
        step -= 1.0;
    }
    step / STEPS
}

fn node_key(column: usize, node: &Node, part: &str) -> String {
    format!("{column}:{}{part}", node.key)
}

/// The room of a value beside its name, gap included; none where only names have room.
fn value_width(input: &ChartInput<'_>, position: usize, node: &Node) -> f64 {
    let least = if position == 1 { WIDE_PX } else { NARROW_PX };
    if input.width_px < least {
        0.0
    } else {
        let value = short_value(input, &node.totals[0]);
        GAP_PX + input.text.width(&value, LABEL_SIZE, Weight::Regular)
    }
}
