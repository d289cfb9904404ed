//! Asking: which rows, grouped how, measured how.
//!
//! A [`FilterSet`] says what the reader chose. [`CrossFilter`] answers which
//! rows that leaves, for everyone or for a viewer that ignores the filter on
//! its own field. [`summarize`] groups rows and adds them up, by two fields at
//! once in [`cross_tabulate`]; [`overview`] gives the key figures; [`rank`]
//! puts buckets in an order and folds the tail; [`table_order`] puts the
//! projects themselves in an order; [`reconcile`] holds announced totals
//! against what is listed.
//!
//! Nothing here can fail. What it looks like is in `chart`.

mod accepted;
mod bit_set;
mod cross_filter;
mod cross_table;
mod fields;
mod filter;
mod highlight;
mod overview;
mod pick_states;
mod picks;
mod ranking;
mod reconciliation;
mod search;
mod sorting;
mod summary;
mod table_column;
mod table_order;
mod tallies;
mod totals;
mod typed;
mod value_list;

pub use crate::data::AmountBin;
pub use bit_set::BitSet;
pub use cross_filter::{CrossFilter, LONG_TABLE, Viewer};
pub use cross_table::{Cell, CrossTable, cross_tabulate};
pub use filter::{AmountRange, Brushed, FilterSet, Period, picked_leaves, toggled};
pub use overview::{Overview, overview, sum_of_largest};
pub use pick_states::{PickState, inverted, pick_states};
pub use picks::Picks;
pub use ranking::{Order, Ranked, RankedBucket, Ranking, Rest, rank};
pub use reconciliation::{
    AnnouncedAmount, Bullet, Difference, Reconciliation, Reconciliations, Statement, reconcile,
};
pub use search::{SearchScan, SearchTerm, fold};
pub use sorting::sorted;
pub use summary::{Bucket, BucketKey, Grouping, Summary, TimeGrain, summarize, totals};
pub use table_column::{SortDirection, TableColumn, TableSort, shown_category};
pub use table_order::{Collation, TableOrdering, listed_rows, table_order};
pub use tallies::{projects_in_cells, totals_by};
pub use totals::{Measure, Totals};
pub use typed::{
    PeriodEnd, TypedRange, amount_to_type, month_to_type, typed_amounts, typed_period, typed_unit,
};
pub use value_list::ValueList;
