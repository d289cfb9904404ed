//! The document around the page: language, theme, title.

use gloo::utils::{document, document_element, window};

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

fn set_attribute(name: &str, value: &str) {
    // Fails only for names that are no attribute names.
    let _ = document_element().set_attribute(name, value);
}
