//! Charts in words: title, finding, tooltip lines, table.
//!
//! A finding is computed from the same summaries as the marks, so that it is
//! true under the present filters. Its wording is in `i18n`.

mod calendar;
mod categories;
mod dots;
mod flow;
mod histogram;
mod matrix;
mod timeline;
mod treemap;

pub(super) use calendar::{Plan, Report, calendar, calendar_table, origin, value};
pub(super) use categories::{is_picked, is_picked_in, name, noun, ranked, ranked_table};
pub(super) use dots::{
    block_amounts, block_period, block_table, dots, project_table, project_telling,
};
pub(super) use flow::{FlowPart, flow, flow_table, flow_telling};
pub(super) use histogram::{
    amount_name, apart, bin_of, histogram, histogram_table, holds, range_of, touches,
};
pub(super) use matrix::{MatrixTable, matrix, matrix_table};
pub(super) use timeline::{bucket_name, timeline, timeline_table};
pub(super) use treemap::{treemap, treemap_table};

use super::scene::{DataTable, Description, Telling, Told};
use super::spec::ChartInput;
use crate::data::{CategoryNode, DisplayCurrency};
use crate::i18n::{Locale, Message, Words, format};
use crate::query::{Measure, Totals};

/// The most names that a finding lists.
const MOST_NAMES: usize = 3;

/// What an empty chart says.
pub(super) fn empty(input: &ChartInput<'_>, title: String) -> Description {
    let message = if input.whole_total().projects == 0 {
        Message::NoProjects
    } else {
        Message::NoMatch
    };
    Description {
        title,
        finding: say(input, &message),
    }
}

/// What the lines of a target depend on beside its own totals.
#[derive(Clone, Copy)]
struct Against {
    measure: Measure,
    currency: DisplayCurrency,
    locale: Locale,
    shown: Totals,
    whole: Totals,
}

impl Against {
    fn of(input: &ChartInput<'_>) -> Self {
        Self {
            measure: input.measure,
            currency: input.currency,
            locale: input.locale,
            shown: input.shown_total(),
            whole: input.whole_total(),
        }
    }

    /// What is said of so much of the totals, as `value` has it.
    fn shares(&self, value: impl Fn(&Totals) -> f64, totals: &Totals) -> Vec<Message> {
        let share = |of: &Totals| share(value(totals), value(of));
        let of_shown = (self.shown != self.whole).then(|| share(&self.shown));
        let of_shown = of_shown.flatten().map(Message::ShareOfShown);
        let of_whole = share(&self.whole).map(Message::ShareOfWhole);
        of_shown.into_iter().chain(of_whole).collect()
    }

    /// The sum with what is in it; `None` where nothing is, and that for another reason than that nothing is disclosed.
    fn amount_covered(&self, totals: &Totals) -> Option<Message> {
        if totals.disclosed > 0 {
            return Some(Message::AmountCovered {
                amount: format::money(totals.amount, self.currency.code(), self.locale),
                disclosed: totals.disclosed.into(),
                projects: totals.projects.into(),
            });
        }
        (totals.projects > 0 && totals.unconverted == 0)
            .then(|| Message::AmountOfNone(totals.projects.into()))
    }

    fn written(&self, messages: &[Message]) -> Vec<String> {
        let text = |message: &Message| message.words(self.locale).into_owned();
        messages.iter().map(text).collect()
    }

    /// Value, shares, what is not in a sum, and what is said last.
    fn lines(&self, totals: &Totals, last: Option<&dyn Words>) -> Vec<String> {
        let count = Message::ProjectCount(totals.projects.into());
        let mut messages = match self.measure {
            Measure::Projects => vec![count],
            Measure::Amount => vec![self.amount_covered(totals).unwrap_or(count)],
        };
        // Undisclosed is not zero: it has no share.
        if self.measure == Measure::Projects || totals.disclosed > 0 || totals.projects == 0 {
            messages.extend(self.shares(|totals| totals.value(self.measure), totals));
        }
        if self.measure == Measure::Projects {
            messages.extend(self.amount_covered(totals));
        }
        if (1..totals.projects).contains(&totals.undisclosed()) {
            messages.push(Message::UndisclosedCount(totals.undisclosed().into()));
        }
        if totals.unconverted > 0 {
            messages.push(Message::UnconvertedCount(totals.unconverted.into()));
        }
        let mut lines = self.written(&messages);
        lines.extend(last.map(|last| last.words(self.locale).into_owned()));
        lines
    }
}

