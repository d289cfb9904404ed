//! Texts in the order of an alphabet, some letters at a time.

use std::ops::Range;

use crate::order::Sorting;

/// Work of one step, in texts.
const SLICE: usize = 1 << 14;

/// Texts that are fetched together. Each is somewhere in memory, and a processor fetches many at once as fast as one.
const FETCHED: usize = 256;

/// So few are sorted at once.
const FEW: usize = 1 << 11;

/// Up to this level it takes less time to find the letters in a text anew than to remember where they begin.
const NEAR: u32 = 8;

/// The letters that some texts are written in: a few thousand at most, whatever the number of texts.
#[derive(Clone, Debug)]
pub struct Letters {
    /// By slot; 0 for none.
    met: Vec<u32>,
}

impl Default for Letters {
    fn default() -> Self {
        Self {
            met: vec![0; 1 << 16],
        }
    }
}

impl Letters {
    /// Takes in the letters of a text.
    #[inline(never)]
    pub fn meet(&mut self, text: &[u8]) {
        let mut place = 0;
        while place < text.len() {
            let letter;
            (letter, place) = letter_at(text, place);
            self.met[slot(letter)] = letter;
        }
    }

    /// The letters, one for each place in the alphabet.
    pub fn iter(&self) -> impl Iterator<Item = char> + '_ {
        let met = self.met.iter().filter(|&&letter| letter > 0);
        met.filter_map(|&letter| char::from_u32(letter))
    }

    /// The alphabet in which each letter has its place, 1 and more; letters may share one.
    pub fn alphabet(&self, places: impl IntoIterator<Item = u16>) -> Alphabet {
        let mut ranks = vec![0; self.met.len()];
        let mut end = 1_u32;
        for (letter, place) in self.iter().zip(places) {
            ranks[slot(letter.into())] = place;
            end = end.max(u32::from(place) + 1);
        }
        // The place at the end is nobody's: no key has all its bits.
        let bits = u32::BITS - end.leading_zeros();
        Alphabet { ranks, bits }
    }
}

/// Letters outside the Basic Multilingual Plane share the last slot: rare ones, which then sort together.
fn slot(letter: u32) -> usize {
    letter.min(0xFFFF) as usize
}

/// The letter at a place in a text, and the place of the next. What is not text gives any letter.
#[inline(always)]
fn letter_at(text: &[u8], place: usize) -> (u32, usize) {
    let first = u32::from(text[place]);
    let further = |after: usize| {
        let byte = text.get(place + after).copied().unwrap_or_default();
        u32::from(byte & 0x3F)
    };
    match first {
        0..0x80 => (first, place + 1),
        0x80..0xE0 => ((first & 0x1F) << 6 | further(1), place + 2),
        0xE0..0xF0 => (
            (first & 0x0F) << 12 | further(1) << 6 | further(2),
            place + 3,
        ),
        _ => (
            (first & 0x07) << 18 | further(1) << 12 | further(2) << 6 | further(3),
            place + 4,
        ),
    }
}

/// In which order letters stand.
#[derive(Clone, Debug)]
pub struct Alphabet {
    ranks: Vec<u16>,
    /// As many bits tell the places of the letters apart.
    bits: u32,
}

impl Alphabet {
    /// How many letters stand in a key.
    const fn in_key(&self) -> u32 {
        u64::BITS / self.bits
    }

    /// The letters of a text from a place on, as a number that is in their order, and the place after them. Where the
    /// text has ended are zeros.
    #[inline(always)]
    fn key(&self, text: &[u8], mut place: usize) -> (u64, usize) {
        let mut key = 0;
        for _ in 0..self.in_key() {
            key <<= self.bits;
            if place < text.len() {
                let letter;
                (letter, place) = letter_at(text, place);
                key |= u64::from(self.ranks[slot(letter)]);
            }
        }
        (key, place)
    }

    /// Where in a text the letters of a level begin, each of which takes up where the one before ended.
    #[inline(always)]
    fn start(&self, text: &[u8], level: u32) -> usize {
        let mut place = 0;
        for _ in 0..level * self.in_key() {
            if place >= text.len() {
                break;
            }
            (_, place) = letter_at(text, place);
        }
        place
    }

    /// Whether a text with this key has letters after those in it.
    const fn goes_on(&self, key: u64) -> bool {
        key & ((1 << self.bits) - 1) != 0
    }
}

/// Puts numbered texts in the order of an alphabet, a step at a time. Equal texts stay as they were; an empty one is
/// last in both directions.
#[derive(Debug)]
pub struct TextSorting {
    alphabet: Alphabet,
    is_descending: bool,
    places: Vec<u32>,
    /// The first keys of the texts by their number, until there is one of each: one text after the other is read faster
    /// than in any other order.
    first_keys: Option<Vec<u64>>,
    /// How much of each text is in the keys so far, by its number; of those beyond [`NEAR`], once there is one.
    read: Vec<u32>,
    /// What is in order up to a level of letters.
    pending: Vec<(Range<usize>, u32)>,
    part: Option<Part>,
    settled: usize,
}

