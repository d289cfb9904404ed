//! The background worker, as the page sees it.
//!
//! Each task has a worker of its own, which is fetched when the first task begins or is about to, and ends with its last
//! answer: its memory goes back to the browser at once, and dropping the task cancels it wherever it is. Files are handed
//! over slice by slice (`worker_feed`); tables come back as parts of columns that change hands without being copied, each
//! in a task of its own, so that the page is never busy with them for long.
//!
//! For a large file the worker has a second one help it, of which the page knows nothing (`worker_helper`).
//!
//! What the worker does with a message is in [`worker_tasks`](super::worker_tasks).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::utils::document;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{Blob, MessageEvent, Worker};

use super::page;
use super::worker_columns::Received;
use super::worker_feed::Feed;
use super::worker_tasks::{Answer, Task};
use crate::i18n::Locale;
use crate::i18n::ledger::ImportError;
use crate::io::embedded;
use crate::io::ledger::{Choices, Import, Progress};

/// Where the worker's program is, beside the page: its hash is in the document.
fn program() -> String {
    let meta = document().query_selector("meta[name=worker]");
    let hash = meta
        .ok()
        .flatten()
        .and_then(|meta| meta.get_attribute("content"));
    match hash.filter(|hash| hash != WITHOUT_HASH) {
        Some(hash) => format!("./inward-worker_loader-{hash}.js"),
        None => "./inward-worker_loader.js".to_owned(),
    }
}

/// What the document says in the place of the hash where nothing has put one.
const WITHOUT_HASH: &str = "worker-without-hash";

/// Between two reports of progress, in milliseconds: a page that draws each of them takes half a processor from the worker.
const PROGRESS_MS: f64 = 250.0;

/// What becomes of a ledger that is being read.
#[derive(Debug)]
pub enum ReadEvent {
    /// So much has been read; several times a second.
    Progress(Progress),
    /// All of it has been read. Nothing comes after.
    Done(Box<Import>),
    /// It cannot be opened. Nothing comes after.
    Refused(ImportError),
    /// The worker's program cannot be fetched or started. Nothing comes after.
    Unavailable,
}

/// What becomes of a workbook that is being written.
#[derive(Debug)]
pub enum MarkEvent {
    /// The workbook.
    Done(Vec<u8>),
    /// The file can no longer be read, or the worker cannot be started.
    Failed,
}

/// A task of the worker. Dropping it cancels it: nothing is called back afterwards.
#[derive(Debug)]
pub struct ReadTask {
    worker: Option<Worker>,
    // Kept as long as the worker may call them.
    _listeners: Option<Listeners>,
}

type Listeners = (
    Closure<dyn FnMut(MessageEvent)>,
    Closure<dyn FnMut(JsValue)>,
);

impl Drop for ReadTask {
    fn drop(&mut self) {
        if let Some(worker) = &self.worker {
            end(worker);
        }
    }
}

/// A worker that waits for its task, so that whoever is about to choose a file need not wait for it later. Dropping it
/// ends it.
#[derive(Debug)]
pub struct IdleWorker {
    worker: Option<Worker>,
    readiness: Rc<Cell<Readiness>>,
    // Kept as long as the worker may call them.
    _listeners: Listeners,
}

/// Whether a worker can be given its task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Readiness {
    /// It is being fetched or started, and will say when it listens.
    Starting,
    /// It has said that it listens.
    Listening,
    /// It cannot be started.
    Failed,
}

impl IdleWorker {
    /// Starts one. Where it cannot be started, nobody is told: its task will be.
    #[must_use]
    pub fn start() -> Self {
        let readiness = Rc::new(Cell::new(Readiness::Starting));
        let becomes = |next| {
            let readiness = Rc::clone(&readiness);
            move || readiness.set(next)
        };
        let (listens, fails) = (becomes(Readiness::Listening), becomes(Readiness::Failed));
        let listeners = (
            Closure::<dyn FnMut(MessageEvent)>::new(move |_| listens()),
            Closure::<dyn FnMut(JsValue)>::new(move |_| fails()),
        );
        let worker = Worker::new(&program()).ok();
        if let Some(worker) = &worker {
            listen(worker, &listeners);
        }
        Self {
            worker,
            readiness,
            _listeners: listeners,
        }
    }

    /// The worker, and whether it listens already. Nothing where it failed: another one may not.
    fn take(mut self) -> Option<(Worker, bool)> {
        let readiness = self.readiness.get();
        let worker = self.worker.take_if(|_| readiness != Readiness::Failed)?;
        Some((worker, readiness == Readiness::Listening))
    }
}

impl Drop for IdleWorker {
    fn drop(&mut self) {
        if let Some(worker) = &self.worker {
            end(worker);
        }
    }
}

fn listen(worker: &Worker, (on_message, on_error): &Listeners) {
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
}

fn end(worker: &Worker) {
    worker.set_onmessage(None);
    worker.set_onerror(None);
    worker.terminate();
}

