//! Buckets in an order, the tail folded into "the rest".
//!
//! Takes two summaries of one category field: what the filters leave, and the
//! whole it is shown against. Nodes of one depth are ranked; those above and
//! below would count the same projects twice.

use std::cmp::Ordering;

use super::sorting::sorted;
use super::summary::{BucketKey, Summary};
use super::totals::{Measure, Totals};
use crate::data::{CategoryNode, CategoryTree, NodeCode};

/// In which order the shown buckets stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// Largest first.
    #[default]
    Value,
    /// By name, as the reader's language orders names.
    Name,
}

/// How to rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ranking {
    /// What is compared.
    pub measure: Measure,
    /// In which order the shown ones stand. Which are shown is always a matter of value.
    pub order: Order,
    /// How many are shown at most.
    pub top: usize,
    /// At which depth of the tree, the top being 0; a leaf above it counts as being there.
    pub depth: u8,
}

/// A node with its totals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankedBucket {
    /// The node.
    pub code: NodeCode,
    /// What the filters leave.
    pub selected: Totals,
    /// The whole.
    pub whole: Totals,
}

/// All nodes that are not shown, as one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rest {
    /// How many nodes.
    pub count: usize,
    /// What the filters leave of them.
    pub selected: Totals,
    /// The whole of them.
    pub whole: Totals,
}

/// Nodes in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranked {
    /// The shown ones; "not stated" last, if among them.
    pub shown: Vec<RankedBucket>,
    /// The others; `None` where all are shown.
    pub rest: Option<Rest>,
}

/// Ranks the nodes of `tree` at one depth that have projects in the whole.
///
/// `by_name` orders names where the ranking asks for that. Largest selected value first, then largest whole value, then by key.
#[must_use]
pub fn rank(
    tree: &CategoryTree,
    selected: &Summary,
    whole: &Summary,
    ranking: &Ranking,
    by_name: &dyn Fn(&CategoryNode, &CategoryNode) -> Ordering,
) -> Ranked {
    let all: Vec<RankedBucket> = tree
        .codes()
        .filter(|&code| tree.is_at(code, ranking.depth))
        .map(|code| RankedBucket {
            code,
            selected: selected.of(BucketKey::Category(code)),
            whole: whole.of(BucketKey::Category(code)),
        })
        .filter(|bucket| bucket.whole.projects > 0)
        .collect();

    let node = |bucket: &RankedBucket| tree.node(bucket.code);
    let larger = |one: &Totals, other: &Totals| {
        let value = |totals: &Totals| totals.value(ranking.measure);
        value(other).total_cmp(&value(one))
    };
    let by_value = sorted(all.len(), &mut |one, other| {
        let (one, other) = (&all[one], &all[other]);
        larger(&one.selected, &other.selected)
            .then_with(|| larger(&one.whole, &other.whole))
            .then_with(|| node(one).key.cmp(&node(other).key))
    });
    let (top, folded) = by_value.split_at(ranking.top.min(by_value.len()));
    let order = sorted(top.len(), &mut |one, other| {
        let (one, other) = (&all[top[one]], &all[top[other]]);
        let unstated = |bucket| node(bucket).is_unstated();
        unstated(one)
            .cmp(&unstated(other))
            .then_with(|| match ranking.order {
                Order::Value => Ordering::Equal,
                Order::Name => by_name(node(one), node(other))
                    .then_with(|| node(one).key.cmp(&node(other).key)),
            })
    });
    let shown = order.into_iter().map(|place| all[top[place]]).collect();
    Ranked {
        shown,
        rest: rest_of(folded.iter().map(|&place| &all[place])),
    }
}

fn rest_of<'a>(folded: impl Iterator<Item = &'a RankedBucket>) -> Option<Rest> {
    let mut rest = Rest::default();
    for bucket in folded {
        rest.count += 1;
        rest.selected.add(&bucket.selected);
        rest.whole.add(&bucket.whole);
    }
    (rest.count > 0).then_some(rest)
}
