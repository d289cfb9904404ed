//! Messages between the page and the background worker, and what the worker does with them.
//!
//! A message is an array: a small text, and beside it a buffer that changes hands.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

use super::worker_columns;
use super::worker_helper::{Heard, Helping};
use super::worker_practice::Practice;
use super::worker_reading::{LargeFile, Reading, Step};
use crate::i18n::Locale;
use crate::i18n::ledger::ImportError;
use crate::io::ledger::marked::Marker;
use crate::io::ledger::{Choices, Progress, Report};
use crate::io::workbook::WorkbookWriter;

/// What the page asks for.
#[derive(Serialize, Deserialize)]
pub(super) enum Order {
    /// This is the task, and the file is beside it.
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

    /// Whether nothing comes after it.
    pub(super) fn is_last(&self) -> bool {
        match self {
            Self::Progress(_) | Self::Column(_) | Self::Part => false,
            Self::Table(_) | Self::Refused(_) | Self::Workbook => true,
        }
    }
}

pub(super) fn message_of(value: &impl Serialize) -> JsValue {
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
            send(&scope, &message_of(&refused), &JsValue::UNDEFINED);
        }));
    }
    let listener = {
        let desk = Desk {
            scope: scope.clone(),
            work: Rc::default(),
            waiting: Rc::default(),
        };
        let helping = {
            let scope = scope.clone();
            Rc::new(Helping(move |told: &JsValue, with: &JsValue| {
                send(&scope, told, with);
            }))
        };
        let practice = RefCell::new(Practice::begin());
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            practice.take();
            let data: Array = event.data().unchecked_into();
            let Some(text) = data.get(0).as_string() else {
                return;
            };
            if let Ok(order) = serde_json::from_str(&text) {
                desk.waiting.borrow_mut().push_back((order, data.get(1)));
                desk.go_on();
            } else if let Ok(request) = serde_json::from_str(&text) {
                let (helping, with) = (Rc::clone(&helping), data.get(1));
                spawn_local(async move { helping.read(request, with).await });
            }
        })
    };
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // As long as the worker lives.
    listener.forget();
    let _ = scope.post_message(&Array::of1(&JsValue::NULL));
}

/// Where orders come in and answers go out.
#[derive(Clone)]
struct Desk {
    scope: DedicatedWorkerGlobalScope,
    work: Rc<RefCell<Option<Work>>>,
    /// Orders that were not followed yet, each with what is beside it.
    waiting: Rc<RefCell<VecDeque<(Order, JsValue)>>>,
}

/// A task that is being worked on.
enum Work {
    Read(Box<Reading>),
    Mark(Box<Marker>),
    Write(Box<WorkbookWriter>),
}

impl Work {
    fn waits(&self) -> bool {
        matches!(self, Self::Read(reading) if reading.waits())
    }
}

impl Desk {
    /// Follows the orders that wait, unless the work at hand waits itself.
    fn go_on(&self) {
        while !self.work.borrow().as_ref().is_some_and(Work::waits) {
            let next = self.waiting.borrow_mut().pop_front();
            let Some((order, with)) = next else {
                return;
            };
            let followed = self.follow(order, &with);
            self.refuse_if_failed(followed);
        }
    }

    /// Takes in what is heard of a second worker; the work at hand may wait for it.
    fn hear(&self, heard: Heard) {
        let step = match &mut *self.work.borrow_mut() {
            Some(Work::Read(reading)) => reading.hear(heard),
            _ => return,
        };
        let followed = step.and_then(|step| self.after(step));
        self.refuse_if_failed(followed);
        self.go_on();
    }

    fn follow(&self, order: Order, with: &JsValue) -> Result<(), ImportError> {
        match order {
            Order::Begin(task) => self.begin(task, with.dyn_ref().cloned()),
            Order::Slice => {
                let bytes = || Uint8Array::new(with).to_vec();
                let step = match &mut *self.work.borrow_mut() {
                    None => return Ok(()),
                    Some(Work::Read(reading)) => reading.push(bytes())?,
                    Some(Work::Mark(marker)) => {
                        marker.push(&bytes())?;
                        Step::Read(Progress::default())
                    }
                    Some(Work::Write(writer)) => {
                        let written = writer.write(&bytes());
                        written.map_err(|_| ImportError::Interrupted)?;
                        Step::Read(Progress::default())
                    }
                };
                self.after(step)?;
            }
            Order::End => self.finish()?,
        }
        Ok(())
    }

    fn begin(&self, task: Task, content: Option<Blob>) {
        let work = match task {
            Task::Read { name, size, how } => {
                let desk = self.clone();
                let file = LargeFile {
                    name,
                    size,
                    how,
                    content,
                };
                Work::Read(Box::new(Reading::new(file, move |heard| desk.hear(heard))))
            }
            Task::Mark { name, how, locale } => {
                let locale = Locale::from_tag(&locale).unwrap_or_default();
                Work::Mark(Box::new(Marker::new(&name, how, locale)))
            }
            Task::Write => Work::Write(Box::default()),
        };
        self.work.replace(Some(work));
    }

    fn after(&self, step: Step) -> Result<(), ImportError> {
        match step {
            Step::Read(progress) => self.answer(&Answer::Progress(progress), &JsValue::UNDEFINED),
            Step::Nothing => {}
            Step::IsWhole => self.finish()?,
        }
        Ok(())
    }

    /// Ends the work at hand; what is still on its way for it is left.
    fn finish(&self) -> Result<(), ImportError> {
        let workbook = match self.work.take() {
            None => return Ok(()),
            Some(Work::Read(reading)) => {
                let (table, report) = reading.finish()?;
                // The page receives what is sent while the rows are still put in order and compared.
                let head = table.take_apart(|column| {
                    worker_columns::send(column, |answer, with| self.answer(answer, with));
                });
                let head = Uint8Array::from(&head[..]);
                self.answer(&Answer::Table(Box::new(report.finish())), &head);
                return Ok(());
            }
            Some(Work::Mark(marker)) => marker.finish()?,
            Some(Work::Write(writer)) => writer.finish().map_err(|_| ImportError::Interrupted)?,
        };
        self.answer(&Answer::Workbook, &Uint8Array::from(&workbook[..]));
        Ok(())
    }

    fn refuse_if_failed(&self, followed: Result<(), ImportError>) {
        if let Err(error) = followed {
            self.work.take();
            self.answer(&Answer::Refused(error), &JsValue::UNDEFINED);
        }
    }

    fn answer(&self, answer: &Answer, with: &JsValue) {
        send(&self.scope, &message_of(answer), with);
    }
}

/// Sends an answer; what is in `with` changes hands.
fn send(scope: &DedicatedWorkerGlobalScope, answer: &JsValue, with: &JsValue) {
    let message = Array::of2(answer, with);
    let moved = Array::new();
    if let Ok(buffer) = js_sys::Reflect::get(with, &"buffer".into())
        && buffer.is_instance_of::<ArrayBuffer>()
    {
        moved.push(&buffer);
    }
    let _ = scope.post_message_with_transfer(&message, &moved);
}
