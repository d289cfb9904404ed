//! Charts as pictures and words: golden SVG, room for texts, odd sizes and odd names.
//!
//! `UPDATE_GOLDEN=1 cargo test` writes the pictures anew; look at what changed.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

use inward::chart::{
    Align, ChartInput, ChartKind, Content, DataTable, Emphasis, EstimatedText, Pick, Point, Rect,
    Scene, Shape, TextMeasure, Theme, Timeline, Weight, data_table, layout, overlay, prepare,
    shorten, svg,
};
use inward::data::{
    AmountBound, AmountUnit, CategoryField, ExchangeRates, Field, Month, PartialDate,
    ProjectRecord, ProjectTable, StatedAmount, TableBuilder, country, industry,
};
use inward::i18n::{Locale, format};
use inward::query::{
    Brushed, FilterSet, Grouping, Measure, Order, Period, Picks, TimeGrain, Viewer, summarize,
};
use inward::state::{Dataset, DatasetKey, Findings};

/// Country, industry, signing date, amount in 亿元; a dash for what is not stated.
pub(crate) const SMALL: &str = "
    DE automotive         2019-03 12.5
    DE automotive         2019-09 3
    DE new-energy         2020    -
    DE advanced-equipment 2021-05 40
    JP electronics-ict    2019-06 8
    JP electronics-ict    2021    22
    JP biomedicine        2022-01 -
    KR electronics-ict    2022-08 60.25
    KR -                  2022-09 1
    FR biomedicine        2023-02 -
    FR new-energy         2023-02 5
    US biomedicine        -       18
    HK automotive         2023-11 2.4
    -  advanced-equipment 2020-12 0.8
";

pub(crate) struct Case {
    pub(crate) kind: ChartKind,
    pub(crate) measure: Measure,
    pub(crate) locale: Locale,
    pub(crate) theme: Theme,
    pub(crate) width_px: f64,
    pub(crate) unfolded: bool,
    pub(crate) filters: FilterSet,
    pub(crate) grain: TimeGrain,
}

impl Case {
    pub(crate) fn new(kind: ChartKind) -> Self {
        Self {
            kind,
            measure: Measure::Projects,
            locale: Locale::Zh,
            theme: Theme::light(),
            width_px: 560.0,
            unfolded: false,
            filters: FilterSet::default(),
            grain: TimeGrain::Quarter,
        }
    }

    pub(crate) fn scene(&self, table: &Rc<ProjectTable>) -> Scene {
        let dataset = Dataset::new(DatasetKey::Signed, Rc::clone(table));
        self.laid_out(&dataset, layout)
    }

    /// The table behind the chart.
    pub(crate) fn data_table(&self, table: &Rc<ProjectTable>) -> DataTable {
        let dataset = Dataset::new(DatasetKey::Signed, Rc::clone(table));
        self.laid_out(&dataset, data_table)
    }

    /// The same of a dataset that has been drawn before, in the two steps of a card that waits.
    pub(crate) fn scene_of(&self, dataset: &Dataset) -> Scene {
        self.laid_out(dataset, |input| {
            prepare(input);
            layout(input)
        })
    }

