//! The reader's ledgers beside the built-in data: opened, kept, switched between, removed, linked to.

use std::rc::Rc;

use inward::chart::ChartKind;
use inward::data::CategoryField;
use inward::i18n::{Locale, Message};
use inward::query::CrossFilter;
use inward::state::{
    Action, AppState, Dataset, DatasetKey, Findings, Ledger, LedgerHome, LedgerKey, Meanwhile,
    Preferences, StoredPreferences, address, reduce,
};

use crate::support::{opened, table};

const OURS: LedgerKey = LedgerKey::drawn(0x9f3a_01c2);
const OTHERS: LedgerKey = LedgerKey::drawn(7);

fn open(query: &str) -> AppState {
    let (view, issues) = address::decode(query);
    opened(view, Preferences::default(), issues)
}

fn after(state: &AppState, action: Action) -> AppState {
    reduce(state, action).expect("something changes")
}

fn ledger(key: LedgerKey, home: LedgerHome, text: &str) -> Ledger {
    Ledger {
        key,
        name: "台账".into(),
        home,
        dataset: Some(Rc::new(Dataset::of_ledger(
            key,
            CrossFilter::new(table(text)),
            "2026-11-26",
        ))),
    }
}

const FULL: &str = "
    name  country  industry    province  city   event  signed      amount
    one   DE       new-energy  Shandong  Jinan  expo   2023-09-21  5
    two   NL       new-energy  Shandong  Jinan  -      2024        -
";

const BARE: &str = "
    name  industry
    one   new-energy
    two   -
";

fn names(state: &AppState) -> Vec<String> {
    let keys = state.datasets.keys();
    keys.map(|key| state.datasets.name(key, Locale::En))
        .collect()
}

#[test]
fn an_opened_ledger_stands_beside_the_built_in_data_and_is_looked_at() {
    let state = after(
        &open("country=DEU&measure=amount"),
        Action::OpenLedger(ledger(OURS, LedgerHome::Page, FULL)),
    );
    assert_eq!(state.view.dataset, DatasetKey::Ledger(OURS));
    assert_eq!(state.dataset().table.len(), 2);
    // Filters of other data would hide most of it.
    assert_eq!(
        address::encode(&state.view),
        "dataset=ledger-9f3a01c2&measure=amount&v=1"
    );
    assert_eq!(
        names(&state),
        ["Signed projects", "Announced, no signing reported", "台账"]
    );
    let back = after(&state, Action::ChooseDataset(DatasetKey::Signed));
    assert_eq!(back.dataset().table.len(), 347);
    assert_eq!(names(&back).len(), 3);
}

#[test]
fn a_key_survives_the_address_and_nothing_else_is_taken_for_one() {
    for key in [OURS, OTHERS, LedgerKey::SITE, LedgerKey::drawn(u32::MAX)] {
        assert_eq!(LedgerKey::parse(&key.to_string()), Some(key));
    }
    assert_ne!(LedgerKey::drawn(0), LedgerKey::SITE);
    for text in [
        "",
        "ledger-",
        "ledger-1",
        "ledger-00000000",
        "ledger-9F3A01C2",
        "ledger-+f3a01c2",
        "ledger-9f3a01c2a",
        "9f3a01c2",
    ] {
        assert_eq!(LedgerKey::parse(text), None, "{text}");
    }
}

#[test]
fn a_link_to_a_kept_ledger_waits_until_it_is_read() {
    let state = open("dataset=ledger-9f3a01c2&country=DEU&v=1");
    let awaited = state.awaited.as_ref().unwrap();
    assert_eq!(
        (awaited.view.dataset, awaited.meanwhile),
        (DatasetKey::Ledger(OURS), Meanwhile::Nothing)
    );
    // The address stays as it was opened.
    assert_eq!(
        address::encode(state.asked()),
        "dataset=ledger-9f3a01c2&country=DEU&v=1"
    );
    let state = after(
        &state,
        Action::FindLedgers(vec![Ledger {
            dataset: None,
            ..ledger(OURS, LedgerHome::Browser, FULL)
        }]),
    );
    assert!(state.awaited.is_some());
    let state = after(
        &state,
        Action::OpenLedger(ledger(OURS, LedgerHome::Browser, FULL)),
    );
    assert_eq!(state.awaited, None);
    assert_eq!(
        address::encode(&state.view),
        "dataset=ledger-9f3a01c2&country=DEU&v=1"
    );
    assert_eq!(state.notices, []);
}

