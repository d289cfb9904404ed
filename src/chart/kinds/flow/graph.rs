//! Columns of values and the bands between them: what stands where.
//!
//! Values stand where their bands cross little: from the order by value,
//! columns are sorted by barycentres in turn (Sugiyama, Tagawa and Toda,
//! "Methods for visual understanding of hierarchical system structures", IEEE
//! Transactions on Systems, Man, and Cybernetics 11, 1981), and the order with
//! the least crossing, weighed by the bands, is kept.

use std::cmp::Ordering;
use std::rc::Rc;

use super::{GAP_PX, HATCH_PX, ROW_PX};
use crate::chart::describe::{self, FlowPart};
use crate::chart::scene::Color;
use crate::chart::spec::{ChartInput, Flow};
use crate::data::{CategoryField, CategoryTree, NodeCode};
use crate::i18n::{LaterMessage, Message};
use crate::query::{CrossTable, Totals};

/// The columns, from left to right.
const AXES: [Axis; 3] = [
    Axis {
        field: CategoryField::Country,
        depth: 0,
        end: 0,
        most: usize::MAX,
    },
    Axis {
        field: CategoryField::Industry,
        depth: 1,
        end: 1,
        most: 10,
    },
    Axis {
        field: CategoryField::Place,
        depth: 1,
        end: 1,
        most: 8,
    },
];

const WIDEST_GAP_PX: f64 = 24.0;
/// Height beyond what labels need, in which values differ.
const SPREAD_PX: f64 = 200.0;
const SWEEPS: usize = 6;

/// What a column shows.
struct Axis {
    field: CategoryField,
    /// Of its values in their tree.
    depth: u8,
    /// The end of the cells at which its values stand.
    end: usize,
    /// Values before the folded tail.
    most: usize,
}

/// In which order values stand whatever their bands: the nameless ones last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rank {
    Stated,
    Rest,
    Unstated,
}

/// A value of a column.
pub(super) struct Node {
    pub(super) key: Rc<str>,
    name: String,
    /// What stands beside it.
    pub(super) label: String,
    rank: Rank,
    pub(super) color: Color,
    /// What a click picks; nothing where several values are folded.
    pub(super) pick: Option<(CategoryField, Rc<str>)>,
    pub(super) is_picked: bool,
    pub(super) totals: [Totals; 2],
    pub(super) weight: f64,
    /// Its place in the column.
    place: usize,
    /// Its top edge and height, in CSS pixels.
    pub(super) top: f64,
    pub(super) height: f64,
}

/// From a node of a column to one of the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Band {
    pub(super) ends: [usize; 2],
    totals: [Totals; 2],
    /// Of what is shown and of what is picked, as a share of everything shown.
    pub(super) weights: [f64; 2],
    /// Its top edge at both ends, in CSS pixels.
    pub(super) tops: [f64; 2],
    pub(super) heights: [f64; 2],
}

/// Columns from left to right, and the bands from each to the next in the order of their ends.
pub(super) struct Graph {
    pub(super) columns: [Vec<Node>; 3],
    pub(super) hops: [Vec<Band>; 2],
}

impl Graph {
    pub(super) fn of(input: &ChartInput<'_>, flow: &Flow<'_>) -> Self {
        let coming = [flow.coming, flow.coming_picked];
        let going = [flow.going, flow.going_picked];
        let (regions, region_of) = column(input, &AXES[0], flow.countries, coming);
        let (industries, industry_of) = column(input, &AXES[1], flow.industries, coming);
        let (cities, city_of) = column(input, &AXES[2], flow.places, going);
        let hops = [
            bands(input, coming, [&region_of, &industry_of], industries.len()),
            bands(input, going, [&industry_of, &city_of], cities.len()),
        ];
        let mut graph = Self {
            columns: [regions, industries, cities],
            hops,
        };
        graph.weigh();
        graph.untangle();
        graph
    }

