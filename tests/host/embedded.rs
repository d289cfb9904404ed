//! The embedded data is sound.

use std::collections::BTreeSet;

use inward::data::project_table::is_web_address;
use inward::data::{AmountBound, ProjectTable, SourceKind, country};
use inward::io::embedded::{SEED_ARTICLE, tables};

fn check_unconverted(table: &ProjectTable, expected: &[&str]) {
    let found: Vec<&str> = (0..table.len())
        .filter(|&row| table.amounts().is_unconverted(row))
        .map(|row| table.id(row))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn every_code_date_amount_and_event_can_be_read() {
    assert_eq!(tables().issues, []);
}

#[test]
fn tables_have_the_rows_that_their_readme_gives() {
    let tables = tables();
    let rates = include_str!("../../assets/data/exchange-rates.csv")
        .lines()
        .count()
        - 1;
    let rows = [
        tables.signed.len(),
        tables.announced.len(),
        tables.announcements.len(),
        tables.indicators.len(),
        rates,
    ];
    assert_eq!(rows, [347, 134, 96, 36, 475]);
}

#[test]
fn ids_are_unique_over_both_project_tables() {
    let tables = tables();
    let ids: BTreeSet<String> = [&tables.signed, &tables.announced]
        .into_iter()
        .flat_map(|table| (0..table.len()).map(|row| table.id(row).to_owned()))
        .collect();
    assert_eq!(ids.len(), 347 + 134);
}

#[test]
fn every_row_has_a_web_source_or_is_the_seed_article() {
    let tables = tables();
    for table in [&tables.signed, &tables.announced] {
        for row in 0..table.len() {
            let source = table.source(row);
            assert!(
                is_web_address(source.url) || source.url == SEED_ARTICLE,
                "{}",
                table.id(row)
            );
            assert!(
                !source.title.is_empty() || source.url == SEED_ARTICLE,
                "{}",
                table.id(row)
            );
        }
    }
}

#[test]
fn amounts_without_a_rate_are_exactly_the_known_ones() {
    check_unconverted(
        &tables().signed,
        &["wh-nd-001", "js-nd-002", "sh-2019-002", "sh-nd-001"],
    );
    check_unconverted(
        &tables().announced,
        &[
            "jn-nd-006",
            "js-nd-003",
            "jx-nd-001",
            "jx-nd-002",
            "ln-nd-001",
            "sx-nd-001",
            "tj-nd-001",
            "tj-nd-002",
            "zj-nd-001",
        ],
    );
}

#[test]
fn countries_have_both_names_and_unique_codes() {
    let countries = country::countries();
    let unique = |code: fn(&country::Country) -> &str| {
        countries.iter().map(code).collect::<BTreeSet<_>>().len()
    };
    assert_eq!(
        countries.len(),
        include_str!("../../assets/reference/countries.csv")
            .lines()
            .count()
            - 1
    );
    assert_eq!(unique(|country| &country.alpha2), countries.len());
    assert_eq!(unique(|country| &country.alpha3), countries.len());
    assert!(
        countries
            .iter()
            .all(|country| !country.name_zh.is_empty() && !country.name_en.is_empty())
    );
}

#[test]
fn hong_kong_macao_and_taiwan_are_named_as_official_statistics_name_them() {
    for (code, zh, en) in [
        ("HK", "中国香港", "Hong Kong, China"),
        ("MO", "中国澳门", "Macao, China"),
        ("TW", "中国台湾", "Taiwan, China"),
    ] {
        let country = country::by_alpha2(code).expect("listed");
        assert_eq!((&*country.name_zh, &*country.name_en), (zh, en));
    }
}

#[test]
fn announced_totals_say_how_firm_they_are_and_whether_their_source_is_a_copy() {
    let announcements = tables().announcements;
    let announced = |event: &str| {
        announcements
            .iter()
            .find(|announcement| announcement.event == event)
            .expect("listed")
    };
    assert_eq!(announced("snd-tokyo-2019").total_bound, AmountBound::About);
    let plan = announced("qms-2023-binzhou");
    assert_eq!(
        (plan.projects_bound, plan.total_bound),
        (AmountBound::AtLeast, AmountBound::AtLeast)
    );
    assert_eq!(announced("jinan-smec-2023").total_bound, AmountBound::Exact);
    assert_eq!(announced("sd-hmt-2021").source().link(), None);
    assert!(announced("qms-2023").source().link().is_some());
    for announcement in announcements.iter() {
        let is_copy = announcement.source_kind == SourceKind::Copy;
        assert!(
            is_copy || !announcement.note.contains("copy"),
            "{}",
            announcement.event
        );
    }
}

#[test]
fn indicators_give_the_key_figures_of_the_seed_article() {
    let indicators = &tables().indicators;
    let value = |id: &str| {
        indicators
            .iter()
            .find(|indicator| indicator.id == id)
            .expect("listed")
            .value
    };
    let figures = [
        "conf-signed",
        "conf-signed-amount",
        "conf-onsite",
        "conf-onsite-amount",
    ]
    .map(value);
    assert_eq!(
        figures.map(|figure| figure.to_string()),
        ["71", "506.3", "21", "274.3"]
    );
    let year_gone = (7.0 / 12.0 * 1000.0_f64).round() / 10.0;
    for (progress, ahead) in [
        ("provincial-progress", "provincial-ahead"),
        ("municipal-progress", "municipal-ahead"),
    ] {
        assert!((value(progress) - year_gone - value(ahead)).abs() < 1e-9);
    }
}
