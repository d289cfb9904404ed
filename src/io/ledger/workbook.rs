//! Workbooks of Excel, through calamine.
//!
//! Sheets of XLSX are read cell by cell and never held: the library's own form of a sheet has room for every cell up
//! to the last one, which may be the last there is.

use std::io::Cursor;
use std::panic::AssertUnwindSafe;

use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, Reader, SheetVisible, Xls, XlsError, Xlsx, XlsxError,
};

use super::cell::Cell;
use super::choices::{Choices, Format};
use super::container::{self, Packed};
use super::ods;
use super::rows::Rows;
use super::sheet::{Merged, Sheet, Value};
use super::values::date::{self, Date};
use crate::data::PartialDate;
use crate::i18n::ledger::ImportError;

/// Sheets that are tried for one that has a ledger's headings.
const MOST_TRIED: usize = 8;

/// A workbook that was read.
pub(super) struct Opened {
    pub(super) format: Format,
    pub(super) sheets: Vec<String>,
    pub(super) sheet: usize,
    pub(super) rows: Rows,
}

/// Reads a workbook; see [`read_sheets`].
///
/// The readers of workbooks are not ours, and some damaged files make them panic. Where a panic unwinds it ends here;
/// the worker, where it does not, says the same before it ends.
pub(super) fn read(
    bytes: &[u8],
    choices: &Choices,
    new_rows: &dyn Fn() -> Rows,
) -> Result<Opened, ImportError> {
    let reading = AssertUnwindSafe(|| read_sheets(bytes, choices, new_rows));
    std::panic::catch_unwind(reading).unwrap_or(Err(ImportError::Damaged))
}

/// Reads the sheet that was chosen, or else the first that has a ledger's headings, or else the first with rows.
fn read_sheets(
    bytes: &[u8],
    choices: &Choices,
    new_rows: &dyn Fn() -> Rows,
) -> Result<Opened, ImportError> {
    let mut workbook = Workbook::open(bytes)?;
    let sheets = workbook.sheets();
    let chosen = choices
        .sheet
        .map(|sheet| sheet as usize)
        .filter(|sheet| *sheet < sheets.len());
    let candidates: Vec<usize> = match chosen {
        Some(sheet) => vec![sheet],
        None => {
            let visible = (0..sheets.len()).filter(|&at| sheets[at].1);
            visible.take(MOST_TRIED).collect()
        }
    };
    let mut refusal = ImportError::Empty;
    let mut second_best = None;
    for at in candidates {
        let mut rows = new_rows();
        match workbook
            .read_sheet(&sheets[at].0, &mut rows)
            .and_then(|()| rows.settle())
        {
            Ok(known) if known >= 2 => {
                second_best = Some((at, rows));
                break;
            }
            Ok(_) if second_best.is_none() => second_best = Some((at, rows)),
            Ok(_) => {}
            Err(ImportError::Empty) => {}
            Err(error) => refusal = error,
        }
    }
    let (sheet, rows) = second_best.ok_or(refusal)?;
    Ok(Opened {
        format: workbook.format(),
        sheets: sheets.into_iter().map(|(name, _)| name).collect(),
        sheet,
        rows,
    })
}

