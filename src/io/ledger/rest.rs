//! The rest of a large text file, read by another worker while the first one reads what comes before.
//!
//! Where a line ends, a record does too, unless it is in quotation marks; and what a row becomes hardly depends on those
//! before it. So a [`RestReader`] learns from the beginning of the file what its columns are, begins with the first whole
//! line somewhere in the middle, and counts its rows from there. [`Reader::join`] adds them, if they are what it would
//! have read itself; otherwise it changes nothing, and the rest is read anew by the reader that did not know of it.

use serde::{Deserialize, Serialize};

use super::choices::{Choices, Encoding};
use super::project_rows::BodyPart;
use super::rows::RowsReport;
use super::text::TextPart;
use super::{Progress, Reader, Source};
use crate::data::{Buffer, FlatTable, TablePart};
use crate::i18n::ledger::ImportError;
use crate::io::embedded;

/// Reads the rest of a file piece by piece.
pub struct RestReader {
    reader: Reader,
    began_with: Encoding,
    /// Where the first whole line begins in the file, once it was met; until then, where the next bytes do.
    start: u64,
    has_begun: bool,
}

/// The rest of a file, for [`Reader::join`].
#[derive(Debug)]
pub struct Rest {
    report: RestReport,
    rows: BodyPart,
}

/// All of [`Rest`] that does not grow with its rows.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RestReport {
    /// Where in the file it begins.
    start: u64,
    text: TextPart,
    rows: RowsReport,
}

impl RestReader {
    /// A reader for a part of a file that begins with `head`, as [`Reader::new`] would read it. `None` where its rows cannot
    /// be told from its beginning, as in a workbook.
    #[must_use]
    pub fn new(file_name: &str, choices: Choices, head: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(file_name, choices);
        reader.push(head).ok()?;
        if !reader.can_be_split() {
            return None;
        }
        let Source::Text(text) = &mut reader.source else {
            return None;
        };
        text.restart();
        let began_with = text.encoding;
        reader.parts.rows.restart();
        reader.progress = Progress::default();
        Some(Self {
            reader,
            began_with,
            start: 0,
            has_begun: false,
        })
    }

    /// The same for what comes after `start` in a file of `size` bytes.
    #[must_use]
    pub fn from(mut self, start: u64, size: u64) -> Self {
        self.start = start;
        self.reader = self.reader.of_size(size.saturating_sub(start));
        self
    }

    /// Reads the next bytes of the file.
    ///
    /// # Errors
    ///
    /// The file may not be opened; why, its reader will say when it comes there.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), ImportError> {
        let mut bytes = bytes;
        if !self.has_begun {
            let end = memchr::memchr(b'\n', bytes).map_or(bytes.len(), |at| at + 1);
            self.start += end as u64;
            self.has_begun = bytes[..end].ends_with(b"\n");
            bytes = &bytes[end..];
        }
        if bytes.is_empty() {
            return Ok(());
        }
        self.reader.push(bytes)
    }

    /// Where in the file the rest begins: after the first end of a line that was pushed.
    #[must_use]
    pub fn begins_at(&self) -> Option<u64> {
        self.has_begun.then_some(self.start)
    }

    /// How much of the rest has been read.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.reader.progress()
    }

    /// The rest, once all of it was pushed.
    ///
    /// # Errors
    ///
    /// As [`RestReader::push`].
    pub fn finish(self) -> Result<Rest, ImportError> {
        let Reader { source, parts, .. } = self.reader;
        let (Source::Text(mut text), mut rows) = (source, parts.rows) else {
            return Err(ImportError::NotALedger);
        };
        text.finish(&mut rows)?;
        let (report, rows) = rows.into_part().ok_or(ImportError::NoRows)?;
        Ok(Rest {
            report: RestReport {
                start: self.start,
                text: text.into_part(self.began_with),
                rows: report,
            },
            rows,
        })
    }
}

impl Rest {
    /// Takes the rest apart, to be sent from one worker to another.
    #[must_use]
    pub fn into_flat(self) -> (RestReport, FlatTable) {
        let mut flat = self.rows.rows.into_flat();
        let doubtful = self.rows.doubtful.iter();
        let halves = doubtful.flat_map(|&bits| [bits as u32, (bits >> 32) as u32]);
        flat.buffers.extend([
            Buffer::U32(halves.collect()),
            Buffer::U32(self.rows.looked_for.into_flattened()),
            Buffer::U32(self.rows.nameless),
        ]);
        (self.report, flat)
    }

    /// Puts it together; `None` for what is none.
    #[must_use]
    pub fn from_flat(report: RestReport, mut flat: FlatTable) -> Option<Self> {
        let mut numbers = || match flat.buffers.pop()? {
            Buffer::U32(numbers) => Some(numbers),
            Buffer::U8(_) | Buffer::U16(_) | Buffer::F64(_) => None,
        };
        let (nameless, looked_for, doubtful) = (numbers()?, numbers()?, numbers()?);
        let halves = doubtful.as_chunks::<2>().0.iter();
        let doubtful = halves.map(|&[low, high]| u64::from(low) | u64::from(high) << 32);
        Some(Self {
            rows: BodyPart {
                rows: TablePart::from_flat(flat, embedded::rates())?,
                doubtful: doubtful.collect(),
                nameless,
                looked_for: looked_for.as_chunks().0.to_vec(),
            },
            report,
        })
    }
}

impl Reader {
    /// Adds the rest of the file, if all before it was pushed and nothing of it. Gives `false` and changes nothing where
    /// it is not what this reader would have read; then it has to be pushed.
    pub fn join(&mut self, rest: &Rest) -> bool {
        let Rest { report, rows } = rest;
        let Source::Text(text) = &mut self.source else {
            return false;
        };
        let is_joined = self.progress.bytes == report.start
            && text.goes_on_with(report.text)
            && self.parts.rows.join(&report.rows, rows, text.rows_read());
        if is_joined {
            text.encoding = report.text.encoding;
            self.progress.rows = self.parts.rows.kept();
        }
        is_joined
    }
}
