//! How a file is read: what the reader chose, and what was found where nothing was chosen.

use serde::{Deserialize, Serialize};

use super::mapping::Mapping;

/// What the reader chose; `None` leaves it to recognition.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Choices {
    /// How bytes stand for letters; text files only.
    pub encoding: Option<Encoding>,
    /// What stands between cells; text files only.
    pub delimiter: Option<Delimiter>,
    /// The sheet, counted from 0; workbooks only.
    pub sheet: Option<u32>,
    /// Which rows are the header.
    pub header: Option<HeaderRows>,
    /// What the columns hold. It counts only for a file with as many columns.
    pub mapping: Option<Mapping>,
    /// Mappings of earlier files; the one with the file's fingerprint is taken where `mapping` is `None`.
    pub remembered: Vec<Mapping>,
}

/// How a file was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// What kind of file it is.
    pub format: Format,
    /// Whether it was compressed with gzip.
    pub gzip: bool,
    /// How its bytes were read; text files only.
    pub encoding: Option<Encoding>,
    /// What stands between its cells; CSV and TSV only.
    pub delimiter: Option<Delimiter>,
    /// Names of its sheets; workbooks only.
    pub sheets: Vec<String>,
    /// The sheet that was read; workbooks only.
    pub sheet: u32,
    /// The rows that were taken for its header.
    pub header: HeaderRows,
}

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// Text with a row in each line: CSV, TSV and their like.
    Delimited,
    /// An array of objects, or an object in each line.
    Json,
    /// A workbook of Excel since 2007.
    Xlsx,
    /// A workbook of Excel before.
    Xls,
    /// A workbook of LibreOffice.
    Ods,
}

/// How bytes stand for letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// GB18030, which contains GBK and GB 2312.
    Gb18030,
}

impl Encoding {
    /// Every encoding, in the order in which they are tried.
    pub const ALL: [Self; 4] = [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Gb18030];

    /// Its name, the same in both languages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Gb18030 => "GB18030",
        }
    }
}

/// What stands between cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Delimiter {
    /// `,`
    Comma,
    /// A tab.
    Tab,
    /// `;`
    Semicolon,
    /// `|`
    Bar,
}

impl Delimiter {
    /// Every delimiter, in the order in which they are tried.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Tab, Self::Semicolon, Self::Bar];

    /// The byte.
    #[must_use]
    pub const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Tab => b'\t',
            Self::Semicolon => b';',
            Self::Bar => b'|',
        }
    }
}

/// The rows that name the columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeaderRows {
    /// The first of them as a spreadsheet counts, from 1; the rows above are titles.
    pub first: u32,
    /// How many there are: none, one or two.
    pub rows: u32,
}
