//! The reader's own data: opened, checked, kept, switched between.
//!
//! [`Ledgers`] is always on the page and shows nothing until a file comes, by
//! whatever way: chosen, dropped, pasted, or handed over by the system. What
//! is on the screen stays until the reader shows what was read. [`desk`] is
//! where the reader is in the dialog; reading is the worker's, storing the
//! browser's.

mod background;
mod check;
mod choose;
pub mod desk;
mod detection;
mod dialog;
mod downloads;
mod hooks;
mod kept;
mod mapping;
mod reading;
mod receipt;
mod storing;

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::browser::clock;
use crate::browser::files::GivenFile;
use crate::browser::ledger_store::{KeptLedger, draw_key};
use crate::browser::slices::in_next_task;
use crate::browser::worker_link::IdleWorker;
use crate::i18n::ledger::Confidence;
use crate::i18n::{LedgerMessage, Locale, Message};
use crate::io::ledger::{Choices, Report};
use crate::state::{Action, AppState, Dataset, DatasetKey, Ledger, LedgerHome, LedgerKey};
use crate::ui::shared::ByPointer;

use background::{BackgroundReading, ReadingEvent};
pub use check::{Check, CheckProps};
pub use choose::{ChooseFile, ChooseFileProps};
use desk::{Desk, DeskEvent, ReadLedger, Refusal, Screen};
use dialog::LedgerDialog;
use downloads::Downloads;
pub(crate) use downloads::{save_workbook, template_workbook};
use hooks::{use_gifts, use_kept};
pub use kept::{KeptLedgers, KeptLedgersProps, LedgerCommand, ListedLedger};
pub use reading::{Reading, ReadingProps};
use receipt::summary;
pub use receipt::{ReceiptView, ReceiptViewProps};
use storing::Shelf;

/// What the desk needs of the page.
#[derive(Debug, PartialEq, Properties)]
pub struct LedgersProps {
    /// The state of the page.
    pub state: ByPointer<AppState>,
    /// How often the dialog was asked for.
    pub asked: u32,
    /// The table beside the page; `None` until it is known whether there is one.
    pub site: Option<SiteData>,
    /// Whether files are being dragged over the page.
    pub over: bool,
    /// The files that were dropped or pasted last.
    pub given: Option<ByPointer<Vec<GivenFile>>>,
    /// Receives what the reader does.
    pub on_action: Callback<Action>,
}

/// The table beside the page, if there is one.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteData(pub Option<web_sys::Blob>);

/// The desk as Yew holds it.
#[derive(PartialEq)]
struct Store(Desk);

impl Reducible for Store {
    type Action = DeskEvent;

    fn reduce(self: Rc<Self>, event: DeskEvent) -> Rc<Self> {
        Rc::new(Self(self.0.after(event)))
    }
}

/// A ledger of this visit: where it came from and what became of it.
#[derive(Clone, Debug)]
struct Origin {
    key: LedgerKey,
    file: GivenFile,
    choices: Choices,
    report: ByPointer<Report>,
}

type Origins = Rc<RefCell<Vec<Origin>>>;

