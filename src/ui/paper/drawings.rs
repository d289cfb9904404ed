//! The charts as drawings.

use yew::prelude::*;

use super::PaperProps;
use crate::browser::canvas::TextRuler;
use crate::chart::{ChartInput, ChartKind, Scene, Theme, layout, svg};

/// As wide as A4 is between its margins, in CSS pixels.
const PAGE_PX: f64 = 703.0;

/// Between two charts beside each other.
const GAP_PX: f64 = 17.0;

/// In the order in which they fill pages, instead of leaving half of one empty before a chart that does not fit.
const ORDER: [ChartKind; ChartKind::ALL.len()] = [
    ChartKind::Countries,
    ChartKind::Industries,
    ChartKind::Timeline,
    ChartKind::Amounts,
    ChartKind::Sectors,
    ChartKind::Projects,
    ChartKind::Matrix,
    ChartKind::Cities,
    ChartKind::Events,
    ChartKind::Calendar,
    ChartKind::Flow,
];

/// Every chart that has something to show; narrow ones two beside each other.
pub(super) fn drawings(props: &PaperProps) -> Html {
    let kinds = ORDER.into_iter().filter(|&kind| props.dataset.shows(kind));
    html! { <div class="paper-charts">{ for kinds.map(|kind| drawing(kind, props)) }</div> }
}

fn drawing(kind: ChartKind, props: &PaperProps) -> Html {
    let theme = Theme::light();
    let width_px = if kind.is_wide() {
        PAGE_PX
    } else {
        (PAGE_PX - GAP_PX) / 2.0
    };
    let scene = scene(kind, props, width_px, &theme);
    let words = &scene.description;
    html! {
        <figure class={kind.is_wide().then_some("wide")} data-chart={kind.key()}>
            <figcaption>
                <h2>{ &words.title }</h2>
                <p>{ &words.finding }</p>
            </figcaption>
            // Text in it was escaped by the writer.
            { Html::from_html_unchecked(svg(&scene, &theme).into()) }
        </figure>
    }
}

fn scene(kind: ChartKind, props: &PaperProps, width_px: f64, theme: &Theme) -> Scene {
    TextRuler::with(|text| {
        layout(&ChartInput {
            content: props.findings.content(kind),
            filters: &props.view.filters,
            measure: props.view.measure,
            currency: props.dataset.table.amounts().currency(),
            order: props.view.order,
            unfolded: false,
            width_px,
            theme,
            locale: props.locale,
            text,
        })
    })
}
