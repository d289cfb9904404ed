//! What events announced, held against what is listed.

use std::rc::Rc;

use inward::data::{
    AmountBound, AmountUnit, Announcement, CategoryField, Currency, DisplayCurrency, ExchangeRates,
    PartialDate, ProjectTable, SourceKind,
};
use inward::i18n::{Bilingual, Locale};
use inward::io::Problem;
use inward::io::announcements::read_announcements;
use inward::io::embedded;
use inward::query::{
    BitSet, CrossFilter, Difference, Grouping, Picks, Reconciliations, Viewer, reconcile, summarize,
};
use inward::state::{DatasetKey, address};
use inward::ui::reconciliation::{ReconciliationSection, ReconciliationSectionProps};
use inward::ui::shared::ByPointer;
use yew::Callback;

use crate::pages::html;
use crate::support::{columns, table};

/// An announcement in 亿元 of an event held in 2023.
fn announced(event: &str, projects: Option<u32>, amount: Option<f64>) -> Announcement {
    Announcement {
        event: event.into(),
        name: Bilingual::new(event, event),
        host_city: String::new(),
        host_province: String::new(),
        held_on: PartialDate::parse("2023-09-21"),
        projects_signed: projects,
        projects_bound: AmountBound::Exact,
        total_amount: amount,
        total_bound: AmountBound::Exact,
        unit: amount.map(|_| AmountUnit::CNY_100M),
        onsite_projects: None,
        onsite_amount: None,
        source_url: "https://example.org/report".into(),
        source_title: "A report".into(),
        source_kind: SourceKind::Original,
        note: String::new(),
    }
}

fn dollars(millions: f64, announcement: Announcement) -> Announcement {
    Announcement {
        total_amount: Some(millions),
        unit: Some(AmountUnit {
            currency: Currency::Usd,
            scale: 1e6,
        }),
        ..announcement
    }
}

/// Seven yuan for a dollar in 2023, and no other rate.
fn rates() -> ExchangeRates {
    let mut rates = ExchangeRates::default();
    rates.insert(2023, Currency::Usd, 7.0);
    rates
}

