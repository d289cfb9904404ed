//! The page: owns the state, derives the findings, lays out the areas.

mod findings;
mod hooks;

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::Element;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser::slices::in_next_task;
use crate::browser::{address_bar, canvas, element, media, storage};
use crate::chart::{ChartKind, Theme};
use crate::data::{CategoryField, ProjectTable};
use crate::i18n::{Locale, Message, format};
use crate::query::{BitSet, Brushed, TableSort, Viewer};
use crate::state::{
    Action, AppState, Datasets, Findings, Meanwhile, PreferenceIssue, Preferences,
    StoredPreferences, ViewState, address, reduce,
};
use crate::ui::charts::{CardPlace, ChartCard};
use crate::ui::embed::{frame, frame_action};
use crate::ui::exports::ExportRequest;
use crate::ui::figures::{FigureRuleProps, KeyFigures};
use crate::ui::filters::{Chips, EmptyResultProps, FilterPanel};
use crate::ui::footer::footer;
use crate::ui::header::{Header, ShortcutListProps};
use crate::ui::later::{self, Later, LaterPlace, use_later};
use crate::ui::ledgers::LedgersProps;
use crate::ui::notices::notices;
use crate::ui::offline::NewVersion;
use crate::ui::paper::PaperProps;
use crate::ui::projects::ProjectsProps;
use crate::ui::reconciliation::ReconciliationSectionProps;
use crate::ui::shared::ByPointer;

use hooks::Built;

/// The key under which preferences are kept in this browser.
const PREFERENCES: &str = "inward.preferences";

/// How long the list of projects waits for the next change, in milliseconds.
const LIST_DELAY_MS: u32 = 100;

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

/// Opens the page in `place`, in two tasks of its own: what is compiled in is read in the first and drawn in the second.
/// Together with the start of the program they would keep a phone busy for longer than its reader takes for an answer.
pub fn open(place: Element) {
    in_next_task(|| {
        let opening = Opening::read();
        in_next_task(|| {
            yew::Renderer::<App>::with_root_and_props(place, AppProps { opening }).render();
        });
    });
}

/// What the page opens with.
#[derive(Debug, PartialEq)]
pub struct Opening(ByPointer<AppState>);

impl Opening {
    /// The embedded data, the reader's preferences, and the view in the address.
    #[must_use]
    pub fn read() -> Self {
        let languages = media::languages();
        let fallback = Preferences {
            locale: Locale::negotiate(languages.iter().map(String::as_str)),
            ..Preferences::default()
        };
        let stored = StoredPreferences::read(&storage::load(PREFERENCES).unwrap_or_default());
        let (mut preferences, mut unknown) = stored.recognise(fallback);
        let query = address_bar::query();
        let (mut view, issues) = address::decode(&query);
        if let Some(embed) = view.embed {
            (preferences, unknown) = (embed.preferences(fallback), Vec::new());
        }
        // A link says which data it is about; the bare page opens on the ledger that was looked at last.
        let last = preferences.dataset.filter(|last| last.ledger().is_some());
        if let Some(last) = last.filter(|_| query.is_empty()) {
            view.dataset = last;
        }
        let datasets = Rc::new(Datasets::default());
        let state = AppState::new(datasets, view, preferences, issues);
        let undrawn = (!canvas::is_available()).then_some(Message::NoCanvas);
        let reports = unknown.iter().map(PreferenceIssue::message).chain(undrawn);
        let state = reports.fold(state, |state, report| {
            reduce(&state, Action::Report(report)).unwrap_or(state)
        });
        Self(ByPointer(Rc::new(state)))
    }
}

