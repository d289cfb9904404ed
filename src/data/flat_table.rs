//! A table as a few buffers: what a worker sends to the page and what is kept in the browser.
//!
//! Taking a table apart and putting it together copies no column. The small
//! part (trees of values, units, headers) is one run of bytes; everything that
//! grows with the rows is a buffer of numbers, in a fixed order.

use std::rc::Rc;

use inward_kernel::{Texts, highest_byte, highest_code, highest_row};

use super::amount::{AmountColumn, AmountUnit, Currency, DisplayCurrency, StatedColumn};
use super::amount_bin::AmountBin;
use super::amount_order::AmountOrder;
use super::category::{CategoryColumn, CategoryTree};
use super::date::DateColumn;
use super::exchange_rate::ExchangeRates;
use super::project_table::{FactColumns, ProjectTable, UnorderedTable};
use super::text_column::{Cells, TextColumn};
use crate::i18n::Bilingual;

/// Numbers of one kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Buffer {
    /// Bytes.
    U8(Vec<u8>),
    /// Numbers of two bytes.
    U16(Vec<u16>),
    /// Numbers of four bytes.
    U32(Vec<u32>),
    /// Numbers with a fraction.
    F64(Vec<f64>),
}

/// A table taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct FlatTable {
    /// All that does not grow with the rows.
    pub head: Vec<u8>,
    /// The columns.
    pub buffers: Vec<Buffer>,
}

/// The form that is written. Another one is not read.
const FORM: u32 = 1;

impl FlatTable {
    /// Takes a table apart, whose amounts are in yuan. Its exchange rates are not in it.
    #[must_use]
    pub fn from_table(mut table: ProjectTable) -> Self {
        let order = std::mem::take(&mut table.by_amount);
        Self::written(|writer| {
            writer.facts(&mut table);
            writer.amounts(table);
            writer.amount_order(order);
        })
    }

    /// The same without an order of amounts.
    pub(super) fn from_columns(mut table: ProjectTable) -> Self {
        Self::written(|writer| {
            writer.facts(&mut table);
            writer.amounts(table);
        })
    }

    fn written(write: impl FnOnce(&mut Writer<'_>)) -> Self {
        let mut buffers = Vec::new();
        let mut each = |buffer| buffers.push(buffer);
        let mut writer = Writer::new(&mut each);
        write(&mut writer);
        let head = writer.head;
        Self { head, buffers }
    }

    /// Puts a table together; `None` for what is not one, such as one that a later version of the page kept.
    #[must_use]
    pub fn into_table(self, rates: Rc<ExchangeRates>) -> Option<ProjectTable> {
        let mut reader = Reader::of(&self.head, self.buffers);
        let mut table = reader.columns(rates)?;
        table.by_amount = reader.amount_order()?;
        Some(table)
    }

    /// The same for what [`FlatTable::from_columns`] took apart.
    pub(super) fn into_columns(self, rates: Rc<ExchangeRates>) -> Option<ProjectTable> {
        Reader::of(&self.head, self.buffers).columns(rates)
    }
}

impl UnorderedTable {
    /// Takes the table apart as [`FlatTable::from_table`] does: gives each buffer away as soon as it is there, most of them
    /// before the rows are put in order, and returns the head.
    #[must_use]
    pub fn take_apart(self, mut each: impl FnMut(Buffer)) -> Vec<u8> {
        let Self(mut table) = self;
        let mut writer = Writer::new(&mut each);
        writer.facts(&mut table);
        let mut table = table.in_order();
        let order = std::mem::take(&mut table.by_amount);
        writer.amounts(table);
        writer.amount_order(order);
        writer.head
    }
}

struct Writer<'w> {
    head: Vec<u8>,
    each: &'w mut dyn FnMut(Buffer),
}

impl<'w> Writer<'w> {
    fn new(each: &'w mut dyn FnMut(Buffer)) -> Self {
        Self {
            head: Vec::new(),
            each,
        }
    }

    /// All columns that say nothing of amounts, which the table is left without.
    fn facts(&mut self, table: &mut ProjectTable) {
        let facts = Rc::make_mut(&mut table.facts);
        self.number(FORM);
        self.number(facts.rows as u32);
        for texts in [
            &mut facts.ids,
            &mut facts.names_zh,
            &mut facts.names_en,
            &mut facts.partners,
            &mut facts.notes,
            &mut facts.sections,
            &mut facts.source_titles,
            &mut facts.source_urls,
            &mut facts.accessed,
        ] {
            self.text_column(std::mem::take(texts));
        }
        self.number(facts.extra.len() as u32);
        for (header, texts) in std::mem::take(&mut facts.extra) {
            self.text(&header);
            self.text_column(texts);
        }
        for column in std::mem::take(&mut table.categories).map(Rc::unwrap_or_clone) {
            self.tree(&column.tree);
            self.buffer(Buffer::U16(column.codes));
        }
        self.buffer(Buffer::U8(std::mem::take(&mut facts.source_kinds)));
        let dates = std::mem::take(&mut facts.dates);
        self.number(dates.before.into());
        self.buffer(Buffer::U16(dates.codes));
        self.buffer(Buffer::U8(dates.days));
    }

