//! What was found: everything that charts, lists and key figures show.
//!
//! Each part is found when somebody first looks at it, so that a chart out of
//! sight costs nothing. What a changed filter cannot have changed keeps its
//! pointer: a view ignores the filter on its own field, so a pick in a chart
//! leaves that chart's summary as it was.

use std::cell::OnceCell;
use std::rc::Rc;

use super::datasets::Dataset;
use crate::chart::{
    Amounts, Categories, ChartKind, Content, DotPlaces, Dots, Flow, Matrix, Timeline,
};
use crate::data::{CategoryField, CategoryTree, Field, Indicator, Month};
use crate::io::embedded;
use crate::query::{
    BitSet, BucketKey, CrossFilter, CrossTable, FilterSet, Grouping, Overview, Summary, TimeGrain,
    Totals, Viewer, sorted, totals,
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
    /// The timeline's steps.
    pub grain: TimeGrain,
    /// The first and the last month that a project may be in; `None` without a date.
    pub span: Option<(Month, Month)>,
    /// Where every project stands in the chart of them.
    pub dot_places: DotPlaces,
}

impl WholeFindings {
    /// Summarises a table whose filters are all open.
    #[must_use]
    pub fn new(unfiltered: &CrossFilter) -> Self {
        let overview = unfiltered.overview();
        let span = overview.first_month.zip(overview.last_month);
        let grain = span.map_or(TimeGrain::Year, |(first, last)| {
            TimeGrain::for_span(first, last)
        });
        let summary_of = |grouping| unfiltered.summary(Viewer::Everyone, grouping);
        Self {
            by_category: CategoryField::ALL.map(|field| summary_of(Grouping::Category(field))),
            timeline: summary_of(Grouping::Time(grain)),
            amounts: summary_of(Grouping::Amount),
            overview,
            grain,
            span,
            dot_places: DotPlaces::default(),
        }
    }
}

/// A look through a table a step at a time, before a view of it is shown: adding up every row of a long one, once for
/// each chart, would keep a frame waiting.
#[derive(Debug)]
pub struct Survey {
    filter: CrossFilter,
    steps: usize,
}

impl Survey {
    /// A survey of what `filter` leaves: of a whole table, or of what a brush is about to narrow.
    #[must_use]
    pub fn new(filter: CrossFilter) -> Self {
        Self { filter, steps: 0 }
    }

    /// Does a part of it; false once there is none left.
    pub fn step(&mut self) -> bool {
        if self.filter.warm_up() {
            return true;
        }
        // The steps of the timeline do not matter: its rows are added up by month in any case.
        let over_time = Grouping::Time(TimeGrain::Year);
        let key_figures = [
            Grouping::Category(CategoryField::Country),
            Grouping::Amount,
            over_time,
        ];
        let charts = [
            (Field::Period, over_time),
            (Field::Amount, Grouping::Amount),
        ];
        let lists =
            CategoryField::ALL.map(|field| (Field::Category(field), Grouping::Category(field)));
        let each = charts.into_iter().chain(lists);
        let each = each.map(|(own, grouping)| (Viewer::Ignoring(own), grouping));
        let next = key_figures
            .map(|grouping| (Viewer::Everyone, grouping))
            .into_iter()
            .chain(each)
            .nth(self.steps);
        self.steps += 1;
        if let Some((viewer, grouping)) = next {
            let _ = self.filter.summary(viewer, grouping);
        }
        next.is_some()
    }

