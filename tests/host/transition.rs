//! Marks on their way from one scene to the next.

use inward::chart::{Color, Mark, Rect, Shape, Transition};

fn bar(key: &'static str, x: f64, width: f64) -> Mark {
    Mark {
        key: key.into(),
        shape: Shape::Rect(Rect {
            x,
            y: 0.0,
            width,
            height: 10.0,
        }),
        color: Color {
            red: 0,
            green: 0,
            blue: 0,
            opacity: 1.0,
        },
    }
}

fn width_of(mark: &Mark) -> f64 {
    match &mark.shape {
        Shape::Rect(rect) => rect.width,
        Shape::Hatch(_)
        | Shape::Line { .. }
        | Shape::Text { .. }
        | Shape::Circle { .. }
        | Shape::Polygon(_)
        | Shape::Raster(_) => panic!("a bar"),
    }
}

#[test]
fn a_mark_starts_where_it_was_and_ends_where_it_is() {
    let (before, after) = ([bar("DEU", 0.0, 100.0)], [bar("DEU", 20.0, 40.0)]);
    assert_eq!(Transition::new(&before, &after).at(0.0), before);
    assert_eq!(Transition::new(&before, &after).at(1.0), after);
    let between = width_of(&Transition::new(&before, &after).at(0.5)[0]);
    assert!((40.0..100.0).contains(&between), "{between}");
}

#[test]
fn marks_keep_the_order_of_the_new_scene_and_new_ones_are_there_at_once() {
    let before = [bar("DEU", 0.0, 100.0), bar("gone", 0.0, 10.0)];
    let after = [bar("FRA", 0.0, 50.0), bar("DEU", 0.0, 80.0)];
    let between = Transition::new(&before, &after).at(0.3);
    let keys: Vec<String> = between.iter().map(|mark| mark.key.to_string()).collect();
    assert_eq!(keys, ["FRA", "DEU"]);
    assert_eq!(between[0], after[0]);
}

#[test]
fn progress_beyond_the_ends_stays_at_the_ends() {
    let (before, after) = ([bar("DEU", 0.0, 100.0)], [bar("DEU", 20.0, 40.0)]);
    assert_eq!(Transition::new(&before, &after).at(-1.0), before);
    assert_eq!(Transition::new(&before, &after).at(7.0), after);
}

#[test]
fn a_mark_that_changed_its_kind_does_not_move() {
    let hatch = Mark {
        shape: Shape::Hatch(Rect::default()),
        ..bar("DEU", 0.0, 0.0)
    };
    let after = [bar("DEU", 20.0, 40.0)];
    assert_eq!(Transition::new(&[hatch], &after).at(0.1), after);
}

#[test]
fn only_what_is_elsewhere_is_on_its_way() {
    let before = [bar("DEU", 0.0, 100.0), bar("gone", 0.0, 10.0)];
    let still = [bar("DEU", 0.0, 100.0), bar("FRA", 0.0, 50.0)];
    assert!(!Transition::new(&before, &still).moves());
    let moved = [bar("DEU", 0.0, 90.0)];
    assert!(Transition::new(&before, &moved).moves());
}
