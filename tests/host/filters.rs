//! What stands in a list of filters, what is typed into one, and where a search finds its words.

use inward::data::{CategoryField, Month};
use inward::i18n::Locale;
use inward::query::{
    AmountRange, CrossFilter, Grouping, Order, Period, PeriodEnd, PickState, Picks, SearchTerm,
    TypedRange, ValueList, Viewer, amount_to_type, month_to_type, pick_states, summarize,
    typed_amounts, typed_period,
};

use crate::support::table;

const PLACES: &str = "
    name  province  city
    a     Shandong  Jinan
    b     Shandong  Jinan
    c     Shandong  Yantai
    d     Jiangsu   Suzhou
    e     -         -
    f     -         -
    g     -         -
";

/// The keys of the list, each indented by its depth.
fn listed(order: Order) -> Vec<String> {
    let table = table(PLACES);
    let rows = CrossFilter::new(table.clone()).rows_for(Viewer::Everyone);
    let tree = table.category(CategoryField::Place).tree();
    let whole = summarize(&table, &rows, Grouping::Category(CategoryField::Place));
    let values = ValueList::new(tree, &whole, order, &|one, other| {
        one.name.en.cmp(&other.name.en)
    });
    assert_eq!(values.most, 3);
    assert!(values.has_branches);
    let mut keys = Vec::new();
    for &root in values.roots() {
        keys.push(tree.node(root).name.en.to_string());
        for &child in values.below(root) {
            keys.push(format!("  {}", tree.node(child).name.en));
        }
    }
    assert_eq!(values.len, keys.len());
    keys
}

#[test]
fn a_list_stands_by_count_or_by_name_with_what_is_not_stated_last() {
    let by_count = [
        "Shandong",
        "  Jinan",
        "  Yantai",
        "Jiangsu",
        "  Suzhou",
        "Not stated",
    ];
    assert_eq!(listed(Order::Value), by_count);
    let by_name = [
        "Jiangsu",
        "  Suzhou",
        "Shandong",
        "  Jinan",
        "  Yantai",
        "Not stated",
    ];
    assert_eq!(listed(Order::Name), by_name);
}

#[test]
fn a_value_is_picked_in_part_where_some_below_it_are() {
    let table = table(PLACES);
    let tree = table.category(CategoryField::Place).tree();
    let key = |name: &str| {
        let mut nodes = tree.nodes().iter();
        let node = nodes.find(|node| &*node.name.en == name);
        node.expect("a place").key.clone()
    };
    let state = |picks: &Picks, name: &str| {
        let code = tree.code(&key(name)).expect("a place");
        pick_states(picks, tree)[usize::from(code)]
    };
    let picks = Picks::from([key("Jinan")]);
    assert_eq!(state(&picks, "Jinan"), PickState::Whole);
    assert_eq!(state(&picks, "Shandong"), PickState::Part);
    assert_eq!(state(&picks, "Jiangsu"), PickState::None);
    let picks = Picks::from([key("Jinan"), key("Yantai")]);
    assert_eq!(state(&picks, "Shandong"), PickState::Whole);
    let picks = Picks::from([key("Shandong")]);
    assert_eq!(state(&picks, "Yantai"), PickState::Whole);
    assert_eq!(state(&Picks::new(), "Shandong"), PickState::None);
}

#[test]
fn an_end_of_a_period_is_a_year_or_a_month_however_it_is_typed() {
    let march = Month::new(2020, 3);
    for text in [
        "2020-03",
        "2020-3",
        "2020/3",
        "2020.03",
        "202003",
        "2020年3月",
        " ２０２０－０３ ",
    ] {
        let read = typed_period([text, text]);
        let period = Period::between(march, march);
        assert_eq!(read, TypedRange::Read(period), "{text:?}");
    }
    let years = typed_period(["2020", "2022年"]);
    let period = Period::between(Month::new(2020, 1), Month::new(2022, 12));
    assert_eq!(years, TypedRange::Read(period));
    assert_eq!(typed_period(["", " "]), TypedRange::Read(Period::default()));
}

