//! Where the focus goes when what had it goes away.

use std::time::Duration;

use gloo::utils::{body, document};
use inward::browser::focus::keep_focus;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;
use yew::platform::time::sleep;

fn button(container: &HtmlElement) -> HtmlElement {
    let button: HtmlElement = document()
        .create_element("button")
        .unwrap()
        .unchecked_into();
    container.append_child(&button).unwrap();
    button
}

/// A page that has much to do takes away later what was pressed.
#[wasm_bindgen_test]
async fn the_focus_stays_near_what_goes_away_later() {
    let container: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    body().append_child(&container).unwrap();
    let (pressed, neighbour) = (button(&container), button(&container));

    for delay in [0, 50, 400] {
        let listener = keep_focus();
        pressed.focus().unwrap();
        pressed.click();
        sleep(Duration::from_millis(delay)).await;
        pressed.remove();
        sleep(Duration::from_millis(600)).await;
        assert!(
            neighbour.is_same_node(document().active_element().as_deref()),
            "{delay} ms"
        );
        drop(listener);
        container.prepend_with_node_1(&pressed).unwrap();
    }
    container.remove();
}
