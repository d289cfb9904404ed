//! Filtering, grouping and key figures, against a model that looks at one row at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::rc::Rc;

use inward::data::{
    AmountBound, CategoryField, CategoryTree, Field, Month, NodeCode, PartialDate, ProjectTable,
};
use inward::query::*;
use inward::state::Survey;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::support::table;

/// Whether `code` or a node above it is picked.
fn is_picked(picks: &Picks, tree: &CategoryTree, code: NodeCode) -> bool {
    path(tree, code).any(|code| picks.contains(&tree.node(code).key))
}

fn path(tree: &CategoryTree, code: NodeCode) -> impl Iterator<Item = NodeCode> + '_ {
    std::iter::successors(Some(code), |&code| tree.node(code).parent)
}

fn is_accepted(table: &ProjectTable, filters: &FilterSet, field: Field, row: usize) -> bool {
    match field {
        Field::Category(field) => {
            let (picks, column) = (filters.picks(field), table.category(field));
            picks.is_empty() || is_picked(picks, column.tree(), column.codes()[row])
        }
        Field::Period => filters.period.contains(table.dates().get(row)),
        Field::Amount => filters.amount.contains(table.amount_per_project(row)),
        Field::Search => fold(filters.search()).split_whitespace().all(|word| {
            table
                .searched_texts(row)
                .any(|text| fold(text).contains(word))
        }),
    }
}

fn seen_by(table: &ProjectTable, filters: &FilterSet, viewer: Viewer) -> Vec<usize> {
    let asked = |field: &Field| viewer != Viewer::Ignoring(*field);
    (0..table.len())
        .filter(|&row| {
            Field::ALL
                .into_iter()
                .filter(asked)
                .all(|field| is_accepted(table, filters, field, row))
        })
        .collect()
}

fn totals(table: &ProjectTable, rows: &[usize]) -> Totals {
    let amounts = table.amounts();
    let count = |holds: &dyn Fn(usize) -> bool| {
        let held = rows.iter().filter(|&&row| holds(row));
        held.map(|&row| table.projects(row)).sum::<u32>()
    };
    Totals {
        projects: count(&|_| true),
        disclosed: count(&|row| amounts.get(row).is_some()),
        unconverted: count(&|row| amounts.is_unconverted(row)),
        inexact: count(&|row| {
            amounts.get(row).is_some() && amounts.bound(row) != AmountBound::Exact
        }),
        amount: rows.iter().filter_map(|&row| amounts.get(row)).sum::<f64>() + 0.0,
    }
}

fn keys(table: &ProjectTable, grouping: Grouping, row: usize) -> Vec<BucketKey> {
    match grouping {
        Grouping::Category(field) => {
            let column = table.category(field);
            path(column.tree(), column.codes()[row])
                .map(BucketKey::Category)
                .collect()
        }
        Grouping::Time(grain) => vec![match table.dates().get(row) {
            None => BucketKey::Undated,
            Some(date) => match (grain, date.month) {
                (TimeGrain::Year, _) => BucketKey::Time(i32::from(date.year)),
                (_, None) => BucketKey::YearOnly(i32::from(date.year)),
                (TimeGrain::Quarter, Some(month)) => {
                    BucketKey::Time(i32::from(date.year) * 4 + (i32::from(month) - 1) / 3)
                }
                (TimeGrain::Month, Some(month)) => {
                    BucketKey::Time(i32::from(date.year) * 12 + i32::from(month) - 1)
                }
            },
        }],
        Grouping::Amount => vec![match table.amount_per_project(row) {
            Some(cny) => {
                let bin = (-1..100)
                    .map(AmountBin)
                    .find(|bin| bin.lower() <= cny && cny < bin.upper());
                BucketKey::Amount(bin.expect("a bin"))
            }
            None if table.amounts().is_unconverted(row) => BucketKey::Unconverted,
            None => BucketKey::Undisclosed,
        }],
    }
}

fn check_summary(table: &ProjectTable, rows: &[usize], set: &BitSet, grouping: Grouping) {
    let mut groups: BTreeMap<BucketKey, Vec<usize>> = BTreeMap::new();
    if let Grouping::Category(field) = grouping {
        groups.extend(
            table
                .category(field)
                .tree()
                .codes()
                .map(|code| (BucketKey::Category(code), vec![])),
        );
    }
    for &row in rows {
        for key in keys(table, grouping, row) {
            groups.entry(key).or_default().push(row);
        }
    }
    let buckets: Vec<Bucket> = groups
        .iter()
        .map(|(&key, rows)| Bucket {
            key,
            totals: totals(table, rows),
        })
        .collect();
    assert_eq!(
        summarize(table, set, grouping),
        Summary {
            grouping,
            buckets,
            total: totals(table, rows)
        }
    );
}

