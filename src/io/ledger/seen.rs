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
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = 0_u64;
    for text in texts {
        for piece in text.as_bytes().chunks(8) {
            let mut word = [0; 8];
            word[..piece.len()].copy_from_slice(piece);
            hash = (hash.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(ODD);
        }
        hash = (hash.rotate_left(5) ^ text.len() as u64).wrapping_mul(ODD);
    }
    // Every bit of the sum into every bit of the hash.
    hash = (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    hash = (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    hash ^ (hash >> 32)
}
