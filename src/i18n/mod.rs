//! Words and formats, for both languages.
//!
//! A sentence is a variant of [`Message`], or of [`LaterMessage`] where only the
//! part of the page that is fetched later says it; its wording stands in `zh.rs` and
//! `en.rs`, one exhaustive match each, so that a missing translation does not
//! compile. What only the dialogs around a reader's ledger say is in [`ledger`]
//! and [`LedgerMessage`]. Numbers, money and dates are written by [`mod@format`].
//! Nothing here knows where a sentence appears.

mod en;
pub mod format;
mod later;
pub mod ledger;
mod ledger_message;
mod locale;
mod message;
mod zh;

pub use later::LaterMessage;
pub use ledger_message::LedgerMessage;
pub use locale::{Bilingual, Locale};
pub use message::{Message, Noun, Words};
