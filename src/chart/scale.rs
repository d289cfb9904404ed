//! From values to pixels, and the round values worth a tick.
//!
//! Ticks come from Plotters' coordinates, which need no back end.

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;

use crate::query::AmountBin;

/// Values along a line of pixels; zero is always on it.
#[derive(Clone, Debug, PartialEq)]
pub struct LinearScale {
    lowest: f64,
    highest: f64,
    start_px: f64,
    end_px: f64,
}

impl LinearScale {
    /// From `start_px` to `end_px`, wide enough for zero and for every value that is a number.
    #[must_use]
    pub fn fit(values: impl IntoIterator<Item = f64>, start_px: f64, end_px: f64) -> Self {
        let (mut lowest, mut highest) = (0.0_f64, 0.0_f64);
        for value in values.into_iter().filter(|value| value.is_finite()) {
            lowest = lowest.min(value);
            highest = highest.max(value);
        }
        if highest - lowest <= 0.0 {
            highest = 1.0;
        }
        Self {
            lowest,
            highest,
            start_px,
            end_px,
        }
    }

    /// The same pixels with both ends moved out to the next of about `most` round values.
    #[must_use]
    pub fn rounded(mut self, most: usize) -> Self {
        let ticks = self.ticks(most);
        if let [first, second, ..] = ticks[..] {
            let step = second - first;
            let (lowest, highest) = (
                (self.lowest / step).floor() * step,
                (self.highest / step).ceil() * step,
            );
            if lowest.is_finite() && highest.is_finite() {
                (self.lowest, self.highest) = (lowest, highest);
            }
        }
        self
    }

    /// At most `most` round values from end to end, at least two of them asked for.
    #[must_use]
    pub fn ticks(&self, most: usize) -> Vec<f64> {
        let range = self.highest / 2.0 - self.lowest / 2.0;
        // Plotters compares with the smallest step near one and multiplies by ten: it gets numbers around a hundred.
        let power = range.log10().floor() - 2.0;
        let unit = 10_f64.powf(power);
        if !unit.is_normal() {
            return vec![0.0];
        }
        RangedCoordf64::from(self.lowest / unit..self.highest / unit)
            .key_points(most.max(2))
            .into_iter()
            .map(|tick| {
                if power < 0.0 {
                    tick / 10_f64.powf(-power)
                } else {
                    tick * unit
                }
            })
            .collect()
    }

    /// Where `value` lies; what is not a number lies at zero.
    #[must_use]
    pub fn position(&self, value: f64) -> f64 {
        let value = if value.is_nan() {
            0.0
        } else {
            value.clamp(self.lowest, self.highest)
        };
        // Halves keep the range of enormous values finite.
        let share = (value / 2.0 - self.lowest / 2.0) / (self.highest / 2.0 - self.lowest / 2.0);
        self.start_px + share * (self.end_px - self.start_px)
    }

    /// The largest value on the scale, by size.
    #[must_use]
    pub fn largest(&self) -> f64 {
        self.highest.max(-self.lowest)
    }
}

/// Amounts along a line of pixels, equal steps for equal ratios, from one round amount to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogScale {
    first: AmountBin,
    last: AmountBin,
    /// Powers of ten.
    lowest: f64,
    highest: f64,
    start_px: f64,
    end_px: f64,
}

impl LogScale {
    /// Wide enough for the bins of two amounts above zero.
    #[must_use]
    pub fn fit(least: f64, most: f64, start_px: f64, end_px: f64) -> Self {
        let (first, last) = (AmountBin::of(least), AmountBin::of(most));
        // The last of all bins ends nowhere.
        let upper = if last.upper() < f64::MAX {
            last.upper()
        } else {
            most
        };
        Self {
            first,
            last,
            lowest: first.lower().log10(),
            highest: upper.log10(),
            start_px,
            end_px,
        }
    }

    /// The bins of the scale, from the first to the last.
    pub fn bins(&self) -> impl Iterator<Item = AmountBin> + use<> {
        (self.first.0..=self.last.0).map(AmountBin)
    }

    /// The largest amount on the scale.
    #[must_use]
    pub fn most(&self) -> f64 {
        10_f64.powf(self.highest)
    }

    /// Where `amount` lies, as a share of the way; what is not on the scale lies at its end.
    #[must_use]
    pub fn share(&self, amount: f64) -> f64 {
        let share = (amount.log10() - self.lowest) / (self.highest - self.lowest);
        share.clamp(0.0, 1.0)
    }

    /// Where `amount` lies.
    #[must_use]
    pub fn position(&self, amount: f64) -> f64 {
        self.start_px + self.share(amount) * (self.end_px - self.start_px)
    }

    /// The amount with which each bin begins, and that with which the last one ends.
    pub fn edges(&self) -> impl Iterator<Item = f64> + use<> {
        self.bins().map(AmountBin::lower).chain([self.last.upper()])
    }

    /// Powers of ten, every so many that at most `most` remain; where there are none two of them, the edges of the bins.
    #[must_use]
    pub fn ticks(&self, most: usize) -> Vec<f64> {
        // The logarithm of a power of ten may be off by its last digit.
        let first = (self.lowest - 1e-9).ceil() as i32;
        let last = (self.highest + 1e-9).floor() as i32;
        if first >= last {
            return self.edges().collect();
        }
        let step = (last - first) as usize / most.max(1) + 1;
        (first..=last)
            .step_by(step)
            .map(|power| 10_f64.powi(power))
            .collect()
    }
}

/// Equal bands side by side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandScale {
    start_px: f64,
    step_px: f64,
}

impl BandScale {
    /// `count` bands from `start_px` to `end_px`.
    #[must_use]
    pub fn new(count: usize, start_px: f64, end_px: f64) -> Self {
        Self {
            start_px,
            step_px: (end_px - start_px).max(0.0) / count.max(1) as f64,
        }
    }

    /// The width of a band with its gap.
    #[must_use]
    pub const fn step(&self) -> f64 {
        self.step_px
    }

    /// The left edge of a band.
    #[must_use]
    pub fn start(&self, band: usize) -> f64 {
        self.start_px + self.step_px * band as f64
    }
}
