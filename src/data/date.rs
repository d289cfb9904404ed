//! Dates that keep their precision: a year, a month or a day.

use inward_kernel::highest_code;

use super::reserve_for;
use std::fmt;

/// A month of the proleptic Gregorian calendar, counted from January of year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(pub i32);

impl Month {
    /// `month` is 1 to 12.
    #[must_use]
    pub const fn new(year: i32, month: i32) -> Self {
        Self(year * 12 + month - 1)
    }

    /// The calendar year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month of the year, 1 to 12.
    #[must_use]
    pub const fn month_of_year(self) -> i32 {
        self.0.rem_euclid(12) + 1
    }

    /// Reads `2023-09`. A year alone is not a month.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match PartialDate::parse(text)? {
            PartialDate {
                day: None,
                month: Some(_),
                ..
            } => Some(PartialDate::parse(text)?.first_month()),
            PartialDate { .. } => None,
        }
    }
}

impl fmt::Display for Month {
    /// `2023-09`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}", self.year(), self.month_of_year())
    }
}

/// A date as precise as its source: `2023`, `2023-09` or `2023-09-21`.
///
/// Ordered by time; a less precise date comes before the more precise ones in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// One of [`PartialDate::YEARS`].
    pub year: u16,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31; only with a month.
    pub day: Option<u8>,
}

impl PartialDate {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `None` for anything else, for days that no calendar
    /// has and for years that are none of [`PartialDate::YEARS`].
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts
            .next()
            .map(|part| digits(part, 2).ok_or(()))
            .transpose()
            .ok()?;
        let day = parts
            .next()
            .map(|part| digits(part, 2).ok_or(()))
            .transpose()
            .ok()?;
        if parts.next().is_some() || !Self::YEARS.contains(&year) {
            return None;
        }
        if month.is_some_and(|month| !(1..=12).contains(&month)) {
            return None;
        }
        if let (Some(month), Some(day)) = (month, day)
            && !(1..=days_in_month(year, month)).contains(&day)
        {
            return None;
        }
        Some(Self {
            year,
            month: month.map(|month| month as u8),
            day: day.map(|day| day as u8),
        })
    }

    /// The first month that the date may be in.
    #[must_use]
    pub fn first_month(self) -> Month {
        Month::new(i32::from(self.year), i32::from(self.month.unwrap_or(1)))
    }

    /// The last month that the date may be in.
    #[must_use]
    pub fn last_month(self) -> Month {
        Month::new(i32::from(self.year), i32::from(self.month.unwrap_or(12)))
    }
}

impl fmt::Display for PartialDate {
    /// The form that [`PartialDate::parse`] reads.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(formatter, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(formatter, "-{day:02}")?;
        }
        Ok(())
    }
}

fn digits(text: &str, count: usize) -> Option<u16> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())?
}

fn days_in_month(year: u16, month: u16) -> u16 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

/// A year, a month or nothing, as a number that keeps their order: nothing, then each year before its months.
pub type TimeCode = u16;

/// The time code of a row without a date.
pub const UNDATED: TimeCode = 0;

/// Codes in a year: itself, and its months.
const CODES_IN_YEAR: u16 = 13;

impl PartialDate {
    /// The years that dates are kept of: no investment is older, and every month of them has a [`TimeCode`].
    pub const YEARS: std::ops::RangeInclusive<u16> = 1000..=5999;

    /// The code of the date's month, or of its year where it states no month. [`UNDATED`] beyond [`PartialDate::YEARS`].
    #[must_use]
    pub fn time_code(self) -> TimeCode {
        if !Self::YEARS.contains(&self.year) {
            return UNDATED;
        }
        (self.year - Self::YEARS.start()) * CODES_IN_YEAR
            + u16::from(self.month.unwrap_or(0)).min(CODES_IN_YEAR - 1)
            + 1
    }

    /// The year or month that `code` stands for.
    #[must_use]
    pub fn of_time_code(code: TimeCode) -> Option<Self> {
        let code = code.checked_sub(1)?;
        let month = code % CODES_IN_YEAR;
        Some(Self {
            year: code / CODES_IN_YEAR + Self::YEARS.start(),
            month: (month > 0).then_some(month as u8),
            day: None,
        })
    }
}