fn with_reconciled<T>(
    table: &ProjectTable,
    announcements: &[Announcement],
    look: impl FnOnce(&Reconciliations<'_>) -> T,
) -> T {
    let events = Grouping::Category(CategoryField::Event);
    let listed = summarize(table, &BitSet::all(table.len()), events);
    let tree = table.category(CategoryField::Event).tree();
    look(&reconcile(
        tree,
        &listed,
        announcements,
        DisplayCurrency::Cny,
        &rates(),
    ))
}

/// The differences of the first statement on the first event: projects, amount.
fn differences(projects: &str, announcement: Announcement) -> (Difference<u32>, Difference<f64>) {
    with_reconciled(&table(projects), &[announcement], |found| {
        let statement = &found.events[0].statements[0];
        (statement.projects_difference, statement.amount_difference)
    })
}

const EXACT: AmountBound = AmountBound::Exact;

/// Two projects of one fair: 10 and an undisclosed amount.
const TWO: &str = "
    event  amount
    fair   10
    fair   -
";

#[test]
fn the_gap_is_what_is_not_listed_and_what_is_listed_without_an_amount() {
    let found = differences(TWO, announced("fair", Some(5), Some(40.0)));
    assert_eq!(
        found,
        (Difference::Short(3, EXACT), Difference::Short(30e8, EXACT))
    );
    with_reconciled(
        &table(TWO),
        &[announced("fair", Some(5), Some(40.0))],
        |found| {
            let listed = found.events[0].listed;
            assert_eq!((listed.projects, listed.undisclosed()), (2, 1));
            assert!(found.events[0].is_compared());
        },
    );
}

#[test]
fn a_total_that_was_not_announced_is_not_zero() {
    assert_eq!(
        differences(TWO, announced("fair", Some(5), None)),
        (Difference::Short(3, EXACT), Difference::Unknown)
    );
    assert_eq!(
        differences(TWO, announced("fair", None, Some(10.0))),
        (Difference::Unknown, Difference::Met)
    );
    with_reconciled(&table(TWO), &[announced("fair", None, None)], |found| {
        assert!(!found.events[0].is_compared());
        assert_eq!(found.compared, 0);
    });
}

#[test]
fn more_may_be_listed_than_was_announced() {
    assert_eq!(
        differences(TWO, announced("fair", Some(1), Some(4.0))),
        (Difference::Over(1, EXACT), Difference::Over(6e8, EXACT))
    );
}

#[test]
fn an_event_listed_in_full_has_no_gap() {
    assert_eq!(
        differences(TWO, announced("fair", Some(2), Some(10.0))),
        (Difference::Met, Difference::Met)
    );
}

#[test]
fn the_rounding_of_converted_amounts_is_no_gap() {
    let nearly = announced("fair", Some(2), Some(10.000_000_01));
    assert_eq!(differences(TWO, nearly).1, Difference::Met);
}

#[test]
fn a_difference_is_as_rough_as_the_figures_it_is_between() {
    let at_least = |projects, amount| Announcement {
        projects_bound: AmountBound::AtLeast,
        total_bound: AmountBound::AtLeast,
        ..announced("fair", Some(projects), Some(amount))
    };
    assert_eq!(
        differences(TWO, at_least(5, 40.0)),
        (
            Difference::Short(3, AmountBound::AtLeast),
            Difference::Short(30e8, AmountBound::AtLeast)
        )
    );
    assert_eq!(
        differences(TWO, at_least(1, 4.0)),
        (
            Difference::Over(1, AmountBound::AtMost),
            Difference::Over(6e8, AmountBound::AtMost)
        )
    );
    let rough = "
        event  amount  bound
        fair   10      at-most
    ";
    assert_eq!(
        differences(rough, announced("fair", Some(1), Some(40.0))),
        (Difference::Met, Difference::Short(30e8, AmountBound::About))
    );
}

#[test]
fn an_announced_amount_is_converted_at_the_average_rate_of_its_year() {
    let in_2023 = dollars(200.0, announced("fair", None, None));
    assert_eq!(
        differences(TWO, in_2023.clone()).1,
        Difference::Short(4e8, EXACT)
    );
    with_reconciled(&table(TWO), std::slice::from_ref(&in_2023), |found| {
        let amount = found.events[0].statements[0].amount.unwrap();
        assert_eq!(amount.amount, Some(14e8));
        let conversion = amount.conversion.expect("dollars are converted");
        assert_eq!(conversion.year, Some(2023));
        assert_eq!(conversion.from, (Currency::Usd, 7.0));
    });
    for held_on in [PartialDate::parse("2026-01"), None] {
        let announcement = Announcement {
            held_on,
            ..in_2023.clone()
        };
        with_reconciled(&table(TWO), &[announcement], |found| {
            let statement = &found.events[0].statements[0];
            assert_eq!(statement.amount_difference, Difference::Unknown);
            assert_eq!(statement.amount.unwrap().amount, None);
            assert!(
                found.events[0].is_compared(),
                "it is announced all the same"
            );
        });
    }
}

#[test]
fn a_listed_amount_without_a_rate_is_in_no_sum() {
    let projects = "
        event  amount
        fair   10
        fair   thb:5
    ";
    let announcement = announced("fair", Some(2), Some(40.0));
    with_reconciled(&table(projects), &[announcement], |found| {
        let event = &found.events[0];
        assert_eq!(
            (event.listed.unconverted, event.listed.undisclosed()),
            (1, 0)
        );
        assert_eq!(
            event.statements[0].amount_difference,
            Difference::Short(30e8, EXACT)
        );
    });
}

#[test]
fn sources_that_contradict_each_other_stand_side_by_side() {
    let sources = [
        announced("fair", Some(52), None),
        announced("other", None, None),
        announced("fair", Some(29), Some(12.0)),
    ];
    with_reconciled(&table(TWO), &sources, |found| {
        assert_eq!(found.events.len(), 2);
        let numbers: Vec<_> = found.events[0]
            .statements
            .iter()
            .map(|statement| statement.projects)
            .collect();
        assert_eq!(numbers, [Some(52), Some(29)]);
    });
}

#[test]
fn events_with_both_sides_come_first_the_newest_before_the_others() {
    let held = |event: &str, date: &str, projects| Announcement {
        held_on: PartialDate::parse(date),
        ..announced(event, projects, None)
    };
    let announcements = [
        held("nothing-listed", "2025", Some(3)),
        held("undated", "", Some(3)),
        held("old", "2019-05", Some(3)),
        held("new", "2024", Some(3)),
        held("no-total", "2024-02", None),
    ];
    let projects = "
        event
        old
        new
        undated
        no-total
        never-announced
        -
        -
    ";
    with_reconciled(&table(projects), &announcements, |found| {
        let events: Vec<&str> = found.events.iter().map(|event| event.event).collect();
        assert_eq!(
            events,
            [
                "new",
                "old",
                "undated",
                "nothing-listed",
                "no-total",
                "never-announced"
            ]
        );
        assert_eq!(found.compared, 3);
        assert_eq!(found.without_event, 2);
        let last = found.events.last().unwrap();
        assert_eq!((last.listed.projects, last.statements.len()), (1, 1));
        assert_eq!(last.statements[0].source, None);
    });
}

#[test]
fn the_bar_has_room_for_the_larger_of_both_sides() {
    let bullets = |projects, amount| {
        let announcement = announced("fair", projects, amount);
        with_reconciled(&table(TWO), &[announcement], |found| {
            let event = &found.events[0];
            let statement = &event.statements[0];
            let parts =
                |bullet: inward::query::Bullet| [bullet.filled, bullet.hatched, bullet.announced];
            (
                statement.projects_bullet(&event.listed).map(parts),
                statement.amount_bullet(&event.listed).map(parts),
            )
        })
    };
    assert_eq!(
        bullets(Some(4), Some(40.0)),
        (Some([0.25, 0.25, 1.0]), Some([0.25, 0.0, 1.0]))
    );
    assert_eq!(
        bullets(Some(1), Some(5.0)),
        (Some([0.5, 0.5, 0.5]), Some([1.0, 0.0, 0.5]))
    );
    assert_eq!(
        bullets(Some(1000), None),
        (Some([0.01, 0.01, 1.0]), None),
        "what is listed is seen beside however much"
    );
    assert_eq!(bullets(Some(0), Some(0.0)), (None, None));
}

#[test]
fn the_conference_of_2023_announced_71_projects_of_which_three_are_listed() {
    let embedded = embedded::tables();
    let table: &Rc<ProjectTable> = &embedded.signed;
    let listed = summarize(
        table,
        &BitSet::all(table.len()),
        Grouping::Category(CategoryField::Event),
    );
    let tree = table.category(CategoryField::Event).tree();
    let found = reconcile(
        tree,
        &listed,
        &embedded.announcements,
        DisplayCurrency::Cny,
        table.rates(),
    );
    assert_eq!(found.events.len(), 96);
    assert_eq!(found.without_event, 234);
    let listed: u32 = found.events.iter().map(|event| event.listed.projects).sum();
    assert_eq!(listed + found.without_event, 347, "each project once");

    let seed = found
        .events
        .iter()
        .find(|event| event.event == "jinan-smec-2023")
        .expect("announced");
    let [statement] = &seed.statements[..] else {
        panic!("one source");
    };
    let cny =
        |amount: Option<inward::query::AnnouncedAmount>| amount.and_then(|amount| amount.amount);
    assert_eq!(statement.projects, Some(71));
    assert_eq!(cny(statement.amount), Some(506.3e8));
    assert_eq!(statement.on_site_projects, Some(21));
    assert_eq!(cny(statement.on_site_amount), Some(274.3e8));
    assert_eq!((seed.listed.projects, seed.listed.undisclosed()), (3, 3));
    assert_eq!(statement.projects_difference, Difference::Short(68, EXACT));
    assert_eq!(
        statement.amount_difference,
        Difference::Short(506.3e8, EXACT)
    );
}

#[test]
fn an_announced_amount_without_a_unit_is_reported_and_is_none() {
    let text = "event,name_zh,name_en,host_city_en,host_province_en,held_on,projects_signed,projects_bound,\
                total_amount,total_bound,total_unit,onsite_projects,onsite_amount,source_url,source_title,source_kind,note\n\
                fair,Fair,Fair,,,2023,3,exact,40,exact,,,,,,original,\n";
    let reading = read_announcements(&columns(text));
    let problems: Vec<&Problem> = reading.issues.iter().map(|issue| &issue.problem).collect();
    assert_eq!(problems, [&Problem::AmountWithoutUnit]);
    assert_eq!(reading.content[0].total(), None);
}

/// The section as HTML; without announcements of its own it shows the embedded ones.
fn section(
    table: &Rc<ProjectTable>,
    announcements: Option<Vec<Announcement>>,
    change: impl FnOnce(&mut ReconciliationSectionProps),
) -> String {
    let listed = summarize(
        table,
        &BitSet::all(table.len()),
        Grouping::Category(CategoryField::Event),
    );
    let mut props = ReconciliationSectionProps {
        dataset: DatasetKey::Signed,
        table: ByPointer::from(table),
        listed: ByPointer(Rc::new(listed)),
        announcements: ByPointer(announcements.map_or_else(embedded::announcements, Into::into)),
        shown: None,
        picks: Picks::new(),
        locale: Locale::En,
        on_action: Callback::noop(),
    };
    change(&mut props);
    html::<ReconciliationSection>(move || props)
}

/// What the section says of one event, without tags.
fn words_of(shown: &str, event: &str) -> String {
    let body = shown
        .split("<tbody ")
        .find(|body| body.contains(&format!("data-event=\"{event}\"")))
        .expect("shown");
    let body = body.split("</tbody>").next().unwrap();
    let mut words = String::new();
    for part in body.split('<').skip(1) {
        let text = part.split_once('>').map_or("", |(_, text)| text);
        words.push_str(text);
        words.push('|');
    }
    words
}

#[test]
fn the_section_says_what_was_announced_listed_and_the_difference() {
    let signed = embedded::signed();
    let english = section(&signed, None, |_| {});
    let words = words_of(&english, "jinan-smec-2023");
    for expected in [
        "71|",
        "21 projects signed on site",
        "CNY 50.63 billion",
        "CNY 27.43 billion signed on site",
        "68 projects not listed|",
        "0 of 3 disclosed",
        "CNY 50.63 billion not accounted for|68 projects not listed||3 listed without an amount|",
    ] {
        assert!(words.contains(expected), "{expected}: {words}");
    }
    let chinese = section(&signed, None, |props| props.locale = Locale::Zh);
    let words = words_of(&chinese, "jinan-smec-2023");
    for expected in [
        "506.3 亿元",
        "其中现场签约 274.3 亿元",
        "506.3 亿元未见于所列项目|68 个项目未列出||3 个列出但未披露金额",
    ] {
        assert!(words.contains(expected), "{expected}: {words}");
    }
    let words = words_of(&english, "qms-2023");
    assert!(
        words.contains("announced as USD 20.6 billion, at the 2023 average of 7.0809"),
        "{words}"
    );
}

#[test]
fn a_gap_is_said_in_the_words_that_fit_it() {
    let check = |projects: &str, announcement: Announcement, expected: &[&str]| {
        let picks = Picks::from(["fair".into()]);
        let shown = section(&table(projects), Some(vec![announcement]), |props| {
            props.picks = picks;
        });
        let words = words_of(&shown, "fair");
        for part in expected {
            assert!(words.contains(part), "{part}: {words}");
        }
    };
    let one = "
        event  amount
        fair   10
    ";
    let baht = "
        event  amount
        fair   thb:5
    ";
    let none = "
        event
        other
    ";
    check(
        TWO,
        announced("fair", Some(1), Some(4.0)),
        &[
            "1 project more listed than announced|",
            "CNY 600 million more listed than announced|1 project more listed than announced||1 listed without an amount|",
        ],
    );
    check(
        one,
        announced("fair", Some(1), Some(10.0)),
        &[
            "as many listed as announced|",
            "the listed amounts add up to it|",
        ],
    );
    check(
        one,
        announced("fair", Some(1), Some(40.0)),
        &["CNY 3 billion not accounted for|as many listed as announced|"],
    );
    check(
        one,
        announced("fair", None, Some(40.0)),
        &["not announced|", "CNY 3 billion not accounted for|"],
    );
    check(
        baht,
        announced("fair", Some(1), Some(40.0)),
        &[
            "CNY 4 billion not accounted for|as many listed as announced||1 without an exchange rate|",
        ],
    );
    check(
        TWO,
        Announcement {
            held_on: None,
            ..dollars(50.0, announced("fair", Some(2), None))
        },
        &[
            "USD 50 million|",
            "no exchange rate, so not comparable|as many listed as announced||1 listed without an amount|",
        ],
    );
    check(
        none,
        announced("fair", Some(3), Some(40.0)),
        &[
            "none of its projects is listed here|",
            "CNY 4 billion not accounted for|",
        ],
    );
    check(
        TWO,
        Announcement {
            projects_bound: AmountBound::AtLeast,
            total_bound: AmountBound::About,
            ..announced("fair", Some(5), Some(40.0))
        },
        &[
            "at least 5|",
            "at least 3 projects not listed|",
            "about CNY 4 billion|",
            "about CNY 3 billion not accounted for",
        ],
    );
}

#[test]
fn each_of_several_sources_has_rows_of_its_own() {
    let sources = vec![
        announced("fair", Some(52), Some(40.0)),
        announced("fair", Some(29), None),
    ];
    let shown = section(&table(TWO), Some(sources), |_| {});
    let words = words_of(&shown, "fair");
    assert!(words.contains("50 projects not listed"), "{words}");
    assert!(words.contains("27 projects not listed"), "{words}");
    assert!(shown.contains("rowspan=\"6\""), "{shown}");
    assert_eq!(shown.matches("https://example.org/report").count(), 2);
}

#[test]
fn announced_totals_link_out_safely_and_a_copy_is_text() {
    let hostile = |url: &str, source_kind| Announcement {
        source_url: url.into(),
        source_kind,
        ..announced("fair", Some(3), None)
    };
    let link = |announcement| section(&table(TWO), Some(vec![announcement]), |_| {});
    let shown = link(hostile("https://example.org/a", SourceKind::Original));
    assert!(
        shown.contains(
            "href=\"https://example.org/a\" tabindex=\"0\" target=\"_blank\" rel=\"noopener noreferrer\""
        ),
        "{shown}"
    );
    for announcement in [
        hostile("javascript:alert(1)", SourceKind::Original),
        hostile("https://mirror.example.org/a", SourceKind::Copy),
    ] {
        assert!(!link(announcement).contains("<a "));
    }
}

#[test]
fn filters_are_said_to_leave_the_comparison_alone() {
    let signed = embedded::signed();
    let whole = "whole events";
    assert!(!section(&signed, None, |_| {}).contains(whole));
    let shown = section(&signed, None, |props| {
        props.shown = Some(rows_of(&signed, "country=DEU"));
        props.picks = Picks::from(["fz-haisi-2021".into()]);
    });
    assert!(shown.contains(whole), "{shown}");
    let picked = words_of(&shown, "fz-haisi-2021");
    assert!(
        picked.contains("510 projects not listed"),
        "a picked event is shown: {picked}"
    );
    assert!(shown.contains("aria-pressed=\"true\""));
}

/// The rows of a table that the filters of a link leave.
fn rows_of(table: &Rc<ProjectTable>, query: &str) -> ByPointer<BitSet> {
    let (view, _) = address::decode(query);
    let filtered = CrossFilter::new(Rc::clone(table)).with_filters(&view.filters);
    ByPointer(filtered.rows_for(Viewer::Everyone))
}

#[test]
fn under_filters_the_events_of_the_shown_projects_are_compared_and_no_other() {
    let signed = embedded::signed();
    let shown = |query: &str| {
        section(&signed, None, |props| {
            props.shown = Some(rows_of(&signed, query));
        })
    };
    let conference = shown("q=洛克美森");
    assert!(
        conference.contains(
            "Of the 1 project shown, 1 was signed at 1 event, with announced totals of 1;"
        ),
        "{conference}"
    );
    assert_eq!(conference.matches("data-event=").count(), 1);
    let unnamed = shown("country=DEU&industry=advanced-equipment&place=shandong/jinan&from=2020");
    let nothing =
        "Of the 1 project shown, none names an event: no announced total can be held against them.";
    assert!(unnamed.contains(nothing), "{unnamed}");
    assert_eq!(unnamed.matches("data-event=").count(), 0);
    assert!(!unnamed.contains("<table"), "{unnamed}");
    assert!(shown("q=nothing-of-the-kind").contains("No project passes the filters"));
}

#[test]
fn projects_without_a_signing_are_compared_with_nothing() {
    let shown = section(&embedded::announced(), None, |props| {
        props.dataset = DatasetKey::Announced;
    });
    assert!(shown.contains("no reported signing"), "{shown}");
    assert!(shown.contains("Signed projects</button>"), "{shown}");
    assert!(!shown.contains("<table"), "{shown}");
}

#[test]
fn the_section_needs_no_style_attribute() {
    let shown = section(&embedded::signed(), None, |_| {});
    assert!(shown.contains("class=\"bullet\""), "{shown}");
    assert!(!shown.contains(" style="), "{shown}");
}
