//! What is added up for a set of projects.

/// What a bar's length or an area stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Number of projects.
    #[default]
    Projects,
    /// Disclosed amount.
    Amount,
}

/// Counts and sum of a set of projects. `projects = disclosed + unconverted + undisclosed`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Totals {
    /// Projects.
    pub projects: u32,
    /// Projects whose amount is in the sum.
    pub disclosed: u32,
    /// Projects whose amount is stated, in a currency or year without a rate.
    pub unconverted: u32,
    /// Projects in the sum whose amount is a bound or an estimate.
    pub inexact: u32,
    /// Sum of disclosed amounts, in the currency of the table.
    pub amount: f64,
}

impl Totals {
    /// Projects without a stated amount.
    #[must_use]
    pub const fn undisclosed(&self) -> u32 {
        self.projects - self.disclosed - self.unconverted
    }

    /// Projects that a sum of amounts leaves out: undisclosed, or without a rate.
    #[must_use]
    pub const fn not_in_sum(&self) -> u32 {
        self.projects - self.disclosed
    }

    /// The value of `measure`: a count, or an amount.
    #[must_use]
    pub fn value(&self, measure: Measure) -> f64 {
        match measure {
            Measure::Projects => f64::from(self.projects),
            Measure::Amount => self.amount,
        }
    }

    /// Adds the projects of `other`.
    pub fn add(&mut self, other: &Self) {
        self.projects += other.projects;
        self.disclosed += other.disclosed;
        self.unconverted += other.unconverted;
        self.inexact += other.inexact;
        self.amount += other.amount;
    }
}
