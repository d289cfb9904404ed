//! A text in which what was searched for is marked.

use yew::prelude::*;

use crate::query::SearchTerm;

/// `text`, with the words of `term` marked where they stand in it.
pub fn highlighted(text: &str, term: &SearchTerm) -> Html {
    let found = term.found_in(text);
    if found.is_empty() {
        return text.into();
    }
    let mut parts = Vec::with_capacity(found.len() * 2 + 1);
    let mut rest = 0;
    for range in found {
        parts.push(text[rest..range.start].into());
        rest = range.end;
        parts.push(html! { <mark>{ &text[range] }</mark> });
    }
    parts.push(text[rest..].into());
    parts.into_iter().collect()
}