    /// Makes weights shares of the whole, and gives each node the larger sum of its two sides.
    fn weigh(&mut self) {
        let mut total = f64::MIN_POSITIVE;
        for bands in &self.hops {
            total = total.max(bands.iter().map(|band| band.weights[0]).sum());
        }
        for (hop, bands) in self.hops.iter_mut().enumerate() {
            for band in &mut *bands {
                band.weights = band.weights.map(|weight| weight / total);
            }
            for side in 0..2 {
                for (number, node) in self.columns[hop + side].iter_mut().enumerate() {
                    let own = bands.iter().filter(|band| band.ends[side] == number);
                    node.weight = node.weight.max(own.map(|band| band.weights[0]).sum());
                }
            }
        }
    }

    /// Puts the values of each column in the order in which bands cross least, and bands in that of their ends.
    fn untangle(&mut self) {
        let (mut best, mut least) = (self.places(), self.crossing());
        for _ in 0..SWEEPS {
            let before = least;
            for column in [1, 0, 2] {
                let places = self.by_barycentre(column);
                self.put(column, &places);
                let crossing = self.crossing();
                if crossing < least {
                    (best, least) = (self.places(), crossing);
                }
            }
            if least >= before {
                break;
            }
        }
        for (column, places) in best.iter().enumerate() {
            self.put(column, places);
        }
        for (hop, bands) in self.hops.iter_mut().enumerate() {
            for band in &mut *bands {
                for side in 0..2 {
                    band.ends[side] = self.columns[hop + side][band.ends[side]].place;
                }
            }
            sort(bands, |band| (band.ends[0] << 16) + band.ends[1]);
        }
        for nodes in &mut self.columns {
            sort(nodes, |node| node.place);
        }
    }

    fn places(&self) -> Vec<Vec<usize>> {
        let places = |nodes: &Vec<Node>| nodes.iter().map(|node| node.place).collect();
        self.columns.iter().map(places).collect()
    }

    fn put(&mut self, column: usize, places: &[usize]) {
        for (node, &place) in self.columns[column].iter_mut().zip(places) {
            node.place = place;
        }
    }

    /// The place of each node when its column is sorted by the mean place of its neighbours.
    fn by_barycentre(&self, column: usize) -> Vec<usize> {
        let nodes = &self.columns[column];
        let mut means = Vec::new();
        for number in 0..nodes.len() {
            let (mut sum, mut weight) = (0.0, 0.0);
            for (hop, bands) in self.hops.iter().enumerate() {
                // At the right end of the bands before it, at the left end of those behind it.
                let (side, beyond) = match column.checked_sub(hop) {
                    Some(0) => (0, column + 1),
                    Some(1) => (1, hop),
                    Some(_) | None => continue,
                };
                let beyond = &self.columns[beyond];
                for band in bands.iter().filter(|band| band.ends[side] == number) {
                    let place = beyond[band.ends[1 - side]].place as f64 + 0.5;
                    sum += band.weights[0] * place / beyond.len() as f64;
                    weight += band.weights[0];
                }
            }
            // Rounded, so that equal means are equal whatever the weights they come from.
            means.push(if weight > 0.0 {
                (sum / weight * 1e9).round()
            } else {
                f64::MAX
            });
        }
        let is_before = |one: usize, other: usize| {
            let order = (nodes[one].rank as u8).cmp(&(nodes[other].rank as u8));
            order
                .then(means[one].total_cmp(&means[other]))
                .then_with(|| nodes[one].key.cmp(&nodes[other].key))
                .is_lt()
        };
        let numbers = 0..nodes.len();
        let place = |own| {
            numbers
                .clone()
                .filter(|&other| is_before(other, own))
                .count()
        };
        numbers.clone().map(place).collect()
    }

    /// How much bands cross: the product of the weights of each two that do.
    fn crossing(&self) -> f64 {
        let mut crossing = 0.0;
        for (hop, bands) in self.hops.iter().enumerate() {
            let at = |band: &Band, side: usize| self.columns[hop + side][band.ends[side]].place;
            for (position, one) in bands.iter().enumerate() {
                for other in &bands[position + 1..] {
                    let from = at(one, 0).cmp(&at(other, 0));
                    if from.is_ne() && at(one, 1).cmp(&at(other, 1)) == from.reverse() {
                        crossing += one.weights[0] * other.weights[0];
                    }
                }
            }
        }
        crossing
    }

