//! What texts stand for, looked up once each: a million rows name the same forty countries.

use std::rc::Rc;

use inward_kernel::{Dictionary, same};
use rustc_hash::FxHashMap;

use crate::data::NodeCode;
use crate::i18n::Bilingual;

/// Texts of a column whose meaning is remembered.
const MOST_REMEMBERED: usize = 50_000;

/// What texts of one column stand for, looked up once each.
#[derive(Debug)]
pub(super) struct Remembered<T> {
    texts: Dictionary,
    /// By the number of the text.
    meanings: Vec<T>,
}

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Self {
            texts: Dictionary::default(),
            meanings: Vec::new(),
        }
    }
}

impl<T: Clone> Remembered<T> {
    /// What `text` stands for; `meaning` is asked the first time.
    pub(super) fn get_or(&mut self, text: &[u8], meaning: impl FnOnce() -> T) -> T {
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
    codes: FxHashMap<u64, (PlaceTexts, NodeCode)>,
}

type PlaceTexts = [Box<str>; 6];

impl KnownPlaces {
    /// The code of the place that these cells name, if it is known.
    pub(super) fn get(&self, cells: PlaceCells<'_>) -> Option<NodeCode> {
        let (texts, code) = self.codes.get(&hash_of(cells))?;
        let mut pairs = texts.iter().zip(cells);
        pairs
            .all(|(text, cell)| same(text.as_bytes(), cell.as_bytes()))
            .then_some(*code)
    }

    /// Remembers the code of the place that these cells name.
    pub(super) fn add(&mut self, cells: PlaceCells<'_>, code: NodeCode) {
        if self.codes.len() < MOST_REMEMBERED {
            self.codes
                .insert(hash_of(cells), (cells.map(Box::from), code));
        }
    }
}

fn hash_of(cells: PlaceCells<'_>) -> u64 {
    let cells = (1..).zip(cells).filter(|(_, cell)| !cell.is_empty());
    cells.fold(0, |seed: u64, (place, cell)| {
        inward_kernel::hash(seed.wrapping_add(place), cell.as_bytes())
    })
}
