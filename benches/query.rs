//! How long the engine takes, on the host: one filter changed, all rows grouped, the table sorted.

use std::cmp::Ordering;
use std::hint::black_box;
use std::rc::Rc;

use criterion::{BenchmarkId, Criterion, Throughput};
use inward::data::{
    AmountBound, AmountUnit, CategoryField, ExchangeRates, PartialDate, ProjectRecord,
    ProjectTable, StatedAmount, TableBuilder, country, industry,
};
use inward::i18n::Locale;
use inward::query::{
    Collation, CrossFilter, FilterSet, Grouping, Period, Picks, TableSort, TimeGrain, Viewer,
    listed_rows, overview, summarize, table_order,
};

/// The embedded table, a province's register, and the whole national register.
const ROWS: [usize; 3] = [347, 100_000, 1_240_000];

/// A step of a multiplicative congruential generator (Park and Miller's), so that the rows are the same each time.
fn next(seed: &mut u64) -> usize {
    *seed = *seed * 48_271 % 0x7fff_ffff;
    *seed as usize
}

/// By Unicode, where the page asks the browser.
struct ByCodePoint;

impl Collation for ByCodePoint {
    fn compare(&self, one: &str, other: &str) -> Ordering {
        one.cmp(other)
    }
}

/// Synthetic projects: no row of it is real.
fn table(rows: usize) -> Rc<ProjectTable> {
    let mut seed = 2_023;
    let mut builder = TableBuilder::new(Rc::new(ExchangeRates::default()));
    for row in 0..rows {
        let id = row.to_string();
        let name = format!("{} industrial park project {row}", next(&mut seed) % 5_000);
        let year = 2010 + (next(&mut seed) % 15) as u16;
        let month = 1 + (next(&mut seed) % 12) as u8;
        let is_disclosed = !next(&mut seed).is_multiple_of(8);
        builder.push(&ProjectRecord {
            id: &id,
            name_en: &name,
            country: Some(&country::countries()[next(&mut seed) % 45]),
            industry: Some(&industry::industries()[next(&mut seed) % 14]),
            signed_on: Some(PartialDate {
                year,
                month: Some(month),
                day: None,
            }),
            amount: is_disclosed.then(|| StatedAmount {
                value: (next(&mut seed) % 10_000) as f64 / 100.0,
                unit: AmountUnit::CNY_100M,
                bound: AmountBound::Exact,
            }),
            ..ProjectRecord::default()
        });
    }
    Rc::new(builder.finish())
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args().sample_size(20);
    for rows in ROWS {
        let table = table(rows);
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
