//! The charts: a card for each, one canvas component for all.

mod canvas;
mod card;
mod data_table;
mod save;
mod save_menu;
mod switches;

pub(super) use card::{CardPlace, ChartCard, Shown};
pub(super) use data_table::chart_table;
pub(super) use save::{SaveRequest, save_chart};
