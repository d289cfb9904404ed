//! Rows in the cells of two category fields at once.
//!
//! Cells without a row are not kept: two long fields have far more cells than
//! there are projects.

use super::bit_set::BitSet;
use super::tallies::{Axes, tally_rows};
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

/// Two fields may have so many cells between them; beyond, rows are put in their cells one by one.
pub(super) const MOST_CELLS: usize = 1 << 20;

/// Groups `rows` of `table` by two fields and adds them up.
#[must_use]
pub fn cross_tabulate(
    table: &ProjectTable,
    rows: &BitSet,
    fields: [CategoryField; 2],
) -> CrossTable {
    if Axes::Two(fields).cells(table) > MOST_CELLS {
        return line_by_line(table, rows, fields);
    }
    CrossTable::new(table, fields, &tally_rows(table, rows, Axes::Two(fields)))
}

impl CrossTable {
    pub(super) fn new(
        table: &ProjectTable,
        fields: [CategoryField; 2],
        found: &[inward_kernel::Cell],
    ) -> Self {
        let [first, second] = fields.map(|field| table.category(field).tree());
        let mut cells = Vec::new();
        let mut total = Totals::default();
        let lines = found.chunks_exact(second.nodes().len().max(1));
        for (one, line) in first.codes().zip(lines) {
            for (other, cell) in second.codes().zip(line) {
                let totals = Totals::from(cell);
                if totals.projects > 0 {
                    total.add(&totals);
                    let codes = [one, other];
                    cells.push(Cell { codes, totals });
                }
            }
        }
        Self {
            fields,
            cells,
            total,
        }
    }
}

/// A line of cells for each value of the first field that is met.
fn line_by_line(table: &ProjectTable, rows: &BitSet, fields: [CategoryField; 2]) -> CrossTable {
    let [first, second] = fields.map(|field| table.category(field));
    let mut lines = vec![Vec::new(); first.tree().nodes().len()];
    rows.for_each(|row| lines[usize::from(first.codes()[row])].push(row as u32));
    let mut found = CrossTable {
        fields,
        cells: Vec::new(),
        total: Totals::default(),
    };
    let mut line = vec![Totals::default(); second.tree().nodes().len()];
    for (one, rows) in first.tree().codes().zip(&lines) {
        for &row in rows {
            line[usize::from(second.codes()[row as usize])].add_row(table, row as usize);
        }
        for (other, totals) in second.tree().codes().zip(&mut line) {
            let totals = std::mem::take(totals);
            if totals.projects > 0 {
                found.total.add(&totals);
                let codes = [one, other];
                found.cells.push(Cell { codes, totals });
            }
        }
    }
    found
}
