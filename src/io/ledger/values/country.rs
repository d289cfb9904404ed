//! Countries and regions by ISO code, by either name, and by the other names that ledgers use for them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::super::folding;
use super::LONGEST_TERM;
use crate::data::Columns;
use crate::data::country::{self, Country};

/// Other names than those of the reference list, which is part of the page and has to stay short.
const OTHER_NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/country-names"));

/// What a cell says of a country.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) enum Reading {
    /// That it is not known.
    Unstated,
    /// One country.
    One(&'static Country),
    /// Several, of which this is the first.
    FirstOf(&'static Country),
    /// None that the list has.
    Unknown,
}

/// Every name that is known.
#[derive(Debug)]
pub(in super::super) struct Countries {
    by_name: FxHashMap<String, &'static Country>,
}

impl Countries {
    /// Every name, indexed when the first is looked up.
    pub(in super::super) fn shared() -> &'static Self {
        static SHARED: LazyLock<Countries> = LazyLock::new(Countries::new);
        &SHARED
    }

    fn new() -> Self {
        let mut by_name = FxHashMap::default();
        for country in country::countries() {
            for name in [
                &country.alpha2,
                &country.alpha3,
                &country.name_zh,
                &country.name_en,
            ] {
                by_name.insert(folding::letters(name), country);
            }
        }
        let rows = Columns::new(OTHER_NAMES).rows(&["alpha2", "names"]);
        for row in rows.into_iter().flatten() {
            let Some(country) = country::by_alpha2(row[0]) else {
                continue;
            };
            for name in row[1].split(';') {
                by_name.insert(folding::letters(name), country);
            }
        }
        Self { by_name }
    }

    /// Reads a cell, which is not empty.
    pub(in super::super) fn read(&self, text: &str) -> Reading {
        if text.len() > LONGEST_TERM {
            return Reading::Unknown;
        }
        // Not Namibia, whose code is NA.
        if text.eq_ignore_ascii_case("n/a") {
            return Reading::Unstated;
        }
        if let Some(country) = self.named(text) {
            return Reading::One(country);
        }
        let folded = folding::letters(text);
        if folded.is_empty() || UNSTATED.contains(&&*folded) {
            return Reading::Unstated;
        }
        let bare = folding::without_brackets(text);
        if let Some(country) = self.named(&bare) {
            return Reading::One(country);
        }
        // 德国 Germany, and the other way round.
        let (chinese, latin): (String, String) = bare
            .chars()
            .partition(|letter| !letter.is_ascii() && letter.is_alphanumeric());
        if let (Some(country), Some(same)) = (self.named(&chinese), self.named(&latin))
            && country == same
        {
            return Reading::One(country);
        }
        let mut found = bare
            .split([
                ';', '；', '、', ',', '，', '/', '／', '|', '&', '和', '与', '及', '+', '\n',
            ])
            .filter(|part| !part.trim().is_empty())
            .map(|part| self.named(part));
        match (found.next().flatten(), found.next()) {
            (Some(first), Some(_)) => Reading::FirstOf(first),
            _ => Reading::Unknown,
        }
    }

    fn named(&self, name: &str) -> Option<&'static Country> {
        self.by_name.get(&folding::letters(name)).copied()
    }
}

const UNSTATED: &[&str] = &[
    "未披露",
    "未注明",
    "未知",
    "不详",
    "待定",
    "暂无",
    "无",
    "none",
    "null",
    "unknown",
    "notstated",
    "tbd",
    "未填",
];
