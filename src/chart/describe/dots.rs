//! Projects one by one in words.

use std::rc::Rc;

use super::timeline::period_name;
use super::{empty, say};
use crate::chart::scene::{DataTable, Description, Telling, Told};
use crate::chart::spec::{ChartInput, Dots};
use crate::data::{CategoryField, Month, ProjectTable, words};
use crate::i18n::{LaterMessage, Locale, Message, Noun, Words, format};
use crate::query::{BucketKey, Period};

/// Every project in words.
pub(in crate::chart) fn dots(input: &ChartInput<'_>, dots: &Dots<'_>) -> Description {
    let title = say(input, &LaterMessage::DotsTitle);
    if dots.total.projects == 0 {
        return empty(input, title);
    }
    Description {
        title,
        finding: finding(input, dots),
    }
}

/// Whether the filters on date and amount leave the project.
fn is_brushed(input: &ChartInput<'_>, table: &ProjectTable, row: usize) -> bool {
    let filters = input.filters;
    (filters.period.is_open() || filters.period.contains(table.dates().get(row)))
        && (filters.amount.is_open() || filters.amount.contains(table.amount_per_project(row)))
}

fn finding(input: &ChartInput<'_>, dots: &Dots<'_>) -> String {
    let table = dots.table;
    let placed = dots
        .brushed_times
        .buckets
        .iter()
        .filter(|bucket| bucket.key != BucketKey::Undated);
    let placed = placed
        .map(|bucket| u64::from(bucket.totals.disclosed))
        .sum();
    let of = dots.total.projects.into();
    let is_open = input.filters.period.is_open() && input.filters.amount.is_open();
    let mut parts = vec![if is_open {
        LaterMessage::DotsPlaced { placed, of }
    } else {
        LaterMessage::DotsPicked {
            picked: dots.brushed_times.total.projects.into(),
            of,
            period: !input.filters.period.is_open(),
            amounts: !input.filters.amount.is_open(),
        }
    }];
    if let Some(Largest { row, amount, tied }) = largest(dots) {
        parts.push(if tied > 1 {
            let amount = super::money(input, amount);
            LaterMessage::DotsTied { tied, amount }
        } else {
            LaterMessage::DotsLargest {
                name: project_name(table, row, input.locale),
                amount: words::shown_amount(table, row, input.locale).unwrap_or_default(),
                year: table.dates().get(row).map_or_else(String::new, |date| {
                    format::year(date.year.into(), input.locale)
                }),
                of: placed,
            }
        });
    }
    if dots.total.unconverted > 0 && is_open {
        let count = format::count(dots.total.unconverted.into());
        parts.push(LaterMessage::from(Message::CoverageUnconverted { count }));
    }
    let words: Vec<String> = parts.iter().map(|part| say(input, part)).collect();
    words.join(&say(input, &Message::FindingSeparator))
}

/// The largest amount that has a place among the dots.
struct Largest {
    /// The first row that has it.
    row: usize,
    amount: f64,
    /// How many have it.
    tied: u64,
}

/// `None` where there is none, or where a row stands for several projects, whose amounts are not known one by one.
fn largest(dots: &Dots<'_>) -> Option<Largest> {
    let table = dots.table;
    let is_placed = |row: usize| dots.brushed.contains(row) && table.dates().is_stated(row);
    let order = table.by_amount().rows().iter().map(|&row| row as usize);
    if table.weights().is_some()
        && order
            .clone()
            .any(|row| table.projects(row) > 1 && is_placed(row))
    {
        return None;
    }
    let mut found: Option<Largest> = None;
    for row in order.rev() {
        let amount = table.amounts().get(row)?;
        if found
            .as_ref()
            .is_some_and(|largest| amount < largest.amount)
        {
            break;
        }
        if is_placed(row) {
            let tied = found.map_or(0, |largest| largest.tied) + 1;
            found = Some(Largest { row, amount, tied });
        }
    }
    found
}

/// The name of a project in the reader's language.
fn project_name(table: &ProjectTable, row: usize, locale: Locale) -> String {
    let name = table.name(row, locale);
    if name.is_empty() {
        Message::NotStated.text(locale).into_owned()
    } else {
        name.to_owned()
    }
}