/// Texts that agree in all letters so far.
#[derive(Debug)]
struct Part {
    range: Range<usize>,
    level: u32,
    /// Of the first ones in the range, as far as they have been read.
    keys: Vec<u64>,
    sorting: Option<Sorting>,
}

impl Part {
    fn new((range, level): (Range<usize>, u32)) -> Self {
        Self {
            keys: Vec::with_capacity(range.len()),
            range,
            level,
            sorting: None,
        }
    }
}

impl TextSorting {
    /// Sorts texts that are numbered from 0 on and stand in the order of `places`.
    #[must_use]
    pub fn new(alphabet: Alphabet, is_descending: bool, places: Vec<u32>) -> Self {
        Self {
            alphabet,
            is_descending,
            first_keys: Some(Vec::with_capacity(places.len())),
            read: Vec::new(),
            pending: Vec::new(),
            places,
            part: None,
            settled: 0,
        }
    }

    /// How many texts are where they belong.
    #[must_use]
    pub fn settled(&self) -> usize {
        self.settled
    }

    /// Does a part of the work; false once there is none left.
    #[inline(never)]
    pub fn step<'t>(&mut self, text: &dyn Fn(u32) -> &'t [u8]) -> bool {
        if let Some(mut keys) = self.first_keys.take() {
            let read = keys.len();
            let end = self.places.len().min(read + SLICE);
            let first = |number| self.alphabet.key(text(number as u32), 0).0;
            keys.extend((read..end).map(|number| self.directed(first(number), 0)));
            if end < self.places.len() {
                self.first_keys = Some(keys);
            } else {
                let mut part = Part::new((0..end, 0));
                let places = self.places.iter();
                part.keys.extend(places.map(|&place| keys[place as usize]));
                self.part = Some(part);
            }
            return true;
        }
        let mut work = 0;
        while work < SLICE {
            work += match (self.part.take(), self.pending.last()) {
                (Some(part), _) => self.advance(part, text),
                (None, Some((range, _))) if range.len() <= FEW => self.sort_few(text),
                (None, Some(_)) => {
                    self.part = self.pending.pop().map(Part::new);
                    0
                }
                (None, None) => return false,
            };
        }
        true
    }

    /// The numbers in order, after all steps.
    #[must_use]
    pub fn finish(self) -> Vec<u32> {
        self.places
    }

    /// The letters of a text on a level after the first, in the order that is asked for.
    #[inline(always)]
    fn key(&mut self, place: u32, text: &[u8], level: u32) -> u64 {
        let place = place as usize;
        let start = match self.read.get(place) {
            Some(&read) if level > NEAR => read as usize,
            _ => self.alphabet.start(text, level),
        };
        let (key, end) = self.alphabet.key(text, start);
        if level >= NEAR {
            if self.read.is_empty() {
                self.read = vec![0; self.places.len()];
            }
            self.read[place] = end as u32;
        }
        self.directed(key, level)
    }

    /// What puts a key in the order that is asked for, and takes it out again.
    #[inline(always)]
    const fn directed(&self, key: u64, level: u32) -> u64 {
        match key {
            0 if level == 0 => u64::MAX,
            u64::MAX if level == 0 => 0,
            key if self.is_descending => !key,
            key => key,
        }
    }

    /// Goes on with a part of many texts, and says how much work that was.
    fn advance<'t>(&mut self, mut part: Part, text: &dyn Fn(u32) -> &'t [u8]) -> usize {
        if let Some(sorting) = &mut part.sorting {
            let work = part.range.len();
            if sorting.step() {
                self.part = Some(part);
            } else if let Some((keys, places)) = part.sorting.take().map(Sorting::into_parts) {
                self.places[part.range.clone()].copy_from_slice(&places);
                self.split(&part.range, part.level, &keys);
            }
            return work;
        }
        let read = part.keys.len();
        let end = part.range.len().min(read + SLICE);
        let mut texts = Vec::with_capacity(FETCHED);
        for start in (read..end).step_by(FETCHED) {
            let unread = &self.places[part.range.clone()][start..end.min(start + FETCHED)];
            texts.clear();
            fetch(unread, text, &mut texts);
            for &(place, text) in &texts {
                part.keys.push(self.key(place, text, part.level));
            }
        }
        if end == part.range.len() {
            let keys = std::mem::take(&mut part.keys);
            let places = self.places[part.range.clone()].to_vec();
            part.sorting = Some(Sorting::new(keys, places));
        }
        self.part = Some(part);
        end - read
    }

    /// Sorts some parts of few texts each, and says how much work that was.
    fn sort_few<'t>(&mut self, text: &dyn Fn(u32) -> &'t [u8]) -> usize {
        let (mut parts, mut texts) = (Vec::new(), Vec::with_capacity(FETCHED));
        while texts.len() < FETCHED
            && let Some((range, level)) = self.pending.pop_if(|(range, _)| range.len() <= FEW)
        {
            fetch(&self.places[range.clone()], text, &mut texts);
            parts.push((range, level));
        }
        let (mut keyed, mut keys, mut read) = (Vec::new(), Vec::new(), 0);
        for (range, level) in parts {
            keyed.clear();
            for &(place, text) in &texts[read..read + range.len()] {
                keyed.push((self.key(place, text, level), place));
            }
            read += range.len();
            keyed.sort_by_key(|&(key, _)| key);
            keys.clear();
            keys.extend(keyed.iter().map(|&(key, _)| key));
            let places = keyed.iter().map(|&(_, place)| place);
            for (place, sorted) in self.places[range.clone()].iter_mut().zip(places) {
                *place = sorted;
            }
            self.split(&range, level, &keys);
        }
        read
    }

    /// Leaves what agrees in these letters too for the next ones.
    fn split(&mut self, range: &Range<usize>, level: u32, keys: &[u64]) {
        let mut start = range.start;
        for run in keys.chunk_by(|one, other| one == other) {
            let goes_on = self.alphabet.goes_on(self.directed(run[0], level));
            if run.len() > 1 && goes_on {
                self.pending.push((start..start + run.len(), level + 1));
            } else {
                self.settled += run.len();
            }
            start += run.len();
        }
    }
}

