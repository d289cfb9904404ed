//! Amounts: one bar per bin of a logarithmic axis.
//!
//! Bins begin at 1, 2, 5, 10, … of the currency and are equally wide. What is zero or
//! less is a bin of its own at the left. What has no amount in it stands
//! hatched at the right, apart from the axis: cut short, with its number, where
//! it would flatten everything else; with amounts in words alone, because its
//! length is not known.

use std::rc::Rc;

use super::super::brush::{Brush, BrushAxis, BrushSteps};
use super::super::describe;
use super::super::emphasis::brush_band;
use super::super::legend::{Entry, Swatch, legend_in_room_of};
use super::super::marks::{
    EDGE_PX, empty_scene, hairline, mark, measure_ticks, note, note_width, tick_room, value_axis,
};
use super::super::scale::LinearScale;
use super::super::scene::{
    Align, Area, Mark, MarkKey, Pick, Point, Rect, Scene, Shape, Size, Target, Weight,
};
use super::super::spec::{Amounts, ChartInput};
use super::super::text::shorten;
use super::super::theme::NOTE_SIZE;
use crate::data::CategoryField;
use crate::data::vocabulary::Disclosure;
use crate::i18n::{LaterMessage, Message, format};
use crate::query::{AmountBin, Brushed, BucketKey, Measure, Totals};

const PLOT_PX: f64 = 168.0;
/// Room for a number above the plot.
const HEAD_PX: f64 = 18.0;
const AXIS_PX: f64 = 22.0;
/// The line below the axis that says what it is.
const CAPTION_PX: f64 = 18.0;
const TICKS: usize = 5;
const TICK_PX: f64 = 4.0;
/// At most between stretches of the axis, and before what has no place on it.
const GAP_PX: f64 = 32.0;
const LABEL_GAP_PX: f64 = 10.0;
/// Room for half of an edge's label beside the axis.
const HALF_LABEL_PX: f64 = 28.0;
/// From one count in words to the next.
const WORDS_PX: f64 = 46.0;
const WIDEST_APART_PX: f64 = 56.0;
/// A hatched bar that many times as long as the longest bin is cut.
const CUT_BEYOND: f64 = 1.5;
/// Bins in a power of ten.
const DECADE: i32 = 3;
/// How many bins there are for positive amounts.
const BINS: i32 = 72;