#[test]
fn what_a_link_picks_is_held_against_the_ledger_once_it_is_read() {
    let state = open("dataset=ledger-9f3a01c2&country=FRA&project=9&utm=1&v=1");
    assert_eq!(state.notices, []);
    let state = after(
        &state,
        Action::OpenLedger(ledger(OURS, LedgerHome::Browser, FULL)),
    );
    let told: Vec<String> = state
        .notices
        .iter()
        .map(|notice| notice.message.text(Locale::En).into_owned())
        .collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told.iter().any(|text| text.contains("country=FRA")));
    assert!(state.view.filters.is_empty());
}

#[test]
fn a_link_to_a_ledger_of_another_browser_is_reported_and_ignored() {
    let state = open("dataset=ledger-00000007&country=DEU&v=1");
    let state = after(&state, Action::MissLedger(OTHERS, Message::LedgerNotHere));
    assert_eq!(state.awaited, None);
    assert_eq!(address::encode(state.asked()), "");
    assert_eq!(state.dataset().key, DatasetKey::Signed);
    assert_eq!(state.notices.len(), 1);
}

#[test]
fn going_back_to_a_ledger_that_is_not_read_keeps_the_screen_until_it_is() {
    let state = open("country=DEU&v=1");
    let (view, issues) = address::decode("dataset=ledger-9f3a01c2&v=1");
    let state = after(&state, Action::FollowAddress(Box::new(view), issues));
    assert_eq!(address::encode(&state.view), "country=DEU&v=1");
    assert_eq!(
        state.awaited.as_ref().unwrap().meanwhile,
        Meanwhile::LastView
    );
    // Another choice in the meantime is the one that counts.
    let state = after(&state, Action::ChooseDataset(DatasetKey::Announced));
    assert_eq!(state.awaited, None);
    let read = after(
        &state,
        Action::FindLedgers(vec![ledger(OURS, LedgerHome::Browser, FULL)]),
    );
    assert_eq!(read.view.dataset, DatasetKey::Announced);
}

#[test]
fn a_ledger_in_the_place_of_an_earlier_one_keeps_the_filters_that_still_pick_something() {
    let state = after(
        &open(""),
        Action::OpenLedger(ledger(OURS, LedgerHome::Browser, FULL)),
    );
    let (view, _) = address::decode("dataset=ledger-9f3a01c2&country=DEU&event=expo&v=1");
    let state = after(&state, Action::FollowAddress(Box::new(view), Vec::new()));
    let newer = "
        name  country
        one   DE
        two   DE
    ";
    let state = after(
        &state,
        Action::OpenLedger(ledger(OURS, LedgerHome::Browser, newer)),
    );
    assert_eq!(
        address::encode(&state.view),
        "dataset=ledger-9f3a01c2&country=DEU&v=1"
    );
    assert_eq!(state.notices.len(), 1);
    assert_eq!(state.datasets.ledgers().len(), 1);
}

#[test]
fn the_page_opens_next_time_on_a_ledger_that_stays_and_on_no_other() {
    let remembered = |state: &AppState| {
        let stored = StoredPreferences::from(state.preferences);
        StoredPreferences::read(&stored.written())
            .recognise(Preferences::default())
            .0
            .dataset
    };
    let state = after(
        &open(""),
        Action::OpenLedger(ledger(OURS, LedgerHome::Page, FULL)),
    );
    assert_eq!(remembered(&state), None);
    let kept = after(&state, Action::MoveLedger(OURS, LedgerHome::Browser));
    assert_eq!(remembered(&kept), Some(DatasetKey::Ledger(OURS)));
    let elsewhere = after(&kept, Action::ChooseDataset(DatasetKey::Announced));
    assert_eq!(remembered(&elsewhere), Some(DatasetKey::Announced));
    let back = after(&elsewhere, Action::ChooseDataset(DatasetKey::Ledger(OURS)));
    let removed = after(&back, Action::RemoveLedger(OURS));
    assert_eq!(remembered(&removed), None);
    assert_eq!(removed.view.dataset, DatasetKey::Signed);
    assert_eq!(removed.datasets.ledgers(), []);
}

