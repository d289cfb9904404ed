//! Placeholder while the kind is being built on its own branch.

use super::super::describe;
use super::super::marks::empty_scene;
use super::super::scene::Scene;
use super::super::spec::ChartInput;
use crate::data::Indicator;

pub(super) fn layout(input: &ChartInput<'_>, _indicators: &[Indicator]) -> Scene {
    empty_scene(input, 120.0, describe::empty(input, "calendar".into()))
}
