//! What was asked: everything that a link carries.

use std::rc::Rc;

use crate::chart::ChartKind;
use crate::i18n::Message;
use crate::query::{FilterSet, Measure, Order, TableSort};

/// One of the built-in datasets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DatasetKey {
    /// Projects that a public page says were signed.
    #[default]
    Signed,
    /// Projects announced without a signing described.
    Announced,
}

impl DatasetKey {
    /// Both datasets, in the order in which the page offers them.
    pub const ALL: [Self; 2] = [Self::Signed, Self::Announced];

    /// The name.
    #[must_use]
    pub const fn name(self) -> Message {
        match self {
            Self::Signed => Message::DatasetSigned,
            Self::Announced => Message::DatasetAnnounced,
        }
    }

    /// The key in addresses.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::Announced => "announced",
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
    /// In which order ranked values stand.
    pub order: Order,
    /// The chart that takes the full width.
    pub enlarged: Option<ChartKind>,
    /// How the project table is sorted.
    pub sort: TableSort,
    /// The identifier of the project whose details are shown.
    pub open_project: Option<Rc<str>>,
}
