//! A chart's content as a table.

use yew::prelude::*;

use crate::chart::{DataTable, Description};

/// The table behind a chart.
pub(super) fn data_table(description: &Description) -> Html {
    let DataTable { headings, rows } = &description.table;
    let row = |cells: &Vec<String>| {
        html! {
            <tr>
                { for cells.iter().enumerate().map(|(column, cell)| if column == 0 {
                    html! { <th scope="row">{ cell }</th> }
                } else {
                    html! { <td class="figure">{ cell }</td> }
                }) }
            </tr>
        }
    };
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={description.title.clone()}>
            <table>
                <caption class="visually-hidden">{ &description.title }</caption>
                <thead>
                    <tr>{ for headings.iter().map(|heading| html! { <th scope="col">{ heading }</th> }) }</tr>
                </thead>
                <tbody>{ for rows.iter().map(row) }</tbody>
            </table>
        </div>
    }
}
