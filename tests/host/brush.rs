//! Brushing along the axes of a chart.

use inward::chart::{Brush, BrushAxis, BrushGesture, BrushSteps, Grip, Point, Rect, grips_at};
use inward::data::Month;
use inward::query::{AmountBin, AmountRange, Brushed, Period};

/// Ten years from 2014 on, 10 pixels a year.
fn brush(brushed: Period) -> Brush {
    let steps = BrushSteps::Months {
        first: Month::new(2014, 1),
        months: 12,
    };
    Brush {
        area: Rect {
            x: 50.0,
            y: 0.0,
            width: 100.0,
            height: 40.0,
        },
        horizontal: Some(BrushAxis::even(10, 50.0, 150.0, steps)),
        vertical: None,
        brushed: Brushed {
            period: Some(brushed),
            amount: None,
        },
    }
}

fn at(x: f64) -> Point {
    Point { x, y: 20.0 }
}

fn grip(brush: &Brush, x: f64) -> Grip {
    grips_at(brush, at(x))[0]
}

fn years(first: i32, last: i32) -> Period {
    Period::between(Month::new(first, 1), Month::new(last, 12))
}

#[test]
fn a_drag_takes_in_every_step_that_it_touches_in_either_direction() {
    assert_eq!(grip(&brush(Period::default()), 62.0), Grip::New);
    let rightwards = BrushGesture::begin(brush(Period::default()), at(62.0));
    assert_eq!(
        rightwards.brushed_at(at(88.0)).period,
        Some(years(2015, 2017))
    );
    let leftwards = BrushGesture::begin(brush(Period::default()), at(88.0));
    assert_eq!(
        leftwards.brushed_at(at(62.0)).period,
        Some(years(2015, 2017))
    );
}

#[test]
fn a_drag_beyond_the_axis_ends_at_its_end() {
    let gesture = BrushGesture::begin(brush(Period::default()), at(62.0));
    assert_eq!(
        gesture.brushed_at(at(900.0)).period,
        Some(years(2015, 2023))
    );
    assert_eq!(
        gesture.brushed_at(at(-900.0)).period,
        Some(years(2014, 2015))
    );
}

#[test]
fn an_edge_moves_alone_and_never_closes_the_period() {
    let brushed = years(2016, 2018);
    assert_eq!(grip(&brush(brushed), 100.0), Grip::Last);
    assert_eq!(grip(&brush(brushed), 70.0), Grip::First);
    let last = BrushGesture::begin(brush(brushed), at(100.0));
    assert_eq!(last.brushed_at(at(121.0)).period, Some(years(2016, 2020)));
    let first = BrushGesture::begin(brush(brushed), at(70.0));
    assert_eq!(first.brushed_at(at(89.0)).period, Some(years(2018, 2018)));
    assert_eq!(
        first.brushed_at(at(100.0)).period,
        Some(years(2019, 2019)),
        "at least one step stays"
    );
}

#[test]
fn the_middle_moves_the_period_and_keeps_its_length() {
    assert_eq!(grip(&brush(years(2016, 2018)), 85.0), Grip::Whole);
    let gesture = BrushGesture::begin(brush(years(2016, 2018)), at(85.0));
    assert_eq!(gesture.brushed_at(at(95.0)).period, Some(years(2017, 2019)));
    assert_eq!(
        gesture.brushed_at(at(900.0)).period,
        Some(years(2021, 2023))
    );
    assert_eq!(
        gesture.brushed_at(at(-900.0)).period,
        Some(years(2014, 2016))
    );
}

#[test]
fn an_open_end_stands_at_the_end_of_the_axis() {
    let from_2020 = Period {
        first: Some(Month::new(2020, 1)),
        last: None,
    };
    let open = brush(from_2020);
    let axis = open.horizontal.as_ref().expect("it has one");
    assert_eq!(axis.edges_of(&open.brushed), Some((110.0, 150.0)));
    assert_eq!(grip(&open, 110.0), Grip::First);
    assert_eq!(grip(&brush(Period::default()), 110.0), Grip::New);
}

/// Ten years to the right, six bins of amounts upwards from 1 to 100 yuan, both 10 pixels a step.
fn box_brush(brushed: Brushed) -> Brush {
    let first = AmountBin::of(1.0);
    Brush {
        area: Rect {
            x: 50.0,
            y: 0.0,
            width: 100.0,
            height: 60.0,
        },
        vertical: Some(BrushAxis::even(6, 60.0, 0.0, BrushSteps::Amounts { first })),
        brushed,
        ..brush(Period::default())
    }
}

fn amounts(min: f64, max: f64) -> Option<AmountRange> {
    Some(AmountRange {
        min: Some(min),
        max: Some(max),
    })
}

#[test]
fn a_box_takes_in_what_it_touches_on_both_axes() {
    let gesture = BrushGesture::begin(box_brush(Brushed::default()), Point { x: 62.0, y: 45.0 });
    let brushed = gesture.brushed_at(Point { x: 88.0, y: 12.0 });
    assert_eq!(brushed.period, Some(years(2015, 2017)));
    assert_eq!(brushed.amount, amounts(2.0, 50.0));
}

#[test]
fn an_edge_of_a_box_moves_alone_and_its_middle_moves_both() {
    let brushed = Brushed {
        period: Some(years(2016, 2018)),
        amount: amounts(2.0, 50.0),
    };
    assert_eq!(
        grips_at(&box_brush(brushed), Point { x: 100.0, y: 30.0 }),
        [Grip::Last, Grip::Keep]
    );
    let edge = BrushGesture::begin(box_brush(brushed), Point { x: 100.0, y: 30.0 });
    let moved = edge.brushed_at(Point { x: 121.0, y: 0.0 });
    assert_eq!(
        (moved.period, moved.amount),
        (Some(years(2016, 2020)), brushed.amount)
    );
    let middle = BrushGesture::begin(box_brush(brushed), Point { x: 85.0, y: 30.0 });
    let moved = middle.brushed_at(Point { x: 95.0, y: 20.0 });
    assert_eq!(
        (moved.period, moved.amount),
        (Some(years(2017, 2019)), amounts(5.0, 100.0))
    );
    assert_eq!(
        grips_at(&box_brush(brushed), Point { x: 85.0, y: 1.0 }),
        [Grip::New; 2],
        "beside the box a new one begins"
    );
}

#[test]
fn a_range_that_is_no_bin_lies_between_its_edges() {
    let brushed = Brushed {
        period: None,
        amount: amounts(10_f64.sqrt(), 1e9),
    };
    let brush = box_brush(brushed);
    let axis = brush.vertical.expect("it has one");
    // The root of 10 is halfway from 2 to 5 where equal ratios are equally long.
    let (top, bottom) = axis.edges_of(&brushed).expect("it has one");
    assert_eq!((top, bottom.round()), (0.0, 45.0));
}

#[test]
fn an_axis_without_width_or_steps_does_no_harm() {
    let steps = BrushSteps::Months {
        first: Month::new(2014, 1),
        months: 0,
    };
    let flat = Brush {
        area: Rect::default(),
        horizontal: Some(BrushAxis::even(0, 0.0, 0.0, steps)),
        ..brush(Period::default())
    };
    let gesture = BrushGesture::begin(flat, at(0.0));
    for x in [f64::NAN, 10.0, f64::INFINITY] {
        assert!(gesture.brushed_at(at(x)).period.is_some());
    }
}
