//! Amounts as people write them: `5.2亿`, `3,000万美元`, `1.2 billion yuan`, `约3亿元`, `未披露`.

use super::super::cell::Cell;
use super::super::folding;
use super::LONGEST_TERM;
use crate::data::{AmountBound, AmountUnit, Currency, StatedAmount, decimal};

/// An amount of this many units of its currency or more is a slip: the whole world produces less in a year.
const BEYOND_REASON: f64 = 1e15;

/// What a cell says of an amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) enum Amount {
    /// Nothing, or that it is not disclosed.
    Undisclosed,
    /// An amount.
    Stated(StatedAmount),
    /// An amount with a remark that is not read.
    WithRemark(StatedAmount),
    /// A number of which nothing says the unit.
    WithoutUnit,
    /// A number at or below zero, or beyond reason.
    Implausible,
    /// Something else.
    Unreadable,
}

/// Currency and scale as far as a text gives them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in super::super) struct PartialUnit {
    pub(in super::super) currency: Option<Currency>,
    pub(in super::super) scale: Option<f64>,
}

impl PartialUnit {
    /// The unit where its scale is known. Chinese ledgers leave out the name of their own currency.
    pub(in super::super) fn complete(self) -> Option<AmountUnit> {
        Some(AmountUnit {
            currency: self.currency.unwrap_or(Currency::Cny),
            scale: self.scale?,
        })
    }
}

/// Reads a cell of a column whose heading, or the reader, gives `unit`.
pub(in super::super) fn read(cell: Cell<'_>, unit: Option<AmountUnit>) -> Amount {
    let text = match cell {
        Cell::Empty | Cell::Error(_) => return Amount::Undisclosed,
        Cell::Number(number, _) => return bare_number(number, unit),
        Cell::Text(text) => text,
        Cell::Date(..) => return Amount::Unreadable,
    };
    if let Some(number) = decimal::parse(text) {
        return bare_number(number, unit);
    }
    if text.len() > LONGEST_TERM {
        return Amount::Unreadable;
    }
    let folded = folding::narrow(text);
    if is_undisclosed(&folded) {
        return Amount::Undisclosed;
    }
    let Some(words) = Words::read(&folded) else {
        return Amount::Unreadable;
    };
    let own = words.unit;
    let unit = match (own.currency, own.scale) {
        // 元 and 美元 with a number before them are a unit of their own, unless the heading says ten thousands of them.
        (Some(currency), None) => match unit {
            Some(unit) if unit.scale > 1.0 => return Amount::WithoutUnit,
            _ => Some(AmountUnit {
                currency,
                scale: 1.0,
            }),
        },
        (currency, Some(scale)) => Some(AmountUnit {
            currency: currency
                .or(unit.map(|unit| unit.currency))
                .unwrap_or(Currency::Cny),
            scale,
        }),
        (None, None) => unit,
    };
    match plausible(words.number, unit, words.bound) {
        Amount::Stated(stated) if words.has_remark => Amount::WithRemark(stated),
        amount => amount,
    }
}

/// The unit that a heading or a line above the table gives: `投资总额（万元）`, `Amount, USD million`, `amount_cny_100m`.
pub(in super::super) fn unit_in(heading: &str) -> PartialUnit {
    for (at, _) in heading.match_indices('_') {
        let key = heading[..at].rsplit('_').next().unwrap_or_default();
        let key = format!("{key}{}", &heading[at..]).to_uppercase();
        if let Some(unit) = AmountUnit::parse(&key).filter(is_power_of_ten) {
            return PartialUnit {
                currency: Some(unit.currency),
                scale: Some(unit.scale),
            };
        }
    }
    let folded = folding::narrow(heading);
    let mut rest = folded.as_str();
    let mut unit = PartialUnit::default();
    let mut inside_word = false;
    while let Some(letter) = rest.chars().next() {
        let is_latin = letter.is_ascii_alphabetic();
        if !(is_latin && inside_word) {
            if let Some((currency, after)) = longest(CURRENCIES, rest) {
                unit.currency = unit.currency.or(Some(currency));
                rest = after;
                continue;
            }
            let scale = longest(SCALES, rest).filter(|(_, after)| {
                // `m` or `b` alone is no scale in the middle of a heading.
                rest.len() - after.len() > 1 || unit.currency.is_some()
            });
            if let Some((scale, after)) = scale {
                unit.scale = unit.scale.or(Some(scale));
                rest = after;
                continue;
            }
        }
        inside_word = is_latin;
        rest = &rest[letter.len_utf8()..];
    }
    // 元 alone: one yuan.
    if unit.scale.is_none() && unit.currency.is_some() && folded.ends_with(['元', ')', '圆']) {
        unit.scale = Some(1.0);
    }
    unit
}

