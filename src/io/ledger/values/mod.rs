//! What the words in a cell mean: amounts, dates, countries, industries, places and the short closed lists.
//!
//! Each reader takes a cell as it is written and says what it is, what is doubtful about it, or that it cannot be
//! read. What becomes of a doubtful value is decided in [`rows`](super::rows).

pub(super) mod amount;
pub(super) mod country;
pub(super) mod date;
pub(super) mod industry;
pub(super) mod place;
pub(super) mod vocabulary;

/// Bytes beyond which a text is a story and no term, and is not looked through.
pub(super) const LONGEST_TERM: usize = 400;
