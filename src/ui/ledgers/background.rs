//! Reading in the background: by the worker, and then by the page between its frames.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use super::desk::{ReadLedger, Refusal};
use crate::browser::files::GivenFile;
use crate::browser::slices::{Sliced, in_slices};
use crate::browser::worker_link::{self, IdleWorker, ReadEvent, ReadTask};
use crate::io::ledger::{Choices, Progress};
use crate::state::Survey;

/// What becomes of a ledger that is being read.
#[derive(Clone, Debug)]
pub(super) enum ReadingEvent {
    /// So much has been read; several times a second.
    Progress(Progress),
    /// All of it has been read, and showing it takes a moment only. Nothing comes after.
    Done(Rc<ReadLedger>),
    /// It cannot be opened. Nothing comes after.
    Refused(Refusal),
}

/// A ledger that is being read. Dropping it cancels that: nothing is called back afterwards.
pub(super) struct BackgroundReading {
    _task: ReadTask,
    _survey: Rc<RefCell<Option<Sliced>>>,
}

/// Reads `file`, by the worker that is `idle` if there is one, and calls `on` with what becomes of it.
///
/// The reading has to be kept until the last event.
pub(super) fn read(
    file: &GivenFile,
    how: &Choices,
    idle: Option<IdleWorker>,
    on: impl Fn(ReadingEvent) + 'static,
) -> BackgroundReading {
    let on = Rc::new(on);
    let survey = Rc::new(RefCell::new(None));
    let surveying = Rc::clone(&survey);
    let task = worker_link::read(
        &file.name,
        &file.content,
        how,
        idle,
        move |event| match event {
            ReadEvent::Progress(progress) => on(ReadingEvent::Progress(progress)),
            ReadEvent::Done(import) => {
                let ledger = Rc::new(ReadLedger::new(*import));
                *surveying.borrow_mut() = Some(surveyed(ledger, Rc::clone(&on)));
            }
            ReadEvent::Refused(error) => on(ReadingEvent::Refused(Refusal::File(error))),
            ReadEvent::Unavailable => on(ReadingEvent::Refused(Refusal::NoReader)),
        },
    );
    BackgroundReading {
        _task: task,
        _survey: survey,
    }
}

fn surveyed(ledger: Rc<ReadLedger>, on: Rc<impl Fn(ReadingEvent) + 'static>) -> Sliced {
    let mut survey = Survey::new(ledger.unfiltered.clone());
    in_slices(move || {
        let goes_on = survey.step();
        if !goes_on {
            on(ReadingEvent::Done(Rc::clone(&ledger)));
        }
        goes_on
    })
}

impl fmt::Debug for BackgroundReading {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("BackgroundReading")
            .finish_non_exhaustive()
    }
}
