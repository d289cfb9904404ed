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
//! a step is a subtraction. What is left to be looked for in the rows is
//! [prepared](CrossFilter::prepare) in one look.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use inward_kernel::{
    Axis, Cell, Cube, Passing, Side, Tally, add_rows, combined, kept, margin, subtract_each, tally,
};

use super::accepted::{Accepted, EdgeRows};
use super::bit_set::BitSet;
use super::cross_table::{CrossTable, MOST_CELLS, cross_tabulate};
use super::fields::Fields;
use super::filter::FilterSet;
use super::overview::{ByAmount, COUNTRIES, Overview};
use super::search::SearchScan;
use super::summary::{Grouping, Summary};
use super::tallies::{Axes, Column, measures};
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
    /// The active filters by field.
    active: [Option<Rc<Narrowing>>; Field::ALL.len()],
    known: RefCell<Known>,
    brush: Option<(Field, Cubes)>,
    shared: Rc<Shared>,
}

/// The filter on a field: what it accepts and rejects, once somebody asked.
#[derive(Debug, Default)]
struct Narrowing {
    accepted: OnceCell<Accepted>,
    rejected: OnceCell<BitSet>,
}

/// How what some rows add up to is found.
enum Way {
    /// From what they add up to without the filter on one of the columns.
    Cut(Column),
    /// From sums over all codes of the range that the reader is moving.
    Cube(Column),
    /// From what they add up to by [`PAIR`], of which the column is one.
    Pair,
    /// By a look at them.
    Rows,
}

/// A look at the rows that the filters on some fields leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Scan {
    fields: Fields,
    /// The range that the reader is moving, for a cube along it.
    range: Option<Column>,
    axes: Axes,
}

impl Scan {
    fn cells(&self, table: &ProjectTable) -> usize {
        let codes = self.range.map_or(1, |range| range.count(table) + 1);
        self.axes.cells(table) * codes
    }
}

/// The rows of a scan.
struct Look {
    rows: Rc<BitSet>,
    /// The sums that those of the rows are taken away from; `None` where they are what is asked for.
    taken_from: Option<Rc<[Cell]>>,
}

/// What was found under some filters.
#[derive(Clone, Debug, Default)]
struct Known {
    rows: Vec<(Fields, Rc<BitSet>)>,
    edges: Vec<(Fields, Rc<EdgeRows>)>,
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
    /// The cell of each row by [`PAIR`]: one column comes from memory sooner than two.
    pair: OnceCell<Vec<u16>>,
}

