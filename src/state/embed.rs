//! A chart that stands alone in a frame of another page.

use super::preferences::{Preferences, ThemeChoice};
use super::view_state::ViewState;
use crate::chart::ChartKind;
use crate::i18n::Locale;
use crate::query::TableSort;

/// Which chart, and what the page around the frame asks of its looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Embed {
    /// The chart.
    pub chart: ChartKind,
    /// The language; the reader's own where none is asked for.
    pub locale: Option<Locale>,
    /// Light or dark; as the reader's device where neither is asked for.
    pub theme: Option<ThemeChoice>,
}

impl Embed {
    /// How the frame looks. What its reader prefers on the page itself is not asked: only what the device says.
    #[must_use]
    pub fn preferences(self, device: Preferences) -> Preferences {
        Preferences {
            locale: self.locale.unwrap_or(device.locale),
            theme: self.theme.unwrap_or(device.theme),
            ..device
        }
    }
}

impl ViewState {
    /// The same view with one chart in a frame, and nothing that only the page has.
    #[must_use]
    pub fn framed(&self, embed: Embed) -> Self {
        Self {
            embed: Some(embed),
            enlarged: None,
            sort: TableSort::default(),
            open_project: None,
            ..self.clone()
        }
    }

    /// The same view on the page itself.
    #[must_use]
    pub fn unframed(&self) -> Self {
        Self {
            embed: None,
            ..self.clone()
        }
    }
}