/// What a target tells of totals: a name; value, shares and what is not in a sum.
pub(super) fn telling(
    input: &ChartInput<'_>,
    name: impl Fn(Locale) -> String + 'static,
    totals: &Totals,
) -> Telling {
    telling_and::<Message>(input, name, totals, None)
}

/// The same with something to say below.
pub(super) fn telling_and<W: Words + 'static>(
    input: &ChartInput<'_>,
    name: impl Fn(Locale) -> String + 'static,
    totals: &Totals,
    last: Option<W>,
) -> Telling {
    let (against, totals) = (Against::of(input), *totals);
    Telling::new(move || Told {
        title: name(against.locale),
        lines: against.lines(&totals, last.as_ref().map(|last| last as &dyn Words)),
    })
}

/// The name of a value, in the language of whoever reads it.
pub(super) fn name_of(node: &CategoryNode) -> impl Fn(Locale) -> String + 'static {
    let name = node.name.clone();
    move |locale| name.get(locale).to_string()
}

/// How many projects the sums leave out; `None` where they hold all.
pub(super) fn not_in_sums(input: &ChartInput<'_>) -> Option<String> {
    let total = input.shown_total();
    let message = Message::NotInSums {
        undisclosed: total.undisclosed().into(),
        unconverted: total.unconverted.into(),
    };
    (total.not_in_sum() > 0).then(|| say(input, &message))
}

/// The text of a message in the reader's language.
pub(super) fn say(input: &ChartInput<'_>, message: &impl Words) -> String {
    message.words(input.locale).into_owned()
}

/// An amount in words.
fn money(input: &ChartInput<'_>, amount: f64) -> String {
    format::money(amount, input.currency.code(), input.locale)
}

fn picked_finding(input: &ChartInput<'_>, picked: String, totals: &Totals) -> String {
    let message = match input.measure {
        Measure::Projects => Message::PickedProjects {
            picked,
            projects: totals.projects.into(),
            of: input.shown_total().projects.into(),
        },
        Measure::Amount if totals.disclosed == 0 => Message::PickedNoAmount {
            picked,
            projects: totals.projects.into(),
        },
        Measure::Amount => Message::PickedAmount {
            picked,
            amount: money(input, totals.amount),
            disclosed: totals.disclosed.into(),
            projects: totals.projects.into(),
        },
    };
    say(input, &message)
}

/// Who has most, ties named together; nothing where nobody has any.
fn leaders(input: &ChartInput<'_>, values: &[(String, Totals)]) -> Vec<String> {
    let value = |totals: &Totals| match input.measure {
        Measure::Projects => Some(f64::from(totals.projects)),
        Measure::Amount => (totals.disclosed > 0).then_some(totals.amount),
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
    let total = input.shown_total();
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
            let amount = money(input, most);
            if few {
                let share = share(most, total.amount);
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

/// A share, written; `None` where the whole is nothing or negative.
fn share(part: f64, whole: f64) -> Option<String> {
    let share = part / whole;
    (whole > 0.0 && share.is_finite()).then(|| format::percent(share))
}

fn table(input: &ChartInput<'_>, first: &dyn Words, rows: Vec<Vec<String>>) -> DataTable {
    let headings: [&dyn Words; 6] = [
        first,
        &Message::ProjectsHeading,
        &Message::ProjectShareHeading,
        &Message::AmountHeading(input.currency.code()),
        &Message::UndisclosedHeading,
        &Message::AllProjectsHeading,
    ];
    DataTable {
        headings: headings
            .map(|heading| heading.words(input.locale).into_owned())
            .to_vec(),
        rows,
    }
}

fn row(input: &ChartInput<'_>, name: &str, selected: &Totals, whole: &Totals) -> Vec<String> {
    let share = share(
        f64::from(selected.projects),
        f64::from(input.shown_total().projects),
    );
    let amount = if selected.disclosed > 0 {
        format::money_in_table(selected.amount, input.locale)
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
        format::count(selected.not_in_sum().into()),
        format::count(whole.projects.into()),
    ]
}
