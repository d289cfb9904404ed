//! A button that opens a few others below it.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::browser::element;
use crate::browser::slices::in_next_task;

/// What a [`Menu`] is made of.
#[derive(Debug, PartialEq, Properties)]
pub struct MenuProps {
    /// What the button says, which also names what it opens.
    pub label: AttrValue,
    /// The button's `data-action`.
    pub action: &'static str,
    /// The look of the button.
    #[prop_or_default]
    pub class: Classes,
    /// Whether it is open.
    pub open: bool,
    /// Receives whether it should be.
    pub on_open: Callback<bool>,
    /// What is opened.
    pub children: Html,
}

/// Opens on a press of its button; closes on another, on Escape, and when the focus goes elsewhere.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let open = props.open;
    let menu = use_node_ref();
    let flip = props.on_open.reform(move |_| !open);
    let onkeydown = {
        let (on_open, menu) = (props.on_open.clone(), menu.clone());
        move |event: KeyboardEvent| {
            if event.key() == "Escape" && open {
                on_open.emit(false);
                let button = menu
                    .cast::<web_sys::Element>()
                    .and_then(|menu| menu.first_element_child())
                    .and_then(|button| button.dyn_into::<HtmlElement>().ok());
                if let Some(button) = button {
                    let _ = button.focus();
                }
            }
        }
    };
    let onfocusout = {
        let (on_open, menu) = (props.on_open.clone(), menu.clone());
        move |_: FocusEvent| {
            let (on_open, menu) = (on_open.clone(), menu.clone());
            // Copying borrows the focus and gives it back at once: what counts is where it is then.
            in_next_task(move || {
                let menu = menu.cast::<web_sys::Element>();
                if menu.is_some_and(|menu| !element::has_focus_within(&menu)) {
                    on_open.emit(false);
                }
            });
        }
    };
    html! {
        <div class="menu" ref={menu} {onkeydown} {onfocusout}>
            <button
                type="button"
                class={props.class.clone()}
                data-action={props.action}
                aria-expanded={if open { "true" } else { "false" }}
                onclick={flip}
            >
                { &props.label }
            </button>
            if open {
                <div role="group" aria-label={props.label.clone()}>{ props.children.clone() }</div>
            }
        </div>
    }
}
