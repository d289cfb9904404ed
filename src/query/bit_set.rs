//! A set of rows: one bit per row.
//!
//! Sets are combined a word of 64 rows at a time, so that a million rows cost
//! twenty thousand steps. Bits past the last row are always zero.

use inward_kernel::WORD;

/// A set of rows of a table with `len` rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BitSet {
    words: Vec<u64>,
    len: usize,
}

impl BitSet {
    /// Every row of `len`.
    #[must_use]
    pub fn all(len: usize) -> Self {
        Self::in_none(len, &[])
    }

    /// The rows whose bits are set in `words`, which has none beyond the last row.
    pub(super) fn from_words(len: usize, words: Vec<u64>) -> Self {
        Self { words, len }
    }

    /// The rows of `len` that are in none of `sets`.
    #[must_use]
    pub fn in_none(len: usize, sets: &[&Self]) -> Self {
        let sets: Vec<&[u64]> = sets.iter().map(|set| &*set.words).collect();
        Self::from_words(len, inward_kernel::in_none(len, &sets))
    }

    /// The rows that are not in `other`, a set of rows of the same table.
    pub(super) fn without(&self, other: &Self) -> Self {
        Self::from_words(self.len, inward_kernel::without(&self.words, &other.words))
    }

    /// A bit for each row, 64 to a word.
    pub(super) fn words(&self) -> &[u64] {
        &self.words
    }

    /// Puts a row in or takes it out.
    pub(super) fn set(&mut self, row: usize, is_in: bool) {
        if let Some(word) = self.words.get_mut(row / WORD) {
            *word &= !(1 << (row % WORD));
            *word |= u64::from(is_in) << (row % WORD);
        }
    }

    /// The rows for which `contains` is true. Each row is asked once, in order.
    #[must_use]
    pub fn from_fn(len: usize, mut contains: impl FnMut(usize) -> bool) -> Self {
        let words = (0..len.div_ceil(WORD))
            .map(|word| {
                let first = word * WORD;
                let last = len.min(first + WORD);
                (first..last).fold(0, |bits, row| {
                    bits | (u64::from(contains(row)) << (row - first))
                })
            })
            .collect();
        Self { words, len }
    }

    /// How many rows the table has.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether no row is in the set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    /// Whether `row` is in the set. A row past the end is not.
    #[must_use]
    pub fn contains(&self, row: usize) -> bool {
        self.words
            .get(row / WORD)
            .is_some_and(|word| word >> (row % WORD) & 1 == 1)
    }

    /// How many rows are in the set.
    #[must_use]
    pub fn count(&self) -> u32 {
        inward_kernel::count(&self.words)
    }

    /// The rows in the set, ascending.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(index, &word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                let row = index * WORD + left.trailing_zeros() as usize;
                (left != 0).then(|| {
                    left &= left - 1;
                    row
                })
            })
        })
    }

    /// Calls `visit` with every row in the set, ascending.
    ///
    /// Faster than [`BitSet::iter`] where most rows are in: a full word is a plain loop.
    pub fn for_each(&self, mut visit: impl FnMut(usize)) {
        for (index, &word) in self.words.iter().enumerate() {
            let first = index * WORD;
            if word == u64::MAX {
                (first..first + WORD).for_each(&mut visit);
                continue;
            }
            let mut left = word;
            while left != 0 {
                visit(first + left.trailing_zeros() as usize);
                left &= left - 1;
            }
        }
    }
}
