//! The dialog around every step of opening data.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::dialog::OpenDialog;
use crate::i18n::{LedgerMessage, Locale};
use crate::ui::shared::Icon;

/// What the dialog shows.
#[derive(Debug, PartialEq, Properties)]
pub(super) struct LedgerDialogProps {
    /// Its heading.
    pub title: AttrValue,
    /// The language of the page.
    pub locale: Locale,
    /// Closes it; Escape does so too.
    pub on_close: Callback<()>,
    /// What stands in it.
    pub children: Html,
}

/// A dialog over the page, open for as long as it is there.
#[component]
pub(super) fn LedgerDialog(props: &LedgerDialogProps) -> Html {
    let dialog = use_node_ref();
    let opened = use_mut_ref(|| None::<OpenDialog>);
    {
        let (dialog, close) = (dialog.clone(), props.on_close.clone());
        let opened = Rc::clone(&opened);
        use_effect_with((), move |()| {
            *opened.borrow_mut() = dialog
                .cast()
                .map(|dialog| OpenDialog::new(dialog, true, move || close.emit(())));
            move || drop(opened.take())
        });
    }
    let locale = props.locale;
    html! {
        <dialog ref={dialog} class="ledgers" tabindex="-1" aria-labelledby="ledgers-heading" aria-describedby="stays-here">
            <div class="dialog-head">
                <h2 id="ledgers-heading">{ &props.title }</h2>
                <button
                    type="button"
                    class="quiet"
                    data-action="close"
                    aria-label={LedgerMessage::CloseDialog.text(locale)}
                    onclick={props.on_close.reform(|_| ())}
                >
                    { Icon::Cross.html() }
                </button>
            </div>
            <p class="stays-here" id="stays-here">{ LedgerMessage::StaysHere.text(locale) }</p>
            { props.children.clone() }
        </dialog>
    }
}
