//! A view survives its address, and no address breaks the page.

use inward::chart::ChartKind;
use inward::data::{CategoryField, DisplayCurrency, Month};
use inward::query::{
    AmountRange, FilterSet, Measure, Order, Period, Picks, SortDirection, TableColumn, TableSort,
};
use inward::state::address::{AddressIssue, decode, encode};
use inward::state::{DatasetKey, ViewState};
use proptest::prelude::*;
use proptest::sample::select;

fn check_issues(query: &str, expected: &[AddressIssue]) {
    assert_eq!(decode(query).1, expected, "{query}");
}

fn unreadable(key: &str, value: &str) -> AddressIssue {
    AddressIssue::UnreadableValue {
        key: key.into(),
        value: value.into(),
    }
}

#[test]
fn the_default_view_has_no_query() {
    assert_eq!(encode(&ViewState::default()), "");
    assert_eq!(decode(""), (ViewState::default(), vec![]));
}

#[test]
fn an_address_is_readable() {
    let picks = |keys: &[&str]| keys.iter().map(|&key| key.into()).collect();
    let mut filters = FilterSet::default()
        .with_picks(CategoryField::Country, picks(&["DEU", "NLD"]))
        .with_picks(CategoryField::Place, picks(&["shandong/jinan"]))
        .with_search("电池 a+b");
    filters.period.first = Some(Month::new(2020, 1));
    filters.amount.min = Some(350_000_000.0);
    let view = ViewState {
        dataset: DatasetKey::Announced,
        filters,
        measure: Measure::Amount,
        order: Order::Name,
        enlarged: Some(ChartKind::Matrix),
        ..ViewState::default()
    };
    let query = "dataset=announced&country=DEU,NLD&place=shandong/jinan&from=2020-01&amount-from=3.5\
                 &q=%E7%94%B5%E6%B1%A0%20a%2Bb&measure=amount&order=name&chart=matrix&v=1";
    assert_eq!(encode(&view), query);
    assert_eq!(decode(&format!("?{query}")), (view, vec![]));
}

#[test]
fn broken_parts_are_reported_and_the_rest_is_followed() {
    check_issues(
        "utm_source=x",
        &[AddressIssue::UnknownKey("utm_source".into())],
    );
    check_issues("from=2020-13", &[unreadable("from", "2020-13")]);
    check_issues("chart=pie", &[unreadable("chart", "pie")]);
    check_issues("order=random", &[unreadable("order", "random")]);
    check_issues("dataset=secret", &[unreadable("dataset", "secret")]);
    check_issues("amount-to=1e400", &[unreadable("amount-to", "1e400")]);
    check_issues("country=%FF", &[unreadable("country", "%FF")]);
    check_issues("country=", &[unreadable("country", "")]);
    check_issues("sort=amount", &[unreadable("sort", "amount")]);
    check_issues("sort=colour-asc", &[unreadable("sort", "colour-asc")]);
    check_issues("project=", &[unreadable("project", "")]);
    check_issues("v=2", &[AddressIssue::NewerVersion]);
    check_issues("v=x", &[unreadable("v", "x")]);
    let (view, _) = decode("from=never&country=DEU");
    assert_eq!(view.filters.picks(CategoryField::Country).len(), 1);
}

#[test]
fn a_reversed_period_is_turned_round_and_reported() {
    let (view, issues) = decode("from=2022&to=2020-03");
    assert_eq!(
        view.filters.period,
        Period::between(Month::new(2020, 3), Month::new(2022, 1))
    );
    assert_eq!(issues, [AddressIssue::ReversedPeriod]);
    check_issues(
        "amount-from=5&amount-to=2",
        &[AddressIssue::ReversedAmounts],
    );
}

#[test]
fn commas_survive_a_messenger_that_encodes_them() {
    let (view, issues) = decode("country=DEU%2CNLD");
    assert_eq!(
        (
            view.filters.picks(CategoryField::Country).len(),
            issues.len()
        ),
        (2, 0)
    );
}

#[test]
fn a_hundred_kilobytes_are_refused_as_a_whole() {
    let query = format!("country=DEU&q={}", "x".repeat(100_000));
    assert_eq!(
        decode(&query),
        (ViewState::default(), vec![AddressIssue::TooLong])
    );
}

fn any_picks() -> impl Strategy<Value = Picks> {
    prop::collection::btree_set("[a-zA-Z0-9/,%&+=? 济南-]{1,12}", 0..4)
        .prop_map(|keys| keys.iter().map(|key| key.as_str().into()).collect())
}

fn any_view() -> impl Strategy<Value = ViewState> {
    let month = || prop::option::of((12_000..72_000_i32).prop_map(Month));
    let yuan = || prop::option::of((0..1_000_000_000_000_000_u64).prop_map(|yuan| yuan as f64));
    (
        any::<[bool; 3]>(),
        select(&DisplayCurrency::ALL[..]),
        prop::option::of(select(&ChartKind::ALL[..])),
        prop::collection::vec(any_picks(), 8),
        month(),
        month(),
        yuan(),
        yuan(),
        any::<String>(),
        (select(&TableColumn::ALL[..]), any::<bool>()),
        prop::option::of("[a-z&=%济 -]{1,12}"),
    )
        .prop_map(
            |(
                [announced, by_amount, by_name],
                currency,
                enlarged,
                picks,
                one,
                other,
                least,
                most,
                search,
                (column, ascending),
                project,
            )| {
                let mut filters = FilterSet::default().with_search(search.trim());
                for (field, picks) in CategoryField::ALL.into_iter().zip(picks) {
                    filters = filters.with_picks(field, picks);
                }
                filters.period = match (one, other) {
                    (Some(one), Some(other)) => Period::between(one, other),
                    (first, last) => Period { first, last },
                };
                filters.amount = match (least, most) {
                    (Some(one), Some(other)) => AmountRange {
                        min: Some(one.min(other)),
                        max: Some(one.max(other)),
                    },
                    (min, max) => AmountRange { min, max },
                };
                ViewState {
                    dataset: if announced {
                        DatasetKey::Announced
                    } else {
                        DatasetKey::Signed
                    },
                    filters,
                    measure: if by_amount {
                        Measure::Amount
                    } else {
                        Measure::Projects
                    },
                    currency,
                    order: if by_name { Order::Name } else { Order::Value },
                    enlarged,
                    sort: TableSort {
                        column,
                        direction: if ascending {
                            SortDirection::Ascending
                        } else {
                            SortDirection::Descending
                        },
                    },
                    open_project: project.map(Into::into),
                    embed: None,
                }
            },
        )
}

proptest! {
    #[test]
    fn every_view_survives_its_address(view in any_view()) {
        prop_assert_eq!(decode(&encode(&view)), (view, vec![]));
    }

    #[test]
    fn no_text_breaks_the_page(query in any::<String>()) {
        let (view, _) = decode(&query);
        let (again, issues) = decode(&encode(&view));
        prop_assert_eq!((again, issues), (view, vec![]));
    }

    #[test]
    fn no_part_breaks_the_page(
        key in "(dataset|country|place|from|to|currency|embed|lang|theme|amount-from|amount-to|q|measure|sort|project|v)",
        value in any::<String>(),
    ) {
        let _ = decode(&format!("{key}={value}"));
    }
}
