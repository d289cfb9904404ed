//! Walking through the records of a CSV text.

use csv::StringRecord;
use serde::Deserialize;

use super::row_issue::{Problem, RowIssue};
use crate::data::PartialDate;

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
        let read = value.parse().ok().filter(|number: &f64| number.is_finite());
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

/// Calls `each` with every record of `text`, which starts with a header row, and gives the issues found.
///
/// `R` is the record with borrowed texts: `each_record::<Row<'_>>` would fix one lifetime for all records,
/// so the raw record comes in and [`record_as`] turns it into a row.
pub(super) fn each_record(
    text: &str,
    mut each: impl FnMut(&StringRecord, &StringRecord, &mut Issues<'_>),
) -> Vec<RowIssue> {
    let mut found = Vec::new();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let Ok(headers) = reader.headers().cloned() else {
        return vec![RowIssue {
            line: 1,
            problem: Problem::NotARecord,
        }];
    };
    let mut line = 1;
    for record in reader.records() {
        match record {
            Ok(record) => {
                line = record.position().map_or(line, csv::Position::line);
                each(
                    &headers,
                    &record,
                    &mut Issues {
                        line,
                        found: &mut found,
                    },
                );
            }
            Err(error) => {
                line = error.position().map_or(line, csv::Position::line);
                found.push(RowIssue {
                    line,
                    problem: Problem::NotARecord,
                });
            }
        }
    }
    found
}

/// The record's fields by column name, or nothing and an issue where a column is missing.
pub(super) fn record_as<'r, R: Deserialize<'r>>(
    headers: &'r StringRecord,
    record: &'r StringRecord,
    issues: &mut Issues<'_>,
) -> Option<R> {
    let read = record.deserialize(Some(headers)).ok();
    if read.is_none() {
        issues.report(Problem::NotARecord);
    }
    read
}
