//! Sets of rows, a bit each, in words of 64.

use crate::simd::{CODES, marked_in};

/// Rows in one word.
pub const WORD: usize = u64::BITS as usize;

/// Codes that a line of marks tells apart, a bit each.
const CODES_PER_LINE: usize = 128;

/// With more lines than this, each code is looked up by itself.
const MOST_LINES: usize = 8;

/// The rows whose code is marked in `marked`, which has a place for every code.
#[must_use]
#[inline(never)]
pub fn rows_with(codes: &[u16], marked: &[bool]) -> Vec<u64> {
    let is_marked = |code: u16| marked.get(usize::from(code)).copied().unwrap_or_default();
    let (chunks, rest) = codes.as_chunks::<CODES>();
    let mut words: Vec<u64> = if marked.len() <= MOST_LINES * CODES_PER_LINE {
        let lines = lines(marked);
        chunks
            .iter()
            .map(|codes| marked_in(codes, &lines))
            .collect()
    } else {
        chunks.iter().map(|codes| bits(codes, is_marked)).collect()
    };
    if !rest.is_empty() {
        words.push(bits(rest, is_marked));
    }
    words
}

/// A bit for each code that `has` holds for.
#[inline(always)]
fn bits(codes: &[u16], has: impl Fn(u16) -> bool) -> u64 {
    codes.iter().enumerate().fold(0, |bits, (place, &code)| {
        bits | u64::from(has(code)) << place
    })
}

/// A bit for each mark.
fn lines(marked: &[bool]) -> Vec<[u8; 16]> {
    let mut lines = vec![[0; 16]; marked.len().div_ceil(CODES_PER_LINE)];
    for (code, &is_marked) in marked.iter().enumerate() {
        let line = &mut lines[code / CODES_PER_LINE];
        line[code % CODES_PER_LINE / 8] |= u8::from(is_marked) << (code % 8);
    }
    lines
}

/// The rows of `rows` that are in none of the other sets. All sets are over one table.
#[must_use]
#[inline(never)]
pub fn in_none(rows: usize, sets: &[&[u64]]) -> Vec<u64> {
    // Two at once: what is written is read again from a cache that is too small for it.
    let (mut left, others): (Vec<u64>, _) = match sets {
        [] => (vec![u64::MAX; rows.div_ceil(WORD)], sets),
        [one] => (one.iter().map(|taken| !taken).collect(), &[][..]),
        [one, other, others @ ..] => {
            let both = one.iter().zip(*other);
            (both.map(|(one, other)| !(one | other)).collect(), others)
        }
    };
    let (pairs, last) = others.as_chunks::<2>();
    for [one, other] in pairs {
        for ((word, one), other) in left.iter_mut().zip(*one).zip(*other) {
            *word &= !(one | other);
        }
    }
    for set in last {
        for (word, taken) in left.iter_mut().zip(*set) {
            *word &= !taken;
        }
    }
    let beyond = rows % WORD;
    if beyond != 0
        && let Some(last) = left.last_mut()
    {
        *last &= (1 << beyond) - 1;
    }
    left
}

/// The rows of a set that are not in another one.
#[must_use]
#[inline(never)]
pub fn without(words: &[u64], other: &[u64]) -> Vec<u64> {
    let pairs = words.iter().zip(other);
    pairs.map(|(word, other)| word & !other).collect()
}

/// The rows of `order` that are in a set, in that order.
#[must_use]
#[inline(never)]
pub fn listed(order: &[u32], words: &[u64]) -> Vec<u32> {
    let mut listed = vec![0; order.len()];
    let mut count = 0;
    for &row in order {
        // Written in any case and kept only then: no branch to guess wrong.
        listed[count] = row;
        count += (words[row as usize / WORD] >> (row as usize % WORD) & 1) as usize;
    }
    listed.truncate(count);
    listed
}

/// Rows that are asked for one by one.
#[derive(Clone, Copy, Debug)]
pub struct Passing<'a> {
    /// A bit for each row, set where it passes.
    pub words: &'a [u64],
    /// A column of codes of which those have to be accepted as well.
    pub by_code: Option<(&'a [u16], &'a [bool])>,
}

