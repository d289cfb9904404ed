//! Charts in words: title, finding, tooltip lines, table.
//!
//! A finding is computed from the same summaries as the marks, so that it is
//! true under the present filters. Its wording is in `i18n`.

use super::scene::{DataTable, Description};
use super::spec::{ChartInput, ChartKind};
use crate::data::{CategoryNode, Month};
use crate::i18n::{Message, format};
use crate::query::{Bucket, BucketKey, Measure, Period, RankedBucket, TimeGrain, Totals};

/// The most names that a finding lists.
const MOST_NAMES: usize = 3;

/// What is shown.
pub(super) fn title(input: &ChartInput<'_>) -> String {
    let message = match (input.kind, input.measure) {
        (ChartKind::Countries, Measure::Projects) => Message::CountriesByProjects,
        (ChartKind::Countries, Measure::Amount) => Message::CountriesByAmount,
        (ChartKind::Industries, Measure::Projects) => Message::IndustriesByProjects,
        (ChartKind::Industries, Measure::Amount) => Message::IndustriesByAmount,
        (ChartKind::Timeline, Measure::Projects) => Message::TimelineByProjects,
        (ChartKind::Timeline, Measure::Amount) => Message::TimelineByAmount,
    };
    say(input, &message)
}

/// What an empty chart says.
pub(super) fn empty(input: &ChartInput<'_>) -> Description {
    let message = if input.whole.total.projects == 0 {
        Message::NoProjects
    } else {
        Message::NoMatch
    };
    Description {
        title: title(input),
        finding: say(input, &message),
        table: DataTable::default(),
    }
}

/// Value, shares and what is not in a sum: the lines of a tooltip.
pub(super) fn lines(input: &ChartInput<'_>, totals: &Totals) -> Vec<String> {
    let mut messages = match input.measure {
        Measure::Projects => vec![Message::ProjectCount(totals.projects.into())],
        Measure::Amount => vec![amount_covered(input, totals)],
    };
    let share = |of: &Totals| share(totals.value(input.measure), of.value(input.measure));
    if input.selected.total != input.whole.total {
        messages.extend(share(&input.selected.total).map(Message::ShareOfShown));
    }
    messages.extend(share(&input.whole.total).map(Message::ShareOfWhole));
    if input.measure == Measure::Projects && totals.projects > 0 {
        messages.push(amount_covered(input, totals));
    }
    if totals.undisclosed() > 0 && totals.disclosed > 0 {
        messages.push(Message::UndisclosedCount(totals.undisclosed().into()));
    }
    if totals.unconverted > 0 {
        messages.push(Message::UnconvertedCount(totals.unconverted.into()));
    }
    messages.iter().map(|message| say(input, message)).collect()
}

/// Ranked values in words; `all` holds the folded ones too.
pub(super) fn ranked(input: &ChartInput<'_>, all: &[RankedBucket]) -> Description {
    let Some(tree) = input.tree else {
        return empty(input);
    };
    let node = |bucket: &RankedBucket| tree.node(bucket.code);
    let heading = match input.kind {
        ChartKind::Industries => Message::IndustryHeading,
        ChartKind::Countries | ChartKind::Timeline => Message::CountryHeading,
    };
    let rows = all.iter().map(|bucket| {
        row(
            input,
            &name(input, node(bucket)),
            &bucket.selected,
            &bucket.whole,
        )
    });
    let table = table(input, &heading, rows.collect());
    if input.selected.total.projects == 0 {
        return Description {
            table,
            ..empty(input)
        };
    }
    let picked: Vec<&RankedBucket> = all
        .iter()
        .filter(|bucket| is_picked(input, bucket.code))
        .collect();
    let finding = if has_picks(input) {
        let mut totals = Totals::default();
        for bucket in &picked {
            totals.add(&bucket.selected);
        }
        let names: Vec<String> = picked
            .iter()
            .map(|bucket| name(input, node(bucket)))
            .collect();
        let many = match input.kind {
            ChartKind::Industries => Message::PickedIndustries(names.len() as u64),
            ChartKind::Countries | ChartKind::Timeline => {
                Message::PickedCountries(names.len() as u64)
            }
        };
        let words = if (1..=MOST_NAMES).contains(&names.len()) {
            join(input, &names)
        } else {
            say(input, &many)
        };
        picked_finding(input, words, &totals)
    } else {
        let stated: Vec<(String, Totals)> = all
            .iter()
            .filter(|bucket| !node(bucket).is_unstated() && bucket.selected.projects > 0)
            .map(|bucket| (name(input, node(bucket)), bucket.selected))
            .collect();
        ranked_finding(input, &stated)
    };
    Description {
        title: title(input),
        finding,
        table,
    }
}

