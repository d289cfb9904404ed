//! The flow from region through industry to host city.

use std::collections::HashMap;
use std::rc::Rc;

use inward::chart::{Area, ChartKind, Pick, Scene, Shape, Target, Theme};
use inward::data::exchange_rate::ExchangeRates;
use inward::data::place::Place;
use inward::data::{CategoryField, ProjectRecord, ProjectTable, TableBuilder, country, industry};
use inward::i18n::Locale;
use inward::io::embedded::tables;
use inward::query::{FilterSet, Measure};

use crate::charts::{Case, check_room, picks};
use crate::support;

const PLACES: &str = "
    country industry   province city    amount
    DE      automotive Shandong Jinan   10
    DE      automotive Shandong Jinan   2
    FR      automotive Shandong Qingdao 4
    JP      chemicals  Shandong Jinan   -
    JP      chemicals  -        -       1
    -       automotive Shandong -       3
";

fn flow(measure: Measure, locale: Locale, filters: FilterSet) -> Case {
    Case {
        measure,
        locale,
        filters,
        width_px: 1100.0,
        ..Case::new(ChartKind::Flow)
    }
}

fn english(filters: FilterSet) -> Case {
    flow(Measure::Projects, Locale::En, filters)
}

fn target<'a>(scene: &'a Scene, title: &str) -> &'a Target {
    let found = scene
        .targets
        .iter()
        .find(|target| target.told().title == title);
    found.unwrap_or_else(|| panic!("no target {title:?}"))
}

/// A band's key says the columns and values that it joins: `0:europe:automotive`.
fn is_band(target: &Target) -> bool {
    matches!(target.area, Area::Polygon(_))
}

/// How thick a band is at its two ends.
fn thickness(band: &Target) -> [f64; 2] {
    let Area::Polygon(points) = &band.outline else {
        panic!("{} is no band", band.key)
    };
    let half = points.len() / 2;
    [
        points[points.len() - 1].y - points[0].y,
        points[half].y - points[half - 1].y,
    ]
}

#[test]
fn an_industry_gives_on_what_it_receives() {
    let jinan = FilterSet::default().with_picks(CategoryField::Place, picks(&["shandong/jinan"]));
    let technology = FilterSet::default().with_picks(CategoryField::Mode, picks(&["technology"]));
    for filters in [FilterSet::default(), jinan, technology] {
        let case = english(filters);
        let scene = case.scene(&tables().signed);
        let rows = case.data_table(&tables().signed).rows;
        for column in [1, 5] {
            let value = |row: &Vec<String>| row[column].parse::<u32>().unwrap();
            let sum = |part: &dyn Fn(&str, &str) -> bool| -> u32 {
                let bands = rows.iter().filter(|row| {
                    let ends = row[0].split_once(" → ");
                    ends.is_some_and(|(from, to)| part(from, to))
                });
                bands.map(value).sum()
            };
            let industries = scene
                .targets
                .iter()
                .filter(|target| target.key.starts_with("1:") && !is_band(target));
            let mut all = 0;
            for node in industries {
                let own = rows.iter().find(|row| row[0] == node.told().title).unwrap();
                // The fold of cities is larger than that of industries, so that their names differ.
                let (came, went) = (
                    sum(&|_, to| to == node.told().title),
                    sum(&|from, _| from == node.told().title),
                );
                assert_eq!(
                    (came, went),
                    (value(own), value(own)),
                    "{}",
                    node.told().title
                );
                all += value(own);
            }
            assert!(all > 0);
        }
    }
}

