//! One chart alone, as it stands in a frame of another page.

use yew::prelude::*;

use crate::browser::address_bar;
use crate::i18n::{Locale, Message};
use crate::state::{Action, ViewState, address};

/// What stands around the chart: active filters above it, below it where it comes from and the way to the whole page.
pub(super) fn frame(
    view: &ViewState,
    filters: Html,
    card: Html,
    source: AttrValue,
    locale: Locale,
) -> Html {
    html! {
        <main class="embed">
            if !view.filters.is_empty() {
                { filters }
            }
            { card }
            <p class="embed-source">
                <span class="muted">{ source }</span>
                <a href={page_address(view)} target="_blank" rel="noopener">{ Message::OpenPage.text(locale) }</a>
            </p>
        </main>
    }
}

/// Of what a chart does in a frame, a project's details open on the whole page; all else stays within the frame.
pub(super) fn frame_action(view: &ViewState, action: Action) -> Option<Action> {
    let Action::OpenProject(open_project) = action else {
        return Some(action);
    };
    let view = ViewState {
        open_project,
        ..view.unframed()
    };
    address_bar::open_beside(&page_address(&view));
    None
}

fn page_address(view: &ViewState) -> String {
    address_bar::address(&address::encode(&view.unframed()))
}
