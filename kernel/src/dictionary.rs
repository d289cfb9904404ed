//! Texts kept one behind the other, and texts kept once each.

use std::ops::Range;

/// Texts in one buffer. A million of them cost two allocations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// All texts, one behind the other.
    pub bytes: Vec<u8>,
    /// Where each ends.
    pub ends: Vec<u32>,
}

impl Texts {
    /// Adds a text. All of them together may hold 4 GiB.
    pub fn push(&mut self, text: &[u8]) {
        append(&mut self.bytes, text);
        self.ends.push(self.bytes.len() as u32);
    }

    /// The text at `place`; empty for a place that there is not.
    #[must_use]
    pub fn get(&self, place: usize) -> &[u8] {
        self.between(place..place + 1)
    }

    /// Neighbouring texts as one.
    #[must_use]
    pub fn between(&self, places: Range<usize>) -> &[u8] {
        let end_of = |place: usize| match place.checked_sub(1) {
            Some(before) => self.ends.get(before).copied().unwrap_or_default(),
            None => 0,
        };
        self.bytes
            .get(end_of(places.start) as usize..end_of(places.end) as usize)
            .unwrap_or_default()
    }

    /// Where the first text like this is.
    #[must_use]
    #[inline(never)]
    pub fn position(&self, text: &[u8]) -> Option<usize> {
        let mut start = 0;
        self.ends.iter().position(|&end| {
            let length = end.wrapping_sub(std::mem::replace(&mut start, end));
            length as usize == text.len()
                && self.bytes.get((end - length) as usize..end as usize) == Some(text)
        })
    }

    /// How many texts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

/// Texts kept once each and known by their number, in the order in which they were met.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    texts: Texts,
    /// A table with open addressing: a text's number and one, or 0. Its length is a power of two.
    slots: Vec<u32>,
}

impl Dictionary {
    /// The number of `text`, which is kept where it is new.
    #[inline(never)]
    pub fn intern(&mut self, text: &[u8]) -> u32 {
        if self.texts.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(text);
        if self.slots[slot] == 0 {
            self.texts.push(text);
            self.slots[slot] = self.texts.len() as u32;
        }
        self.slots[slot] - 1
    }

    /// The number of `text`, if it is kept.
    #[must_use]
    #[inline(never)]
    pub fn number_of(&self, text: &[u8]) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        self.slots[self.slot(text)].checked_sub(1)
    }

    /// The texts by their numbers.
    #[must_use]
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The texts alone: no other can be told from them any more.
    #[must_use]
    pub fn into_texts(self) -> Texts {
        self.texts
    }

    /// Where `text` is or belongs.
    fn slot(&self, text: &[u8]) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash(&[text]) as usize & mask;
        loop {
            match self.slots[slot] {
                0 => return slot,
                number if same(self.texts.get(number as usize - 1), text) => return slot,
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(64)];
        for number in 0..self.texts.len() {
            let slot = self.slot(self.texts.get(number));
            self.slots[slot] = number as u32 + 1;
        }
    }
}

/// Adds a text, which may be short.
///
/// In a browser a copy is a call out of the program, unless its length is known when that is compiled. Of the texts in a
/// table most are so short that the call takes longer than the copy.
#[inline(never)]
pub fn append(to: &mut Vec<u8>, text: &[u8]) {
    const LONG: usize = 128;
    if text.len() > LONG {
        to.extend_from_slice(text);
        return;
    }
    to.reserve(text.len());
    let (sixteens, rest) = text.as_chunks::<16>();
    for sixteen in sixteens {
        to.extend_from_slice(sixteen);
    }
    let (eights, rest) = rest.as_chunks::<8>();
    for eight in eights {
        to.extend_from_slice(eight);
    }
    let (fours, rest) = rest.as_chunks::<4>();
    for four in fours {
        to.extend_from_slice(four);
    }
    for &byte in rest {
        to.push(byte);
    }
}

/// Whether two texts are the same.
///
/// In a browser the comparison that the language brings is a call, and looks at one byte after the other.
#[inline(always)]
fn same(one: &[u8], other: &[u8]) -> bool {
    let ends = (one.last_chunk::<8>(), other.last_chunk::<8>());
    one.len() == other.len()
        && match ends {
            // The last eight, which may be looked at for a second time in part.
            (Some(end), Some(other_end)) => {
                let eights = one.as_chunks::<8>().0.iter();
                let mut pairs = eights.zip(other.as_chunks::<8>().0);
                end == other_end && pairs.all(|(one, other)| one == other)
            }
            _ => last_part(one) == last_part(other),
        }
}

/// Up to seven bytes as a number, the first one lowest.
#[inline(always)]
fn last_part(rest: &[u8]) -> u64 {
    // Of four or more: the first four, and the last four where they belong.
    if let (Some(first), Some(last)) = (rest.first_chunk::<4>(), rest.last_chunk::<4>()) {
        let shift = (rest.len() - 4) * 8;
        let [first, last] = [first, last].map(|four| u64::from(u32::from_le_bytes(*four)));
        return first | last << shift;
    }
    let bytes = rest.iter().rev();
    bytes.fold(0, |part, &byte| part << 8 | u64::from(byte))
}

