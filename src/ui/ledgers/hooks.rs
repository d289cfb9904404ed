//! What comes to the desk by itself: files that were given to the page, kept ledgers that are asked for, and the parts
//! of a long list.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::timers::callback::Timeout;
use web_sys::Blob;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::background::{self, BackgroundReading, ReadingEvent};
use super::desk::ReadLedger;
use super::storing::{self, Shelf};
use super::{LedgersProps, Origin, Origins, SiteData};
use crate::browser::files::GivenFile;
use crate::browser::ledger_store::{self, KeptLedger, StoreError};
use crate::browser::{clock, launch, site_data};
use crate::i18n::{LedgerMessage, Locale, Message};
use crate::io::ledger::{Choices, Progress};
use crate::state::{Action, Dataset, Ledger, LedgerHome, LedgerKey};
use crate::ui::shared::ByPointer;

/// Opens what was dropped on the page or pasted into it, and files that the system opens with it.
#[hook]
pub(super) fn use_gifts(
    given: Option<&ByPointer<Vec<GivenFile>>>,
    open_files: &Callback<Vec<GivenFile>>,
    locale: Locale,
) {
    {
        let open = open_files.clone();
        use_effect_with(given.cloned(), move |given| {
            if let Some(given) = given {
                let mut files = given.to_vec();
                for pasted in files.iter_mut().filter(|file| file.name.is_empty()) {
                    pasted.name = LedgerMessage::PastedName.text(locale).into_owned();
                }
                open.emit(files);
            }
        });
    }
    // The newest callback, so that the consumer of launches stays.
    let open = use_mut_ref(|| open_files.clone());
    *open.borrow_mut() = open_files.clone();
    use_effect_with((), move |()| {
        launch::on_launch(move |files| {
            let open = open.borrow().clone();
            open.emit(files);
        });
    });
}

/// A kept ledger on its way to the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fetching {
    /// Which one.
    pub(super) key: LedgerKey,
    /// What it is called.
    pub(super) name: String,
    /// Bytes of its file.
    pub(super) size: f64,
    /// How far it has been read.
    pub(super) progress: Progress,
}

/// Finds out which ledgers are kept, and reads the one that the page waits for.
#[hook]
pub(super) fn use_kept(
    props: &LedgersProps,
    shelf: &Rc<Shelf>,
    origins: &Origins,
) -> Option<Fetching> {
    let LedgersProps {
        state,
        site,
        on_action,
        ..
    } = props;
    let found = use_state_eq(|| None::<Result<(), StoreError>>);
    let fetching = use_state_eq(|| None::<Fetching>);
    {
        let (shelf, on_action, found) = (Rc::clone(shelf), on_action.clone(), found.clone());
        use_effect_with((), move |()| {
            shelf.read(&on_action, move |result| found.set(Some(result)));
        });
    }
    let awaited = state
        .awaited
        .as_ref()
        .and_then(|awaited| awaited.view.dataset.ledger());
    {
        let (shelf, origins, on_action) = (Rc::clone(shelf), Rc::clone(origins), on_action.clone());
        let fetching = fetching.clone();
        let locale = state.preferences.locale;
        use_effect_with(
            (awaited, *found, site.clone()),
            move |(awaited, found, site)| {
                let (awaited, found) = (*awaited, *found);
                // Leaving the view drops the task, which ends the reading.
                let task = Rc::new(RefCell::new(None::<BackgroundReading>));
                fetching.set(None);
                if awaited == Some(LedgerKey::SITE) {
                    match site {
                        Some(SiteData(Some(content))) => {
                            let known = KnownLedger::of_site(content.clone(), locale);
                            *task.borrow_mut() = Some(known.read(origins, fetching, on_action));
                        }
                        Some(SiteData(None)) => {
                            let missed =
                                Action::MissLedger(LedgerKey::SITE, Message::LedgerNotHere);
                            on_action.emit(missed);
                        }
                        None => {}
                    }
                } else if let (Some(key), Some(found)) = (awaited, found) {
                    match (found, shelf.get(key)) {
                        (Ok(()), Some(kept)) => {
                            fetch(
                                key,
                                kept,
                                Rc::downgrade(&task),
                                origins,
                                fetching,
                                on_action,
                            );
                        }
                        (Err(StoreError::Blocked), _) => {
                            on_action.emit(Action::MissLedger(key, Message::LedgersBlocked));
                        }
                        (Ok(()) | Err(StoreError::Full | StoreError::Failed), _) => {
                            on_action.emit(Action::MissLedger(key, Message::LedgerNotHere));
                        }
                    }
                }
                move || drop(task.take())
            },
        );
    }
    (*fetching)
        .clone()
        .filter(|fetching| Some(fetching.key) == awaited)
}

