//! Which values were met before, for millions of rows in a few megabytes.

/// A set of values by their hash, each with the row in which it was first met.
///
/// A slot holds 40 bits of the hash and 24 of the row. Two different values are taken for one with a probability of
/// less than one in a hundred thousand over the largest file that is opened; a duplicate is only ever suspected.
#[derive(Debug, Default)]
pub(super) struct Seen {
    slots: Vec<u64>,
    used: usize,
}

const ROW_BITS: u32 = 24;
const ROW_MASK: u64 = (1 << ROW_BITS) - 1;

impl Seen {
    /// The row, from 1, in which these texts were met before; if there is none, it is `row` from now on.
    pub(super) fn first(&mut self, texts: &[&str], row: u32) -> Option<u32> {
        let hash = hash_of(texts);
        if (self.used + 1) * 4 > self.slots.len() * 3 {
            self.grow();
        }
        let entry = (hash & !ROW_MASK) | (u64::from(row) & ROW_MASK);
        let mask = self.slots.len() - 1;
        let mut at = position(entry, mask);
        loop {
            match self.slots[at] {
                0 => {
                    self.slots[at] = entry;
                    self.used += 1;
                    return None;
                }
                slot if (slot ^ entry) & !ROW_MASK == 0 => return Some((slot & ROW_MASK) as u32),
                _ => at = (at + 1) & mask,
            }
        }
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(1 << 10);
        let old = std::mem::replace(&mut self.slots, vec![0; size]);
        let mask = size - 1;
        for entry in old.into_iter().filter(|&entry| entry != 0) {
            let mut at = position(entry, mask);
            while self.slots[at] != 0 {
                at = (at + 1) & mask;
            }
            self.slots[at] = entry;
        }
    }
}

/// Where an entry is looked for first: the upper bits, because the lower ones are the row's.
fn position(entry: u64, mask: usize) -> usize {
    (entry >> (64 - 32)) as usize & mask
}

/// Of 64 bits on every machine, which the hashes of tables are not: in a browser they have half as many.
fn hash_of(texts: &[&str]) -> u64 {
    texts
        .iter()
        .fold(0, |seed, text| inward_kernel::hash(seed, text.as_bytes()))
}
