//! What stays in this browser between two visits.

use gloo::storage::{LocalStorage, Storage};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The value kept under `key`; `None` where there is none, it cannot be read, or storage is blocked.
#[must_use]
pub fn load<T: DeserializeOwned>(key: &str) -> Option<T> {
    LocalStorage::get(key).ok()
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
    LocalStorage::set(key, value).map_err(|_| NotKept)
}
