//! The document around the page: language, theme, title.

use gloo::utils::{document, document_element};

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

/// Notes a moment in the browser's own performance timeline, for measurements.
pub fn mark_moment(name: &str) {
    if let Some(performance) = gloo::utils::window().performance() {
        let _ = performance.mark(name);
    }
}

fn set_attribute(name: &str, value: &str) {
    // Fails only for names that are no attribute names.
    let _ = document_element().set_attribute(name, value);
}
