//! Files that the reader gives to the page: chosen, dropped on it, or pasted into it.
//!
//! Whatever the way, they come in through one callback. Nothing is sent
//! anywhere; the browser hands over a handle, and the worker reads it.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, ClipboardEvent, DataTransfer, DragEvent, Event, File, FileList, HtmlInputElement,
};

use super::shortcut::is_typing;

/// A file, or text in the place of one.
#[derive(Clone, Debug, PartialEq)]
pub struct GivenFile {
    /// Its name, whose ending may say what it is.
    pub name: String,
    /// Its content.
    pub content: Blob,
}

impl GivenFile {
    /// Pasted text as a file of this name.
    #[must_use]
    pub fn of_text(name: &str, text: &str) -> Option<Self> {
        let content = Blob::new_with_str_sequence(&Array::of1(&JsValue::from(text))).ok()?;
        Some(Self {
            name: name.to_owned(),
            content,
        })
    }

    fn of_list(list: Option<FileList>) -> Vec<Self> {
        let Some(list) = list else {
            return Vec::new();
        };
        let files = (0..list.length()).filter_map(|at| list.get(at));
        files
            .map(|file: File| Self {
                name: file.name(),
                content: file.into(),
            })
            .collect()
    }
}

/// The files that were chosen in `input`, which then forgets them: choosing the same one again is a choice too.
#[must_use]
pub fn chosen(input: &HtmlInputElement) -> Vec<GivenFile> {
    let files = GivenFile::of_list(input.files());
    input.set_value("");
    files
}

/// What is dragged over the page or dropped on it.
#[derive(Clone, Debug, PartialEq)]
pub enum Dropped {
    /// Files came over the page, or left it again.
    Over(bool),
    /// Files were dropped on the page.
    Files(Vec<GivenFile>),
}

/// Listens for what is dragged and pasted until it is dropped.
#[derive(Debug)]
pub struct GiftListener {
    _listeners: Vec<EventListener>,
}

type DragHandler = Box<dyn Fn(&DataTransfer)>;

/// Calls back with files that are dragged over the page and dropped on it.
pub fn on_drop(happened: impl Fn(Dropped) + 'static) -> GiftListener {
    let happened = Rc::new(happened);
    // Entering a child comes before leaving its parent: only a count knows when the page is left.
    let depth = Rc::new(Cell::new(0_u32));
    let listen = |kind: &'static str, handle: DragHandler| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document(), kind, options, move |event: &Event| {
            let Some(event) = event.dyn_ref::<DragEvent>() else {
                return;
            };
            if let Some(data) = event.data_transfer().filter(carries_files) {
                // Otherwise the browser would open the file in the place of the page.
                event.prevent_default();
                handle(&data);
            }
        })
    };
    let enter = {
        let (depth, happened) = (Rc::clone(&depth), Rc::clone(&happened));
        move |_: &DataTransfer| {
            depth.set(depth.get() + 1);
            happened(Dropped::Over(true));
        }
    };
    let leave = {
        let (depth, happened) = (Rc::clone(&depth), Rc::clone(&happened));
        move |_: &DataTransfer| {
            depth.set(depth.get().saturating_sub(1));
            if depth.get() == 0 {
                happened(Dropped::Over(false));
            }
        }
    };
    let drop = move |data: &DataTransfer| {
        depth.set(0);
        happened(Dropped::Over(false));
        let files = GivenFile::of_list(data.files());
        if !files.is_empty() {
            happened(Dropped::Files(files));
        }
    };
    let over = |data: &DataTransfer| data.set_drop_effect("copy");
    GiftListener {
        _listeners: vec![
            listen("dragenter", Box::new(enter)),
            listen("dragleave", Box::new(leave)),
            listen("dragover", Box::new(over)),
            listen("drop", Box::new(drop)),
        ],
    }
}

/// Calls back with files, or with cells of a spreadsheet as a file without a name, that are pasted while no field has the
/// focus.
pub fn on_paste(pasted: impl Fn(Vec<GivenFile>) + 'static) -> GiftListener {
    let listener = EventListener::new(&document(), "paste", move |event: &Event| {
        let Some(event) = event.dyn_ref::<ClipboardEvent>() else {
            return;
        };
        let Some(data) = event.clipboard_data().filter(|_| !is_typing(event)) else {
            return;
        };
        // Excel puts a picture of the cells beside their text.
        let text = data.get_data("text/plain").unwrap_or_default();
        let files = if is_table(&text) {
            GivenFile::of_text("", &text).into_iter().collect()
        } else {
            GivenFile::of_list(data.files())
        };
        if !files.is_empty() {
            pasted(files);
        }
    });
    GiftListener {
        _listeners: vec![listener],
    }
}

/// Whether a text may be cells: at least two lines, or two cells.
fn is_table(text: &str) -> bool {
    let text = text.trim();
    text.contains('\n') || text.contains('\t')
}

fn carries_files(data: &DataTransfer) -> bool {
    data.types().iter().any(|kind| kind == "Files")
}
