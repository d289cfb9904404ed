//! How long the engine takes, on the host: one filter changed, all rows grouped, the table sorted.

mod synthetic;

use std::cmp::Ordering;
use std::hint::black_box;
use std::rc::Rc;

use criterion::{BenchmarkId, Criterion, Throughput};
use inward::data::{CategoryField, PartialDate};
use inward::i18n::Locale;
use inward::query::{
    Collation, CrossFilter, FilterSet, Grouping, Period, Picks, TableSort, TimeGrain, Viewer,
    listed_rows, overview, summarize, table_order,
};

/// The embedded table, a province's register, and the whole national register.
const ROWS: [usize; 3] = [347, 100_000, 1_240_000];

/// By Unicode, where the page asks the browser.
struct ByCodePoint;

impl Collation for ByCodePoint {
    fn compare(&self, one: &str, other: &str) -> Ordering {
        one.cmp(other)
    }
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args().sample_size(20);
    for rows in ROWS {
        let table = synthetic::table(rows);
        let unfiltered = CrossFilter::new(Rc::clone(&table));
        let germany = FilterSet::default()
            .with_picks(CategoryField::Country, Picks::from(["DEU".into()]))
            .with_period(Period {
                first: PartialDate::parse("2015").map(PartialDate::first_month),
                last: None,
            });
        let filtered = unfiltered.with_filters(&germany);
        let visible = filtered.rows_for(Viewer::Everyone);
        let all = unfiltered.rows_for(Viewer::Everyone);

        let mut group = criterion.benchmark_group("query");
        group.throughput(Throughput::Elements(rows as u64));
        group.bench_function(BenchmarkId::new("with_filters", rows), |bencher| {
            bencher.iter(|| unfiltered.with_filters(black_box(&germany)));
        });
        for (name, grouping) in [
            ("by_country", Grouping::Category(CategoryField::Country)),
            ("by_month", Grouping::Time(TimeGrain::Month)),
            ("by_amount", Grouping::Amount),
        ] {
            group.bench_function(BenchmarkId::new(name, rows), |bencher| {
                bencher.iter(|| summarize(&table, black_box(&all), grouping));
            });
        }
        group.bench_function(BenchmarkId::new("overview_filtered", rows), |bencher| {
            bencher.iter(|| overview(&table, black_box(&visible)));
        });
        for key in ["signed-desc", "amount-asc", "country-asc", "name-asc"] {
            let sort = TableSort::parse(key).unwrap_or_default();
            group.bench_function(
                BenchmarkId::new(format!("table_order_{key}"), rows),
                |bencher| {
                    bencher.iter(|| table_order(black_box(&table), sort, Locale::En, &ByCodePoint));
                },
            );
        }
        let order = table_order(&table, TableSort::default(), Locale::En, &ByCodePoint);
        group.bench_function(BenchmarkId::new("listed_rows", rows), |bencher| {
            bencher.iter(|| listed_rows(black_box(&order), &visible));
        });
        group.finish();
    }
    criterion.final_summary();
}
