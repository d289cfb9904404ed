//! Bytes in, tables out.
//!
//! A reader of one kind of table each: [`projects`], [`announcements`],
//! [`indicators`], [`exchange_rates`]. Each gives what it could read and a
//! list of [`RowIssue`]s for the rest: a value that cannot be read counts as
//! not stated. [`embedded`] holds the tables that are compiled in.
//!
//! [`ledger`] reads the reader's own file, of any kind.
//!
//! [`export_chart`] goes the other way: a chart as a picture or a table.
//! [`export_rows`] gives the listed projects as typed cells: as CSV, or as a
//! [`cell_stream`] of which the worker makes a workbook.
//!
//! What the values mean is in `data`; wording an issue is for `i18n`.

pub mod announcements;
pub mod cell_stream;
pub mod embed_code;
pub mod embedded;
pub mod exchange_rates;
pub mod export_chart;
pub mod export_rows;
pub mod indicators;
pub mod ledger;
pub mod projects;
mod records;
mod row_issue;
pub mod template;
pub mod workbook;

pub use embedded::EmbeddedTables;
pub use row_issue::{Problem, Reading, RowIssue};
