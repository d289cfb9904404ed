//! The charts: a card for each, one canvas component for all.

mod canvas;
mod card;
mod data_table;

pub use card::ChartCard;
