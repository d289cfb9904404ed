//! Sets of rows, a bit each, in words of 64.

use crate::simd::{CODES, in_runs};

/// Rows in one word.
pub const WORD: usize = u64::BITS as usize;

/// More runs of codes than this are looked up in a table instead.
const MOST_RUNS: usize = 4;

/// The rows whose code is marked in `marked`, which has a place for every code.
///
/// A few runs of neighbouring codes, as most filters are, are compared with many rows at once.
#[must_use]
#[inline(never)]
pub fn rows_with(codes: &[u16], marked: &[bool]) -> Vec<u64> {
    let runs = runs(marked);
    let is_marked = |code: u16| marked.get(usize::from(code)).copied().unwrap_or_default();
    let (chunks, rest) = codes.as_chunks::<CODES>();
    let mut words: Vec<u64> = if runs.len() <= MOST_RUNS {
        chunks.iter().map(|codes| in_runs(codes, &runs)).collect()
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

/// Where marked codes begin, and how many there are after each first one.
fn runs(marked: &[bool]) -> Vec<(u16, u16)> {
    let mut runs: Vec<(u16, u16)> = Vec::new();
    let mut was_marked = false;
    for (code, &is_marked) in marked.iter().enumerate() {
        match runs.last_mut().filter(|_| was_marked) {
            Some((_, further)) if is_marked => *further += 1,
            _ if is_marked => runs.push((code as u16, 0)),
            _ => {}
        }
        was_marked = is_marked;
    }
    runs
}

/// The rows of `rows` that are in none of the other sets. All sets are over one table.
#[must_use]
#[inline(never)]
pub fn in_none(rows: usize, sets: &[&[u64]]) -> Vec<u64> {
    let mut left = vec![u64::MAX; rows.div_ceil(WORD)];
    for set in sets {
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

/// How many rows are in a set.
#[must_use]
#[inline(never)]
pub fn count(words: &[u64]) -> u32 {
    words.iter().map(|word| word.count_ones()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(codes: &[u16], marked: &[u16]) {
        let table: Vec<bool> = (0..400).map(|code| marked.contains(&code)).collect();
        let words = rows_with(codes, &table);
        assert_eq!(words.len(), codes.len().div_ceil(WORD));
        for (row, code) in codes.iter().enumerate() {
            let is_in = words[row / WORD] >> (row % WORD) & 1 == 1;
            assert_eq!(is_in, marked.contains(code), "row {row} of {marked:?}");
        }
        let inside = in_none(codes.len(), &[&words]);
        assert_eq!(count(&words) + count(&inside), codes.len() as u32);
    }

    #[test]
    fn rows_are_found_by_their_codes() {
        for length in [0, 1, 63, 64, 65, 1_000] {
            let codes: Vec<u16> = (0..length).map(|row| (row * 37 % 400) as u16).collect();
            check(&codes, &[]);
            check(&codes, &[0]);
            check(&codes, &[399]);
            check(&codes, &[5, 6, 7, 9]);
            check(&codes, &[1, 3, 5, 7, 9, 10, 11]);
            check(&codes, &(0..400).step_by(3).collect::<Vec<_>>());
            check(&codes, &(0..400).collect::<Vec<_>>());
        }
    }
}
