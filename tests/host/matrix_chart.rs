//! The matrix of countries and industries.

use inward::chart::{
    ChartKind, EstimatedText, Pick, Scene, Shape, Target, TextMeasure, Theme, Weight, wrap,
};
use inward::data::CategoryField::{Country, Industry};
use inward::i18n::Locale;
use inward::io::embedded::tables;
use inward::query::{FilterSet, Measure};

use crate::charts::{Case, SMALL, check_room, picks, table, wide_table};
use crate::palette::{check_contrast, contrast};

fn case(measure: Measure) -> Case {
    Case {
        measure,
        locale: Locale::En,
        width_px: 1200.0,
        ..Case::new(ChartKind::Matrix)
    }
}

fn target<'a>(scene: &'a Scene, key: &str) -> &'a Target {
    let found = scene.targets.iter().find(|target| &*target.key == key);
    found.unwrap_or_else(|| panic!("no target {key}"))
}

fn titles(scene: &Scene, prefix: &str) -> Vec<String> {
    let targets = scene.targets.iter();
    targets
        .filter(|target| target.key.starts_with(prefix))
        .map(|target| target.told().title)
        .collect()
}

fn has_mark(scene: &Scene, key: &str) -> bool {
    scene.marks.iter().any(|mark| mark.key.to_string() == key)
}

#[test]
fn rows_are_the_largest_countries_then_the_rest_then_what_is_not_stated() {
    let scene = case(Measure::Projects).scene(&tables().signed);
    let rows = titles(&scene, "row-");
    assert_eq!(rows.len(), 14);
    assert_eq!(rows[..3], ["Germany", "United States", "France"]);
    assert_eq!(rows[12..], ["21 other countries and regions", "Not stated"]);
}

#[test]
fn columns_stand_sector_by_sector_the_largest_first() {
    let columns = |scene: &Scene| titles(scene, "column-");
    let all = columns(&case(Measure::Projects).scene(&tables().signed));
    assert_eq!(all.len(), 14);
    assert_eq!(all[..2], ["Automotive", "Chemicals"]);
    assert_eq!(
        all[7..],
        [
            "New energy",
            "Environment",
            "R&D and innovation",
            "Software and digital",
            "Modern services",
            "Logistics and trade",
            "Culture, tourism and education"
        ]
    );
    let narrow = Case {
        width_px: 320.0,
        ..case(Measure::Projects)
    };
    let few = columns(&narrow.scene(&tables().signed));
    assert_eq!(
        few,
        [
            "Automotive",
            "Chemicals",
            "Modern services",
            "11 other industries"
        ]
    );
}

#[test]
fn the_table_adds_up_at_every_width() {
    for width_px in [320.0, 560.0, 1200.0] {
        let case = Case {
            width_px,
            ..case(Measure::Projects)
        };
        let table = case.data_table(&tables().signed);
        let number = |cell: &String| cell.replace(',', "").parse::<u32>().unwrap();
        let (sums, rows) = table.rows.split_last().unwrap();
        for row in &table.rows {
            let (sum, cells) = row[1..].split_last().unwrap();
            assert_eq!(
                cells.iter().map(number).sum::<u32>(),
                number(sum),
                "{row:?}"
            );
        }
        for column in 1..sums.len() {
            let cells = rows.iter().map(|row| number(&row[column]));
            assert_eq!(cells.sum::<u32>(), number(&sums[column]));
        }
        assert_eq!(sums.last().unwrap(), "347");
    }
}

#[test]
fn a_cell_picks_both_its_values_and_a_heading_its_own() {
    let scene = case(Measure::Projects).scene(&tables().signed);
    let (country, industry) = ((Country, "DEU".into()), (Industry, "automotive".into()));
    let picks_of = |key: &str| target(&scene, key).pick.clone();
    assert_eq!(picks_of("row-DEU"), Pick::Categories(vec![country.clone()]));
    assert_eq!(
        picks_of("column-automotive"),
        Pick::Categories(vec![industry.clone()])
    );
    assert_eq!(
        picks_of("DEU:automotive"),
        Pick::Categories(vec![country, industry])
    );
    assert_eq!(picks_of("+:automotive"), Pick::Nothing);
    assert_eq!(
        target(&scene, "DEU:automotive").told().lines[..2],
        ["25 projects", "7.2% of the whole"]
    );
}

#[test]
fn a_cell_without_a_disclosed_amount_is_hatched_and_one_without_a_project_is_not() {
    let scene = case(Measure::Amount).scene(&table(SMALL));
    assert!(has_mark(&scene, "JPN:biomedicine:hatch"));
    assert_eq!(
        target(&scene, "JPN:biomedicine").told().lines,
        ["1 project, no amount disclosed"]
    );
    assert!(has_mark(&scene, "JPN:automotive:none"));
    assert!(has_mark(&scene, "JPN:electronics-ict:cell"));
    let projects = case(Measure::Projects).scene(&table(SMALL));
    assert!(!has_mark(&projects, "JPN:biomedicine:hatch"));
    let row = &case(Measure::Amount).data_table(&table(SMALL)).rows[2];
    assert_eq!(row[0], "Japan");
    assert!(row.contains(&"1 undisclosed".to_owned()), "{row:?}");
}

