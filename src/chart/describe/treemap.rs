//! Sectors and their industries in words.

use super::categories::{picked_values, without_leader};
use super::{empty, leaders, name, noun, row, say, table};
use crate::chart::scene::{DataTable, Description};
use crate::chart::spec::{Categories, ChartInput};
use crate::data::NodeCode;
use crate::i18n::{LaterMessage, Message};
use crate::query::{BucketKey, Measure, Totals};

/// A value and the values below it, in the order in which they are shown; alone, it has none.
pub(in crate::chart) type Branch = (NodeCode, Vec<NodeCode>);

/// Values within values in words.
pub(in crate::chart) fn treemap(
    input: &ChartInput<'_>,
    values: &Categories<'_>,
    branches: &[Branch],
) -> Description {
    let title = say(
        input,
        &match input.measure {
            Measure::Projects => LaterMessage::SectorsByProjects,
            Measure::Amount => LaterMessage::SectorsByAmount,
        },
    );
    if values.selected.total.projects == 0 {
        return empty(input, title);
    }
    let node = |code: NodeCode| values.tree.node(code);
    let named = |code: NodeCode| (name(input, node(code)), selected(values, code));
    let picks = input.filters.picks(values.field);
    let finding = if picks.is_empty() {
        let stated = |codes: &mut dyn Iterator<Item = NodeCode>| -> Vec<(String, Totals)> {
            codes
                .filter(|&code| !node(code).is_unstated())
                .map(named)
                .filter(|(_, totals)| totals.projects > 0)
                .collect()
        };
        let outer = stated(&mut branches.iter().map(|(outer, _)| *outer));
        let inner = stated(&mut branches.iter().flat_map(|(_, inner)| inner.iter().copied()));
        finding(input, values, &outer, &inner)
    } else {
        let mut picked = Vec::new();
        for (outer, inner) in branches {
            if picks.contains(&node(*outer).key) {
                picked.push(named(*outer));
            } else {
                let inner = inner
                    .iter()
                    .filter(|&&code| picks.contains(&node(code).key));
                picked.extend(inner.map(|&code| named(code)));
            }
        }
        picked_values(input, noun(values.field), &picked)
    };
    Description { title, finding }
}

/// The same as a table.
pub(in crate::chart) fn treemap_table(
    input: &ChartInput<'_>,
    values: &Categories<'_>,
    branches: &[Branch],
) -> DataTable {
    let node = |code: NodeCode| values.tree.node(code);
    let full_row = |name: &str, code: NodeCode| {
        let whole = values.whole.of(BucketKey::Category(code));
        row(input, name, &selected(values, code), &whole)
    };
    let mut rows = Vec::new();
    for (outer, inner) in branches {
        let outer_name = name(input, node(*outer));
        rows.push(full_row(&outer_name, *outer));
        for &code in inner {
            let outer = outer_name.clone();
            let inner = name(input, node(code));
            let both = say(input, &LaterMessage::Within { outer, inner });
            rows.push(full_row(&both, code));
        }
    }
    table(input, &LaterMessage::SectorHeading, rows)
}

fn selected(values: &Categories<'_>, code: NodeCode) -> Totals {
    values.selected.of(BucketKey::Category(code))
}

/// Who leads above, then who leads below.
fn finding(
    input: &ChartInput<'_>,
    values: &Categories<'_>,
    outer: &[(String, Totals)],
    inner: &[(String, Totals)],
) -> String {
    let plain = |stated| without_leader(input, noun(values.field), stated);
    if let Some(plain) = plain(if inner.is_empty() { outer } else { inner }) {
        return plain;
    }
    let mut parts = match plain(outer) {
        Some(one) => vec![one],
        None => leaders(input, outer),
    };
    let inner = leaders(input, inner).into_iter();
    parts.extend(inner.map(|finding| say(input, &LaterMessage::AmongIndustries(finding))));
    parts.join(&say(input, &Message::FindingSeparator))
}
