//! The page: owns the state, derives the findings, lays out the areas.

mod hooks;

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{address_bar, storage};
use crate::chart::{ChartKind, Theme};
use crate::data::{CategoryField, Field};
use crate::i18n::{Locale, Message, format};
use crate::io::embedded;
use crate::query::{BitSet, Measure, Period, Viewer};
use crate::state::{Action, AppState, Datasets, Findings, Preferences, ViewState, address, reduce};
use crate::ui::charts::ChartCard;
use crate::ui::figures::KeyFigures;
use crate::ui::filters::{Chips, PeriodFilter, TreeFilter, field_name};
use crate::ui::footer::footer;
use crate::ui::header::Header;
use crate::ui::notices::notices;
use crate::ui::projects::ProjectList;
use crate::ui::shared::{ByPointer, Choice, ChoiceOption, Icon};

/// The key under which preferences are kept in this browser.
const PREFERENCES: &str = "inward.preferences";

/// The state as Yew holds it.
#[derive(PartialEq)]
struct Store(Rc<AppState>);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match reduce(&self.0, action) {
            Some(next) => Rc::new(Self(Rc::new(next))),
            None => self,
        }
    }
}

/// The state with which the page opens: embedded data, the reader's preferences, the view in the address.
fn opening_state() -> AppState {
    let preferences = storage::load(PREFERENCES).unwrap_or_else(|| {
        let languages = crate::browser::media::languages();
        Preferences {
            locale: Locale::negotiate(languages.iter().map(String::as_str)),
            ..Preferences::default()
        }
    });
    let (view, issues) = address::decode(&address_bar::query());
    AppState::new(
        Rc::new(Datasets::new(&embedded::tables())),
        view,
        preferences,
        issues,
    )
}

