//! Project tables in the form of the embedded ones.

use std::collections::HashMap;
use std::rc::Rc;

use super::records::{Issues, each_record, record};
use super::row_issue::{Problem, Reading};
use crate::data::vocabulary::{CountryBasis, Mode, Stage};
use crate::data::{
    AmountBound, AmountUnit, ExchangeRates, ProjectRecord, ProjectTable, SourceKind, StatedAmount,
    TableBuilder, country, industry, place::Place,
};
use crate::i18n::Bilingual;

record! {
    /// One line of the file, as written.
    struct Row {
        id,
        name_zh,
        name_en,
        partner,
        partner_country,
        host_province_zh,
        host_city_zh,
        host_zone_zh,
        host_province_en,
        host_city_en,
        industry,
        sector_gbt4754,
        mode,
        signed_on,
        event,
        amount,
        amount_unit,
        status,
        source_url,
        source_title,
        accessed,
        amount_bound,
        country_basis,
        source_kind,
        note,
    }
}

/// Reads projects, from a table in the form of [`Columns`](crate::data::Columns). Amounts are converted with `rates`;
/// events take their names from `event_names`, by key.
///
/// The column `amount_cny_100m` is not read: amounts are converted from what is stated.
#[must_use]
pub fn read_projects(
    text: &str,
    rates: &Rc<ExchangeRates>,
    event_names: &HashMap<&str, Bilingual>,
) -> Reading<ProjectTable> {
    let mut builder = TableBuilder::new(Rc::clone(rates));
    let issues = each_record(text, Row::COLUMNS, |values, issues| {
        let row = Row::new(values);
        let event = issues.code("event", row.event, |key| {
            event_names.get(key).map(|name| (row.event, name.clone()))
        });
        builder.push(&ProjectRecord {
            id: row.id,
            name_zh: row.name_zh,
            name_en: row.name_en,
            partner: row.partner,
            country: issues.code("partner_country", row.partner_country, country::by_alpha2),
            country_basis: issues.code("country_basis", row.country_basis, CountryBasis::parse),
            place: Place {
                province_zh: row.host_province_zh,
                province_en: row.host_province_en,
                city_zh: row.host_city_zh,
                city_en: row.host_city_en,
                zone_zh: row.host_zone_zh,
            },
            industry: issues.code("industry", row.industry, industry::by_key),
            section: row.sector_gbt4754,
            mode: issues.code("mode", row.mode, Mode::parse),
            stage: issues.code("status", row.status, Stage::parse),
            signed_on: issues.date("signed_on", row.signed_on),
            event,
            amount: stated_amount(&row, issues),
            projects: None,
            source_title: row.source_title,
            source_url: row.source_url,
            source_kind: issues
                .code("source_kind", row.source_kind, SourceKind::parse)
                .unwrap_or_default(),
            accessed: row.accessed,
            note: row.note,
            extra: &[],
        });
    });
    Reading {
        content: builder.finish(),
        issues,
    }
}

/// The amount as stated; an amount whose unit cannot be read is not one.
fn stated_amount(row: &Row<'_>, issues: &mut Issues<'_>) -> Option<StatedAmount> {
    let value = issues.number("amount", row.amount);
    let unit = issues.code("amount_unit", row.amount_unit, AmountUnit::parse);
    let bound = issues
        .code("amount_bound", row.amount_bound, AmountBound::parse)
        .unwrap_or_default();
    let value = value?;
    if row.amount_unit.is_empty() {
        issues.report(Problem::AmountWithoutUnit);
    }
    Some(StatedAmount {
        value,
        unit: unit?,
        bound,
    })
}
