//! The key figures: the selection, the whole beside it, and how each is computed.

mod rule;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};
use yew::prelude::*;

use crate::browser::element;
use crate::data::ProjectTable;
use crate::data::words::shown_amount;
use crate::i18n::{Locale, Message, format};
use crate::query::{Overview, Totals};
use crate::state::{Action, Findings};
use crate::ui::shared::{ByPointer, Icon};
pub use rule::{FigureRule, FigureRuleProps};

/// What the key figures are computed from.
#[derive(Debug, PartialEq, Properties)]
pub struct KeyFiguresProps {
    /// Every number on the screen.
    pub findings: ByPointer<Findings>,
    /// The projects, for the name of the largest.
    pub table: ByPointer<ProjectTable>,
    /// The language of the page.
    pub locale: Locale,
    /// Says how a figure is computed.
    pub explain: Callback<FigureRuleProps, Html>,
    /// Receives what the reader does.
    pub on_action: Callback<Action>,
}

/// A key figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureKey {
    /// How many projects there are.
    Projects,
    /// What their disclosed amounts add up to.
    Amount,
    /// The median of disclosed amounts.
    Median,
    /// The largest disclosed amount.
    Largest,
    /// The share of the five largest amounts.
    TopFive,
    /// How many countries and regions there are.
    Countries,
}

impl FigureKey {
    /// The key in the page's own markup.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Projects => "projects",
            Self::Amount => "amount",
            Self::Median => "median",
            Self::Largest => "largest",
            Self::TopFive => "top-five",
            Self::Countries => "countries",
        }
    }
}

/// From so many projects on the count and the amounts are so long that they need narrower letters beside each other.
const CROWDED_FROM: u32 = 1_000_000;

/// One figure: its name, its value, and what stands under it.
struct Figure {
    key: FigureKey,
    name: Message,
    value: String,
    notes: Vec<String>,
    /// The row of the project that the figure is about.
    project: Option<usize>,
}

/// The strip of key figures.
#[component]
pub fn KeyFigures(props: &KeyFiguresProps) -> Html {
    let explained = use_state_eq(|| None::<FigureKey>);
    let strip = use_node_ref();
    let locale = props.locale;
    let figures = figures(&props.findings, &props.table, locale);
    let project = |row: usize| {
        let id: Rc<str> = props.table.id(row).into();
        let open = props
            .on_action
            .reform(move |_| Action::OpenProject(Some(Rc::clone(&id))));
        html! {
            <dd class="kpi-note">
                <button type="button" class="link" title={props.table.name(row, locale).to_owned()} lang={locale.foreign_tag(props.table.name(row, locale))} onclick={open}>
                    <span>{ props.table.name(row, locale) }</span>
                </button>
            </dd>
        }
    };
    // A count takes the room of the whole one, so that no column moves with the filters.
    let whole = props.findings.whole.overview.totals.projects;
    let whole_count = format::count(u64::from(whole));
    let is_crowded = whole >= CROWDED_FROM;
    let figure = |figure: Figure| {
        let key = figure.key;
        let name = figure.name.text(locale);
        let is_explained = *explained == Some(key);
        let rule_id = format!("rule-of-{}", key.key());
        let flip = {
            let explained = explained.clone();
            move |_| explained.set((!is_explained).then_some(key))
        };
        let label = Message::HowIsThisComputed {
            figure: name.to_string(),
        };
        html! {
            <div class="kpi" data-kpi={key.key()}>
                <dt>
                    { &name }
                    <button
                        type="button"
                        class="explain"
                        data-action="explain"
                        aria-expanded={if is_explained { "true" } else { "false" }}
                        aria-controls={is_explained.then(|| rule_id.clone())}
                        aria-label={label.text(locale)}
                        title={label.text(locale)}
                        onclick={flip}
                    >
                        { Icon::Question.html() }
                    </button>
                </dt>
                if is_explained {
                    // The focus can be in it, so that its words can be selected and copied.
                    <dd class="kpi-rule" id={rule_id} tabindex="-1">
                        { props.explain.emit(FigureRuleProps { figure: key, findings: props.findings.clone(), locale }) }
                    </dd>
                }
                <dd class="kpi-value" data-widest={(key == FigureKey::Projects).then(|| whole_count.clone())}>{ figure.value }</dd>
                { for figure.notes.into_iter().map(|note| html! { <dd class="kpi-note">{ note }</dd> }) }
                { for figure.project.map(project) }
            </div>
        }
    };
    let onkeydown = {
        let (explained, strip) = (explained.clone(), strip.clone());
        move |event: KeyboardEvent| {
            if event.key() != "Escape" || explained.is_none() {
                return;
            }
            let opener = strip
                .cast::<HtmlElement>()
                .and_then(|strip| strip.query_selector("[aria-expanded=true]").ok()?);
            if let Some(opener) = opener.and_then(|opener| opener.dyn_into::<HtmlElement>().ok()) {
                element::focus(&opener);
            }
            explained.set(None);
        }
    };
    let onfocusout = {
        let (explained, strip) = (explained.clone(), strip.clone());
        move |event: FocusEvent| {
            let next = event
                .related_target()
                .and_then(|next| next.dyn_into::<Node>().ok());
            let stays = strip
                .cast::<Node>()
                .is_some_and(|strip| strip.contains(next.as_ref()));
            if !stays {
                explained.set(None);
            }
        }
    };
    html! {
        <section class={classes!("kpis", is_crowded.then_some("crowded"))} aria-label={Message::KeyFigures.text(locale)}>
            <dl ref={strip} {onkeydown} {onfocusout}>{ for figures.into_iter().map(figure) }</dl>
        </section>
    }
}

fn figures(findings: &Findings, table: &ProjectTable, locale: Locale) -> Vec<Figure> {
    let (selected, whole) = (&findings.selected, &findings.whole.overview);
    let money = |amount: Option<f64>| {
        let currency = table.amounts().currency();
        amount.map(|amount| format::money(amount, currency.code(), locale))
    };
    // Without a project there is nothing to disclose, and amounts of several projects together have no median.
    let undisclosed = || match (selected.totals.projects, selected.totals.disclosed) {
        (0, _) | (_, 1..) => format::NO_NUMBER.to_owned(),
        (_, 0) => Message::NoAmount.text(locale).into_owned(),
    };
    let compared = |whole: String| Message::KpiWhole { whole }.text(locale).into_owned();
    let sum =
        |overview: &Overview| (overview.totals.disclosed > 0).then_some(overview.totals.amount);
    let bounded = |row| shown_amount(table, row, locale);
    let largest = selected.largest_row;
    vec![
        Figure {
            key: FigureKey::Projects,
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
            key: FigureKey::Amount,
            name: Message::KpiAmount,
            value: money(sum(selected)).unwrap_or_else(undisclosed),
            notes: coverage(&selected.totals, locale)
                .into_iter()
                .chain(money(sum(whole)).map(compared))
                .collect(),
            project: None,
        },
        Figure {
            key: FigureKey::Median,
            name: Message::KpiMedian,
            value: money(selected.median).unwrap_or_else(undisclosed),
            notes: money(whole.median).map(compared).into_iter().collect(),
            project: None,
        },
        Figure {
            key: FigureKey::Largest,
            name: Message::KpiLargest,
            value: largest.and_then(bounded).unwrap_or_else(undisclosed),
            notes: whole
                .largest_row
                .filter(|row| Some(*row) != largest)
                .and_then(bounded)
                .map(compared)
                .into_iter()
                .collect(),
            project: largest,
        },
        Figure {
            key: FigureKey::TopFive,
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
            key: FigureKey::Countries,
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
