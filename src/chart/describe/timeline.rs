//! Signing dates in words.

use super::{empty, leaders, picked_finding, row, say, table};
use crate::chart::scene::{DataTable, Description};
use crate::chart::spec::{ChartInput, Timeline};
use crate::data::Month;
use crate::i18n::{Locale, Message, format};
use crate::query::{Bucket, BucketKey, Measure, Period, TimeGrain, Totals};

/// The timeline in words.
pub(in crate::chart) fn timeline(input: &ChartInput<'_>, dates: &Timeline<'_>) -> Description {
    let title = say(
        input,
        &match input.measure {
            Measure::Projects => Message::TimelineByProjects,
            Measure::Amount => Message::TimelineByAmount,
        },
    );
    if dates.selected.total.projects == 0 {
        return empty(input, title);
    }
    let dated: Vec<(String, Totals)> = dates
        .selected
        .buckets
        .iter()
        .filter(|bucket| matches!(bucket.key, BucketKey::Time(_)) && bucket.totals.projects > 0)
        .filter_map(|bucket| {
            Some((
                bucket_name(input.locale, dates.grain, bucket.key)?,
                bucket.totals,
            ))
        })
        .collect();
    let brushed = (!input.filters.period.is_open())
        .then(|| totals_within(dates, input.filters.period))
        .flatten();
    let mut parts = vec![match brushed {
        Some(totals) => picked_finding(input, period_name(input, input.filters.period), &totals),
        None => timeline_finding(input, &dated),
    }];
    if brushed.is_none() {
        let year_only: u32 = dates
            .selected
            .buckets
            .iter()
            .filter(|bucket| matches!(bucket.key, BucketKey::YearOnly(_)))
            .map(|bucket| bucket.totals.projects)
            .sum();
        let undated = dates.selected.of(BucketKey::Undated).projects;
        if year_only > 0 {
            parts.push(say(input, &Message::AlsoYearOnly(year_only.into())));
        }
        if undated > 0 {
            parts.push(say(input, &Message::AlsoUndated(undated.into())));
        }
        parts.retain(|part| !part.is_empty());
    }
    Description {
        title,
        finding: parts.join(&say(input, &Message::FindingSeparator)),
    }
}

/// The same as a table.
pub(in crate::chart) fn timeline_table(input: &ChartInput<'_>, dates: &Timeline<'_>) -> DataTable {
    let rows = dates.whole.buckets.iter().filter_map(|bucket| {
        let name = bucket_name(input.locale, dates.grain, bucket.key)?;
        let selected = dates.selected.of(bucket.key);
        Some(row(input, &name, &selected, &bucket.totals))
    });
    table(input, &Message::SigningHeading, rows.collect())
}

/// What a bar of time is called; `None` for a key that is not of time.
pub(in crate::chart) fn bucket_name(
    locale: Locale,
    grain: TimeGrain,
    key: BucketKey,
) -> Option<String> {
    match key {
        BucketKey::Time(step) => Some(step_name(locale, grain, step)),
        BucketKey::YearOnly(year) => {
            let message = Message::YearWithoutMonth(format::year(year, locale));
            Some(message.text(locale).into_owned())
        }
        BucketKey::Undated => Some(Message::NotStated.text(locale).into_owned()),
        BucketKey::Category(_)
        | BucketKey::Amount(_)
        | BucketKey::Unconverted
        | BucketKey::Undisclosed => None,
    }
}

fn step_name(locale: Locale, grain: TimeGrain, step: i32) -> String {
    let first = Month(step.saturating_mul(grain.months()));
    match grain {
        TimeGrain::Year => format::year(first.year(), locale),
        TimeGrain::Quarter => {
            format::quarter(first.year(), (first.month_of_year() - 1) / 3 + 1, locale)
        }
        TimeGrain::Month => format::month(first.year(), first.month_of_year(), locale),
    }
}

/// A period as its ends are best said: whole years where it has them.
pub(super) fn period_name(input: &ChartInput<'_>, period: Period) -> String {
    let locale = input.locale;
    let whole_years = period.first.is_none_or(|first| first.month_of_year() == 1)
        && period.last.is_none_or(|last| last.month_of_year() == 12);
    let written = |month: Month| {
        if whole_years {
            format::year(month.year(), locale)
        } else {
            format::month(month.year(), month.month_of_year(), locale)
        }
    };
    match (period.first.map(written), period.last.map(written)) {
        (Some(first), Some(last)) => format::period(&first, &last, locale),
        (Some(first), None) => say(input, &Message::Since(first)),
        (None, Some(last)) => say(input, &Message::Until(last)),
        (None, None) => String::new(),
    }
}

/// What the period holds, or `None` where it cuts through a bar that is not empty.
fn totals_within(dates: &Timeline<'_>, period: Period) -> Option<Totals> {
    let mut within = Totals::default();
    for Bucket { key, totals } in &dates.selected.buckets {
        let (first, last) = match *key {
            BucketKey::Time(step) => {
                let months = dates.grain.months();
                (step * months, step * months + months - 1)
            }
            // Projects of a year that the period does not cover as a whole are not in it.
            BucketKey::YearOnly(year) => {
                let (first, last) = (year * 12, year * 12 + 11);
                if period.first.is_none_or(|month| month.0 <= first)
                    && period.last.is_none_or(|month| month.0 >= last)
                {
                    within.add(totals);
                }
                continue;
            }
            BucketKey::Undated
            | BucketKey::Category(_)
            | BucketKey::Amount(_)
            | BucketKey::Unconverted
            | BucketKey::Undisclosed => continue,
        };
        let from = period.first.map_or(i32::MIN, |month| month.0);
        let to = period.last.map_or(i32::MAX, |month| month.0);
        if from <= first && last <= to {
            within.add(totals);
        } else if first <= to && from <= last && totals.projects > 0 {
            return None;
        }
    }
    Some(within)
}

fn timeline_finding(input: &ChartInput<'_>, dated: &[(String, Totals)]) -> String {
    let total = input.shown_total();
    let projects = u64::from(total.projects);
    if input.measure == Measure::Amount && total.disclosed == 0 {
        return say(input, &Message::NoneDisclosed(projects));
    }
    match dated {
        [] => String::new(),
        [(name, only)] if only.projects == total.projects => say(
            input,
            &Message::AllSignedIn {
                projects,
                name: name.clone(),
            },
        ),
        dated => leaders(input, dated).join(&say(input, &Message::FindingSeparator)),
    }
}
