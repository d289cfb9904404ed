//! Numbers, money, shares and dates as people read them.
//!
//! Chinese counts in 万 and 亿, English in millions and billions. Every
//! function takes any `f64`: what is not a number reads as a dash, so that no
//! arithmetic can put "NaN" on the screen.

use super::Locale;

/// What stands for a number that there is not.
pub const NO_NUMBER: &str = "–";

/// A whole number with separators: `12,345`.
#[must_use]
pub fn count(number: u64) -> String {
    grouped(&number.to_string())
}

/// A number as it was written, with separators: `33.39`, `−1,250`; a dash for what is not a number.
#[must_use]
pub fn number(number: f64) -> String {
    if !number.is_finite() {
        return NO_NUMBER.to_owned();
    }
    let sign = if number < 0.0 { "−" } else { "" };
    format!("{sign}{}", trimmed(&number.abs().to_string()))
}

/// An amount in words: `274.3 亿元`, `CNY 27.43 billion`; three or four digits that matter.
///
/// `currency` is an ISO 4217 code: `5,000 万美元` is `USD 50 million`.
#[must_use]
pub fn money(amount: f64, currency: &str, locale: Locale) -> String {
    if !amount.is_finite() {
        return NO_NUMBER.to_owned();
    }
    let sign = if amount < 0.0 { "−" } else { "" };
    let scale = Scale::of(amount.abs(), locale);
    let number = significant(amount.abs() / scale.size);
    match locale {
        Locale::Zh => format!(
            "{sign}{number} {}{}",
            scale.word,
            currency_name_zh(currency)
        ),
        Locale::En => format!("{sign}{currency} {number}{}", spaced(scale.word)),
    }
}

/// The Chinese name of a currency, as it stands after a number; its code where it has none here.
pub(super) fn currency_name_zh(code: &str) -> &str {
    match code {
        "CNY" => "元",
        "USD" => "美元",
        "EUR" => "欧元",
        "GBP" => "英镑",
        "JPY" => "日元",
        "KRW" => "韩元",
        "HKD" => "港元",
        "SGD" => "新加坡元",
        "TWD" => "新台币",
        "AUD" => "澳元",
        "CAD" => "加元",
        "CHF" => "瑞士法郎",
        "DKK" => "丹麦克朗",
        "NOK" => "挪威克朗",
        "SEK" => "瑞典克朗",
        "MYR" => "林吉特",
        "THB" => "泰铢",
        _ => code,
    }
}

/// The Chinese name of a currency, as it stands alone.
pub(super) fn currency_title_zh(code: &str) -> &str {
    match code {
        "CNY" => "人民币",
        code => currency_name_zh(code),
    }
}

/// A unit in which amounts are stated, `scale` units of a currency: `亿元`, `百万美元`; `CNY 100 million`, `USD million`.
#[must_use]
pub fn unit(currency: &str, scale: f64, locale: Locale) -> String {
    let (word_zh, word_en) = match scale as u64 {
        1 => ("", ""),
        1_000 => ("千", "thousand"),
        10_000 => ("万", "10 thousand"),
        100_000 => ("十万", "100 thousand"),
        1_000_000 => ("百万", "million"),
        10_000_000 => ("千万", "10 million"),
        100_000_000 => ("亿", "100 million"),
        1_000_000_000 => ("十亿", "billion"),
        other => return format!("{other} {currency}"),
    };
    match locale {
        Locale::Zh => format!("{word_zh}{}", currency_name_zh(currency)),
        Locale::En => format!("{currency}{}", spaced(word_en)),
    }
}

/// An amount without its currency, for a column of values: `274.3 亿`, `27.43 bn`.
#[must_use]
pub fn money_short(amount: f64, locale: Locale) -> String {
    in_short(amount, locale, significant)
}

/// An amount in the fewest digits, for a cell: `274 亿`, `27 bn`, `2.7 bn`.
#[must_use]
pub fn money_brief(amount: f64, locale: Locale) -> String {
    in_short(amount, locale, |number| {
        let decimals = usize::from(number < 9.95);
        trimmed(&format!("{number:.decimals$}"))
    })
}

