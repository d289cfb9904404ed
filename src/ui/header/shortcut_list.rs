//! The list of keys, and the switch for those that work alone.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::browser::dialog::OpenDialog;
use crate::i18n::{LaterMessage, Locale, Message};
use crate::state::Action;
use crate::ui::shared::Icon;

/// What the list shows.
#[derive(Debug, PartialEq, Properties)]
pub struct ShortcutListProps {
    /// Whether keys work that are pressed alone.
    pub keys: bool,
    /// The language of the page.
    pub locale: Locale,
    /// Receives what the reader does.
    pub on_action: Callback<Action>,
    /// The reader closes the list.
    pub on_close: Callback<()>,
}

/// The list of keys, as a dialog.
#[component]
pub fn ShortcutList(props: &ShortcutListProps) -> Html {
    let dialog = use_node_ref();
    let (locale, on_close) = (props.locale, props.on_close.clone());
    {
        let (dialog, on_close) = (dialog.clone(), on_close.clone());
        use_effect_with((), move |()| {
            let opened = dialog
                .cast()
                .map(|dialog| OpenDialog::new(dialog, true, move || on_close.emit(())));
            move || drop(opened)
        });
    }
    let text = |message: LaterMessage| message.text(locale);
    let alone = [
        ("/".into(), LaterMessage::KeyOfSearch),
        ("?".into(), LaterMessage::KeyOfShortcuts),
    ];
    let others = [
        ("Esc".into(), LaterMessage::KeyOfEscape),
        ("Alt + ←".into(), LaterMessage::KeyOfUndo),
        (text(LaterMessage::SpaceKey), LaterMessage::KeyOfPick),
        (text(LaterMessage::EnterKey), LaterMessage::KeyOfOnly),
    ];
    let shown = alone.into_iter().filter(|_| props.keys).chain(others);
    let on_allow = props.on_action.reform(|event: Event| {
        Action::AllowKeys(event.target_unchecked_into::<HtmlInputElement>().checked())
    });
    html! {
        <dialog ref={dialog} class="shortcuts" tabindex="-1" aria-labelledby="shortcuts-heading">
            <div class="shortcuts-head">
                <h2 id="shortcuts-heading">{ text(Message::Shortcuts.into()) }</h2>
                <button type="button" class="quiet" data-action="close" aria-label={text(LaterMessage::CloseDialog)} onclick={on_close.reform(|_| ())}>
                    { Icon::Cross.html() }
                </button>
            </div>
            <dl>
                { for shown.map(|(key, what)| html! { <div><dt><kbd>{ key }</kbd></dt><dd>{ text(what) }</dd></div> }) }
                <div><dt>{ text(LaterMessage::KeysOfCharts) }</dt><dd>{ text(Message::ChartKeys.into()) }</dd></div>
                <div><dt>{ text(LaterMessage::KeysOfTable) }</dt><dd>{ text(LaterMessage::TableKeys) }</dd></div>
            </dl>
            <label>
                <input type="checkbox" checked={props.keys} onchange={on_allow} />
                { text(LaterMessage::KeysAlone) }
            </label>
        </dialog>
    }
}
