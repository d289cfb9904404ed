//! What is known: an immutable table, held by column.
//!
//! [`ProjectTable`] has one column per fact about a project, all of one
//! length. Text is one buffer with offsets, categories are codes into a
//! [`CategoryTree`], amounts keep the unit in which they were stated beside
//! their value in the currency that is shown, dates keep their precision. A
//! [`TableBuilder`] takes rows and gives the table, which a [`FlatTable`]
//! carries from one part of the program to another. [`country`] and [`industry`] hold the reference
//! lists; [`exchange_rate`] the yearly averages.
//!
//! Reading files is in `io`; grouping and filtering are in `query`.

pub mod amount;
pub mod amount_bin;
pub mod amount_order;
pub mod announcement;
pub mod category;
pub mod columns;
pub mod country;
pub mod date;
pub mod decimal;
pub mod exchange_rate;
pub mod field;
pub mod flat_table;
pub mod indicator;
pub mod industry;
pub mod place;
pub mod project_table;
pub mod table_builder;
pub mod table_part;
pub mod text_column;
pub mod vocabulary;
pub mod words;

pub use amount::{
    AmountBound, AmountColumn, AmountState, AmountUnit, Currency, DisplayCurrency, StatedAmount,
};
pub use amount_bin::AmountBin;
pub use amount_order::{AmountOrder, BucketCode};
pub use announcement::Announcement;
pub use category::{CategoryColumn, CategoryNode, CategoryTree, NodeCode};
pub use columns::Columns;
pub use date::{DateColumn, Month, PartialDate, TimeCode, UNDATED};
pub use exchange_rate::{Conversion, ExchangeRates};
pub use field::{CategoryField, Field};
pub use flat_table::{Buffer, FlatTable};
pub use indicator::Indicator;
pub use project_table::{ProjectTable, Source, SourceKind, UnorderedTable};
pub use table_builder::{ProjectRecord, RecordColumns, TableBuilder};
pub use table_part::TablePart;
pub use text_column::{TextColumn, TextColumnBuilder};

/// Makes room for so many rows in a column that has some.
fn reserve_for<T>(column: &mut Vec<T>, rows: usize) {
    if !column.is_empty() {
        column.reserve_exact(rows.saturating_sub(column.len()));
    }
}
