//! Date and amount of a project in words: as precise, and as firm, as its source states them.

use super::amount::AmountBound;
use super::project_table::ProjectTable;
use crate::i18n::{Locale, Message, format};

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

/// `written` after "about", "at least" or "at most"; as it is where it is exact.
#[must_use]
pub fn bounded(bound: AmountBound, written: String, locale: Locale) -> String {
    let word = match bound {
        AmountBound::Exact => return written,
        AmountBound::About => Message::BoundAbout,
        AmountBound::AtLeast => Message::BoundAtLeast,
        AmountBound::AtMost => Message::BoundAtMost,
    };
    format!("{} {written}", word.text(locale))
}
