//! What a reader does, and what the page finds.

use std::rc::Rc;

use inward::data::CategoryField::{self, Country, Industry};
use inward::data::{Field, Month};
use inward::i18n::{Locale, Message};
use inward::query::{
    AmountRange, BucketKey, Measure, Order, Period, SortDirection, TableColumn, TableSort, Totals,
};
use inward::state::{
    Action, AppState, DatasetKey, Datasets, Findings, PickMode, PreferenceIssue, Preferences,
    ShownColumns, StoredPreferences, address, reduce,
};

use crate::support::{built_in, opened};

struct Session {
    state: AppState,
    findings: Findings,
}

impl Session {
    fn open(query: &str) -> Self {
        let (view, issues) = address::decode(query);
        let state = opened(view, Preferences::default(), issues);
        let dataset = state.dataset();
        let findings = Findings::new(
            dataset,
            &dataset.unfiltered.with_filters(&state.view.filters),
        );
        Self { state, findings }
    }

    fn after(self, action: Action) -> Self {
        let state = reduce(&self.state, action).expect("something changes");
        let before = self.findings.cross_filter();
        let findings = Findings::after(before, state.dataset(), &state.view.filters, None);
        Self { state, findings }
    }

    fn pick(self, field: CategoryField, key: &str, mode: PickMode) -> Self {
        self.after(Action::PickCategory {
            field,
            key: key.into(),
            mode,
        })
    }

    fn totals(&self, field: CategoryField, key: &str) -> Totals {
        let code = self
            .state
            .dataset()
            .table
            .category(field)
            .tree()
            .code(key)
            .expect("known");
        self.findings.by(field).of(BucketKey::Category(code))
    }

    fn projects(&self) -> u32 {
        self.findings.selected.totals.projects
    }

