//! Columns of values and the bands between them: what stands where.
//!
//! Values stand where their bands cross little: from the order by value,
//! columns are sorted by barycentres in turn (Sugiyama, Tagawa and Toda,
//! "Methods for visual understanding of hierarchical system structures", IEEE
//! Transactions on Systems, Man, and Cybernetics 11, 1981), and the order with
//! the least crossing, weighed by the bands, is kept.

use std::rc::Rc;

use super::{GAP_PX, HATCH_PX, ROW_PX};
use crate::chart::describe::{self, FlowPart};
use crate::chart::scene::Color;
use crate::chart::spec::{ChartInput, Flow};
use crate::data::{CategoryField, CategoryTree, NodeCode};
use crate::i18n::Message;
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
pub(super) struct Axis {
    field: CategoryField,
    /// Of its values in their tree.
    depth: u8,
    /// The end of the cells at which its values stand.
    end: usize,
    /// Values before the folded tail.
    most: usize,
}

/// In which order values stand whatever their bands: the nameless ones last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Stated,
    Rest,
    Unstated,
}

/// A value of a column.
pub(super) struct Node {
    pub(super) key: Rc<str>,
    pub(super) name: String,
    /// What stands beside it.
    pub(super) label: String,
    rank: Rank,
    pub(super) color: Color,
    /// What a click picks; nothing where several values are folded.
    code: Option<NodeCode>,
    pub(super) totals: [Totals; 2],
    pub(super) weight: f64,
    /// Its top edge and height, in CSS pixels.
    pub(super) top: f64,
    pub(super) height: f64,
}

pub(super) struct Column<'a> {
    axis: &'static Axis,
    tree: &'a CategoryTree,
    pub(super) nodes: Vec<Node>,
    /// By code of the tree; nothing where a value has no projects.
    node_of: Vec<Option<usize>>,
}

/// From a node of a column to one of the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Band {
    pub(super) ends: [usize; 2],
    pub(super) totals: [Totals; 2],
    /// Of what is shown and of what is picked, as a share of everything shown.
    pub(super) weights: [f64; 2],
    /// Its top edge at both ends, in CSS pixels.
    pub(super) tops: [f64; 2],
    pub(super) heights: [f64; 2],
}

pub(super) struct Graph<'a> {
    pub(super) columns: [Column<'a>; 3],
    pub(super) hops: [Vec<Band>; 2],
}

impl<'a> Graph<'a> {
    pub(super) fn of(input: &ChartInput<'_>, flow: &Flow<'a>) -> Self {
        let coming = [flow.coming, flow.coming_picked];
        let going = [flow.going, flow.going_picked];
        let mut columns = [
            Column::of(input, &AXES[0], flow.countries, coming),
            Column::of(input, &AXES[1], flow.industries, coming),
            Column::of(input, &AXES[2], flow.places, going),
        ];
        let mut hops = [
            bands(input, &columns[0], &columns[1], coming),
            bands(input, &columns[1], &columns[2], going),
        ];
        let sum = |hop: &Vec<Band>| hop.iter().map(|band| band.weights[0]).sum::<f64>();
        let total = hops.iter().map(sum).fold(f64::MIN_POSITIVE, f64::max);
        for (hop, bands) in hops.iter_mut().enumerate() {
            for band in bands.iter_mut() {
                band.weights = band.weights.map(|weight| weight / total);
            }
            bands.retain(|band| band.weights[0] > 0.0);
            for side in 0..2 {
                let column = &mut columns[hop + side];
                let mut sums = vec![0.0; column.nodes.len()];
                for band in bands.iter() {
                    sums[band.ends[side]] += band.weights[0];
                }
                for (node, sum) in column.nodes.iter_mut().zip(sums) {
                    node.weight = node.weight.max(sum);
                }
            }
        }
        Self { columns, hops }
    }

    /// Puts the values of each column in the order in which bands cross least, and bands in that of their ends.
    pub(super) fn untangle(&mut self) {
        let mut places = self
            .columns
            .each_ref()
            .map(|column| (0..column.nodes.len()).collect::<Vec<_>>());
        let (mut best, mut least) = (places.clone(), self.crossing(&places));
        for _ in 0..SWEEPS {
            let before = least;
            for column in [1, 0, 2] {
                places[column] = self.by_barycentre(column, &places);
                let crossing = self.crossing(&places);
                if crossing < least {
                    (best, least) = (places.clone(), crossing);
                }
            }
            if least >= before {
                break;
            }
        }
        for (hop, bands) in self.hops.iter_mut().enumerate() {
            for band in bands.iter_mut() {
                band.ends = [0, 1].map(|side| best[hop + side][band.ends[side]]);
            }
            bands.sort_unstable_by_key(|band| band.ends);
        }
        for (column, places) in self.columns.iter_mut().zip(best) {
            let mut placed: Vec<_> = places.into_iter().zip(column.nodes.drain(..)).collect();
            placed.sort_unstable_by_key(|(place, _)| *place);
            column.nodes = placed.into_iter().map(|(_, node)| node).collect();
        }
    }

