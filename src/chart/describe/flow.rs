//! From region through industry to host city, in words.

use super::{MOST_NAMES, empty, join, leaders, noun, picked_finding, row, say, table, telling_and};
use crate::chart::scene::{DataTable, Description, Telling};
use crate::chart::spec::{ChartInput, Flow};
use crate::data::{CategoryField, CategoryTree};
use crate::i18n::{LaterMessage, Message};
use crate::query::{Measure, Totals};

/// A value or a band of the flow.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::chart) struct FlowPart {
    /// Its name.
    pub name: String,
    /// Whether it is a band between two values that have names of their own.
    pub is_path: bool,
    /// What the filters on other fields leave of it, and what passes every filter.
    pub totals: [Totals; 2],
}

/// The flow in words; `parts` are what the chart draws, in reading order.
pub(in crate::chart) fn flow(
    input: &ChartInput<'_>,
    flow: &Flow<'_>,
    parts: &[FlowPart],
) -> Description {
    let title = say(
        input,
        &match input.measure {
            Measure::Projects => LaterMessage::FlowByProjects,
            Measure::Amount => LaterMessage::FlowByAmount,
        },
    );
    let total = &flow.coming.total;
    if total.projects == 0 {
        return empty(input, title);
    }
    let picked = picked_names(input, flow);
    let finding = if !picked.is_empty() {
        picked_finding(input, picked.join(" · "), &flow.coming_picked.total)
    } else if input.measure == Measure::Amount && total.disclosed == 0 {
        say(input, &Message::NoneDisclosed(total.projects.into()))
    } else {
        let paths: Vec<(String, Totals)> = parts
            .iter()
            .filter(|part| part.is_path)
            .map(|part| (part.name.clone(), part.totals[0]))
            .collect();
        let widest = leaders(input, &paths).pop();
        widest.unwrap_or_else(|| say(input, &Message::NoneStated(total.projects.into())))
    };
    Description { title, finding }
}

/// The same as a table.
pub(in crate::chart) fn flow_table(input: &ChartInput<'_>, parts: &[FlowPart]) -> DataTable {
    let rows = parts
        .iter()
        .map(|part| row(input, &part.name, &part.totals[0], &part.totals[1]));
    let mut table = table(input, &LaterMessage::FlowHeading, rows.collect());
    if let Some(heading) = table.headings.last_mut() {
        *heading = say(input, &LaterMessage::FlowPickedHeading);
    }
    table
}

/// What is picked of the fields of the flow, in words, a text for each field that has picks.
fn picked_names(input: &ChartInput<'_>, flow: &Flow<'_>) -> Vec<String> {
    let fields: [(CategoryField, &CategoryTree); 3] = [
        (CategoryField::Country, flow.countries),
        (CategoryField::Industry, flow.industries),
        (CategoryField::Place, flow.places),
    ];
    let mut words = Vec::new();
    for (field, tree) in fields {
        let mut names = Vec::new();
        for key in input.filters.picks(field) {
            names.push(match tree.code(key) {
                Some(code) => super::name(input, tree.node(code)),
                None => key.to_string(),
            });
        }
        match names.len() {
            0 => {}
            1..=MOST_NAMES => words.push(join(input, &names)),
            many => words.push(say(input, &Message::PickedMany(noun(field), many as u64))),
        }
    }
    words
}

/// What is told of a part: what the filters on other fields leave, then how much of it is picked.
pub(in crate::chart) fn flow_telling(input: &ChartInput<'_>, part: &FlowPart) -> Telling {
    let [shown, picked] = &part.totals;
    let is_part = picked.projects < shown.projects;
    let picked = is_part.then(|| LaterMessage::FlowPicked(picked.projects.into()));
    let name = part.name.clone();
    telling_and(input, move |_| name.clone(), shown, picked)
}
