//! Text for the clipboard.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{body, document};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlDocument, HtmlTextAreaElement};

use super::element;

/// The browser did not let the page copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotCopied;

/// Puts `text` on the clipboard. To be called while the reader's click or key is being handled.
///
/// Browsers give `navigator.clipboard` only to pages that come over https, and this one also stands on intranets
/// without it; so the page copies as a reader would, and answers with its own text when asked what.
///
/// # Errors
///
/// [`NotCopied`] where the browser refuses.
pub fn copy(text: String) -> Result<(), NotCopied> {
    let before = element::focused();
    // Safari copies nothing where nothing is selected.
    let area = document()
        .create_element("textarea")
        .map_err(|_| NotCopied)?;
    let area: HtmlTextAreaElement = area.unchecked_into();
    area.set_value("-");
    body().append_child(&area).map_err(|_| NotCopied)?;
    area.select();
    let answer = EventListener::once_with_options(
        &document(),
        "copy",
        EventListenerOptions::enable_prevent_default(),
        move |event| {
            if let Some(data) = event.unchecked_ref::<ClipboardEvent>().clipboard_data() {
                let _ = data.set_data("text/plain", &text);
                event.prevent_default();
            }
        },
    );
    let copied = document()
        .unchecked_into::<HtmlDocument>()
        .exec_command("copy");
    drop(answer);
    area.remove();
    if let Some(before) = before {
        element::focus(&before);
    }
    match copied {
        Ok(true) => Ok(()),
        Ok(false) | Err(_) => Err(NotCopied),
    }
}
