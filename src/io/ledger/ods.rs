//! Workbooks of LibreOffice.
//!
//! calamine reads them as well, but waits forever for the end of a sheet that is cut off, and does not say which
//! cells are merged.

use std::io::{BufReader, Cursor};

use quick_xml::Reader as XmlReader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::cell::{Cell, OwnedRow};
use super::project_rows::MOST_ROWS;
use super::rows::{MOST_COLUMNS, Rows};
use super::sheet::{Merged, Sheet, Value};
use super::values::date::{self, Date};
use crate::data::decimal;
use crate::i18n::ledger::ImportError;

/// A sheet, its rows as they are written: one for several that are alike.
pub(super) struct Table {
    pub(super) name: String,
    rows: Vec<Repeated>,
    merged: Vec<Merged>,
}

struct Repeated {
    first: u32,
    times: u32,
    cells: OwnedRow,
}

type Xml<'a> = XmlReader<BufReader<zip::read::ZipFile<'a, Cursor<&'a [u8]>>>>;

/// Reads all sheets.
pub(super) fn tables(bytes: &[u8]) -> Result<Vec<Table>, ImportError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ImportError::Damaged)?;
    if let Ok(manifest) = archive.by_name("META-INF/manifest.xml") {
        let manifest = std::io::read_to_string(manifest).map_err(|_| ImportError::Damaged)?;
        if manifest.contains("encryption-data") {
            return Err(ImportError::Encrypted);
        }
    }
    let content = archive
        .by_name("content.xml")
        .map_err(|_| ImportError::Damaged)?;
    let mut xml = XmlReader::from_reader(BufReader::new(content));
    xml.config_mut().expand_empty_elements = true;
    xml.config_mut().check_end_names = true;
    let mut tables = Vec::new();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml
            .read_event_into(&mut buffer)
            .map_err(|_| ImportError::Damaged)?
        {
            Event::Start(start) if start.name().as_ref() == "table:table" => {
                let name = attribute(&start, "table:name").unwrap_or_default();
                tables.push(read_table(&mut xml, name)?);
            }
            Event::Eof => return Ok(tables),
            _ => {}
        }
    }
}

fn read_table(xml: &mut Xml<'_>, name: String) -> Result<Table, ImportError> {
    let mut table = Table {
        name,
        rows: Vec::new(),
        merged: Vec::new(),
    };
    let mut buffer = Vec::new();
    let mut row = 0_u32;
    loop {
        buffer.clear();
        match xml
            .read_event_into(&mut buffer)
            .map_err(|_| ImportError::Damaged)?
        {
            Event::Start(start) if start.name().as_ref() == "table:table-row" => {
                let times = count(&start, "table:number-rows-repeated");
                let cells = read_row(xml, row, &mut table.merged)?;
                if cells.cells().iter().any(|cell| !cell.is_empty()) {
                    table.rows.push(Repeated {
                        first: row,
                        times,
                        cells,
                    });
                }
                row = row.saturating_add(times);
            }
            Event::End(end) if end.name().as_ref() == "table:table" => return Ok(table),
            Event::Eof => return Err(ImportError::Damaged),
            _ => {}
        }
    }
}

