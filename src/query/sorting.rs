//! One way to sort for everything: by position.
//!
//! The standard library's sort is compiled anew for every type and comparison,
//! 3 kB in the page each time; here it is compiled once.

use std::cmp::Ordering;

/// The positions `0..count` in the order of `compare`; equal ones stay as they are.
#[must_use]
pub fn sorted(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    positions.sort_by(|&one, &other| compare(one, other));
    positions
}
