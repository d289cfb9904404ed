//! Yuan per unit of a currency, as the average of a year.

use super::amount::Currency;

/// The averages that lead from one currency to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Conversion {
    /// The year of the averages; `None` where none is needed.
    pub year: Option<u16>,
    /// The currency that is converted, and yuan per unit of it.
    pub from: (Currency, f64),
    /// The currency that comes out, and yuan per unit of it.
    pub to: (Currency, f64),
}

impl Conversion {
    /// An amount, converted.
    #[must_use]
    pub fn of(&self, amount: f64) -> f64 {
        if self.from.0 == self.to.0 {
            amount
        } else {
            amount * self.from.1 / self.to.1
        }
    }
}

/// Yearly average exchange rates, yuan per unit of currency.
///
/// A line per year from the first to the last, so that a million amounts are converted without a search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExchangeRates {
    first_year: u16,
    /// By currency in each year; 0 where there is no rate.
    cny_per_unit: Vec<[f64; Currency::ALL.len()]>,
}

impl ExchangeRates {
    /// Sets the average of `year`; a rate is above zero.
    pub fn insert(&mut self, year: u16, currency: Currency, cny_per_unit: f64) {
        const NONE: [f64; Currency::ALL.len()] = [0.0; Currency::ALL.len()];
        if self.cny_per_unit.is_empty() {
            self.first_year = year;
        }
        if year < self.first_year {
            let added = usize::from(self.first_year - year);
            self.cny_per_unit
                .splice(0..0, std::iter::repeat_n(NONE, added));
            self.first_year = year;
        }
        let line = usize::from(year - self.first_year);
        if line >= self.cny_per_unit.len() {
            self.cny_per_unit.resize(line + 1, NONE);
        }
        self.cny_per_unit[line][currency as usize] = cny_per_unit;
    }

    /// From one currency to another in `year`, over the yuan; `None` without a rate.
    ///
    /// An amount that is in the right currency already needs neither a rate nor a year.
    #[must_use]
    pub fn conversion(
        &self,
        year: Option<u16>,
        from: Currency,
        to: Currency,
    ) -> Option<Conversion> {
        let per_unit = |currency| {
            if from == to {
                Some(1.0)
            } else {
                self.cny_per_unit(year, currency)
            }
        };
        Some(Conversion {
            year,
            from: (from, per_unit(from)?),
            to: (to, per_unit(to)?),
        })
    }

    /// Yuan per unit of `currency` in `year`; 1 for the yuan itself in any year or none.
    #[must_use]
    pub fn cny_per_unit(&self, year: Option<u16>, currency: Currency) -> Option<f64> {
        if currency == Currency::Cny {
            return Some(1.0);
        }
        let line = usize::from(year?.checked_sub(self.first_year)?);
        let rate = self.cny_per_unit.get(line)?[currency as usize];
        (rate > 0.0).then_some(rate)
    }
}
