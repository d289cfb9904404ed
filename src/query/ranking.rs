//! Buckets in an order, the tail folded into "the rest".
//!
//! Takes two summaries of one category field: what the filters leave, and the
//! whole it is shown against. Nodes of one depth are ranked; those above and
//! below would count the same projects twice.

use std::cmp::Ordering;

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
    let mut shown: Vec<RankedBucket> = tree
        .codes()
        .filter(|&code| tree.is_at(code, ranking.depth))
        .map(|code| RankedBucket {
            code,
            selected: selected.of(BucketKey::Category(code)),
            whole: whole.of(BucketKey::Category(code)),
        })
        .filter(|bucket| bucket.whole.projects > 0)
        .collect();

    let key = |bucket: &RankedBucket| &tree.node(bucket.code).key;
    let larger = |one: f64, other: f64| other.total_cmp(&one);
    let by_value = |one: &RankedBucket, other: &RankedBucket| -> Ordering {
        let value = |totals: &Totals| totals.value(ranking.measure);
        larger(value(&one.selected), value(&other.selected))
            .then_with(|| larger(value(&one.whole), value(&other.whole)))
            .then_with(|| key(one).cmp(key(other)))
    };
    shown.sort_by(by_value);
    let folded = shown.split_off(ranking.top.min(shown.len()));

    match ranking.order {
        Order::Value => {}
        Order::Name => shown.sort_by(|one, other| {
            by_name(tree.node(one.code), tree.node(other.code))
                .then_with(|| key(one).cmp(key(other)))
        }),
    }
    shown.sort_by_key(|bucket| tree.node(bucket.code).is_unstated());
    Ranked {
        shown,
        rest: rest_of(&folded),
    }
}

fn rest_of(folded: &[RankedBucket]) -> Option<Rest> {
    let mut rest = Rest {
        count: folded.len(),
        ..Rest::default()
    };
    for bucket in folded {
        rest.selected.add(&bucket.selected);
        rest.whole.add(&bucket.whole);
    }
    (rest.count > 0).then_some(rest)
}
