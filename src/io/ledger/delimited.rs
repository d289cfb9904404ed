//! Lines of text cut into cells: CSV, TSV and their like.
//!
//! A cell in quotation marks may hold delimiters, line ends and doubled quotation marks (RFC 4180). A quotation mark
//! inside of another cell is a letter like any other, as in a spreadsheet. One that is never closed would swallow the
//! rest of the file: such a line is read anew with its quotation marks as letters, and that is said.

use std::ops::Range;

use inward_kernel::Marks;
use memchr::memchr;

use super::cell::Cell;
use super::choices::Delimiter;

/// A cell in quotation marks longer than this was never closed.
const MOST_QUOTED: usize = 16 << 20;

/// Lines that tell what stands between their cells.
const SAMPLE_LINES: usize = 50;

/// What cuts a text into records and cells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Splitter {
    pub(super) delimiter: Delimiter,
    /// `\n`, or `\r` where a file knows no other.
    pub(super) line_end: u8,
}

/// A record of the text.
#[derive(Debug)]
pub(super) struct Record<'r> {
    pub(super) cells: &'r [Cell<'r>],
    /// Where it stands in the text, its line end left out.
    pub(super) range: Range<usize>,
    /// Whether it has a quotation mark that is never closed.
    pub(super) is_unbalanced: bool,
}

impl Splitter {
    /// Calls `each` with every record of `text` and gives how much of the text they are; a record that may go on
    /// after the end of `text` stays for the next time, unless `is_last`.
    pub(super) fn split<E>(
        &self,
        text: &str,
        is_last: bool,
        mut each: impl FnMut(Record<'_>) -> Result<(), E>,
    ) -> Result<usize, E> {
        let bytes = text.as_bytes();
        let mut cells: Vec<Cell<'_>> = Vec::new();
        let mut unescaped = Unescaped::default();
        let mut start = 0;
        loop {
            match self.records(text, &mut start, &mut cells, &mut unescaped, &mut each)? {
                Stop::End(field) => {
                    let in_quotes = matches!(field.quotes, Some(Quotes { closed: None, .. }));
                    let is_too_long = in_quotes && bytes.len() - start > MOST_QUOTED;
                    if in_quotes && (is_last || is_too_long) {
                        self.literal_line(text, &mut start, &mut cells, &mut each)?;
                        continue;
                    }
                    if is_last && start < bytes.len() {
                        match &field.quotes {
                            None => cells.push(Cell::of_text(&text[field.start..])),
                            Some(quotes) => {
                                let end = bytes.len();
                                Self::quoted_cell(text, quotes, end, &mut cells, &mut unescaped);
                            }
                        }
                        self.emit(start..bytes.len(), &cells, &mut unescaped, &mut each)?;
                        start = bytes.len();
                    }
                    return Ok(start);
                }
                Stop::Unbalanced => self.literal_line(text, &mut start, &mut cells, &mut each)?,
            }
        }
    }

    /// Whole records from `start` on, which moves to the record that was not finished.
    fn records<'t, E>(
        &self,
        text: &'t str,
        start: &mut usize,
        cells: &mut Vec<Cell<'t>>,
        unescaped: &mut Unescaped,
        each: &mut impl FnMut(Record<'_>) -> Result<(), E>,
    ) -> Result<Stop, E> {
        let bytes = text.as_bytes();
        let mut field = Field::at(*start);
        cells.clear();
        unescaped.clear();
        let mut marks = Marks::new(bytes, *start, [self.delimiter.byte(), self.line_end, b'"']);
        while let Some(places) = marks.next_places() {
            for &at in places {
                let at = at as usize;
                let byte = bytes[at];
                if byte == b'"' {
                    if !self.quotation_mark(bytes, at, &mut field) {
                        return Ok(Stop::Unbalanced);
                    }
                    continue;
                }
                match &field.quotes {
                    None => cells.push(Cell::of_text(&text[field.start..at])),
                    Some(Quotes { closed: None, .. }) => continue,
                    Some(quotes) => {
                        Self::quoted_cell(text, quotes, at, cells, unescaped);
                    }
                }
                field = Field::at(at + 1);
                if byte == self.line_end {
                    self.emit(*start..at, cells, unescaped, each)?;
                    cells.clear();
                    *start = at + 1;
                }
            }
        }
        Ok(Stop::End(field))
    }

    /// Takes in the quotation mark at `at`, which belongs to `field`; `false` where its cell cannot have been meant to be
    /// in quotation marks.
    #[inline(never)]
    fn quotation_mark(&self, bytes: &[u8], at: usize, field: &mut Field) -> bool {
        let Some(quotes) = &mut field.quotes else {
            let opens = bytes[field.start..at].iter().all(|byte| *byte == b' ');
            field.quotes = opens.then_some(Quotes {
                opened: at,
                closed: None,
                second_of_pair: None,
            });
            return true;
        };
        if quotes.closed.is_some() || quotes.second_of_pair == Some(at) {
            return true;
        }
        let next = bytes.get(at + 1);
        if next == Some(&b'"') {
            quotes.second_of_pair = Some(at + 1);
            return true;
        }
        quotes.closed = Some(at);
        let ends_well = matches!(next, None | Some(b'\r' | b'\n' | b' '))
            || next == Some(&self.delimiter.byte());
        // It opened in one line and closed where another cell opens.
        ends_well || memchr(self.line_end, &bytes[field.start..at]).is_none()
    }

    /// A cell in quotation marks that were closed, which goes up to `end`.
    fn quoted_cell<'t>(
        text: &'t str,
        quotes: &Quotes,
        end: usize,
        cells: &mut Vec<Cell<'t>>,
        unescaped: &mut Unescaped,
    ) {
        let closed = quotes.closed.unwrap_or(end);
        let inside = &text[quotes.opened + 1..closed];
        let after = text[closed + 1..end].trim_end_matches(['\r', ' ']);
        if quotes.second_of_pair.is_none() && after.is_empty() {
            cells.push(Cell::of_text(inside));
            return;
        }
        unescaped.add(cells.len(), inside, after);
        cells.push(Cell::Empty);
    }

