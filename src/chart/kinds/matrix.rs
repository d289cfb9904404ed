//! Matrix: a row for each country, a column for each industry, a cell for each pair.
//!
//! Colour says how much, in classes with round limits. Rows and columns that
//! hold the rest, and the sums, have numbers and no colour: one colour for many
//! values would not compare with colours for one. A cell whose projects all
//! leave their amount undisclosed is hatched, one without a project is a dot.

use std::cmp::Ordering;
use std::rc::Rc;

use super::super::describe::{self, MatrixTable, is_picked_in, say};
use super::super::legend::{Entry, Swatch, legend};
use super::super::marks::{EDGE_PX, alike_together, empty_scene, hairline, mark, note_width};
use super::super::scene::{
    Align, Area, Color, DataTable, Mark, MarkKey, Pick, Point, Rect, Scene, Shape, Size, Target,
    Weight,
};
use super::super::spec::{ChartInput, Matrix};
use super::super::text::{shorten, wrap};
use super::super::theme::{LABEL_SIZE, NOTE_SIZE};
use crate::data::category::UNSTATED;
use crate::data::industry::Sector;
use crate::data::{CategoryField, CategoryNode, CategoryTree, NodeCode};
use crate::i18n::{LaterMessage, Message, format};
use crate::query::{
    AmountBin, Bucket, BucketKey, CrossTable, Grouping, Measure, Order, RankedBucket, Ranking,
    Summary, Totals, rank,
};

/// How deep in their trees the values stand.
const DEPTH: u8 = 1;
/// Rows of named values; one more holds the rest.
const TOP: usize = 12;
const ROW_PX: f64 = 26.0;
const HEADING_LINES: usize = 3;
const HEADING_LINE_PX: f64 = 15.0;
const HEADING_GAP_PX: f64 = 4.0;
const GAP_PX: f64 = 8.0;
const CELL_PADDING_PX: f64 = 6.0;
const WIDEST_LABEL_PX: f64 = 170.0;
const NARROWEST_COLUMN_PX: f64 = 28.0;
const WIDEST_COLUMN_PX: f64 = 96.0;
/// How much of its colour a cell keeps that steps back.
const FAINT_TINT: f64 = 0.3;
const EMPTY_HEIGHT_PX: f64 = 220.0;

pub(super) fn layout(input: &ChartInput<'_>, matrix: &Matrix<'_>) -> Scene {
    let width = input.width_px.max(0.0);
    let (frame, [rows, columns]) = fit(input, matrix);
    let grid = Grid::new(matrix, &rows, &columns);
    let description = describe::matrix(input, matrix);
    if matrix.selected.total.projects == 0 || columns.lines.is_empty() {
        return empty_scene(input, EMPTY_HEIGHT_PX, description);
    }

    let classes = Classes::new(input, &grid, &rows, &columns);
    let (mut marks, top) = legend(input, &classes.entries(input), EDGE_PX, EDGE_PX);
    let mut targets = Vec::new();
    let column_px = (frame.room / columns.lines.len() as f64)
        .min(WIDEST_COLUMN_PX)
        .floor();
    let drawing = Drawing {
        input,
        sides: [&rows, &columns],
        grid: &grid,
        classes: &classes,
        frame,
        column_px,
    };
    let top = drawing.headings(top + EDGE_PX, &mut marks, &mut targets);
    for row in 0..rows.lines.len() {
        drawing.row(row, top + ROW_PX * row as f64, &mut marks, &mut targets);
    }
    let bottom = top + ROW_PX * rows.lines.len() as f64;
    drawing.sums(bottom, &mut marks);
    let marks = alike_together(marks, input.theme.whole);
    Scene {
        size: Size {
            width,
            height: bottom + ROW_PX + 2.0 * EDGE_PX,
        },
        marks,
        targets,
        brush: None,
        description,
    }
}

