//! What is known: an immutable table, held by column.
//!
//! [`ProjectTable`] has one column per fact about a project, all of one
//! length. Text is one string with offsets, categories are codes into a
//! [`CategoryTree`], amounts keep the unit in which they were stated beside
//! their value in the currency that is shown, dates keep their precision. A [`TableBuilder`] takes
//! rows and gives the table. [`country`] and [`industry`] hold the reference
//! lists; [`exchange_rate`] the yearly averages.
//!
//! Reading files is in `io`; grouping and filtering are in `query`.

pub mod amount;
pub mod announcement;
pub mod category;
pub mod country;
pub mod date;
pub mod decimal;
pub mod exchange_rate;
pub mod field;
pub mod indicator;
pub mod industry;
pub mod place;
pub mod project_table;
pub mod table_builder;
pub mod text_column;
pub mod vocabulary;
pub mod words;

pub use amount::{AmountBound, AmountColumn, AmountUnit, Currency, DisplayCurrency, StatedAmount};
pub use announcement::Announcement;
pub use category::{CategoryColumn, CategoryNode, CategoryTree, NodeCode};
pub use date::{DateColumn, Month, PartialDate};
pub use exchange_rate::{Conversion, ExchangeRates};
pub use field::{CategoryField, Field};
pub use indicator::Indicator;
pub use project_table::{ProjectTable, Source, SourceKind};
pub use table_builder::{ProjectRecord, TableBuilder};
pub use text_column::TextColumn;
