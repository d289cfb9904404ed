//! Walking through the records of a table that is compiled in.

use super::row_issue::{Problem, RowIssue};
use crate::data::{Columns, PartialDate, decimal};

/// Collects the issues of the record that is being read.
pub(super) struct Issues<'a> {
    line: u64,
    found: &'a mut Vec<RowIssue>,
}

impl Issues<'_> {
    pub(super) fn report(&mut self, problem: Problem) {
        self.found.push(RowIssue {
            line: self.line,
            problem,
        });
    }

    /// What `parse` makes of `value`; nothing for an empty one, nothing and an issue for an unknown one.
    pub(super) fn code<T>(
        &mut self,
        column: &'static str,
        value: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let read = parse(value);
        if read.is_none() && !value.is_empty() {
            self.report(Problem::UnknownCode {
                column,
                value: value.into(),
            });
        }
        read
    }

    /// A finite number, or nothing for an empty text.
    pub(super) fn number(&mut self, column: &'static str, value: &str) -> Option<f64> {
        let read = decimal::parse(value);
        if read.is_none() && !value.is_empty() {
            self.report(Problem::UnreadableNumber {
                column,
                value: value.into(),
            });
        }
        read
    }

    /// A whole number, or nothing for an empty text.
    pub(super) fn count(&mut self, column: &'static str, value: &str) -> Option<u32> {
        let read = value.parse().ok();
        if read.is_none() && !value.is_empty() {
            self.report(Problem::UnreadableNumber {
                column,
                value: value.into(),
            });
        }
        read
    }

    /// A date, or nothing for an empty text.
    pub(super) fn date(&mut self, column: &'static str, value: &str) -> Option<PartialDate> {
        let read = PartialDate::parse(value);
        if read.is_none() && !value.is_empty() {
            self.report(Problem::UnreadableDate {
                column,
                value: value.into(),
            });
        }
        read
    }
}

/// A struct with a text for each column that it names.
///
/// A derived `Deserialize` gives the same for ten times the bytes.
macro_rules! record {
    ($(#[$meta:meta])* struct $row:ident { $($column:ident,)+ }) => {
        $(#[$meta])*
        struct $row<'r> {
            $($column: &'r str,)+
        }

        impl<'r> $row<'r> {
            /// The names that the columns have in the header row.
            const COLUMNS: &'static [&'static str] = &[$(stringify!($column)),+];

            fn new(mut values: $crate::io::records::Values<'r>) -> Self {
                Self { $($column: values.next(),)+ }
            }
        }
    };
}
pub(super) use record;

/// The values of one record, in the order of the columns that were asked for.
pub(super) struct Values<'r>(std::vec::IntoIter<&'r str>);

impl<'r> Values<'r> {
    pub(super) fn next(&mut self) -> &'r str {
        self.0.next().unwrap_or_default()
    }
}

/// Calls `each` with the values of `columns` in every row of `text`, a table in the form of [`Columns`], and gives the
/// issues found. Where the table lacks one of the columns, no row is read.
pub(super) fn each_record<'t>(
    text: &'t str,
    columns: &[&str],
    mut each: impl FnMut(Values<'t>, &mut Issues<'_>),
) -> Vec<RowIssue> {
    let mut found = Vec::new();
    let Some(rows) = Columns::new(text).rows(columns) else {
        found.push(RowIssue {
            line: 1,
            problem: Problem::MissingColumn,
        });
        return found;
    };
    for (line, values) in (2..).zip(rows) {
        let mut issues = Issues {
            line,
            found: &mut found,
        };
        each(Values(values.into_iter()), &mut issues);
    }
    found
}