/// A unit as a column of units writes it: a key such as `USD_1M`, or words such as `万美元` and `CNY 100 million`.
pub(in super::super) fn unit_of(text: &str) -> Option<AmountUnit> {
    AmountUnit::parse(&text.to_uppercase())
        .filter(is_power_of_ten)
        .or_else(|| counted_unit(text).filter(is_power_of_ten))
        .or_else(|| unit_in(text).complete())
        .or_else(|| {
            let currency = Currency::from_code(&text.to_uppercase())?;
            Some(AmountUnit {
                currency,
                scale: 1.0,
            })
        })
}

/// So many of a unit: `CNY 100 million`.
fn counted_unit(text: &str) -> Option<AmountUnit> {
    let mut count = 1.0;
    let is_number = |word: &&str| match word.parse::<u32>() {
        Ok(number) => {
            count = f64::from(number);
            true
        }
        Err(_) => false,
    };
    let (numbers, words): (Vec<&str>, Vec<&str>) = text.split_whitespace().partition(is_number);
    let unit = unit_in(&words.join(" ")).complete()?;
    (numbers.len() == 1).then_some(AmountUnit {
        scale: unit.scale * count,
        ..unit
    })
}

/// A bound as a column of bounds writes it.
pub(in super::super) fn bound_of(text: &str) -> Option<AmountBound> {
    if let Some(bound) = AmountBound::parse(text) {
        return Some(bound);
    }
    let folded = folding::narrow(text);
    if matches!(&*folded, "确切" | "准确" | "确数" | "=" | "exactly") {
        return Some(AmountBound::Exact);
    }
    longest(BOUNDS, &folded)
        .filter(|(_, rest)| rest.is_empty())
        .map(|(bound, _)| bound)
}

fn is_power_of_ten(unit: &AmountUnit) -> bool {
    (0..=12).any(|power| (10_f64.powi(power) - unit.scale).abs() < 0.5)
}

fn bare_number(number: f64, unit: Option<AmountUnit>) -> Amount {
    plausible(number, unit, AmountBound::Exact)
}

fn plausible(number: f64, unit: Option<AmountUnit>, bound: AmountBound) -> Amount {
    let size = number * unit.map_or(1.0, |unit| unit.scale);
    // Not a number either.
    if !(size > 0.0 && size < BEYOND_REASON) {
        return Amount::Implausible;
    }
    unit.map_or(Amount::WithoutUnit, |unit| {
        Amount::Stated(StatedAmount {
            value: number,
            unit,
            bound,
        })
    })
}

fn is_undisclosed(folded: &str) -> bool {
    let word = folded.trim_matches(['(', ')', '.', '*']);
    word.chars().all(|letter| "-–—/\\…_?".contains(letter)) || UNDISCLOSED.contains(&word)
}

/// What the words of an amount say.
struct Words {
    number: f64,
    unit: PartialUnit,
    bound: AmountBound,
    has_remark: bool,
}

impl Words {
    /// Reads a folded text; nothing where a word is unknown, no number is in it or more than one.
    fn read(folded: &str) -> Option<Self> {
        let mut rest = folded;
        let mut number = None;
        let mut unit = PartialUnit::default();
        let mut bound = AmountBound::Exact;
        let mut has_remark = false;
        while let Some(first) = rest.chars().next() {
            if first.is_ascii_digit() || first == '.' {
                let end = rest
                    .find(|letter: char| {
                        !(letter.is_ascii_digit() || letter == '.' || letter == ',')
                    })
                    .unwrap_or(rest.len());
                if number.replace(grouped(&rest[..end])?).is_some() {
                    return None;
                }
                rest = &rest[end..];
            } else if first == '-' && number.is_none() {
                let end = rest[1..]
                    .find(|letter: char| {
                        !(letter.is_ascii_digit() || letter == '.' || letter == ',')
                    })
                    .map_or(rest.len(), |end| end + 1);
                number = Some(-grouped(&rest[1..end])?);
                rest = &rest[end..];
            } else if let Some((currency, after)) = longest(CURRENCIES, rest) {
                if unit.currency.is_some_and(|known| known != currency) {
                    return None;
                }
                unit.currency = Some(currency);
                rest = after;
            } else if let Some((scale, after)) = longest(SCALES, rest).filter(|_| number.is_some())
            {
                if unit.scale.replace(scale).is_some() {
                    return None;
                }
                rest = after;
            } else if let Some((stated, after)) = longest(BOUNDS, rest) {
                bound = stated;
                rest = after;
            } else if let Some(((), after)) = longest(FILLERS, rest) {
                rest = after;
            } else if first == '(' && number.is_some() && rest.ends_with(')') {
                has_remark = true;
                rest = "";
            } else {
                return None;
            }
        }
        Some(Self {
            number: number?,
            unit,
            bound,
            has_remark,
        })
    }
}