/// A text of up to 24 bytes in three numbers, which are as quickly compared as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShortText {
    length: usize,
    /// The first eight bytes, the last eight, and those between them; or all of a shorter text twice.
    parts: [u64; 3],
}

impl ShortText {
    /// The text in this form; `None` for a longer one.
    #[must_use]
    #[inline(always)]
    pub fn new(text: &[u8]) -> Option<Self> {
        let parts = match (text.first_chunk::<8>(), text.last_chunk::<8>()) {
            (Some(first), Some(last)) => {
                let [first, last] = [first, last].map(|eight| u64::from_le_bytes(*eight));
                match text.get(8..16).and_then(<[u8]>::first_chunk::<8>) {
                    Some(_) if text.len() > 24 => return None,
                    Some(between) => [first, last, u64::from_le_bytes(*between)],
                    None => [first, last, 0],
                }
            }
            _ => [last_part(text), last_part(text), 0],
        };
        Some(Self {
            length: text.len(),
            parts,
        })
    }

    /// A number in which few short texts agree.
    #[must_use]
    #[inline(always)]
    pub fn hash(&self) -> u32 {
        let [first, last, between] = self.parts;
        let mixed = (first.rotate_left(29) ^ last ^ between).wrapping_mul(FACTOR);
        (mixed >> 32) as u32
    }
}

/// What short texts stand for that were met of late.
///
/// Most columns have a few dozen texts of some letters, and to compare one of them is a fraction of the work of finding it
/// in a [`Dictionary`].
#[derive(Clone, Debug)]
pub struct Recent<T> {
    /// Each where its [`ShortText::hash`] puts it.
    slots: Vec<Option<(ShortText, T)>>,
}

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Self { slots: Vec::new() }
    }
}

impl<T: Copy> Recent<T> {
    /// A power of two. China has 340 cities.
    const SLOTS: usize = 1_024;

    /// What `text` stands for, where it is known.
    #[must_use]
    #[inline(always)]
    pub fn get(&self, text: &ShortText) -> Option<T> {
        match self.slots.get(Self::slot(text)) {
            Some(Some((known, meaning))) if known == text => Some(*meaning),
            _ => None,
        }
    }

    /// Takes in what `text` stands for, in the place of another one's.
    pub fn put(&mut self, text: ShortText, meaning: T) {
        if self.slots.is_empty() {
            self.slots.resize(Self::SLOTS, None);
        }
        self.slots[Self::slot(&text)] = Some((text, meaning));
    }

    #[inline(always)]
    fn slot(text: &ShortText) -> usize {
        text.hash() as usize % Self::SLOTS
    }
}

/// Whether a text comes after another one where the longer one does, and of those of a length the later in the order of
/// bytes.
///
/// In a browser the order that the language brings is a call, and looks at one byte after the other.
#[must_use]
pub fn comes_after(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return one.len() > other.len();
    }
    let (Some(end), Some(other_end)) = (one.last_chunk::<8>(), other.last_chunk::<8>()) else {
        return last_part(one).swap_bytes() > last_part(other).swap_bytes();
    };
    let eights = one.as_chunks::<8>().0.iter();
    let pairs = eights.zip(other.as_chunks::<8>().0);
    // The last eight may be looked at for a second time in part: what is before them is the same then.
    let mut pairs = pairs.chain([(end, other_end)]);
    let differing = pairs.find(|(one, other)| one != other);
    differing.is_some_and(|(one, other)| u64::from_be_bytes(*one) > u64::from_be_bytes(*other))
}

/// Odd, and without a pattern in its bits.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// A number of 64 bits for some texts: the same on every machine, also where pointers are shorter.
///
/// Eight bytes at a time, as the compiler's own tables are hashed. Not proof against texts made to collide, which cost
/// whoever opens them time.
#[must_use]
#[inline(never)]
pub fn hash(texts: &[&[u8]]) -> u64 {
    let mixed = texts.iter().fold(0, |seed, text| mixed_in(seed, text));
    // The low bits, which choose the slot, are the least mixed.
    mixed ^ mixed >> 32
}

