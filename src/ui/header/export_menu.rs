//! What a reader can take away.

use yew::prelude::*;

use crate::i18n::{Locale, Message};
use crate::ui::exports::{ExportForm, ExportRange};
use crate::ui::shared::Menu;

/// What the export menu shows.
#[derive(Debug, PartialEq, Properties)]
pub(super) struct ExportMenuProps {
    /// How far an export has come, in hundredths, while one is being made.
    pub progress: Option<u32>,
    /// The language of the page.
    pub locale: Locale,
    /// Receives what is to be made.
    pub on_export: Callback<(ExportForm, ExportRange)>,
}

/// A button that opens the forms in which projects are taken away.
#[component]
pub(super) fn ExportMenu(props: &ExportMenuProps) -> Html {
    let open = use_state_eq(|| false);
    let range = use_state_eq(|| ExportRange::AllColumns);
    let locale = props.locale;
    let label = match props.progress {
        Some(percent) => Message::Exporting { percent },
        None => Message::Export,
    };
    let range_choice = |(choice, name): (ExportRange, Message)| {
        let checked = *range == choice;
        let range = range.clone();
        let onchange = move |_: Event| range.set(choice);
        html! {
            <label>
                <input type="radio" name="export-columns" {checked} {onchange} />
                { name.text(locale) }
            </label>
        }
    };
    let ranges = [
        (ExportRange::AllColumns, Message::ExportAllColumns),
        (ExportRange::ShownColumns, Message::ExportShownColumns),
    ]
    .map(range_choice);
    let form = |(form, key, name): (ExportForm, &'static str, Message)| {
        let (open, range) = (open.clone(), *range);
        let onclick = props.on_export.reform(move |_: MouseEvent| {
            open.set(false);
            (form, range)
        });
        html! { <button key={key} type="button" class="quiet" data-form={key} {onclick}>{ name.text(locale) }</button> }
    };
    let rows = [
        (ExportForm::Xlsx, "xlsx", Message::ExportXlsx),
        (ExportForm::Csv, "csv", Message::ExportCsv),
    ]
    .map(form);
    let template = form((ExportForm::Template, "template", Message::ExportTemplate));
    let on_open = {
        let open = open.clone();
        Callback::from(move |is_open| open.set(is_open))
    };
    html! {
        <Menu label={label.text(locale)} action="export" open={*open} {on_open}>
            // Takes the focus of a click beside its buttons, so that the menu is not left by it.
            <div class="export-menu" tabindex="-1">
                <fieldset>
                    <legend>{ Message::ExportHeading.text(locale) }</legend>
                    { for ranges }
                </fieldset>
                { for rows }
                <hr />
                { template }
            </div>
        </Menu>
    }
}
