//! A ledger that the worker reads, the rest of a large one with a second worker's help.

use web_sys::Blob;

use super::worker_columns::Received;
use super::worker_helper::{Heard, Helper, RestRequest};
use super::worker_tasks::Answer;
use crate::data::UnorderedTable;
use crate::i18n::ledger::ImportError;
use crate::io::ledger::{Choices, OpenReport, Progress, Reader, Rest};

/// From so many bytes on what is left of a file is worth a second worker, which takes a tenth of a second to begin.
const LEAST_BYTES: u64 = 16 << 20;

/// The part of it that is read here. The second worker has to learn the columns first, and to send its own at the end.
const OWN_SHARE: f64 = 0.55;

/// A ledger that is being read.
pub(super) struct Reading {
    reader: Reader,
    file: LargeFile,
    help: Help,
}

/// A file of which others may read a part.
pub(super) struct LargeFile {
    pub(super) name: String,
    pub(super) size: u64,
    pub(super) how: Choices,
    pub(super) content: Option<Blob>,
}

/// What is expected of a second worker.
enum Help {
    Nothing,
    /// It does not listen yet.
    Starting(Helper),
    /// It reads the rest.
    Reading(Box<RestOfFile>),
}

/// The rest of the file, read by a second worker.
struct RestOfFile {
    _helper: Helper,
    /// Where in the file it begins at the earliest.
    start: u64,
    /// Where it begins.
    begins_at: Option<u64>,
    progress: Progress,
    columns: Received,
    result: Option<Rest>,
    /// Bytes at its beginning, once all before it was read: they are read here if the second worker fails.
    beginning: Option<Vec<u8>>,
}

/// What came of some bytes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// So much has been read in all.
    Read(Progress),
    /// Nothing that has to be said: it waits for the rest, or for further bytes.
    Nothing,
    /// The file was read to its end.
    IsWhole,
}

impl Reading {
    /// A reader of this file; `heard` is called with what is heard of a second worker.
    pub(super) fn new(file: LargeFile, heard: impl Fn(Heard) + Clone + 'static) -> Self {
        let is_large = file.size >= 2 * LEAST_BYTES;
        let helper = is_large.then(|| Helper::start(heard)).flatten();
        Self {
            reader: Reader::new(&file.name, file.how.clone()).of_size(file.size),
            file,
            help: helper.map_or(Help::Nothing, Help::Starting),
        }
    }

    /// Whether it waits for the rest.
    pub(super) fn waits(&self) -> bool {
        matches!(&self.help, Help::Reading(rest) if rest.beginning.is_some())
    }

    /// Reads the next bytes.
    ///
    /// # Errors
    ///
    /// As [`Reader::push`].
    pub(super) fn push(&mut self, mut bytes: Vec<u8>) -> Result<Step, ImportError> {
        let read = self.reader.progress().bytes;
        let end = read + bytes.len() as u64;
        if let Help::Reading(rest) = &mut self.help {
            match rest.begins_at {
                Some(place) if place < end => {
                    rest.beginning = Some(bytes.split_off((place - read) as usize));
                    self.reader.push(&bytes)?;
                    return self.join();
                }
                // It is too late where it does not know by now where to begin.
                None if rest.start < end => self.help = Help::Nothing,
                Some(_) | None => {}
            }
        }
        self.reader.push(&bytes)?;
        Ok(Step::Read(self.progress()))
    }

    /// Takes in what is heard of the second worker, and goes on where it waited for that.
    ///
    /// # Errors
    ///
    /// As [`Reader::push`].
    pub(super) fn hear(&mut self, heard: Heard) -> Result<Step, ImportError> {
        let waits = self.waits();
        let help = std::mem::replace(&mut self.help, Help::Nothing);
        self.help = match (help, heard) {
            (Help::Starting(helper), Heard::Listens) => self.share(helper),
            (Help::Reading(mut rest), heard) => match rest.hear(heard) {
                Ok(()) => Help::Reading(rest),
                Err(Failed) => {
                    return match rest.beginning {
                        Some(beginning) => self.push(beginning),
                        None => Ok(Step::Nothing),
                    };
                }
            },
            (_, Heard::Failed) => Help::Nothing,
            (help, _) => help,
        };
        if waits {
            self.join()
        } else {
            Ok(Step::Nothing)
        }
    }

    /// The ledger.
    ///
    /// # Errors
    ///
    /// As [`Reader::finish`].
    pub(super) fn finish(self) -> Result<(UnorderedTable, OpenReport), ImportError> {
        self.reader.finish_unordered()
    }

    /// Leaves a part of what is to be read to the second worker, which listens.
    fn share(&self, helper: Helper) -> Help {
        let Progress { bytes, .. } = self.reader.progress();
        let left = self.file.size.saturating_sub(bytes);
        let Some(content) = self.file.content.as_ref().filter(|_| left >= LEAST_BYTES) else {
            return Help::Nothing;
        };
        let start = bytes + (left as f64 * OWN_SHARE) as u64;
        let request = RestRequest {
            name: self.file.name.clone(),
            how: self.file.how.clone(),
            start,
        };
        helper.ask(&request, content);
        Help::Reading(Box::new(RestOfFile {
            _helper: helper,
            start,
            begins_at: None,
            progress: Progress::default(),
            columns: Received::default(),
            result: None,
            beginning: None,
        }))
    }

    /// Adds the rest to what comes before it; where that cannot be, goes on without a second worker.
    fn join(&mut self) -> Result<Step, ImportError> {
        let Help::Reading(rest) = &mut self.help else {
            return Ok(Step::Nothing);
        };
        let Some(result) = rest.result.take() else {
            return Ok(Step::Nothing);
        };
        if self.reader.join(&result) {
            return Ok(Step::IsWhole);
        }
        let beginning = rest.beginning.take().unwrap_or_default();
        self.help = Help::Nothing;
        self.push(beginning)
    }

    /// What both have read.
    fn progress(&self) -> Progress {
        let mut progress = self.reader.progress();
        if let Help::Reading(rest) = &self.help {
            progress.bytes += rest.progress.bytes;
            progress.rows += rest.progress.rows;
        }
        progress
    }
}

/// A second worker has failed.
struct Failed;

impl RestOfFile {
    fn hear(&mut self, heard: Heard) -> Result<(), Failed> {
        match heard {
            Heard::BeginsAt(place) => self.begins_at = Some(place),
            Heard::Progress(progress) => self.progress = progress,
            Heard::Column(Answer::Column(numbers), part) => self.columns.column(numbers, &part),
            Heard::Column(_, part) => self.columns.part(&part),
            Heard::Rest(report, head) => {
                let rest = Rest::from_flat(*report, self.columns.table(&head));
                self.result = Some(rest.ok_or(Failed)?);
            }
            Heard::Listens | Heard::Failed => return Err(Failed),
        }
        Ok(())
    }
}
