//! The first sign that somebody uses the page.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;

/// What a reader does first, whichever way they read.
const SIGNS: [&str; 8] = [
    "pointermove",
    "pointerdown",
    "touchstart",
    "wheel",
    "scroll",
    "keydown",
    "dragenter",
    "paste",
];

/// Listens for signs until it is dropped.
#[derive(Debug)]
pub struct SignListener {
    _listeners: [EventListener; SIGNS.len()],
}

/// Calls back at the first sign, whichever it is, and at no other. A page that is scrolled already is one such: the
/// browser has brought its reader back to where they were.
#[must_use]
pub fn on_first_sign(noticed: impl FnOnce() + 'static) -> SignListener {
    let options = EventListenerOptions::run_in_capture_phase();
    let noticed = Rc::new(Cell::new(Some(noticed)));
    if window().scroll_y().is_ok_and(|top| top > 0.0)
        && let Some(noticed) = noticed.take()
    {
        noticed();
    }
    SignListener {
        _listeners: SIGNS.map(|sign| {
            let noticed = Rc::clone(&noticed);
            EventListener::once_with_options(&window(), sign, options, move |_| {
                if let Some(noticed) = noticed.take() {
                    noticed();
                }
            })
        }),
    }
}