/// The timeline in words.
pub(super) fn timeline(input: &ChartInput<'_>) -> Description {
    let rows = input
        .whole
        .buckets
        .iter()
        .filter_map(|bucket| {
            Some(row(
                input,
                &bucket_name(input, bucket.key)?,
                &input.selected.of(bucket.key),
                &bucket.totals,
            ))
        })
        .collect();
    let table = table(input, &Message::SigningHeading, rows);
    if input.selected.total.projects == 0 {
        return Description {
            table,
            ..empty(input)
        };
    }
    let dated: Vec<(String, Totals)> = input
        .selected
        .buckets
        .iter()
        .filter(|bucket| matches!(bucket.key, BucketKey::Time(_)) && bucket.totals.projects > 0)
        .filter_map(|bucket| Some((bucket_name(input, bucket.key)?, bucket.totals)))
        .collect();
    let brushed = (!input.filters.period.is_open())
        .then(|| totals_within(input, input.filters.period))
        .flatten();
    let mut parts = vec![match brushed {
        Some(totals) => picked_finding(input, period_name(input, input.filters.period), &totals),
        None => timeline_finding(input, &dated),
    }];
    if brushed.is_none() {
        let year_only: u32 = input
            .selected
            .buckets
            .iter()
            .filter(|bucket| matches!(bucket.key, BucketKey::YearOnly(_)))
            .map(|bucket| bucket.totals.projects)
            .sum();
        let undated = input.selected.of(BucketKey::Undated).projects;
        if year_only > 0 {
            parts.push(say(input, &Message::AlsoYearOnly(year_only.into())));
        }
        if undated > 0 {
            parts.push(say(input, &Message::AlsoUndated(undated.into())));
        }
        parts.retain(|part| !part.is_empty());
    }
    Description {
        title: title(input),
        finding: parts.join(&say(input, &Message::FindingSeparator)),
        table,
    }
}

/// What a bar of time is called; `None` for a key that is not of time.
pub(super) fn bucket_name(input: &ChartInput<'_>, key: BucketKey) -> Option<String> {
    match key {
        BucketKey::Time(step) => Some(step_name(input, step)),
        BucketKey::YearOnly(year) => Some(say(
            input,
            &Message::YearWithoutMonth(format::year(year, input.locale)),
        )),
        BucketKey::Undated => Some(say(input, &Message::NotStated)),
        BucketKey::Category(_)
        | BucketKey::Amount(_)
        | BucketKey::Unconverted
        | BucketKey::Undisclosed => None,
    }
}

/// The name of a ranked value.
pub(super) fn name(input: &ChartInput<'_>, node: &CategoryNode) -> String {
    node.name.get(input.locale).to_string()
}

/// Whether the field of the chart has picks.
pub(super) fn has_picks(input: &ChartInput<'_>) -> bool {
    input
        .kind
        .category()
        .is_some_and(|field| !input.filters.picks(field).is_empty())
}

/// Whether the value or one above it is picked.
pub(super) fn is_picked(input: &ChartInput<'_>, code: crate::data::NodeCode) -> bool {
    let (Some(field), Some(tree)) = (input.kind.category(), input.tree) else {
        return false;
    };
    let picks = input.filters.picks(field);
    std::iter::successors(Some(code), |&code| tree.node(code).parent)
        .any(|code| picks.contains(&tree.node(code).key))
}

/// The text of a message in the reader's language.
pub(super) fn say(input: &ChartInput<'_>, message: &Message) -> String {
    message.text(input.locale).into_owned()
}

fn step_name(input: &ChartInput<'_>, step: i32) -> String {
    let first = Month(step.saturating_mul(input.grain.months()));
    match input.grain {
        TimeGrain::Year => format::year(first.year(), input.locale),
        TimeGrain::Quarter => format::quarter(
            first.year(),
            (first.month_of_year() - 1) / 3 + 1,
            input.locale,
        ),
        TimeGrain::Month => format::month(first.year(), first.month_of_year(), input.locale),
    }
}