/// Reads the file `content`, whose name is `name`, in the background, and calls `on` with what becomes of it. A worker
/// that is `idle` takes it up at once, or as soon as it has started.
///
/// The task has to be kept until the last event.
pub fn read(
    name: &str,
    content: &Blob,
    how: &Choices,
    idle: Option<IdleWorker>,
    on: impl FnMut(ReadEvent) + 'static,
) -> ReadTask {
    let on = Rc::new(RefCell::new(on));
    let (answered, failed) = (Rc::clone(&on), on);
    let mut received = Received::default();
    let mut told_ms = f64::NEG_INFINITY;
    start(
        &Task::Read {
            name: name.to_owned(),
            size: content.size() as u64,
            how: how.clone(),
        },
        content,
        idle,
        move |answer, with| {
            let mut on = answered.borrow_mut();
            match answer {
                Answer::Progress(progress) => {
                    let now_ms = page::now_ms();
                    if now_ms - told_ms >= PROGRESS_MS {
                        told_ms = now_ms;
                        on(ReadEvent::Progress(progress));
                    }
                }
                Answer::Column(numbers) => received.column(numbers, &with),
                Answer::Part => received.part(&with),
                Answer::Table(report) => {
                    on(match received.table(&with).into_table(embedded::rates()) {
                        Some(table) => ReadEvent::Done(Box::new(Import {
                            table,
                            report: *report,
                        })),
                        // A worker of another edition of the page.
                        None => ReadEvent::Unavailable,
                    });
                }
                Answer::Refused(error) => on(ReadEvent::Refused(error)),
                Answer::Workbook => {}
            }
        },
        move |failure| {
            failed.borrow_mut()(match failure {
                Failure::NeverStarted => ReadEvent::Unavailable,
                Failure::Stopped => ReadEvent::Refused(ImportError::Interrupted),
                // The file was changed or taken away meanwhile.
                Failure::Unreadable => ReadEvent::Refused(ImportError::Damaged),
            });
        },
    )
}

/// Writes the sheet of the file `content` as XLSX with every doubtful cell marked and what is doubtful in a comment,
/// worded in `locale`; `how` is how it was read.
pub fn mark(
    name: &str,
    content: &Blob,
    how: &Choices,
    locale: Locale,
    on: impl FnMut(MarkEvent) + 'static,
) -> ReadTask {
    workbook(
        &Task::Mark {
            name: name.to_owned(),
            how: how.clone(),
            locale: locale.tag().to_owned(),
        },
        content,
        on,
    )
}

/// Makes a workbook of `cells`, a [stream](crate::io::cell_stream).
pub fn write_workbook(cells: &Blob, on: impl FnMut(MarkEvent) + 'static) -> ReadTask {
    workbook(&Task::Write, cells, on)
}

/// A task that ends in a workbook.
fn workbook(task: &Task, content: &Blob, on: impl FnMut(MarkEvent) + 'static) -> ReadTask {
    let on = Rc::new(RefCell::new(on));
    let (answered, failed) = (Rc::clone(&on), on);
    start(
        task,
        content,
        None,
        move |answer, with| match answer {
            Answer::Workbook => {
                answered.borrow_mut()(MarkEvent::Done(Uint8Array::new(&with).to_vec()));
            }
            Answer::Refused(_) => answered.borrow_mut()(MarkEvent::Failed),
            Answer::Progress(_) | Answer::Column(_) | Answer::Part | Answer::Table(_) => {}
        },
        move |_| failed.borrow_mut()(MarkEvent::Failed),
    )
}

/// Why a worker does not answer.
#[derive(Clone, Copy, Debug)]
enum Failure {
    /// Its program could not be fetched or started.
    NeverStarted,
    /// It stopped in the middle of its task.
    Stopped,
    /// The file can no longer be read.
    Unreadable,
}

/// Starts a worker for `task`. An answer comes with a buffer or `undefined`.
fn start(
    task: &Task,
    content: &Blob,
    idle: Option<IdleWorker>,
    mut answered: impl FnMut(Answer, JsValue) + 'static,
    failed: impl FnMut(Failure) + 'static,
) -> ReadTask {
    let failed = Rc::new(RefCell::new(failed));
    let idle = idle.and_then(IdleWorker::take);
    let listens = idle.as_ref().is_some_and(|(_, listens)| *listens);
    let idle = idle.map(|(worker, _)| worker);
    let Some(worker) = idle.or_else(|| Worker::new(&program()).ok()) else {
        failed.borrow_mut()(Failure::NeverStarted);
        return ReadTask {
            worker: None,
            _listeners: None,
        };
    };
    let unreadable: Rc<dyn Fn()> = {
        let failed = Rc::clone(&failed);
        Rc::new(move || failed.borrow_mut()(Failure::Unreadable))
    };
    let has_answered = Rc::new(Cell::new(false));
    let mut begin = {
        let (worker, task, content) = (worker.clone(), task.clone(), content.clone());
        let unreadable = Rc::clone(&unreadable);
        move || {
            let feed = Feed::new(worker.clone(), &task, content.clone());
            feed.advance(Rc::clone(&unreadable));
            feed
        }
    };
    let mut feed = listens.then(&mut begin);
    let on_message = {
        let (has_answered, sender) = (Rc::clone(&has_answered), worker.clone());
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let Ok(data) = event.data().dyn_into::<Array>() else {
                return;
            };
            match Answer::from_message(&data.get(0)) {
                Some(answer) => {
                    has_answered.set(true);
                    if let (Answer::Progress(_), Some(feed)) = (&answer, &feed) {
                        feed.taken();
                        feed.advance(Rc::clone(&unreadable));
                    }
                    if answer.is_last() {
                        // What it hands back in memory costs the page less now than while it draws.
                        end(&sender);
                    }
                    answered(answer, data.get(1));
                }
                // Its first message says that it listens. What was sent before is lost.
                None => feed = Some(begin()),
            }
        })
    };
    let on_error = Closure::<dyn FnMut(JsValue)>::new(move |_: JsValue| {
        failed.borrow_mut()(if has_answered.get() {
            Failure::Stopped
        } else {
            Failure::NeverStarted
        });
    });
    let listeners = (on_message, on_error);
    listen(&worker, &listeners);
    ReadTask {
        worker: Some(worker),
        _listeners: Some(listeners),
    }
}