    /// Gives nodes and bands their heights on one scale and their places from `top` down; returns the bottom.
    pub(super) fn place(&mut self, top: f64) -> f64 {
        let most = self.columns.iter().map(Vec::len).max();
        let has_bands = self.hops.iter().any(|bands| !bands.is_empty());
        let spread = if has_bands { SPREAD_PX } else { 0.0 };
        let height = most.unwrap_or(0) as f64 * (ROW_PX + GAP_PX) + spread;
        let taken = |nodes: &[Node], scale: f64| -> f64 {
            let rows = nodes.iter().map(|node| (node.weight * scale).max(ROW_PX));
            rows.sum()
        };
        let gaps = |nodes: &[Node]| nodes.len().saturating_sub(1) as f64;
        // The largest scale on which each column has room, by halving.
        let (mut scale, mut too_large) = (0.0, height);
        for _ in 0..40 {
            let middle = f64::midpoint(scale, too_large);
            let has_room =
                |nodes: &Vec<Node>| taken(nodes, middle) + gaps(nodes) * GAP_PX <= height;
            if self.columns.iter().all(has_room) {
                scale = middle;
            } else {
                too_large = middle;
            }
        }
        for nodes in &mut self.columns {
            let free = height - taken(nodes, scale);
            let gap = (free / gaps(nodes).max(1.0)).min(WIDEST_GAP_PX);
            let mut y = top + (free - gap * gaps(nodes)) / 2.0;
            for node in nodes {
                let row = (node.weight * scale).max(ROW_PX);
                node.height = if node.weight > 0.0 {
                    (node.weight * scale).max(1.0)
                } else {
                    HATCH_PX
                };
                node.top = y + (row - node.height) / 2.0;
                y += row + gap;
            }
        }
        for (hop, bands) in self.hops.iter_mut().enumerate() {
            for side in 0..2 {
                for (number, node) in self.columns[hop + side].iter().enumerate() {
                    let mut y = node.top;
                    for band in bands.iter_mut().filter(|band| band.ends[side] == number) {
                        band.tops[side] = y;
                        y += band.weights[0] * scale;
                    }
                }
            }
            for band in bands {
                for part in 0..2 {
                    // What is there is seen, however thin it is.
                    let least = if band.weights[part] > 0.0 { 1.0 } else { 0.0 };
                    band.heights[part] = (band.weights[part] * scale).max(least);
                }
            }
        }
        top + height
    }

    /// What is drawn, in reading order.
    pub(super) fn parts(&self) -> Vec<FlowPart> {
        let mut parts = Vec::new();
        for (column, nodes) in self.columns.iter().enumerate() {
            for node in nodes {
                parts.push(FlowPart {
                    name: node.name.clone(),
                    is_path: false,
                    totals: node.totals,
                });
            }
            for band in self.hops.get(column).into_iter().flatten() {
                let (from, to) = self.ends(column, band);
                parts.push(FlowPart {
                    name: format!("{} → {}", from.name, to.name),
                    is_path: from.rank == Rank::Stated && to.rank == Rank::Stated,
                    totals: band.totals,
                });
            }
        }
        parts
    }

    pub(super) fn ends(&self, hop: usize, band: &Band) -> (&Node, &Node) {
        let end = |side: usize| &self.columns[hop + side][band.ends[side]];
        (end(0), end(1))
    }
}

