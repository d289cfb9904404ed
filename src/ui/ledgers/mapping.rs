//! What each column of a file holds, to be corrected.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::hooks::use_growing;
use crate::i18n::ledger::LedgerColumn;
use crate::i18n::{LedgerMessage, Locale, format};
use crate::io::ledger::{MappedColumn, Mapping, Report, Unit};
use crate::ui::shared::ByPointer;

/// Columns that are shown at first.
const FIRST: usize = 40;

/// Columns that are drawn in one task: each comes with a list of all that it may hold.
const STEP: usize = 5;

/// What the table of columns shows.
#[derive(Debug, PartialEq, Properties)]
pub(super) struct MappingTableProps {
    /// How the file was read.
    pub report: ByPointer<Report>,
    /// The language of the page.
    pub locale: Locale,
    /// Receives the corrected mapping.
    pub on_change: Callback<Mapping>,
}

/// The columns of a file, each with examples and a choice of what it holds.
#[component]
pub(super) fn MappingTable(props: &MappingTableProps) -> Html {
    let unfolded = use_state_eq(|| false);
    let locale = props.locale;
    let mapping = &props.report.mapping;
    let all = mapping.columns.len();
    let shown = if *unfolded { all } else { all.min(FIRST) };
    let drawn = use_growing(shown, STEP);
    let unfold = {
        let unfolded = unfolded.clone();
        move |_| unfolded.set(true)
    };
    let names = [
        LedgerColumn::Name,
        LedgerColumn::NameZh,
        LedgerColumn::NameEn,
    ];
    let is_nameless = names.iter().all(|&name| mapping.column_of(name).is_none());
    let headings = [
        LedgerMessage::HeadingHeading,
        LedgerMessage::SamplesHeading,
        LedgerMessage::TargetHeading,
    ];
    let rows = |first: usize| {
        let (report, on_change) = (props.report.clone(), &props.on_change);
        let end = shown.min(first + STEP);
        html! { <MappingRows key={first} {report} {first} {end} {locale} {on_change} /> }
    };
    html! {
        <section class="mapping" aria-labelledby="mapping-heading" aria-busy={(drawn < shown).then_some("true")}>
            <h3 id="mapping-heading">{ LedgerMessage::ColumnsTitle.text(locale) }</h3>
            <p class="muted">{ LedgerMessage::ColumnsRule.text(locale) }</p>
            if is_nameless {
                <p class="warning" role="status">{ LedgerMessage::NoNameColumn.text(locale) }</p>
            }
            <table>
                <thead><tr>{ for headings.iter().map(|heading| html! { <th scope="col">{ heading.text(locale) }</th> }) }</tr></thead>
                <tbody>{ for (0..drawn).step_by(STEP).map(rows) }</tbody>
            </table>
            if shown < all {
                <button type="button" class="quiet" onclick={unfold}>
                    { LedgerMessage::MoreColumns { columns: (all - shown) as u64 }.text(locale) }
                </button>
            }
        </section>
    }
}

/// What some rows of the table show.
#[derive(Debug, PartialEq, Properties)]
struct MappingRowsProps {
    report: ByPointer<Report>,
    first: usize,
    end: usize,
    locale: Locale,
    on_change: Callback<Mapping>,
}

#[component]
fn MappingRows(props: &MappingRowsProps) -> Html {
    let (first, locale) = (props.first, props.locale);
    let row = |(at, column): (usize, &MappedColumn)| {
        let (heading, samples) = (heading(column, locale), column.samples.join(" · "));
        html! {
            <tr key={at}>
                <th scope="row" lang={locale.foreign_tag(&heading)}>{ heading }</th>
                <td class="samples" lang={locale.foreign_tag(&samples)}>{ samples }</td>
                <td>
                    { target(props, at, column) }
                    { unit(props, at, column) }
                    <small class="muted">{ column.confidence.text(locale) }</small>
                </td>
            </tr>
        }
    };
    let columns = &props.report.mapping.columns[first..props.end];
    html! { { for (first..).zip(columns).map(row) } }
}

fn heading(column: &MappedColumn, locale: Locale) -> String {
    if column.heading.is_empty() {
        LedgerMessage::NoHeading.text(locale).into_owned()
    } else {
        column.heading.clone()
    }
}

/// The choice of what a column holds.
fn target(props: &MappingRowsProps, at: usize, column: &MappedColumn) -> Html {
    let locale = props.locale;
    let option = |target: LedgerColumn| {
        html! { <option selected={column.target == Some(target)}>{ target.text(locale) }</option> }
    };
    let (report, on_change) = (props.report.clone(), props.on_change.clone());
    let onchange = move |event: Event| {
        let chosen = event
            .target_unchecked_into::<HtmlSelectElement>()
            .selected_index();
        let mut mapping = report.mapping.clone();
        // The first choice is none of them.
        let target = usize::try_from(chosen - 1).ok();
        mapping.choose(
            at,
            target.and_then(|target| LedgerColumn::ALL.get(target).copied()),
        );
        on_change.emit(mapping);
    };
    let label = LedgerMessage::OfLedger {
        action: LedgerMessage::TargetHeading.text(locale).into_owned(),
        name: heading(column, locale),
    };
    html! {
        <select aria-label={label.text(locale)} {onchange} data-column={at.to_string()}>
            <option selected={column.target.is_none()}>{ LedgerMessage::KeptAsIs.text(locale) }</option>
            { for LedgerColumn::ALL.iter().copied().map(option) }
        </select>
    }
}

/// The choice of the unit of amounts that do not say their own.
fn unit(props: &MappingRowsProps, at: usize, column: &MappedColumn) -> Html {
    if column.target != Some(LedgerColumn::Amount) {
        return Html::default();
    }
    let locale = props.locale;
    let units = Unit::offered();
    let option = |unit: &Unit| {
        html! {
            <option selected={column.unit.as_ref() == Some(unit)}>
                { format::unit(&unit.currency, unit.scale, locale) }
            </option>
        }
    };
    let options: Html = units.iter().map(option).collect();
    let (report, on_change) = (props.report.clone(), props.on_change.clone());
    let onchange = move |event: Event| {
        let chosen = event
            .target_unchecked_into::<HtmlSelectElement>()
            .selected_index();
        let mut mapping = report.mapping.clone();
        if let Some(column) = mapping.columns.get_mut(at) {
            let unit = usize::try_from(chosen - 1).ok();
            column.unit = unit.and_then(|unit| units.get(unit).cloned());
        }
        on_change.emit(mapping);
    };
    let label = LedgerMessage::OfLedger {
        action: LedgerMessage::UnitLabel.text(locale).into_owned(),
        name: heading(column, locale),
    };
    html! {
        <select class="unit" aria-label={label.text(locale)} {onchange}>
            <option selected={column.unit.is_none()}>{ LedgerMessage::UnitInCells.text(locale) }</option>
            { options }
        </select>
    }
}
