//! Where the table starts in a sheet, and which of its rows are no project: titles, totals, group headings, footnotes.

use super::cell::{Cell, OwnedRow};
use super::choices::HeaderRows;
use super::folding;
use super::headings;
use super::values::amount;
use crate::data::AmountUnit;
use crate::i18n::ledger::LeftOut;

/// Rows at the top of a file among which the header is looked for.
pub(super) const HEAD_ROWS: usize = 60;

/// Finds the header among the first rows of a file, counted from 1.
pub(super) fn find_header(rows: &[OwnedRow]) -> HeaderRows {
    let known = |row: &OwnedRow| {
        row.cells()
            .iter()
            .filter(|cell| matches!(cell, Cell::Text(text) if headings::is_known(text)))
            .count()
    };
    let is_first = |at: usize| rows[..at].iter().all(|row| is_blank(&row.cells()));
    let best = rows
        .iter()
        .enumerate()
        .map(|(at, row)| (at, known(row)))
        // Of two rows that are as good the upper one.
        .max_by_key(|&(at, known)| (known, std::cmp::Reverse(at)))
        .filter(|&(at, known)| {
            known >= 2 || (known == 1 && (is_first(at) || filled(&rows[at]) == 1))
        });
    let first = best.map(|(at, _)| at).or_else(|| {
        // No heading is known: the first row with words in several columns, if it has nothing but words.
        let at = rows.iter().position(|row| filled(row) >= 2)?;
        is_words_only(&rows[at]).then_some(at)
    });
    let Some(mut first) = first else {
        // Headings of a kind, or none: a file of one column, or of bare rows.
        let at = rows.iter().position(|row| filled(row) >= 1).unwrap_or(0);
        let has_header = rows.get(at).is_some_and(is_words_only) && filled(&rows[at]) == 1;
        return HeaderRows {
            first: at as u32 + 1,
            rows: u32::from(has_header),
        };
    };
    // The better half of a header of two rows may be the lower one.
    if first > 0 && is_upper_half(&rows[first - 1], &rows[first]) && filled(&rows[first - 1]) > 1 {
        first -= 1;
    }
    let has_second = rows
        .get(first + 1)
        .is_some_and(|below| is_upper_half(&rows[first], below));
    HeaderRows {
        first: first as u32 + 1,
        rows: 1 + u32::from(has_second),
    }
}

/// The headings of the columns: those of two rows one after the other, a group's before each of its columns.
pub(super) fn headings(rows: &[OwnedRow], header: HeaderRows) -> Vec<String> {
    let first = header.first.max(1) as usize - 1;
    let rows = &rows[first.min(rows.len())..(first + header.rows as usize).min(rows.len())];
    let width = rows.iter().map(OwnedRow::len).max().unwrap_or(0);
    let mut headings = vec![String::new(); width];
    for (at, row) in rows.iter().enumerate() {
        let below = rows.get(at + 1);
        let mut group = String::new();
        for (column, heading) in headings.iter_mut().enumerate() {
            let own = tidy(row.cell(column).shown());
            // A group's heading stands above its first column only.
            let continues =
                own.is_empty() && below.is_some_and(|below| !below.cell(column).is_empty());
            if !own.is_empty() {
                group.clone_from(&own);
            }
            let part = if continues { &group } else { &own };
            if part.is_empty() || heading == part {
                continue;
            }
            if !heading.is_empty() {
                heading.push(' ');
            }
            heading.push_str(part);
        }
    }
    headings
}

/// The unit of all amounts where a line above the header gives it: 单位：万元.
pub(super) fn unit_above(rows: &[OwnedRow], header: HeaderRows) -> Option<AmountUnit> {
    rows.iter()
        .take(header.first.max(1) as usize - 1)
        .flat_map(|row| {
            row.cells()
                .iter()
                .map(|cell| cell.text().to_owned())
                .collect::<Vec<_>>()
        })
        .find_map(|text| {
            let (_, unit) = text
                .split_once("单位")
                .or_else(|| text.split_once("Unit"))?;
            amount::unit_in(unit).complete()
        })
}

/// Whether `upper` and `lower` are the two rows of one header.
///
/// The lower one has words only; where the upper one has a heading of one column, the lower one is empty; where the
/// lower one has words, the upper one has a group's heading at or left of it.
fn is_upper_half(upper: &OwnedRow, lower: &OwnedRow) -> bool {
    if !is_words_only(lower) || !is_words_only(upper) {
        return false;
    }
    let width = upper.len().max(lower.len());
    let mut group_has_begun = false;
    let mut below_a_group = 0;
    let mut beside = 0;
    for column in 0..width {
        let (above, below) = (upper.cell(column), lower.cell(column));
        group_has_begun |= !above.is_empty();
        if below.is_empty() {
            beside += usize::from(!above.is_empty());
            continue;
        }
        if !group_has_begun || below.text().chars().count() > 30 {
            return false;
        }
        let next_is_open = upper.cell(column + 1).is_empty() && !lower.cell(column + 1).is_empty();
        if above.is_empty() || next_is_open || headings::is_known(below.text()) {
            below_a_group += 1;
        } else {
            return false;
        }
    }
    below_a_group >= 2 && beside >= 1
}

