//! A chart's card: a figure with title, finding, canvas and table.
//!
//! A card in sight follows every change at once; one that is out of sight
//! follows a moment later, so that a filter costs what the reader sees of it.

use std::rc::Rc;

use yew::prelude::*;

use super::canvas::ChartCanvas;
use super::save_menu::SaveMenu;
use super::switches::switches;
use crate::browser::canvas::TextRuler;
use crate::browser::element::{WidthObserver, content_width};
use crate::browser::slices::in_single_steps_after;
use crate::browser::visibility::{SightObserver, is_near};
use crate::chart::{ChartInput, ChartKind, Content, Pick, Scene, TextMeasure, Theme, first_layout};
use crate::i18n::{Locale, Message};
use crate::query::{Brushed, Measure, Order};
use crate::state::{Action, Findings, PickMode, ViewState};
use crate::ui::later::{Later, LaterPlace};
use crate::ui::shared::ByPointer;

/// How long a card that is out of sight waits for the next change, in milliseconds.
const UNSEEN_DELAY_MS: u32 = 250;

/// Between two cards that are out of sight, so that they do not all draw at once.
const UNSEEN_STEP_MS: u32 = 40;

/// After what time a drag that does not go on counts as at rest, in milliseconds: then every card follows.
const AT_REST_MS: u32 = 40;

/// Where a card stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum CardPlace {
    /// Among the others, with all that can be done with it.
    Page,
    /// Alone in a frame of another page.
    Frame,
}

/// What a card shows.
#[derive(PartialEq, Properties)]
pub(in crate::ui) struct ChartCardProps {
    /// Which chart.
    pub kind: ChartKind,
    /// Where it stands.
    pub place: CardPlace,
    /// Every number on the screen.
    pub findings: ByPointer<Findings>,
    /// What was asked.
    pub view: ByPointer<ViewState>,
    /// Data and date, for what is saved.
    pub source: AttrValue,
    /// Colours and sizes.
    pub theme: ByPointer<Theme>,
    /// The language of the page.
    pub locale: Locale,
    /// Whether something is being brushed.
    pub brushing: bool,
    /// Draws the charts that are not in the first picture.
    pub later: Later,
    /// Asks for it.
    pub on_want: Callback<()>,
    /// Receives what the reader does.
    pub on_action: Callback<Action>,
    /// Receives what is being brushed, and `None` when the gesture ends.
    pub on_brush: Callback<Option<Brushed>>,
    /// Receives what a screen reader should say.
    pub on_speak: Callback<String>,
}

/// All that a card's scene follows from.
#[derive(Clone, PartialEq)]
pub(in crate::ui) struct Shown {
    /// Every number on the screen.
    pub(in crate::ui) findings: ByPointer<Findings>,
    pub(super) view: ByPointer<ViewState>,
    pub(super) theme: ByPointer<Theme>,
    pub(super) locale: Locale,
    width: f64,
    unfolded: bool,
}

impl Shown {
    /// Whether both are about the same projects.
    fn shares_data_with(&self, other: &Self) -> bool {
        let table = |shown: &Self| Rc::as_ptr(shown.findings.cross_filter().table());
        table(self) == table(other)
    }

    /// What a layout of `content` depends on.
    pub(in crate::ui) fn input<'a>(
        &'a self,
        content: Content<'a>,
        text: &'a dyn TextMeasure,
    ) -> ChartInput<'a> {
        ChartInput {
            content,
            filters: &self.view.filters,
            measure: self.view.measure,
            currency: self.findings.cross_filter().table().amounts().currency(),
            order: self.view.order,
            unfolded: self.unfolded,
            width_px: self.width,
            theme: &self.theme,
            locale: self.locale,
            text,
        }
    }
}

/// A chart's card.
#[component]
pub(in crate::ui) fn ChartCard(props: &ChartCardProps) -> Html {
    let body = use_node_ref();
    let unfolded = use_state_eq(|| false);
    let kind = props.kind;
    let (width, in_sight) = use_place(&body);
    let due = Shown {
        findings: props.findings.clone(),
        view: props.view.clone(),
        theme: props.theme.clone(),
        locale: props.locale,
        width,
        unfolded: *unfolded,
    };
    let is_first = props.findings.first_content(kind).is_some();
    // A chart of the first picture does not change when the second part comes.
    let drawn_by = if is_first {
        Later::Awaited
    } else {
        props.later
    };
    let shown = use_due(due, in_sight, props.brushing, kind, drawn_by);
    {
        let on_want = props.on_want.clone();
        use_effect_with(in_sight && !is_first, move |wanted| {
            if *wanted {
                on_want.emit(());
            }
        });
    }
    let scene = use_memo((shown.clone(), kind, drawn_by), |(shown, kind, later)| {
        scene(*kind, shown.as_ref()?, *later).map(Rc::new)
    });
    let on_unfold = {
        let unfolded = unfolded.clone();
        use_callback((), move |unfold, ()| unfolded.set(unfold))
    };
    html! {
        <CardFace
            {kind}
            place={props.place}
            {body}
            drawn={shown.zip((*scene).clone().map(ByPointer))}
            enlarged={props.view.enlarged == Some(kind)}
            measure={props.view.measure}
            order={props.view.order}
            source={props.source.clone()}
            locale={props.locale}
            later={props.later}
            on_want={props.on_want.clone()}
            {on_unfold}
            on_action={props.on_action.clone()}
            on_brush={props.on_brush.clone()}
            on_speak={props.on_speak.clone()}
        />
    }
}

