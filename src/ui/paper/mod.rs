//! The view on paper: title, filters in words, key figures, charts, the largest projects, sources.
//!
//! Made when the browser is about to print and taken away after it. Charts are
//! drawings, not pictures, as sharp as the printer, and always on white.

mod drawings;
mod top_projects;

use yew::prelude::*;

use crate::browser::{address_bar, page};
use crate::data::ProjectTable;
use crate::i18n::{LaterMessage, Locale, Message, format};
use crate::query::Viewer;
use crate::state::{Action, Dataset, Findings, ViewState, address, filter_sentence};
use crate::ui::figures::{FigureRuleProps, KeyFigures};
use crate::ui::shared::ByPointer;
use drawings::drawings;
use top_projects::top_projects;

/// What is printed.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PaperProps {
    /// What was asked.
    pub view: ByPointer<ViewState>,
    /// The data.
    pub dataset: ByPointer<Dataset>,
    /// What the dataset is called.
    pub name: AttrValue,
    /// Every number.
    pub findings: ByPointer<Findings>,
    /// Data and date.
    pub source: AttrValue,
    /// The language of the page.
    pub locale: Locale,
}

/// The view on paper.
#[component]
pub fn Paper(props: &PaperProps) -> Html {
    let locale = props.locale;
    let table: ByPointer<ProjectTable> = ByPointer::from(&props.dataset.table);
    let rows = props.findings.cross_filter().rows_for(Viewer::Everyone);
    let rules = [
        Message::RuleUndisclosed,
        Message::RuleMoney,
        Message::RuleCensus,
    ];
    html! {
        <article class="paper">
            <header>
                <h1>{ format!("{} · {}", Message::PageName.text(locale), props.name) }</h1>
                <p>{ filter_sentence(&props.view.filters, &table, locale) }</p>
            </header>
            <KeyFigures
                findings={props.findings.clone()}
                table={table.clone()}
                {locale}
                // Nothing opens on paper; the rules stand in words at the end.
                explain={Callback::from(|_: FigureRuleProps| Html::default())}
                on_action={Callback::<Action>::noop()}
            />
            { drawings(props) }
            { top_projects(&table.0, &rows, locale) }
            <footer>
                <ul>{ for rules.iter().map(|rule| html! { <li>{ rule.text(locale) }</li> }) }</ul>
                <p>{ &props.source }</p>
                <p>{ printed(&props.view, locale) }</p>
            </footer>
        </article>
    }
}

/// The day, and the address at which the same view is found again.
fn printed(view: &ViewState, locale: Locale) -> String {
    let (year, month, day) = page::today();
    LaterMessage::PrintedOn {
        date: format::day(year, month, day, locale),
        address: address_bar::whole_address(&address::encode(&view.unframed())),
    }
    .text(locale)
    .into_owned()
}
