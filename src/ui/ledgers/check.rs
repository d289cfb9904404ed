//! What was found in a file, before it is shown on the page.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::detection::Detection;
use super::mapping::MappingTable;
use super::receipt::{ReceiptView, summary};
use crate::i18n::{LedgerMessage, Locale};
use crate::io::ledger::{Choices, Mapping, Report};
use crate::state::LedgerHome;
use crate::ui::shared::ByPointer;

/// What the check shows.
#[derive(Debug, PartialEq, Properties)]
pub struct CheckProps {
    /// How the file was read.
    pub report: ByPointer<Report>,
    /// What the reader chose before.
    pub choices: Choices,
    /// What the ledger is called, until the reader calls it otherwise.
    pub name: AttrValue,
    /// Whether it is to be kept, until the reader chooses.
    pub home: LedgerHome,
    /// Whether the file is being read the other way that the reader chose.
    pub busy: bool,
    /// The language of the page.
    pub locale: Locale,
    /// Reads the file another way.
    pub on_choices: Callback<Choices>,
    /// Downloads the file with its doubtful cells marked.
    pub on_receipt: Callback<()>,
    /// Shows the ledger under this name, and where it is to live.
    pub on_show: Callback<(String, LedgerHome)>,
    /// Goes back to the choice of a file.
    pub on_other: Callback<()>,
}

/// Counts, how it was read, what the columns hold, what is doubtful; then the ledger is shown.
#[component]
pub fn Check(props: &CheckProps) -> Html {
    let name = use_state(|| props.name.to_string());
    let home = use_state_eq(|| props.home);
    let locale = props.locale;
    let receipt = &props.report.receipt;
    let on_mapping = {
        let (choices, on_choices) = (props.choices.clone(), props.on_choices.clone());
        Callback::from(move |mapping: Mapping| {
            on_choices.emit(Choices {
                mapping: Some(mapping),
                ..choices.clone()
            });
        })
    };
    let on_name = {
        let name = name.clone();
        move |event: InputEvent| {
            name.set(event.target_unchecked_into::<HtmlInputElement>().value());
        }
    };
    let on_keep = {
        let home = home.clone();
        move |event: Event| {
            let is_kept = event.target_unchecked_into::<HtmlInputElement>().checked();
            home.set(if is_kept {
                LedgerHome::Browser
            } else {
                LedgerHome::Page
            });
        }
    };
    let show = {
        let (name, home, fallback) = (name.clone(), *home, props.name.clone());
        props.on_show.reform(move |_: MouseEvent| {
            let name = match name.trim() {
                "" => fallback.to_string(),
                name => name.to_owned(),
            };
            (name, home)
        })
    };
    let projects = u64::from(receipt.rows_kept);
    html! {
        <div class="check" aria-busy={props.busy.then_some("true")} data-testid="check">
            <p class="summary" role="status">{ summary(receipt, locale) }</p>
            <Detection
                report={props.report.clone()}
                choices={props.choices.clone()}
                {locale}
                on_change={props.on_choices.clone()}
            />
            <MappingTable report={props.report.clone()} {locale} on_change={on_mapping} />
            <ReceiptView report={props.report.clone()} {locale} on_download={props.on_receipt.clone()} />
            <div class="dialog-foot">
                <label class="name">
                    <span>{ LedgerMessage::NameLabel.text(locale) }</span>
                    <input type="text" maxlength="80" value={(*name).clone()} oninput={on_name} />
                </label>
                <label class="keep">
                    <input type="checkbox" checked={*home == LedgerHome::Browser} aria-describedby="keep-hint" onchange={on_keep} />
                    { LedgerMessage::KeepChoice.text(locale) }
                </label>
                <p class="hint" id="keep-hint">{ LedgerMessage::KeepHint.text(locale) }</p>
                <div class="row">
                    <button type="button" class="primary" data-action="show-ledger" disabled={props.busy} onclick={show}>
                        { LedgerMessage::ShowLedger { projects }.text(locale) }
                    </button>
                    <button type="button" onclick={props.on_other.reform(|_| ())}>{ LedgerMessage::ChooseOther.text(locale) }</button>
                </div>
            </div>
        </div>
    }
}