    /// The place of each node when its column is sorted by the mean place of its neighbours.
    fn by_barycentre(&self, column: usize, places: &[Vec<usize>; 3]) -> Vec<usize> {
        let nodes = &self.columns[column].nodes;
        let mut sums = vec![(0.0, 0.0); nodes.len()];
        for (hop, bands) in self.hops.iter().enumerate() {
            for side in 0..2 {
                if hop + side != column {
                    continue;
                }
                let beyond = &places[hop + 1 - side];
                for band in bands {
                    let place = (beyond[band.ends[1 - side]] as f64 + 0.5) / beyond.len() as f64;
                    let sum = &mut sums[band.ends[side]];
                    sum.0 += band.weights[0] * place;
                    sum.1 += band.weights[0];
                }
            }
        }
        let mean = |node: usize| {
            let (sum, weight) = sums[node];
            if weight > 0.0 { sum / weight } else { f64::MAX }
        };
        let mut order: Vec<usize> = (0..nodes.len()).collect();
        order.sort_by(|&one, &other| {
            let rank = nodes[one].rank.cmp(&nodes[other].rank);
            rank.then_with(|| mean(one).total_cmp(&mean(other)))
                .then_with(|| nodes[one].key.cmp(&nodes[other].key))
        });
        let mut found = vec![0; nodes.len()];
        for (place, node) in order.into_iter().enumerate() {
            found[node] = place;
        }
        found
    }

    /// How much bands cross: the product of the weights of each two that do.
    fn crossing(&self, places: &[Vec<usize>; 3]) -> f64 {
        let mut crossing = 0.0;
        for (hop, bands) in self.hops.iter().enumerate() {
            let at = |band: &Band, side: usize| places[hop + side][band.ends[side]];
            for (position, one) in bands.iter().enumerate() {
                for other in &bands[position + 1..] {
                    let [from, to] = [0, 1].map(|side| at(one, side).cmp(&at(other, side)));
                    if from.is_ne() && to == from.reverse() {
                        crossing += one.weights[0] * other.weights[0];
                    }
                }
            }
        }
        crossing
    }

    /// Gives nodes and bands their heights on one scale and their places from `top` down; returns the bottom.
    pub(super) fn place(&mut self, top: f64) -> f64 {
        let most = self.columns.iter().map(|column| column.nodes.len()).max();
        let has_bands = self.hops.iter().any(|bands| !bands.is_empty());
        let spread = if has_bands { SPREAD_PX } else { 0.0 };
        let height = most.unwrap_or(0) as f64 * (ROW_PX + GAP_PX) + spread;
        let taken = |column: &Column<'_>, scale: f64| {
            let rows = column.nodes.iter();
            rows.map(|node| (node.weight * scale).max(ROW_PX))
                .sum::<f64>()
        };
        let gaps = |column: &Column<'_>| column.nodes.len().saturating_sub(1) as f64;
        // The largest scale on which each column has room, by halving.
        let (mut scale, mut too_large) = (0.0, height);
        for _ in 0..40 {
            let middle = f64::midpoint(scale, too_large);
            let has_room =
                |column: &Column<'_>| taken(column, middle) + gaps(column) * GAP_PX <= height;
            if self.columns.iter().all(has_room) {
                scale = middle;
            } else {
                too_large = middle;
            }
        }
        for column in &mut self.columns {
            let free = height - taken(column, scale);
            let gap = (free / gaps(column).max(1.0)).min(WIDEST_GAP_PX);
            let mut y = top + (free - gap * gaps(column)) / 2.0;
            for node in &mut column.nodes {
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
            let mut next = [0, 1].map(|side| {
                let nodes = self.columns[hop + side].nodes.iter();
                nodes.map(|node| node.top).collect::<Vec<_>>()
            });
            for band in bands {
                let height = band.weights[0] * scale;
                for side in 0..2 {
                    let y = &mut next[side][band.ends[side]];
                    band.tops[side] = *y;
                    *y += height;
                }
                // What is there is seen, however thin it is.
                band.heights = [0, 1].map(|part| {
                    let least = f64::from(u8::from(band.weights[part] > 0.0));
                    (band.weights[part] * scale).max(least)
                });
            }
        }
        top + height
    }

    /// What is drawn, in reading order.
    pub(super) fn parts(&self) -> Vec<FlowPart> {
        let mut parts = Vec::new();
        for (position, column) in self.columns.iter().enumerate() {
            parts.extend(column.nodes.iter().map(|node| FlowPart {
                name: node.name.clone(),
                is_path: false,
                totals: node.totals,
            }));
            for band in self.hops.get(position).into_iter().flatten() {
                let [from, to] = self.ends(position, band);
                parts.push(FlowPart {
                    name: path_name(from, to),
                    is_path: from.rank == Rank::Stated && to.rank == Rank::Stated,
                    totals: band.totals,
                });
            }
        }
        parts
    }

