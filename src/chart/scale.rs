//! From values to pixels, and the round values worth a tick.
//!
//! Ticks come from Plotters' coordinates, which need no back end.

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;

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
