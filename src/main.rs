//! Mounts the page.

use gloo::utils::document;
use inward::browser::page;
use inward::ui::app;

fn main() {
    yew::set_custom_panic_hook(Box::new(page::note_panic));
    if let Some(place) = document().get_element_by_id("app") {
        app::open(place);
    }
}
