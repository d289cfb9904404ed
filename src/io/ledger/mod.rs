//! A reader's own ledger: bytes of any tabular file in, a table and a receipt out.
//!
//! [`read`] takes a whole file, [`Reader`] one that comes piece by piece. Both find out by themselves how the file is
//! to be read and say so in [`Import::report`]; a dialog shows that, and [`Choices`] changes it. Nothing is dropped
//! silently: what could not be read is in [`Receipt`], and in the details of its project.
//!
//! ```text
//! bytes ▸ gzip ▸ text ▸ delimited ─┐
//!              ▸ json ─────────────┼▸ rows: layout ▸ mapping ▸ values ▸ TableBuilder, Receipt
//!              ▸ workbook ─────────┘
//! ```
//!
//! It runs in the background worker only, so that none of the readers weighs on the page.

mod cell;
mod choices;
mod delimited;
mod folding;
mod headings;
mod layout;
mod mapping;
mod receipt;
mod rows;
mod seen;
mod text;
mod values;

use serde::{Deserialize, Serialize};

pub use choices::{Choices, Delimiter, Encoding, Format, HeaderRows, Opened};
pub use mapping::{MappedColumn, Mapping, Unit};
pub use receipt::{Issue, IssueGroup, LeftOutGroup, Receipt};

use crate::data::ProjectTable;
use crate::i18n::ledger::ImportError;
use rows::{Finished, Rows};
use text::TextReader;

/// A ledger that was read.
#[derive(Debug)]
pub struct Import {
    /// Its projects.
    pub table: ProjectTable,
    /// How it was read, and what became of each row.
    pub report: Report,
}

/// How a ledger was read: what a dialog shows after opening it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The file's name, without its folder.
    pub file_name: String,
    /// What kind of file it is, and how its bytes were read.
    pub opened: Opened,
    /// What its columns hold.
    pub mapping: Mapping,
    /// What became of its rows and values.
    pub receipt: Receipt,
}

/// How far a file has been read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Bytes of the file that have been read.
    pub bytes: u64,
    /// Projects so far.
    pub rows: u32,
}

/// Reads a whole file.
///
/// # Errors
///
/// Says why the file is not opened at all.
pub fn read(file_name: &str, bytes: &[u8], choices: Choices) -> Result<Import, ImportError> {
    let mut reader = Reader::new(file_name, choices);
    reader.push(bytes)?;
    reader.finish()
}

/// Reads a file that comes piece by piece. To cancel, drop it.
pub struct Reader {
    file_name: String,
    choices: Choices,
    progress: Progress,
    source: Source,
    rows: Rows,
}

/// What is known of the file so far.
enum Source {
    /// Too little to tell what it is.
    Beginning(Vec<u8>),
    Text(Box<TextReader>),
}

impl Reader {
    /// A reader for a file of this name, which only serves where its content is no clear sign.
    #[must_use]
    pub fn new(file_name: &str, choices: Choices) -> Self {
        let name = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
        Self {
            file_name: name.to_owned(),
            progress: Progress::default(),
            source: Source::Beginning(Vec::new()),
            rows: Rows::new(choices.clone(), receipt::MOST_LISTED),
            choices,
        }
    }

    /// Reads the next bytes of the file.
    ///
    /// # Errors
    ///
    /// Says why the file is not opened; nothing more need be pushed then.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), ImportError> {
        self.progress.bytes += bytes.len() as u64;
        match &mut self.source {
            Source::Beginning(beginning) => {
                beginning.extend_from_slice(bytes);
                if beginning.len() >= text::SAMPLE {
                    self.begin()?;
                }
            }
            Source::Text(reader) => reader.push(bytes, &mut self.rows)?,
        }
        self.progress.rows = self.rows.kept();
        Ok(())
    }

    /// How far the file has been read.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// The ledger, once all of the file was pushed.
    ///
    /// # Errors
    ///
    /// Says why the file is not opened.
    pub fn finish(mut self) -> Result<Import, ImportError> {
        if self.progress.bytes == 0 {
            return Err(ImportError::Empty);
        }
        self.begin()?;
        let mut opened = Opened {
            format: Format::Delimited,
            gzip: false,
            encoding: None,
            delimiter: None,
            sheets: Vec::new(),
            sheet: 0,
            header: HeaderRows::default(),
        };
        if let Source::Text(reader) = &mut self.source {
            reader.finish(&mut self.rows)?;
            opened.encoding = Some(reader.encoding);
            opened.delimiter = Some(reader.splitter.delimiter);
        }
        let Finished {
            builder,
            receipt,
            mapping,
            header,
        } = self.rows.finish()?;
        opened.header = header;
        Ok(Import {
            table: builder.finish(),
            report: Report {
                file_name: self.file_name,
                opened,
                mapping,
                receipt,
            },
        })
    }

    /// Tells by its beginning what the file is.
    fn begin(&mut self) -> Result<(), ImportError> {
        let Source::Beginning(beginning) = &mut self.source else {
            return Ok(());
        };
        let beginning = std::mem::take(beginning);
        let sample = &beginning[..beginning.len().min(text::SAMPLE)];
        if text::is_binary(sample) {
            return Err(ImportError::NotALedger);
        }
        let prefers_tabs = self.file_name.to_lowercase().ends_with(".tsv");
        let mut reader = Box::new(TextReader::new(sample, &self.choices, prefers_tabs));
        reader.push(&beginning, &mut self.rows)?;
        self.source = Source::Text(reader);
        Ok(())
    }
}
