//! All that the page knows and the reader chose.

use std::cell::OnceCell;
use std::rc::Rc;

use super::address::{AddressIssue, without_unknown_codes};
use super::findings::WholeFindings;
use super::notice::Notice;
use super::preferences::Preferences;
use super::view_state::{DatasetKey, ViewState};
use crate::data::ProjectTable;
use crate::i18n::Message;
use crate::io::embedded;
use crate::query::CrossFilter;

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
    /// The last day on which one of its sources was read, as the data writes it.
    pub compiled_on: String,
}

impl Dataset {
    /// Computes what is true of the whole table.
    #[must_use]
    pub fn new(key: DatasetKey, table: Rc<ProjectTable>) -> Self {
        let unfiltered = CrossFilter::new(Rc::clone(&table));
        let whole = Rc::new(WholeFindings::new(&unfiltered));
        let compiled_on = (0..table.len())
            .map(|row| table.accessed(row))
            .max()
            .unwrap_or_default()
            .to_owned();
        Self {
            key,
            table,
            unfiltered,
            whole,
            compiled_on,
        }
    }
}

impl PartialEq for Dataset {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && Rc::ptr_eq(&self.table, &other.table)
    }
}

/// The built-in datasets, each read and summarised when it is first looked at.
#[derive(Clone, Debug, Default)]
pub struct Datasets {
    signed: OnceCell<Rc<Dataset>>,
    announced: OnceCell<Rc<Dataset>>,
}

impl Datasets {
    /// One of the datasets.
    #[must_use]
    pub fn get(&self, key: DatasetKey) -> &Rc<Dataset> {
        let read = |table: fn() -> Rc<ProjectTable>| Rc::new(Dataset::new(key, table()));
        match key {
            DatasetKey::Signed => self.signed.get_or_init(|| read(embedded::signed)),
            DatasetKey::Announced => self.announced.get_or_init(|| read(embedded::announced)),
        }
    }
}

/// The state of the page. It changes only through [`reduce`](super::reduce).
#[derive(Clone, Debug)]
pub struct AppState {
    /// What can be looked at.
    pub datasets: Rc<Datasets>,
    /// What was asked.
    pub view: Rc<ViewState>,
    /// Language and theme.
    pub preferences: Preferences,
    /// What the reader is being told, oldest first.
    pub notices: Vec<Notice>,
    next_notice: u32,
}

impl PartialEq for AppState {
    /// Data and view are compared by pointer: the reducer keeps the pointer of what did not change.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.datasets, &other.datasets)
            && Rc::ptr_eq(&self.view, &other.view)
            && self.preferences == other.preferences
            && self.notices == other.notices
    }
}

impl AppState {
    /// As many parts of one address are reported one by one.
    const MOST_ADDRESS_NOTICES: usize = 4;

    /// The state in which the page opens: `view` and `issues` come from the address.
    #[must_use]
    pub fn new(
        datasets: Rc<Datasets>,
        view: ViewState,
        preferences: Preferences,
        issues: Vec<AddressIssue>,
    ) -> Self {
        let mut state = Self {
            datasets,
            view: Rc::new(ViewState::default()),
            preferences,
            notices: Vec::new(),
            next_notice: 0,
        };
        state.follow(view, issues);
        state
    }

    /// The dataset that is looked at.
    #[must_use]
    pub fn dataset(&self) -> &Rc<Dataset> {
        self.datasets.get(self.view.dataset)
    }

    /// Shows `view` as far as its dataset knows it, and reports the rest beside `issues`.
    pub(super) fn follow(&mut self, view: ViewState, mut issues: Vec<AddressIssue>) {
        let dataset = Rc::clone(self.datasets.get(view.dataset));
        let (view, unknown) = without_unknown_codes(view, &dataset.table);
        issues.extend(unknown);
        if *self.view != view {
            self.view = Rc::new(view);
        }
        let shown = if issues.len() > Self::MOST_ADDRESS_NOTICES + 1 {
            Self::MOST_ADDRESS_NOTICES
        } else {
            issues.len()
        };
        for issue in &issues[..shown] {
            self.report(issue.message());
        }
        if shown < issues.len() {
            self.report(Message::AddressMoreIgnored {
                count: issues.len() - shown,
            });
        }
    }

    /// Adds a notice, unless the reader is being told the same already.
    pub(super) fn report(&mut self, message: Message) {
        if self.notices.iter().any(|notice| notice.message == message) {
            return;
        }
        self.notices.push(Notice {
            id: self.next_notice,
            message,
        });
        self.next_notice += 1;
    }
}
