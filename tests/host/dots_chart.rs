//! Every project as a dot, or as a density where there are too many.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use inward::chart::{
    Area, BrushGesture, ChartKind, DataTable, Pick, Point, Rect, Scene, Shape, Target, Theme, svg,
};
use inward::data::exchange_rate::ExchangeRates;
use inward::data::{
    AmountBound, AmountUnit, CategoryField, Currency, Month, PartialDate, ProjectRecord,
    ProjectTable, StatedAmount, TableBuilder, country, industry,
};
use inward::i18n::Locale;
use inward::query::{AmountBin, AmountRange, FilterSet, Measure, Period};
use inward::state::{Dataset, DatasetKey};

use crate::charts::{Case, SMALL, check_room, picks, table, wide_table};

fn case() -> Case {
    Case::new(ChartKind::Projects)
}

fn target(scene: &Scene, row: usize) -> &Target {
    let is_row = |target: &&Target| target.pick == Pick::Project(row);
    scene.targets.iter().find(is_row).expect("the project")
}

fn middle(scene: &Scene, row: usize) -> Point {
    let Rect {
        x,
        y,
        width,
        height,
    } = target(scene, row).outline.bounds();
    Point {
        x: x + width / 2.0,
        y: y + height / 2.0,
    }
}

fn has_raster(scene: &Scene) -> bool {
    let is_raster = |shape: &Shape| matches!(shape, Shape::Raster(_));
    scene.marks.iter().any(|mark| is_raster(&mark.shape))
}

/// The brushed area of a scene.
fn plot(scene: &Scene) -> Rect {
    scene.brush.as_ref().expect("a brush").area
}

/// So many made-up projects: with and without a date, a month, an amount.
fn many(rows: usize, years: usize) -> Rc<ProjectTable> {
    let mut seed = 2_023_u64;
    let mut next = |below: usize| {
        seed = seed * 48_271 % 0x7fff_ffff;
        seed as usize % below
    };
    let mut builder = TableBuilder::new(Rc::new(ExchangeRates::default()));
    for _ in 0..rows {
        let precision = next(12);
        let signed_on = PartialDate {
            year: 2010 + next(years) as u16,
            month: (precision > 2).then(|| 1 + next(12) as u8),
            day: (precision > 5).then(|| 1 + next(28) as u8),
        };
        let value = match next(9) {
            0 => 0.0,
            // Round amounts lie on the edges of bins.
            1 => [0.01, 0.02, 0.5, 1.0, 2.0, 10.0][next(6)],
            _ => 10_f64.powf(next(5_000) as f64 / 1_000.0 - 3.0),
        };
        let amount = StatedAmount {
            value,
            unit: AmountUnit::CNY_100M,
            bound: AmountBound::Exact,
        };
        builder.push(&ProjectRecord {
            industry: industry::industries().get(next(20)),
            signed_on: (precision > 0).then_some(signed_on),
            amount: (next(6) > 0).then_some(amount),
            ..ProjectRecord::default()
        });
    }
    Rc::new(builder.finish())
}

#[test]
fn every_project_has_one_place_in_order_of_its_date() {
    let table = table(SMALL);
    let scene = case().scene(&table);
    let rows = scene.targets.iter().map(|target| match target.pick {
        Pick::Project(row) => row,
        _ => panic!("{:?}", target.pick),
    });
    let rows: Vec<usize> = rows.collect();
    assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), table.len());
    let dates: Vec<_> = rows.iter().map(|&row| table.dates().get(row)).collect();
    let dated = dates.iter().flatten().count();
    assert!(dates[..dated].is_sorted() && dates[..dated].iter().all(Option::is_some));
    for row in rows {
        let Point { x, y } = middle(&scene, row);
        let found = scene.target_at(Point { x, y }).expect("a target");
        assert_eq!(scene.targets[found].pick, Pick::Project(row));
    }
}

#[test]
fn equal_ratios_of_amounts_and_equal_times_are_equally_far_apart() {
    let rows = "DE automotive 2010-01-16 1\nDE automotive 2015-01-16 10\nDE automotive 2020-01-16 100\nDE textile 2012-01-16 1000";
    let scene = case().scene(&table(rows));
    let [one, ten, hundred] = [0, 1, 2].map(|row| middle(&scene, row));
    assert!(one.y > ten.y && one.x < ten.x);
    assert!(((one.y - ten.y) - (ten.y - hundred.y)).abs() < 1e-6);
    assert!(((ten.x - one.x) - (hundred.x - ten.x)).abs() < 1e-6);
}

