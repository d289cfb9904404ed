//! Where a project's facts come from.

use yew::prelude::*;

use crate::data::{ProjectTable, SourceKind};
use crate::i18n::{Locale, Message};
use crate::ui::shared::Icon;

/// A link to the source of `row`; the source of a copy is text.
pub(crate) fn source(
    table: &ProjectTable,
    row: usize,
    tabindex: &'static str,
    locale: Locale,
) -> Html {
    let source = table.source(row);
    match source.link() {
        Some(link) => html! {
            <a href={link.to_owned()} {tabindex} target="_blank" rel="noopener noreferrer">
                { source.title }{ Icon::Leaves.html() }
            </a>
        },
        None if source.kind == SourceKind::Copy => {
            let (title, domain) = (source.title.to_owned(), source.domain().to_owned());
            Message::SourceCopy { title, domain }.text(locale).into()
        }
        None => source.title.into(),
    }
}
