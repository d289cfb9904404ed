//! What texts stand for, looked up once each: a million rows name the same forty countries.

use std::rc::Rc;

use inward_kernel::{Dictionary, Recent, ShortText};
use rustc_hash::FxHashMap;

use crate::data::NodeCode;
use crate::i18n::Bilingual;
use crate::i18n::ledger::IssueKind;

/// Texts of a column whose meaning is remembered.
const MOST_REMEMBERED: usize = 50_000;

/// What texts of one column stand for, looked up once each.
#[derive(Debug)]
pub(super) struct Remembered<T> {
    texts: Dictionary,
    /// By the number of the text.
    meanings: Vec<T>,
    recent: Recent<T>,
}

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Self {
            texts: Dictionary::default(),
            meanings: Vec::new(),
            recent: Recent::default(),
        }
    }
}

impl<T: Copy> Remembered<T> {
    /// What `text` stands for; `meaning` is asked the first time.
    #[inline]
    pub(super) fn get_or(&mut self, text: &[u8], meaning: impl FnOnce() -> T) -> T {
        let Some(short) = ShortText::new(text) else {
            return self.long_or(text, meaning);
        };
        if let Some(known) = self.recent.get(&short) {
            return known;
        }
        let found = self.long_or(text, meaning);
        self.recent.put(short, found);
        found
    }

    fn long_or(&mut self, text: &[u8], meaning: impl FnOnce() -> T) -> T {
        let number = self.texts.number_of(text);
        if let Some(known) = number.and_then(|number| self.meanings.get(number as usize)) {
            return *known;
        }
        let found = meaning();
        if self.meanings.len() < MOST_REMEMBERED {
            self.texts.intern(text);
            self.meanings.push(found);
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

/// What a text in a column of categories stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meaning {
    /// Its node.
    pub(super) code: NodeCode,
    /// What is doubtful about it.
    pub(super) doubt: Option<IssueKind>,
}

/// Columns that name a place.
const PLACE_COLUMNS: usize = 6;

/// The codes of places, by the cells that name them.
#[derive(Debug, Default)]
pub(super) struct KnownPlaces {
    /// A number for each text, by the column in which it stands.
    numbers: [Remembered<u32>; PLACE_COLUMNS],
    last_number: u32,
    /// By the numbers of the cells, 0 for an empty one.
    codes: FxHashMap<[u32; PLACE_COLUMNS], NodeCode>,
}

impl KnownPlaces {
    /// The codes of the places that the texts of `columns` name in so many rows; a column that the file does not have is
    /// empty. `code` is asked for that of a row, once for each place.
    pub(super) fn codes(
        &mut self,
        columns: &[Vec<&str>; PLACE_COLUMNS],
        rows: usize,
        code: &mut dyn FnMut(usize) -> NodeCode,
    ) -> Vec<NodeCode> {
        let mut keys = vec![[0; PLACE_COLUMNS]; rows];
        for (at, texts) in columns.iter().enumerate() {
            self.number(at, texts, &mut keys);
        }
        let keys = keys.iter().enumerate();
        keys.map(|(row, key)| {
            if let Some(&known) = self.codes.get(key) {
                return known;
            }
            let found = code(row);
            if self.codes.len() < MOST_REMEMBERED {
                self.codes.insert(*key, found);
            }
            found
        })
        .collect()
    }

    /// Gives the texts of a column their numbers.
    #[inline(never)]
    fn number(&mut self, at: usize, texts: &[&str], keys: &mut [[u32; PLACE_COLUMNS]]) {
        let last = &mut self.last_number;
        for (key, text) in keys.iter_mut().zip(texts) {
            if !text.is_empty() {
                key[at] = self.numbers[at].get_or(text.as_bytes(), || {
                    *last += 1;
                    *last
                });
            }
        }
    }
}