#[test]
fn a_date_is_as_wide_as_it_is_imprecise() {
    let rows =
        "DE textile 2010-01-16 1\nDE textile 2015 1\nDE textile 2012-03 1\nDE textile 2024-12 1";
    let scene = case().scene(&table(rows));
    let width = |scene: &Scene, row| match &target(scene, row).outline {
        Area::Rect(dash) => Some(dash.width),
        Area::Polygon(_) => None,
    };
    let year = middle(&scene, 3).x - middle(&scene, 0).x;
    let dash = width(&scene, 1).expect("a dash");
    assert!((dash - year / 15.0).abs() < 1.0, "{dash} of {year}");
    assert_eq!((width(&scene, 0), width(&scene, 2)), (None, None));

    let short = "DE textile 2023-01-16 1\nDE textile 2023-03 1\nDE textile 2023-12-20 1";
    let scene = case().scene(&table(short));
    assert!(width(&scene, 1).is_some(), "a month wider than a dot");
    assert_eq!(width(&scene, 0), None);
}

#[test]
fn what_has_no_place_on_an_axis_has_a_lane() {
    let rows = "DE textile 2019-01 5\nDE textile 2020-01 -\nDE textile - 5\nDE textile - -\nDE textile 2020-06 0\nDE textile 2020-07 -2\nDE textile 2021-01 1";
    let scene = case().scene(&table(rows));
    let plot = plot(&scene);
    let [amount, none, undated, neither, zero, negative, _] =
        [0, 1, 2, 3, 4, 5, 6].map(|row| middle(&scene, row));
    assert!(plot.contains(amount));
    for below in [none, neither, zero, negative] {
        assert!(below.y > plot.bottom());
    }
    assert!(zero.y < none.y && negative.y < none.y);
    assert!(undated.x > plot.right() && neither.x > plot.right());
    assert!((undated.y - amount.y).abs() < 1e-6);
    let texts: String = scene
        .marks
        .iter()
        .filter_map(|mark| match &mark.shape {
            Shape::Text { text, .. } => Some(format!("{text}\n")),
            _ => None,
        })
        .collect();
    for words in ["2 个未披露金额", "零或负数", "无日期"] {
        assert!(texts.contains(words), "{texts}");
    }
}

#[test]
fn filters_move_no_dot() {
    let table = table(SMALL);
    let whole = case().scene(&table);
    let filters = [
        FilterSet::default().with_picks(CategoryField::Country, picks(&["JPN"])),
        FilterSet::default()
            .with_period(Period::between(Month::new(2021, 1), Month::new(2021, 12))),
        FilterSet::default().with_amount(AmountRange {
            min: Some(1e9),
            max: None,
        }),
    ];
    for filters in filters {
        let scene = Case { filters, ..case() }.scene(&table);
        for target in &scene.targets {
            let Pick::Project(row) = target.pick else {
                panic!("{:?}", target.pick)
            };
            let (here, there) = (middle(&scene, row), middle(&whole, row));
            let lower = plot(&scene).y - plot(&whole).y;
            let moved = Point {
                y: there.y + lower,
                ..there
            };
            assert_eq!(here, moved, "{row}");
        }
    }
}

#[test]
fn what_the_own_filters_leave_is_picked_and_the_rest_steps_back() {
    let table = table(
        "DE automotive 2019-03 12\nDE automotive 2021-03 12\nDE automotive 2021-03 1\nJP automotive 2021-03 12",
    );
    let filters = FilterSet::default()
        .with_picks(CategoryField::Country, picks(&["DEU"]))
        .with_period(Period::between(Month::new(2021, 1), Month::new(2021, 12)))
        .with_amount(AmountRange {
            min: Some(5e8),
            max: None,
        });
    let theme = Theme::light();
    let scene = Case { filters, ..case() }.scene(&table);
    let color = |row: usize| {
        let key = format!("{row}:dot");
        let mark = scene.marks.iter().find(|mark| mark.key.to_string() == key);
        let color = mark.expect("a mark").color;
        [color.red, color.green, color.blue]
    };
    let parts = |color: inward::chart::Color| [color.red, color.green, color.blue];
    let pale = parts(theme.paler(theme.sectors[0]));
    assert_eq!(
        [0, 1, 2, 3].map(color),
        [pale, parts(theme.sectors[0]), pale, parts(theme.whole)]
    );
    assert_eq!(
        [0, 1, 2].map(|row| target(&scene, row).picked),
        [false, true, false]
    );
    assert_eq!(
        scene.targets.len(),
        3,
        "what other filters leave out is a backdrop"
    );
}

