//! Totals that events made public.

use super::records::{each_record, record};
use super::row_issue::{Problem, Reading};
use crate::data::{AmountBound, AmountUnit, Announcement, SourceKind};
use crate::i18n::Bilingual;

record! {
    /// One line of the file, as written.
    struct Row {
        event,
        name_zh,
        name_en,
        host_city_en,
        host_province_en,
        held_on,
        projects_signed,
        projects_bound,
        total_amount,
        total_bound,
        total_unit,
        onsite_projects,
        onsite_amount,
        source_url,
        source_title,
        source_kind,
        note,
    }
}

/// Reads announcements, from a table in the form of [`Columns`](crate::data::Columns).
#[must_use]
pub fn read_announcements(text: &str) -> Reading<Vec<Announcement>> {
    let mut content = Vec::new();
    let issues = each_record(text, Row::COLUMNS, |values, issues| {
        let row = Row::new(values);
        if row.total_unit.is_empty()
            && !(row.total_amount.is_empty() && row.onsite_amount.is_empty())
        {
            issues.report(Problem::AmountWithoutUnit);
        }
        content.push(Announcement {
            event: row.event.into(),
            name: Bilingual::new(row.name_zh, row.name_en),
            host_city: row.host_city_en.into(),
            host_province: row.host_province_en.into(),
            held_on: issues.date("held_on", row.held_on),
            projects_signed: issues.count("projects_signed", row.projects_signed),
            projects_bound: issues
                .code("projects_bound", row.projects_bound, AmountBound::parse)
                .unwrap_or_default(),
            total_amount: issues.number("total_amount", row.total_amount),
            total_bound: issues
                .code("total_bound", row.total_bound, AmountBound::parse)
                .unwrap_or_default(),
            unit: issues.code("total_unit", row.total_unit, AmountUnit::parse),
            onsite_projects: issues.count("onsite_projects", row.onsite_projects),
            onsite_amount: issues.number("onsite_amount", row.onsite_amount),
            source_url: row.source_url.into(),
            source_title: row.source_title.into(),
            source_kind: issues
                .code("source_kind", row.source_kind, SourceKind::parse)
                .unwrap_or_default(),
            note: row.note.into(),
        });
    });
    Reading { content, issues }
}
