//! What events announced, held against the projects listed under them.
//!
//! In come announcements and the totals per event of a whole table; out come
//! the two side by side, with a difference that keeps its direction: more may
//! be listed than was announced. Announced totals are added neither to listed
//! amounts nor to each other, because some events are parts of others.
//!
//! A filter changes nothing here: an event is announced as a whole.

use std::cmp::Reverse;

use super::summary::{BucketKey, Summary};
use super::totals::Totals;
use crate::data::category::UNSTATED;
use crate::data::{
    AmountBound, Announcement, CategoryTree, Conversion, DisplayCurrency, ExchangeRates,
    PartialDate, Source, StatedAmount,
};
use crate::i18n::Bilingual;

/// The least length of a mark that stands for something, as a share of its bar.
const LEAST_SHARE: f64 = 0.01;

/// Every event that is announced or listed.
#[derive(Clone, Debug, PartialEq)]
pub struct Reconciliations<'a> {
    /// Events with both an announced total and listed projects first; then by date, newest first.
    pub events: Vec<Reconciliation<'a>>,
    /// Events with both.
    pub compared: usize,
    /// Listed projects that name no event.
    pub without_event: u32,
}

/// One event: what was announced, and what is listed.
#[derive(Clone, Debug, PartialEq)]
pub struct Reconciliation<'a> {
    /// The event's key, in files and filters.
    pub event: &'a str,
    /// Its name.
    pub name: &'a Bilingual,
    /// First day, month or year.
    pub held_on: Option<PartialDate>,
    /// The projects listed under it.
    pub listed: Totals,
    /// What each source announced, in their order in the file; one without figures where none announced anything.
    pub statements: Vec<Statement<'a>>,
}

impl Reconciliation<'_> {
    /// Whether a total was announced and projects are listed.
    #[must_use]
    pub fn is_compared(&self) -> bool {
        self.listed.projects > 0
            && self
                .statements
                .iter()
                .any(|statement| statement.projects.is_some() || statement.amount.is_some())
    }
}

/// What one source announced of an event, and how far the listed projects make it up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statement<'a> {
    /// Number of projects.
    pub projects: Option<u32>,
    /// How firmly it was announced.
    pub projects_bound: AmountBound,
    /// Amount.
    pub amount: Option<AnnouncedAmount>,
    /// Number of projects signed on the spot, among those announced.
    pub on_site_projects: Option<u32>,
    /// Amount signed on the spot, within the one announced.
    pub on_site_amount: Option<AnnouncedAmount>,
    /// Listed projects against the announced number.
    pub projects_difference: Difference<u32>,
    /// The listed sum against the announced amount.
    pub amount_difference: Difference<f64>,
    /// Where it was announced; `None` where nothing was.
    pub source: Option<Source<'a>>,
    /// Qualifications, in the words of the data.
    pub note: &'a str,
}

/// An announced amount: as stated, and in the display currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AnnouncedAmount {
    /// As stated.
    pub stated: StatedAmount,
    /// How it was converted, where that was needed and possible.
    pub conversion: Option<Conversion>,
    /// In the display currency; `None` without a rate.
    pub amount: Option<f64>,
}

/// How far what is listed makes up what was announced.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Difference<T> {
    /// Nothing was announced, or it cannot be converted.
    #[default]
    Unknown,
    /// As much is listed as was announced.
    Met,
    /// So much of what was announced is not listed.
    Short(T, AmountBound),
    /// So much more is listed than was announced.
    Over(T, AmountBound),
}

/// A bar of what is listed, under a mark for what was announced. Shares of the bar's whole length, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bullet {
    /// Listed, with an amount.
    pub filled: f64,
    /// Listed, without an amount; it begins where `filled` ends.
    pub hatched: f64,
    /// Announced.
    pub announced: f64,
}

impl Statement<'_> {
    /// Projects: listed with an amount, listed without one, announced.
    #[must_use]
    pub fn projects_bullet(&self, listed: &Totals) -> Option<Bullet> {
        let without = f64::from(listed.projects - listed.disclosed);
        Bullet::new(
            f64::from(listed.disclosed),
            without,
            f64::from(self.projects?),
        )
    }

    /// Amounts. What is undisclosed has no length.
    #[must_use]
    pub fn amount_bullet(&self, listed: &Totals) -> Option<Bullet> {
        Bullet::new(listed.amount, 0.0, self.amount?.amount?)
    }
}

impl Bullet {
    fn new(filled: f64, hatched: f64, announced: f64) -> Option<Self> {
        let whole = announced.max(filled + hatched);
        let share = |part: f64| match part / whole {
            share if share > 0.0 => share.max(LEAST_SHARE),
            _ => 0.0,
        };
        (announced > 0.0).then(|| Self {
            filled: share(filled),
            hatched: share(hatched).min(1.0 - share(filled)),
            announced: share(announced),
        })
    }
}