    /// The filter, with what was found.
    #[must_use]
    pub fn finish(self) -> CrossFilter {
        self.filter
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

/// Whoever sees everything.
const WHOLE: Viewer = Viewer::IgnoringEach(&Field::ALL);

/// What the chart of every project shows.
#[derive(Clone, Debug)]
struct FoundDots {
    /// The rows under the filters on other fields than date and amount.
    rows: Rc<BitSet>,
    total: Totals,
    /// The rows under every filter.
    brushed: Rc<BitSet>,
    brushed_times: Rc<Summary>,
}

/// What was found for a view of a dataset.
#[derive(Clone, Debug)]
pub struct Findings {
    /// Key figures of the projects that pass every filter.
    pub selected: Overview,
    /// What is true without a filter.
    pub whole: Rc<WholeFindings>,
    cross_filter: CrossFilter,
    by_category: [OnceCell<Rc<Summary>>; CategoryField::ALL.len()],
    timeline: OnceCell<Rc<Summary>>,
    amounts: OnceCell<Rc<Summary>>,
    matrix: OnceCell<[Rc<CrossTable>; 2]>,
    flow: OnceCell<[Rc<CrossTable>; 4]>,
    dots: OnceCell<FoundDots>,
    indicators: OnceCell<Rc<[Indicator]>>,
}

impl Findings {
    /// What `cross_filter`, made from [`Dataset::unfiltered`], leaves.
    #[must_use]
    pub fn new(dataset: &Dataset, cross_filter: &CrossFilter) -> Self {
        Self {
            selected: cross_filter.overview(),
            whole: Rc::clone(&dataset.whole),
            cross_filter: cross_filter.clone(),
            by_category: Default::default(),
            timeline: OnceCell::new(),
            amounts: OnceCell::new(),
            matrix: OnceCell::new(),
            flow: OnceCell::new(),
            dots: OnceCell::new(),
            indicators: OnceCell::new(),
        }
    }

    /// What `filters` leave of `dataset`, keeping of what was found `before` what stays true. While the reader moves the
    /// filter on a field, that is `moving`.
    #[must_use]
    pub fn after(
        before: &CrossFilter,
        dataset: &Dataset,
        filters: &FilterSet,
        moving: Option<Field>,
    ) -> Self {
        let before = if Rc::ptr_eq(before.table(), &dataset.table) {
            before
        } else {
            &dataset.unfiltered
        };
        let after = match moving {
            Some(field) => before.with_brush(filters, field),
            None => before.with_filters(filters),
        };
        Self::new(dataset, &after)
    }

    /// Totals per value of one field, which ignores its own filter.
    #[must_use]
    pub fn by(&self, field: CategoryField) -> &Rc<Summary> {
        self.by_category[field.index()].get_or_init(|| {
            let viewer = Viewer::Ignoring(Field::Category(field));
            self.cross_filter.summary(viewer, Grouping::Category(field))
        })
    }

    /// Looks at the rows once for the totals of several fields, which are asked for next.
    pub fn prepare(&self, fields: impl IntoIterator<Item = CategoryField>) {
        let asked = |field| {
            let viewer = Viewer::Ignoring(Field::Category(field));
            (viewer, Grouping::Category(field))
        };
        let asked: Vec<_> = fields.into_iter().map(asked).collect();
        self.cross_filter.prepare(&asked);
    }

    /// Totals over time, ignoring the period.
    #[must_use]
    pub fn timeline(&self) -> &Rc<Summary> {
        self.timeline.get_or_init(|| {
            let viewer = Viewer::Ignoring(Field::Period);
            self.cross_filter
                .summary(viewer, Grouping::Time(self.whole.grain))
        })
    }

    /// Totals by amount, ignoring the range of amounts.
    #[must_use]
    pub fn amounts(&self) -> &Rc<Summary> {
        self.amounts.get_or_init(|| {
            let viewer = Viewer::Ignoring(Field::Amount);
            self.cross_filter.summary(viewer, Grouping::Amount)
        })
    }

    /// Projects of one value under every filter, the one on its own field included; counted when asked for.
    #[must_use]
    pub fn selected_projects(&self, field: CategoryField, key: &str) -> u32 {
        let code = self.tree(field).code(key);
        code.map_or(0, |code| {
            let by_value = Grouping::Category(field);
            let summary = self.cross_filter.summary(Viewer::Everyone, by_value);
            summary.of(BucketKey::Category(code)).projects
        })
    }

    /// Each active filter, with the projects that would be left without it: most first.
    #[must_use]
    pub fn without_each(&self) -> Vec<(Field, u32)> {
        let filters = self.cross_filter.filters();
        let active: Vec<(Field, u32)> = Field::ALL
            .into_iter()
            .filter(|&field| filters.is_active(field))
            .map(|field| (field, self.ignoring(field).projects))
            .collect();
        let most_first = sorted(active.len(), &mut |one, other| {
            active[other].1.cmp(&active[one].1)
        });
        most_first.into_iter().map(|place| active[place]).collect()
    }

    /// What passes the filters on other fields than `field`.
    fn ignoring(&self, field: Field) -> Totals {
        match field {
            Field::Category(field) => self.by(field).total,
            Field::Period => self.timeline().total,
            Field::Amount => self.amounts().total,
            Field::Search => {
                let rows = self.cross_filter.rows_for(Viewer::Ignoring(field));
                totals(self.cross_filter.table(), &rows)
            }
        }
    }

    /// The cross filter whose rows were summarised.
    #[must_use]
    pub fn cross_filter(&self) -> &CrossFilter {
        &self.cross_filter
    }

    /// What a chart of the page's first picture shows, and `None` for the others.
    #[must_use]
    pub fn first_content(&self, kind: ChartKind) -> Option<Content<'_>> {
        match kind {
            ChartKind::Countries => Some(self.bars(CategoryField::Country)),
            ChartKind::Industries => Some(self.bars(CategoryField::Industry)),
            ChartKind::Timeline => Some(self.dates()),
            ChartKind::Amounts
            | ChartKind::Sectors
            | ChartKind::Matrix
            | ChartKind::Flow
            | ChartKind::Projects
            | ChartKind::Cities
            | ChartKind::Events
            | ChartKind::Calendar => None,
        }
    }

    /// What a chart shows.
    #[must_use]
    pub fn content(&self, kind: ChartKind) -> Content<'_> {
        match kind {
            ChartKind::Countries => self.bars(CategoryField::Country),
            ChartKind::Industries => self.bars(CategoryField::Industry),
            ChartKind::Cities => self.bars(CategoryField::Place),
            ChartKind::Events => self.bars(CategoryField::Event),
            ChartKind::Sectors => Content::Treemap(self.categories(CategoryField::Industry)),
            ChartKind::Timeline => self.dates(),
            ChartKind::Amounts => Content::Histogram(Amounts {
                selected: self.amounts(),
                whole: &self.whole.amounts,
            }),
            ChartKind::Matrix => {
                let [selected, whole] = self.matrix();
                Content::Matrix(Matrix {
                    rows: self.tree(CategoryField::Country),
                    columns: self.tree(CategoryField::Industry),
                    selected,
                    whole,
                })
            }
            ChartKind::Flow => {
                let [coming, going, coming_picked, going_picked] = self.flow();
                Content::Flow(Flow {
                    countries: self.tree(CategoryField::Country),
                    industries: self.tree(CategoryField::Industry),
                    places: self.tree(CategoryField::Place),
                    coming,
                    going,
                    coming_picked,
                    going_picked,
                    whole: &self.whole.overview.totals,
                })
            }
            ChartKind::Projects => {
                let found = self.dots();
                Content::Dots(Dots {
                    table: self.cross_filter.table(),
                    rows: &found.rows,
                    total: &found.total,
                    brushed: &found.brushed,
                    brushed_times: &found.brushed_times,
                    whole: &self.whole.overview.totals,
                    span: self.whole.span,
                    places: &self.whole.dot_places,
                })
            }
            ChartKind::Calendar => {
                Content::Calendar(self.indicators.get_or_init(embedded::indicators))
            }
        }
    }

