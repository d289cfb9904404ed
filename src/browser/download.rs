//! Handing a file to the reader. Nothing is sent: the browser saves what the page made.

use gloo::utils::{body, document};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlCanvasElement, Url};

/// The browser could not make the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DownloadFailed;

impl From<JsValue> for DownloadFailed {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Saves `content` under `name`; `kind` is its media type.
///
/// # Errors
///
/// [`DownloadFailed`] where the browser makes no file of it.
pub fn save(name: &str, kind: &str, content: &[u8]) -> Result<(), DownloadFailed> {
    let mut pieces = Pieces::default();
    pieces.add(content);
    pieces.save(name, kind)
}

/// A file that is made piece by piece; the browser holds the pieces, outside of the page's memory.
#[derive(Clone, Debug, Default)]
pub struct Pieces {
    parts: Array,
}

impl Pieces {
    /// Adds a piece at the end.
    pub fn add(&mut self, piece: &[u8]) {
        self.parts.push(&Uint8Array::from(piece));
    }

    /// Saves the pieces as one file under `name`; `kind` is its media type.
    ///
    /// # Errors
    ///
    /// [`DownloadFailed`] where the browser makes no file of them.
    pub fn save(&self, name: &str, kind: &str) -> Result<(), DownloadFailed> {
        save_blob(name, &self.blob(kind)?)
    }

    /// The pieces as one; `kind` is its media type.
    ///
    /// # Errors
    ///
    /// [`DownloadFailed`] where the browser has no room for it.
    pub fn blob(&self, kind: &str) -> Result<Blob, DownloadFailed> {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        Ok(Blob::new_with_u8_array_sequence_and_options(
            &self.parts,
            &options,
        )?)
    }
}

/// Saves what is on `canvas` as PNG under `name`; `done` learns whether that went well.
pub fn save_png(
    name: String,
    canvas: &HtmlCanvasElement,
    done: impl FnOnce(Result<(), DownloadFailed>) + 'static,
) {
    let callback = Closure::once_into_js(move |blob: JsValue| {
        done(match blob.dyn_into::<Blob>() {
            Ok(blob) => save_blob(&name, &blob),
            Err(_) => Err(DownloadFailed),
        });
    });
    // Fails only for a canvas that shows another site's images; this page draws none.
    let _ = canvas.to_blob(callback.unchecked_ref());
}

fn save_blob(name: &str, blob: &Blob) -> Result<(), DownloadFailed> {
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document()
        .create_element("a")?
        .dyn_into()
        .map_err(|_| DownloadFailed)?;
    link.set_href(&address);
    link.set_download(name);
    // Some browsers follow a link only where it stands in the document.
    body().append_child(&link)?;
    link.click();
    link.remove();
    // The download has begun by the time of the next task, and keeps what it needs.
    gloo::timers::callback::Timeout::new(1_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}
