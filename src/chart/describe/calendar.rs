//! A zone's key figures in words, and what its plans are against the calendar.
//!
//! A convention of the ids joins two figures: `x-progress` in percent is the
//! share of a year's plan done by the end of its month, and `x-ahead` in
//! percentage points, where there is one, is by how much its source says that
//! this is ahead of the calendar. Every other figure in percent is a share.

use std::cmp::Ordering;

use super::say;
use crate::chart::scene::{DataTable, Description};
use crate::chart::spec::ChartInput;
use crate::data::indicator::Qualifier;
use crate::data::{AmountUnit, Indicator, PartialDate};
use crate::i18n::{LaterMessage, Message, format};

/// A plan, and where the calendar stands.
pub(in crate::chart) struct Plan<'a> {
    /// The share done, in percent.
    pub(in crate::chart) done: &'a Indicator,
    /// The months of the year that had gone.
    months: u8,
    /// The same in percent, to one decimal.
    pub(in crate::chart) gone: f64,
    /// By how many points the plan is ahead, to one decimal; negative where it is behind.
    ahead: f64,
    /// By how many points its source says that it is ahead.
    stated: Option<&'a Indicator>,
}

/// Indicators as the chart shows them.
pub(in crate::chart) struct Report<'a> {
    /// Shares of a year's plan done.
    pub(in crate::chart) plans: Vec<Plan<'a>>,
    /// Other figures in percent.
    pub(in crate::chart) shares: Vec<&'a Indicator>,
    /// All the rest.
    pub(in crate::chart) figures: Vec<&'a Indicator>,
}

impl<'a> Report<'a> {
    /// Sorts indicators by what they are, in their order.
    pub(in crate::chart) fn new(indicators: &'a [Indicator]) -> Self {
        let plans: Vec<Plan<'a>> = indicators
            .iter()
            .filter_map(|done| Plan::of(done, indicators))
            .collect();
        let is_in_plan = |indicator: &Indicator| {
            plans.iter().any(|plan| {
                std::ptr::eq(plan.done, indicator)
                    || plan
                        .stated
                        .is_some_and(|stated| std::ptr::eq(stated, indicator))
            })
        };
        let (shares, figures) = indicators
            .iter()
            .filter(|indicator| !is_in_plan(indicator))
            .partition(|indicator| indicator.unit == "percent");
        Self {
            plans,
            shares,
            figures,
        }
    }
}

impl<'a> Plan<'a> {
    fn of(done: &'a Indicator, indicators: &'a [Indicator]) -> Option<Self> {
        let name = done.id.strip_suffix("-progress")?;
        let months = done.as_of.month?;
        // Of a day, or of a figure that is only a bound, the difference is not known.
        if done.unit != "percent" || done.as_of.day.is_some() || done.qualifier != Qualifier::Exact
        {
            return None;
        }
        let gone = f64::from(months) * 100.0 / 12.0;
        Some(Self {
            done,
            months,
            gone: tenths(gone),
            ahead: tenths(done.value - gone),
            stated: indicators.iter().find(|other| {
                other.id.strip_suffix("-ahead") == Some(name) && other.unit == "percentage-points"
            }),
        })
    }

    fn is_stated_otherwise(&self) -> bool {
        self.stated
            .is_some_and(|stated| tenths(stated.value).total_cmp(&self.ahead).is_ne())
    }

    /// The difference, written as it is computed, and what the source says of it.
    pub(in crate::chart) fn arithmetic(&self, input: &ChartInput<'_>) -> String {
        let exact = (self.done.value - self.gone - self.ahead).abs() < 1e-6;
        let words = LaterMessage::PlanAgainstCalendar {
            done: format::number(self.done.value),
            gone: format::number(self.gone),
            equals: if exact { "=" } else { "≈" },
            points: format::number(self.ahead),
            standing: self.ahead.partial_cmp(&0.0).unwrap_or(Ordering::Equal),
        };
        let mut words = say(input, &words);
        if let Some(stated) = self.stated {
            words += &say(
                input,
                &if self.is_stated_otherwise() {
                    LaterMessage::StatedOtherwise(value(input, stated))
                } else {
                    LaterMessage::AsStated
                },
            );
        }
        words
    }

    /// How much of the year had gone.
    pub(in crate::chart) fn calendar(&self, input: &ChartInput<'_>) -> String {
        let words = LaterMessage::YearGone {
            date: date(input, self.done.as_of),
            months: self.months.into(),
            gone: format::number(self.gone),
        };
        say(input, &words)
    }
}