    fn laid_out<T>(&self, dataset: &Dataset, draw: impl FnOnce(&ChartInput<'_>) -> T) -> T {
        let table = &dataset.table;
        let findings = Findings::new(dataset, &dataset.unfiltered.with_filters(&self.filters));
        let own = Viewer::Ignoring(Field::Period);
        let by_time = |rows: &_| summarize(table, rows, Grouping::Time(self.grain));
        let selected = by_time(&findings.cross_filter().rows_for(own));
        let whole = by_time(&dataset.unfiltered.rows_for(Viewer::Everyone));
        let content = match findings.content(self.kind) {
            // The page chooses the grain by the span; here each is looked at.
            Content::Timeline(timeline) => Content::Timeline(Timeline {
                selected: &selected,
                whole: &whole,
                grain: self.grain,
                ..timeline
            }),
            content => content,
        };
        draw(&ChartInput {
            content,
            filters: &self.filters,
            measure: self.measure,
            currency: table.amounts().currency(),
            order: Order::Value,
            unfolded: self.unfolded,
            width_px: self.width_px,
            theme: &self.theme,
            locale: self.locale,
            text: &EstimatedText,
        })
    }
}

pub(crate) fn table(rows: &str) -> Rc<ProjectTable> {
    let mut builder = TableBuilder::new(Rc::new(ExchangeRates::default()));
    for line in rows.lines().filter(|line| !line.trim().is_empty()) {
        let cells: Vec<&str> = line.split_whitespace().collect();
        let [country, industry, date, amount] = cells[..] else {
            panic!("four cells in {line:?}")
        };
        builder.push(&ProjectRecord {
            country: country::by_alpha2(country),
            industry: industry::by_key(industry),
            signed_on: PartialDate::parse(date),
            amount: amount.parse().ok().map(|value| StatedAmount {
                value,
                unit: AmountUnit::CNY_100M,
                bound: AmountBound::Exact,
            }),
            ..ProjectRecord::default()
        });
    }
    Rc::new(builder.finish())
}

pub(crate) fn picks(keys: &[&str]) -> Picks {
    keys.iter().map(|&key| Rc::from(key)).collect()
}

pub(crate) fn check_golden(name: &str, scene: &Scene, theme: &Theme) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/host/golden")
        .join(format!("{name}.svg"));
    let drawn = svg(scene, theme);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(path.parent().expect("it has a folder"))
            .expect("the folder can be made");
        fs::write(&path, drawn).expect("the picture can be written");
        return;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let differs = kept
        .lines()
        .zip(drawn.lines())
        .position(|(one, other)| one != other);
    let line = differs.unwrap_or_else(|| kept.lines().count().min(drawn.lines().count()));
    assert!(
        kept == drawn,
        "{} differs from line {}:\n  kept  {}\n  drawn {}\nIf that is meant: UPDATE_GOLDEN=1 cargo test charts, and look at it",
        path.display(),
        line + 1,
        kept.lines().nth(line).unwrap_or("(ends)"),
        drawn.lines().nth(line).unwrap_or("(ends)"),
    );
}

/// The words of every text mark and the room they take.
fn texts(scene: &Scene) -> Vec<(String, Rect)> {
    let texts = scene.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text {
            text,
            at,
            size,
            align,
            weight,
        } => {
            let width = EstimatedText.width(text, *size, *weight);
            let x = match align {
                Align::Start => at.x,
                Align::Middle => at.x - width / 2.0,
                Align::End => at.x - width,
            };
            Some((
                text.to_string(),
                Rect {
                    x,
                    y: at.y - size / 2.0,
                    width,
                    height: *size,
                },
            ))
        }
        Shape::Rect(_)
        | Shape::Line { .. }
        | Shape::Hatch(_)
        | Shape::Circle { .. }
        | Shape::Polygon(_)
        | Shape::Raster(_) => None,
    });
    texts.collect()
}

pub(crate) fn check_room(scene: &Scene, case: &str) {
    let texts = texts(scene);
    for (position, (words, room)) in texts.iter().enumerate() {
        assert!(
            room.x >= -0.01 && room.right() <= scene.size.width + 0.01,
            "{case}: {words:?} leaves the chart"
        );
        assert!(
            room.y >= 0.0 && room.bottom() <= scene.size.height,
            "{case}: {words:?} leaves the chart"
        );
        for (other, taken) in &texts[position + 1..] {
            let apart = room.right() <= taken.x
                || taken.right() <= room.x
                || room.bottom() <= taken.y
                || taken.bottom() <= room.y;
            assert!(apart, "{case}: {words:?} runs into {other:?}");
        }
    }
}

fn every_case(mut check: impl FnMut(Case, String)) {
    for kind in ChartKind::ALL {
        for measure in [Measure::Projects, Measure::Amount] {
            for locale in Locale::ALL {
                let measured = match measure {
                    Measure::Projects => "projects",
                    Measure::Amount => "amount",
                };
                let name = format!("{}-{measured}-{}", kind.key(), locale.tag());
                check(
                    Case {
                        measure,
                        locale,
                        ..Case::new(kind)
                    },
                    name,
                );
            }
        }
    }
}

#[test]
fn charts_look_as_they_were_signed_off() {
    let table = table(SMALL);
    every_case(|case, name| {
        check_golden(&format!("{name}-light"), &case.scene(&table), &case.theme);
        let case = Case {
            theme: Theme::dark(),
            ..case
        };
        check_golden(&format!("{name}-dark"), &case.scene(&table), &case.theme);
    });
}

