//! A copy of the reader's sheet in which every doubtful cell is marked, ready to be sent back to whoever filled it in.

use rust_xlsxwriter::{Color, Format, Note, Workbook, Worksheet, XlsxError};
use rustc_hash::FxHashMap;

use super::cell::{Cell, OwnedRow};
use super::choices::Choices;
use super::receipt::Receipt;
use super::{Read, Reader};
use crate::i18n::Locale;
use crate::i18n::ledger::{ImportError, IssueKind};

/// Comments that a spreadsheet opens without trouble.
const MOST_COMMENTS: usize = 50_000;

/// Width of a column, in letters.
const WIDEST: usize = 40;

/// Reads a file again and writes the copy. Takes the bytes as [`Reader`] does.
///
/// Of a file of more than a hundred thousand rows the copy has the first hundred thousand, and after them those in
/// which something is doubtful.
pub struct Marker {
    reader: Reader,
    locale: Locale,
}

impl Marker {
    /// A copy of the file of this name as it was read with `choices`, with comments in `locale`.
    #[must_use]
    pub fn new(file_name: &str, choices: Choices, locale: Locale) -> Self {
        Self {
            reader: Reader::with(file_name, choices, MOST_COMMENTS, true),
            locale,
        }
    }

    /// Reads the next bytes of the file.
    ///
    /// # Errors
    ///
    /// Says why the file cannot be read.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), ImportError> {
        self.reader.push(bytes)
    }

    /// The workbook, once all of the file was pushed.
    ///
    /// # Errors
    ///
    /// Says why the file cannot be read.
    pub fn finish(self) -> Result<Vec<u8>, ImportError> {
        let Read { report, copy, .. } = self.reader.read_to_end()?;
        let report = report.finish();
        let opened = &report.opened;
        let name = opened
            .sheets
            .get(opened.sheet as usize)
            .map_or("Sheet1", String::as_str);
        let comments = comments(&report.receipt, self.locale);
        let header = opened.header.first..opened.header.first + opened.header.rows;
        // A name or a number of cells that no sheet has: neither comes out of a file that was read.
        write(name, &copy, &comments, &|row| header.contains(&row))
            .map_err(|_| ImportError::Damaged)
    }
}

/// What is doubtful, by row from 1 and column from 0, in words. A doubt about a row stands at its first cell.
fn comments(receipt: &Receipt, locale: Locale) -> FxHashMap<(u32, u32), String> {
    let mut comments: FxHashMap<(u32, u32), String> = FxHashMap::default();
    for group in &receipt.issues {
        for issue in &group.listed {
            let place = (issue.row, issue.column.unwrap_or(0));
            if comments.len() >= MOST_COMMENTS && !comments.contains_key(&place) {
                continue;
            }
            let comment = comments.entry(place).or_default();
            if !comment.is_empty() {
                comment.push('\n');
            }
            comment.push_str(group.kind.text(locale));
            if group.kind == IssueKind::Duplicate {
                comment.push_str(match locale {
                    Locale::Zh => "，见第 ",
                    Locale::En => ", see row ",
                });
                comment.push_str(&issue.value);
                if locale == Locale::Zh {
                    comment.push_str(" 行");
                }
            }
            comment.push('\n');
            comment.push_str(group.kind.treatment().text(locale));
        }
    }
    comments
}

fn write(
    name: &str,
    rows: &[(u32, OwnedRow)],
    comments: &FxHashMap<(u32, u32), String>,
    is_header: &dyn Fn(u32) -> bool,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(name)?;
    let formats = Formats::new();
    let mut widths: Vec<usize> = Vec::new();
    // Rows that are missing in the copy leave no gap at its end.
    let mut at = 0_u32;
    for (index, (number, row)) in rows.iter().enumerate() {
        at = if index < super::rows::MOST_COPIED {
            number - 1
        } else {
            at + 1
        };
        for (column, cell) in row.cells().into_iter().enumerate() {
            let mark = comments.get(&(*number, column as u32));
            let place = (at, column as u16);
            formats.write(sheet, place, cell, is_header(*number), mark.is_some())?;
            if let Some(comment) = mark {
                let note = Note::new(comment.as_str()).add_author_prefix(false);
                sheet.insert_note(place.0, place.1, &note)?;
            }
            if widths.len() <= column {
                widths.resize(column + 1, 0);
            }
            let wide = |letter: char| if letter.is_ascii() { 1 } else { 2 };
            let width = cell.shown().chars().take(WIDEST).map(wide).sum();
            widths[column] = widths[column].max(width);
        }
    }
    for (column, width) in widths.into_iter().enumerate() {
        sheet.set_column_width(column as u16, (width.clamp(6, WIDEST) + 2) as f64)?;
    }
    workbook.save_to_buffer()
}

struct Formats {
    plain: Format,
    header: Format,
    marked: Format,
    date: Format,
    marked_date: Format,
}

impl Formats {
    fn new() -> Self {
        let yellow = |format: Format| format.set_background_color(Color::RGB(0x00FF_E699));
        let date = Format::new().set_num_format("yyyy-mm-dd");
        Self {
            plain: Format::new(),
            header: Format::new().set_bold(),
            marked: yellow(Format::new()),
            marked_date: yellow(date.clone()),
            date,
        }
    }

    /// Writes a cell as what it is; a text is never a formula.
    fn write(
        &self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        cell: Cell<'_>,
        is_header: bool,
        is_marked: bool,
    ) -> Result<(), XlsxError> {
        let format = match (is_marked, is_header) {
            (true, _) => &self.marked,
            (false, true) => &self.header,
            (false, false) => &self.plain,
        };
        match cell {
            Cell::Empty if is_marked => sheet.write_blank(row, column, format)?,
            Cell::Empty => sheet,
            Cell::Number(number, _) if number.is_finite() => {
                sheet.write_number_with_format(row, column, number, format)?
            }
            Cell::Date(date, text) => match (date.month, date.day) {
                (Some(month), Some(day)) => {
                    let date = rust_xlsxwriter::ExcelDateTime::from_ymd(date.year, month, day)?;
                    let format = if is_marked {
                        &self.marked_date
                    } else {
                        &self.date
                    };
                    sheet.write_datetime_with_format(row, column, &date, format)?
                }
                _ => sheet.write_string_with_format(row, column, text, format)?,
            },
            Cell::Text(text) | Cell::Error(text) | Cell::Number(_, text) => {
                let end = text
                    .char_indices()
                    .nth(32_767)
                    .map_or(text.len(), |(end, _)| end);
                sheet.write_string_with_format(row, column, &text[..end], format)?
            }
        };
        Ok(())
    }
}
