//! Which facts a table states of any project at all.

use crate::data::{CategoryField, ProjectTable};
use crate::i18n::Locale;

/// What the details leave out, because nothing in the table states it: a ledger has few of the embedded data's facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stated {
    pub(super) amounts: bool,
    pub(super) dates: bool,
    pub(super) partners: bool,
    pub(super) sections: bool,
    pub(super) sources: bool,
    pub(super) notes: bool,
    pub(super) names_zh: bool,
    pub(super) names_en: bool,
    categories: [bool; CategoryField::ALL.len()],
}

impl Stated {
    /// Looks at every row, as far as the first that states the fact.
    pub(super) fn of(table: &ProjectTable) -> Self {
        let any = |is_stated: &dyn Fn(usize) -> bool| (0..table.len()).any(is_stated);
        let text = |of: &dyn Fn(usize) -> bool| any(&|row| !of(row));
        Self {
            amounts: any(&|row| table.amounts().stated(row).is_some()),
            dates: any(&|row| table.dates().get(row).is_some()),
            partners: text(&|row| table.partner(row).is_empty()),
            sections: text(&|row| table.section(row).is_empty()),
            sources: any(&|row| {
                let source = table.source(row);
                !(source.title.is_empty() && source.url.is_empty())
            }),
            notes: text(&|row| table.note(row).is_empty()),
            names_zh: text(&|row| table.name_in(row, Locale::Zh).is_empty()),
            names_en: text(&|row| table.name_in(row, Locale::En).is_empty()),
            categories: CategoryField::ALL.map(|field| {
                let column = table.category(field);
                any(&|row| !column.node(row).is_unstated())
            }),
        }
    }

    /// Whether a category is stated of any project.
    pub(super) fn category(&self, field: CategoryField) -> bool {
        self.categories[field.index()]
    }
}
