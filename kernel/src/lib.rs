//! The loops that look at every row.
//!
//! The page is compiled for size; what runs over a million rows is here and
//! compiled for speed. Nothing here knows what a project is: rows have codes,
//! amounts and bits. Functions are not inlined into the page, which would
//! compile them for size after all.

#![forbid(unsafe_code)]

mod dictionary;
mod order;

pub use dictionary::{Dictionary, Texts};
pub use order::{Sorting, key_of};
