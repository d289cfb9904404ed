//! Date and amount of a project in words: as precise, and as firm, as its source states them.

use super::amount::{AmountBound, Currency};
use super::exchange_rate::Conversion;
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

/// The amount of `row` as the table shows it: in the display currency, with its bound; as stated where it is not converted.
#[must_use]
pub fn shown_amount(table: &ProjectTable, row: usize, locale: Locale) -> Option<String> {
    let amounts = table.amounts();
    match amounts.get(row) {
        Some(amount) => Some(bounded(
            amounts.bound(row),
            format::money(amount, amounts.currency().code(), locale),
            locale,
        )),
        None => stated_amount(table, row, locale),
    }
}

/// The stated amount, what it is in the display currency and at which rate, or why it is not converted.
#[must_use]
pub fn amount_in_full(table: &ProjectTable, row: usize, locale: Locale) -> Message {
    let amounts = table.amounts();
    let Some((amount, stated)) = amounts.stated(row).zip(stated_amount(table, row, locale)) else {
        return Message::NoAmount;
    };
    let (from, to) = (amount.unit.currency, amounts.currency().currency());
    if from == to {
        return Message::StatedAmount(stated);
    }
    let Some(year) = table.dates().get(row).map(|date| date.year) else {
        return Message::NotConvertedUndated(stated);
    };
    let conversion = table.rates().conversion(Some(year), from, to);
    match conversion.zip(amounts.get(row)) {
        Some((conversion, converted)) => Message::ConvertedAmount {
            stated,
            converted: format::money(converted, to.code(), locale),
            year,
            rate: rate(&conversion, locale),
        },
        None => Message::NotConvertedNoRate { stated, year },
    }
}

/// The rate of a conversion: yuan per unit where it leads to yuan, else what a unit of each currency is in yuan.
#[must_use]
pub fn rate(conversion: &Conversion, locale: Locale) -> String {
    let (from, to) = (conversion.from, conversion.to);
    let in_yuan = |(currency, rate): (Currency, f64)| {
        let written = Message::UnitInYuan {
            currency: currency.code(),
            rate: format::rate(rate),
        };
        written.text(locale).into_owned()
    };
    match (from.0, to.0) {
        (_, Currency::Cny) => format::rate(from.1),
        (Currency::Cny, _) => in_yuan(to),
        (_, _) => [in_yuan(from), in_yuan(to)].join(&Message::FindingSeparator.text(locale)),
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
