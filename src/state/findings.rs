//! What was found: everything that charts, lists and key figures show.
//!
//! The whole table is summarised once per dataset. Of the selection only what
//! a changed filter can have changed is summarised again: a view ignores the
//! filter on its own field, so a pick in a chart leaves that chart's summary
//! as it was, pointer and all.

use std::rc::Rc;

use super::app_state::Dataset;
use crate::data::{CategoryField, Field, Month};
use crate::query::{
    CrossFilter, FilterSet, Grouping, Overview, Summary, TimeGrain, Viewer, overview, summarize,
};

/// What is true of a table without a filter.
#[derive(Clone, Debug)]
pub struct WholeFindings {
    /// Key figures.
    pub overview: Overview,
    /// Totals per value, one summary per category field.
    pub by_category: [Rc<Summary>; CategoryField::ALL.len()],
    /// Totals over time.
    pub timeline: Rc<Summary>,
    /// The timeline's steps.
    pub grain: TimeGrain,
    /// The first and the last month that a project may be in; `None` without a date.
    pub span: Option<(Month, Month)>,
}

impl WholeFindings {
    /// Summarises a table whose filters are all open.
    #[must_use]
    pub fn new(unfiltered: &CrossFilter) -> Self {
        let table = unfiltered.table();
        let rows = unfiltered.rows_for(Viewer::Everyone);
        let overview = overview(table, &rows);
        let span = overview.first_month.zip(overview.last_month);
        let grain = span.map_or(TimeGrain::Year, |(first, last)| {
            TimeGrain::for_span(first, last)
        });
        let summary_of = |grouping| Rc::new(summarize(table, &rows, grouping));
        Self {
            by_category: CategoryField::ALL.map(|field| summary_of(Grouping::Category(field))),
            timeline: summary_of(Grouping::Time(grain)),
            overview,
            grain,
            span,
        }
    }
}

/// What was found for a view of a dataset.
#[derive(Clone, Debug)]
pub struct Findings {
    /// Key figures of the projects that pass every filter.
    pub selected: Overview,
    /// Key figures of all projects.
    pub whole: Overview,
    /// Totals per value, each field ignoring its own filter; indexed by [`CategoryField::index`].
    pub by_category: [Rc<Summary>; CategoryField::ALL.len()],
    /// The same without a filter.
    pub by_category_whole: [Rc<Summary>; CategoryField::ALL.len()],
    /// Totals over time, ignoring the period.
    pub timeline: Rc<Summary>,
    /// The same without a filter.
    pub timeline_whole: Rc<Summary>,
    /// The timeline's steps.
    pub grain: TimeGrain,
    /// The first and the last month of the whole data.
    pub span: Option<(Month, Month)>,
    cross_filter: CrossFilter,
}

impl Findings {
    /// What `cross_filter`, made from [`Dataset::unfiltered`], leaves.
    #[must_use]
    pub fn new(dataset: &Dataset, cross_filter: &CrossFilter) -> Self {
        Self::unfiltered(dataset).narrowed(cross_filter.clone())
    }

    /// What `filters` leave of `dataset`, keeping of `self` what stays true.
    #[must_use]
    pub fn after(&self, dataset: &Dataset, filters: &FilterSet) -> Self {
        if Rc::ptr_eq(self.cross_filter.table(), &dataset.table) {
            self.narrowed(self.cross_filter.with_filters(filters))
        } else {
            Self::new(dataset, &dataset.unfiltered.with_filters(filters))
        }
    }

    /// The totals per value of one field.
    #[must_use]
    pub fn by(&self, field: CategoryField) -> &Rc<Summary> {
        &self.by_category[field.index()]
    }

    /// The cross filter whose rows were summarised.
    #[must_use]
    pub fn cross_filter(&self) -> &CrossFilter {
        &self.cross_filter
    }

    fn unfiltered(dataset: &Dataset) -> Self {
        let whole = &dataset.whole;
        Self {
            selected: whole.overview.clone(),
            whole: whole.overview.clone(),
            by_category: whole.by_category.clone(),
            by_category_whole: whole.by_category.clone(),
            timeline: Rc::clone(&whole.timeline),
            timeline_whole: Rc::clone(&whole.timeline),
            grain: whole.grain,
            span: whole.span,
            cross_filter: dataset.unfiltered.clone(),
        }
    }

    /// The findings for another filter of the same table.
    fn narrowed(&self, cross_filter: CrossFilter) -> Self {
        let mut next = self.clone();
        let before = self.cross_filter.filters();
        let changed: Vec<Field> = Field::ALL
            .into_iter()
            .filter(|&field| !before.agrees_on(cross_filter.filters(), field))
            .collect();
        let is_stale = |own: Field| changed.iter().any(|&field| field != own);
        let summary_for = |own: Field, grouping| {
            let rows = cross_filter.rows_for(Viewer::Ignoring(own));
            Rc::new(summarize(cross_filter.table(), &rows, grouping))
        };
        for field in CategoryField::ALL {
            let own = Field::Category(field);
            if is_stale(own) {
                next.by_category[field.index()] = summary_for(own, Grouping::Category(field));
            }
        }
        if is_stale(Field::Period) {
            next.timeline = summary_for(Field::Period, Grouping::Time(self.grain));
        }
        if !changed.is_empty() {
            next.selected = overview(
                cross_filter.table(),
                &cross_filter.rows_for(Viewer::Everyone),
            );
        }
        next.cross_filter = cross_filter;
        next
    }
}
