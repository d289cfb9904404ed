//! Files that the system opens with the page, where it is installed as an app.
//!
//! Few browsers have a queue of launches (<https://wicg.github.io/web-app-launch/>); without one nothing comes. Files that
//! came before anybody asked wait in it.

use gloo::utils::window;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

use super::files::GivenFile;

/// Calls back with the files of each launch, as long as the page is open.
pub fn on_launch(given: impl Fn(Vec<GivenFile>) + Clone + 'static) {
    let Some(queue) = get(&window(), "launchQueue") else {
        return;
    };
    let Some(set_consumer) = function(&queue, "setConsumer") else {
        return;
    };
    let consumer = Closure::<dyn Fn(JsValue)>::new(move |launch: JsValue| {
        let given = given.clone();
        spawn_local(async move {
            let handles = get(&launch, "files").and_then(|files| files.dyn_into::<Array>().ok());
            let mut files = Vec::new();
            for handle in handles.unwrap_or_default().iter() {
                files.extend(file_of(&handle).await);
            }
            if !files.is_empty() {
                given(files);
            }
        });
    });
    // The queue takes a consumer once and gives none back.
    let _ = set_consumer.call1(&queue, &consumer.into_js_value());
}

/// The file behind a handle of the system; `None` where it is gone or may not be read.
async fn file_of(handle: &JsValue) -> Option<GivenFile> {
    let promise = function(handle, "getFile")?.call0(handle).ok()?;
    let promise: Promise = promise.dyn_into().ok()?;
    let file: File = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    Some(GivenFile {
        name: file.name(),
        content: file.into(),
    })
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &name.into()).ok()?;
    (!value.is_null() && !value.is_undefined()).then_some(value)
}

fn function(object: &JsValue, name: &str) -> Option<Function> {
    get(object, name)?.dyn_into().ok()
}
