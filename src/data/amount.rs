//! Amounts of investment: as stated, and in the currency that is shown.
//!
//! The stated value, unit and currency are kept; the value in the display
//! currency is beside them where the year's average rates allow. An
//! undisclosed amount is not zero: it has no value at all.

use std::rc::Rc;

use super::date::PartialDate;
use super::exchange_rate::ExchangeRates;
use super::reserve_for;

/// A currency in which amounts are stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Currency {
    /// Chinese yuan.
    Cny,
    /// United States dollar.
    Usd,
    /// Euro.
    Eur,
    /// Pound sterling.
    Gbp,
    /// Japanese yen.
    Jpy,
    /// South Korean won.
    Krw,
    /// Hong Kong dollar.
    Hkd,
    /// Singapore dollar.
    Sgd,
    /// New Taiwan dollar.
    Twd,
    /// Australian dollar.
    Aud,
    /// Canadian dollar.
    Cad,
    /// Swiss franc.
    Chf,
    /// Danish krone.
    Dkk,
    /// Norwegian krone.
    Nok,
    /// Swedish krona.
    Sek,
    /// Malaysian ringgit.
    Myr,
    /// Thai baht.
    Thb,
}

impl Currency {
    /// Every currency that the page knows.
    pub const ALL: [Self; 17] = [
        Self::Cny,
        Self::Usd,
        Self::Eur,
        Self::Gbp,
        Self::Jpy,
        Self::Krw,
        Self::Hkd,
        Self::Sgd,
        Self::Twd,
        Self::Aud,
        Self::Cad,
        Self::Chf,
        Self::Dkk,
        Self::Nok,
        Self::Sek,
        Self::Myr,
        Self::Thb,
    ];

    /// The ISO 4217 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cny => "CNY",
            Self::Usd => "USD",
            Self::Eur => "EUR",
            Self::Gbp => "GBP",
            Self::Jpy => "JPY",
            Self::Krw => "KRW",
            Self::Hkd => "HKD",
            Self::Sgd => "SGD",
            Self::Twd => "TWD",
            Self::Aud => "AUD",
            Self::Cad => "CAD",
            Self::Chf => "CHF",
            Self::Dkk => "DKK",
            Self::Nok => "NOK",
            Self::Sek => "SEK",
            Self::Myr => "MYR",
            Self::Thb => "THB",
        }
    }

    /// The currency with this ISO 4217 code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|currency| currency.code() == code)
    }
}

/// A currency in which amounts are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DisplayCurrency {
    /// Chinese yuan.
    #[default]
    Cny,
    /// United States dollar.
    Usd,
    /// Euro.
    Eur,
}

impl DisplayCurrency {
    /// Every one, in the order in which the page offers them.
    pub const ALL: [Self; 3] = [Self::Cny, Self::Usd, Self::Eur];

    /// The same as a currency in which amounts may be stated.
    #[must_use]
    pub const fn currency(self) -> Currency {
        match self {
            Self::Cny => Currency::Cny,
            Self::Usd => Currency::Usd,
            Self::Eur => Currency::Eur,
        }
    }

    /// The ISO 4217 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.currency().code()
    }

    /// The display currency with this ISO 4217 code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|currency| currency.code() == code)
    }
}

/// The unit in which an amount is stated: so many units of a currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AmountUnit {
    /// The currency.
    pub currency: Currency,
    /// Units of the currency in one unit of the statement: 100 000 000 for 亿元.
    pub scale: f64,
}

impl AmountUnit {
    /// 亿元, the unit in which Chinese sources state investments.
    pub const CNY_100M: Self = Self {
        currency: Currency::Cny,
        scale: 1e8,
    };

    /// Reads a key such as `CNY_100M`, `USD_10K` or `KRW_1B`.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        let (currency, scale) = key.split_once('_')?;
        let digits = scale.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
        let times = match &scale[digits.len()..] {
            "" => 1.0,
            "K" => 1e3,
            "M" => 1e6,
            "B" => 1e9,
            _ => return None,
        };
        let count: u32 = digits.parse().ok()?;
        Some(Self {
            currency: Currency::from_code(currency)?,
            scale: f64::from(count) * times,
        })
    }
}

/// How firmly an amount is stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AmountBound {
    /// The amount itself.
    #[default]
    Exact,
    /// A rounded or estimated amount.
    About,
    /// More than this.
    AtLeast,
    /// Up to this.
    AtMost,
}

