//! How far a file has been read.

use yew::prelude::*;

use crate::i18n::{LedgerMessage, Locale};
use crate::io::ledger::Progress;

/// What the progress shows.
#[derive(Debug, PartialEq, Properties)]
pub struct ReadingProps {
    /// What is being read, in words.
    pub title: AttrValue,
    /// How far.
    pub progress: Progress,
    /// Bytes in all.
    pub size: f64,
    /// The language of the page.
    pub locale: Locale,
    /// Breaks off.
    pub on_cancel: Callback<()>,
}

/// A bar, rows and hundredths, and a way to break off.
#[component]
pub fn Reading(props: &ReadingProps) -> Html {
    let locale = props.locale;
    let share = (props.progress.bytes as f64 / props.size.max(1.0)).clamp(0.0, 1.0);
    let percent = (share * 100.0) as u32;
    let so_far = LedgerMessage::ReadSoFar {
        rows: u64::from(props.progress.rows),
        percent,
    };
    html! {
        <div class="reading" data-testid="reading">
            <p role="status">{ &props.title }</p>
            <progress max="100" value={percent.to_string()} aria-label={props.title.clone()} />
            <span class="muted">{ so_far.text(locale) }</span>
            <button type="button" data-action="cancel-reading" onclick={props.on_cancel.reform(|_| ())}>
                { LedgerMessage::Cancel.text(locale) }
            </button>
        </div>
    }
}