/// Sorts by insertion: there are few, and every use of the library's sorts brings their whole code into the page.
fn sort<T>(items: &mut [T], key: impl Fn(&T) -> usize) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && key(&items[at - 1]) > key(&items[at]) {
            items.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// The values of an axis, largest first, and the node of each code of its tree.
fn column(
    input: &ChartInput<'_>,
    axis: &Axis,
    tree: &CategoryTree,
    tables: [&CrossTable; 2],
) -> (Vec<Node>, Vec<usize>) {
    let mut found = vec![[Totals::default(); 2]; tree.nodes().len()];
    let above = |leaf: NodeCode| usize::from(tree.ancestor_at(leaf, axis.depth));
    for (part, table) in tables.into_iter().enumerate() {
        for cell in &table.cells {
            found[above(cell.codes[axis.end])][part].add(&cell.totals);
        }
    }
    let (mut stated, mut unstated) = (Vec::new(), Vec::new());
    for code in tree.codes() {
        if found[usize::from(code)][0].projects > 0 {
            let group = if tree.node(code).is_unstated() {
                &mut unstated
            } else {
                &mut stated
            };
            group.push(code);
        }
    }
    let by_value = |one: NodeCode, other: NodeCode| -> Ordering {
        let value = |code: NodeCode| found[usize::from(code)][0].value(input.measure);
        let larger = value(other).total_cmp(&value(one));
        larger.then_with(|| tree.node(one).key.cmp(&tree.node(other).key))
    };
    let mut groups = Vec::new();
    // To fold one value would save no room.
    while groups.len() < axis.most || stated.len() == 1 {
        let Some(largest) =
            (0..stated.len()).min_by(|&one, &other| by_value(stated[one], stated[other]))
        else {
            break;
        };
        groups.push((Rank::Stated, vec![stated.swap_remove(largest)]));
    }
    groups.push((Rank::Rest, stated));
    groups.push((Rank::Unstated, unstated));

    let mut nodes = Vec::new();
    let mut node_of = vec![0; found.len()];
    for (rank, codes) in groups {
        let Some(&first) = codes.first() else {
            continue;
        };
        let mut totals = [Totals::default(); 2];
        for &code in &codes {
            let code = usize::from(code);
            for part in 0..2 {
                totals[part].add(&found[code][part]);
            }
            node_of[code] = nodes.len();
        }
        let say = |message: LaterMessage| describe::say(input, &message);
        let (theme, many, top) = (input.theme, codes.len() as u64, tree.ancestor_at(first, 0));
        let value = tree.node(first);
        let (key, name, color) = match rank {
            Rank::Stated => {
                let color = if axis.field == CategoryField::Industry {
                    theme.sector(&tree.node(top).key)
                } else {
                    theme.muted_ink
                };
                (Rc::clone(&value.key), describe::name(input, value), color)
            }
            // No key of a value has a star.
            Rank::Rest => {
                let name = say(Message::Others(describe::noun(axis.field), many).into());
                ("*rest".into(), name, theme.neutral)
            }
            Rank::Unstated => (
                "*unstated".into(),
                say(Message::NotStated.into()),
                theme.neutral,
            ),
        };
        let picks = input.filters.picks(axis.field);
        let path = std::iter::successors(Some(first), |&code| tree.node(code).parent);
        nodes.push(Node {
            key,
            label: match rank {
                Rank::Rest => say(LaterMessage::FlowRest(many)),
                Rank::Stated | Rank::Unstated => name.clone(),
            },
            name,
            rank,
            color,
            pick: (many == 1).then(|| (axis.field, Rc::clone(&value.key))),
            is_picked: many == 1
                && path
                    .into_iter()
                    .any(|code| picks.contains(&tree.node(code).key)),
            totals,
            weight: 0.0,
            place: nodes.len(),
            top: 0.0,
            height: 0.0,
        });
    }
    for leaf in tree.codes() {
        node_of[usize::from(leaf)] = node_of[above(leaf)];
    }
    (nodes, node_of)
}

/// The bands from one column to the next, which has `width` nodes.
fn bands(
    input: &ChartInput<'_>,
    tables: [&CrossTable; 2],
    node_of: [&[usize]; 2],
    width: usize,
) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for (part, table) in tables.into_iter().enumerate() {
        for cell in &table.cells {
            let end = |side: usize| node_of[side][usize::from(cell.codes[side])];
            let at = end(0) * width + end(1);
            if at >= bands.len() {
                bands.resize(at + 1, Band::default());
            }
            bands[at].ends = [end(0), end(1)];
            bands[at].totals[part].add(&cell.totals);
        }
    }
    for band in &mut bands {
        // What is negative or no number has no width; the largest sums stay finite.
        let [shown, picked] = band.totals.map(|totals| {
            let value = totals.value(input.measure);
            if value > 0.0 { value.min(1e300) } else { 0.0 }
        });
        band.weights = [shown, picked.min(shown)];
    }
    bands.retain(|band| band.weights[0] > 0.0);
    bands
}
