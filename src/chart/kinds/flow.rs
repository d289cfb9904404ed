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

use super::super::describe;
use super::super::legend::{Entry, Swatch, legend};
use super::super::marks::{EDGE_PX, empty_scene, mark, note, short_value};
use super::super::scene::{
    Align, Area, Color, Mark, Pick, Point, Rect, Scene, Shape, Size, Target, Weight,
};
use super::super::spec::{ChartInput, Flow};
use super::super::text::shorten;
use super::super::theme::{LABEL_SIZE, NOTE_SIZE};
use crate::data::industry::Sector;
use crate::i18n::{Message, Noun};
use crate::query::Measure;
use graph::{Band, Graph, Node, path_name};

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
    graph.untangle();
    let parts = graph.parts();
    let description = describe::flow(input, flow, &parts);
    if parts.is_empty() {
        return empty_scene(input, EMPTY_HEIGHT_PX, description);
    }
    let (mut marks, top) = legend(input, &entries(input, flow, &graph), EDGE_PX, EDGE_PX);
    let bottom = graph.place(top + HEADING_PX);
    let drawing = Drawing::of(input, &graph);
    let mut targets = Vec::new();
    for hop in 0..2 {
        drawing.bands(hop, &mut marks);
    }
    for column in 0..3 {
        drawing.heading(column, top + HEADING_PX / 2.0, &mut marks);
        drawing.nodes(column, &mut marks, &mut targets);
        if column < 2 {
            drawing.band_targets(column, &mut targets);
        }
    }
    Scene {
        size: Size {
            width: drawing.width,
            height: bottom + EDGE_PX,
        },
        marks,
        targets,
        brush: None,
        description,
    }
}

fn entries(input: &ChartInput<'_>, flow: &Flow<'_>, graph: &Graph<'_>) -> Vec<Entry> {
    let entry = |swatch, words| Entry { swatch, words };
    let mut entries = Vec::new();
    for (sector, color) in Sector::ALL.iter().zip(input.theme.sectors) {
        if graph.columns[1]
            .nodes
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
        entries.push(entry(swatch, say(Message::FlowOutside)));
    }
    match input.measure {
        Measure::Projects => {}
        Measure::Amount => {
            let without = flow.coming.total.not_in_sum();
            if without > 0 {
                let words = say(Message::FlowWithoutWidth(without.into()));
                entries.push(entry(Swatch::Hatched(input.theme.hatch), words));
            }
            entries.push(entry(Swatch::None, say(Message::LegendCurrency)));
        }
    }
    entries
}

/// Draws a graph whose nodes and bands have their places.
struct Drawing<'a> {
    input: &'a ChartInput<'a>,
    graph: &'a Graph<'a>,
    width: f64,
    node_width: f64,
    /// The left edge of each column of nodes.
    lefts: [f64; 3],
}

