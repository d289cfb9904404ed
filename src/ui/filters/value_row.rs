//! One value of a list: a checkbox with a name, a bar and a count.
//!
//! A component, so that a filter touches the rows whose count or state it
//! changes, and no other. What a reader does in a row is heard by the list,
//! which finds the value by the row's `data-key`.

use yew::prelude::*;

use crate::i18n::{Locale, Message, format};
use crate::query::{PickState, SearchTerm};
use crate::ui::shared::{ByPointer, Icon, highlighted};

/// The longest bar, in the classes of the style sheet.
pub(super) const BAR_STEPS: u8 = 22;

/// The bars of the style sheet. A style attribute would ask for a weaker Content-Security-Policy, and a picture for
/// each row is slow.
const BARS: [&str; BAR_STEPS as usize + 1] = [
    "share share-0",
    "share share-1",
    "share share-2",
    "share share-3",
    "share share-4",
    "share share-5",
    "share share-6",
    "share share-7",
    "share share-8",
    "share share-9",
    "share share-10",
    "share share-11",
    "share share-12",
    "share share-13",
    "share share-14",
    "share share-15",
    "share share-16",
    "share share-17",
    "share share-18",
    "share share-19",
    "share share-20",
    "share share-21",
    "share share-22",
];

/// What stands before the checkbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Twist {
    /// No value of the list has others below it.
    None,
    /// Room for a button, because other rows have one.
    Gap,
    /// A button that shows the values below.
    Closed,
    /// A button that hides the values below.
    Open,
}

/// What a row shows.
#[derive(Debug, PartialEq, Properties)]
pub(super) struct ValueRowProps {
    /// The value's key.
    pub value: ByPointer<str>,
    /// Its name.
    pub name: ByPointer<str>,
    /// Projects under the other fields' filters.
    pub projects: u32,
    /// The length of the bar, up to [`BAR_STEPS`].
    pub steps: u8,
    /// How much of it is picked.
    pub picked: PickState,
    /// What stands before the checkbox.
    pub twist: Twist,
    /// What the reader looks for in the list.
    pub sought: SearchTerm,
    /// The language of the page.
    pub locale: Locale,
}

/// A row of a list.
#[component]
pub(super) fn ValueRow(props: &ValueRowProps) -> Html {
    let locale = props.locale;
    let name = AttrValue::from(props.name.0.clone());
    let only = Message::OnlyValue {
        name: props.name.to_string(),
    };
    html! {
        <div class={if props.projects == 0 { "value ruled-out" } else { "value" }}>
            { twist(props) }
            <label data-key={AttrValue::from(props.value.0.clone())}>
                <input type="checkbox" checked={props.picked == PickState::Whole} ~indeterminate={props.picked == PickState::Part} />
                <span class="name" title={name}>{ highlighted(&props.name, &props.sought) }</span>
                <span class={BARS[usize::from(props.steps.min(BAR_STEPS))]} />
                <span class="count">{ format::count(u64::from(props.projects)) }</span>
            </label>
            // Not a further stop of the Tab key in every row: Enter on the checkbox does the same.
            <button type="button" class="only" data-action="only" tabindex="-1" aria-label={only.text(locale)}>
                { Message::Only.text(locale) }
            </button>
        </div>
    }
}

fn twist(props: &ValueRowProps) -> Html {
    let open = match props.twist {
        Twist::None => return Html::default(),
        Twist::Gap => return html! { <span class="twist-gap" /> },
        Twist::Closed => false,
        Twist::Open => true,
    };
    let label = Message::OpenBranch {
        name: props.name.to_string(),
    };
    html! {
        <button
            type="button"
            class="twist"
            data-action="twist"
            aria-expanded={if open { "true" } else { "false" }}
            aria-label={label.text(props.locale)}
        >
            { Icon::Twist.html() }
        </button>
    }
}
