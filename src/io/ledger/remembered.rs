//! What texts stand for, looked up once each: a million rows name the same forty countries.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::data::NodeCode;
use crate::i18n::Bilingual;

/// Texts of a column whose meaning is remembered.
const MOST_REMEMBERED: usize = 50_000;

/// What texts of one column stand for, looked up once each.
#[derive(Debug)]
pub(super) struct Remembered<T> {
    meanings: FxHashMap<Box<[u8]>, T>,
}

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Self {
            meanings: FxHashMap::default(),
        }
    }
}

impl<T: Clone> Remembered<T> {
    /// What `text` stands for; `meaning` is asked the first time.
    pub(super) fn get_or(&mut self, text: &[u8], meaning: impl FnOnce() -> T) -> T {
        if let Some(known) = self.meanings.get(text) {
            return known.clone();
        }
        let found = meaning();
        if self.meanings.len() < MOST_REMEMBERED {
            self.meanings.insert(text.into(), found.clone());
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
        pairs.all(|(text, cell)| **text == *cell).then_some(*code)
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
    let cells = cells.iter();
    cells.fold(0, |seed, cell| inward_kernel::hash(seed, cell.as_bytes()))
}
