//! Something that the reader is told until it is dismissed.

use crate::i18n::Message;

/// A message above the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Unique while the page is open.
    pub id: u32,
    /// What it says.
    pub message: Message,
}

/// The beginning of a text from outside, short enough for a sentence.
pub(super) fn shortened(text: &str) -> String {
    const MOST_CHARACTERS: usize = 40;
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.into(),
    }
}
