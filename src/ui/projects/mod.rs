//! The projects behind the numbers: a table, and the details of the one that is open.

mod copied;
mod grid;
mod grid_cell;
mod row_window;
pub mod words;

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::collation::Collator;
use crate::browser::media;
use crate::browser::slices::in_slices;
use crate::data::ProjectTable;
use crate::i18n::{LaterMessage, Locale, Message};
use crate::query::{BitSet, LONG_TABLE, TableOrdering, TableSort, listed_rows, table_order};
use crate::state::{Action, ShownColumns};
use crate::ui::details::ProjectDetails;
use crate::ui::shared::ByPointer;

pub use copied::tab_separated;
use grid::ProjectGrid;
pub use grid_cell::{GridCell, GridSize};
pub use row_window::{RowWindow, ScrolledRows};

/// What the table of projects shows.
#[derive(Debug, PartialEq, Properties)]
pub struct ProjectsProps {
    /// All projects.
    pub table: ByPointer<ProjectTable>,
    /// Rows that pass every filter.
    pub rows: ByPointer<BitSet>,
    /// How they are sorted.
    pub sort: TableSort,
    /// The identifier of the project whose details are shown.
    pub open: Option<Rc<str>>,
    /// Which columns are shown where there is room.
    pub columns: ShownColumns,
    /// What is searched for, to be marked where it stands.
    pub search: AttrValue,
    /// The language of the page.
    pub locale: Locale,
    /// Receives what the reader does.
    pub on_action: Callback<Action>,
}

/// The table of projects, and the details of the open one.
#[component]
pub fn Projects(props: &ProjectsProps) -> Html {
    let narrow = use_narrow();
    let locale = props.locale;
    let (order, sorted_percent) = use_order(&props.table, props.sort, locale);
    let listed = use_memo((order, props.rows.clone()), |(order, rows)| {
        listed_rows(order, rows)
    });
    let listed = ByPointer::from(&listed);
    let opened = use_memo(
        (props.table.clone(), listed.clone(), props.open.clone()),
        |(table, listed, open)| {
            let row = table.row_of(open.as_ref()?)?;
            Some((
                row,
                listed.iter().position(|&listed| listed as usize == row),
            ))
        },
    );
    html! {
        <>
            <section class="projects" aria-labelledby="projects-heading">
                <h2 id="projects-heading">{ LaterMessage::ProjectListHeading.text(locale) }</h2>
                if let Some(percent) = sorted_percent {
                    <p class="at-work" data-testid="sorting">{ Message::Sorting { percent }.text(locale) }</p>
                }
                <ProjectGrid
                    table={props.table.clone()}
                    listed={listed.clone()}
                    sort={props.sort}
                    opened={opened.and_then(|(_, position)| position)}
                    columns={props.columns}
                    search={props.search.clone()}
                    {narrow}
                    {locale}
                    on_action={props.on_action.clone()}
                />
            </section>
            if let Some((row, position)) = *opened {
                <ProjectDetails
                    table={props.table.clone()}
                    {row}
                    {listed}
                    {position}
                    search={props.search.clone()}
                    {narrow}
                    {locale}
                    on_action={props.on_action.clone()}
                />
            }
        </>
    }
}

/// The whole table in order, from which a filter only leaves rows out, and how far that is, in percent. A long table is
/// put in order in slices: the order before stays until it is done.
#[hook]
fn use_order(
    table: &ByPointer<ProjectTable>,
    sort: TableSort,
    locale: Locale,
) -> (ByPointer<Vec<u32>>, Option<u32>) {
    let progress = use_state_eq(|| 0);
    let wanted = (table.clone(), sort, locale);
    let at_once = use_memo(wanted.clone(), |(table, sort, locale)| {
        (table.len() < LONG_TABLE).then(|| {
            let collator = Collator::new(*locale);
            ByPointer(Rc::new(table_order(&table.0, *sort, *locale, &collator)))
        })
    });
    // Before the first order is found, the table stands as it was read.
    let as_read = use_memo(table.clone(), |table| {
        (0..table.len() as u32).collect::<Vec<_>>()
    });
    let found = use_state_eq(|| {
        None::<(
            ByPointer<ProjectTable>,
            TableSort,
            Locale,
            ByPointer<Vec<u32>>,
        )>
    });
    let is_due = at_once.is_none();
    {
        let (found, progress) = (found.setter(), progress.clone());
        use_effect_with(
            (wanted.clone(), is_due),
            move |((table, sort, locale), is_due)| {
                let (table, sort, locale) = (table.clone(), *sort, *locale);
                let work = is_due.then(|| {
                    progress.set(0);
                    let ordering = TableOrdering::new(Rc::clone(&table.0), sort, locale);
                    let (mut ordering, collator) = (Some(ordering), Collator::new(locale));
                    in_slices(move || {
                        let goes_on = ordering
                            .as_mut()
                            .is_some_and(|ordering| ordering.step(&collator));
                        if goes_on {
                            let done = ordering.as_ref().map_or(0.0, TableOrdering::progress);
                            progress.set((done * 100.0) as u32);
                        } else if let Some(ordering) = ordering.take() {
                            let order = ByPointer(Rc::new(ordering.finish()));
                            found.set(Some((table.clone(), sort, locale, order)));
                        }
                        goes_on
                    })
                });
                move || drop(work)
            },
        );
    }
    if let Some(order) = &*at_once {
        return (order.clone(), None);
    }
    match &*found {
        Some((of, by, words, order)) if (of.clone(), *by, *words) == wanted => {
            (order.clone(), None)
        }
        Some((of, _, _, order)) if *of == *table => (order.clone(), Some(*progress)),
        Some(_) | None => (ByPointer::from(&as_read), Some(*progress)),
    }
}

/// Whether the page is as narrow as a phone.
#[hook]
fn use_narrow() -> bool {
    let narrow = use_state_eq(media::is_narrow);
    {
        let narrow = narrow.clone();
        use_effect_with((), move |()| {
            let listener = media::on_narrow_change(move |is_narrow| narrow.set(is_narrow));
            move || drop(listener)
        });
    }
    *narrow
}
