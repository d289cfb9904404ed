//! The values of one field in words.

use super::{MOST_NAMES, empty, join, leaders, picked_finding, row, say, share, table};
use crate::chart::scene::Description;
use crate::chart::spec::{Categories, ChartInput};
use crate::data::{CategoryField, CategoryNode, NodeCode};
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
    let node = |bucket: &RankedBucket| values.tree.node(bucket.code);
    let rows = all.iter().map(|bucket| {
        row(
            input,
            &name(input, node(bucket)),
            &bucket.selected,
            &bucket.whole,
        )
    });
    let table = table(input, &Message::NounHeading(noun), rows.collect());
    if values.selected.total.projects == 0 {
        return Description {
            table,
            ..empty(input, title)
        };
    }
    let finding = if input.filters.picks(values.field).is_empty() {
        let stated: Vec<(String, Totals)> = all
            .iter()
            .filter(|bucket| !node(bucket).is_unstated() && bucket.selected.projects > 0)
            .map(|bucket| (name(input, node(bucket)), bucket.selected))
            .collect();
        finding(input, noun, &stated)
    } else {
        let mut totals = Totals::default();
        let mut names = Vec::new();
        for bucket in all
            .iter()
            .filter(|bucket| is_picked(input, values, bucket.code))
        {
            totals.add(&bucket.selected);
            names.push(name(input, node(bucket)));
        }
        let words = if (1..=MOST_NAMES).contains(&names.len()) {
            join(input, &names)
        } else {
            say(input, &Message::PickedMany(noun, names.len() as u64))
        };
        picked_finding(input, words, &totals)
    };
    Description {
        title,
        finding,
        table,
    }
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
    let picks = input.filters.picks(values.field);
    std::iter::successors(Some(code), |&code| values.tree.node(code).parent)
        .any(|code| picks.contains(&values.tree.node(code).key))
}

fn finding(input: &ChartInput<'_>, noun: Noun, stated: &[(String, Totals)]) -> String {
    let total = input.shown_total();
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
        return say(
            input,
            &Message::AllOfOne {
                noun,
                projects,
                name,
            },
        );
    }
    let mut parts = leaders(input, stated);
    let mut amounts: Vec<f64> = stated
        .iter()
        .filter(|(_, totals)| totals.disclosed > 0)
        .map(|(_, totals)| totals.amount_cny)
        .collect();
    if amounts.len() > 3 {
        let three = sum_of_largest(&mut amounts, 3);
        let hold = share(three, total.amount_cny);
        parts.extend(hold.map(|share| say(input, &Message::ThreeLargestHold(share))));
    }
    parts.join(&say(input, &Message::FindingSeparator))
}