/// What the page opens with, as its component takes it.
#[derive(Debug, PartialEq, Properties)]
pub struct AppProps {
    /// Looked at once.
    pub opening: Opening,
}

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let store = use_reducer(|| Store(Rc::clone(&props.opening.0.0)));
    let state = Rc::clone(&store.0);
    let on_action = {
        let dispatcher = store.dispatcher();
        let framed = state.view.embed.map(|_| Rc::clone(&state.view));
        use_callback(framed, move |action: Action, framed| {
            let action = match framed {
                Some(view) => frame_action(view, action),
                None => Some(action),
            };
            if let Some(action) = action {
                dispatcher.dispatch(action);
            }
        })
    };
    let brushed = use_state_eq(|| None::<Brushed>);
    let spoken = use_state_eq(String::new);
    let locale = state.preferences.locale;

    hooks::use_focus_kept();
    hooks::use_address_bar(&state, &on_action);
    let site = hooks::use_site_data(&on_action);
    hooks::use_preferences(&state, &on_action, PREFERENCES);
    let dark = hooks::use_dark(state.preferences.theme);
    let theme = use_memo(
        dark,
        |&dark| if dark { Theme::dark() } else { Theme::light() },
    );
    let printing = hooks::use_printing();
    let built = hooks::use_built();
    let (filters, searched_percent) = hooks::use_searched(&state);
    let findings = findings::use_findings(&state, &filters, *brushed);
    let (later, on_want) = use_later(&on_action);
    let (over, given) = hooks::use_given_files(state.view.embed.is_none());
    let data_asked = use_state_eq(|| 0_u32);
    let is_later_wanted = state.view.open_project.is_some()
        || state.view.enlarged.is_some()
        || state.awaited.is_some()
        // A search looks in texts that come with it.
        || !state.view.filters.search().is_empty()
        || given.is_some()
        || *data_asked > 0;
    {
        let on_want = on_want.clone();
        use_effect_with(is_later_wanted, move |wanted| {
            if *wanted {
                on_want.emit(());
            }
        });
    }
    let is_empty = findings.selected.totals.projects == 0;
    let (shortcuts_shown, on_shortcuts) = hooks::use_shortcuts(state.preferences.keys, &on_want);
    let explain = use_callback(later, |props: FigureRuleProps, later| match later {
        Later::Here(parts) => (parts.figure_rule)(props),
        Later::Awaited | Later::Missing => Html::default(),
    });
    {
        let spoken = spoken.clone();
        let announced = Message::NowShown {
            shown: format::count(u64::from(findings.selected.totals.projects)),
            whole: format::count(u64::from(findings.whole.overview.totals.projects)),
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
    let listed = use_listed(
        &table,
        &findings,
        state.dataset().is_whole,
        brushed.is_some(),
    );
    // The comparison follows with the table, and never with rows of another one.
    let compared = listed
        .as_ref()
        .filter(|listed| listed.is_filtered && listed.table == table)
        .map(|listed| listed.rows.clone());
    // What the charts show does not change with the order of the table or the project that is open.
    let charted = use_memo(
        ViewState {
            sort: TableSort::default(),
            open_project: None,
            ..(*state.view).clone()
        },
        ViewState::clone,
    );
    let view = ByPointer::from(&charted);
    let on_brush = {
        let brushed = brushed.clone();
        use_callback((), move |period, ()| brushed.set(period))
    };
    let on_speak = {
        let spoken = spoken.clone();
        use_callback((), move |text, ()| spoken.set(text))
    };
    let source = AttrValue::from(state.datasets.credit(state.dataset(), locale));
    let card = |kind: ChartKind, place: CardPlace| {
        html! {
            <ChartCard
                key={kind.key()}
                {kind}
                {place}
                findings={findings.clone()}
                view={view.clone()}
                source={source.clone()}
                theme={ByPointer::from(&theme)}
                {locale}
                brushing={brushed.is_some()}
                {later}
                on_want={on_want.clone()}
                on_action={on_action.clone()}
                on_brush={on_brush.clone()}
                on_speak={on_speak.clone()}
            />
        }
    };
    let on_open_data = {
        let asked = data_asked.clone();
        use_callback(*data_asked, move |(), so_far| asked.set(so_far + 1))
    };
    let export_progress = use_state_eq(|| None::<u32>);
    let on_export = {
        let progress = export_progress.clone();
        let on_action = on_action.clone();
        use_callback(
            (ByPointer::from(&state), findings.clone()),
            move |(form, range), (state, findings)| {
                let progress = progress.clone();
                let request = ExportRequest {
                    form,
                    range,
                    state: state.clone(),
                    findings: findings.clone(),
                    on_progress: Callback::from(move |percent| progress.set(percent)),
                    on_action: on_action.clone(),
                };
                spawn_local(async move {
                    match later::fetch().await {
                        Ok(parts) => (parts.export)(request),
                        Err(_) => request.on_action.emit(Action::Report(Message::SaveFailed)),
                    }
                });
            },
        )
    };
    // Other data that vanishes again a moment later would only startle.
    let opens_on_nothing = state
        .awaited
        .as_ref()
        .is_some_and(|awaited| awaited.meanwhile == Meanwhile::Nothing);
    let empty_result = || {
        if !is_empty {
            return Html::default();
        }
        match later {
            Later::Here(parts) => (parts.empty_result)(EmptyResultProps {
                findings: findings.clone(),
                locale,
                on_action: on_action.clone(),
            }),
            Later::Awaited | Later::Missing => {
                html! { <LaterPlace {later} {locale} on_want={on_want.clone()} /> }
            }
        }
    };
    let shortcut_list = || match later {
        Later::Here(parts) if *shortcuts_shown => (parts.shortcut_list)(ShortcutListProps {
            keys: state.preferences.keys,
            locale,
            on_action: on_action.clone(),
            on_close: {
                let shown = shortcuts_shown.clone();
                Callback::from(move |()| shown.set(false))
            },
        }),
        Later::Here(_) | Later::Awaited | Later::Missing => Html::default(),
    };
    let below_the_charts = || {
        let (Later::Here(parts), Some(listed)) = (later, listed) else {
            return html! { <LaterPlace {later} {locale} on_want={on_want.clone()} /> };
        };
        let projects = (parts.projects)(ProjectsProps {
            table: listed.table,
            rows: listed.rows,
            sort: state.view.sort,
            open: state.view.open_project.clone(),
            columns: state.preferences.columns,
            search: listed.search,
            locale,
            on_action: on_action.clone(),
        });
        let reconciliation = (parts.reconciliation)(ReconciliationSectionProps {
            dataset: state.view.dataset,
            table: table.clone(),
            listed: ByPointer::from(&findings.whole.by_category[CategoryField::Event.index()]),
            announcements: ByPointer::from(state.datasets.announcements()),
            shown: compared,
            picks: state.view.filters.picks(CategoryField::Event).clone(),
            locale,
            on_action: on_action.clone(),
        });
        html! { <>{ projects }{ reconciliation }</> }
    };
    let is_shown = |kind| {
        let is_built = built == Built::Whole || findings.first_content(kind).is_some();
        is_built && state.dataset().shows(kind)
    };
    let chips = || {
        html! { <Chips view={view.clone()} table={table.clone()} {locale} on_action={on_action.clone()} /> }
    };
    let speaker = html! {
        <div class="visually-hidden" role="status" aria-live="polite">{ &*spoken }</div>
    };
    if let Some(embed) = state.view.embed {
        let card = card(embed.chart, CardPlace::Frame);
        return html! {
            <>
                { notices(&state.notices, locale, &on_action) }
                { frame(&state.view, chips(), card, source, locale) }
                if later == Later::Missing {
                    <LaterPlace {later} {locale} {on_want} />
                }
                { speaker }
            </>
        };
    }
    let paper = || {
        let (true, Later::Here(parts)) = (printing, later) else {
            return Html::default();
        };
        (parts.paper)(PaperProps {
            view: view.clone(),
            dataset: ByPointer::from(state.dataset()),
            name: state.datasets.name(state.view.dataset, locale).into(),
            findings: findings.clone(),
            source: source.clone(),
            locale,
        })
    };
    html! {
        <>
            <a class="skip" href="#charts" onclick={|event: MouseEvent| skip_to_charts(&event)}>{ Message::SkipToCharts.text(locale) }</a>
            <Header
                state={ByPointer::from(&state)}
                {on_open_data}
                export_progress={*export_progress}
                {on_export}
                {on_shortcuts}
                on_action={on_action.clone()}
            />
            { shortcut_list() }
            if opens_on_nothing {
                <main class="page" id="charts" tabindex="-1">
                    { notices(&state.notices, locale, &on_action) }
                    <p role="status">{ Message::OpeningData.text(locale) }</p>
                    if later == Later::Missing {
                        <LaterPlace {later} {locale} on_want={on_want.clone()} />
                    }
                </main>
            } else {
            <div class="page">
                <FilterPanel
                    state={ByPointer::from(&state)}
                    findings={findings.clone()}
                    with_lists={built >= Built::Lists}
                    brushing={brushed.is_some()}
                    on_action={on_action.clone()}
                />
                <main id="charts" tabindex="-1">
                    <NewVersion {locale} />
                    { notices(&state.notices, locale, &on_action) }
                    // Further down it would not be seen by whoever asked for it up here.
                    if is_later_wanted && later == Later::Missing {
                        <LaterPlace {later} {locale} on_want={on_want.clone()} />
                    }
                    if let Some(percent) = searched_percent {
                        <p class="at-work" data-testid="searching">{ Message::Searching { percent }.text(locale) }</p>
                    }
                    { chips() }
                    { empty_result() }
                    <KeyFigures findings={findings.clone()} table={table.clone()} {locale} {explain} on_action={on_action.clone()} />
                    <h2 class="visually-hidden">{ Message::Charts.text(locale) }</h2>
                    <div class="charts">
                        { for ChartKind::ALL.into_iter().filter(|&kind| is_shown(kind)).map(|kind| card(kind, CardPlace::Page)) }
                    </div>
                    if built == Built::Whole {
                        { below_the_charts() }
                    }
                </main>
            </div>
            }
            if built == Built::Whole {
                { footer(state.dataset(), locale) }
            }
            { speaker }
            { paper() }
            if let Later::Here(parts) = later {
                { (parts.ledgers)(LedgersProps {
                    state: ByPointer::from(&state),
                    asked: *data_asked,
                    site: (*site).clone(),
                    over,
                    given,
                    on_action: on_action.clone(),
                }) }
            }
        </>
    }
}

/// Follows the link without a fragment in the address: an entry of the history that has one takes the focus there again
/// whenever the reader comes back to it.
fn skip_to_charts(event: &MouseEvent) {
    event.prevent_default();
    element::focus_on("charts");
}

/// The projects to list.
#[derive(Clone, PartialEq)]
struct Listed {
    table: ByPointer<ProjectTable>,
    rows: ByPointer<BitSet>,
    /// Whether any filter is active.
    is_filtered: bool,
    /// What was searched for, to be marked where it stands.
    search: AttrValue,
}

/// The projects to list, once all is known of them: what is copied of a row has its source. The list follows a moment
/// after the charts, which are what the reader acts on, and not at all while a gesture goes on.
#[hook]
fn use_listed(
    table: &ByPointer<ProjectTable>,
    findings: &ByPointer<Findings>,
    is_whole: bool,
    brushing: bool,
) -> Option<Listed> {
    let listed = use_state_eq(|| None);
    let next = listed.clone();
    use_effect_with(
        (table.clone(), findings.clone(), brushing),
        move |(table, findings, brushing)| {
            let (table, findings) = (table.clone(), findings.clone());
            let follow = move || {
                let filter = findings.cross_filter();
                next.set(Some(Listed {
                    table,
                    rows: ByPointer(filter.rows_for(Viewer::Everyone)),
                    is_filtered: !filter.filters().is_empty(),
                    search: filter.filters().search().to_owned().into(),
                }));
            };
            let timer = (is_whole && !brushing).then(|| Timeout::new(LIST_DELAY_MS, follow));
            move || drop(timer)
        },
    );
    (*listed).clone()
}
