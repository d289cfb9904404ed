//! Ranked bars: one row per value, label, bar, value.
//!
//! The bar of what matches stands before the pale bar of everything, on one
//! axis; that of what has no name is cut where it is longer than all others.
//! With amounts a hatched block beside the bar shows how many projects
//! are not in the sum. The folded tail has numbers and no bar: one bar for
//! many values would not compare with bars for one.

use std::rc::Rc;

use super::super::describe;
use super::super::legend::{Entry, Swatch, legend_in_room_of};
use super::super::marks::{EDGE_PX, alike_together, empty_scene, mark, short_value};
use super::super::scale::LinearScale;
use super::super::scene::{
    Align, Area, Color, DataTable, Mark, MarkKey, Pick, Point, Rect, Scene, Shape, Size, Target,
    Telling, Weight,
};
use super::super::spec::{Categories, ChartInput};
use super::super::text::shorten;
use super::super::theme::{LABEL_SIZE, NOTE_SIZE};
use crate::data::industry::Sector;
use crate::data::{CategoryField, CategoryNode};
use crate::i18n::{Message, format};
use crate::query::{Measure, Ranked, RankedBucket, Ranking, Totals, rank};

/// Rows before the folded tail.
const TOP: usize = 12;
const ROW_PX: f64 = 28.0;
const BAR_PX: f64 = 14.0;
const MARKER_PX: f64 = 3.0;
const LABEL_LEFT_PX: f64 = 14.0;
const GAP_PX: f64 = 10.0;
const WIDEST_LABEL_PX: f64 = 220.0;
const EMPTY_HEIGHT_PX: f64 = 120.0;

pub(super) fn layout(input: &ChartInput<'_>, values: &Categories<'_>) -> Scene {
    let all = ranked(input, values, usize::MAX);
    let folded = ranked(input, values, TOP);
    let foldable = folded.rest.is_some();
    let shown = if input.unfolded { &all } else { &folded };
    let description = describe::ranked(input, values, &all.shown);
    if all.shown.is_empty() || values.selected.total.projects == 0 {
        let rows = shown.shown.len() + usize::from(shown.rest.is_some());
        let height = (ROW_PX * rows as f64 + 2.0 * EDGE_PX).max(EMPTY_HEIGHT_PX);
        return empty_scene(input, height, description);
    }

    let entries = |totals, is_narrowed| entries(input, values, &all.shown, totals, is_narrowed);
    let (mut marks, top) = legend_in_room_of(
        input,
        &entries(&values.selected.total, input.is_narrowed()),
        &entries(&values.whole.total, true),
        EDGE_PX,
        EDGE_PX,
    );
    let columns = Columns::fit(input, values, shown);
    // What has no name may be more than everything that has one: its bar is cut rather than theirs made tiny.
    let is_stated = |bucket: &&RankedBucket| !values.tree.node(bucket.code).is_unstated();
    let any_stated = shown
        .shown
        .iter()
        .filter(is_stated)
        .any(|bucket| bucket.whole.value(input.measure) > 0.0);
    let lengths = shown
        .shown
        .iter()
        .filter(|bucket| !any_stated || is_stated(bucket))
        .flat_map(|bucket| [bucket.selected, bucket.whole]);
    let scale = LinearScale::fit(
        lengths.map(|totals| totals.value(input.measure)),
        columns.bars_left,
        columns.bars_right,
    );
    let most_hidden = shown
        .shown
        .iter()
        .map(|bucket| bucket.selected.not_in_sum())
        .max()
        .unwrap_or(0)
        .max(1);
    let rows = Rows {
        input,
        values,
        columns,
        scale,
        most_hidden,
    };

    let mut targets = Vec::new();
    let mut y = top;
    for bucket in &shown.shown {
        rows.value(bucket, y, &mut marks, &mut targets);
        y += ROW_PX;
    }
    if let Some(rest) = &shown.rest {
        let words = Message::Others(describe::noun(values.field), rest.count as u64);
        rows.fold(
            &describe::say(input, &words),
            Some(&rest.selected),
            y,
            &mut marks,
            &mut targets,
        );
        y += ROW_PX;
    } else if input.unfolded && foldable {
        rows.fold(
            &describe::say(input, &Message::ShowFewer),
            None,
            y,
            &mut marks,
            &mut targets,
        );
        y += ROW_PX;
    }
    Scene {
        size: Size {
            width: input.width_px.max(0.0),
            height: y + EDGE_PX,
        },
        marks: alike_together(marks, input.theme.whole),
        targets,
        brush: None,
        description,
    }
}

