//! All that the page knows and the reader chose.

use std::rc::Rc;

use super::address::{AddressIssue, without_unknown_codes};
use super::datasets::{Dataset, Datasets, LedgerHome};
use super::notice::Notice;
use super::preferences::Preferences;
use super::view_state::{DatasetKey, LedgerKey, ViewState};
use crate::i18n::Message;

/// A view of a dataset that has still to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct AwaitedView {
    /// What is shown once it has been read.
    pub view: Rc<ViewState>,
    /// What of the address was not followed; told with the view.
    issues: Vec<AddressIssue>,
    /// Whether something is on the screen until then: not where the page opens on the view.
    pub meanwhile: Meanwhile,
}

/// What the reader sees while a view is awaited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meanwhile {
    /// The view before.
    LastView,
    /// Nothing yet: the page has just been opened.
    Nothing,
}

/// The state of the page. It changes only through [`reduce`](super::reduce).
#[derive(Clone, Debug)]
pub struct AppState {
    /// What can be looked at.
    pub datasets: Rc<Datasets>,
    /// What was asked.
    pub view: Rc<ViewState>,
    /// The view that is shown once its ledger has been read.
    pub awaited: Option<Rc<AwaitedView>>,
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
            && self.awaited == other.awaited
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
            awaited: None,
            preferences,
            notices: Vec::new(),
            next_notice: 0,
        };
        state.follow(view, issues, Meanwhile::Nothing);
        state
    }

    /// The dataset that is looked at, in the currency that is shown.
    #[must_use]
    pub fn dataset(&self) -> &Rc<Dataset> {
        let shown = self.datasets.get(self.view.dataset);
        // A view is shown when its dataset has been read, and left before that is taken away.
        shown
            .unwrap_or(self.datasets.signed())
            .in_currency(self.view.currency)
    }

    /// What was asked last: the view that is awaited, else the one that is shown.
    #[must_use]
    pub fn asked(&self) -> &Rc<ViewState> {
        self.awaited
            .as_ref()
            .map_or(&self.view, |awaited| &awaited.view)
    }

    /// Shows `view` as far as its dataset knows it, and reports the rest beside `issues`; once the dataset has been read,
    /// where it is not there yet.
    pub(super) fn follow(
        &mut self,
        view: ViewState,
        mut issues: Vec<AddressIssue>,
        meanwhile: Meanwhile,
    ) {
        self.awaited = None;
        let Some(dataset) = self.datasets.get(view.dataset).cloned() else {
            self.awaited = Some(Rc::new(AwaitedView {
                view: Rc::new(view),
                issues,
                meanwhile,
            }));
            return;
        };
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

    /// Whether the view that is awaited is of this dataset.
    pub(super) fn awaits(&self, dataset: DatasetKey) -> bool {
        let awaited = self.awaited.as_ref();
        awaited.is_some_and(|awaited| awaited.view.dataset == dataset)
    }

    /// Shows the awaited view, whose dataset has now been read.
    pub(super) fn follow_awaited(&mut self) {
        if let Some(awaited) = self.awaited.take() {
            let awaited = Rc::unwrap_or_clone(awaited);
            let view = Rc::unwrap_or_clone(awaited.view);
            self.follow(view, awaited.issues, awaited.meanwhile);
        }
    }

    /// Gives up the awaited view, if it is of `ledger`; the page does not open on it next time either.
    pub(super) fn give_up(&mut self, ledger: LedgerKey) {
        if self.awaits(DatasetKey::Ledger(ledger)) {
            self.awaited = None;
        }
        if self.preferences.dataset == Some(DatasetKey::Ledger(ledger)) {
            self.preferences.dataset = None;
        }
    }

    /// The page opens next time on the dataset that is looked at, where it will still be there.
    pub(super) fn remember_dataset(&mut self) {
        let stays = match self.view.dataset {
            DatasetKey::Signed | DatasetKey::Announced => true,
            DatasetKey::Ledger(key) => self
                .datasets
                .ledger(key)
                .is_some_and(|ledger| ledger.home != LedgerHome::Page),
        };
        if stays {
            self.preferences.dataset = Some(self.view.dataset);
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