#[test]
fn what_is_picked_has_a_line_of_its_own_and_an_outline() {
    let filters = FilterSet::default()
        .with_picks(Country, picks(&["NLD"]))
        .with_picks(
            Industry,
            picks(&["culture-tourism-education", "logistics-trade"]),
        );
    let case = Case {
        width_px: 320.0,
        filters,
        ..case(Measure::Projects)
    };
    let scene = case.scene(&tables().signed);
    assert!(target(&scene, "row-NLD").picked);
    assert!(target(&scene, "column-culture-tourism-education").picked);
    assert_eq!(titles(&scene, "row-").len(), 14);
    let cell = target(&scene, "NLD:logistics-trade");
    assert!(cell.picked && has_mark(&scene, "NLD:logistics-trade:outline"));
    assert!(!has_mark(&scene, "DEU:automotive:outline"));
    assert_eq!(
        scene.description.finding,
        "Netherlands × Culture, tourism and education and Logistics and trade: 1 of 347 projects"
    );
}

#[test]
fn the_finding_names_the_largest_cell() {
    let finding = |rows: &str, measure, locale| {
        let case = Case {
            locale,
            ..case(measure)
        };
        case.scene(&table(rows)).description.finding
    };
    assert_eq!(
        finding(SMALL, Measure::Projects, Locale::En),
        "Germany in automotive and Japan in electronics and ICT hardware lead with 2 of 14 projects each"
    );
    assert_eq!(
        finding(SMALL, Measure::Amount, Locale::Zh),
        "韩国的电子信息项目居首，60.25 亿元，占已披露金额的 34.8%"
    );
    let one = "DE automotive 2020 -";
    assert_eq!(
        finding(one, Measure::Projects, Locale::En),
        "Germany in automotive: 1 of 1 project"
    );
    assert_eq!(
        finding(one, Measure::Amount, Locale::Zh),
        "1 个项目均无可汇总的金额"
    );
}

#[test]
fn the_ramp_leaves_the_background_step_by_step_and_words_on_it_can_be_read() {
    for theme in [Theme::light(), Theme::dark()] {
        let mut before = 1.2;
        for step in theme.sequential {
            let stands_out = contrast(step, theme.background);
            assert!(stands_out > before * 1.05, "{step:?}: {stands_out}");
            before = stands_out;
            for fill in [step, theme.tint(step, 0.3)] {
                assert!(contrast(theme.text_on(fill), fill) >= 4.5, "{fill:?}");
            }
        }
        for measure in [Measure::Projects, Measure::Amount] {
            for picked in [&[][..], &["DEU", "JPN"]] {
                let filters = FilterSet::default().with_picks(Country, picks(picked));
                let case = Case {
                    theme: theme.clone(),
                    filters,
                    ..case(measure)
                };
                check_contrast(&case.scene(&tables().signed), &theme, "matrix");
            }
        }
    }
}

#[test]
fn the_legend_has_the_limits_of_the_classes() {
    let legend = |measure, locale| -> Vec<String> {
        let scene = Case {
            locale,
            ..case(measure)
        }
        .scene(&tables().signed);
        let words = scene.marks.iter().filter_map(|mark| match &mark.shape {
            Shape::Text { text, .. } if mark.key.to_string().starts_with("legend-") => {
                Some(text.to_string())
            }
            _ => None,
        });
        words.collect()
    };
    assert_eq!(
        legend(Measure::Projects, Locale::En),
        ["1", "2–4", "5–9", "10–19", "≥ 20"]
    );
    assert_eq!(
        legend(Measure::Amount, Locale::Zh)[..6],
        [
            "< 2 亿",
            "2–10 亿",
            "10–50 亿",
            "50–200 亿",
            "200–1,000 亿",
            "≥ 1,000 亿"
        ]
    );
}

#[test]
fn every_country_and_industry_keeps_to_its_room() {
    for table in [wide_table(), tables().signed] {
        for width_px in [0.0, 1.0, 30.0, 120.0, 320.0, 400.0, 560.0, 900.0, 8000.0] {
            for measure in [Measure::Projects, Measure::Amount] {
                for locale in Locale::ALL {
                    let filters =
                        FilterSet::default().with_picks(Country, picks(&["europe", "JPN"]));
                    let case = Case {
                        width_px,
                        locale,
                        filters,
                        ..case(measure)
                    };
                    check_room(&case.scene(&table), &format!("at {width_px}"));
                }
            }
        }
    }
}

#[test]
fn words_wrap_at_spaces_then_between_syllables_and_are_cut_last() {
    let wrapped = |text: &str, lines, most| {
        let broken = wrap(text, lines, most, 12.0, Weight::Regular, &EstimatedText);
        for line in &broken {
            assert!(
                EstimatedText.width(line, 12.0, Weight::Regular) <= most,
                "{line:?}"
            );
        }
        broken
    };
    assert_eq!(wrapped("Modern services", 2, 70.0), ["Modern", "services"]);
    assert_eq!(wrapped("Automotive", 2, 50.0), ["Auto-", "motive"]);
    assert_eq!(wrapped("Automotive", 1, 50.0), ["Autom…"]);
    assert_eq!(wrapped("文旅教育", 2, 40.0), ["文旅", "教育"]);
    assert_eq!(wrapped("软件与数字", 3, 24.0), ["软件", "与数", "字"]);
    assert_eq!(wrapped("其余 21 个", 2, 40.0).len(), 2);
    assert_eq!(wrapped("x", 2, 0.0), Vec::<String>::new());
    for most in [5.0, 20.0, 60.0] {
        wrapped(&"👩‍🔬🏭".repeat(9), 3, most);
        wrapped("מיזם משותף להשקעות", 3, most);
    }
}
