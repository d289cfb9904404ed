//! Which rows are in the page, and where.
//!
//! Only the rows in sight and some around them are elements; a taller element
//! stands for all of them, so that the scroll bar is right. Browsers cut off
//! elements that are too tall: a table of more rows than that scrolls faster
//! than the pointer, and still reaches its last row.

/// Elements may be taller in Chromium (33 million pixels), but not in Firefox.
const TALLEST_PX: f64 = 16_000_000.0;

/// The window moves by so many rows at a time, and reaches as far beyond what is in sight on either side.
const STEP: usize = 8;

/// Where the table scrolls faster than the pointer, every movement shows other rows: more around them would be for nothing.
const AROUND_FAST: usize = 1;

/// The tallest that the part in sight may be; the style sheet sees to it.
const TALLEST_SIGHT_PX: f64 = 704.0;

/// The scrolled rows of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScrolledRows {
    /// How many.
    pub rows: usize,
    /// The height of each.
    pub row_px: f64,
    /// The height of the part in sight.
    pub sight_px: f64,
}

/// The rows that are elements.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RowWindow {
    /// The first.
    pub first: usize,
    /// The one after the last.
    pub end: usize,
    /// From the top of all rows to the top of the first.
    pub top_px: f64,
}

impl ScrolledRows {
    /// The height of the element that stands for all rows.
    #[must_use]
    pub fn height_px(&self) -> f64 {
        self.full_px().min(TALLEST_PX)
    }

    /// The scroll position as far as it matters to [`ScrolledRows::window`]: the same for a few rows, so that most
    /// scrolling changes nothing.
    #[must_use]
    pub fn settled(&self, scrolled_px: f64) -> f64 {
        if self.is_fast() {
            return scrolled_px;
        }
        let step_px = self.row_px * STEP as f64;
        let last_px = (self.full_px() - self.sight_px).max(0.0);
        (scrolled_px.min(last_px) / step_px).floor() * step_px
    }

    /// The rows around what is in sight, scrolled to a position that is [settled](ScrolledRows::settled).
    #[must_use]
    pub fn window(&self, settled_px: f64) -> RowWindow {
        let seen_px = self.seen_px(settled_px);
        let first_seen = (seen_px / self.row_px) as usize;
        let seen = (TALLEST_SIGHT_PX / self.row_px) as usize + 2;
        let (before, after) = if self.is_fast() {
            (AROUND_FAST, AROUND_FAST)
        } else {
            (STEP, 2 * STEP)
        };
        let first = first_seen.saturating_sub(before);
        RowWindow {
            first,
            end: (first_seen + seen + after).min(self.rows),
            top_px: first as f64 * self.row_px - (seen_px - settled_px).round(),
        }
    }

    /// Whether the rows pass faster than the pointer scrolls, so that every movement shows others.
    #[must_use]
    pub fn is_fast(&self) -> bool {
        self.full_px() > TALLEST_PX
    }

    /// How many rows are in sight: at least one.
    #[must_use]
    pub fn page(&self) -> usize {
        ((self.sight_px / self.row_px) as usize).max(1)
    }

    /// Where to scroll so that `row` is in sight: not at all where it is, else to the nearer edge.
    #[must_use]
    pub fn scrolled_to(&self, row: usize, scrolled_px: f64) -> f64 {
        let top = row as f64 * self.row_px;
        let seen_px = self.seen_px(scrolled_px);
        let seen_px = if top < seen_px {
            top
        } else if top + self.row_px > seen_px + self.sight_px {
            top + self.row_px - self.sight_px
        } else {
            return scrolled_px;
        };
        seen_px / self.scale()
    }

    fn full_px(&self) -> f64 {
        self.rows as f64 * self.row_px
    }

    /// How many pixels of rows pass for each that is scrolled.
    fn scale(&self) -> f64 {
        let room = |height: f64| (height - self.sight_px).max(1.0);
        room(self.full_px()) / room(self.height_px())
    }

    fn seen_px(&self, scrolled_px: f64) -> f64 {
        let last = (self.full_px() - self.row_px).max(0.0);
        (scrolled_px * self.scale()).clamp(0.0, last)
    }
}
