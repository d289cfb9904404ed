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
//! The rest of a large text file may be read by a [`RestReader`] elsewhere at the same time; [`Reader::join`] adds it.
//!
//! It runs in the background worker only, so that none of the readers weighs on the page.

mod cell;
mod choices;
mod container;
mod delimited;
mod folding;
mod headings;
mod invented;
mod json;
mod layout;
mod mapping;
pub mod marked;
mod ods;
mod project_rows;
mod receipt;
mod recognition;
mod remembered;
mod rest;
mod rows;
mod seen;
mod sheet;
mod text;
mod values;
mod workbook;

use serde::{Deserialize, Serialize};

pub use choices::{Choices, Delimiter, Encoding, Format, HeaderRows, Opened};
pub use invented::InventedLedger;
pub use mapping::{MappedColumn, Mapping, Unit};
pub use receipt::{Issue, IssueGroup, LeftOutGroup, Receipt};
pub use rest::{Rest, RestReader, RestReport};

use flate2::write::MultiGzDecoder;

use crate::data::{ProjectTable, UnorderedTable};
use crate::i18n::ledger::ImportError;
use cell::OwnedRow;
use container::{Kind, MOST_WHOLE_MB};
use project_rows::OpenReceipt;
use rows::{Finished, Rows};
use text::TextReader;

/// From so many rows on it can be told how many a file has.
const ROWS_THAT_TELL: u32 = 10_000;

/// Room is made for one row more than expected in so many.
const SPARE_ROWS: u64 = 64;

/// Compressed bytes that are unpacked at once: a thousand times as many at most come out.
const PACKED_PIECE: usize = 4 << 10;

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
    progress: Progress,
    /// Bytes of the whole file, until room was made for what it holds.
    size: Option<u64>,
    packed: Option<MultiGzDecoder<Vec<u8>>>,
    source: Source,
    parts: Parts,
}

/// What a reader has beside its source.
struct Parts {
    file_name: String,
    choices: Choices,
    rows: Rows,
    most_listed: usize,
    copies: bool,
}

impl Parts {
    fn new_rows(choices: &Choices, most_listed: usize, copies: bool) -> Rows {
        let rows = Rows::new(choices.clone(), most_listed);
        if copies { rows.copying() } else { rows }
    }
}

/// What is known of the file so far.
enum Source {
    /// Too little to tell what it is.
    Beginning(Vec<u8>),
    Text(Box<TextReader>),
    /// A file that is read once all of it is there.
    Whole(Kind, Vec<u8>),
}

/// A [`Report`] in whose receipt some duplicates may still have to be named.
#[derive(Debug)]
pub struct OpenReport {
    /// As it will be, but for the receipt.
    report: Report,
    receipt: OpenReceipt,
}

impl OpenReport {
    /// The report, once they are.
    #[must_use]
    pub fn finish(self) -> Report {
        Report {
            receipt: self.receipt.finish(),
            ..self.report
        }
    }
}

/// A file that was read, with a copy of its rows if there is one.
struct Read {
    table: UnorderedTable,
    report: OpenReport,
    copy: Vec<(u32, OwnedRow)>,
}

impl Reader {
    /// A reader for a file of this name, which only serves where its content is no clear sign.
    #[must_use]
    pub fn new(file_name: &str, choices: Choices) -> Self {
        Self::with(file_name, choices, receipt::MOST_LISTED, false)
    }

    fn with(file_name: &str, choices: Choices, most_listed: usize, copies: bool) -> Self {
        let name = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
        Self {
            progress: Progress::default(),
            size: None,
            packed: None,
            source: Source::Beginning(Vec::new()),
            parts: Parts {
                file_name: name.to_owned(),
                rows: Parts::new_rows(&choices, most_listed, copies),
                choices,
                most_listed,
                copies,
            },
        }
    }

    /// The same for a file of so many bytes, which spares memory and time.
    #[must_use]
    pub fn of_size(mut self, bytes: u64) -> Self {
        self.size = Some(bytes);
        self
    }