fn check_overview(table: &ProjectTable, rows: &[usize], set: &BitSet) {
    let found = overview(table, set);
    let mut amounts: Vec<(f64, usize)> = rows
        .iter()
        .filter_map(|&row| Some((table.amounts().get(row)?, row)))
        .collect();
    amounts.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    let sum: f64 = amounts.iter().map(|(cny, _)| cny).sum();
    let top: f64 = amounts.iter().take(5).map(|(cny, _)| cny).sum();
    let half = amounts.len() / 2;
    let is_known = amounts.iter().all(|&(_, row)| table.projects(row) == 1);
    let undated = rows.iter().filter(|&&row| table.dates().get(row).is_none());
    let dates: Vec<PartialDate> = rows
        .iter()
        .filter_map(|&row| table.dates().get(row))
        .collect();
    let countries: BTreeSet<&str> = rows
        .iter()
        .map(|&row| &*table.category(CategoryField::Country).node(row).key)
        .filter(|key| *key != "unstated")
        .collect();
    assert_eq!(
        found,
        Overview {
            totals: totals(table, rows),
            median: match amounts.len() {
                _ if !is_known => None,
                0 => None,
                count if count % 2 == 1 => Some(amounts[half].0),
                _ => Some((amounts[half - 1].0 + amounts[half].0) / 2.0),
            },
            largest_row: amounts.first().map(|(_, row)| *row).filter(|_| is_known),
            countries: countries.len() as u32,
            top_five_share: (sum > 0.0 && is_known).then(|| top / sum),
            first_month: dates.iter().map(|date| date.first_month()).min(),
            last_month: dates.iter().map(|date| date.last_month()).max(),
            undated: undated.map(|&row| table.projects(row)).sum(),
        }
    );
}

/// Everything that the engine keeps, against the same from the rows.
fn check_kept(engine: &CrossFilter) {
    const FIELDS: [[CategoryField; 2]; 2] = [
        [CategoryField::Country, CategoryField::Industry],
        [CategoryField::Industry, CategoryField::Place],
    ];
    let table = engine.table();
    let viewers = [
        Viewer::Everyone,
        Viewer::Ignoring(Field::Period),
        Viewer::Ignoring(Field::Amount),
        Viewer::Ignoring(Field::Category(CategoryField::Country)),
        Viewer::Ignoring(Field::Category(CategoryField::Industry)),
        Viewer::IgnoringEach(&[Field::Period, Field::Category(CategoryField::Place)]),
    ];
    for viewer in viewers {
        let seen = (0..table.len()).filter(|&row| {
            Field::ALL.into_iter().all(|field| {
                viewer.ignores(field) || is_accepted(table, engine.filters(), field, row)
            })
        });
        let seen: Vec<usize> = seen.collect();
        let rows = BitSet::from_fn(table.len(), |row| seen.binary_search(&row).is_ok());
        let groupings = [
            Grouping::Category(CategoryField::Country),
            Grouping::Category(CategoryField::Industry),
            Grouping::Category(CategoryField::Place),
            Grouping::Category(CategoryField::Disclosure),
            Grouping::Time(TimeGrain::Year),
            Grouping::Time(TimeGrain::Month),
            Grouping::Amount,
        ];
        for grouping in groupings {
            let expected = summarize(table, &rows, grouping);
            assert_eq!(*engine.summary(viewer, grouping), expected, "{viewer:?}");
        }
        for fields in FIELDS {
            let expected = cross_tabulate(table, &rows, fields);
            assert_eq!(*engine.cross_table(viewer, fields), expected, "{viewer:?}");
        }
        if viewer == Viewer::Everyone {
            assert_eq!(engine.overview(), overview(table, &rows));
            let mut largest: Vec<usize> = seen.clone();
            let amount = |&row: &usize| table.amount_per_project(row);
            largest.retain(|row| amount(row).is_some());
            largest.sort_by(|one, other| amount(other).partial_cmp(&amount(one)).unwrap());
            let found = engine.largest(7);
            assert!(
                found
                    .iter()
                    .map(|&row| row as usize)
                    .eq(largest.into_iter().take(7))
            );
        }
        assert_eq!(*engine.rows_for(viewer), rows);
    }
}

const COLUMNS: &str =
    "name country industry province city event mode stage basis signed amount bound projects";

