//! A view as the query of an address, and back.
//!
//! `country=DEU,NLD&industry=new-energy&from=2020-01&v=1`: readable keys,
//! stable codes, nothing for what is left at its default. An amount is in 亿元
//! where it is a plain number, and names its currency where that is another:
//! `amount-from=USD:50m`. A part that cannot
//! be read is ignored and reported; nothing here fails. Codes are checked
//! later, by [`without_unknown_codes`], since only a table knows them.

use std::fmt::Write;
use std::rc::Rc;

use super::embed::Embed;
use super::notice::shortened;
use super::preferences::ThemeChoice;
use super::view_state::{DatasetKey, ViewState};
use crate::chart::ChartKind;
use crate::data::{CategoryField, DisplayCurrency, Field, Month, PartialDate, ProjectTable};
use crate::i18n::{Locale, Message};
use crate::query::{FilterSet, Measure, Order, Period, TableSort};

/// The form of address that [`encode`] writes.
const VERSION: u32 = 1;

/// The longest query that is read, in bytes. Some servers refuse 8 kB; Back must still walk a view that only this page wrote.
const LONGEST_QUERY: usize = 32 * 1024;

/// The most digits of an amount on either side of its point.
const MOST_AMOUNT_DIGITS: usize = 15;

/// A part of an address that was not followed as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressIssue {
    /// A key that no address of this page has; ignored.
    UnknownKey(String),
    /// A value that its key cannot have; ignored.
    UnreadableValue {
        /// The key.
        key: String,
        /// The value as written.
        value: String,
    },
    /// A code that the dataset does not know; ignored.
    UnknownCode {
        /// The field.
        field: CategoryField,
        /// The code.
        key: String,
    },
    /// A project that the dataset does not have; ignored.
    UnknownProject(String),
    /// The amount is in another currency than the view; ignored.
    OtherCurrency {
        /// The key.
        key: String,
        /// The value as written.
        value: String,
    },
    /// The period ended before it began; its ends were swapped.
    ReversedPeriod,
    /// The largest amount was below the smallest; the two were swapped.
    ReversedAmounts,
    /// The address is too long; ignored as a whole.
    TooLong,
    /// The address comes from a later version of the page; read as far as it is known.
    NewerVersion,
}

impl AddressIssue {
    /// What to tell the reader.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::UnknownKey(key) => Message::AddressKeyUnknown {
                key: shortened(key),
            },
            Self::UnreadableValue { key, value } => Message::AddressValueUnreadable {
                part: format!("{key}={}", shortened(value)),
            },
            Self::UnknownCode { field, key } => Message::AddressCodeUnknown {
                part: format!("{}={}", field.key(), shortened(key)),
            },
            Self::OtherCurrency { key, value } => Message::AddressCurrencyOther {
                part: format!("{key}={}", shortened(value)),
            },
            Self::UnknownProject(id) => Message::AddressCodeUnknown {
                part: format!("project={}", shortened(id)),
            },
            Self::ReversedPeriod => Message::AddressPeriodReversed,
            Self::ReversedAmounts => Message::AddressAmountsReversed,
            Self::TooLong => Message::AddressTooLong,
            Self::NewerVersion => Message::AddressFromNewerVersion,
        }
    }
}

/// The query of the view's address, without `?`; empty for the view in which the page opens.
#[must_use]
pub fn encode(view: &ViewState) -> String {
    let mut query = String::new();
    let mut put = |key: &str, value: &str| {
        if !query.is_empty() {
            query.push('&');
        }
        query.push_str(key);
        query.push('=');
        percent_encode(value, &mut query);
    };
    let filters = &view.filters;
    if let Some(embed) = view.embed {
        put("embed", embed.chart.key());
        if let Some(locale) = embed.locale {
            put("lang", locale.tag());
        }
        if let Some(theme) = embed.theme {
            put("theme", theme.key());
        }
    }
    if view.dataset != DatasetKey::default() {
        put("dataset", &view.dataset.key());
    }
    for field in CategoryField::ALL {
        let picks: Vec<String> = filters
            .picks(field)
            .iter()
            .filter(|key| !key.is_empty())
            .map(|key| escape_item(key))
            .collect();
        if !picks.is_empty() {
            put(field.key(), &picks.join(","));
        }
    }
    for (key, month) in [("from", filters.period.first), ("to", filters.period.last)] {
        if let Some(month) = month.filter(|month| (1..=9999).contains(&month.year())) {
            put(key, &month.to_string());
        }
    }
    if view.currency != DisplayCurrency::default() {
        put("currency", view.currency.code());
    }
    for (key, amount) in [
        ("amount-from", filters.amount.min),
        ("amount-to", filters.amount.max),
    ] {
        if let Some(amount) = amount.and_then(|amount| written_amount(amount, view.currency)) {
            put(key, &amount);
        }
    }
    if filters.is_active(Field::Search) {
        put("q", filters.search());
    }
    if view.measure != Measure::default() {
        put("measure", measure_key(view.measure));
    }
    if view.order != Order::default() {
        put("order", order_key(view.order));
    }
    if let Some(kind) = view.enlarged {
        put("chart", kind.key());
    }
    if view.sort != TableSort::default() {
        put("sort", &view.sort.key());
    }
    if let Some(id) = view.open_project.as_ref().filter(|id| !id.is_empty()) {
        put("project", id);
    }
    if !query.is_empty() {
        let _ = write!(query, "&v={VERSION}");
    }
    query
}