fn in_short(amount: f64, locale: Locale, digits: impl Fn(f64) -> String) -> String {
    if !amount.is_finite() {
        return NO_NUMBER.to_owned();
    }
    let sign = if amount < 0.0 { "−" } else { "" };
    let scale = Scale::of(amount.abs(), locale);
    let word = match locale {
        Locale::Zh => scale.word,
        Locale::En => scale.short,
    };
    format!(
        "{sign}{}{}",
        digits(amount.abs() / scale.size),
        spaced(word)
    )
}

/// The label of a tick at a round amount, without the currency: `50 亿`, `5 bn`.
///
/// `largest` is the largest tick of the axis, so that all of them have one unit.
#[must_use]
pub fn money_axis(amount: f64, largest: f64, locale: Locale) -> String {
    if !amount.is_finite() {
        return NO_NUMBER.to_owned();
    }
    if amount.abs() < f64::MIN_POSITIVE {
        return "0".to_owned();
    }
    let scale = Scale::of(largest.abs(), locale);
    let sign = if amount < 0.0 { "−" } else { "" };
    let number = trimmed(&format!("{:.3}", amount.abs() / scale.size));
    match locale {
        Locale::Zh => format!("{sign}{number}{}", spaced(scale.word)),
        Locale::En => format!("{sign}{number}{}", spaced(scale.short)),
    }
}

/// An amount in the one unit that tables and files use: 万 in Chinese, millions in English.
#[must_use]
pub fn money_in_table(amount: f64, locale: Locale) -> String {
    if !amount.is_finite() {
        return NO_NUMBER.to_owned();
    }
    let size = match locale {
        Locale::Zh => 1e4,
        Locale::En => 1e6,
    };
    let number = trimmed(&format!("{:.4}", amount.abs() / size));
    if amount < 0.0 && number != "0" {
        format!("−{number}")
    } else {
        number
    }
}

/// A share of one as a percentage: `62%`, `12.3%`, `0.4%`; a dash for what is not a number.
#[must_use]
pub fn percent(share: f64) -> String {
    if !share.is_finite() {
        return NO_NUMBER.to_owned();
    }
    let sign = if share < 0.0 { "−" } else { "" };
    let hundredths = share.abs() * 100.0;
    if hundredths > 0.0 && hundredths < 0.05 {
        return format!("<{sign}0.1%");
    }
    if (99.95..100.0).contains(&hundredths) {
        return format!(">{sign}99.9%");
    }
    format!("{sign}{}%", trimmed(&format!("{hundredths:.1}")))
}

/// A year: `2023年`, `2023`.
#[must_use]
pub fn year(year: i32, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("{year}年"),
        Locale::En => year.to_string(),
    }
}

/// A quarter, 1 to 4, of a year: `2023年第三季度`, `Q3 2023`.
#[must_use]
pub fn quarter(year: i32, quarter: i32, locale: Locale) -> String {
    let index = quarter.clamp(1, 4) as usize - 1;
    match locale {
        Locale::Zh => format!("{year}年第{}季度", ["一", "二", "三", "四"][index]),
        Locale::En => format!("Q{} {year}", index + 1),
    }
}

/// A month, 1 to 12, of a year: `2023年9月`, `Sep 2023`.
#[must_use]
pub fn month(year: i32, month: i32, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("{year}年{month}月"),
        Locale::En => format!("{} {year}", month_name(month, locale)),
    }
}

/// A month without its year, short: `9月`, `Sep`.
#[must_use]
pub fn month_name(month: i32, locale: Locale) -> String {
    const NAMES: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    match locale {
        Locale::Zh => format!("{month}月"),
        Locale::En => NAMES[month.clamp(1, 12) as usize - 1].to_owned(),
    }
}

/// A day, 1 to 31, of a month of a year: `2023年9月21日`, `21 Sep 2023`.
#[must_use]
pub fn day(year: i32, of_year: i32, day: u8, locale: Locale) -> String {
    let month = month(year, of_year, locale);
    match locale {
        Locale::Zh => format!("{month}{day}日"),
        Locale::En => format!("{day} {month}"),
    }
}

/// An exchange rate, five digits that matter: `7.0809`, `0.05034`.
#[must_use]
pub fn rate(per_unit: f64) -> String {
    let places = if per_unit > 0.0 {
        4 - per_unit.log10().floor() as i32
    } else {
        0
    };
    trimmed(&format!("{per_unit:.*}", places.clamp(0, 12) as usize))
}