#[test]
fn what_is_no_period_is_told_by_its_end() {
    for text in ["20", "2020-13", "abc", "2020-03-01", "2020-", "-3"] {
        let expected = if text == "2020-" {
            // A hyphen too many is no riddle.
            TypedRange::Read(Period {
                first: None,
                last: Some(Month::new(2020, 12)),
            })
        } else {
            TypedRange::Unreadable(1)
        };
        assert_eq!(typed_period(["", text]), expected, "{text:?}");
    }
    assert_eq!(typed_period(["x", "y"]), TypedRange::Unreadable(0));
    assert_eq!(typed_period(["2021", "2020"]), TypedRange::Reversed);
}

#[test]
fn an_amount_is_in_the_unit_of_the_language_unless_it_names_another() {
    let at_least = |text, locale| match typed_amounts([text, ""], locale) {
        TypedRange::Read(AmountRange { min, max: None }) => min,
        other => panic!("{text:?} is {other:?}"),
    };
    let cases = [
        ("5", Locale::Zh, 5e8),
        ("0.5", Locale::Zh, 5e7),
        ("0.5亿", Locale::En, 5e7),
        ("3000 万", Locale::Zh, 3e7),
        ("3,000万元", Locale::Zh, 3e7),
        ("3，000万元", Locale::Zh, 3e7),
        ("５０００元", Locale::Zh, 5000.0),
        ("1.2 万亿", Locale::Zh, 1.2e12),
        ("50", Locale::En, 5e7),
        ("1.5 bn", Locale::En, 1.5e9),
        ("300 Million", Locale::En, 3e8),
        ("300m", Locale::Zh, 3e8),
        ("2 trillion", Locale::En, 2e12),
        ("0", Locale::En, 0.0),
    ];
    for (text, locale, expected) in cases {
        assert_eq!(at_least(text, locale), Some(expected), "{text:?}");
    }
    for text in ["-1", "about 5", "5 apples", "1e999", "亿", "--"] {
        assert_eq!(
            typed_amounts(["", text], Locale::Zh),
            TypedRange::Unreadable(1),
            "{text:?}"
        );
    }
    for ends in [["5", "5"], ["6", "5"]] {
        assert_eq!(typed_amounts(ends, Locale::Zh), TypedRange::Reversed);
    }
}

#[test]
fn what_stands_in_a_field_reads_as_what_was_typed() {
    for (month, end, text) in [
        (Month::new(2020, 1), PeriodEnd::First, "2020"),
        (Month::new(2020, 1), PeriodEnd::Last, "2020-01"),
        (Month::new(2020, 12), PeriodEnd::Last, "2020"),
        (Month::new(2020, 12), PeriodEnd::First, "2020-12"),
    ] {
        assert_eq!(month_to_type(month, end), text);
    }
    for amount in [5e8, 354_045_000.0, 1.0, 0.0, 2e12] {
        for locale in Locale::ALL {
            let text = amount_to_type(amount, locale);
            let range = AmountRange {
                min: Some(amount),
                max: None,
            };
            assert_eq!(
                typed_amounts([&text, ""], locale),
                TypedRange::Read(range),
                "{text:?}"
            );
        }
    }
}

#[test]
fn a_search_marks_its_words_however_they_are_written() {
    let marked = |search: &str, text: &str| -> Vec<String> {
        let found = SearchTerm::new(search).found_in(text);
        found
            .into_iter()
            .map(|range| text[range].to_owned())
            .collect()
    };
    assert_eq!(marked("bmw", "ＢＭＷ and BMW"), ["ＢＭＷ", "BMW"]);
    assert_eq!(marked("济南", "中国济南市"), ["济南"]);
    assert_eq!(marked("德 国", "德国"), ["德国"]);
    assert_eq!(marked("aba", "ababa"), ["aba"]);
    assert_eq!(marked("ab bc", "xabcx"), ["abc"]);
    assert_eq!(marked("istanbul", "İstanbul"), Vec::<String>::new());
    // A letter that folds to two is marked as a whole.
    assert_eq!(marked("i", "İz"), ["İ"]);
    assert_eq!(marked("", "anything"), Vec::<String>::new());
    assert_eq!(marked("nothing", "anything"), Vec::<String>::new());
}
