//! The size of an element, followed as it changes.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Element, FocusOptions, HtmlElement, ResizeObserver, ResizeObserverEntry, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// Between a floating element and what it speaks of, in CSS pixels.
const GAP_PX: f64 = 8.0;

/// Follows the width of an element until it is dropped.
#[derive(Debug)]
pub struct WidthObserver {
    observer: ResizeObserver,
    // Keeps the callback alive as long as the observer may call it.
    _callback: Closure<dyn Fn(js_sys::Array)>,
}

impl WidthObserver {
    /// Calls back with the content width in CSS pixels, at once and after every change.
    #[must_use]
    pub fn new(element: &Element, changed: impl Fn(f64) + 'static) -> Option<Self> {
        let callback = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            if let Some(entry) = entries.iter().last() {
                let entry: ResizeObserverEntry = entry.unchecked_into();
                changed(entry.content_rect().width());
            }
        });
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _callback: callback,
        })
    }
}

impl Drop for WidthObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// The width of an element without its border, in whole CSS pixels; of an element without padding that of its content.
#[must_use]
pub fn content_width(element: &Element) -> f64 {
    f64::from(element.client_width())
}

/// Places a floating element above or below a rectangle of its container, within the container's width.
pub fn place_beside(
    floating: &HtmlElement,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    container_width: f64,
) {
    let (own_width, own_height) = (
        f64::from(floating.offset_width()),
        f64::from(floating.offset_height()),
    );
    let left =
        (x + width / 2.0 - own_width / 2.0).clamp(0.0, (container_width - own_width).max(0.0));
    let above = y - own_height - GAP_PX;
    let top = if above >= -own_height {
        above
    } else {
        y + height + GAP_PX
    };
    set_style(
        floating,
        "transform",
        &format!("translate({left:.0}px, {top:.0}px)"),
    );
}

/// Gives an element a height in CSS pixels.
pub fn set_height(element: &HtmlElement, height: f64) {
    set_style(element, "height", &format!("{height}px"));
}

/// Shows an element so many CSS pixels below its place.
pub fn move_down(element: &HtmlElement, by: f64) {
    set_style(element, "transform", &format!("translateY({by}px)"));
}

/// Shows what the pointer can do here.
pub fn set_cursor(element: &HtmlElement, cursor: &str) {
    set_style(element, "cursor", cursor);
}

/// Styles go through the object model, which a strict Content-Security-Policy allows; attributes it does not.
fn set_style(element: &HtmlElement, property: &str, value: &str) {
    let _ = element.style().set_property(property, value);
}

/// The element that has the focus.
#[must_use]
pub fn focused() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}

/// Whether the focus is on `element` or within it.
#[must_use]
pub fn has_focus_within(element: &Element) -> bool {
    focused().is_some_and(|focused| element.contains(Some(&focused)))
}

/// Moves the focus, and nothing else: the page stays where it is.
pub fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Moves the focus to the element with this identifier, and brings it into sight.
pub fn focus_on(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Fails only for an element that cannot have the focus.
        let _ = element.focus();
    }
}

/// Scrolls as little as brings the element with this identifier into sight.
pub fn bring_into_sight(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_inline(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Lets a drag leave the element without losing it.
pub fn capture_pointer(element: &Element, pointer_id: i32) {
    let _ = element.set_pointer_capture(pointer_id);
}
