//! A list of values with live counts, in up to three levels.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::data::{CategoryField, CategoryTree, Field, NodeCode};
use crate::i18n::{Locale, Message, format};
use crate::query::{BucketKey, Picks, Summary, fold, picked_leaves, sorted};
use crate::state::{Action, PickMode, field_name};
use crate::ui::shared::{ByPointer, Icon};

/// A list longer than this has a search box of its own.
const LONG_LIST: usize = 8;

/// The lengths of the bar beside a count, `share-0` to `share-22` in the style sheet.
const BAR_STEPS: u64 = 22;

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
    /// Whether the section is open when the page opens.
    pub open: bool,
    /// Whether the values at the top show those below them when the page opens.
    pub expanded: bool,
    /// The language of the page.
    pub locale: Locale,
    /// Receives what the reader does.
    pub on_action: Callback<Action>,
}

/// A filter on one category field.
#[component]
pub fn TreeFilter(props: &TreeFilterProps) -> Html {
    let open = use_state(|| props.open);
    let flipped = use_state(Vec::<NodeCode>::new);
    let sought = use_state(String::new);
    let locale = props.locale;
    let name = field_name(Field::Category(props.field)).text(locale);

    let list = List {
        props,
        picked: picked_leaves(&props.picks, &props.tree),
        most: props
            .tree
            .roots()
            .map(|code| props.whole.of(BucketKey::Category(code)).projects)
            .max()
            .unwrap_or(1)
            .max(1),
        sought: fold(sought.trim()),
        flipped: &flipped,
    };
    let on_seek = {
        let sought = sought.clone();
        move |event: InputEvent| {
            sought.set(event.target_unchecked_into::<HtmlInputElement>().value());
        }
    };
    let field = props.field;
    let flip = {
        let open = open.clone();
        move |event: MouseEvent| {
            // The state opens and closes the section, so that a closed list costs nothing.
            event.prevent_default();
            open.set(!*open);
        }
    };
    html! {
        <details class="filter" open={*open} data-field={field.key()}>
            <summary onclick={flip}>
                <h3>{ name.clone() }</h3>
                if !props.picks.is_empty() {
                    <button
                        type="button"
                        class="quiet"
                        aria-label={Message::ClearField { field: name.to_string() }.text(locale)}
                        onclick={props.on_action.reform(move |event: MouseEvent| {
                            // The button stands in the heading, which would fold.
                            event.prevent_default();
                            event.stop_propagation();
                            Action::ClearField(Field::Category(field))
                        })}
                    >
                        { Message::Clear.text(locale) }
                    </button>
                }
            </summary>
            if *open && props.tree.nodes().len() > LONG_LIST {
                <input
                    class="list-search"
                    type="search"
                    autocomplete="off"
                    aria-label={Message::ListSearch { field: name.to_string() }.text(locale)}
                    placeholder={Message::ListSearch { field: name.to_string() }.text(locale)}
                    oninput={on_seek}
                />
            }
            if *open {
                { list.level(props.tree.roots().collect()) }
            }
        </details>
    }
}

/// One rendering of the list.
struct List<'a> {
    props: &'a TreeFilterProps,
    /// Which leaves are picked; `None` without picks.
    picked: Option<Vec<bool>>,
    /// Projects of the largest value at the top, for the length of the bars.
    most: u32,
    /// What the reader looks for in this list, folded.
    sought: String,
    /// Values that the reader opened or closed against how the list began.
    flipped: &'a UseStateHandle<Vec<NodeCode>>,
}

impl List<'_> {
    /// The values that share a parent: the largest first, in an order that no filter changes.
    fn level(&self, mut codes: Vec<NodeCode>) -> Html {
        let tree = &self.props.tree;
        let whole = |code: NodeCode| self.props.whole.of(BucketKey::Category(code)).projects;
        codes.retain(|&code| whole(code) > 0 && self.is_sought(code));
        let order = sorted(codes.len(), &mut |one, other| {
            let (one, other) = (codes[one], codes[other]);
            let (left, right) = (tree.node(one), tree.node(other));
            left.is_unstated()
                .cmp(&right.is_unstated())
                .then_with(|| whole(other).cmp(&whole(one)))
                .then_with(|| left.key.cmp(&right.key))
        });
        html! { <ul class="values">{ for order.into_iter().map(|place| self.value(codes[place])) }</ul> }
    }

    fn is_sought(&self, code: NodeCode) -> bool {
        let node = self.props.tree.node(code);
        self.sought.is_empty()
            || fold(&node.name.zh).contains(&self.sought)
            || fold(&node.name.en).contains(&self.sought)
            || node.children.iter().any(|&child| self.is_sought(child))
    }

    fn value(&self, code: NodeCode) -> Html {
        let props = self.props;
        let node = props.tree.node(code);
        let name = node.name.get(props.locale);
        let projects = props.selected.of(BucketKey::Category(code)).projects;
        let leaves = props.tree.leaves_below(code);
        let picked = self.picked.as_ref().map_or(0, |picked| {
            leaves
                .iter()
                .filter(|&&leaf| picked[usize::from(leaf)])
                .count()
        });
        let all = picked == leaves.len();
        let starts_open = props.expanded && node.parent.is_none();
        let open = !node.is_leaf()
            && (starts_open != self.flipped.contains(&code) || !self.sought.is_empty());
        // As many steps as the bar has device pixels to show; a style attribute would ask for a weaker
        // Content-Security-Policy, and a picture for each row is slow.
        let steps = u64::from(projects.min(self.most)) * BAR_STEPS / u64::from(self.most);
        let share = format!("share-{}", steps.max(u64::from(projects > 0)));
        let pick = {
            let key = Rc::clone(&node.key);
            let field = props.field;
            props
                .on_action
                .reform(move |_: Event| Action::PickCategory {
                    field,
                    key: Rc::clone(&key),
                    mode: PickMode::Add,
                })
        };
        html! {
            <li key={&*node.key}>
                <div class={classes!("value", (projects == 0).then_some("ruled-out"))}>
                    { self.twist(code, open) }
                    <label data-key={AttrValue::from(Rc::clone(&node.key))}>
                        <input type="checkbox" checked={all} ~indeterminate={picked > 0 && !all} onchange={pick} />
                        <span class="name" title={AttrValue::from(Rc::clone(name))}>{ &**name }</span>
                        <span class={classes!("share", share)} />
                        <span class="count">{ format::count(u64::from(projects)) }</span>
                    </label>
                </div>
                if open {
                    { self.level(node.children.clone()) }
                }
            </li>
        }
    }

    /// The button that shows the values below one; a gap of its width where there are none anywhere in the list.
    fn twist(&self, code: NodeCode, open: bool) -> Html {
        let node = self.props.tree.node(code);
        if node.is_leaf() {
            let any = self.props.tree.nodes().iter().any(|node| !node.is_leaf());
            return if any {
                html! { <span class="twist-gap" /> }
            } else {
                Html::default()
            };
        }
        let flipped = self.flipped.clone();
        let onclick = move |_| {
            let mut next = (*flipped).clone();
            match next.iter().position(|&other| other == code) {
                Some(place) => {
                    next.swap_remove(place);
                }
                None => next.push(code),
            }
            flipped.set(next);
        };
        let label = Message::OpenBranch {
            name: node.name.get(self.props.locale).to_string(),
        }
        .text(self.props.locale);
        html! {
            <button
                type="button"
                class="twist"
                aria-expanded={if open { "true" } else { "false" }}
                aria-label={label}
                {onclick}
            >
                { Icon::Twist.html() }
            </button>
        }
    }
}
