//! Cells on their way from a file to the table.

use crate::data::PartialDate;

/// What stands in a cell. A text file has texts only; a spreadsheet tells numbers and dates apart.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Cell<'a> {
    /// Nothing.
    #[default]
    Empty,
    /// A text, not empty.
    Text(&'a str),
    /// A number, and how it reads.
    Number(f64, &'a str),
    /// A date, and how it reads.
    Date(PartialDate, &'a str),
    /// An error such as `#N/A`.
    Error(&'a str),
}

impl<'a> Cell<'a> {
    /// A cell of a text file.
    ///
    /// Inlined, so that it is made where it is kept: a processor waits for what was written in parts and is read as a whole.
    #[inline(always)]
    pub(super) fn of_text(text: &'a str) -> Self {
        // Nearly all of millions of cells begin and end with visible ASCII or an ideograph.
        match text.as_bytes() {
            [] => Self::Empty,
            [first, ..] if BEGINS_VISIBLY[usize::from(*first)] && ends_visibly(text) => {
                Self::Text(text)
            }
            _ => Self::of_other_text(text),
        }
    }

    /// A cell of a text file that may have white space at its ends, or be an error.
    fn of_other_text(text: &'a str) -> Self {
        let text = text.trim();
        if text.is_empty() {
            Self::Empty
        } else if text.starts_with('#') && ERRORS.contains(&text) {
            Self::Error(text)
        } else {
            Self::Text(unguarded(text))
        }
    }

    /// How it reads; empty for an error, which is no value.
    pub(super) fn text(self) -> &'a str {
        match self {
            Self::Empty | Self::Error(_) => "",
            Self::Text(text) | Self::Number(_, text) | Self::Date(_, text) => text,
        }
    }

    /// How it reads, errors as well.
    pub(super) fn shown(self) -> &'a str {
        match self {
            Self::Error(text) => text,
            Self::Empty | Self::Text(_) | Self::Number(..) | Self::Date(..) => self.text(),
        }
    }

    /// Whether nothing stands in it.
    pub(super) fn is_empty(self) -> bool {
        matches!(self, Self::Empty)
    }
}

/// A text without the `'` that a spreadsheet, or this page's own CSV, puts before what would be taken for a formula.
fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        Some(_) | None => text,
    }
}

/// The errors that spreadsheets show, which they write into text files as well.
const ERRORS: [&str; 8] = [
    "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!",
];

/// By the first byte of a text, whether it is certainly no white space, and neither the beginning of an error nor a guard.
const BEGINS_VISIBLY: [bool; 256] = {
    let mut begins = [false; 256];
    let mut byte = 0;
    while byte < begins.len() {
        begins[byte] = matches!(byte as u8, b'"' | b'$'..=b'&' | b'('..=b'~' | 0xe4..=0xe9);
        byte += 1;
    }
    begins
};

/// Whether `text` certainly has no white space at its end.
fn ends_visibly(text: &str) -> bool {
    matches!(text.as_bytes(), [.., b'!'..=b'~'] | [.., 0xe4..=0xe9, _, _])
}

/// A row that outlives the part of the file that it stands in.
#[derive(Clone, Debug, Default)]
pub(super) struct OwnedRow {
    text: String,
    cells: Vec<OwnedCell>,
}

#[derive(Clone, Copy, Debug)]
enum OwnedCell {
    Empty,
    Text(usize, usize),
    Number(f64, usize, usize),
    Date(PartialDate, usize, usize),
    Error(usize, usize),
}

impl OwnedRow {
    /// A copy of `cells`.
    pub(super) fn new(cells: &[Cell<'_>]) -> Self {
        let mut row = Self::default();
        for &cell in cells {
            row.push(cell);
        }
        row
    }

    /// Adds a cell at the end.
    pub(super) fn push(&mut self, cell: Cell<'_>) {
        let start = self.text.len();
        self.text.push_str(cell.shown());
        let end = self.text.len();
        self.cells.push(match cell {
            Cell::Empty => OwnedCell::Empty,
            Cell::Text(_) => OwnedCell::Text(start, end),
            Cell::Number(number, _) => OwnedCell::Number(number, start, end),
            Cell::Date(date, _) => OwnedCell::Date(date, start, end),
            Cell::Error(_) => OwnedCell::Error(start, end),
        });
    }

    /// Removes all cells and keeps their memory.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.cells.clear();
    }

    /// Cells in the row.
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// The cell at `column`; empty beyond the end.
    pub(super) fn cell(&self, column: usize) -> Cell<'_> {
        match self.cells.get(column).copied() {
            None | Some(OwnedCell::Empty) => Cell::Empty,
            Some(OwnedCell::Text(start, end)) => Cell::Text(&self.text[start..end]),
            Some(OwnedCell::Number(number, start, end)) => {
                Cell::Number(number, &self.text[start..end])
            }
            Some(OwnedCell::Date(date, start, end)) => Cell::Date(date, &self.text[start..end]),
            Some(OwnedCell::Error(start, end)) => Cell::Error(&self.text[start..end]),
        }
    }

    /// All cells.
    pub(super) fn cells(&self) -> Vec<Cell<'_>> {
        (0..self.len()).map(|column| self.cell(column)).collect()
    }
}
