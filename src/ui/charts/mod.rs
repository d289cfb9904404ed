//! The charts: a card for each, one canvas component for all.

mod canvas;
mod card;
mod data_table;
mod save_menu;

pub use card::ChartCard;
