//! A list of values with live counts, in up to three levels.

use std::cmp::Ordering;
use std::rc::Rc;

use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::section::Section;
use super::value_row::{BAR_STEPS, Twist, ValueRow};
use crate::browser::collation::Collator;
use crate::data::{CategoryField, CategoryTree, Field, NodeCode};
use crate::i18n::{Locale, Message};
use crate::query::{
    BucketKey, Collation, Order, PickState, Picks, SearchTerm, Summary, ValueList, pick_states,
};
use crate::state::{Action, PickMode, field_name};
use crate::ui::shared::ByPointer;

/// A list longer than this has a search box of its own.
const LONG_LIST: usize = 8;

/// As many values of a level are shown before the reader asks for more: a ledger may name thousands of places.
const FIRST_VALUES: usize = 100;

/// From here on counts are wider than the column that most lists need, and from there on wider once more.
const WIDE_COUNTS: [u32; 2] = [1_000, 1_000_000];

/// What a tree filter shows.
#[derive(Debug, PartialEq, Properties)]
pub struct TreeFilterProps {
    /// The field that is filtered.
    pub field: CategoryField,
    /// Its values.
    pub tree: ByPointer<CategoryTree>,
    /// Projects per value under the other fields' filters.
    pub selected: ByPointer<Summary>,
    /// Projects per value without any filter.
    pub whole: ByPointer<Summary>,
    /// What is picked.
    pub picks: Picks,
    /// Whether the section is open.
    pub open: bool,
    /// The order of the values.
    pub order: Order,
    /// The language of the page.
    pub locale: Locale,
    /// Receives what the reader does.
    pub on_action: Callback<Action>,
}

/// A filter on one category field.
#[component]
pub fn TreeFilter(props: &TreeFilterProps) -> Html {
    let flipped = use_state(Vec::<NodeCode>::new);
    let sought = use_state(String::new);
    let unfolded = use_state(|| false);
    let (field, locale) = (props.field, props.locale);
    let values = use_memo(
        (
            props.open,
            props.tree.clone(),
            props.whole.clone(),
            props.order,
            locale,
        ),
        |(open, tree, whole, order, locale)| {
            if *open {
                listed(tree, whole, *order, *locale)
            } else {
                ValueList::default()
            }
        },
    );
    let states = pick_states(&props.picks, &props.tree);
    let is_all = values
        .roots()
        .iter()
        .all(|&code| states[usize::from(code)] == PickState::Whole);

    let onchange = {
        let on_action = props.on_action.clone();
        move |event: Event| {
            if let Some(key) = key_of(&event) {
                on_action.emit(Action::PickCategory {
                    field,
                    key,
                    mode: PickMode::Add,
                });
            }
        }
    };
    let onclick = {
        let (on_action, flipped, tree) =
            (props.on_action.clone(), flipped.clone(), props.tree.clone());
        move |event: MouseEvent| match (action_of(&event).as_deref(), key_of(&event)) {
            (Some("only"), Some(key)) => on_action.emit(Action::PickCategory {
                field,
                key,
                mode: PickMode::Only,
            }),
            (Some("twist"), Some(key)) => {
                if let Some(code) = tree.code(&key) {
                    flipped.set(with_flipped(&flipped, code));
                }
            }
            (_, _) => {}
        }
    };
    let onkeydown = {
        let on_action = props.on_action.clone();
        move |event: KeyboardEvent| {
            let is_box = event
                .target_dyn_into::<HtmlInputElement>()
                .is_some_and(|input| input.type_() == "checkbox");
            if let Some(key) = key_of(&event).filter(|_| is_box && event.key() == "Enter") {
                on_action.emit(Action::PickCategory {
                    field,
                    key,
                    mode: PickMode::Only,
                });
            }
        }
    };
    let on_seek = {
        let sought = sought.clone();
        move |event: InputEvent| {
            sought.set(event.target_unchecked_into::<HtmlInputElement>().value());
        }
    };
    let active = !props.picks.is_empty();
    let name = field_name(Field::Category(field)).text(locale);
    let tools = html! {
        if active && props.open && !is_all {
            <button
                type="button"
                class="quiet"
                data-action="invert"
                aria-label={Message::InvertField { field: name.to_string() }.text(locale)}
                onclick={props.on_action.reform(move |_| Action::InvertPicks(field))}
            >
                { Message::Invert.text(locale) }
            </button>
        }
    };
    let section = Section {
        field: Field::Category(field),
        open: props.open,
        active,
        locale,
        on_action: &props.on_action,
    };
    section.html(tools, || {
        let search_name = Message::ListSearch {
            field: name.to_string(),
        };
        let term = SearchTerm::new(&sought);
        let list = List {
            props,
            values: &values,
            states: &states,
            most_shown: if *unfolded { usize::MAX } else { FIRST_VALUES },
            is_sought: !sought.trim().is_empty(),
            term,
            flipped: &flipped,
        };
        let level = list.level(values.roots(), false);
        html! {
            <>
                if values.len > LONG_LIST {
                    <input
                        class="list-search"
                        type="search"
                        autocomplete="off"
                        spellcheck="false"
                        aria-label={search_name.text(locale)}
                        placeholder={search_name.text(locale)}
                        oninput={on_seek}
                    />
                }
                <div class={width_class(values.most)} {onchange} {onclick} {onkeydown}>
                    if level.shown == 0 {
                        <p class="hint" role="status">{ Message::NoValueFound.text(locale) }</p>
                    } else {
                        { level.html }
                    }
                </div>
                if level.hidden > 0 {
                    <button type="button" class="quiet" data-action="more" onclick={move |_| unfolded.set(true)}>
                        { Message::MoreValues(level.hidden as u64).text(locale) }
                    </button>
                }
            </>
        }
    })
}