/// The view that a query asks for, and what of it was not followed. A leading `?` is allowed.
#[must_use]
pub fn decode(query: &str) -> (ViewState, Vec<AddressIssue>) {
    let query = query.strip_prefix('?').unwrap_or(query);
    if query.len() > LONGEST_QUERY {
        return (ViewState::default(), vec![AddressIssue::TooLong]);
    }
    let mut issues = Vec::new();
    let parts = readable_parts(query, &mut issues);
    let version = version_of(&parts, &mut issues);
    let mut view = ViewState::default();
    let parts = upgraded(parts, version);
    // Amounts are in the currency of the view and looks are those of a frame, wherever these stand.
    let (first, rest): (Vec<_>, Vec<_>) = parts
        .into_iter()
        .partition(|(key, _)| key == "currency" || key == "embed");
    for (key, value) in first.into_iter().chain(rest) {
        match read_part(&mut view, &key, &value) {
            PartRead::Done => {}
            PartRead::KeyUnknown => issues.push(AddressIssue::UnknownKey(key)),
            PartRead::ValueUnreadable => issues.push(AddressIssue::UnreadableValue { key, value }),
            PartRead::OtherCurrency => issues.push(AddressIssue::OtherCurrency { key, value }),
        }
    }
    put_in_order(&mut view.filters, &mut issues);
    (view, issues)
}

/// The view without what `table` does not know, picks and the open project, and an issue for each of them.
#[must_use]
pub fn without_unknown_codes(
    view: ViewState,
    table: &ProjectTable,
) -> (ViewState, Vec<AddressIssue>) {
    let mut view = view;
    let mut issues = Vec::new();
    for field in CategoryField::ALL {
        let tree = table.category(field).tree();
        let picks = view.filters.picks(field);
        let (known, unknown) = picks.clone().split(|key| tree.code(key).is_some());
        if !unknown.is_empty() {
            issues.extend(unknown.iter().map(|key| AddressIssue::UnknownCode {
                field,
                key: key.to_string(),
            }));
            view.filters = view.filters.with_picks(field, known);
        }
    }
    if let Some(id) = view.open_project.take_if(|id| table.row_of(id).is_none()) {
        issues.push(AddressIssue::UnknownProject(id.to_string()));
    }
    (view, issues)
}

/// The parts `key=value`, decoded.
fn readable_parts(query: &str, issues: &mut Vec<AddressIssue>) -> Vec<(String, String)> {
    let mut parts = Vec::new();
    for part in query.split('&').filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        match (percent_decode(key), percent_decode(value)) {
            (Some(key), Some(value)) => parts.push((key, value)),
            (Some(key), None) => issues.push(AddressIssue::UnreadableValue {
                key,
                value: value.into(),
            }),
            (None, Some(_) | None) => issues.push(AddressIssue::UnknownKey(key.into())),
        }
    }
    parts
}

/// The version that an address says it has; the present one where it says none or one that cannot be read.
fn version_of(parts: &[(String, String)], issues: &mut Vec<AddressIssue>) -> u32 {
    let Some((key, value)) = parts.iter().rev().find(|(key, _)| key == "v") else {
        return VERSION;
    };
    match value.parse() {
        Ok(version @ 1..=VERSION) => version,
        Ok(0) | Err(_) => {
            issues.push(AddressIssue::UnreadableValue {
                key: key.clone(),
                value: value.clone(),
            });
            VERSION
        }
        Ok(_) => {
            issues.push(AddressIssue::NewerVersion);
            VERSION
        }
    }
}

