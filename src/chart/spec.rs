//! What a chart is asked to show.

use std::rc::Rc;

use super::kinds::DotPlaces;
use super::text::TextMeasure;
use super::theme::Theme;
use crate::data::{CategoryField, CategoryTree, DisplayCurrency, Indicator, Month, ProjectTable};
use crate::i18n::Locale;
use crate::query::{BitSet, CrossTable, FilterSet, Measure, Order, Summary, TimeGrain, Totals};

/// A chart of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChartKind {
    /// Partner countries and regions, ranked bars.
    Countries,
    /// Industries, ranked bars coloured by sector.
    Industries,
    /// Signing dates, bars along time.
    Timeline,
    /// Amounts, a histogram on a logarithmic axis.
    Amounts,
    /// Industries within sectors, areas.
    Sectors,
    /// Country by industry, a cell each.
    Matrix,
    /// From region through industry to host city, bands.
    Flow,
    /// Every project, signing date by amount.
    Projects,
    /// Host cities, ranked bars.
    Cities,
    /// Signing events, ranked bars.
    Events,
    /// Plans done against time elapsed.
    Calendar,
}

impl ChartKind {
    /// Every kind, in the order of the page.
    pub const ALL: [Self; 11] = [
        Self::Countries,
        Self::Industries,
        Self::Timeline,
        Self::Amounts,
        Self::Sectors,
        Self::Matrix,
        Self::Flow,
        Self::Projects,
        Self::Cities,
        Self::Events,
        Self::Calendar,
    ];

    /// The name in addresses, keys and file names.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Countries => "countries",
            Self::Industries => "industries",
            Self::Timeline => "timeline",
            Self::Amounts => "amounts",
            Self::Sectors => "sectors",
            Self::Matrix => "matrix",
            Self::Flow => "flow",
            Self::Projects => "projects",
            Self::Cities => "cities",
            Self::Events => "events",
            Self::Calendar => "calendar",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Whether the chart needs the width of the page.
    #[must_use]
    pub const fn is_wide(self) -> bool {
        match self {
            Self::Timeline | Self::Matrix | Self::Flow | Self::Projects | Self::Calendar => true,
            Self::Countries
            | Self::Industries
            | Self::Amounts
            | Self::Sectors
            | Self::Cities
            | Self::Events => false,
        }
    }

    /// Whether the chart shows either of the measures; the others show every project, or what a zone reports.
    #[must_use]
    pub const fn has_measure(self) -> bool {
        match self {
            Self::Countries
            | Self::Industries
            | Self::Timeline
            | Self::Amounts
            | Self::Sectors
            | Self::Matrix
            | Self::Flow
            | Self::Cities
            | Self::Events => true,
            Self::Projects | Self::Calendar => false,
        }
    }

    /// Whether the chart ranks values, so that it has an order.
    #[must_use]
    pub const fn is_ranked(self) -> bool {
        match self {
            Self::Countries | Self::Industries | Self::Cities | Self::Events => true,
            Self::Timeline
            | Self::Amounts
            | Self::Sectors
            | Self::Matrix
            | Self::Flow
            | Self::Projects
            | Self::Calendar => false,
        }
    }
}

/// All that a layout depends on. The same input gives the same scene.
#[derive(Clone, Copy)]
pub struct ChartInput<'a> {
    /// What was found.
    pub content: Content<'a>,
    /// All filters, to show what is picked.
    pub filters: &'a FilterSet,
    /// What a length or an area stands for.
    pub measure: Measure,
    /// The currency of all amounts that were found.
    pub currency: DisplayCurrency,
    /// In which order ranked values stand.
    pub order: Order,
    /// Whether all of a ranked list is shown.
    pub unfolded: bool,
    /// In CSS pixels; the height follows from the content.
    pub width_px: f64,
    /// Colours.
    pub theme: &'a Theme,
    /// The reader's language.
    pub locale: Locale,
    /// Measures text in the font that will draw it.
    pub text: &'a dyn TextMeasure,
}

