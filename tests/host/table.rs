//! The project table: its order against a naive sort, its virtual rows, its keyboard, its copy.

use std::cmp::{Ordering, Reverse};
use std::rc::Rc;

use inward::data::exchange_rate::ExchangeRates;
use inward::data::{
    AmountUnit, CategoryField, Currency, PartialDate, ProjectRecord, ProjectTable, StatedAmount,
    TableBuilder, country, industry,
};
use inward::i18n::{Bilingual, Locale};
use inward::io::embedded;
use inward::query::*;
use inward::ui::projects::{GridCell, GridSize, ScrolledRows, tab_separated};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// By the letters without their case, which the engine must be told as well.
struct ByLetter;

impl Collation for ByLetter {
    fn compare(&self, one: &str, other: &str) -> Ordering {
        fold(one).cmp(&fold(other))
    }
}

/// A unit without a rate.
const BAHT: AmountUnit = AmountUnit {
    currency: Currency::Thb,
    scale: 1.0,
};

/// What a row's cell is compared by, `None` where there is nothing to compare. Texts and numbers do not meet.
#[derive(Debug, PartialEq, PartialOrd)]
enum Value {
    Text(String),
    Date(PartialDate),
    Amount(f64),
    /// An amount without a rate: after those that compare, before those that are undisclosed.
    Unconverted,
}

fn value(table: &ProjectTable, column: TableColumn, row: usize) -> Option<Value> {
    let text = |text: &str| (!text.is_empty()).then(|| Value::Text(fold(text)));
    match (column, column.category()) {
        (_, Some(field)) => shown_category(table, field, row).and_then(|node| text(&node.name.zh)),
        (TableColumn::Signed, _) => table.dates().get(row).map(Value::Date),
        (TableColumn::Amount, _) => match table.amounts().get(row) {
            Some(cny) => Some(Value::Amount(cny)),
            None => table.amounts().stated(row).map(|_| Value::Unconverted),
        },
        (TableColumn::Partner, _) => text(table.partner(row)),
        (TableColumn::Source, _) => text(table.source(row).title),
        (_, None) => text(table.name(row, Locale::Zh)),
    }
}

fn naive_order(table: &ProjectTable, sort: TableSort) -> Vec<u32> {
    let mut rows: Vec<u32> = (0..table.len() as u32).collect();
    let newest = |row: &u32| Reverse(table.dates().get(*row as usize));
    rows.sort_by_key(newest);
    rows.sort_by(|&one, &other| {
        let value = |row: u32| value(table, sort.column, row as usize);
        match (value(one), value(other)) {
            (Some(one), Some(other))
                if one == Value::Unconverted || other == Value::Unconverted =>
            {
                one.partial_cmp(&other).unwrap()
            }
            (Some(one), Some(other)) => {
                let ordering = one.partial_cmp(&other).unwrap();
                match sort.direction {
                    SortDirection::Ascending => ordering,
                    SortDirection::Descending => ordering.reverse(),
                }
            }
            (one, other) => one.is_none().cmp(&other.is_none()),
        }
    });
    rows
}

fn any_sort() -> impl Strategy<Value = TableSort> {
    let direction = select(vec![SortDirection::Ascending, SortDirection::Descending]);
    (select(&TableColumn::ALL[..]), direction)
        .prop_map(|(column, direction)| TableSort { column, direction })
}

/// A table whose columns have few values, so that many rows are equal in them.
fn any_table() -> impl Strategy<Value = Rc<ProjectTable>> {
    let text = || "[aAbＢ济南𠮷 -]{0,6}";
    let date = select(vec![
        None,
        Some("2020"),
        Some("2020-05"),
        Some("2020-05-01"),
        Some("2021"),
    ]);
    let amount = prop::option::of(-2_i32..4);
    let row = (
        text(),
        text(),
        text(),
        date,
        amount,
        any::<Index>(),
        any::<Index>(),
        any::<bool>(),
    );
    prop::collection::vec(row, 0..60).prop_map(|rows| {
        let mut builder = TableBuilder::new(Rc::new(ExchangeRates::default()));
        for (name, partner, title, date, amount, country, industry, is_stated) in &rows {
            builder.push(&ProjectRecord {
                name_zh: name,
                partner,
                source_title: title,
                country: is_stated
                    .then(|| &country::countries()[country.index(country::countries().len())]),
                industry: Some(
                    &industry::industries()[industry.index(industry::industries().len())],
                ),
                signed_on: date.and_then(PartialDate::parse),
                event: is_stated.then(|| ("event", Bilingual::new("活动", "Event"))),
                amount: amount.map(|value| StatedAmount {
                    value: f64::from(value) / 2.0,
                    unit: if value == 3 {
                        BAHT
                    } else {
                        AmountUnit::CNY_100M
                    },
                    bound: Default::default(),
                }),
                ..ProjectRecord::default()
            });
        }
        Rc::new(builder.finish())
    })
}

