//! Yuan per unit of a currency, as the average of a year.

use std::collections::HashMap;

use super::amount::Currency;

/// Yearly average exchange rates, yuan per unit of currency.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExchangeRates {
    cny_per_unit: HashMap<(u16, Currency), f64>,
}

impl ExchangeRates {
    /// Sets the average of `year`.
    pub fn insert(&mut self, year: u16, currency: Currency, cny_per_unit: f64) {
        self.cny_per_unit.insert((year, currency), cny_per_unit);
    }

    /// Yuan per unit of `currency` in `year`; 1 for the yuan itself in any year or none.
    #[must_use]
    pub fn cny_per_unit(&self, year: Option<u16>, currency: Currency) -> Option<f64> {
        match currency {
            Currency::Cny => Some(1.0),
            _ => self.cny_per_unit.get(&(year?, currency)).copied(),
        }
    }
}