impl CrossFilter {
    /// The table without a filter.
    #[must_use]
    pub fn new(table: Rc<ProjectTable>) -> Self {
        Self {
            table,
            filters: FilterSet::default(),
            active: Default::default(),
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
                next.active[field.index()] = is_active.then(Rc::default);
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
        let narrowing = self.active[field.index()].as_ref()?;
        Some(narrowing.rejected.get_or_init(|| self.rejected_by(field)))
    }

    /// The rows that `viewer` sees.
    #[must_use]
    pub fn rows_for(&self, viewer: Viewer) -> Rc<BitSet> {
        self.rows(self.narrowing(viewer))
    }

    /// Does a part of what the first look at the rows would do as well; false once there is none left.
    pub fn warm_up(&self) -> bool {
        if self.shared.is_exact.get().is_none() {
            let _ = self.has_exact_sums();
            return true;
        }
        let is_due =
            self.has_exact_sums() && self.is_worth_pair() && self.shared.pair.get().is_none();
        is_due && self.pair().is_some()
    }

    /// Looks at the rows once for all of these, which are asked for next. Each asked for alone would look at them again,
    /// and a look takes the longer for what has to come from memory.
    pub fn prepare(&self, asked: &[(Viewer, Grouping)]) {
        let tally = |&(viewer, grouping): &(Viewer, Grouping)| {
            let axes = Axes::One(grouping.column());
            (self.narrowing(viewer), axes)
        };
        self.look_for(&asked.iter().map(tally).collect::<Vec<_>>());
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
        let columns = [COUNTRIES, Column::Time, Column::Amount];
        self.look_for(&columns.map(|column| (fields, Axes::One(column))));
        let [countries, times, amounts] =
            columns.map(|column| self.tally(fields, Axes::One(column)));
        self.asking(fields, &amounts, |by_amount| {
            Overview::new(&countries, &times, by_amount)
        })
    }

    /// So many of the rows that every filter leaves, those with the largest amounts: the largest first, of equal ones
    /// the first row first.
    #[must_use]
    pub fn largest(&self, count: usize) -> Vec<u32> {
        let fields = self.narrowing(Viewer::Everyone);
        let cells = self.tally(fields, Axes::One(Column::Amount));
        self.asking(fields, &cells, |by_amount| by_amount.largest(count))
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
        Fields::those(|field| !viewer.ignores(field) && self.active[field.index()].is_some())
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

    /// Calls `ask` with the rows that the filters on `fields` leave, of which `cells` are the sums by amount. Few rows are
    /// asked for: those of a brush in motion are not worth a set.
    fn asking<T>(&self, fields: Fields, cells: &[Cell], ask: impl FnOnce(&ByAmount<'_>) -> T) -> T {
        let table = &*self.table;
        let brushed = self.brushed(fields);
        let others = brushed.map_or(fields, |column| fields.without(column.field()));
        let by_code = brushed.filter(|&column| column != Column::Amount);
        let amounts = if fields.has(Field::Amount) {
            self.accepted(Column::Amount)
        } else {
            Accepted::NOTHING
        };
        ask(&ByAmount {
            table,
            cells,
            rows: Passing {
                words: self.rows(others).words(),
                by_code: by_code.map(|column| (column.codes(table), &*self.accepted(column).codes)),
            },
            places: amounts.places.clone(),
        })
    }

    /// What the rows that the filters on `fields` leave add up to.
    fn tally(&self, fields: Fields, axes: Axes) -> Rc<[Cell]> {
        if let Some(known) = self.known_tally(fields, axes) {
            return known;
        }
        let cells = match self.way(fields, axes) {
            Way::Cut(column) => self.cut_from_wider(fields, axes, column),
            Way::Cube(column) => self.subtracted_in_cube(fields, axes, column),
            Way::Pair => self.summed_from_pair(fields, axes),
            Way::Rows => {
                self.look_for(&[(fields, axes)]);
                return self.known_tally(fields, axes).unwrap_or_default();
            }
        };
        self.keep_tally(fields, axes, cells)
    }

    fn known_tally(&self, fields: Fields, axes: Axes) -> Option<Rc<[Cell]>> {
        let known = self.known(fields).borrow();
        let mut tallies = known.tallies.iter();
        let found = tallies.find(|known| (known.0, known.1) == (fields, axes));
        found.map(|(_, _, cells)| Rc::clone(cells))
    }

    fn keep_tally(&self, fields: Fields, axes: Axes, cells: Vec<Cell>) -> Rc<[Cell]> {
        let cells: Rc<[Cell]> = cells.into();
        let entry = (fields, axes, Rc::clone(&cells));
        self.known(fields).borrow_mut().tallies.push(entry);
        cells
    }

    fn way(&self, fields: Fields, axes: Axes) -> Way {
        if let Some(column) = axes.columns().find(|column| fields.has(column.field())) {
            return Way::Cut(column);
        }
        if !self.has_exact_sums() {
            return Way::Rows;
        }
        let table = &*self.table;
        let pair = Axes::Two(PAIR);
        let is_of_pair = PAIR
            .map(|field| Axes::One(Column::Category(field)))
            .contains(&axes)
            && self.is_worth_pair();
        let brushed = self.brushed(fields);
        let Some(column) = brushed.filter(|&column| self.accepted(column).runs.len() <= MOST_RUNS)
        else {
            return if is_of_pair { Way::Pair } else { Way::Rows };
        };
        // A cube of the pair takes as long as several of one field, so that it is not made for these.
        let has_pair = || {
            let own = PAIR.map(Field::Category).into_iter();
            let others = own.fold(fields.without(column.field()), Fields::without);
            self.with_cube(others, pair, |_| ()).is_some()
        };
        let codes = column.count(table) + 1;
        if is_of_pair && has_pair() {
            Way::Pair
        } else if axes.cells(table).saturating_mul(codes) <= MOST_CUBE_CELLS {
            Way::Cube(column)
        } else {
            Way::Rows
        }
    }

    /// Looks at the rows once for whatever of these tallies has to be looked for in them.
    fn look_for(&self, tallies: &[(Fields, Axes)]) {
        let table = &*self.table;
        let mut scans: Vec<Scan> = Vec::new();
        for &(fields, axes) in tallies {
            let scan = self.scan_for(fields, axes);
            scans.extend(scan.filter(|scan| !scans.contains(scan)));
        }
        if scans.is_empty() {
            return;
        }
        let looks: Vec<Look> = scans.iter().map(|scan| self.look(scan)).collect();
        let tallies: Vec<Tally<'_>> = scans
            .iter()
            .zip(&looks)
            .map(|(scan, look)| Tally {
                words: look.rows.words(),
                axes: self.axes_of(scan),
                cells: scan.cells(table),
            })
            .collect();
        let found = tally(measures(table), &tallies);
        for ((scan, look), mut cells) in scans.iter().zip(&looks).zip(found) {
            let &Scan {
                fields,
                range,
                axes,
            } = scan;
            if let Some(whole) = &look.taken_from {
                let taken = std::mem::replace(&mut cells, whole.to_vec());
                subtract_each(&mut cells, &taken);
            }
            if range.is_none() {
                self.keep_tally(fields, axes, cells);
            } else if let Some((_, cubes)) = &self.brush {
                let cube = Cube::new(cells, axes.cells(table));
                cubes.borrow_mut().push((fields, axes, cube));
            }
        }
    }

    /// The rows that a scan has to look at: its own, or those that its filters take from a sum that is known, where these
    /// are fewer.
    fn look(&self, scan: &Scan) -> Look {
        let rows = self.rows(scan.fields);
        let is_exact = self.table.weights().is_none() && self.has_exact_sums();
        if let Some((wider, whole)) = self.widest_within(scan).filter(|_| is_exact)
            && 2 * u64::from(rows.count()) > whole.iter().map(Cell::rows).sum()
        {
            let taken = self.rows(wider).without(&rows);
            return Look {
                rows: Rc::new(taken),
                taken_from: Some(whole),
            };
        }
        Look {
            rows,
            taken_from: None,
        }
    }

    /// What is known of a scan under the most of its filters.
    fn widest_within(&self, scan: &Scan) -> Option<(Fields, Rc<[Cell]>)> {
        if scan.range.is_some() {
            return None;
        }
        let (own, shared) = (self.known.borrow(), self.shared.known.borrow());
        let known = own.tallies.iter().chain(&shared.tallies);
        let wider = known.filter(|known| known.1 == scan.axes && known.0.are_in(scan.fields));
        let (fields, _, cells) = wider.max_by_key(|known| known.0.count())?;
        Some((*fields, Rc::clone(cells)))
    }

    fn axes_of(&self, scan: &Scan) -> Vec<Axis<'_>> {
        let table = &*self.table;
        let pair = (scan.axes == Axes::Two(PAIR))
            .then(|| self.pair())
            .flatten();
        let mut axes = match pair {
            Some(codes) => vec![Axis { codes, stride: 1 }],
            None => scan.axes.of(table),
        };
        axes.extend(scan.range.map(|range| Axis {
            codes: range.codes(table),
            stride: scan.axes.cells(table),
        }));
        axes
    }

    /// Whether the rows are so many that they are added up by [`PAIR`] first, and the two fields from that.
    fn is_worth_pair(&self) -> bool {
        let cells = Axes::Two(PAIR).cells(&self.table);
        cells.saturating_mul(ROWS_PER_PAIR_CELL) <= self.table.len()
    }

    /// The cell of each row by [`PAIR`], where a code can tell all of them apart.
    fn pair(&self) -> Option<&[u16]> {
        let axes = Axes::Two(PAIR);
        if axes.cells(&self.table) > usize::from(u16::MAX) {
            return None;
        }
        let [second, first] = &*axes.of(&self.table) else {
            return None;
        };
        Some(self.shared.pair.get_or_init(|| combined(first, second)))
    }

    /// The look at the rows that a tally needs; `None` where what it is made from is known.
    fn scan_for(&self, mut fields: Fields, mut axes: Axes) -> Option<Scan> {
        while self.known_tally(fields, axes).is_none() {
            match self.way(fields, axes) {
                Way::Cut(column) => fields = fields.without(column.field()),
                Way::Pair => axes = Axes::Two(PAIR),
                Way::Cube(column) => {
                    let fields = fields.without(column.field());
                    let range = Some(column);
                    let is_known = self.with_cube(fields, axes, |_| ()).is_some();
                    return (!is_known).then_some(Scan {
                        fields,
                        range,
                        axes,
                    });
                }
                Way::Rows => {
                    let range = None;
                    return Some(Scan {
                        fields,
                        range,
                        axes,
                    });
                }
            }
        }
        None
    }

    fn cut_from_wider(&self, fields: Fields, axes: Axes, column: Column) -> Vec<Cell> {
        let accepted = self.accepted(column);
        let others = fields.without(column.field());
        let stride = axes.stride(&self.table, column);
        let mut cells = kept(&self.tally(others, axes), stride, &accepted.codes);
        self.mend_edges(&mut cells, accepted, others, axes);
        cells
    }

    fn summed_from_pair(&self, fields: Fields, axes: Axes) -> Vec<Cell> {
        let width = Axes::One(Column::Category(PAIR[1])).cells(&self.table);
        let side = if axes == Axes::One(Column::Category(PAIR[0])) {
            Side::First
        } else {
            Side::Second
        };
        margin(&self.tally(fields, Axes::Two(PAIR)), width, side)
    }

    fn subtracted_in_cube(&self, fields: Fields, axes: Axes, column: Column) -> Vec<Cell> {
        self.look_for(&[(fields, axes)]);
        let accepted = self.accepted(column);
        let others = fields.without(column.field());
        let sums = self.with_cube(others, axes, |cube| cube.over(&accepted.runs));
        let mut cells = sums.unwrap_or_else(|| vec![Cell::default(); axes.cells(&self.table)]);
        self.mend_edges(&mut cells, accepted, others, axes);
        cells
    }

    /// Calls `look` with the cube along the range that the reader is moving, if there is one under the filters on
    /// `others`.
    fn with_cube<T>(&self, others: Fields, axes: Axes, look: impl FnOnce(&Cube) -> T) -> Option<T> {
        let (_, cubes) = self.brush.as_ref()?;
        let cubes = cubes.borrow();
        let mut cubes = cubes.iter();
        let (_, _, cube) = cubes.find(|cube| (cube.0, cube.1) == (others, axes))?;
        Some(look(cube))
    }

    /// Adds and takes away the rows in which codes as a whole differ from what is accepted, as far as the filters on
    /// `others` leave them.
    fn mend_edges(&self, cells: &mut [Cell], accepted: &Accepted, others: Fields, axes: Axes) {
        if accepted.is_by_code() {
            return;
        }
        let table = &*self.table;
        let rows = self.edge_rows(accepted, others);
        let (measures, axes) = (measures(table), axes.of(table));
        add_rows(cells, &rows.more, measures, &axes);
        if rows.less.is_empty() {
            return;
        }
        let mut less = vec![Cell::default(); cells.len()];
        add_rows(&mut less, &rows.less, measures, &axes);
        subtract_each(cells, &less);
    }

    fn edge_rows(&self, accepted: &Accepted, others: Fields) -> Rc<EdgeRows> {
        let wider = {
            let known = self.known.borrow();
            let mut wider = known.edges.iter().filter(|known| known.0.are_in(others));
            if let Some((_, known)) = wider.clone().find(|known| known.0 == others) {
                return Rc::clone(known);
            }
            wider.next().map(|(_, rows)| Rc::clone(rows))
        };
        let left = self.rows(others);
        let rows = Rc::new(match wider {
            Some(wider) => wider.within(&left),
            None => accepted.edge_rows(&self.table, &left),
        });
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

    /// What the filter on the column's field accepts; nothing where it is not active.
    fn accepted(&self, column: Column) -> &Accepted {
        let narrowing = self.active[column.field().index()].as_ref();
        narrowing.map_or(Accepted::NOTHING, |narrowing| {
            let by = || Accepted::by(&self.table, &self.filters, column, self.has_exact_sums());
            narrowing.accepted.get_or_init(by)
        })
    }

    fn rejected_by(&self, field: Field) -> BitSet {
        let column = match field {
            Field::Category(field) => Column::Category(field),
            Field::Period => Column::Time,
            Field::Amount => Column::Amount,
            Field::Search => return self.not_found(self.filters.search()),
        };
        self.accepted(column).rejected(&self.table, column)
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
