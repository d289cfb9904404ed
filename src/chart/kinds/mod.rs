//! The kinds of charts, one file each.

mod ranked_bars;
mod timeline;

use super::scene::Scene;
use super::spec::{ChartInput, ChartKind};

/// Places everything that the chart shows.
#[must_use]
pub fn layout(input: &ChartInput<'_>) -> Scene {
    match input.kind {
        ChartKind::Countries | ChartKind::Industries => ranked_bars::layout(input),
        ChartKind::Timeline => timeline::layout(input),
    }
}

/// The height of the scene that [`layout`] gives, in CSS pixels.
#[must_use]
pub fn height_for(input: &ChartInput<'_>) -> f64 {
    layout(input).size.height
}