impl<'a> Drawing<'a> {
    fn of(input: &'a ChartInput<'a>, graph: &'a Graph<'a>) -> Self {
        let width = input.width_px.max(0.0);
        let node_width = NODE_PX.min(width / 8.0);
        // Labels of the outer columns stand beside the bands, the middle ones before them.
        let most = width * if width < NARROW_PX { 0.24 } else { 0.27 };
        let [left, right] = [0, 2].map(|position| {
            let nodes = graph.columns[position].nodes.iter();
            let widest = nodes
                .map(|node| {
                    let value = value_width(input, position, node);
                    let name = input.text.width(&node.label, LABEL_SIZE, Weight::Bold);
                    name + if value > 0.0 { value + GAP_PX } else { 0.0 }
                })
                .fold(0.0, f64::max);
            (EDGE_PX + widest + GAP_PX).min(most)
        });
        let middle = if width < WIDE_PX { 0.4 } else { 0.5 };
        Self {
            input,
            graph,
            width,
            node_width,
            lefts: [
                left,
                left + (width - right - node_width - left) * middle,
                width - right - node_width,
            ],
        }
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
    fn heading(&self, column: usize, y: f64, marks: &mut Vec<Mark>) {
        let message = match column {
            0 => Message::FlowRegion,
            1 => Message::NounHeading(Noun::Industry),
            _ => Message::NounHeading(Noun::City),
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
            marks.push(note(key, &words, Point { x, y }, align, ink));
        }
    }

    fn nodes(&self, position: usize, marks: &mut Vec<Mark>, targets: &mut Vec<Target>) {
        let (input, theme) = (self.input, self.input.theme);
        let column = &self.graph.columns[position];
        for (number, node) in column.nodes.iter().enumerate() {
            let key = format!("{position}:{}", node.key);
            let bar = Rect {
                x: self.lefts[position],
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
            marks.push(mark(key.clone(), shape, color));
            if lit < shown {
                self.lit_parts(position, number, bar, marks);
            }
            let picked = column.is_picked(input, node);
            let (left, right) = self.label(position, node, &key, picked, marks);
            let (left, right) = (left.min(bar.x), right.max(bar.right()));
            let row = bar.height.max(ROW_PX);
            let area = Rect {
                x: left,
                y: bar.y + (bar.height - row) / 2.0,
                width: right - left,
                height: row,
            };
            let pick = column.pick(node);
            targets.push(Target {
                key: key.into(),
                area: Area::Rect(area),
                outline: Area::Rect(bar),
                title: node.name.clone(),
                lines: describe::flow_lines(input, &node.totals),
                pick: pick.map_or(Pick::Nothing, |pick| Pick::Categories(vec![pick])),
                picked,
            });
        }
    }

    /// Name and value beside a node; returns where they begin and end.
    fn label(
        &self,
        position: usize,
        node: &Node,
        key: &str,
        picked: bool,
        marks: &mut Vec<Mark>,
    ) -> (f64, f64) {
        let (input, theme) = (self.input, self.input.theme);
        let (left, mut right) = self.room(position);
        let weight = if picked {
            Weight::Bold
        } else {
            Weight::Regular
        };
        let value_width = value_width(input, position, node);
        let name_width = input.text.width(&node.label, LABEL_SIZE, weight);
        let room = right - left - value_width - GAP_PX;
        // A value may cut its name, but not to nothing.
        let has_value = value_width > 0.0 && room >= name_width.min((right - left) / 3.0);
        let beside = if has_value { value_width + GAP_PX } else { 0.0 };
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
                marks.push(mark(format!("{key}:clear"), Shape::Rect(clear), color));
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
                marks.push(mark(format!("{key}:{part}"), shape, color));
            }
        };
        let ink = if node.totals[1].projects > 0 {
            theme.ink
        } else {
            theme.muted_ink
        };
        text("label", name, left, Align::Start, weight, ink);
        if has_value {
            let (value, muted) = (short_value(input, &node.totals[0]), theme.muted_ink);
            text("value", value, right, Align::End, Weight::Regular, muted);
        }
        (left, right)
    }

    /// The parts of a node at which picked bands arrive and leave.
    fn lit_parts(&self, column: usize, node: usize, bar: Rect, marks: &mut Vec<Mark>) {
        for (hop, bands) in self.graph.hops.iter().enumerate() {
            for side in 0..2 {
                if hop + side != column {
                    continue;
                }
                // An industry has bands at both sides, which need not be lit alike.
                let width = if column == 1 {
                    bar.width / 2.0
                } else {
                    bar.width
                };
                let x = if column == 1 && side == 0 {
                    bar.x + width
                } else {
                    bar.x
                };
                let lit = bands
                    .iter()
                    .filter(|band| band.ends[side] == node && band.weights[1] > 0.0);
                for band in lit {
                    let part = Rect {
                        x,
                        y: band.tops[side],
                        width,
                        height: band.heights[1],
                    };
                    let key = format!("{}:end-{side}", self.band_key(hop, band));
                    let color = self.graph.columns[column].nodes[node].color;
                    marks.push(mark(key, Shape::Rect(part), color));
                }
            }
        }
    }

    fn band_key(&self, hop: usize, band: &Band) -> String {
        let [from, to] = self.graph.ends(hop, band);
        format!("{hop}:{}:{}", from.key, to.key)
    }

