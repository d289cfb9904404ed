//! The foot of the page: how the numbers are computed, version, licence.

use yew::prelude::*;

use crate::browser::page;
use crate::i18n::{Locale, Message};
use crate::state::{Dataset, DatasetKey};
use crate::ui::offline::OfflineChoice;

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
    // The page that was built to be deployed knows from which commit.
    let version = page::version().unwrap_or_else(|| env!("CARGO_PKG_VERSION").to_owned());
    html! {
        <footer class="footer">
            <h2>{ Message::HowComputed.text(locale) }</h2>
            <ul>{ for rules.map(|rule| html! { <li>{ rule.text(locale) }</li> }) }</ul>
            <p><a href={about(locale)}>{ Message::AboutData.text(locale) }</a></p>
            <p>{ Message::Privacy.text(locale) }</p>
            <OfflineChoice {locale} />
            <p class="muted">
                { dataset.dated().text(locale) }
                { " · " }
                { Message::Version { version }.text(locale) }
                { " · " }
                { Message::Licence.text(locale) }
            </p>
        </footer>
    }
}

/// The page that `bundle/` makes of `docs/reading/`.
fn about(locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => "about-zh-CN.html",
        Locale::En => "about-en.html",
    }
}
