//! The values of a field as a list of filters: which stand under which, in what order.
//!
//! The order is that of the whole table, so that no filter moves a value from
//! where the reader last saw it.

use std::cmp::Ordering;

use super::ranking::Order;
use super::sorting::sorted;
use super::summary::{BucketKey, Summary};
use crate::data::{CategoryNode, CategoryTree, NodeCode};

/// The values of a field that any project has, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ValueList {
    roots: Vec<NodeCode>,
    /// By code of the value above.
    below: Vec<Vec<NodeCode>>,
    /// Projects of the largest value at the top; at least one.
    pub most: u32,
    /// Whether any value has others below it.
    pub has_branches: bool,
    /// How many values there are.
    pub len: usize,
}

impl ValueList {
    /// Puts the values of `tree` in order, of which `whole` has the counts without any filter. What is not stated is
    /// last. `by_name` orders names where `order` asks for that.
    #[must_use]
    pub fn new(
        tree: &CategoryTree,
        whole: &Summary,
        order: Order,
        by_name: &dyn Fn(&CategoryNode, &CategoryNode) -> Ordering,
    ) -> Self {
        let projects = |code: NodeCode| whole.of(BucketKey::Category(code)).projects;
        let listed = |codes: &mut dyn Iterator<Item = NodeCode>| -> Vec<NodeCode> {
            let codes: Vec<NodeCode> = codes.filter(|&code| projects(code) > 0).collect();
            let places = sorted(codes.len(), &mut |one, other| {
                let (left, right) = (tree.node(codes[one]), tree.node(codes[other]));
                left.is_unstated()
                    .cmp(&right.is_unstated())
                    .then_with(|| match order {
                        Order::Value => projects(codes[other]).cmp(&projects(codes[one])),
                        Order::Name => by_name(left, right),
                    })
                    .then_with(|| left.key.cmp(&right.key))
            });
            places.into_iter().map(|place| codes[place]).collect()
        };
        let roots = listed(&mut tree.roots());
        let below: Vec<Vec<NodeCode>> = tree
            .nodes()
            .iter()
            .map(|node| listed(&mut node.children.iter().copied()))
            .collect();
        Self {
            most: roots.iter().map(|&code| projects(code)).fold(1, u32::max),
            has_branches: below.iter().any(|below| !below.is_empty()),
            len: roots.len() + below.iter().map(Vec::len).sum::<usize>(),
            roots,
            below,
        }
    }

    /// The values at the top.
    #[must_use]
    pub fn roots(&self) -> &[NodeCode] {
        &self.roots
    }

    /// The values below `code`.
    #[must_use]
    pub fn below(&self, code: NodeCode) -> &[NodeCode] {
        self.below.get(usize::from(code)).map_or(&[], Vec::as_slice)
    }
}