/// What was found for a chart; its variant decides the form.
///
/// "Selected" is what the filters on other fields than the chart's own leave, "whole" is everything.
#[derive(Clone, Copy, Debug)]
pub enum Content<'a> {
    /// Ranked bars.
    Bars(Categories<'a>),
    /// A treemap of the two upper levels.
    Treemap(Categories<'a>),
    /// Bars along time.
    Timeline(Timeline<'a>),
    /// A histogram.
    Histogram(Amounts<'a>),
    /// A cell for each pair of values.
    Matrix(Matrix<'a>),
    /// Bands between three columns.
    Flow(Flow<'a>),
    /// A dot for each project.
    Dots(Dots<'a>),
    /// Plans against the calendar.
    Calendar(&'a [Indicator]),
}

/// The values of one field.
#[derive(Clone, Copy, Debug)]
pub struct Categories<'a> {
    /// The field.
    pub field: CategoryField,
    /// Its values.
    pub tree: &'a CategoryTree,
    /// The depth of the values that the chart shows, the top being 0.
    pub depth: u8,
    /// What the filters leave, by value.
    pub selected: &'a Summary,
    /// Everything, by value.
    pub whole: &'a Summary,
}

/// Signing dates.
#[derive(Clone, Copy, Debug)]
pub struct Timeline<'a> {
    /// What the filters leave, by time.
    pub selected: &'a Summary,
    /// Everything, by time.
    pub whole: &'a Summary,
    /// The first and last month of all the data.
    pub span: Option<(Month, Month)>,
    /// The width of a bar.
    pub grain: TimeGrain,
}

/// Amounts.
#[derive(Clone, Copy, Debug)]
pub struct Amounts<'a> {
    /// What the filters leave, by amount.
    pub selected: &'a Summary,
    /// Everything, by amount.
    pub whole: &'a Summary,
}

/// Two fields against each other.
#[derive(Clone, Copy, Debug)]
pub struct Matrix<'a> {
    /// The values of the rows.
    pub rows: &'a CategoryTree,
    /// The values of the columns.
    pub columns: &'a CategoryTree,
    /// What the filters leave, by leaves of both.
    pub selected: &'a CrossTable,
    /// Everything, by leaves of both.
    pub whole: &'a CrossTable,
}

/// Three fields one after the other.
#[derive(Clone, Copy, Debug)]
pub struct Flow<'a> {
    /// Regions and countries.
    pub countries: &'a CategoryTree,
    /// Sectors and industries.
    pub industries: &'a CategoryTree,
    /// Provinces, cities and zones.
    pub places: &'a CategoryTree,
    /// From country to industry, under the filters on all other fields.
    pub coming: &'a CrossTable,
    /// From industry to place, under the filters on all other fields.
    pub going: &'a CrossTable,
    /// From country to industry, of the projects that pass every filter.
    pub coming_picked: &'a CrossTable,
    /// From industry to place, of the projects that pass every filter.
    pub going_picked: &'a CrossTable,
    /// Everything.
    pub whole: &'a Totals,
}

/// Every project by itself.
#[derive(Clone, Copy, Debug)]
pub struct Dots<'a> {
    /// The projects.
    pub table: &'a Rc<ProjectTable>,
    /// The rows that the filters on other fields than date and amount leave.
    pub rows: &'a Rc<BitSet>,
    /// Their totals.
    pub total: &'a Totals,
    /// Those among them that every filter leaves.
    pub brushed: &'a BitSet,
    /// The same over time.
    pub brushed_times: &'a Summary,
    /// Everything.
    pub whole: &'a Totals,
    /// The first and last month of all the data.
    pub span: Option<(Month, Month)>,
    /// Where the rows stood in the last picture.
    pub places: &'a DotPlaces,
}

impl ChartInput<'_> {
    /// The totals of what the chart shows.
    pub(super) fn shown_total(&self) -> Totals {
        match &self.content {
            Content::Bars(values) | Content::Treemap(values) => values.selected.total,
            Content::Timeline(timeline) => timeline.selected.total,
            Content::Histogram(amounts) => amounts.selected.total,
            Content::Matrix(matrix) => matrix.selected.total,
            Content::Flow(flow) => flow.coming.total,
            Content::Dots(dots) => *dots.total,
            Content::Calendar(_) => Totals::default(),
        }
    }

    /// The totals of everything.
    pub(super) fn whole_total(&self) -> Totals {
        match &self.content {
            Content::Bars(values) | Content::Treemap(values) => values.whole.total,
            Content::Timeline(timeline) => timeline.whole.total,
            Content::Histogram(amounts) => amounts.whole.total,
            Content::Matrix(matrix) => matrix.whole.total,
            Content::Flow(flow) => *flow.whole,
            Content::Dots(dots) => *dots.whole,
            Content::Calendar(_) => Totals::default(),
        }
    }

    /// Whether filters leave less than everything.
    pub(super) fn is_narrowed(&self) -> bool {
        self.shown_total() != self.whole_total()
    }
}
