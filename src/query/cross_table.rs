//! Rows in the cells of two category fields at once.
//!
//! Cells without a row are not kept: two long fields have far more cells than
//! there are projects.

use super::bit_set::BitSet;
use super::totals::Totals;
use crate::data::{CategoryField, NodeCode, ProjectTable};

/// A cell that has projects.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// A leaf of each field, in the order of the fields.
    pub codes: [NodeCode; 2],
    /// Its totals.
    pub totals: Totals,
}

/// The cells of two fields.
#[derive(Clone, Debug, PartialEq)]
pub struct CrossTable {
    /// The fields.
    pub fields: [CategoryField; 2],
    /// Ascending by codes, without empty cells.
    pub cells: Vec<Cell>,
    /// All rows, each once.
    pub total: Totals,
}

/// Groups `rows` of `table` by two fields and adds them up.
#[must_use]
pub fn cross_tabulate(
    table: &ProjectTable,
    rows: &BitSet,
    fields: [CategoryField; 2],
) -> CrossTable {
    let [first, second] = fields.map(|field| table.category(field));
    // A line of cells for each value of the first field that is met.
    let mut lines = vec![Vec::new(); first.tree().nodes().len()];
    let mut total = Totals::default();
    rows.for_each(|row| {
        let line = &mut lines[usize::from(first.codes()[row])];
        if line.is_empty() {
            line.resize(second.tree().nodes().len(), Totals::default());
        }
        line[usize::from(second.codes()[row])].add_row(table, row);
        total.add_row(table, row);
    });
    let mut cells = Vec::new();
    for (one, line) in first.tree().codes().zip(&lines) {
        for (other, &totals) in second.tree().codes().zip(line) {
            if totals.projects > 0 {
                let codes = [one, other];
                cells.push(Cell { codes, totals });
            }
        }
    }
    CrossTable {
        fields,
        cells,
        total,
    }
}
