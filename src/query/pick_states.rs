//! How much of each value is picked, and the picks turned over.

use std::rc::Rc;

use super::filter::picked_leaves;
use super::picks::Picks;
use crate::data::{CategoryTree, NodeCode};

/// How much of a value is picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickState {
    /// Nothing of it.
    None,
    /// Some of what is below it.
    Part,
    /// All of it.
    Whole,
}

/// How much of each node of `tree` is picked, by code.
#[must_use]
pub fn pick_states(picks: &Picks, tree: &CategoryTree) -> Vec<PickState> {
    let nodes = tree.nodes();
    let Some(picked) = picked_leaves(picks, tree) else {
        return vec![PickState::None; nodes.len()];
    };
    // Leaves below each node, and how many of them are picked.
    let mut leaves = vec![(0_u32, 0_u32); nodes.len()];
    // A node is made after the one above it, so that going backwards meets all children first.
    for (code, node) in nodes.iter().enumerate().rev() {
        if node.is_leaf() {
            leaves[code] = (1, u32::from(picked[code]));
        }
        if let Some(parent) = node.parent {
            let (all, some) = leaves[code];
            let above = &mut leaves[usize::from(parent)];
            *above = (above.0 + all, above.1 + some);
        }
    }
    let state = |(all, some): (u32, u32)| match some {
        0 => PickState::None,
        _ if some == all => PickState::Whole,
        _ => PickState::Part,
    };
    leaves.into_iter().map(state).collect()
}

/// What is not picked, of the nodes for which `is_listed` holds; a node whose children would all be picked stands for them.
#[must_use]
pub fn inverted(picks: &Picks, tree: &CategoryTree, is_listed: &dyn Fn(NodeCode) -> bool) -> Picks {
    let states = pick_states(picks, tree);
    let mut next = Picks::new();
    let mut waiting: Vec<NodeCode> = tree.roots().collect();
    while let Some(code) = waiting.pop() {
        let node = tree.node(code);
        match states[usize::from(code)] {
            PickState::None if is_listed(code) => next.insert(Rc::clone(&node.key)),
            PickState::Part => waiting.extend(&node.children),
            PickState::None | PickState::Whole => {}
        }
    }
    next
}
