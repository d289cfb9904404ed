//! Which rows each chart sees, and what they add up to.
//!
//! A chart ignores the filter on its own field, so that a reader who picked
//! one country still sees the others beside it. Rejections are stored, not
//! acceptances: a field without a filter then costs nothing.
//!
//! What was added up under some filters is kept as long as these filters stay,
//! whoever asked for it. A column is always added up without the filter on its
//! own field: the codes that it rejects are emptied afterwards. And while the
//! reader moves the ends of a range, sums over all its codes are kept, so that
//! a step is a subtraction.

use std::cell::{OnceCell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use inward_kernel::{Cell, Cube, add_rows, listed, rows_with};

use super::bit_set::BitSet;
use super::cross_table::{CrossTable, MOST_CELLS, cross_tabulate};
use super::filter::{AmountRange, FilterSet, picked_leaves};
use super::overview::{ByAmount, COUNTRIES, Overview, Tallied};
use super::search::SearchScan;
use super::summary::{Grouping, Summary};
use super::tallies::{Axes, Column, measures, tally_rows};
use crate::data::{CategoryField, Field, ProjectTable};

/// Who asks for rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Viewer {
    /// A view that every filter narrows: the key figures, the project table.
    Everyone,
    /// A view of one field, which the filter on that field does not narrow.
    Ignoring(Field),
    /// A view of several fields, which the filters on them do not narrow.
    IgnoringEach(&'static [Field]),
}

impl Viewer {
    /// Whether the filter on `field` leaves the view as it is.
    #[must_use]
    pub fn ignores(self, field: Field) -> bool {
        match self {
            Self::Everyone => false,
            Self::Ignoring(own) => own == field,
            Self::IgnoringEach(own) => own.contains(&field),
        }
    }
}

/// Some fields, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Fields(u16);

impl Fields {
    fn those(holds: impl Fn(Field) -> bool) -> Self {
        let bits = Field::ALL
            .into_iter()
            .filter(|&field| holds(field))
            .map(|field| 1 << field.index());
        Self(bits.sum())
    }

    fn has(self, field: Field) -> bool {
        self.0 >> field.index() & 1 == 1
    }

    fn without(self, field: Field) -> Self {
        Self(self.0 & !(1 << field.index()))
    }

    fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The cells of a cube, in all. Beyond, a step of a brush looks at every row.
const MOST_CUBE_CELLS: usize = 1 << 19;

/// Ranges that are not connected, of a brush in motion. A period has one hole at most, a year of which it covers a part.
const MOST_RUNS: usize = 4;

/// Two charts and the matrix show these: one look at the rows finds all three, and none is needed where only the filters
/// on these two change.
const PAIR: [CategoryField; 2] = [CategoryField::Country, CategoryField::Industry];

/// From so many rows on for each of its cells, a pair of fields takes no longer than one of them.
const ROWS_PER_PAIR_CELL: usize = 2;

/// Cubes along the range that the reader moves, under filters on other fields.
type Cubes = Rc<RefCell<Vec<(Fields, Axes, Cube)>>>;

/// Searches with what they reject, the newest last.
type Searches = Rc<RefCell<Vec<(String, BitSet)>>>;

/// So many searches are kept.
const MOST_SEARCHES: usize = 8;

/// From so many rows on, what looks at every text is done in steps.
pub const LONG_TABLE: usize = 20_000;

/// A table and what the filters leave of it. Cheap to clone.
#[derive(Clone, Debug)]
pub struct CrossFilter {
    table: Rc<ProjectTable>,
    filters: FilterSet,
    /// Per field what its filter rejects, once somebody asked; `None` where it is not active.
    rejected: [Option<Rc<OnceCell<BitSet>>>; Field::ALL.len()],
    known: RefCell<Known>,
    brush: Option<(Field, Cubes)>,
    shared: Rc<Shared>,
}

/// What was found under some filters.
#[derive(Clone, Debug, Default)]
struct Known {
    rows: Vec<(Fields, Rc<BitSet>)>,
    /// Rows at the ends of the range of amounts, in buckets that are accepted in part.
    edges: Vec<(Fields, Rc<[u32]>)>,
    tallies: Vec<(Fields, Axes, Rc<[Cell]>)>,
    summaries: Vec<(Fields, Grouping, Rc<Summary>)>,
    cross_tables: Vec<(Fields, [CategoryField; 2], Rc<CrossTable>)>,
}

/// What is true of the table whatever is filtered; found when it is first needed.
#[derive(Debug, Default)]
struct Shared {
    /// What was found under no filter.
    known: RefCell<Known>,
    /// What the last searches reject; the same in every currency.
    searches: Searches,
    /// Whether sums of amounts are exact, so that a difference of two is.
    is_exact: OnceCell<bool>,
}

impl CrossFilter {
    /// The table without a filter.
    #[must_use]
    pub fn new(table: Rc<ProjectTable>) -> Self {
        Self {
            table,
            filters: FilterSet::default(),
            rejected: Default::default(),
            known: RefCell::default(),
            brush: None,
            shared: Rc::default(),
        }
    }

    /// The same projects in a table that differs in the currency of amounts only, without a filter. What was searched
    /// for is shared.
    #[must_use]
    pub fn of_same_projects(&self, table: Rc<ProjectTable>) -> Self {
        Self {
            shared: Rc::new(Shared {
                searches: Rc::clone(&self.shared.searches),
                ..Shared::default()
            }),
            ..Self::new(table)
        }
    }

    /// The same table under other filters. Only fields whose filter changed are looked at again.
    #[must_use]
    pub fn with_filters(&self, filters: &FilterSet) -> Self {
        let changed = Fields::those(|field| !self.filters.agrees_on(filters, field));
        let mut next = self.clone();
        for field in Field::ALL {
            if changed.has(field) {
                let is_active = filters.is_active(field);
                next.rejected[field.index()] = is_active.then(Rc::default);
            }
        }
        let known = next.known.get_mut();
        known.rows.retain(|known| !known.0.meets(changed));
        let same_range = !changed.has(Field::Amount);
        known
            .edges
            .retain(|known| same_range && !known.0.meets(changed));
        known.tallies.retain(|known| !known.0.meets(changed));
        known.summaries.retain(|known| !known.0.meets(changed));
        known.cross_tables.retain(|known| !known.0.meets(changed));
        next.filters = filters.clone();
        // What is kept for a brush serves as long as nothing else changes, the end of the gesture included.
        next.brush = next
            .brush
            .filter(|(field, _)| !changed.without(*field).meets(changed));
        next
    }

    /// The same while the reader moves the filter on `field`, the period or the amount. What the first of such calls
    /// takes longer, each further one saves.
    #[must_use]
    pub fn with_brush(&self, filters: &FilterSet, field: Field) -> Self {
        let mut next = self.with_filters(filters);
        next.brush = next.brush.filter(|(moved, _)| *moved == field);
        next.brush.get_or_insert_with(|| (field, Rc::default()));
        next
    }

    /// Whether a brush on `field` under `filters` goes on from here: what its first step takes longer has been done.
    #[must_use]
    pub fn is_ready_for_brush(&self, filters: &FilterSet, field: Field) -> bool {
        let is_brushed = self.brush.as_ref().is_some_and(|(own, _)| *own == field);
        let mut others = Field::ALL.into_iter().filter(|&other| other != field);
        is_brushed && others.all(|other| self.filters.agrees_on(filters, other))
    }

    /// The table.
    #[must_use]
    pub fn table(&self) -> &Rc<ProjectTable> {
        &self.table
    }

    /// The filters.
    #[must_use]
    pub fn filters(&self) -> &FilterSet {
        &self.filters
    }

    /// The rows that the filter on `field` rejects, or `None` where it is not active.
    #[must_use]
    pub fn rejected(&self, field: Field) -> Option<&BitSet> {
        let rejected = self.rejected[field.index()].as_ref()?;
        Some(rejected.get_or_init(|| self.rejected_by(field)))
    }

    /// The rows that `viewer` sees.
    #[must_use]
    pub fn rows_for(&self, viewer: Viewer) -> Rc<BitSet> {
        self.rows(self.narrowing(viewer))
    }

    /// What the rows that `viewer` sees add up to in groups.
    #[must_use]
    pub fn summary(&self, viewer: Viewer, grouping: Grouping) -> Rc<Summary> {
        let fields = self.narrowing(viewer);
        let is_it =
            |known: &&(Fields, Grouping, Rc<Summary>)| (known.0, known.1) == (fields, grouping);
        if let Some((_, _, known)) = self.known(fields).borrow().summaries.iter().find(is_it) {
            return Rc::clone(known);
        }
        let cells = self.tally(fields, Axes::One(grouping.column()));
        let summary = Rc::new(Summary::new(&self.table, grouping, &cells));
        let entry = (fields, grouping, Rc::clone(&summary));
        self.known(fields).borrow_mut().summaries.push(entry);
        summary
    }

    /// What the rows that `viewer` sees add up to by two fields.
    #[must_use]
    pub fn cross_table(&self, viewer: Viewer, by: [CategoryField; 2]) -> Rc<CrossTable> {
        let fields = self.narrowing(viewer);
        let is_it = |known: &&(Fields, [CategoryField; 2], Rc<CrossTable>)| {
            (known.0, known.1) == (fields, by)
        };
        if let Some((_, _, known)) = self.known(fields).borrow().cross_tables.iter().find(is_it) {
            return Rc::clone(known);
        }
        let axes = Axes::Two(by);
        let table = &*self.table;
        let found = Rc::new(if axes.cells(table) > MOST_CELLS {
            cross_tabulate(table, &self.rows(fields), by)
        } else {
            CrossTable::new(table, by, &self.tally(fields, axes))
        });
        let entry = (fields, by, Rc::clone(&found));
        self.known(fields).borrow_mut().cross_tables.push(entry);
        found
    }

    /// The key figures of the rows that every filter leaves.
    #[must_use]
    pub fn overview(&self) -> Overview {
        let fields = self.narrowing(Viewer::Everyone);
        let tallied = Tallied {
            countries: &self.tally(fields, Axes::One(COUNTRIES)),
            times: &self.tally(fields, Axes::One(Column::Time)),
            amounts: &self.tally(fields, Axes::One(Column::Amount)),
        };
        self.asking(fields, |has| Overview::new(&self.table, &tallied, has))
    }

    /// So many of the rows that every filter leaves, those with the largest amounts: the largest first, of equal ones
    /// the first row first.
    #[must_use]
    pub fn largest(&self, count: usize) -> Vec<u32> {
        let fields = self.narrowing(Viewer::Everyone);
        let cells = self.tally(fields, Axes::One(Column::Amount));
        self.asking(fields, |has| {
            let by_amount = ByAmount {
                table: &self.table,
                cells: &cells,
                has,
            };
            by_amount.largest(count)
        })
    }

    /// Where is kept what was found under the filters on `fields`.
    fn known(&self, fields: Fields) -> &RefCell<Known> {
        if fields == Fields::default() {
            &self.shared.known
        } else {
            &self.known
        }
    }

    /// Whether a search for `text` should be done in steps before anybody asks for its rows: the table is long, and what
    /// it finds is not known.
    #[must_use]
    pub fn awaits_search(&self, text: &str) -> bool {
        let is_known = |(known, _): &(String, BitSet)| known == text;
        self.table.len() >= LONG_TABLE
            && !text.is_empty()
            && !self.shared.searches.borrow().iter().any(is_known)
    }

    /// Keeps what a search for `text` found.
    pub fn keep_search(&self, text: &str, scan: SearchScan) {
        let mut searches = self.shared.searches.borrow_mut();
        if searches.len() >= MOST_SEARCHES {
            searches.remove(0);
        }
        searches.push((text.to_owned(), scan.finish()));
    }

    /// The active filters that narrow what `viewer` sees.
    fn narrowing(&self, viewer: Viewer) -> Fields {
        Fields::those(|field| !viewer.ignores(field) && self.rejected[field.index()].is_some())
    }

    /// The rows that the filters on `fields` leave.
    fn rows(&self, fields: Fields) -> Rc<BitSet> {
        let is_it = |known: &&(Fields, Rc<BitSet>)| known.0 == fields;
        if let Some((_, known)) = self.known(fields).borrow().rows.iter().find(is_it) {
            return Rc::clone(known);
        }
        let sets: Vec<&BitSet> = Field::ALL
            .into_iter()
            .filter(|&field| fields.has(field))
            .filter_map(|field| self.rejected(field))
            .collect();
        let rows = Rc::new(BitSet::in_none(self.table.len(), &sets));
        self.known(fields)
            .borrow_mut()
            .rows
            .push((fields, Rc::clone(&rows)));
        rows
    }

    /// Calls `ask` with whether the filters on `fields` leave a row. Few rows are asked for: those of a brush in motion
    /// are not worth a set.
    fn asking<T>(&self, fields: Fields, ask: impl FnOnce(&dyn Fn(usize) -> bool) -> T) -> T {
        let column = self.brushed(fields);
        let Some(column) = column else {
            let rows = self.rows(fields);
            return ask(&|row| rows.contains(row));
        };
        let rows = self.rows(fields.without(column.field()));
        if column == Column::Amount {
            let is_in = |row| {
                self.filters
                    .amount
                    .contains(self.table.amount_per_project(row))
            };
            return ask(&|row| rows.contains(row) && is_in(row));
        }
        let (accepted, codes) = (self.accepted(column).codes, column.codes(&self.table));
        ask(&|row| rows.contains(row) && accepted[usize::from(codes[row])])
    }

    /// What the rows that the filters on `fields` leave add up to.
    fn tally(&self, fields: Fields, axes: Axes) -> Rc<[Cell]> {
        let is_it = |known: &&(Fields, Axes, Rc<[Cell]>)| (known.0, known.1) == (fields, axes);
        if let Some((_, _, known)) = self.known(fields).borrow().tallies.iter().find(is_it) {
            return Rc::clone(known);
        }
        let cells = self
            .cut_from_wider(fields, axes)
            .or_else(|| self.subtracted_in_cube(fields, axes))
            .or_else(|| self.summed_from_pair(fields, axes))
            .unwrap_or_else(|| tally_rows(&self.table, &self.rows(fields), axes));
        let cells: Rc<[Cell]> = cells.into();
        let entry = (fields, axes, Rc::clone(&cells));
        self.known(fields).borrow_mut().tallies.push(entry);
        cells
    }

    /// From what the rows add up to without the filter on one of the columns.
    fn cut_from_wider(&self, fields: Fields, axes: Axes) -> Option<Vec<Cell>> {
        let column = axes.columns().find(|column| fields.has(column.field()))?;
        let accepted = self.accepted(column);
        let others = fields.without(column.field());
        let mut cells = self.tally(others, axes).to_vec();
        axes.keep(&self.table, &mut cells, column, &accepted.codes);
        self.add_edges(&mut cells, &accepted, others, axes);
        Some(cells)
    }

    /// From what the rows add up to by a pair of fields, of which the column is one.
    fn summed_from_pair(&self, fields: Fields, axes: Axes) -> Option<Vec<Cell>> {
        let table = &*self.table;
        let Axes::One(Column::Category(field)) = axes else {
            return None;
        };
        let is_first = field == PAIR[0];
        let pair = Axes::Two(PAIR);
        let is_worth_it = pair.cells(table).checked_mul(ROWS_PER_PAIR_CELL)? <= table.len();
        if !PAIR.contains(&field) || !is_worth_it || !self.has_exact_sums() {
            return None;
        }
        let width = Axes::One(Column::Category(PAIR[1])).cells(table);
        let mut cells = vec![Cell::default(); axes.cells(table)];
        for (place, cell) in self.tally(fields, pair).iter().enumerate() {
            let (first, second) = (place / width, place % width);
            cells[if is_first { first } else { second }].add(cell);
        }
        Some(cells)
    }

    /// From sums over all codes of the range that the reader is moving.
    fn subtracted_in_cube(&self, fields: Fields, axes: Axes) -> Option<Vec<Cell>> {
        let table = &*self.table;
        let column = self.brushed(fields)?;
        let (length, width) = (column.count(table), axes.cells(table));
        let is_small = (length + 1).checked_mul(width)? <= MOST_CUBE_CELLS;
        if !is_small || !self.has_exact_sums() {
            return None;
        }
        let accepted = self.accepted(column);
        let runs = runs(&accepted.codes);
        if runs.len() > MOST_RUNS {
            return None;
        }
        let (_, cubes) = self.brush.as_ref()?;
        let others = fields.without(column.field());
        let is_it = |cube: &(Fields, Axes, Cube)| (cube.0, cube.1) == (others, axes);
        if !cubes.borrow().iter().any(is_it) {
            let rows = self.rows(others);
            let range = (column.codes(table), length);
            let cube = Cube::new(rows.words(), measures(table), range, &axes.of(table), width);
            cubes.borrow_mut().push((others, axes, cube));
        }
        let cubes = cubes.borrow();
        let (_, _, cube) = cubes.iter().find(|cube| is_it(cube))?;
        let mut runs = runs.into_iter();
        let (first, end) = runs.next().unwrap_or((0, 0));
        let mut cells = cube.between(first, end);
        for (first, end) in runs {
            for (cell, more) in cells.iter_mut().zip(cube.between(first, end)) {
                cell.add(&more);
            }
        }
        self.add_edges(&mut cells, &accepted, others, axes);
        Some(cells)
    }

    /// Adds the rows of codes that are accepted in part, as far as the filters on `others` leave them.
    fn add_edges(&self, cells: &mut [Cell], accepted: &Accepted, others: Fields, axes: Axes) {
        if accepted.edges.is_empty() {
            return;
        }
        let table = &*self.table;
        let rows = self.edge_rows(accepted, others);
        add_rows(cells, &rows, measures(table), &axes.of(table));
    }

    fn edge_rows(&self, accepted: &Accepted, others: Fields) -> Rc<[u32]> {
        let is_it = |known: &&(Fields, Rc<[u32]>)| known.0 == others;
        if let Some((_, known)) = self.known.borrow().edges.iter().find(is_it) {
            return Rc::clone(known);
        }
        let left = self.rows(others);
        let order = self.table.by_amount().rows();
        let edges = accepted.edges.iter();
        let rows: Vec<Vec<u32>> = edges
            .map(|edge| listed(&order[edge.clone()], left.words()))
            .collect();
        let rows: Rc<[u32]> = rows.concat().into();
        let entry = (others, Rc::clone(&rows));
        self.known.borrow_mut().edges.push(entry);
        rows
    }

    /// The column of the range that the reader is moving, if it is among `fields`.
    fn brushed(&self, fields: Fields) -> Option<Column> {
        let (field, _) = self.brush.as_ref()?;
        let column = match field {
            Field::Period => Column::Time,
            Field::Amount => Column::Amount,
            Field::Category(_) | Field::Search => return None,
        };
        fields.has(*field).then_some(column)
    }

    fn has_exact_sums(&self) -> bool {
        /// Every whole number up to this has a place of its own among the numbers with a fraction.
        const MOST: f64 = 9_007_199_254_740_992.0;
        *self.shared.is_exact.get_or_init(|| {
            let amounts = self.table.amounts().values().iter();
            amounts.map(|amount| amount.abs()).sum::<f64>() < MOST
        })
    }

    /// What the filter on the column's field accepts.
    fn accepted(&self, column: Column) -> Accepted {
        let codes = match column {
            Column::Category(field) => {
                let tree = self.table.category(field).tree();
                picked_leaves(self.filters.picks(field), tree)
                    .unwrap_or_else(|| vec![true; tree.nodes().len()])
            }
            Column::Time => {
                let dates = self.table.dates();
                let codes = 0..dates.codes_in_use() as u16;
                let is_in = |code| self.filters.period.contains(dates.of_code(code));
                codes.map(is_in).collect()
            }
            Column::Amount => return self.accepted_amounts(self.filters.amount),
        };
        Accepted {
            codes,
            edges: Vec::new(),
        }
    }

    /// Buckets that lie in a range as a whole, and the rows at its ends that are parts of others.
    fn accepted_amounts(&self, range: AmountRange) -> Accepted {
        let order = self.table.by_amount();
        let place = |bound: f64| {
            let amount = |&row: &u32| self.table.amount_per_project(row as usize);
            order
                .rows()
                .partition_point(|row| amount(row) < Some(bound))
        };
        let first = range.min.map_or(0, place);
        let end = range.max.map_or(order.rows().len(), place).max(first);
        let mut codes = vec![range.contains(None); order.buckets() + 2];
        let mut edges = Vec::new();
        for (bucket, accepted) in codes.iter_mut().enumerate().take(order.buckets()) {
            let rows = order.places_of(bucket);
            let part = rows.start.max(first)..rows.end.min(end);
            *accepted = part == rows;
            if !*accepted && !part.is_empty() {
                edges.push(part);
            }
        }
        Accepted { codes, edges }
    }

    fn rejected_by(&self, field: Field) -> BitSet {
        let table = &*self.table;
        let column = match field {
            Field::Category(field) => Column::Category(field),
            Field::Period => Column::Time,
            Field::Amount => Column::Amount,
            Field::Search => return self.not_found(self.filters.search()),
        };
        let accepted = self.accepted(column);
        let rejected: Vec<bool> = accepted.codes.iter().map(|accepted| !accepted).collect();
        let words = rows_with(column.codes(table), &rejected);
        let mut rejected = BitSet::from_words(table.len(), words);
        for edge in accepted.edges {
            for &row in &table.by_amount().rows()[edge] {
                rejected.remove(row as usize);
            }
        }
        rejected
    }

    /// The rows in which a search does not find what it looks for.
    fn not_found(&self, text: &str) -> BitSet {
        let searches = self.shared.searches.borrow();
        if let Some((_, known)) = searches.iter().find(|(known, _)| known == text) {
            return known.clone();
        }
        let mut scan = SearchScan::new(Rc::clone(&self.table), text);
        while scan.step() {}
        scan.finish()
    }
}

/// What a filter accepts of a column.
struct Accepted {
    /// By code, whether it is accepted as a whole.
    codes: Vec<bool>,
    /// Rows of codes that are accepted in part, as places in the order of amounts.
    edges: Vec<Range<usize>>,
}

/// Where accepted codes begin and end.
fn runs(accepted: &[bool]) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut code = 0;
    for run in accepted.chunk_by(|one, other| one == other) {
        if run[0] {
            runs.push((code, code + run.len()));
        }
        code += run.len();
    }
    runs
}