    fn bars(&self, field: CategoryField) -> Content<'_> {
        Content::Bars(self.categories(field))
    }

    fn dates(&self) -> Content<'_> {
        Content::Timeline(Timeline {
            selected: self.timeline(),
            whole: &self.whole.timeline,
            span: self.whole.span,
            grain: self.whole.grain,
        })
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

    /// Country by industry: under the filters on other fields than these, and under none.
    fn matrix(&self) -> &[Rc<CrossTable>; 2] {
        self.matrix.get_or_init(|| {
            [MATRIX, WHOLE].map(|viewer| self.cross_filter.cross_table(viewer, COMING))
        })
    }

    /// Country by industry and industry by place: under the filters on other fields than those of the flow, and under
    /// every filter.
    fn flow(&self) -> &[Rc<CrossTable>; 4] {
        self.flow.get_or_init(|| {
            [
                (FLOW, COMING),
                (FLOW, GOING),
                (Viewer::Everyone, COMING),
                (Viewer::Everyone, GOING),
            ]
            .map(|(viewer, fields)| self.cross_filter.cross_table(viewer, fields))
        })
    }

    fn dots(&self) -> &FoundDots {
        self.dots.get_or_init(|| {
            let rows = self.cross_filter.rows_for(DOTS);
            let over_time = Grouping::Time(self.whole.grain);
            FoundDots {
                total: self.cross_filter.summary(DOTS, over_time).total,
                rows,
                brushed: self.cross_filter.rows_for(Viewer::Everyone),
                brushed_times: self.cross_filter.summary(Viewer::Everyone, over_time),
            }
        })
    }
}
