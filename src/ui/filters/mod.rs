//! The filter panel, the chips of what is active, and what stands where nothing is left.

mod chips;
mod empty_result;
mod panel;
mod range_filter;
mod section;
mod tree_filter;
mod value_row;

pub use chips::{Chips, ChipsProps};
pub use empty_result::{EmptyResult, EmptyResultProps};
pub use panel::{FilterPanel, FilterPanelProps};
pub use range_filter::{Range, RangeFilter, RangeFilterProps};
pub use tree_filter::{TreeFilter, TreeFilterProps};
