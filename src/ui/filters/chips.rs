//! The active filters in words, each removable.

use std::rc::Rc;

use yew::prelude::*;

use super::field_name;
use crate::data::{CategoryField, Field, ProjectTable};
use crate::i18n::{Locale, Message, format};
use crate::query::FilterSet;
use crate::state::{Action, ViewState};
use crate::ui::shared::{ByPointer, Icon};

/// What the chips stand for.
#[derive(Debug, PartialEq, Properties)]
pub struct ChipsProps {
    /// What was asked.
    pub view: ByPointer<ViewState>,
    /// The projects, for the names of what is picked.
    pub table: ByPointer<ProjectTable>,
    /// The language of the page.
    pub locale: Locale,
    /// Receives what the reader does.
    pub on_action: Callback<Action>,
}

/// An active filter: its words, and the action that removes it.
struct Chip {
    text: String,
    remove: Action,
}

/// The row of active filters.
#[component]
pub fn Chips(props: &ChipsProps) -> Html {
    let locale = props.locale;
    let chips = chips(&props.view.filters, &props.table, locale);
    let chip = |chip: Chip| {
        let label = Message::RemoveFilter {
            filter: chip.text.clone(),
        }
        .text(locale);
        let remove = chip.remove;
        html! {
            <li>
                <button type="button" data-chip="" aria-label={label} onclick={props.on_action.reform(move |_| remove.clone())}>
                    <span>{ chip.text }</span>
                    { Icon::Cross.html() }
                </button>
            </li>
        }
    };
    html! {
        <div class="chips" role="group" aria-label={Message::ActiveFilters.text(locale)} data-testid="chips">
            if chips.is_empty() {
                <p class="muted">{ Message::NoFilters.text(locale) }</p>
            } else {
                <ul>{ for chips.into_iter().map(chip) }</ul>
                <button
                    type="button"
                    class="quiet"
                    data-testid="clear-all"
                    onclick={props.on_action.reform(|_| Action::ClearFilters)}
                >
                    { Message::ClearFilters.text(locale) }
                </button>
            }
        </div>
    }
}

fn chips(filters: &FilterSet, table: &ProjectTable, locale: Locale) -> Vec<Chip> {
    let mut chips = Vec::new();
    for field in CategoryField::ALL {
        let tree = table.category(field).tree();
        for key in filters.picks(field) {
            let name = tree.code(key).map_or_else(
                || key.to_string(),
                |code| tree.node(code).name.get(locale).to_string(),
            );
            let field_name = field_name(Field::Category(field)).text(locale).into_owned();
            chips.push(Chip {
                text: Message::ChipCategory {
                    field: field_name,
                    name,
                }
                .text(locale)
                .into_owned(),
                remove: Action::Unpick {
                    field,
                    key: Rc::clone(key),
                },
            });
        }
    }
    if filters.is_active(Field::Period) {
        let period = format::open_period(
            filters
                .period
                .first
                .map(|month| (month.year(), month.month_of_year())),
            filters
                .period
                .last
                .map(|month| (month.year(), month.month_of_year())),
            locale,
        );
        chips.push(Chip {
            text: Message::ChipPeriod { period }.text(locale).into_owned(),
            remove: Action::ClearField(Field::Period),
        });
    }
    if filters.is_active(Field::Amount) {
        let range = format::open_amount_range(filters.amount.min, filters.amount.max, locale);
        chips.push(Chip {
            text: Message::ChipAmount { range }.text(locale).into_owned(),
            remove: Action::ClearField(Field::Amount),
        });
    }
    if filters.is_active(Field::Search) {
        chips.push(Chip {
            text: Message::ChipSearch {
                text: filters.search().to_owned(),
            }
            .text(locale)
            .into_owned(),
            remove: Action::ClearField(Field::Search),
        });
    }
    chips
}
