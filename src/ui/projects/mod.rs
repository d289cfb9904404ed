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
use crate::data::ProjectTable;
use crate::i18n::{Locale, Message};
use crate::query::{BitSet, TableSort, listed_rows, table_order};
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
    // The whole table is sorted once; a filter leaves rows out.
    let order = use_memo(
        (props.table.clone(), props.sort, locale),
        |(table, sort, locale)| table_order(table, *sort, *locale, &Collator::new(*locale)),
    );
    let listed = use_memo(
        (ByPointer::from(&order), props.rows.clone()),
        |(order, rows)| listed_rows(order, rows),
    );
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
                <h2 id="projects-heading">{ Message::ProjectListHeading.text(locale) }</h2>
                <ProjectGrid
                    table={props.table.clone()}
                    listed={listed.clone()}
                    sort={props.sort}
                    opened={opened.and_then(|(_, position)| position)}
                    columns={props.columns}
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
                    {narrow}
                    {locale}
                    on_action={props.on_action.clone()}
                />
            }
        </>
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