/// Takes a ledger's file from the storage and reads it as it was read when it was kept.
fn fetch(
    key: LedgerKey,
    kept: KeptLedger,
    task: Weak<RefCell<Option<BackgroundReading>>>,
    origins: Origins,
    fetching: UseStateHandle<Option<Fetching>>,
    on_action: Callback<Action>,
) {
    spawn_local(async move {
        let Ok(Some(content)) = ledger_store::file(&kept.key).await else {
            on_action.emit(Action::MissLedger(key, Message::LedgerNotHere));
            return;
        };
        let Some(task) = task.upgrade() else {
            return;
        };
        let known = KnownLedger {
            key,
            file: GivenFile {
                name: kept.file_name.clone(),
                content,
            },
            choices: storing::read(&kept.choices),
            name: kept.name,
            opened_on: kept.opened_on,
        };
        *task.borrow_mut() = Some(known.read(origins, fetching, on_action));
    });
}

/// A ledger whose file is at hand.
struct KnownLedger {
    key: LedgerKey,
    file: GivenFile,
    choices: Choices,
    name: String,
    opened_on: String,
}

impl KnownLedger {
    /// The table beside the page.
    fn of_site(content: Blob, locale: Locale) -> Self {
        Self {
            key: LedgerKey::SITE,
            file: GivenFile {
                name: site_data::ADDRESS.into(),
                content,
            },
            choices: Choices::default(),
            name: Message::SiteLedger.text(locale).into_owned(),
            opened_on: clock::today(),
        }
    }

    /// Reads the ledger, and shows it in the view that waits for it.
    fn read(
        self,
        origins: Origins,
        fetching: UseStateHandle<Option<Fetching>>,
        on_action: Callback<Action>,
    ) -> BackgroundReading {
        let (file, choices) = (self.file.clone(), self.choices.clone());
        let on_event = move |event| match event {
            ReadingEvent::Progress(progress) => fetching.set(Some(Fetching {
                key: self.key,
                name: self.name.clone(),
                size: self.file.content.size(),
                progress,
            })),
            ReadingEvent::Done(ledger) => {
                fetching.set(None);
                origins.borrow_mut().push(Origin {
                    key: self.key,
                    file: self.file.clone(),
                    choices: self.choices.clone(),
                    report: ledger.report.clone(),
                });
                on_action.emit(Action::OpenLedger(self.opened(&ledger)));
            }
            ReadingEvent::Refused(_) => {
                fetching.set(None);
                on_action.emit(self.missed());
            }
        };
        background::read(&file, &choices, None, on_event)
    }

    fn opened(&self, ledger: &ReadLedger) -> Ledger {
        let dataset = Dataset::of_ledger(self.key, ledger.unfiltered.clone(), &self.opened_on);
        Ledger {
            key: self.key,
            name: self.name.as_str().into(),
            home: if self.key == LedgerKey::SITE {
                LedgerHome::Site
            } else {
                LedgerHome::Browser
            },
            dataset: Some(Rc::new(dataset)),
        }
    }

    fn missed(&self) -> Action {
        let message = if self.key == LedgerKey::SITE {
            Message::SiteLedgerUnreadable
        } else {
            Message::LedgerNotReadAgain {
                name: self.name.clone(),
            }
        };
        Action::MissLedger(self.key, message)
    }
}

/// How many parts of so many are drawn by now: `step` more in each task, so that the page answers between them.
#[hook]
pub(super) fn use_growing(parts: usize, step: usize) -> usize {
    let drawn = use_state_eq(|| step);
    {
        let drawn = drawn.clone();
        use_effect_with((*drawn, parts), move |&(before, parts)| {
            let next = (before < parts).then(|| Timeout::new(0, move || drawn.set(before + step)));
            move || drop(next)
        });
    }
    parts.min(*drawn)
}
