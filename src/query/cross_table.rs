//! Rows in the cells of two category fields at once.
//!
//! Cells without a row are not kept: two long fields have far more cells than
//! there are projects.

use std::collections::HashMap;

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
    let [first, second] = fields.map(|field| table.category(field).codes());
    let amounts = table.amounts();
    let mut found: HashMap<[NodeCode; 2], Totals> = HashMap::new();
    let mut total = Totals::default();
    rows.for_each(|row| {
        let codes = [first[row], second[row]];
        found.entry(codes).or_default().add_row(amounts, row);
        total.add_row(amounts, row);
    });
    let mut cells: Vec<Cell> = found
        .into_iter()
        .map(|(codes, totals)| Cell { codes, totals })
        .collect();
    cells.sort_unstable_by_key(|cell| cell.codes);
    CrossTable {
        fields,
        cells,
        total,
    }
}