#[test]
fn a_box_snaps_to_quarters_and_round_amounts() {
    let rows = "DE textile 1999-02-03 0.013\nDE textile 2020-05-06 770";
    let scene = case().scene(&table(rows));
    let brush = scene.brush.clone().expect("a brush");
    let area = brush.area;
    let start = Point {
        x: area.x + area.width * 0.3,
        y: area.y + area.height * 0.7,
    };
    let brushed = BrushGesture::begin(brush, start).brushed_at(Point {
        x: area.x + area.width * 0.6,
        y: area.y + area.height * 0.2,
    });
    let (period, amount) = (
        brushed.period.expect("a period"),
        brushed.amount.expect("amounts"),
    );
    let (first, last) = (
        period.first.expect("a month"),
        period.last.expect("a month"),
    );
    assert_eq!(
        (first.month_of_year() % 3, last.month_of_year() % 3),
        (1, 0)
    );
    for cny in [amount.min, amount.max] {
        let cny = cny.expect("an amount");
        assert!(AmountBin::of(cny).lower().total_cmp(&cny).is_eq(), "{cny}");
    }
    // What is inside the drawn box is what the filters leave.
    let filters = FilterSet::default().with_brushed(brushed);
    let table = many(400, 10);
    let scene = Case {
        filters: filters.clone(),
        ..case()
    }
    .scene(&table);
    let brush = scene.brush.as_ref().expect("a brush");
    let across = brush
        .horizontal
        .as_ref()
        .and_then(|axis| axis.edges_of(&brush.brushed));
    let down = brush
        .vertical
        .as_ref()
        .and_then(|axis| axis.edges_of(&brush.brushed));
    let ((left, right), (top, bottom)) = (across.expect("a side"), down.expect("a side"));
    for row in 0..table.len() {
        let at = middle(&scene, row);
        let is_inside = (left..right).contains(&at.x) && at.y > top && at.y <= bottom + 1e-6;
        assert_eq!(target(&scene, row).picked, is_inside, "{row} {at:?}");
    }
}

#[test]
fn findings_count_and_name_the_largest() {
    let finding = |rows: &str, filters: &FilterSet, locale| {
        let case = Case {
            locale,
            filters: filters.clone(),
            ..case()
        };
        case.scene(&named(rows)).description.finding
    };
    let open = FilterSet::default();
    let (zh, en) = (Locale::Zh, Locale::En);
    let rows = "Steel 2015-03 550\nGlass 2016 -\nPaper - 900\nSalt 2017 20";
    assert_eq!(
        finding(rows, &open, en),
        "2 of 4 projects have both a date and an amount; the largest is Steel with CNY 55 billion in 2015"
    );
    assert_eq!(
        finding(rows, &open, zh),
        "4 个项目中有 2 个同时有签约时间和投资额；其中最大的是2015年的Steel，550 亿元"
    );
    let brushed = FilterSet::default().with_amount(AmountRange {
        min: None,
        max: Some(5e9),
    });
    assert_eq!(
        finding(rows, &brushed, en),
        "1 of 4 projects lies within the chosen amounts; it is Salt with CNY 2 billion in 2017"
    );
    assert_eq!(
        finding("Steel 2015 3\nGlass 2016 3\nSalt 2011 1", &open, zh),
        "3 个项目全部有签约时间和投资额；其中 2 个并列最大，各 3 亿元"
    );
    assert_eq!(
        finding("Steel - 3\nGlass 2016 -", &open, en),
        "None of the 2 projects has both a date and an amount"
    );
    assert_eq!(
        finding("Steel 2015 3", &open, en),
        "The only project has both a date and an amount; it is Steel with CNY 300 million in 2015"
    );
    assert_eq!(finding("", &open, zh), "还没有项目");
}

/// Name, signing date, amount in 亿元.
fn named(rows: &str) -> Rc<ProjectTable> {
    let mut builder = TableBuilder::new(Rc::new(ExchangeRates::default()));
    for line in rows.lines() {
        let cells: Vec<&str> = line.split_whitespace().collect();
        builder.push(&ProjectRecord {
            name_en: cells[0],
            signed_on: PartialDate::parse(cells[1]),
            amount: cells[2].parse().ok().map(|value| StatedAmount {
                value,
                unit: AmountUnit::CNY_100M,
                bound: AmountBound::Exact,
            }),
            ..ProjectRecord::default()
        });
    }
    Rc::new(builder.finish())
}

