//! A dialog, and where the focus is while it is open.

use std::cell::RefCell;

use gloo::events::EventListener;
use web_sys::{HtmlDialogElement, HtmlElement};

use super::element;

/// A dialog that is open until this is dropped; the focus then returns to where it was.
#[derive(Debug)]
pub struct OpenDialog {
    dialog: HtmlDialogElement,
    opener: RefCell<Option<HtmlElement>>,
    on_close: Option<EventListener>,
}

impl OpenDialog {
    /// Opens `dialog` and moves the focus into it; what lies behind a `modal` one is out of reach. Calls back where
    /// the browser closes it, as a gesture may.
    #[must_use]
    pub fn new(dialog: HtmlDialogElement, modal: bool, closed: impl Fn() + 'static) -> Self {
        let opener = RefCell::new(element::focused());
        if modal {
            // Fails only for a dialog that is open already or not in the document.
            let _ = dialog.show_modal();
        } else {
            dialog.show();
        }
        element::focus(&dialog);
        let on_close = Some(EventListener::new(&dialog, "close", move |_| closed()));
        Self {
            dialog,
            opener,
            on_close,
        }
    }

    /// Moves the focus into the dialog, if it is elsewhere.
    pub fn take_focus(&self) {
        if !self.has_focus() {
            self.opener.replace(element::focused());
            element::focus(&self.dialog);
        }
    }

    fn has_focus(&self) -> bool {
        let focused = element::focused();
        self.dialog.contains(focused.as_ref().map(AsRef::as_ref))
    }
}

impl Drop for OpenDialog {
    fn drop(&mut self) {
        self.on_close.take();
        let had_focus = self.has_focus();
        self.dialog.close();
        if let Some(opener) = self.opener.take().filter(|_| had_focus) {
            element::focus(&opener);
        }
    }
}
