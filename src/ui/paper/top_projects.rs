//! The largest projects, and where each is reported.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::collation::Collator;
use crate::data::words::shown_amount;
use crate::data::{CategoryField, ProjectTable, Source};
use crate::i18n::{LaterMessage, Locale, Message, format};
use crate::query::{BitSet, TableColumn, TableSort, listed_rows, shown_category, table_order};
use crate::ui::projects::words::column_name;

/// Projects that are printed.
const MOST: usize = 20;

/// The largest projects of `rows`, each with the number of its source, and the sources.
pub(super) fn top_projects(table: &Rc<ProjectTable>, rows: &BitSet, locale: Locale) -> Html {
    let sort = TableSort::first_by(TableColumn::Amount);
    let order = table_order(table, sort, locale, &Collator::new(locale));
    let listed = listed_rows(&order, rows);
    if listed.is_empty() {
        return Html::default();
    }
    let shown = || listed.iter().take(MOST).map(|&row| row as usize);
    let mut sources: Vec<Source<'_>> = Vec::new();
    for source in shown().map(|row| table.source(row)) {
        if !source.title.is_empty() && !sources.contains(&source) {
            sources.push(source);
        }
    }
    let number = |row: usize| {
        let source = table.source(row);
        sources.iter().position(|known| *known == source)
    };
    let columns = [
        TableColumn::Name,
        TableColumn::Country,
        TableColumn::Industry,
        TableColumn::Signed,
        TableColumn::Amount,
        TableColumn::Source,
    ];
    let heading = LaterMessage::LargestProjects {
        shown: shown().count() as u64,
        of: listed.len() as u64,
    };
    let line = |row: usize| {
        html! {
            <tr>
                <th scope="row">
                    { table.name(row, locale) }
                    <small>{ table.partner(row) }</small>
                </th>
                <td>{ category(table, CategoryField::Country, row, locale) }</td>
                <td>{ category(table, CategoryField::Industry, row, locale) }</td>
                <td>{ table.dates().get(row).map_or_else(|| format::NO_NUMBER.to_owned(), |date| date.to_string()) }</td>
                <td class="figure">
                    { shown_amount(table, row, locale).unwrap_or_else(|| Message::NoAmount.text(locale).into_owned()) }
                </td>
                <td class="figure">{ number(row).map(|place| format!("[{}]", place + 1)) }</td>
            </tr>
        }
    };
    html! {
        <section>
            <h2>{ heading.text(locale) }</h2>
            <table>
                <thead>
                    <tr>{ for columns.map(|column| html! { <th scope="col">{ column_name(column).text(locale) }</th> }) }</tr>
                </thead>
                <tbody>{ for shown().map(line) }</tbody>
            </table>
            if !sources.is_empty() {
                <h2>{ LaterMessage::Sources.text(locale) }</h2>
                <ol>{ for sources.iter().map(source) }</ol>
            }
        </section>
    }
}

fn category(table: &ProjectTable, field: CategoryField, row: usize, locale: Locale) -> String {
    shown_category(table, field, row)
        .map(|node| node.name.get(locale).to_string())
        .unwrap_or_default()
}

/// The title, and the address in letters: paper cannot be pressed. Of a copy the host alone.
fn source(source: &Source<'_>) -> Html {
    html! {
        <li>
            { source.title }
            { " " }
            <span class="muted">{ source.link().unwrap_or(source.domain()) }</span>
        </li>
    }
}