#[test]
fn nodes_and_bands_of_all_columns_stand_on_one_scale() {
    let case = english(FilterSet::default());
    let scene = case.scene(&tables().signed);
    let rows = case.data_table(&tables().signed).rows;
    let mut per_project = Vec::new();
    for (target, row) in scene.targets.iter().zip(&rows) {
        assert_eq!(
            target.told().title,
            row[0],
            "the table follows the reading order"
        );
        let projects: f64 = row[1].parse().unwrap();
        if is_band(target) {
            let [from, to] = thickness(target);
            assert!(
                from >= 1.0 && to >= 1.0,
                "{} is not seen",
                target.told().title
            );
            assert!((from - to).abs() <= 1.0, "{}", target.told().title);
        } else {
            per_project.push(target.outline.bounds().height / projects);
        }
    }
    let first = per_project[0];
    assert!(per_project.iter().all(|own| (own - first).abs() < 1e-9));
    for node in scene.targets.iter().filter(|target| !is_band(target)) {
        let (column, value) = node.key.split_once(':').unwrap();
        for (side, hop) in [
            (0, column.parse().unwrap()),
            (1, column.parse::<i32>().unwrap() - 1),
        ] {
            let bands = scene.targets.iter().filter(|band| {
                let ends: Vec<&str> = band.key.split(':').collect();
                is_band(band) && ends[0] == hop.to_string() && ends[1 + side] == value
            });
            let (mut sum, mut count) = (0.0, 0.0);
            for band in bands {
                sum += thickness(band)[side];
                count += 1.0;
            }
            let height = node.outline.bounds().height;
            // Bands lie on whole pixels, half a pixel off at the most.
            assert!(
                count < 0.5 || (sum - height).abs() <= count,
                "{} {sum} {height}",
                node.told().title
            );
        }
    }
}

/// How many bands cross, and how much: two bands weigh what they have in projects, multiplied.
fn crossings(bands: &[([String; 2], f64)], order: &HashMap<String, usize>) -> (usize, f64) {
    let (mut count, mut weight) = (0, 0.0);
    let at = |end: &String| order[end];
    for (number, (one, own)) in bands.iter().enumerate() {
        for (other, its) in &bands[number + 1..] {
            let same_hop = one[0].as_bytes()[0] == other[0].as_bytes()[0];
            let (from, to) = (
                at(&one[0]).cmp(&at(&other[0])),
                at(&one[1]).cmp(&at(&other[1])),
            );
            if same_hop && from.is_ne() && to == from.reverse() {
                count += 1;
                weight += own * its;
            }
        }
    }
    (count, weight)
}

#[test]
fn sorting_by_barycentres_crosses_less_than_the_order_by_value() {
    for table in [&tables().signed, &tables().announced] {
        let case = english(FilterSet::default());
        let scene = case.scene(table);
        let rows = case.data_table(table).rows;
        let projects: HashMap<&str, f64> = rows
            .iter()
            .map(|row| (&*row[0], row[1].parse().unwrap()))
            .collect();
        let (bands, nodes): (Vec<&Target>, Vec<&Target>) =
            scene.targets.iter().partition(|target| is_band(target));
        let bands: Vec<([String; 2], f64)> = bands
            .into_iter()
            .map(|band| {
                let ends: Vec<&str> = band.key.split(':').collect();
                let hop: usize = ends[0].parse().unwrap();
                let ends = [
                    format!("{hop}:{}", ends[1]),
                    format!("{}:{}", hop + 1, ends[2]),
                ];
                (ends, projects[&*band.told().title])
            })
            .collect();
        let mut by_value = nodes.clone();
        by_value.sort_by(|one, other| {
            let last = |node: &Target| (node.key.contains("*unstated"), node.key.contains("*rest"));
            let larger = projects[&*other.told().title].total_cmp(&projects[&*one.told().title]);
            (last(one).cmp(&last(other)))
                .then(larger)
                .then(one.key.cmp(&other.key))
        });
        let order = |nodes: &[&Target]| {
            let places = nodes.iter().enumerate();
            places
                .map(|(place, node)| (node.key.to_string(), place))
                .collect::<HashMap<_, _>>()
        };
        let before = crossings(&bands, &order(&by_value));
        let after = crossings(&bands, &order(&nodes));
        assert!(
            after.0 <= before.0 && after.1 <= before.1,
            "{before:?} {after:?}"
        );
    }
}

