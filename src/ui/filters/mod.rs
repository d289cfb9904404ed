//! The filter panel and the chips of what is active.

mod chips;
mod panel;
mod period_filter;
mod tree_filter;

pub use chips::{Chips, ChipsProps};
pub use panel::{FilterPanel, FilterPanelProps};
pub use period_filter::{PeriodFilter, PeriodFilterProps};
pub use tree_filter::{TreeFilter, TreeFilterProps};

use crate::data::{CategoryField, Field};
use crate::i18n::Message;

/// The heading of a field.
#[must_use]
pub fn field_name(field: Field) -> Message {
    match field {
        Field::Category(CategoryField::Country) => Message::FieldCountry,
        Field::Category(CategoryField::Industry) => Message::FieldIndustry,
        Field::Category(CategoryField::Place) => Message::FieldPlace,
        Field::Category(CategoryField::Event) => Message::FieldEvent,
        Field::Category(CategoryField::Mode) => Message::FieldMode,
        Field::Category(CategoryField::Stage) => Message::FieldStage,
        Field::Category(CategoryField::Disclosure) => Message::FieldDisclosure,
        Field::Category(CategoryField::CountryBasis) => Message::FieldCountryBasis,
        Field::Period => Message::FieldPeriod,
        Field::Amount => Message::FieldAmount,
        Field::Search => Message::FieldSearch,
    }
}
