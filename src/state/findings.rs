//! What was found: everything that charts, lists and key figures show.
//!
//! The whole table is summarised once per dataset. Of the selection only what
//! a changed filter can have changed is summarised again: a view ignores the
//! filter on its own field, so a pick in a chart leaves that chart's summary
//! as it was, pointer and all.

use std::cell::OnceCell;
use std::rc::Rc;

use super::datasets::Dataset;
use crate::chart::{Amounts, Categories, ChartKind, Content, Dots, Flow, Matrix, Timeline};
use crate::data::{CategoryField, CategoryTree, Field, Indicator, Month};
use crate::io::embedded;
use crate::query::{
    BitSet, CrossFilter, CrossTable, FilterSet, Grouping, Overview, Summary, TimeGrain, Totals,
    Viewer, cross_tabulate, overview, summarize, totals,
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
    /// Totals by amount.
    pub amounts: Rc<Summary>,
    /// Totals by country and industry.
    pub countries_by_industry: Rc<CrossTable>,
    /// Totals by industry and place.
    pub industries_by_place: Rc<CrossTable>,
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
            amounts: summary_of(Grouping::Amount),
            countries_by_industry: Rc::new(cross_tabulate(table, &rows, COMING)),
            industries_by_place: Rc::new(cross_tabulate(table, &rows, GOING)),
            overview,
            grain,
            span,
        }
    }
}

/// From where to what.
const COMING: [CategoryField; 2] = [CategoryField::Country, CategoryField::Industry];

/// From what to where.
const GOING: [CategoryField; 2] = [CategoryField::Industry, CategoryField::Place];

/// The fields of the matrix.
const MATRIX: Viewer = Viewer::IgnoringEach(&[
    Field::Category(CategoryField::Country),
    Field::Category(CategoryField::Industry),
]);

/// The fields of the flow.
const FLOW: Viewer = Viewer::IgnoringEach(&[
    Field::Category(CategoryField::Country),
    Field::Category(CategoryField::Industry),
    Field::Category(CategoryField::Place),
]);

/// The axes of the chart of every project.
const DOTS: Viewer = Viewer::IgnoringEach(&[Field::Period, Field::Amount]);

/// What the charts that show several fields at once show of a selection.
#[derive(Clone, Debug)]
struct Together {
    /// Country by industry, under the filters on other fields than these.
    matrix: Rc<CrossTable>,
    /// Country by industry, under the filters on other fields than those of the flow.
    coming: Rc<CrossTable>,
    /// Industry by place, under the filters on other fields than those of the flow.
    going: Rc<CrossTable>,
    /// Country by industry, under every filter.
    coming_picked: Rc<CrossTable>,
    /// Industry by place, under every filter.
    going_picked: Rc<CrossTable>,
    /// The rows under the filters on other fields than date and amount, and their totals.
    dots: Rc<(BitSet, Totals)>,
    /// Key figures of a zone; no filter is about them.
    indicators: Rc<[Indicator]>,
}

/// What was found for a view of a dataset.
#[derive(Clone, Debug)]
pub struct Findings {
    /// Key figures of the projects that pass every filter.
    pub selected: Overview,
    /// Totals per value, each field ignoring its own filter; indexed by [`CategoryField::index`].
    pub by_category: [Rc<Summary>; CategoryField::ALL.len()],
    /// Totals over time, ignoring the period.
    pub timeline: Rc<Summary>,
    /// Totals by amount, ignoring the range of amounts.
    pub amounts: Rc<Summary>,
    /// What is true without a filter.
    pub whole: Rc<WholeFindings>,
    together: OnceCell<Together>,
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

