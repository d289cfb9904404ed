//! Tables written as text.

use std::rc::Rc;

use inward::data::exchange_rate::ExchangeRates;
use inward::data::place::Place;
use inward::data::vocabulary::{CountryBasis, Mode, Stage};
use inward::data::{
    AmountBound, AmountUnit, Currency, PartialDate, ProjectRecord, ProjectTable, StatedAmount,
    TableBuilder, country, industry,
};
use inward::i18n::Bilingual;
use inward::io::embedded;
use inward::state::{
    Action, AddressIssue, AppState, BuiltIn, Datasets, Preferences, ViewState, reduce,
};

/// CSV without quotation marks in the form in which tables are compiled in.
pub(crate) fn columns(csv: &str) -> String {
    let mut lines = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().unwrap_or_default();
    let rows: Vec<Vec<&str>> = lines.collect();
    let column = |(at, name): (usize, &&str)| {
        let values = rows.iter().map(|row| row[at]);
        let lines: Vec<&str> = std::iter::once(*name).chain(values).collect();
        lines.join("\n")
    };
    let columns: Vec<String> = header.iter().enumerate().map(column).collect();
    columns.join("\u{1e}")
}

/// All that is compiled in.
pub(crate) fn built_in() -> BuiltIn {
    BuiltIn {
        signed: embedded::signed(),
        announced: embedded::announced(),
        announcements: embedded::announcements(),
    }
}

/// The page once everything is there, opened on a view.
pub(crate) fn opened(
    view: ViewState,
    preferences: Preferences,
    issues: Vec<AddressIssue>,
) -> AppState {
    let state = AppState::new(Rc::new(Datasets::default()), view, preferences, issues);
    reduce(&state, Action::ReadBuiltIn(built_in())).expect("the tables are new")
}

/// Reads a table whose first line names its columns; white space separates, `-` is what is not stated.
///
/// Columns: `name`, `country` (alpha-2), `industry`, `province`, `city`, `event`, `mode`, `stage`, `basis`,
/// `signed`, `amount` (亿元; `thb:5` is baht, for which there is no rate), `bound` and `projects`.
pub(crate) fn table(text: &str) -> Rc<ProjectTable> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let columns: Vec<&str> = lines
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    let mut builder = TableBuilder::new(Rc::new(ExchangeRates::default()));
    for (row, line) in lines.enumerate() {
        let cells: Vec<&str> = line.split_whitespace().collect();
        assert_eq!(cells.len(), columns.len(), "cells in {line:?}");
        let cell = |name: &str| {
            let at = columns.iter().position(|column| *column == name)?;
            (cells[at] != "-").then_some(cells[at])
        };
        let id = row.to_string();
        builder.push(&ProjectRecord {
            id: &id,
            name_zh: cell("name").unwrap_or_default(),
            country: cell("country").map(|code| country::by_alpha2(code).expect("a country")),
            country_basis: cell("basis").map(|key| CountryBasis::parse(key).expect("a basis")),
            place: Place {
                province_en: cell("province").unwrap_or_default(),
                city_en: cell("city").unwrap_or_default(),
                ..Place::default()
            },
            industry: cell("industry").map(|key| industry::by_key(key).expect("an industry")),
            mode: cell("mode").map(|key| Mode::parse(key).expect("a mode")),
            stage: cell("stage").map(|key| Stage::parse(key).expect("a stage")),
            signed_on: cell("signed").map(|date| PartialDate::parse(date).expect("a date")),
            event: cell("event").map(|key| (key, Bilingual::new(key, key))),
            amount: cell("amount").map(|amount| StatedAmount {
                bound: cell("bound").map_or(AmountBound::Exact, |key| {
                    AmountBound::parse(key).expect("a bound")
                }),
                ..stated(amount)
            }),
            projects: cell("projects").map(|count| count.parse().expect("a number above zero")),
            ..ProjectRecord::default()
        });
    }
    Rc::new(builder.finish())
}

fn stated(amount: &str) -> StatedAmount {
    let (value, unit) = match amount.strip_prefix("thb:") {
        Some(value) => (
            value,
            AmountUnit {
                currency: Currency::Thb,
                scale: 1.0,
            },
        ),
        None => (amount, AmountUnit::CNY_100M),
    };
    StatedAmount {
        value: value.parse().expect("a number"),
        unit,
        bound: AmountBound::Exact,
    }
}
