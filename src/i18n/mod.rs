//! Words and formats, for both languages.
//!
//! A sentence is a variant of [`Message`]; its wording stands in `zh.rs` and
//! `en.rs`, one exhaustive match each, so that a missing translation does not
//! compile. Numbers, money and dates are written by [`mod@format`]. Nothing here
//! knows where a sentence appears.

mod en;
pub mod format;
pub mod ledger;
mod locale;
mod message;
mod zh;

pub use locale::{Bilingual, Locale};
pub use message::{Message, Noun};