    /// What a chart shows.
    #[must_use]
    pub fn content(&self, kind: ChartKind) -> Content<'_> {
        match kind {
            ChartKind::Countries => Content::Bars(self.categories(CategoryField::Country)),
            ChartKind::Industries => Content::Bars(self.categories(CategoryField::Industry)),
            ChartKind::Cities => Content::Bars(self.categories(CategoryField::Place)),
            ChartKind::Events => Content::Bars(self.categories(CategoryField::Event)),
            ChartKind::Sectors => Content::Treemap(self.categories(CategoryField::Industry)),
            ChartKind::Timeline => Content::Timeline(Timeline {
                selected: &self.timeline,
                whole: &self.whole.timeline,
                span: self.whole.span,
                grain: self.whole.grain,
            }),
            ChartKind::Amounts => Content::Histogram(Amounts {
                selected: &self.amounts,
                whole: &self.whole.amounts,
            }),
            ChartKind::Matrix => Content::Matrix(Matrix {
                rows: self.tree(CategoryField::Country),
                columns: self.tree(CategoryField::Industry),
                selected: &self.together().matrix,
                whole: &self.whole.countries_by_industry,
            }),
            ChartKind::Flow => {
                let together = self.together();
                Content::Flow(Flow {
                    countries: self.tree(CategoryField::Country),
                    industries: self.tree(CategoryField::Industry),
                    places: self.tree(CategoryField::Place),
                    coming: &together.coming,
                    going: &together.going,
                    coming_picked: &together.coming_picked,
                    going_picked: &together.going_picked,
                    whole: &self.whole.overview.totals,
                })
            }
            ChartKind::Projects => {
                let (rows, total) = &*self.together().dots;
                Content::Dots(Dots {
                    table: self.cross_filter.table(),
                    rows,
                    total,
                    whole: &self.whole.overview.totals,
                    span: self.whole.span,
                })
            }
            ChartKind::Calendar => Content::Calendar(&self.together().indicators),
        }
    }

    fn tree(&self, field: CategoryField) -> &CategoryTree {
        self.cross_filter.table().category(field).tree()
    }

    fn categories(&self, field: CategoryField) -> Categories<'_> {
        Categories {
            field,
            tree: self.tree(field),
            depth: match field {
                CategoryField::Country | CategoryField::Industry | CategoryField::Place => 1,
                CategoryField::Event
                | CategoryField::Mode
                | CategoryField::Stage
                | CategoryField::Disclosure
                | CategoryField::CountryBasis => 0,
            },
            selected: self.by(field),
            whole: &self.whole.by_category[field.index()],
        }
    }

    /// Computed when a chart that needs it is drawn.
    fn together(&self) -> &Together {
        self.together.get_or_init(|| {
            let table = self.cross_filter.table();
            let rows_for = |viewer| self.cross_filter.rows_for(viewer);
            let cross = |rows: &BitSet, fields| Rc::new(cross_tabulate(table, rows, fields));
            let (flow, everyone) = (rows_for(FLOW), rows_for(Viewer::Everyone));
            let dots = rows_for(DOTS);
            let total = totals(table, &dots);
            Together {
                matrix: cross(&rows_for(MATRIX), COMING),
                coming: cross(&flow, COMING),
                going: cross(&flow, GOING),
                coming_picked: cross(&everyone, COMING),
                going_picked: cross(&everyone, GOING),
                dots: Rc::new((dots, total)),
                indicators: embedded::indicators(),
            }
        })
    }

    fn unfiltered(dataset: &Dataset) -> Self {
        let whole = &dataset.whole;
        Self {
            selected: whole.overview.clone(),
            by_category: whole.by_category.clone(),
            timeline: Rc::clone(&whole.timeline),
            amounts: Rc::clone(&whole.amounts),
            whole: Rc::clone(whole),
            together: OnceCell::new(),
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
            next.timeline = summary_for(Field::Period, Grouping::Time(self.whole.grain));
        }
        if is_stale(Field::Amount) {
            next.amounts = summary_for(Field::Amount, Grouping::Amount);
        }
        if !changed.is_empty() {
            next.together = OnceCell::new();
            next.selected = overview(
                cross_filter.table(),
                &cross_filter.rows_for(Viewer::Everyone),
            );
        }
        next.cross_filter = cross_filter;
        next
    }
}
