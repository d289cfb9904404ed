//! Saving a chart: as a picture, a drawing or a table.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::save::{Form, SaveRequest};
use crate::chart::{ChartKind, Scene, Theme};
use crate::i18n::{Locale, Message};
use crate::state::{Action, Findings, ViewState};
use crate::ui::later;
use crate::ui::shared::ByPointer;

/// What is saved.
#[derive(Clone, Debug, PartialEq, Properties)]
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
        let (open, props) = (open.clone(), props.clone());
        let onclick = move |_| {
            open.set(false);
            save(props.request(form));
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

impl SaveMenuProps {
    fn request(&self, form: Form) -> SaveRequest {
        SaveRequest {
            form,
            kind: self.kind,
            scene: self.scene.clone(),
            findings: self.findings.clone(),
            view: self.view.clone(),
            source: self.source.clone(),
            theme: self.theme.clone(),
            locale: self.locale,
            on_action: self.on_action.clone(),
        }
    }
}

/// Pictures and tables are made by the second part of the page.
fn save(request: SaveRequest) {
    spawn_local(async move {
        match later::fetch().await {
            Ok(parts) => (parts.save_chart)(&request),
            Err(_) => request.on_action.emit(Action::Report(Message::SaveFailed)),
        }
    });
}
