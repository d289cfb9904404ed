//! The foot of the page: how the numbers are computed, version, licence.

use yew::prelude::*;

use crate::i18n::{Locale, Message};

/// The foot of the page.
pub(super) fn footer(compiled_on: &str, locale: Locale) -> Html {
    let rules = [
        Message::RuleUndisclosed,
        Message::RuleMoney,
        Message::PeriodRule,
        Message::RuleCensus,
        Message::RuleRow,
    ];
    html! {
        <footer class="footer">
            <h2>{ Message::HowComputed.text(locale) }</h2>
            <ul>{ for rules.iter().map(|rule| html! { <li>{ rule.text(locale) }</li> }) }</ul>
            <p>{ Message::Privacy.text(locale) }</p>
            <p class="muted">
                { Message::DatasetDate { date: compiled_on.to_owned() }.text(locale) }
                { " · " }
                { Message::Version { version: env!("CARGO_PKG_VERSION").to_owned() }.text(locale) }
                { " · " }
                { Message::Licence.text(locale) }
            </p>
        </footer>
    }
}
