//! The filter panel: every filter, beside the charts.

use yew::prelude::*;

use super::{PeriodFilter, TreeFilter};
use crate::data::{CategoryField, Field};
use crate::i18n::{Message, format};
use crate::state::{Action, AppState, Findings};
use crate::ui::shared::{ByPointer, Icon};

/// What the filter panel shows.
#[derive(Debug, PartialEq, Properties)]
pub struct FilterPanelProps {
    /// The state of the page.
    pub state: ByPointer<AppState>,
    /// Every number on the screen.
    pub findings: ByPointer<Findings>,
    /// Receives what the reader does.
    pub on_action: Callback<Action>,
}

/// The filter panel: beside the charts, or on a phone a sheet above them.
#[component]
pub fn FilterPanel(props: &FilterPanelProps) -> Html {
    let open = use_state(|| false);
    let state = &props.state;
    let locale = state.preferences.locale;
    let filters = &state.view.filters;
    let active = Field::ALL
        .into_iter()
        .filter(|&field| filters.is_active(field))
        .count() as u32;
    let tree = |field: CategoryField| {
        // A ledger may say nothing of it.
        if !state.dataset().states(field) {
            return Html::default();
        }
        let tree = state.dataset().table.category(field).tree();
        html! {
            <TreeFilter
                key={field.index()}
                {field}
                tree={ByPointer::from(tree)}
                selected={ByPointer::from(props.findings.by(field))}
                whole={ByPointer::from(&props.findings.whole.by_category[field.index()])}
                picks={filters.picks(field).clone()}
                expanded={matches!(field, CategoryField::Country | CategoryField::Industry)}
                open={matches!(field, CategoryField::Country | CategoryField::Industry | CategoryField::Place)}
                {locale}
                on_action={props.on_action.clone()}
            />
        }
    };
    let [country, industry, place, rest @ ..] = CategoryField::ALL;
    let flip = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let on_escape = {
        let open = open.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                open.set(false);
            }
        }
    };
    let open_label = match active {
        0 => Message::Filters,
        _ => Message::ShowFilters {
            count: format::count(u64::from(active)),
        },
    };
    let shown = format::count(u64::from(props.findings.selected.totals.projects));
    html! {
        <aside class={classes!("filters", open.then_some("open"))} aria-label={Message::Filters.text(locale)} data-testid="filters" onkeydown={on_escape}>
            <button
                type="button"
                class="filters-open"
                aria-expanded={if *open { "true" } else { "false" }}
                aria-controls="filter-list"
                onclick={flip.clone()}
            >
                { Icon::Funnel.html() }
                { open_label.text(locale) }
            </button>
            <div class="filter-list" id="filter-list">
                <h2>{ Message::Filters.text(locale) }</h2>
                { tree(country) }
                { tree(industry) }
                <PeriodFilter period={filters.period} span={props.findings.whole.span} {locale} on_action={props.on_action.clone()} />
                { tree(place) }
                { for rest.into_iter().map(tree) }
                <button type="button" class="filters-close" onclick={flip}>
                    { Message::ShowProjects { count: shown }.text(locale) }
                </button>
            </div>
        </aside>
    }
}
