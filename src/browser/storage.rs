//! What stays in this browser between two visits.
//!
//! A browser that is told to keep nothing (cookies off, a page in a foreign frame) throws at the mere mention of its
//! storage, so it is asked for with care here, and not through gloo's `LocalStorage`, which does not expect that.

use gloo::utils::window;
use serde::Serialize;
use serde::de::DeserializeOwned;
use web_sys::Storage;

/// The value kept under `key`; `None` where there is none, it cannot be read, or storage is blocked.
#[must_use]
pub fn load<T: DeserializeOwned>(key: &str) -> Option<T> {
    let text = storage()?.get_item(key).ok()??;
    serde_json::from_str(&text).ok()
}

/// Storage is blocked or full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotKept;

/// Keeps a value under `key`.
///
/// # Errors
///
/// [`NotKept`] where storage is blocked or full; the page works on without.
pub fn save<T: Serialize>(key: &str, value: &T) -> Result<(), NotKept> {
    let text = serde_json::to_string(value).map_err(|_| NotKept)?;
    let storage = storage().ok_or(NotKept)?;
    storage.set_item(key, &text).map_err(|_| NotKept)
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
