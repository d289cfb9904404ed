//! Text per row: as it is, or each text once where rows share theirs.

use inward_kernel::{Dictionary, Recent, ShortText, Texts};

use super::reserve_for;

/// One text per row. A million rows cost two allocations, not a million, and a column without text nearly nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct TextColumn {
    pub(super) cells: Cells,
}

/// How the texts of a column are held.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cells {
    /// So many rows, all empty.
    Blank(usize),
    /// Each text once, and the number of the one that a row has.
    Shared {
        /// The different texts.
        texts: Texts,
        /// By row.
        codes: Vec<u16>,
    },
    /// A text per row.
    Own(Texts),
}

impl Default for TextColumn {
    fn default() -> Self {
        Self {
            cells: Cells::Blank(0),
        }
    }
}

impl TextColumn {
    /// The text of `row`; empty where the source gives none.
    #[must_use]
    pub fn get(&self, row: usize) -> &str {
        // What was pushed is text; a table from elsewhere that is not has none.
        std::str::from_utf8(self.bytes(row)).unwrap_or_default()
    }

    /// The bytes of the text of `row`, for what looks at every row: nothing checks that they are text.
    #[must_use]
    pub fn bytes(&self, row: usize) -> &[u8] {
        match &self.cells {
            Cells::Blank(_) => &[],
            Cells::Shared { texts, codes } => texts.get(usize::from(codes[row])),
            Cells::Own(texts) => texts.get(row),
        }
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.cells {
            Cells::Blank(rows) => *rows,
            Cells::Shared { codes, .. } => codes.len(),
            Cells::Own(texts) => texts.len(),
        }
    }

    /// Whether no row has a text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self.cells, Cells::Blank(_))
    }

    /// Every row's text.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|row| self.get(row))
    }

    /// The text of each row, where rows have their own.
    #[must_use]
    pub fn own(&self) -> Option<&Texts> {
        match &self.cells {
            Cells::Own(texts) => Some(texts),
            Cells::Blank(_) | Cells::Shared { .. } => None,
        }
    }

    /// The first row with this text.
    #[must_use]
    pub fn position(&self, text: &str) -> Option<usize> {
        match &self.cells {
            Cells::Blank(rows) => (text.is_empty() && *rows > 0).then_some(0),
            Cells::Shared { texts, codes } => {
                let number = texts.position(text.as_bytes())?;
                codes.iter().position(|&code| usize::from(code) == number)
            }
            Cells::Own(texts) => texts.position(text.as_bytes()),
        }
    }

    /// The text that is last in the order of Unicode.
    #[must_use]
    pub fn last_text(&self) -> &str {
        let texts = match &self.cells {
            Cells::Blank(_) => return "",
            Cells::Shared { texts, .. } | Cells::Own(texts) => texts,
        };
        let last = (0..texts.len()).map(|place| texts.get(place)).max();
        last.map_or("", |text| std::str::from_utf8(text).unwrap_or_default())
    }

    /// The different texts and the number of each row's, where rows share theirs.
    #[must_use]
    pub fn shared(&self) -> Option<(&Texts, &[u16])> {
        match &self.cells {
            Cells::Shared { texts, codes } => Some((texts, codes)),
            Cells::Blank(_) | Cells::Own(_) => None,
        }
    }
}

/// Rows that are added in one call.
const PIECE: usize = 1 << 14;

/// Collects a text column row by row.
#[derive(Debug, Default)]
pub struct TextColumnBuilder {
    rows: usize,
    dictionary: Dictionary,
    codes: Vec<u16>,
    own: Option<Texts>,
    /// Codes of texts that were added many at a time.
    recent: Recent<u16>,
}

impl TextColumnBuilder {
    /// Rows may share so many different texts in any case.
    const ALWAYS_SHARED: usize = 1_024;

    /// A column of so many rows without a text.
    pub(super) fn blank(rows: usize) -> Self {
        Self {
            rows,
            ..Self::default()
        }
    }

    /// Adds a row. All rows together may hold 4 GiB.
    #[inline]
    pub fn push(&mut self, text: &str) {
        // Most of a table's columns have no text in any row.
        if text.is_empty() && self.is_blank() {
            self.rows += 1;
        } else {
            self.push_bytes(text.as_bytes());
        }
    }

