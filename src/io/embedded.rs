//! The tables that are compiled in, read once.
//!
//! The first picture is drawn from [`signed_facts`]; everything else is read when the second part of the page is there,
//! and its bytes are in that part. A test proves that reading finds no issue, so the page need not look.

use std::collections::HashMap;
use std::rc::Rc;

use super::announcements::read_announcements;
use super::exchange_rates::read_exchange_rates;
use super::indicators::read_indicators;
use super::projects::read_projects;
use super::row_issue::{Reading, RowIssue};
use crate::data::{Announcement, Columns, ExchangeRates, Indicator, ProjectTable};
use crate::i18n::Bilingual;

/// A table as the build script has written it.
macro_rules! table {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $name))
    };
}

const SIGNED: &str = table!("signed-projects");
const SIGNED_FACTS: &str = table!("signed-projects-first");
const ANNOUNCED: &str = table!("announced-projects");
const ANNOUNCEMENTS: &str = table!("announcements");
const EVENT_NAMES: &str = table!("event-names");
const INDICATORS: &str = table!("indicators");
const EXCHANGE_RATES: &str = table!("exchange-rates");

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
    // Each is read when it is first asked for.
    static RATES: Reading<Rc<ExchangeRates>> = shared(read_exchange_rates(EXCHANGE_RATES));
    static EVENTS: Reading<Rc<[Announcement]>> = slice(read_announcements(ANNOUNCEMENTS));
    static FIGURES: Reading<Rc<[Indicator]>> = slice(read_indicators(INDICATORS));
    static SIGNED_TABLE: Reading<Rc<ProjectTable>> = shared(projects(SIGNED));
    static ANNOUNCED_TABLE: Reading<Rc<ProjectTable>> = shared(projects(ANNOUNCED));
    static NAMES: HashMap<&'static str, Bilingual> = event_names();
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

/// Signed projects without what is only read of single ones: sources and notes are empty.
#[must_use]
pub fn signed_facts() -> Rc<ProjectTable> {
    Rc::new(projects(SIGNED_FACTS).content)
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

fn projects(text: &'static str) -> Reading<ProjectTable> {
    NAMES.with(|names| read_projects(text, &rates(), names))
}

fn event_names() -> HashMap<&'static str, Bilingual> {
    let rows = Columns::new(EVENT_NAMES).rows(&["event", "name_zh", "name_en"]);
    let rows = rows.into_iter().flatten();
    rows.map(|row| (row[0], Bilingual::new(row[1], row[2])))
        .collect()
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
