//! A chart's content as a table.

use yew::prelude::*;

use super::Shown;
use crate::chart::{ChartKind, DataTable, TextMeasure, data_table};

/// The table behind a chart of this title.
pub(in crate::ui) fn chart_table(
    kind: ChartKind,
    shown: &Shown,
    title: &str,
    text: &dyn TextMeasure,
) -> Html {
    let content = shown.findings.content(kind);
    let DataTable { headings, rows } = &data_table(&shown.input(content, text));
    let of_column = |column: usize| {
        let mut cells = rows.iter().filter_map(|cells| cells.get(column));
        (column > 0 && cells.all(|cell| is_figure(cell))).then_some("figure")
    };
    let classes: Vec<Option<&str>> = (0..headings.len()).map(of_column).collect();
    let row = |cells: &Vec<String>| {
        html! {
            <tr>
                { for cells.iter().zip(&classes).enumerate().map(|(column, (cell, &class))| if column == 0 {
                    html! { <th scope="row">{ cell }</th> }
                } else {
                    html! { <td {class}>{ cell }</td> }
                }) }
            </tr>
        }
    };
    let heading = |(heading, &class): (&String, &Option<&'static str>)| {
        html! { <th scope="col" {class}>{ heading }</th> }
    };
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={title.to_owned()}>
            <table>
                <caption class="visually-hidden">{ title }</caption>
                <thead>
                    <tr>{ for headings.iter().zip(&classes).map(heading) }</tr>
                </thead>
                <tbody>{ for rows.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

/// Whether a cell is a number, or says that there is none: such columns are read from their right edge.
fn is_figure(cell: &str) -> bool {
    cell.chars()
        .all(|letter| letter.is_ascii_digit() || " .,%+-−–≥≤<>".contains(letter))
}