/// Rows that are looked at in one call.
const PIECE: usize = 1 << 14;

#[inline(never)]
fn first_date(codes: &[TimeCode]) -> Option<TimeCode> {
    let dated = codes.iter().filter(|&&code| code != UNDATED);
    dated.min().copied()
}

#[inline(never)]
fn count_from(codes: &mut [TimeCode], before: TimeCode) {
    for code in codes {
        *code = code.saturating_sub(before);
    }
}

/// One date or none per row: the code of its month, and the day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DateColumn {
    /// How far the codes are below those of [`PartialDate::time_code`], so that the first date of the column has 1.
    pub(super) before: TimeCode,
    /// The largest code.
    pub(super) last: TimeCode,
    pub(super) codes: Vec<TimeCode>,
    /// 0 for none.
    pub(super) days: Vec<u8>,
}

impl DateColumn {
    /// Adds a row. A date beyond [`PartialDate::YEARS`] is none.
    pub fn push(&mut self, date: Option<PartialDate>) {
        let code = date.map_or(UNDATED, PartialDate::time_code);
        let day = date.filter(|_| code != UNDATED).and_then(|date| date.day);
        self.codes.push(code);
        self.days.push(day.unwrap_or(0));
    }

    /// Adds so many rows, with these dates or none at all.
    #[inline(never)]
    pub(super) fn push_all(&mut self, dates: &[Option<PartialDate>], rows: usize) {
        for row in 0..rows {
            self.push(dates.get(row).copied().flatten());
        }
    }

    /// Adds the rows of another column that is not finished either.
    pub(super) fn append(&mut self, other: &Self) {
        self.codes.extend_from_slice(&other.codes);
        self.days.extend_from_slice(&other.days);
    }

    /// Makes room for so many rows in all.
    pub(super) fn reserve(&mut self, rows: usize) {
        reserve_for(&mut self.codes, rows);
        reserve_for(&mut self.days, rows);
    }

    /// The column, its codes counted from its first date. No row can be added any more.
    pub(super) fn finish(mut self) -> Self {
        // In pieces, each of them a call, which a browser compiles well after the first ones.
        let firsts = self.codes.chunks(PIECE).filter_map(first_date);
        self.before = firsts.min().map_or(0, |first| first - 1);
        for codes in self.codes.chunks_mut(PIECE) {
            count_from(codes, self.before);
        }
        self.last = highest_code(&self.codes).unwrap_or(UNDATED);
        self.codes.shrink_to_fit();
        self.days.shrink_to_fit();
        self
    }

    /// The date of `row`, or `None` where the source gives none.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<PartialDate> {
        let day = self.days[row];
        Some(PartialDate {
            day: (day != 0).then_some(day),
            ..self.of_code(self.codes[row])?
        })
    }

    /// The year or month that a code of this column stands for.
    #[must_use]
    pub fn of_code(&self, code: TimeCode) -> Option<PartialDate> {
        PartialDate::of_time_code((code != UNDATED).then_some(code + self.before)?)
    }

    /// Whether the source gives a date for `row`.
    #[must_use]
    pub fn is_stated(&self, row: usize) -> bool {
        self.codes[row] != UNDATED
    }

    /// The month or year of every row: [`UNDATED`], or what [`DateColumn::of_code`] reads, in the order of time.
    #[must_use]
    pub fn codes(&self) -> &[TimeCode] {
        &self.codes
    }

    /// One more than the largest code.
    #[must_use]
    pub fn codes_in_use(&self) -> usize {
        usize::from(self.last) + 1
    }

    /// The day of every row; 0 where it is not stated.
    #[must_use]
    pub fn days(&self) -> &[u8] {
        &self.days
    }

    /// Every row's date.
    pub fn iter(&self) -> impl Iterator<Item = Option<PartialDate>> + '_ {
        (0..self.codes.len()).map(|row| self.get(row))
    }
}
