//! The search over all projects.

use gloo::timers::callback::Timeout;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::browser::shortcut;
use crate::i18n::{Locale, Message};
use crate::state::Action;

/// How long the reader must pause before the search becomes part of the address, in milliseconds.
const PAUSE_MS: u32 = 250;

/// What the search box shows.
#[derive(Debug, PartialEq, Properties)]
pub(super) struct SearchBoxProps {
    /// The search that the page shows now.
    pub text: String,
    /// Whether a slash leads here from anywhere.
    pub keys: bool,
    /// The language of the page.
    pub locale: Locale,
    /// Receives the search.
    pub on_action: Callback<Action>,
}

/// A search box. What is half typed stays here until the reader pauses.
#[component]
pub(super) fn SearchBox(props: &SearchBoxProps) -> Html {
    let input = use_node_ref();
    let pause = use_mut_ref(|| None::<Timeout>);
    {
        let input = input.clone();
        let pause = pause.clone();
        use_effect_with(props.text.clone(), move |text| {
            // The page's search changed by other means than typing: Back, a chip, a link.
            if let Some(input) = input.cast::<HtmlInputElement>()
                && input.value().trim() != text
            {
                pause.borrow_mut().take();
                input.set_value(text);
            }
        });
    }
    {
        let input = input.clone();
        use_effect_with(props.keys, move |&keys| {
            let listener = keys.then(|| {
                shortcut::on_key("/", move || {
                    if let Some(input) = input.cast::<HtmlInputElement>() {
                        let _ = input.focus();
                        input.select();
                    }
                })
            });
            move || drop(listener)
        });
    }
    let commit = {
        let input = input.clone();
        let on_action = props.on_action.clone();
        move || {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                on_action.emit(Action::Search(input.value()));
            }
        }
    };
    let oninput = {
        let commit = commit.clone();
        let pause = pause.clone();
        move |_: InputEvent| *pause.borrow_mut() = Some(Timeout::new(PAUSE_MS, commit.clone()))
    };
    let onkeydown = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            pause.borrow_mut().take();
            commit();
        }
    };
    html! {
        <label class="search">
            <span class="visually-hidden">{ Message::SearchLabel.text(props.locale) }</span>
            <input
                ref={input}
                type="search"
                aria-keyshortcuts={props.keys.then_some("/")}
                title={props.keys.then(|| Message::SearchKey.text(props.locale))}
                maxlength="200"
                autocomplete="off"
                spellcheck="false"
                placeholder={Message::SearchHint.text(props.locale)}
                {oninput}
                {onkeydown}
            />
        </label>
    }
}