/// Adds the texts of these numbers to `texts`, and has the processor fetch the beginning of all of them at once.
fn fetch<'t>(numbers: &[u32], text: &dyn Fn(u32) -> &'t [u8], texts: &mut Vec<(u32, &'t [u8])>) {
    let before = texts.len();
    texts.extend(numbers.iter().map(|&number| (number, text(number))));
    let fetched = texts[before..].iter().filter_map(|(_, text)| text.first());
    // Nobody needs the sum.
    std::hint::black_box(fetched.fold(0_u8, |sum, &byte| sum ^ byte));
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    fn sorted(texts: &[String], is_descending: bool) -> Vec<u32> {
        let mut letters = Letters::default();
        texts.iter().for_each(|text| letters.meet(text.as_bytes()));
        let mut in_order: Vec<char> = letters.iter().collect();
        in_order.sort_unstable();
        let place = |letter| {
            in_order
                .binary_search(&letter)
                .map_or(0, |place| place as u16 + 1)
        };
        let alphabet = letters.alphabet(letters.iter().map(place));
        let places = (0..texts.len() as u32).collect();
        let mut sorting = TextSorting::new(alphabet, is_descending, places);
        while sorting.step(&|place| texts[place as usize].as_bytes()) {}
        assert_eq!(sorting.settled(), texts.len());
        sorting.finish()
    }

    #[test]
    fn texts_stand_as_a_plain_sort_puts_them() {
        let syllables = ["济南", "a", "", "高端装备", "ab", "济"];
        let text = |number: usize| -> String {
            let part = |step: usize| syllables[number / step % syllables.len()];
            [part(1), part(7), part(49), part(350), part(2_000)].concat()
        };
        for count in [0, 1, 100, 9_000] {
            let texts: Vec<String> = (0..count).map(|number| text(number * 31)).collect();
            let mut expected: Vec<u32> = (0..count as u32).collect();
            expected.sort_by(|&one, &other| {
                let [one, other] = [one, other].map(|place| &texts[place as usize]);
                one.is_empty()
                    .cmp(&other.is_empty())
                    .then_with(|| one.cmp(other))
            });
            assert_eq!(sorted(&texts, false), expected);
            expected.sort_by(|&one, &other| {
                let [one, other] = [one, other].map(|place| &texts[place as usize]);
                one.is_empty()
                    .cmp(&other.is_empty())
                    .then_with(|| other.cmp(one))
            });
            // What is equal stays in the order of the numbers.
            expected
                .chunk_by_mut(|&one, &other| texts[one as usize] == texts[other as usize])
                .for_each(<[u32]>::sort_unstable);
            assert_eq!(sorted(&texts, true), expected);
        }
    }

    #[test]
    fn letters_far_into_a_text_count_too() {
        let text = |number: usize| format!("{}{}", "济南高端装备".repeat(60), number * 7 % 100);
        for count in [100, 5_000] {
            let texts: Vec<String> = (0..count).map(text).collect();
            let mut expected: Vec<u32> = (0..count as u32).collect();
            expected.sort_by_key(|&place| &texts[place as usize]);
            assert_eq!(sorted(&texts, false), expected);
        }
    }

    #[test]
    fn the_last_letter_of_an_alphabet_is_one() {
        // As many letters as bits tell apart, and a key of the last one alone.
        let last = char::from_u32(0x4E00 + 254).unwrap_or_default();
        let mut texts: Vec<String> = (0x4E00..0x4E00 + 254)
            .filter_map(char::from_u32)
            .map(String::from)
            .collect();
        texts.push(String::new());
        texts.push(last.to_string().repeat(20));
        texts.push(last.to_string().repeat(19));
        let ascending = sorted(&texts, false);
        assert_eq!(ascending[..254], (0..254).collect::<Vec<_>>());
        assert_eq!(ascending[254..], [256, 255, 254]);
        let descending = sorted(&texts, true);
        assert_eq!(descending[..2], [255, 256]);
        assert_eq!(descending[256..], [254]);
    }
}
