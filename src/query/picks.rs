//! The picked values of one field.

use std::rc::Rc;

/// Keys of picked nodes, ascending, each once; a picked node includes all below it. Empty means no filter.
///
/// A sorted list: there are few of them, and the standard library's trees weigh 10 kB in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picks(Vec<Rc<str>>);

impl Picks {
    /// No picks.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// How many.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is picked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the key is picked itself.
    #[must_use]
    pub fn contains(&self, key: &str) -> bool {
        self.place(key).is_ok()
    }

    /// The keys, ascending.
    pub fn iter(&self) -> std::slice::Iter<'_, Rc<str>> {
        self.0.iter()
    }

    /// Adds a key, once.
    pub fn insert(&mut self, key: Rc<str>) {
        if let Err(place) = self.place(&key) {
            self.0.insert(place, key);
        }
    }

    /// Takes a key away.
    pub fn remove(&mut self, key: &str) {
        if let Ok(place) = self.place(key) {
            self.0.remove(place);
        }
    }

    /// Keeps the keys for which `keep` holds.
    pub fn retain(&mut self, keep: impl FnMut(&Rc<str>) -> bool) {
        self.0.retain(keep);
    }

    /// The keys for which `is_first` holds, and the others.
    #[must_use]
    pub fn split(self, is_first: impl Fn(&str) -> bool) -> (Self, Self) {
        let (mut first, mut others) = (self.clone(), self);
        first.0.retain(|key| is_first(key));
        others.0.retain(|key| !is_first(key));
        (first, others)
    }

    fn place(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|other| (**other).cmp(key))
    }
}

impl Extend<Rc<str>> for Picks {
    fn extend<I: IntoIterator<Item = Rc<str>>>(&mut self, keys: I) {
        for key in keys {
            self.insert(key);
        }
    }
}

impl FromIterator<Rc<str>> for Picks {
    fn from_iter<I: IntoIterator<Item = Rc<str>>>(keys: I) -> Self {
        let mut picks = Self::new();
        picks.extend(keys);
        picks
    }
}

impl<const N: usize> From<[Rc<str>; N]> for Picks {
    fn from(keys: [Rc<str>; N]) -> Self {
        keys.into_iter().collect()
    }
}

impl<'a> IntoIterator for &'a Picks {
    type Item = &'a Rc<str>;
    type IntoIter = std::slice::Iter<'a, Rc<str>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Picks {
    type Item = Rc<str>;
    type IntoIter = std::vec::IntoIter<Rc<str>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
