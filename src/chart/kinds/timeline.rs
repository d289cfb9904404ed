//! Signing dates: one bar per year, quarter or month.
//!
//! A date that is a year only is in no quarter and in no month: at those
//! grains it lies hatched in a lane of its own below the year it spans. With
//! amounts, hatched bars hang from the base line and show how many projects of
//! each stretch are not in the sum. Without a date there is no place on the
//! axis; the legend and the finding say how many.

use std::rc::Rc;

use super::super::brush::{Brush, BrushAxis, BrushSteps};
use super::super::describe;
use super::super::emphasis::brush_band;
use super::super::legend::{Entry, Swatch, legend_in_room_of};
use super::super::marks::{
    EDGE_PX, MonthAxis, alike_together, date_labels, empty_scene, hairline, mark, measure_ticks,
    note, note_width, tick_room, value_axis,
};
use super::super::scale::{BandScale, LinearScale};
use super::super::scene::{
    Align, Area, Mark, MarkKey, Pick, Point, Rect, Scene, Shape, Size, Target,
};
use super::super::spec::{ChartInput, Timeline};
use crate::data::Month;
use crate::i18n::{Message, format};
use crate::query::{Brushed, BucketKey, Measure, Period, Summary, Totals};

const PLOT_PX: f64 = 168.0;
/// Room for the upper half of the topmost tick.
const HEAD_PX: f64 = 8.0;
const AXIS_PX: f64 = 24.0;
const HIDDEN_PX: f64 = 18.0;
const LANE_PX: f64 = 16.0;
const LANE_GAP_PX: f64 = 4.0;
const TICKS: usize = 5;
const WIDEST_BAR_PX: f64 = 56.0;

pub(super) fn layout(input: &ChartInput<'_>, dates: &Timeline<'_>) -> Scene {
    let description = describe::timeline(input, dates);
    let width = input.width_px.max(0.0);
    let Some(slots) = Slots::of(dates).filter(|_| dates.selected.total.projects > 0) else {
        return empty_scene(input, EDGE_PX + HEAD_PX + PLOT_PX + AXIS_PX, description);
    };

    let entries = |summary, is_narrowed| entries(input, dates, summary, is_narrowed);
    let (mut marks, below_legend) = legend_in_room_of(
        input,
        &entries(dates.selected, input.is_narrowed()),
        &entries(dates.whole, true),
        EDGE_PX,
        EDGE_PX,
    );
    let top = below_legend + HEAD_PX;
    let values = dates
        .whole
        .buckets
        .iter()
        .chain(&dates.selected.buckets)
        .filter(|bucket| is_slot(bucket.key));
    let scale = LinearScale::fit(
        values.map(|bucket| bucket.totals.value(input.measure)),
        top + PLOT_PX,
        top,
    )
    .rounded(TICKS);
    let ticks = measure_ticks(input, &scale, TICKS + 1);
    let left = tick_room(input, &ticks).min(width);
    let right = (width - EDGE_PX).max(left);
    let plot = Rect {
        x: left,
        y: top,
        width: right - left,
        height: PLOT_PX,
    };

    let hangs = input.measure == Measure::Amount && dates.selected.total.not_in_sum() > 0;
    let has_lane = dates
        .whole
        .buckets
        .iter()
        .any(|bucket| matches!(bucket.key, BucketKey::YearOnly(_)));
    let lane_top = plot.bottom() + if hangs { HIDDEN_PX } else { 0.0 } + LANE_GAP_PX;
    let axis_top = if has_lane {
        lane_top + LANE_PX
    } else {
        lane_top - LANE_GAP_PX
    };

    let steps = BrushSteps::Months {
        first: Month(slots.first * dates.grain.months()),
        months: dates.grain.months(),
    };
    let brush = Brush {
        area: plot,
        horizontal: Some(BrushAxis::even(slots.count, left, right, steps)),
        vertical: None,
        brushed: Brushed {
            period: Some(input.filters.period),
            amount: None,
        },
    };
    marks.extend(value_axis(input, &ticks, &scale, plot));
    marks.extend(brush_band(&brush, &brush.brushed, "brush", input.theme));

    let bars = Bars {
        input,
        dates,
        slots,
        plot,
        scale,
        bands: BandScale::new(slots.count, left, right),
        lane_top,
    };
    let mut targets = Vec::new();
    let mut columns = Vec::new();
    bars.slots(&mut columns, &mut targets, hangs);
    marks.extend(alike_together(columns, input.theme.whole));
    let zero = bars.scale.position(0.0);
    marks.push(hairline(
        "base",
        Point { x: left, y: zero },
        Point { x: right, y: zero },
        input.theme.baseline,
    ));
    if has_lane {
        bars.lane(&mut marks, &mut targets);
    }
    marks.extend(bars.dates(axis_top + AXIS_PX / 2.0));
    Scene {
        size: Size {
            width,
            height: axis_top + AXIS_PX,
        },
        marks,
        targets,
        brush: Some(brush),
        description,
    }
}

