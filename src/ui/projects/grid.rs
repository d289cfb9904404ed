//! The projects as a grid: virtual rows, one tab stop, a copy for a spreadsheet.
//!
//! The focus stays on the grid itself, which names the cell that the keyboard
//! is on: a row that is scrolled out of the page then takes no focus with it.

use std::ops::Range;
use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::copied::tab_separated;
use super::grid_cell::{GridCell, GridSize};
use super::row_window::ScrolledRows;

use super::words::{column_name, is_from_seat, shown_amount, stated_amount};
use crate::browser::{clipboard, element, page};
use crate::data::ProjectTable;
use crate::i18n::{LaterMessage, Locale, Message};
use crate::query::{SearchTerm, SortDirection, TableColumn, TableSort, shown_category};
use crate::state::{Action, ShownColumns};
use crate::ui::shared::{ByPointer, highlighted, source_link};

/// The height of the headings; the style sheet has the same, and so for the next two.
const HEAD_PX: f64 = 40.0;

/// The height of a row, which has room for two lines.
const ROW_PX: f64 = 44.0;

/// The height of a card.
const CARD_PX: f64 = 116.0;

/// A copy of more rows than this keeps some browsers busy for seconds.
const MOST_COPIED_ROWS: usize = 50_000;

/// What a card has room for.
const CARD_COLUMNS: [TableColumn; 5] = [
    TableColumn::Name,
    TableColumn::Partner,
    TableColumn::Country,
    TableColumn::Signed,
    TableColumn::Amount,
];

/// What the grid shows.
#[derive(Debug, PartialEq, Properties)]
pub(super) struct ProjectGridProps {
    /// All projects.
    pub table: ByPointer<ProjectTable>,
    /// Rows of the table, in order.
    pub listed: ByPointer<Vec<u32>>,
    /// How they are sorted.
    pub sort: TableSort,
    /// Where among them the open project is.
    pub opened: Option<usize>,
    /// Which columns are shown where there is room.
    pub columns: ShownColumns,
    /// What is searched for, to be marked where it stands.
    pub search: AttrValue,
    /// Whether the rows are cards.
    pub narrow: bool,
    /// The language of the page.
    pub locale: Locale,
    /// Receives what the reader does.
    pub on_action: Callback<Action>,
}

/// Where the reader is in the grid.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    /// The cell that the keyboard is on.
    active: GridCell,
    /// The row, from 1, at which a selection began; it reaches to the active one.
    anchor: Option<usize>,
    /// How far the rows are scrolled, as far as that matters.
    settled_px: f64,
    /// The height of the rows in sight.
    sight_px: f64,
}

impl Place {
    const TOP: Self = Self {
        active: GridCell { row: 1, column: 0 },
        anchor: None,
        settled_px: 0.0,
        sight_px: 0.0,
    };

    /// Takes in how far `scroller` is scrolled.
    fn look(&mut self, scroller: &HtmlElement, rows: ScrolledRows) {
        self.sight_px = f64::from(scroller.client_height()) - HEAD_PX;
        let rows = ScrolledRows {
            sight_px: self.sight_px,
            ..rows
        };
        self.settled_px = rows.settled(scroller.scroll_top().into());
    }

    /// Brings the active row into sight.
    fn show(&mut self, scroller: &HtmlElement, rows: ScrolledRows) {
        self.look(scroller, rows);
        if let Some(row) = self.active.row.checked_sub(1) {
            let rows = ScrolledRows {
                sight_px: self.sight_px,
                ..rows
            };
            let to_px = rows.scrolled_to(row, scroller.scroll_top().into());
            scroller.set_scroll_top(to_px.round() as i32);
            self.look(scroller, rows);
        }
    }

    /// The selected rows, from 0.
    fn selected(&self) -> Option<Range<usize>> {
        let (one, other) = (self.anchor?, self.active.row);
        Some(one.min(other).max(1) - 1..one.max(other))
    }
}

/// The projects that are listed, in order.
#[derive(Clone, PartialEq)]
struct Listing {
    table: ByPointer<ProjectTable>,
    rows: ByPointer<Vec<u32>>,
}

