//! Ways to open data.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::browser::files::{GivenFile, chosen};
use crate::i18n::{LedgerMessage, Locale};

/// Endings that the browser offers first; a file is known by its content.
const ACCEPTED: &str = ".csv,.tsv,.txt,.xlsx,.xls,.ods,.json,.jsonl,.gz";

/// What the choice shows.
#[derive(Debug, PartialEq, Properties)]
pub struct ChooseFileProps {
    /// The name of the ledger in whose place the file will be.
    pub replaces: Option<AttrValue>,
    /// The language of the page.
    pub locale: Locale,
    /// Receives what is to be opened.
    pub on_files: Callback<Vec<GivenFile>>,
    /// Downloads the template.
    pub on_template: Callback<()>,
}

/// A file to choose, or cells to paste.
#[component]
pub fn ChooseFile(props: &ChooseFileProps) -> Html {
    let input = use_node_ref();
    let area = use_node_ref();
    let locale = props.locale;
    let browse = {
        let input = input.clone();
        move |_| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.click();
            }
        }
    };
    let onchange = props
        .on_files
        .reform(|event: Event| chosen(&event.target_unchecked_into()));
    let open_pasted = {
        let (area, on_files) = (area.clone(), props.on_files.clone());
        move |_| {
            let text = area
                .cast::<HtmlTextAreaElement>()
                .map(|area| area.value())
                .filter(|text| !text.trim().is_empty());
            let name = LedgerMessage::PastedName.text(locale);
            on_files.emit(
                text.and_then(|text| GivenFile::of_text(&name, &text))
                    .into_iter()
                    .collect(),
            );
        }
    };
    html! {
        <div class="choose-file">
            if let Some(name) = &props.replaces {
                <p role="status">{ LedgerMessage::Replacing { name: name.to_string() }.text(locale) }</p>
            }
            <div class="file-place">
                <input ref={input} type="file" accept={ACCEPTED} hidden=true {onchange} data-testid="file" />
                <button type="button" class="primary" data-action="choose-file" onclick={browse}>
                    { LedgerMessage::ChooseFile.text(locale) }
                </button>
                <p class="muted">{ LedgerMessage::DropHint.text(locale) }</p>
            </div>
            <label class="paste-place">
                <span>{ LedgerMessage::PasteLabel.text(locale) }</span>
                <textarea ref={area} rows="3" spellcheck="false" />
            </label>
            <div class="row">
                <button type="button" data-action="open-pasted" onclick={open_pasted}>
                    { LedgerMessage::OpenPasted.text(locale) }
                </button>
                <button type="button" class="quiet" data-action="template" onclick={props.on_template.reform(|_| ())}>
                    { LedgerMessage::GetTemplate.text(locale) }
                </button>
            </div>
        </div>
    }
}
