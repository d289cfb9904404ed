//! Whether numbers that came from elsewhere are what they have to be.

use crate::simd::highest_of;

/// The highest of some codes.
#[must_use]
#[inline(never)]
pub fn highest_code(codes: &[u16]) -> Option<u16> {
    highest_of(codes)
}

/// The highest of some bytes.
#[must_use]
#[inline(never)]
pub fn highest_byte(bytes: &[u8]) -> Option<u8> {
    bytes.iter().copied().max()
}

/// The highest of some rows.
#[must_use]
#[inline(never)]
pub fn highest_row(rows: &[u32]) -> Option<u32> {
    rows.iter().copied().max()
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    #[test]
    fn the_highest_is_found_wherever_it_is() {
        assert_eq!(highest_code(&[]), None);
        for length in 1..70_usize {
            for highest in 0..length {
                let code = |place: usize| {
                    if place == highest {
                        60_000
                    } else {
                        place as u16
                    }
                };
                let codes: Vec<u16> = (0..length).map(code).collect();
                assert_eq!(highest_code(&codes), Some(60_000), "{highest} of {length}");
            }
        }
        assert_eq!(highest_byte(&[1, 200, 3]), Some(200));
        assert_eq!(highest_row(&[70_000, 2]), Some(70_000));
    }
}