pub(super) fn layout(input: &ChartInput<'_>, amounts: &Amounts<'_>) -> Scene {
    let description = describe::histogram(input, amounts);
    let width = input.width_px.max(0.0);
    if amounts.selected.total.projects == 0 {
        let height = EDGE_PX + HEAD_PX + PLOT_PX + AXIS_PX + CAPTION_PX;
        return empty_scene(input, height, description);
    }

    let (mut least, mut most, mut apart) = (0.0_f64, 0.0_f64, 0.0_f64);
    let buckets = amounts.whole.buckets.iter();
    for bucket in buckets.chain(&amounts.selected.buckets) {
        let value = bucket.totals.value(input.measure);
        if describe::bin_of(bucket.key).is_some() {
            (least, most) = (least.min(value), most.max(value));
        } else {
            apart = apart.max(value);
        }
    }
    let is_cut = amounts.whole.total.disclosed > 0 && apart > CUT_BEYOND * most;
    if !is_cut {
        most = most.max(apart);
    }

    let entries = |is_narrowed, is_cut| entries(input, amounts, is_narrowed, is_cut);
    let (mut marks, below_legend) = legend_in_room_of(
        input,
        &entries(input.is_narrowed(), is_cut),
        &entries(true, true),
        EDGE_PX,
        EDGE_PX,
    );
    let top = below_legend + HEAD_PX;
    let scale = LinearScale::fit([least, most], top + PLOT_PX, top).rounded(TICKS);
    let ticks = measure_ticks(input, &scale, TICKS + 1);
    let left = tick_room(input, &ticks).max(HALF_LABEL_PX).min(width);
    let plot = Rect {
        x: left,
        y: top,
        width: (width - EDGE_PX - left).max(0.0),
        height: PLOT_PX,
    };
    let slots = slots(input, amounts, plot);
    let axis_right = slots
        .first()
        .map_or(plot.right() - HALF_LABEL_PX, |slot| {
            slot.area.x - gap(width)
        })
        .max(left);
    let axis = Axis::of(amounts, left, axis_right);

    // Lines of money do not run through words.
    let grid = match (input.measure, &axis) {
        (Measure::Projects, _) => plot.width,
        (Measure::Amount, Some(_)) => axis_right - left,
        (Measure::Amount, None) => 0.0,
    };
    if grid > 0.0 {
        let plot = Rect {
            width: grid,
            ..plot
        };
        marks.extend(value_axis(input, &ticks, &scale, plot));
    }
    let bars = Bars {
        input,
        amounts,
        plot,
        scale,
    };
    let mut targets = Vec::new();
    let mut brush = None;
    if let Some(axis) = &axis {
        let brushable = Brush {
            area: Rect {
                width: axis_right - left,
                ..plot
            },
            horizontal: Some(axis.brush.clone()),
            vertical: None,
            brushed: Brushed {
                period: None,
                amount: Some(input.filters.amount),
            },
        };
        // The band lies behind the bars, its ends before them: they may stand within a bar.
        let mut band = brush_band(&brushable, &brushable.brushed, "brush", input.theme).into_iter();
        marks.extend(band.next());
        bars.bins(axis, &mut marks, &mut targets);
        marks.extend(band);
        brush = Some(brushable);
    }
    for slot in &slots {
        bars.apart(slot, &mut marks, &mut targets);
    }
    let zero = bars.scale.position(0.0);
    let mut base = |key: &'static str, from: f64, to: f64| {
        let (from, to) = (Point { x: from, y: zero }, Point { x: to, y: zero });
        marks.push(hairline(key, from, to, input.theme.baseline));
    };
    if axis.is_some() {
        base("base", left, axis_right);
    }
    if let (Measure::Projects, Some(first)) = (input.measure, slots.first()) {
        let from = axis.as_ref().map_or(left, |_| first.area.x);
        base("base-apart", from, plot.right());
    }
    if let Some(axis) = &axis {
        let free_to = slots.iter().map(Slot::label_left).fold(width, f64::min);
        marks.extend(bars.edges(axis, free_to));
    }
    Scene {
        size: Size {
            width,
            height: plot.bottom() + AXIS_PX + CAPTION_PX,
        },
        marks,
        targets,
        brush,
        description,
    }
}

fn entries(
    input: &ChartInput<'_>,
    amounts: &Amounts<'_>,
    is_narrowed: bool,
    is_cut: bool,
) -> Vec<Entry> {
    let theme = input.theme;
    let entry = |swatch, message: &LaterMessage| Entry {
        swatch,
        words: describe::say(input, message),
    };
    let mut entries = Vec::new();
    if is_narrowed {
        entries.push(entry(
            Swatch::Filled(theme.accent),
            &Message::LegendSelected.into(),
        ));
        entries.push(entry(
            Swatch::Filled(theme.whole),
            &Message::LegendWhole.into(),
        ));
    }
    if is_cut {
        entries.push(entry(
            Swatch::Hatched(theme.hatch),
            &LaterMessage::LegendCut,
        ));
    }
    match input.measure {
        Measure::Projects => {}
        Measure::Amount if amounts.whole.total.disclosed == 0 => {}
        Measure::Amount => entries.push(entry(
            Swatch::None,
            &LaterMessage::from(Message::LegendCurrency(input.currency.code())),
        )),
    }
    entries
}

fn gap(width: f64) -> f64 {
    (width * 0.06).min(GAP_PX)
}

/// Bins along the axis.
struct Axis {
    /// The first positive bin of the axis.
    from: i32,
    /// The bin before which the axis ends.
    to: i32,
    first: AmountBin,
    brush: BrushAxis,
}

