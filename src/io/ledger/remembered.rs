//! What texts stand for, looked up once each: a million rows name the same forty countries.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::data::place::Place;
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

/// A place that outlives the row that names it.
#[derive(Debug)]
pub(super) struct KnownPlace {
    province: (String, String),
    city: (String, String),
    zone: String,
}

impl KnownPlace {
    pub(super) fn new(place: &Place<'_>) -> Self {
        Self {
            province: (place.province_zh.to_owned(), place.province_en.to_owned()),
            city: (place.city_zh.to_owned(), place.city_en.to_owned()),
            zone: place.zone_zh.to_owned(),
        }
    }

    pub(super) fn as_place(&self) -> Place<'_> {
        Place {
            province_zh: &self.province.0,
            province_en: &self.province.1,
            city_zh: &self.city.0,
            city_en: &self.city.1,
            zone_zh: &self.zone,
        }
    }
}