/// The cells and sums that have room, as a table.
pub(super) fn data_table(input: &ChartInput<'_>, matrix: &Matrix<'_>) -> DataTable {
    let (_, [rows, columns]) = fit(input, matrix);
    let shown = Grid::new(matrix, &rows, &columns).table(input, &rows, &columns);
    describe::matrix_table(input, matrix, shown)
}

/// Where everything stands, and the rows and columns that have room there.
fn fit(input: &ChartInput<'_>, matrix: &Matrix<'_>) -> (Frame, [Axis; 2]) {
    let [rows, columns] = [0, 1].map(|side| ranked(input, matrix, side));
    let rows = Axis::new(input, matrix, 0, rows, |_| TOP + 1);
    let frame = Frame::fit(input, matrix, &rows, &columns);
    let columns = Axis::new(input, matrix, 1, columns, |unstated| {
        frame.most_columns.saturating_sub(unstated)
    });
    (frame, [rows, columns])
}

/// What each value of one side has in the other, as if the other were not there.
fn summary(table: &CrossTable, tree: &CategoryTree, side: usize) -> Summary {
    let mut buckets: Vec<Bucket> = tree
        .codes()
        .map(|code| Bucket {
            key: BucketKey::Category(code),
            totals: Totals::default(),
        })
        .collect();
    for cell in &table.cells {
        let code = tree.ancestor_at(cell.codes[side], DEPTH);
        buckets[usize::from(code)].totals.add(&cell.totals);
    }
    Summary {
        grouping: Grouping::Category(table.fields[side]),
        buckets,
        total: table.total,
    }
}

/// The values of one side that have projects: rows ranked by what the filters leave, columns by the whole, so that they
/// stay where they are.
fn ranked(input: &ChartInput<'_>, matrix: &Matrix<'_>, side: usize) -> Vec<RankedBucket> {
    let tree = [matrix.rows, matrix.columns][side];
    let whole = summary(matrix.whole, tree, side);
    let selected = summary(matrix.selected, tree, side);
    let ranking = Ranking {
        measure: input.measure,
        order: Order::Value,
        top: usize::MAX,
        depth: DEPTH,
    };
    let first = if side == 0 { &selected } else { &whole };
    let by_name = |_: &CategoryNode, _: &CategoryNode| Ordering::Equal;
    let mut ranked = rank(tree, first, &whole, &ranking, &by_name).shown;
    for bucket in &mut ranked {
        bucket.selected = selected.of(BucketKey::Category(bucket.code));
    }
    ranked
}

/// The sector above a value, in the order of the palette; what is no sector comes after.
fn sector_order(tree: &CategoryTree, code: NodeCode) -> (usize, NodeCode) {
    let top = tree.ancestor_at(code, 0);
    let key = &tree.node(top).key;
    let before = Sector::ALL
        .iter()
        .take_while(|sector| sector.key() != &**key);
    (before.count(), top)
}

/// A row or a column.
struct Line {
    /// `None` for the rest.
    code: Option<NodeCode>,
    key: Rc<str>,
    /// As it is spoken of.
    name: Rc<str>,
    /// As it stands in the heading.
    label: String,
    picked: bool,
    selected: Totals,
}

/// The rows, or the columns.
struct Axis {
    field: CategoryField,
    any_picked: bool,
    lines: Vec<Line>,
    rest: Option<usize>,
}