    /// Adds so many rows, with these texts or none at all.
    #[inline(never)]
    pub(super) fn push_all(&mut self, texts: &[&str], rows: usize) {
        if texts.is_empty() {
            self.push_blank(rows);
        }
        for text in texts {
            let short = ShortText::new(text.as_bytes()).filter(|_| !self.codes.is_empty());
            if let Some(code) = short.and_then(|short| self.recent.get(&short)) {
                self.rows += 1;
                self.codes.push(code);
                continue;
            }
            self.push(text);
            if let (Some(short), Some(&code)) = (short, self.codes.last()) {
                self.recent.put(short, code);
            }
        }
    }

    fn push_blank(&mut self, rows: usize) {
        if self.is_blank() {
            self.rows += rows;
        } else {
            for _ in 0..rows {
                self.push_bytes(&[]);
            }
        }
    }

    fn is_blank(&self) -> bool {
        self.codes.is_empty() && self.own.is_none()
    }

    fn push_bytes(&mut self, text: &[u8]) {
        self.rows += 1;
        if let Some(own) = &mut self.own {
            own.push(text);
            return;
        }
        if self.codes.is_empty() {
            if text.is_empty() {
                return;
            }
            self.dictionary.intern(b"");
            self.codes = vec![0; self.rows - 1];
        }
        let code = self.dictionary.intern(text);
        let known = self.dictionary.texts().len();
        let is_worth_sharing = known <= Self::ALWAYS_SHARED || known * 4 <= self.rows;
        match u16::try_from(code) {
            Ok(code) if is_worth_sharing => self.codes.push(code),
            _ => self.stop_sharing(text),
        }
    }

    /// Adds the rows of another column, with the result of pushing one after the other.
    pub(super) fn append(&mut self, column: &TextColumn) {
        match (&column.cells, &mut self.own) {
            (Cells::Blank(rows), _) => self.push_blank(*rows),
            (Cells::Own(texts), Some(own)) => {
                let before = own.bytes.len() as u32;
                own.bytes.extend_from_slice(&texts.bytes);
                own.ends.extend(texts.ends.iter().map(|end| before + end));
                self.rows += texts.len();
            }
            (Cells::Shared { texts, codes }, None) => {
                let mut known = vec![None; texts.len()];
                for codes in codes.chunks(PIECE) {
                    self.append_shared(texts, codes, &mut known);
                }
            }
            (Cells::Shared { texts, codes }, Some(_)) => {
                for &code in codes {
                    self.push_bytes(texts.get(usize::from(code)));
                }
            }
            (Cells::Own(texts), None) => {
                for row in 0..texts.len() {
                    self.push_bytes(texts.get(row));
                }
            }
        }
    }

    /// Adds rows of another column; `known` are the codes that its texts have in this one, as far as they were met.
    #[inline(never)]
    fn append_shared(&mut self, texts: &Texts, codes: &[u16], known: &mut [Option<u16>]) {
        for &code in codes {
            let code = usize::from(code);
            match known[code] {
                Some(code) if self.own.is_none() => {
                    self.rows += 1;
                    self.codes.push(code);
                }
                _ => {
                    self.push_bytes(texts.get(code));
                    known[code] = self.codes.last().copied();
                }
            }
        }
    }

    /// The text of each row added.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.rows).map(|row| match &self.own {
            Some(own) => own.get(row),
            None => match self.codes.get(row) {
                Some(&code) => self.dictionary.texts().get(usize::from(code)),
                None => &[],
            },
        })
    }

    /// Makes room for so many rows in all, with texts as long as those that were added.
    pub(super) fn reserve(&mut self, rows: usize) {
        reserve_for(&mut self.codes, rows);
        if let Some(own) = &mut self.own {
            let bytes = own.bytes.len() as u64 * rows as u64 / own.len().max(1) as u64;
            reserve_for(&mut own.bytes, bytes as usize);
            reserve_for(&mut own.ends, rows);
        }
    }

    /// The column of all rows added.
    #[must_use]
    pub fn finish(self) -> TextColumn {
        let cells = match self.own {
            Some(mut own) => {
                own.bytes.shrink_to_fit();
                own.ends.shrink_to_fit();
                Cells::Own(own)
            }
            None if self.codes.is_empty() => Cells::Blank(self.rows),
            None => {
                let mut codes = self.codes;
                codes.shrink_to_fit();
                let texts = self.dictionary.into_texts();
                Cells::Shared { texts, codes }
            }
        };
        TextColumn { cells }
    }

    /// Gives each row its own text, and the newest one `text`.
    fn stop_sharing(&mut self, text: &[u8]) {
        let shared = std::mem::take(&mut self.dictionary).into_texts();
        let mut own = Texts::default();
        for code in std::mem::take(&mut self.codes) {
            own.push(shared.get(usize::from(code)));
        }
        own.push(text);
        self.own = Some(own);
    }
}
