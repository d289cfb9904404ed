//! The query string in the address bar, and the history behind it.

use gloo::events::EventListener;
use gloo::utils::{history, window};
use wasm_bindgen::JsValue;

/// The query string as it stands, without its `?`.
#[must_use]
pub fn query() -> String {
    window()
        .location()
        .search()
        .unwrap_or_default()
        .trim_start_matches('?')
        .to_owned()
}

/// Adds an entry to the history with another query string, if it differs.
pub fn push(new_query: &str) {
    if new_query != query() {
        // Browsers refuse more than some hundred entries within seconds; the page then works on with the old address.
        let _ = history().push_state_with_url(&JsValue::NULL, "", Some(&address(new_query)));
    }
}

/// Replaces the query string of the present entry.
pub fn replace(new_query: &str) {
    if new_query != query() {
        let _ = history().replace_state_with_url(&JsValue::NULL, "", Some(&address(new_query)));
    }
}

/// Calls back with the query string whenever the reader walks the history.
pub fn on_walk(follow: impl Fn(String) + 'static) -> EventListener {
    EventListener::new(&window(), "popstate", move |_| follow(query()))
}

fn address(query: &str) -> String {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let fragment = location.hash().unwrap_or_default();
    if query.is_empty() {
        format!("{path}{fragment}")
    } else {
        format!("{path}?{query}{fragment}")
    }
}
