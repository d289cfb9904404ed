//! Walking through the records of a CSV text.

use csv::StringRecord;

use super::row_issue::{Problem, RowIssue};
use crate::data::{PartialDate, decimal};

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
pub(super) struct Values<'r> {
    record: &'r StringRecord,
    positions: std::slice::Iter<'r, usize>,
}

impl<'r> Values<'r> {
    pub(super) fn next(&mut self) -> &'r str {
        let position = self.positions.next();
        position
            .and_then(|&at| self.record.get(at))
            .unwrap_or_default()
    }
}

/// Calls `each` with the values of `columns` in every record of `text`, which starts with a header row, and gives the
/// issues found. Where the header row lacks one of the columns, no record is read.
pub(super) fn each_record(
    text: &str,
    columns: &[&str],
    mut each: impl FnMut(Values<'_>, &mut Issues<'_>),
) -> Vec<RowIssue> {
    let mut records = Records::new(text);
    let Some(positions) = records.positions_of(columns) else {
        records.report();
        return records.found;
    };
    while records.advance() {
        let values = Values {
            record: &records.record,
            positions: positions.iter(),
        };
        each(
            values,
            &mut Issues {
                line: records.line,
                found: &mut records.found,
            },
        );
    }
    records.found
}

/// A text on its way through [`each_record`]: what is the same for every kind of file, compiled once.
struct Records<'t> {
    reader: csv::Reader<&'t [u8]>,
    record: StringRecord,
    /// Where `record` starts.
    line: u64,
    found: Vec<RowIssue>,
}

impl<'t> Records<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            reader: csv::Reader::from_reader(text.as_bytes()),
            record: StringRecord::new(),
            line: 1,
            found: Vec::new(),
        }
    }

    /// Where the columns stand in each record; nothing if one is missing.
    fn positions_of(&mut self, columns: &[&str]) -> Option<Vec<usize>> {
        let headers = self.reader.headers().ok()?;
        let position_of = |column: &&str| headers.iter().position(|header| header == *column);
        columns.iter().map(position_of).collect()
    }

    /// Goes to the next record; false after the last one. What is not a record is reported and left out.
    fn advance(&mut self) -> bool {
        loop {
            match self.reader.read_record(&mut self.record) {
                Ok(more) => {
                    self.line = self
                        .record
                        .position()
                        .map_or(self.line, csv::Position::line);
                    return more;
                }
                Err(error) => {
                    self.line = error.position().map_or(self.line, csv::Position::line);
                    self.report();
                }
            }
        }
    }

    fn report(&mut self) {
        self.found.push(RowIssue {
            line: self.line,
            problem: Problem::NotARecord,
        });
    }
}
