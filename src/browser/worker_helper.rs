//! A second worker that reads the rest of a large text file, while the first one reads what comes before.
//!
//! It is a worker of the worker, and ends with it. The page knows nothing of it: it hands over the file from its
//! beginning, and gets the whole table when the first worker has come to where the second one began.

use js_sys::{Array, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, MessageEvent, ReadableStreamDefaultReader, ReadableStreamReadResult, Worker,
    WorkerGlobalScope,
};

use super::worker_columns;
use super::worker_tasks::{Answer, message_of};
use crate::i18n::ledger::ImportError;
use crate::io::ledger::{Choices, Progress, RestReader, RestReport};

/// Bytes after which it is told how far the rest has been read.
const TOLD_AFTER: u64 = 2 << 20;

/// Bytes at the beginning of a file that tell what its columns are.
const HEAD: f64 = (256 << 10) as f64;

/// What the first worker asks for: to read the rest of a file, which is beside it.
#[derive(Serialize, Deserialize)]
pub(super) struct RestRequest {
    /// The file's name.
    pub(super) name: String,
    /// How it is to be read.
    pub(super) how: Choices,
    /// Where to look for the first line of the rest.
    pub(super) start: u64,
}

/// What the second worker says, beside the columns of the rest.
#[derive(Serialize, Deserialize)]
enum Told {
    /// The first line begins there.
    BeginsAt(u64),
    /// So much has been read.
    Progress(Progress),
    /// All that does not grow with the rows; beside it is the same of their table.
    Rest(Box<RestReport>),
    /// It cannot be read.
    Refused,
}

/// What is heard of the second worker.
pub(super) enum Heard {
    /// It listens.
    Listens,
    /// The rest begins there.
    BeginsAt(u64),
    /// So much of it has been read.
    Progress(Progress),
    /// A column or a part of one.
    Column(Answer, JsValue),
    /// The rest was read.
    Rest(Box<RestReport>, JsValue),
    /// The rest is not read, for whatever reason.
    Failed,
}

/// The second worker, as the first one sees it. Dropping it ends it.
#[derive(Debug)]
pub(super) struct Helper {
    worker: Worker,
    // Kept as long as the worker may call them.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(JsValue)>,
}

impl Drop for Helper {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Helper {
    /// Starts one, unless the browser has one processor only, or a worker can have none of its own.
    pub(super) fn start(heard: impl Fn(Heard) + Clone + 'static) -> Option<Self> {
        let scope: WorkerGlobalScope = js_sys::global().dyn_into().ok()?;
        if scope.navigator().hardware_concurrency() < 2.0 {
            return None;
        }
        // The same program.
        let worker = Worker::new(&scope.location().href()).ok()?;
        let on_message = {
            let heard = heard.clone();
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                if let Ok(data) = event.data().dyn_into::<Array>() {
                    heard(Heard::from_message(&data.get(0), data.get(1)));
                }
            })
        };
        let on_error = Closure::<dyn FnMut(JsValue)>::new(move |_: JsValue| heard(Heard::Failed));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Some(Self {
            worker,
            _on_message: on_message,
            _on_error: on_error,
        })
    }

    /// Asks it for the rest of the file; it has to listen.
    pub(super) fn ask(&self, request: &RestRequest, content: &Blob) {
        let message = Array::of2(&message_of(request), content);
        let _ = self.worker.post_message(&message);
    }
}

impl Heard {
    fn from_message(message: &JsValue, with: JsValue) -> Self {
        // Its first message is no text.
        let Some(text) = message.as_string() else {
            return Self::Listens;
        };
        match serde_json::from_str(&text) {
            Ok(Told::BeginsAt(place)) => Self::BeginsAt(place),
            Ok(Told::Progress(progress)) => Self::Progress(progress),
            Ok(Told::Rest(report)) => Self::Rest(report, with),
            Ok(Told::Refused) => Self::Failed,
            Err(_) => match Answer::from_message(message) {
                Some(column @ (Answer::Column(_) | Answer::Part)) => Self::Column(column, with),
                _ => Self::Failed,
            },
        }
    }
}

/// The second worker, as it sees itself: it sends a message to the first one, with what is beside it.
pub(super) struct Helping<Sending>(pub(super) Sending);

impl<Sending: Fn(&JsValue, &JsValue)> Helping<Sending> {
    /// Reads the rest of a file.
    pub(super) async fn read(&self, request: RestRequest, content: JsValue) {
        if self.read_rest(request, content).await.is_err() {
            // Why, the first worker will say when it comes there.
            self.tell(&Told::Refused, &JsValue::UNDEFINED);
        }
    }

    async fn read_rest(&self, request: RestRequest, content: JsValue) -> Result<(), ImportError> {
        let RestRequest { name, how, start } = request;
        let content: Blob = content.dyn_into().map_err(unreadable)?;
        let size = content.size();
        let head = content.slice_with_f64_and_f64(0.0, HEAD.min(size));
        let head = JsFuture::from(head.map_err(unreadable)?.array_buffer());
        let rest = content.slice_with_f64_and_f64(start as f64, size);
        let mut stream = Stream::of(&rest.map_err(unreadable)?);
        let head = Uint8Array::new(&head.await.map_err(unreadable)?).to_vec();
        let reader = RestReader::new(&name, how, &head).ok_or(ImportError::NotALedger)?;
        let mut reader = reader.from(start, size as u64);
        let (mut has_begun, mut told) = (false, 0);
        while let Some(bytes) = stream.next().await.map_err(unreadable)? {
            reader.push(&bytes)?;
            if let Some(place) = reader.begins_at()
                && !has_begun
            {
                has_begun = true;
                self.tell(&Told::BeginsAt(place), &JsValue::UNDEFINED);
            }
            let progress = reader.progress();
            if progress.bytes >= told + TOLD_AFTER {
                told = progress.bytes;
                self.tell(&Told::Progress(progress), &JsValue::UNDEFINED);
            }
        }
        let (report, flat) = reader.finish()?.into_flat();
        for column in flat.buffers {
            worker_columns::send(column, |answer, with| {
                (self.0)(&message_of(answer), with);
            });
        }
        let head = Uint8Array::from(&flat.head[..]);
        self.tell(&Told::Rest(Box::new(report)), &head);
        Ok(())
    }

    fn tell(&self, told: &Told, with: &JsValue) {
        (self.0)(&message_of(told), with);
    }
}

/// The file was changed or taken away meanwhile.
fn unreadable(_: JsValue) -> ImportError {
    ImportError::Damaged
}

/// A file that comes in pieces of the browser's choice, the next while one is read.
struct Stream(ReadableStreamDefaultReader);

impl Stream {
    fn of(content: &Blob) -> Self {
        Self(content.stream().get_reader().unchecked_into())
    }

    /// The next piece; nothing at the end.
    async fn next(&mut self) -> Result<Option<Vec<u8>>, JsValue> {
        let result = JsFuture::from(self.0.read()).await?;
        let result: ReadableStreamReadResult = result.unchecked_into();
        let is_over = result.get_done().unwrap_or(true);
        Ok((!is_over).then(|| Uint8Array::new(&result.get_value()).to_vec()))
    }
}
