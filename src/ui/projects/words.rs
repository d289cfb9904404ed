//! What a project's facts are in words, for the table, the details and the clipboard.

use crate::data::{CategoryField, ProjectTable};
use crate::i18n::{LaterMessage, Locale, Message};
use crate::query::TableColumn;

pub use crate::data::words::{amount_in_full, date_in_full, shown_amount, stated_amount};

/// The heading of a column.
#[must_use]
pub fn column_name(column: TableColumn) -> LaterMessage {
    match column {
        TableColumn::Name => LaterMessage::ColumnProject,
        TableColumn::Partner => LaterMessage::ColumnPartner,
        TableColumn::Country => LaterMessage::ColumnCountry,
        TableColumn::Industry => Message::FieldIndustry.into(),
        TableColumn::Place => Message::FieldPlace.into(),
        TableColumn::Signed => LaterMessage::ColumnSigned,
        TableColumn::Amount => LaterMessage::ColumnAmount,
        TableColumn::Event => Message::FieldEvent.into(),
        TableColumn::Mode => Message::FieldMode.into(),
        TableColumn::Stage => Message::FieldStage.into(),
        TableColumn::Source => LaterMessage::ColumnSource,
    }
}

/// Whether the country of `row` is that of the company's seat.
#[must_use]
pub fn is_from_seat(table: &ProjectTable, row: usize) -> bool {
    let basis = table.category(CategoryField::CountryBasis).node(row);
    &*basis.key == "company-seat"
}

/// The values above a row's category and the category itself, the most general first; empty where nothing is stated.
#[must_use]
pub fn category_path(
    table: &ProjectTable,
    field: CategoryField,
    row: usize,
    locale: Locale,
) -> String {
    let column = table.category(field);
    let mut node = Some(column.node(row));
    let mut names = Vec::new();
    while let Some(current) = node {
        if !current.is_unstated() {
            names.insert(0, &**current.name.get(locale));
        }
        node = current.parent.map(|parent| column.tree().node(parent));
    }
    names.join(" › ")
}
