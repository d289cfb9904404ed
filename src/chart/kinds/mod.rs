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

use super::scene::Scene;
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