impl Listing {
    /// Whether both list the same projects in the same order, be it from a table that was read anew.
    fn has_the_projects_of(&self, other: &Self) -> bool {
        let same_id = |&row: &u32| self.table.id(row as usize) == other.table.id(row as usize);
        (self.rows == other.rows || *self.rows == *other.rows)
            && (self.table == other.table || self.rows.iter().all(same_id))
    }
}

/// The projects, a row each.
#[component]
pub(super) fn ProjectGrid(props: &ProjectGridProps) -> Html {
    let (scroller, all, shown) = (use_node_ref(), use_node_ref(), use_node_ref());
    let place = use_state_eq(|| Place::TOP);
    let copied = use_state_eq(|| None::<LaterMessage>);
    let locale = props.locale;
    let columns: Rc<[TableColumn]> = if props.narrow {
        CARD_COLUMNS.into()
    } else {
        props.columns.iter().collect()
    };
    let rows = ScrolledRows {
        rows: props.listed.len(),
        row_px: if props.narrow { CARD_PX } else { ROW_PX },
        sight_px: place.sight_px,
    };
    let size = GridSize {
        rows: rows.rows,
        columns: columns.len(),
        page: rows.page(),
    };
    let active = place.active.within(size);
    let window = rows.window(place.settled_px);
    {
        let (all, shown) = (all.clone(), shown.clone());
        use_effect_with((rows.height_px(), window.top_px), move |&(height, top)| {
            if let (Some(all), Some(shown)) = (all.cast(), shown.cast()) {
                element::set_height(&all, height);
                element::move_down(&shown, top);
            }
        });
    }
    let last_listed = use_mut_ref(|| None);
    {
        let (scroller, place) = (scroller.clone(), place.clone());
        let listing = Listing {
            table: props.table.clone(),
            rows: props.listed.clone(),
        };
        use_effect_with(
            (listing, props.opened, props.narrow),
            move |(listing, opened, _)| {
                let Some(scroller) = scroller.cast::<HtmlElement>() else {
                    return;
                };
                let mut next = *place;
                let last: Option<Listing> = last_listed.replace(Some(listing.clone()));
                let is_new = last.is_some_and(|last| !last.has_the_projects_of(listing));
                if is_new {
                    next.anchor = None;
                }
                match *opened {
                    Some(position) => {
                        next.active.row = position + 1;
                        next.show(&scroller, rows);
                    }
                    None if is_new => {
                        next.active.row = next.active.row.min(1);
                        scroller.set_scroll_top(0);
                        next.look(&scroller, rows);
                    }
                    None => next.look(&scroller, rows),
                }
                place.set(next);
            },
        );
    }
    let active_id = format!("cell-{}-{}", active.row, active.column);
    {
        let scroller = scroller.clone();
        use_effect_with(active_id.clone(), move |id| {
            if element::focused().as_ref() == scroller.cast::<HtmlElement>().as_ref() {
                element::bring_into_sight(id);
            }
        });
    }

    let selected = place.selected();
    let copy = {
        let (table, listed, columns) = (props.table.clone(), props.listed.clone(), columns.clone());
        let copied = copied.clone();
        Callback::from(move |range: Range<usize>| {
            let of = range.len() as u64;
            let range = range.start..range.end.min(range.start + MOST_COPIED_ROWS);
            let rows = range.len() as u64;
            let text = tab_separated(&table, &listed[range], &columns, locale);
            let done = clipboard::copy(text);
            copied.set(Some(match done {
                Ok(()) => LaterMessage::RowsCopied { rows, of },
                Err(clipboard::NotCopied) => Message::NotCopied.into(),
            }));
        })
    };
    let open = {
        let (table, listed) = (props.table.clone(), props.listed.clone());
        props.on_action.reform(move |position: usize| {
            Action::OpenProject(Some(table.id(listed[position] as usize).into()))
        })
    };
    let sort = {
        let (sort, columns) = (props.sort, columns.clone());
        props
            .on_action
            .reform(move |column: usize| Action::SortTable(sort.then_by(columns[column])))
    };
    let onscroll = {
        let place = place.clone();
        move |event: Event| {
            let mut next = *place;
            next.look(&event.target_unchecked_into(), rows);
            place.set(next);
        }
    };
    let onkeydown = {
        let (scroller, place, open, sort, copy) = (
            scroller.clone(),
            place.clone(),
            open.clone(),
            sort.clone(),
            copy.clone(),
        );
        move |event: KeyboardEvent| {
            let Some(scroller) = scroller.cast::<HtmlElement>() else {
                return;
            };
            let control = event.ctrl_key() || event.meta_key();
            let key = event.key();
            // A key may come before the one before it is shown.
            let mut next = *place;
            let active = next.active.within(size);
            next.active = active;
            match (key.as_str(), active.row.checked_sub(1)) {
                ("Enter", None) => sort.emit(active.column),
                ("Enter", Some(row)) => open.emit(row),
                ("c", Some(row)) if control && !page::has_selected_text() => {
                    copy.emit(next.selected().unwrap_or(row..row + 1));
                }
                ("Escape", _) => next.anchor = None,
                (" ", Some(row)) => next.anchor = Some(row + 1),
                (key, _) => {
                    let Some(moved) = active.moved(key, control, size) else {
                        return;
                    };
                    next.anchor = event
                        .shift_key()
                        .then(|| next.anchor.unwrap_or(active.row.max(1)));
                    next.active = moved;
                    next.show(&scroller, rows);
                }
            }
            event.prevent_default();
            place.set(next);
        }
    };
    let on_row = {
        let place = place.clone();
        move |position: usize| {
            let (place, open) = (place.clone(), open.clone());
            move |event: MouseEvent| {
                let mut next = *place;
                let before = next.active.within(size).row;
                next.active.row = position + 1;
                if event.shift_key() {
                    next.anchor = next.anchor.or(Some(before));
                } else if !page::has_selected_text() {
                    next.anchor = None;
                    open.emit(position);
                }
                place.set(next);
            }
        }
    };

    let heading = |(index, &column): (usize, &TableColumn)| {
        let sorted = (props.sort.column == column).then_some(match props.sort.direction {
            SortDirection::Ascending => "ascending",
            SortDirection::Descending => "descending",
        });
        let (sort, place) = (sort.clone(), place.clone());
        let onclick = move |_| {
            place.set(Place {
                active: GridCell {
                    row: 0,
                    column: index,
                },
                ..*place
            });
            sort.emit(index);
        };
        let is_active = active.row == 0 && active.column == index;
        html! {
            <div
                class={classes!("cell", column.key(), is_active.then_some("active"))}
                id={is_active.then(|| active_id.clone())}
                role="columnheader"
                aria-colindex={(index + 1).to_string()}
                aria-sort={sorted}
            >
                <button type="button" tabindex="-1" {onclick}>{ column_name(column).text(locale) }</button>
            </div>
        }
    };
    let term = SearchTerm::new(&props.search);
    let row = |position: usize| {
        let row = props.listed[position] as usize;
        let is_selected = selected
            .as_ref()
            .is_some_and(|rows| rows.contains(&position));
        let cell = |(index, &column): (usize, &TableColumn)| {
            let is_active = active.row == position + 1 && active.column == index;
            let role = if column == TableColumn::Name {
                "rowheader"
            } else {
                "gridcell"
            };
            html! {
                <div
                    class={classes!("cell", column.key(), is_active.then_some("active"))}
                    id={is_active.then(|| active_id.clone())}
                    {role}
                    lang={foreign_tag(&props.table, row, column, locale)}
                    aria-colindex={(index + 1).to_string()}
                >
                    { content(&props.table, row, column, &term, locale) }
                </div>
            }
        };
        // Where every movement shows other rows, their elements stay and are written anew.
        let key = if rows.is_fast() {
            position - window.first
        } else {
            row
        };
        html! {
            <div
                {key}
                class="project"
                role="row"
                aria-rowindex={(position + 2).to_string()}
                aria-selected={if is_selected { "true" } else { "false" }}
                aria-current={(props.opened == Some(position)).then_some("true")}
                onclick={on_row(position)}
            >
                { for columns.iter().enumerate().map(cell) }
            </div>
        }
    };
    let rows_to_copy = selected.clone().unwrap_or(0..rows.rows);
    let copy_label = LaterMessage::CopyRows {
        rows: rows_to_copy.len() as u64,
        all: selected.is_none(),
    };
    html! {
        <>
            <div class="projects-tools">
                <span class="muted" role="status">{ copied.as_ref().map(|message| message.text(locale)) }</span>
                if !props.narrow {
                    { column_choice(props) }
                }
                <button type="button" data-action="copy" onclick={move |_| copy.emit(rows_to_copy.clone())}>
                    { copy_label.text(locale) }
                </button>
            </div>
            <p class="visually-hidden" id="projects-keys">{ LaterMessage::TableKeys.text(locale) }</p>
            <div
                ref={scroller}
                class="projects-grid"
                role="grid"
                tabindex="0"
                aria-labelledby="projects-heading"
                aria-describedby="projects-keys"
                aria-multiselectable="true"
                aria-rowcount={(rows.rows + 1).to_string()}
                aria-colcount={columns.len().to_string()}
                aria-activedescendant={active_id.clone()}
                {onscroll}
                {onkeydown}
            >
                <div class="project head" role="row" aria-rowindex="1">
                    { for columns.iter().enumerate().map(heading) }
                </div>
                <div ref={all} class="projects-all" role="presentation">
                    <div ref={shown} role="presentation">
                        { for (window.first..window.end).map(row) }
                    </div>
                </div>
            </div>
        </>
    }
}

