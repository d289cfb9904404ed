//! What can be looked at: the built-in datasets, and the reader's ledgers beside them.

use std::cell::OnceCell;
use std::rc::Rc;

use super::findings::WholeFindings;
use super::view_state::{DatasetKey, LedgerKey};
use crate::chart::ChartKind;
use crate::data::{Announcement, CategoryField, DisplayCurrency, ProjectTable};
use crate::i18n::{Locale, Message};
use crate::io::embedded;
use crate::query::{BucketKey, CrossFilter};

/// A table, and what is true of it whatever is filtered. Compared by the table's pointer.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// Which one it is.
    pub key: DatasetKey,
    /// The projects.
    pub table: Rc<ProjectTable>,
    /// The table without a filter.
    pub unfiltered: CrossFilter,
    /// What was found without a filter.
    pub whole: Rc<WholeFindings>,
    /// The last day on which one of its sources was read, as the data writes it; of a ledger the day on which it was
    /// opened.
    pub compiled_on: String,
    /// Whether nothing of its projects is missing: the page opens without their sources and notes.
    pub is_whole: bool,
    /// The same projects in other currencies, each converted and summarised when it is first looked at.
    converted: [OnceCell<Rc<Self>>; DisplayCurrency::ALL.len()],
}

impl Dataset {
    /// Computes what is true of the whole table.
    #[must_use]
    pub fn new(key: DatasetKey, table: Rc<ProjectTable>) -> Self {
        Self::of_unfiltered(key, CrossFilter::new(table))
    }

    fn of_unfiltered(key: DatasetKey, unfiltered: CrossFilter) -> Self {
        let whole = Rc::new(WholeFindings::new(&unfiltered));
        let table = Rc::clone(unfiltered.table());
        let compiled_on = table.last_accessed().to_owned();
        Self {
            key,
            table,
            unfiltered,
            whole,
            compiled_on,
            is_whole: true,
            converted: Default::default(),
        }
    }

    /// The signed projects as the page opens on them: without sources and notes.
    fn of_facts() -> Self {
        Self {
            is_whole: false,
            ..Self::new(DatasetKey::Signed, embedded::signed_facts())
        }
    }

    /// A ledger's table without a filter, opened on the day `opened_on`. A [`Survey`](super::Survey) of it makes this
    /// quick.
    #[must_use]
    pub fn of_ledger(key: LedgerKey, unfiltered: CrossFilter, opened_on: &str) -> Self {
        Self {
            compiled_on: opened_on.to_owned(),
            ..Self::of_unfiltered(DatasetKey::Ledger(key), unfiltered)
        }
    }

    /// The same projects with their amounts in `currency`.
    #[must_use]
    pub fn in_currency(self: &Rc<Self>, currency: DisplayCurrency) -> &Rc<Self> {
        if currency == self.table.amounts().currency() {
            return self;
        }
        self.converted[currency as usize].get_or_init(|| {
            let table = Rc::new(self.table.in_currency(currency));
            let unfiltered = self.unfiltered.of_same_projects(Rc::clone(&table));
            Rc::new(Self {
                key: self.key,
                whole: Rc::new(WholeFindings::new(&unfiltered)),
                table,
                unfiltered,
                compiled_on: self.compiled_on.clone(),
                is_whole: self.is_whole,
                converted: Default::default(),
            })
        })
    }

    /// When its data was compiled, or when the ledger was opened.
    #[must_use]
    pub fn dated(&self) -> Message {
        let date = self.compiled_on.clone();
        match self.key {
            DatasetKey::Signed | DatasetKey::Announced => Message::DatasetDate { date },
            DatasetKey::Ledger(_) => Message::LedgerDate { date },
        }
    }

    /// Whether `field` says anything here: a ledger may state nothing of it.
    #[must_use]
    pub fn states(&self, field: CategoryField) -> bool {
        if self.key.ledger().is_none() {
            return true;
        }
        let tree = self.table.category(field).tree();
        let summary = &self.whole.by_category[field.index()];
        tree.roots().any(|code| {
            !tree.node(code).is_unstated() && summary.of(BucketKey::Category(code)).projects > 0
        })
    }

    /// Whether a chart has anything to show here.
    #[must_use]
    pub fn shows(&self, kind: ChartKind) -> bool {
        if self.key.ledger().is_none() {
            return true;
        }
        let states = |fields: &[CategoryField]| fields.iter().all(|&field| self.states(field));
        match kind {
            ChartKind::Countries => states(&[CategoryField::Country]),
            ChartKind::Industries | ChartKind::Sectors => states(&[CategoryField::Industry]),
            ChartKind::Cities => states(&[CategoryField::Place]),
            ChartKind::Events => states(&[CategoryField::Event]),
            ChartKind::Matrix => states(&[CategoryField::Country, CategoryField::Industry]),
            ChartKind::Flow => {
                states(&[CategoryField::Industry])
                    && (self.states(CategoryField::Country) || self.states(CategoryField::Place))
            }
            ChartKind::Timeline => self.whole.span.is_some(),
            ChartKind::Amounts => self.states_an_amount(),
            ChartKind::Projects => self.whole.span.is_some() && self.states_an_amount(),
            // Key figures of one zone, which no ledger carries.
            ChartKind::Calendar => false,
        }
    }

    fn states_an_amount(&self) -> bool {
        let totals = &self.whole.overview.totals;
        totals.disclosed + totals.unconverted > 0
    }
}

