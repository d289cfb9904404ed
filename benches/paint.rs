//! How long a chart takes in a browser, pixels included: laid out, painted, and read back so that nothing is put off.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on fails")]

mod synthetic;

use std::hint::black_box;
use std::rc::Rc;
use std::time::Duration;

use gloo::utils::document;
use inward::browser::canvas::{TextRuler, draw};
use inward::chart::{ChartInput, ChartKind, Emphasis, Mark, Scene, Size, Theme, layout, overlay};
use inward::data::{DisplayCurrency, ProjectTable};
use inward::i18n::Locale;
use inward::io::embedded;
use inward::query::{FilterSet, Measure, Order};
use inward::state::{Dataset, DatasetKey, Findings};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{Criterion, wasm_bindgen_bench, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

wasm_bindgen_test_configure!(run_in_browser);

const WIDTH_PX: f64 = 1_200.0;

/// Calls `bench` with what lays out a chart of `table` anew each time.
fn with_layout(table: &Rc<ProjectTable>, kind: ChartKind, bench: impl FnOnce(&dyn Fn() -> Scene)) {
    let dataset = Dataset::new(DatasetKey::Signed, Rc::clone(table));
    let findings = Findings::new(&dataset, &dataset.unfiltered);
    let (filters, theme) = (FilterSet::default(), Theme::light());
    TextRuler::with(|text| {
        let input = ChartInput {
            content: findings.content(kind),
            filters: &filters,
            measure: Measure::Amount,
            currency: DisplayCurrency::Cny,
            order: Order::default(),
            unfolded: false,
            width_px: WIDTH_PX,
            theme: &theme,
            locale: Locale::Zh,
            text,
        };
        bench(&|| layout(black_box(&input)));
    });
}

/// Paints marks at two pixels of the device to one of CSS, and waits for one of them.
fn paint(canvas: &HtmlCanvasElement, size: Size, marks: &[Mark]) {
    draw(canvas, size, 2.0, marks).unwrap();
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d").unwrap().unwrap().unchecked_into();
    black_box(context.get_image_data(0.0, 0.0, 1.0, 1.0).unwrap());
}

/// Layout and painting of a chart, each for two seconds.
fn bench_chart(criterion: &mut Criterion, table: &Rc<ProjectTable>, kind: ChartKind, name: &str) {
    let canvas: HtmlCanvasElement = document()
        .create_element("canvas")
        .unwrap()
        .unchecked_into();
    with_layout(table, kind, |layout| {
        let scene = layout();
        let patient = std::mem::take(criterion).sample_size(20);
        *criterion = patient
            .warm_up_time(Duration::from_millis(500))
            .measurement_time(Duration::from_secs(2));
        let key = kind.key();
        criterion.bench_function(&format!("{key}/{name}: layout"), |bencher| {
            bencher.iter(layout);
        });
        criterion.bench_function(&format!("{key}/{name}: paint"), |bencher| {
            bencher.iter(|| paint(&canvas, scene.size, &scene.marks));
        });
        // What the pointer is on lies on a canvas of its own: of all that is painted, a hover paints only this.
        let hovered = Emphasis {
            hovered: Some(scene.targets.len() / 2),
            ..Emphasis::default()
        };
        criterion.bench_function(&format!("{key}/{name}: hover"), |bencher| {
            bencher.iter(|| {
                let marks = overlay(&scene, black_box(&hovered), &Theme::light());
                paint(&canvas, scene.size, &marks);
            });
        });
    });
}

/// A benchmark for each chart: a driver takes a page that is busy for half a minute for a dead one.
macro_rules! charts_of_the_embedded_projects {
    ($($name:ident: $kind:ident,)+) => {
        $(
            #[wasm_bindgen_bench]
            fn $name(criterion: &mut Criterion) {
                bench_chart(criterion, &embedded::signed(), ChartKind::$kind, "embedded");
            }
        )+
    };
}

charts_of_the_embedded_projects! {
    countries: Countries,
    industries: Industries,
    timeline: Timeline,
    amounts: Amounts,
    sectors: Sectors,
    matrix: Matrix,
    flow: Flow,
    projects: Projects,
    cities: Cities,
    events: Events,
    calendar: Calendar,
}

/// The budget of both together is 16 ms.
#[wasm_bindgen_bench]
fn a_hundred_thousand_projects(criterion: &mut Criterion) {
    bench_chart(
        criterion,
        &synthetic::table(100_000),
        ChartKind::Projects,
        "100000",
    );
}

/// As many as are dots.
#[wasm_bindgen_bench]
fn nearly_five_thousand_projects(criterion: &mut Criterion) {
    bench_chart(
        criterion,
        &synthetic::table(4_900),
        ChartKind::Projects,
        "4900",
    );
}