fn read_row(
    xml: &mut Xml<'_>,
    row: u32,
    merged: &mut Vec<Merged>,
) -> Result<OwnedRow, ImportError> {
    let mut cells = OwnedRow::default();
    let mut buffer = Vec::new();
    let mut column = 0_u32;
    loop {
        buffer.clear();
        match xml
            .read_event_into(&mut buffer)
            .map_err(|_| ImportError::Damaged)?
        {
            Event::Start(start)
                if matches!(
                    start.name().as_ref(),
                    "table:table-cell" | "table:covered-table-cell"
                ) =>
            {
                let times = count(&start, "table:number-columns-repeated");
                let rows = count(&start, "table:number-rows-spanned");
                let kind = attribute(&start, "office:value-type");
                let value = [
                    "office:value",
                    "office:date-value",
                    "office:string-value",
                    "office:boolean-value",
                ]
                .into_iter()
                .find_map(|name| attribute(&start, name));
                let text = read_text(xml)?;
                let shown = text.trim();
                let number = value.as_deref().and_then(decimal::parse);
                let date = value
                    .as_deref()
                    .filter(|_| kind.as_deref() == Some("date"))
                    .map(|value| date::read(Cell::Text(value)));
                let cell = match (kind.as_deref(), date, number) {
                    (_, Some(Date::Stated(date)), _) => Cell::Date(date, shown),
                    (Some("float" | "currency" | "percentage"), _, Some(number)) => {
                        Cell::Number(number, value.as_deref().unwrap_or_default())
                    }
                    _ if shown.is_empty() => Cell::of_text(value.as_deref().unwrap_or_default()),
                    _ => Cell::of_text(shown),
                };
                if !cell.is_empty() {
                    let last = column.saturating_add(times);
                    if last > MOST_COLUMNS {
                        return Err(ImportError::FarCell(format!(
                            "{}{}",
                            super::rows::column_letters(last.saturating_sub(1)),
                            row.saturating_add(1)
                        )));
                    }
                    while (cells.len() as u32) < column {
                        cells.push(Cell::Empty);
                    }
                    for _ in 0..times {
                        cells.push(cell);
                    }
                    if rows > 1 {
                        merged.push(Merged {
                            column,
                            first_row: row,
                            last_row: row.saturating_add(rows - 1),
                        });
                    }
                }
                column = column.saturating_add(times);
            }
            Event::End(end) if end.name().as_ref() == "table:table-row" => return Ok(cells),
            Event::Eof => return Err(ImportError::Damaged),
            _ => {}
        }
    }
}

/// The paragraphs of a cell, without its comments.
fn read_text(xml: &mut Xml<'_>) -> Result<String, ImportError> {
    let mut text = String::new();
    let mut buffer = Vec::new();
    let mut depth = 0_u32;
    let mut inside_comment = 0_u32;
    loop {
        buffer.clear();
        match xml
            .read_event_into(&mut buffer)
            .map_err(|_| ImportError::Damaged)?
        {
            Event::Start(start) => {
                depth += 1;
                match start.name().as_ref() {
                    "office:annotation" => inside_comment = depth,
                    "text:p" if !text.is_empty() => text.push('\n'),
                    "text:s" => text.push(' '),
                    "text:tab" => text.push('\t'),
                    "text:line-break" => text.push('\n'),
                    _ => {}
                }
            }
            Event::End(_) if depth == 0 => return Ok(text),
            Event::End(_) => {
                if inside_comment == depth {
                    inside_comment = 0;
                }
                depth -= 1;
            }
            Event::Text(part) if inside_comment == 0 && depth > 0 => {
                text.push_str(&part.xml10_content());
            }
            Event::GeneralRef(part) if inside_comment == 0 => {
                let entity = format!("&{};", &*part.xml10_content());
                text.push_str(&quick_xml::escape::unescape(&entity).unwrap_or_default());
            }
            Event::Eof => return Err(ImportError::Damaged),
            _ => {}
        }
    }
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = start.try_get_attribute(name).ok()??;
    quick_xml::escape::unescape(&attribute.value)
        .ok()
        .map(std::borrow::Cow::into_owned)
}

fn count(start: &BytesStart<'_>, name: &str) -> u32 {
    attribute(start, name)
        .and_then(|count| count.parse().ok())
        .unwrap_or(1)
        .max(1)
}

impl Table {
    /// Hands its rows on.
    pub(super) fn read(&self, rows: &mut Rows) -> Result<(), ImportError> {
        let mut sheet = Sheet::new(rows, self.merged.clone());
        for repeated in &self.rows {
            if repeated.times > MOST_ROWS {
                return Err(ImportError::TooManyRows(MOST_ROWS));
            }
            for time in 0..repeated.times {
                let row = repeated.first.saturating_add(time);
                for (column, cell) in repeated.cells.cells().iter().enumerate() {
                    let value = match *cell {
                        Cell::Empty => continue,
                        Cell::Text(text) => Value::Text(text),
                        Cell::Number(number, _) => Value::Number(number),
                        Cell::Date(date, _) => Value::Date(date),
                        Cell::Error(error) => Value::Error(error.to_owned()),
                    };
                    sheet.cell(row, column as u32, &value)?;
                }
                sheet.end_row()?;
            }
        }
        sheet.end_row()
    }
}
