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

/// Neighbouring records of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Records<'r> {
    /// Those of one behind those of the other.
    cells: &'r [Cell<'r>],
    /// Where each record ends.
    ends: &'r [RecordEnd],
    /// Where the first one begins in the text.
    start: usize,
    /// Whether it is one with a quotation mark that is never closed.
    pub(super) is_unbalanced: bool,
}

/// Where a record ends.
#[derive(Clone, Copy, Debug)]
struct RecordEnd {
    /// In the text, its line end left out.
    at: usize,
    /// Cells up to here.
    cells: usize,
}

impl<'r> Records<'r> {
    /// The cells of each record.
    pub(super) fn rows(self) -> impl ExactSizeIterator<Item = &'r [Cell<'r>]> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let cells = &self.cells[start..end.cells];
            start = end.cells;
            cells
        })
    }

    /// Where each record stands in the text, its line end left out.
    pub(super) fn ranges(self) -> impl Iterator<Item = Range<usize>> {
        let mut start = self.start;
        self.ends.iter().map(move |end| {
            let range = start..end.at;
            start = end.at + 1;
            range
        })
    }
}

/// Cells after which the records are handed on.
const TOGETHER: usize = 8_192;

impl Splitter {
    /// Calls `each` with the records of `text`, many at a time, and gives how much of the text they are; a record that may
    /// go on after the end of `text` stays for the next time, unless `is_last`.
    pub(super) fn split<E>(
        &self,
        text: &str,
        is_last: bool,
        mut each: impl FnMut(Records<'_>) -> Result<(), E>,
    ) -> Result<usize, E> {
        let bytes = text.as_bytes();
        let mut cut = Cut::default();
        loop {
            match self.records(text, &mut cut, &mut each)? {
                Stop::End(field) => {
                    let start = cut.next;
                    let in_quotes = matches!(field.quotes, Some(Quotes { closed: None, .. }));
                    let is_too_long = in_quotes && bytes.len() - start > MOST_QUOTED;
                    if in_quotes && (is_last || is_too_long) {
                        self.literal_line(text, &mut cut, &mut each)?;
                        continue;
                    }
                    if is_last && start < bytes.len() {
                        cut.add(text, &field, bytes.len());
                        cut.end_record(bytes.len());
                    }
                    cut.hand_on(&mut each)?;
                    return Ok(cut.next.min(bytes.len()));
                }
                Stop::Unbalanced => self.literal_line(text, &mut cut, &mut each)?,
            }
        }
    }

    /// Whole records from where `cut` has come.
    fn records<'t, E>(
        &self,
        text: &'t str,
        cut: &mut Cut<'t>,
        each: &mut impl FnMut(Records<'_>) -> Result<(), E>,
    ) -> Result<Stop, E> {
        let bytes = text.as_bytes();
        let mut field = Field::at(cut.next);
        let mut marks = Marks::new(
            bytes,
            cut.next,
            [self.delimiter.byte(), self.line_end, b'"'],
        );
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
                    None => cut.cells.push(Cell::of_text(&text[field.start..at])),
                    Some(Quotes { closed: None, .. }) => continue,
                    Some(_) => cut.add(text, &field, at),
                }
                field = Field::at(at + 1);
                if byte == self.line_end {
                    cut.end_record(at);
                    if cut.cells.len() >= TOGETHER {
                        cut.hand_on(each)?;
                    }
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

    /// The line after the records so far, with its quotation marks as letters.
    fn literal_line<'t, E>(
        &self,
        text: &'t str,
        cut: &mut Cut<'t>,
        each: &mut impl FnMut(Records<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        cut.hand_on(each)?;
        let start = cut.next;
        let rest = &text[start..];
        let end = memchr(self.line_end, rest.as_bytes()).unwrap_or(rest.len());
        let cells = rest[..end].split(char::from(self.delimiter.byte()));
        let cells: Vec<Cell<'_>> = cells.map(Cell::of_text).collect();
        cut.next = (start + end + 1).min(text.len());
        cut.start = cut.next;
        each(Records {
            cells: &cells,
            ends: &[RecordEnd {
                at: start + end,
                cells: cells.len(),
            }],
            start,
            is_unbalanced: true,
        })
    }
}

/// What was cut and not handed on yet.
#[derive(Default)]
struct Cut<'t> {
    cells: Vec<Cell<'t>>,
    ends: Vec<RecordEnd>,
    /// Where the first record begins in the text.
    start: usize,
    /// Where the record begins that is not finished.
    next: usize,
    unescaped: Unescaped,
}

impl<'t> Cut<'t> {
    /// Adds the cell of `field`, which goes up to `end`; its quotation marks, if it has any, were closed.
    fn add(&mut self, text: &'t str, field: &Field, end: usize) {
        let Some(quotes) = &field.quotes else {
            self.cells.push(Cell::of_text(&text[field.start..end]));
            return;
        };
        let closed = quotes.closed.unwrap_or(end);
        let inside = &text[quotes.opened + 1..closed];
        let after = text[closed + 1..end].trim_end_matches(['\r', ' ']);
        if quotes.second_of_pair.is_none() && after.is_empty() {
            self.cells.push(Cell::of_text(inside));
            return;
        }
        self.unescaped.add(self.cells.len(), inside, after);
        self.cells.push(Cell::Empty);
    }

    /// Ends the record at hand where a line ends.
    fn end_record(&mut self, at: usize) {
        self.ends.push(RecordEnd {
            at,
            cells: self.cells.len(),
        });
        self.next = at + 1;
    }

    /// Hands the whole records on, and forgets what there is of the one that is not finished.
    fn hand_on<E>(&mut self, each: &mut impl FnMut(Records<'_>) -> Result<(), E>) -> Result<(), E> {
        let mut whole = Vec::new();
        if !self.unescaped.cells.is_empty() {
            whole.clone_from(&self.cells);
            for (cell, range) in &self.unescaped.cells {
                whole[*cell] = Cell::of_text(&self.unescaped.text[range.clone()]);
            }
        }
        if !self.ends.is_empty() {
            each(Records {
                cells: if whole.is_empty() {
                    &self.cells
                } else {
                    &whole
                },
                ends: &self.ends,
                start: self.start,
                is_unbalanced: false,
            })?;
        }
        self.cells.clear();
        self.ends.clear();
        self.unescaped.clear();
        self.start = self.next;
        Ok(())
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
        let _ = splitter.split(sample, true, |records| {
            let filled = records
                .rows()
                .filter(|cells| cells.iter().any(|cell| !cell.is_empty()));
            widths.extend(filled.map(<[Cell<'_>]>::len));
            if widths.len() < SAMPLE_LINES {
                Ok(())
            } else {
                Err(())
            }
        });
        widths.truncate(SAMPLE_LINES);
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