/// What stands on a card.
#[derive(PartialEq, Properties)]
struct CardFaceProps {
    kind: ChartKind,
    place: CardPlace,
    /// Around the chart.
    body: NodeRef,
    /// The chart, and what it follows from; `None` until it is drawn.
    drawn: Option<(Shown, ByPointer<Scene>)>,
    enlarged: bool,
    measure: Measure,
    order: Order,
    source: AttrValue,
    locale: Locale,
    /// Writes the table behind the chart.
    later: Later,
    on_want: Callback<()>,
    /// Receives whether the chart is to show all values.
    on_unfold: Callback<bool>,
    on_action: Callback<Action>,
    on_brush: Callback<Option<Brushed>>,
    on_speak: Callback<String>,
}

/// What stands on a card: nothing of it is made anew while the chart stays as it is.
#[component]
fn CardFace(props: &CardFaceProps) -> Html {
    let as_table = use_state(|| false);
    let (locale, kind) = (props.locale, props.kind);
    let on_pick = use_pick(props);
    let on_brushed = {
        let on_action = props.on_action.clone();
        use_callback((), move |brushed, ()| {
            on_action.emit(Action::Brush(brushed));
        })
    };
    let flip = {
        let as_table = as_table.clone();
        move |_| as_table.set(!*as_table)
    };
    let enlarged = props.enlarged;
    let enlarge = props
        .on_action
        .reform(move |_| Action::Enlarge((!enlarged).then_some(kind)));
    // Among the others it stands below the heading of the charts.
    let heading = match props.place {
        CardPlace::Page => "h3",
        CardPlace::Frame => "h1",
    };
    let title_id = format!("chart-{}", kind.key());
    let drawn = props.drawn.as_ref();
    let description = drawn.map(|(_, scene)| &scene.description);
    let is_brushable = drawn.is_some_and(|(_, scene)| scene.brush.is_some());
    html! {
        <figure
            class={classes!("card", enlarged.then_some("enlarged"))}
            data-chart={kind.key()}
            aria-labelledby={title_id.clone()}
            aria-busy={drawn.is_none().then_some("true")}
        >
            <figcaption>
                <@{heading} id={title_id}>{ description.map(|description| &*description.title) }</@>
                <p class="finding">{ description.map(|description| &*description.finding) }</p>
                <div class="card-tools">
                    if drawn.is_some_and(|(shown, _)| shown.unfolded) {
                        <button type="button" class="quiet" onclick={props.on_unfold.reform(|_| false)}>{ Message::ShowLess.text(locale) }</button>
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
                    if props.place == CardPlace::Page {
                        <button type="button" class="quiet enlarge" data-action="enlarge" onclick={enlarge}>
                            { if enlarged { Message::Shrink } else { Message::Enlarge }.text(locale) }
                        </button>
                        if let Some((shown, scene)) = drawn {
                            <SaveMenu
                                {kind}
                                scene={scene.clone()}
                                shown={shown.clone()}
                                source={props.source.clone()}
                                on_action={props.on_action.clone()}
                            />
                        }
                    }
                </div>
                if props.place == CardPlace::Page {
                    { switches(kind, props.measure, props.order, locale, &props.on_action) }
                }
            </figcaption>
            <div class={classes!("card-body", drawn.is_none().then_some("waiting"))} ref={props.body.clone()}>
                if let Some((shown, scene)) = drawn.filter(|(shown, _)| shown.width > 0.0) {
                    if *as_table {
                        { table(props, shown, &scene.description.title) }
                    } else {
                        <ChartCanvas
                            scene={scene.clone()}
                            theme={shown.theme.clone()}
                            {locale}
                            {on_pick}
                            {on_brushed}
                            on_brush={props.on_brush.clone()}
                            on_speak={props.on_speak.clone()}
                        />
                    }
                }
            </div>
            if is_brushable && !*as_table {
                <p class="hint">{ Message::BrushHint.text(locale) }</p>
            }
        </figure>
    }
}

/// The table behind the chart, where the part of the page that writes it is there.
fn table(props: &CardFaceProps, shown: &Shown, title: &str) -> Html {
    match props.later {
        Later::Here(parts) => {
            TextRuler::with(|text| (parts.chart_table)(props.kind, shown, title, text))
        }
        later @ (Later::Awaited | Later::Missing) => {
            html! { <LaterPlace {later} locale={props.locale} on_want={props.on_want.clone()} /> }
        }
    }
}

/// What a pick in the chart does.
#[hook]
fn use_pick(props: &CardFaceProps) -> Callback<(Pick, PickMode)> {
    let on_action = props.on_action.clone();
    let on_unfold = props.on_unfold.clone();
    let drawn = props.drawn.as_ref();
    let table = drawn.map(|(shown, _)| ByPointer::from(shown.findings.cross_filter().table()));
    use_callback(table, move |(pick, mode): (Pick, PickMode), table| {
        match (pick, table) {
            (Pick::Categories(picks), _) => on_action.emit(Action::PickCategories { picks, mode }),
            (Pick::Period(period), _) => on_action.emit(Action::PickPeriod { period, mode }),
            (Pick::Amount(range), _) => on_action.emit(Action::PickAmount { range, mode }),
            (Pick::Unfold, _) => on_unfold.emit(true),
            (Pick::Project(row), Some(table)) => {
                on_action.emit(Action::OpenProject(Some(table.id(row).into())));
            }
            (Pick::Project(_), None) | (Pick::Nothing, _) => {}
        }
    })
}

/// The chart, where the part of the page that draws it is there.
fn scene(kind: ChartKind, shown: &Shown, later: Later) -> Option<Scene> {
    TextRuler::with(|text| match (shown.findings.first_content(kind), later) {
        (Some(content), _) => first_layout(&shown.input(content, text)),
        (None, Later::Here(parts)) => Some((parts.scene)(kind, shown, text)),
        (None, Later::Awaited | Later::Missing) => None,
    })
}

/// The width of an element's content in CSS pixels, 0 until it is in the page, and whether it is in sight or nearly.
///
/// Both are measured as soon as the element is there: an observer would tell a frame later.
#[hook]
fn use_place(element: &NodeRef) -> (f64, bool) {
    let place = use_state_eq(|| (0.0, false));
    let element = element.clone();
    let setter = place.setter();
    let latest = use_mut_ref(|| (0.0, false));
    use_effect_with((), move |()| {
        let element = element.cast::<web_sys::Element>();
        let observers = element.map(|element| {
            let change = move |update: &dyn Fn(&mut (f64, bool))| {
                update(&mut latest.borrow_mut());
                setter.set(*latest.borrow());
            };
            change(&|place| *place = (content_width(&element), is_near(&element)));
            let resized = {
                let change = change.clone();
                WidthObserver::new(&element, move |width| {
                    change(&|place| place.0 = width.floor());
                })
            };
            let sighted = SightObserver::new(&element, move |near| change(&|place| place.1 = near));
            (resized, sighted)
        });
        move || drop(observers)
    });
    *place
}

/// How a card follows what is due.
#[derive(Default)]
struct Following {
    /// What it shows.
    settled: Option<Shown>,
    /// What was due last.
    due: Option<Shown>,
    /// While something is being brushed: whether the card lets what is due now pass.
    passes: Option<bool>,
}

/// `due` at once where it is in sight, else a moment later; nothing until then. Two things are spread over several frames,
/// so that none of them is late. With the first data, and with other data, only the first chart is drawn at once, and each
/// other one that is in sight in a task of its own. And in a drag that brushes, one half of the cards follows in each frame, the other
/// half in the next. A card that waits has what it can find beforehand found in a task of its own.
#[hook]
fn use_due(
    due: Shown,
    in_sight: bool,
    brushing: bool,
    kind: ChartKind,
    later: Later,
) -> Option<Shown> {
    let following = use_mut_ref(Following::default);
    let update = use_force_update();
    let place = ChartKind::ALL.iter().position(|other| *other == kind);
    let place = place.unwrap_or_default() as u32;
    let shown = {
        let mut following = following.borrow_mut();
        if following.due.as_ref() != Some(&due) {
            let passed = following.passes.unwrap_or(place.is_multiple_of(2));
            following.passes = brushing.then_some(!passed);
            following.due = Some(due.clone());
        }
        let has_its_data = following
            .settled
            .as_ref()
            .is_some_and(|settled| settled.shares_data_with(&due));
        if in_sight && (has_its_data || place == 0) && following.passes != Some(true) {
            following.settled = Some(due.clone());
        }
        following.settled.clone()
    };
    use_effect_with((due, in_sight, later), move |(due, in_sight, later)| {
        let (is_settled, passes) = {
            let following = following.borrow();
            (following.settled.as_ref() == Some(due), following.passes)
        };
        let timer = (!is_settled).then(|| {
            let delay = match (*in_sight, passes) {
                (true, Some(true)) => AT_REST_MS,
                (true, _) => 0,
                (false, _) => UNSEEN_DELAY_MS + UNSEEN_STEP_MS * place,
            };
            let due = due.clone();
            let mut parts = match later {
                Later::Here(parts) => Some(*parts),
                Later::Awaited | Later::Missing => None,
            };
            in_single_steps_after(delay, move || {
                if let Some(parts) = parts.take() {
                    TextRuler::with(|text| (parts.prepare_chart)(kind, &due, text));
                    return true;
                }
                following.borrow_mut().settled = Some(due.clone());
                update.force_update();
                false
            })
        });
        move || drop(timer)
    });
    shown
}
