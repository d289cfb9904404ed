//! Saving a chart: as a picture, a drawing or a table.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::browser::canvas::{self, TextRuler};
use crate::browser::download::{self, DownloadFailed};
use crate::chart::{ChartKind, Scene, Theme, svg};
use crate::i18n::{Locale, Message};
use crate::io::export_chart::{Caption, csv, sheet};
use crate::state::{Action, Findings, ViewState, filter_words};
use crate::ui::shared::ByPointer;

/// Pixels of a saved picture for each CSS pixel.
const PICTURE_DENSITY: f64 = 2.0;

/// What is saved.
#[derive(Debug, PartialEq, Properties)]
pub(super) struct SaveMenuProps {
    /// Which chart.
    pub kind: ChartKind,
    /// The finished chart.
    pub scene: ByPointer<Scene>,
    /// For the names of what is filtered.
    pub findings: ByPointer<Findings>,
    /// The filters.
    pub view: ByPointer<ViewState>,
    /// Data and date.
    pub source: AttrValue,
    /// Colours and sizes.
    pub theme: ByPointer<Theme>,
    /// The language of the page.
    pub locale: Locale,
    /// Receives what went wrong.
    pub on_action: Callback<Action>,
}

/// The form in which a chart is saved.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Png,
    Svg,
    Csv,
}

/// A button that opens the choice of a form.
#[component]
pub(super) fn SaveMenu(props: &SaveMenuProps) -> Html {
    let open = use_state_eq(|| false);
    let menu = use_node_ref();
    let locale = props.locale;
    let forms = [
        (Form::Png, Message::SavePng, "png"),
        (Form::Svg, Message::SaveSvg, "svg"),
        (Form::Csv, Message::SaveCsv, "csv"),
    ];
    let choice = |(form, name, key): (Form, Message, &'static str)| {
        let (open, kind, source) = (open.clone(), props.kind, props.source.clone());
        let (scene, findings) = (props.scene.clone(), props.findings.clone());
        let (view, theme) = (props.view.clone(), props.theme.clone());
        let on_action = props.on_action.clone();
        let onclick = move |_| {
            open.set(false);
            let caption = Caption {
                filters: filters(&findings, &view, locale),
                source: source.to_string(),
            };
            save(form, kind, &scene, &caption, &theme, &on_action);
        };
        html! {
            <button key={key} type="button" class="quiet" data-form={key} {onclick}>{ name.text(locale) }</button>
        }
    };
    let flip = {
        let open = open.clone();
        move |_| open.set(!*open)
    };
    let onkeydown = {
        let (open, menu) = (open.clone(), menu.clone());
        move |event: KeyboardEvent| {
            if event.key() == "Escape" && *open {
                open.set(false);
                let button = menu
                    .cast::<web_sys::Element>()
                    .and_then(|menu| menu.first_element_child())
                    .and_then(|button| button.dyn_into::<HtmlElement>().ok());
                if let Some(button) = button {
                    let _ = button.focus();
                }
            }
        }
    };
    let onfocusout = {
        let (open, menu) = (open.clone(), menu.clone());
        move |event: FocusEvent| {
            let next = event
                .related_target()
                .and_then(|next| next.dyn_into::<web_sys::Node>().ok());
            let stays = menu
                .cast::<web_sys::Node>()
                .is_some_and(|menu| menu.contains(next.as_ref()));
            if !stays {
                open.set(false);
            }
        }
    };
    html! {
        <div class="save-menu" ref={menu} {onkeydown} {onfocusout}>
            <button
                type="button"
                class="quiet"
                data-action="save"
                aria-expanded={if *open { "true" } else { "false" }}
                onclick={flip}
            >
                { Message::SaveChart.text(locale) }
            </button>
            if *open {
                <div role="group" aria-label={Message::SaveChart.text(locale)}>{ for forms.into_iter().map(choice) }</div>
            }
        </div>
    }
}

fn filters(findings: &Findings, view: &ViewState, locale: Locale) -> String {
    let words = filter_words(&view.filters, findings.cross_filter().table(), locale);
    if words.is_empty() {
        return Message::SheetUnfiltered.text(locale).into_owned();
    }
    let words: Vec<String> = words.into_iter().map(|filter| filter.text).collect();
    let separator = Message::FindingSeparator.text(locale);
    Message::SheetFiltered(words.join(&separator))
        .text(locale)
        .into_owned()
}

fn save(
    form: Form,
    kind: ChartKind,
    scene: &Scene,
    caption: &Caption,
    theme: &Theme,
    on_action: &Callback<Action>,
) {
    let name = |ending: &str| format!("inward-{}.{ending}", kind.key());
    let on_action = on_action.clone();
    let report = move |saved: Result<(), DownloadFailed>| {
        if saved.is_err() {
            on_action.emit(Action::Report(Message::SaveFailed));
        }
    };
    let sheet = || TextRuler::with(|text| sheet(scene, caption, theme, text));
    match form {
        Form::Csv => report(download::save(&name("csv"), "text/csv", &csv(scene))),
        Form::Svg => {
            let drawing = svg(&sheet(), theme);
            report(download::save(
                &name("svg"),
                "image/svg+xml",
                drawing.as_bytes(),
            ));
        }
        Form::Png => match canvas::picture(&sheet(), theme, PICTURE_DENSITY) {
            Ok(picture) => download::save_png(name("png"), &picture, report),
            Err(_) => report(Err(DownloadFailed)),
        },
    }
}