#[test]
fn filtered_charts_look_as_they_were_signed_off() {
    let table = table(SMALL);
    let mut filters = FilterSet::default()
        .with_picks(CategoryField::Country, picks(&["DEU", "JPN"]))
        .with_picks(CategoryField::Industry, picks(&["manufacturing"]));
    filters.period = Period::between(Month::new(2019, 1), Month::new(2021, 12));
    every_case(|case, name| {
        let case = Case {
            filters: filters.clone(),
            ..case
        };
        check_golden(
            &format!("{name}-filtered"),
            &case.scene(&table),
            &case.theme,
        );
    });
}

#[test]
fn charts_without_rows_with_one_row_and_without_amounts_are_drawn_on_purpose() {
    for (name, rows) in [
        ("empty", ""),
        ("one-row", "DE automotive 2023-09 1.5"),
        (
            "undisclosed",
            "DE automotive 2023-09 -\nJP biomedicine 2022 -\nJP new-energy 2022-03 -",
        ),
    ] {
        let table = table(rows);
        for kind in ChartKind::ALL {
            let case = Case {
                measure: Measure::Amount,
                ..Case::new(kind)
            };
            check_golden(
                &format!("{}-{name}", kind.key()),
                &case.scene(&table),
                &case.theme,
            );
        }
    }
}

#[test]
fn no_text_runs_into_another_at_any_width() {
    let table = wide_table();
    for width_px in [320.0, 640.0, 1200.0] {
        every_case(|case, name| {
            for grain in [TimeGrain::Year, TimeGrain::Quarter, TimeGrain::Month] {
                for unfolded in [false, true] {
                    let case = Case {
                        width_px,
                        grain,
                        unfolded,
                        theme: Theme::dark(),
                        filters: FilterSet::default(),
                        ..case
                    };
                    check_room(&case.scene(&table), &format!("{name} at {width_px}"));
                }
            }
        });
    }
}

/// Many countries, every industry, forty years.
pub(crate) fn wide_table() -> Rc<ProjectTable> {
    let industries = industry::industries();
    let rows: Vec<String> = country::countries()
        .iter()
        .enumerate()
        .map(|(number, country)| {
            let industry = &industries[number % industries.len()].key;
            let year = 1985 + number % 40;
            let month = number % 12 + 1;
            let date = if number % 9 == 0 {
                format!("{year}")
            } else {
                format!("{year}-{month:02}")
            };
            let amount = if number % 5 == 0 {
                "-".to_owned()
            } else {
                format!("{}", number * number)
            };
            format!("{} {industry} {date} {amount}", country.alpha2)
        })
        .collect();
    table(&rows.join("\n"))
}

#[test]
fn odd_widths_are_laid_out_and_drawn() {
    let tables = [table(SMALL), wide_table()];
    for width_px in [0.0, 1.0, 30.0, 8000.0] {
        every_case(|case, _| {
            for table in &tables {
                let case = Case {
                    width_px,
                    theme: Theme::light(),
                    filters: FilterSet::default(),
                    ..case
                };
                let scene = case.scene(table);
                assert!(!svg(&scene, &case.theme).is_empty());
                let emphasis = Emphasis {
                    hovered: Some(0),
                    focused: Some(9_999),
                    brush: Some(Brushed {
                        period: Some(Period::default()),
                        amount: None,
                    }),
                };
                let _ = overlay(&scene, &emphasis, &case.theme);
            }
        });
    }
}

#[test]
fn extreme_amounts_are_laid_out() {
    let table = table(
        "DE automotive 2023-09 1e290\nJP automotive 2022-09 -5\nFR biomedicine 2021-02 0\nKR textile 2020-01 1e-9",
    );
    every_case(|case, name| {
        let scene = case.scene(&table);
        for mark in &scene.marks {
            let finite = match &mark.shape {
                Shape::Rect(rect) | Shape::Hatch(rect) => {
                    rect.x + rect.y + rect.width + rect.height
                }
                Shape::Line { from, to, width } => from.x + from.y + to.x + to.y + width,
                Shape::Text { at, .. } => at.x + at.y,
                Shape::Circle { center, radius } => center.x + center.y + radius,
                Shape::Polygon(corners) => corners.iter().map(|corner| corner.x + corner.y).sum(),
                Shape::Raster(raster) => raster.area.x + raster.area.right(),
            };
            assert!(finite.is_finite(), "{name}: {mark:?}");
        }
        assert!(!svg(&scene, &case.theme).contains("NaN"));
    });
}

