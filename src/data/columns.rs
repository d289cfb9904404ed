//! Tables as they are compiled in: column by column.

use std::str::Split;

/// What stands between two columns.
const BETWEEN_COLUMNS: char = '\u{1e}';

/// A table whose columns stand one after the other, each value on a line of its own below the column's name. The build
/// script writes the tables of `assets/` in this form.
#[derive(Clone, Copy, Debug)]
pub struct Columns<'t>(&'t str);

impl<'t> Columns<'t> {
    /// The table in `text`.
    #[must_use]
    pub const fn new(text: &'t str) -> Self {
        Self(text)
    }

    /// The values of the column with this name, from the first row on; `None` where there is no such column.
    #[must_use]
    pub fn column(self, name: &str) -> Option<Split<'t, char>> {
        self.0.split(BETWEEN_COLUMNS).find_map(|column| {
            let mut values = column.split('\n');
            (values.next() == Some(name)).then_some(values)
        })
    }

    /// The rows, each with its values of these columns in this order; `None` where one of the columns is missing.
    #[must_use]
    pub fn rows(self, names: &[&str]) -> Option<Rows<'t>> {
        let columns = names.iter().map(|name| self.column(name));
        Some(Rows {
            columns: columns.collect::<Option<_>>()?,
        })
    }
}

/// The rows of a table.
#[derive(Clone, Debug)]
pub struct Rows<'t> {
    columns: Vec<Split<'t, char>>,
}

impl<'t> Iterator for Rows<'t> {
    type Item = Vec<&'t str>;

    /// The values of the next row; none after the shortest column.
    fn next(&mut self) -> Option<Self::Item> {
        let values: Option<Vec<&str>> = self.columns.iter_mut().map(Iterator::next).collect();
        values.filter(|values| !values.is_empty())
    }
}
