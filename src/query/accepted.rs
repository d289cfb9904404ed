//! What the filter on a field accepts, by the codes of its column.
//!
//! A range of amounts cuts through buckets. Such a bucket counts as accepted or
//! not, whichever is true of more of its rows, and the others are named: the
//! rows of its edges, which are added or taken away afterwards.

use std::ops::Range;

use inward_kernel::{listed, rows_with};

use super::bit_set::BitSet;
use super::filter::{AmountRange, FilterSet, picked_leaves};
use super::tallies::Column;
use crate::data::ProjectTable;

/// What a filter accepts of a column.
#[derive(Debug)]
pub(super) struct Accepted {
    /// By code, whether it is accepted, but for the rows of edges.
    pub(super) codes: Vec<bool>,
    /// Where accepted codes begin and end.
    pub(super) runs: Vec<(usize, usize)>,
    /// Where rows that may be accepted stand in the order of amounts.
    pub(super) places: Range<usize>,
    edges: Vec<Edge>,
}

/// Rows in which the code as a whole differs from what is accepted.
#[derive(Debug)]
struct Edge {
    /// In the order of amounts.
    places: Range<usize>,
    is_accepted: bool,
}

/// The rows of edges that other filters leave.
#[derive(Debug)]
pub(super) struct EdgeRows {
    /// Accepted, of codes that are not.
    pub(super) more: Vec<u32>,
    /// Not accepted, of codes that are.
    pub(super) less: Vec<u32>,
}

impl Accepted {
    /// What is accepted where no filter is active, as far as anybody asks.
    pub(super) const NOTHING: &Self = &Self {
        codes: Vec::new(),
        runs: Vec::new(),
        places: 0..usize::MAX,
        edges: Vec::new(),
    };

    /// What the filter on the column's field accepts. Rows are taken away from a sum only where that is exact.
    pub(super) fn by(
        table: &ProjectTable,
        filters: &FilterSet,
        column: Column,
        is_exact: bool,
    ) -> Self {
        let codes = match column {
            Column::Category(field) => {
                let tree = table.category(field).tree();
                picked_leaves(filters.picks(field), tree)
                    .unwrap_or_else(|| vec![true; tree.nodes().len()])
            }
            Column::Time => {
                let dates = table.dates();
                let codes = 0..dates.codes_in_use() as u16;
                let is_in = |code| filters.period.contains(dates.of_code(code));
                codes.map(is_in).collect()
            }
            Column::Amount => return Self::by_amount(table, filters.amount, is_exact),
        };
        Self::new(codes, 0..usize::MAX, Vec::new())
    }

    fn by_amount(table: &ProjectTable, range: AmountRange, is_exact: bool) -> Self {
        let order = table.by_amount();
        let place = |bound: f64| {
            let amount = |&row: &u32| table.amount_per_project(row as usize);
            order
                .rows()
                .partition_point(|row| amount(row) < Some(bound))
        };
        let first = range.min.map_or(0, place);
        let end = range.max.map_or(order.rows().len(), place).max(first);
        let mut codes = vec![range.contains(None); order.buckets() + 2];
        let mut edges = Vec::new();
        for (bucket, accepted) in codes.iter_mut().enumerate().take(order.buckets()) {
            let rows = order.places_of(bucket);
            let part = rows.start.max(first)..rows.end.min(end);
            let is_greater = is_exact && part.len() * 2 > rows.len();
            *accepted = is_greater || part == rows;
            let differing = if *accepted {
                [rows.start..part.start, part.end..rows.end]
            } else {
                [part, 0..0]
            };
            let differing = differing.into_iter().filter(|places| !places.is_empty());
            edges.extend(differing.map(|places| Edge {
                places,
                is_accepted: !*accepted,
            }));
        }
        Self::new(codes, first..end, edges)
    }

    fn new(codes: Vec<bool>, places: Range<usize>, edges: Vec<Edge>) -> Self {
        let mut runs = Vec::new();
        let mut code = 0;
        for run in codes.chunk_by(|one, other| one == other) {
            if run[0] {
                runs.push((code, code + run.len()));
            }
            code += run.len();
        }
        Self {
            codes,
            runs,
            places,
            edges,
        }
    }

    /// Whether codes tell all: there are no rows of edges.
    pub(super) fn is_by_code(&self) -> bool {
        self.edges.is_empty()
    }

    /// The rows of edges, as far as they are in `rows`.
    pub(super) fn edge_rows(&self, table: &ProjectTable, rows: &BitSet) -> EdgeRows {
        let order = table.by_amount().rows();
        let those = |is_accepted: bool| {
            let edges = self.edges.iter();
            let edges = edges.filter(|edge| edge.is_accepted == is_accepted);
            edges
                .flat_map(|edge| listed(&order[edge.places.clone()], rows.words()))
                .collect()
        };
        EdgeRows {
            more: those(true),
            less: those(false),
        }
    }

    /// The rows that are not accepted.
    pub(super) fn rejected(&self, table: &ProjectTable, column: Column) -> BitSet {
        let rejected: Vec<bool> = self.codes.iter().map(|accepted| !accepted).collect();
        let words = rows_with(column.codes(table), &rejected);
        let mut rejected = BitSet::from_words(table.len(), words);
        for edge in &self.edges {
            for &row in &table.by_amount().rows()[edge.places.clone()] {
                rejected.set(row as usize, !edge.is_accepted);
            }
        }
        rejected
    }
}

impl EdgeRows {
    /// Those of them that are in `rows`.
    pub(super) fn within(&self, rows: &BitSet) -> Self {
        Self {
            more: listed(&self.more, rows.words()),
            less: listed(&self.less, rows.words()),
        }
    }
}
