//! The kinds of charts, one file each.

mod calendar;
mod density;
mod dots;
mod flow;
mod histogram;
mod matrix;
mod ranked_bars;
mod timeline;
mod treemap;

pub use density::DotPlaces;

use super::describe;
use super::scene::{DataTable, Scene};
use super::spec::{ChartInput, Content};

/// Places everything that the chart shows.
#[must_use]
pub fn layout(input: &ChartInput<'_>) -> Scene {
    match &input.content {
        Content::Bars(values) => ranked_bars::layout(input, values),
        Content::Timeline(dates) => timeline::layout(input, dates),
        Content::Treemap(values) => treemap::layout(input, values),
        Content::Histogram(amounts) => histogram::layout(input, amounts),
        Content::Matrix(matrix) => matrix::layout(input, matrix),
        Content::Flow(flow) => flow::layout(input, flow),
        Content::Dots(dots) => dots::layout(input, dots),
        Content::Calendar(indicators) => calendar::layout(input, indicators),
    }
}

/// Everything that the chart shows as a table: what is folded too.
#[must_use]
pub fn data_table(input: &ChartInput<'_>) -> DataTable {
    match &input.content {
        Content::Bars(values) => ranked_bars::data_table(input, values),
        Content::Timeline(dates) => describe::timeline_table(input, dates),
        Content::Treemap(values) => treemap::data_table(input, values),
        Content::Histogram(amounts) => describe::histogram_table(input, amounts),
        Content::Matrix(matrix) => matrix::data_table(input, matrix),
        Content::Flow(flow) => flow::data_table(input, flow),
        Content::Dots(dots) => dots::data_table(input, dots),
        Content::Calendar(indicators) => describe::calendar_table(input, indicators),
    }
}

/// Finds what [`layout`] would find first, and finds again: half of the work where a chart reads every project, nothing
/// for the others. A page does one in a task, and the other in the next.
pub fn prepare(input: &ChartInput<'_>) {
    if let Content::Dots(dots) = &input.content {
        dots::prepare(input, dots);
    }
}

/// What [`layout`] does for the kinds of the page's first picture, and `None` for the others: it needs none of their
/// code, which the page fetches later.
#[must_use]
pub fn first_layout(input: &ChartInput<'_>) -> Option<Scene> {
    match &input.content {
        Content::Bars(values) => Some(ranked_bars::layout(input, values)),
        Content::Timeline(dates) => Some(timeline::layout(input, dates)),
        Content::Treemap(_)
        | Content::Histogram(_)
        | Content::Matrix(_)
        | Content::Flow(_)
        | Content::Dots(_)
        | Content::Calendar(_) => None,
    }
}
