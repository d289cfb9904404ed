//! The listed projects as a file: all that pass the filters, in the order of the table.
//!
//! CSV is written here, in slices between which the page answers; a workbook
//! is made by the worker, which takes the same slices as typed cells.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use crate::browser::clock;
use crate::browser::collation::Collator;
use crate::browser::download::Pieces;
use crate::browser::slices::{Sliced, in_next_task, in_slices};
use crate::browser::worker_link::{self, MarkEvent, ReadTask};
use crate::data::ProjectTable;
use crate::i18n::{Locale, Message};
use crate::io::cell_stream::CellWriter;
use crate::io::export_rows::{
    About, CsvWriter, ExportColumn, ExportedColumns, MOST_SHEET_ROWS, begin_workbook, columns,
    end_workbook, write_rows,
};
use crate::query::{TableOrdering, Viewer, listed_rows};
use crate::state::{Action, AppState, Findings, filter_words};
use crate::ui::ledgers::{save_workbook, template_workbook};
use crate::ui::shared::ByPointer;

/// Rows that are written without a pause: some milliseconds of work.
const ROWS_AT_ONCE: usize = 2_000;

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportForm {
    /// A workbook.
    Xlsx,
    /// Text.
    Csv,
    /// A workbook to fill in.
    Template,
}

/// How much of each project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportRange {
    /// All that is stated.
    AllColumns,
    /// What the table shows.
    ShownColumns,
}

/// What is to be made.
#[derive(Clone, Debug)]
pub struct ExportRequest {
    /// The form of the file.
    pub form: ExportForm,
    /// How much of each project.
    pub range: ExportRange,
    /// The state of the page.
    pub state: ByPointer<AppState>,
    /// What the filters leave.
    pub findings: ByPointer<Findings>,
    /// Learns how far it has come, in hundredths; nothing once it is done.
    pub on_progress: Callback<Option<u32>>,
    /// Receives what went wrong.
    pub on_action: Callback<Action>,
}

/// Makes the file and hands it to the reader.
pub fn export(request: ExportRequest) {
    match request.form {
        ExportForm::Csv => export_csv(request),
        ExportForm::Xlsx => export_workbook(request),
        ExportForm::Template => {
            let task = template_workbook(request.locale(), &request.on_action);
            hold_task(task);
        }
    }
}

fn export_csv(request: ExportRequest) {
    let columns = columns_of(&request);
    let mut csv = CsvWriter::new(request.table(), &columns, request.locale());
    let mut file = Pieces::default();
    each_stretch(request, move |request, stretch| {
        let rows = &stretch.listed[stretch.rows.clone()];
        write_rows(&mut csv, request.table(), rows, &columns, request.locale());
        file.add(csv.take().as_bytes());
        request.report_progress(stretch.rows.end, stretch.listed.len());
        if stretch.is_last() {
            let saved = file.save(&format!("{}.csv", request.file_stem()), "text/csv");
            request.end(saved.is_err());
        }
    });
}

fn export_workbook(request: ExportRequest) {
    let columns = columns_of(&request);
    let locale = request.locale();
    let mut cells = CellWriter::default();
    let mut file = Pieces::default();
    begin_workbook(&mut cells, request.table(), &columns, locale);
    each_stretch(request, move |request, stretch| {
        let Stretch { listed, rows } = stretch;
        write_rows(
            &mut cells,
            request.table(),
            &listed[rows.clone()],
            &columns,
            locale,
        );
        // The worker's part is about as long, and says nothing meanwhile.
        request.report_progress(rows.end, listed.len() * 2);
        if stretch.is_last() {
            end_workbook(
                &mut cells,
                &request.about(),
                request.table(),
                listed,
                locale,
            );
        }
        file.add(&cells.take());
        if stretch.is_last() {
            make_workbook(&file, request);
        }
    });
}

fn columns_of(request: &ExportRequest) -> Vec<ExportColumn> {
    let which = match request.range {
        ExportRange::AllColumns => ExportedColumns::All,
        ExportRange::ShownColumns => {
            ExportedColumns::Shown(request.state.preferences.columns.iter().collect())
        }
    };
    columns(request.table(), &which)
}

