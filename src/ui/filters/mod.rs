//! The filter panel and the chips of what is active.

mod chips;
mod panel;
mod period_filter;
mod tree_filter;

pub use chips::{Chips, ChipsProps};
pub use panel::{FilterPanel, FilterPanelProps};
pub use period_filter::{PeriodFilter, PeriodFilterProps};
pub use tree_filter::{TreeFilter, TreeFilterProps};
