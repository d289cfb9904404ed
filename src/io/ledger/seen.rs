//! Which values were met before, for millions of rows in a few megabytes.

/// A set of values by their hash, each with the row in which it was first met.
///
/// Of the five million rows of the largest file that is opened, any two whose values differ are taken for one with a
/// probability of one in a million: n²/2 pairs, and hashes of 64 bits.
///
/// Every value has its slot anywhere in a large table, which the processor has to fetch. Hundreds of values are therefore
/// looked up together: it fetches for all of them at once, and takes a fifth of the time.
#[derive(Debug, Default)]
pub(super) struct Seen {
    slots: Vec<Entry>,
    used: usize,
    /// Values to be looked up, as the entries that they become.
    waiting: Vec<Entry>,
}

/// Both halves of a value's hash, and the row in which it was met; row 0 stands for nothing.
pub(super) type Entry = [u32; 3];

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
            self.last.clear();
            inward_kernel::append(&mut self.last, id.as_bytes());
            return true;
        }
        let all = self.all.get_or_insert_with(|| {
            let mut all = Seen::default();
            for id in before() {
                all.add(&[id], 1);
            }
            all.look_up();
            all
        });
        all.add(&[id.as_bytes()], 1);
        all.look_up().is_empty()
    }

    /// Whether every identifier came after the one before.
    pub(super) fn are_ascending(&self) -> bool {
        self.all.is_none()
    }

    /// Whether they ascend, and `id` comes after all of them.
    pub(super) fn are_before(&self, id: &str) -> bool {
        let id = id.as_bytes();
        self.are_ascending() && (id.len(), id) > (self.last.len(), &*self.last)
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
        all.look_up();
        for id in ids {
            all.add(&[id], 1);
        }
        all.look_up().is_empty()
    }
}

impl Seen {
    /// Adds what these texts are in `row`, from 1, to the values to be looked up, and says how many there are.
    pub(super) fn add(&mut self, texts: &[&[u8]], row: u32) -> usize {
        let hash = hash_of(texts);
        self.waiting.push([hash as u32, (hash >> 32) as u32, row]);
        self.waiting.len()
    }

    /// The values that were added and not looked up.
    pub(super) fn into_waiting(self) -> Vec<Entry> {
        self.waiting
    }

    /// Adds values that waited elsewhere, and whose rows were counted from the one after `before`.
    pub(super) fn add_waiting(&mut self, values: &[Entry], before: u32) {
        let values = values.iter();
        self.waiting
            .extend(values.map(|&[low, high, row]| [low, high, before + row]));
    }

    /// Looks up the values that were added: each row whose value was met before, with the row in which it was.
    pub(super) fn look_up(&mut self) -> Vec<(u32, u32)> {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return Vec::new();
        }
        while (self.used + waiting.len()) * 4 > self.slots.len() * 3 {
            self.resize((self.slots.len() * 2).max(1 << 10));
        }
        let mask = self.slots.len() - 1;
        let fetched = waiting.iter().fold(0, |fetched, &entry| {
            fetched ^ self.slots[position(entry, mask)][2]
        });
        // Nobody needs the sum.
        std::hint::black_box(fetched);
        let mut found = Vec::new();
        for &entry in &waiting {
            if let Some(first) = self.first(entry, mask) {
                found.push((entry[2], first));
            }
        }
        self.waiting = waiting;
        self.waiting.clear();
        found
    }

    /// The row in which a value was met before; if there is none, it is the entry's from now on.
    fn first(&mut self, entry: Entry, mask: usize) -> Option<u32> {
        let mut at = position(entry, mask);
        loop {
            let slot = self.slots[at];
            if slot[2] == 0 {
                self.slots[at] = entry;
                self.used += 1;
                return None;
            }
            if slot[..2] == entry[..2] {
                return Some(slot[2]);
            }
            at = (at + 1) & mask;
        }
    }

    /// Makes room for so many values in all.
    pub(super) fn reserve(&mut self, values: usize) {
        let slots = (values * 4 / 3 + 1).next_power_of_two();
        if slots > self.slots.len() {
            self.resize(slots);
        }
    }

    fn resize(&mut self, size: usize) {
        let old = std::mem::replace(&mut self.slots, vec![[0; 3]; size]);
        let mask = size - 1;
        for entry in old.into_iter().filter(|entry| entry[2] != 0) {
            let mut at = position(entry, mask);
            while self.slots[at][2] != 0 {
                at = (at + 1) & mask;
            }
            self.slots[at] = entry;
        }
    }
}

/// Where an entry is looked for first.
fn position(entry: Entry, mask: usize) -> usize {
    entry[1] as usize & mask
}

/// Of 64 bits on every machine, which the hashes of tables are not: in a browser they have half as many.
fn hash_of(texts: &[&[u8]]) -> u64 {
    texts
        .iter()
        .fold(0, |seed, text| inward_kernel::hash(seed, text))
}