/// Holds announcements against the projects of a whole table, which `listed` has summarised by event.
///
/// `events` are the values of the event field, `currency` is that of the listed sums. Announced amounts are converted
/// to it at the averages of the year in which the event was held. Several announcements of one event stand beside each other.
#[must_use]
pub fn reconcile<'a>(
    events: &'a CategoryTree,
    listed: &Summary,
    announcements: &'a [Announcement],
    currency: DisplayCurrency,
    rates: &ExchangeRates,
) -> Reconciliations<'a> {
    let totals = |key: &str| {
        let code = events.code(key)?;
        Some(listed.of(BucketKey::Category(code)))
    };
    let rank = |event: &Reconciliation<'_>| (Reverse(event.is_compared()), Reverse(event.held_on));
    let mut found: Vec<Reconciliation<'a>> = Vec::new();
    for (place, first) in announcements.iter().enumerate() {
        let of_same_event = |other: &&Announcement| other.event == first.event;
        if announcements[..place]
            .iter()
            .any(|other| of_same_event(&other))
        {
            continue;
        }
        let listed = totals(&first.event).unwrap_or_default();
        let event = Reconciliation {
            event: &first.event,
            name: &first.name,
            held_on: first.held_on,
            listed,
            statements: announcements[place..]
                .iter()
                .filter(of_same_event)
                .map(|announcement| statement(announcement, &listed, currency, rates))
                .collect(),
        };
        // Announcements are few: finding each its place takes less code on the page than sorting them all.
        let place = found.partition_point(|before| rank(before) <= rank(&event));
        found.insert(place, event);
    }
    let compared = found.partition_point(Reconciliation::is_compared);
    for code in events.roots() {
        let node = events.node(code);
        let listed = listed.of(BucketKey::Category(code));
        let is_announced = || announcements.iter().any(|known| *known.event == *node.key);
        if node.is_unstated() || listed.projects == 0 || is_announced() {
            continue;
        }
        found.push(Reconciliation {
            event: &node.key,
            name: &node.name,
            held_on: None,
            listed,
            statements: vec![Statement::default()],
        });
    }
    Reconciliations {
        events: found,
        compared,
        without_event: totals(UNSTATED).map_or(0, |totals| totals.projects),
    }
}

fn statement<'a>(
    announcement: &'a Announcement,
    listed: &Totals,
    currency: DisplayCurrency,
    rates: &ExchangeRates,
) -> Statement<'a> {
    let year = announcement.held_on.map(|date| date.year);
    let converted = |stated: StatedAmount| {
        let (from, to) = (stated.unit.currency, currency.currency());
        AnnouncedAmount {
            stated,
            conversion: rates.conversion(year, from, to).filter(|_| from != to),
            amount: stated.converted(year, currency, rates),
        }
    };
    let projects = announcement.projects_signed;
    let amount = announcement.total().map(converted);
    Statement {
        projects,
        projects_bound: announcement.projects_bound,
        on_site_projects: announcement.onsite_projects,
        on_site_amount: announcement.on_site().map(converted),
        projects_difference: projects.map_or(Difference::Unknown, |announced| {
            projects_difference(announced, announcement.projects_bound, listed)
        }),
        amount_difference: amount
            .and_then(|amount| amount.amount)
            .map_or(Difference::Unknown, |announced| {
                amount_difference(announced, announcement.total_bound, listed)
            }),
        amount,
        source: Some(announcement.source()),
        note: &announcement.note,
    }
}

fn projects_difference(announced: u32, bound: AmountBound, listed: &Totals) -> Difference<u32> {
    if listed.projects < announced {
        Difference::Short(announced - listed.projects, bound)
    } else if listed.projects > announced {
        Difference::Over(listed.projects - announced, mirrored(bound))
    } else {
        Difference::Met
    }
}

fn amount_difference(announced: f64, bound: AmountBound, listed: &Totals) -> Difference<f64> {
    let bound = if listed.inexact > 0 {
        AmountBound::About
    } else {
        bound
    };
    let missing = announced - listed.amount;
    // Every amount was rounded to the whole unit when it was converted: so much is no difference.
    if missing.abs() <= f64::from(listed.disclosed + 1) / 2.0 {
        Difference::Met
    } else if missing > 0.0 {
        Difference::Short(missing, bound)
    } else {
        Difference::Over(-missing, mirrored(bound))
    }
}

/// The bound of what is left over: beyond at least fifty is at most so much.
const fn mirrored(bound: AmountBound) -> AmountBound {
    match bound {
        AmountBound::Exact => AmountBound::Exact,
        AmountBound::About => AmountBound::About,
        AmountBound::AtLeast => AmountBound::AtMost,
        AmountBound::AtMost => AmountBound::AtLeast,
    }
}
