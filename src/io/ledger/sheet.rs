//! Cells of a sheet as they come from a workbook, put together to rows.

use super::cell::{Cell, OwnedRow};
use super::rows::{MOST_COLUMNS, Note, RowOf, Rows, column_letters};
use super::text::without_invisible;
use crate::data::PartialDate;
use crate::i18n::ledger::{ImportError, IssueKind};

/// Merged rows that take the value of the first; more are a slip.
const MOST_MERGED_ROWS: u32 = 10_000;

/// What a workbook says of a cell.
#[derive(Debug)]
pub(super) enum Value<'a> {
    Text(&'a str),
    Number(f64),
    Date(PartialDate),
    Bool(bool),
    Error(String),
}

/// A stretch of merged cells in one column, rows and column counted from 0.
#[derive(Clone, Copy, Debug)]
pub(super) struct Merged {
    pub(super) column: u32,
    pub(super) first_row: u32,
    pub(super) last_row: u32,
}

/// A sheet that is being read from top to bottom.
pub(super) struct Sheet<'r> {
    rows: &'r mut Rows,
    merged: Vec<Merged>,
    /// The first cell of each stretch that the row at hand may belong to.
    open: Vec<(Merged, OwnedRow)>,
    row: OwnedRow,
    number: Option<u32>,
    notes: Vec<Note>,
}

impl<'r> Sheet<'r> {
    pub(super) fn new(rows: &'r mut Rows, mut merged: Vec<Merged>) -> Self {
        merged.retain(|merged| {
            merged.last_row > merged.first_row
                && merged.last_row - merged.first_row <= MOST_MERGED_ROWS
                && merged.column < MOST_COLUMNS
        });
        merged.sort_by_key(|merged| std::cmp::Reverse(merged.first_row));
        Self {
            rows,
            merged,
            open: Vec::new(),
            row: OwnedRow::default(),
            number: None,
            notes: Vec::new(),
        }
    }

    /// Adds a cell, right of or below the ones before.
    pub(super) fn cell(
        &mut self,
        row: u32,
        column: u32,
        value: &Value<'_>,
    ) -> Result<(), ImportError> {
        if matches!(value, Value::Text(text) if text.trim().is_empty()) {
            return Ok(());
        }
        if column >= MOST_COLUMNS {
            return Err(ImportError::FarCell(format!(
                "{}{}",
                column_letters(column),
                row.saturating_add(1)
            )));
        }
        if self.number != Some(row) {
            self.end_row()?;
            self.number = Some(row);
        }
        while self.row.len() < column as usize {
            self.row.push(Cell::Empty);
        }
        if self.row.len() > column as usize {
            // A second value for one cell, which no spreadsheet writes.
            return Err(ImportError::Damaged);
        }
        match value {
            Value::Text(text) => {
                let visible = without_invisible(text);
                if visible.is_some() {
                    self.notes.push(Note {
                        kind: IssueKind::ControlCharacters,
                        column: Some(column as usize),
                        value: (*text).to_owned(),
                    });
                }
                self.row
                    .push(Cell::of_text(visible.as_deref().unwrap_or(text)));
            }
            Value::Number(number) => self.row.push(Cell::Number(*number, &shown(*number))),
            Value::Date(date) => self.row.push(Cell::Date(*date, &date.to_string())),
            Value::Bool(true) => self.row.push(Cell::Text("TRUE")),
            Value::Bool(false) => self.row.push(Cell::Text("FALSE")),
            Value::Error(error) => self.row.push(Cell::Error(error)),
        }
        Ok(())
    }

    /// Adds the row at hand, the one after the last cell as well.
    pub(super) fn end_row(&mut self) -> Result<(), ImportError> {
        let Some(row) = self.number.take() else {
            return Ok(());
        };
        let mut merged_columns = Vec::new();
        if !(self.merged.is_empty() && self.open.is_empty()) {
            self.fill(row, &mut merged_columns);
        }
        let cells = self.row.cells();
        self.rows.row(&RowOf {
            number: row.saturating_add(1),
            cells: &cells,
            notes: &self.notes,
            merged: &merged_columns,
        })?;
        self.row.clear();
        self.notes.clear();
        Ok(())
    }

    /// Gives cells that belong to a merged one its value, and remembers the merged cells that begin here.
    fn fill(&mut self, row: u32, filled: &mut Vec<u32>) {
        self.open.retain(|(merged, _)| merged.last_row >= row);
        for (merged, value) in &self.open {
            if self.row.cell(merged.column as usize).is_empty() {
                let mut row = OwnedRow::default();
                let width = self.row.len().max(merged.column as usize + 1);
                for column in 0..width {
                    row.push(if column == merged.column as usize {
                        value.cell(0)
                    } else {
                        self.row.cell(column)
                    });
                }
                self.row = row;
                filled.push(merged.column);
            }
        }
        while let Some(merged) = self.merged.last().copied()
            && merged.first_row <= row
        {
            self.merged.pop();
            let value = self.row.cell(merged.column as usize);
            if merged.first_row == row && !value.is_empty() {
                self.open.push((merged, OwnedRow::new(&[value])));
            }
        }
    }
}

/// A number as a spreadsheet shows it: fifteen digits at most.
fn shown(number: f64) -> String {
    if number.fract().abs() < f64::EPSILON && number.abs() < 1e15 {
        return format!("{}", number as i64);
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    format!("{rounded}")
}
