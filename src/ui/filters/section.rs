//! A section of the filter panel: a heading that folds it, what clears it, and its content.

use yew::prelude::*;

use crate::data::Field;
use crate::i18n::{Locale, Message};
use crate::state::{Action, field_name};

/// The identifier of the words that say how a list is used by keyboard.
pub(super) const LIST_KEYS: &str = "list-keys";

/// A section of the panel.
pub(super) struct Section<'a> {
    /// The field that it filters.
    pub field: Field,
    /// Whether it is open.
    pub open: bool,
    /// Whether it filters anything now.
    pub active: bool,
    /// The language of the page.
    pub locale: Locale,
    /// Receives what the reader does.
    pub on_action: &'a Callback<Action>,
}

impl Section<'_> {
    /// The section, with `tools` before the button that clears it. A folded one costs nothing but its heading.
    pub(super) fn html(&self, tools: Html, content: impl FnOnce() -> Html) -> Html {
        let (field, locale) = (self.field, self.locale);
        let name = field_name(field).text(locale);
        let (heading, body) = (
            format!("head-{}", field.key()),
            format!("body-{}", field.key()),
        );
        let keys = match field {
            Field::Category(_) => Some(LIST_KEYS),
            Field::Period | Field::Amount | Field::Search => None,
        };
        let fold = self.on_action.reform(move |_| Action::FoldSection(field));
        let clear = self.on_action.reform(move |_| Action::ClearField(field));
        html! {
            <div class="filter" data-field={field.key()}>
                <div class="filter-head">
                    <h3>
                        <button
                            type="button"
                            class="fold"
                            id={heading.clone()}
                            aria-expanded={if self.open { "true" } else { "false" }}
                            aria-controls={self.open.then(|| body.clone())}
                            onclick={fold}
                        >
                            { name.clone() }
                        </button>
                    </h3>
                    { tools }
                    if self.active {
                        <button
                            type="button"
                            class="quiet"
                            data-action="clear"
                            aria-label={Message::ClearField { field: name.into_owned() }.text(locale)}
                            onclick={clear}
                        >
                            { Message::Clear.text(locale) }
                        </button>
                    }
                </div>
                if self.open {
                    <div id={body} role="group" aria-labelledby={heading} aria-describedby={keys}>{ content() }</div>
                }
            </div>
        }
    }
}
