//! How long the engine takes, on the host: one filter changed, a step of a brush, all rows grouped, the table sorted, and
//! how long reading a ledger takes.

mod synthetic;

use std::cmp::Ordering;
use std::hint::black_box;
use std::rc::Rc;

use criterion::{BenchmarkId, Criterion, Throughput};
use inward::data::{CategoryField, Field, Month, PartialDate, ProjectTable};
use inward::i18n::Locale;
use inward::io::ledger;
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

/// The same rows as a file.
fn csv(table: &ProjectTable) -> String {
    let mut csv = String::from("id,name,partner_country,industry,signed_on,amount_cny_100m\n");
    for row in 0..table.len() {
        let key = |field| &table.category(field).node(row).key;
        let date = table.dates().get(row).map(|date| date.to_string());
        let amount = table
            .amounts()
            .stated(row)
            .map(|amount| amount.value.to_string());
        csv += &format!(
            "{},{},{},{},{},{}\n",
            table.id(row),
            table.name(row, Locale::En),
            key(CategoryField::Country),
            key(CategoryField::Industry),
            date.unwrap_or_default(),
            amount.unwrap_or_default(),
        );
    }
    csv
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
        let brushed = |last: i32| {
            germany.clone().with_period(Period {
                last: Some(Month::new(2015 + last % 9, 6)),
                ..germany.period
            })
        };
        group.bench_function(BenchmarkId::new("step_of_a_brush", rows), |bencher| {
            let mut moving = unfiltered.with_brush(&brushed(0), Field::Period);
            let mut step = 0;
            bencher.iter(|| {
                step += 1;
                moving = moving.with_brush(&brushed(step), Field::Period);
                for field in CategoryField::ALL {
                    let viewer = Viewer::Ignoring(Field::Category(field));
                    black_box(moving.summary(viewer, Grouping::Category(field)));
                }
                moving.overview()
            });
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
    for rows in [1_000, 100_000] {
        let csv = csv(&synthetic::table(rows));
        let mut group = criterion.benchmark_group("reading");
        group.throughput(Throughput::Bytes(csv.len() as u64));
        group.bench_function(BenchmarkId::new("csv", rows), |bencher| {
            bencher.iter(|| {
                ledger::read(
                    "ledger.csv",
                    black_box(csv.as_bytes()),
                    ledger::Choices::default(),
                )
            });
        });
        group.finish();
    }
    criterion.final_summary();
}
