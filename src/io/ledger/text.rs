//! Text files, piece by piece: bytes become letters, letters become records, records go on their way.
//!
//! No more of the file is held than the record at hand needs.

use encoding_rs::{Decoder, GB18030, UTF_16BE, UTF_16LE};
use inward_kernel::ByteClasses;
use memchr::{memchr, memchr_iter, memrchr};
use serde::{Deserialize, Serialize};

use super::cell::Cell;
use super::choices::{Choices, Delimiter, Encoding};
use super::delimited::{Splitter, find_delimiter};
use super::rows::{Note, RowOf, Rows};
use crate::i18n::ledger::{ImportError, IssueKind};

/// Bytes at the beginning that tell encoding and delimiter.
pub(super) const SAMPLE: usize = 64 << 10;

/// Bytes that are read at once.
const PIECE: usize = 1 << 20;

/// Megabytes of a line.
const MOST_LINE_MB: u32 = 32;

/// A text file that is being read.
pub(super) struct TextReader {
    pub(super) encoding: Encoding,
    pub(super) splitter: Splitter,
    decoder: Option<Decoder>,
    /// UTF-8 that is not cut into records yet.
    pending: Vec<u8>,
    rows_read: u32,
    /// Whether only ASCII was met so far, which may be any encoding.
    is_ascii: bool,
    may_change_encoding: bool,
    /// Whether a byte order mark may come, which stands at the beginning of a file only.
    may_be_marked: bool,
}

/// How the rest of a file was read.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct TextPart {
    /// The encoding at its beginning.
    began_with: Encoding,
    /// The encoding at its end.
    pub(super) encoding: Encoding,
    delimiter: Delimiter,
}

impl TextReader {
    /// A reader for the file that begins with `sample`, which is still to be pushed.
    pub(super) fn new(sample: &[u8], choices: &Choices, prefers_tabs: bool) -> Self {
        let encoding = choices.encoding.unwrap_or_else(|| find_encoding(sample));
        let mut decoder = decoder_of(encoding);
        let mut text = Vec::new();
        match &mut decoder {
            Some(decoder) => decode(decoder, sample, &mut text, false),
            None => text.extend_from_slice(sample),
        }
        let text = String::from_utf8_lossy(&text);
        let line_end = if text.contains('\r') && !text.contains('\n') {
            b'\r'
        } else {
            b'\n'
        };
        // The last line of the sample may be cut off.
        let whole_lines = match text.rfind(char::from(line_end)) {
            Some(end) => &text[..end],
            None => &text,
        };
        let delimiter = choices.delimiter.unwrap_or_else(|| {
            if prefers_tabs && whole_lines.contains('\t') {
                Delimiter::Tab
            } else {
                find_delimiter(whole_lines, line_end)
            }
        });
        Self {
            encoding,
            splitter: Splitter {
                delimiter,
                line_end,
            },
            decoder: decoder_of(encoding),
            pending: Vec::new(),
            rows_read: 0,
            is_ascii: true,
            may_change_encoding: choices.encoding.is_none(),
            may_be_marked: true,
        }
    }

    /// Whether a line can be read without those before it: in the other encodings a byte does not tell that it ends a
    /// line.
    pub(super) fn has_plain_line_ends(&self) -> bool {
        let is_plain = matches!(self.encoding, Encoding::Utf8 | Encoding::Gb18030);
        is_plain && self.splitter.line_end == b'\n'
    }

    /// Forgets what was read, to go on with the rest of the file from the beginning of a line.
    pub(super) fn restart(&mut self) {
        self.decoder = decoder_of(self.encoding);
        self.pending.clear();
        self.rows_read = 0;
        self.may_be_marked = false;
    }

    /// How the rest of a file was read that began with this encoding.
    pub(super) fn into_part(self, began_with: Encoding) -> TextPart {
        TextPart {
            began_with,
            encoding: self.encoding,
            delimiter: self.splitter.delimiter,
        }
    }

    /// Whether what was read ends with a record, and what was read of the rest would have been read here in the same way.
    pub(super) fn goes_on_with(&self, rest: TextPart) -> bool {
        let TextPart {
            began_with,
            encoding,
            delimiter,
        } = rest;
        self.pending.is_empty()
            && self.has_plain_line_ends()
            && self.splitter.delimiter == delimiter
            && self.encoding == began_with
            && (encoding == began_with || self.is_ascii)
    }

