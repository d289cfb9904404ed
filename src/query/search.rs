//! Text search: the same words however they are typed.
//!
//! Case and the width of letters do not matter (`ＢＭＷ` is `bmw`). Chinese
//! has no spaces between words, so a word is found anywhere in a text.

use crate::data::{ProjectTable, TextColumn, TextColumnBuilder};

/// How far a full-width form stands above its ASCII character.
const FULL_WIDTH_SHIFT: u32 = 0xFEE0;

/// `text` in lower case, with full-width letters, digits and signs in half width.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(&mut folded, text);
    folded
}

/// What is searched for: words, each of which must be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchTerm {
    words: Vec<String>,
}

impl SearchTerm {
    /// The words of `text`, which white space separates. No word at all is found everywhere.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self {
            words: fold(text).split_whitespace().map(str::to_owned).collect(),
        }
    }

    /// Whether every word occurs in one of `texts`, which need not be folded.
    #[must_use]
    pub fn matches<'a>(&self, texts: impl Iterator<Item = &'a str>) -> bool {
        self.is_in_folded(&folded_together(texts))
    }

    /// Whether every word occurs in `text`, which [`folded_texts`] wrote.
    pub(super) fn is_in_folded(&self, text: &str) -> bool {
        self.words.iter().all(|word| text.contains(word.as_str()))
    }
}

/// The searched texts of every row, folded. Worth keeping: it is most of the work of a search.
pub(super) fn folded_texts(table: &ProjectTable) -> TextColumn {
    let mut column = TextColumnBuilder::default();
    for row in 0..table.len() {
        column.push(&folded_together(table.searched_texts(row)));
    }
    column.finish()
}

/// Folds `texts` into one. A word holds no white space, so that none is found across a line break.
fn folded_together<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut together = String::new();
    for text in texts {
        fold_onto(&mut together, text);
        together.push('\n');
    }
    together
}

fn fold_onto(folded: &mut String, text: &str) {
    for letter in text.chars() {
        let narrow = match letter {
            '\u{3000}' => ' ',
            '\u{FF01}'..='\u{FF5E}' => {
                char::from_u32(u32::from(letter) - FULL_WIDTH_SHIFT).unwrap_or(letter)
            }
            _ => letter,
        };
        folded.extend(narrow.to_lowercase());
    }
}