/// The parts as the present version writes them. A later version renames here what it renamed.
fn upgraded(parts: Vec<(String, String)>, version: u32) -> Vec<(String, String)> {
    debug_assert_eq!(version, VERSION, "no earlier version exists");
    parts
}

/// How a part was taken.
enum PartRead {
    Done,
    KeyUnknown,
    ValueUnreadable,
    OtherCurrency,
}

impl From<Option<()>> for PartRead {
    fn from(read: Option<()>) -> Self {
        match read {
            Some(()) => Self::Done,
            None => Self::ValueUnreadable,
        }
    }
}

fn read_part(view: &mut ViewState, key: &str, value: &str) -> PartRead {
    if let Some(field) = CategoryField::ALL
        .into_iter()
        .find(|&field| field.key() == key)
    {
        return read_picks(view, field, value).into();
    }
    let filters = &mut view.filters;
    match key {
        "dataset" => DatasetKey::parse(value)
            .map(|dataset| view.dataset = dataset)
            .into(),
        "from" => read_month(value, PartialDate::first_month)
            .map(|month| filters.period.first = Some(month))
            .into(),
        "to" => read_month(value, PartialDate::last_month)
            .map(|month| filters.period.last = Some(month))
            .into(),
        "currency" => DisplayCurrency::from_code(value)
            .map(|currency| view.currency = currency)
            .into(),
        "amount-from" => read_amount(value, view.currency, &mut filters.amount.min),
        "amount-to" => read_amount(value, view.currency, &mut filters.amount.max),
        "q" => {
            view.filters = std::mem::take(filters).with_search(value);
            PartRead::Done
        }
        "measure" => [Measure::Projects, Measure::Amount]
            .into_iter()
            .find(|&measure| measure_key(measure) == value)
            .map(|measure| view.measure = measure)
            .into(),
        "order" => [Order::Value, Order::Name]
            .into_iter()
            .find(|&order| order_key(order) == value)
            .map(|order| view.order = order)
            .into(),
        "chart" => ChartKind::parse(value)
            .map(|kind| view.enlarged = Some(kind))
            .into(),
        "embed" => ChartKind::parse(value)
            .map(|chart| {
                view.embed = Some(Embed {
                    chart,
                    locale: None,
                    theme: None,
                });
            })
            .into(),
        "lang" | "theme" => match &mut view.embed {
            Some(embed) => read_look(embed, key, value).into(),
            // The page itself is in the language and the theme that its reader prefers.
            None => PartRead::KeyUnknown,
        },
        "sort" => TableSort::parse(value).map(|sort| view.sort = sort).into(),
        "project" => (!value.is_empty())
            .then(|| view.open_project = Some(value.into()))
            .into(),
        "v" => PartRead::Done,
        _ => PartRead::KeyUnknown,
    }
}

/// What the page around a frame asks of its looks.
fn read_look(embed: &mut Embed, key: &str, value: &str) -> Option<()> {
    if key == "lang" {
        embed.locale = Some(Locale::from_tag(value)?);
    } else {
        embed.theme = Some(ThemeChoice::parse(value)?);
    }
    Some(())
}

/// Adds picks, so that `country=DEU&country=NLD` picks both.
fn read_picks(view: &mut ViewState, field: CategoryField, value: &str) -> Option<()> {
    let mut picks = view.filters.picks(field).clone();
    let before = picks.len();
    for item in value.split(',').filter(|item| !item.is_empty()) {
        picks.insert(Rc::from(percent_decode_literally(item)?));
    }
    let has_any = picks.len() > before || value.split(',').any(|item| !item.is_empty());
    view.filters = std::mem::take(&mut view.filters).with_picks(field, picks);
    has_any.then_some(())
}

/// A month, or the first or last month of a year that stands alone.
fn read_month(value: &str, of_year: impl FnOnce(PartialDate) -> Month) -> Option<Month> {
    PartialDate::parse(value)
        .filter(|date| date.day.is_none())
        .map(of_year)
}

fn put_in_order(filters: &mut FilterSet, issues: &mut Vec<AddressIssue>) {
    if let (Some(first), Some(last)) = (filters.period.first, filters.period.last)
        && first > last
    {
        filters.period = Period::between(first, last);
        issues.push(AddressIssue::ReversedPeriod);
    }
    if let (Some(min), Some(max)) = (filters.amount.min, filters.amount.max)
        && min > max
    {
        std::mem::swap(&mut filters.amount.min, &mut filters.amount.max);
        issues.push(AddressIssue::ReversedAmounts);
    }
}

