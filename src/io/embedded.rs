//! The tables that are compiled in, read once.
//!
//! A test proves that reading them finds no issue, so the page need not look.

use std::rc::Rc;

use super::announcements_csv::read_announcements;
use super::exchange_rates_csv::read_exchange_rates;
use super::indicators_csv::read_indicators;
use super::projects_csv::read_projects;
use super::row_issue::{Reading, RowIssue};
use crate::data::{Announcement, ExchangeRates, Indicator, ProjectTable};

const SIGNED: &str = include_str!("../../assets/data/signed-projects.csv");
const ANNOUNCED: &str = include_str!("../../assets/data/announced-projects.csv");
const ANNOUNCEMENTS: &str = include_str!("../../assets/data/announcements.csv");
const INDICATORS: &str = include_str!("../../assets/data/indicators.csv");
const EXCHANGE_RATES: &str = include_str!("../../assets/data/exchange-rates.csv");

/// What stands in place of an address for the article from which the first rows come.
pub const SEED_ARTICLE: &str = "seed article (Jinan, 2023)";

/// The embedded tables.
#[derive(Clone, Debug)]
pub struct EmbeddedTables {
    /// Projects that a public page says were signed.
    pub signed: Rc<ProjectTable>,
    /// Projects announced without a signing described; never mixed with the signed ones.
    pub announced: Rc<ProjectTable>,
    /// Totals that events made public.
    pub announcements: Rc<[Announcement]>,
    /// Key figures of the Jinan High-tech Zone.
    pub indicators: Rc<[Indicator]>,
    /// Yearly average exchange rates.
    pub rates: Rc<ExchangeRates>,
    /// What could not be read, by file name.
    pub issues: Vec<(&'static str, RowIssue)>,
}

thread_local! {
    // Each is read when it is first asked for: the page opens on one table and need not wait for the others.
    static RATES: Reading<Rc<ExchangeRates>> = shared(read_exchange_rates(EXCHANGE_RATES));
    static EVENTS: Reading<Rc<[Announcement]>> = slice(read_announcements(ANNOUNCEMENTS));
    static FIGURES: Reading<Rc<[Indicator]>> = slice(read_indicators(INDICATORS));
    static SIGNED_TABLE: Reading<Rc<ProjectTable>> = shared(projects(SIGNED));
    static ANNOUNCED_TABLE: Reading<Rc<ProjectTable>> = shared(projects(ANNOUNCED));
}

/// All embedded tables, and what could not be read of them.
#[must_use]
pub fn tables() -> EmbeddedTables {
    fn issues<T>(file: &'static str, reading: &Reading<T>) -> Vec<(&'static str, RowIssue)> {
        reading
            .issues
            .iter()
            .map(|issue| (file, issue.clone()))
            .collect()
    }
    let issues = [
        RATES.with(|reading| issues("exchange-rates.csv", reading)),
        EVENTS.with(|reading| issues("announcements.csv", reading)),
        FIGURES.with(|reading| issues("indicators.csv", reading)),
        SIGNED_TABLE.with(|reading| issues("signed-projects.csv", reading)),
        ANNOUNCED_TABLE.with(|reading| issues("announced-projects.csv", reading)),
    ];
    EmbeddedTables {
        signed: signed(),
        announced: announced(),
        announcements: announcements(),
        indicators: indicators(),
        rates: rates(),
        issues: issues.concat(),
    }
}

/// Signed projects.
#[must_use]
pub fn signed() -> Rc<ProjectTable> {
    SIGNED_TABLE.with(|reading| Rc::clone(&reading.content))
}

/// Announced projects.
#[must_use]
pub fn announced() -> Rc<ProjectTable> {
    ANNOUNCED_TABLE.with(|reading| Rc::clone(&reading.content))
}

/// Totals that events made public.
#[must_use]
pub fn announcements() -> Rc<[Announcement]> {
    EVENTS.with(|reading| Rc::clone(&reading.content))
}

/// Key figures of the Jinan High-tech Zone.
#[must_use]
pub fn indicators() -> Rc<[Indicator]> {
    FIGURES.with(|reading| Rc::clone(&reading.content))
}

/// Yearly average exchange rates.
#[must_use]
pub fn rates() -> Rc<ExchangeRates> {
    RATES.with(|reading| Rc::clone(&reading.content))
}

fn projects(text: &str) -> Reading<ProjectTable> {
    read_projects(text, &rates(), &announcements())
}

fn shared<T>(reading: Reading<T>) -> Reading<Rc<T>> {
    Reading {
        content: Rc::new(reading.content),
        issues: reading.issues,
    }
}

fn slice<T>(reading: Reading<Vec<T>>) -> Reading<Rc<[T]>> {
    Reading {
        content: reading.content.into(),
        issues: reading.issues,
    }
}