enum Workbook<'b> {
    Xlsx(Box<Xlsx<Cursor<&'b [u8]>>>, Packed),
    Xls(Box<Xls<Cursor<&'b [u8]>>>),
    Ods(Vec<ods::Table>),
}

impl<'b> Workbook<'b> {
    fn open(bytes: &'b [u8]) -> Result<Self, ImportError> {
        if bytes.starts_with(b"PK") {
            let packed = container::check_zip(bytes)?;
            return match packed.format {
                Format::Ods => Ok(Self::Ods(ods::tables(bytes)?)),
                Format::Xlsx | Format::Xls | Format::Delimited | Format::Json => {
                    let workbook =
                        Xlsx::new(Cursor::new(bytes)).map_err(|error| of_xlsx(&error))?;
                    Ok(Self::Xlsx(Box::new(workbook), packed))
                }
            };
        }
        if container::is_encrypted(bytes) {
            return Err(ImportError::Encrypted);
        }
        Ok(Self::Xls(Box::new(
            Xls::new(Cursor::new(bytes)).map_err(|error| of_xls(&error))?,
        )))
    }

    fn format(&self) -> Format {
        match self {
            Self::Xlsx(..) => Format::Xlsx,
            Self::Xls(_) => Format::Xls,
            Self::Ods(_) => Format::Ods,
        }
    }

    /// Names of the sheets, and whether each is visible.
    fn sheets(&self) -> Vec<(String, bool)> {
        let metadata = match self {
            Self::Xlsx(workbook, _) => workbook.sheets_metadata(),
            Self::Xls(workbook) => workbook.sheets_metadata(),
            Self::Ods(tables) => {
                return tables
                    .iter()
                    .map(|table| (table.name.clone(), true))
                    .collect();
            }
        };
        metadata
            .iter()
            .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
            .collect()
    }

    fn read_sheet(&mut self, name: &str, rows: &mut Rows) -> Result<(), ImportError> {
        match self {
            Self::Xlsx(workbook, packed) => {
                let merged = if packed.has_merged_cells {
                    workbook
                        .merge_cells_by_sheet_name(name)
                        .map_err(|error| of_xlsx(&error))?
                } else {
                    Vec::new()
                };
                let mut sheet = Sheet::new(rows, stretches(&merged));
                let mut cells = workbook
                    .worksheet_cells_reader(name)
                    .map_err(|error| of_xlsx(&error))?;
                let precision: Vec<Precision> = cells
                    .styles()
                    .iter()
                    .map(|style| {
                        let format = style.number_format.as_ref();
                        format.map_or(Precision::Day, |format| Precision::of(&format.format_code))
                    })
                    .collect();
                while let Some((cell, style)) = cells
                    .next_cell_with_style_id()
                    .map_err(|error| of_xlsx(&error))?
                {
                    let (row, column) = cell.get_position();
                    let precision = precision.get(style).copied().unwrap_or(Precision::Day);
                    with_value(cell.get_value(), precision, |value| {
                        sheet.cell(row, column, value)
                    })?;
                }
                sheet.end_row()
            }
            Self::Xls(workbook) => {
                let merged = workbook.merge_cells_by_sheet_name(name).unwrap_or_default();
                let range = workbook
                    .worksheet_range(name)
                    .map_err(|error| of_xls(&error))?;
                let (top, left) = range.start().unwrap_or_default();
                let mut sheet = Sheet::new(rows, stretches(&merged));
                for (row, column, value) in range.used_cells() {
                    let (row, column) = (top + row as u32, left + column as u32);
                    with_value(&borrowed(value), Precision::Day, |value| {
                        sheet.cell(row, column, value)
                    })?;
                }
                sheet.end_row()
            }
            Self::Ods(tables) => {
                let table = tables.iter().find(|table| table.name == name);
                table.map_or(Ok(()), |table| table.read(rows))
            }
        }
    }
}

/// The stretches of one column each in which cells are merged from top to bottom.
fn stretches(merged: &[Dimensions]) -> Vec<Merged> {
    merged
        .iter()
        .map(|merged| Merged {
            column: merged.start.1,
            first_row: merged.start.0,
            last_row: merged.end.0,
        })
        .collect()
}

fn borrowed(data: &Data) -> DataRef<'_> {
    match data {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(bool) => DataRef::Bool(*bool),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(text) | Data::DurationIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

fn with_value(
    data: &DataRef<'_>,
    precision: Precision,
    mut take: impl FnMut(&Value<'_>) -> Result<(), ImportError>,
) -> Result<(), ImportError> {
    match data {
        DataRef::Empty => Ok(()),
        DataRef::Int(number) => take(&Value::Number(*number as f64)),
        DataRef::Float(number) => take(&Value::Number(*number)),
        DataRef::String(text) | DataRef::DurationIso(text) => take(&Value::Text(text)),
        DataRef::SharedString(text) => take(&Value::Text(text)),
        DataRef::Bool(bool) => take(&Value::Bool(*bool)),
        DataRef::DateTime(moment) => take(&of_moment(moment, precision)),
        DataRef::DateTimeIso(text) => match date::read(Cell::Text(text)) {
            Date::Stated(date) => take(&Value::Date(date)),
            Date::Unstated | Date::Vague(_) | Date::Unreadable => take(&Value::Text(text)),
        },
        DataRef::Error(error) => take(&Value::Error(error.to_string())),
    }
}

fn of_moment(moment: &ExcelDateTime, precision: Precision) -> Value<'static> {
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    // A time of day or a duration is no date, nor is what was formatted as one by mistake.
    if moment.is_duration() || moment.as_f64() < 1.0 || !(1900..=2199).contains(&year) {
        return Value::Number(moment.as_f64());
    }
    Value::Date(PartialDate {
        year,
        month: (precision != Precision::Year).then_some(month),
        day: (precision == Precision::Day).then_some(day),
    })
}

/// How much of a date its format shows: the rest was not typed.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Precision {
    Year,
    Month,
    Day,
}

impl Precision {
    fn of(format: &str) -> Self {
        let mut letters = String::new();
        let mut is_literal = false;
        for letter in format.chars() {
            match letter {
                '"' => is_literal = !is_literal,
                // Only the first of several formats; the others are for negative numbers.
                ';' => break,
                _ if !is_literal => letters.extend(letter.to_lowercase()),
                _ => {}
            }
        }
        match (
            letters.contains('y'),
            letters.contains('m'),
            letters.contains('d'),
        ) {
            (true, true, false) => Self::Month,
            (true, false, false) => Self::Year,
            _ => Self::Day,
        }
    }
}

fn of_xlsx(error: &XlsxError) -> ImportError {
    match error {
        XlsxError::Password => ImportError::Encrypted,
        _ => ImportError::Damaged,
    }
}

fn of_xls(error: &XlsError) -> ImportError {
    match error {
        XlsError::Password => ImportError::Encrypted,
        _ => ImportError::Damaged,
    }
}
