//! What a project's facts are in words, for the table, the details and the clipboard.

use crate::data::{CategoryField, ProjectTable};
use crate::i18n::{Locale, Message, format};
use crate::query::TableColumn;
use crate::ui::shared::bounded;

/// The heading of a column.
#[must_use]
pub fn column_name(column: TableColumn) -> Message {
    match column {
        TableColumn::Name => Message::ColumnProject,
        TableColumn::Partner => Message::ColumnPartner,
        TableColumn::Country => Message::ColumnCountry,
        TableColumn::Industry => Message::FieldIndustry,
        TableColumn::Place => Message::FieldPlace,
        TableColumn::Signed => Message::ColumnSigned,
        TableColumn::Amount => Message::ColumnAmount,
        TableColumn::Event => Message::FieldEvent,
        TableColumn::Mode => Message::FieldMode,
        TableColumn::Stage => Message::FieldStage,
        TableColumn::Source => Message::ColumnSource,
    }
}

/// Whether the country of `row` is that of the company's seat.
#[must_use]
pub fn is_from_seat(table: &ProjectTable, row: usize) -> bool {
    let basis = table.category(CategoryField::CountryBasis).node(row);
    &*basis.key == "company-seat"
}

/// The amount of `row` as its source states it, with its bound; `None` where it is undisclosed.
#[must_use]
pub fn stated_amount(table: &ProjectTable, row: usize, locale: Locale) -> Option<String> {
    let stated = table.amounts().stated(row)?;
    let (amount, currency) = (
        stated.value * stated.unit.scale,
        stated.unit.currency.code(),
    );
    Some(bounded(
        stated.bound,
        format::money(amount, currency, locale),
        locale,
    ))
}

/// The amount of `row` as the table shows it: in yuan, with its bound; as stated where it is not converted.
#[must_use]
pub fn shown_amount(table: &ProjectTable, row: usize, locale: Locale) -> Option<String> {
    let amounts = table.amounts();
    match amounts.cny(row) {
        Some(cny) => Some(bounded(
            amounts.bound(row),
            format::money_cny(cny, locale),
            locale,
        )),
        None => stated_amount(table, row, locale),
    }
}

/// The stated amount, what it is in yuan and at which rate, or why it is not converted.
#[must_use]
pub fn amount_in_full(table: &ProjectTable, row: usize, locale: Locale) -> Message {
    let Some(stated) = stated_amount(table, row, locale) else {
        return Message::NoAmount;
    };
    let currency = table
        .amounts()
        .stated(row)
        .map(|amount| amount.unit.currency);
    let year = table.dates().get(row).map(|date| date.year);
    let rate = currency
        .filter(|currency| currency.code() != "CNY")
        .map(|currency| table.rates().cny_per_unit(year, currency));
    match (rate, year, table.amounts().cny(row)) {
        (None, _, _) => Message::StatedAmount(stated),
        (Some(Some(rate)), Some(year), Some(cny)) => Message::ConvertedAmount {
            stated,
            converted: format::money_cny(cny, locale),
            year,
            rate: format::rate(rate),
        },
        (Some(_), Some(year), _) => Message::NotConvertedNoRate { stated, year },
        (Some(_), None, _) => Message::NotConvertedUndated(stated),
    }
}

/// The date of signing, as precise as it is known, which it says.
#[must_use]
pub fn date_in_full(table: &ProjectTable, row: usize, locale: Locale) -> Option<String> {
    let date = table.dates().get(row)?;
    let year = i32::from(date.year);
    let known = match (date.month.map(i32::from), date.day) {
        (Some(month), Some(day)) => return Some(format::day(year, month, day, locale)),
        (Some(month), None) => Message::DateMonthOnly(format::month(year, month, locale)),
        (None, _) => Message::DateYearOnly(format::year(year, locale)),
    };
    Some(known.text(locale).into_owned())
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
