//! The active filters in words, each removable.

use yew::prelude::*;

use crate::data::ProjectTable;
use crate::i18n::{Locale, Message};
use crate::state::{Action, FilterWords, ViewState, filter_words};
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

/// The row of active filters.
#[component]
pub fn Chips(props: &ChipsProps) -> Html {
    let locale = props.locale;
    let chips = filter_words(&props.view.filters, &props.table, locale);
    let chip = |chip: FilterWords| {
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