impl AmountBound {
    /// Reads `exact`, `about`, `at-least` or `at-most`.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        match key {
            "exact" => Some(Self::Exact),
            "about" => Some(Self::About),
            "at-least" => Some(Self::AtLeast),
            "at-most" => Some(Self::AtMost),
            _ => None,
        }
    }
}

/// An amount as its source states it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StatedAmount {
    /// In units of `unit`.
    pub value: f64,
    /// Currency and scale.
    pub unit: AmountUnit,
    /// How firmly it is stated.
    pub bound: AmountBound,
}

impl StatedAmount {
    /// The amount in `currency` at the average rates of `year`, to the whole yuan, dollar or euro; `None` without a rate.
    ///
    /// Whole units keep sums exact, in whichever order they are added, up to 2^53.
    #[must_use]
    pub fn converted(
        &self,
        year: Option<u16>,
        currency: DisplayCurrency,
        rates: &ExchangeRates,
    ) -> Option<f64> {
        let rate = rates.conversion(year, self.unit.currency, currency.currency())?;
        let amount = rate.of(self.value * self.unit.scale).round();
        amount.is_finite().then_some(amount)
    }
}

/// How an amount counts in a sum. The numbers are those in [`AmountColumn::states`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountState {
    /// In the display currency, and stated exactly.
    Exact = 0,
    /// In the display currency, and a bound or an estimate.
    Inexact = 1,
    /// Stated in a currency or year without a rate.
    Unconverted = 2,
    /// Not stated.
    Undisclosed = 3,
}

/// One amount or none per row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AmountColumn {
    pub(super) stated: Rc<StatedColumn>,
    pub(super) currency: DisplayCurrency,
    /// 0 where there is none.
    pub(super) amounts: Vec<f64>,
    /// An [`AmountState`] each.
    pub(super) states: Vec<u8>,
}

/// What the sources state: the same in every display currency.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct StatedColumn {
    /// 0 where nothing is stated.
    pub(super) values: Vec<f64>,
    pub(super) units: Vec<AmountUnit>,
    pub(super) unit_codes: Vec<u8>,
    /// An [`AmountBound`] each.
    pub(super) bounds: Vec<u8>,
}

impl StatedColumn {
    /// The code of a unit, which is listed from now on.
    fn code_of(&mut self, unit: AmountUnit) -> u8 {
        let known = self.units.iter().position(|known| *known == unit);
        let code = known.unwrap_or_else(|| {
            self.units.push(unit);
            self.units.len() - 1
        });
        code as u8
    }
}

impl AmountColumn {
    /// Adds a row; `amount` is its value in the display currency where it could be converted.
    pub fn push(&mut self, stated: Option<StatedAmount>, amount: Option<f64>) {
        let column = Rc::make_mut(&mut self.stated);
        let unit = stated.map_or(AmountUnit::CNY_100M, |amount| amount.unit);
        let code = column.code_of(unit);
        let bound = stated.map_or(AmountBound::Exact, |amount| amount.bound);
        column
            .values
            .push(stated.map_or(0.0, |amount| amount.value));
        column.unit_codes.push(code);
        column.bounds.push(bound as u8);
        self.push_amount(stated, amount);
    }

    /// Adds so many rows, with these amounts or none at all, converted at the average rates of the years of their `dates`.
    #[inline(never)]
    pub(super) fn push_all(
        &mut self,
        amounts: &[Option<StatedAmount>],
        dates: &[Option<PartialDate>],
        rates: &ExchangeRates,
        rows: usize,
    ) {
        for row in 0..rows {
            let stated = amounts.get(row).copied().flatten();
            let year = dates.get(row).copied().flatten().map(|date| date.year);
            let amount = stated.and_then(|amount| amount.converted(year, self.currency, rates));
            self.push(stated, amount);
        }
    }

    /// The same amounts shown in another currency, at the average rates of each row's year.
    #[must_use]
    pub fn in_currency(
        &self,
        currency: DisplayCurrency,
        year: impl Fn(usize) -> Option<u16>,
        rates: &ExchangeRates,
    ) -> Self {
        let mut converted = Self {
            stated: Rc::clone(&self.stated),
            currency,
            amounts: Vec::with_capacity(self.amounts.len()),
            states: Vec::with_capacity(self.amounts.len()),
        };
        for row in 0..self.amounts.len() {
            let stated = self.stated(row);
            let amount = stated.and_then(|amount| amount.converted(year(row), currency, rates));
            converted.push_amount(stated, amount);
        }
        converted
    }