/// Key figures in words.
pub(in crate::chart) fn calendar(
    input: &ChartInput<'_>,
    indicators: &[Indicator],
    report: &Report<'_>,
) -> Description {
    let years = indicators.iter().map(|indicator| indicator.as_of.year);
    let (first, last) = (years.clone().min(), years.max());
    let year = |year: Option<u16>| format::year(year.unwrap_or_default().into(), input.locale);
    let title = match (first, last) {
        (Some(_), Some(_)) => {
            LaterMessage::CalendarTitle(format::period(&year(first), &year(last), input.locale))
        }
        (None, _) | (_, None) => {
            return Description {
                title: say(input, &LaterMessage::CalendarName),
                finding: say(input, &LaterMessage::NoIndicators),
            };
        }
    };
    Description {
        title: say(input, &title),
        finding: finding(input, indicators, &report.plans),
    }
}

fn finding(input: &ChartInput<'_>, indicators: &[Indicator], plans: &[Plan<'_>]) -> String {
    let ahead = plans.iter().filter(|plan| plan.ahead > 0.0);
    let most = plans.iter().map(|plan| plan.ahead).fold(0.0, f64::max);
    let mut parts = vec![say(
        input,
        &if plans.is_empty() {
            LaterMessage::IndicatorsReported(indicators.len() as u64)
        } else {
            LaterMessage::PlansAhead {
                plans: plans.len() as u64,
                ahead: ahead.count() as u64,
                most: format::number(most),
            }
        },
    )];
    let otherwise = plans.iter().filter(|plan| plan.is_stated_otherwise());
    parts.extend(otherwise.map(|plan| {
        let name = plan.done.label.get(input.locale);
        format!("{name} {}", plan.arithmetic(input))
    }));
    parts.join(&say(input, &Message::FindingSeparator))
}

/// The same as a table.
pub(in crate::chart) fn calendar_table(
    input: &ChartInput<'_>,
    indicators: &[Indicator],
) -> DataTable {
    if indicators.is_empty() {
        return DataTable::default();
    }
    let Report { plans, .. } = Report::new(indicators);
    let headings = [
        LaterMessage::IndicatorHeading,
        LaterMessage::IndicatorValueHeading,
        LaterMessage::AsOfHeading,
        LaterMessage::YearGoneHeading,
        LaterMessage::AheadHeading,
        LaterMessage::ContextHeading,
    ];
    let rows = indicators.iter().map(|indicator| {
        let plan = plans.iter().find(|plan| std::ptr::eq(plan.done, indicator));
        let number = |number: fn(&Plan<'_>) -> f64| {
            plan.map_or_else(
                || format::NO_NUMBER.to_owned(),
                |plan| format::number(number(plan)),
            )
        };
        vec![
            indicator.label.get(input.locale).to_string(),
            value(input, indicator),
            date(input, indicator.as_of),
            number(|plan| plan.gone),
            number(|plan| plan.ahead),
            indicator.context.get(input.locale).to_string(),
        ]
    });
    DataTable {
        headings: headings.map(|heading| say(input, &heading)).to_vec(),
        rows: rows.collect(),
    }
}

/// A figure with its unit, and how firmly it is stated.
pub(in crate::chart) fn value(input: &ChartInput<'_>, indicator: &Indicator) -> String {
    let amount = AmountUnit::parse(&indicator.unit).map(|unit| {
        format::money(
            indicator.value * unit.scale,
            unit.currency.code(),
            input.locale,
        )
    });
    let quantity = amount.unwrap_or_else(|| {
        let quantity = LaterMessage::Quantity {
            number: format::number(indicator.value),
            unit: indicator.unit.clone(),
        };
        say(input, &quantity)
    });
    match indicator.qualifier {
        Qualifier::Exact => quantity,
        Qualifier::MoreThan => say(input, &LaterMessage::MoreThan(quantity)),
        Qualifier::Expected => say(input, &LaterMessage::Expected(quantity)),
    }
}

/// Date and context of a figure: the last lines of its tooltip.
pub(in crate::chart) fn origin(input: &ChartInput<'_>, indicator: &Indicator) -> Vec<String> {
    let as_of = LaterMessage::AsOf(date(input, indicator.as_of));
    let context = indicator.context.get(input.locale).to_string();
    let lines = [say(input, &as_of), context];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

fn date(input: &ChartInput<'_>, date: PartialDate) -> String {
    let year = i32::from(date.year);
    match date.month {
        Some(month) => format::month(year, month.into(), input.locale),
        None => format::year(year, input.locale),
    }
}

fn tenths(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}
