//! One of a few: a row of buttons of which one is pressed.

use yew::prelude::*;

/// One button of a [`Choice`].
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceOption {
    /// What the button says.
    pub text: AttrValue,
    /// The language of the text, where it is not that of the page.
    pub lang: Option<AttrValue>,
    /// Whether it is the chosen one.
    pub chosen: bool,
}

/// What a [`Choice`] is made of.
#[derive(Debug, PartialEq, Properties)]
pub struct ChoiceProps {
    /// Names the group.
    pub label: AttrValue,
    /// The buttons, left to right.
    pub options: Vec<ChoiceOption>,
    /// Receives the position of the button that was pressed.
    pub on_choose: Callback<usize>,
}

/// A group of buttons of which one is pressed.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let button = |(position, option): (usize, &ChoiceOption)| {
        let on_choose = props.on_choose.clone();
        html! {
            <button
                key={position}
                type="button"
                lang={option.lang.clone()}
                aria-pressed={if option.chosen { "true" } else { "false" }}
                onclick={move |_| on_choose.emit(position)}
            >
                { &option.text }
            </button>
        }
    };
    html! {
        <div class="choice" role="group" aria-label={props.label.clone()}>
            { for props.options.iter().enumerate().map(button) }
        </div>
    }
}
