//! The active filters in words, each with the action that takes it away.

use std::rc::Rc;

use super::action::Action;
use crate::data::{CategoryField, Field, Month, ProjectTable};
use crate::i18n::{Locale, Message, format};
use crate::query::FilterSet;

/// An active filter.
#[derive(Clone, Debug, PartialEq)]
pub struct FilterWords {
    /// The filter in the reader's language.
    pub text: String,
    /// Takes it away.
    pub remove: Action,
}

/// What a field is called.
#[must_use]
pub const fn field_name(field: Field) -> Message {
    match field {
        Field::Category(field) => match field {
            CategoryField::Country => Message::FieldCountry,
            CategoryField::Industry => Message::FieldIndustry,
            CategoryField::Place => Message::FieldPlace,
            CategoryField::Event => Message::FieldEvent,
            CategoryField::Mode => Message::FieldMode,
            CategoryField::Stage => Message::FieldStage,
            CategoryField::Disclosure => Message::FieldDisclosure,
            CategoryField::CountryBasis => Message::FieldCountryBasis,
        },
        Field::Period => Message::FieldPeriod,
        Field::Amount => Message::FieldAmount,
        Field::Search => Message::FieldSearch,
    }
}

/// Every active filter, in the order of the panel; each pick by itself.
#[must_use]
pub fn filter_words(filters: &FilterSet, table: &ProjectTable, locale: Locale) -> Vec<FilterWords> {
    let mut words = Vec::new();
    let mut say = |message: &Message, remove: Action| {
        words.push(FilterWords {
            text: message.text(locale).into_owned(),
            remove,
        });
    };
    for field in CategoryField::ALL {
        let tree = table.category(field).tree();
        for key in filters.picks(field) {
            let name = tree.code(key).map_or_else(
                || key.to_string(),
                |code| tree.node(code).name.get(locale).to_string(),
            );
            let field_name = field_name(Field::Category(field)).text(locale).into_owned();
            let message = Message::ChipCategory {
                field: field_name,
                name,
            };
            let key = Rc::clone(key);
            say(&message, Action::Unpick { field, key });
        }
    }
    if filters.is_active(Field::Period) {
        let month = |month: Month| (month.year(), month.month_of_year());
        let (first, last) = (filters.period.first, filters.period.last);
        let period = format::open_period(first.map(month), last.map(month), locale);
        say(
            &Message::ChipPeriod { period },
            Action::ClearField(Field::Period),
        );
    }
    if filters.is_active(Field::Amount) {
        let range = format::open_amount_range(
            filters.amount.min,
            filters.amount.max,
            table.amounts().currency().code(),
            locale,
        );
        say(
            &Message::ChipAmount { range },
            Action::ClearField(Field::Amount),
        );
    }
    if filters.is_active(Field::Search) {
        let text = filters.search().to_owned();
        say(
            &Message::ChipSearch { text },
            Action::ClearField(Field::Search),
        );
    }
    words
}