#[test]
fn texts_shorten_by_width_between_characters() {
    let fit = |text: &str, most: f64| shorten(text, most, 13.0, Weight::Regular, &EstimatedText);
    for name in [
        "高".repeat(100),
        "x".repeat(100),
        "מיזם משותף להשקעות בתעשייה".to_owned(),
        "👩‍🔬🏭🚗🔋".repeat(9),
    ] {
        for most in [0.0, 5.0, 20.0, 60.0, 200.0] {
            let short = fit(&name, most);
            assert!(
                EstimatedText.width(&short, 13.0, Weight::Regular) <= most,
                "{short:?} in {most}"
            );
            assert!(short.is_empty() || short == name || short.ends_with('…'));
        }
    }
    assert_eq!(fit("德国", 100.0), "德国");
    assert_eq!(fit("山东\n济南", 100.0), "山东 济南");
}

#[test]
fn every_mark_and_target_has_a_name_of_its_own() {
    let table = wide_table();
    every_case(|case, name| {
        let scene = Case {
            unfolded: true,
            ..case
        }
        .scene(&table);
        let marks: BTreeSet<String> = scene
            .marks
            .iter()
            .map(|mark| mark.key.to_string())
            .collect();
        let targets: BTreeSet<&str> = scene.targets.iter().map(|target| &*target.key).collect();
        assert_eq!(
            (marks.len(), targets.len()),
            (scene.marks.len(), scene.targets.len()),
            "{name}"
        );
    });
}

#[test]
fn the_tail_of_a_ranked_list_unfolds_and_folds() {
    let table = wide_table();
    let case = Case::new(ChartKind::Countries);
    let folded = case.scene(&table);
    assert_eq!(folded.targets.len(), 13);
    let last = folded.targets.last().expect("a tail");
    assert_eq!(last.pick, Pick::Unfold);
    assert!(
        last.told().title.starts_with("其余 "),
        "{}",
        last.told().title
    );
    let unfolded = Case {
        unfolded: true,
        ..case
    }
    .scene(&table);
    assert_eq!(unfolded.targets.len(), country::countries().len() + 1);
}

#[test]
fn a_target_is_found_under_its_point_and_says_its_shares() {
    let table = table(SMALL);
    let scene = Case::new(ChartKind::Countries).scene(&table);
    let target = &scene.targets[0];
    assert_eq!(
        scene.target_at(Point {
            x: 100.0,
            y: target.area.bounds().y + 3.0
        }),
        Some(0)
    );
    assert_eq!(target.told().title, "德国");
    assert_eq!(
        target.told().lines,
        [
            "4 个项目",
            "占全部 28.6%",
            "55.5 亿元（4 个项目中 3 个已披露）",
            "1 个未披露金额"
        ]
    );
    assert_eq!(
        target.pick,
        Pick::Categories(vec![(CategoryField::Country, "DEU".into())])
    );
}

#[test]
fn findings_are_true_and_worded_for_each_state() {
    let finding = |rows: &str, kind, measure, locale| {
        Case {
            measure,
            locale,
            ..Case::new(kind)
        }
        .scene(&table(rows))
        .description
        .finding
    };
    let (zh, en) = (Locale::Zh, Locale::En);
    let (countries, timeline) = (ChartKind::Countries, ChartKind::Timeline);
    let (projects, amount) = (Measure::Projects, Measure::Amount);
    assert_eq!(
        finding(SMALL, countries, projects, zh),
        "德国居首，14 个项目中占 4 个；金额前三者合占已披露金额的 84.9%"
    );
    assert_eq!(
        finding(SMALL, countries, amount, en),
        "South Korea leads with CNY 6.12 billion, 35.4% of the disclosed amount; the three largest by amount hold 84.9% of the disclosed amount"
    );
    assert_eq!(finding("", countries, projects, zh), "还没有项目");
    assert_eq!(
        finding("DE automotive 2023-09 1", countries, projects, en),
        "The only project comes from Germany"
    );
    assert_eq!(
        finding("DE automotive 2023-09 1", timeline, projects, zh),
        "唯一的项目签于2023年第三季度"
    );
    assert_eq!(
        finding(
            "DE textile 2023 -\nJP textile 2023 -",
            countries,
            amount,
            zh
        ),
        "2 个项目均无可汇总的金额"
    );
    assert_eq!(
        finding(
            "DE textile 2023 -\nJP textile 2023 -",
            countries,
            projects,
            en
        ),
        "Germany and Japan lead with 1 of 2 projects each"
    );
}