impl Axis {
    /// The largest of the ranked values and those that are picked, columns sector by sector; then the rest, then "not stated".
    ///
    /// `room` says how many lines there are for all but "not stated", of which there is one or none.
    fn new(
        input: &ChartInput<'_>,
        matrix: &Matrix<'_>,
        side: usize,
        mut named: Vec<RankedBucket>,
        room: impl Fn(usize) -> usize,
    ) -> Self {
        let tree = [matrix.rows, matrix.columns][side];
        let field = matrix.selected.fields[side];
        let is_picked = |bucket: &RankedBucket| is_picked_in(input, field, tree, bucket.code);
        let unstated = |bucket: &RankedBucket| &*tree.node(bucket.code).key == UNSTATED;
        let unstated = named.iter().position(unstated);
        let unstated = unstated.map(|position| named.remove(position));
        let room: usize = room(usize::from(unstated.is_some()));
        let mut free = if named.len() > room {
            room.saturating_sub(1)
        } else {
            room
        };
        let mut kept = vec![false; named.len()];
        for wanted in [true, false] {
            for (kept, bucket) in kept.iter_mut().zip(&named) {
                if free > 0 && is_picked(bucket) == wanted {
                    *kept = true;
                    free -= 1;
                }
            }
        }
        let mut lines: Vec<Line> = Vec::new();
        let mut rest = Line {
            code: None,
            // No value of a field has this key.
            key: "+".into(),
            name: Rc::default(),
            label: String::new(),
            picked: false,
            selected: Totals::default(),
        };
        let mut folded = 0;
        let line = |bucket: &RankedBucket| {
            let node = tree.node(bucket.code);
            let name = node.name.get(input.locale);
            Line {
                code: Some(bucket.code),
                key: Rc::clone(&node.key),
                label: name.to_string(),
                name: Rc::clone(name),
                picked: is_picked(bucket),
                selected: bucket.selected,
            }
        };
        for (bucket, kept) in named.iter().zip(kept) {
            if kept {
                let sector = |code: NodeCode| sector_order(tree, code);
                let after = |other: &Line| match other.code {
                    Some(other) if side == 1 => sector(other) > sector(bucket.code),
                    Some(_) | None => false,
                };
                let at = lines.iter().position(after).unwrap_or(lines.len());
                lines.insert(at, line(bucket));
            } else {
                folded += 1;
                rest.selected.add(&bucket.selected);
            }
        }
        let rest_at = (folded > 0 && room > 0).then_some(lines.len());
        if rest_at.is_some() {
            rest.name = say(input, &LaterMessage::Rest(describe::noun(field), folded)).into();
            rest.label = say(input, &LaterMessage::RestShort(folded));
            lines.push(rest);
        }
        lines.extend(unstated.filter(|_| room > 0).as_ref().map(line));
        Self {
            field,
            any_picked: !input.filters.picks(field).is_empty(),
            lines,
            rest: rest_at,
        }
    }

    /// The line of each value of `tree`, by its code; `None` where nothing has room.
    fn lines_of(&self, tree: &CategoryTree) -> Vec<Option<usize>> {
        let line_of = |code: NodeCode| {
            let code = Some(tree.ancestor_at(code, DEPTH));
            self.lines.iter().position(|line| line.code == code)
        };
        tree.codes()
            .map(|code| line_of(code).or(self.rest))
            .collect()
    }

    /// Whether a line stands out: it is picked, or none is.
    fn is_lit(&self, line: usize) -> bool {
        !self.any_picked || self.lines[line].picked
    }
}

/// Where labels, cells and sums stand, from left to right.
#[derive(Clone, Copy)]
struct Frame {
    label_width: f64,
    cells_left: f64,
    /// The width of all columns.
    room: f64,
    most_columns: usize,
    /// The widest sum of a row; nothing where there is no room for sums.
    sum_width: f64,
}

