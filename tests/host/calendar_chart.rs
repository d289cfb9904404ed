//! A zone's plans against the calendar, and everything else it reports.

use inward::chart::{
    ChartInput, ChartKind, Content, EstimatedText, Pick, Scene, Shape, Target, Theme, layout, svg,
};
use inward::data::DisplayCurrency;
use inward::i18n::Locale;
use inward::io::embedded::tables;
use inward::io::indicators::read_indicators;
use inward::query::{FilterSet, Measure, Order};

use crate::charts::{Case, SMALL, check_room, picks, table};
use crate::support::columns;

/// `id,value,unit,qualifier,as_of` in each line.
fn scene(lines: &str, locale: Locale, width_px: f64) -> Scene {
    let rows: String = lines
        .split_whitespace()
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let [id, value, unit, qualifier, as_of] = cells[..] else {
                panic!("five cells in {line:?}")
            };
            let label = "خطة👩‍🔬-plan-".to_owned() + &id.repeat(12);
            format!("{id},topic,{label},{label},{value},{unit},{qualifier},{as_of},范围,context\n")
        })
        .collect();
    let header = "id,topic,label_zh,label_en,value,unit,qualifier,as_of,context_zh,context_en\n";
    let read = read_indicators(&columns(&format!("{header}{rows}")));
    assert_eq!(read.issues, []);
    layout(&ChartInput {
        content: Content::Calendar(&read.content),
        filters: &FilterSet::default(),
        measure: Measure::Projects,
        currency: DisplayCurrency::Cny,
        order: Order::Value,
        unfolded: false,
        width_px,
        theme: &Theme::light(),
        locale,
        text: &EstimatedText,
    })
}

fn target<'a>(scene: &'a Scene, key: &str) -> &'a Target {
    scene
        .targets
        .iter()
        .find(|target| &*target.key == key)
        .unwrap_or_else(|| panic!("no {key}"))
}

fn has_mark(scene: &Scene, key: &str) -> bool {
    scene.marks.iter().any(|mark| mark.key.to_string() == key)
}

#[test]
fn plans_stand_against_the_share_of_the_year_that_had_gone() {
    let case = |locale| Case {
        locale,
        ..Case::new(ChartKind::Calendar)
    };
    let en = case(Locale::En).scene(&table(SMALL));
    assert_eq!(
        target(&en, "provincial-progress").told().lines,
        [
            "76%",
            "76% − 58.3% = 17.7 points ahead, as stated",
            "End of Jul 2023: 7 of 12 months gone, 58.3%",
            "As of Jul 2023",
            "8 provincial key projects"
        ]
    );
    let zh = case(Locale::Zh).scene(&table(SMALL));
    assert_eq!(
        target(&zh, "municipal-progress").told().lines[1],
        "72.4% − 58.3% = 14.1 个百分点，超前，与通报一致"
    );
    assert_eq!(
        en.description.finding,
        "The zone's own year, whatever is filtered: 2 of 2 plans are ahead of the calendar, by up to 17.7 points"
    );
    assert_eq!(
        zh.description.finding,
        "全区年度通报（不随筛选变化）：2 项计划中 2 项超时间进度，最多超 17.7 个百分点"
    );
    assert_eq!(zh.description.title, "济南高新区2023年：计划与时间进度");
    assert!(en.targets.iter().all(|target| target.pick == Pick::Nothing));
}

#[test]
fn every_reported_figure_is_in_the_table_and_has_a_target() {
    let case = Case {
        locale: Locale::En,
        ..Case::new(ChartKind::Calendar)
    };
    let scene = case.scene(&table(SMALL));
    let rows = case.data_table(&table(SMALL)).rows;
    let reported = tables().indicators.len();
    assert_eq!(rows.len(), reported);
    // What a source says of a plan is told with the plan.
    assert_eq!(scene.targets.len(), reported - 2);
    let row = |label: &str| rows.iter().find(|row| row[0] == label).expect("a row")[1].clone();
    assert_eq!(row("Total investment signed"), "CNY 50.63 billion");
    assert_eq!(row("Guests on site and online"), "more than 350 people");
    assert_eq!(
        row("Expected annual output at full production"),
        "CNY 300 billion expected"
    );
    assert_eq!(
        row("Attracted projects' share of fixed-asset investment"),
        "33.39%"
    );
    assert_eq!(
        row("Municipal key projects: ahead of the calendar"),
        "14.1 percentage points"
    );
}

