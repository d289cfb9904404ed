//! Industries by key, by either name, and by words that stand for them.

use std::sync::LazyLock;

use super::super::folding;
use super::LONGEST_TERM;
use crate::data::Columns;
use crate::data::industry::{self, Industry};

/// Words that stand for an industry, the more telling industries first.
const WORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/industry-names"));

/// Every name and word that is known.
#[derive(Debug)]
pub(in super::super) struct Industries {
    names: Vec<(String, &'static Industry)>,
    words: Vec<(String, &'static Industry)>,
}

impl Industries {
    /// Every name, indexed when the first is looked up.
    pub(in super::super) fn shared() -> &'static Self {
        static SHARED: LazyLock<Industries> = LazyLock::new(Industries::new);
        &SHARED
    }

    fn new() -> Self {
        let names = industry::industries()
            .iter()
            .flat_map(|industry| {
                [&industry.key, &industry.name_zh, &industry.name_en]
                    .map(|name| (folding::letters(name), industry))
            })
            .collect();
        let rows = Columns::new(WORDS).rows(&["key", "names"]);
        let mut words = Vec::new();
        for row in rows.into_iter().flatten() {
            let Some(industry) = industry::by_key(row[0]) else {
                continue;
            };
            for word in row[1].split(';') {
                words.push((folding::letters(word), industry));
            }
        }
        Self { names, words }
    }

    /// The industry that a cell names: by a name of it, by a word that it consists of, or by the longest word in it.
    pub(in super::super) fn read(&self, text: &str) -> Option<&'static Industry> {
        if text.len() > LONGEST_TERM {
            return None;
        }
        let folded = folding::letters(text);
        let of = |list: &[(String, &'static Industry)]| {
            list.iter()
                .find(|(name, _)| *name == folded)
                .map(|&(_, industry)| industry)
        };
        of(&self.names).or_else(|| of(&self.words)).or_else(|| {
            // A word of Latin letters counts as a whole only: there is a "port" in "transport".
            let latin: Vec<String> = text
                .split(|letter: char| !letter.is_alphanumeric())
                .map(folding::letters)
                .collect();
            let contains = |word: &str| {
                if word.is_ascii() {
                    word.len() > 3 && latin.iter().any(|part| part == word)
                } else {
                    folded.contains(word)
                }
            };
            let mut best: Option<(&String, &'static Industry)> = None;
            for (word, industry) in &self.words {
                if contains(word) && best.is_none_or(|(known, _)| word.len() > known.len()) {
                    best = Some((word, industry));
                }
            }
            best.map(|(_, industry)| industry)
        })
    }
}
