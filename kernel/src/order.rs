//! Rows in the order of a number each has.

/// Values of a digit.
const DIGITS: usize = 1 << u8::BITS;

/// Puts numbered things in the order of their keys, a step at a time: eight steps of a few milliseconds for a million
/// keys, so that whoever waits for something else can have it in between. Equal keys stay as they were.
#[derive(Debug)]
pub struct Sorting {
    keys: Vec<u64>,
    places: Vec<u32>,
    spare_keys: Vec<u64>,
    spare_places: Vec<u32>,
    /// The digit that is next, in bits; the keys are in order of what is below it.
    shift: u32,
}

impl Sorting {
    /// Sorts `places` by the key of each, which stands at the same place in `keys`.
    #[must_use]
    pub fn new(keys: Vec<u64>, places: Vec<u32>) -> Self {
        debug_assert_eq!(keys.len(), places.len(), "a key for each");
        Self {
            spare_keys: vec![0; keys.len()],
            spare_places: vec![0; places.len()],
            keys,
            places,
            shift: 0,
        }
    }

    /// Does a part of the work; false once there is none left.
    #[inline(never)]
    pub fn step(&mut self) -> bool {
        while self.shift < u64::BITS {
            let shift = self.shift;
            self.shift += u8::BITS;
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
        let digit = |key: u64| (key >> shift) as usize % DIGITS;
        let mut ends = [0_u32; DIGITS];
        for &key in &self.keys {
            ends[digit(key)] += 1;
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
        for (&key, &place) in self.keys.iter().zip(&self.places) {
            let to = &mut ends[digit(key)];
            self.spare_keys[*to as usize] = key;
            self.spare_places[*to as usize] = place;
            *to += 1;
        }
        std::mem::swap(&mut self.keys, &mut self.spare_keys);
        std::mem::swap(&mut self.places, &mut self.spare_places);
        true
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_stay_as_they_were() {
        let keys = vec![300, 7, 1 << 40, 7, 0];
        let sorting = Sorting::new(keys, vec![10, 11, 12, 13, 14]);
        assert_eq!(sorting.finish(), [14, 11, 13, 10, 12]);
    }

    #[test]
    fn keys_of_numbers_are_in_their_order() {
        let numbers = [f64::MIN, -2.5, -0.5, 0.0, 0.25, 1.0, 1e300];
        assert!(numbers.is_sorted_by_key(|&number| key_of(number)));
    }
}
