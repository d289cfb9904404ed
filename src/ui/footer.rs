//! The foot of the page: how the numbers are computed, version, licence.

use yew::prelude::*;

use crate::i18n::{Locale, Message};
use crate::state::{Dataset, DatasetKey};

/// The foot of the page that shows `dataset`.
pub(super) fn footer(dataset: &Dataset, locale: Locale) -> Html {
    let own_rules: &[Message] = match dataset.key {
        DatasetKey::Signed | DatasetKey::Announced => &[Message::RuleCensus, Message::RuleRow],
        DatasetKey::Ledger(_) => &[],
    };
    let rules = [
        Message::RuleUndisclosed,
        Message::RuleMoney,
        Message::PeriodRule,
    ];
    let rules = rules.iter().chain(own_rules);
    html! {
        <footer class="footer">
            <h2>{ Message::HowComputed.text(locale) }</h2>
            <ul>{ for rules.map(|rule| html! { <li>{ rule.text(locale) }</li> }) }</ul>
            <p>{ Message::Privacy.text(locale) }</p>
            <p class="muted">
                { dataset.dated().text(locale) }
                { " · " }
                { Message::Version { version: env!("CARGO_PKG_VERSION").to_owned() }.text(locale) }
                { " · " }
                { Message::Licence.text(locale) }
            </p>
        </footer>
    }
}
