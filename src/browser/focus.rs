//! The focus stays near when what had it goes away.
//!
//! A button that takes away a filter, a notice or a fold is often gone once it
//! was pressed. The browser would then put the focus on the page as a whole,
//! and a reader without a mouse would begin again at the top.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use super::element::{focus, focused};

/// How long a page is given to take away what was pressed, in milliseconds.
const LONGEST_WAIT_MS: u32 = 1024;

/// What can take the focus. Not the link that skips what a page begins with: it is seen only with the focus, and would
/// appear before a reader who never asked for it.
const FOCUSABLE: &str = "button, a[href]:not(.skip), input, select, [tabindex]";

/// Keeps the focus near what was pressed, until this is dropped.
pub fn keep_focus() -> EventListener {
    // The pressing of a key on a button is a click too.
    let options = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&document(), "click", options, |_: &Event| {
        let Some(pressed) = focused().filter(|_| !nothing_has_focus()) else {
            return;
        };
        let around = around(&pressed);
        focus_around_once_gone(pressed, around, 0);
    })
}

/// Looks after a while whether what was pressed is gone, and again after twice as long while it is not: a page that has
/// much to do shows later what the press has changed.
fn focus_around_once_gone(pressed: HtmlElement, around: Vec<Element>, wait_ms: u32) {
    Timeout::new(wait_ms, move || {
        if pressed.is_connected() {
            let next_ms = (2 * wait_ms).max(16);
            if next_ms <= LONGEST_WAIT_MS {
                focus_around_once_gone(pressed, around, next_ms);
            }
        } else if nothing_has_focus() {
            focus_first_in(&around);
        }
    })
    .forget();
}

fn nothing_has_focus() -> bool {
    focused().is_none_or(|focused| focused.tag_name() == "BODY")
}

/// What an element stands in, from the inside.
fn around(element: &Element) -> Vec<Element> {
    std::iter::successors(element.parent_element(), |outer| outer.parent_element()).collect()
}

/// Focuses the first that takes the focus in the innermost that is still there: what is not shown does not.
fn focus_first_in(around: &[Element]) {
    for element in around.iter().filter(|element| element.is_connected()) {
        // Fails only for a selector that is none.
        let Ok(within) = element.query_selector_all(FOCUSABLE) else {
            return;
        };
        for place in 0..within.length() {
            if let Some(Ok(next)) = within.get(place).map(JsCast::dyn_into::<HtmlElement>) {
                focus(&next);
            }
            if !nothing_has_focus() {
                return;
            }
        }
    }
}
