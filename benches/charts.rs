//! How long a layout takes, on the host: every chart of the embedded projects, every project of larger tables.

mod synthetic;

use std::hint::black_box;
use std::rc::Rc;

use criterion::Criterion;
use inward::chart::{ChartInput, ChartKind, EstimatedText, Theme, layout};
use inward::data::{DisplayCurrency, ProjectTable};
use inward::i18n::Locale;
use inward::io::embedded;
use inward::query::{FilterSet, Measure, Order};
use inward::state::{Dataset, DatasetKey, Findings};

/// As many as are dots on a wide canvas, and then a province's and the whole national register.
const ROWS: [usize; 3] = [4_900, 100_000, 1_240_000];

fn bench_layout(criterion: &mut Criterion, kind: ChartKind, name: &str, table: &Rc<ProjectTable>) {
    let dataset = Dataset::new(DatasetKey::Signed, Rc::clone(table));
    let findings = Findings::new(&dataset, &dataset.unfiltered);
    let (filters, theme) = (FilterSet::default(), Theme::light());
    let input = ChartInput {
        content: findings.content(kind),
        filters: &filters,
        measure: Measure::Amount,
        currency: DisplayCurrency::Cny,
        order: Order::default(),
        unfolded: false,
        width_px: 1_200.0,
        theme: &theme,
        locale: Locale::Zh,
        text: &EstimatedText,
    };
    criterion.bench_function(&format!("{}/{name}", kind.key()), |bencher| {
        bencher.iter(|| layout(black_box(&input)));
    });
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args().sample_size(20);
    let embedded = embedded::tables().signed;
    for kind in ChartKind::ALL {
        bench_layout(&mut criterion, kind, "embedded", &embedded);
    }
    for rows in ROWS {
        let table = synthetic::table(rows);
        bench_layout(
            &mut criterion,
            ChartKind::Projects,
            &rows.to_string(),
            &table,
        );
    }
    criterion.final_summary();
}
