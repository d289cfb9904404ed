//! The document around the page: language, theme, title.

use std::panic::PanicHookInfo;

use gloo::events::EventListener;
use gloo::utils::{document, document_element, window};

use super::slices::in_next_task;

/// Sets the language of the document.
pub fn set_language(tag: &str) {
    set_attribute("lang", tag);
}

/// Sets the theme, to which the style sheets answer.
pub fn set_theme(name: &str) {
    set_attribute("data-theme", name);
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Calls back with `true` when the browser is about to print the page, and with `false` when it has taken its copy.
///
/// What is rendered in answer to the first is on the paper.
#[must_use = "the page listens as long as these are kept"]
pub fn on_print(printing: impl Fn(bool) + Clone + 'static) -> [EventListener; 2] {
    let listen = |event, is_printing| {
        let printing = printing.clone();
        EventListener::new(&window(), event, move |_| printing(is_printing))
    };
    [listen("beforeprint", true), listen("afterprint", false)]
}

/// The reader's day: year, month of the year, day of the month.
#[must_use]
pub fn today() -> (i32, i32, u8) {
    let now = js_sys::Date::new_0();
    (
        now.get_full_year() as i32,
        now.get_month() as i32 + 1,
        now.get_date() as u8,
    )
}

/// Opens the browser's dialog for printing, once what is happening now has been drawn.
pub fn print_soon() {
    in_next_task(|| {
        // Refused only where a frame may not open dialogs.
        let _ = window().print();
    });
}

/// The version and commit that this page was built from, where it was built to be deployed.
#[must_use]
pub fn version() -> Option<String> {
    let element = document()
        .query_selector("meta[name=version]")
        .ok()
        .flatten()?;
    element.get_attribute("content")
}

/// Notes the first time that something happened in the browser's own performance timeline, for measurements.
pub fn mark_first(name: &str) {
    if let Some(performance) = window().performance()
        && performance.get_entries_by_name(name).length() == 0
    {
        let _ = performance.mark(name);
    }
}

/// Milliseconds since the page was opened, on the clock of animation frames.
#[must_use]
pub fn now_ms() -> f64 {
    window()
        .performance()
        .map_or(0.0, |performance| performance.now())
}

/// Whether the reader has selected text on the page.
#[must_use]
pub fn has_selected_text() -> bool {
    let selection = window().get_selection().ok().flatten();
    selection.is_some_and(|selection| !selection.is_collapsed())
}

/// Notes on the document where a panic happened, for the page that `assets/starter/start.js` then shows.
///
/// Only the place: what a panic says may quote the text that it stumbled over, and the report is made to be passed on.
/// The whole is in the console.
pub fn note_panic(panic: &PanicHookInfo<'_>) {
    if let Some(place) = panic.location() {
        set_attribute(
            "data-stopped-at",
            &format!("{}:{}", place.file(), place.line()),
        );
    }
    gloo::console::error!(panic.to_string());
}

fn set_attribute(name: &str, value: &str) {
    // Fails only for names that are no attribute names.
    let _ = document_element().set_attribute(name, value);
}