    /// Rows so far, the empty ones included.
    pub(super) fn rows_read(&self) -> u32 {
        self.rows_read
    }

    /// Reads the next bytes of the file.
    pub(super) fn push(&mut self, bytes: &[u8], rows: &mut Rows) -> Result<(), ImportError> {
        // In pieces, so that it makes no difference how the bytes come.
        for piece in bytes.chunks(PIECE) {
            match &mut self.decoder {
                Some(decoder) => decode(decoder, piece, &mut self.pending, false),
                None => self.pending.extend_from_slice(piece),
            }
            self.read(false, rows)?;
        }
        Ok(())
    }

    /// Reads what is left.
    pub(super) fn finish(&mut self, rows: &mut Rows) -> Result<(), ImportError> {
        if let Some(decoder) = &mut self.decoder {
            decode(decoder, &[], &mut self.pending, true);
        }
        self.read(true, rows)
    }

    fn read(&mut self, is_last: bool, rows: &mut Rows) -> Result<(), ImportError> {
        let mut pending = std::mem::take(&mut self.pending);
        if self.may_be_marked && self.rows_read == 0 && pending.starts_with("\u{feff}".as_bytes()) {
            pending.drain(.."\u{feff}".len());
        }
        let end = if is_last {
            pending.len()
        } else {
            memrchr(self.splitter.line_end, &pending).map_or(0, |at| at + 1)
        };
        if self.decoder.is_none()
            && self.is_ascii
            && self.may_change_encoding
            && simdutf8::basic::from_utf8(&pending[..end]).is_err()
        {
            let first = pending[..end].iter().position(|byte| !byte.is_ascii());
            let start_of_line = first
                .and_then(|first| memrchr(b'\n', &pending[..first]))
                .map_or(0, |at| at + 1);
            let line_end =
                memchr(b'\n', &pending[start_of_line..end]).map_or(end, |at| start_of_line + at);
            // The first letters beyond ASCII are not UTF-8: neither will the rest be.
            if std::str::from_utf8(&pending[start_of_line..line_end]).is_err() {
                self.encoding = Encoding::Gb18030;
                self.decoder = decoder_of(Encoding::Gb18030);
                let raw = std::mem::take(&mut pending);
                if let Some(decoder) = &mut self.decoder {
                    decode(decoder, &raw, &mut pending, is_last);
                }
                self.pending = pending;
                self.is_ascii = false;
                return self.read(is_last, rows);
            }
        }
        let consumed = self.block(&pending[..end], is_last, rows)?;
        pending.drain(..consumed);
        if pending.len() > (MOST_LINE_MB as usize) << 20 {
            return Err(ImportError::LongLine(MOST_LINE_MB));
        }
        self.pending = pending;
        Ok(())
    }

