//! Amounts in words.

use super::{Against, empty, picked_finding, row, say, share, table};
use crate::chart::scene::{DataTable, Description, Telling, Told};
use crate::chart::spec::{Amounts, ChartInput};
use crate::data::DisplayCurrency;
use crate::data::vocabulary::Disclosure;
use crate::i18n::{LaterMessage, Locale, Message, Words, format};
use crate::query::{AmountBin, AmountRange, BucketKey, Measure, Totals};

/// The histogram in words.
pub(in crate::chart) fn histogram(input: &ChartInput<'_>, amounts: &Amounts<'_>) -> Description {
    let title = say(
        input,
        &match input.measure {
            Measure::Projects => LaterMessage::AmountsByProjects,
            Measure::Amount => LaterMessage::AmountsByAmount,
        },
    );
    let total = amounts.selected.total;
    if total.projects == 0 {
        return empty(input, title);
    }
    let bins: Vec<(AmountBin, Totals)> = amounts
        .selected
        .buckets
        .iter()
        .filter_map(|bucket| Some((bin_of(bucket.key)?, bucket.totals)))
        .collect();
    let mut parts = vec![if total.disclosed == 0 {
        say(input, &Message::NoneDisclosed(total.projects.into()))
    } else if input.filters.amount.is_open() {
        say(input, &finding(input, &bins))
    } else {
        within(input, &bins)
    }];
    if total.disclosed > 0 && total.undisclosed() > 0 {
        let undisclosed = LaterMessage::UndisclosedOf {
            undisclosed: total.undisclosed().into(),
            of: total.projects.into(),
        };
        parts.push(say(input, &undisclosed));
    }
    if total.disclosed > 0 && total.unconverted > 0 {
        let unconverted = Message::UnconvertedCount(total.unconverted.into());
        parts.push(say(input, &unconverted));
    }
    Description {
        title,
        finding: parts.join(&say(input, &Message::FindingSeparator)),
    }
}

/// The same as a table.
pub(in crate::chart) fn histogram_table(
    input: &ChartInput<'_>,
    amounts: &Amounts<'_>,
) -> DataTable {
    let rows = amounts.whole.buckets.iter().filter_map(|bucket| {
        let name = amount_name(bucket.key, input.currency, input.locale)?;
        let selected = amounts.selected.of(bucket.key);
        Some(row(input, &name, &selected, &bucket.totals))
    });
    table(input, &LaterMessage::AmountRangeHeading, rows.collect())
}

/// The bin of a bar; `None` for what has no place on the axis.
pub(in crate::chart) fn bin_of(key: BucketKey) -> Option<AmountBin> {
    match key {
        BucketKey::Amount(bin) => Some(bin),
        BucketKey::Category(_)
        | BucketKey::Time(_)
        | BucketKey::YearOnly(_)
        | BucketKey::Undated
        | BucketKey::Unconverted
        | BucketKey::Undisclosed => None,
    }
}

/// What a bar is called; `None` for a key that is not of amounts.
pub(in crate::chart) fn amount_name(
    key: BucketKey,
    currency: DisplayCurrency,
    locale: Locale,
) -> Option<String> {
    let disclosure = match key {
        BucketKey::Amount(bin) => return Some(range_name(range_of(bin, bin), currency, locale)),
        BucketKey::Unconverted => Disclosure::Unconverted,
        BucketKey::Undisclosed => Disclosure::Undisclosed,
        BucketKey::Category(_)
        | BucketKey::Time(_)
        | BucketKey::YearOnly(_)
        | BucketKey::Undated => return None,
    };
    Some(disclosure.name().get(locale).to_string())
}

/// What is told of projects that are on no axis of amounts: their name, count and shares.
pub(in crate::chart) fn apart(input: &ChartInput<'_>, key: BucketKey, totals: &Totals) -> Telling {
    let (against, totals) = (Against::of(input), *totals);
    Telling::new(move || {
        let mut messages = vec![Message::ProjectCount(totals.projects.into())];
        messages.extend(against.shares(|totals| totals.projects.into(), &totals));
        Told {
            title: amount_name(key, against.currency, against.locale).unwrap_or_default(),
            lines: against.written(&messages),
        }
    })
}

/// The amounts from the first bin to the last, which is included.
pub(in crate::chart) fn range_of(first: AmountBin, last: AmountBin) -> AmountRange {
    AmountRange {
        min: Some(first.lower()).filter(|_| first > AmountBin::NOT_POSITIVE),
        max: Some(last.upper()).filter(|&max| max < f64::MAX),
    }
}

