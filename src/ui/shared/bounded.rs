//! A figure with the word that qualifies it.

use crate::data::AmountBound;
use crate::i18n::{Locale, Message};

/// `written` after "about", "at least" or "at most"; as it is where it is exact.
pub fn bounded(bound: AmountBound, written: String, locale: Locale) -> String {
    let word = match bound {
        AmountBound::Exact => return written,
        AmountBound::About => Message::BoundAbout,
        AmountBound::AtLeast => Message::BoundAtLeast,
        AmountBound::AtMost => Message::BoundAtMost,
    };
    format!("{} {written}", word.text(locale))
}
