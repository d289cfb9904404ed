//! Many rows in one instruction.
//!
//! Written out, because the page is optimised for size after it is linked,
//! when loops are no longer turned into such instructions. Elsewhere than in
//! WebAssembly plain loops do the same.

/// Codes that are compared at once.
pub(crate) const CODES: usize = 64;

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod wide {
    use core::arch::wasm32::{
        i8x16_bitmask, i8x16_eq, i8x16_narrow_i16x8, i8x16_splat, u8x16_le, u8x16_splat, u8x16_sub,
        u16x8_extract_lane, u16x8_le, u16x8_max, u16x8_splat, u16x8_sub, u32x4_add,
        u32x4_extend_high_u16x8, u32x4_extend_low_u16x8, u32x4_extract_lane, u32x4_mul,
        u32x4_splat, v128, v128_any_true, v128_load, v128_or,
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

    /// A bit for each code that lies in one of the runs, given by their first code and how many there are after it.
    #[inline(always)]
    pub(crate) fn in_runs(codes: &[u16; CODES], runs: &[(u16, u16)]) -> u64 {
        let (eights, _) = codes.as_chunks::<8>();
        let marks = |eight: &[u16; 8]| {
            let codes = load(eight);
            let mut found = u16x8_splat(0);
            for &(first, further) in runs {
                let above = u16x8_sub(codes, u16x8_splat(first));
                found = v128_or(found, u16x8_le(above, u16x8_splat(further)));
            }
            found
        };
        let (pairs, _) = eights.as_chunks::<2>();
        pairs
            .iter()
            .enumerate()
            .fold(0, |bits, (place, [one, two])| {
                let sixteen = i8x16_bitmask(i8x16_narrow_i16x8(marks(one), marks(two)));
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

    /// A bit for each of the bytes that is `byte`.
    #[inline(always)]
    pub(crate) fn equal_to(bytes: &[u8; 16], byte: u8) -> u16 {
        i8x16_bitmask(i8x16_eq(load(bytes), i8x16_splat(byte as i8)))
    }
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod wide {
    use super::CODES;

    /// A bit for each code that lies in one of the runs, given by their first code and how many there are after it.
    #[inline(always)]
    pub(crate) fn in_runs(codes: &[u16; CODES], runs: &[(u16, u16)]) -> u64 {
        codes.iter().enumerate().fold(0, |bits, (place, code)| {
            let is_in = |&(first, further): &(u16, u16)| code.wrapping_sub(first) <= further;
            bits | u64::from(runs.iter().any(is_in)) << place
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

    /// A bit for each of the bytes that is `byte`.
    #[inline(always)]
    pub(crate) fn equal_to(bytes: &[u8; 16], byte: u8) -> u16 {
        bytes.iter().enumerate().fold(0, |bits, (place, &other)| {
            bits | u16::from(other == byte) << place
        })
    }
}

pub(crate) use wide::{add_multiples, any_in, equal_to, highest_of, in_runs};