impl Passing<'_> {
    /// Whether a row passes.
    #[must_use]
    #[inline(always)]
    pub fn has(&self, row: u32) -> bool {
        let row = row as usize;
        self.words[row / WORD] >> (row % WORD) & 1 == 1
            && self.by_code.is_none_or(|(codes, accepted)| {
                let code = usize::from(codes[row]);
                accepted.get(code).copied().unwrap_or_default()
            })
    }

    /// The position of the last of these rows that passes.
    #[must_use]
    #[inline(never)]
    pub fn last_of(&self, rows: &[u32]) -> Option<usize> {
        rows.iter().rposition(|&row| self.has(row))
    }

    /// The position of that one of these rows before which so many others pass.
    #[must_use]
    #[inline(never)]
    pub fn nth_of(&self, rows: &[u32], before: usize) -> Option<usize> {
        let mut left = before;
        rows.iter().position(|&row| {
            let has = self.has(row);
            let is_it = has && left == 0;
            left = left.wrapping_sub(usize::from(has));
            is_it
        })
    }
}

/// How many rows are in a set.
#[must_use]
#[inline(never)]
pub fn count(words: &[u64]) -> u32 {
    words.iter().map(|word| word.count_ones()).sum()
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    fn check(codes: &[u16], places: usize, marked: &[u16]) {
        let table: Vec<bool> = (0..places as u16)
            .map(|code| marked.contains(&code))
            .collect();
        let words = rows_with(codes, &table);
        assert_eq!(words.len(), codes.len().div_ceil(WORD));
        for (row, code) in codes.iter().enumerate() {
            let is_in = words[row / WORD] >> (row % WORD) & 1 == 1;
            let is_marked = usize::from(*code) < places && marked.contains(code);
            assert_eq!(is_in, is_marked, "row {row} of {marked:?}, {places} places");
        }
        let inside = in_none(codes.len(), &[&words]);
        assert_eq!(without(&in_none(codes.len(), &[]), &words), inside);
        assert_eq!(count(&words) + count(&inside), codes.len() as u32);
    }

    #[test]
    fn any_number_of_sets_is_taken_away() {
        const ROWS: usize = 130;
        let sets: Vec<Vec<u64>> = (2..9)
            .map(|step| {
                let marks: Vec<u16> = (0..ROWS).map(|row| u16::from(row % step == 0)).collect();
                rows_with(&marks, &[false, true])
            })
            .collect();
        for count in 0..=sets.len() {
            let taken: Vec<&[u64]> = sets[..count].iter().map(|set| &**set).collect();
            let left = in_none(ROWS, &taken);
            for row in 0..left.len() * WORD {
                let is_left = row < ROWS && (2..count + 2).all(|step| row % step != 0);
                assert_eq!(
                    left[row / WORD] >> (row % WORD) & 1 == 1,
                    is_left,
                    "{row} of {count}"
                );
            }
        }
    }

    #[test]
    fn rows_that_pass_are_found_from_either_end() {
        let rows: Vec<u32> = (0..200).map(|row| row * 7 % 200).collect();
        let words: Vec<u64> = vec![0x8421_8421_8421_8421; 4];
        let codes: Vec<u16> = (0..200).map(|row| row % 3).collect();
        for by_code in [
            None,
            Some((&codes[..], &[true, false, true][..])),
            Some((&codes, &[])),
        ] {
            let passing = Passing {
                words: &words,
                by_code,
            };
            let passes = |row: &u32| {
                let row = *row as usize;
                let is_accepted =
                    by_code.is_none_or(|(_, accepted)| accepted.get(row % 3) == Some(&true));
                words[row / WORD] >> (row % WORD) & 1 == 1 && is_accepted
            };
            let positions = (0..rows.len()).filter(|&position| passes(&rows[position]));
            let positions: Vec<usize> = positions.collect();
            assert_eq!(passing.last_of(&rows), positions.last().copied());
            for before in 0..=positions.len() {
                assert_eq!(
                    passing.nth_of(&rows, before),
                    positions.get(before).copied()
                );
            }
        }
    }

    #[test]
    fn rows_are_found_by_their_codes() {
        for length in [0, 1, 63, 64, 65, 1_000] {
            let some: Vec<u16> = (0..length).map(|row| (row * 37 % 400) as u16).collect();
            let any: Vec<u16> = (0..length).map(|row| (row * 65_521) as u16).collect();
            for codes in [some, any] {
                for places in [0, 1, 127, 128, 129, 400, 1_024, 1_025, 3_000] {
                    check(&codes, places, &[]);
                    check(&codes, places, &[0]);
                    check(&codes, places, &[126, 127, 128, 399]);
                    check(&codes, places, &[1_022, 1_023, 1_024, 2_047, 2_048]);
                    check(&codes, places, &(0..3_000).step_by(3).collect::<Vec<_>>());
                    check(&codes, places, &(0..3_000).collect::<Vec<_>>());
                }
            }
        }
    }
}
