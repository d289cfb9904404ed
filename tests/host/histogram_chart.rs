//! Amounts: bins, what has no place among them, and what can be brushed.

use std::rc::Rc;

use inward::chart::{BrushGesture, ChartKind, Mark, Pick, Point, Scene, Shape, Target, Theme, svg};
use inward::data::CategoryField;
use inward::i18n::Locale;
use inward::query::{AmountRange, FilterSet, Measure};

use crate::charts::{Case, SMALL, check_room, picks, table};
use crate::support;

/// One amount per word in 亿元; a dash for what is undisclosed.
fn amounts(words: &str) -> String {
    words
        .split_whitespace()
        .map(|amount| format!("DE automotive 2023-09 {amount}\n"))
        .collect()
}

fn case(measure: Measure, locale: Locale) -> Case {
    Case {
        measure,
        locale,
        ..Case::new(ChartKind::Amounts)
    }
}

fn brushed(min: Option<f64>, max: Option<f64>) -> Case {
    Case {
        filters: FilterSet::default().with_amount(AmountRange { min, max }),
        ..case(Measure::Projects, Locale::En)
    }
}

fn finding(case: &Case, words: &str) -> String {
    case.scene(&table(&amounts(words))).description.finding
}

fn target<'a>(scene: &'a Scene, title: &str) -> &'a Target {
    scene
        .targets
        .iter()
        .find(|target| target.told().title == title)
        .unwrap_or_else(|| panic!("no {title:?}"))
}

fn with_key<'a>(scene: &'a Scene, key: &str) -> Option<&'a Mark> {
    scene.marks.iter().find(|mark| mark.key.to_string() == key)
}

fn words(scene: &Scene) -> Vec<&str> {
    let texts = scene.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text { text, .. } => Some(&**text),
        Shape::Rect(_)
        | Shape::Line { .. }
        | Shape::Hatch(_)
        | Shape::Circle { .. }
        | Shape::Polygon(_)
        | Shape::Raster(_) => None,
    });
    texts.collect()
}

#[test]
fn the_finding_says_where_most_amounts_lie() {
    let projects = |locale, words| finding(&case(Measure::Projects, locale), words);
    assert_eq!(
        projects(Locale::Zh, "1 1.5 3 30 400 - -"),
        "投资额多为 1 亿元至 5 亿元，5 个已披露金额的项目中占 3 个（60%）；7 个项目中 2 个未披露金额"
    );
    assert_eq!(
        projects(Locale::En, "1 1.5 3 30 400 -"),
        "Most amounts are CNY 100 million to CNY 500 million: 3 of 5 disclosed (60%); 1 of 6 projects discloses no amount"
    );
    assert_eq!(
        projects(Locale::En, "1 1.5"),
        "All 2 disclosed amounts are CNY 100 million to CNY 200 million"
    );
    assert_eq!(
        projects(Locale::En, "1.5"),
        "The only disclosed amount is CNY 100 million to CNY 200 million"
    );
    assert_eq!(
        projects(Locale::En, "0 -3 7"),
        "Most amounts are 0 or less: 2 of 3 disclosed (66.7%)"
    );
    assert_eq!(projects(Locale::Zh, "- -"), "2 个项目均无可汇总的金额");
    assert_eq!(projects(Locale::Zh, ""), "还没有项目");
}

#[test]
fn by_amount_the_finding_says_who_makes_up_most_of_the_sum() {
    let amount = |locale, words| finding(&case(Measure::Amount, locale), words);
    assert_eq!(
        amount(Locale::En, "1 2 3 30 40 -"),
        "2 of 5 disclosed projects, each of CNY 2 billion or more, hold 92.1% of the disclosed amount; 1 of 6 projects discloses no amount"
    );
    assert_eq!(
        amount(Locale::Zh, "1 2 3 60"),
        "4 个已披露金额的项目中，50 亿元以上的 1 个占已披露金额的 90.9%"
    );
    // Losses leave no half of a sum: the finding counts projects.
    assert_eq!(
        amount(Locale::En, "-5 7 70"),
        "Most amounts are CNY 500 million to CNY 10 billion: 2 of 3 disclosed (66.7%)"
    );
}