#[test]
fn ledgers_are_renamed_and_several_are_switched_between() {
    let state = after(
        &open(""),
        Action::OpenLedger(ledger(OURS, LedgerHome::Browser, FULL)),
    );
    let state = after(
        &state,
        Action::OpenLedger(ledger(OTHERS, LedgerHome::Page, BARE)),
    );
    let state = after(&state, Action::RenameLedger(OURS, "2026".into()));
    assert_eq!(names(&state)[2..], ["2026", "台账"]);
    assert_eq!(
        reduce(&state, Action::RenameLedger(OURS, "2026".into())),
        None
    );
    let state = after(&state, Action::ChooseDataset(DatasetKey::Ledger(OURS)));
    assert_eq!(state.dataset().table.len(), 2);
    let removed = after(&state, Action::RemoveLedger(OTHERS));
    assert_eq!(removed.view.dataset, DatasetKey::Ledger(OURS));
}

#[test]
fn what_a_ledger_does_not_state_is_not_shown_of_it() {
    let full = ledger(OURS, LedgerHome::Page, FULL).dataset.unwrap();
    let bare = ledger(OURS, LedgerHome::Page, BARE).dataset.unwrap();
    let shown = |dataset: &Dataset| -> Vec<ChartKind> {
        let kinds = ChartKind::ALL.into_iter();
        kinds.filter(|&kind| dataset.shows(kind)).collect()
    };
    assert_eq!(shown(&bare), [ChartKind::Industries, ChartKind::Sectors]);
    assert!(bare.states(CategoryField::Industry));
    assert!(!bare.states(CategoryField::Event));
    // A zone's key figures are not the ledger's.
    assert!(!shown(&full).contains(&ChartKind::Calendar));
    assert_eq!(shown(&full).len(), ChartKind::ALL.len() - 1);
    let built_in = open("");
    assert_eq!(shown(built_in.dataset()).len(), ChartKind::ALL.len());
}

#[test]
fn charts_and_figures_of_a_ledger_say_whose_data_it_is() {
    let state = after(
        &open(""),
        Action::OpenLedger(ledger(OURS, LedgerHome::Page, FULL)),
    );
    let credit = state.datasets.credit(state.dataset(), Locale::En);
    assert_eq!(credit, "Data: 台账, opened 2026-11-26; made with Inward");
    let findings = Findings::new(state.dataset(), &state.dataset().unfiltered);
    assert_eq!(findings.selected.totals.projects, 2);
}

#[test]
fn the_page_opens_on_the_data_of_its_host_unless_the_reader_asked_for_other_data() {
    let site = DatasetKey::Ledger(LedgerKey::SITE);
    let found = Action::FindSiteLedger { opens_bare: true };
    let state = after(&open(""), found.clone());
    assert_eq!(state.asked().dataset, site);
    assert_eq!(names(&state)[2], "This site's data");
    let state = after(
        &state,
        Action::OpenLedger(ledger(LedgerKey::SITE, LedgerHome::Site, FULL)),
    );
    assert_eq!(address::encode(&state.view), "dataset=site&v=1");

    let link = after(
        &open("country=DEU"),
        Action::FindSiteLedger { opens_bare: false },
    );
    assert_eq!(link.asked().dataset, DatasetKey::Signed);
    assert_eq!(names(&link).len(), 3);
    let chosen = after(&state, Action::ChooseDataset(DatasetKey::Signed));
    let (view, issues) = address::decode("");
    let again = opened(view, chosen.preferences, issues);
    assert_eq!(after(&again, found).asked().dataset, DatasetKey::Signed);
}