#[test]
fn a_filter_changes_nothing() {
    let rows = table(SMALL);
    let open = Case::new(ChartKind::Calendar);
    let filters =
        FilterSet::default().with_picks(inward::data::CategoryField::Country, picks(&["DEU"]));
    let filtered = Case {
        filters,
        measure: Measure::Amount,
        ..Case::new(ChartKind::Calendar)
    };
    assert_eq!(open.scene(&rows), filtered.scene(&rows));
}

#[test]
fn what_the_source_states_otherwise_is_said() {
    let scene = scene(
        "a-progress,76,percent,exact,2023-07 a-ahead,17.5,percentage-points,exact,2023-07",
        Locale::En,
        560.0,
    );
    let arithmetic = "76% − 58.3% = 17.7 points ahead, but stated as 17.5 percentage points";
    assert_eq!(target(&scene, "a-progress").told().lines[1], arithmetic);
    assert!(scene.description.finding.ends_with(arithmetic));
}

#[test]
fn plans_can_be_behind_or_level_and_a_rounded_difference_says_so() {
    let scene = scene(
        "a-progress,40,percent,exact,2023-07 b-progress,50,percent,exact,2024-06 c-progress,72.45,percent,exact,2023-07",
        Locale::En,
        560.0,
    );
    let arithmetic = |key| target(&scene, key).told().lines[1].clone();
    assert_eq!(
        arithmetic("a-progress"),
        "40% − 58.3% = −18.3 points, behind"
    );
    assert_eq!(arithmetic("b-progress"), "50% − 50% = 0 points, level");
    assert_eq!(
        arithmetic("c-progress"),
        "72.45% − 58.3% ≈ 14.1 points ahead"
    );
    assert_eq!(
        scene.description.finding,
        "The zone's own year, whatever is filtered: 1 of 3 plans is ahead of the calendar, by 14.1 points"
    );
    assert_eq!(
        scene.description.title,
        "Jinan High-tech Zone, 2023 to 2024: plan and calendar"
    );
}

#[test]
fn only_an_exact_percentage_of_a_month_stands_against_the_calendar() {
    let scene = scene(
        "a-progress,76,percent,exact,2023 b-progress,76,percent,more-than,2023-07 \
         c-progress,76,projects,exact,2023-07 d-progress,76,percent,exact,2023-07-03 \
         e-progress,76,percent,exact,2023-12 a-ahead,17,percentage-points,exact,2023",
        Locale::Zh,
        560.0,
    );
    let plans =
        ["a", "b", "c", "d", "e"].map(|name| has_mark(&scene, &format!("{name}-progress:gone")));
    assert_eq!(plans, [false, false, false, false, true]);
    let bars =
        ["a", "b", "c", "d", "e"].map(|name| has_mark(&scene, &format!("{name}-progress:bar")));
    assert_eq!(bars, [true, true, false, true, true]);
    assert!(has_mark(&scene, "a-ahead:value"));
}

#[test]
fn without_figures_the_chart_says_so() {
    let scene = scene("", Locale::En, 560.0);
    assert_eq!(scene.description.finding, "No figures reported yet");
    assert!(scene.targets.is_empty());
}

#[test]
fn odd_figures_have_room_at_every_width() {
    let odd = "a-progress,1e290,percent,exact,2023-07 b-progress,-30,percent,exact,2023-01 \
        b-ahead,-1,percentage-points,exact,2023-01 c,130,percent,exact,2023 d,1e290,CNY_100M,expected,2023 \
        e,0.001,furlongs,more-than,2023 f,-1,projects,exact,2023-02-03";
    for lines in [odd, "a,1,percent,exact,2023", "a,1,projects,exact,2023"] {
        for locale in Locale::ALL {
            for width_px in [0.0, 1.0, 30.0, 320.0, 560.0, 640.0, 1200.0, 8000.0] {
                let scene = scene(lines, locale, width_px);
                assert!(!svg(&scene, &Theme::light()).contains("NaN"));
                let finite = scene.marks.iter().all(|mark| match &mark.shape {
                    Shape::Rect(rect) => (rect.x + rect.right()).is_finite(),
                    Shape::Line { from, to, .. } => (from.x + to.x).is_finite(),
                    Shape::Text { at, .. } => (at.x + at.y).is_finite(),
                    Shape::Hatch(_)
                    | Shape::Circle { .. }
                    | Shape::Polygon(_)
                    | Shape::Raster(_) => false,
                });
                assert!(finite, "{lines:.20} at {width_px}");
                check_room(&scene, &format!("{lines:.20} at {width_px}"));
            }
        }
    }
}
