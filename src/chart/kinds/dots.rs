//! Placeholder while the kind is being built on its own branch.

use super::super::describe;
use super::super::marks::empty_scene;
use super::super::scene::Scene;
use super::super::spec::{ChartInput, Dots};

pub(super) fn layout(input: &ChartInput<'_>, _dots: &Dots<'_>) -> Scene {
    empty_scene(input, 120.0, describe::empty(input, "dots".into()))
}
