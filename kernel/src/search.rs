//! Looking for words in texts, however they are typed.

use std::ops::Range;

use crate::dictionary::Texts;
use crate::row_set::WORD;
use crate::simd::{any_in, equal_to};

/// How far a full-width form stands above its ASCII character.
const FULL_WIDTH_SHIFT: u32 = 0xFEE0;

/// Bytes that begin letters which may have a case or another width: capitals, and what begins neither ASCII nor letters
/// from U+4000 to U+9FFF, which are nearly all of Chinese. Given by the first byte and how many there are after it.
const FOLDED: [(u8, u8); 3] = [(b'A', 25), (0xC0, 0xE3 - 0xC0), (0xEA, 0xFF - 0xEA)];

/// Rows that are folded together where there is nothing to fold.
const GROUP: usize = 16;

/// Adds `text` to `folded` in lower case, with full-width letters, digits and signs in half width.
#[inline(never)]
pub fn fold(text: &[u8], folded: &mut Vec<u8>) {
    if !is_folded(text) {
        return fold_runs(std::str::from_utf8(text).unwrap_or_default(), folded);
    }
    folded.extend_from_slice(text);
}

/// Runs of ASCII as bytes, what stands between them letter by letter.
fn fold_runs(text: &str, folded: &mut Vec<u8>) {
    let mut rest = text;
    while !rest.is_empty() {
        let ascii = rest.bytes().position(|byte| !byte.is_ascii());
        let (run, other) = rest.split_at(ascii.unwrap_or(rest.len()));
        let start = folded.len();
        folded.extend_from_slice(run.as_bytes());
        folded[start..].make_ascii_lowercase();
        let mut letters = other.chars();
        if let Some(letter) = letters.next() {
            fold_letter(letter, folded);
        }
        rest = letters.as_str();
    }
}

/// Whether folding would leave a text as it is.
#[inline(always)]
fn is_folded(text: &[u8]) -> bool {
    let (chunks, rest) = text.as_chunks::<16>();
    let mut last = [0; 16];
    last[..rest.len()].copy_from_slice(rest);
    !chunks.iter().any(|chunk| any_in(chunk, &FOLDED)) && !any_in(&last, &FOLDED)
}

fn fold_letter(letter: char, folded: &mut Vec<u8>) {
    let narrow = match letter {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => {
            char::from_u32(u32::from(letter) - FULL_WIDTH_SHIFT).unwrap_or(letter)
        }
        _ => letter,
    };
    let mut bytes = [0; 4];
    for lower in narrow.to_lowercase() {
        folded.extend_from_slice(lower.encode_utf8(&mut bytes).as_bytes());
    }
}

/// Marks the rows of `rows` whose text holds a word, for each of `words`, which are folded. `found` has a set for each.
#[inline(never)]
pub fn mark_rows_with(texts: &Texts, rows: Range<usize>, words: &[String], found: &mut [Vec<u64>]) {
    let mut folded = Vec::new();
    let mut ends = Vec::with_capacity(rows.len());
    for first in rows.clone().step_by(GROUP) {
        let group = first..rows.end.min(first + GROUP);
        let bytes = texts.between(group.clone());
        if is_folded(bytes) {
            let start = folded.len();
            ends.extend(group.map(|row| start + texts.between(first..row + 1).len()));
            folded.extend_from_slice(bytes);
        } else {
            for row in group {
                fold(texts.get(row), &mut folded);
                ends.push(folded.len());
            }
        }
    }
    for (word, found) in words.iter().zip(found) {
        let mut place = 0;
        each_end_of(word.as_bytes(), &folded, |end| {
            while ends[place] < end {
                place += 1;
            }
            let start_of_text = place.checked_sub(1).map_or(0, |before| ends[before]);
            // One that begins in a text and ends in the next is none.
            if end - word.len() >= start_of_text {
                let row = rows.start + place;
                found[row / WORD] |= 1 << (row % WORD);
            }
        });
    }
}

/// Calls `visit` with where each occurrence of `word` ends. Its last byte is looked for first: of a Chinese letter it is
/// the one that says most.
#[inline(always)]
fn each_end_of(word: &[u8], bytes: &[u8], mut visit: impl FnMut(usize)) {
    let Some(&last) = word.last() else {
        return;
    };
    let mut check = |end: usize| {
        if end >= word.len() && bytes[end - word.len()..end] == *word {
            visit(end);
        }
    };
    let (chunks, rest) = bytes.as_chunks::<16>();
    for (place, chunk) in chunks.iter().enumerate() {
        let mut left = equal_to(chunk, [last]);
        while left != 0 {
            check(place * 16 + left.trailing_zeros() as usize + 1);
            left &= left - 1;
        }
    }
    for (place, &byte) in rest.iter().enumerate() {
        if byte == last {
            check(chunks.len() * 16 + place + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    #[test]
    fn folding_is_that_of_every_letter_alone() {
        for (text, expected) in [
            ("", ""),
            ("济南高新区", "济南高新区"),
            ("SIEMENS Energy", "siemens energy"),
            (
                "ＢＭＷ（华晨）Brilliance　Ⅱ期ÄÖ",
                "bmw(华晨)brilliance ⅱ期äö",
            ),
            ("İstanbul ΑΣ K", "i\u{307}stanbul ασ k"),
            ("中A中Ｂ中", "中a中b中"),
        ] {
            let mut folded = Vec::new();
            fold(text.as_bytes(), &mut folded);
            assert_eq!(String::from_utf8(folded).as_deref(), Ok(expected), "{text}");
        }
    }

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