#[test]
fn a_tooltip_says_what_the_source_states() {
    let mut rates = ExchangeRates::default();
    rates.insert(2023, Currency::Usd, 7.0);
    let mut builder = TableBuilder::new(Rc::new(rates));
    let dollars = |bound| {
        let unit = AmountUnit {
            currency: Currency::Usd,
            scale: 1e6,
        };
        Some(StatedAmount {
            value: 50.0,
            unit,
            bound,
        })
    };
    builder.push(&ProjectRecord {
        name_zh: "钢厂",
        name_en: "Steel works",
        country: country::by_alpha2("DE"),
        country_basis: inward::data::vocabulary::CountryBasis::parse("company-seat"),
        industry: industry::by_key("automotive"),
        signed_on: PartialDate::parse("2023-09-21"),
        amount: dollars(AmountBound::AtLeast),
        ..ProjectRecord::default()
    });
    builder.push(&ProjectRecord {
        name_en: "Glass works",
        signed_on: PartialDate::parse("2022"),
        amount: dollars(AmountBound::Exact),
        ..ProjectRecord::default()
    });
    builder.push(&ProjectRecord {
        name_en: "Salt works",
        ..ProjectRecord::default()
    });
    let table = Rc::new(builder.finish());
    let lines = |locale, row| {
        let scene = Case { locale, ..case() }.scene(&table);
        let target = target(&scene, row);
        let mut lines = vec![target.told().title];
        lines.extend(target.told().lines);
        lines
    };
    assert_eq!(
        lines(Locale::En, 0),
        [
            "Steel works",
            "Germany · seat",
            "Automotive",
            "21 Sep 2023",
            "stated at least USD 50 million, CNY 350 million at the 2023 average of 7"
        ]
    );
    assert_eq!(
        lines(Locale::Zh, 0),
        [
            "钢厂",
            "德国 · 按总部",
            "汽车",
            "2023年9月21日",
            "原文为超过 5,000 万美元，按 2023 年平均汇率 7 折合 3.5 亿元"
        ]
    );
    assert_eq!(
        lines(Locale::En, 1),
        [
            "Glass works",
            "Country or region: Not stated",
            "Industry: Not stated",
            "2022 (only the year is known)",
            "stated USD 50 million, not converted: there is no average rate for 2022"
        ]
    );
    assert_eq!(
        lines(Locale::Zh, 2)[3..],
        ["签约时间：未注明", "未披露投资额"]
    );
}

#[test]
fn the_table_holds_a_row_for_each_project_and_marks_what_is_picked() {
    let filters = FilterSet::default().with_amount(AmountRange {
        min: Some(1e9),
        max: None,
    });
    let table = table("DE automotive 2019-03 12.5\nJP textile 2020 -\nFR biomedicine - 3");
    let DataTable { headings, rows } = Case { filters, ..case() }.data_table(&table);
    assert_eq!(headings.len(), 6);
    assert_eq!(rows[0][1..], ["德国", "汽车", "2019-03", "125,000", "✓"]);
    assert_eq!(rows[1][3..], ["2020", "未披露投资额", ""]);
    assert_eq!(rows[2][3..], ["–", "30,000", ""]);
}

#[test]
fn more_dots_than_can_be_told_apart_are_a_density_that_counts_each_once() {
    for (rows, years) in [(6_000, 14), (6_000, 1), (6_000, 4)] {
        let table = many(rows, years);
        let scene = case().scene(&table);
        assert!(has_raster(&scene));
        assert!(scene.marks.len() < 200 && scene.targets.len() <= 2_000);
        check_room(&scene, "a density");

        // Held to a count by hand, of blocks that are whole years.
        let mut expected: BTreeMap<(Option<u16>, Option<i32>), usize> = BTreeMap::new();
        let mut undisclosed = 0;
        for row in 0..table.len() {
            let year = table.dates().get(row).map(|date| date.year);
            match table.amounts().get(row) {
                Some(cny) => {
                    *expected
                        .entry((year, Some(AmountBin::of(cny).0)))
                        .or_default() += 1;
                }
                None => undisclosed += 1,
            }
        }
        let counted = |cells: &Vec<String>| {
            cells[2]
                .replace(',', "")
                .parse::<usize>()
                .expect("a number")
        };
        let blocks = case().data_table(&table).rows;
        assert_eq!(blocks.iter().map(counted).sum::<usize>(), rows);
        let hidden = blocks.iter().filter(|cells| cells[1] == "未披露投资额");
        assert_eq!(hidden.map(counted).sum::<usize>(), undisclosed);
        if years == 14 {
            let mut by_hand: Vec<usize> = expected.into_values().collect();
            let shown = blocks.iter().filter(|cells| cells[1] != "未披露投资额");
            let mut shown: Vec<usize> = shown.map(counted).collect();
            by_hand.sort_unstable();
            shown.sort_unstable();
            assert_eq!(shown, by_hand);
        }
    }
}