#[test]
fn a_pick_lights_up_its_paths_and_moves_nothing() {
    let table = support::table(PLACES);
    let all = english(FilterSet::default()).scene(&table);
    let jinan = FilterSet::default().with_picks(CategoryField::Place, picks(&["shandong/jinan"]));
    let picked = english(jinan).scene(&table);
    let places = |scene: &Scene| -> Vec<(Rc<str>, Area)> {
        let targets = scene.targets.iter();
        // The legend takes no further line, so that all stays where it is.
        targets
            .map(|target| (Rc::clone(&target.key), target.outline.clone()))
            .collect()
    };
    assert_eq!(places(&all), places(&picked));
    let lit = |scene: &Scene| -> Vec<String> {
        let bands = scene.marks.iter().filter(|mark| {
            matches!(mark.shape, Shape::Polygon(_)) && !mark.key.to_string().ends_with(":whole")
        });
        bands.map(|mark| mark.key.to_string()).collect()
    };
    assert_eq!(lit(&all).len(), 8);
    assert_eq!(
        lit(&picked).iter().map(|key| &**key).collect::<Vec<_>>(),
        [
            "0:europe:automotive",
            "0:east-asia:chemicals",
            "1:automotive:shandong/jinan",
            "1:chemicals:shandong/jinan",
        ]
    );
    assert_eq!(
        target(&picked, "Europe → Automotive").told().lines.pop(),
        Some("2 of them within the picks".to_owned())
    );
    assert!(target(&picked, "Jinan").picked);
    assert!(!target(&picked, "Automotive → Jinan").picked);
}

#[test]
fn a_band_picks_both_its_ends_and_a_fold_picks_nothing() {
    let scene = english(FilterSet::default()).scene(&tables().signed);
    let pick = |title: &str| &target(&scene, title).pick;
    let of = |picks: &[(CategoryField, &str)]| {
        Pick::Categories(
            picks
                .iter()
                .map(|&(field, key)| (field, key.into()))
                .collect(),
        )
    };
    let (country, industry, place) = (
        CategoryField::Country,
        CategoryField::Industry,
        CategoryField::Place,
    );
    assert_eq!(*pick("Europe"), of(&[(country, "europe")]));
    assert_eq!(
        *pick("Europe → Automotive"),
        of(&[(country, "europe"), (industry, "automotive")])
    );
    assert_eq!(
        *pick("Automotive → Jinan"),
        of(&[(industry, "automotive"), (place, "shandong/jinan")])
    );
    assert_eq!(*pick("4 others"), Pick::Nothing);
    assert_eq!(*pick("Europe → 4 others"), Pick::Nothing);
    assert_eq!(*pick("61 others"), Pick::Nothing);
}

#[test]
fn what_has_no_amount_has_no_width_and_is_counted() {
    let table = support::table(PLACES);
    let scene = flow(Measure::Amount, Locale::En, FilterSet::default()).scene(&table);
    let has_text = |words: &str| {
        scene
            .marks
            .iter()
            .any(|mark| matches!(&mark.shape, Shape::Text { text, .. } if text.contains(words)))
    };
    assert!(has_text("1 project without a CNY amount: no width"));
    let titles: Vec<String> = scene
        .targets
        .iter()
        .map(|target| target.told().title)
        .collect();
    assert!(
        !titles.iter().any(|title| title == "Chemicals → Jinan"),
        "{titles:?}"
    );
    assert!(
        titles.iter().any(|title| title == "Chemicals → Not stated"),
        "{titles:?}"
    );

    let none = support::table("country industry province city\nDE automotive Shandong Jinan");
    let scene = flow(Measure::Amount, Locale::Zh, FilterSet::default()).scene(&none);
    let hatched = scene
        .marks
        .iter()
        .filter(|mark| matches!(mark.shape, Shape::Hatch(_)));
    assert_eq!(hatched.count(), 4, "three nodes and the legend");
    assert_eq!(scene.description.finding, "1 个项目均无可汇总的金额");
}

