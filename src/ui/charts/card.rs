//! A chart's card: a figure with title, finding, canvas and table.

use std::rc::Rc;

use yew::prelude::*;

use super::canvas::ChartCanvas;
use super::data_table::data_table;
use crate::browser::canvas::TextRuler;
use crate::browser::element::WidthObserver;
use crate::chart::{ChartInput, ChartKind, Pick, Scene, Theme, layout};
use crate::i18n::{Locale, Message};
use crate::query::Brushed;
use crate::state::{Action, Findings, PickMode, ViewState};
use crate::ui::shared::ByPointer;

/// What a card shows.
#[derive(Debug, PartialEq, Properties)]
pub struct ChartCardProps {
    /// Which chart.
    pub kind: ChartKind,
    /// Every number on the screen.
    pub findings: ByPointer<Findings>,
    /// What was asked.
    pub view: ByPointer<ViewState>,
    /// Colours and sizes.
    pub theme: ByPointer<Theme>,
    /// The language of the page.
    pub locale: Locale,
    /// Receives what the reader does.
    pub on_action: Callback<Action>,
    /// Receives what is being brushed, and `None` when the gesture ends.
    pub on_brush: Callback<Option<Brushed>>,
    /// Receives what a screen reader should say.
    pub on_speak: Callback<String>,
}

/// A chart's card.
#[component]
pub fn ChartCard(props: &ChartCardProps) -> Html {
    let body = use_node_ref();
    let width = use_state(|| 0.0);
    let as_table = use_state(|| false);
    let unfolded = use_state(|| false);
    let locale = props.locale;
    {
        let body = body.clone();
        let width = width.clone();
        use_effect_with((), move |()| {
            let observer = body.cast::<web_sys::Element>().and_then(|body| {
                WidthObserver::new(&body, move |new_width| width.set(new_width.floor()))
            });
            move || drop(observer)
        });
    }
    let scene = {
        let inputs = (
            props.findings.clone(),
            props.view.clone(),
            props.theme.clone(),
            locale,
            *width,
            *unfolded,
        );
        let kind = props.kind;
        use_memo(
            inputs,
            move |(findings, view, theme, locale, width, unfolded)| {
                scene(kind, findings, view, theme, *locale, *width, *unfolded)
            },
        )
    };
    let on_pick = {
        let unfolded = unfolded.clone();
        let on_action = props.on_action.clone();
        Callback::from(move |(pick, mode): (Pick, PickMode)| match pick {
            Pick::Categories(picks) => on_action.emit(Action::PickCategories { picks, mode }),
            Pick::Amount(range) => on_action.emit(Action::PickAmount { range, mode }),
            Pick::Period(period) => on_action.emit(Action::PickPeriod { period, mode }),
            Pick::Unfold => unfolded.set(true),
            Pick::Project(_) | Pick::Nothing => {}
        })
    };
    let flip = {
        let as_table = as_table.clone();
        move |_| as_table.set(!*as_table)
    };
    let fold = {
        let unfolded = unfolded.clone();
        move |_| unfolded.set(false)
    };
    let description = &scene.description;
    let title_id = format!("chart-{}", props.kind.key());
    html! {
        <figure class="card" data-chart={props.kind.key()} aria-labelledby={title_id.clone()}>
            <figcaption>
                <h3 id={title_id}>{ &description.title }</h3>
                <p class="finding">{ &description.finding }</p>
                <div class="card-tools">
                    if *unfolded {
                        <button type="button" class="quiet" onclick={fold}>{ Message::ShowLess.text(locale) }</button>
                    }
                    <button
                        type="button"
                        class="quiet"
                        data-action="table"
                        aria-pressed={if *as_table { "true" } else { "false" }}
                        onclick={flip}
                    >
                        { Message::AsTable.text(locale) }
                    </button>
                </div>
            </figcaption>
            <div class="card-body" ref={body}>
                if *as_table {
                    { data_table(description) }
                } else if *width > 0.0 {
                    <ChartCanvas
                        scene={ByPointer(Rc::clone(&scene))}
                        theme={props.theme.clone()}
                        {locale}
                        {on_pick}
                        on_brushed={props.on_action.reform(Action::Brush)}
                        on_brush={props.on_brush.clone()}
                        on_speak={props.on_speak.clone()}
                    />
                }
            </div>
            if scene.brush.is_some() && !*as_table {
                <p class="hint">{ Message::BrushHint.text(locale) }</p>
            }
        </figure>
    }
}

fn scene(
    kind: ChartKind,
    findings: &Findings,
    view: &ViewState,
    theme: &Theme,
    locale: Locale,
    width_px: f64,
    unfolded: bool,
) -> Scene {
    TextRuler::with(|text| {
        layout(&ChartInput {
            content: findings.content(kind),
            filters: &view.filters,
            measure: view.measure,
            order: view.order,
            unfolded,
            width_px,
            theme,
            locale,
            text,
        })
    })
}