/// A number whose commas stand between groups of three digits.
fn grouped(text: &str) -> Option<f64> {
    if !text.contains(',') {
        return decimal::parse(text);
    }
    let whole = text.split('.').next()?;
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let well_formed = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    well_formed.then(|| decimal::parse(&text.replace(',', "")))?
}

/// What the longest word of `list` at the start of `text` stands for, and the text after it.
fn longest<'t, T: Copy>(list: &[(&str, T)], text: &'t str) -> Option<(T, &'t str)> {
    list.iter()
        .filter(|(word, _)| text.starts_with(word))
        .max_by_key(|(word, _)| word.len())
        .map(|&(word, meaning)| (meaning, &text[word.len()..]))
}

const UNDISCLOSED: &[&str] = &[
    "未披露",
    "未公开",
    "未公布",
    "未透露",
    "未注明",
    "未说明",
    "未填",
    "未定",
    "未知",
    "不详",
    "不明",
    "保密",
    "待定",
    "待核实",
    "待补充",
    "暂无",
    "暂缺",
    "无",
    "空",
    "n/a",
    "na",
    "nil",
    "none",
    "null",
    "undisclosed",
    "notdisclosed",
    "unknown",
    "confidential",
    "tbd",
    "tba",
    "tbc",
    "nan",
];

const BOUNDS: &[(&str, AmountBound)] = &[
    ("约", AmountBound::About),
    ("约为", AmountBound::About),
    ("大约", AmountBound::About),
    ("近", AmountBound::About),
    ("将近", AmountBound::About),
    ("预计", AmountBound::About),
    ("估计", AmountBound::About),
    ("约数", AmountBound::About),
    ("左右", AmountBound::About),
    ("上下", AmountBound::About),
    ("about", AmountBound::About),
    ("around", AmountBound::About),
    ("approx", AmountBound::About),
    ("approx.", AmountBound::About),
    ("approximately", AmountBound::About),
    ("nearly", AmountBound::About),
    ("ca.", AmountBound::About),
    ("circa", AmountBound::About),
    ("~", AmountBound::About),
    ("≈", AmountBound::About),
    ("estimated", AmountBound::About),
    ("不低于", AmountBound::AtLeast),
    ("不少于", AmountBound::AtLeast),
    ("不小于", AmountBound::AtLeast),
    ("超过", AmountBound::AtLeast),
    ("超", AmountBound::AtLeast),
    ("逾", AmountBound::AtLeast),
    ("至少", AmountBound::AtLeast),
    ("大于", AmountBound::AtLeast),
    ("高于", AmountBound::AtLeast),
    ("以上", AmountBound::AtLeast),
    ("余", AmountBound::AtLeast),
    ("多", AmountBound::AtLeast),
    ("下限", AmountBound::AtLeast),
    ("≥", AmountBound::AtLeast),
    (">=", AmountBound::AtLeast),
    (">", AmountBound::AtLeast),
    ("+", AmountBound::AtLeast),
    ("over", AmountBound::AtLeast),
    ("morethan", AmountBound::AtLeast),
    ("atleast", AmountBound::AtLeast),
    ("exceeding", AmountBound::AtLeast),
    ("notlessthan", AmountBound::AtLeast),
    ("nolessthan", AmountBound::AtLeast),
    ("不超过", AmountBound::AtMost),
    ("不高于", AmountBound::AtMost),
    ("不大于", AmountBound::AtMost),
    ("至多", AmountBound::AtMost),
    ("最多", AmountBound::AtMost),
    ("以下", AmountBound::AtMost),
    ("以内", AmountBound::AtMost),
    ("上限", AmountBound::AtMost),
    ("≤", AmountBound::AtMost),
    ("<=", AmountBound::AtMost),
    ("<", AmountBound::AtMost),
    ("upto", AmountBound::AtMost),
    ("atmost", AmountBound::AtMost),
    ("nomorethan", AmountBound::AtMost),
    ("notmorethan", AmountBound::AtMost),
];

