//! Rows in the order of a number each has.

/// Bits of a digit. With more there are fewer steps, but the places that one of them writes to are more than a processor
/// has close by.
const DIGIT_BITS: u32 = 11;

/// Values of a digit.
const DIGITS: usize = 1 << DIGIT_BITS;

/// Puts numbered things in the order of their keys, a step at a time: at most six steps of some milliseconds for a million
/// keys, so that whoever waits for something else can have it in between. Equal keys stay as they were.
#[derive(Debug)]
pub struct Sorting {
    keys: Vec<u64>,
    places: Vec<u32>,
    spare_keys: Vec<u64>,
    spare_places: Vec<u32>,
    /// Where the next digit begins, in bits; the keys are in order of what is below it.
    shift: u32,
    /// From this bit on all keys are the same.
    end: u32,
}

impl Sorting {
    /// Sorts `places` by the key of each, which stands at the same place in `keys`.
    #[must_use]
    pub fn new(keys: Vec<u64>, places: Vec<u32>) -> Self {
        debug_assert_eq!(keys.len(), places.len(), "a key for each");
        let first = keys.first().copied().unwrap_or_default();
        let pieces = keys.chunks(PIECE);
        let bits = pieces.fold(0, |bits, keys| bits | differing(keys, first));
        Self {
            spare_keys: vec![0; keys.len()],
            spare_places: vec![0; places.len()],
            keys,
            places,
            // Amounts are round numbers, and no larger than some: hardly more than half of their bits differ.
            shift: bits.trailing_zeros(),
            end: u64::BITS - bits.leading_zeros(),
        }
    }

    /// Does a part of the work; false once there is none left.
    #[inline(never)]
    pub fn step(&mut self) -> bool {
        while self.shift < self.end {
            let shift = self.shift;
            self.shift += DIGIT_BITS;
            if self.by_digit(shift) {
                return true;
            }
        }
        false
    }

    /// The places in order, after all steps.
    #[must_use]
    pub fn finish(mut self) -> Vec<u32> {
        while self.step() {}
        self.places
    }

    /// Keys and places in order, after all steps.
    #[must_use]
    pub fn into_parts(self) -> (Vec<u64>, Vec<u32>) {
        (self.keys, self.places)
    }

    /// Moves everything to its place by one digit; false where all have the same.
    fn by_digit(&mut self, shift: u32) -> bool {
        let mut ends = [0_u32; DIGITS];
        for keys in self.keys.chunks(PIECE) {
            count_digits(keys, shift, &mut ends);
        }
        if ends.iter().any(|&count| count as usize == self.keys.len()) {
            return false;
        }
        let mut next = 0;
        for place in &mut ends {
            let count = *place;
            *place = next;
            next += count;
        }
        let pieces = self.keys.chunks(PIECE).zip(self.places.chunks(PIECE));
        for (keys, places) in pieces {
            let to = (&mut *self.spare_keys, &mut *self.spare_places);
            scatter(keys, places, shift, &mut ends, to);
        }
        std::mem::swap(&mut self.keys, &mut self.spare_keys);
        std::mem::swap(&mut self.places, &mut self.spare_places);
        true
    }
}

/// Keys that are looked at in one call. A browser runs what it has just met slowly, and compiles it well while it is being
/// called again and again: a loop over everything, called once, would never get that far.
const PIECE: usize = 1 << 14;

const fn digit(key: u64, shift: u32) -> usize {
    (key >> shift) as usize % DIGITS
}

/// The bits in which any of the keys differs from `first`.
#[inline(never)]
fn differing(keys: &[u64], first: u64) -> u64 {
    keys.iter().fold(0, |bits, key| bits | (key ^ first))
}

#[inline(never)]
fn count_digits(keys: &[u64], shift: u32, counts: &mut [u32; DIGITS]) {
    for &key in keys {
        counts[digit(key, shift)] += 1;
    }
}

/// Moves keys and places to where their digit belongs, whose next free place is in `ends`.
#[inline(never)]
fn scatter(
    keys: &[u64],
    places: &[u32],
    shift: u32,
    ends: &mut [u32; DIGITS],
    (to_keys, to_places): (&mut [u64], &mut [u32]),
) {
    for (&key, &place) in keys.iter().zip(places) {
        let to = &mut ends[digit(key, shift)];
        to_keys[*to as usize] = key;
        to_places[*to as usize] = place;
        *to += 1;
    }
}

/// A number in the order of `number` as a key, negative ones included.
#[must_use]
pub fn key_of(number: f64) -> u64 {
    const SIGN: u64 = 1 << 63;
    match number.to_bits() {
        bits if bits & SIGN == 0 => bits | SIGN,
        bits => !bits,
    }
}

/// The number whose key it is.
#[must_use]
pub fn number_of(key: u64) -> f64 {
    const SIGN: u64 = 1 << 63;
    f64::from_bits(if key & SIGN == 0 { !key } else { key & !SIGN })
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    #[test]
    fn equal_keys_stay_as_they_were() {
        let keys = vec![300, 7, 1 << 40, 7, 0];
        let sorting = Sorting::new(keys, vec![10, 11, 12, 13, 14]);
        assert_eq!(sorting.finish(), [14, 11, 13, 10, 12]);
    }

    #[test]
    fn keys_that_differ_in_any_bits_come_into_their_order() {
        let mut random = 0x9e37_79b9_7f4a_7c15_u64;
        for mask in [0, 1, 1 << 63, 0xff << 20, (1 << 63) | 1, u64::MAX] {
            let keys: Vec<u64> = (0..40_000)
                .map(|_| {
                    random ^= random << 13;
                    random ^= random >> 7;
                    random ^= random << 17;
                    random & mask | 0x55 & !mask
                })
                .collect();
            let places: Vec<u32> = (0..keys.len() as u32).collect();
            let mut expected = places.clone();
            expected.sort_by_key(|&place| keys[place as usize]);
            let sorting = Sorting::new(keys, places);
            assert!(sorting.finish() == expected, "{mask:x}");
        }
    }

    #[test]
    fn keys_of_numbers_are_in_their_order() {
        let numbers = [f64::MIN, -2.5, -0.5, 0.0, 0.25, 1.0, 1e300];
        assert!(numbers.is_sorted_by_key(|&number| key_of(number)));
        let bits = numbers.map(|number| number_of(key_of(number)).to_bits());
        assert_eq!(bits, numbers.map(f64::to_bits));
    }
}
