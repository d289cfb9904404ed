//! Synthetic projects for the benchmarks: no row of it is real.

use std::rc::Rc;

use inward::data::{
    AmountBound, AmountUnit, ExchangeRates, PartialDate, ProjectRecord, ProjectTable, StatedAmount,
    TableBuilder, country, industry,
};

/// A step of a multiplicative congruential generator (Park and Miller's), so that the rows are the same each time.
fn next(seed: &mut u64) -> usize {
    *seed = *seed * 48_271 % 0x7fff_ffff;
    *seed as usize
}

/// A table of so many rows.
pub(crate) fn table(rows: usize) -> Rc<ProjectTable> {
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
