//! The table that whoever deploys the page may lay beside it.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Response};

/// Where the table is, beside `index.html`. The page comes with an empty file there, so that no host has to answer
/// that there is none.
pub const ADDRESS: &str = "data/projects.csv";

/// The table; `None` where the file is empty, absent, or not to be had.
pub async fn find() -> Option<Blob> {
    let response = JsFuture::from(gloo::utils::window().fetch_with_str(ADDRESS)).await;
    let response: Response = response.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let content = JsFuture::from(response.blob().ok()?).await;
    let content: Blob = content.ok()?.dyn_into().ok()?;
    (content.size() > 0.0).then_some(content)
}
