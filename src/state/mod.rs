//! What the reader chose, and what follows from it.
//!
//! [`AppState`] changes only through [`reduce`]; [`Findings`] are derived from
//! it and never stored in it; [`address`] writes a [`ViewState`] as a query
//! string and reads it back.

mod action;
pub mod address;
mod app_state;
mod datasets;
mod embed;
mod filter_words;
mod findings;
mod notice;
mod open_sections;
mod preferences;
mod reduce;
mod shown_columns;
mod view_state;

pub use action::{Action, PickMode};
pub use address::AddressIssue;
pub use app_state::{AppState, AwaitedView, Meanwhile};
pub use datasets::{BuiltIn, Dataset, Datasets, Ledger, LedgerHome};
pub use embed::Embed;
pub use filter_words::{FilterWords, field_name, filter_sentence, filter_words};
pub use findings::{Findings, Survey, WholeFindings};
pub use notice::Notice;
pub use open_sections::OpenSections;
pub use preferences::{PreferenceIssue, Preferences, StoredPreferences, ThemeChoice};
pub use reduce::reduce;
pub use shown_columns::ShownColumns;
pub use view_state::{DatasetKey, LedgerKey, ViewState};
