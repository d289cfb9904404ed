//! Where a figure comes from.

use yew::prelude::*;

use super::Icon;
use crate::data::{Source, SourceKind};
use crate::i18n::{Locale, Message};

/// A link to the source, with this place in the order of the Tab key; the source of a copy is text.
pub fn source_link(source: &Source<'_>, tabindex: &'static str, locale: Locale) -> Html {
    let lang = locale.foreign_tag(source.title);
    match source.link() {
        Some(link) => html! {
            <a {lang} href={link.to_owned()} {tabindex} target="_blank" rel="noopener noreferrer">{ source.title }{ Icon::Leaves.html() }</a>
        },
        None if source.kind == SourceKind::Copy => {
            let (title, domain) = (source.title.to_owned(), source.domain().to_owned());
            html! { <span {lang}>{ Message::SourceCopy { title, domain }.text(locale) }</span> }
        }
        None => html! { <span {lang}>{ source.title }</span> },
    }
}
