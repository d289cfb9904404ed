//! Typed cells as bytes, on their way from the page to the worker that makes a workbook of them.
//!
//! One byte says what follows; a text is its length and its bytes. A page with
//! a million rows can hand them over piece by piece, and neither side keeps a
//! value for each cell.

use crate::data::PartialDate;

/// Takes cells row by row.
pub trait CellSink {
    /// A cell of text.
    fn text(&mut self, text: &str);
    /// A cell with a number.
    fn number(&mut self, number: f64);
    /// A cell with a date as precise as it is.
    fn date(&mut self, date: PartialDate);
    /// A cell with an address to link to.
    fn link(&mut self, address: &str);
    /// A cell without anything.
    fn empty(&mut self);
    /// The end of a row.
    fn end_row(&mut self);

    /// A cell of text, or nothing where it is empty.
    fn text_or_empty(&mut self, text: &str) {
        if text.is_empty() {
            self.empty();
        } else {
            self.text(text);
        }
    }
}

/// What a stream says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Item<'a> {
    /// A new sheet of this name begins.
    Sheet(&'a str),
    /// The next column of the sheet is so many characters wide.
    Width(f64),
    /// A cell that heads a column.
    Heading(&'a str),
    /// A cell of text.
    Text(&'a str),
    /// A cell with a number.
    Number(f64),
    /// A cell with a date.
    Date(PartialDate),
    /// A cell with an address to link to.
    Link(&'a str),
    /// Cells of the column just headed are chosen from a list: a range such as `Values!$A$2:$A$9`.
    Choice(&'a str),
    /// A cell without anything.
    Empty,
    /// The end of a row.
    EndRow,
}

/// Writes a stream.
#[derive(Clone, Debug, Default)]
pub struct CellWriter {
    bytes: Vec<u8>,
}

impl CellWriter {
    /// Begins a sheet.
    pub fn sheet(&mut self, name: &str) {
        self.put_text(Code::Sheet, name);
    }

    /// Gives the next column of the sheet its width in characters.
    pub fn width(&mut self, characters: f64) {
        self.put_number(Code::Width, characters);
    }

    /// A cell that heads a column.
    pub fn heading(&mut self, text: &str) {
        self.put_text(Code::Heading, text);
    }

    /// Lets the cells of the column just headed be chosen from `range`, without forbidding others.
    pub fn choice(&mut self, range: &str) {
        self.put_text(Code::Choice, range);
    }

    /// What was written since the last time.
    #[must_use]
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.bytes)
    }

    fn put(&mut self, code: Code) {
        self.bytes.push(code as u8);
    }

    fn put_text(&mut self, code: Code, text: &str) {
        self.put(code);
        self.bytes.extend((text.len() as u32).to_le_bytes());
        self.bytes.extend(text.as_bytes());
    }

    fn put_number(&mut self, code: Code, number: f64) {
        self.put(code);
        self.bytes.extend(number.to_le_bytes());
    }
}

impl CellSink for CellWriter {
    fn text(&mut self, text: &str) {
        self.put_text(Code::Text, text);
    }

    fn number(&mut self, number: f64) {
        self.put_number(Code::Number, number);
    }

    fn date(&mut self, date: PartialDate) {
        self.put(Code::Date);
        self.bytes.extend(date.year.to_le_bytes());
        self.bytes.push(date.month.unwrap_or(0));
        self.bytes.push(date.day.unwrap_or(0));
    }

    fn link(&mut self, address: &str) {
        self.put_text(Code::Link, address);
    }

    fn empty(&mut self) {
        self.put(Code::Empty);
    }

    fn end_row(&mut self) {
        self.put(Code::EndRow);
    }
}

/// What stands before each item.
#[derive(Clone, Copy)]
enum Code {
    Sheet,
    Width,
    Heading,
    Text,
    Number,
    Date,
    Link,
    Choice,
    Empty,
    EndRow,
}

impl Code {
    /// Every one, by number.
    const ALL: [Self; 10] = [
        Self::Sheet,
        Self::Width,
        Self::Heading,
        Self::Text,
        Self::Number,
        Self::Date,
        Self::Link,
        Self::Choice,
        Self::Empty,
        Self::EndRow,
    ];
}

/// The items of a stream. Ends where the bytes hold no further whole item, as at the end of a piece.
#[derive(Clone, Debug)]
pub struct Items<'a> {
    rest: &'a [u8],
}

impl<'a> Items<'a> {
    /// Reads `bytes`.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// What follows the last item that was whole.
    #[must_use]
    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }

    fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(*first)
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = u32::from_le_bytes(self.bytes()?) as usize;
        let (text, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        std::str::from_utf8(text).ok()
    }

    fn number(&mut self) -> Option<f64> {
        self.bytes().map(f64::from_le_bytes)
    }

    fn date(&mut self) -> Option<PartialDate> {
        let year = u16::from_le_bytes(self.bytes()?);
        let [month, day] = self.bytes()?;
        Some(PartialDate {
            year,
            month: (month != 0).then_some(month),
            day: (day != 0).then_some(day),
        })
    }
}

impl<'a> Items<'a> {
    fn item(&mut self) -> Option<Item<'a>> {
        let [code] = self.bytes()?;
        Some(match Code::ALL.get(usize::from(code))? {
            Code::Sheet => Item::Sheet(self.text()?),
            Code::Width => Item::Width(self.number()?),
            Code::Heading => Item::Heading(self.text()?),
            Code::Text => Item::Text(self.text()?),
            Code::Number => Item::Number(self.number()?),
            Code::Date => Item::Date(self.date()?),
            Code::Link => Item::Link(self.text()?),
            Code::Choice => Item::Choice(self.text()?),
            Code::Empty => Item::Empty,
            Code::EndRow => Item::EndRow,
        })
    }
}

impl<'a> Iterator for Items<'a> {
    type Item = Item<'a>;

    fn next(&mut self) -> Option<Item<'a>> {
        let before = self.rest;
        let item = self.item();
        if item.is_none() {
            self.rest = before;
        }
        item
    }
}