fn entries(
    input: &ChartInput<'_>,
    dates: &Timeline<'_>,
    summary: &Summary,
    is_narrowed: bool,
) -> Vec<Entry> {
    let theme = input.theme;
    let entry = |swatch, message: &Message| Entry {
        swatch,
        words: describe::say(input, message),
    };
    let mut entries = Vec::new();
    if is_narrowed {
        entries.push(entry(
            Swatch::Filled(theme.accent),
            &Message::LegendSelected,
        ));
        entries.push(entry(Swatch::Filled(theme.whole), &Message::LegendWhole));
    }
    if dates
        .whole
        .buckets
        .iter()
        .any(|bucket| matches!(bucket.key, BucketKey::YearOnly(_)))
    {
        entries.push(entry(
            Swatch::Hatched(theme.accent),
            &Message::LegendYearOnly,
        ));
    }
    match input.measure {
        Measure::Projects => {}
        Measure::Amount => {
            let total = &summary.total;
            if total.not_in_sum() > 0 {
                let words = if total.unconverted > 0 {
                    Message::LegendNotInSum
                } else {
                    Message::LegendUndisclosed
                };
                entries.push(entry(Swatch::Hatched(theme.hatch), &words));
            }
            entries.push(entry(
                Swatch::None,
                &Message::LegendCurrency(input.currency.code()),
            ));
        }
    }
    let undated = summary.of(BucketKey::Undated).projects;
    if undated > 0 {
        entries.push(entry(Swatch::None, &Message::LegendUndated(undated.into())));
    }
    entries
}

fn is_slot(key: BucketKey) -> bool {
    matches!(key, BucketKey::Time(_))
}

/// The stretches along the axis, by their number since year 0.
#[derive(Clone, Copy, Debug)]
struct Slots {
    first: i32,
    count: usize,
}

impl Slots {
    /// From the first to the last stretch that the data has; `None` without a date.
    fn of(dates: &Timeline<'_>) -> Option<Self> {
        let months = dates.grain.months();
        let span = dates
            .span
            .map(|(first, last)| [first.0.div_euclid(months), last.0.div_euclid(months)]);
        let dated = dates
            .whole
            .buckets
            .iter()
            .filter_map(|bucket| match bucket.key {
                BucketKey::Time(step) => Some([step, step]),
                BucketKey::YearOnly(year) => Some([year * 12 / months, (year * 12 + 11) / months]),
                BucketKey::Undated
                | BucketKey::Category(_)
                | BucketKey::Amount(_)
                | BucketKey::Unconverted
                | BucketKey::Undisclosed => None,
            });
        let steps: Vec<i32> = dated.chain(span).flatten().collect();
        let (first, last) = (*steps.iter().min()?, *steps.iter().max()?);
        Some(Self {
            first,
            count: last.abs_diff(first) as usize + 1,
        })
    }