    fn picks(&self, field: CategoryField) -> Vec<String> {
        self.state
            .view
            .filters
            .picks(field)
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    /// A link to this view, opened by somebody else, finds the same.
    fn check_link(&self) {
        let cold = Self::open(&address::encode(&self.state.view));
        assert_eq!(cold.state.notices, []);
        assert_eq!(*cold.state.view, *self.state.view);
        assert_eq!(cold.findings.selected, self.findings.selected);
        assert_eq!(
            CategoryField::ALL.map(|field| cold.findings.by(field)),
            CategoryField::ALL.map(|field| self.findings.by(field))
        );
        assert_eq!(cold.findings.timeline(), self.findings.timeline());
    }
}

#[test]
fn the_page_opens_on_the_signed_projects() {
    let session = Session::open("");
    assert_eq!(session.projects(), 347);
    let totals = session.totals(Country, "DEU");
    assert_eq!(
        (totals.projects, totals.projects - totals.undisclosed()),
        (53, 23)
    );
    session.check_link();
}

#[test]
fn picking_germany_narrows_industries_and_leaves_other_countries() {
    let before = Session::open("");
    let cars = before.totals(Industry, "automotive").projects;
    let countries = Rc::clone(before.findings.by(Country));
    let after = before.pick(Country, "DEU", PickMode::Toggle);
    assert_eq!(after.projects(), 53);
    assert!(Rc::ptr_eq(&countries, after.findings.by(Country)));
    assert_eq!(after.totals(Country, "NLD").projects, 5);
    assert!(after.totals(Industry, "automotive").projects < cars);
    assert_eq!(after.findings.whole.overview.totals.projects, 347);
    after.check_link();
}

#[test]
fn picks_of_one_field_add_up_and_a_plain_click_replaces_them() {
    let session = Session::open("")
        .pick(Country, "DEU", PickMode::Toggle)
        .pick(Country, "NLD", PickMode::Add);
    assert_eq!(session.projects(), 58);
    session.check_link();
    let session = session.pick(Country, "FRA", PickMode::Toggle);
    assert_eq!(session.picks(Country), ["FRA"]);
    let session = session.pick(Country, "FRA", PickMode::Toggle);
    assert_eq!(session.projects(), 347);
}

#[test]
fn a_period_narrows_all_but_the_timeline_and_clearing_brings_all_back() {
    let session = Session::open("");
    let timeline = Rc::clone(session.findings.timeline());
    let period = Period {
        first: Some(Month::new(2020, 12)),
        last: Some(Month::new(2020, 1)),
    };
    let session = session.after(Action::SetPeriod(period));
    assert_eq!(session.projects(), 39);
    assert!(Rc::ptr_eq(&timeline, session.findings.timeline()));
    session.check_link();
    let session = session.after(Action::Search("济南".into()));
    assert!(session.projects() < 39);
    session.check_link();
    let session = session
        .after(Action::ClearField(Field::Period))
        .after(Action::ClearFilters);
    assert_eq!(session.projects(), 347);
    assert_eq!(address::encode(&session.state.view), "");
}

#[test]
fn a_picked_year_is_toggled_and_a_second_one_spans_both() {
    let year = |year: i32| Period::between(Month::new(year, 1), Month::new(year, 12));
    let pick = |session: Session, period: Period, mode: PickMode| {
        session.after(Action::PickPeriod { period, mode })
    };
    let session = pick(Session::open(""), year(2020), PickMode::Toggle);
    assert_eq!(session.projects(), 39);
    let session = pick(session, year(2018), PickMode::Add);
    let from_2018 = Period::between(Month::new(2018, 1), Month::new(2020, 12));
    assert_eq!(session.state.view.filters.period, from_2018);
    assert_eq!(session.projects(), 15 + 27 + 39);
    let session = pick(session, year(2019), PickMode::Toggle);
    assert_eq!(session.projects(), 27);
    let session = pick(session, year(2019), PickMode::Toggle);
    assert_eq!(session.projects(), 347);
}

#[test]
fn the_reducer_says_when_nothing_changes() {
    let state = Session::open("").state;
    for action in [
        Action::ClearFilters,
        Action::Search("  ".into()),
        Action::ChooseMeasure(Measure::Projects),
        Action::ChooseDataset(DatasetKey::Signed),
        Action::ChooseLocale(Locale::Zh),
        Action::DismissNotice(7),
        Action::FollowAddress(Box::default(), vec![]),
        Action::SortTable(TableSort::default()),
        Action::OpenProject(None),
        Action::OpenProject(Some("no-such".into())),
        Action::OnlyLikeProject("no-such".into()),
        Action::Unpick {
            field: Country,
            key: "DEU".into(),
        },
        Action::PickCategory {
            field: Country,
            key: "XXX".into(),
            mode: PickMode::Add,
        },
    ] {
        assert!(reduce(&state, action.clone()).is_none(), "{action:?}");
    }
}

#[test]
fn another_dataset_drops_what_it_does_not_know_and_says_so() {
    let session =
        Session::open("country=DEU,BRA").after(Action::ChooseDataset(DatasetKey::Announced));
    assert_eq!(session.picks(Country), ["DEU"]);
    assert_eq!(session.projects(), 28);
    assert!(matches!(
        session.state.notices[0].message,
        Message::PickNotInDataset { .. }
    ));
    session.check_link();
}

#[test]
fn an_unknown_code_in_a_link_is_dropped_reported_and_dismissed() {
    let session = Session::open("country=XXX,DEU");
    assert_eq!(session.projects(), 53);
    let notice = session.state.notices[0].clone();
    assert_eq!(
        notice.message,
        Message::AddressCodeUnknown {
            part: "country=XXX".into()
        }
    );
    assert_eq!(
        session
            .after(Action::DismissNotice(notice.id))
            .state
            .notices,
        []
    );
}

#[test]
fn an_address_full_of_unknown_parts_gives_a_handful_of_notices() {
    let query: Vec<String> = (0..500).map(|number| format!("x{number}=1")).collect();
    assert_eq!(Session::open(&query.join("&")).state.notices.len(), 5);
}

#[test]
fn stored_preferences_that_the_page_does_not_know_are_reported() {
    let stored = StoredPreferences {
        locale: "tlh".into(),
        theme: "dark".into(),
        columns: "amount,colour,name".into(),
        dataset: "secret".into(),
        ..StoredPreferences::default()
    };
    let (preferences, issues) = stored.recognise(Preferences {
        locale: Locale::En,
        ..Preferences::default()
    });
    assert_eq!(
        (preferences.locale, preferences.theme.key()),
        (Locale::En, "dark")
    );
    let columns: Vec<TableColumn> = preferences.columns.iter().collect();
    assert_eq!(columns, [TableColumn::Name, TableColumn::Amount]);
    // Nobody chose it by hand, so nothing is said.
    assert_eq!(preferences.dataset, None);
    assert_eq!(
        issues,
        [
            PreferenceIssue::UnknownLocale("tlh".into()),
            PreferenceIssue::UnknownColumn("colour".into())
        ]
    );
}

#[test]
fn an_open_project_and_the_order_of_the_table_are_part_of_the_link() {
    let sort = TableSort {
        column: TableColumn::Amount,
        direction: SortDirection::Descending,
    };
    let session = Session::open("country=SWE")
        .after(Action::SortTable(sort))
        .after(Action::OpenProject(Some("jn-2004-001".into())));
    assert_eq!(
        address::encode(&session.state.view),
        "country=SWE&sort=amount-desc&project=jn-2004-001&v=1"
    );
    session.check_link();
    let session = session.after(Action::OpenProject(None));
    assert_eq!(
        address::encode(&session.state.view),
        "country=SWE&sort=amount-desc&v=1"
    );
}

#[test]
fn an_unknown_project_in_a_link_is_reported_and_ignored() {
    let session = Session::open("project=xx-1&country=DEU");
    assert_eq!(session.state.view.open_project, None);
    assert_eq!(
        session.state.notices[0].message,
        Message::AddressCodeUnknown {
            part: "project=xx-1".into()
        }
    );
}

#[test]
fn another_dataset_closes_the_project_that_it_does_not_have() {
    let session =
        Session::open("project=jn-2004-001").after(Action::ChooseDataset(DatasetKey::Announced));
    assert_eq!(session.state.view.open_project, None);
    assert_eq!(session.state.notices, []);
}

#[test]
fn the_page_opens_on_every_figure_and_without_the_texts_of_single_projects() {
    let (view, issues) = address::decode("country=DEU&project=jn-2004-001");
    let opening = AppState::new(
        Rc::new(Datasets::default()),
        view,
        Preferences::default(),
        issues,
    );
    let (first, whole) = (opening.dataset(), Session::open("").state.dataset().clone());
    assert!(!first.is_whole && whole.is_whole);
    assert_eq!(first.whole.overview, whole.whole.overview);
    assert_eq!(first.compiled_on, whole.compiled_on);
    let row = first.table.row_of("jn-2004-001").expect("the project");
    assert_eq!(first.table.source(row).url, "");
    // What was asked for stays when the rest arrives.
    let state = reduce(&opening, Action::ReadBuiltIn(built_in())).expect("the rest");
    assert_eq!(state.view, opening.view);
    assert!(state.dataset().table.source(row).link().is_some());
    assert_eq!(state.notices, []);
}

#[test]
fn a_link_to_announced_projects_waits_for_them() {
    let (view, issues) = address::decode("dataset=announced&country=DEU,XXX");
    let opening = AppState::new(
        Rc::new(Datasets::default()),
        view,
        Preferences::default(),
        issues,
    );
    assert!(opening.awaited.is_some());
    assert_eq!(opening.notices, []);
    let state = reduce(&opening, Action::ReadBuiltIn(built_in())).expect("the rest");
    assert_eq!(state.dataset().key, DatasetKey::Announced);
    assert_eq!(
        address::encode(&state.view),
        "dataset=announced&country=DEU&v=1"
    );
    assert_eq!(state.notices.len(), 1);
    assert_eq!(state.awaited, None);
}

#[test]
fn only_projects_like_one_are_of_its_country_industry_and_event_whatever_was_filtered_before() {
    let session = Session::open("project=jn-2004-001&q=Volvo&from=2004&to=2004&sort=name-asc")
        .after(Action::OnlyLikeProject("jn-2004-001".into()));
    // The project was signed at no event, which is no likeness.
    assert_eq!(
        address::encode(&session.state.view),
        "country=SWE&industry=automotive&sort=name-asc&v=1"
    );
    assert!(session.projects() >= 1);
    session.check_link();
}

#[test]
fn a_column_is_hidden_and_shown_again_and_the_last_one_stays() {
    let state = |session: &Session| session.state.preferences.columns;
    let session = Session::open("").after(Action::ToggleColumn(TableColumn::Partner));
    assert!(!state(&session).contains(TableColumn::Partner));
    let session = session.after(Action::ToggleColumn(TableColumn::Partner));
    assert_eq!(state(&session), ShownColumns::default());
    let (only, _) = ShownColumns::recognise("amount");
    let only = only.expect("a column");
    assert_eq!(only.toggled(TableColumn::Amount), only);
    assert_eq!(ShownColumns::recognise(&only.keys()).0, Some(only));
    assert_eq!(ShownColumns::recognise("").0, None);
}

#[test]
fn only_this_takes_the_place_of_all_other_picks_and_stays() {
    let session = Session::open("country=europe,JPN").pick(Country, "NLD", PickMode::Only);
    assert_eq!(session.picks(Country), ["NLD"]);
    let again = Action::PickCategory {
        field: Country,
        key: "NLD".into(),
        mode: PickMode::Only,
    };
    assert!(reduce(&session.state, again).is_none());
    session.check_link();
}

#[test]
fn picks_turned_over_leave_the_other_projects_and_turned_again_the_same() {
    let session = Session::open("country=DEU").after(Action::InvertPicks(Country));
    assert_eq!(session.projects(), 347 - 53);
    // Regions without Germany are picked as a whole.
    assert!(!session.picks(Country).contains(&"europe".to_owned()));
    assert!(session.picks(Country).contains(&"FRA".to_owned()));
    assert!(session.picks(Country).len() < 34);
    session.check_link();
    let session = session.after(Action::InvertPicks(Country));
    assert_eq!(session.picks(Country), ["DEU"]);
}

#[test]
fn nothing_and_everything_picked_turn_over_to_no_filter() {
    let open = Session::open("").state;
    let all = Session::open("").after(Action::InvertPicks(CategoryField::Stage));
    assert_eq!(all.projects(), 347);
    let none = all.after(Action::InvertPicks(CategoryField::Stage));
    assert_eq!(none.state.view, open.view);
}

#[test]
fn a_range_of_amounts_is_set_as_it_is_and_leaves_out_what_states_none() {
    let range = AmountRange {
        min: Some(1e9),
        max: Some(2e9),
    };
    let session = Session::open("").after(Action::SetAmount(range));
    assert_eq!(
        session.projects(),
        session.findings.selected.totals.disclosed
    );
    assert!(reduce(&session.state, Action::SetAmount(range)).is_none());
    assert_eq!(
        address::encode(&session.state.view),
        "amount-from=10&amount-to=20&v=1"
    );
    session.check_link();
}

#[test]
fn sections_order_and_keys_are_kept_with_the_preferences() {
    let session = Session::open("")
        .after(Action::FoldSection(Field::Category(Country)))
        .after(Action::FoldSection(Field::Category(CategoryField::Mode)))
        .after(Action::OrderLists(Order::Name))
        .after(Action::AllowKeys(false));
    let preferences = session.state.preferences;
    assert!(!preferences.sections.contains(Field::Category(Country)));
    assert!(preferences.sections.contains(Field::Period));
    let stored = StoredPreferences::from(preferences);
    assert_eq!(
        (&*stored.sections, &*stored.list_order, &*stored.keys),
        ("country,mode", "name", "off")
    );
    let read = StoredPreferences::read(&format!("later=x&{}&", stored.clone().written()));
    assert_eq!(read, stored);
    assert_eq!(
        read.recognise(Preferences::default()),
        (preferences, vec![])
    );
    // What an earlier version of the page stored says nothing of them.
    let (before, issues) = StoredPreferences::default().recognise(Preferences::default());
    assert_eq!((before, issues), (Preferences::default(), vec![]));
    assert!(before.keys);
}

#[test]
fn german_advanced_equipment_in_jinan_since_2020_is_one_view() {
    let session = Session::open("")
        .pick(Country, "DEU", PickMode::Add)
        .pick(Industry, "advanced-equipment", PickMode::Add)
        .pick(CategoryField::Place, "shandong/jinan", PickMode::Add)
        .after(Action::SetPeriod(Period {
            first: Some(Month::new(2020, 1)),
            last: None,
        }));
    let totals = session.findings.selected.totals;
    assert!(totals.projects > 0, "{totals:?}");
    assert_eq!(
        totals.projects,
        totals.disclosed + totals.unconverted + totals.undisclosed()
    );
    session.check_link();
}
