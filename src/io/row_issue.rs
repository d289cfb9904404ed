//! What could not be read, and where.

/// What was read of a file, and what was not.
#[derive(Clone, Debug)]
pub struct Reading<T> {
    /// All that could be read.
    pub content: T,
    /// What could not, in the order of the file.
    pub issues: Vec<RowIssue>,
}

/// A value or a whole record that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowIssue {
    /// The line of the CSV file on which the record stands; the header row is 1.
    pub line: u64,
    /// What is wrong there.
    pub problem: Problem,
}

/// Why a value could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The table lacks a column; nothing of it was read.
    MissingColumn,
    /// A code that no list knows.
    UnknownCode {
        /// The column.
        column: &'static str,
        /// The code as written.
        value: String,
    },
    /// A number that is none.
    UnreadableNumber {
        /// The column.
        column: &'static str,
        /// The number as written.
        value: String,
    },
    /// A date that no calendar has.
    UnreadableDate {
        /// The column.
        column: &'static str,
        /// The date as written.
        value: String,
    },
    /// An amount without a unit.
    AmountWithoutUnit,
}