#[test]
fn numbers_read_as_people_read_them() {
    let money = |cny| {
        (
            format::money(cny, "CNY", Locale::Zh),
            format::money(cny, "CNY", Locale::En),
        )
    };
    let pair = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    assert_eq!(money(2.743e10), pair("274.3 亿元", "CNY 27.43 billion"));
    assert_eq!(money(5e5), pair("50 万元", "CNY 500,000"));
    assert_eq!(money(-1.2e8), pair("−1.2 亿元", "−CNY 120 million"));
    assert_eq!(money(0.0), pair("0 元", "CNY 0"));
    assert_eq!(money(9.9996e7), pair("1 亿元", "CNY 100 million"));
    assert_eq!(money(1.5e12), pair("1.5 万亿元", "CNY 1.5 trillion"));
    assert_eq!(money(f64::NAN), pair("–", "–"));
    assert_eq!(format::percent(0.1234), "12.3%");
    assert_eq!(format::percent(0.0001), "<0.1%");
    assert_eq!(format::percent(1.0), "100%");
    assert_eq!(format::count(1_234_567), "1,234,567");
    assert_eq!(format::month(2023, 9, Locale::Zh), "2023年9月");
    assert_eq!(format::month(2023, 9, Locale::En), "Sep 2023");
}

#[test]
fn the_bar_of_what_has_no_name_is_cut_rather_than_all_others_made_tiny() {
    let unnamed = "-  automotive 2023-09 1\n".repeat(50);
    let table = table(&format!(
        "DE automotive 2023-09 1\nDE automotive 2023-10 1\n{unnamed}"
    ));
    let scene = Case::new(ChartKind::Countries).scene(&table);
    let bar = |end: &str| {
        let mark = scene.marks.iter().find(|mark| {
            mark.key.to_string().ends_with(end) && !mark.key.to_string().starts_with("DEU")
        });
        mark.map(|mark| mark.shape.clone())
    };
    let widths: Vec<f64> = scene
        .marks
        .iter()
        .filter(|mark| mark.key.to_string().ends_with(":bar"))
        .map(|mark| match &mark.shape {
            Shape::Rect(rect) => rect.width,
            other => panic!("a bar, not {other:?}"),
        })
        .collect();
    assert!((widths[0] - widths[1]).abs() < 0.01, "{widths:?}");
    assert!(bar(":bar-cut").is_some(), "and the cut is seen");
}

#[test]
fn an_amount_without_a_rate_is_not_called_undisclosed() {
    let table = crate::support::table(
        "
        country  industry      amount
        TH       automotive    thb:5
        TH       automotive    -
        DE       automotive    10
        ",
    );
    for measure in [Measure::Projects, Measure::Amount] {
        let case = Case {
            measure,
            locale: Locale::En,
            unfolded: true,
            ..Case::new(ChartKind::Countries)
        };
        let scene = case.scene(&table);
        let thailand = scene
            .targets
            .iter()
            .find(|target| target.told().title == "Thailand")
            .expect("it is there");
        let lines = thailand.told().lines.join("; ");
        assert!(!lines.contains("no amount disclosed"), "{lines}");
        assert!(lines.contains("2 projects"), "{lines}");
        assert!(lines.contains("1 undisclosed"), "{lines}");
        assert!(lines.contains("1 without an exchange rate"), "{lines}");
    }
}

#[test]
fn a_pick_without_an_amount_is_not_said_to_be_worth_nothing() {
    let table = table("DE automotive 2023-09 -\nJP biomedicine 2022 5");
    let finding = |locale| {
        let case = Case {
            measure: Measure::Amount,
            locale,
            filters: FilterSet::default().with_picks(CategoryField::Country, picks(&["DEU"])),
            ..Case::new(ChartKind::Countries)
        };
        case.scene(&table).description.finding
    };
    assert_eq!(
        finding(Locale::En),
        "Germany: 1 project, no amount to add up"
    );
    assert_eq!(finding(Locale::Zh), "德国：1 个项目，无可汇总的金额");
}
