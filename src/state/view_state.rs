//! What was asked: everything that a link carries.

use std::fmt;
use std::rc::Rc;

use super::embed::Embed;
use crate::chart::ChartKind;
use crate::data::DisplayCurrency;
use crate::query::{FilterSet, Measure, Order, TableSort};

/// The key of one of the reader's ledgers: drawn by lot when it is opened, so that a link to a ledger of one browser
/// does not open another one elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LedgerKey(u32);

impl LedgerKey {
    /// The ledger that lies beside the page on its host.
    pub const SITE: Self = Self(0);

    /// The key of a ledger that the reader opened; `drawn` is any number.
    #[must_use]
    pub const fn drawn(drawn: u32) -> Self {
        // No lot may draw the site's own.
        Self(if drawn == 0 { 1 } else { drawn })
    }

    /// Reads what [`LedgerKey`] writes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == "site" {
            return Some(Self::SITE);
        }
        let digits = text.strip_prefix("ledger-")?;
        let is_written = digits.len() == 8
            && digits
                .bytes()
                .all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
        let number = u32::from_str_radix(digits, 16).ok()?;
        (is_written && number != 0).then_some(Self(number))
    }
}

impl fmt::Display for LedgerKey {
    /// The form in addresses and in the browser's storage.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::SITE {
            formatter.write_str("site")
        } else {
            write!(formatter, "ledger-{:08x}", self.0)
        }
    }
}

/// What can be looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DatasetKey {
    /// Projects that a public page says were signed.
    #[default]
    Signed,
    /// Projects announced without a signing described.
    Announced,
    /// A ledger of the reader's, or of the page's host.
    Ledger(LedgerKey),
}

impl DatasetKey {
    /// The datasets that every copy of the page has, in the order in which it offers them.
    pub const BUILT_IN: [Self; 2] = [Self::Signed, Self::Announced];

    /// The key in addresses.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Signed => "signed".into(),
            Self::Announced => "announced".into(),
            Self::Ledger(key) => key.to_string(),
        }
    }

    /// The dataset with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        match key {
            "signed" => Some(Self::Signed),
            "announced" => Some(Self::Announced),
            _ => LedgerKey::parse(key).map(Self::Ledger),
        }
    }

    /// Whether a link to it opens it in another browser too.
    #[must_use]
    pub fn travels(self) -> bool {
        self.ledger().is_none_or(|ledger| ledger == LedgerKey::SITE)
    }

    /// The ledger that it is, if it is one.
    #[must_use]
    pub const fn ledger(self) -> Option<LedgerKey> {
        match self {
            Self::Signed | Self::Announced => None,
            Self::Ledger(key) => Some(key),
        }
    }
}

/// What was asked: the dataset, the filters, and how it is looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ViewState {
    /// The dataset that is looked at.
    pub dataset: DatasetKey,
    /// What is filtered.
    pub filters: FilterSet,
    /// What bars and areas stand for.
    pub measure: Measure,
    /// In which currency amounts are shown; the range of amounts is in it too.
    pub currency: DisplayCurrency,
    /// In which order ranked values stand.
    pub order: Order,
    /// The chart that takes the full width.
    pub enlarged: Option<ChartKind>,
    /// How the project table is sorted.
    pub sort: TableSort,
    /// The identifier of the project whose details are shown.
    pub open_project: Option<Rc<str>>,
    /// The one chart that is shown, where the page stands in a frame of another.
    pub embed: Option<Embed>,
}