#[test]
fn the_finding_names_the_widest_band_or_what_is_picked() {
    let finding = |measure, locale, filters: &FilterSet| {
        let case = flow(measure, locale, filters.clone());
        case.scene(&support::table(PLACES)).description.finding
    };
    let (projects, amount) = (Measure::Projects, Measure::Amount);
    let none = FilterSet::default();
    assert_eq!(
        finding(projects, Locale::En, &none),
        "Europe → Automotive leads with 3 of 6 projects"
    );
    assert_eq!(
        finding(amount, Locale::Zh, &none),
        "欧洲 → 汽车居首，16 亿元，占已披露金额的 80%"
    );
    let picked = none
        .with_picks(CategoryField::Country, picks(&["DEU", "FRA"]))
        .with_picks(CategoryField::Place, picks(&["shandong/jinan"]));
    assert_eq!(
        finding(projects, Locale::En, &picked),
        "Germany and France · Jinan: 2 of 6 projects"
    );
    assert_eq!(
        finding(projects, Locale::Zh, &picked),
        "德国和法国 · Jinan：6 个项目中占 2 个"
    );
    let nowhere = support::table("country industry\n- automotive\n- -");
    let case = english(FilterSet::default());
    assert_eq!(
        case.scene(&nowhere).description.finding,
        "None of 2 projects states it"
    );
}

#[test]
fn the_pointer_finds_a_value_by_its_label() {
    for width_px in [320.0, 560.0, 1200.0] {
        let case = Case {
            width_px,
            ..english(FilterSet::default())
        };
        let scene = case.scene(&tables().signed);
        for mark in &scene.marks {
            let key = mark.key.to_string();
            let Some(key) = key.strip_suffix(":label") else {
                continue;
            };
            let Shape::Text { at, .. } = &mark.shape else {
                panic!("{key} has no text")
            };
            let found = scene
                .target_at(*at)
                .map(|number| &*scene.targets[number].key);
            assert_eq!(found, Some(key));
        }
    }
}

/// Two hundred cities, long names without a space, from right to left, of pictures.
fn odd_table() -> Rc<ProjectTable> {
    let mut builder = TableBuilder::new(Rc::new(ExchangeRates::default()));
    let (countries, industries) = (country::countries(), industry::industries());
    for row in 0..400 {
        let name = match row % 4 {
            0 => format!("{}{row}", "长".repeat(100)),
            1 => format!("{}{row}", "x".repeat(100)),
            2 => format!("مدينة {row}"),
            _ => format!("🏭👩‍🔬{row}"),
        };
        builder.push(&ProjectRecord {
            country: Some(&countries[row % countries.len()]),
            industry: Some(&industries[row % 13]),
            place: Place {
                province_zh: "省",
                city_zh: &name,
                ..Place::default()
            },
            ..ProjectRecord::default()
        });
    }
    Rc::new(builder.finish())
}

#[test]
fn texts_have_room_at_every_width() {
    let odd = odd_table();
    for table in [&tables().signed, &odd, &support::table(PLACES)] {
        for width_px in [
            0.0, 1.0, 30.0, 120.0, 320.0, 479.0, 480.0, 560.0, 640.0, 1200.0, 8000.0,
        ] {
            for locale in Locale::ALL {
                for measure in [Measure::Projects, Measure::Amount] {
                    let case = Case {
                        width_px,
                        theme: Theme::dark(),
                        ..flow(measure, locale, FilterSet::default())
                    };
                    let scene = case.scene(table);
                    check_room(&scene, &format!("{width_px} {measure:?} {}", locale.tag()));
                    assert_eq!(scene, case.scene(table));
                    let bands = scene.marks.iter().filter_map(|mark| match &mark.shape {
                        Shape::Polygon(points) => Some(points.len()),
                        Shape::Rect(_)
                        | Shape::Line { .. }
                        | Shape::Hatch(_)
                        | Shape::Circle { .. }
                        | Shape::Raster(_)
                        | Shape::Text { .. } => None,
                    });
                    assert!(bands.into_iter().all(|points| points == 42));
                }
            }
        }
    }
}
