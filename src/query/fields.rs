//! Which of the fields: a set that fits in a number.

use crate::data::Field;

/// Some fields, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Fields(u16);

impl Fields {
    pub(super) fn those(holds: impl Fn(Field) -> bool) -> Self {
        let bits = Field::ALL
            .into_iter()
            .filter(|&field| holds(field))
            .map(|field| 1 << field.index());
        Self(bits.sum())
    }

    pub(super) fn has(self, field: Field) -> bool {
        self.0 >> field.index() & 1 == 1
    }

    pub(super) fn without(self, field: Field) -> Self {
        Self(self.0 & !(1 << field.index()))
    }

    pub(super) fn count(self) -> u32 {
        self.0.count_ones()
    }

    pub(super) fn are_in(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    pub(super) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