#[test]
fn a_range_is_said_as_exactly_as_the_bars_allow() {
    let data = "1 3 7 30 - -";
    assert_eq!(
        finding(&brushed(Some(1e8), Some(1e9)), data),
        "CNY 100 million to CNY 1 billion: 3 of 6 projects; 2 of 6 projects disclose no amount"
    );
    assert_eq!(
        finding(&brushed(Some(1.5e8), None), data),
        "CNY 150 million or more: 3 to 4 of 6 projects, as the range ends within bars; 2 of 6 projects disclose no amount"
    );
    // It cuts through a bar that is empty.
    assert_eq!(
        finding(&brushed(None, Some(1.5e9)), data),
        "below CNY 1.5 billion: 3 of 6 projects; 2 of 6 projects disclose no amount"
    );
}

#[test]
fn a_bar_picks_its_range_and_what_is_undisclosed_picks_itself() {
    let scene = case(Measure::Projects, Locale::En).scene(&table(&amounts("0 1 3 -")));
    let titles: Vec<String> = scene
        .targets
        .iter()
        .map(|target| target.told().title)
        .collect();
    assert_eq!(
        titles,
        [
            "0 or less",
            "CNY 100 million to CNY 200 million",
            "CNY 200 million to CNY 500 million",
            "Amount undisclosed"
        ]
    );
    let picks: Vec<Pick> = scene
        .targets
        .iter()
        .map(|target| target.pick.clone())
        .collect();
    let range = |min, max| {
        Pick::Amount(AmountRange {
            min,
            max: Some(max),
        })
    };
    assert_eq!(
        picks,
        [
            range(None, 1.0),
            range(Some(1e8), 2e8),
            range(Some(2e8), 5e8),
            Pick::Categories(vec![(CategoryField::Disclosure, Rc::from("undisclosed"))])
        ]
    );
    assert_eq!(
        target(&scene, "Amount undisclosed").told().lines,
        ["1 project", "25% of the whole"]
    );
}

#[test]
fn a_drag_over_bars_brushes_from_edge_to_edge() {
    let scene = case(Measure::Projects, Locale::En).scene(&table(&amounts("0 1 3 -")));
    let brush = scene.brush.clone().expect("a brush");
    let middle = |title| {
        let bounds = target(&scene, title).area.bounds();
        Point {
            x: bounds.x + bounds.width / 2.0,
            y: bounds.y + 5.0,
        }
    };
    let gesture = BrushGesture::begin(brush, middle("CNY 100 million to CNY 200 million"));
    let range = |min, max| Some(AmountRange { min, max });
    assert_eq!(
        gesture
            .brushed_at(middle("CNY 200 million to CNY 500 million"))
            .amount,
        range(Some(1e8), Some(5e8))
    );
    assert_eq!(
        gesture.brushed_at(middle("0 or less")).amount,
        range(None, Some(2e8))
    );
}

#[test]
fn bars_outside_the_range_step_back_and_an_end_within_a_bar_is_seen() {
    let rows = table(&amounts("1 3 7 -"));
    let theme = Theme::light();
    let scene = brushed(Some(1.5e8), Some(5e8)).scene(&rows);
    let color = |title| {
        let key = format!("{}:bar", target(&scene, title).key);
        with_key(&scene, &key).expect("a bar").color
    };
    assert_eq!(color("CNY 100 million to CNY 200 million"), theme.accent);
    assert_eq!(color("CNY 200 million to CNY 500 million"), theme.accent);
    let outside = "CNY 500 million to CNY 1 billion";
    assert_eq!(color(outside), theme.paler(theme.accent));
    let undisclosed = with_key(&scene, "undisclosed:bar").expect("hatched");
    assert_eq!(undisclosed.color, theme.paler(theme.hatch));

    let cut = target(&scene, "CNY 100 million to CNY 200 million");
    assert!(!cut.picked);
    assert!(target(&scene, "CNY 200 million to CNY 500 million").picked);
    let bounds = cut.area.bounds();
    let Shape::Line { from, .. } = with_key(&scene, "brush-left").expect("an end").shape else {
        panic!("a line")
    };
    let share = (from.x - bounds.x) / bounds.width;
    assert!((share - 1.5_f64.log2()).abs() < 0.01, "{share}");
    let place = |key: &str| {
        scene
            .marks
            .iter()
            .position(|mark| mark.key.to_string() == key)
    };
    assert!(place(&format!("{}:bar", cut.key)) < place("brush-left"));
}

