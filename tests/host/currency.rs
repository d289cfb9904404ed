//! Amounts in the currency that the reader chooses.

use std::rc::Rc;

use inward::chart::ChartKind;
use inward::data::words::{amount_in_full, shown_amount, stated_amount};
use inward::data::{
    AmountBound, AmountUnit, CategoryField, Currency, DisplayCurrency, ExchangeRates, PartialDate,
    ProjectRecord, ProjectTable, StatedAmount, TableBuilder,
};
use inward::i18n::{Locale, Message};
use inward::io::embedded;
use inward::query::{AmountRange, BitSet, Difference, Measure, TimeGrain, reconcile, totals};
use inward::state::{Action, AddressIssue, AppState, PickMode, Preferences, address, reduce};

use crate::charts::{Case, check_golden, check_room};
use crate::support::opened;

/// 2022: 7 yuan for a dollar, 8 for a euro. 2023: 8 and 10. No other year, no other currency.
fn rates() -> ExchangeRates {
    let mut rates = ExchangeRates::default();
    for (year, dollar, euro) in [(2023, 8.0, 10.0), (2022, 7.0, 8.0)] {
        rates.insert(year, Currency::Usd, dollar);
        rates.insert(year, Currency::Eur, euro);
    }
    rates
}

/// Each row is a signing date, or nothing, and an amount in a unit of [`AmountUnit::parse`], or nothing.
fn table(rows: &[(&str, Option<(f64, &str)>)]) -> ProjectTable {
    let mut builder = TableBuilder::new(Rc::new(rates()));
    for (signed_on, amount) in rows {
        builder.push(&ProjectRecord {
            signed_on: PartialDate::parse(signed_on),
            amount: amount.map(|(value, unit)| StatedAmount {
                value,
                unit: AmountUnit::parse(unit).expect("a unit"),
                bound: AmountBound::Exact,
            }),
            ..ProjectRecord::default()
        });
    }
    builder.finish()
}

#[test]
fn an_amount_is_converted_at_the_average_of_its_year_and_rounded_to_the_unit() {
    let table = table(&[
        ("2022", Some((7.0, "CNY_1M"))),
        ("2023-05", Some((8.0, "CNY_1M"))),
        ("2023", Some((1.0, "EUR_1M"))),
        ("2023", Some((0.00001, "CNY_100M"))),
        ("2023", Some((-0.8, "CNY_1M"))),
    ]);
    let amounts = |currency| {
        let table = table.in_currency(currency);
        (0..table.len())
            .map(|row| table.amounts().get(row))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        amounts(DisplayCurrency::Usd),
        [1e6, 1e6, 1.25e6, 125.0, -1e5].map(Some)
    );
    assert_eq!(
        amounts(DisplayCurrency::Eur),
        [875_000.0, 8e5, 1e6, 100.0, -8e4].map(Some)
    );
    assert_eq!(
        amounts(DisplayCurrency::Cny),
        [7e6, 8e6, 1e7, 1000.0, -8e5].map(Some)
    );
}

#[test]
fn an_amount_in_the_chosen_currency_needs_neither_year_nor_rate() {
    let table = table(&[
        ("", Some((3.0, "USD_1M"))),
        ("1985", Some((3.0, "USD_1M"))),
        ("2022", None),
        ("", Some((3.0, "CNY_1M"))),
        ("1985", Some((3.0, "CNY_1M"))),
        ("2022", Some((3.0, "THB_1M"))),
    ])
    .in_currency(DisplayCurrency::Usd);
    let found: Vec<_> = (0..table.len())
        .map(|row| {
            let node = table.category(CategoryField::Disclosure).node(row);
            (table.amounts().get(row), &*node.key)
        })
        .collect();
    assert_eq!(
        found,
        [
            (Some(3e6), "disclosed"),
            (Some(3e6), "disclosed"),
            (None, "undisclosed"),
            (None, "unconverted"),
            (None, "unconverted"),
            (None, "unconverted"),
        ]
    );
    let totals = totals(&table, &BitSet::all(table.len()));
    assert_eq!(
        (totals.disclosed, totals.unconverted, totals.undisclosed()),
        (2, 3, 1)
    );
}