/// What is told of a project: name, country, industry, date and amount.
pub(in crate::chart) fn project_telling(
    input: &ChartInput<'_>,
    table: &Rc<ProjectTable>,
    row: usize,
) -> Telling {
    let (table, locale) = (Rc::clone(table), input.locale);
    Telling::new(move || Told {
        title: project_name(&table, row, locale),
        lines: lines_of_project(&table, row, locale),
    })
}

fn lines_of_project(table: &ProjectTable, row: usize, locale: Locale) -> Vec<String> {
    let say = |words: &dyn Words| words.words(locale).into_owned();
    let not_stated = |heading: &LaterMessage| {
        let (field, name) = (say(heading), say(&Message::NotStated));
        say(&Message::ChipCategory { field, name })
    };
    let category = |field, noun| {
        let node = table.category(field).node(row);
        if node.is_unstated() {
            not_stated(&LaterMessage::from(Message::NounHeading(noun)))
        } else {
            node.name.get(locale).to_string()
        }
    };
    let mut country = category(CategoryField::Country, Noun::Country);
    let basis = table.category(CategoryField::CountryBasis).node(row);
    if &*basis.key == "company-seat" {
        country = format!("{country} · {}", say(&LaterMessage::SeatMark));
    }
    let amount = table.amounts().stated(row);
    vec![
        country,
        category(CategoryField::Industry, Noun::Industry),
        words::date_in_full(table, row, locale)
            .unwrap_or_else(|| not_stated(&Message::SigningHeading.into())),
        amount.map_or_else(
            || say(&LaterMessage::AmountUndisclosed),
            |_| say(&words::amount_in_full(table, row, locale)),
        ),
    ]
}

/// A row for each project of `rows`; what the filters on date and amount leave is marked where there are any.
pub(in crate::chart) fn project_table(
    input: &ChartInput<'_>,
    table: &ProjectTable,
    rows: &[usize],
) -> DataTable {
    let is_open = input.filters.period.is_open() && input.filters.amount.is_open();
    let mut headings = vec![
        LaterMessage::ColumnProject,
        LaterMessage::from(Message::NounHeading(Noun::Country)),
        LaterMessage::from(Message::NounHeading(Noun::Industry)),
        Message::SigningHeading.into(),
        LaterMessage::from(Message::AmountHeading(input.currency.code())),
    ];
    if !is_open {
        headings.push(Message::LegendSelected.into());
    }
    let cells = |&row: &usize| {
        let category = |field| super::name(input, table.category(field).node(row));
        let mut cells = vec![
            project_name(table, row, input.locale),
            category(CategoryField::Country),
            category(CategoryField::Industry),
            table
                .dates()
                .get(row)
                .map_or_else(|| format::NO_NUMBER.to_owned(), |date| date.to_string()),
            match table.amounts().get(row) {
                Some(amount) => format::money_in_table(amount, input.locale),
                None => words::stated_amount(table, row, input.locale)
                    .unwrap_or_else(|| say(input, &LaterMessage::AmountUndisclosed)),
            },
        ];
        if !is_open {
            let mark = if is_brushed(input, table, row) {
                "✓"
            } else {
                ""
            };
            cells.push(mark.to_owned());
        }
        cells
    };
    DataTable {
        headings: headings.iter().map(|heading| say(input, heading)).collect(),
        rows: rows.iter().map(cells).collect(),
    }
}

/// When the projects of a block were signed, in words: from a month to another that is not in it.
pub(in crate::chart) fn block_period(input: &ChartInput<'_>, months: Option<(i32, i32)>) -> String {
    match months {
        Some((first, after)) => period_name(input, Period::between(Month(first), Month(after - 1))),
        None => say(input, &LaterMessage::Undated),
    }
}

/// What the projects of a block amount to, in words: from an amount to another.
pub(in crate::chart) fn block_amounts(
    input: &ChartInput<'_>,
    amounts: &Result<[f64; 2], LaterMessage>,
) -> String {
    match amounts {
        Ok([min, max]) => {
            let max = (*max < f64::MAX).then_some(*max);
            format::open_amount_range(Some(*min), max, input.currency.code(), input.locale)
        }
        Err(words) => say(input, words),
    }
}

/// A table of blocks, without its rows.
pub(in crate::chart) fn block_table(input: &ChartInput<'_>) -> DataTable {
    let headings = [
        Message::SigningHeading.into(),
        LaterMessage::ColumnAmount,
        Message::ProjectsHeading.into(),
    ];
    DataTable {
        headings: headings.iter().map(|heading| say(input, heading)).collect(),
        rows: Vec::new(),
    }
}