    /// The currency in which amounts are shown, grouped and added up.
    #[must_use]
    pub const fn currency(&self) -> DisplayCurrency {
        self.currency
    }

    /// The amount of `row` as stated, or `None` where it is undisclosed.
    #[must_use]
    pub fn stated(&self, row: usize) -> Option<StatedAmount> {
        let column = &*self.stated;
        (self.state(row) != AmountState::Undisclosed).then(|| StatedAmount {
            value: column.values[row],
            unit: column.units[usize::from(column.unit_codes[row])],
            bound: self.bound(row),
        })
    }

    /// The amount of `row` in the display currency, or `None` where it is undisclosed or cannot be converted.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<f64> {
        match self.state(row) {
            AmountState::Exact | AmountState::Inexact => Some(self.amounts[row]),
            AmountState::Unconverted | AmountState::Undisclosed => None,
        }
    }

    /// The amount per row in the display currency; 0 where there is none, which [`AmountColumn::states`] tells.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.amounts
    }

    /// The number of an [`AmountState`] per row.
    #[must_use]
    pub fn states(&self) -> &[u8] {
        &self.states
    }

    /// How the amount of `row` counts in a sum.
    #[must_use]
    pub fn state(&self, row: usize) -> AmountState {
        match self.states[row] {
            0 => AmountState::Exact,
            1 => AmountState::Inexact,
            2 => AmountState::Unconverted,
            _ => AmountState::Undisclosed,
        }
    }

    /// Whether the amount of `row` is stated, but in a currency or year without a rate.
    #[must_use]
    pub fn is_unconverted(&self, row: usize) -> bool {
        self.state(row) == AmountState::Unconverted
    }

    /// How firmly the amount of `row` is stated; exact where there is none.
    #[must_use]
    pub fn bound(&self, row: usize) -> AmountBound {
        match self.stated.bounds[row] {
            0 => AmountBound::Exact,
            1 => AmountBound::About,
            2 => AmountBound::AtLeast,
            _ => AmountBound::AtMost,
        }
    }

    /// Whether the units of both columns can be told apart in one.
    pub(super) fn can_append(&self, other: &Self) -> bool {
        self.stated.units.len() + other.stated.units.len() <= usize::from(u8::MAX)
    }

    /// Adds the rows of another column in the same currency.
    pub(super) fn append(&mut self, other: &Self) {
        let (column, stated) = (Rc::make_mut(&mut self.stated), &*other.stated);
        let units = stated.units.iter();
        let codes: Vec<u8> = units.map(|&unit| column.code_of(unit)).collect();
        column.values.extend_from_slice(&stated.values);
        let rows = stated.unit_codes.iter();
        let unit_codes = rows.map(|&code| codes[usize::from(code)]);
        column.unit_codes.extend(unit_codes);
        column.bounds.extend_from_slice(&stated.bounds);
        self.amounts.extend_from_slice(&other.amounts);
        self.states.extend_from_slice(&other.states);
    }

    /// Makes room for so many rows in all.
    pub(super) fn reserve(&mut self, rows: usize) {
        let column = Rc::make_mut(&mut self.stated);
        reserve_for(&mut column.values, rows);
        reserve_for(&mut column.unit_codes, rows);
        reserve_for(&mut column.bounds, rows);
        reserve_for(&mut self.amounts, rows);
        reserve_for(&mut self.states, rows);
    }

    /// Gives back what was reserved for further rows.
    pub(super) fn shrink(&mut self) {
        let column = Rc::make_mut(&mut self.stated);
        column.values.shrink_to_fit();
        column.unit_codes.shrink_to_fit();
        column.bounds.shrink_to_fit();
        self.amounts.shrink_to_fit();
        self.states.shrink_to_fit();
    }

    fn push_amount(&mut self, stated: Option<StatedAmount>, amount: Option<f64>) {
        let state = match (stated, amount) {
            (None, _) => AmountState::Undisclosed,
            (Some(_), None) => AmountState::Unconverted,
            (Some(stated), Some(_)) if stated.bound == AmountBound::Exact => AmountState::Exact,
            (Some(_), Some(_)) => AmountState::Inexact,
        };
        self.amounts.push(amount.unwrap_or(0.0));
        self.states.push(state as u8);
    }
}
