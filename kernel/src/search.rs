//! Looking for words in texts, however they are typed.

use std::ops::Range;

use crate::dictionary::Texts;
use crate::row_set::WORD;

/// How far a full-width form stands above its ASCII character.
const FULL_WIDTH_SHIFT: u32 = 0xFEE0;

/// Adds `text` to `folded` in lower case, with full-width letters, digits and signs in half width.
#[inline(never)]
pub fn fold(text: &str, folded: &mut String) {
    for letter in text.chars() {
        match letter {
            '\0'..='\u{7F}' => folded.push(letter.to_ascii_lowercase()),
            '\u{3000}' => folded.push(' '),
            // Neither Chinese nor Japanese characters have a case.
            '\u{3001}'..='\u{9FFF}' => folded.push(letter),
            '\u{FF01}'..='\u{FF5E}' => {
                let narrow = char::from_u32(u32::from(letter) - FULL_WIDTH_SHIFT);
                folded.push(narrow.unwrap_or(letter).to_ascii_lowercase());
            }
            _ => folded.extend(letter.to_lowercase()),
        }
    }
}

/// Marks the rows of `rows` whose text holds a word, for each of `words`, which are folded. `found` has a set for each.
#[inline(never)]
pub fn mark_rows_with(texts: &Texts, rows: Range<usize>, words: &[String], found: &mut [Vec<u64>]) {
    let mut folded = String::new();
    let mut ends = Vec::with_capacity(rows.len());
    for row in rows.clone() {
        fold(
            std::str::from_utf8(texts.get(row)).unwrap_or_default(),
            &mut folded,
        );
        ends.push(folded.len());
    }
    for (word, found) in words.iter().zip(found) {
        let mut place = 0;
        for (start, _) in folded.match_indices(word.as_str()) {
            while ends[place] <= start {
                place += 1;
            }
            // One that begins in a text and ends in the next is none.
            if start + word.len() <= ends[place] {
                let row = rows.start + place;
                found[row / WORD] |= 1 << (row % WORD);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_in_one_text_and_not_across_two() {
        let mut texts = Texts::default();
        for text in ["济南ＢＭＷ工厂", "bm", "w", "", "Bmw bmw", "bmbmw"] {
            texts.push(text.as_bytes());
        }
        let words = ["bmw".to_owned(), "工厂".to_owned()];
        let mut found = vec![vec![0], vec![0]];
        mark_rows_with(&texts, 0..3, &words, &mut found);
        mark_rows_with(&texts, 3..6, &words, &mut found);
        assert_eq!(found, [[0b11_0001], [0b1]]);
    }
}
