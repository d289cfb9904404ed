//! The tables that are compiled in, read once.
//!
//! A test proves that reading them finds no issue, so the page need not look.

use std::rc::Rc;

use super::announcements_csv::read_announcements;
use super::exchange_rates_csv::read_exchange_rates;
use super::indicators_csv::read_indicators;
use super::projects_csv::read_projects;
use super::row_issue::RowIssue;
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
    static TABLES: Rc<EmbeddedTables> = Rc::new(read());
}

/// All embedded tables, read at the first call.
#[must_use]
pub fn tables() -> Rc<EmbeddedTables> {
    TABLES.with(Rc::clone)
}

/// Signed projects.
#[must_use]
pub fn signed() -> Rc<ProjectTable> {
    Rc::clone(&tables().signed)
}

/// Announced projects.
#[must_use]
pub fn announced() -> Rc<ProjectTable> {
    Rc::clone(&tables().announced)
}

/// Totals that events made public.
#[must_use]
pub fn announcements() -> Rc<[Announcement]> {
    Rc::clone(&tables().announcements)
}

/// Key figures of the Jinan High-tech Zone.
#[must_use]
pub fn indicators() -> Rc<[Indicator]> {
    Rc::clone(&tables().indicators)
}

/// Yearly average exchange rates.
#[must_use]
pub fn rates() -> Rc<ExchangeRates> {
    Rc::clone(&tables().rates)
}

fn read() -> EmbeddedTables {
    let rates = read_exchange_rates(EXCHANGE_RATES);
    let announcements = read_announcements(ANNOUNCEMENTS);
    let indicators = read_indicators(INDICATORS);
    let rate_table = Rc::new(rates.content);
    let signed = read_projects(SIGNED, &rate_table, &announcements.content);
    let announced = read_projects(ANNOUNCED, &rate_table, &announcements.content);
    let issues = [
        ("exchange-rates.csv", rates.issues),
        ("announcements.csv", announcements.issues),
        ("indicators.csv", indicators.issues),
        ("signed-projects.csv", signed.issues),
        ("announced-projects.csv", announced.issues),
    ];
    EmbeddedTables {
        signed: Rc::new(signed.content),
        announced: Rc::new(announced.content),
        announcements: announcements.content.into(),
        indicators: indicators.content.into(),
        rates: rate_table,
        issues: issues
            .into_iter()
            .flat_map(|(file, issues)| issues.into_iter().map(move |issue| (file, issue)))
            .collect(),
    }
}
