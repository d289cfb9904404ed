//! Key figures that a zone reported.

use super::records::{each_record, record};
use super::row_issue::Reading;
use crate::data::Indicator;
use crate::data::indicator::Qualifier;
use crate::i18n::Bilingual;

record! {
    /// One line of the file, as written.
    struct Row {
        id,
        topic,
        label_zh,
        label_en,
        value,
        unit,
        qualifier,
        as_of,
        context_zh,
        context_en,
    }
}

/// Reads indicators, from a table in the form of [`Columns`](crate::data::Columns). One without a value, a qualifier or a
/// date is left out.
#[must_use]
pub fn read_indicators(text: &str) -> Reading<Vec<Indicator>> {
    let mut content = Vec::new();
    let issues = each_record(text, Row::COLUMNS, |values, issues| {
        let row = Row::new(values);
        let value = issues.number("value", row.value);
        let qualifier = issues.code("qualifier", row.qualifier, parse_qualifier);
        let as_of = issues.date("as_of", row.as_of);
        if let (Some(value), Some(qualifier), Some(as_of)) = (value, qualifier, as_of) {
            content.push(Indicator {
                id: row.id.into(),
                topic: row.topic.into(),
                label: Bilingual::new(row.label_zh, row.label_en),
                value,
                unit: row.unit.into(),
                qualifier,
                as_of,
                context: Bilingual::new(row.context_zh, row.context_en),
            });
        }
    });
    Reading { content, issues }
}

fn parse_qualifier(key: &str) -> Option<Qualifier> {
    match key {
        "exact" => Some(Qualifier::Exact),
        "more-than" => Some(Qualifier::MoreThan),
        "expected" => Some(Qualifier::Expected),
        _ => None,
    }
}
