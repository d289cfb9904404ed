//! Yearly average exchange rates.

use super::records::{each_record, record};
use super::row_issue::{Problem, Reading};
use crate::data::{Currency, ExchangeRates};

record! {
    /// One line of the file, as written.
    struct Row {
        year,
        currency,
        cny_per_unit,
    }
}

/// Reads exchange rates, from a table in the form of [`Columns`](crate::data::Columns). A rate that is not above zero is
/// left out.
#[must_use]
pub fn read_exchange_rates(text: &str) -> Reading<ExchangeRates> {
    let mut content = ExchangeRates::default();
    let issues = each_record(text, Row::COLUMNS, |values, issues| {
        let row = Row::new(values);
        let year = issues
            .count("year", row.year)
            .and_then(|year| u16::try_from(year).ok());
        let currency = issues.code("currency", row.currency, Currency::from_code);
        let rate = issues.number("cny_per_unit", row.cny_per_unit);
        let (Some(year), Some(currency), Some(rate)) = (year, currency, rate) else {
            return;
        };
        if rate > 0.0 {
            content.insert(year, currency, rate);
        } else {
            issues.report(Problem::UnreadableNumber {
                column: "cny_per_unit",
                value: row.cny_per_unit.into(),
            });
        }
    });
    Reading { content, issues }
}
