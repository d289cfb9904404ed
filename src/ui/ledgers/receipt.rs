//! What became of each row and value of a file.

use yew::prelude::*;

use super::hooks::use_growing;
use crate::i18n::{LedgerMessage, Locale, format};
use crate::io::ledger::{Issue, IssueGroup, LeftOutGroup, Mapping, Receipt, Report};
use crate::ui::shared::ByPointer;

/// Doubtful values of one kind that are shown; the file to download has more.
const MOST_SHOWN: usize = 100;

/// Lines of all kinds that are drawn in one task.
const STEP: usize = 200;

/// What a receipt shows.
#[derive(Debug, PartialEq, Properties)]
pub struct ReceiptViewProps {
    /// How the file was read.
    pub report: ByPointer<Report>,
    /// The language of the page.
    pub locale: Locale,
    /// Downloads the file with its doubtful cells marked.
    pub on_download: Callback<()>,
}

/// Counts, doubtful values by kind, and rows that were left out.
#[component]
pub fn ReceiptView(props: &ReceiptViewProps) -> Html {
    let locale = props.locale;
    let Report {
        receipt, mapping, ..
    } = &*props.report;
    let doubtful = receipt.issues.iter().map(|group| group.listed.len());
    let skipped = receipt.left_out.iter().map(|group| group.listed.len());
    let lines = doubtful.chain(skipped).map(|listed| listed.min(MOST_SHOWN));
    let room = use_growing(lines.clone().sum(), STEP);
    let mut drawn = lines.scan(room, |room, lines| {
        let drawn = lines.min(*room);
        *room -= drawn;
        Some(drawn)
    });
    let doubtful: Html = receipt
        .issues
        .iter()
        .zip(&mut drawn)
        .map(|(group, drawn)| issues(group, drawn, mapping, locale))
        .collect();
    let is_clean = receipt.issues.is_empty() && receipt.left_out.is_empty();
    html! {
        <section class="receipt" data-testid="receipt" aria-labelledby="receipt-heading">
            <h3 id="receipt-heading">{ LedgerMessage::ReceiptTitle.text(locale) }</h3>
            { doubtful }
            { left_out(&receipt.left_out, drawn, locale) }
            if receipt.merged_cells > 0 {
                <p class="muted">
                    { LedgerMessage::MergedCells { cells: u64::from(receipt.merged_cells) }.text(locale) }
                </p>
            }
            if !is_clean {
                <button type="button" data-action="receipt-download" onclick={props.on_download.reform(|_| ())}>
                    { LedgerMessage::GetReceipt.text(locale) }
                </button>
            }
        </section>
    }
}

/// Rows read, kept and doubtful in one sentence.
pub(super) fn summary(receipt: &Receipt, locale: Locale) -> String {
    let counted = LedgerMessage::RowsCounted {
        read: u64::from(receipt.rows_read),
        kept: u64::from(receipt.rows_kept),
    };
    let doubtful = LedgerMessage::RowsDoubtful {
        rows: u64::from(receipt.rows_with_issues),
    };
    let comma = match locale {
        Locale::Zh => "，",
        Locale::En => ", ",
    };
    format!("{}{comma}{}", counted.text(locale), doubtful.text(locale))
}

/// Doubtful values of one kind, of which so many are drawn.
fn issues(group: &IssueGroup, drawn: usize, mapping: &Mapping, locale: Locale) -> Html {
    let column = |issue: &Issue| match issue.column {
        Some(at) => {
            let heading = mapping
                .columns
                .get(at as usize)
                .map(|column| &*column.heading);
            match heading.filter(|heading| !heading.is_empty()) {
                Some(heading) => heading.to_owned(),
                None => LedgerMessage::NoHeading.text(locale).into_owned(),
            }
        }
        None => LedgerMessage::WholeRow.text(locale).into_owned(),
    };
    let line = |issue: &Issue| {
        let column = column(issue);
        html! {
            <tr>
                <td>{ format::count(u64::from(issue.row)) }</td>
                <td lang={locale.foreign_tag(&column)}>{ column }</td>
                <td lang={locale.foreign_tag(&issue.value)}>{ &issue.value }</td>
            </tr>
        }
    };
    let shown = group.listed.len().min(MOST_SHOWN);
    let more = u64::from(group.count) - shown as u64;
    let headings = [
        LedgerMessage::RowHeading,
        LedgerMessage::ColumnHeading,
        LedgerMessage::ValueHeading,
    ];
    let kind = group.kind;
    html! {
        <details class="receipt-group" key={kind as u32} data-issue={format!("{kind:?}")}>
            <summary>
                <span>{ kind.text(locale) }</span>
                <span class="count">{ format::count(u64::from(group.count)) }</span>
                <span class="muted">{ kind.treatment().text(locale) }</span>
            </summary>
            <div class="receipt-lines" tabindex="0" role="group" aria-label={kind.text(locale)}>
                <table>
                    <thead><tr>{ for headings.iter().map(|heading| html! { <th scope="col">{ heading.text(locale) }</th> }) }</tr></thead>
                    <tbody>{ for group.listed[..drawn].iter().map(line) }</tbody>
                </table>
            </div>
            if more > 0 {
                <p class="muted">{ LedgerMessage::MoreListed { more }.text(locale) }</p>
            }
        </details>
    }
}

/// What was left out, of which so many of each kind are drawn.
fn left_out(groups: &[LeftOutGroup], drawn: impl Iterator<Item = usize>, locale: Locale) -> Html {
    let rows: u64 = groups.iter().map(|group| u64::from(group.count)).sum();
    if rows == 0 {
        return Html::default();
    }
    let kind = |(group, drawn): (&LeftOutGroup, usize)| {
        let line = |(row, text): &(u32, String)| {
            html! { <tr><td>{ format::count(u64::from(*row)) }</td><td>{ group.kind.text(locale) }</td><td lang={locale.foreign_tag(text)}>{ text }</td></tr> }
        };
        group.listed.iter().take(drawn).map(line).collect::<Html>()
    };
    let heading = LedgerMessage::LeftOutTitle { rows }.text(locale);
    html! {
        <details class="receipt-group" data-issue="left-out">
            <summary><span>{ heading.clone() }</span></summary>
            <div class="receipt-lines" tabindex="0" role="group" aria-label={heading}>
                <table><tbody>{ for groups.iter().zip(drawn).map(kind) }</tbody></table>
            </div>
        </details>
    }
}
