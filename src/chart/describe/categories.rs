//! The values of one field in words.

use super::{MOST_NAMES, empty, join, leaders, picked_finding, row, say, share, table};
use crate::chart::scene::{DataTable, Description};
use crate::chart::spec::{Categories, ChartInput};
use crate::data::{CategoryField, CategoryNode, CategoryTree, NodeCode};
use crate::i18n::{Message, Noun};
use crate::query::{Measure, RankedBucket, Totals, sum_of_largest};

/// What the values of a field are.
pub(in crate::chart) const fn noun(field: CategoryField) -> Noun {
    match field {
        CategoryField::Country => Noun::Country,
        CategoryField::Industry => Noun::Industry,
        CategoryField::Place => Noun::City,
        CategoryField::Event => Noun::Event,
        CategoryField::Mode => Noun::Mode,
        CategoryField::Stage => Noun::Stage,
        CategoryField::Disclosure => Noun::Disclosure,
        CategoryField::CountryBasis => Noun::CountryBasis,
    }
}

/// Ranked values in words; `all` holds the folded ones too.
pub(in crate::chart) fn ranked(
    input: &ChartInput<'_>,
    values: &Categories<'_>,
    all: &[RankedBucket],
) -> Description {
    let noun = noun(values.field);
    let title = say(
        input,
        &match input.measure {
            Measure::Projects => Message::TitleByProjects(noun),
            Measure::Amount => Message::TitleByAmount(noun),
        },
    );
    if values.selected.total.projects == 0 {
        return empty(input, title);
    }
    let node = |bucket: &RankedBucket| values.tree.node(bucket.code);
    let finding = if input.filters.picks(values.field).is_empty() {
        let stated: Vec<(String, Totals)> = all
            .iter()
            .filter(|bucket| !node(bucket).is_unstated() && bucket.selected.projects > 0)
            .map(|bucket| (name(input, node(bucket)), bucket.selected))
            .collect();
        finding(input, noun, &stated)
    } else {
        let picked = all
            .iter()
            .filter(|bucket| is_picked(input, values, bucket.code));
        let picked = picked.map(|bucket| (name(input, node(bucket)), bucket.selected));
        picked_values(input, noun, &picked.collect::<Vec<_>>())
    };
    Description { title, finding }
}

/// The same as a table.
pub(in crate::chart) fn ranked_table(
    input: &ChartInput<'_>,
    values: &Categories<'_>,
    all: &[RankedBucket],
) -> DataTable {
    let rows = all.iter().map(|bucket| {
        let name = name(input, values.tree.node(bucket.code));
        row(input, &name, &bucket.selected, &bucket.whole)
    });
    let heading = Message::NounHeading(noun(values.field));
    table(input, &heading, rows.collect())
}

/// The name of a value.
pub(in crate::chart) fn name(input: &ChartInput<'_>, node: &CategoryNode) -> String {
    node.name.get(input.locale).to_string()
}

/// Whether the value or one above it is picked.
pub(in crate::chart) fn is_picked(
    input: &ChartInput<'_>,
    values: &Categories<'_>,
    code: NodeCode,
) -> bool {
    is_picked_in(input, values.field, values.tree, code)
}

/// Whether the value of a field or one above it is picked.
pub(in crate::chart) fn is_picked_in(
    input: &ChartInput<'_>,
    field: CategoryField,
    tree: &CategoryTree,
    code: NodeCode,
) -> bool {
    let picks = input.filters.picks(field);
    std::iter::successors(Some(code), |&code| tree.node(code).parent)
        .any(|code| picks.contains(&tree.node(code).key))
}

/// What is picked and what it adds up to.
pub(super) fn picked_values(
    input: &ChartInput<'_>,
    noun: Noun,
    picked: &[(String, Totals)],
) -> String {
    let mut totals = Totals::default();
    for (_, picked) in picked {
        totals.add(picked);
    }
    let names: Vec<String> = picked.iter().map(|(name, _)| name.clone()).collect();
    picked_finding(input, picked_names(input, noun, &names), &totals)
}

/// The names of what is picked, or how many there are.
pub(super) fn picked_names(input: &ChartInput<'_>, noun: Noun, names: &[String]) -> String {
    if (1..=MOST_NAMES).contains(&names.len()) {
        join(input, names)
    } else {
        say(input, &Message::PickedMany(noun, names.len() as u64))
    }
}

/// What there is to say where nothing leads: nothing stated, nothing disclosed, all of one value.
pub(super) fn without_leader(
    input: &ChartInput<'_>,
    noun: Noun,
    stated: &[(String, Totals)],
) -> Option<String> {
    let total = input.shown_total();
    let projects = u64::from(total.projects);
    if stated.is_empty() {
        return Some(say(input, &Message::NoneStated(projects)));
    }
    if input.measure == Measure::Amount && total.disclosed == 0 {
        return Some(say(input, &Message::NoneDisclosed(projects)));
    }
    if let [(name, only)] = stated
        && only.projects == total.projects
    {
        let name = name.clone();
        let all = Message::AllOfOne {
            noun,
            projects,
            name,
        };
        return Some(say(input, &all));
    }
    None
}

fn finding(input: &ChartInput<'_>, noun: Noun, stated: &[(String, Totals)]) -> String {
    if let Some(plain) = without_leader(input, noun, stated) {
        return plain;
    }
    let mut parts = leaders(input, stated);
    let mut amounts: Vec<f64> = stated
        .iter()
        .filter(|(_, totals)| totals.disclosed > 0)
        .map(|(_, totals)| totals.amount)
        .collect();
    if amounts.len() > 3 {
        let three = sum_of_largest(&mut amounts, 3);
        let hold = share(three, input.shown_total().amount);
        parts.extend(hold.map(|share| say(input, &Message::ThreeLargestHold(share))));
    }
    parts.join(&say(input, &Message::FindingSeparator))
}
