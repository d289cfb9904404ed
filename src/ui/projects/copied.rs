//! Rows of the table as text for a spreadsheet.
//!
//! Columns are separated by tabs and rows by line breaks, which is what
//! spreadsheets paste. An amount is copied twice, as a number to compute with
//! and as its source states it, with its bound; a country with its basis; a
//! source with its address.

use super::words::{column_name, stated_amount};
use crate::data::{CategoryField, DisplayCurrency, ProjectTable};
use crate::i18n::{LaterMessage, Locale, Message, format};
use crate::query::{TableColumn, shown_category};

/// `rows` of `table` below a line of headings.
#[must_use]
pub fn tab_separated(
    table: &ProjectTable,
    rows: &[u32],
    columns: &[TableColumn],
    locale: Locale,
) -> String {
    let mut text = String::new();
    for &column in columns {
        let (first, second) = headings(column, table.amounts().currency());
        push(&mut text, &first.text(locale));
        if let Some(second) = second {
            push(&mut text, &second.text(locale));
        }
    }
    end_line(&mut text);
    for &row in rows {
        for &column in columns {
            push_cells(&mut text, table, row as usize, column, locale);
        }
        end_line(&mut text);
    }
    text
}

fn headings(
    column: TableColumn,
    currency: DisplayCurrency,
) -> (LaterMessage, Option<LaterMessage>) {
    match column {
        TableColumn::Amount => (
            LaterMessage::from(Message::AmountHeading(currency.code())),
            Some(LaterMessage::AmountAsStated),
        ),
        TableColumn::Country => (
            LaterMessage::ColumnCountry,
            Some(Message::FieldCountryBasis.into()),
        ),
        TableColumn::Source => (
            LaterMessage::ColumnSource,
            Some(LaterMessage::SourceAddress),
        ),
        TableColumn::Name
        | TableColumn::Partner
        | TableColumn::Industry
        | TableColumn::Place
        | TableColumn::Signed
        | TableColumn::Event
        | TableColumn::Mode
        | TableColumn::Stage => (column_name(column), None),
    }
}

fn push_cells(
    text: &mut String,
    table: &ProjectTable,
    row: usize,
    column: TableColumn,
    locale: Locale,
) {
    if let Some(field) = column.category() {
        let node = shown_category(table, field, row);
        push(text, node.map_or("", |node| node.name.get(locale)));
    }
    match column {
        TableColumn::Name => push(text, table.name(row, locale)),
        TableColumn::Partner => push(text, table.partner(row)),
        TableColumn::Country => {
            let basis = table.category(CategoryField::CountryBasis).node(row);
            push(text, basis.name.get(locale));
        }
        TableColumn::Signed => {
            let date = table.dates().get(row);
            push(text, &date.map(|date| date.to_string()).unwrap_or_default());
        }
        TableColumn::Amount => {
            let amount = table.amounts().get(row);
            // A number: a sign before it is no formula.
            text.push_str(
                &amount
                    .map(|amount| format::money_in_table(amount, locale))
                    .unwrap_or_default(),
            );
            text.push('\t');
            match stated_amount(table, row, locale) {
                Some(stated) => push(text, &stated),
                None => push(text, &Message::NoAmount.text(locale)),
            }
        }
        TableColumn::Source => {
            push(text, table.source(row).title);
            push(text, table.source(row).url);
        }
        TableColumn::Industry
        | TableColumn::Place
        | TableColumn::Event
        | TableColumn::Mode
        | TableColumn::Stage => {}
    }
}

/// Adds a cell of text that stays one cell: no tab, no line break, nothing that a spreadsheet would take for a
/// formula or for the beginning of a quotation.
fn push(text: &mut String, cell: &str) {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '"']) {
        text.push('\'');
    }
    text.extend(
        cell.chars()
            .map(|letter| if letter.is_control() { ' ' } else { letter }),
    );
    text.push('\t');
}

/// The tab after the last cell becomes the end of the line.
fn end_line(text: &mut String) {
    text.pop();
    text.push('\n');
}