impl Axis {
    /// Whole powers of ten around all amounts; `None` where no amount is known.
    fn of(amounts: &Amounts<'_>, left: f64, right: f64) -> Option<Self> {
        let bins: Vec<i32> = amounts
            .whole
            .buckets
            .iter()
            .filter_map(|bucket| Some(describe::bin_of(bucket.key)?.0))
            .collect();
        let (&lowest, &highest) = (bins.first()?, bins.last()?);
        let has_zero = lowest == AmountBin::NOT_POSITIVE.0;
        let (mut from, mut to) = (0, 0);
        if let Some(positive) = bins.iter().find(|&&bin| bin > AmountBin::NOT_POSITIVE.0) {
            from = positive / DECADE * DECADE;
            to = (highest / DECADE + 1) * DECADE;
            // A single bar needs something to stand in.
            if to - from < 2 * DECADE {
                from = (from - DECADE).max(0);
                to = (to + DECADE).min(BINS);
            }
        }
        // Bins between zero and the first amount are skipped: they share the gap.
        let gap = if has_zero && from > 0 {
            gap(right - left)
        } else {
            0.0
        };
        let count = to - from + i32::from(has_zero);
        let step = (right - left - gap) / f64::from(count.max(1));
        let start = if has_zero { left + step + gap } else { left };
        let edge = |bin: i32| {
            if bin < 0 {
                left
            } else if bin < from {
                start - gap + gap * f64::from(bin) / f64::from(from)
            } else {
                start + step * f64::from(bin - from)
            }
        };
        let first = if has_zero { lowest } else { from };
        Some(Self {
            from,
            to,
            first: AmountBin(first),
            brush: BrushAxis {
                edges_px: (first..=to).map(edge).collect(),
                steps: BrushSteps::Amounts {
                    first: AmountBin(first),
                },
            },
        })
    }

    /// Where the bin begins.
    fn edge(&self, bin: i32) -> f64 {
        let edges = &self.brush.edges_px;
        let position = bin.abs_diff(self.first.0) as usize;
        edges[position.min(edges.len() - 1)]
    }
}

/// The place of what has no place on the axis.
struct Slot {
    key: BucketKey,
    disclosure: Disclosure,
    area: Rect,
    label: String,
    label_width: f64,
}

impl Slot {
    fn middle(&self) -> f64 {
        self.area.x + self.area.width / 2.0
    }

    fn label_left(&self) -> f64 {
        self.middle() - self.label_width / 2.0 - LABEL_GAP_PX / 2.0
    }
}

/// Slots at the right end of the plot, in its middle where there is nothing else: bars side by side, counts in words one below the other.
fn slots(input: &ChartInput<'_>, amounts: &Amounts<'_>, plot: Rect) -> Vec<Slot> {
    let measured = |words: &str| input.text.width(words, NOTE_SIZE, Weight::Bold);
    let most = plot.width * 0.32;
    let mut slots = Vec::new();
    for (key, disclosure) in [
        (BucketKey::Unconverted, Disclosure::Unconverted),
        (BucketKey::Undisclosed, Disclosure::Undisclosed),
    ] {
        let whole = amounts.whole.of(key);
        if whole.projects == 0 {
            continue;
        }
        let name = if key == BucketKey::Unconverted {
            LaterMessage::NoRate
        } else {
            Message::NoAmount.into()
        };
        let words = describe::say(input, &name);
        let label = shorten(&words, most, NOTE_SIZE, Weight::Bold, input.text);
        let width = measured(&words).max(measured(&number(input, &whole))) + 8.0;
        slots.push(Slot {
            key,
            disclosure,
            area: Rect {
                width: width.min(most),
                height: PLOT_PX + AXIS_PX,
                ..plot
            },
            label_width: measured(&label),
            label,
        });
    }
    let widths = slots.iter().map(|slot: &Slot| slot.area.width);
    let taken: f64 = match input.measure {
        Measure::Projects => widths.sum(),
        Measure::Amount => widths.fold(0.0, f64::max),
    };
    let has_axis = amounts.whole.total.disclosed > 0;
    let mut x = plot.right()
        - if has_axis {
            taken
        } else {
            f64::midpoint(plot.width, taken)
        };
    let end = if has_axis {
        plot.bottom() + AXIS_PX
    } else {
        plot.y + plot.height / 2.0 + WORDS_PX
    };
    let mut y = end - WORDS_PX * slots.len() as f64;
    for slot in &mut slots {
        slot.area.x = x;
        match input.measure {
            Measure::Projects => x += slot.area.width,
            Measure::Amount => {
                slot.area = Rect {
                    x,
                    y,
                    width: taken,
                    height: WORDS_PX,
                };
                y += WORDS_PX;
            }
        }
    }
    slots
}

/// How many projects have no amount: a number beside an axis of numbers, else in words.
fn number(input: &ChartInput<'_>, totals: &Totals) -> String {
    match input.measure {
        Measure::Projects => format::count(totals.projects.into()),
        Measure::Amount => describe::say(input, &Message::ProjectCount(totals.projects.into())),
    }
}

