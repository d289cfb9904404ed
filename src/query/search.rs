//! Text search: the same words however they are typed.
//!
//! Case and the width of letters do not matter (`ＢＭＷ` is `bmw`). Chinese
//! has no spaces between words, so a word is found anywhere in a text.
//!
//! Nothing is prepared for it: of texts that rows share each is looked at once,
//! and the others are folded a slice of rows at a time, so that the page
//! answers in between.

use std::rc::Rc;

use inward_kernel::{mark_rows_with, rows_with};

use super::bit_set::BitSet;
use crate::data::{CategoryField, ProjectTable, TextColumn};

/// Rows that are looked at in one step.
const SLICE: usize = 1 << 15;

/// `text` in lower case, with full-width letters, digits and signs in half width.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = Vec::with_capacity(text.len());
    inward_kernel::fold(text.as_bytes(), &mut folded);
    String::from_utf8(folded).unwrap_or_default()
}

/// What is searched for: words, each of which must be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchTerm {
    words: Vec<String>,
}

impl SearchTerm {
    /// The words of `text`, which white space separates. No word at all is found everywhere.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self {
            words: fold(text).split_whitespace().map(str::to_owned).collect(),
        }
    }

    /// The words, folded.
    pub(super) fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether every word occurs in one of `texts`, which need not be folded.
    #[must_use]
    pub fn matches<'a>(&self, texts: impl Iterator<Item = &'a str>) -> bool {
        let mut missing: Vec<&String> = self.words.iter().collect();
        for text in texts {
            let folded = fold(text);
            missing.retain(|word| !folded.contains(word.as_str()));
        }
        missing.is_empty()
    }
}

/// A search through a whole table that is under way.
#[derive(Debug)]
pub struct SearchScan {
    table: Rc<ProjectTable>,
    words: Vec<String>,
    /// The rows that have each word.
    found: Vec<Vec<u64>>,
    /// Rows that have been looked at.
    read: usize,
}

impl SearchScan {
    /// Looks at places, and at texts that rows share.
    #[must_use]
    pub fn new(table: Rc<ProjectTable>, text: &str) -> Self {
        let words = SearchTerm::new(text).words;
        let found = words
            .iter()
            .map(|word| {
                let none = BitSet::from_fn(table.len(), |_| false);
                let mut rows = none.words().to_vec();
                for (codes, has) in shared_texts(&table, word) {
                    for (rows, more) in rows.iter_mut().zip(rows_with(codes, &has)) {
                        *rows |= more;
                    }
                }
                rows
            })
            .collect();
        Self {
            table,
            words,
            found,
            read: 0,
        }
    }

    /// Looks at further rows; false once there is none left.
    pub fn step(&mut self) -> bool {
        let end = self.table.len().min(self.read + SLICE);
        for column in self.table.searched_columns() {
            if let Some(texts) = column.own() {
                mark_rows_with(texts, self.read..end, &self.words, &mut self.found);
            }
        }
        self.read = end;
        end < self.table.len()
    }

    /// How much is done, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        self.read as f64 / self.table.len().max(1) as f64
    }

    /// The rows that lack a word, after all steps.
    #[must_use]
    pub fn finish(self) -> BitSet {
        let rows = self.table.len();
        let lacking = self.found.into_iter().map(|found| {
            let found = BitSet::from_words(rows, found);
            BitSet::in_none(rows, &[&found])
        });
        let lacking: Vec<BitSet> = lacking.collect();
        let having = BitSet::in_none(rows, &lacking.iter().collect::<Vec<_>>());
        BitSet::in_none(rows, &[&having])
    }
}

/// Columns of codes, and for each code whether its text has the word.
fn shared_texts<'t>(
    table: &'t ProjectTable,
    word: &'t str,
) -> impl Iterator<Item = (&'t [u16], Vec<bool>)> {
    let columns = table.searched_columns().filter_map(TextColumn::shared);
    let columns = columns.map(move |(texts, codes)| {
        let texts = (0..texts.len()).map(|place| std::str::from_utf8(texts.get(place)));
        let has = texts.map(|text| fold(text.unwrap_or_default()).contains(word));
        (codes, has.collect())
    });
    let places = table.category(CategoryField::Place);
    let mut has: Vec<bool> = Vec::with_capacity(places.tree().nodes().len());
    for node in places.tree().nodes() {
        let names = [&node.name.zh, &node.name.en];
        let own = !node.is_unstated() && names.iter().any(|name| fold(name).contains(word));
        // A node is made after the one above it.
        has.push(own || node.parent.is_some_and(|parent| has[usize::from(parent)]));
    }
    columns.chain([(places.codes(), has)])
}