    /// Reads the next bytes of the file.
    ///
    /// # Errors
    ///
    /// Says why the file is not opened; nothing more need be pushed then.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), ImportError> {
        if self.progress.bytes == 0 && container::kind_of(bytes) == Ok(Kind::Gzip) {
            self.packed = Some(MultiGzDecoder::new(Vec::new()));
        }
        self.progress.bytes += bytes.len() as u64;
        match self.packed.take() {
            None => self.source.push(bytes, &mut self.parts)?,
            Some(mut packed) => {
                for piece in bytes.chunks(PACKED_PIECE) {
                    std::io::Write::write_all(&mut packed, piece)
                        .map_err(|_| ImportError::Damaged)?;
                    self.source.push(packed.get_ref(), &mut self.parts)?;
                    packed.get_mut().clear();
                }
                self.packed = Some(packed);
            }
        }
        self.progress.rows = self.parts.rows.kept();
        self.make_room();
        Ok(())
    }

    /// Once some rows tell how long a row is, and if the others are likely to be as long.
    fn make_room(&mut self) {
        let is_text = matches!(self.source, Source::Text(_)) && self.packed.is_none();
        let Some(size) = self.size.filter(|_| is_text) else {
            return;
        };
        let Progress { bytes, rows } = self.progress;
        if rows < ROWS_THAT_TELL {
            return;
        }
        let all = u64::from(rows) * size / bytes;
        self.parts.rows.reserve((all + all / SPARE_ROWS) as usize);
        self.size = None;
    }

    /// Whether a [`RestReader`] can read a part of the file.
    fn can_be_split(&self) -> bool {
        let is_plain = matches!(&self.source, Source::Text(text) if text.has_plain_line_ends());
        is_plain && self.packed.is_none() && self.parts.rows.has_header()
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
    pub fn finish(self) -> Result<Import, ImportError> {
        let (table, report) = self.finish_unordered()?;
        Ok(Import {
            table: table.in_order(),
            report: report.finish(),
        })
    }

    /// The ledger with the rows of its table still to be put in order, and its report still to be finished.
    ///
    /// # Errors
    ///
    /// As [`Reader::finish`].
    pub fn finish_unordered(self) -> Result<(UnorderedTable, OpenReport), ImportError> {
        self.read_to_end().map(|read| (read.table, read.report))
    }

    fn read_to_end(mut self) -> Result<Read, ImportError> {
        let gzip = self.packed.is_some();
        if let Some(packed) = self.packed {
            let rest = packed.finish().map_err(|_| ImportError::Damaged)?;
            self.source.push(&rest, &mut self.parts)?;
        }
        self.source.begin(&mut self.parts)?;
        let mut opened = Opened {
            format: Format::Delimited,
            gzip,
            encoding: None,
            delimiter: None,
            sheets: Vec::new(),
            sheet: 0,
            header: HeaderRows::default(),
        };
        let Parts {
            file_name,
            choices,
            mut rows,
            most_listed,
            copies,
        } = self.parts;
        match self.source {
            Source::Beginning(_) => return Err(ImportError::Empty),
            Source::Text(mut reader) => {
                reader.finish(&mut rows)?;
                opened.encoding = Some(reader.encoding);
                opened.delimiter = Some(reader.splitter.delimiter);
            }
            Source::Whole(Kind::Json, bytes) => {
                opened.format = Format::Json;
                let text = text::decode_whole(&bytes);
                drop(bytes);
                json::read(&text, &mut rows)?;
            }
            Source::Whole(_, bytes) => {
                let new_rows = || Parts::new_rows(&choices, most_listed, copies);
                let workbook = workbook::read(&bytes, &choices, &new_rows)?;
                opened.format = workbook.format;
                opened.sheets = workbook.sheets;
                opened.sheet = workbook.sheet as u32;
                rows = workbook.rows;
            }
        }
        let Finished {
            builder,
            receipt,
            mapping,
            header,
            copy,
        } = rows.finish()?;
        opened.header = header;
        let report = Report {
            file_name,
            opened,
            mapping,
            receipt: Receipt::default(),
        };
        Ok(Read {
            table: builder.finish_unordered(),
            report: OpenReport { report, receipt },
            copy,
        })
    }
}

impl Source {
    fn push(&mut self, bytes: &[u8], parts: &mut Parts) -> Result<(), ImportError> {
        match self {
            Self::Beginning(beginning) => {
                beginning.extend_from_slice(bytes);
                if beginning.len() >= text::SAMPLE {
                    self.begin(parts)?;
                }
                Ok(())
            }
            Self::Text(reader) => reader.push(bytes, &mut parts.rows),
            Self::Whole(_, whole) => {
                if whole.len() + bytes.len() > (MOST_WHOLE_MB as usize) << 20 {
                    return Err(ImportError::LargeWorkbook(MOST_WHOLE_MB));
                }
                whole.extend_from_slice(bytes);
                Ok(())
            }
        }
    }

    /// Tells by its beginning what the file is, if that is still to be done.
    fn begin(&mut self, parts: &mut Parts) -> Result<(), ImportError> {
        let Self::Beginning(beginning) = self else {
            return Ok(());
        };
        let beginning = std::mem::take(beginning);
        if beginning.is_empty() {
            return Err(ImportError::Empty);
        }
        let kind = container::kind_of(&beginning)?;
        match kind {
            // Packed twice.
            Kind::Gzip => return Err(ImportError::NotALedger),
            Kind::Zip | Kind::Compound | Kind::Json => *self = Self::Whole(kind, beginning),
            Kind::Text => {
                let sample = &beginning[..beginning.len().min(text::SAMPLE)];
                if text::is_binary(sample) {
                    return Err(ImportError::NotALedger);
                }
                let prefers_tabs = parts.file_name.to_lowercase().contains(".tsv");
                let mut reader = Box::new(TextReader::new(sample, &parts.choices, prefers_tabs));
                reader.push(&beginning, &mut parts.rows)?;
                *self = Self::Text(reader);
            }
        }
        Ok(())
    }
}