/// Some of the listed rows.
struct Stretch<'a> {
    /// All of them, in the order of the table.
    listed: &'a [u32],
    /// Which of them.
    rows: Range<usize>,
}

impl Stretch<'_> {
    fn is_last(&self) -> bool {
        self.rows.end == self.listed.len()
    }
}

/// Puts the rows in order and calls `each` with one stretch of them after another, between which the page answers;
/// with an empty one where there is none.
fn each_stretch(
    request: ExportRequest,
    mut each: impl FnMut(&ExportRequest, &Stretch<'_>) + 'static,
) {
    let (state, locale) = (request.state.clone(), request.locale());
    let table = Rc::clone(&state.dataset().table);
    let collator = Collator::new(locale);
    let mut ordering = Some(TableOrdering::new(table, state.view.sort, locale));
    let mut listed = Vec::new();
    let mut written = 0;
    let step = move || {
        if let Some(in_order) = &mut ordering {
            if !in_order.step(&collator)
                && let Some(in_order) = ordering.take()
            {
                let rows = request.findings.cross_filter().rows_for(Viewer::Everyone);
                listed = listed_rows(&in_order.finish(), &rows);
            }
            return true;
        }
        if request.form == ExportForm::Xlsx && listed.len() > MOST_SHEET_ROWS {
            let most = MOST_SHEET_ROWS as u64;
            let message = Message::TooManyRowsForWorkbook { most };
            request.on_action.emit(Action::Report(message));
            return false;
        }
        let end = (written + ROWS_AT_ONCE).min(listed.len());
        let stretch = Stretch {
            listed: &listed,
            rows: written..end,
        };
        each(&request, &stretch);
        written = end;
        written < listed.len()
    };
    ROWS.set(Some(in_slices(step)));
}

/// Has the worker make a workbook of the cells.
fn make_workbook(cells: &Pieces, request: &ExportRequest) {
    let mut save = save_workbook(&request.file_stem(), &request.on_action);
    let on_progress = request.on_progress.clone();
    match cells.blob("") {
        Ok(cells) => hold_task(Some(worker_link::write_workbook(&cells, move |event| {
            on_progress.emit(None);
            save(event);
            // Its memory goes back once this is over.
            in_next_task(|| hold_task(None));
        }))),
        Err(_) => {
            on_progress.emit(None);
            save(MarkEvent::Failed);
        }
    }
}

thread_local! {
    /// The rows that are being written; the next export takes their place.
    static ROWS: RefCell<Option<Sliced>> = const { RefCell::new(None) };
    /// The workbook that is being made of them.
    static TASK: RefCell<Option<ReadTask>> = const { RefCell::new(None) };
}

fn hold_task(task: Option<ReadTask>) {
    TASK.set(task);
}

impl ExportRequest {
    fn table(&self) -> &ProjectTable {
        &self.state.dataset().table
    }

    fn locale(&self) -> Locale {
        self.state.preferences.locale
    }

    fn about(&self) -> About {
        let (state, locale) = (&self.state, self.locale());
        let filters = filter_words(&state.view.filters, self.table(), locale);
        About {
            credit: state.datasets.credit(state.dataset(), locale),
            taken_on: clock::today(),
            filters: filters.into_iter().map(|filter| filter.text).collect(),
            whole: self.table().len(),
        }
    }

    /// The dataset and the day, without what a file's name cannot have.
    fn file_stem(&self) -> String {
        let name = self
            .state
            .datasets
            .name(self.state.view.dataset, self.locale());
        let name: String = name
            .chars()
            .map(|letter| match letter {
                '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
                letter if letter.is_control() => '-',
                letter => letter,
            })
            .collect();
        format!("{} {}", name.trim(), clock::today())
    }

    fn report_progress(&self, written: usize, all: usize) {
        let percent = written * 100 / all.max(1);
        self.on_progress.emit(Some(percent as u32));
    }

    fn end(&self, failed: bool) {
        self.on_progress.emit(None);
        if failed {
            self.on_action.emit(Action::Report(Message::SaveFailed));
        }
    }
}
