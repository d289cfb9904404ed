//! The projects behind the numbers, each with its source.

use std::cmp::Reverse;

use yew::prelude::*;

use crate::data::{AmountBound, CategoryField, ProjectTable};
use crate::i18n::{Locale, Message, format};
use crate::query::BitSet;
use crate::ui::shared::{ByPointer, source_link};

/// Rows that are shown at first, and added at each request.
const STEP: usize = 20;

/// What the list of projects shows.
#[derive(Debug, PartialEq, Properties)]
pub struct ProjectListProps {
    /// All projects.
    pub table: ByPointer<ProjectTable>,
    /// Rows that pass every filter.
    pub rows: ByPointer<BitSet>,
    /// The language of the page.
    pub locale: Locale,
}

/// The newest projects first, as many as the reader asks for.
#[component]
pub fn ProjectList(props: &ProjectListProps) -> Html {
    let shown = use_state(|| STEP);
    {
        let shown = shown.clone();
        use_effect_with(props.rows.clone(), move |_| shown.set(STEP));
    }
    let sorted = use_memo(
        (props.table.clone(), props.rows.clone()),
        |(table, rows)| newest_first(table, rows),
    );
    let locale = props.locale;
    let visible = (*shown).min(sorted.len());
    let more = (sorted.len() - visible).min(STEP);
    let count = |count: usize| format::count(count as u64);
    let headings = [
        Message::ColumnProject,
        Message::ColumnPartner,
        Message::ColumnCountry,
        Message::ColumnSigned,
        Message::ColumnAmount,
        Message::ColumnSource,
    ];
    html! {
        <section class="projects" aria-labelledby="projects-heading">
            <header>
                <h2 id="projects-heading">{ Message::ProjectListHeading.text(locale) }</h2>
                <p class="muted">{ Message::ListedProjects { shown: count(visible), all: count(sorted.len()) }.text(locale) }</p>
            </header>
            <table>
                <thead>
                    <tr>{ for headings.iter().map(|heading| html! { <th scope="col">{ heading.text(locale) }</th> }) }</tr>
                </thead>
                <tbody>{ for sorted[..visible].iter().map(|&row| project(&props.table, row, locale)) }</tbody>
            </table>
            if more > 0 {
                <button type="button" onclick={move |_| shown.set(*shown + STEP)}>
                    { Message::ShowMoreProjects { count: count(more) }.text(locale) }
                </button>
            }
        </section>
    }
}

/// Undated projects last, then as in the table.
fn newest_first(table: &ProjectTable, rows: &BitSet) -> Vec<usize> {
    let mut sorted: Vec<usize> = rows.iter().collect();
    sorted.sort_by_key(|&row| Reverse(table.dates().get(row)));
    sorted
}

fn project(table: &ProjectTable, row: usize, locale: Locale) -> Html {
    let country = table.category(CategoryField::Country).node(row);
    let from_seat = table
        .category(CategoryField::CountryBasis)
        .node(row)
        .key
        .as_ref()
        == "company-seat";
    let label = |message: Message| message.text(locale);
    html! {
        <tr key={table.id(row)}>
            <th scope="row" data-label={label(Message::ColumnProject)}>{ table.name(row, locale) }</th>
            <td data-label={label(Message::ColumnPartner)}>{ table.partner(row) }</td>
            <td data-label={label(Message::ColumnCountry)}>
                { &**country.name.get(locale) }
                if from_seat {
                    <span class="tag">{ label(Message::SeatMark) }</span>
                }
            </td>
            <td class="figure" data-label={label(Message::ColumnSigned)}>
                { table.dates().get(row).map(|date| date.to_string()).unwrap_or_default() }
            </td>
            <td class="figure" data-label={label(Message::ColumnAmount)}>{ amount(table, row, locale) }</td>
            <td data-label={label(Message::ColumnSource)}>{ source_link(&table.source(row), locale) }</td>
        </tr>
    }
}

/// The amount in yuan, with the amount as stated where that is another currency.
fn amount(table: &ProjectTable, row: usize, locale: Locale) -> Html {
    let Some(stated) = table.amounts().stated(row) else {
        return html! { <span class="muted">{ Message::NoAmount.text(locale) }</span> };
    };
    let bound = match stated.bound {
        AmountBound::Exact => None,
        AmountBound::About => Some(Message::BoundAbout),
        AmountBound::AtLeast => Some(Message::BoundAtLeast),
        AmountBound::AtMost => Some(Message::BoundAtMost),
    };
    let foreign = format::money(
        stated.value * stated.unit.scale,
        stated.unit.currency.code(),
        locale,
    );
    let cny = table
        .amounts()
        .cny(row)
        .map(|cny| format::money_cny(cny, locale));
    let is_yuan = stated.unit.currency.code() == "CNY";
    html! {
        <>
            if let Some(bound) = bound {
                <span class="muted">{ bound.text(locale) }{ " " }</span>
            }
            { cny.clone().unwrap_or_else(|| foreign.clone()) }
            if cny.is_some() && !is_yuan {
                <small class="muted">{ foreign }</small>
            }
        </>
    }
}
