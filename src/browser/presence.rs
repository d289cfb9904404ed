//! The first sign that somebody uses the page.

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

/// Calls back at every kind of sign, once each: calling for the first is enough, being called again must do no harm.
#[must_use]
pub fn on_first_sign(noticed: impl Fn() + Clone + 'static) -> SignListener {
    let options = EventListenerOptions::run_in_capture_phase();
    SignListener {
        _listeners: SIGNS.map(|sign| {
            let noticed = noticed.clone();
            EventListener::once_with_options(&window(), sign, options, move |_| noticed())
        }),
    }
}