const fn measure_key(measure: Measure) -> &'static str {
    match measure {
        Measure::Projects => "projects",
        Measure::Amount => "amount",
    }
}

const fn order_key(order: Order) -> &'static str {
    match order {
        Order::Value => "value",
        Order::Name => "name",
    }
}

/// Yuan as a plain number of 亿元, as every address has it; another currency by its code and in millions.
///
/// Exact to the unit: `3.5`, `USD:50m`. None for what [`read_amount`] would not read.
fn written_amount(amount: f64, currency: DisplayCurrency) -> Option<String> {
    match currency {
        DisplayCurrency::Cny => decimal(amount, HUNDRED_MILLIONS),
        DisplayCurrency::Usd | DisplayCurrency::Eur => {
            let millions = decimal(amount, MILLIONS)?;
            Some(format!("{}:{millions}m", currency.code()))
        }
    }
}

/// Reads what [`written_amount`] writes into one end of a range.
fn read_amount(value: &str, currency: DisplayCurrency, end: &mut Option<f64>) -> PartRead {
    let read = match value.split_once(':') {
        None => whole(value, HUNDRED_MILLIONS).map(|amount| (DisplayCurrency::Cny, amount)),
        Some((code, millions)) => {
            let amount = millions
                .strip_suffix('m')
                .and_then(|number| whole(number, MILLIONS));
            DisplayCurrency::from_code(code).zip(amount)
        }
    };
    match read {
        Some((stated, _)) if stated != currency => PartRead::OtherCurrency,
        Some((_, amount)) => {
            *end = Some(amount);
            PartRead::Done
        }
        None => PartRead::ValueUnreadable,
    }
}

/// Decimal places of a whole number of yuan that is written in 亿元.
const HUNDRED_MILLIONS: usize = 8;

/// Decimal places of a whole amount that is written in millions.
const MILLIONS: usize = 6;

/// A whole amount as a decimal with its point so many places to the left; None for what [`whole`] would not read.
fn decimal(amount: f64, places: usize) -> Option<String> {
    if !(amount.is_finite() && amount >= 0.0) {
        return None;
    }
    let digits = format!("{:0>1$}", format!("{:.0}", amount.abs()), places + 1);
    let (whole, part) = digits.split_at(digits.len() - places);
    if whole.len() > MOST_AMOUNT_DIGITS {
        return None;
    }
    let part = part.trim_end_matches('0');
    Some(if part.is_empty() {
        whole.into()
    } else {
        format!("{whole}.{part}")
    })
}

/// The whole amount of a decimal, rounded. By whole numbers: a product would lose the last yuan of large amounts.
fn whole(value: &str, places: usize) -> Option<f64> {
    let (whole, part) = value.split_once('.').unwrap_or((value, ""));
    let is_digits = |text: &str| {
        text.len() <= MOST_AMOUNT_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if whole.is_empty() || !is_digits(whole) || !is_digits(part) {
        return None;
    }
    let digits = whole
        .bytes()
        .chain(part.bytes().chain(std::iter::repeat(b'0')).take(places));
    let amount = digits.fold(0_u128, |amount, digit| {
        amount * 10 + u128::from(digit - b'0')
    });
    let rounds_up = part
        .as_bytes()
        .get(places)
        .is_some_and(|&digit| digit >= b'5');
    Some((amount + u128::from(rounds_up)) as f64)
}

/// A key as an item of a list: its own commas stay apart from those between items, also where a
/// messenger has encoded the address once more.
fn escape_item(key: &str) -> String {
    key.replace('%', "%25").replace(',', "%2C")
}

/// Encodes all but letters, digits and `-._~,/:` of ASCII.
fn percent_encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~,/:".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

/// The text that was encoded, with `+` for a space; `None` where it is not UTF-8.
fn percent_decode(text: &str) -> Option<String> {
    percent_decode_literally(&text.replace('+', " "))
}

/// The text that was encoded. A `%` without two hexadecimal digits stands for itself.
fn percent_decode_literally(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let hex = |at: usize| {
        bytes
            .get(at)
            .and_then(|&byte| char::from(byte).to_digit(16))
    };
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match (bytes[at], hex(at + 1), hex(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                decoded.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, _, _) => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).ok()
}
