//! The loops that look at every row.
//!
//! The page is compiled for size; what runs over a million rows is here and
//! compiled for speed. Nothing here knows what a project is: rows have codes,
//! amounts and bits. What is called from the page is not inlined into it,
//! which would compile it for size after all.

mod bounds;
mod bytes;
mod cube;
mod dictionary;
mod gather;
pub mod grid;
mod letters;
mod marks;
mod order;
mod row_set;
mod search;
mod simd;
mod tally;

pub use bounds::{highest_byte, highest_code, highest_row};
pub use bytes::ByteClasses;
pub use cube::{Cube, Side, kept, margin, subtract_each};
pub use dictionary::{Dictionary, Recent, ShortText, Texts, append, comes_after, hash};
pub use letters::{Alphabet, Letters, TextSorting};
pub use marks::Marks;
pub use order::{Sorting, key_of, number_of};
pub use row_set::{Passing, WORD, count, in_none, listed, rows_with, without};
pub use search::{fold, mark_rows_with};
pub use tally::{Axis, Cell, Measures, STATES, Tally, add_rows, combined, tally};

// The tests run twice: on the host by plain loops, and in a browser by wide instructions.
#[cfg(all(test, target_arch = "wasm32"))]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