fn row() -> impl Strategy<Value = String> {
    let cells: Vec<Vec<&'static str>> = vec![
        vec!["-", "宝马", "ＢＭＷ", "plant"],
        vec!["-", "DE", "NL", "JP", "SG"],
        vec!["-", "automotive", "advanced-equipment"],
        vec!["-", "Shandong", "Jiangsu"],
        vec!["-", "Jinan", "Suzhou"],
        vec!["-", "fair", "summit"],
        vec!["-", "investment", "trade"],
        vec!["-", "signed", "operating"],
        vec!["-", "stated", "company-seat"],
        vec![
            "-",
            "2019",
            "2021",
            "2021-03",
            "2021-04",
            "2022-12-31",
            "1985",
        ],
        vec![
            "-", "-", "0", "1", "2", "2", "5.5", "6", "7", "9", "10", "0.003", "thb:5",
        ],
        vec!["-", "at-least", "about"],
        vec!["-", "-", "-", "-", "-", "3", "40"],
    ];
    cells
        .into_iter()
        .map(select)
        .collect::<Vec<_>>()
        .prop_map(|cells| cells.join(" "))
}

fn tables() -> impl Strategy<Value = Rc<ProjectTable>> {
    (proptest::collection::vec(row(), 0..200), any::<u8>()).prop_map(|(rows, kind)| {
        let mut text = String::from(COLUMNS);
        for row in rows {
            let mut cells: Vec<&str> = row.split(' ').collect();
            if kind < 20 {
                cells[10] = "-";
            }
            if kind % 2 == 0 {
                cells[12] = "-";
            }
            let _ = write!(text, "\n{}", cells.join(" "));
        }
        table(&text)
    })
}

type Drawn = (
    Vec<(usize, Index)>,
    [Option<i32>; 2],
    [Option<u8>; 2],
    &'static str,
);

fn drawn() -> impl Strategy<Value = Drawn> {
    let month = || proptest::option::weighted(0.2, 2018 * 12..2023 * 12);
    let amount = || proptest::option::weighted(0.2, 0..11_u8);
    (
        proptest::collection::vec((0..CategoryField::ALL.len(), any::<Index>()), 0..6),
        [month(), month()],
        [amount(), amount()],
        select(vec!["", "", "", "bmw", "马", "plant jinan", "山东"]),
    )
}

fn filters(table: &ProjectTable, (picked, months, amounts, search): &Drawn) -> FilterSet {
    let mut filters = FilterSet::default().with_search(search);
    for (field, index) in picked {
        let field = CategoryField::ALL[*field];
        let nodes = table.category(field).tree().nodes();
        let mut picks = filters.picks(field).clone();
        picks.insert(if nodes.is_empty() {
            "gone".into()
        } else {
            index.get(nodes).key.clone()
        });
        filters = filters.with_picks(field, picks);
    }
    filters.period = Period {
        first: months[0].map(Month),
        last: months[1].map(Month),
    };
    let yuan = |hundred_million: u8| f64::from(hundred_million) * 1e8;
    filters.amount = AmountRange {
        min: amounts[0].map(yuan),
        max: amounts[1].map(yuan),
    };
    filters
}

