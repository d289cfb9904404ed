//! The dialogs around a reader's ledger, rendered to HTML, and the steps between them.

use std::rc::Rc;

use inward::i18n::Locale;
use inward::i18n::ledger::ImportError;
use inward::io::ledger::{Choices, Import, Progress, read};
use inward::state::{Ledger, LedgerHome, LedgerKey};
use inward::ui::ledgers::desk::{Desk, DeskEvent, ReadLedger, Refusal, Screen};
use inward::ui::ledgers::{
    Check, CheckProps, KeptLedgers, KeptLedgersProps, ListedLedger, ReceiptView, ReceiptViewProps,
};
use inward::ui::shared::ByPointer;
use yew::prelude::*;

use crate::pages::html;

const LEDGER: &str = "某区台账\n\
    项目名称,国别（地区）,投资总额（万元）,签约时间,联系人\n\
    电池基地,德国,52000,2025-03-18,王工\n\
    研发中心,西德意志,未披露,2025-06-31,<script>alert(1)</script>\n\
    合计,,52000,,\n";

fn import() -> Import {
    read("台账.csv", LEDGER.as_bytes(), Choices::default()).unwrap()
}

fn check(locale: Locale, busy: bool) -> String {
    html::<Check>(move || CheckProps {
        report: ByPointer(Rc::new(import().report)),
        choices: Choices::default(),
        name: "台账".into(),
        home: LedgerHome::Page,
        busy,
        locale,
        on_choices: Callback::noop(),
        on_receipt: Callback::noop(),
        on_show: Callback::noop(),
        on_other: Callback::noop(),
    })
}

#[test]
fn the_check_shows_how_the_file_was_read_and_what_its_columns_hold() {
    let shown = check(Locale::En, false);
    for words in [
        "3 rows read, 2 kept as projects, 1 with something doubtful",
        "<option selected=\"selected\">UTF-8</option>",
        "<option selected=\"selected\">Comma</option>",
        "aria-label=\"Holds: 投资总额（万元）\"",
        "<option selected=\"selected\">Amount</option>",
        "aria-label=\"Unit: 投资总额（万元）\"",
        "<option selected=\"selected\">Something else (kept in the details)</option>",
        "电池基地 · 研发中心",
        "Show 2 projects",
    ] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    assert!(!shown.contains("<script>"), "text is only ever text");
    let busy = check(Locale::Zh, true);
    assert!(busy.contains("aria-busy=\"true\""), "{busy}");
    assert!(busy.contains("disabled"), "{busy}");
    assert!(busy.contains("读取 3 行，得到 2 个项目"), "{busy}");
}

#[test]
fn the_receipt_groups_what_is_doubtful_and_says_what_was_done() {
    let shown = html::<ReceiptView>(|| ReceiptViewProps {
        report: ByPointer(Rc::new(import().report)),
        locale: Locale::En,
        on_download: Callback::noop(),
    });
    for words in [
        "Country or region not recognised",
        "<td lang=\"zh-CN\">西德意志</td>",
        "<td lang=\"zh-CN\">国别（地区）</td>",
        "Date that cannot be read",
        "<td>2025-06-31</td>",
        "Counted as undated; the text is kept in the details",
        "Total or subtotal",
        "Download the sheet with comments",
    ] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
}

#[test]
fn the_list_of_ledgers_says_where_each_lives_and_offers_what_can_be_done() {
    let listed = |home| ListedLedger {
        ledger: Ledger {
            key: LedgerKey::drawn(home as u32 + 1),
            name: "台账".into(),
            home,
            dataset: None,
        },
        projects: 1_234,
        opened_on: "2026-11-26".into(),
        has_receipt: false,
    };
    let shown = html::<KeptLedgers>(move || KeptLedgersProps {
        ledgers: vec![listed(LedgerHome::Page), listed(LedgerHome::Browser)],
        locale: Locale::Zh,
        on_command: Callback::noop(),
    });
    assert!(shown.contains("1,234 个项目 · 打开于 2026-11-26 · 关闭页面后即消失"));
    assert!(shown.contains("保留在此浏览器中"));
    assert_eq!(shown.matches("data-action=\"keep\"").count(), 1, "{shown}");
    assert_eq!(shown.matches("aria-label=\"移除：台账\"").count(), 2);
}

#[test]
fn what_was_read_stays_in_sight_while_it_is_read_another_way() {
    let desk = Desk::default().after(DeskEvent::Asked);
    assert_eq!(desk.screen, Screen::Choose);
    let desk = desk.after(DeskEvent::Given(Vec::new()));
    assert_eq!(desk.screen, Screen::Choose, "nothing was given");
    let desk = desk.after(DeskEvent::Read(Rc::new(ReadLedger::new(import()))));
    assert!(matches!(desk.screen, Screen::Check(_)));
    let again = desk.after(DeskEvent::ReadingAgain);
    let again = again.after(DeskEvent::Progressed(Progress { bytes: 1, rows: 1 }));
    assert!(matches!(again.screen, Screen::Check(_)));
    assert!(again.progress.is_some());
    let refused = again.after(DeskEvent::Refused(Refusal::File(ImportError::Empty)));
    assert!(matches!(refused.screen, Screen::Refused(_)));
    assert_eq!(refused.after(DeskEvent::Closed), Desk::default());
}

#[test]
fn another_file_takes_the_place_of_the_ledger_that_was_chosen_and_of_no_other_later() {
    let key = LedgerKey::drawn(5);
    let desk = Desk::default()
        .after(DeskEvent::Asked)
        .after(DeskEvent::Replacing(Some(key)));
    assert_eq!(desk.replaces, Some(key));
    let later = desk.after(DeskEvent::Closed).after(DeskEvent::Asked);
    assert_eq!(later.replaces, None);
}