/// A table of more names than rows could share.
fn many_names() -> Rc<ProjectTable> {
    let mut builder = TableBuilder::new(Rc::new(ExchangeRates::default()));
    for row in 0..2_500_u32 {
        let scattered = row * 7_919 % 2_500;
        let name = match row % 50 {
            0 => String::new(),
            1 => "济南高端装备".to_owned(),
            _ => format!("济南项目{}号 BMW{}", scattered / 3, scattered % 3),
        };
        builder.push(&ProjectRecord {
            name_zh: &name,
            signed_on: PartialDate::parse(&format!("20{:02}", 10 + row % 9)),
            ..ProjectRecord::default()
        });
    }
    Rc::new(builder.finish())
}

#[test]
fn many_names_stand_as_a_naive_sort_puts_them() {
    let table = many_names();
    for key in ["name-asc", "name-desc"] {
        let sort = TableSort::parse(key).unwrap();
        let order = table_order(&table, sort, Locale::Zh, &ByLetter);
        assert_eq!(order, naive_order(&table, sort), "{key}");
    }
}

#[test]
fn many_names_are_searched_as_one_by_one() {
    let table = many_names();
    for text in [
        "项目77号",
        "ｂｍｗ2 济南",
        "BMW",
        "高端装备",
        "号济",
        "nothing",
    ] {
        let mut scan = SearchScan::new(Rc::clone(&table), text);
        while scan.step() {}
        let rejected = scan.finish();
        let term = SearchTerm::new(text);
        for row in 0..table.len() {
            let is_found = term.matches(table.searched_texts(row));
            assert_eq!(!rejected.contains(row), is_found, "{text} in {row}");
        }
    }
}

proptest! {
    #[test]
    fn the_order_is_that_of_a_naive_sort(table in any_table(), sort in any_sort()) {
        prop_assert_eq!(
            table_order(&table, sort, Locale::Zh, &ByLetter),
            naive_order(&table, sort)
        );
    }

    #[test]
    fn a_sort_survives_its_key(sort in any_sort()) {
        prop_assert_eq!(TableSort::parse(&sort.key()), Some(sort));
    }

    #[test]
    fn every_row_in_sight_is_in_the_page_and_few_others(
        rows in select(vec![0_usize, 1, 7, 347, 100_000, 1_240_000]),
        row_px in select(vec![44.0, 116.0]),
        sight_px in 100.0..704.0_f64,
        part in 0.0..=1.0_f64,
    ) {
        let scrolled = ScrolledRows { rows, row_px, sight_px };
        let scrolled_px = ((scrolled.height_px() - sight_px).max(0.0) * part).floor();
        let window = scrolled.window(scrolled.settled(scrolled_px));
        prop_assert!(window.end - window.first <= 48, "{:?}", window);
        let bottom_px = window.top_px + (window.end - window.first) as f64 * row_px;
        prop_assert!(window.first == 0 || window.top_px <= scrolled_px, "{:?}", window);
        let last_px = (scrolled_px + sight_px).min(scrolled.height_px());
        prop_assert!(window.end == rows || bottom_px >= last_px, "{:?}", window);
        // What is there fills the sight: no gap at the end of a table that scrolls faster than the pointer.
        prop_assert!(bottom_px + 1.0 >= last_px, "{:?} {last_px}", window);
    }

    #[test]
    fn a_row_that_is_scrolled_to_is_in_sight(
        rows in select(vec![7_usize, 347, 1_240_000]),
        row in any::<Index>(),
        from in 0.0..10_000.0_f64,
    ) {
        let scrolled = ScrolledRows { rows, row_px: 44.0, sight_px: 660.0 };
        let row = row.index(rows);
        let most_px = (scrolled.height_px() - 660.0).max(0.0);
        let to_px = scrolled.scrolled_to(row, from.min(most_px));
        prop_assert!((0.0..=most_px + 0.5).contains(&to_px), "{to_px}");
        let window = scrolled.window(scrolled.settled(to_px));
        prop_assert!((window.first..window.end).contains(&row), "{:?}", window);
        let top_px = window.top_px + (row - window.first) as f64 * 44.0 - to_px;
        prop_assert!((-1.0..=660.0 - 44.0 + 1.0).contains(&top_px), "{top_px}");
    }

    #[test]
    fn no_key_leaves_the_grid(
        keys in prop::collection::vec(select(vec![
            "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End",
        ]), 0..40),
        control in any::<bool>(),
        rows in 0_usize..30,
    ) {
        let size = GridSize { rows, columns: 5, page: 7 };
        let mut cell = GridCell { row: 1, column: 0 }.within(size);
        for key in keys {
            cell = cell.moved(key, control, size).unwrap();
            prop_assert!(cell.row <= rows && cell.column < 5, "{:?}", cell);
        }
    }
}

