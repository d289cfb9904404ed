//! A chart as a reader takes it away: a picture with its title, filters and source, or a table.
//!
//! A picture is the scene on the screen, mark for mark, between a head and a
//! foot. Whether it becomes SVG or PNG is the caller's: [`chart::svg`] writes
//! the one, a canvas draws the other.
//!
//! [`chart::svg`]: crate::chart::svg

use crate::chart::{
    Align, DataTable, LABEL_SIZE, Mark, NOTE_SIZE, Point, Scene, Shape, Size, TextMeasure, Theme,
    Weight, shorten,
};

const MARGIN_PX: f64 = 20.0;
const TITLE_SIZE: f64 = 17.0;
const LINE_PX: f64 = 20.0;

/// What stands around a chart that leaves the page, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// Active filters in words; empty without a filter.
    pub filters: String,
    /// Data, date and page.
    pub source: String,
}

/// The scene with title, finding and filters above and the source below, on a margin.
#[must_use]
pub fn sheet(scene: &Scene, caption: &Caption, theme: &Theme, text: &dyn TextMeasure) -> Scene {
    let width = scene.size.width + 2.0 * MARGIN_PX;
    let mut sheet = Sheet {
        marks: Vec::new(),
        y: MARGIN_PX,
        width: scene.size.width,
        text,
    };
    let words = &scene.description;
    sheet.lines(&words.title, TITLE_SIZE, Weight::Bold, theme.ink);
    sheet.lines(&words.finding, LABEL_SIZE, Weight::Regular, theme.muted_ink);
    sheet.lines(
        &caption.filters,
        LABEL_SIZE,
        Weight::Regular,
        theme.muted_ink,
    );
    sheet.y += LINE_PX / 2.0;
    let (x, y) = (MARGIN_PX, sheet.y);
    let body = scene.marks.iter().map(|mark| mark.moved_by(x, y));
    sheet.marks.extend(body);
    sheet.y += scene.size.height + LINE_PX / 2.0;
    sheet.lines(&caption.source, NOTE_SIZE, Weight::Regular, theme.muted_ink);
    Scene {
        size: Size {
            width,
            height: sheet.y + MARGIN_PX,
        },
        marks: sheet.marks,
        targets: Vec::new(),
        brush: None,
        description: words.clone(),
    }
}

/// A sheet that is being written from top to bottom.
struct Sheet<'a> {
    marks: Vec<Mark>,
    y: f64,
    width: f64,
    text: &'a dyn TextMeasure,
}

impl Sheet<'_> {
    /// A paragraph, broken where it is too wide.
    fn lines(&mut self, words: &str, size: f64, weight: Weight, color: crate::chart::Color) {
        let mut rest = words.trim();
        while !rest.is_empty() {
            let (line, after) = self.first_line(rest, size, weight);
            let at = Point {
                x: MARGIN_PX,
                y: self.y + LINE_PX / 2.0,
            };
            self.marks.push(Mark {
                key: format!("sheet-{}", self.marks.len()).into(),
                shape: Shape::Text {
                    text: shorten(line, self.width, size, weight, self.text).into(),
                    at,
                    size,
                    align: Align::Start,
                    weight,
                },
                color,
            });
            self.y += LINE_PX;
            rest = after;
        }
    }

    /// As much as fits: up to a space, or between two characters of a script without spaces.
    fn first_line<'t>(&self, words: &'t str, size: f64, weight: Weight) -> (&'t str, &'t str) {
        let fits =
            |end: usize| self.text.width(words[..end].trim_end(), size, weight) <= self.width;
        if fits(words.len()) {
            return (words, "");
        }
        let breaks = words.char_indices().skip(1).filter(|&(at, letter)| {
            let before = words[..at].chars().next_back().unwrap_or(' ');
            before.is_whitespace() || (!before.is_ascii() && !letter.is_ascii_punctuation())
        });
        let breaks: Vec<usize> = breaks.map(|(at, _)| at).collect();
        let end = breaks.partition_point(|&at| fits(at)).checked_sub(1);
        // A word that is wider than the sheet stands alone and is shortened.
        let end = end.map_or(breaks.first().copied().unwrap_or(words.len()), |last| {
            breaks[last]
        });
        (words[..end].trim_end(), words[end..].trim_start())
    }
}

/// A chart's table as CSV for spreadsheets: UTF-8 with a byte order mark, lines ended by CR LF.
///
/// A cell that is text and would be taken for a formula gets a `'` before it (OWASP, "CSV Injection").
#[must_use]
pub fn csv(table: &DataTable) -> Vec<u8> {
    let mut text = String::from("\u{feff}");
    for row in std::iter::once(&table.headings).chain(&table.rows) {
        let cells: Vec<String> = row.iter().map(|cell| quoted(guarded(cell))).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text.into_bytes()
}

/// A cell as RFC 4180 has it. The library's writer can tell numbers from other cells, and for that brings 14 kB
/// which read any number.
fn quoted(cell: String) -> String {
    if cell.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

fn guarded(cell: &str) -> String {
    let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    let is_number = !digits.is_empty()
        && digits
            .bytes()
            .all(|byte| byte.is_ascii_digit() || b",.".contains(&byte));
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
