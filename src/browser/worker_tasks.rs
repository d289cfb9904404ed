//! Messages between the page and the background worker, and what the worker does with them.
//!
//! A message is an array: a small text, and beside it a file or a buffer that changes hands.

use js_sys::{Array, ArrayBuffer, Float64Array, Object, Uint8Array, Uint16Array, Uint32Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

use crate::data::{Buffer, FlatTable};
use crate::i18n::Locale;
use crate::i18n::ledger::ImportError;
use crate::io::ledger::{Choices, Import, Progress, Reader, Report, marked};
use crate::io::workbook::WorkbookWriter;

/// Bytes of a file that are read at once.
const SLICE: usize = 4 << 20;

/// What the page asks for. The file is beside it.
#[derive(Serialize, Deserialize)]
pub(super) enum Task {
    /// Read a ledger.
    Read {
        /// The file's name.
        name: String,
        /// How it is to be read.
        how: Choices,
    },
    /// Mark what is doubtful in a ledger.
    Mark {
        /// The file's name.
        name: String,
        /// How it was read.
        how: Choices,
        /// The language of the comments.
        locale: String,
    },
    /// Make a workbook of the cells beside it.
    Write,
}

/// What the worker says.
#[derive(Serialize, Deserialize)]
pub(super) enum Answer {
    /// So much has been read.
    Progress(Progress),
    /// A column of the table is beside it.
    Buffer,
    /// The rest of the table is beside it.
    Table(Box<Report>),
    /// The file cannot be opened.
    Refused(ImportError),
    /// A workbook is beside it.
    Workbook,
}

impl Task {
    pub(super) fn to_message(&self) -> JsValue {
        message_of(self)
    }
}

impl Answer {
    pub(super) fn from_message(message: &JsValue) -> Option<Self> {
        serde_json::from_str(&message.as_string()?).ok()
    }
}

fn message_of(value: &impl Serialize) -> JsValue {
    // Maps with keys that are no text fail, and there is none.
    serde_json::to_string(value).map_or(JsValue::NULL, JsValue::from)
}

/// Listens for tasks, in the worker.
pub fn serve() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    {
        // A damaged workbook that its reader did not expect. Nothing of the worker is used after that.
        let scope = scope.clone();
        std::panic::set_hook(Box::new(move |_| {
            let refused = Answer::Refused(ImportError::Damaged);
            answer(&scope, &refused, &JsValue::UNDEFINED);
        }));
    }
    let listener = {
        let scope = scope.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let data: Array = event.data().unchecked_into();
            let task = data
                .get(0)
                .as_string()
                .and_then(|text| serde_json::from_str(&text).ok());
            if let (Some(task), Ok(content)) = (task, data.get(1).dyn_into::<Blob>()) {
                let scope = scope.clone();
                spawn_local(async move {
                    if let Err(error) = work(&scope, task, &content).await {
                        answer(&scope, &Answer::Refused(error), &JsValue::UNDEFINED);
                    }
                });
            }
        })
    };
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // As long as the worker lives.
    listener.forget();
    let _ = scope.post_message(&Array::of1(&JsValue::NULL));
}

async fn work(
    scope: &DedicatedWorkerGlobalScope,
    task: Task,
    content: &Blob,
) -> Result<(), ImportError> {
    match task {
        Task::Read { name, how } => {
            let Import { table, report } = read(scope, Reader::new(&name, how), content).await?;
            let FlatTable { head, buffers } = FlatTable::from_table(table);
            for buffer in buffers {
                let array: Object = match &buffer {
                    Buffer::U8(numbers) => Uint8Array::from(&numbers[..]).into(),
                    Buffer::U16(numbers) => Uint16Array::from(&numbers[..]).into(),
                    Buffer::U32(numbers) => Uint32Array::from(&numbers[..]).into(),
                    Buffer::F64(numbers) => Float64Array::from(&numbers[..]).into(),
                };
                drop(buffer);
                answer(scope, &Answer::Buffer, &array);
            }
            let head = Uint8Array::from(&head[..]);
            answer(scope, &Answer::Table(Box::new(report)), &head);
        }
        Task::Mark { name, how, locale } => {
            let locale = Locale::from_tag(&locale).unwrap_or_default();
            let mut reader = marked::Marker::new(&name, how, locale);
            each_slice(content, |bytes| reader.push(bytes)).await?;
            let workbook = Uint8Array::from(&reader.finish()?[..]);
            answer(scope, &Answer::Workbook, &workbook);
        }
        Task::Write => {
            let mut writer = WorkbookWriter::default();
            each_slice(content, |bytes| {
                writer.write(bytes).map_err(|_| ImportError::Interrupted)
            })
            .await?;
            let workbook = writer.finish().map_err(|_| ImportError::Interrupted)?;
            answer(scope, &Answer::Workbook, &Uint8Array::from(&workbook[..]));
        }
    }
    Ok(())
}

async fn read(
    scope: &DedicatedWorkerGlobalScope,
    mut reader: Reader,
    content: &Blob,
) -> Result<Import, ImportError> {
    each_slice(content, |bytes| {
        reader.push(bytes)?;
        let progress = Answer::Progress(reader.progress());
        answer(scope, &progress, &JsValue::UNDEFINED);
        Ok(())
    })
    .await?;
    reader.finish()
}

/// Calls `each` with the file, slice by slice. The browser fetches the next one while the one before is worked on.
async fn each_slice(
    content: &Blob,
    mut each: impl FnMut(&[u8]) -> Result<(), ImportError>,
) -> Result<(), ImportError> {
    let size = content.size();
    let slice_from = |start: f64| {
        let end = size.min(start + SLICE as f64);
        let slice = content.slice_with_f64_and_f64(start, end);
        slice.map(|slice| JsFuture::from(slice.array_buffer()))
    };
    let mut bytes = Vec::new();
    let mut start = 0.0;
    let mut next = (start < size).then(|| slice_from(start));
    while let Some(slice) = next.take() {
        // The file may be changed or taken away meanwhile.
        let buffer = slice.map_err(|_| ImportError::Damaged)?.await;
        let array = Uint8Array::new(&buffer.map_err(|_| ImportError::Damaged)?);
        start += SLICE as f64;
        next = (start < size).then(|| slice_from(start));
        bytes.resize(array.length() as usize, 0);
        array.copy_to(&mut bytes);
        each(&bytes)?;
    }
    Ok(())
}

/// Sends an answer; what is in `with` changes hands.
fn answer(scope: &DedicatedWorkerGlobalScope, answer: &Answer, with: &JsValue) {
    let message = Array::of2(&message_of(answer), with);
    let moved = Array::new();
    if let Ok(buffer) = js_sys::Reflect::get(with, &"buffer".into())
        && buffer.is_instance_of::<ArrayBuffer>()
    {
        moved.push(&buffer);
    }
    let _ = scope.post_message_with_transfer(&message, &moved);
}
