//! Totals that an event or a reported period made public.
//!
//! They stand beside project rows and are never added to them.

use super::amount::{AmountBound, AmountUnit, StatedAmount};
use super::date::PartialDate;
use super::project_table::{Source, SourceKind};
use crate::i18n::Bilingual;

/// An event, or a reported period, with the totals made public for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Announcement {
    /// The key that projects refer to.
    pub event: String,
    /// The event's name.
    pub name: Bilingual,
    /// City in which it was held, in English; may be empty.
    pub host_city: String,
    /// Province, or for events abroad the country, in English; may be empty.
    pub host_province: String,
    /// First day, month or year.
    pub held_on: Option<PartialDate>,
    /// Projects signed, as announced.
    pub projects_signed: Option<u32>,
    /// How firmly that number is announced.
    pub projects_bound: AmountBound,
    /// Total amount as announced, in `unit`.
    pub total_amount: Option<f64>,
    /// How firmly that amount is announced.
    pub total_bound: AmountBound,
    /// The unit of both amounts.
    pub unit: Option<AmountUnit>,
    /// Projects signed on the spot.
    pub onsite_projects: Option<u32>,
    /// Amount signed on the spot, in `unit`.
    pub onsite_amount: Option<f64>,
    /// Where it was announced; may be of any scheme.
    pub source_url: String,
    /// Title of that page.
    pub source_title: String,
    /// What that page is to the report.
    pub source_kind: SourceKind,
    /// Qualifications.
    pub note: String,
}

impl Announcement {
    /// The total amount with its unit; an amount without a unit is none.
    #[must_use]
    pub fn total(&self) -> Option<StatedAmount> {
        Some(StatedAmount {
            value: self.total_amount?,
            unit: self.unit?,
            bound: self.total_bound,
        })
    }

    /// The amount signed on the spot with its unit.
    #[must_use]
    pub fn on_site(&self) -> Option<StatedAmount> {
        Some(StatedAmount {
            value: self.onsite_amount?,
            unit: self.unit?,
            bound: AmountBound::Exact,
        })
    }

    /// Where it was announced.
    #[must_use]
    pub fn source(&self) -> Source<'_> {
        Source {
            title: &self.source_title,
            url: &self.source_url,
            kind: self.source_kind,
        }
    }
}
