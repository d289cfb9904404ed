//! A file on its way to the background worker, slice by slice.
//!
//! The page fetches the slices, which takes it next to nothing, and hands each over without copying it: while the worker
//! is busy with one the browser fetches the next.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, Worker};

use super::worker_tasks::{Order, Task};

/// Bytes of a file that are handed over at once. Of smaller slices each costs a browser more than it takes to read them.
const SLICE: f64 = (8 << 20) as f64;

/// The same at the beginning, so that the worker begins, and listens in between to the one that helps it.
const FIRST_SLICE: f64 = (2 << 20) as f64;

/// Slices that the worker has before it, the one that it is busy with included.
const MOST_AHEAD: u32 = 2;

/// A file that is being handed over; it stops when dropped.
#[derive(Debug)]
pub(super) struct Feed {
    worker: Worker,
    content: Blob,
    /// Bytes that were handed over.
    start: Cell<f64>,
    ahead: Cell<u32>,
    is_fetching: Cell<bool>,
    has_ended: Cell<bool>,
}

impl Feed {
    /// Hands `content` over to `worker`, which has to listen.
    pub(super) fn new(worker: Worker, task: &Task, content: Blob) -> Rc<Self> {
        begin(&worker, task, &content);
        Rc::new(Self {
            worker,
            content,
            start: Cell::new(0.0),
            ahead: Cell::new(0),
            is_fetching: Cell::new(false),
            has_ended: Cell::new(false),
        })
    }

    /// The worker is done with a slice.
    pub(super) fn taken(&self) {
        self.ahead.set(self.ahead.get().saturating_sub(1));
    }

    /// Fetches and hands over as much as there is room for; `unreadable` is called where the file has been changed or
    /// taken away meanwhile.
    pub(super) fn advance(self: &Rc<Self>, unreadable: Rc<dyn Fn()>) {
        if self.is_fetching.get() || self.has_ended.get() || self.ahead.get() >= MOST_AHEAD {
            return;
        }
        let start = self.start.get();
        if start >= self.content.size() {
            self.has_ended.set(true);
            send(&self.worker, &Order::End, &JsValue::UNDEFINED);
            return;
        }
        let most = if start < SLICE { FIRST_SLICE } else { SLICE };
        let end = self.content.size().min(start + most);
        let slice = self.content.slice_with_f64_and_f64(start, end);
        let fetched = slice.map(|slice| JsFuture::from(slice.array_buffer()));
        self.is_fetching.set(true);
        // Whoever drops the feed wants no more of it.
        let feed = Rc::downgrade(self);
        spawn_local(async move {
            let fetched = match fetched {
                Ok(fetched) => fetched.await,
                Err(error) => Err(error),
            };
            let Some(feed) = feed.upgrade() else {
                return;
            };
            let Ok(buffer) = fetched else {
                feed.has_ended.set(true);
                unreadable();
                return;
            };
            feed.is_fetching.set(false);
            feed.start.set(end);
            feed.ahead.set(feed.ahead.get() + 1);
            send(&feed.worker, &Order::Slice, &buffer);
            feed.advance(unreadable);
        });
    }
}

/// Gives a worker its task, and the file that is to be handed over, of which it may look at other parts by itself.
pub(super) fn begin(worker: &Worker, task: &Task, content: &Blob) {
    let message = Array::of2(&Order::Begin(task.clone()).to_message(), content);
    let _ = worker.post_message(&message);
}

/// Sends an order; the buffer beside it changes hands.
fn send(worker: &Worker, order: &Order, buffer: &JsValue) {
    let message = Array::of2(&order.to_message(), buffer);
    let moved = if buffer.is_undefined() {
        Array::new()
    } else {
        Array::of1(buffer)
    };
    let _ = worker.post_message_with_transfer(&message, &moved);
}