/// The reader's own data.
#[component]
pub fn Ledgers(props: &LedgersProps) -> Html {
    let desk = use_reducer_eq(|| Store(Desk::default()));
    let choices = use_state(Choices::default);
    let task = use_mut_ref(|| None::<BackgroundReading>);
    let origins: Origins = use_mut_ref(Vec::new);
    let shelf = use_memo((), |()| Shelf::default());
    let downloads = use_memo((), |()| Downloads::default());
    let state = &props.state;
    let on_action = &props.on_action;
    let locale = state.preferences.locale;

    let on_event = {
        let dispatcher = desk.dispatcher();
        use_callback((), move |event: DeskEvent, ()| dispatcher.dispatch(event))
    };
    {
        let on_event = on_event.clone();
        use_effect_with(props.asked, move |asked| {
            if *asked > 0 {
                on_event.emit(DeskEvent::Asked);
            }
        });
    }
    let idle = use_mut_ref(|| None::<IdleWorker>);
    {
        // Who is asked for a file is about to choose one.
        let idle = Rc::clone(&idle);
        use_effect_with(desk.0.screen == Screen::Choose, move |&is_asked| {
            *idle.borrow_mut() = is_asked.then(IdleWorker::start);
            move || drop(idle.take())
        });
    }
    // A file that was being read before is left.
    let read = {
        let idle = Rc::clone(&idle);
        let (task, on_event, choices) = (Rc::clone(&task), on_event.clone(), choices.clone());
        move |file: &GivenFile, how: Choices| {
            let on_event = on_event.clone();
            let done = Rc::clone(&task);
            let reading = background::read(file, &how, idle.take(), move |event| {
                let event = match event {
                    ReadingEvent::Progress(progress) => DeskEvent::Progressed(progress),
                    ReadingEvent::Done(ledger) => DeskEvent::Read(ledger),
                    ReadingEvent::Refused(refusal) => DeskEvent::Refused(refusal),
                };
                if !matches!(event, DeskEvent::Progressed(_)) {
                    // The worker's memory goes back once this is over.
                    let done = Rc::clone(&done);
                    in_next_task(move || drop(done.take()));
                }
                on_event.emit(event);
            });
            *task.borrow_mut() = Some(reading);
            choices.set(how);
        }
    };
    let open_files = {
        let (on_event, read) = (on_event.clone(), read.clone());
        Callback::from(move |files: Vec<GivenFile>| {
            let Some(file) = files.first().cloned() else {
                return;
            };
            on_event.emit(DeskEvent::Given(files));
            let remembered = storing::remembered_mappings();
            read(
                &file,
                Choices {
                    remembered,
                    ..Choices::default()
                },
            );
        })
    };
    use_gifts(props.given.as_ref(), &open_files, locale);
    let fetching = use_kept(props, &shelf, &origins);
    let close = {
        let (task, on_event) = (Rc::clone(&task), on_event.clone());
        Callback::from(move |()| {
            task.borrow_mut().take();
            on_event.emit(DeskEvent::Closed);
        })
    };

    let screen = match &desk.0.screen {
        Screen::Closed => Html::default(),
        Screen::Choose => {
            let replaced = desk.0.replaces.and_then(|key| state.datasets.ledger(key));
            html! {
                <>
                    <ChooseFile
                        replaces={replaced.map(|ledger| AttrValue::from(Rc::clone(&ledger.name)))}
                        {locale}
                        on_files={open_files.clone()}
                        on_template={downloads.template(locale, on_action)}
                    />
                    <KeptLedgers
                        ledgers={listed(state, &shelf, &origins)}
                        {locale}
                        on_command={on_command(props, &shelf, &origins, &on_event)}
                    />
                </>
            }
        }
        Screen::Reading => html! {
            <Reading
                title={LedgerMessage::Reading { name: file_name(&desk.0) }.text(locale)}
                progress={desk.0.progress.unwrap_or_default()}
                size={desk.0.file.as_ref().map_or(0.0, |file| file.content.size())}
                {locale}
                on_cancel={close.clone()}
            />
        },
        Screen::Check(checked) => {
            let on_choices = {
                let (desk, on_event) = (desk.clone(), on_event.clone());
                Callback::from(move |how: Choices| {
                    if let Some(file) = &desk.0.file {
                        on_event.emit(DeskEvent::ReadingAgain);
                        read(file, how);
                    }
                })
            };
            let replaced = desk.0.replaces.and_then(|key| state.datasets.ledger(key));
            let name = match replaced {
                Some(ledger) => ledger.name.to_string(),
                None => without_ending(&checked.report.file_name),
            };
            html! {
                <>
                    { others(&desk.0, locale) }
                    <Check
                        report={checked.report.clone()}
                        choices={(*choices).clone()}
                        {name}
                        home={replaced.map_or(LedgerHome::Page, |ledger| ledger.home)}
                        busy={desk.0.progress.is_some()}
                        {locale}
                        {on_choices}
                        on_receipt={downloads.receipt(desk.0.file.clone(), &choices, locale, on_action)}
                        on_show={on_show(props, &desk.0, checked, &choices, &shelf, &origins, &close)}
                        on_other={on_event.reform(|()| DeskEvent::Asked)}
                    />
                </>
            }
        }
        Screen::Refused(refusal) => {
            let reason = match refusal {
                Refusal::File(error) => error.text(locale),
                Refusal::NoReader => LedgerMessage::ReaderMissing.text(locale).into_owned(),
            };
            html! {
                <div class="refusal" role="alert" data-testid="refusal">
                    <strong>{ LedgerMessage::NotOpened { name: file_name(&desk.0) }.text(locale) }</strong>
                    <p>{ reason }</p>
                    <p class="muted">{ LedgerMessage::DataUnchanged.text(locale) }</p>
                    <button type="button" class="primary" data-action="choose-other" onclick={on_event.reform(|_| DeskEvent::Asked)}>
                        { LedgerMessage::ChooseOther.text(locale) }
                    </button>
                </div>
            }
        }
        Screen::Receipt(key) => match origin(&origins, *key) {
            Some(origin) => html! {
                <>
                    <p>{ summary(&origin.report.receipt, locale) }</p>
                    <ReceiptView
                        report={origin.report.clone()}
                        {locale}
                        on_download={downloads.receipt(Some(origin.file), &origin.choices, locale, on_action)}
                    />
                </>
            },
            None => Html::default(),
        },
    };
    let title = match &desk.0.screen {
        Screen::Check(checked) => LedgerMessage::CheckTitle {
            name: checked.report.file_name.clone(),
        },
        Screen::Receipt(key) => LedgerMessage::OfLedger {
            action: LedgerMessage::ReceiptTitle.text(locale).into_owned(),
            name: state.datasets.name(DatasetKey::Ledger(*key), locale),
        },
        Screen::Closed | Screen::Choose | Screen::Reading | Screen::Refused(_) => {
            LedgerMessage::OpenTitle
        }
    };
    html! {
        <>
            if let Some(fetching) = fetching {
                <div class="fetching">
                    <Reading
                        title={LedgerMessage::OpeningKept { name: fetching.name }.text(locale)}
                        progress={fetching.progress}
                        size={fetching.size}
                        {locale}
                        on_cancel={on_action.reform(move |()| Action::MissLedger(fetching.key, Message::LedgerLeft))}
                    />
                </div>
            }
            if desk.0.is_open() {
                <LedgerDialog title={title.text(locale)} {locale} on_close={close}>{ screen }</LedgerDialog>
            }
            if props.over {
                <div class="drop-here" aria-hidden="true"><span>{ LedgerMessage::DropHere.text(locale) }</span></div>
            }
        </>
    }
}

