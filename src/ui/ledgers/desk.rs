//! Where the reader is in the dialog for opening data. Pure: reading and storing are in the component.

use std::rc::Rc;

use crate::browser::files::GivenFile;
use crate::i18n::ledger::ImportError;
use crate::io::ledger::{Import, Progress, Report};
use crate::query::CrossFilter;
use crate::state::LedgerKey;
use crate::ui::shared::ByPointer;

/// What the dialog shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Screen {
    /// The dialog is closed.
    #[default]
    Closed,
    /// Ways to open data, and the ledgers that there are.
    Choose,
    /// How far the file has been read.
    Reading,
    /// What was found in the file, to be corrected.
    Check(Rc<ReadLedger>),
    /// Why the file is not opened.
    Refused(Refusal),
    /// What became of the rows of a ledger that is open.
    Receipt(LedgerKey),
}

/// A ledger that was read and is not shown yet.
#[derive(Clone, Debug)]
pub struct ReadLedger {
    /// Its projects.
    pub unfiltered: CrossFilter,
    /// How it was read.
    pub report: ByPointer<Report>,
}

impl ReadLedger {
    /// What was read, shared between the steps.
    #[must_use]
    pub fn new(import: Import) -> Self {
        Self {
            unfiltered: CrossFilter::new(Rc::new(import.table)),
            report: ByPointer(Rc::new(import.report)),
        }
    }
}

impl PartialEq for ReadLedger {
    fn eq(&self, other: &Self) -> bool {
        let tables = [&self.unfiltered, &other.unfiltered].map(CrossFilter::table);
        Rc::ptr_eq(tables[0], tables[1]) && self.report == other.report
    }
}

/// Why a file is not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Something about the file.
    File(ImportError),
    /// The worker could not be fetched.
    NoReader,
}

/// Where the reader is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    /// What the dialog shows.
    pub screen: Screen,
    /// The file that is being opened.
    pub file: Option<GivenFile>,
    /// Files that came with it and are left alone.
    pub others: usize,
    /// The ledger in whose place the file is opened.
    pub replaces: Option<LedgerKey>,
    /// How far the file has been read; nothing while none is being read.
    pub progress: Option<Progress>,
}

/// What happened.
#[derive(Clone, Debug)]
pub enum DeskEvent {
    /// The dialog was asked for.
    Asked,
    /// A file is wanted for the place of this ledger, or for a new one.
    Replacing(Option<LedgerKey>),
    /// Files were given.
    Given(Vec<GivenFile>),
    /// The file is being read once more, the other way that the reader chose.
    ReadingAgain,
    /// So much of the file has been read.
    Progressed(Progress),
    /// The file has been read.
    Read(Rc<ReadLedger>),
    /// The file is not opened.
    Refused(Refusal),
    /// The receipt of an open ledger was asked for.
    ReceiptAsked(LedgerKey),
    /// The dialog was closed, by whatever means.
    Closed,
}

impl Desk {
    /// Where the reader is after `event`.
    #[must_use]
    pub fn after(&self, event: DeskEvent) -> Self {
        let mut next = self.clone();
        match event {
            DeskEvent::Asked => {
                next = Self {
                    screen: Screen::Choose,
                    ..Self::default()
                };
            }
            DeskEvent::Replacing(replaces) => next.replaces = replaces,
            DeskEvent::Given(files) => {
                next.others = files.len().saturating_sub(1);
                next.file = files.into_iter().next();
                if next.file.is_some() {
                    next.screen = Screen::Reading;
                    next.progress = Some(Progress::default());
                }
            }
            DeskEvent::ReadingAgain => next.progress = Some(Progress::default()),
            DeskEvent::Progressed(progress) => next.progress = Some(progress),
            DeskEvent::Read(read) => {
                next.progress = None;
                next.screen = Screen::Check(read);
            }
            DeskEvent::Refused(refusal) => {
                next.progress = None;
                next.screen = Screen::Refused(refusal);
            }
            DeskEvent::ReceiptAsked(key) => next.screen = Screen::Receipt(key),
            DeskEvent::Closed => next = Self::default(),
        }
        next
    }

    /// Whether the dialog is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.screen != Screen::Closed
    }
}
