//! Giving the view to somebody else: as a link, or on paper.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{address_bar, clipboard, page};
use crate::i18n::{Locale, Message};
use crate::state::{ViewState, address};
use crate::ui::shared::{ByPointer, Menu};

/// What is shared.
#[derive(Debug, PartialEq, Properties)]
pub(super) struct ShareMenuProps {
    /// The view.
    pub view: ByPointer<ViewState>,
    /// The language of the page.
    pub locale: Locale,
}

/// A button that opens what can be done with the view.
#[component]
pub(super) fn ShareMenu(props: &ShareMenuProps) -> Html {
    let open = use_state_eq(|| false);
    // Said of the view that was copied, so that it goes away with the next one.
    let said = use_state(|| None::<(Rc<ViewState>, Message)>);
    let locale = props.locale;
    let view = &props.view.0;
    let copy = {
        let (said, view) = (said.clone(), Rc::clone(view));
        move |_| {
            let link = address_bar::whole_address(&address::encode(&view.unframed()));
            let message = match clipboard::copy(link) {
                Err(clipboard::NotCopied) => Message::NotCopied,
                Ok(()) if view.dataset.travels() => Message::LinkCopied,
                Ok(()) => Message::LinkCopiedOfLedger,
            };
            said.set(Some((Rc::clone(&view), message)));
        }
    };
    let print = {
        let open = open.clone();
        move |_| {
            open.set(false);
            page::print_soon();
        }
    };
    let on_open = {
        let (open, said) = (open.clone(), said.clone());
        Callback::from(move |opens| {
            open.set(opens);
            said.set(None);
        })
    };
    let answer = said
        .as_ref()
        .filter(|(copied, _)| Rc::ptr_eq(copied, view))
        .map(|(_, message)| message.text(locale));
    html! {
        <Menu label={Message::Share.text(locale)} action="share" open={*open} {on_open}>
            <button type="button" class="quiet" data-action="copy-link" onclick={copy}>{ Message::CopyLink.text(locale) }</button>
            <button type="button" class="quiet" data-action="print" onclick={print}>{ Message::Print.text(locale) }</button>
            <p class="hint" role="status">{ answer }</p>
        </Menu>
    }
}