impl Frame {
    fn fit(
        input: &ChartInput<'_>,
        matrix: &Matrix<'_>,
        rows: &Axis,
        columns: &[RankedBucket],
    ) -> Self {
        let width = input.width_px.max(0.0);
        let label = |line: &Line| input.text.width(&line.label, LABEL_SIZE, Weight::Bold);
        let longest = rows.lines.iter().map(label).fold(0.0, f64::max);
        let label_width = longest.min(width * 0.27).min(WIDEST_LABEL_PX);
        let sums = rows.lines.iter().map(|line| brief(input, &line.selected));
        let all = brief(input, &matrix.selected.total);
        let sum_width = sums
            .chain([all, say(input, &LaterMessage::Total)])
            .map(|sum| note_width(input, &sum))
            .fold(0.0, f64::max);
        let sum_width = if sum_width < width * 0.25 {
            sum_width
        } else {
            0.0
        };
        let cells_left = EDGE_PX + label_width + GAP_PX;
        let room = (width - cells_left - GAP_PX - sum_width - EDGE_PX).max(0.0);

        // As wide as the longest word of a heading and the widest value ask for, within reason.
        let mut heading: f64 = NARROWEST_COLUMN_PX;
        for value in columns {
            let name = matrix.columns.node(value.code).name.get(input.locale);
            let third = note_width(input, name) / HEADING_LINES as f64 + NOTE_SIZE / 2.0;
            let words = name.split(' ').filter(|word| word.is_ascii());
            let longest = words
                .map(|word| note_width(input, word))
                .fold(third, f64::max);
            heading = heading.max(longest + HEADING_GAP_PX);
        }
        let value = widest_value(input, matrix.selected) + CELL_PADDING_PX;
        let least = heading
            .min((width * 0.085).clamp(40.0, 66.0))
            .max(value.min(66.0));
        Self {
            label_width,
            cells_left,
            room,
            most_columns: (room / least) as usize,
            sum_width,
        }
    }
}

/// The width of the widest value of a pair, in CSS pixels.
fn widest_value(input: &ChartInput<'_>, table: &CrossTable) -> f64 {
    let totals = table.cells.iter().map(|cell| &cell.totals);
    match input.measure {
        // Of numbers without a unit it is the largest, whichever digits are wider than others.
        Measure::Projects => {
            let most = totals.map(|totals| totals.projects).max().unwrap_or(0);
            let digits =
                format::count(most.into()).replace(|letter: char| letter.is_ascii_digit(), "0");
            note_width(input, &digits)
        }
        Measure::Amount => totals
            .map(|totals| note_width(input, &brief(input, totals)))
            .fold(0.0, f64::max),
    }
}

/// What the filters leave in every cell, and in the whole, row by row.
struct Grid {
    columns: usize,
    cells: Vec<[Totals; 2]>,
}

impl Grid {
    fn new(matrix: &Matrix<'_>, rows: &Axis, columns: &Axis) -> Self {
        let mut grid = Self {
            columns: columns.lines.len(),
            cells: vec![Default::default(); rows.lines.len() * columns.lines.len()],
        };
        let (row_of, column_of) = (rows.lines_of(matrix.rows), columns.lines_of(matrix.columns));
        for (which, table) in [matrix.selected, matrix.whole].into_iter().enumerate() {
            for cell in &table.cells {
                let [row, column] = cell.codes.map(usize::from);
                if let (Some(row), Some(column)) = (row_of[row], column_of[column]) {
                    grid.cells[row * grid.columns + column][which].add(&cell.totals);
                }
            }
        }
        grid
    }

    fn selected(&self, row: usize, column: usize) -> Totals {
        self.cells[row * self.columns + column][0]
    }

    fn whole(&self, row: usize, column: usize) -> Totals {
        self.cells[row * self.columns + column][1]
    }

    fn table(&self, input: &ChartInput<'_>, rows: &Axis, columns: &Axis) -> MatrixTable {
        let sum = say(input, &LaterMessage::Total);
        let row = |(row, line): (usize, &Line)| {
            let cells = (0..self.columns).map(|column| self.selected(row, column));
            (
                line.name.to_string(),
                cells.chain([line.selected]).collect(),
            )
        };
        let sums = columns.lines.iter().map(|line| line.selected);
        let last = (sum.clone(), sums.chain([input.shown_total()]).collect());
        let names = columns.lines.iter().map(|line| line.name.to_string());
        MatrixTable {
            columns: names.chain([sum]).collect(),
            rows: rows
                .lines
                .iter()
                .enumerate()
                .map(row)
                .chain([last])
                .collect(),
        }
    }
}