/// A row for each value.
pub(super) fn data_table(input: &ChartInput<'_>, values: &Categories<'_>) -> DataTable {
    describe::ranked_table(input, values, &ranked(input, values, usize::MAX).shown)
}

fn ranked(input: &ChartInput<'_>, values: &Categories<'_>, top: usize) -> Ranked {
    let ranking = Ranking {
        measure: input.measure,
        order: input.order,
        top,
        depth: values.depth,
    };
    rank(
        values.tree,
        values.selected,
        values.whole,
        &ranking,
        &|one, other| {
            let name = |node: &CategoryNode| describe::name(input, node);
            input.text.compare(&name(one), &name(other), input.locale)
        },
    )
}

fn entries(
    input: &ChartInput<'_>,
    values: &Categories<'_>,
    all: &[RankedBucket],
    totals: &Totals,
    is_narrowed: bool,
) -> Vec<Entry> {
    let mut entries = Vec::new();
    let filled = |color, words| Entry {
        swatch: Swatch::Filled(color),
        words,
    };
    if values.field == CategoryField::Industry {
        for (sector, color) in Sector::ALL.iter().zip(input.theme.sectors) {
            if all
                .iter()
                .any(|bucket| sector_key(values, bucket) == sector.key())
            {
                entries.push(filled(color, sector.name().get(input.locale).to_string()));
            }
        }
    } else if is_narrowed {
        entries.push(filled(
            input.theme.accent,
            describe::say(input, &Message::LegendSelected),
        ));
    }
    if is_narrowed {
        entries.push(filled(
            input.theme.whole,
            describe::say(input, &Message::LegendWhole),
        ));
    }
    match input.measure {
        Measure::Projects => {}
        Measure::Amount => {
            if totals.not_in_sum() > 0 {
                let words = if totals.unconverted > 0 {
                    Message::LegendNotInSum
                } else {
                    Message::LegendUndisclosed
                };
                let swatch = Swatch::Hatched(input.theme.hatch);
                entries.push(Entry {
                    swatch,
                    words: describe::say(input, &words),
                });
            }
            entries.push(Entry {
                swatch: Swatch::None,
                words: describe::say(input, &Message::LegendCurrency(input.currency.code())),
            });
        }
    }
    entries
}

fn sector_key<'a>(values: &Categories<'a>, bucket: &RankedBucket) -> &'a str {
    let tree = values.tree;
    &tree.node(tree.ancestor_at(bucket.code, 0)).key
}

/// Where the columns stand, from left to right.
#[derive(Clone, Copy, Debug)]
struct Columns {
    label_width: f64,
    bars_left: f64,
    bars_right: f64,
    /// The widest hatched block; none where every amount is disclosed.
    hatch_width: f64,
    hatch_left: f64,
    /// The right end of the number of undisclosed projects.
    hidden_right: f64,
    value_right: f64,
}

impl Columns {
    fn fit(input: &ChartInput<'_>, values: &Categories<'_>, shown: &Ranked) -> Self {
        let width = input.width_px.max(0.0);
        let measure = |text: &str, weight| input.text.width(text, LABEL_SIZE, weight);
        let all = || {
            shown
                .shown
                .iter()
                .map(|bucket| bucket.selected)
                .chain(shown.rest.map(|rest| rest.selected))
        };
        let value_width = all()
            .map(|totals| measure(&short_value(input, &totals), Weight::Bold))
            .fold(0.0, f64::max);
        let most_hidden = all().map(|totals| totals.not_in_sum()).max().unwrap_or(0);
        let (hatch_width, hidden_width) = match input.measure {
            Measure::Amount if most_hidden > 0 => {
                let number = input.text.width(
                    &format::count(most_hidden.into()),
                    NOTE_SIZE,
                    Weight::Regular,
                );
                (if width < 480.0 { 12.0 } else { 40.0 }, number + 6.0)
            }
            Measure::Amount | Measure::Projects => (0.0, 0.0),
        };
        let longest_label = shown
            .shown
            .iter()
            .map(|bucket| {
                measure(
                    &describe::name(input, values.tree.node(bucket.code)),
                    Weight::Bold,
                )
            })
            .fold(0.0, f64::max);
        let label_width = longest_label.min(width * 0.34).min(WIDEST_LABEL_PX);
        let value_right = width - EDGE_PX;
        let hidden_right = value_right - value_width - GAP_PX;
        let hatch_left = hidden_right - hidden_width - hatch_width;
        let bars_left = LABEL_LEFT_PX + label_width + GAP_PX;
        let bars_right = if hatch_width > 0.0 {
            hatch_left - GAP_PX
        } else {
            hidden_right
        };
        Self {
            label_width,
            bars_left,
            bars_right: bars_right.max(bars_left),
            hatch_width,
            hatch_left,
            hidden_right,
            value_right,
        }
    }
}