/// A stretch of time from one date to another, each already written: `2020年至2023年`, `2020 to 2023`.
#[must_use]
pub fn period(first: &str, last: &str, locale: Locale) -> String {
    if first == last {
        return first.to_owned();
    }
    match locale {
        Locale::Zh => format!("{first}至{last}"),
        Locale::En => format!("{first} to {last}"),
    }
}

/// A stretch of time, its ends already written; an end that is open is `None`.
#[must_use]
pub fn open_period(first: Option<String>, last: Option<String>, locale: Locale) -> String {
    match (first, last, locale) {
        (Some(first), Some(last), _) => period(&first, &last, locale),
        (Some(first), None, Locale::Zh) => format!("{first}起"),
        (Some(first), None, Locale::En) => format!("from {first}"),
        (None, Some(last), Locale::Zh) => format!("至{last}"),
        (None, Some(last), Locale::En) => format!("to {last}"),
        (None, None, _) => String::new(),
    }
}

/// A stretch of amounts of a currency; the upper end is not part of it, and an end that is open is `None`.
#[must_use]
pub fn open_amount_range(
    min: Option<f64>,
    max: Option<f64>,
    currency: &str,
    locale: Locale,
) -> String {
    let written = |amount: f64| money(amount, currency, locale);
    match (min.map(written), max.map(written), locale) {
        (Some(min), Some(max), Locale::Zh) => format!("{min}至 {max}"),
        (Some(min), Some(max), Locale::En) => format!("{min} to {max}"),
        (Some(min), None, Locale::Zh) => format!("{min}以上"),
        (Some(min), None, Locale::En) => format!("{min} or more"),
        (None, Some(max), Locale::Zh) => format!("不到 {max}"),
        (None, Some(max), Locale::En) => format!("below {max}"),
        (None, None, _) => String::new(),
    }
}

/// A stretch of amounts without the currency, in the unit of its upper end: `2–5 亿`, `0.5–1 bn`.
#[must_use]
pub fn money_range(from: f64, to: f64, locale: Locale) -> String {
    let upper = money_axis(to, to, locale);
    let lower = money_axis(from, to, locale);
    format!("{}–{upper}", lower.split(' ').next().unwrap_or_default())
}

/// Names in one line: `德国、日本和法国`, `Germany, Japan and France`.
#[must_use]
pub fn list(names: &[&str], locale: Locale) -> String {
    let (comma, and) = match locale {
        Locale::Zh => ("、", "和"),
        Locale::En => (", ", " and "),
    };
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{}{and}{last}", first.join(comma)),
    }
}

/// A unit of large numbers.
#[derive(Clone, Copy)]
struct Scale {
    size: f64,
    word: &'static str,
    short: &'static str,
}

impl Scale {
    /// The largest unit that leaves at least one before the point once the number is rounded.
    fn of(number: f64, locale: Locale) -> Self {
        let scale = |size, word, short| Self { size, word, short };
        let scales: &[Self] = match locale {
            Locale::Zh => &[
                scale(1e12, "万亿", "万亿"),
                scale(1e8, "亿", "亿"),
                scale(1e4, "万", "万"),
            ],
            Locale::En => &[
                scale(1e12, "trillion", "tn"),
                scale(1e9, "billion", "bn"),
                scale(1e6, "million", "m"),
            ],
        };
        scales
            .iter()
            .copied()
            .find(|scale| number >= scale.size * 0.9995)
            .unwrap_or(Self {
                size: 1.0,
                word: "",
                short: "",
            })
    }
}

/// Four digits that matter, all digits before the point, no zeros at the end of a fraction.
fn significant(number: f64) -> String {
    let decimals = if number >= 999.95 {
        0
    } else if number >= 99.995 {
        1
    } else {
        2
    };
    trimmed(&format!("{number:.decimals$}"))
}

/// Separators before the point, no zeros at the end of the fraction.
fn trimmed(number: &str) -> String {
    match number.split_once('.') {
        Some((whole, fraction)) => {
            let fraction = fraction.trim_end_matches('0');
            let point = if fraction.is_empty() { "" } else { "." };
            format!("{}{point}{fraction}", grouped(whole))
        }
        None => grouped(number),
    }
}

fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn spaced(word: &str) -> String {
    if word.is_empty() {
        String::new()
    } else {
        format!(" {word}")
    }
}
