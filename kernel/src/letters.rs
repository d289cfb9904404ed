//! Texts in the order of an alphabet, some letters at a time.

use std::ops::Range;

use crate::order::Sorting;

/// Letters of a text that stand in a key.
const IN_KEY: usize = 4;

/// Work of one step, in texts.
const SLICE: usize = 1 << 15;

/// So few are sorted at once.
const FEW: usize = 1 << 11;

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
        for (letter, place) in self.iter().zip(places) {
            ranks[slot(letter.into())] = place;
        }
        Alphabet { ranks }
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
}

impl Alphabet {
    /// Some letters of a text from a place on, as a number that is in their order, and the place after them. Where the
    /// text has ended are zeros.
    #[inline(always)]
    fn key(&self, text: &[u8], mut place: usize) -> (u64, usize) {
        let mut key = 0;
        for _ in 0..IN_KEY {
            key <<= u16::BITS;
            if place < text.len() {
                let letter;
                (letter, place) = letter_at(text, place);
                key |= u64::from(self.ranks[slot(letter)]);
            }
        }
        (key, place)
    }
}

/// Puts numbered texts in the order of an alphabet, a step at a time. Equal texts stay as they were; an empty one is
/// last in both directions.
#[derive(Debug)]
pub struct TextSorting {
    alphabet: Alphabet,
    is_descending: bool,
    places: Vec<u32>,
    /// How much of each text is in the keys so far, by its number.
    read: Vec<u32>,
    /// What is in order up to a level of letters.
    pending: Vec<(Range<usize>, usize)>,
    part: Option<Part>,
    settled: usize,
}

/// Texts that agree in all letters so far.
#[derive(Debug)]
struct Part {
    range: Range<usize>,
    level: usize,
    /// Of the first ones in the range, as far as they have been read.
    keys: Vec<u64>,
    sorting: Option<Sorting>,
}

impl TextSorting {
    /// Sorts the texts of these numbers.
    #[must_use]
    pub fn new(alphabet: Alphabet, is_descending: bool, places: Vec<u32>) -> Self {
        Self {
            alphabet,
            is_descending,
            read: vec![0; places.iter().max().map_or(0, |&last| last as usize + 1)],
            pending: vec![(0..places.len(), 0)],
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
        let mut work = 0;
        while work < SLICE {
            let Some(part) = self.part.take().or_else(|| self.next_part()) else {
                return false;
            };
            work += self.advance(part, text);
        }
        true
    }

    /// The numbers in order, after all steps.
    #[must_use]
    pub fn finish(self) -> Vec<u32> {
        self.places
    }

    fn next_part(&mut self) -> Option<Part> {
        let (range, level) = self.pending.pop()?;
        Some(Part {
            keys: Vec::with_capacity(range.len()),
            range,
            level,
            sorting: None,
        })
    }

    /// Goes on with a part, and says how much work that was.
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
        let unread = &self.places[part.range.clone()][read..end];
        for &place in unread {
            let read = &mut self.read[place as usize];
            let (key, end) = self.alphabet.key(text(place), *read as usize);
            *read = end as u32;
            part.keys.push(match key {
                0 if part.level == 0 => u64::MAX,
                key if self.is_descending => !key,
                key => key,
            });
        }
        if end == part.range.len() {
            let places = &mut self.places[part.range.clone()];
            if places.len() <= FEW {
                let mut keyed: Vec<(u64, u32)> = part
                    .keys
                    .iter()
                    .copied()
                    .zip(places.iter().copied())
                    .collect();
                keyed.sort_by_key(|&(key, _)| key);
                for ((key, place), sorted) in part.keys.iter_mut().zip(places).zip(keyed) {
                    (*key, *place) = sorted;
                }
                self.split(&part.range, part.level, &part.keys);
                return end - read;
            }
            let keys = std::mem::take(&mut part.keys);
            part.sorting = Some(Sorting::new(keys, places.to_vec()));
        }
        self.part = Some(part);
        end - read
    }

    /// Leaves what agrees in these letters too for the next ones.
    fn split(&mut self, range: &Range<usize>, level: usize, keys: &[u64]) {
        let mut start = range.start;
        for run in keys.chunk_by(|one, other| one == other) {
            let key = match run[0] {
                u64::MAX if level == 0 => 0,
                key if self.is_descending => !key,
                key => key,
            };
            let goes_on = key & u64::from(u16::MAX) != 0;
            if run.len() > 1 && goes_on {
                self.pending.push((start..start + run.len(), level + 1));
            } else {
                self.settled += run.len();
            }
            start += run.len();
        }
    }
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
}
