//! Where a text is cut.

use crate::simd::equal_to;

/// Bytes that are looked through at once.
const PIECE: usize = 4 << 10;

/// Places that are written at once, found or not: a word has about so many, and a processor that need not guess how many
/// writes eight as fast as three.
const WRITTEN_TOGETHER: usize = 8;

/// Bytes of a text that are marked in one word.
const WORD_BYTES: usize = 64;

/// The places of three bytes in a text, in order.
///
/// Looked for in pieces: where cells are a dozen bytes long, asking for one place after the other takes longer than
/// reading on.
#[derive(Clone, Debug)]
pub struct Marks<'t> {
    text: &'t [u8],
    bytes: [u8; 3],
    /// How much of the text has been looked through.
    seen: usize,
    /// What was found in the last piece, up to `end`.
    places: Vec<u32>,
    end: usize,
}

impl<'t> Marks<'t> {
    /// The places of `bytes` in `text`, from `start` on. A text is shorter than 4 GiB.
    #[must_use]
    pub fn new(text: &'t [u8], start: usize, bytes: [u8; 3]) -> Self {
        Self {
            text,
            bytes,
            seen: start,
            places: vec![0; PIECE + WRITTEN_TOGETHER],
            end: 0,
        }
    }

    /// The next places, at least one; `None` at the end.
    #[inline(never)]
    pub fn next_places(&mut self) -> Option<&[u32]> {
        self.end = 0;
        while self.end == 0 {
            let rest = self.text.get(self.seen..).unwrap_or_default();
            let piece = &rest[..rest.len().min(PIECE)];
            if piece.is_empty() {
                return None;
            }
            let (words, last) = piece.as_chunks::<WORD_BYTES>();
            for word in words {
                self.mark(word);
            }
            for &byte in last {
                if self.bytes.contains(&byte) {
                    self.places[self.end] = self.seen as u32;
                    self.end += 1;
                }
                self.seen += 1;
            }
        }
        self.places.get(..self.end)
    }

    #[inline(always)]
    fn mark(&mut self, word: &[u8; WORD_BYTES]) {
        let (sixteens, _) = word.as_chunks::<16>();
        let mut marks = 0_u64;
        for (place, sixteen) in sixteens.iter().enumerate() {
            marks |= u64::from(equal_to(sixteen, self.bytes)) << (place * 16);
        }
        let seen = self.seen as u32;
        let end = self.end + marks.count_ones() as usize;
        let mut write = |at: usize| {
            if let Some(places) = self.places[at..].first_chunk_mut::<WRITTEN_TOGETHER>() {
                for place in places {
                    *place = seen + marks.trailing_zeros();
                    marks &= marks.wrapping_sub(1);
                }
            }
        };
        write(self.end);
        let mut written = self.end + WRITTEN_TOGETHER;
        while written < end {
            write(written);
            written += WRITTEN_TOGETHER;
        }
        self.end = end;
        self.seen += WORD_BYTES;
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    fn one_by_one(text: &[u8], start: usize, bytes: [u8; 3]) -> Vec<usize> {
        (start..text.len())
            .filter(|&place| bytes.contains(&text[place]))
            .collect()
    }

    #[test]
    fn every_mark_is_found_once_and_in_order() {
        let bytes = [b',', b'\n', b'"'];
        // Of any length, with none, some and nothing but marks in a piece.
        for length in [
            0,
            1,
            15,
            16,
            63,
            64,
            65,
            1_000,
            PIECE,
            PIECE + 1,
            5 * PIECE + 77,
        ] {
            for every in [1, 3, 12, 700, 3 * PIECE] {
                let text: Vec<u8> = (0..length)
                    .map(|place| {
                        if place % every == 0 {
                            bytes[place % 3]
                        } else {
                            b'x'
                        }
                    })
                    .collect();
                for start in [0, 1, 13, 64, length] {
                    let mut found: Vec<usize> = Vec::new();
                    let mut marks = Marks::new(&text, start, bytes);
                    while let Some(places) = marks.next_places() {
                        assert!(!places.is_empty());
                        found.extend(places.iter().map(|&place| place as usize));
                    }
                    assert_eq!(
                        found,
                        one_by_one(&text, start, bytes),
                        "{length} {every} {start}"
                    );
                }
            }
        }
    }
}
