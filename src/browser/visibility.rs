//! Whether an element is in sight, or nearly.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// How far outside the window counts as nearly in sight, in CSS pixels.
const MARGIN_PX: f64 = 100.0;

/// Whether the element is in sight or nearly, measured now.
#[must_use]
pub fn is_near(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    let height = window()
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64());
    place.bottom() >= -MARGIN_PX && place.top() <= height.unwrap_or(f64::MAX) + MARGIN_PX
}

/// Follows whether an element is in sight until it is dropped.
#[derive(Debug)]
pub struct SightObserver {
    observer: IntersectionObserver,
    // Keeps the callback alive as long as the observer may call it.
    _callback: Closure<dyn Fn(js_sys::Array)>,
}

impl SightObserver {
    /// Calls back with whether the element is in sight or nearly, at once and after every change.
    #[must_use]
    pub fn new(element: &Element, changed: impl Fn(bool) + 'static) -> Option<Self> {
        let callback = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            if let Some(entry) = entries.iter().last() {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                changed(entry.is_intersecting());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(&format!("{MARGIN_PX}px 0px"));
        let observer =
            IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options)
                .ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _callback: callback,
        })
    }
}

impl Drop for SightObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