#[test]
fn details_name_the_stated_amount_the_converted_one_and_the_rates() {
    let table = table(&[
        ("2022", Some((50.0, "USD_1M"))),
        ("2022", Some((3.5, "CNY_100M"))),
        ("2022", Some((7.0, "EUR_1M"))),
        ("1985", Some((3.5, "CNY_100M"))),
        ("", Some((3.5, "CNY_100M"))),
        ("2022", None),
    ]);
    let (cny, usd) = (DisplayCurrency::Cny, DisplayCurrency::Usd);
    for (currency, row, en, zh) in [
        (
            cny,
            0,
            "stated USD 50 million, CNY 350 million at the 2022 average of 7",
            "原文为5,000 万美元，按 2022 年平均汇率 7 折合 3.5 亿元",
        ),
        (usd, 0, "stated USD 50 million", "原文为5,000 万美元"),
        (
            usd,
            1,
            "stated CNY 350 million, USD 50 million at the 2022 average of USD 1 = CNY 7",
            "原文为3.5 亿元，按 2022 年平均汇率 1 美元 = 7 元 折合 5,000 万美元",
        ),
        (
            usd,
            2,
            "stated EUR 7 million, USD 8 million at the 2022 average of EUR 1 = CNY 8; USD 1 = CNY 7",
            "原文为700 万欧元，按 2022 年平均汇率 1 欧元 = 8 元；1 美元 = 7 元 折合 800 万美元",
        ),
        (
            usd,
            3,
            "stated CNY 350 million, not converted: there is no average rate for 1985",
            "原文为3.5 亿元，没有 1985 年的平均汇率，未折算",
        ),
        (
            usd,
            4,
            "stated CNY 350 million, not converted: the year of signing is not known",
            "原文为3.5 亿元，签约年份不明，未折算",
        ),
        (usd, 5, "Undisclosed", "未披露"),
    ] {
        let table = table.in_currency(currency);
        for (locale, words) in [(Locale::En, en), (Locale::Zh, zh)] {
            assert_eq!(amount_in_full(&table, row, locale).text(locale), words);
        }
    }
}

#[test]
fn what_a_source_states_stays_as_it_is_in_every_currency() {
    let table = embedded::signed();
    for currency in DisplayCurrency::ALL {
        let converted = table.in_currency(currency);
        for row in 0..table.len() {
            assert_eq!(converted.id(row), table.id(row));
            assert_eq!(
                stated_amount(&converted, row, Locale::En),
                stated_amount(&table, row, Locale::En)
            );
            let shown = shown_amount(&converted, row, Locale::En);
            assert_eq!(shown.is_some(), converted.amounts().stated(row).is_some());
        }
        let again = converted.in_currency(DisplayCurrency::Cny);
        for row in 0..table.len() {
            assert_eq!(again.amounts().get(row), table.amounts().get(row));
        }
    }
}

#[test]
fn a_sum_is_the_same_in_whichever_order_it_is_added() {
    let table = embedded::signed().in_currency(DisplayCurrency::Eur);
    let amounts: Vec<f64> = (0..table.len())
        .filter_map(|row| table.amounts().get(row))
        .collect();
    assert!(amounts.len() > 100);
    let forwards: f64 = amounts.iter().sum();
    let backwards: f64 = amounts.iter().rev().sum();
    assert_eq!(forwards.to_bits(), backwards.to_bits());
    let found = totals(&table, &BitSet::all(table.len()));
    assert_eq!(found.amount.to_bits(), forwards.to_bits());
}

#[test]
fn announced_totals_are_converted_as_the_listed_sums_are() {
    let state = open("currency=USD");
    let dataset = state.dataset();
    let announcements = embedded::announcements();
    let found = reconcile(
        dataset.table.category(CategoryField::Event).tree(),
        &dataset.whole.by_category[CategoryField::Event.index()],
        &announcements,
        DisplayCurrency::Usd,
        dataset.table.rates(),
    );
    let (event, announced) = found
        .events
        .iter()
        .find_map(|event| {
            let amount = event.statements.first()?.amount?;
            (amount.stated.value.to_bits() == 506.3_f64.to_bits()).then_some((event, amount))
        })
        .expect("the event at which 50.63 billion yuan were announced");
    let rate = dataset.table.rates();
    let rate = rate.cny_per_unit(Some(2023), Currency::Usd);
    let in_dollars = 50.63e9 / rate.expect("2023 has a rate");
    assert_eq!(announced.amount, Some(in_dollars.round()));
    assert!(matches!(
        event.statements[0].amount_difference,
        Difference::Short(missing, _) if missing <= in_dollars.round()
    ));
}

fn open(query: &str) -> AppState {
    let (view, issues) = address::decode(query);
    opened(view, Preferences::default(), issues)
}

#[test]
fn the_chosen_currency_is_in_the_address_and_on_the_table() {
    let state = open("country=DEU");
    let choose = |state: &AppState, currency| reduce(state, Action::ChooseCurrency(currency));
    let in_dollars = choose(&state, DisplayCurrency::Usd).unwrap();
    assert_eq!(
        address::encode(&in_dollars.view),
        "country=DEU&currency=USD&v=1"
    );
    let currency = |state: &AppState| state.dataset().table.amounts().currency();
    assert_eq!(currency(&in_dollars), DisplayCurrency::Usd);
    // Converted once, and the yuan still at hand.
    let in_yuan = choose(&in_dollars, DisplayCurrency::Cny).unwrap();
    assert!(Rc::ptr_eq(in_yuan.dataset(), state.dataset()));
    let again = choose(&in_yuan, DisplayCurrency::Usd).unwrap();
    assert!(Rc::ptr_eq(again.dataset(), in_dollars.dataset()));
    assert!(choose(&again, DisplayCurrency::Usd).is_none());
    assert_eq!(currency(&open("currency=EUR")), DisplayCurrency::Eur);
}

