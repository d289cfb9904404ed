//! What comes after the first picture.
//!
//! The page is compiled into two parts. The first draws what a reader sees on
//! opening it: header, filters, key figures, ranked bars, timeline. The second
//! holds the other charts, the table, the details, the comparison with what
//! was announced, the reader's own ledgers, and what opens on demand. It is fetched at the first sign of
//! a reader (a pointer, a key, a finger, the wheel), or as soon as something
//! of it comes near the window.
//!
//! What is reached only through [`LaterParts`] is in the second part; the cut
//! itself is made after linking, by `bundle/`. A function of the first part
//! that named an item of the second would draw it into the first.

mod hooks;
mod parts;
mod place;

use std::ptr;

use yew::prelude::*;

use super::charts::{SaveRequest, Shown};
use super::exports::ExportRequest;
use super::figures::FigureRuleProps;
use super::filters::EmptyResultProps;
use super::header::ShortcutListProps;
use super::ledgers::LedgersProps;
use super::paper::PaperProps;
use super::projects::ProjectsProps;
use super::reconciliation::ReconciliationSectionProps;
use crate::chart::{ChartKind, Scene, TextMeasure};
use crate::state::BuiltIn;

pub(super) use hooks::use_later;
pub(super) use place::LaterPlace;

/// The second part: one function for each thing that the first asks of it.
pub(super) struct LaterParts {
    /// Reads all that is built in.
    pub(super) built_in: fn() -> BuiltIn,
    /// Finds half of what the layout of a chart of every project needs, so that each of the two has a task of its own.
    pub(super) prepare_chart: fn(ChartKind, &Shown, &dyn TextMeasure),
    /// Lays out any chart.
    pub(super) scene: fn(ChartKind, &Shown, &dyn TextMeasure) -> Scene,
    /// The table behind a chart of this title.
    pub(super) chart_table: fn(ChartKind, &Shown, &str, &dyn TextMeasure) -> Html,
    /// Saves a chart in a file.
    pub(super) save_chart: fn(&SaveRequest),
    /// The table of projects and the details of the open one.
    pub(super) projects: fn(ProjectsProps) -> Html,
    /// How a key figure is computed.
    pub(super) figure_rule: fn(FigureRuleProps) -> Html,
    /// What stands where no project is left.
    pub(super) empty_result: fn(EmptyResultProps) -> Html,
    /// The list of keys.
    pub(super) shortcut_list: fn(ShortcutListProps) -> Html,
    /// Announced totals beside what is listed.
    pub(super) reconciliation: fn(ReconciliationSectionProps) -> Html,
    /// The view on paper.
    pub(super) paper: fn(PaperProps) -> Html,
    /// The reader's own ledgers: their dialog, and what comes by itself.
    pub(super) ledgers: fn(LedgersProps) -> Html,
    /// Saves the listed projects in a file.
    pub(super) export: fn(ExportRequest),
}

/// Whether the second part is there.
#[derive(Clone, Copy)]
pub(super) enum Later {
    /// Not yet.
    Awaited,
    /// It could not be fetched.
    Missing,
    /// It is.
    Here(&'static LaterParts),
}

impl PartialEq for Later {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Awaited, Self::Awaited) | (Self::Missing, Self::Missing) => true,
            (Self::Here(one), Self::Here(other)) => ptr::eq(*one, *other),
            _ => false,
        }
    }
}

/// Fetches the second part, once; a later call gives the same. Fails where it cannot be fetched, and may be called again.
pub(super) async fn fetch() -> Result<&'static LaterParts, NotFetched> {
    entrance::parts().await.map_err(|_| NotFetched)
}

/// The second part could not be fetched; the browser's console says why.
#[derive(Debug)]
pub(super) struct NotFetched;

#[cfg(feature = "split")]
mod entrance {
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{LaterParts, parts::PARTS};

    #[wasm_split(later, fallible)]
    pub(super) fn parts() -> Result<&'static LaterParts, SplitLoaderError> {
        Ok(&PARTS)
    }
}

/// A build in one piece, for tests.
#[cfg(not(feature = "split"))]
mod entrance {
    use std::convert::Infallible;

    use super::{LaterParts, parts::PARTS};

    pub(super) async fn parts() -> Result<&'static LaterParts, Infallible> {
        Ok(&PARTS)
    }
}