/// Draws into the plot.
struct Bars<'a> {
    input: &'a ChartInput<'a>,
    amounts: &'a Amounts<'a>,
    plot: Rect,
    scale: LinearScale,
}

impl Bars<'_> {
    fn bins(&self, axis: &Axis, marks: &mut Vec<Mark>, targets: &mut Vec<Target>) {
        let (input, theme) = (self.input, self.input.theme);
        let filter = input.filters.amount;
        for bucket in &self.amounts.whole.buckets {
            let Some(bin) = describe::bin_of(bucket.key) else {
                continue;
            };
            let selected = self.amounts.selected.of(bucket.key);
            let (left, right) = (axis.edge(bin.0), axis.edge(bin.0 + 1));
            let pad = ((right - left) * 0.1).min(1.0);
            let whole = self.bar(left + pad, right - pad, &bucket.totals);
            let bar = self.bar(left + pad, right - pad, &selected);
            let color = if describe::touches(filter, bin) {
                theme.accent
            } else {
                theme.paler(theme.accent)
            };
            let key: Rc<str> = bin.0.to_string().into();
            for (rect, part, color) in [(whole, ":whole", theme.whole), (bar, ":bar", color)] {
                if rect.width > 0.0 && rect.height > 0.0 {
                    let key = MarkKey::part(&key, part);
                    marks.push(mark(key, Shape::Rect(rect), color));
                }
            }
            let area = Rect {
                x: left,
                width: right - left,
                ..self.plot
            };
            let outline = if whole.height > 0.0 {
                whole
            } else {
                Rect {
                    y: whole.y - 2.0,
                    height: 2.0,
                    ..whole
                }
            };
            let (bucket, currency) = (bucket.key, input.currency);
            let name =
                move |locale| describe::amount_name(bucket, currency, locale).unwrap_or_default();
            targets.push(Target {
                key,
                area: Area::Rect(area),
                outline: Area::Rect(outline),
                telling: describe::telling(input, name, &selected),
                pick: Pick::Amount(describe::range_of(bin, bin)),
                picked: !filter.is_open() && describe::holds(filter, bin),
            });
        }
    }

    /// What has no place on the axis: its bar, its number and its label.
    fn apart(&self, slot: &Slot, marks: &mut Vec<Mark>, targets: &mut Vec<Target>) {
        let (input, theme) = (self.input, self.input.theme);
        let (whole, selected) = (
            self.amounts.whole.of(slot.key),
            self.amounts.selected.of(slot.key),
        );
        let key: Rc<str> = slot.disclosure.key().into();
        let picked = input
            .filters
            .picks(CategoryField::Disclosure)
            .contains(&key);
        let stands_back = !input.filters.amount.is_open();
        let half = (slot.area.width * 0.35).min(WIDEST_APART_PX / 2.0);
        let (left, right) = (slot.middle() - half, slot.middle() + half);
        let mut outline = slot.area;
        let label_y = slot.area.bottom() - AXIS_PX / 2.0;
        let mut number_y = label_y - HEAD_PX;
        match input.measure {
            Measure::Projects => {
                let (behind, bar) = (
                    self.bar(left, right, &whole),
                    self.bar(left, right, &selected),
                );
                let hatch = if stands_back {
                    theme.paler(theme.hatch)
                } else {
                    theme.hatch
                };
                let mut part = |part, shape, color| {
                    marks.push(mark(MarkKey::part(&key, part), shape, color));
                };
                part(":whole", Shape::Rect(behind), theme.whole);
                part(":bar", Shape::Hatch(bar), hatch);
                if f64::from(whole.projects) > self.scale.largest() {
                    part(":cut", cut(behind), theme.background);
                }
                outline = behind;
                number_y = bar.y - HEAD_PX / 2.0;
            }
            Measure::Amount => {}
        }
        let ink = |is_strong: bool| {
            if is_strong {
                theme.ink
            } else {
                theme.muted_ink
            }
        };
        let weight = if picked {
            Weight::Bold
        } else {
            Weight::Regular
        };
        let number = number(input, &selected);
        for (part, words, y, color) in [
            (":number", &number, number_y, ink(!stands_back)),
            (":label", &slot.label, label_y, ink(picked)),
        ] {
            if !words.is_empty() && input.text.width(words, NOTE_SIZE, weight) <= slot.area.width {
                let shape = Shape::Text {
                    text: words.as_str().into(),
                    at: Point {
                        x: slot.middle(),
                        y,
                    },
                    size: NOTE_SIZE,
                    align: Align::Middle,
                    weight,
                };
                marks.push(mark(MarkKey::part(&key, part), shape, color));
            }
        }
        targets.push(Target {
            key: Rc::clone(&key),
            area: Area::Rect(slot.area),
            outline: Area::Rect(outline),
            telling: describe::apart(input, slot.key, &selected),
            pick: Pick::Categories(vec![(CategoryField::Disclosure, key)]),
            picked,
        });
    }

    /// Round amounts below the edges of bins, as many as have room, and what they are.
    fn edges(&self, axis: &Axis, free_to: f64) -> Vec<Mark> {
        let input = self.input;
        let mut marks = [1, DECADE, 2 * DECADE, 4 * DECADE, 8 * DECADE]
            .into_iter()
            .find_map(|every| self.edges_every(every, axis, free_to))
            .unwrap_or_default();
        let caption = shorten(
            &describe::say(input, &LaterMessage::AmountAxis(input.currency.code())),
            self.plot.width,
            NOTE_SIZE,
            Weight::Regular,
            input.text,
        );
        if !caption.is_empty() {
            let at = Point {
                x: self.plot.x,
                y: self.plot.bottom() + AXIS_PX + CAPTION_PX / 2.0 - 2.0,
            };
            let ink = input.theme.muted_ink;
            marks.push(note("axis", &caption, at, Align::Start, ink));
        }
        marks
    }

    fn edges_every(&self, every: i32, axis: &Axis, free_to: f64) -> Option<Vec<Mark>> {
        let (input, theme) = (self.input, self.input.theme);
        let bottom = self.plot.bottom();
        let mut labels = Vec::new();
        if axis.first == AmountBin::NOT_POSITIVE {
            let middle = f64::midpoint(axis.edge(axis.first.0), axis.edge(0));
            labels.push((axis.first.0, middle, "≤ 0".to_owned()));
        }
        labels.extend(
            (axis.from..=axis.to)
                .filter(|bin| bin.rem_euclid(every) == 0 && *bin < BINS)
                .filter(|_| axis.to > axis.from)
                .map(|bin| {
                    let label = format::money_short(AmountBin(bin).lower(), input.locale);
                    (bin, axis.edge(bin), label)
                }),
        );
        let mut marks = Vec::new();
        let mut free_from = f64::MIN;
        for (bin, x, label) in labels {
            let half = note_width(input, &label) / 2.0;
            if x - half < free_from && bin != axis.from {
                return None;
            }
            if bin >= 0 {
                let (from, to) = (
                    Point { x, y: bottom },
                    Point {
                        x,
                        y: bottom + TICK_PX,
                    },
                );
                marks.push(hairline(format!("edge-{bin}"), from, to, theme.baseline));
            }
            if x - half < free_from.max(0.0) || x + half > free_to {
                continue;
            }
            free_from = x + half + LABEL_GAP_PX;
            let at = Point {
                x,
                y: bottom + AXIS_PX / 2.0 + 2.0,
            };
            let key = format!("edge-{bin}:label");
            marks.push(note(key, &label, at, Align::Middle, theme.muted_ink));
        }
        Some(marks)
    }

    /// The bar of a value, from the base line and no higher than the plot.
    fn bar(&self, left: f64, right: f64, totals: &Totals) -> Rect {
        let value = totals.value(self.input.measure);
        let (zero, end) = (self.scale.position(0.0), self.scale.position(value));
        let height = if value.abs() < f64::MIN_POSITIVE || value.is_nan() {
            0.0
        } else {
            // What is there is seen, however small it is.
            (end - zero).abs().max(1.5)
        };
        // Both edges on whole pixels, so that neighbours get equal gaps.
        let (x, right) = (left.round(), right.round());
        Rect {
            x,
            y: if end > zero { zero } else { zero - height },
            width: (right - x).max(1.0_f64.min(self.plot.width)),
            height,
        }
    }
}

/// A slanted gap through the upper end of a bar that goes on beyond the plot.
fn cut(bar: Rect) -> Shape {
    let corner = |x: f64, down: f64| Point { x, y: bar.y + down };
    Shape::Line {
        from: corner(bar.x - 2.0, 22.0),
        to: corner(bar.right() + 2.0, 14.0),
        width: 5.0,
    }
}