#[test]
fn a_range_of_amounts_is_not_carried_into_another_currency() {
    let choose_dollars = |query| {
        let choose = Action::ChooseCurrency(DisplayCurrency::Usd);
        reduce(&open(query), choose).unwrap()
    };
    let state = choose_dollars("amount-from=1&country=DEU");
    assert!(state.view.filters.amount.is_open());
    assert_eq!(state.view.filters.picks(CategoryField::Country).len(), 1);
    let told: Vec<&Message> = state.notices.iter().map(|notice| &notice.message).collect();
    let (before, now) = ("CNY", "USD");
    assert_eq!(told, [&Message::AmountRangeCleared { before, now }]);
    // Without a range there is nothing to tell.
    assert!(choose_dollars("country=DEU").notices.is_empty());
}

#[test]
fn an_address_says_in_which_currency_a_range_of_amounts_is() {
    let range = AmountRange {
        min: Some(5e7),
        max: Some(1_234_567_891.0),
    };
    let pick = Action::PickAmount {
        range,
        mode: PickMode::Toggle,
    };
    let state = reduce(&open("currency=USD"), pick).unwrap();
    let query = "currency=USD&amount-from=USD:50m&amount-to=USD:1234.567891m&v=1";
    assert_eq!(address::encode(&state.view), query);
    assert_eq!(address::decode(query).0.filters.amount, range);
    // Wherever the currency stands in the address.
    let (view, issues) = address::decode("amount-from=EUR:0.5m&currency=EUR");
    assert_eq!((view.filters.amount.min, issues), (Some(5e5), vec![]));
    // An old link is in 亿元, as it was.
    let (view, issues) = address::decode("amount-from=3.5&v=1");
    assert_eq!((view.filters.amount.min, issues), (Some(3.5e8), vec![]));
}

#[test]
fn a_range_in_another_currency_than_the_view_is_ignored_and_reported() {
    for (query, key, value) in [
        ("currency=USD&amount-from=3.5", "amount-from", "3.5"),
        ("amount-to=USD:50m", "amount-to", "USD:50m"),
        ("currency=EUR&amount-to=USD:50m", "amount-to", "USD:50m"),
    ] {
        let (view, issues) = address::decode(query);
        assert!(view.filters.amount.is_open(), "{query}");
        let (key, value) = (key.to_owned(), value.to_owned());
        assert_eq!(issues, [AddressIssue::OtherCurrency { key, value }]);
    }
    for value in ["USD:50", "USD:m", "GBP:50m", "USD:-1m", ":1m", "JPY:1m"] {
        let (view, issues) = address::decode(&format!("currency=USD&amount-from={value}"));
        assert!(view.filters.amount.is_open(), "{value}");
        let (key, value) = ("amount-from".to_owned(), value.to_owned());
        assert_eq!(issues, [AddressIssue::UnreadableValue { key, value }]);
    }
    let (view, issues) = address::decode("currency=GBP");
    assert_eq!(view.currency, DisplayCurrency::Cny);
    assert_eq!(issues.len(), 1);
}

#[test]
fn charts_in_dollars_and_euros_look_as_they_were_signed_off() {
    let kinds = [
        ChartKind::Countries,
        ChartKind::Timeline,
        ChartKind::Amounts,
        ChartKind::Matrix,
        ChartKind::Flow,
        ChartKind::Projects,
    ];
    for (currency, locale) in [
        (DisplayCurrency::Usd, Locale::En),
        (DisplayCurrency::Usd, Locale::Zh),
        (DisplayCurrency::Eur, Locale::Zh),
    ] {
        let table = Rc::new(embedded::signed().in_currency(currency));
        for kind in kinds {
            let case = Case {
                measure: Measure::Amount,
                locale,
                grain: TimeGrain::Year,
                ..Case::new(kind)
            };
            let name = format!("{}-amount-{}-{}", kind.key(), currency.code(), locale.tag());
            let scene = case.scene(&table);
            check_room(&scene, &name);
            check_golden(&name.to_lowercase(), &scene, &case.theme);
        }
    }
}

#[test]
fn every_chart_has_room_in_every_currency_and_names_no_other() {
    for (currency, others) in [
        (DisplayCurrency::Usd, ["CNY", "EUR", "万元"]),
        (DisplayCurrency::Eur, ["CNY", "USD", "万元"]),
    ] {
        let table = Rc::new(embedded::signed().in_currency(currency));
        for kind in ChartKind::ALL {
            // Names no converted amount: a zone's figures are as it reported them.
            let is_reported = kind == ChartKind::Calendar;
            // Names amounts as stated where they have no rate.
            let is_stated = kind == ChartKind::Projects;
            for locale in Locale::ALL {
                for width_px in [320.0, 1200.0] {
                    let case = Case {
                        measure: Measure::Amount,
                        locale,
                        width_px,
                        ..Case::new(kind)
                    };
                    let name = format!("{} {} {width_px}", kind.key(), currency.code());
                    let scene = case.scene(&table);
                    check_room(&scene, &name);
                    let shown = case.data_table(&table);
                    let words = format!("{:?} {:?} {shown:?}", scene.description, scene.targets);
                    for other in others.iter().filter(|_| !is_reported && !is_stated) {
                        assert!(!words.contains(other), "{name} names {other}");
                    }
                }
            }
        }
    }
}