    #[inline(always)]
    fn emit<E>(
        &self,
        range: Range<usize>,
        cells: &[Cell<'_>],
        unescaped: &mut Unescaped,
        each: &mut impl FnMut(Record<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut whole = Vec::new();
        if !unescaped.cells.is_empty() {
            whole = cells.to_vec();
            for (cell, range) in &unescaped.cells {
                whole[*cell] = Cell::of_text(&unescaped.text[range.clone()]);
            }
        }
        let cells = if whole.is_empty() { cells } else { &whole };
        each(Record {
            cells,
            range,
            is_unbalanced: false,
        })?;
        drop(whole);
        unescaped.clear();
        Ok(())
    }

    /// The line at `start` with its quotation marks as letters.
    fn literal_line<'t, E>(
        &self,
        text: &'t str,
        start: &mut usize,
        cells: &mut Vec<Cell<'t>>,
        each: &mut impl FnMut(Record<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let rest = &text[*start..];
        let end = memchr(self.line_end, rest.as_bytes()).unwrap_or(rest.len());
        cells.clear();
        cells.extend(
            rest[..end]
                .split(char::from(self.delimiter.byte()))
                .map(Cell::of_text),
        );
        let range = *start..*start + end;
        *start = (range.end + 1).min(text.len());
        each(Record {
            cells,
            range,
            is_unbalanced: true,
        })
    }
}

enum Stop {
    /// The text is over, in this field of a record or after one.
    End(Field),
    /// The record at hand has a quotation mark that is never closed.
    Unbalanced,
}

/// Where a cell stands in the text.
struct Field {
    start: usize,
    quotes: Option<Quotes>,
}

impl Field {
    fn at(start: usize) -> Self {
        Self {
            start,
            quotes: None,
        }
    }
}

/// The quotation marks of a cell.
struct Quotes {
    opened: usize,
    closed: Option<usize>,
    /// The second mark of the last pair, which stands for one.
    second_of_pair: Option<usize>,
}

/// Cells whose text does not stand in the file as it is.
#[derive(Default)]
struct Unescaped {
    text: String,
    cells: Vec<(usize, Range<usize>)>,
}

impl Unescaped {
    fn clear(&mut self) {
        self.text.clear();
        self.cells.clear();
    }

    fn add(&mut self, cell: usize, inside: &str, after: &str) {
        let start = self.text.len();
        self.text.push_str(&inside.replace("\"\"", "\""));
        self.text.push_str(after);
        self.cells.push((cell, start..self.text.len()));
    }
}

/// What stands between the cells of `sample`: the delimiter that cuts most lines into the same number of cells.
pub(super) fn find_delimiter(sample: &str, line_end: u8) -> Delimiter {
    let rated = Delimiter::ALL.map(|delimiter| {
        let splitter = Splitter {
            delimiter,
            line_end,
        };
        let mut widths: Vec<usize> = Vec::new();
        // It breaks off where enough lines were counted.
        let _ = splitter.split(sample, true, |record| {
            if record.cells.iter().any(|cell| !cell.is_empty()) {
                widths.push(record.cells.len());
            }
            if widths.len() < SAMPLE_LINES {
                Ok(())
            } else {
                Err(())
            }
        });
        let usual = widths
            .iter()
            .map(|&width| {
                (
                    widths.iter().filter(|&&other| other == width).count(),
                    width,
                )
            })
            .filter(|&(_, width)| width > 1)
            .max();
        (usual, delimiter)
    });
    rated
        .into_iter()
        .filter_map(|(usual, delimiter)| usual.map(|usual| (usual, delimiter)))
        // Of two that are as good the first one.
        .rev()
        .max_by_key(|&(usual, _)| usual)
        .map_or(Delimiter::Comma, |(_, delimiter)| delimiter)
}
