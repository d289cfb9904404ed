//! Which rows each chart sees.
//!
//! A chart ignores the filter on its own field, so that a reader who picked
//! one country still sees the others beside it. Rejections are stored, not
//! acceptances: a field without a filter then costs nothing.
//!
//! Grouping and measuring are in [`summary`](super::summary).

use std::cell::OnceCell;
use std::rc::Rc;

use super::bit_set::BitSet;
use super::filter::{FilterSet, picked_leaves};
use super::search::{SearchTerm, folded_texts};
use crate::data::{Field, ProjectTable, TextColumn};

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

/// A table and the rows that each filter rejects. Cheap to clone.
#[derive(Clone, Debug)]
pub struct CrossFilter {
    table: Rc<ProjectTable>,
    filters: FilterSet,
    rejected: [Option<Rc<BitSet>>; Field::ALL.len()],
    /// What a search looks in; written at the first search, shared by every clone.
    searched: Rc<OnceCell<TextColumn>>,
}

impl CrossFilter {
    /// The table without a filter.
    #[must_use]
    pub fn new(table: Rc<ProjectTable>) -> Self {
        Self {
            table,
            filters: FilterSet::default(),
            rejected: Default::default(),
            searched: Rc::default(),
        }
    }

    /// The same projects in a table that differs in the currency of amounts only, without a filter. What a search looks
    /// in is shared.
    #[must_use]
    pub fn of_same_projects(&self, table: Rc<ProjectTable>) -> Self {
        Self {
            searched: Rc::clone(&self.searched),
            ..Self::new(table)
        }
    }

    /// The same table under other filters. Only fields whose filter changed are looked at again.
    #[must_use]
    pub fn with_filters(&self, filters: &FilterSet) -> Self {
        let mut next = self.clone();
        for field in Field::ALL {
            if !self.filters.agrees_on(filters, field) {
                next.rejected[field.index()] = self.rejected_by(filters, field).map(Rc::new);
            }
        }
        next.filters = filters.clone();
        next
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
    pub fn rejected(&self, field: Field) -> Option<&Rc<BitSet>> {
        self.rejected[field.index()].as_ref()
    }

    /// The rows that `viewer` sees.
    #[must_use]
    pub fn rows_for(&self, viewer: Viewer) -> BitSet {
        let mut rejected = BitSet::none(self.table.len());
        for field in Field::ALL {
            if !viewer.ignores(field)
                && let Some(rows) = self.rejected(field)
            {
                rejected.union_with(rows);
            }
        }
        rejected.complement()
    }

    fn rejected_by(&self, filters: &FilterSet, field: Field) -> Option<BitSet> {
        if !filters.is_active(field) {
            return None;
        }
        let table = &*self.table;
        let rows = table.len();
        Some(match field {
            Field::Category(field) => {
                let column = table.category(field);
                let picked = picked_leaves(filters.picks(field), column.tree())?;
                let codes = column.codes();
                BitSet::from_fn(rows, |row| !picked[usize::from(codes[row])])
            }
            Field::Period => {
                let dates = table.dates();
                BitSet::from_fn(rows, |row| !filters.period.contains(dates.get(row)))
            }
            Field::Amount => BitSet::from_fn(rows, |row| {
                !filters.amount.contains(table.amount_per_project(row))
            }),
            Field::Search => {
                let term = SearchTerm::new(filters.search());
                let texts = self.searched.get_or_init(|| folded_texts(table));
                BitSet::from_fn(rows, |row| !term.is_in_folded(texts.get(row)))
            }
        })
    }
}
