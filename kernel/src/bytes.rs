//! Which kinds of bytes a text has.

use crate::simd::classes_of;

/// Bytes that are looked at in one call.
const PIECE: usize = 1 << 14;

/// Up to eight classes of bytes, a bit each.
#[derive(Clone, Copy, Debug, Default)]
pub struct ByteClasses {
    /// By the lower half of a byte, the classes in which it may be.
    low: [u8; 16],
    /// The same by the upper half; it is in those that both halves name.
    high: [u8; 16],
}

impl ByteClasses {
    /// The same classes and another one, of the bytes with this upper half and one of these lower ones, which is `class`
    /// with its single bit.
    #[must_use]
    pub const fn with(mut self, class: u8, high: u8, low: &[u8]) -> Self {
        self.high[high as usize] |= class;
        let mut at = 0;
        while at < low.len() {
            self.low[low[at] as usize] |= class;
            at += 1;
        }
        self
    }

    /// No class.
    #[must_use]
    pub const fn none() -> Self {
        Self {
            low: [0; 16],
            high: [0; 16],
        }
    }

    /// The classes of which a byte is in `text`.
    #[must_use]
    pub fn in_text(&self, text: &[u8]) -> u8 {
        let pieces = text.chunks(PIECE);
        pieces.fold(0, |found, piece| found | self.in_piece(piece))
    }

    #[inline(never)]
    fn in_piece(&self, piece: &[u8]) -> u8 {
        let (sixteens, rest) = piece.as_chunks::<16>();
        let found = classes_of(sixteens, &self.low, &self.high);
        rest.iter().fold(found, |found, byte| {
            found | self.low[usize::from(byte & 15)] & self.high[usize::from(byte >> 4)]
        })
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    #[test]
    fn every_byte_is_in_its_classes_wherever_it_stands() {
        let classes = ByteClasses::none()
            .with(1, 0, &[0, 1, 15])
            .with(2, 1, &[0, 7])
            .with(4, 14, &[2])
            .with(128, 15, &[15]);
        let class_of = |byte: u8| match byte {
            0x00 | 0x01 | 0x0f => 1,
            0x10 | 0x17 => 2,
            0xe2 => 4,
            0xff => 128,
            _ => 0,
        };
        for length in [1, 15, 16, 17, 100, PIECE + 3] {
            for place in [0, length / 2, length - 1] {
                for byte in 0..=255 {
                    let mut text = vec![b'x'; length];
                    text[place] = byte;
                    assert_eq!(
                        classes.in_text(&text),
                        class_of(byte),
                        "{byte} at {place} of {length}"
                    );
                }
            }
        }
        let both = [&[0x17; 40][..], &[0xe2; 3]].concat();
        assert_eq!(classes.in_text(&both), 6);
        assert_eq!(classes.in_text(&[]), 0);
    }
}
