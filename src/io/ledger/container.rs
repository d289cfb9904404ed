//! What a file is, by its first bytes and by what is packed in it; and that it does not unpack to more than it should.

use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;

use super::choices::Format;
use crate::i18n::ledger::ImportError;

/// Megabytes of a workbook or a JSON file, which are held as a whole.
pub(super) const MOST_WHOLE_MB: u32 = 256;

/// Megabytes to which a workbook may unpack: three times the largest sheet of ten columns.
const MOST_UNPACKED_MB: u32 = 1_024;

/// Megabytes of a part that is held as a whole while a workbook is read, such as its texts.
const MOST_PART_MB: u32 = 256;

/// What a file is as far as its first bytes tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Gzip,
    /// A workbook since 2007, of Excel or LibreOffice.
    Zip,
    /// A workbook before 2007, or one with a password.
    Compound,
    Json,
    Text,
}

/// Tells a file by its first bytes.
pub(super) fn kind_of(beginning: &[u8]) -> Result<Kind, ImportError> {
    let other = |name: &str| Err(ImportError::OtherFormat(name.to_owned()));
    match beginning {
        [0x1f, 0x8b, ..] => return Ok(Kind::Gzip),
        [b'P', b'K', 3, 4, ..] => return Ok(Kind::Zip),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => return Ok(Kind::Compound),
        [b'%', b'P', b'D', b'F', ..] => return other("PDF"),
        [b'R', b'a', b'r', b'!', ..] => return other("RAR"),
        [b'7', b'z', 0xbc, 0xaf, ..] => return other("7z"),
        [b'P', b'A', b'R', b'1', ..] => return other("Parquet"),
        [b'S', b'Q', b'L', b'i', b't', b'e', ..] => return other("SQLite"),
        _ => {}
    }
    let text = String::from_utf8_lossy(&beginning[..beginning.len().min(1 << 10)]);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let lower = text.to_lowercase();
    if ["<!doctype html", "<html", "<table", "<head", "<meta"]
        .iter()
        .any(|start| lower.starts_with(start))
    {
        // Many systems call a web page .xls.
        return other("HTML");
    }
    if lower.starts_with("<?xml") {
        return other("XML");
    }
    let mut letters = text.chars().filter(|letter| !letter.is_whitespace());
    Ok(match (letters.next(), letters.next()) {
        (Some('['), Some('{' | ']')) | (Some('{'), Some('"' | '}')) => Kind::Json,
        _ => Kind::Text,
    })
}

/// Tells what is in a packed file, after unpacking all of it once to see that it is sound and not too large.
pub(super) fn check_zip(bytes: &[u8]) -> Result<Packed, ImportError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ImportError::Damaged)?;
    let names: Vec<String> = archive
        .file_names()
        .filter_map(|name| name.ok().map(std::borrow::Cow::into_owned))
        .collect();
    let has = |start: &str| names.iter().any(|name| name.starts_with(start));
    let format = if has("xl/workbook.xml") {
        Format::Xlsx
    } else if has("content.xml") && has("mimetype") {
        Format::Ods
    } else {
        let name = [
            ("xl/workbook.bin", "XLSB"),
            ("Index/", "Numbers"),
            ("word/", "Word"),
            ("ppt/", "PowerPoint"),
        ]
        .into_iter()
        .find(|(start, _)| has(start));
        return Err(name.map_or(ImportError::NotALedger, |(_, name)| {
            ImportError::OtherFormat(name.to_owned())
        }));
    };
    let mut packed = Packed {
        format,
        has_merged_cells: false,
    };
    let mut unpacked = 0_u64;
    let mut piece = vec![0; 64 << 10];
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).map_err(|_| ImportError::Damaged)?;
        let name = file.name().map_err(|_| ImportError::Damaged)?.into_owned();
        if !(name.ends_with(".xml") || name.ends_with(".rels")) {
            continue;
        }
        let is_sheet = name.contains("sheets/") || name == "content.xml";
        let most = u64::from(if is_sheet {
            MOST_UNPACKED_MB
        } else {
            MOST_PART_MB
        }) << 20;
        let mut size = 0_u64;
        let mut beginning = Vec::new();
        loop {
            let read = file.read(&mut piece).map_err(|_| ImportError::Damaged)?;
            if read == 0 {
                break;
            }
            size += read as u64;
            unpacked += read as u64;
            if size > most || unpacked > u64::from(MOST_UNPACKED_MB) << 20 {
                return Err(ImportError::UnpacksTooLarge(if size > most && !is_sheet {
                    MOST_PART_MB
                } else {
                    MOST_UNPACKED_MB
                }));
            }
            if beginning.len() < 4 << 10 {
                beginning.extend_from_slice(&piece[..read.min(4 << 10)]);
            }
            packed.has_merged_cells |=
                is_sheet && memmem::find(&piece[..read], b"mergeCell").is_some();
        }
        // Room is made for as many texts as are announced.
        if name.ends_with("sharedStrings.xml") && announced(&beginning) > size {
            return Err(ImportError::Damaged);
        }
    }
    Ok(packed)
}

/// What a packed file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Packed {
    pub(super) format: Format,
    pub(super) has_merged_cells: bool,
}

/// How many different texts a part says that it has.
fn announced(beginning: &[u8]) -> u64 {
    let start = memmem::find(beginning, b"uniqueCount=\"").map(|at| at + "uniqueCount=\"".len());
    let digits = beginning[start.unwrap_or(beginning.len())..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit());
    digits.fold(0_u64, |number, digit| {
        number
            .saturating_mul(10)
            .saturating_add(u64::from(digit - b'0'))
    })
}

/// Whether a compound file is an encrypted workbook: it has a stream of that name.
pub(super) fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    memmem::find(bytes, &name).is_some()
}
