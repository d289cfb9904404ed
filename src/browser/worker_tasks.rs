//! Messages between the page and the background worker, and what the worker does with them.
//!
//! A message is an array: a small text, and beside it a buffer that changes hands.

use std::cell::RefCell;

use js_sys::{Array, ArrayBuffer, Float64Array, Uint8Array, Uint16Array, Uint32Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::data::{Buffer, FlatTable};
use crate::i18n::Locale;
use crate::i18n::ledger::ImportError;
use crate::io::ledger::marked::Marker;
use crate::io::ledger::{Choices, Import, Progress, Reader, Report};
use crate::io::workbook::WorkbookWriter;

/// Bytes of a column that are sent at once.
const PART_BYTES: usize = 4 << 20;

/// What the page asks for.
#[derive(Serialize, Deserialize)]
pub(super) enum Order {
    /// This is the task.
    Begin(Task),
    /// The next slice of the file is beside it.
    Slice,
    /// That was all of the file.
    End,
}

/// What is to be done with a file.
#[derive(Clone, Serialize, Deserialize)]
pub(super) enum Task {
    /// Read a ledger.
    Read {
        /// The file's name.
        name: String,
        /// Its bytes.
        size: u64,
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
    /// Make a workbook of the cells in the file.
    Write,
}

/// What the worker says.
#[derive(Serialize, Deserialize)]
pub(super) enum Answer {
    /// A slice has been worked on, and so much has been read.
    Progress(Progress),
    /// A column of so many numbers comes, whose first part is beside it.
    Column(u32),
    /// A further part of the column is beside it.
    Part,
    /// The rest of the table is beside it.
    Table(Box<Report>),
    /// The file cannot be opened.
    Refused(ImportError),
    /// A workbook is beside it.
    Workbook,
}

impl Order {
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
        let work = RefCell::new(None);
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let data: Array = event.data().unchecked_into();
            let order = data.get(0).as_string();
            let Some(order) = order.and_then(|text| serde_json::from_str(&text).ok()) else {
                return;
            };
            let followed = follow(&scope, &mut work.borrow_mut(), order, &data.get(1));
            if let Err(error) = followed {
                // Slices that are on their way are left.
                work.take();
                answer(&scope, &Answer::Refused(error), &JsValue::UNDEFINED);
            }
        })
    };
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // As long as the worker lives.
    listener.forget();
    let _ = scope.post_message(&Array::of1(&JsValue::NULL));
}

/// A task that is being worked on.
enum Work {
    Read(Box<Reader>),
    Mark(Box<Marker>),
    Write(Box<WorkbookWriter>),
}

impl Work {
    fn new(task: Task) -> Self {
        match task {
            Task::Read { name, size, how } => {
                Self::Read(Box::new(Reader::new(&name, how).of_size(size)))
            }
            Task::Mark { name, how, locale } => {
                let locale = Locale::from_tag(&locale).unwrap_or_default();
                Self::Mark(Box::new(Marker::new(&name, how, locale)))
            }
            Task::Write => Self::Write(Box::default()),
        }
    }

    fn push(&mut self, bytes: &[u8]) -> Result<Progress, ImportError> {
        match self {
            Self::Read(reader) => reader.push(bytes).map(|()| reader.progress()),
            Self::Mark(marker) => marker.push(bytes).map(|()| Progress::default()),
            Self::Write(writer) => writer
                .write(bytes)
                .map(|()| Progress::default())
                .map_err(|_| ImportError::Interrupted),
        }
    }

    fn finish(self, scope: &DedicatedWorkerGlobalScope) -> Result<(), ImportError> {
        let workbook = match self {
            Self::Read(reader) => {
                send_table(scope, reader.finish()?);
                return Ok(());
            }
            Self::Mark(marker) => marker.finish()?,
            Self::Write(writer) => writer.finish().map_err(|_| ImportError::Interrupted)?,
        };
        answer(scope, &Answer::Workbook, &Uint8Array::from(&workbook[..]));
        Ok(())
    }
}

fn follow(
    scope: &DedicatedWorkerGlobalScope,
    work: &mut Option<Work>,
    order: Order,
    with: &JsValue,
) -> Result<(), ImportError> {
    match order {
        Order::Begin(task) => *work = Some(Work::new(task)),
        Order::Slice => {
            if let Some(work) = work {
                let progress = work.push(&Uint8Array::new(with).to_vec())?;
                answer(scope, &Answer::Progress(progress), &JsValue::UNDEFINED);
            }
        }
        Order::End => {
            if let Some(work) = work.take() {
                work.finish(scope)?;
            }
        }
    }
    Ok(())
}

/// Sends the table column by column, and a column in parts: the page takes each in a task of its own, while the next
/// one is made.
fn send_table(scope: &DedicatedWorkerGlobalScope, Import { table, report }: Import) {
    let FlatTable { head, buffers } = FlatTable::from_table(table);
    for buffer in buffers {
        match buffer {
            Buffer::U8(numbers) => send_column(scope, &numbers, |part| Uint8Array::from(part)),
            Buffer::U16(numbers) => send_column(scope, &numbers, |part| Uint16Array::from(part)),
            Buffer::U32(numbers) => send_column(scope, &numbers, |part| Uint32Array::from(part)),
            Buffer::F64(numbers) => send_column(scope, &numbers, |part| Float64Array::from(part)),
        }
    }
    let head = Uint8Array::from(&head[..]);
    answer(scope, &Answer::Table(Box::new(report)), &head);
}

fn send_column<T, Part: AsRef<JsValue>>(
    scope: &DedicatedWorkerGlobalScope,
    numbers: &[T],
    array: impl Fn(&[T]) -> Part,
) {
    let most = PART_BYTES / size_of::<T>();
    let (first, rest) = numbers.split_at(numbers.len().min(most));
    let column = Answer::Column(numbers.len() as u32);
    answer(scope, &column, array(first).as_ref());
    for part in rest.chunks(most) {
        answer(scope, &Answer::Part, array(part).as_ref());
    }
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
