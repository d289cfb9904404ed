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
        let _ = history().push_state_with_url(&JsValue::NULL, "", Some(&address_here(new_query)));
    }
}

/// Replaces the query string of the present entry.
pub fn replace(new_query: &str) {
    if new_query != query() {
        let _ =
            history().replace_state_with_url(&JsValue::NULL, "", Some(&address_here(new_query)));
    }
}

/// Calls back with the query string whenever the reader walks the history.
pub fn on_walk(follow: impl Fn(String) + 'static) -> EventListener {
    EventListener::new(&window(), "popstate", move |_| follow(query()))
}

/// The address of the page with this query string, as a link on the page names it.
#[must_use]
pub fn address(query: &str) -> String {
    let path = window().location().pathname().unwrap_or_default();
    if query.is_empty() {
        path
    } else {
        format!("{path}?{query}")
    }
}

/// The address of the page with this query string, as it leads there from anywhere.
#[must_use]
pub fn whole_address(query: &str) -> String {
    let origin = window().location().origin().unwrap_or_default();
    format!("{origin}{}", address(query))
}

/// Opens an address in a tab of its own, which learns nothing of this one.
pub fn open_beside(address: &str) {
    // A browser that refuses says so itself.
    let _ = window().open_with_url_and_target_and_features(address, "_blank", "noopener");
}

/// As [`address`], at the same place of the page.
fn address_here(query: &str) -> String {
    let fragment = window().location().hash().unwrap_or_default();
    format!("{}{fragment}", address(query))
}
