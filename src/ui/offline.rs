//! Use without a network: that a new version waits, and the choice to keep the page or not.

use yew::prelude::*;

use crate::browser::offline::{self, Offline, Wish};
use crate::i18n::{Locale, Message};

/// What both parts need to know.
#[derive(Clone, Copy, Debug, PartialEq, Properties)]
pub(super) struct OfflineProps {
    /// The language of the page.
    pub locale: Locale,
}

/// Says that a new version waits, and offers to show it.
#[component]
pub(super) fn NewVersion(props: &OfflineProps) -> Html {
    if use_offline() != Offline::Waiting {
        return Html::default();
    }
    html! {
        <ul class="notices" role="status" data-testid="new-version">
            <li>
                <span>{ Message::NewVersionWaits.text(props.locale) }</span>
                <button type="button" onclick={|_| offline::wish(Wish::Update)}>
                    { Message::ShowNewVersion.text(props.locale) }
                </button>
            </li>
        </ul>
    }
}

/// Says whether the page opens without a network, with the choice.
#[component]
pub(super) fn OfflineChoice(props: &OfflineProps) -> Html {
    let (said, offered) = match use_offline() {
        Offline::Impossible => return Html::default(),
        Offline::Off => (
            Message::OfflineOff,
            Some((Message::OfflineKeep, Wish::Keep)),
        ),
        Offline::Preparing => (Message::OfflinePreparing, None),
        Offline::Kept | Offline::Waiting => (
            Message::OfflineKept,
            Some((Message::OfflineForget, Wish::Forget)),
        ),
    };
    html! {
        <p class="offline" data-testid="offline">
            { said.text(props.locale) }
            if let Some((message, wish)) = offered {
                <button type="button" class="quiet" onclick={move |_| offline::wish(wish)}>
                    { message.text(props.locale) }
                </button>
            }
        </p>
    }
}

/// What is the case, followed.
#[hook]
fn use_offline() -> Offline {
    let state = use_state_eq(offline::state);
    {
        let state = state.clone();
        use_effect_with((), move |()| {
            let listener = offline::on_change(move || state.set(offline::state()));
            move || drop(listener)
        });
    }
    *state
}
