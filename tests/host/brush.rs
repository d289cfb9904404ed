//! Brushing a period along the axis of time.

use inward::chart::{BrushAxis, BrushGesture, Grip, Rect, grip_at};
use inward::data::Month;
use inward::query::Period;

/// Ten years from 2014 on, 10 pixels a year.
fn axis(brushed: Period) -> BrushAxis {
    BrushAxis {
        area: Rect {
            x: 50.0,
            y: 0.0,
            width: 100.0,
            height: 40.0,
        },
        first: Month::new(2014, 1),
        months: 120,
        step_months: 12,
        brushed,
    }
}

fn years(first: i32, last: i32) -> Period {
    Period::between(Month::new(first, 1), Month::new(last, 12))
}

#[test]
fn a_drag_takes_in_every_step_that_it_touches_in_either_direction() {
    let rightwards = BrushGesture::begin(axis(Period::default()), 62.0);
    assert_eq!(rightwards.grip(), Grip::New);
    assert_eq!(rightwards.period_at(88.0), years(2015, 2017));
    let leftwards = BrushGesture::begin(axis(Period::default()), 88.0);
    assert_eq!(leftwards.period_at(62.0), years(2015, 2017));
}

#[test]
fn a_drag_beyond_the_axis_ends_at_its_end() {
    let gesture = BrushGesture::begin(axis(Period::default()), 62.0);
    assert_eq!(gesture.period_at(900.0), years(2015, 2023));
    assert_eq!(gesture.period_at(-900.0), years(2014, 2015));
}

#[test]
fn an_edge_moves_alone_and_never_closes_the_period() {
    let brushed = years(2016, 2018);
    let last = BrushGesture::begin(axis(brushed), 100.0);
    assert_eq!(last.grip(), Grip::Last);
    assert_eq!(last.period_at(121.0), years(2016, 2020));
    let first = BrushGesture::begin(axis(brushed), 70.0);
    assert_eq!(first.grip(), Grip::First);
    assert_eq!(first.period_at(89.0), years(2018, 2018));
    assert_eq!(
        first.period_at(100.0),
        years(2019, 2019),
        "at least one step stays"
    );
}

#[test]
fn the_middle_moves_the_period_and_keeps_its_length() {
    let gesture = BrushGesture::begin(axis(years(2016, 2018)), 85.0);
    assert_eq!(gesture.grip(), Grip::Whole);
    assert_eq!(gesture.period_at(95.0), years(2017, 2019));
    assert_eq!(gesture.period_at(900.0), years(2021, 2023));
    assert_eq!(gesture.period_at(-900.0), years(2014, 2016));
}

#[test]
fn an_open_end_stands_at_the_end_of_the_axis() {
    let from_2020 = Period {
        first: Some(Month::new(2020, 1)),
        last: None,
    };
    assert_eq!(axis(from_2020).edges_of(from_2020), Some((110.0, 150.0)));
    assert_eq!(grip_at(&axis(from_2020), 110.0), Grip::First);
    assert_eq!(grip_at(&axis(Period::default()), 110.0), Grip::New);
}

#[test]
fn an_axis_without_width_or_months_does_no_harm() {
    let flat = BrushAxis {
        area: Rect::default(),
        months: 0,
        step_months: 0,
        ..axis(Period::default())
    };
    let gesture = BrushGesture::begin(flat, 0.0);
    let _ = gesture.period_at(f64::NAN);
    let _ = gesture.period_at(10.0);
}
