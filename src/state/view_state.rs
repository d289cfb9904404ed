//! What was asked: everything that a link carries.

use std::rc::Rc;

use crate::query::{FilterSet, Measure, TableSort};

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

    /// The key in addresses.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::Announced => "announced",
        }
    }
}

/// What was asked: the dataset, the filters, the measure, the order of the projects and the one that is open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ViewState {
    /// The dataset that is looked at.
    pub dataset: DatasetKey,
    /// What is filtered.
    pub filters: FilterSet,
    /// What bars and areas stand for.
    pub measure: Measure,
    /// How the project table is sorted.
    pub sort: TableSort,
    /// The identifier of the project whose details are shown.
    pub open_project: Option<Rc<str>>,
}
