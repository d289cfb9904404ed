//! The filter panel: every filter, beside the charts.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::section::LIST_KEYS;
use super::{Range, RangeFilter, TreeFilter};
use crate::browser::animation_frame::after_frame;
use crate::browser::element;
use crate::browser::isolation::Isolation;
use crate::browser::media;
use crate::data::{CategoryField, Field};
use crate::i18n::{Locale, Message, format};
use crate::query::Order;
use crate::state::{Action, AppState, Dataset, Findings};
use crate::ui::shared::{ByPointer, Choice, ChoiceOption, Icon};

/// After what time a drag that does not go on counts as at rest, in milliseconds: then the counts of the lists follow. All
/// of them are hundreds of texts to be laid out, which makes a frame late.
const AT_REST_MS: u32 = 150;

/// What the filter panel shows.
#[derive(Debug, PartialEq, Properties)]
pub struct FilterPanelProps {
    /// The state of the page.
    pub state: ByPointer<AppState>,
    /// Every number on the screen.
    pub findings: ByPointer<Findings>,
    /// Whether the lists are there already.
    pub with_lists: bool,
    /// Whether something is being brushed.
    pub brushing: bool,
    /// Receives what the reader does.
    pub on_action: Callback<Action>,
}

/// The filter panel: beside the charts, or on a phone a sheet above them.
#[component]
pub fn FilterPanel(props: &FilterPanelProps) -> Html {
    let (sheet, opener) = (use_node_ref(), use_node_ref());
    let open = use_sheet(&sheet, &opener);
    let state = &props.state;
    let Counted { dataset, findings } = use_counted(state, &props.findings, props.brushing);
    let preferences = &state.preferences;
    let (locale, sections) = (preferences.locale, preferences.sections);
    let filters = &state.view.filters;
    let active = Field::ALL
        .into_iter()
        .filter(|&field| filters.is_active(field))
        .count() as u32;
    let currency = dataset.table.amounts().currency().code();
    // A ledger may say nothing of a field.
    let is_stated = |field| dataset.states(field);
    let is_open = |field| sections.contains(Field::Category(field));
    let are_counted = |&field: &CategoryField| is_stated(field) && is_open(field);
    findings.prepare(CategoryField::ALL.into_iter().filter(are_counted));
    let tree = |field: CategoryField| {
        if !is_stated(field) {
            return Html::default();
        }
        let tree = dataset.table.category(field).tree();
        let whole = &findings.whole.by_category[field.index()];
        let open = is_open(field);
        // Nothing is counted for a list that is folded.
        let selected = if open { findings.by(field) } else { whole };
        html! {
            <TreeFilter
                key={field.key()}
                {field}
                tree={ByPointer::from(tree)}
                selected={ByPointer::from(selected)}
                whole={ByPointer::from(whole)}
                picks={filters.picks(field).clone()}
                {open}
                order={preferences.list_order}
                {locale}
                on_action={props.on_action.clone()}
            />
        }
    };
    let range = |range: Range, field: Field| {
        html! {
            <RangeFilter
                {range}
                open={sections.contains(field)}
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
    let shown = u64::from(findings.selected.totals.projects);
    html! {
        <aside class={classes!("filters", open.then_some("open"))} aria-label={Message::Filters.text(locale)} data-testid="filters" onkeydown={on_escape}>
            <button
                ref={opener}
                type="button"
                class="filters-open"
                aria-haspopup="dialog"
                aria-expanded={if *open { "true" } else { "false" }}
                onclick={flip.clone()}
            >
                { Icon::Funnel.html() }
                { open_label.text(locale) }
            </button>
            <div
                ref={sheet}
                class="filter-list"
                id="filter-list"
                role={open.then_some("dialog")}
                aria-modal={open.then_some("true")}
                aria-labelledby="filters-heading"
                tabindex={open.then_some("-1")}
            >
                <div class="filters-head">
                    <h2 id="filters-heading">{ Message::Filters.text(locale) }</h2>
                    { order_choice(preferences.list_order, locale, &props.on_action) }
                </div>
                <p class="visually-hidden" id={LIST_KEYS}>{ Message::ListKeys.text(locale) }</p>
                if props.with_lists {
                    { tree(country) }
                    { tree(industry) }
                    { range(Range::Period(filters.period, findings.whole.span), Field::Period) }
                    { range(Range::Amount(filters.amount, currency), Field::Amount) }
                    { tree(place) }
                    { for rest.into_iter().map(tree) }
                }
                <button type="button" class="filters-close" onclick={flip}>
                    { Message::ShowProjects(shown).text(locale) }
                </button>
            </div>
        </aside>
    }
}

/// The data whose values the lists hold, and the findings whose counts stand in them.
#[derive(Clone, PartialEq)]
struct Counted {
    dataset: Rc<Dataset>,
    findings: ByPointer<Findings>,
}

/// What is in the lists. It is that of the frame before: what is picked shows at once and the charts with it, and the
/// counts of every list, or the values of other data, would make that frame late. In a drag that brushes they follow
/// where it comes to rest.
#[hook]
fn use_counted(state: &AppState, findings: &ByPointer<Findings>, brushing: bool) -> Counted {
    let due = Counted {
        dataset: Rc::clone(state.dataset()),
        findings: findings.clone(),
    };
    let counted = use_state_eq(|| due.clone());
    let next = counted.setter();
    use_effect_with((due, brushing), move |(due, brushing)| {
        let due = due.clone();
        let follow = move || next.set(due);
        let (soon, at_rest) = if *brushing {
            (None, Some(Timeout::new(AT_REST_MS, follow)))
        } else {
            (Some(after_frame(follow)), None)
        };
        move || {
            drop(at_rest);
            if let Some(soon) = soon {
                soon.cancel();
            }
        }
    });
    (*counted).clone()
}

/// Whether the filters are a sheet over the page. The sheet has the focus while it is open, and nothing else can.
#[hook]
fn use_sheet(sheet: &NodeRef, opener: &NodeRef) -> UseStateHandle<bool> {
    let open = use_state_eq(|| false);
    {
        let open = open.clone();
        use_effect_with((), move |()| {
            let listener = media::on_one_column_change(move |_| open.set(false));
            move || drop(listener)
        });
    }
    let (sheet, opener) = (sheet.clone(), opener.clone());
    use_effect_with(*open, move |&open| {
        let isolation = open
            .then(|| sheet.cast::<Element>())
            .flatten()
            .map(|sheet| Isolation::of(&sheet));
        if let Some(sheet) = sheet.cast::<HtmlElement>().filter(|_| open) {
            element::focus(&sheet);
        }
        move || {
            let was_open = isolation.is_some();
            drop(isolation);
            if let Some(opener) = opener.cast::<HtmlElement>().filter(|_| was_open) {
                element::focus(&opener);
            }
        }
    });
    open
}

fn order_choice(order: Order, locale: Locale, on_action: &Callback<Action>) -> Html {
    let choices = [
        (Order::Value, Message::ListsByCount),
        (Order::Name, Message::ListsByName),
    ];
    let options = choices.iter().map(|(choice, name)| ChoiceOption {
        text: name.text(locale).into(),
        lang: None,
        chosen: *choice == order,
    });
    let orders = choices.clone().map(|(choice, _)| choice);
    let on_choose = on_action.reform(move |position: usize| Action::OrderLists(orders[position]));
    html! { <Choice label={Message::ListsLabel.text(locale)} options={options.collect::<Vec<_>>()} {on_choose} /> }
}