/// The class of a list whose longest count is `most`.
fn width_class(most: u32) -> &'static str {
    match WIDE_COUNTS.iter().filter(|&&wide| most >= wide).count() {
        0 => "values-all",
        1 => "values-all wide",
        _ => "values-all wider",
    }
}

/// The values in order. The browser's collation is asked for only where it is needed.
fn listed(tree: &CategoryTree, whole: &Summary, order: Order, locale: Locale) -> ValueList {
    match order {
        Order::Value => ValueList::new(tree, whole, order, &|_, _| Ordering::Equal),
        Order::Name => {
            let collator = Collator::new(locale);
            ValueList::new(tree, whole, order, &|one, other| {
                collator.compare(one.name.get(locale), other.name.get(locale))
            })
        }
    }
}

/// The key of the value in whose row something happened.
fn key_of(event: &Event) -> Option<Rc<str>> {
    let row = event
        .target_dyn_into::<Element>()?
        .closest(".value")
        .ok()??;
    let label = row.query_selector("[data-key]").ok()??;
    label.get_attribute("data-key").map(Rc::from)
}

/// What the button that was pressed does.
fn action_of(event: &Event) -> Option<String> {
    let button = event
        .target_dyn_into::<Element>()?
        .closest("[data-action]")
        .ok()??;
    button.get_attribute("data-action")
}

fn with_flipped(flipped: &[NodeCode], code: NodeCode) -> Vec<NodeCode> {
    let mut next = flipped.to_vec();
    match next.iter().position(|&other| other == code) {
        Some(place) => {
            next.swap_remove(place);
        }
        None => next.push(code),
    }
    next
}

/// One rendering of the list.
struct List<'a> {
    props: &'a TreeFilterProps,
    values: &'a ValueList,
    /// How much of each value is picked, by code.
    states: &'a [PickState],
    /// As many values of a level are shown.
    most_shown: usize,
    /// Whether the reader looks for something in this list.
    is_sought: bool,
    /// What the reader looks for.
    term: SearchTerm,
    /// Values that the reader opened or closed against how the list began.
    flipped: &'a [NodeCode],
}

/// The values that share a parent.
struct Level {
    html: Html,
    shown: usize,
    /// Values that are there and not shown, here and below.
    hidden: usize,
}

impl List<'_> {
    /// The values of a level; all of them where one above them is what the reader looks for.
    fn level(&self, codes: &[NodeCode], all: bool) -> Level {
        let sought: Vec<(NodeCode, bool)> = codes
            .iter()
            .map(|&code| (code, all || self.is_named(code)))
            .filter(|&(code, named)| named || self.any_below(code))
            .collect();
        let shown = sought.len().min(self.most_shown);
        let mut hidden = sought.len() - shown;
        let rows: Html = sought[..shown]
            .iter()
            .map(|&(code, named)| self.value(code, named, &mut hidden))
            .collect();
        Level {
            html: html! { <ul class="values">{ rows }</ul> },
            shown,
            hidden,
        }
    }

    /// Whether the name of a value, in either language, is what the reader looks for.
    fn is_named(&self, code: NodeCode) -> bool {
        let name = &self.props.tree.node(code).name;
        !self.is_sought || self.term.matches([&*name.zh, &*name.en].into_iter())
    }

    fn any_below(&self, code: NodeCode) -> bool {
        let mut below = self.values.below(code).iter();
        below.any(|&child| self.is_named(child) || self.any_below(child))
    }

    fn value(&self, code: NodeCode, named: bool, hidden: &mut usize) -> Html {
        let props = self.props;
        let node = props.tree.node(code);
        let projects = props.selected.of(BucketKey::Category(code)).projects;
        let below = self.values.below(code);
        let starts_open = node.parent.is_none()
            && matches!(
                props.field,
                CategoryField::Country | CategoryField::Industry
            );
        let open = !below.is_empty()
            && (starts_open != self.flipped.contains(&code)
                || (self.is_sought && self.any_below(code)));
        let twist = match (below.is_empty(), self.values.has_branches) {
            (true, false) => Twist::None,
            (true, true) => Twist::Gap,
            (false, _) if open => Twist::Open,
            (false, _) => Twist::Closed,
        };
        let most = self.values.most;
        let steps = u64::from(projects.min(most)) * u64::from(BAR_STEPS) / u64::from(most);
        html! {
            <li key={Rc::clone(&node.key)}>
                <ValueRow
                    value={ByPointer::from(&node.key)}
                    name={ByPointer::from(node.name.get(props.locale))}
                    {projects}
                    steps={(steps as u8).max(u8::from(projects > 0))}
                    picked={self.states[usize::from(code)]}
                    {twist}
                    sought={self.term.clone()}
                    locale={props.locale}
                />
                if open {
                    { self.branch(below, named && self.is_sought, hidden) }
                }
            </li>
        }
    }

    fn branch(&self, below: &[NodeCode], all: bool, hidden: &mut usize) -> Html {
        let level = self.level(below, all);
        *hidden += level.hidden;
        level.html
    }
}
