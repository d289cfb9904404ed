//! An XLSX workbook of typed cells.
//!
//! Runs in the worker: the library that writes workbooks is heavier than the
//! whole page. Text is always written as text, whatever it begins with.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Formula, Url, Workbook, Worksheet, XlsxError,
};

use super::cell_stream::{Item, Items};
use crate::data::PartialDate;

/// More addresses than this are no links in a sheet that Excel opens.
const MOST_LINKS: usize = 60_000;

/// More characters than this do not fit into a cell, nor more than that into an address.
const MOST_CHARACTERS: usize = 32_767;
const LONGEST_ADDRESS: usize = 2_080;

/// A column to fill in offers its choices down to this row.
const LAST_ROW_OF_CHOICE: u32 = 5_000;

/// The workbook could not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotWritten;

impl From<XlsxError> for NotWritten {
    fn from(_: XlsxError) -> Self {
        Self
    }
}

/// Makes a workbook of a stream that arrives in pieces.
pub struct WorkbookWriter {
    workbook: Workbook,
    sheet: Option<Sheet>,
    formats: Formats,
    /// The beginning of an item whose end is in the next piece.
    begun: Vec<u8>,
}

/// The sheet that is being written, and where.
struct Sheet {
    worksheet: Worksheet,
    row: u32,
    column: u16,
    widths: u16,
    links: usize,
    /// Columns of the first row where it holds headings only.
    headed: u16,
}

struct Formats {
    heading: Format,
    date: Format,
    text: Format,
}

impl Default for WorkbookWriter {
    fn default() -> Self {
        Self {
            workbook: Workbook::new(),
            sheet: None,
            begun: Vec::new(),
            formats: Formats {
                heading: Format::new()
                    .set_bold()
                    .set_text_wrap()
                    .set_align(FormatAlign::Top)
                    .set_background_color(Color::RGB(0x00E3_EEFA))
                    .set_border_bottom(FormatBorder::Thin),
                date: Format::new().set_num_format("yyyy-mm-dd"),
                // As text also for whoever edits the cell, so that nothing becomes a formula later.
                text: Format::new().set_num_format("@"),
            },
        }
    }
}

impl WorkbookWriter {
    /// Writes the items of a piece, which may end within an item.
    ///
    /// # Errors
    ///
    /// [`NotWritten`] where a sheet is full or has no name.
    pub fn write(&mut self, piece: &[u8]) -> Result<(), NotWritten> {
        let mut bytes = std::mem::take(&mut self.begun);
        bytes.extend_from_slice(piece);
        let mut items = Items::new(&bytes);
        for item in items.by_ref() {
            self.write_item(item)?;
        }
        self.begun = items.rest().to_vec();
        Ok(())
    }

    /// The file.
    ///
    /// # Errors
    ///
    /// [`NotWritten`] where the last item is not whole, or the library finds fault with a sheet.
    pub fn finish(mut self) -> Result<Vec<u8>, NotWritten> {
        if !self.begun.is_empty() {
            return Err(NotWritten);
        }
        self.end_sheet()?;
        Ok(self.workbook.save_to_buffer()?)
    }

    fn write_item(&mut self, item: Item<'_>) -> Result<(), NotWritten> {
        if let Item::Sheet(name) = item {
            self.end_sheet()?;
            let mut worksheet = Worksheet::new();
            worksheet.set_name(name)?;
            self.sheet = Some(Sheet {
                worksheet,
                row: 0,
                column: 0,
                widths: 0,
                links: 0,
                headed: 0,
            });
            return Ok(());
        }
        let sheet = self.sheet.as_mut().ok_or(NotWritten)?;
        sheet.write(item, &self.formats)
    }

    fn end_sheet(&mut self) -> Result<(), NotWritten> {
        let Some(mut sheet) = self.sheet.take() else {
            return Ok(());
        };
        if sheet.headed > 0 {
            sheet.worksheet.set_freeze_panes(1, 0)?;
            let last_row = sheet.row.saturating_sub(1).max(1);
            sheet
                .worksheet
                .autofilter(0, 0, last_row, sheet.headed - 1)?;
        }
        self.workbook.push_worksheet(sheet.worksheet);
        Ok(())
    }
}

impl Sheet {
    fn write(&mut self, item: Item<'_>, formats: &Formats) -> Result<(), NotWritten> {
        let (row, column) = (self.row, self.column);
        match item {
            Item::Sheet(_) => {}
            Item::Width(characters) => {
                self.worksheet.set_column_width(self.widths, characters)?;
                self.widths += 1;
                return Ok(());
            }
            Item::EndRow => {
                self.row += 1;
                self.column = 0;
                return Ok(());
            }
            Item::Choice(range) => {
                let choice = DataValidation::new()
                    .allow_list_formula(Formula::new(range))
                    .ignore_blank(true)
                    .set_error_style(DataValidationErrorStyle::Information);
                let headed = column.saturating_sub(1);
                self.worksheet.add_data_validation(
                    1,
                    headed,
                    LAST_ROW_OF_CHOICE,
                    headed,
                    &choice,
                )?;
                return Ok(());
            }
            Item::Heading(text) => {
                if row == 0 && column == self.headed {
                    self.headed += 1;
                }
                self.worksheet.write_string_with_format(
                    row,
                    column,
                    cut(text),
                    &formats.heading,
                )?;
            }
            Item::Text(text) => {
                if row == 0 {
                    self.headed = 0;
                }
                self.worksheet
                    .write_string_with_format(row, column, cut(text), &formats.text)?;
            }
            Item::Number(number) => {
                self.worksheet.write_number(row, column, number)?;
            }
            Item::Date(date) => self.write_date(date, formats)?,
            Item::Link(address) if self.links < MOST_LINKS && address.len() < LONGEST_ADDRESS => {
                self.links += 1;
                self.worksheet.write_url(row, column, Url::new(address))?;
            }
            Item::Link(address) => {
                self.worksheet.write_string_with_format(
                    row,
                    column,
                    cut(address),
                    &formats.text,
                )?;
            }
            Item::Empty => {}
        }
        self.column += 1;
        Ok(())
    }

    /// A day as a date; a year or a month as text, since a spreadsheet has no date of that kind, nor any before 1900.
    fn write_date(&mut self, date: PartialDate, formats: &Formats) -> Result<(), NotWritten> {
        let (row, column) = (self.row, self.column);
        match (date.month, date.day) {
            (Some(month), Some(day)) if date.year >= 1900 => {
                let date = ExcelDateTime::from_ymd(date.year, month, day)?;
                self.worksheet
                    .write_datetime_with_format(row, column, &date, &formats.date)?;
            }
            (Some(_) | None, Some(_) | None) => {
                self.worksheet.write_string_with_format(
                    row,
                    column,
                    date.to_string(),
                    &formats.text,
                )?;
            }
        }
        Ok(())
    }
}

/// As much of a text as fits into a cell.
fn cut(text: &str) -> &str {
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}
