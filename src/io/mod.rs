//! Bytes in, tables out.
//!
//! A reader of one kind of file each: [`projects_csv`], [`announcements_csv`],
//! [`indicators_csv`], [`exchange_rates_csv`]. Each gives what it could read
//! and a list of [`RowIssue`]s for the rest: a value that cannot be read
//! counts as not stated, a record that is not CSV is left out.
//! [`embedded`] holds the tables that are compiled in.
//!
//! [`ledger`] reads the reader's own file, of any kind.
//!
//! [`export_chart`] goes the other way: a chart as a picture or a table.
//! [`export_rows`] gives the listed projects as typed cells: as CSV, or as a
//! [`cell_stream`] of which the worker makes a workbook.
//!
//! What the values mean is in `data`; wording an issue is for `i18n`.

pub mod announcements_csv;
pub mod cell_stream;
pub mod embed_code;
pub mod embedded;
pub mod exchange_rates_csv;
pub mod export_chart;
pub mod export_rows;
pub mod indicators_csv;
pub mod ledger;
pub mod projects_csv;
mod records;
mod row_issue;
pub mod template;
pub mod workbook;

pub use embedded::EmbeddedTables;
pub use row_issue::{Problem, Reading, RowIssue};