#[inline(always)]
fn mixed_in(seed: u64, text: &[u8]) -> u64 {
    let mix = |hash: u64, part: u64| (hash.rotate_left(23) ^ part).wrapping_mul(FACTOR);
    let start = mix(seed, text.len() as u64);
    match text.last_chunk::<8>() {
        // The last eight, which may be mixed in for a second time in part.
        Some(end) => {
            let (eights, _) = text[..text.len() - 1].as_chunks::<8>();
            let mixed = eights
                .iter()
                .fold(start, |mixed, eight| mix(mixed, u64::from_le_bytes(*eight)));
            mix(mixed, u64::from_le_bytes(*end))
        }
        None => mix(start, last_part(text)),
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    #[test]
    fn a_text_has_one_number() {
        let mut dictionary = Dictionary::default();
        for round in 0..2 {
            for number in 0..5_000_u32 {
                let text = format!("text {number}");
                assert_eq!(dictionary.intern(text.as_bytes()), number, "round {round}");
            }
        }
        assert_eq!(dictionary.intern(b""), 5_000);
        assert_eq!(dictionary.number_of(b"text 4711"), Some(4_711));
        assert_eq!(dictionary.number_of(b"text 5000"), None);
        assert_eq!(Dictionary::default().number_of(b""), None);
        assert_eq!(dictionary.texts().get(4_999), b"text 4999");
        let texts = dictionary.into_texts();
        assert_eq!(texts.len(), 5_001);
        assert_eq!(texts.position(b"text 77"), Some(77));
        assert_eq!(texts.position(b"text"), None);
    }

    #[test]
    fn the_upper_bits_of_a_hash_tell_texts_apart() {
        let numbers = 0..20_000_u32;
        let mut upper: Vec<u64> = numbers
            .map(|number| hash(&[format!("S{number:07}").as_bytes()]) >> 24)
            .collect();
        upper.sort_unstable();
        upper.dedup();
        assert_eq!(upper.len(), 20_000);
        assert_ne!(hash(&[b"a", b"b"]), hash(&[b"", b"ab"]));
    }

    #[test]
    fn a_text_of_any_length_is_added_as_it_is() {
        let text: Vec<u8> = (0..200).collect();
        for length in 0..200 {
            let mut added = vec![7];
            append(&mut added, &text[..length]);
            assert_eq!((added[0], &added[1..]), (7, &text[..length]));
        }
    }

    #[test]
    fn texts_are_the_same_that_have_the_same_bytes() {
        let text: Vec<u8> = (0..40).collect();
        for length in 0..40 {
            let one = &text[..length];
            let copy = one.to_vec();
            assert!(same(one, &copy));
            assert!(!same(one, &text[..=length]));
            for place in 0..length {
                let mut other = one.to_vec();
                other[place] ^= 0x80;
                assert!(!same(one, &other), "{length} {place}");
            }
        }
    }

    #[test]
    fn short_texts_are_the_same_that_have_the_same_bytes() {
        let text: Vec<u8> = (0..40).collect();
        for length in 0..=24 {
            let one = ShortText::new(&text[..length]);
            assert!(one.is_some());
            let copy = text[..length].to_vec();
            assert_eq!(one, ShortText::new(&copy));
            assert_ne!(one, ShortText::new(&text[..=length]));
            for place in 0..length {
                let mut other = text[..length].to_vec();
                other[place] ^= 0x80;
                assert_ne!(one, ShortText::new(&other), "{length} {place}");
            }
        }
        assert_eq!(ShortText::new(&text[..25]), None);
        assert_ne!(ShortText::new(b""), ShortText::new(b"\0"));
    }

    #[test]
    fn a_short_text_is_known_until_another_takes_its_place() {
        let mut recent = Recent::default();
        let texts: Vec<String> = (0..300).map(|number| format!("text {number}")).collect();
        let shorts: Vec<ShortText> = texts
            .iter()
            .filter_map(|text| ShortText::new(text.as_bytes()))
            .collect();
        assert_eq!(shorts.len(), texts.len());
        let mut found = 0;
        for round in 0..2 {
            for (number, short) in shorts.iter().enumerate() {
                match recent.get(short) {
                    Some(known) => {
                        assert_eq!((known, round), (number, 1));
                        found += 1;
                    }
                    None => recent.put(*short, number),
                }
            }
        }
        assert!(found > 150, "{found}");
    }

    #[test]
    fn longer_texts_come_after_shorter_ones_and_others_in_the_order_of_their_bytes() {
        let text: Vec<u8> = (100..140).collect();
        for length in 0..40 {
            let one = &text[..length];
            assert!(!comes_after(one, one));
            assert!(comes_after(&text[..=length], one) && !comes_after(one, &text[..=length]));
            for place in 0..length {
                for byte in [0, 99, 255] {
                    let mut other = one.to_vec();
                    other[place] = byte;
                    // What comes behind does not count.
                    other[place + 1..].fill(7);
                    assert_eq!(comes_after(one, &other), one > &*other, "{length} {place}");
                    assert_eq!(comes_after(&other, one), &*other > one, "{length} {place}");
                }
            }
        }
    }

    #[test]
    fn the_last_bytes_of_a_text_count_as_the_others_do() {
        let text = *b"abcdefgh";
        for length in 0..8 {
            let mut padded = [0; 8];
            padded[..length].copy_from_slice(&text[..length]);
            assert_eq!(last_part(&text[..length]), u64::from_le_bytes(padded));
        }
    }

    #[test]
    fn a_place_that_there_is_not_is_empty() {
        assert_eq!(Texts::default().get(3), b"");
    }
}
