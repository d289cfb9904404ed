//! What stays in this browser between two visits.
//!
//! A browser that is told to keep nothing (cookies off, a page in a foreign frame) throws at the mere mention of its
//! storage, so it is asked for with care here, and not through gloo's `LocalStorage`, which does not expect that.

use gloo::utils::window;
use web_sys::Storage;

/// The text kept under `key`; `None` where there is none, or storage is blocked.
#[must_use]
pub fn load(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Storage is blocked or full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotKept;

/// Keeps a text under `key`.
///
/// # Errors
///
/// [`NotKept`] where storage is blocked or full; the page works on without.
pub fn save(key: &str, text: &str) -> Result<(), NotKept> {
    let storage = storage().ok_or(NotKept)?;
    storage.set_item(key, text).map_err(|_| NotKept)
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
