//! Which values were met before, for millions of rows in a few megabytes.

use inward_kernel::{comes_after, hash};

/// A set of values by their hash, each with the row in which it was first met.
///
/// Of the five million rows of the largest file that is opened, any two whose values differ are taken for one with a
/// probability of one in a million: n²/2 pairs, and hashes of 64 bits.
///
/// Every value has its slot anywhere in a large table, which the processor has to fetch. Hundreds of values are therefore
/// looked up together: it fetches for all of them at once, and takes a fifth of the time.
///
/// A slot has some bits of the hash beside the place of the entry: of a thousand other values one at most has the same, so
/// that an entry is hardly ever fetched to find that it is another one.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// The values in the order in which they were added; those that were met before stay.
    entries: Vec<Entry>,
    /// How many of them were looked up.
    looked_up: usize,
    /// A table with open addressing, whose length is a power of two: in the upper bits a part of the hash, in the others the
    /// entry's place and one; 0 for nothing.
    slots: Vec<u32>,
}

/// Both halves of a value's hash, and the row in which it was met.
pub(super) type Entry = [u32; 3];

/// Bits of a slot for the place of an entry: eight million.
const PLACE_BITS: u32 = 23;

/// All of these bits.
const PLACE: u32 = (1 << PLACE_BITS) - 1;

/// A set of identifiers. In most ledgers they ascend, and as long as they do none is kept but the last.
#[derive(Debug, Default)]
pub(super) struct SeenIds {
    last: Vec<u8>,
    /// Once one did not come after the one before.
    all: Option<Seen>,
}

impl SeenIds {
    /// Whether `id` was not met before; `before` gives all that were.
    pub(super) fn is_new<'a, Before: Iterator<Item = &'a [u8]>>(
        &mut self,
        id: &str,
        before: impl FnOnce() -> Before,
    ) -> bool {
        if self.are_before(id) {
            self.set_last(id);
            return true;
        }
        let all = self.all.get_or_insert_with(|| {
            let mut all = Seen::default();
            for id in before() {
                all.add(&[id], 1);
            }
            all.look_up(usize::MAX);
            all
        });
        all.add(&[id.as_bytes()], 1);
        all.look_up(usize::MAX).is_empty()
    }

    /// Whether each of `ids` comes after the one before, and all after those that were met; then they are met as well.
    pub(super) fn go_on(&mut self, ids: &[&str]) -> bool {
        let mut pairs = ids.iter().zip(ids.iter().skip(1));
        let [Some(first), Some(last)] = [ids.first(), ids.last()] else {
            return true;
        };
        let ascend = self.are_before(first)
            && pairs.all(|(one, next)| comes_after(next.as_bytes(), one.as_bytes()));
        if ascend {
            self.set_last(last);
        }
        ascend
    }

    fn set_last(&mut self, id: &str) {
        self.last.clear();
        inward_kernel::append(&mut self.last, id.as_bytes());
    }

    /// Whether every identifier came after the one before.
    pub(super) fn are_ascending(&self) -> bool {
        self.all.is_none()
    }

    /// Whether they ascend, and `id` comes after all of them.
    pub(super) fn are_before(&self, id: &str) -> bool {
        self.are_ascending() && comes_after(id.as_bytes(), &self.last)
    }

    /// Whether none of `ids` is among those that were met `before`.
    pub(super) fn are_new<'a>(
        &self,
        ids: impl Iterator<Item = &'a [u8]>,
        before: impl Iterator<Item = &'a [u8]>,
    ) -> bool {
        let mut all = Seen::default();
        for id in before {
            all.add(&[id], 1);
        }
        all.look_up(usize::MAX);
        for id in ids {
            all.add(&[id], 1);
        }
        all.look_up(usize::MAX).is_empty()
    }
}

impl Seen {
    /// Adds what these texts are in `row`, from 1, to the values to be looked up.
    pub(super) fn add(&mut self, texts: &[&[u8]], row: u32) {
        let hash = hash(texts);
        self.entries.push([hash as u32, (hash >> 32) as u32, row]);
    }

    /// Values to be looked up.
    pub(super) fn waiting(&self) -> usize {
        self.entries.len() - self.looked_up
    }

    /// The values that were added, if none was looked up.
    pub(super) fn into_waiting(self) -> Vec<Entry> {
        self.entries
    }

    /// Adds values that waited elsewhere, and whose rows were counted from the one after `before`.
    pub(super) fn add_waiting(&mut self, values: &[Entry], before: u32) {
        let values = values.iter();
        self.entries
            .extend(values.map(|&[low, high, row]| [low, high, before + row]));
    }

    /// Looks up so many of the values that were added: each row whose value was met before, with the row in which it was.
    #[inline(never)]
    pub(super) fn look_up(&mut self, most: usize) -> Vec<(u32, u32)> {
        let first = self.looked_up;
        let end = self.entries.len().min(first.saturating_add(most));
        if first == end {
            return Vec::new();
        }
        self.looked_up = end;
        let slots = slots_for(self.entries.len());
        if slots > self.slots.len() {
            self.resize(slots, first);
        }
        let mask = self.slots.len() - 1;
        let waiting = self.entries[first..end].iter();
        let fetched = waiting.fold(0, |fetched, entry| {
            fetched ^ self.slots[entry[0] as usize & mask]
        });
        // Nobody needs the sum.
        std::hint::black_box(fetched);
        let mut found = Vec::new();
        for place in first..end {
            if let Some(before) = self.first(place, mask) {
                found.push((self.entries[place][2], before));
            }
        }
        found
    }

    /// The row in which the value at `place` was met before; if there is none, it is met there from now on.
    fn first(&mut self, place: usize, mask: usize) -> Option<u32> {
        let entry = self.entries[place];
        let part = entry[1] & !PLACE;
        let mut at = entry[0] as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                self.slots[at] = part | (place + 1) as u32;
                return None;
            }
            if slot & !PLACE == part {
                let known = self.entries[(slot & PLACE) as usize - 1];
                if known[..2] == entry[..2] {
                    return Some(known[2]);
                }
            }
            at = (at + 1) & mask;
        }
    }

    /// Makes room for so many values in all.
    pub(super) fn reserve(&mut self, values: usize) {
        let further = values.saturating_sub(self.entries.len());
        self.entries.reserve_exact(further);
        let slots = slots_for(values);
        if slots > self.slots.len() {
            self.resize(slots, self.looked_up);
        }
    }

    /// A table of this size for the first `entries`.
    fn resize(&mut self, size: usize, entries: usize) {
        self.slots = vec![0; size];
        for place in 0..entries {
            self.first(place, size - 1);
        }
    }
}

/// As many slots as so many values need at least, so that a quarter of them stays empty.
fn slots_for(values: usize) -> usize {
    (values * 4 / 3 + 1).next_power_of_two().max(1 << 10)
}