/// The columns, each to show or to hide.
fn column_choice(props: &ProjectGridProps) -> Html {
    let locale = props.locale;
    let choice = |column: TableColumn| {
        let onchange = props
            .on_action
            .reform(move |_: Event| Action::ToggleColumn(column));
        let is_shown = props.columns.contains(column);
        html! {
            <li>
                <label>
                    <input
                        type="checkbox"
                        checked={is_shown}
                        disabled={props.columns.toggled(column) == props.columns}
                        {onchange}
                    />
                    { column_name(column).text(locale) }
                </label>
            </li>
        }
    };
    html! {
        <details class="columns">
            <summary>{ LaterMessage::Columns.text(locale) }</summary>
            <ul>{ for TableColumn::ALL.into_iter().map(choice) }</ul>
        </details>
    }
}

/// The language of a cell that holds a text as its source has it, where that is not the page's.
fn foreign_tag(
    table: &ProjectTable,
    row: usize,
    column: TableColumn,
    locale: Locale,
) -> Option<&'static str> {
    if column == TableColumn::Partner {
        locale.foreign_tag(table.partner(row))
    } else if column == TableColumn::Name {
        locale.foreign_tag(table.name(row, locale))
    } else {
        None
    }
}

/// What stands in a cell.
fn content(
    table: &ProjectTable,
    row: usize,
    column: TableColumn,
    term: &SearchTerm,
    locale: Locale,
) -> Html {
    if let Some(field) = column.category() {
        let name = shown_category(table, field, row).map(|node| &**node.name.get(locale));
        let name = name.unwrap_or_default();
        return html! {
            <>
                // Of the categories only the place is searched.
                if column == TableColumn::Place {
                    { highlighted(name, term) }
                } else {
                    { name }
                }
                if column == TableColumn::Country && is_from_seat(table, row) {
                    <span class="tag">{ LaterMessage::SeatMark.text(locale) }</span>
                }
            </>
        };
    }
    match column {
        TableColumn::Partner => highlighted(table.partner(row), term),
        TableColumn::Signed => {
            let date = table.dates().get(row);
            date.map(|date| date.to_string()).unwrap_or_default().into()
        }
        TableColumn::Amount => amount(table, row, locale),
        // A link of its own, and no further tab stop: the details have it too.
        TableColumn::Source => html! {
            <span onclick={|event: MouseEvent| event.stop_propagation()}>{ source_link(&table.source(row), "-1", locale) }</span>
        },
        TableColumn::Name
        | TableColumn::Country
        | TableColumn::Industry
        | TableColumn::Place
        | TableColumn::Event
        | TableColumn::Mode
        | TableColumn::Stage => highlighted(table.name(row, locale), term),
    }
}

/// The amount in the display currency, with the amount as stated where that is another currency.
fn amount(table: &ProjectTable, row: usize, locale: Locale) -> Html {
    let Some(shown) = shown_amount(table, row, locale) else {
        return html! { <span class="muted">{ Message::NoAmount.text(locale) }</span> };
    };
    let stated = stated_amount(table, row, locale).filter(|stated| *stated != shown);
    html! {
        <>
            { shown }
            if let Some(stated) = stated {
                <small class="muted">{ stated }</small>
            }
        </>
    }
}