/// The same after a look through it, which makes it ready for a brush on `field`.
fn surveyed(filter: CrossFilter, field: Field) -> CrossFilter {
    let mut survey = Survey::new(filter);
    while survey.step() {}
    let filter = survey.finish();
    assert!(filter.is_ready_for_brush(filter.filters(), field));
    let other = filter
        .filters()
        .clone()
        .with_search("neither here nor there");
    assert!(!filter.is_ready_for_brush(&other, field));
    filter
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn the_engine_agrees_with_a_row_by_row_model(table in tables(), first in drawn(), second in drawn()) {
        let unfiltered = CrossFilter::new(Rc::clone(&table));
        let before = unfiltered.with_filters(&filters(&table, &first));
        let filters = filters(&table, &second);
        let engine = before.with_filters(&filters);
        for viewer in Field::ALL.map(Viewer::Ignoring).into_iter().chain([Viewer::Everyone]) {
            let rows = seen_by(&table, &filters, viewer);
            let set = engine.rows_for(viewer);
            prop_assert_eq!(set.iter().collect::<Vec<_>>(), rows.clone());
            prop_assert_eq!(set.count() as usize, rows.len());
            let groupings = CategoryField::ALL.map(Grouping::Category).into_iter()
                .chain(TimeGrain::ALL.map(Grouping::Time)).chain([Grouping::Amount]);
            for grouping in groupings {
                check_summary(&table, &rows, &set, grouping);
            }
            check_overview(&table, &rows, &set);
        }
        for field in Field::ALL {
            if let (Some(one), Some(other)) = (before.rejected(field), engine.rejected(field)) {
                prop_assert_eq!(std::ptr::eq(one, other), before.filters().agrees_on(&filters, field));
            }
        }
    }

    #[test]
    fn what_is_kept_from_step_to_step_agrees_with_the_model(
        table in tables(),
        first in drawn(),
        steps in proptest::collection::vec((drawn(), 0..3_u8), 1..6),
    ) {
        let start = filters(&table, &first);
        let mut engine = CrossFilter::new(Rc::clone(&table)).with_filters(&start);
        check_kept(&engine);
        for (step, kind) in &steps {
            // A range that moves, and now and then the other one, or a pick.
            let drawn = filters(&table, step);
            let before = engine.filters().clone();
            engine = match kind {
                0 => surveyed(engine.with_brush(&before.with_period(drawn.period), Field::Period), Field::Period),
                1 => engine.with_brush(&before.with_amount(drawn.amount), Field::Amount),
                _ => {
                    let fields = [CategoryField::Country, CategoryField::Industry].into_iter();
                    let picks = |filters: FilterSet, field| filters.with_picks(field, drawn.picks(field).clone());
                    engine.with_filters(&fields.fold(before, picks))
                }
            };
            check_kept(&engine);
        }
        let last = engine.filters().clone();
        engine = engine.with_filters(&last);
        check_kept(&engine);
        engine = engine.with_filters(&FilterSet::default());
        check_kept(&engine);
    }

    #[test]
    fn toggling_twice_picks_the_same_leaves(table in tables(), drawn in drawn(), at in any::<Index>()) {
        let filters = filters(&table, &drawn);
        for field in CategoryField::ALL {
            let tree = table.category(field).tree();
            let leaves: Vec<NodeCode> = tree.codes().filter(|&code| tree.node(code).is_leaf()).collect();
            if leaves.is_empty() {
                continue;
            }
            let leaf = *at.get(&leaves);
            let picked = |picks: &Picks| picked_leaves(picks, tree).unwrap_or_else(|| vec![false; tree.nodes().len()]);
            let picks = filters.picks(field);
            let once = toggled(picks, tree, leaf);
            let mut expected = picked(picks);
            expected[usize::from(leaf)] ^= true;
            prop_assert_eq!(picked(&once), expected);
            prop_assert_eq!(picked(&toggled(&once, tree, leaf)), picked(picks));
        }
    }
}

#[test]
fn taking_a_child_out_of_a_picked_parent_leaves_its_siblings() {
    let table = table("country\nDE\nNL\nJP");
    let tree = table.category(CategoryField::Country).tree();
    let picks = toggled(
        &Picks::from(["europe".into()]),
        tree,
        tree.code("DEU").expect("Germany"),
    );
    assert_eq!(picks, Picks::from(["NLD".into()]));
}

#[test]
fn a_year_only_date_is_in_its_year_and_in_no_part_of_it() {
    let year = PartialDate::parse("2023");
    let period = |first, last| Period::between(Month::new(2023, first), Month::new(2023, last));
    assert!(period(1, 12).contains(year));
    assert!(!period(1, 11).contains(year));
    assert!(!period(2, 12).contains(year));
    assert!(!period(1, 12).contains(None));
    assert!(Period::default().contains(None));
}

#[test]
fn every_one_of_65_000_places_is_told_apart() {
    let mut text = String::from("province amount");
    for place in 0..65_000 {
        let _ = write!(text, "\np{place} {}", place % 7);
    }
    let table = table(&text);
    let place = CategoryField::Place;
    let pick = FilterSet::default().with_picks(place, Picks::from(["p64999".into()]));
    let engine = CrossFilter::new(Rc::clone(&table)).with_filters(&pick);
    assert_eq!(
        engine.rows_for(Viewer::Everyone).iter().collect::<Vec<_>>(),
        [64_999]
    );
    let all = engine.rows_for(Viewer::Ignoring(Field::Category(place)));
    let summary = summarize(&table, &all, Grouping::Category(place));
    assert_eq!(summary.buckets.len(), 65_000);
    assert!(
        summary
            .buckets
            .iter()
            .all(|bucket| bucket.totals.projects == 1)
    );
    let ranking = Ranking {
        depth: u8::MAX,
        measure: Measure::Amount,
        order: Order::Value,
        top: 3,
    };
    let tree = table.category(place).tree();
    let ranked = rank(tree, &summary, &summary, &ranking, &|one, other| {
        one.name.en.cmp(&other.name.en)
    });
    let shown: Vec<&str> = ranked
        .shown
        .iter()
        .map(|bucket| &*tree.node(bucket.code).key)
        .collect();
    // Of equals, by key: 1000 leaves 6 when divided by 7, as 10002 does.
    assert_eq!(shown, ["p1000", "p10002", "p10009"]);
    assert_eq!(ranked.rest.map(|rest| rest.count), Some(64_997));
}
