//! The treemap of sectors and industries.

use std::rc::Rc;

use inward::chart::{
    Categories, ChartInput, ChartKind, Content, EstimatedText, Pick, Rect, Scene, Shape, Target,
    Theme, layout, svg,
};
use inward::data::place::Place;
use inward::data::{CategoryField, ExchangeRates, ProjectRecord, ProjectTable, TableBuilder};
use inward::i18n::Locale;
use inward::io::embedded::tables;
use inward::query::{BitSet, FilterSet, Grouping, Measure, Order, summarize};

use crate::charts::{Case, SMALL, check_room, picks, table};
use crate::palette::check_contrast;

fn case(measure: Measure) -> Case {
    Case {
        measure,
        locale: Locale::En,
        width_px: 640.0,
        ..Case::new(ChartKind::Sectors)
    }
}

fn target<'a>(scene: &'a Scene, key: &str) -> &'a Target {
    let found = scene.targets.iter().find(|target| &*target.key == key);
    found.unwrap_or_else(|| panic!("no target {key}"))
}

fn keys(scene: &Scene) -> Vec<&str> {
    scene.targets.iter().map(|target| &*target.key).collect()
}

fn area(target: &Target) -> Rect {
    target.area.bounds()
}

/// Industries and their numbers of projects.
fn industries() -> Vec<(String, f64)> {
    let table = tables().signed;
    let column = table.category(CategoryField::Industry);
    let tree = column.tree();
    let found = tree.codes().filter(|&code| tree.node(code).depth == 1);
    let count = |code| column.codes().iter().filter(|&&row| row == code).count() as f64;
    found
        .map(|code| (tree.node(code).key.to_string(), count(code)))
        .collect()
}

#[test]
fn areas_compare_between_sectors_in_spite_of_their_headers() {
    for width_px in [320.0, 560.0, 1200.0] {
        let scene = Case {
            width_px,
            ..case(Measure::Projects)
        }
        .scene(&tables().signed);
        let densities: Vec<f64> = industries()
            .iter()
            .map(|(key, projects)| {
                let area = area(target(&scene, key));
                area.width * area.height / projects
            })
            .collect();
        let least = densities.iter().copied().fold(f64::MAX, f64::min);
        let most = densities.iter().copied().fold(0.0, f64::max);
        assert!(most / least < 1.02, "{width_px}: {densities:?}");
    }
}

#[test]
fn tiles_keep_their_neighbours_under_a_filter() {
    let table = tables().signed;
    let before = case(Measure::Projects).scene(&table);
    let filters = FilterSet::default().with_picks(CategoryField::Country, picks(&["JPN", "USA"]));
    let after = Case {
        filters,
        ..case(Measure::Projects)
    }
    .scene(&table);
    let kept: Vec<&str> = keys(&before)
        .into_iter()
        .filter(|key| keys(&after).contains(key))
        .collect();
    assert_eq!(kept, keys(&after), "they stand in one order");
    let tiles: Vec<String> = industries().into_iter().map(|(key, _)| key).collect();
    let tiles: Vec<&str> = kept
        .into_iter()
        .filter(|key| tiles.iter().any(|tile| tile == key))
        .collect();
    for one in &tiles {
        for other in &tiles {
            let sides = |scene: &Scene| {
                let (one, other) = (area(target(scene, one)), area(target(scene, other)));
                let before = |end: f64, start: f64| end <= start + 0.01;
                [
                    before(one.right(), other.x),
                    before(one.bottom(), other.y),
                    before(other.right(), one.x),
                    before(other.bottom(), one.y),
                ]
            };
            let is_kept = |(before, after): (bool, bool)| before && after;
            let sides = sides(&before).into_iter().zip(sides(&after));
            assert!(
                one == other || sides.into_iter().any(is_kept),
                "{one} {other}"
            );
        }
    }
}

#[test]
fn what_the_filters_empty_has_no_tile_and_stays_in_the_table() {
    let filters = FilterSet::default().with_picks(CategoryField::Country, picks(&["FRA"]));
    let case = Case {
        filters,
        ..case(Measure::Projects)
    };
    assert_eq!(
        keys(&case.scene(&table(SMALL))),
        [
            "manufacturing",
            "biomedicine",
            "energy-environment",
            "new-energy"
        ]
    );
    let rows = case.data_table(&table(SMALL)).rows;
    assert!(rows.iter().any(|row| row[0] == "Manufacturing: Automotive"));
}

#[test]
fn a_negative_sum_has_no_area() {
    let table = table("DE automotive 2022 5\nJP chemicals 2022 -3\nFR new-energy 2023 1");
    let scene = case(Measure::Amount).scene(&table);
    assert_eq!(
        keys(&scene),
        [
            "manufacturing",
            "automotive",
            "energy-environment",
            "new-energy"
        ]
    );
    let chemicals = &case(Measure::Amount).data_table(&table).rows[2];
    assert_eq!(
        (&*chemicals[0], &*chemicals[3]),
        ("Manufacturing: Chemicals", "−300")
    );
}