/// Draws rows into their columns.
struct Rows<'a> {
    input: &'a ChartInput<'a>,
    values: &'a Categories<'a>,
    columns: Columns,
    scale: LinearScale,
    most_hidden: u32,
}

impl Rows<'_> {
    fn value(
        &self,
        bucket: &RankedBucket,
        y: f64,
        marks: &mut Vec<Mark>,
        targets: &mut Vec<Target>,
    ) {
        let (input, values, theme) = (self.input, self.values, self.input.theme);
        let node = values.tree.node(bucket.code);
        let key = &node.key;
        let picked = describe::is_picked(input, values, bucket.code);
        let stands_back = !input.filters.picks(values.field).is_empty() && !picked;
        let full = if node.is_unstated() {
            theme.neutral
        } else if values.field == CategoryField::Industry {
            theme.sector(sector_key(values, bucket))
        } else {
            theme.accent
        };
        let color = if stands_back { theme.paler(full) } else { full };
        let (ink, weight) = if picked {
            (theme.ink, Weight::Bold)
        } else if stands_back {
            (theme.muted_ink, Weight::Regular)
        } else {
            (theme.ink, Weight::Regular)
        };

        if picked {
            let marker = Rect {
                x: EDGE_PX,
                y: y + (ROW_PX - BAR_PX) / 2.0,
                width: MARKER_PX,
                height: BAR_PX,
            };
            let key = MarkKey::part(key, ":picked");
            marks.push(mark(key, Shape::Rect(marker), theme.accent));
        }
        self.text(
            node.name.get(input.locale),
            LABEL_LEFT_PX,
            self.columns.label_width,
            y,
            (Align::Start, weight, ink),
            MarkKey::part(key, ":label"),
            marks,
        );
        let (whole, bar) = ([":whole", ":whole-cut"], [":bar", ":bar-cut"]);
        let parts = |parts: [&'static str; 2]| parts.map(|part| MarkKey::part(key, part));
        self.bar(&bucket.whole, y, theme.whole, parts(whole), marks);
        self.bar(&bucket.selected, y, color, parts(bar), marks);
        self.hidden(&bucket.selected, y, key, marks);
        let value_ink = if bucket.selected.projects == 0 {
            theme.muted_ink
        } else {
            ink
        };
        let value = short_value(input, &bucket.selected);
        self.value_text(
            &value,
            y,
            (Align::End, weight, value_ink),
            MarkKey::part(key, ":value"),
            marks,
        );

        let pick = Pick::Categories(vec![(values.field, Rc::clone(key))]);
        targets.push(self.target(
            key,
            describe::telling(input, describe::name_of(node), &bucket.selected),
            pick,
            picked,
            y,
        ));
    }

    /// The row that opens or folds the tail.
    fn fold(
        &self,
        words: &str,
        totals: Option<&Totals>,
        y: f64,
        marks: &mut Vec<Mark>,
        targets: &mut Vec<Target>,
    ) {
        let input = self.input;
        let key: Rc<str> = "fold".into();
        let style = (Align::Start, Weight::Regular, input.theme.accent);
        let room = self.columns.bars_right - LABEL_LEFT_PX;
        self.text(
            words,
            LABEL_LEFT_PX,
            room,
            y,
            style,
            MarkKey::part(&key, ":label"),
            marks,
        );
        let name: Rc<str> = words.into();
        let name = move || name.to_string();
        let telling = if let Some(totals) = totals {
            self.hidden(totals, y, &key, marks);
            let style = (Align::End, Weight::Regular, input.theme.muted_ink);
            self.value_text(
                &short_value(input, totals),
                y,
                style,
                MarkKey::part(&key, ":value"),
                marks,
            );
            describe::telling_and(input, move |_| name(), totals, Some(Message::ShowAll))
        } else {
            Telling::name(name)
        };
        targets.push(self.target(&key, telling, Pick::Unfold, false, y));
    }

    fn bar(
        &self,
        totals: &Totals,
        y: f64,
        color: Color,
        [key, key_of_cut]: [MarkKey; 2],
        marks: &mut Vec<Mark>,
    ) {
        let value = totals.value(self.input.measure);
        if value.abs() < f64::MIN_POSITIVE
            || value.is_nan()
            || self.columns.bars_right <= self.columns.bars_left
        {
            return;
        }
        let (zero, end) = (self.scale.position(0.0), self.scale.position(value));
        // What is there is seen, however small it is.
        let width = (end - zero).abs().max(1.5);
        let x = if end < zero { zero - width } else { zero };
        let bar = Rect {
            x,
            y: y + (ROW_PX - BAR_PX) / 2.0,
            width,
            height: BAR_PX,
        };
        marks.push(mark(key, Shape::Rect(bar), color));
        if value > self.scale.largest() {
            let (left, right) = (bar.right() - 18.0, bar.right() - 12.0);
            let gap = Shape::Line {
                from: Point {
                    x: left,
                    y: bar.bottom() + 2.0,
                },
                to: Point {
                    x: right,
                    y: bar.y - 2.0,
                },
                width: 4.0,
            };
            marks.push(mark(key_of_cut, gap, self.input.theme.background));
        }
    }

    /// A hatched block and the number of projects that are not in the sum.
    fn hidden(&self, totals: &Totals, y: f64, key: &Rc<str>, marks: &mut Vec<Mark>) {
        let hidden = totals.not_in_sum();
        let columns = &self.columns;
        if hidden == 0 || columns.hatch_width <= 0.0 || columns.hatch_left < columns.bars_left {
            return;
        }
        let share = (f64::from(hidden) / f64::from(self.most_hidden)).min(1.0);
        let block = Rect {
            x: columns.hatch_left,
            y: y + (ROW_PX - BAR_PX) / 2.0,
            width: (columns.hatch_width * share).max(4.0),
            height: BAR_PX,
        };
        marks.push(mark(
            MarkKey::part(key, ":undisclosed"),
            Shape::Hatch(block),
            self.input.theme.hatch,
        ));
        let shape = Shape::Text {
            text: format::count(hidden.into()).into(),
            at: Point {
                x: columns.hidden_right,
                y: y + ROW_PX / 2.0,
            },
            size: NOTE_SIZE,
            align: Align::End,
            weight: Weight::Regular,
        };
        marks.push(mark(
            MarkKey::part(key, ":undisclosed-number"),
            shape,
            self.input.theme.muted_ink,
        ));
    }

    /// The value at the right end, left out where it would run into the label.
    fn value_text(
        &self,
        words: &str,
        y: f64,
        style: (Align, Weight, Color),
        key: MarkKey,
        marks: &mut Vec<Mark>,
    ) {
        let room = self.columns.value_right - LABEL_LEFT_PX - self.columns.label_width - GAP_PX;
        if self.input.text.width(words, LABEL_SIZE, style.1) <= room {
            self.text(words, self.columns.value_right, room, y, style, key, marks);
        }
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "one text mark: words, place, style, name"
    )]
    fn text(
        &self,
        words: &str,
        x: f64,
        room: f64,
        y: f64,
        (align, weight, color): (Align, Weight, Color),
        key: MarkKey,
        marks: &mut Vec<Mark>,
    ) {
        let words = shorten(words, room, LABEL_SIZE, weight, self.input.text);
        if words.is_empty() {
            return;
        }
        let at = Point {
            x,
            y: y + ROW_PX / 2.0,
        };
        let shape = Shape::Text {
            text: words.into(),
            at,
            size: LABEL_SIZE,
            align,
            weight,
        };
        marks.push(mark(key, shape, color));
    }

    fn target(&self, key: &Rc<str>, telling: Telling, pick: Pick, picked: bool, y: f64) -> Target {
        let width = self.input.width_px.max(0.0);
        Target {
            key: Rc::clone(key),
            area: Area::Rect(Rect {
                x: 0.0,
                y,
                width,
                height: ROW_PX,
            }),
            outline: Area::Rect(Rect {
                x: EDGE_PX,
                y: y + 3.0,
                width: (width - 2.0 * EDGE_PX).max(0.0),
                height: ROW_PX - 6.0,
            }),
            telling,
            pick,
            picked,
        }
    }
}
