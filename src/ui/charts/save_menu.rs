//! Taking a chart along: as a picture, a drawing or a table, or as markup for a frame of another page.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::Shown;
use super::save::{Form, SaveRequest};
use crate::browser::{address_bar, clipboard};
use crate::chart::{ChartKind, Scene, Theme};
use crate::i18n::Message;
use crate::io::embed_code::embed_code;
use crate::state::{Action, Embed, ThemeChoice, address};
use crate::ui::later;
use crate::ui::shared::{ByPointer, Menu};

/// Room in a frame for what stands above and below a chart, in CSS pixels: a finding and a source of two lines each.
const AROUND_CHART_PX: f64 = 157.0;

/// Room in a frame for a line of active filters, in CSS pixels.
const FILTERS_PX: f64 = 48.0;

/// What is saved.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SaveMenuProps {
    /// Which chart.
    pub kind: ChartKind,
    /// The finished chart.
    pub scene: ByPointer<Scene>,
    /// What it follows from.
    pub shown: Shown,
    /// Data and date.
    pub source: AttrValue,
    /// Receives what went wrong.
    pub on_action: Callback<Action>,
}

/// A button that opens the choice of a form.
#[component]
pub(super) fn SaveMenu(props: &SaveMenuProps) -> Html {
    let open = use_state_eq(|| false);
    let said = use_state_eq(|| None::<Message>);
    let locale = props.shown.locale;
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
    let copy = {
        let (said, props) = (said.clone(), props.clone());
        move |_| {
            let message = match clipboard::copy(props.embed_code()) {
                Ok(()) => Message::EmbedCodeCopied,
                Err(clipboard::NotCopied) => Message::NotCopied,
            };
            said.set(Some(message));
        }
    };
    let on_open = {
        let (open, said) = (open.clone(), said.clone());
        Callback::from(move |opens| {
            open.set(opens);
            said.set(None);
        })
    };
    html! {
        <Menu label={Message::SaveChart.text(locale)} action="save" class="quiet" open={*open} {on_open}>
            if *open {
                { for forms.into_iter().map(choice) }
            }
            if *open && props.shown.view.dataset.travels() {
                <button type="button" class="quiet" data-action="copy-embed" onclick={copy}>{ Message::CopyEmbedCode.text(locale) }</button>
                <p class="hint" role="status">{ said.as_ref().map(|message| message.text(locale)) }</p>
            }
        </Menu>
    }
}

impl SaveMenuProps {
    /// Markup for a frame of the chart that looks as the chart does here.
    fn embed_code(&self) -> String {
        let Shown {
            view,
            theme,
            locale,
            ..
        } = &self.shown;
        let embed = Embed {
            chart: self.kind,
            locale: Some(*locale),
            theme: Some(if **theme == Theme::light() {
                ThemeChoice::Light
            } else {
                ThemeChoice::Dark
            }),
        };
        let query = address::encode(&view.framed(embed));
        let filters = if view.filters.is_empty() {
            0.0
        } else {
            FILTERS_PX
        };
        embed_code(
            &address_bar::whole_address(&query),
            &self.scene.description.title,
            self.scene.size.height + AROUND_CHART_PX + filters,
        )
    }

    fn request(&self, form: Form) -> SaveRequest {
        SaveRequest {
            form,
            kind: self.kind,
            scene: self.scene.clone(),
            shown: self.shown.clone(),
            source: self.source.clone(),
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