/// A period as its ends are best said: whole years where it has them.
fn period_name(input: &ChartInput<'_>, period: Period) -> String {
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
fn totals_within(input: &ChartInput<'_>, period: Period) -> Option<Totals> {
    let mut within = Totals::default();
    for Bucket { key, totals } in &input.selected.buckets {
        let (first, last) = match *key {
            BucketKey::Time(step) => {
                let months = input.grain.months();
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

fn picked_finding(input: &ChartInput<'_>, picked: String, totals: &Totals) -> String {
    let message = match input.measure {
        Measure::Projects => Message::PickedProjects {
            picked,
            projects: totals.projects.into(),
            of: input.selected.total.projects.into(),
        },
        Measure::Amount => Message::PickedAmount {
            picked,
            amount: format::money_cny(totals.amount_cny, input.locale),
            disclosed: totals.disclosed.into(),
            projects: totals.projects.into(),
        },
    };
    say(input, &message)
}

fn ranked_finding(input: &ChartInput<'_>, stated: &[(String, Totals)]) -> String {
    let total = &input.selected.total;
    let projects = u64::from(total.projects);
    if stated.is_empty() {
        return say(input, &Message::NoneStated(projects));
    }
    if input.measure == Measure::Amount && total.disclosed == 0 {
        return say(input, &Message::NoneDisclosed(projects));
    }
    if let [(name, only)] = stated
        && only.projects == total.projects
    {
        let name = name.clone();
        let message = match input.kind {
            ChartKind::Industries => Message::AllInOneIndustry { projects, name },
            ChartKind::Countries | ChartKind::Timeline => {
                Message::AllFromOneCountry { projects, name }
            }
        };
        return say(input, &message);
    }
    let mut parts = leaders(input, stated);
    if stated
        .iter()
        .filter(|(_, totals)| totals.disclosed > 0)
        .count()
        > 3
    {
        let mut amounts: Vec<f64> = stated.iter().map(|(_, totals)| totals.amount_cny).collect();
        amounts.sort_by(|one, other| other.total_cmp(one));
        let three = amounts.iter().take(3).sum();
        let hold = share(three, total.amount_cny);
        parts.extend(hold.map(|share| say(input, &Message::ThreeLargestHold(share))));
    }
    parts.join(&say(input, &Message::FindingSeparator))
}

fn timeline_finding(input: &ChartInput<'_>, dated: &[(String, Totals)]) -> String {
    let total = &input.selected.total;
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

/// Who has most, ties named together; nothing where nobody has any.
fn leaders(input: &ChartInput<'_>, values: &[(String, Totals)]) -> Vec<String> {
    let value = |totals: &Totals| match input.measure {
        Measure::Projects => Some(f64::from(totals.projects)),
        Measure::Amount => (totals.disclosed > 0).then_some(totals.amount_cny),
    };
    let Some(most) = values
        .iter()
        .filter_map(|(_, totals)| value(totals))
        .max_by(f64::total_cmp)
    else {
        return Vec::new();
    };
    let names: Vec<String> = values
        .iter()
        .filter(|(_, totals)| value(totals).is_some_and(|value| value.total_cmp(&most).is_eq()))
        .map(|(name, _)| name.clone())
        .collect();
    let tied = names.len() as u64;
    let few = names.len() <= MOST_NAMES;
    let total = &input.selected.total;
    let message = match input.measure {
        Measure::Projects => {
            let (projects, of) = (most as u64, total.projects.into());
            if few {
                Message::LeadsByProjects {
                    leaders: join(input, &names),
                    tied,
                    projects,
                    of,
                }
            } else {
                Message::TieByProjects { tied, projects, of }
            }
        }
        Measure::Amount => {
            let amount = format::money_cny(most, input.locale);
            if few {
                let share = share(most, total.amount_cny);
                Message::LeadsByAmount {
                    leaders: join(input, &names),
                    tied,
                    amount,
                    share,
                }
            } else {
                Message::TieByAmount { tied, amount }
            }
        }
    };
    vec![say(input, &message)]
}

fn join(input: &ChartInput<'_>, names: &[String]) -> String {
    format::list(
        &names.iter().map(String::as_str).collect::<Vec<_>>(),
        input.locale,
    )
}

fn amount_covered(input: &ChartInput<'_>, totals: &Totals) -> Message {
    if totals.disclosed == 0 {
        return if totals.projects == 0 {
            Message::ProjectCount(0)
        } else {
            Message::AmountOfNone(totals.projects.into())
        };
    }
    Message::AmountCovered {
        amount: format::money_cny(totals.amount_cny, input.locale),
        disclosed: totals.disclosed.into(),
        projects: totals.projects.into(),
    }
}

/// A share, written; `None` where the whole is nothing or negative.
fn share(part: f64, whole: f64) -> Option<String> {
    let share = part / whole;
    (whole > 0.0 && share.is_finite()).then(|| format::percent(share))
}

fn table(input: &ChartInput<'_>, first: &Message, rows: Vec<Vec<String>>) -> DataTable {
    let headings = [
        first,
        &Message::ProjectsHeading,
        &Message::ProjectShareHeading,
        &Message::AmountHeading,
        &Message::UndisclosedHeading,
        &Message::AllProjectsHeading,
    ];
    DataTable {
        headings: headings.map(|heading| say(input, heading)).to_vec(),
        rows,
    }
}

fn row(input: &ChartInput<'_>, name: &str, selected: &Totals, whole: &Totals) -> Vec<String> {
    let share = share(
        f64::from(selected.projects),
        f64::from(input.selected.total.projects),
    );
    let amount = if selected.disclosed > 0 {
        format::money_in_table(selected.amount_cny, input.locale)
    } else {
        format::NO_NUMBER.to_owned()
    };
    vec![
        name.to_owned(),
        format::count(selected.projects.into()),
        share.map_or_else(
            || format::NO_NUMBER.to_owned(),
            |share| share.trim_end_matches('%').to_owned(),
        ),
        amount,
        format::count((selected.projects - selected.disclosed).into()),
        format::count(whole.projects.into()),
    ]
}
