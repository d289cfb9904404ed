//! The key figures: the selection, and the whole beside it.

use std::rc::Rc;

use yew::prelude::*;

use crate::data::ProjectTable;
use crate::i18n::{Locale, Message, format};
use crate::query::{Overview, Totals};
use crate::state::{Action, Findings};
use crate::ui::shared::ByPointer;

/// What the key figures are computed from.
#[derive(Debug, PartialEq, Properties)]
pub struct KeyFiguresProps {
    /// Every number on the screen.
    pub findings: ByPointer<Findings>,
    /// The projects, for the name of the largest.
    pub table: ByPointer<ProjectTable>,
    /// The language of the page.
    pub locale: Locale,
    /// Receives what the reader does.
    pub on_action: Callback<Action>,
}

/// One figure: its name, its value, and what stands under it.
struct Figure {
    key: &'static str,
    name: Message,
    value: String,
    notes: Vec<String>,
    /// The row of the project that the figure is about.
    project: Option<usize>,
}

/// The strip of key figures.
#[component]
pub fn KeyFigures(props: &KeyFiguresProps) -> Html {
    let locale = props.locale;
    let figures = figures(&props.findings, &props.table, locale);
    let project = |row: usize| {
        let id: Rc<str> = props.table.id(row).into();
        let open = props
            .on_action
            .reform(move |_| Action::OpenProject(Some(Rc::clone(&id))));
        html! {
            <dd class="kpi-note">
                <button type="button" class="link" onclick={open}>{ props.table.name(row, locale) }</button>
            </dd>
        }
    };
    let figure = |figure: Figure| {
        html! {
            <div class="kpi" data-kpi={figure.key}>
                <dt>{ figure.name.text(locale) }</dt>
                <dd class="kpi-value">{ figure.value }</dd>
                { for figure.notes.into_iter().map(|note| html! { <dd class="kpi-note">{ note }</dd> }) }
                { for figure.project.map(project) }
            </div>
        }
    };
    html! {
        <section class="kpis" aria-label={Message::KeyFigures.text(locale)}>
            <dl>{ for figures.into_iter().map(figure) }</dl>
        </section>
    }
}

fn figures(findings: &Findings, table: &ProjectTable, locale: Locale) -> Vec<Figure> {
    let (selected, whole) = (&findings.selected, &findings.whole.overview);
    let money = |amount: Option<f64>| {
        let currency = table.amounts().currency();
        amount.map(|amount| format::money(amount, currency.code(), locale))
    };
    // Without a project there is nothing to disclose.
    let undisclosed = || match selected.totals.projects {
        0 => format::NO_NUMBER.to_owned(),
        _ => Message::NoAmount.text(locale).into_owned(),
    };
    let compared = |whole: String| Message::KpiWhole { whole }.text(locale).into_owned();
    let sum =
        |overview: &Overview| (overview.totals.disclosed > 0).then_some(overview.totals.amount);
    let largest = selected.largest_row;
    vec![
        Figure {
            key: "projects",
            name: Message::KpiProjects,
            value: format::count(u64::from(selected.totals.projects)),
            notes: vec![
                Message::KpiOfWhole {
                    whole: format::count(u64::from(whole.totals.projects)),
                }
                .text(locale)
                .into_owned(),
            ],
            project: None,
        },
        Figure {
            key: "amount",
            name: Message::KpiAmount,
            value: money(sum(selected)).unwrap_or_else(undisclosed),
            notes: coverage(&selected.totals, locale),
            project: None,
        },
        Figure {
            key: "median",
            name: Message::KpiMedian,
            value: money(selected.median).unwrap_or_else(undisclosed),
            notes: money(whole.median).map(compared).into_iter().collect(),
            project: None,
        },
        Figure {
            key: "largest",
            name: Message::KpiLargest,
            value: money(largest.and_then(|row| table.amounts().get(row)))
                .unwrap_or_else(undisclosed),
            notes: Vec::new(),
            project: largest,
        },
        Figure {
            key: "top-five",
            name: Message::KpiTopFive,
            value: selected
                .top_five_share
                .map_or_else(undisclosed, format::percent),
            notes: whole
                .top_five_share
                .map(|share| compared(format::percent(share)))
                .into_iter()
                .collect(),
            project: None,
        },
        Figure {
            key: "countries",
            name: Message::KpiCountries,
            value: format::count(u64::from(selected.countries)),
            notes: vec![
                Message::KpiOfWhole {
                    whole: format::count(u64::from(whole.countries)),
                }
                .text(locale)
                .into_owned(),
            ],
            project: None,
        },
    ]
}

/// How many projects the sum covers, and how firm it is.
pub(super) fn coverage(totals: &Totals, locale: Locale) -> Vec<String> {
    let count = |count: u32| format::count(u64::from(count));
    let mut notes = vec![Message::Coverage {
        disclosed: count(totals.disclosed),
        projects: count(totals.projects),
    }];
    if totals.unconverted > 0 {
        notes.push(Message::CoverageUnconverted {
            count: count(totals.unconverted),
        });
    }
    if totals.inexact > 0 {
        notes.push(Message::CoverageInexact {
            count: count(totals.inexact),
        });
    }
    notes
        .into_iter()
        .map(|note| note.text(locale).into_owned())
        .collect()
}
