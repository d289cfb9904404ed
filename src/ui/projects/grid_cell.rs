//! Where the keyboard is in the project table.

/// A cell of the table. Row 0 holds the headings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GridCell {
    /// From 0, the headings.
    pub row: usize,
    /// From 0.
    pub column: usize,
}

/// How large a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GridSize {
    /// Without the headings.
    pub rows: usize,
    /// At least one.
    pub columns: usize,
    /// Rows in sight: how far Page Up and Page Down go.
    pub page: usize,
}

impl GridCell {
    /// The cell to which a key leads; `None` for a key that moves nothing. `to_end` is whether Ctrl is held.
    #[must_use]
    pub fn moved(self, key: &str, to_end: bool, size: GridSize) -> Option<Self> {
        let Self { row, column } = self;
        let last_column = size.columns - 1;
        let (row, column) = match (key, to_end) {
            ("ArrowLeft", _) => (row, column.saturating_sub(1)),
            ("ArrowRight", _) => (row, column + 1),
            ("ArrowUp", _) => (row.saturating_sub(1), column),
            ("ArrowDown", _) => (row + 1, column),
            ("PageUp", _) => (row.saturating_sub(size.page).max(1), column),
            ("PageDown", _) => (row + size.page, column),
            ("Home", false) => (row, 0),
            ("End", false) => (row, last_column),
            ("Home", true) => (1, 0),
            ("End", true) => (size.rows, last_column),
            _ => return None,
        };
        Some(Self { row, column }.within(size))
    }

    /// The nearest cell of a table of `size`.
    #[must_use]
    pub fn within(self, size: GridSize) -> Self {
        Self {
            row: self.row.min(size.rows),
            column: self.column.min(size.columns - 1),
        }
    }
}
