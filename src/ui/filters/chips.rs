//! The active filters in words, each removable.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::browser::element;
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
    let row = use_node_ref();
    let on_remove = use_focus_kept(&row, &props.view, &props.on_action);
    let chips = filter_words(&props.view.filters, &props.table, locale);
    let chip = |chip: FilterWords| {
        let label = Message::RemoveFilter {
            filter: chip.text.clone(),
        }
        .text(locale);
        let remove = chip.remove;
        html! {
            <li>
                <button type="button" data-chip="" aria-label={label} onclick={on_remove.reform(move |_| remove.clone())}>
                    <span>{ chip.text }</span>
                    { Icon::Cross.html() }
                </button>
            </li>
        }
    };
    html! {
        <div ref={row} class="chips" role="group" tabindex="-1" aria-label={Message::ActiveFilters.text(locale)} data-testid="chips">
            if chips.is_empty() {
                <p class="muted">{ Message::NoFilters.text(locale) }</p>
            } else {
                <ul>{ for chips.into_iter().map(chip) }</ul>
                <button
                    type="button"
                    class="quiet"
                    data-testid="clear-all"
                    onclick={on_remove.reform(|_| Action::ClearFilters)}
                >
                    { Message::ClearFilters.text(locale) }
                </button>
            }
        </div>
    }
}

/// Receives what takes a filter away. Its button goes with it, and the focus, if it was there, to the row.
#[hook]
fn use_focus_kept(
    row: &NodeRef,
    view: &ByPointer<ViewState>,
    on_action: &Callback<Action>,
) -> Callback<Action> {
    let removed = use_mut_ref(|| false);
    {
        let (row, removed) = (row.clone(), removed.clone());
        use_effect_with(view.clone(), move |_| {
            let row = row.cast::<HtmlElement>().filter(|_| removed.replace(false));
            if let Some(row) = row
                && !row.contains(element::focused().as_ref().map(AsRef::as_ref))
            {
                element::focus(&row);
            }
        });
    }
    on_action.reform(move |action| {
        removed.replace(true);
        action
    })
}