    /// Pale bands, then what is picked of them.
    fn bands(&self, hop: usize, marks: &mut Vec<Mark>) {
        let theme = self.input.theme;
        let bands = &self.graph.hops[hop];
        for band in bands
            .iter()
            .filter(|band| band.weights[1] < band.weights[0])
        {
            let key = format!("{}:whole", self.band_key(hop, band));
            let color = Color {
                opacity: PALE_OPACITY,
                ..theme.whole
            };
            marks.push(mark(
                key,
                Shape::Polygon(self.ribbon(hop, band, 0.0, band.heights[0])),
                color,
            ));
        }
        for band in bands.iter().filter(|band| band.weights[1] > 0.0) {
            let industry = self.graph.ends(hop, band)[1 - hop];
            let color = Color {
                opacity: BAND_OPACITY,
                ..industry.color
            };
            let shape = Shape::Polygon(self.ribbon(hop, band, 0.0, band.heights[1]));
            marks.push(mark(self.band_key(hop, band), shape, color));
        }
    }

    fn band_targets(&self, hop: usize, targets: &mut Vec<Target>) {
        for band in &self.graph.hops[hop] {
            let ends = self.graph.ends(hop, band);
            let columns = [&self.graph.columns[hop], &self.graph.columns[hop + 1]];
            let picks = [0, 1].map(|side| columns[side].pick(ends[side]));
            let height = band.heights[0];
            let beyond = ((REACH_PX - height) / 2.0).max(0.0);
            targets.push(Target {
                key: self.band_key(hop, band).into(),
                area: Area::Polygon(self.ribbon(hop, band, -beyond, height + beyond)),
                outline: Area::Polygon(self.ribbon(hop, band, 0.0, height)),
                title: path_name(ends[0], ends[1]),
                lines: describe::flow_lines(self.input, &band.totals),
                pick: match picks {
                    [Some(from), Some(to)] => Pick::Categories(vec![from, to]),
                    [Some(_) | None, _] => Pick::Nothing,
                },
                picked: [0, 1]
                    .into_iter()
                    .all(|side| columns[side].is_picked(self.input, ends[side])),
            });
        }
    }

    /// The outline of a band: along its upper edge and back along its lower one.
    fn ribbon(&self, hop: usize, band: &Band, upper: f64, lower: f64) -> Rc<[Point]> {
        let (left, right) = (self.lefts[hop] + self.node_width, self.lefts[hop + 1]);
        let edge = |below: f64| {
            let [from, to] = band.tops.map(|top| (top + below).round());
            curve(Point { x: left, y: from }, Point { x: right, y: to })
        };
        let mut points = edge(upper);
        points.extend(edge(lower).into_iter().rev());
        points.into()
    }
}

/// A cubic Bézier curve with level ends, its control points half way across.
///
/// Its points lie on whole pixels down, where a back end does not move them: a flat curve stays smooth.
fn curve(from: Point, to: Point) -> Vec<Point> {
    let rise = to.y - from.y;
    let height = |t: f64| t * t * (3.0 - 2.0 * t);
    let point = |step: usize| {
        let y = (rise * height(step as f64 / SAMPLES as f64)).round();
        // Where the curve has this height, by halving.
        let (mut t, mut too_far) = (0.0, 1.0);
        for _ in 0..12 {
            let middle = f64::midpoint(t, too_far);
            if height(middle) * rise.abs() <= y.abs() {
                t = middle;
            } else {
                too_far = middle;
            }
        }
        let t = match step {
            0 => 0.0,
            SAMPLES => 1.0,
            _ => t,
        };
        let across = 1.5 * t * (1.0 - t) + t * t * t;
        Point {
            x: from.x + (to.x - from.x) * across,
            y: from.y + y,
        }
    };
    (0..=SAMPLES).map(point).collect()
}

/// The room of a value beside its name; none where only names have room.
fn value_width(input: &ChartInput<'_>, position: usize, node: &Node) -> f64 {
    let least = if position == 1 { WIDE_PX } else { NARROW_PX };
    if input.width_px < least {
        0.0
    } else {
        let value = short_value(input, &node.totals[0]);
        input.text.width(&value, LABEL_SIZE, Weight::Regular)
    }
}
