//! What stays in this browser between two visits.

use gloo::storage::{LocalStorage, Storage};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The value kept under `key`; `None` where there is none, it cannot be read, or storage is blocked.
#[must_use]
pub fn load<T: DeserializeOwned>(key: &str) -> Option<T> {
    LocalStorage::get(key).ok()
}

/// Keeps a value under `key`. Where storage is blocked or full, the page works on without.
pub fn save<T: Serialize>(key: &str, value: &T) {
    let _ = LocalStorage::set(key, value);
}
