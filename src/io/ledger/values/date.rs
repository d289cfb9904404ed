//! Dates in the forms in which ledgers hold them: `2023-09-21`, `2023/9/21`, `2023.9`, `2023年9月21日`, `20230921`,
//! `21 Sep 2023`, the day numbers of spreadsheets, a year alone.

use super::super::cell::Cell;
use super::super::folding;
use super::LONGEST_TERM;
use crate::data::PartialDate;

/// What a cell says of a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) enum Date {
    /// Nothing, or that it is not known.
    Unstated,
    /// A date.
    Stated(PartialDate),
    /// As much of a date as is certain; the text says more, or can be read in two ways.
    Vague(PartialDate),
    /// Something else.
    Unreadable,
}

/// The years of which a bare number is taken for a year, and a day number for a day.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2199;

/// Reads a cell of a column of dates.
pub(in super::super) fn read(cell: Cell<'_>) -> Date {
    match cell {
        Cell::Empty | Cell::Error(_) => Date::Unstated,
        Cell::Date(date, _) => Date::Stated(date),
        Cell::Number(number, text) => {
            if number.fract().abs() > f64::EPSILON && number < 3000.0 {
                // 2023.9 typed as a number is September; 2023.10 has lost its zero.
                return match read_text(text) {
                    Date::Stated(date) if date.month == Some(1) => {
                        Date::Vague(date_of(date.year, None, None))
                    }
                    date => date,
                };
            }
            of_number(number)
        }
        Cell::Text(text) => plain_day(text)
            .or_else(|| PartialDate::parse(text))
            .map_or_else(|| read_text(text), Date::Stated),
    }
}

/// `2023-09-21` and nothing else, in a fifth of the time that it takes to read what may be another form.
fn plain_day(text: &str) -> Option<PartialDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else {
        return None;
    };
    let digits = [y1, y2, y3, y4, m1, m2, d1, d2].map(|digit| digit.wrapping_sub(b'0'));
    if digits.iter().any(|&digit| digit > 9) {
        return None;
    }
    let [year, month, day] = [&digits[..4], &digits[4..6], &digits[6..]].map(|digits| {
        let digits = digits.iter();
        digits.fold(0, |number, &digit| number * 10 + u16::from(digit))
    });
    // Every month has so many days; what is beyond is looked at more closely.
    let is_certain =
        PartialDate::YEARS.contains(&year) && (1..=12).contains(&month) && (1..=28).contains(&day);
    is_certain.then(|| date_of(year, Some(month as u8), Some(day as u8)))
}

/// The day that a spreadsheet counts as `serial`: 1 is the first day of 1900, which it takes for a leap year.
pub(in super::super) fn of_serial(serial: f64) -> Option<PartialDate> {
    if !(1.0..=109_573.0).contains(&serial) {
        return None;
    }
    let days = serial as i64;
    // Days since 1970-01-01; day numbers up to 60 stand before the leap day that never was.
    let days = days - if days < 60 { 25_568 } else { 25_569 };
    let (year, month, day) = civil(days);
    Some(date_of(u16::try_from(year).ok()?, Some(month), Some(day)))
}

/// Year, month and day of the day that comes `days` after 1970-01-01 (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
fn civil(days: i64) -> (i64, u8, u8) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month as u8, day as u8)
}

/// A number without separators: a year, `YYYYMM`, `YYYYMMDD` or a day number.
fn of_number(number: f64) -> Date {
    let whole = number.trunc();
    if !(1.0..=21_991_231.0).contains(&whole) {
        return Date::Unreadable;
    }
    let digits = whole as u32;
    let date = match digits {
        1_000..=9_999 => YEARS
            .contains(&(digits as u16))
            .then(|| date_of(digits as u16, None, None)),
        // Day numbers of 1954 to 2173.
        20_000..=99_999 => of_serial(number),
        100_000..=999_999 => checked(digits / 100, Some(digits % 100), None),
        10_000_000.. => checked(
            digits / 10_000,
            Some(digits / 100 % 100),
            Some(digits % 100),
        ),
        _ => None,
    };
    date.map_or(Date::Unreadable, Date::Stated)
}

fn read_text(text: &str) -> Date {
    if text.len() > LONGEST_TERM {
        return Date::Unreadable;
    }
    let folded = folding::narrow(text);
    if UNSTATED.contains(&&*folded) || folded.chars().all(|letter| "-–—/?".contains(letter)) {
        return Date::Unstated;
    }
    if folded.bytes().all(|byte| byte.is_ascii_digit()) {
        return folded.parse().map_or(Date::Unreadable, of_number);
    }
    let parts = Parts::of(text);
    match (&*parts.numbers, parts.month_name) {
        // Month names: 21 Sep 2023, September 21, 2023, Sep 2023.
        ([day, year], Some(month)) if *year > 31 => stated(*year, Some(month), Some(*day), &parts),
        ([year, day], Some(month)) if *year > 31 => stated(*year, Some(month), Some(*day), &parts),
        ([year], Some(month)) => stated(*year, Some(month), None, &parts),
        ([year, month, day], None) if *year > 31 && !parts.has_quarter => {
            stated(*year, Some(*month), Some(*day), &parts)
        }
        ([year, month], None) if *year > 31 && !parts.has_quarter => {
            stated(*year, Some(*month), None, &parts)
        }
        // 第三季度 and Q3 are less than a month, and more than a year.
        ([year, ..], None) if *year > 31 && parts.has_quarter => vague(*year),
        ([year], None) => stated(*year, None, None, &parts),
        ([first, second, year], None) if *year > 31 => match (*first > 12, *second > 12) {
            (true, false) => stated(*year, Some(*second), Some(*first), &parts),
            (false, true) => stated(*year, Some(*first), Some(*second), &parts),
            (false, false) if first == second => stated(*year, Some(*first), Some(*second), &parts),
            // With points the day comes first everywhere.
            (false, false) if parts.has_points => {
                stated(*year, Some(*second), Some(*first), &parts)
            }
            (false, false) => vague(*year),
            (true, true) => Date::Unreadable,
        },
        ([month, year], None) if *year > 31 => stated(*year, Some(*month), None, &parts),
        _ => Date::Unreadable,
    }
}