/// Classes of values with round limits.
struct Classes {
    /// Where each class but the first begins.
    limits: Vec<f64>,
    any: bool,
    any_hidden: bool,
}

impl Classes {
    fn new(input: &ChartInput<'_>, grid: &Grid, rows: &Axis, columns: &Axis) -> Self {
        let cells = |row: usize| {
            let columns = columns.lines.iter().enumerate();
            columns
                .filter(|(_, line)| line.code.is_some())
                .map(move |(column, _)| grid.selected(row, column))
        };
        let rows = rows.lines.iter().enumerate();
        let cells = rows
            .filter(|(_, line)| line.code.is_some())
            .flat_map(|(row, _)| cells(row));
        let cells: Vec<Totals> = cells.filter(|totals| totals.projects > 0).collect();
        let values: Vec<f64> = cells
            .iter()
            .filter(|totals| is_summed(input, totals))
            .map(|totals| totals.value(input.measure))
            .collect();
        let most = values.iter().copied().fold(0.0, f64::max);
        let positive = values.iter().copied().filter(|&value| value > 0.0);
        let least = positive.fold(most, f64::min);
        // 1, 2, 5, 10, …; 1, 10, 100, … where values lie far apart.
        let top = AmountBin::of(most);
        let step = if top.0 - AmountBin::of(least).0 > 8 {
            2
        } else {
            1
        };
        let most_limits = input.theme.sequential.len() as i32 - 1;
        let limits = (0..most_limits).map(|limit| AmountBin(top.0 - limit * step));
        let mut limits: Vec<f64> = limits
            .map(AmountBin::lower)
            .filter(|&limit| limit > least)
            .collect();
        limits.reverse();
        Self {
            limits,
            any: !values.is_empty(),
            any_hidden: values.len() < cells.len(),
        }
    }

    fn color(&self, input: &ChartInput<'_>, class: usize) -> Color {
        let ramp = &input.theme.sequential;
        // Few classes are as far apart as many.
        let step = class * (ramp.len() - 1) / self.limits.len().max(1);
        ramp[if self.limits.is_empty() {
            ramp.len() / 2
        } else {
            step
        }]
    }

    fn of(&self, input: &ChartInput<'_>, totals: &Totals) -> Color {
        let value = totals.value(input.measure);
        let class = self.limits.partition_point(|&limit| limit <= value);
        self.color(input, class)
    }

    fn entries(&self, input: &ChartInput<'_>) -> Vec<Entry> {
        let written = |value: f64| match input.measure {
            Measure::Projects => format::count(value as u64),
            Measure::Amount => format::money_short(value, input.locale),
        };
        let mut entries = Vec::new();
        if self.any && !self.limits.is_empty() {
            for class in 0..=self.limits.len() {
                let from = class.checked_sub(1).map(|limit| self.limits[limit]);
                let words = match (from, self.limits.get(class)) {
                    (from, Some(&to)) => match (input.measure, from) {
                        (Measure::Projects, from) => {
                            let (from, last) = (from.unwrap_or(1.0), to - 1.0);
                            if last > from {
                                format!("{}–{}", written(from), written(last))
                            } else {
                                written(from)
                            }
                        }
                        (Measure::Amount, Some(from)) => {
                            format::money_range(from, to, input.locale)
                        }
                        (Measure::Amount, None) => format!("< {}", written(to)),
                    },
                    (from, None) => format!("≥ {}", written(from.unwrap_or(1.0))),
                };
                entries.push(Entry {
                    swatch: Swatch::Filled(self.color(input, class)),
                    words,
                });
            }
        }
        let mut note = |swatch, words| entries.push(Entry { swatch, words });
        match input.measure {
            Measure::Projects => {}
            Measure::Amount => {
                if self.any_hidden {
                    let words = say(input, &LaterMessage::LegendNoAmount);
                    note(Swatch::Hatched(input.theme.neutral), words);
                }
                if let Some(words) = describe::not_in_sums(input) {
                    note(Swatch::None, words);
                }
                note(
                    Swatch::None,
                    say(input, &Message::LegendCurrency(input.currency.code())),
                );
            }
        }
        entries
    }
}