/// The page.
#[component]
pub fn App() -> Html {
    let store = use_reducer(|| Store(Rc::new(opening_state())));
    let state = Rc::clone(&store.0);
    let on_action = {
        let dispatcher = store.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let brushed = use_state_eq(|| None::<Period>);
    let spoken = use_state_eq(String::new);
    let locale = state.preferences.locale;

    hooks::use_address_bar(&state, &on_action);
    hooks::use_preferences(&state, &on_action, PREFERENCES);
    let dark = hooks::use_dark(state.preferences.theme);
    let theme = use_memo(
        dark,
        |&dark| if dark { Theme::dark() } else { Theme::light() },
    );
    let (findings, rows) = use_findings(&state, *brushed);
    {
        let spoken = spoken.clone();
        let announced = Message::NowShown {
            shown: format::count(u64::from(findings.selected.totals.projects)),
            whole: format::count(u64::from(findings.whole.totals.projects)),
        };
        let first = use_mut_ref(|| true);
        use_effect_with(announced, move |announced| {
            // Nothing has changed yet when the page opens.
            if !first.replace(false) {
                spoken.set(announced.text(locale).into_owned());
            }
        });
    }

    let table = ByPointer::from(&state.dataset().table);
    let view = ByPointer::from(&state.view);
    let on_brush = {
        let brushed = brushed.clone();
        use_callback((), move |period, ()| brushed.set(period))
    };
    let on_speak = {
        let spoken = spoken.clone();
        use_callback((), move |text, ()| spoken.set(text))
    };
    let card = |kind: ChartKind| {
        html! {
            <ChartCard
                {kind}
                findings={findings.clone()}
                table={table.clone()}
                view={view.clone()}
                theme={ByPointer::from(&theme)}
                {locale}
                on_action={on_action.clone()}
                on_brush={on_brush.clone()}
                on_speak={on_speak.clone()}
            />
        }
    };
    html! {
        <>
            <a class="skip" href="#charts">{ Message::SkipToCharts.text(locale) }</a>
            <Header state={ByPointer::from(&state)} on_action={on_action.clone()} />
            <div class="page">
                <FilterPanel state={ByPointer::from(&state)} findings={findings.clone()} on_action={on_action.clone()} />
                <main id="charts" tabindex="-1">
                    { notices(&state.notices, locale, &on_action) }
                    <Chips view={view.clone()} table={table.clone()} {locale} on_action={on_action.clone()} />
                    { empty_result(&state.view, &findings, locale, &on_action) }
                    <KeyFigures findings={findings.clone()} table={table.clone()} {locale} />
                    <div class="charts-head">
                        <h2 class="visually-hidden">{ Message::Charts.text(locale) }</h2>
                        { measure_choice(&state.view, locale, &on_action) }
                    </div>
                    <div class="charts">
                        { card(ChartKind::Countries) }
                        { card(ChartKind::Industries) }
                        { card(ChartKind::Timeline) }
                    </div>
                    <ProjectList table={table.clone()} rows={rows} {locale} />
                </main>
            </div>
            { footer(&state.dataset().compiled_on, locale) }
            <div class="visually-hidden" role="status" aria-live="polite">{ &*spoken }</div>
        </>
    }
}

/// Every number on the screen, and the rows behind it, for the filters as they are or as they are being brushed.
#[hook]
fn use_findings(
    state: &Rc<AppState>,
    brushed: Option<Period>,
) -> (ByPointer<Findings>, ByPointer<BitSet>) {
    let last = use_mut_ref(|| None::<Rc<Findings>>);
    let inputs = (
        ByPointer::from(&state.dataset().table),
        state.view.filters.clone(),
        brushed,
    );
    let found = {
        let state = Rc::clone(state);
        use_memo(inputs, move |(_, filters, brushed)| {
            let mut filters = filters.clone();
            if let Some(period) = *brushed {
                filters.period = period;
            }
            let dataset = state.dataset();
            let findings = match last.borrow_mut().take() {
                Some(before) => before.after(dataset, &filters),
                None => Findings::new(dataset, &dataset.unfiltered.with_filters(&filters)),
            };
            let rows = findings.cross_filter().rows_for(Viewer::Everyone);
            let findings = Rc::new(findings);
            *last.borrow_mut() = Some(Rc::clone(&findings));
            (ByPointer(findings), ByPointer(Rc::new(rows)))
        })
    };
    (*found).clone()
}

fn measure_choice(view: &ViewState, locale: Locale, on_action: &Callback<Action>) -> Html {
    let choices = [
        (Measure::Projects, Message::MeasureProjects),
        (Measure::Amount, Message::MeasureAmount),
    ];
    let options = choices.iter().map(|(measure, name)| ChoiceOption {
        text: name.text(locale).into(),
        lang: None,
        chosen: *measure == view.measure,
    });
    let measures = choices.clone().map(|(measure, _)| measure);
    let on_choose =
        on_action.reform(move |position: usize| Action::ChooseMeasure(measures[position]));
    html! { <Choice label={Message::MeasureLabel.text(locale)} options={options.collect::<Vec<_>>()} {on_choose} /> }
}

/// Where no project is left: says so, and offers to take away each filter.
fn empty_result(
    view: &ViewState,
    findings: &Findings,
    locale: Locale,
    on_action: &Callback<Action>,
) -> Html {
    if findings.selected.totals.projects > 0 {
        return Html::default();
    }
    let active = Field::ALL
        .into_iter()
        .filter(|&field| view.filters.is_active(field));
    let undo = |field: Field| {
        let filter = field_name(field).text(locale).into_owned();
        html! {
            <button type="button" onclick={on_action.reform(move |_| Action::ClearField(field))}>
                { Message::EmptyResultUndo { filter }.text(locale) }
            </button>
        }
    };
    html! {
        <div class="empty-result" data-testid="empty-result">
            <strong>{ Message::EmptyResult.text(locale) }</strong>
            { for active.map(undo) }
        </div>
    }
}

/// What the filter panel shows.
#[derive(Debug, PartialEq, Properties)]
struct FilterPanelProps {
    state: ByPointer<AppState>,
    findings: ByPointer<Findings>,
    on_action: Callback<Action>,
}

/// The filter panel: beside the charts, or on a phone a sheet above them.
#[component]
fn FilterPanel(props: &FilterPanelProps) -> Html {
    let open = use_state(|| false);
    let state = &props.state;
    let locale = state.preferences.locale;
    let filters = &state.view.filters;
    let active = Field::ALL
        .into_iter()
        .filter(|&field| filters.is_active(field))
        .count() as u32;
    let tree = |field: CategoryField| {
        let tree = state.dataset().table.category(field).tree();
        html! {
            <TreeFilter
                key={field.index()}
                {field}
                tree={ByPointer::from(tree)}
                selected={ByPointer::from(&props.findings.by_category[field.index()])}
                whole={ByPointer::from(&props.findings.by_category_whole[field.index()])}
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
    let open_label = match active {
        0 => Message::Filters,
        _ => Message::ShowFilters {
            count: format::count(u64::from(active)),
        },
    };
    let shown = format::count(u64::from(props.findings.selected.totals.projects));
    html! {
        <aside class={classes!("filters", open.then_some("open"))} aria-label={Message::Filters.text(locale)} data-testid="filters">
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
                <PeriodFilter period={filters.period} span={props.findings.span} {locale} on_action={props.on_action.clone()} />
                { tree(place) }
                { for rest.into_iter().map(tree) }
                <button type="button" class="filters-close" onclick={flip}>
                    { Message::ShowProjects { count: shown }.text(locale) }
                </button>
            </div>
        </aside>
    }
}
