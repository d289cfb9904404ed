//! How long a reader's own ledger takes to become a table, with recognition and receipt.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use inward::io::ledger::{Choices, read};

mod synthetic;

/// Rows of the ledgers that are read.
const ROWS: usize = 100_000;

/// A ledger in CSV, as the page would write the table.
fn csv() -> String {
    let table = synthetic::table(ROWS);
    let mut text = String::from("id,name,country,industry,signed_on,amount,amount_unit\n");
    for row in 0..table.len() {
        let name = table.name_in(row, inward::i18n::Locale::En);
        let key = |field| &table.category(field).node(row).key;
        let date = table.dates().get(row).map(|date| date.to_string());
        let amount = table
            .amounts()
            .stated(row)
            .map(|amount| amount.value.to_string());
        text.push_str(&format!(
            "{},{name},{},{},{},{},CNY_100M\n",
            table.id(row),
            key(inward::data::CategoryField::Country),
            key(inward::data::CategoryField::Industry),
            date.unwrap_or_default(),
            amount.unwrap_or_default(),
        ));
    }
    text
}

fn read_ledgers(criterion: &mut Criterion) {
    let csv = csv();
    let mut group = criterion.benchmark_group("read");
    group.sample_size(10);
    group.throughput(Throughput::Bytes(csv.len() as u64));
    group.bench_function("CSV, 100 000 rows", |bencher| {
        bencher.iter(|| read("ledger.csv", csv.as_bytes(), Choices::default()));
    });
    group.finish();
}

criterion_group!(benches, read_ledgers);
criterion_main!(benches);
