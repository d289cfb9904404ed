//! Rows that were read apart from those before them.

use std::rc::Rc;

use super::exchange_rate::ExchangeRates;
use super::flat_table::FlatTable;
use super::project_table::ProjectTable;
use super::text_column::TextColumn;

/// The columns of some rows of a table, to be [appended](super::TableBuilder::append) to those of the rows before.
///
/// Unlike in a table, rows may stand above the leaves of a tree, dates count from the first one that there can be, and
/// amounts have no order.
#[derive(Debug)]
pub struct TablePart(pub(super) ProjectTable);

impl TablePart {
    /// Takes the part apart as a table is.
    #[must_use]
    pub fn into_flat(self) -> FlatTable {
        FlatTable::from_columns(self.0)
    }

    /// Puts a part together; `None` for what is not one.
    #[must_use]
    pub fn from_flat(flat: FlatTable, rates: Rc<ExchangeRates>) -> Option<Self> {
        flat.into_columns(rates).map(Self)
    }

    /// How many rows it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it has no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The identifiers of its rows, as they were pushed.
    #[must_use]
    pub fn ids(&self) -> &TextColumn {
        &self.0.facts.ids
    }

    /// How many projects its rows are counted as.
    pub(super) fn projects(&self) -> u64 {
        match self.0.weights() {
            Some(weights) => weights.iter().map(|&weight| u64::from(weight)).sum(),
            None => self.len() as u64,
        }
    }
}