fn stated(year: u32, month: Option<u32>, day: Option<u32>, parts: &Parts) -> Date {
    match checked(year, month, day) {
        Some(date) if parts.has_quarter || parts.has_coarse_word || parts.has_remark => {
            Date::Vague(date)
        }
        Some(date) => Date::Stated(date),
        None => Date::Unreadable,
    }
}

fn vague(year: u32) -> Date {
    checked(year, None, None).map_or(Date::Unreadable, Date::Vague)
}

/// The date if a calendar of the years that ledgers speak of has it.
fn checked(year: u32, month: Option<u32>, day: Option<u32>) -> Option<PartialDate> {
    let year = u16::try_from(year)
        .ok()
        .filter(|year| YEARS.contains(year))?;
    let date = date_of(
        year,
        month.map(u8::try_from).transpose().ok()?,
        day.map(u8::try_from).transpose().ok()?,
    );
    PartialDate::parse(&date.to_string())
}

const fn date_of(year: u16, month: Option<u8>, day: Option<u8>) -> PartialDate {
    PartialDate { year, month, day }
}

/// The numbers and words of a date.
struct Parts {
    /// At most four; a time of day is left away.
    numbers: Vec<u32>,
    month_name: Option<u32>,
    has_points: bool,
    /// A quarter or a half of the year.
    has_quarter: bool,
    /// The beginning, the middle or the end of a month or year.
    has_coarse_word: bool,
    /// Any other word.
    has_remark: bool,
}

impl Parts {
    fn of(text: &str) -> Self {
        let mut parts = Self {
            numbers: Vec::new(),
            month_name: None,
            has_points: false,
            has_quarter: false,
            has_coarse_word: false,
            has_remark: false,
        };
        // 2023-09-21 00:00:00 and 2023-09-21T08:00:00Z: the day is enough.
        let text = match text.find(':') {
            Some(colon) => text[..colon]
                .trim_end_matches(|letter: char| letter.is_ascii_digit())
                .trim_end_matches(['T', 't', ' ']),
            None => text,
        };
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let end = rest
                .find(|letter: char| kind(letter) != kind(first))
                .unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            match kind(first) {
                Kind::Digit => match word.parse() {
                    Ok(number) if parts.numbers.len() < 4 => parts.numbers.push(number),
                    _ => parts.has_remark = true,
                },
                Kind::Latin => parts.latin(&word.to_lowercase()),
                Kind::Separator => parts.has_points |= word.contains('.'),
                Kind::Other => parts.chinese(word),
            }
            rest = after;
        }
        parts
    }

    fn latin(&mut self, word: &str) {
        let month = MONTHS.iter().position(|name| {
            word.len() >= 3 && (name.starts_with(word) || word == "sept" && *name == "september")
        });
        match (month, word) {
            (Some(month), _) => self.month_name = Some(month as u32 + 1),
            (None, "q" | "h" | "quarter" | "half") => self.has_quarter = true,
            (None, "early" | "mid" | "late" | "end") => self.has_coarse_word = true,
            (None, "st" | "nd" | "rd" | "th" | "of" | "on") => {}
            (None, _) => self.has_remark = true,
        }
    }

    fn chinese(&mut self, word: &str) {
        if word.contains('季') || word.contains("半年") {
            self.has_quarter = true;
        } else if word.contains(['旬', '初', '底', '末', '中']) {
            self.has_coarse_word = true;
        } else if word
            .chars()
            .any(|letter| !"年月日号份星期周一二三四五六天".contains(letter))
        {
            self.has_remark = true;
        }
    }
}

#[derive(PartialEq)]
enum Kind {
    Digit,
    Latin,
    Separator,
    Other,
}

fn kind(letter: char) -> Kind {
    match letter {
        '0'..='9' => Kind::Digit,
        'a'..='z' | 'A'..='Z' => Kind::Latin,
        '-' | '/' | '.' | ',' | '–' | '—' | '．' | '／' | '－' | '、' | '\'' => {
            Kind::Separator
        }
        _ if letter.is_whitespace() => Kind::Separator,
        _ => Kind::Other,
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const UNSTATED: &[&str] = &[
    "未披露",
    "未公布",
    "未注明",
    "未知",
    "不详",
    "待定",
    "暂无",
    "无",
    "n/a",
    "na",
    "none",
    "null",
    "unknown",
    "tbd",
    "undated",
];
