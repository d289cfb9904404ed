//! What rows add up to by the codes of their columns: what every view is made of.
//!
//! A summary by year, a histogram, a table of two fields: each is a tally of
//! one or two columns, put together as the view wants it.

use inward_kernel::{Axis, Cell, Measures, Tally, grid, tally};

use super::bit_set::BitSet;
use super::totals::Totals;
use crate::data::{CategoryField, Field, ProjectTable};

/// A column of codes that rows are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// Leaves of a tree.
    Category(CategoryField),
    /// Months, years, and no date.
    Time,
    /// Buckets of amounts, and two for those that have none.
    Amount,
}

impl Column {
    /// The field whose filter is a choice of codes of this column.
    pub(super) const fn field(self) -> Field {
        match self {
            Self::Category(field) => Field::Category(field),
            Self::Time => Field::Period,
            Self::Amount => Field::Amount,
        }
    }

    /// The code of each row.
    pub(super) fn codes(self, table: &ProjectTable) -> &[u16] {
        match self {
            Self::Category(field) => table.category(field).codes(),
            Self::Time => table.dates().codes(),
            Self::Amount => table.by_amount().codes(),
        }
    }

    /// How many codes there are.
    pub(super) fn count(self, table: &ProjectTable) -> usize {
        match self {
            Self::Category(field) => table.category(field).tree().nodes().len(),
            Self::Time => table.dates().codes_in_use(),
            Self::Amount => table.by_amount().buckets() + 2,
        }
    }
}

/// By what rows are added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Axes {
    /// By one column.
    One(Column),
    /// By two fields, the codes of the second beside each other.
    Two([CategoryField; 2]),
}

impl Axes {
    /// The columns; the last one's codes are beside each other.
    pub(super) fn columns(self) -> impl DoubleEndedIterator<Item = Column> {
        let columns = match self {
            Self::One(column) => [Some(column), None],
            Self::Two(fields) => fields.map(|field| Some(Column::Category(field))),
        };
        columns.into_iter().flatten()
    }

    /// How many cells there are; as many as can be counted where there are more.
    pub(super) fn cells(self, table: &ProjectTable) -> usize {
        let counts = self.columns().map(|column| column.count(table));
        counts.fold(1, usize::saturating_mul)
    }

    /// The columns as the loops over the rows take them.
    pub(super) fn of(self, table: &ProjectTable) -> Vec<Axis<'_>> {
        let mut stride = 1;
        let axis = |column: Column| {
            let codes = column.codes(table);
            let axis = Axis { codes, stride };
            stride *= column.count(table);
            axis
        };
        self.columns().rev().map(axis).collect()
    }

    /// How far apart the cells of a column's codes are.
    pub(super) fn stride(self, table: &ProjectTable, column: Column) -> usize {
        let beside = self.columns().rev().take_while(|&other| other != column);
        beside.map(|other| other.count(table)).product()
    }
}

/// Adds up `rows` of `table`.
pub(super) fn tally_rows(table: &ProjectTable, rows: &BitSet, axes: Axes) -> Vec<Cell> {
    let by_axes = Tally {
        words: rows.words(),
        axes: axes.of(table),
        cells: axes.cells(table),
    };
    let found = tally(measures(table), &[by_axes]);
    found.into_iter().next().unwrap_or_default()
}

/// What `rows` of `table` add up to by codes that are no column of it: below `count`, one for each row.
#[must_use]
pub fn totals_by(table: &ProjectTable, rows: &BitSet, codes: &[u16], count: usize) -> Vec<Totals> {
    let by_codes = Tally {
        words: rows.words(),
        axes: vec![Axis { codes, stride: 1 }],
        cells: count,
    };
    let found = tally(measures(table), &[by_codes]);
    found.iter().flatten().map(Totals::from).collect()
}

/// How many projects stand in each of `count` cells: of `rows` those that are `chosen`, and the others. There is a cell for
/// each row of `table`.
#[must_use]
pub fn projects_in_cells(
    table: &ProjectTable,
    rows: &BitSet,
    chosen: &BitSet,
    cells: &[u32],
    count: usize,
) -> Vec<[u32; 2]> {
    let (rows, chosen) = (rows.words(), chosen.words());
    grid::count_in_cells(rows, chosen, cells, table.weights(), count)
}

/// What each row counts.
pub(super) fn measures(table: &ProjectTable) -> Measures<'_> {
    Measures {
        states: table.amounts().states(),
        amounts: table.amounts().values(),
        weights: table.weights(),
    }
}

impl From<&Cell> for Totals {
    fn from(cell: &Cell) -> Self {
        let [exact, inexact, unconverted, undisclosed] = cell.counts;
        Self {
            projects: exact + inexact + unconverted + undisclosed,
            disclosed: exact + inexact,
            unconverted,
            inexact,
            amount: cell.amount,
        }
    }
}