#[test]
fn keys_move_as_in_any_grid() {
    let size = GridSize {
        rows: 100,
        columns: 5,
        page: 10,
    };
    let from = GridCell { row: 50, column: 2 };
    let to = |key, control| {
        let cell = from.moved(key, control, size)?;
        Some((cell.row, cell.column))
    };
    assert_eq!(to("ArrowUp", false), Some((49, 2)));
    assert_eq!(to("ArrowRight", false), Some((50, 3)));
    assert_eq!(to("PageDown", false), Some((60, 2)));
    assert_eq!(to("Home", false), Some((50, 0)));
    assert_eq!(to("End", false), Some((50, 4)));
    assert_eq!(to("Home", true), Some((1, 0)));
    assert_eq!(to("End", true), Some((100, 4)));
    assert_eq!(to("x", false), None);
    let first = GridCell { row: 1, column: 0 };
    let above = first.moved("ArrowUp", false, size).unwrap();
    assert_eq!(above.row, 0, "the headings");
}

#[test]
fn a_click_on_the_sorted_column_turns_it_round() {
    let newest = TableSort::default();
    assert_eq!(newest.key(), "signed-desc");
    assert_eq!(newest.then_by(TableColumn::Signed).key(), "signed-asc");
    let by_name = newest.then_by(TableColumn::Name);
    assert_eq!(by_name.key(), "name-asc");
    assert_eq!(by_name.then_by(TableColumn::Amount).key(), "amount-desc");
}

#[test]
fn rows_that_a_filter_rejects_are_left_out_of_the_order() {
    let rows = BitSet::from_fn(5, |row| row != 3);
    assert_eq!(listed_rows(&[4, 3, 0, 2, 1], &rows), [4, 0, 2, 1]);
}

#[test]
fn the_largest_amount_of_the_embedded_data_is_first() {
    let table = embedded::signed();
    let sort = TableSort::parse("amount-desc").unwrap();
    let order = table_order(&table, sort, Locale::En, &ByLetter);
    let whole = CrossFilter::new(Rc::clone(&table));
    let found = overview(&table, &whole.rows_for(Viewer::Everyone));
    assert_eq!(found.largest_row, Some(order[0] as usize));
    assert!(table.amounts().get(order[346] as usize).is_none());
}

fn copied(record: &ProjectRecord<'_>, columns: &[TableColumn]) -> String {
    let mut builder = TableBuilder::new(Rc::new(ExchangeRates::default()));
    builder.push(record);
    tab_separated(&builder.finish(), &[0], columns, Locale::En)
}

#[test]
fn a_copied_cell_stays_one_cell_and_is_no_formula() {
    let record = ProjectRecord {
        name_en: "A\tplant\r\nin \"Jinan\"",
        partner: "=HYPERLINK(1)",
        source_title: "\"quoted",
        source_url: "https://example.org",
        ..ProjectRecord::default()
    };
    let columns = [TableColumn::Name, TableColumn::Partner, TableColumn::Source];
    assert_eq!(
        copied(&record, &columns),
        "Project\tPartner\tSource\tAddress of the source\n\
         A plant  in \"Jinan\"\t'=HYPERLINK(1)\t'\"quoted\thttps://example.org\n"
    );
}

#[test]
fn an_amount_is_copied_as_a_number_and_as_stated() {
    let columns = [TableColumn::Country, TableColumn::Amount];
    let stated = |value| {
        Some(StatedAmount {
            value,
            unit: AmountUnit::CNY_100M,
            bound: inward::data::AmountBound::AtLeast,
        })
    };
    let record = |value| ProjectRecord {
        country: country::by_alpha2("DE"),
        amount: stated(value),
        ..ProjectRecord::default()
    };
    let line = |record| copied(&record, &columns).lines().nth(1).unwrap().to_owned();
    assert_eq!(
        line(record(3.5)),
        "Germany\tNot stated\t350\tat least CNY 350 million"
    );
    let undisclosed = ProjectRecord {
        amount: None,
        ..record(0.0)
    };
    assert_eq!(line(undisclosed), "Germany\tNot stated\t\tUndisclosed");
}

#[test]
fn the_city_stands_for_its_zones_and_the_province_where_no_city_is_stated() {
    let table = crate::support::table(
        "province  city   amount
         shandong  jinan  1
         shandong  -      1
         -         -      1",
    );
    let shown = |row| shown_category(&table, CategoryField::Place, row).map(|node| &*node.key);
    assert_eq!(shown(0), Some("shandong/jinan"));
    assert_eq!(shown(1), Some("shandong"));
    assert_eq!(shown(2), None);
}