fn filled(row: &OwnedRow) -> usize {
    row.cells().iter().filter(|cell| !cell.is_empty()).count()
}

fn is_words_only(row: &OwnedRow) -> bool {
    row.cells().iter().all(|cell| match cell {
        Cell::Empty => true,
        Cell::Text(text) => text.contains(char::is_alphabetic) && text.len() < 200,
        Cell::Number(..) | Cell::Date(..) | Cell::Error(_) => false,
    })
}

fn tidy(heading: &str) -> String {
    heading.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether nothing stands in a row.
pub(super) fn is_blank(cells: &[Cell<'_>]) -> bool {
    cells.iter().all(|cell| cell.is_empty())
}

/// What a row of the body is where it is no project; `serial` is the column of serial numbers.
pub(super) fn left_out(cells: &[Cell<'_>], serial: Option<usize>) -> Option<LeftOut> {
    let mut filled = cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty());
    let Some((first_column, &first)) = filled.next() else {
        return Some(LeftOut::Blank);
    };
    let second = filled.next();
    let is_alone = second.is_none();
    if is_alone && Some(first_column) == serial && matches!(first, Cell::Number(..)) {
        return Some(LeftOut::Blank);
    }
    // A million rows are asked: the first letter rules nearly all of them out.
    let text = first.text();
    let begins = text.chars().next().unwrap_or_default();
    if is_alone && Some(first_column) == serial && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(LeftOut::Blank);
    }
    let begins_as_total = matches!(
        begins,
        '合' | '总' | '小' | '共' | '累' | '汇' | 'T' | 't' | 'S' | 's' | 'G' | 'g'
    );
    if begins_as_total && may_be_total(text) && is_total(text) {
        return Some(LeftOut::Total);
    }
    // 合计 may stand in the column of names, beside a number.
    if let Some((_, &Cell::Text(text))) = second
        && text.starts_with(['合', '总', '小'])
        && may_be_total(text)
        && is_total(text)
    {
        return Some(LeftOut::Total);
    }
    if !is_alone {
        return None;
    }
    if "注备说资数来填制审单※*NnSsRr".contains(begins) && is_note(text) {
        return Some(LeftOut::Footnote);
    }
    if "一二三四五六七八九十（(".contains(begins) && is_section(text) {
        return Some(LeftOut::Section);
    }
    None
}

/// Whether the letter after the first, which is that of a total, is none that rules one out: identifiers begin as a total
/// does, `S0000001`, and so does the name of a city, 合肥.
fn may_be_total(text: &str) -> bool {
    let mut letters = text.chars().skip(1);
    // What stands in brackets does not count.
    let second = letters.find(|letter| letter.is_alphanumeric() || "(（[【".contains(*letter));
    second.is_some_and(|letter| {
        matches!(
            letter,
            '计' | '和' | '合' | '总' | 'O' | 'o' | 'U' | 'u' | 'R' | 'r' | '(' | '（' | '[' | '【'
        ) || ('\u{ff01}'..='\u{ff5e}').contains(&letter)
    })
}

fn is_total(text: &str) -> bool {
    let word = folding::letters(text);
    const WORDS: [&str; 14] = [
        "合计",
        "总计",
        "小计",
        "共计",
        "累计",
        "总和",
        "合计数",
        "汇总",
        "total",
        "subtotal",
        "grandtotal",
        "sum",
        "totals",
        "总合计",
    ];
    // 合计：12个, 小计（欧洲）.
    WORDS.contains(&&*word)
        || WORDS.contains(&&*folding::letters(&folding::without_brackets(text)))
        || (word.chars().count() <= 12
            && ["合计", "总计", "小计", "共计"]
                .iter()
                .any(|start| word.starts_with(start)))
}

fn is_note(text: &str) -> bool {
    const STARTS: [&str; 17] = [
        "注",
        "备注",
        "说明",
        "资料来源",
        "数据来源",
        "来源",
        "填表",
        "填报",
        "制表",
        "审核",
        "单位",
        "※",
        "*",
        "note",
        "source",
        "notes",
        "remark",
    ];
    let folded = folding::narrow(text);
    STARTS.iter().any(|start| {
        folded.strip_prefix(start).is_some_and(|rest| {
            rest.starts_with([':', '.', '1', '一', '(', ',', ' '])
                || start.len() <= 3 && !rest.starts_with(char::is_alphabetic)
                || matches!(*start, "制表" | "填表" | "填报" | "审核") && rest.chars().count() < 20
        })
    })
}

fn is_section(text: &str) -> bool {
    let rest = text.trim_start_matches(['（', '(']);
    let rest = rest.trim_start_matches(|letter| "一二三四五六七八九十".contains(letter));
    rest.len() < text.len() && rest.starts_with(['、', '）', ')', '.', '．'])
}
