//! Workbooks that the worker makes and the browser saves.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::browser::download::{self, Pieces};
use crate::browser::files::GivenFile;
use crate::browser::worker_link::{self, MarkEvent, ReadTask};
use crate::i18n::{LedgerMessage, Locale, Message};
use crate::io::cell_stream::CellWriter;
use crate::io::ledger::Choices;
use crate::io::template;
use crate::state::Action;

/// The media type of workbooks.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A workbook on its way; another one takes its place.
#[derive(Debug, Default)]
pub(super) struct Downloads {
    task: Rc<RefCell<Option<ReadTask>>>,
}

impl Downloads {
    /// Saves the file with its doubtful cells marked.
    pub(super) fn receipt(
        &self,
        file: Option<GivenFile>,
        choices: &Choices,
        locale: Locale,
        on_action: &Callback<Action>,
    ) -> Callback<()> {
        let (task, choices, on_action) =
            (Rc::clone(&self.task), choices.clone(), on_action.clone());
        Callback::from(move |()| {
            let Some(file) = &file else {
                return;
            };
            let name = LedgerMessage::ReceiptFile {
                name: super::without_ending(&file.name),
            };
            let save = save_workbook(&name.text(locale), &on_action);
            let mark = worker_link::mark(&file.name, &file.content, &choices, locale, save);
            *task.borrow_mut() = Some(mark);
        })
    }

    /// Saves an empty ledger to fill in.
    pub(super) fn template(&self, locale: Locale, on_action: &Callback<Action>) -> Callback<()> {
        let (task, on_action) = (Rc::clone(&self.task), on_action.clone());
        Callback::from(move |()| *task.borrow_mut() = template_workbook(locale, &on_action))
    }
}

/// Has an empty ledger made and saved.
pub(crate) fn template_workbook(locale: Locale, on_action: &Callback<Action>) -> Option<ReadTask> {
    let mut cells = CellWriter::default();
    template::write(&mut cells, locale);
    let mut pieces = Pieces::default();
    pieces.add(&cells.take());
    let name = LedgerMessage::TemplateName.text(locale);
    let mut save = save_workbook(&name, on_action);
    match pieces.blob("") {
        Ok(blob) => Some(worker_link::write_workbook(&blob, save)),
        Err(_) => {
            save(MarkEvent::Failed);
            None
        }
    }
}

/// Saves a workbook when it comes, under `name` without its ending.
pub(crate) fn save_workbook(
    name: &str,
    on_action: &Callback<Action>,
) -> impl FnMut(MarkEvent) + use<> {
    let (name, on_action) = (format!("{name}.xlsx"), on_action.clone());
    move |event| {
        let saved = match event {
            MarkEvent::Done(workbook) => download::save(&name, XLSX, &workbook).is_ok(),
            MarkEvent::Failed => false,
        };
        if !saved {
            on_action.emit(Action::Report(Message::SaveFailed));
        }
    }
}