    /// Reads whole lines, and gives how many bytes were records.
    fn block(
        &mut self,
        bytes: &[u8],
        is_last: bool,
        rows: &mut Rows,
    ) -> Result<usize, ImportError> {
        self.is_ascii = self.is_ascii && bytes.is_ascii();
        if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
            return self.records(text, &[], is_last, rows);
        }
        // Line by line, each in the encoding that it has.
        let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
        let mut marks = Vec::new();
        let mut origins = vec![(0, 0)];
        let mut start = 0;
        let ends = memchr_iter(b'\n', bytes)
            .map(|at| at + 1)
            .chain([bytes.len()]);
        for end in ends {
            let line = &bytes[start..end];
            match std::str::from_utf8(line) {
                Ok(line) => text.push_str(line),
                Err(_) => {
                    let (decoded, _, has_errors) = GB18030.decode(line);
                    let kind = if has_errors {
                        IssueKind::BadCharacters
                    } else {
                        IssueKind::MixedEncoding
                    };
                    let decoded = if has_errors {
                        String::from_utf8_lossy(line)
                    } else {
                        decoded
                    };
                    marks.push((text.len(), kind, decoded.trim_end().to_owned()));
                    text.push_str(&decoded);
                }
            }
            start = end;
            origins.push((text.len(), end));
        }
        let consumed = self.records(&text, &marks, is_last, rows)?;
        // Records end where lines end, and there the repaired text and the bytes keep step.
        let step = origins.partition_point(|&(repaired, _)| repaired < consumed);
        Ok(origins.get(step).map_or(bytes.len(), |&(_, raw)| raw))
    }

    fn records(
        &mut self,
        text: &str,
        marks: &[(usize, IssueKind, String)],
        is_last: bool,
        rows: &mut Rows,
    ) -> Result<usize, ImportError> {
        let has_invisible = has_invisible(text.as_bytes());
        let may_have_replaced = self.decoder.is_some() && text.contains('\u{fffd}');
        let is_plain = !has_invisible && !may_have_replaced && marks.is_empty();
        let rows_read = &mut self.rows_read;
        let mut next_mark = 0;
        self.splitter.split(text, is_last, |records| {
            let first = rows_read.saturating_add(1);
            *rows_read = rows_read.saturating_add(records.rows().len() as u32);
            if is_plain && !records.is_unbalanced {
                return rows.many(first, records.rows());
            }
            for ((number, cells), range) in (first..).zip(records.rows()).zip(records.ranges()) {
                let mut notes = Vec::new();
                if records.is_unbalanced {
                    notes.push(Note {
                        kind: IssueKind::UnbalancedQuote,
                        column: None,
                        value: text[range.clone()].to_owned(),
                    });
                }
                while let Some((at, kind, value)) = marks.get(next_mark)
                    && *at <= range.end
                {
                    notes.push(Note {
                        kind: *kind,
                        column: None,
                        value: value.clone(),
                    });
                    next_mark += 1;
                }
                if may_have_replaced {
                    let broken = cells.iter().enumerate();
                    notes.extend(
                        broken
                            .filter(|(_, cell)| cell.text().contains('\u{fffd}'))
                            .map(|(column, cell)| Note {
                                kind: IssueKind::BadCharacters,
                                column: Some(column),
                                value: cell.text().to_owned(),
                            }),
                    );
                }
                let visible: Vec<Option<String>> = cells
                    .iter()
                    .map(|cell| has_invisible.then(|| without_invisible(cell.shown()))?)
                    .collect();
                let cells: Vec<Cell<'_>> = cells
                    .iter()
                    .zip(&visible)
                    .map(|(&cell, visible)| {
                        visible.as_ref().map_or(cell, |text| Cell::of_text(text))
                    })
                    .collect();
                for (column, _) in visible
                    .iter()
                    .enumerate()
                    .filter(|(_, text)| text.is_some())
                {
                    notes.push(Note {
                        kind: IssueKind::ControlCharacters,
                        column: Some(column),
                        value: cells[column].text().to_owned(),
                    });
                }
                rows.row(&RowOf {
                    number,
                    cells: &cells,
                    notes: &notes,
                    merged: &[],
                })?;
            }
            Ok(())
        })
    }
}

/// UTF-8 if it is that, UTF-16 if every other byte says so, GB18030 otherwise; a byte order mark decides.
fn find_encoding(sample: &[u8]) -> Encoding {
    match sample {
        [0xef, 0xbb, 0xbf, ..] => return Encoding::Utf8,
        [0xff, 0xfe, ..] => return Encoding::Utf16Le,
        [0xfe, 0xff, ..] => return Encoding::Utf16Be,
        _ => {}
    }
    let zeros = |first: usize| {
        let bytes = sample.iter().skip(first).step_by(2);
        bytes.filter(|byte| **byte == 0).count()
    };
    let pairs = sample.len() / 2;
    let (high_first, low_first) = (zeros(0), zeros(1));
    // A table has line ends, delimiters and digits in every script.
    if pairs > 4 && low_first * 8 > pairs && high_first * 20 < pairs {
        return Encoding::Utf16Le;
    }
    if pairs > 4 && high_first * 8 > pairs && low_first * 20 < pairs {
        return Encoding::Utf16Be;
    }
    match std::str::from_utf8(sample) {
        Ok(_) => Encoding::Utf8,
        // The end of the sample may cut a letter in two.
        Err(error) if error.error_len().is_none() => Encoding::Utf8,
        Err(error) => {
            let has_letters = sample[..error.valid_up_to()]
                .iter()
                .any(|byte| !byte.is_ascii());
            // Lines of another encoding in a file of UTF-8 are said one by one.
            if has_letters {
                Encoding::Utf8
            } else {
                Encoding::Gb18030
            }
        }
    }
}