#[test]
fn a_hatched_note_says_how_many_projects_have_no_area() {
    let scene = case(Measure::Amount).scene(&table(SMALL));
    let note = target(&scene, "note");
    assert_eq!(note.told().title, "Not in the sums: 3 undisclosed");
    assert_eq!(note.pick, Pick::Nothing);
    let hatched = |scene: &Scene| {
        let marks = scene.marks.iter();
        marks
            .filter(|mark| matches!(mark.shape, Shape::Hatch(_)))
            .count()
    };
    assert_eq!(hatched(&scene), 1);
    assert_eq!(hatched(&case(Measure::Projects).scene(&table(SMALL))), 0);
}

#[test]
fn a_tile_picks_its_industry_and_a_header_its_sector_with_all_tiles() {
    let scene = case(Measure::Projects).scene(&table(SMALL));
    let pick = |key: &str| Pick::Categories(vec![(CategoryField::Industry, key.into())]);
    for key in ["manufacturing", "automotive"] {
        assert_eq!(target(&scene, key).pick, pick(key));
    }
    let filters =
        FilterSet::default().with_picks(CategoryField::Industry, picks(&["manufacturing"]));
    let scene = Case {
        filters,
        ..case(Measure::Projects)
    }
    .scene(&table(SMALL));
    let picked: Vec<&str> = scene
        .targets
        .iter()
        .filter(|target| target.picked)
        .map(|target| &*target.key)
        .collect();
    assert_eq!(picked.len(), 5, "{picked:?}");
    assert!(!target(&scene, "new-energy").picked);
    assert_eq!(
        scene.description.finding,
        "Manufacturing: 11 of 14 projects"
    );
}

#[test]
fn the_finding_names_the_leading_sector_and_industry() {
    let finding = |measure, locale| {
        let case = Case {
            locale,
            ..case(measure)
        };
        case.scene(&table(SMALL)).description.finding
    };
    assert_eq!(
        finding(Measure::Projects, Locale::En),
        "Manufacturing leads with 11 of 14 projects; among industries Automotive, Biomedicine and health and Electronics and ICT hardware lead with 3 of 14 projects each"
    );
    assert_eq!(
        finding(Measure::Amount, Locale::Zh),
        "制造业居首，166.9 亿元，占已披露金额的 96.5%；产业中电子信息居首，90.25 亿元，占已披露金额的 52.2%"
    );
}

#[test]
fn words_on_tiles_can_be_read_in_both_themes() {
    let table = tables().signed;
    for theme in [Theme::light(), Theme::dark()] {
        for measure in [Measure::Projects, Measure::Amount] {
            for picked in [&[][..], &["automotive"], &["trade-services"]] {
                let case = Case {
                    theme: theme.clone(),
                    filters: FilterSet::default()
                        .with_picks(CategoryField::Industry, picks(picked)),
                    ..case(measure)
                };
                check_contrast(&case.scene(&table), &theme, "sectors");
            }
        }
    }
}

/// Two hundred places whose names have no spaces, run right to left or are pictures.
fn odd_places() -> Rc<ProjectTable> {
    let mut builder = TableBuilder::new(Rc::new(ExchangeRates::default()));
    for number in 0..200 {
        let name = match number % 4 {
            0 => format!("{}{number}", "x".repeat(100)),
            1 => format!("מיזם משותף להשקעות {number}"),
            2 => format!("{number}{}", "👩‍🔬🏭🚗🔋".repeat(4)),
            _ => format!("{}{number}", "高新技术产业开发区".repeat(5)),
        };
        let province = format!("Province{}", number % 7);
        for _ in 0..=number % 5 {
            builder.push(&ProjectRecord {
                place: Place {
                    province_en: &province,
                    city_en: if number == 3 { "" } else { &name },
                    ..Place::default()
                },
                ..ProjectRecord::default()
            });
        }
    }
    Rc::new(builder.finish())
}

#[test]
fn hundreds_of_odd_names_keep_to_their_tiles() {
    let table = odd_places();
    let field = CategoryField::Place;
    let whole = summarize(&table, &BitSet::all(table.len()), Grouping::Category(field));
    for width_px in [0.0, 1.0, 30.0, 320.0, 560.0, 1200.0, 8000.0] {
        let theme = Theme::light();
        let scene = layout(&ChartInput {
            content: Content::Treemap(Categories {
                field,
                tree: table.category(field).tree(),
                depth: 1,
                selected: &whole,
                whole: &whole,
            }),
            filters: &FilterSet::default(),
            measure: Measure::Projects,
            currency: table.amounts().currency(),
            order: Order::Value,
            unfolded: false,
            width_px,
            theme: &theme,
            locale: Locale::En,
            text: &EstimatedText,
        });
        check_room(&scene, &format!("at {width_px}"));
        assert!(!svg(&scene, &theme).contains("NaN"));
        let tiles = scene.targets.len();
        assert!(tiles >= 200, "{tiles} at {width_px}");
    }
}
