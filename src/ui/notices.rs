//! What went wrong, and what was done about it.

use yew::prelude::*;

use crate::i18n::{Locale, Message};
use crate::state::{Action, Notice};

/// The notices that the reader has not yet dismissed.
pub(super) fn notices(notices: &[Notice], locale: Locale, on_action: &Callback<Action>) -> Html {
    if notices.is_empty() {
        return Html::default();
    }
    let item = |notice: &Notice| {
        let id = notice.id;
        html! {
            <li key={id}>
                <span>{ notice.message.text(locale) }</span>
                <button type="button" onclick={on_action.reform(move |_| Action::DismissNotice(id))}>
                    { Message::Dismiss.text(locale) }
                </button>
            </li>
        }
    };
    html! {
        <div role="status">
            <ul class="notices" aria-label={Message::Notices.text(locale)} data-testid="notices">
                { for notices.iter().map(item) }
            </ul>
        </div>
    }
}
