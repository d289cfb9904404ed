//! Where in a text the words of a search stand.

use std::ops::Range;

use super::search::SearchTerm;

impl SearchTerm {
    /// The parts of `text` that the search finds, as byte ranges: in order, apart from each other, none empty.
    ///
    /// A word may stand elsewhere in the project and not here.
    #[must_use]
    pub fn found_in(&self, text: &str) -> Vec<Range<usize>> {
        if self.words().is_empty() {
            return Vec::new();
        }
        let mut folded = Vec::with_capacity(text.len());
        // Where each letter begins, folded and in the text; folding may change its length.
        let mut begins = Vec::with_capacity(text.len());
        for (at, letter) in text.char_indices() {
            begins.push((folded.len(), at));
            let letter = &text.as_bytes()[at..at + letter.len_utf8()];
            inward_kernel::fold(letter, &mut folded);
        }
        begins.push((folded.len(), text.len()));
        let folded = String::from_utf8(folded).unwrap_or_default();

        let mut found = vec![false; text.len()];
        for word in self.words() {
            for (start, word) in folded.match_indices(word.as_str()) {
                // A letter that folds to several is found as a whole.
                let first = begins.partition_point(|&(begin, _)| begin <= start) - 1;
                let last = begins.partition_point(|&(begin, _)| begin < start + word.len());
                found[begins[first].1..begins[last].1].fill(true);
            }
        }
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for (at, _) in found.iter().enumerate().filter(|(_, found)| **found) {
            match ranges.last_mut() {
                Some(range) if range.end == at => range.end = at + 1,
                Some(_) | None => ranges.push(at..at + 1),
            }
        }
        ranges
    }
}