    /// The other columns of such a table.
    fn amounts(&mut self, table: ProjectTable) {
        debug_assert_eq!(table.amounts.currency(), DisplayCurrency::Cny);
        self.amount_column(table.amounts);
        let facts = Rc::unwrap_or_clone(table.facts);
        self.buffer(Buffer::U32(facts.weights));
    }

    fn buffer(&mut self, buffer: Buffer) {
        (self.each)(buffer);
    }

    fn number(&mut self, number: u32) {
        self.head.extend_from_slice(&number.to_le_bytes());
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u32);
        self.head.extend_from_slice(text.as_bytes());
    }

    fn texts(&mut self, texts: Texts) {
        self.buffer(Buffer::U8(texts.bytes));
        self.buffer(Buffer::U32(texts.ends));
    }

    fn text_column(&mut self, column: TextColumn) {
        match column.cells {
            Cells::Blank(_) => self.number(0),
            Cells::Shared { texts, codes } => {
                self.number(1);
                self.texts(texts);
                self.buffer(Buffer::U16(codes));
            }
            Cells::Own(texts) => {
                self.number(2);
                self.texts(texts);
            }
        }
    }

    fn tree(&mut self, tree: &CategoryTree) {
        self.number(tree.nodes().len() as u32);
        for node in tree.nodes() {
            self.number(node.parent.map_or(0, |parent| u32::from(parent) + 1));
            self.text(&node.key);
            self.text(&node.name.zh);
            self.text(&node.name.en);
        }
    }

    fn amount_column(&mut self, amounts: AmountColumn) {
        let stated = Rc::unwrap_or_clone(amounts.stated);
        self.number(stated.units.len() as u32);
        for unit in stated.units {
            self.text(unit.currency.code());
            self.head.extend_from_slice(&unit.scale.to_le_bytes());
        }
        self.buffer(Buffer::F64(stated.values));
        self.buffer(Buffer::U8(stated.unit_codes));
        self.buffer(Buffer::U8(stated.bounds));
        self.buffer(Buffer::F64(amounts.amounts));
        self.buffer(Buffer::U8(amounts.states));
    }

    fn amount_order(&mut self, order: AmountOrder) {
        self.number(order.bins.len() as u32);
        for (bin, start) in order.bins.iter().zip(order.starts) {
            self.number(bin.0 as u32);
            self.number(start);
        }
        self.buffer(Buffer::U32(order.rows));
        self.buffer(Buffer::U16(order.codes));
    }
}

struct Reader<'a> {
    head: &'a [u8],
    buffers: std::vec::IntoIter<Buffer>,
    rows: usize,
}

impl<'a> Reader<'a> {
    fn of(head: &'a [u8], buffers: Vec<Buffer>) -> Self {
        Self {
            head,
            buffers: buffers.into_iter(),
            rows: 0,
        }
    }

    fn columns(&mut self, rates: Rc<ExchangeRates>) -> Option<ProjectTable> {
        if self.number()? != FORM {
            return None;
        }
        self.rows = self.number()? as usize;
        let mut facts = FactColumns {
            rows: self.rows,
            rates,
            ..FactColumns::default()
        };
        for texts in [
            &mut facts.ids,
            &mut facts.names_zh,
            &mut facts.names_en,
            &mut facts.partners,
            &mut facts.notes,
            &mut facts.sections,
            &mut facts.source_titles,
            &mut facts.source_urls,
            &mut facts.accessed,
        ] {
            *texts = self.text_column()?;
        }
        for _ in 0..self.number()? {
            let column = (self.text()?.to_owned(), self.text_column()?);
            facts.extra.push(column);
        }
        let mut table = ProjectTable::default();
        for column in &mut table.categories {
            *column = Rc::new(self.category()?);
        }
        facts.source_kinds = self.unless_usual(Reader::bytes)?;
        facts.dates = self.dates()?;
        table.amounts = self.amounts()?;
        facts.weights = self.unless_usual(Reader::words)?;
        table.facts = Rc::new(facts);
        Some(table)
    }

