//! What texts stand for, looked up once each: a million rows name the same forty countries.

use std::rc::Rc;

use inward_kernel::{Dictionary, ShortText};
use rustc_hash::FxHashMap;

use crate::data::NodeCode;
use crate::i18n::Bilingual;

/// Texts of a column whose meaning is remembered.
const MOST_REMEMBERED: usize = 50_000;

/// Short texts that are found without a look at the others; a power of two.
const SHORT_TEXTS: usize = 256;

/// What texts of one column stand for, looked up once each.
#[derive(Debug)]
pub(super) struct Remembered<T> {
    texts: Dictionary,
    /// By the number of the text.
    meanings: Vec<T>,
    /// Short texts met of late, each where its [`ShortText::hash`] puts it, and what they stand for: most columns have a
    /// few dozen texts of some letters, and to compare one of them is a fraction of the work.
    short: Vec<Option<(ShortText, T)>>,
}

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Self {
            texts: Dictionary::default(),
            meanings: Vec::new(),
            short: Vec::new(),
        }
    }
}

impl<T: Clone> Remembered<T> {
    /// What `text` stands for; `meaning` is asked the first time.
    #[inline]
    pub(super) fn get_or(&mut self, text: &[u8], meaning: impl FnOnce() -> T) -> T {
        let Some(short) = ShortText::new(text) else {
            return self.long_or(text, meaning);
        };
        let place = short.hash() as usize % SHORT_TEXTS;
        if let Some(Some((known, meaning))) = self.short.get(place)
            && *known == short
        {
            return meaning.clone();
        }
        let found = self.long_or(text, meaning);
        if self.short.is_empty() {
            self.short.resize(SHORT_TEXTS, None);
        }
        self.short[place] = Some((short, found.clone()));
        found
    }

    fn long_or(&mut self, text: &[u8], meaning: impl FnOnce() -> T) -> T {
        let number = self.texts.number_of(text);
        if let Some(known) = number.and_then(|number| self.meanings.get(number as usize)) {
            return known.clone();
        }
        let found = meaning();
        if self.meanings.len() < MOST_REMEMBERED {
            self.texts.intern(text);
            self.meanings.push(found.clone());
        }
        found
    }
}

/// An event and what it is called.
#[derive(Clone, Debug)]
pub(super) struct Event {
    pub(super) key: Rc<str>,
    pub(super) name: Bilingual,
}

/// The cells of a row that name its place.
pub(super) type PlaceCells<'a> = [&'a str; 6];

/// The codes of places, by the cells that name them.
#[derive(Debug, Default)]
pub(super) struct KnownPlaces {
    /// A number for each text, by the cell in which it stands.
    numbers: [Remembered<u32>; 6],
    last_number: u32,
    /// By the numbers of the cells, 0 for an empty one.
    codes: FxHashMap<[u32; 6], NodeCode>,
}

impl KnownPlaces {
    /// The code of the place that these cells name; `code` is asked the first time.
    pub(super) fn get_or(
        &mut self,
        cells: PlaceCells<'_>,
        code: impl FnOnce() -> NodeCode,
    ) -> NodeCode {
        let mut key = [0; 6];
        for ((number, numbers), cell) in key.iter_mut().zip(&mut self.numbers).zip(cells) {
            if !cell.is_empty() {
                *number = numbers.get_or(cell.as_bytes(), || {
                    self.last_number += 1;
                    self.last_number
                });
            }
        }
        if let Some(&known) = self.codes.get(&key) {
            return known;
        }
        let found = code();
        if self.codes.len() < MOST_REMEMBERED {
            self.codes.insert(key, found);
        }
        found
    }
}