/// Says that of several files one was taken.
fn others(desk: &Desk, locale: Locale) -> Html {
    if desk.others == 0 {
        return Html::default();
    }
    let files = desk.others as u64 + 1;
    html! { <p class="warning" role="status">{ LedgerMessage::OnlyFirst { files }.text(locale) }</p> }
}

fn file_name(desk: &Desk) -> String {
    desk.file
        .as_ref()
        .map(|file| file.name.clone())
        .unwrap_or_default()
}

/// A file's name as that of a ledger.
fn without_ending(name: &str) -> String {
    let name = name.strip_suffix(".gz").unwrap_or(name);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem.to_owned(),
        Some(_) | None => name.to_owned(),
    }
}

fn origin(origins: &Origins, key: LedgerKey) -> Option<Origin> {
    let origins = origins.borrow();
    origins
        .iter()
        .rev()
        .find(|origin| origin.key == key)
        .cloned()
}

/// The ledgers as the dialog lists them.
fn listed(state: &AppState, shelf: &Shelf, origins: &Origins) -> Vec<ListedLedger> {
    let ledgers = state.datasets.ledgers().iter();
    ledgers
        .map(|ledger| {
            let kept = shelf.get(ledger.key);
            let (projects, opened_on) = match (&ledger.dataset, &kept) {
                (Some(dataset), _) => (
                    u64::from(dataset.whole.overview.totals.projects),
                    dataset.compiled_on.clone(),
                ),
                (None, Some(kept)) => (u64::from(kept.projects), kept.opened_on.clone()),
                (None, None) => (0, String::new()),
            };
            ListedLedger {
                ledger: ledger.clone(),
                projects,
                opened_on: opened_on.into(),
                has_receipt: origin(origins, ledger.key).is_some(),
            }
        })
        .collect()
}

