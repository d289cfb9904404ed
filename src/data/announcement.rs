//! Totals that an event or a reported period made public.
//!
//! They stand beside project rows and are never added to them.

use super::amount::AmountUnit;
use super::date::PartialDate;
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
    /// Total amount as announced, in `unit`.
    pub total_amount: Option<f64>,
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
    /// Qualifications.
    pub note: String,
}