/// Whether a cell has a value: with amounts, only if one of its projects is in the sum.
fn is_summed(input: &ChartInput<'_>, totals: &Totals) -> bool {
    match input.measure {
        Measure::Projects => totals.projects > 0,
        Measure::Amount => totals.disclosed > 0,
    }
}

/// The value of a cell or a sum, as short as a cell asks for.
fn brief(input: &ChartInput<'_>, totals: &Totals) -> String {
    match input.measure {
        Measure::Projects => format::count(totals.projects.into()),
        Measure::Amount if totals.disclosed > 0 => format::money_brief(totals.amount, input.locale),
        Measure::Amount => format::NO_NUMBER.to_owned(),
    }
}

/// Draws rows and columns.
struct Drawing<'a> {
    input: &'a ChartInput<'a>,
    sides: [&'a Axis; 2],
    grid: &'a Grid,
    classes: &'a Classes,
    frame: Frame,
    column_px: f64,
}

impl Drawing<'_> {
    fn x(&self, column: usize) -> f64 {
        self.frame.cells_left + self.column_px * column as f64
    }

    fn ink(&self, axis: &Axis, line: usize) -> (Color, Weight) {
        let theme = self.input.theme;
        if axis.lines[line].picked {
            (theme.ink, Weight::Bold)
        } else if axis.is_lit(line) && axis.lines[line].code.is_some() {
            (theme.ink, Weight::Regular)
        } else {
            (theme.muted_ink, Weight::Regular)
        }
    }

    /// The headings of the columns, on the line above the rows; where the rows begin.
    fn headings(&self, top: f64, marks: &mut Vec<Mark>, targets: &mut Vec<Target>) -> f64 {
        let [_, columns] = self.sides;
        let room = self.column_px - HEADING_GAP_PX;
        let heading = |(column, line): (usize, &Line)| {
            let (_, weight) = self.ink(columns, column);
            wrap(
                &line.label,
                HEADING_LINES,
                room,
                NOTE_SIZE,
                weight,
                self.input.text,
            )
        };
        let headings: Vec<Vec<String>> = columns.lines.iter().enumerate().map(heading).collect();
        let lines = headings.iter().map(Vec::len).max().unwrap_or(0);
        let bottom = top + HEADING_LINE_PX * lines as f64 + EDGE_PX;
        for (column, words) in headings.into_iter().enumerate() {
            let line = &columns.lines[column];
            let (ink, weight) = self.ink(columns, column);
            let first = bottom - EDGE_PX - HEADING_LINE_PX * words.len() as f64;
            for (number, words) in words.into_iter().enumerate() {
                let at = Point {
                    x: self.x(column) + self.column_px / 2.0,
                    y: first + HEADING_LINE_PX * (number as f64 + 0.5),
                };
                let key = format!("column-{}-{number}", line.key);
                marks.push(text(
                    key,
                    words,
                    at,
                    NOTE_SIZE,
                    (Align::Middle, weight, ink),
                ));
            }
            let area = Rect {
                x: self.x(column),
                y: top,
                width: self.column_px,
                height: bottom - top,
            };
            targets.push(self.heading_target(columns, column, "column", area));
        }
        let total = say(self.input, &LaterMessage::Total);
        let y = bottom - EDGE_PX - HEADING_LINE_PX / 2.0;
        self.sum("column-sum", total, self.sum_right(), y, marks);
        bottom
    }

    fn heading_target(&self, axis: &Axis, line: usize, side: &str, area: Rect) -> Target {
        let line = &axis.lines[line];
        let pick = match line.code {
            Some(_) => Pick::Categories(vec![(axis.field, Rc::clone(&line.key))]),
            None => Pick::Nothing,
        };
        let name = Rc::clone(&line.name);
        Target {
            key: format!("{side}-{}", line.key).into(),
            outline: Area::Rect(area),
            area: Area::Rect(area),
            telling: describe::telling(self.input, move |_| name.to_string(), &line.selected),
            pick,
            picked: line.picked,
        }
    }

    fn row(&self, row: usize, y: f64, marks: &mut Vec<Mark>, targets: &mut Vec<Target>) {
        let [rows, columns] = self.sides;
        let (input, line) = (self.input, &rows.lines[row]);
        let (ink, weight) = self.ink(rows, row);
        let label = shorten(
            &line.label,
            self.frame.label_width,
            LABEL_SIZE,
            weight,
            input.text,
        );
        let middle = y + ROW_PX / 2.0;
        if !label.is_empty() {
            let at = Point {
                x: EDGE_PX,
                y: middle,
            };
            let key = format!("row-{}", line.key);
            marks.push(text(
                key,
                label,
                at,
                LABEL_SIZE,
                (Align::Start, weight, ink),
            ));
        }
        let area = Rect {
            x: 0.0,
            y,
            width: self.frame.cells_left - GAP_PX / 2.0,
            height: ROW_PX,
        };
        targets.push(self.heading_target(rows, row, "row", area));
        for column in 0..columns.lines.len() {
            self.cell(row, column, y, marks, targets);
        }
        let sum = brief(input, &line.selected);
        self.sum(
            format!("row-sum-{}", line.key),
            sum,
            self.sum_right(),
            middle,
            marks,
        );
    }

    fn cell(
        &self,
        row: usize,
        column: usize,
        y: f64,
        marks: &mut Vec<Mark>,
        targets: &mut Vec<Target>,
    ) {
        let (input, theme) = (self.input, self.input.theme);
        let [rows, columns] = self.sides;
        let lines = [&rows.lines[row], &columns.lines[column]];
        let key: Rc<str> = [&*lines[0].key, &lines[1].key].join(":").into();
        let part = |part| MarkKey::part(&key, part);
        let selected = self.grid.selected(row, column);
        let area = Rect {
            x: self.x(column),
            y,
            width: self.column_px,
            height: ROW_PX,
        };
        let cell = inset(area, 1.0);
        let middle = Point {
            x: area.x + area.width / 2.0,
            y: y + ROW_PX / 2.0,
        };
        let lit = rows.is_lit(row) && columns.is_lit(column);
        let picked = lines.iter().all(|line| line.picked);
        let share = if lit { 1.0 } else { FAINT_TINT };
        if selected.projects == 0 {
            let dot = Shape::Circle {
                center: middle,
                radius: 1.0,
            };
            marks.push(mark(part(":none"), dot, theme.baseline));
        } else if cell.width > 0.0 {
            let mut inner = cell;
            if picked {
                marks.push(mark(part(":outline"), Shape::Rect(cell), theme.outline));
                inner = inset(cell, 2.0);
                let clear = mark(part(":clear"), Shape::Rect(inner), theme.background);
                marks.push(clear);
            }
            if is_summed(input, &selected) {
                let mut ink = theme.muted_ink;
                if lines.iter().all(|line| line.code.is_some()) {
                    let fill = theme.tint(self.classes.of(input, &selected), share);
                    marks.push(mark(part(":cell"), Shape::Rect(inner), fill));
                    ink = theme.text_on(fill);
                }
                let value = brief(input, &selected);
                if note_width(input, &value) + 2.0 <= cell.width {
                    let style = (Align::Middle, Weight::Regular, ink);
                    marks.push(text(part(":value"), value, middle, NOTE_SIZE, style));
                }
            } else {
                let hatch = theme.tint(theme.neutral, share);
                marks.push(mark(part(":hatch"), Shape::Hatch(inner), hatch));
            }
        }
        // Where there never was a project there is nothing to tell.
        if self.grid.whole(row, column).projects > 0 {
            let picks = rows.lines[row].code.and(columns.lines[column].code);
            let pick = match picks {
                Some(_) => Pick::Categories(vec![
                    (rows.field, Rc::clone(&lines[0].key)),
                    (columns.field, Rc::clone(&lines[1].key)),
                ]),
                None => Pick::Nothing,
            };
            let [country, industry] = lines.map(|line| Rc::clone(&line.name));
            let name = move |locale| {
                let names = LaterMessage::InIndustry {
                    country: country.to_string(),
                    industry: industry.to_string(),
                };
                names.text(locale).into_owned()
            };
            targets.push(Target {
                key,
                area: Area::Rect(area),
                outline: Area::Rect(cell),
                telling: describe::telling(input, name, &selected),
                pick,
                picked,
            });
        }
    }

    /// The sums of the columns below their line.
    fn sums(&self, y: f64, marks: &mut Vec<Mark>) {
        let input = self.input;
        let [_, columns] = self.sides;
        let y = y + EDGE_PX;
        let (from, to) = (
            Point { x: EDGE_PX, y },
            Point {
                x: self.sum_right(),
                y,
            },
        );
        marks.push(hairline("sums", from, to, input.theme.baseline));
        let middle = y + ROW_PX / 2.0;
        let total = say(input, &LaterMessage::Total);
        let total = shorten(
            &total,
            self.frame.label_width,
            NOTE_SIZE,
            Weight::Regular,
            input.text,
        );
        if !total.is_empty() {
            let at = Point {
                x: EDGE_PX,
                y: middle,
            };
            let style = (Align::Start, Weight::Regular, input.theme.muted_ink);
            marks.push(text("row-sum", total, at, NOTE_SIZE, style));
        }
        for (column, line) in columns.lines.iter().enumerate() {
            let sum = brief(input, &line.selected);
            if note_width(input, &sum) + 2.0 <= self.column_px {
                let at = Point {
                    x: self.x(column) + self.column_px / 2.0,
                    y: middle,
                };
                let style = (Align::Middle, Weight::Regular, input.theme.muted_ink);
                marks.push(text(
                    format!("column-sum-{}", line.key),
                    sum,
                    at,
                    NOTE_SIZE,
                    style,
                ));
            }
        }
        let sum = brief(input, &input.shown_total());
        self.sum("sum", sum, self.sum_right(), middle, marks);
    }

    /// Where the sums of the rows end.
    fn sum_right(&self) -> f64 {
        let sums = if self.frame.sum_width > 0.0 {
            GAP_PX + self.frame.sum_width
        } else {
            0.0
        };
        self.x(self.grid.columns) + sums
    }

    fn sum(
        &self,
        key: impl Into<MarkKey>,
        words: String,
        right: f64,
        y: f64,
        marks: &mut Vec<Mark>,
    ) {
        if self.frame.sum_width > 0.0 {
            let at = Point { x: right, y };
            let style = (Align::End, Weight::Regular, self.input.theme.muted_ink);
            marks.push(text(key, words, at, NOTE_SIZE, style));
        }
    }
}

fn inset(rect: Rect, gap: f64) -> Rect {
    Rect {
        x: rect.x + gap,
        y: rect.y + gap,
        width: (rect.width - 2.0 * gap).max(0.0),
        height: (rect.height - 2.0 * gap).max(0.0),
    }
}

fn text(
    key: impl Into<MarkKey>,
    words: String,
    at: Point,
    size: f64,
    (align, weight, color): (Align, Weight, Color),
) -> Mark {
    let shape = Shape::Text {
        text: words.into(),
        at,
        size,
        align,
        weight,
    };
    mark(key, shape, color)
}