    pub(super) fn ends(&self, hop: usize, band: &Band) -> [&Node; 2] {
        [0, 1].map(|side| &self.columns[hop + side].nodes[band.ends[side]])
    }
}

impl<'a> Column<'a> {
    /// The values of an axis, largest first.
    fn of(
        input: &ChartInput<'_>,
        axis: &'static Axis,
        tree: &'a CategoryTree,
        tables: [&CrossTable; 2],
    ) -> Self {
        let mut found = vec![[Totals::default(); 2]; tree.nodes().len()];
        for (part, table) in tables.into_iter().enumerate() {
            for cell in &table.cells {
                let code = tree.ancestor_at(cell.codes[axis.end], axis.depth);
                found[usize::from(code)][part].add(&cell.totals);
            }
        }
        let value = |code: NodeCode| found[usize::from(code)][0].value(input.measure);
        let mut codes: Vec<NodeCode> = tree.codes().collect();
        codes.retain(|&code| found[usize::from(code)][0].projects > 0);
        codes.sort_by(|&one, &other| {
            let larger = value(other).total_cmp(&value(one));
            larger.then_with(|| tree.node(one).key.cmp(&tree.node(other).key))
        });
        let (unstated, mut stated): (Vec<_>, Vec<_>) = codes
            .into_iter()
            .partition(|&code| tree.node(code).is_unstated());
        // To fold one value would save no room.
        let rest = if stated.len() > axis.most.saturating_add(1) {
            stated.split_off(axis.most)
        } else {
            Vec::new()
        };
        let groups = stated
            .into_iter()
            .map(|code| (Rank::Stated, vec![code]))
            .chain([(Rank::Rest, rest), (Rank::Unstated, unstated)])
            .filter(|(_, codes)| !codes.is_empty());
        let mut node_of = vec![None; found.len()];
        let mut nodes = Vec::new();
        for (rank, codes) in groups {
            let mut totals = [Totals::default(); 2];
            for &code in &codes {
                for (sum, part) in totals.iter_mut().zip(&found[usize::from(code)]) {
                    sum.add(part);
                }
                node_of[usize::from(code)] = Some(nodes.len());
            }
            let code = (codes.len() == 1).then_some(codes[0]);
            let (theme, first) = (input.theme, tree.node(codes[0]));
            let name = match rank {
                Rank::Stated => describe::name(input, first),
                Rank::Rest => {
                    let noun = describe::noun(axis.field);
                    describe::say(input, &Message::Others(noun, codes.len() as u64))
                }
                Rank::Unstated => describe::say(input, &Message::NotStated),
            };
            nodes.push(Node {
                key: match rank {
                    Rank::Stated => Rc::clone(&first.key),
                    // No key of a value has a star.
                    Rank::Rest => "*rest".into(),
                    Rank::Unstated => "*unstated".into(),
                },
                label: match rank {
                    Rank::Rest => describe::say(input, &Message::FlowRest(codes.len() as u64)),
                    Rank::Stated | Rank::Unstated => name.clone(),
                },
                name,
                color: if rank != Rank::Stated {
                    theme.neutral
                } else if axis.field == CategoryField::Industry {
                    theme.sector(&tree.node(tree.ancestor_at(codes[0], 0)).key)
                } else {
                    theme.muted_ink
                },
                rank,
                code,
                totals,
                weight: 0.0,
                top: 0.0,
                height: 0.0,
            });
        }
        Self {
            axis,
            tree,
            nodes,
            node_of,
        }
    }

    fn node_of(&self, leaf: NodeCode) -> Option<usize> {
        self.node_of[usize::from(self.tree.ancestor_at(leaf, self.axis.depth))]
    }

    /// Whether the value of a node or one above it is picked.
    pub(super) fn is_picked(&self, input: &ChartInput<'_>, node: &Node) -> bool {
        let picks = input.filters.picks(self.axis.field);
        std::iter::successors(node.code, |&code| self.tree.node(code).parent)
            .any(|code| picks.contains(&self.tree.node(code).key))
    }

    pub(super) fn pick(&self, node: &Node) -> Option<(CategoryField, Rc<str>)> {
        let key = &self.tree.node(node.code?).key;
        Some((self.axis.field, Rc::clone(key)))
    }
}

/// The bands from one column to the next, in the order of their ends.
fn bands(
    input: &ChartInput<'_>,
    from: &Column<'_>,
    to: &Column<'_>,
    tables: [&CrossTable; 2],
) -> Vec<Band> {
    let mut bands = vec![Band::default(); from.nodes.len() * to.nodes.len()];
    for (part, table) in tables.into_iter().enumerate() {
        for cell in &table.cells {
            let ends = (from.node_of(cell.codes[0]), to.node_of(cell.codes[1]));
            if let (Some(one), Some(other)) = ends {
                let band = &mut bands[one * to.nodes.len() + other];
                band.ends = [one, other];
                band.totals[part].add(&cell.totals);
            }
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
    bands
}

pub(super) fn path_name(from: &Node, to: &Node) -> String {
    format!("{} → {}", from.name, to.name)
}