    fn band(self, step: i32) -> usize {
        step.abs_diff(self.first) as usize
    }
}

/// Draws along the axis.
struct Bars<'a> {
    input: &'a ChartInput<'a>,
    dates: &'a Timeline<'a>,
    slots: Slots,
    plot: Rect,
    scale: LinearScale,
    bands: BandScale,
    lane_top: f64,
}

impl Bars<'_> {
    fn slots(&self, marks: &mut Vec<Mark>, targets: &mut Vec<Target>, hangs: bool) {
        let (dates, theme) = (self.dates, self.input.theme);
        let most_hidden = dates
            .selected
            .buckets
            .iter()
            .filter(|bucket| is_slot(bucket.key))
            .map(|bucket| bucket.totals.not_in_sum())
            .max()
            .unwrap_or(0)
            .max(1);
        for bucket in &dates.whole.buckets {
            let BucketKey::Time(step) = bucket.key else {
                continue;
            };
            let key: Rc<str> = step.to_string().into();
            let selected = dates.selected.of(bucket.key);
            let months = self.dates.grain.months();
            let (first, last) = (Month(step * months), Month(step * months + months - 1));
            let color = if self.is_brushed(first, last) {
                theme.accent
            } else {
                theme.paler(theme.accent)
            };
            let whole = self.bar(step, &bucket.totals);
            let bar = self.bar(step, &selected);
            let drawn = |rect: &Rect| rect.height > 0.0 && rect.width > 0.0;
            if drawn(&whole) {
                let key = MarkKey::part(&key, ":whole");
                marks.push(mark(key, Shape::Rect(whole), theme.whole));
            }
            if drawn(&bar) {
                marks.push(mark(MarkKey::part(&key, ":bar"), Shape::Rect(bar), color));
            }
            let left_out = selected.not_in_sum();
            if hangs && left_out > 0 {
                let height = (HIDDEN_PX * f64::from(left_out) / f64::from(most_hidden)).max(4.0);
                let hung = Rect {
                    y: self.plot.bottom(),
                    height,
                    ..bar
                };
                let key = MarkKey::part(&key, ":undisclosed");
                marks.push(mark(key, Shape::Hatch(hung), theme.hatch));
            }
            let column = Rect {
                x: self.bands.start(self.slots.band(step)),
                y: self.plot.y,
                width: self.bands.step(),
                height: self.plot.height + if hangs { HIDDEN_PX } else { 0.0 },
            };
            let outline = if drawn(&whole) {
                whole
            } else {
                Rect {
                    y: self.plot.bottom() - 2.0,
                    height: 2.0,
                    ..whole
                }
            };
            targets.push(self.target(
                key,
                bucket.key,
                column,
                outline,
                Period::between(first, last),
                &selected,
            ));
        }
    }

    /// Years without a month, in the lane below the bars.
    fn lane(&self, marks: &mut Vec<Mark>, targets: &mut Vec<Target>) {
        let (input, dates, theme) = (self.input, self.dates, self.input.theme);
        let months = self.dates.grain.months();
        for bucket in &dates.whole.buckets {
            let BucketKey::YearOnly(year) = bucket.key else {
                continue;
            };
            let key: Rc<str> = format!("year-{year}").into();
            let selected = dates.selected.of(bucket.key);
            let (first, last) = (Month::new(year, 1), Month::new(year, 12));
            let from = self
                .bands
                .start(self.slots.band(first.0.div_euclid(months)));
            let to = self
                .bands
                .start(self.slots.band(last.0.div_euclid(months)) + 1);
            let span = Rect {
                x: from + 1.0,
                y: self.lane_top + 2.0,
                width: (to - from - 2.0).max(0.0),
                height: LANE_PX - 4.0,
            };
            let full = if self.is_brushed(first, last) {
                theme.accent
            } else {
                theme.paler(theme.accent)
            };
            let color = if selected.projects == 0 {
                theme.whole
            } else {
                full
            };
            marks.push(mark(MarkKey::part(&key, ":bar"), Shape::Hatch(span), color));
            let words = match input.measure {
                Measure::Projects => format::count(selected.projects.into()),
                Measure::Amount if selected.disclosed > 0 => {
                    format::money_short(selected.amount, input.locale)
                }
                Measure::Amount => String::new(),
            };
            let words_width = note_width(input, &words) + 8.0;
            if selected.projects > 0 && !words.is_empty() && words_width + 8.0 <= span.width {
                let middle = span.x + span.width / 2.0;
                let clear = Rect {
                    x: middle - words_width / 2.0,
                    width: words_width,
                    y: self.lane_top,
                    height: LANE_PX,
                };
                marks.push(mark(
                    MarkKey::part(&key, ":clear"),
                    Shape::Rect(clear),
                    theme.background,
                ));
                let at = Point {
                    x: middle,
                    y: self.lane_top + LANE_PX / 2.0,
                };
                marks.push(note(
                    MarkKey::part(&key, ":value"),
                    &words,
                    at,
                    Align::Middle,
                    theme.muted_ink,
                ));
            }
            let area = Rect {
                x: from,
                y: self.lane_top,
                width: to - from,
                height: LANE_PX,
            };
            targets.push(self.target(
                key,
                bucket.key,
                area,
                span,
                Period::between(first, last),
                &selected,
            ));
        }
    }

    /// The dates below the axis, each below the middle of its bar or of the bar that begins its year.
    fn dates(&self, y: f64) -> Vec<Mark> {
        let months = self.dates.grain.months();
        let first = self.slots.first * months;
        let middle = |month: i32| {
            let band = (month - first) / months;
            self.bands.start(band as usize) + self.bands.step() / 2.0
        };
        let axis = MonthAxis {
            first,
            count: self.slots.count as i32 * months,
            grain: self.dates.grain,
            month_px: self.bands.step() / f64::from(months),
            right: self.input.width_px,
        };
        date_labels(self.input, &axis, &middle, y)
    }

    /// The bar of a value, from the base line.
    fn bar(&self, step: i32, totals: &Totals) -> Rect {
        let band = self.bands.step();
        let width = (band - (band * 0.25).min(6.0))
            .clamp(0.0, WIDEST_BAR_PX)
            .max(1.0_f64.min(self.plot.width));
        let x = self.bands.start(self.slots.band(step)) + (band - width) / 2.0;
        let value = totals.value(self.input.measure);
        let (zero, end) = (self.scale.position(0.0), self.scale.position(value));
        let height = if value.abs() < f64::MIN_POSITIVE || value.is_nan() {
            0.0
        } else {
            (end - zero).abs().max(1.5)
        };
        // Both edges on whole pixels, so that neighbours get equal gaps.
        let (x, right) = (x.round(), (x + width).round());
        Rect {
            x,
            y: if end > zero { zero } else { zero - height },
            width: right - x,
            height,
        }
    }

    fn is_brushed(&self, first: Month, last: Month) -> bool {
        let period = self.input.filters.period;
        period.first.is_none_or(|from| last >= from) && period.last.is_none_or(|to| first <= to)
    }

    fn target(
        &self,
        key: Rc<str>,
        bucket: BucketKey,
        area: Rect,
        outline: Rect,
        period: Period,
        totals: &Totals,
    ) -> Target {
        let filter = self.input.filters.period;
        let picked = !filter.is_open()
            && filter
                .first
                .is_none_or(|first| period.first.is_some_and(|month| month >= first))
            && filter
                .last
                .is_none_or(|last| period.last.is_some_and(|month| month <= last));
        let grain = self.dates.grain;
        let name = move |locale| describe::bucket_name(locale, grain, bucket).unwrap_or_default();
        Target {
            key,
            area: Area::Rect(area),
            outline: Area::Rect(outline),
            telling: describe::telling(self.input, name, totals),
            pick: Pick::Period(period),
            picked,
        }
    }
}