/// What a reader does with a ledger of the list.
fn on_command(
    props: &LedgersProps,
    shelf: &Rc<Shelf>,
    origins: &Origins,
    on_event: &Callback<DeskEvent>,
) -> Callback<LedgerCommand> {
    let (state, on_action) = (props.state.clone(), props.on_action.clone());
    let (shelf, origins, on_event) = (Rc::clone(shelf), Rc::clone(origins), on_event.clone());
    Callback::from(move |command| match command {
        LedgerCommand::Show(key) => {
            on_event.emit(DeskEvent::Closed);
            let on_action = on_action.clone();
            once_closed(move || on_action.emit(Action::ChooseDataset(DatasetKey::Ledger(key))));
        }
        LedgerCommand::ShowReceipt(key) => on_event.emit(DeskEvent::ReceiptAsked(key)),
        LedgerCommand::Keep(key) => {
            let ledger = state.datasets.ledger(key);
            if let (Some(ledger), Some(origin)) = (ledger, origin(&origins, key)) {
                let kept = description(ledger, &origin);
                shelf.keep(key, kept, origin.file, &on_action);
            }
        }
        LedgerCommand::Rename(key, name) => match shelf.get(key) {
            Some(kept) => shelf.rename(kept, key, name, &on_action),
            None => on_action.emit(Action::RenameLedger(key, name)),
        },
        LedgerCommand::Replace(key) => on_event.emit(DeskEvent::Replacing(Some(key))),
        LedgerCommand::Remove(key) => match shelf.get(key) {
            Some(_) => shelf.remove(key, Action::RemoveLedger(key), &on_action),
            None => on_action.emit(Action::RemoveLedger(key)),
        },
    })
}

/// Makes a `change` of the page when the dialog is gone: closed over a page that has changed, it would have all of it
/// laid out in between, to give the focus back.
fn once_closed(change: impl FnOnce() + 'static) {
    in_next_task(change);
}

/// What is kept beside a ledger's file.
fn description(ledger: &Ledger, origin: &Origin) -> KeptLedger {
    let dataset = ledger.dataset.as_ref();
    KeptLedger {
        key: ledger.key.to_string(),
        name: ledger.name.to_string(),
        file_name: origin.file.name.clone(),
        opened_on: dataset
            .map(|dataset| dataset.compiled_on.clone())
            .unwrap_or_default(),
        projects: dataset.map_or(0, |dataset| dataset.whole.overview.totals.projects),
        choices: storing::written(&origin.choices),
    }
}

/// Shows what was read, and keeps it where the reader wishes.
fn on_show(
    props: &LedgersProps,
    desk: &Desk,
    checked: &Rc<ReadLedger>,
    choices: &Choices,
    shelf: &Rc<Shelf>,
    origins: &Origins,
    close: &Callback<()>,
) -> Callback<(String, LedgerHome)> {
    let (checked, choices, on_action) =
        (Rc::clone(checked), choices.clone(), props.on_action.clone());
    let (shelf, origins, close) = (Rc::clone(shelf), Rc::clone(origins), close.clone());
    let (file, replaces) = (desk.file.clone(), desk.replaces);
    Callback::from(move |(name, home): (String, LedgerHome)| {
        let Some(file) = file.clone() else {
            return;
        };
        let key = replaces.unwrap_or_else(draw_key);
        let dataset = Dataset::of_ledger(key, checked.unfiltered.clone(), &clock::today());
        // Until it is kept, it lives in the page.
        let ledger = Ledger {
            key,
            name: name.into(),
            home: LedgerHome::Page,
            dataset: Some(Rc::new(dataset)),
        };
        let mapping = &checked.report.mapping;
        if mapping
            .columns
            .iter()
            .any(|column| column.confidence == Confidence::Chosen)
        {
            storing::remember(mapping);
        }
        // As it is read another time, whatever will have been remembered by then.
        let choices = Choices {
            mapping: Some(mapping.clone()),
            ..choices.clone()
        };
        let origin = Origin {
            key,
            file: file.clone(),
            choices,
            report: checked.report.clone(),
        };
        let kept = description(&ledger, &origin);
        origins.borrow_mut().retain(|origin| origin.key != key);
        origins.borrow_mut().push(origin);
        close.emit(());
        let (shelf, on_action) = (Rc::clone(&shelf), on_action.clone());
        once_closed(move || {
            on_action.emit(Action::OpenLedger(ledger));
            match home {
                LedgerHome::Browser => shelf.keep(key, kept, file, &on_action),
                LedgerHome::Page | LedgerHome::Site if shelf.get(key).is_some() => {
                    shelf.remove(key, Action::MoveLedger(key, LedgerHome::Page), &on_action);
                }
                LedgerHome::Page | LedgerHome::Site => {}
            }
        });
    })
}
