//! Every sentence and label that the page can say.

use std::borrow::Cow;

use super::{Locale, en, zh};

/// A text for the reader. Names from the data come in already in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    // The page: header, filters, key figures.
    /// The name of the page.
    PageName,

    // Charts: titles, findings, tooltips, tables.
    /// What a value without a name stands for.
    NotStated,

    // Notices: what went wrong and what was done about it.
    /// A panic or a failure that has no sentence of its own.
    SomethingFailed,
}

impl Message {
    /// The text in `locale`.
    #[must_use]
    pub fn text(&self, locale: Locale) -> Cow<'static, str> {
        match locale {
            Locale::Zh => zh::text(self),
            Locale::En => en::text(self),
        }
    }
}
