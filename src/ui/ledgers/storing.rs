//! Ledgers in this browser's storage, and what the reader is told about it.

use std::cell::RefCell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser::files::GivenFile;
use crate::browser::ledger_store::{self, KeptLedger, StoreError};
use crate::browser::storage;
use crate::i18n::Message;
use crate::io::ledger::{Choices, Mapping};
use crate::state::{Action, Ledger, LedgerHome, LedgerKey};

/// The key under which corrected mappings are kept.
const MAPPINGS: &str = "inward.mappings";

/// Mappings that are remembered; the oldest go first.
const MOST_MAPPINGS: usize = 30;

/// What is known of the ledgers in the browser's storage.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shelf {
    known: Rc<RefCell<Vec<KeptLedger>>>,
}

impl Shelf {
    /// Finds out what is kept; `found` is called in any case.
    pub(super) fn read(
        &self,
        on_action: &Callback<Action>,
        found: impl FnOnce(Result<(), StoreError>) + 'static,
    ) {
        let (known, on_action) = (Rc::clone(&self.known), on_action.clone());
        spawn_local(async move {
            let listed = ledger_store::list().await;
            let result = listed.map(|listed| {
                let ledgers = listed.iter().filter_map(ledger_of).collect();
                *known.borrow_mut() = listed;
                on_action.emit(Action::FindLedgers(ledgers));
            });
            found(result);
        });
    }

    /// What is kept beside the file of a ledger.
    pub(super) fn get(&self, key: LedgerKey) -> Option<KeptLedger> {
        let known = self.known.borrow();
        known
            .iter()
            .find(|kept| kept.ledger_key() == Some(key))
            .cloned()
    }

    /// Keeps a ledger, in the place of the one with its key, and says so where it cannot be kept.
    pub(super) fn keep(
        &self,
        key: LedgerKey,
        kept: KeptLedger,
        file: GivenFile,
        on_action: &Callback<Action>,
    ) {
        let (shelf, on_action) = (self.clone(), on_action.clone());
        spawn_local(async move {
            match ledger_store::keep(&kept, &file.content).await {
                Ok(()) => {
                    shelf.note(kept);
                    on_action.emit(Action::MoveLedger(key, LedgerHome::Browser));
                }
                Err(error) => on_action.emit(Action::Report(not_kept(error, &kept.name))),
            }
        });
    }

    /// Gives a kept ledger another name; it has it on the page when it has it in the storage.
    pub(super) fn rename(
        &self,
        kept: KeptLedger,
        key: LedgerKey,
        name: Rc<str>,
        on_action: &Callback<Action>,
    ) {
        let renamed = KeptLedger {
            name: name.to_string(),
            ..kept
        };
        let (shelf, on_action) = (self.clone(), on_action.clone());
        spawn_local(async move {
            match ledger_store::describe(&renamed).await {
                Ok(()) => {
                    shelf.note(renamed);
                    on_action.emit(Action::RenameLedger(key, name));
                }
                Err(error) => on_action.emit(Action::Report(not_kept(error, &renamed.name))),
            }
        });
    }

    /// Removes a ledger from the storage; it goes from the page when it is gone there.
    pub(super) fn remove(&self, key: LedgerKey, removed: Action, on_action: &Callback<Action>) {
        let (shelf, on_action) = (self.clone(), on_action.clone());
        spawn_local(async move {
            match ledger_store::remove(&key.to_string()).await {
                Ok(()) => {
                    shelf
                        .known
                        .borrow_mut()
                        .retain(|kept| kept.ledger_key() != Some(key));
                    on_action.emit(removed);
                }
                Err(_) => on_action.emit(Action::Report(Message::LedgerNotRemoved)),
            }
        });
    }

    fn note(&self, kept: KeptLedger) {
        let mut known = self.known.borrow_mut();
        match known.iter_mut().find(|known| known.key == kept.key) {
            Some(known) => *known = kept,
            None => known.push(kept),
        }
    }
}

/// A ledger that is kept and not read yet.
fn ledger_of(kept: &KeptLedger) -> Option<Ledger> {
    Some(Ledger {
        key: kept.ledger_key()?,
        name: kept.name.as_str().into(),
        home: LedgerHome::Browser,
        dataset: None,
    })
}

fn not_kept(error: StoreError, name: &str) -> Message {
    let name = name.to_owned();
    match error {
        StoreError::Full => Message::LedgerNotKeptFull { name },
        StoreError::Blocked => Message::LedgerNotKeptBlocked { name },
        StoreError::Failed => Message::LedgerNotKept { name },
    }
}

/// What was chosen for a file, as it is kept beside it.
pub(super) fn written(choices: &Choices) -> String {
    let kept = Choices {
        remembered: Vec::new(),
        ..choices.clone()
    };
    serde_json::to_string(&kept).unwrap_or_default()
}

/// What was kept beside a file; what a later version of the page cannot read is recognised anew.
pub(super) fn read(written: &str) -> Choices {
    serde_json::from_str(written).unwrap_or_default()
}

/// Mappings that the reader corrected in earlier files.
pub(super) fn remembered_mappings() -> Vec<Mapping> {
    let written = storage::load(MAPPINGS).unwrap_or_default();
    serde_json::from_str(&written).unwrap_or_default()
}

/// Remembers what the reader corrected, without the file's values. Where the browser keeps nothing, recognition does
/// its work anew.
pub(super) fn remember(mapping: &Mapping) {
    let mut mapping = mapping.clone();
    for column in &mut mapping.columns {
        column.samples.clear();
    }
    let fingerprint = mapping.fingerprint();
    let mut mappings = remembered_mappings();
    mappings.retain(|known| known.fingerprint() != fingerprint);
    mappings.insert(0, mapping);
    mappings.truncate(MOST_MAPPINGS);
    let written = serde_json::to_string(&mappings).unwrap_or_default();
    let _ = storage::save(MAPPINGS, &written);
}
