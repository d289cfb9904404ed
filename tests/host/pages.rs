//! Components rendered to HTML.

use std::rc::Rc;

use inward::data::{CategoryField, Field};
use inward::i18n::Locale;
use inward::query::Picks;
use inward::state::{Action, AppState, Datasets, Findings, Preferences, ViewState, reduce};
use inward::ui::details::{ProjectDetails, ProjectDetailsProps};
use inward::ui::figures::{KeyFigures, KeyFiguresProps};
use inward::ui::filters::{Chips, ChipsProps, TreeFilter, TreeFilterProps};
use inward::ui::header::{Header, HeaderProps};
use inward::ui::shared::ByPointer;
use yew::prelude::*;

/// The page's state in a language, with picks of one field.
fn state(locale: Locale, field: CategoryField, keys: &[&str]) -> AppState {
    let datasets = Rc::new(Datasets::default());
    let picks: Picks = keys.iter().map(|&key| Rc::from(key)).collect();
    let mut view = ViewState::default();
    view.filters = view.filters.with_picks(field, picks);
    AppState::new(
        datasets,
        view,
        Preferences {
            locale,
            ..Preferences::default()
        },
        Vec::new(),
    )
}

fn findings(state: &AppState) -> Findings {
    let dataset = state.dataset();
    Findings::new(
        dataset,
        &dataset.unfiltered.with_filters(&state.view.filters),
    )
}

pub(crate) fn html<C: BaseComponent>(props: impl FnOnce() -> C::Properties) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let renderer = yew::LocalServerRenderer::<C>::with_props(props()).hydratable(false);
    runtime.block_on(renderer.render())
}

#[test]
fn the_header_names_page_dataset_and_languages() {
    let header = |locale| {
        let state = ByPointer(Rc::new(state(locale, CategoryField::Country, &[])));
        html::<Header>(move || HeaderProps {
            state: state.clone(),
            on_action: Callback::noop(),
        })
    };
    let zh = header(Locale::Zh);
    assert!(zh.contains("<h1>Inward 招商图谱</h1>"), "{zh}");
    assert!(zh.contains("已签约项目<"), "{zh}");
    assert!(zh.contains("lang=\"zh-CN\" aria-pressed=\"true\""), "{zh}");
    let en = header(Locale::En);
    assert!(en.contains("Signed projects<"), "{en}");
    assert!(en.contains("lang=\"en\" aria-pressed=\"true\""), "{en}");
}

#[test]
fn the_key_figures_show_a_sum_with_its_coverage() {
    let state = state(Locale::En, CategoryField::Country, &["DEU"]);
    let findings = ByPointer(Rc::new(findings(&state)));
    let table = ByPointer::from(&state.dataset().table);
    let shown = html::<KeyFigures>(move || KeyFiguresProps {
        findings: findings.clone(),
        table: table.clone(),
        locale: Locale::En,
        on_action: Callback::noop(),
    });
    assert!(shown.contains("21 of 53 disclosed"), "{shown}");
    assert!(shown.contains("of 347"), "{shown}");
}

#[test]
fn a_list_shows_its_values_with_counts_and_what_is_picked() {
    let state = state(Locale::En, CategoryField::Industry, &["new-energy"]);
    let findings = findings(&state);
    let field = CategoryField::Industry;
    let props = TreeFilterProps {
        field,
        tree: ByPointer::from(state.dataset().table.category(field).tree()),
        selected: ByPointer::from(findings.by(field)),
        whole: ByPointer::from(&findings.whole.by_category[field.index()]),
        picks: state.view.filters.picks(field).clone(),
        open: true,
        expanded: false,
        locale: Locale::En,
        on_action: Callback::noop(),
    };
    let shown = html::<TreeFilter>(move || props);
    assert!(shown.contains("data-key=\"manufacturing\""), "{shown}");
    assert!(shown.contains("aria-label=\"Clear Industry\""), "{shown}");
    assert!(shown.contains("Energy and environment"), "{shown}");
}

#[test]
fn chips_say_each_filter_in_words() {
    let state = state(Locale::Zh, CategoryField::Country, &["DEU", "europe"]);
    let state = reduce(&state, Action::Search("空客".into())).unwrap();
    let view = ByPointer::from(&state.view);
    let table = ByPointer::from(&state.dataset().table);
    let shown = html::<Chips>(move || ChipsProps {
        view: view.clone(),
        table: table.clone(),
        locale: Locale::Zh,
        on_action: Callback::noop(),
    });
    assert!(shown.contains("合作方国家和地区：德国"), "{shown}");
    assert!(shown.contains("合作方国家和地区：欧洲"), "{shown}");
    assert!(shown.contains("搜索：空客"), "{shown}");
    assert!(state.view.filters.is_active(Field::Search));
}

/// The details of a project of the embedded data.
fn details(id: &str, locale: Locale) -> String {
    let state = state(locale, CategoryField::Country, &[]);
    let table = ByPointer::from(&state.dataset().table);
    let row = table.row_of(id).unwrap();
    let listed = ByPointer(Rc::new((0..table.len() as u32).collect::<Vec<_>>()));
    html::<ProjectDetails>(move || ProjectDetailsProps {
        table: table.clone(),
        row,
        listed: listed.clone(),
        position: Some(row),
        narrow: false,
        locale,
        on_action: Callback::noop(),
    })
}

#[test]
fn sources_link_out_safely_and_a_copy_is_text() {
    let state = state(Locale::En, CategoryField::Country, &[]);
    let table = &state.dataset().table;
    let (mut links, mut copies) = (0, 0);
    for row in 0..table.len() {
        let shown = details(table.id(row), Locale::En);
        match shown.split("<a ").nth(1) {
            Some(link) => {
                let link = link.split('>').next().unwrap();
                assert!(link.contains("rel=\"noopener noreferrer\""), "{link}");
                assert!(link.contains("href=\"http"), "{link}");
                links += 1;
            }
            None if shown.contains("(copy on ") => copies += 1,
            None => {}
        }
    }
    assert_eq!(copies, 52);
    assert!(links > 250, "{links}");
}

#[test]
fn details_show_the_stated_amount_and_at_which_rate_it_was_converted() {
    let shown = details("jn-2004-001", Locale::En);
    let amount = "stated USD 200 million, CNY 1.66 billion at the 2004 average of 8.2768";
    assert!(shown.contains(amount), "{shown}");
    assert!(shown.contains("29 Mar 2004"), "{shown}");
    assert!(shown.contains("沃尔沃与中国重汽、一汽发动机合资框架协议"));
    let shown = details("jn-1985-001", Locale::Zh);
    assert!(shown.contains("未披露"), "{shown}");
    assert!(shown.contains("1985年（只知年份）"), "{shown}");
}
