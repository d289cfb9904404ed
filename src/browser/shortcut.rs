//! Keys that work wherever the reader is, unless they are typing.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// Calls back when `key` is pressed alone and no field has the focus; the page does nothing else with it.
pub fn on_key(key: &'static str, pressed: impl Fn() + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event: &Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let is_alone = !(event.ctrl_key() || event.alt_key() || event.meta_key());
        if event.key() == key && is_alone && !is_typing(event) {
            event.prevent_default();
            pressed();
        }
    })
}

/// Whether the event goes to a field that takes text.
pub(super) fn is_typing(event: &Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| {
        let is_field = matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT");
        // A checkbox takes no letters.
        let takes_letters = !matches!(
            target.get_attribute("type").as_deref(),
            Some("checkbox" | "radio" | "button")
        );
        (is_field && takes_letters)
            || target
                .dyn_ref::<HtmlElement>()
                .is_some_and(HtmlElement::is_content_editable)
    })
}
