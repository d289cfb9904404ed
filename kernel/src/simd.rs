//! Many rows in one instruction.
//!
//! Written out, because the page is optimised for size after it is linked,
//! when loops are no longer turned into such instructions. Elsewhere than in
//! WebAssembly plain loops do the same.

/// Codes that are looked up at once.
pub(crate) const CODES: usize = 64;

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod wide {
    use core::arch::wasm32::{
        i8x16_bitmask, i8x16_eq, i8x16_splat, u8x16_le, u8x16_narrow_i16x8, u8x16_shr, u8x16_splat,
        u8x16_sub, u8x16_swizzle, u16x8_extract_lane, u16x8_max, u16x8_shr, u16x8_splat, u32x4_add,
        u32x4_extend_high_u16x8, u32x4_extend_low_u16x8, u32x4_extract_lane, u32x4_mul,
        u32x4_splat, u64x2_extract_lane, v128, v128_and, v128_any_true, v128_load, v128_or,
    };

    use super::CODES;

    /// The bytes of some numbers.
    #[inline(always)]
    #[expect(unsafe_code, reason = "there is no other way to load so many at once")]
    fn load<T: Copy, const COUNT: usize>(numbers: &[T; COUNT]) -> v128 {
        const { assert!(size_of::<T>() * COUNT == size_of::<v128>()) };
        // SAFETY: sixteen bytes can be read there, and no alignment is asked for.
        unsafe { v128_load(numbers.as_ptr().cast()) }
    }

    /// A bit for each code that is marked: by bit `code % 8` of byte `code / 8`, sixteen bytes to a line.
    #[inline(always)]
    pub(crate) fn marked_in(codes: &[u16; CODES], marks: &[[u8; 16]]) -> u64 {
        let bit_of = load(&[1_u8, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128]);
        let (eights, _) = codes.as_chunks::<8>();
        let (pairs, _) = eights.as_chunks::<2>();
        pairs
            .iter()
            .enumerate()
            .fold(0, |bits, (place, [one, two])| {
                let (one, two) = (load(one), load(two));
                // A byte beyond 255 becomes 255, which is in no line that fits.
                let mut byte = u8x16_narrow_i16x8(u16x8_shr(one, 3), u16x8_shr(two, 3));
                let seven = u16x8_splat(7);
                let bit = u8x16_narrow_i16x8(v128_and(one, seven), v128_and(two, seven));
                let mut found = u8x16_splat(0);
                for line in marks {
                    // Nothing is found for a byte that is not in the line.
                    found = v128_or(found, u8x16_swizzle(load(line), byte));
                    byte = u8x16_sub(byte, u8x16_splat(16));
                }
                let marked = v128_and(found, u8x16_swizzle(bit_of, bit));
                let sixteen = !i8x16_bitmask(i8x16_eq(marked, u8x16_splat(0)));
                bits | u64::from(sixteen) << (place * 16)
            })
    }

    /// The highest code.
    #[inline(always)]
    pub(crate) fn highest_of(codes: &[u16]) -> Option<u16> {
        codes.first()?;
        let (eights, rest) = codes.as_chunks::<8>();
        let highest = eights.iter().fold(u16x8_splat(0), |highest, eight| {
            u16x8_max(highest, load(eight))
        });
        let lanes = [
            u16x8_extract_lane::<0>(highest),
            u16x8_extract_lane::<1>(highest),
            u16x8_extract_lane::<2>(highest),
            u16x8_extract_lane::<3>(highest),
            u16x8_extract_lane::<4>(highest),
            u16x8_extract_lane::<5>(highest),
            u16x8_extract_lane::<6>(highest),
            u16x8_extract_lane::<7>(highest),
        ];
        lanes.iter().chain(rest).copied().max()
    }

    /// Adds a multiple of each code to the place beside it.
    #[inline(always)]
    pub(crate) fn add_multiples(places: &mut [u32], codes: &[u16], factor: u32) {
        let (eights, rest) = codes.as_chunks::<8>();
        let (places, last) = places.split_at_mut(eights.len() * 8);
        let (eight_places, _) = places.as_chunks_mut::<8>();
        let factors = u32x4_splat(factor);
        for (places, codes) in eight_places.iter_mut().zip(eights) {
            let codes = load(codes);
            let (fours, _) = places.as_chunks::<4>();
            let low = u32x4_add(
                load(&fours[0]),
                u32x4_mul(u32x4_extend_low_u16x8(codes), factors),
            );
            let high = u32x4_add(
                load(&fours[1]),
                u32x4_mul(u32x4_extend_high_u16x8(codes), factors),
            );
            *places = [
                u32x4_extract_lane::<0>(low),
                u32x4_extract_lane::<1>(low),
                u32x4_extract_lane::<2>(low),
                u32x4_extract_lane::<3>(low),
                u32x4_extract_lane::<0>(high),
                u32x4_extract_lane::<1>(high),
                u32x4_extract_lane::<2>(high),
                u32x4_extract_lane::<3>(high),
            ];
        }
        for (place, &code) in last.iter_mut().zip(rest) {
            *place += u32::from(code) * factor;
        }
    }

    /// Whether one of the bytes lies in one of the ranges, given by their first byte and how many there are after it.
    #[inline(always)]
    pub(crate) fn any_in(bytes: &[u8; 16], ranges: &[(u8, u8)]) -> bool {
        let bytes = load(bytes);
        let mut found = u8x16_splat(0);
        for &(first, further) in ranges {
            let above = u8x16_sub(bytes, u8x16_splat(first));
            found = v128_or(found, u8x16_le(above, u8x16_splat(further)));
        }
        v128_any_true(found)
    }

    /// A bit for each of the bytes that is one of `wanted`.
    #[inline(always)]
    pub(crate) fn equal_to<const N: usize>(bytes: &[u8; 16], wanted: [u8; N]) -> u16 {
        let bytes = load(bytes);
        let equal = wanted.into_iter().fold(i8x16_splat(0), |equal, byte| {
            v128_or(equal, i8x16_eq(bytes, i8x16_splat(byte as i8)))
        });
        i8x16_bitmask(equal)
    }

    /// The bits that both halves of any of the bytes have in common in two tables.
    #[inline(always)]
    pub(crate) fn classes_of(sixteens: &[[u8; 16]], low: &[u8; 16], high: &[u8; 16]) -> u8 {
        let (low, high, fifteen) = (load(low), load(high), u8x16_splat(15));
        let found = sixteens.iter().fold(u8x16_splat(0), |found, sixteen| {
            let bytes = load(sixteen);
            let of_low = u8x16_swizzle(low, v128_and(bytes, fifteen));
            let of_high = u8x16_swizzle(high, u8x16_shr(bytes, 4));
            v128_or(found, v128_and(of_low, of_high))
        });
        let halves = u64x2_extract_lane::<0>(found) | u64x2_extract_lane::<1>(found);
        halves
            .to_le_bytes()
            .iter()
            .fold(0, |bits, byte| bits | byte)
    }
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod wide {
    use super::CODES;

    /// A bit for each code that is marked: by bit `code % 8` of byte `code / 8`, sixteen bytes to a line.
    #[inline(always)]
    pub(crate) fn marked_in(codes: &[u16; CODES], marks: &[[u8; 16]]) -> u64 {
        codes.iter().enumerate().fold(0, |bits, (place, &code)| {
            let (byte, bit) = (usize::from(code / 8), code % 8);
            let marks = marks.as_flattened().get(byte).copied().unwrap_or_default();
            bits | u64::from(marks >> bit & 1) << place
        })
    }

    /// The highest code.
    #[inline(always)]
    pub(crate) fn highest_of(codes: &[u16]) -> Option<u16> {
        codes.iter().copied().max()
    }

    /// Adds a multiple of each code to the place beside it.
    #[inline(always)]
    pub(crate) fn add_multiples(places: &mut [u32], codes: &[u16], factor: u32) {
        for (place, &code) in places.iter_mut().zip(codes) {
            *place += u32::from(code) * factor;
        }
    }

    /// Whether one of the bytes lies in one of the ranges, given by their first byte and how many there are after it.
    #[inline(always)]
    pub(crate) fn any_in(bytes: &[u8; 16], ranges: &[(u8, u8)]) -> bool {
        bytes.iter().any(|byte| {
            let is_in = |&(first, further): &(u8, u8)| byte.wrapping_sub(first) <= further;
            ranges.iter().any(is_in)
        })
    }

    /// A bit for each of the bytes that is one of `wanted`.
    #[inline(always)]
    pub(crate) fn equal_to<const N: usize>(bytes: &[u8; 16], wanted: [u8; N]) -> u16 {
        bytes.iter().enumerate().fold(0, |bits, (place, byte)| {
            bits | u16::from(wanted.contains(byte)) << place
        })
    }

    /// The bits that both halves of any of the bytes have in common in two tables.
    #[inline(always)]
    pub(crate) fn classes_of(sixteens: &[[u8; 16]], low: &[u8; 16], high: &[u8; 16]) -> u8 {
        let bytes = sixteens.as_flattened().iter();
        bytes.fold(0, |found, byte| {
            found | low[usize::from(byte & 15)] & high[usize::from(byte >> 4)]
        })
    }
}

pub(crate) use wide::{add_multiples, any_in, classes_of, equal_to, highest_of, marked_in};
