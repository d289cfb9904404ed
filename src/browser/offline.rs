//! Whether the page is kept for visits without a network.
//!
//! `assets/starter/offline.js` keeps it and finds new versions, outside the program, so that a version whose program
//! does not start can still be replaced. It says what is the case in an attribute of the document.

use gloo::events::EventListener;
use gloo::utils::document_element;
use web_sys::Event;

/// What is the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offline {
    /// The browser cannot do it here, or has not begun.
    Impossible,
    /// The reader does not want it.
    Off,
    /// The files are being stored.
    Preparing,
    /// The page opens without a network.
    Kept,
    /// So it does, and a new version waits for the reader's consent.
    Waiting,
}

/// What the reader wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The page is to be kept.
    Keep,
    /// The page is not to be kept, and what is kept of it is to be deleted.
    Forget,
    /// The new version is to be shown.
    Update,
}

/// What is the case now.
#[must_use]
pub fn state() -> Offline {
    match document_element().get_attribute("data-offline").as_deref() {
        Some("off") => Offline::Off,
        Some("preparing") => Offline::Preparing,
        Some("kept") => Offline::Kept,
        Some("waiting") => Offline::Waiting,
        Some(_) | None => Offline::Impossible,
    }
}

/// Calls back after each change, until it is dropped.
pub fn on_change(changed: impl Fn() + 'static) -> EventListener {
    EventListener::new(&document_element(), "offline-change", move |_| changed())
}

/// Passes on what the reader wants.
pub fn wish(wish: Wish) {
    let name = match wish {
        Wish::Keep => "offline-on",
        Wish::Forget => "offline-off",
        Wish::Update => "offline-update",
    };
    if let Ok(event) = Event::new(name) {
        // Fails only for an event that is already on its way.
        let _ = document_element().dispatch_event(&event);
    }
}
