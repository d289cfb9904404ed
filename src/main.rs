//! Mounts the page.

use gloo::utils::document;
use inward::ui::app::App;

fn main() {
    if let Some(place) = document().get_element_by_id("app") {
        yew::Renderer::<App>::with_root(place).render();
    }
}