    fn head<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (read, rest) = self.head.split_first_chunk()?;
        self.head = rest;
        Some(*read)
    }

    fn number(&mut self) -> Option<u32> {
        self.head().map(u32::from_le_bytes)
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.number()? as usize;
        let (text, rest) = self.head.split_at_checked(length)?;
        self.head = rest;
        std::str::from_utf8(text).ok()
    }

    fn bytes(&mut self) -> Option<Vec<u8>> {
        match self.buffers.next()? {
            Buffer::U8(bytes) => Some(bytes),
            Buffer::U16(_) | Buffer::U32(_) | Buffer::F64(_) => None,
        }
    }

    fn shorts(&mut self) -> Option<Vec<u16>> {
        match self.buffers.next()? {
            Buffer::U16(shorts) => Some(shorts),
            Buffer::U8(_) | Buffer::U32(_) | Buffer::F64(_) => None,
        }
    }

    fn words(&mut self) -> Option<Vec<u32>> {
        match self.buffers.next()? {
            Buffer::U32(words) => Some(words),
            Buffer::U8(_) | Buffer::U16(_) | Buffer::F64(_) => None,
        }
    }

    fn numbers(&mut self) -> Option<Vec<f64>> {
        match self.buffers.next()? {
            Buffer::F64(numbers) => Some(numbers),
            Buffer::U8(_) | Buffer::U16(_) | Buffer::U32(_) => None,
        }
    }

    /// A buffer with a number for each row.
    fn column<T>(&mut self, read: fn(&mut Self) -> Option<Vec<T>>) -> Option<Vec<T>> {
        read(self).filter(|column| column.len() == self.rows)
    }

    /// The same, or an empty one.
    fn unless_usual<T>(&mut self, read: fn(&mut Self) -> Option<Vec<T>>) -> Option<Vec<T>> {
        read(self).filter(|column| column.is_empty() || column.len() == self.rows)
    }

    fn texts(&mut self) -> Option<Texts> {
        Some(Texts {
            bytes: self.bytes()?,
            ends: self.words()?,
        })
    }

    fn text_column(&mut self) -> Option<TextColumn> {
        let cells = match self.number()? {
            0 => Cells::Blank(self.rows),
            1 => {
                let (texts, codes) = (self.texts()?, self.column(Self::shorts)?);
                let is_known = is_below(highest_code(&codes), texts.len());
                is_known.then_some(Cells::Shared { texts, codes })?
            }
            2 => Cells::Own(self.texts().filter(|texts| texts.len() == self.rows)?),
            _ => return None,
        };
        Some(TextColumn { cells })
    }

    fn category(&mut self) -> Option<CategoryColumn> {
        let mut tree = CategoryTree::default();
        for code in 0..self.number()? {
            let parent = self.number()?.checked_sub(1);
            if parent.is_some_and(|parent| parent >= code) || code > u32::from(u16::MAX) {
                return None;
            }
            let key = self.text()?;
            let name = Bilingual::new(self.text()?, self.text()?);
            tree.push(key, name, parent.map(|parent| parent as u16));
        }
        let codes = self.column(Self::shorts)?;
        let is_known = is_below(highest_code(&codes), tree.nodes().len());
        is_known.then(|| CategoryColumn {
            tree: Rc::new(tree),
            codes,
        })
    }

    fn dates(&mut self) -> Option<DateColumn> {
        let before = u16::try_from(self.number()?).ok()?;
        let codes = self.column(Self::shorts)?;
        let last = highest_code(&codes).unwrap_or_default();
        last.checked_add(before)?;
        Some(DateColumn {
            before,
            last,
            codes,
            days: self.column(Self::bytes)?,
        })
    }

    fn amounts(&mut self) -> Option<AmountColumn> {
        let mut units = Vec::new();
        for _ in 0..self.number()? {
            units.push(AmountUnit {
                currency: Currency::from_code(self.text()?)?,
                scale: f64::from_le_bytes(self.head()?),
            });
        }
        let stated = StatedColumn {
            units,
            values: self.column(Self::numbers)?,
            unit_codes: self.column(Self::bytes)?,
            bounds: self.column(Self::bytes)?,
        };
        let is_known = is_below(highest_byte(&stated.unit_codes), stated.units.len());
        is_known.then_some(AmountColumn {
            stated: Rc::new(stated),
            amounts: self.column(Self::numbers)?,
            states: self.column(Self::bytes)?,
            ..AmountColumn::default()
        })
    }

    fn amount_order(&mut self) -> Option<AmountOrder> {
        let mut order = AmountOrder::default();
        for _ in 0..self.number()? {
            order.bins.push(AmountBin(self.number()? as i32));
            order.starts.push(self.number()?);
        }
        order.rows = self.words()?;
        order.codes = self.column(Self::shorts)?;
        order.starts.push(order.rows.len() as u32);
        let are_rows = is_below(highest_row(&order.rows), self.rows);
        let buckets = usize::from(order.undisclosed()) + 1;
        let are_buckets = is_below(highest_code(&order.codes), buckets);
        (are_rows && are_buckets && order.starts.is_sorted()).then_some(order)
    }
}

/// Whether the highest of some numbers is below `end`; of none it is.
fn is_below<T: Into<u64>>(highest: Option<T>, end: usize) -> bool {
    highest.is_none_or(|highest| highest.into() < end as u64)
}
