//! Dates and amounts as people type them into a filter.

use super::filter::{AmountRange, Period};
use super::search::fold;
use crate::data::{Month, PartialDate, decimal};
use crate::i18n::Locale;

/// An end of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodEnd {
    /// Where it begins: a year alone is its January.
    First,
    /// Where it ends: a year alone is its December.
    Last,
}

/// Reads `2020`, `2020-3`, `2020/03`, `2020.3`, `202003` or `2020年3月` as an end of a period.
#[must_use]
fn typed_month(text: &str, end: PeriodEnd) -> Option<Month> {
    let text = fold(text);
    let text = text.trim().trim_end_matches(['月', '-', '/', '.']);
    let (year, month) = match text.split_once(['年', '-', '/', '.']) {
        Some((year, month)) => (year, month.trim()),
        None if text.len() == 6 && text.is_ascii() => text.split_at(4),
        None => (text, ""),
    };
    let zero = if month.len() == 1 { "0" } else { "" };
    let hyphen = if month.is_empty() { "" } else { "-" };
    let date = PartialDate::parse(&format!("{}{hyphen}{zero}{month}", year.trim()))
        .filter(|date| date.day.is_none())?;
    Some(match end {
        PeriodEnd::First => date.first_month(),
        PeriodEnd::Last => date.last_month(),
    })
}

/// A month as [`typed_period`] reads it, in the fewest characters: a year alone where that says the same.
#[must_use]
pub fn month_to_type(month: Month, end: PeriodEnd) -> String {
    let alone = match end {
        PeriodEnd::First => 1,
        PeriodEnd::Last => 12,
    };
    if month.month_of_year() == alone {
        format!("{:04}", month.year())
    } else {
        month.to_string()
    }
}

/// The unit of an amount that is typed without one, in whole currency units: 亿 in Chinese, a million in English.
#[must_use]
pub const fn typed_unit(locale: Locale) -> f64 {
    match locale {
        Locale::Zh => 1e8,
        Locale::En => 1e6,
    }
}

/// The units that may stand after a number, in any language: what is not ambiguous need not be the page's.
const UNITS: [(&str, f64); 15] = [
    ("trillion", 1e12),
    ("billion", 1e9),
    ("million", 1e6),
    ("thousand", 1e3),
    ("万亿", 1e12),
    ("千万", 1e7),
    ("亿", 1e8),
    ("万", 1e4),
    ("tn", 1e12),
    ("bn", 1e9),
    ("mn", 1e6),
    ("t", 1e12),
    ("b", 1e9),
    ("m", 1e6),
    ("k", 1e3),
];

/// Reads `5`, `1,200`, `0.5 亿`, `3000万元` or `1.2 bn`, in whole currency units; no amount is below zero.
///
/// A number alone is in [`typed_unit`]; 元 after it means what it says.
#[must_use]
fn typed_amount(text: &str, locale: Locale) -> Option<f64> {
    let folded: String = fold(text)
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != ',')
        .collect();
    let (number, bare_unit) = match folded.strip_suffix('元') {
        Some(number) => (number, 1.0),
        None => (&*folded, typed_unit(locale)),
    };
    let (number, unit) = UNITS
        .into_iter()
        .find_map(|(word, unit)| Some((number.strip_suffix(word)?, unit)))
        .unwrap_or((number, bare_unit));
    let amount = (decimal::parse(number)? * unit).round();
    (amount >= 0.0 && amount.is_finite()).then_some(amount)
}

/// An amount as [`typed_amounts`] reads it in the same language.
#[must_use]
pub fn amount_to_type(amount: f64, locale: Locale) -> String {
    (amount / typed_unit(locale)).to_string()
}

/// What a reader typed as the two ends of a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TypedRange<T> {
    /// The range; an end that is empty is open.
    Read(T),
    /// The end at this place, 0 or 1, cannot be read.
    Unreadable(usize),
    /// The range ends before it begins.
    Reversed,
}

/// Reads the ends of a period.
#[must_use]
pub fn typed_period(ends: [&str; 2]) -> TypedRange<Period> {
    let read = |text: &str, end| typed_month(text, end);
    match both(ends, [PeriodEnd::First, PeriodEnd::Last], read) {
        Ok([Some(first), Some(last)]) if first > last => TypedRange::Reversed,
        Ok([first, last]) => TypedRange::Read(Period { first, last }),
        Err(place) => TypedRange::Unreadable(place),
    }
}

/// Reads the ends of a range of amounts, in whole currency units.
#[must_use]
pub fn typed_amounts(ends: [&str; 2], locale: Locale) -> TypedRange<AmountRange> {
    match both(ends, [locale; 2], typed_amount) {
        Ok([Some(min), Some(max)]) if min >= max => TypedRange::Reversed,
        Ok([min, max]) => TypedRange::Read(AmountRange { min, max }),
        Err(place) => TypedRange::Unreadable(place),
    }
}

/// Both ends, `None` where nothing was typed; the place of the first one that cannot be read.
fn both<T, H>(
    ends: [&str; 2],
    hows: [H; 2],
    read: impl Fn(&str, H) -> Option<T>,
) -> Result<[Option<T>; 2], usize> {
    let ([first, last], [how_first, how_last]) = (ends, hows);
    let end = |place: usize, text: &str, how: H| {
        if text.trim().is_empty() {
            return Ok(None);
        }
        read(text, how).map(Some).ok_or(place)
    };
    Ok([end(0, first, how_first)?, end(1, last, how_last)?])
}

impl<T> TypedRange<T> {
    /// The same of what follows from the range.
    #[must_use]
    pub fn map<U>(self, follow: impl FnOnce(T) -> U) -> TypedRange<U> {
        match self {
            Self::Read(range) => TypedRange::Read(follow(range)),
            Self::Unreadable(place) => TypedRange::Unreadable(place),
            Self::Reversed => TypedRange::Reversed,
        }
    }
}