const SCALES: &[(&str, f64)] = &[
    ("万亿", 1e12),
    ("千亿", 1e11),
    ("百亿", 1e10),
    ("十亿", 1e9),
    ("亿", 1e8),
    ("億", 1e8),
    ("千万", 1e7),
    ("百万", 1e6),
    ("十万", 1e5),
    ("万", 1e4),
    ("萬", 1e4),
    ("千", 1e3),
    ("trillion", 1e12),
    ("tn", 1e12),
    ("billion", 1e9),
    ("billions", 1e9),
    ("bn", 1e9),
    ("b", 1e9),
    ("million", 1e6),
    ("millions", 1e6),
    ("mln", 1e6),
    ("mn", 1e6),
    ("mio", 1e6),
    ("m", 1e6),
    ("thousand", 1e3),
    ("k", 1e3),
];

const CURRENCIES: &[(&str, Currency)] = &[
    ("元", Currency::Cny),
    ("圆", Currency::Cny),
    ("人民币", Currency::Cny),
    ("元人民币", Currency::Cny),
    ("rmb", Currency::Cny),
    ("cny", Currency::Cny),
    ("yuan", Currency::Cny),
    ("renminbi", Currency::Cny),
    ("¥", Currency::Cny),
    ("rmb¥", Currency::Cny),
    ("美元", Currency::Usd),
    ("美金", Currency::Usd),
    ("usd", Currency::Usd),
    ("us$", Currency::Usd),
    ("$", Currency::Usd),
    ("usdollar", Currency::Usd),
    ("usdollars", Currency::Usd),
    ("dollars", Currency::Usd),
    ("usd$", Currency::Usd),
    ("欧元", Currency::Eur),
    ("eur", Currency::Eur),
    ("euro", Currency::Eur),
    ("euros", Currency::Eur),
    ("€", Currency::Eur),
    ("英镑", Currency::Gbp),
    ("gbp", Currency::Gbp),
    ("pounds", Currency::Gbp),
    ("poundssterling", Currency::Gbp),
    ("£", Currency::Gbp),
    ("日元", Currency::Jpy),
    ("日圆", Currency::Jpy),
    ("jpy", Currency::Jpy),
    ("yen", Currency::Jpy),
    ("円", Currency::Jpy),
    ("韩元", Currency::Krw),
    ("韩圆", Currency::Krw),
    ("韩币", Currency::Krw),
    ("krw", Currency::Krw),
    ("won", Currency::Krw),
    ("₩", Currency::Krw),
    ("港元", Currency::Hkd),
    ("港币", Currency::Hkd),
    ("hkd", Currency::Hkd),
    ("hk$", Currency::Hkd),
    ("新加坡元", Currency::Sgd),
    ("新元", Currency::Sgd),
    ("坡币", Currency::Sgd),
    ("sgd", Currency::Sgd),
    ("s$", Currency::Sgd),
    ("新台币", Currency::Twd),
    ("台币", Currency::Twd),
    ("新台币元", Currency::Twd),
    ("twd", Currency::Twd),
    ("nt$", Currency::Twd),
    ("ntd", Currency::Twd),
    ("澳元", Currency::Aud),
    ("澳大利亚元", Currency::Aud),
    ("aud", Currency::Aud),
    ("a$", Currency::Aud),
    ("加元", Currency::Cad),
    ("加拿大元", Currency::Cad),
    ("cad", Currency::Cad),
    ("c$", Currency::Cad),
    ("瑞士法郎", Currency::Chf),
    ("瑞郎", Currency::Chf),
    ("chf", Currency::Chf),
    ("丹麦克朗", Currency::Dkk),
    ("dkk", Currency::Dkk),
    ("挪威克朗", Currency::Nok),
    ("nok", Currency::Nok),
    ("瑞典克朗", Currency::Sek),
    ("sek", Currency::Sek),
    ("林吉特", Currency::Myr),
    ("马币", Currency::Myr),
    ("令吉", Currency::Myr),
    ("myr", Currency::Myr),
    ("rm", Currency::Myr),
    ("泰铢", Currency::Thb),
    ("thb", Currency::Thb),
    ("baht", Currency::Thb),
    ("铢", Currency::Thb),
];

/// Words that change nothing.
const FILLERS: &[(&str, ())] = &[
    ("总投资额", ()),
    ("总投资", ()),
    ("投资总额", ()),
    ("投资额", ()),
    ("投资", ()),
    ("共计", ()),
    ("合计", ()),
    ("总额", ()),
    ("金额", ()),
    ("为", ()),
    (":", ()),
    ("整", ()),
    ("of", ()),
    (",", ()),
];
