//! What the reader's device prefers.

use gloo::events::EventListener;
use gloo::utils::window;
use web_sys::MediaQueryList;

const DARK: &str = "(prefers-color-scheme: dark)";
/// Where the projects are cards and their details cover the page; the style sheets ask the same.
const NARROW: &str = "(max-width: 640px)";
/// Where the filters are a sheet over the page; the style sheets ask the same.
const ONE_COLUMN: &str = "(max-width: 860px)";
const REDUCED_MOTION: &str = "(prefers-reduced-motion: reduce)";
/// A window of its own, without a browser around it.
const STANDALONE: &str = "(display-mode: standalone)";

/// Whether the device asks for a dark page.
#[must_use]
pub fn prefers_dark() -> bool {
    matches(DARK)
}

/// Whether the page is open as an app that was installed.
#[must_use]
pub fn is_installed() -> bool {
    matches(STANDALONE)
}

/// Whether the page is as narrow as a phone.
#[must_use]
pub fn is_narrow() -> bool {
    matches(NARROW)
}

/// Whether the device asks for less motion. Every change of a chart asks.
#[must_use]
pub fn prefers_reduced_motion() -> bool {
    thread_local! {
        static LIST: Option<MediaQueryList> = list(REDUCED_MOTION);
    }
    LIST.with(|list| list.as_ref().is_some_and(MediaQueryList::matches))
}

/// The device's languages as BCP 47 tags, best first.
#[must_use]
pub fn languages() -> Vec<String> {
    window()
        .navigator()
        .languages()
        .iter()
        .filter_map(|tag| tag.as_string())
        .collect()
}

/// Device pixels per CSS pixel.
#[must_use]
pub fn pixel_ratio() -> f64 {
    window().device_pixel_ratio()
}

/// Calls back when the device changes between light and dark; `None` where it cannot tell.
#[must_use]
pub fn on_dark_change(changed: impl Fn(bool) + 'static) -> Option<EventListener> {
    on_change(DARK, changed)
}

/// Calls back when the page becomes as narrow as a phone, or wider; `None` where the browser cannot tell.
#[must_use]
pub fn on_narrow_change(changed: impl Fn(bool) + 'static) -> Option<EventListener> {
    on_change(NARROW, changed)
}

/// Calls back when the filters get or lose their place beside the page; `None` where the browser cannot tell.
#[must_use]
pub fn on_one_column_change(changed: impl Fn(bool) + 'static) -> Option<EventListener> {
    on_change(ONE_COLUMN, changed)
}

fn on_change(condition: &'static str, changed: impl Fn(bool) + 'static) -> Option<EventListener> {
    let query = list(condition)?;
    Some(EventListener::new(&query, "change", move |_| {
        changed(matches(condition));
    }))
}

/// Calls back once, when the number of device pixels per CSS pixel changes (zoom, another screen).
#[must_use]
pub fn on_pixel_ratio_change(changed: impl FnOnce() + 'static) -> Option<EventListener> {
    let query = list(&format!("(resolution: {}dppx)", pixel_ratio()))?;
    Some(EventListener::once(&query, "change", move |_| changed()))
}

fn matches(query: &str) -> bool {
    list(query).is_some_and(|list| list.matches())
}

fn list(query: &str) -> Option<MediaQueryList> {
    window().match_media(query).ok()?
}
