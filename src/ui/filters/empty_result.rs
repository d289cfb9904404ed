//! What stands where no project is left: which filter emptied the page, and the way back.

use yew::prelude::*;

use crate::i18n::{LaterMessage, Locale, Message};
use crate::state::{Action, Findings, field_name};
use crate::ui::shared::ByPointer;

/// What the notice speaks of.
#[derive(Debug, PartialEq, Properties)]
pub struct EmptyResultProps {
    /// Every number on the screen.
    pub findings: ByPointer<Findings>,
    /// The language of the page.
    pub locale: Locale,
    /// Receives what the reader does.
    pub on_action: Callback<Action>,
}

/// Where no project passes the filters: names the one whose removal brings most back, and offers to take away each.
#[component]
pub fn EmptyResult(props: &EmptyResultProps) -> Html {
    let locale = props.locale;
    let without_each = props.findings.without_each();
    let name = |field| field_name(field).text(locale).into_owned();
    let verdict = match without_each.first() {
        Some(&(field, projects)) if projects > 0 => LaterMessage::EmptiedBy {
            filter: name(field),
            projects: u64::from(projects),
        },
        Some(_) => LaterMessage::EmptiedByTogether,
        None => Message::NoProjects.into(),
    };
    let undo = |(field, projects)| {
        let label = LaterMessage::EmptyResultUndo {
            filter: name(field),
            projects: u64::from(projects),
        };
        html! {
            <button type="button" data-undo={field.key()} onclick={props.on_action.reform(move |_| Action::ClearField(field))}>
                { label.text(locale) }
            </button>
        }
    };
    html! {
        <div class="empty-result" data-testid="empty-result">
            <p><strong>{ Message::EmptyResult.text(locale) }</strong>{ " " }{ verdict.text(locale) }</p>
            { for without_each.into_iter().map(undo) }
            <button type="button" class="quiet" onclick={props.on_action.reform(|_| Action::ClearFilters)}>
                { Message::ClearFilters.text(locale) }
            </button>
        </div>
    }
}