/// All letters of a file that is held as a whole.
pub(super) fn decode_whole(bytes: &[u8]) -> String {
    let encoding = find_encoding(bytes);
    let mut text = Vec::new();
    match decoder_of(encoding) {
        Some(mut decoder) => decode(&mut decoder, bytes, &mut text, true),
        None => text.extend_from_slice(bytes),
    }
    let text = String::from_utf8_lossy(&text);
    text.trim_start_matches('\u{feff}').to_owned()
}

fn decoder_of(encoding: Encoding) -> Option<Decoder> {
    match encoding {
        Encoding::Utf8 => None,
        Encoding::Utf16Le => Some(UTF_16LE.new_decoder_with_bom_removal()),
        Encoding::Utf16Be => Some(UTF_16BE.new_decoder_with_bom_removal()),
        Encoding::Gb18030 => Some(GB18030.new_decoder_without_bom_handling()),
    }
}

/// Adds what `bytes` stand for to `text`, as UTF-8; what stands for nothing becomes a replacement character.
fn decode(decoder: &mut Decoder, bytes: &[u8], text: &mut Vec<u8>, is_last: bool) {
    let mut rest = bytes;
    loop {
        let start = text.len();
        let room = decoder
            .max_utf8_buffer_length(rest.len())
            .unwrap_or(rest.len() * 3 + 16)
            .min(1 << 20);
        text.resize(start + room.max(64), 0);
        let (result, read, written, _) = decoder.decode_to_utf8(rest, &mut text[start..], is_last);
        text.truncate(start + written);
        rest = &rest[read..];
        if result == encoding_rs::CoderResult::InputEmpty {
            return;
        }
    }
}

/// Bytes of control characters, which no text needs but for tabs and line ends; and the first bytes of the letters among
/// which there are other invisible ones, those of general punctuation and a byte order mark.
const INVISIBLE: ByteClasses = ByteClasses::none()
    .with(CONTROL, 0, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15])
    .with(
        CONTROL << 1,
        1,
        &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    )
    .with(CONTROL << 2, 7, &[15])
    .with(PUNCTUATION, 14, &[2])
    .with(MARK, 14, &[15]);

const CONTROL: u8 = 1;
const CONTROLS: u8 = CONTROL | CONTROL << 1 | CONTROL << 2;
const PUNCTUATION: u8 = 1 << 3;
const MARK: u8 = 1 << 4;

/// Whether invisible characters stand in the text of a file: control characters, marks of writing direction.
fn has_invisible(bytes: &[u8]) -> bool {
    let classes = INVISIBLE.in_text(bytes);
    let is_invisible = |at: usize| {
        matches!(
            bytes[at..],
            [0xe2, 0x80, 0x8b..=0x8f | 0xaa..=0xae, ..] | [0xe2, 0x81, 0xa0..=0xaf, ..]
        )
    };
    classes & CONTROLS != 0
        || classes & PUNCTUATION != 0 && memchr_iter(0xe2, bytes).any(is_invisible)
        || classes & MARK != 0 && memchr::memmem::find(bytes, "\u{feff}".as_bytes()).is_some()
}

/// The text without invisible characters; nothing where it has none.
pub(super) fn without_invisible(text: &str) -> Option<String> {
    let is_invisible = |letter: char| {
        matches!(letter, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    text.contains(is_invisible)
        .then(|| text.replace(is_invisible, ""))
}

/// Whether the beginning of a file is no text at all.
pub(super) fn is_binary(sample: &[u8]) -> bool {
    if !matches!(find_encoding(sample), Encoding::Utf8 | Encoding::Gb18030) {
        return false;
    }
    let controls = sample
        .iter()
        .filter(|&&byte| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1b))
        .count();
    // A stray NUL is no picture.
    controls * 50 > sample.len() && controls > 2
}
