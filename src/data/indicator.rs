//! Key figures that a zone reported.

use super::date::PartialDate;
use crate::i18n::Bilingual;

/// How firmly an indicator is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qualifier {
    /// The figure itself.
    Exact,
    /// More than the figure.
    MoreThan,
    /// Not yet reached.
    Expected,
}

/// A key figure as reported.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Stable identifier.
    pub id: String,
    /// What it is about: `conference`, `progress`, …
    pub topic: String,
    /// What it counts.
    pub label: Bilingual,
    /// In `unit`.
    pub value: f64,
    /// `CNY_100M`, `percent`, `percentage-points`, `projects`, …
    pub unit: String,
    /// How firmly it is stated.
    pub qualifier: Qualifier,
    /// The year or month it speaks of.
    pub as_of: PartialDate,
    /// Of what it is a part.
    pub context: Bilingual,
}
