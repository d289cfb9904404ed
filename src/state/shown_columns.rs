//! Which columns of the project table the reader wants to see.

use crate::query::TableColumn;

/// Some columns of the project table, and at least one. A bit per column, in the order of [`TableColumn::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownColumns(u16);

impl Default for ShownColumns {
    /// Those that most readers ask for, as far as they fit beside each other.
    fn default() -> Self {
        Self::of([
            TableColumn::Name,
            TableColumn::Partner,
            TableColumn::Country,
            TableColumn::Industry,
            TableColumn::Signed,
            TableColumn::Amount,
            TableColumn::Source,
        ])
    }
}

impl ShownColumns {
    fn of(columns: impl IntoIterator<Item = TableColumn>) -> Self {
        Self(
            columns
                .into_iter()
                .fold(0, |bits, column| bits | Self::bit(column)),
        )
    }

    const fn bit(column: TableColumn) -> u16 {
        1 << column as u16
    }

    /// Whether `column` is shown.
    #[must_use]
    pub const fn contains(self, column: TableColumn) -> bool {
        self.0 & Self::bit(column) != 0
    }

    /// The shown columns, in the order in which they stand.
    pub fn iter(self) -> impl Iterator<Item = TableColumn> {
        TableColumn::ALL
            .into_iter()
            .filter(move |&column| self.contains(column))
    }

    /// With `column` shown or hidden, against how it is; the last one stays.
    #[must_use]
    pub const fn toggled(self, column: TableColumn) -> Self {
        let next = self.0 ^ Self::bit(column);
        if next == 0 { self } else { Self(next) }
    }

    /// The keys of the shown columns, separated by commas.
    #[must_use]
    pub fn keys(self) -> String {
        let keys: Vec<&str> = self.iter().map(TableColumn::key).collect();
        keys.join(",")
    }

    /// Reads what [`ShownColumns::keys`] wrote: the columns, `None` without any, and the keys that no column has.
    #[must_use]
    pub fn recognise(keys: &str) -> (Option<Self>, Vec<&str>) {
        let (known, unknown): (Vec<&str>, Vec<&str>) = keys
            .split(',')
            .filter(|key| !key.is_empty())
            .partition(|key| TableColumn::parse(key).is_some());
        let shown = Self::of(known.into_iter().filter_map(TableColumn::parse));
        ((shown.0 != 0).then_some(shown), unknown)
    }
}
