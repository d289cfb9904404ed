//! What a chart is asked to show.

use super::text::TextMeasure;
use super::theme::Theme;
use crate::data::{CategoryField, CategoryTree, Month};
use crate::i18n::Locale;
use crate::query::{FilterSet, Measure, Summary, TimeGrain};

/// A kind of chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChartKind {
    /// Partner countries and regions, ranked bars.
    Countries,
    /// Industries, ranked bars coloured by sector.
    Industries,
    /// Signing dates, bars along time.
    Timeline,
}

impl ChartKind {
    /// Every kind, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Countries, Self::Industries, Self::Timeline];

    /// The name in keys and file names.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Countries => "countries",
            Self::Industries => "industries",
            Self::Timeline => "timeline",
        }
    }

    /// The field whose values are ranked, if any are.
    #[must_use]
    pub const fn category(self) -> Option<CategoryField> {
        match self {
            Self::Countries => Some(CategoryField::Country),
            Self::Industries => Some(CategoryField::Industry),
            Self::Timeline => None,
        }
    }
}

/// All that a layout depends on. The same input gives the same scene.
#[derive(Clone, Copy)]
pub struct ChartInput<'a> {
    /// What kind of chart.
    pub kind: ChartKind,
    /// What the filters on other fields leave, grouped for this chart.
    pub selected: &'a Summary,
    /// Everything, grouped the same way.
    pub whole: &'a Summary,
    /// The values of the ranked field; none for the timeline.
    pub tree: Option<&'a CategoryTree>,
    /// All filters, to show what is picked.
    pub filters: &'a FilterSet,
    /// What the length of a bar stands for.
    pub measure: Measure,
    /// Whether all of a ranked list is shown.
    pub unfolded: bool,
    /// The first and last month of all the data.
    pub span: Option<(Month, Month)>,
    /// The width of a bar of the timeline.
    pub grain: TimeGrain,
    /// In CSS pixels; the height follows from the content.
    pub width_px: f64,
    /// Colours.
    pub theme: &'a Theme,
    /// The reader's language.
    pub locale: Locale,
    /// Measures text in the font that will draw it.
    pub text: &'a dyn TextMeasure,
}