#[test]
fn a_density_shows_what_the_own_filters_leave_before_the_rest() {
    let table = many(6_000, 14);
    let filters = FilterSet::default()
        .with_period(Period::between(Month::new(2015, 1), Month::new(2016, 12)));
    let theme = Theme::light();
    let scene = Case { filters, ..case() }.scene(&table);
    let raster = scene
        .marks
        .iter()
        .find_map(|mark| match &mark.shape {
            Shape::Raster(raster) => Some(raster),
            _ => None,
        })
        .expect("a raster");
    let brush = scene.brush.as_ref().expect("a brush");
    let axis = brush.horizontal.as_ref().expect("dates");
    let (left, right) = axis.edges_of(&brush.brushed).expect("a period");
    let cell = raster.area.width / raster.columns as f64;
    for (number, color) in raster.cells.iter().enumerate() {
        let from = raster.area.x + cell * (number % raster.columns) as f64;
        let is_strong = color.is_some_and(|color| color != theme.whole);
        let is_inside = from > left - cell && from < right;
        assert!(!is_strong || is_inside, "{from} from {left} to {right}");
    }
    assert!(
        raster
            .cells
            .iter()
            .flatten()
            .any(|&color| color == theme.whole)
    );
}

#[test]
fn what_one_picture_of_a_density_leaves_is_in_no_other() {
    let table = many(40_000, 14);
    let dataset = Dataset::new(DatasetKey::Signed, Rc::clone(&table));
    let period = |first| Period::between(Month::new(first, 1), Month::new(first + 2, 12));
    // Half of the projects each, which are still too many for dots.
    let of_half = |skipped: usize| {
        let industries = industry::industries().iter().skip(skipped).take(10);
        let picks = industries.map(|industry| industry.key.as_str().into());
        FilterSet::default().with_picks(CategoryField::Industry, picks.collect())
    };
    let filters = [
        FilterSet::default(),
        FilterSet::default().with_period(period(2012)),
        FilterSet::default().with_period(period(2015)),
        of_half(0),
        of_half(0).with_period(period(2015)),
        of_half(10).with_period(period(2015)),
    ];
    let wordings = [
        (Locale::Zh, Measure::Projects),
        (Locale::En, Measure::Projects),
        (Locale::En, Measure::Amount),
    ];
    for width_px in [560.0, 900.0, 560.0] {
        for (locale, measure) in wordings {
            for filters in &filters {
                let case = Case {
                    filters: filters.clone(),
                    width_px,
                    locale,
                    measure,
                    ..case()
                };
                let drawn = case.scene_of(&dataset);
                assert!(has_raster(&drawn));
                let where_at = format!("{width_px} {locale:?} {measure:?} {filters:?}");
                assert!(drawn == case.scene(&table), "{where_at}");
            }
        }
    }
}

#[test]
fn odd_tables_are_laid_out_at_every_width() {
    let long = "长".repeat(100);
    let tables = [
        table(""),
        table("DE textile - -"),
        table("DE textile - 3\nDE textile - 0"),
        table("DE textile 2020 -"),
        table("DE textile 2020 -5"),
        table("DE textile 0001 1\nDE textile 9999 1e15"),
        table("DE automotive 2023-09 1e290\nKR textile 2020-01 1e-9\nKR textile 2020-01 1"),
        named(&format!("{long} 2020 1\nمشروع 2021 2\n👩‍🔬🏭 2022 3")),
        wide_table(),
        many(1_500, 9),
        many(6_000, 3),
    ];
    for (number, table) in tables.iter().enumerate() {
        for width_px in [0.0, 1.0, 30.0, 320.0, 560.0, 640.0, 1200.0, 8000.0] {
            for locale in Locale::ALL {
                let case = Case {
                    width_px,
                    locale,
                    ..case()
                };
                let name = format!("table {number} at {width_px}");
                let scene = case.scene(table);
                if width_px >= 320.0 {
                    check_room(&scene, &name);
                }
                assert!(!svg(&scene, &case.theme).contains("NaN"), "{name}");
                assert!(scene.size.height < 1_000.0, "{name}");
                let keys: BTreeSet<String> = scene
                    .marks
                    .iter()
                    .map(|mark| mark.key.to_string())
                    .collect();
                assert_eq!(keys.len(), scene.marks.len(), "{name}");
                for target in &scene.targets {
                    let Rect {
                        x,
                        y,
                        width,
                        height,
                    } = target.area.bounds();
                    assert!((x + y + width + height).is_finite(), "{name}");
                }
            }
        }
    }
}