/// Whether every amount of the bin is in the range.
pub(in crate::chart) fn holds(range: AmountRange, bin: AmountBin) -> bool {
    range.min.is_none_or(|min| min <= bin.lower()) && range.max.is_none_or(|max| bin.upper() <= max)
}

/// Whether an amount of the bin may be in the range.
pub(in crate::chart) fn touches(range: AmountRange, bin: AmountBin) -> bool {
    range.min.is_none_or(|min| min < bin.upper()) && range.max.is_none_or(|max| bin.lower() < max)
}

fn range_name(range: AmountRange, currency: DisplayCurrency, locale: Locale) -> String {
    if range == range_of(AmountBin::NOT_POSITIVE, AmountBin::NOT_POSITIVE) {
        LaterMessage::NotPositive.words(locale).into_owned()
    } else {
        format::open_amount_range(range.min, range.max, currency.code(), locale)
    }
}

/// What the filter's range holds: exactly where it ends between bars, else at least and at most.
fn within(input: &ChartInput<'_>, bins: &[(AmountBin, Totals)]) -> String {
    let range = input.filters.amount;
    let (mut least, mut most) = (Totals::default(), Totals::default());
    for (bin, totals) in bins {
        if holds(range, *bin) {
            least.add(totals);
        }
        if touches(range, *bin) {
            most.add(totals);
        }
    }
    let name = range_name(range, input.currency, input.locale);
    if least.projects == most.projects {
        return picked_finding(input, name, &least);
    }
    let words = LaterMessage::AmountsWithin {
        range: name,
        least: least.projects.into(),
        most: most.projects.into(),
        of: input.shown_total().projects.into(),
    };
    say(input, &words)
}

/// Where most amounts lie, or which of them make up most of the sum.
fn finding(input: &ChartInput<'_>, bins: &[(AmountBin, Totals)]) -> LaterMessage {
    let total = input.shown_total();
    let of = u64::from(total.disclosed);
    let stretch = match input.measure {
        Measure::Projects => None,
        Measure::Amount => largest_half(bins, total.amount),
    };
    if let Some((first, held)) = stretch
        && held.projects < total.disclosed
        && let Some(share) = share(held.amount, total.amount)
    {
        let min = Some(first.lower());
        return LaterMessage::LargestHold {
            range: range_name(AmountRange { min, max: None }, input.currency, input.locale),
            share,
            projects: held.projects.into(),
            of,
        };
    }
    let Some((range, projects)) = densest_half(bins, total.disclosed) else {
        return LaterMessage::from(Message::NoneDisclosed(total.projects.into()));
    };
    let range = range_name(range, input.currency, input.locale);
    if projects == total.disclosed {
        return LaterMessage::AllAmounts { range, of };
    }
    LaterMessage::MostAmounts {
        range,
        projects: projects.into(),
        of,
        share: format::percent(f64::from(projects) / f64::from(total.disclosed)),
    }
}

/// The fewest of the highest bins that hold more than half of `sum`, and what they hold; `None` where amounts are not all positive.
fn largest_half(bins: &[(AmountBin, Totals)], sum: f64) -> Option<(AmountBin, Totals)> {
    if bins.first()?.0 == AmountBin::NOT_POSITIVE {
        return None;
    }
    let mut held = Totals::default();
    bins.iter().rev().find_map(|(bin, totals)| {
        held.add(totals);
        (held.amount > sum / 2.0).then_some((*bin, held))
    })
}

/// The shortest stretch of bins with more than half of `disclosed` projects, and how many it has; of several the one that has most.
fn densest_half(bins: &[(AmountBin, Totals)], disclosed: u32) -> Option<(AmountRange, u32)> {
    let mut best: Option<(i32, u32, AmountRange)> = None;
    for (position, (first, _)) in bins.iter().enumerate() {
        let mut projects = 0;
        for (last, totals) in &bins[position..] {
            projects += totals.projects;
            let length = last.0 - first.0;
            let is_better = best.is_none_or(|(shortest, most, _)| {
                length < shortest || (length == shortest && projects > most)
            });
            if projects > disclosed / 2 {
                if is_better {
                    best = Some((length, projects, range_of(*first, *last)));
                }
                break;
            }
        }
    }
    best.map(|(_, projects, range)| (range, projects))
}