impl PartialEq for Dataset {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && Rc::ptr_eq(&self.table, &other.table)
    }
}

/// Where a ledger lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LedgerHome {
    /// In the open page, until it is closed.
    Page,
    /// In this browser, until the reader removes it.
    Browser,
    /// Beside the page on its host.
    Site,
}

/// One of the reader's ledgers.
#[derive(Clone, Debug, PartialEq)]
pub struct Ledger {
    /// Which one.
    pub key: LedgerKey,
    /// What the reader calls it.
    pub name: Rc<str>,
    /// Where it lives.
    pub home: LedgerHome,
    /// Its projects; `None` until they are read from where it lives.
    pub dataset: Option<Rc<Dataset>>,
}

/// The built-in datasets and the ledgers.
#[derive(Clone, Debug)]
pub struct Datasets {
    signed: Rc<Dataset>,
    announced: Option<Rc<Dataset>>,
    announcements: Rc<[Announcement]>,
    ledgers: Vec<Ledger>,
}

impl Default for Datasets {
    /// What is there when the page opens.
    fn default() -> Self {
        Self {
            signed: Rc::new(Dataset::of_facts()),
            announced: None,
            announcements: Rc::new([]),
            ledgers: Vec::new(),
        }
    }
}

/// The built-in tables with everything that is in them.
#[derive(Clone, Debug)]
pub struct BuiltIn {
    /// Projects that were signed.
    pub signed: Rc<ProjectTable>,
    /// Projects that were announced.
    pub announced: Rc<ProjectTable>,
    /// Totals that events made public.
    pub announcements: Rc<[Announcement]>,
}

impl PartialEq for BuiltIn {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.signed, &other.signed) && Rc::ptr_eq(&self.announced, &other.announced)
    }
}

impl Datasets {
    /// One of the datasets; `None` for what has not been read yet.
    #[must_use]
    pub fn get(&self, key: DatasetKey) -> Option<&Rc<Dataset>> {
        match key {
            DatasetKey::Signed => Some(&self.signed),
            DatasetKey::Announced => self.announced.as_ref(),
            DatasetKey::Ledger(key) => self.ledger(key)?.dataset.as_ref(),
        }
    }

    /// The signed projects, on which the page opens.
    #[must_use]
    pub fn signed(&self) -> &Rc<Dataset> {
        &self.signed
    }

    /// Totals that events made public; none until all that is built in has been read.
    #[must_use]
    pub fn announcements(&self) -> &Rc<[Announcement]> {
        &self.announcements
    }

    /// The ledgers in the order in which they were opened.
    #[must_use]
    pub fn ledgers(&self) -> &[Ledger] {
        &self.ledgers
    }

    /// One of the ledgers.
    #[must_use]
    pub fn ledger(&self, key: LedgerKey) -> Option<&Ledger> {
        self.ledgers.iter().find(|ledger| ledger.key == key)
    }

    /// Every dataset, built-in ones first.
    pub fn keys(&self) -> impl Iterator<Item = DatasetKey> {
        let ledgers = self.ledgers.iter().map(|ledger| ledger.key);
        DatasetKey::BUILT_IN
            .into_iter()
            .chain(ledgers.map(DatasetKey::Ledger))
    }

    /// What a dataset is called.
    #[must_use]
    pub fn name(&self, key: DatasetKey, locale: Locale) -> String {
        match key {
            DatasetKey::Signed => Message::DatasetSigned.text(locale).into_owned(),
            DatasetKey::Announced => Message::DatasetAnnounced.text(locale).into_owned(),
            DatasetKey::Ledger(LedgerKey::SITE) => Message::SiteLedger.text(locale).into_owned(),
            DatasetKey::Ledger(key) => self
                .ledger(key)
                .map(|ledger| ledger.name.to_string())
                .unwrap_or_default(),
        }
    }

    /// Which data stands below a chart that is saved.
    #[must_use]
    pub fn credit(&self, dataset: &Dataset, locale: Locale) -> String {
        let name = self.name(dataset.key, locale);
        let date = dataset.compiled_on.clone();
        let credit = match dataset.key {
            DatasetKey::Signed | DatasetKey::Announced => Message::SheetSource {
                dataset: name,
                date,
            },
            DatasetKey::Ledger(_) => Message::SheetLedger { name, date },
        };
        credit.text(locale).into_owned()
    }

    /// With the built-in tables as a whole.
    #[must_use]
    pub(super) fn with_built_in(&self, tables: BuiltIn) -> Self {
        let dataset = |key, table| Rc::new(Dataset::new(key, table));
        Self {
            signed: dataset(DatasetKey::Signed, tables.signed),
            announced: Some(dataset(DatasetKey::Announced, tables.announced)),
            announcements: tables.announcements,
            ledgers: self.ledgers.clone(),
        }
    }

    /// With `ledger` in the place of the one with its key, or at the end.
    #[must_use]
    pub(super) fn with(&self, ledger: Ledger) -> Self {
        let mut next = self.clone();
        match next
            .ledgers
            .iter_mut()
            .find(|known| known.key == ledger.key)
        {
            Some(known) => *known = ledger,
            None => next.ledgers.push(ledger),
        }
        next
    }

    /// Without the ledger with this key.
    #[must_use]
    pub(super) fn without(&self, key: LedgerKey) -> Self {
        let mut next = self.clone();
        next.ledgers.retain(|ledger| ledger.key != key);
        next
    }
}
