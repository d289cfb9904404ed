//! Two fields against each other in words.

use super::categories::{picked_names, picked_values};
use super::{empty, is_picked_in, leaders, name, noun, picked_finding, say};
use crate::chart::scene::{DataTable, Description};
use crate::chart::spec::{ChartInput, Matrix};
use crate::data::{CategoryField, CategoryTree, NodeCode};
use crate::i18n::{LaterMessage, Message, format};
use crate::query::{Measure, Totals};

/// The rows and columns that are shown, sums included.
pub(in crate::chart) struct MatrixTable {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The names of the rows and what they have in each column.
    pub rows: Vec<(String, Vec<Totals>)>,
}

/// Two fields against each other in words.
pub(in crate::chart) fn matrix(input: &ChartInput<'_>, matrix: &Matrix<'_>) -> Description {
    let title = match input.measure {
        Measure::Projects => LaterMessage::MatrixByProjects,
        Measure::Amount => LaterMessage::MatrixByAmount,
    };
    let title = say(input, &title);
    if matrix.selected.total.projects == 0 {
        return empty(input, title);
    }
    Description {
        title,
        finding: finding(input, matrix),
    }
}

/// The same as a table.
pub(in crate::chart) fn matrix_table(
    input: &ChartInput<'_>,
    matrix: &Matrix<'_>,
    shown: MatrixTable,
) -> DataTable {
    let in_unit = |name: String| match input.measure {
        Measure::Projects => LaterMessage::InProjects(name),
        Measure::Amount => LaterMessage::InAmount {
            name,
            currency: input.currency.code(),
        },
    };
    let [row_field, _] = matrix.selected.fields;
    let columns = shown.columns.into_iter();
    let cells = |cells: &[Totals]| -> Vec<String> {
        cells.iter().map(|totals| cell(input, totals)).collect()
    };
    DataTable {
        headings: std::iter::once(say(input, &Message::NounHeading(noun(row_field))))
            .chain(columns.map(|name| say(input, &in_unit(name))))
            .collect(),
        rows: shown
            .rows
            .into_iter()
            .map(|(name, totals)| [vec![name], cells(&totals)].concat())
            .collect(),
    }
}

/// The value of a cell in the unit of its heading; what is not disclosed is counted.
fn cell(input: &ChartInput<'_>, totals: &Totals) -> String {
    match input.measure {
        Measure::Projects => format::count(totals.projects.into()),
        Measure::Amount if totals.disclosed > 0 => {
            format::money_in_table(totals.amount, input.locale)
        }
        Measure::Amount if totals.projects > 0 => {
            let left_out = totals.not_in_sum().into();
            say(input, &Message::UndisclosedCount(left_out))
        }
        Measure::Amount => format::NO_NUMBER.to_owned(),
    }
}

/// What is picked, or the cell that leads.
fn finding(input: &ChartInput<'_>, matrix: &Matrix<'_>) -> String {
    let total = input.shown_total();
    let projects = u64::from(total.projects);
    let [row_field, column_field] = matrix.selected.fields;
    let sides = [(row_field, matrix.rows), (column_field, matrix.columns)];
    if sides
        .iter()
        .any(|(field, _)| !input.filters.picks(*field).is_empty())
    {
        return picked(input, matrix, sides);
    }
    if input.measure == Measure::Amount && total.disclosed == 0 {
        return say(input, &Message::NoneDisclosed(projects));
    }
    let mut stated: Vec<(String, Totals)> = Vec::new();
    for cell in &matrix.selected.cells {
        let row = matrix.rows.node(cell.codes[0]);
        let column = matrix.columns.node(cell.codes[1]);
        if !row.is_unstated() && !column.is_unstated() {
            let country = name(input, row);
            let industry = name(input, column);
            let words = LaterMessage::InIndustry { country, industry };
            stated.push((say(input, &words), cell.totals));
        }
    }
    match &stated[..] {
        [] => say(input, &Message::NoneStated(projects)),
        [only] => picked_values(input, noun(row_field), std::slice::from_ref(only)),
        stated => leaders(input, stated).concat(),
    }
}

fn picked(
    input: &ChartInput<'_>,
    matrix: &Matrix<'_>,
    sides: [(CategoryField, &CategoryTree); 2],
) -> String {
    let is_picked = |side: usize, code: NodeCode| {
        let (field, tree) = sides[side];
        input.filters.picks(field).is_empty() || is_picked_in(input, field, tree, code)
    };
    let mut totals = Totals::default();
    for cell in &matrix.selected.cells {
        if is_picked(0, cell.codes[0]) && is_picked(1, cell.codes[1]) {
            totals.add(&cell.totals);
        }
    }
    let names = sides.map(|(field, tree)| {
        let picks = input.filters.picks(field).iter();
        let nodes = picks.filter_map(|key| Some(tree.node(tree.code(key)?)));
        let names: Vec<String> = nodes.map(|node| name(input, node)).collect();
        (!names.is_empty()).then(|| picked_names(input, noun(field), &names))
    });
    let words = match names {
        [Some(one), Some(other)] => format!("{one} × {other}"),
        [one, other] => one.or(other).unwrap_or_default(),
    };
    picked_finding(input, words, &totals)
}
