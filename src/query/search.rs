//! Text search: the same words however they are typed.
//!
//! Case and the width of letters do not matter (`ＢＭＷ` is `bmw`). Chinese
//! has no spaces between words, so a word is found anywhere in a text.
//!
//! Nothing is prepared for it: of texts that rows share each is looked at once,
//! and the others are folded a slice of rows at a time, so that the page
//! answers in between.

use std::rc::Rc;

use inward_kernel::{Texts, WORD, mark_rows_with, rows_with};

use super::bit_set::BitSet;
use crate::data::{CategoryField, CategoryTree, ProjectTable, TextColumn};

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
        let none = BitSet::from_fn(table.len(), |_| false);
        let mut found = vec![none.words().to_vec(); words.len()];
        for (texts, codes) in table.searched_columns().filter_map(TextColumn::shared) {
            let has = texts_with(texts, &words);
            add_rows_with(codes, &has, &mut found);
        }
        let places = table.category(CategoryField::Place);
        add_rows_with(
            places.codes(),
            &places_with(places.tree(), &words),
            &mut found,
        );
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

/// For each word, which of `texts` hold it.
fn texts_with(texts: &Texts, words: &[String]) -> Vec<Vec<bool>> {
    let mut found = vec![vec![0_u64; texts.len().div_ceil(WORD)]; words.len()];
    mark_rows_with(texts, 0..texts.len(), words, &mut found);
    let each = |found: Vec<u64>| {
        let has = |text: usize| found[text / WORD] >> (text % WORD) & 1 == 1;
        (0..texts.len()).map(has).collect()
    };
    found.into_iter().map(each).collect()
}

/// For each word, which nodes hold it in either name, or are below one that does.
fn places_with(tree: &CategoryTree, words: &[String]) -> Vec<Vec<bool>> {
    let mut names = Texts::default();
    for node in tree.nodes() {
        let stated = !node.is_unstated();
        for name in [&node.name.zh, &node.name.en] {
            names.push(if stated { name.as_bytes() } else { &[] });
        }
    }
    let below = |named: Vec<bool>| {
        let mut has: Vec<bool> = Vec::with_capacity(tree.nodes().len());
        for (node, own) in tree.nodes().iter().zip(named.chunks(2)) {
            // A node is made after the one above it.
            let above = node.parent.is_some_and(|parent| has[usize::from(parent)]);
            has.push(above || own.contains(&true));
        }
        has
    };
    texts_with(&names, words).into_iter().map(below).collect()
}

/// For each word, adds the rows whose code has it.
fn add_rows_with(codes: &[u16], has: &[Vec<bool>], found: &mut [Vec<u64>]) {
    for (has, found) in has.iter().zip(found) {
        for (rows, more) in found.iter_mut().zip(rows_with(codes, has)) {
            *rows |= more;
        }
    }
}
