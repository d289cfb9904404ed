//! A chart in a file.

use yew::prelude::*;

use super::Shown;
use crate::browser::canvas::{self, TextRuler};
use crate::browser::download::{self, DownloadFailed};
use crate::chart::{ChartKind, Scene, data_table, svg};
use crate::i18n::Message;
use crate::io::export_chart::{Caption, csv, sheet};
use crate::state::{Action, filter_sentence};
use crate::ui::shared::ByPointer;

/// Pixels of a saved picture for each CSS pixel.
const PICTURE_DENSITY: f64 = 2.0;

/// The form in which a chart is saved.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Form {
    Png,
    Svg,
    Csv,
}

/// A chart to be saved.
pub(in crate::ui) struct SaveRequest {
    /// In which form.
    pub(super) form: Form,
    /// Which chart.
    pub(super) kind: ChartKind,
    /// The finished chart.
    pub(super) scene: ByPointer<Scene>,
    /// What it follows from.
    pub(super) shown: Shown,
    /// Data and date.
    pub(super) source: AttrValue,
    /// Receives what went wrong.
    pub(super) on_action: Callback<Action>,
}

/// Saves a chart, or reports that it could not be.
pub(in crate::ui) fn save_chart(request: &SaveRequest) {
    let SaveRequest {
        form,
        kind,
        scene,
        shown,
        source,
        on_action,
    } = request;
    let theme = &shown.theme;
    let name = |ending: &str| format!("inward-{}.{ending}", kind.key());
    let on_action = on_action.clone();
    let report = move |saved: Result<(), DownloadFailed>| {
        if saved.is_err() {
            on_action.emit(Action::Report(Message::SaveFailed));
        }
    };
    let caption = Caption {
        filters: filter_sentence(
            &shown.view.filters,
            shown.findings.cross_filter().table(),
            shown.locale,
        ),
        source: source.to_string(),
    };
    let sheet = || TextRuler::with(|text| sheet(scene, &caption, theme, text));
    match form {
        Form::Csv => {
            let content = shown.findings.content(*kind);
            let table = TextRuler::with(|text| data_table(&shown.input(content, text)));
            report(download::save(&name("csv"), "text/csv", &csv(&table)));
        }
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
