//! Round ranges of amounts.

/// Where the bins start: 1, 2, 5, 10, 20, 50, … 5 × 10^23.
const BIN_STARTS: [f64; 72] = {
    let mut starts = [0.0; 72];
    let mut power = 1.0;
    let mut bin = 0;
    while bin < starts.len() {
        starts[bin] = power;
        starts[bin + 1] = 2.0 * power;
        starts[bin + 2] = 5.0 * power;
        power *= 10.0;
        bin += 3;
    }
    starts
};

/// A range of amounts; ranges start at 1, 2, 5, 10, 20, 50, … of whichever currency is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AmountBin(pub i32);

impl AmountBin {
    /// Zero, and less. Amounts are whole, so that nothing lies between it and the first bin.
    pub const NOT_POSITIVE: Self = Self(-1);

    /// The bin that holds an amount.
    #[must_use]
    pub fn of(amount: f64) -> Self {
        Self(BIN_STARTS.partition_point(|&start| start <= amount) as i32 - 1)
    }

    /// The least amount in the bin.
    #[must_use]
    pub fn lower(self) -> f64 {
        usize::try_from(self.0).map_or(f64::MIN, |bin| {
            BIN_STARTS.get(bin).copied().unwrap_or(f64::MAX)
        })
    }

    /// The amount below which the bin ends.
    #[must_use]
    pub fn upper(self) -> f64 {
        Self(self.0.max(Self::NOT_POSITIVE.0).saturating_add(1)).lower()
    }
}
