//! Asking: which rows, grouped how, measured how.
//!
//! A [`FilterSet`] says what the reader chose. [`CrossFilter`] answers which
//! rows that leaves, for everyone or for a viewer that ignores the filter on
//! its own field. [`summarize`] groups rows and adds them up; [`overview`]
//! gives the key figures; [`rank`] puts buckets in an order and folds the tail;
//! [`reconcile`] holds announced totals against what is listed.
//!
//! Nothing here can fail. What it looks like is in `chart`.

mod bit_set;
mod cross_filter;
mod filter;
mod overview;
mod ranking;
mod reconciliation;
mod search;
mod summary;
mod totals;

pub use bit_set::BitSet;
pub use cross_filter::{CrossFilter, Viewer};
pub use filter::{AmountRange, FilterSet, Period, Picks, picked_leaves, toggled};
pub use overview::{Overview, overview};
pub use ranking::{Order, Ranked, RankedBucket, Ranking, Rest, rank};
pub use reconciliation::{
    AnnouncedAmount, Bullet, Difference, Reconciliation, Reconciliations, Statement, reconcile,
};
pub use search::{SearchTerm, fold};
pub use summary::{AmountBin, Bucket, BucketKey, Grouping, Summary, TimeGrain, summarize};
pub use totals::{Measure, Totals};
