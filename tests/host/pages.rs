//! Components rendered to HTML.

use std::rc::Rc;

use inward::data::{CategoryField, Field};
use inward::i18n::Locale;
use inward::query::Picks;
use inward::state::{Action, AppState, Datasets, Findings, Preferences, ViewState, reduce};
use inward::ui::figures::{KeyFigures, KeyFiguresProps};
use inward::ui::filters::{Chips, ChipsProps, TreeFilter, TreeFilterProps};
use inward::ui::header::{Header, HeaderProps};
use inward::ui::projects::{ProjectList, ProjectListProps};
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
        whole: ByPointer::from(&findings.by_category_whole[field.index()]),
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

#[test]
fn sources_link_out_safely_and_a_copy_is_text() {
    let state = state(Locale::En, CategoryField::Country, &["ITA"]);
    let findings = findings(&state);
    let rows = findings
        .cross_filter()
        .rows_for(inward::query::Viewer::Everyone);
    let table = ByPointer::from(&state.dataset().table);
    let rows = ByPointer(Rc::new(rows));
    let shown = html::<ProjectList>(move || ProjectListProps {
        table: table.clone(),
        rows: rows.clone(),
        locale: Locale::En,
    });
    assert_eq!(
        shown.matches("<tr>").count(),
        5,
        "a heading and four projects: {shown}"
    );
    for link in shown.split("<a ").skip(1) {
        let link = link.split('>').next().unwrap();
        assert!(link.contains("rel=\"noopener noreferrer\""), "{link}");
        assert!(link.contains("href=\"http"), "{link}");
    }
}