#[test]
fn a_hatched_bar_that_would_flatten_the_others_is_cut_and_says_its_number() {
    let many = format!("1 2 2 3 {}", "- ".repeat(40));
    let scene = case(Measure::Projects, Locale::En).scene(&table(&amounts(&many)));
    assert!(with_key(&scene, "undisclosed:cut").is_some());
    assert!(words(&scene).contains(&"40"));
    assert!(words(&scene).contains(&"Cut short: the number counts, not the length"));

    let few = case(Measure::Projects, Locale::En).scene(&table(&amounts("1 2 2 3 - - -")));
    assert!(with_key(&few, "undisclosed:cut").is_none());
}

#[test]
fn by_amount_what_is_undisclosed_is_counted_in_words_and_has_no_length() {
    let rows = support::table(
        "
        name amount
        a    1
        b    3
        c    thb:5
        d    -
        e    -
    ",
    );
    let scene = case(Measure::Amount, Locale::En).scene(&rows);
    let hatched = scene
        .marks
        .iter()
        .any(|mark| matches!(mark.shape, Shape::Hatch(_)));
    assert!(!hatched);
    for expected in ["1 project", "No rate", "2 projects", "Undisclosed"] {
        assert!(words(&scene).contains(&expected), "{expected}");
    }
    assert!(
        scene
            .description
            .finding
            .ends_with("2 of 5 projects disclose no amount; 1 without an exchange rate")
    );
}

#[test]
fn without_an_amount_there_is_no_axis_to_brush() {
    for measure in [Measure::Projects, Measure::Amount] {
        let scene = case(measure, Locale::En).scene(&table(&amounts("- -")));
        assert_eq!(scene.brush, None);
        assert_eq!(scene.targets.len(), 1);
    }
}

#[test]
fn the_axis_is_labelled_at_round_amounts() {
    let data = table(&amounts("0.3 1 3 200"));
    let labels = |locale, width_px| {
        let scene = Case {
            width_px,
            ..case(Measure::Projects, locale)
        }
        .scene(&data);
        let labels = scene.marks.iter().filter_map(|mark| match &mark.shape {
            Shape::Text { text, .. } if mark.key.to_string().starts_with("edge-") => {
                Some(text.to_string())
            }
            _ => None,
        });
        labels.collect::<Vec<_>>()
    };
    assert_eq!(
        labels(Locale::Zh, 560.0),
        ["1,000 万", "1 亿", "10 亿", "100 亿", "1,000 亿"]
    );
    assert_eq!(
        labels(Locale::En, 400.0),
        ["10 m", "100 m", "1 bn", "10 bn", "100 bn"]
    );
    assert_eq!(labels(Locale::En, 1200.0).len(), 13);
}

#[test]
fn the_table_holds_every_bar() {
    let table = case(Measure::Projects, Locale::Zh).data_table(&table(SMALL));
    assert_eq!(table.headings[0], "单个项目投资额（不含上限）");
    assert_eq!(table.rows.len(), 8);
    assert_eq!(table.rows[7], ["未披露金额", "3", "21.4", "–", "3", "3"]);
}

#[test]
fn odd_amounts_have_room_at_every_width() {
    let many = format!("1 {}", "- ".repeat(5_000));
    let filters = [
        FilterSet::default(),
        FilterSet::default().with_picks(CategoryField::Disclosure, picks(&["undisclosed"])),
        FilterSet::default().with_amount(AmountRange {
            min: Some(1e30),
            max: None,
        }),
    ];
    for data in [
        "0 -3 2 2000 -",
        "1",
        "-",
        "0",
        "1e290 -5 0 1e-9 -",
        "1e-8 1e7 -",
        many.as_str(),
    ] {
        let rows = table(&amounts(data));
        for width_px in [0.0, 1.0, 30.0, 100.0, 320.0, 560.0, 640.0, 1200.0, 8000.0] {
            for measure in [Measure::Projects, Measure::Amount] {
                for locale in Locale::ALL {
                    for filters in &filters {
                        let case = Case {
                            width_px,
                            filters: filters.clone(),
                            ..case(measure, locale)
                        };
                        let scene = case.scene(&rows);
                        assert!(!svg(&scene, &case.theme).contains("NaN"));
                        // Beside the number of 1e298 yuan on the value axis there is no room for anything.
                        if width_px >= 100.0 && !data.contains("e290") {
                            check_room(&scene, &format!("{data:.20} at {width_px}"));
                        }
                    }
                }
            }
        }
    }
}
