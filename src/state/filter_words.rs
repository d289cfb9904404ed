//! The active filters in words, each with the action that takes it away.

use std::rc::Rc;

use super::action::Action;
use crate::data::{CategoryField, CategoryTree, Field, Month, ProjectTable};
use crate::i18n::{LaterMessage, Locale, Message, format};
use crate::query::{FilterSet, Period, Picks, inverted};

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

/// A period in words, by whole years where it is one of whole years.
fn period_in_words(period: Period, locale: Locale) -> String {
    let (first, last) = (period.first, period.last);
    let whole_years = first.is_none_or(|month| month.month_of_year() == 1)
        && last.is_none_or(|month| month.month_of_year() == 12);
    let written = |month: Month| {
        if whole_years {
            format::year(month.year(), locale)
        } else {
            format::month(month.year(), month.month_of_year(), locale)
        }
    };
    format::open_period(first.map(written), last.map(written), locale)
}

/// More picks than this are said by what they leave out, where that is short.
const MANY_PICKS: usize = 3;

/// As many values are named as left out.
const FEW_LEFT_OUT: usize = 2;

/// The names of what the picks of a field leave out, where that is shorter than naming them.
fn left_out(picks: &Picks, tree: &CategoryTree, locale: Locale) -> Option<String> {
    if picks.len() <= MANY_PICKS {
        return None;
    }
    let others = inverted(picks, tree, &|_| true);
    let names: Vec<&str> = others
        .iter()
        .filter_map(|key| tree.code(key))
        .map(|code| &**tree.node(code).name.get(locale))
        .collect();
    (1..=FEW_LEFT_OUT)
        .contains(&names.len())
        .then(|| format::list(&names, locale))
}

/// Every active filter in one line, or that there is none: what stands with a view that leaves the page.
#[must_use]
pub fn filter_sentence(filters: &FilterSet, table: &ProjectTable, locale: Locale) -> String {
    let words = filter_words(filters, table, locale);
    if words.is_empty() {
        return LaterMessage::SheetUnfiltered.text(locale).into_owned();
    }
    let words: Vec<String> = words.into_iter().map(|filter| filter.text).collect();
    let separator = Message::FindingSeparator.text(locale);
    LaterMessage::SheetFiltered(words.join(&separator))
        .text(locale)
        .into_owned()
}

/// Every active filter, in the order of the panel; each pick by itself, unless it is shorter to say what they leave out.
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
        let picks = filters.picks(field);
        if let Some(names) = left_out(picks, tree, locale) {
            let own = Field::Category(field);
            let message = Message::ChipExcept {
                field: field_name(own).text(locale).into_owned(),
                names,
            };
            say(&message, Action::ClearField(own));
            continue;
        }
        for key in picks {
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
        let period = period_in_words(filters.period, locale);
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
