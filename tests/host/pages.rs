//! Components rendered to HTML.

use std::rc::Rc;

use inward::data::{AmountBound, CategoryField, Field};
use inward::i18n::Locale;
use inward::query::{AmountRange, Order, Picks};
use inward::state::{
    Action, AppState, Dataset, DatasetKey, Findings, Preferences, ViewState, address, filter_words,
    reduce,
};
use inward::ui::details::{ProjectDetails, ProjectDetailsProps};
use inward::ui::figures::{FigureKey, FigureRule, FigureRuleProps, KeyFigures, KeyFiguresProps};
use inward::ui::filters::{
    Chips, ChipsProps, EmptyResult, EmptyResultProps, Range, RangeFilter, RangeFilterProps,
    TreeFilter, TreeFilterProps,
};
use inward::ui::header::{Header, HeaderProps, ShortcutList, ShortcutListProps};
use inward::ui::shared::ByPointer;
use yew::prelude::*;

use crate::support::{opened, table};

/// The page's state in a language, with picks of one field.
fn state(locale: Locale, field: CategoryField, keys: &[&str]) -> AppState {
    let picks: Picks = keys.iter().map(|&key| Rc::from(key)).collect();
    let mut view = ViewState::default();
    view.filters = view.filters.with_picks(field, picks);
    opened(
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
            on_shortcuts: Callback::noop(),
            on_open_data: Callback::noop(),
            export_progress: None,
            on_export: Callback::noop(),
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
        explain: Callback::from(|_| Html::default()),
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
        order: Order::Value,
        locale: Locale::En,
        on_action: Callback::noop(),
    };
    let shown = html::<TreeFilter>(move || props);
    assert!(shown.contains("data-key=\"manufacturing\""), "{shown}");
    assert!(shown.contains("aria-label=\"Clear Industry\""), "{shown}");
    assert!(shown.contains("Energy and environment"), "{shown}");
}

/// The list of a field, and what is picked in it.
fn tree_filter(locale: Locale, field: CategoryField, keys: &[&str], open: bool) -> String {
    let state = state(locale, field, keys);
    let findings = findings(&state);
    let props = TreeFilterProps {
        field,
        tree: ByPointer::from(state.dataset().table.category(field).tree()),
        selected: ByPointer::from(findings.by(field)),
        whole: ByPointer::from(&findings.whole.by_category[field.index()]),
        picks: state.view.filters.picks(field).clone(),
        open,
        order: Order::Value,
        locale,
        on_action: Callback::noop(),
    };
    html::<TreeFilter>(move || props)
}

#[test]
fn a_folded_list_has_no_rows_and_says_that_it_is_folded() {
    let open = tree_filter(Locale::En, CategoryField::Country, &[], true);
    assert!(open.contains("aria-expanded=\"true\""), "{open}");
    assert!(open.contains("data-key=\"DEU\""), "{open}");
    let folded = tree_filter(Locale::En, CategoryField::Country, &["DEU"], false);
    assert!(folded.contains("aria-expanded=\"false\""), "{folded}");
    assert!(!folded.contains("data-key"), "{folded}");
    // What it filters can be taken away without opening it.
    assert!(folded.contains("data-action=\"clear\""), "{folded}");
}

#[test]
fn each_value_can_be_picked_alone_and_a_list_turned_over_once_something_is_picked() {
    let zh = tree_filter(Locale::Zh, CategoryField::Country, &[], true);
    assert!(zh.contains("aria-label=\"只看“德国”\""), "{zh}");
    assert!(!zh.contains("data-action=\"invert\""), "{zh}");
    let en = tree_filter(Locale::En, CategoryField::Country, &["DEU"], true);
    assert!(en.contains("aria-label=\"Only Germany\""), "{en}");
    assert!(en.contains("aria-describedby=\"list-keys\""), "{en}");
    assert!(
        en.contains("aria-label=\"Invert Partner countries and regions\""),
        "{en}"
    );
}

#[test]
fn a_list_of_more_than_eight_values_has_a_search_of_its_own() {
    let long = tree_filter(Locale::En, CategoryField::Country, &[], true);
    assert!(long.contains("class=\"list-search\""), "{long}");
    let short = tree_filter(Locale::En, CategoryField::Stage, &[], true);
    assert!(short.contains("data-key=\"signed\""), "{short}");
    assert!(!short.contains("class=\"list-search\""), "{short}");
}

#[test]
fn amounts_are_typed_in_the_unit_of_the_language() {
    let range = |locale| {
        html::<RangeFilter>(move || RangeFilterProps {
            range: Range::Amount(AmountRange::default(), "CNY"),
            open: true,
            locale,
            on_action: Callback::noop(),
        })
    };
    let zh = range(Locale::Zh);
    assert!(zh.contains("亿元"), "{zh}");
    assert!(zh.contains("不低于"), "{zh}");
    let en = range(Locale::En);
    assert!(en.contains("CNY million"), "{en}");
    assert!(en.contains("are in no range"), "{en}");
}

#[test]
fn an_empty_result_names_the_filter_whose_removal_brings_most_back() {
    let state = state(Locale::En, CategoryField::Country, &["MAC"]);
    let state = reduce(&state, Action::Search("Airbus".into())).unwrap();
    let findings = findings(&state);
    assert_eq!(findings.selected.totals.projects, 0);
    let without = findings.without_each();
    assert_eq!(without[0].0, Field::Category(CategoryField::Country));
    let (searched, in_macao) = (without[0].1, without[1].1);
    assert!(searched > in_macao && in_macao == 1, "{without:?}");
    let findings = ByPointer(Rc::new(findings));
    let shown = html::<EmptyResult>(move || EmptyResultProps {
        findings: findings.clone(),
        locale: Locale::En,
        on_action: Callback::noop(),
    });
    let verdict = format!(
        "Most is hidden by Partner countries and regions: without it there are {searched} projects."
    );
    assert!(shown.contains(&verdict), "{shown}");
    assert!(shown.contains("Remove Search (1 project)"), "{shown}");
}

#[test]
fn an_empty_result_of_several_filters_says_that_none_alone_brings_anything_back() {
    let state = state(Locale::En, CategoryField::Country, &["MAC"]);
    let state = reduce(&state, Action::Search("no such words".into())).unwrap();
    let range = AmountRange {
        min: Some(1e15),
        max: None,
    };
    let state = reduce(&state, Action::SetAmount(range)).unwrap();
    let findings = ByPointer(Rc::new(findings(&state)));
    let shown = html::<EmptyResult>(move || EmptyResultProps {
        findings: findings.clone(),
        locale: Locale::En,
        on_action: Callback::noop(),
    });
    assert!(
        shown.contains("Removing any one filter alone brings none back."),
        "{shown}"
    );
}

/// How a figure is computed for what one country is picked.
fn rule(figure: FigureKey, country: &str, locale: Locale) -> String {
    let state = state(locale, CategoryField::Country, &[country]);
    let findings = ByPointer(Rc::new(findings(&state)));
    html::<FigureRule>(move || FigureRuleProps {
        figure,
        findings: findings.clone(),
        locale,
    })
}

#[test]
fn a_sum_says_what_it_leaves_out_and_how_firm_it_is() {
    let state = state(Locale::En, CategoryField::Country, &["DEU"]);
    let totals = findings(&state).selected.totals;
    assert_eq!(
        (totals.projects, totals.disclosed, totals.unconverted),
        (53, 21, 2)
    );
    assert!(totals.inexact > 0);
    let en = rule(FigureKey::Amount, "DEU", Locale::En);
    for sentence in [
        "The disclosed amounts of 21 of the 53 projects, added up.".to_owned(),
        "30 undisclosed, 2 stated without a rate to convert.".to_owned(),
        format!("Approximate or bounds: {} of the amounts.", totals.inexact),
        "at the average rates of the signing year".to_owned(),
    ] {
        assert!(en.contains(&sentence), "{sentence} in {en}");
    }
    let zh = rule(FigureKey::Amount, "DEU", Locale::Zh);
    assert!(zh.contains("53 个项目中，21 个有可汇总的披露金额"), "{zh}");
    assert!(
        zh.contains("30 个未披露金额，2 个有金额但无汇率可折算"),
        "{zh}"
    );
}

#[test]
fn amounts_of_several_projects_together_have_a_sum_and_no_median_and_the_rule_says_why() {
    let table = table(
        "
        country  amount  projects
        DE       10      3
        FR       4       1
    ",
    );
    let dataset = Dataset::new(DatasetKey::Signed, table);
    let findings = ByPointer(Rc::new(Findings::new(&dataset, &dataset.unfiltered)));
    let table = ByPointer::from(&dataset.table);
    let shown = {
        let findings = findings.clone();
        html::<KeyFigures>(move || KeyFiguresProps {
            findings: findings.clone(),
            table: table.clone(),
            locale: Locale::En,
            explain: Callback::from(|_| Html::default()),
            on_action: Callback::noop(),
        })
    };
    assert!(shown.contains("4 of 4 disclosed"), "{shown}");
    assert!(!shown.contains("Undisclosed"), "{shown}");
    let rule = html::<FigureRule>(move || FigureRuleProps {
        figure: FigureKey::Median,
        findings: findings.clone(),
        locale: Locale::En,
    });
    assert!(
        rule.contains("Some rows give one amount for several projects."),
        "{rule}"
    );
}

#[test]
fn the_count_of_countries_says_how_many_projects_name_none_and_which_rest_on_a_seat() {
    let en = rule(FigureKey::Countries, "DEU", Locale::En);
    let state = state(Locale::En, CategoryField::Country, &["DEU"]);
    let seats = findings(&state).selected_projects(CategoryField::CountryBasis, "company-seat");
    assert!(seats > 0);
    assert!(en.contains("left out: 0."), "{en}");
    assert!(en.contains(&format!("can leave out: {seats}.")), "{en}");
}

#[test]
fn each_figure_has_a_button_that_tells_how_it_is_computed() {
    let state = state(Locale::Zh, CategoryField::Country, &[]);
    let findings = ByPointer(Rc::new(findings(&state)));
    let table = ByPointer::from(&state.dataset().table);
    let shown = html::<KeyFigures>(move || KeyFiguresProps {
        findings: findings.clone(),
        table: table.clone(),
        locale: Locale::Zh,
        explain: Callback::from(|_| Html::default()),
        on_action: Callback::noop(),
    });
    assert_eq!(shown.matches("data-action=\"explain\"").count(), 6);
    assert!(shown.contains("aria-label=\"怎么算：中位数\""), "{shown}");
}

#[test]
fn the_largest_amount_reads_as_firm_as_its_source_states_it() {
    let state = state(Locale::En, CategoryField::Country, &[]);
    let dataset = state.dataset();
    let bound = (0..dataset.table.len())
        .find(|&row| dataset.table.amounts().bound(row) == AmountBound::AtLeast)
        .unwrap();
    let state = reduce(
        &state,
        Action::Search(dataset.table.name_in(bound, Locale::Zh).into()),
    )
    .unwrap();
    let findings = ByPointer(Rc::new(findings(&state)));
    assert_eq!(findings.selected.largest_row, Some(bound));
    let table = ByPointer::from(&state.dataset().table);
    let shown = html::<KeyFigures>(move || KeyFiguresProps {
        findings: findings.clone(),
        table: table.clone(),
        locale: Locale::En,
        explain: Callback::from(|_| Html::default()),
        on_action: Callback::noop(),
    });
    assert!(shown.contains("at least CNY"), "{shown}");
}

#[test]
fn the_list_of_shortcuts_leaves_out_keys_that_are_switched_off() {
    let list = |keys| {
        html::<ShortcutList>(move || ShortcutListProps {
            keys,
            locale: Locale::En,
            on_action: Callback::noop(),
            on_close: Callback::noop(),
        })
    };
    assert!(list(true).contains("<kbd>/</kbd>"));
    assert!(!list(false).contains("<kbd>/</kbd>"));
    assert!(list(false).contains("Single-key shortcuts"));
}

#[test]
fn what_is_searched_for_is_marked_in_the_details() {
    let shown = details_after("jn-2004-001", "volvo 沃尔沃", Locale::Zh);
    assert!(shown.contains("<mark>沃尔沃</mark>与中国重汽"), "{shown}");
    assert!(shown.contains("<mark>Volvo</mark>"), "{shown}");
}

#[test]
fn picks_of_all_but_a_few_are_one_chip_that_says_so() {
    let state = state(Locale::En, CategoryField::Country, &["DEU"]);
    let state = reduce(&state, Action::InvertPicks(CategoryField::Country)).unwrap();
    assert!(state.view.filters.picks(CategoryField::Country).len() > 3);
    let words = filter_words(&state.view.filters, &state.dataset().table, Locale::En);
    assert_eq!(words.len(), 1);
    assert_eq!(
        words[0].text,
        "Partner countries and regions: all but Germany"
    );
    let cleared = reduce(&state, words[0].remove.clone()).unwrap();
    assert!(cleared.view.filters.is_empty());
}

#[test]
fn a_period_of_whole_years_is_said_in_years() {
    let chip = |query: &str, locale| {
        let (view, _) = address::decode(query);
        let state = state(locale, CategoryField::Country, &[]);
        let words = filter_words(&view.filters, &state.dataset().table, locale);
        words[0].text.clone()
    };
    assert_eq!(chip("from=2020", Locale::En), "Signed: from 2020");
    assert_eq!(
        chip("from=2020&to=2022", Locale::Zh),
        "签约时间：2020年至2022年"
    );
    assert_eq!(
        chip("from=2020-03&to=2022", Locale::En),
        "Signed: Mar 2020 to Dec 2022"
    );
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
    details_after(id, "", locale)
}

/// The details of a project that a search found.
fn details_after(id: &str, search: &'static str, locale: Locale) -> String {
    let state = state(locale, CategoryField::Country, &[]);
    let table = ByPointer::from(&state.dataset().table);
    let row = table.row_of(id).unwrap();
    let listed = ByPointer(Rc::new((0..table.len() as u32).collect::<Vec<_>>()));
    html::<ProjectDetails>(move || ProjectDetailsProps {
        table: table.clone(),
        row,
        listed: listed.clone(),
        position: Some(row),
        search: search.into(),
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

#[test]
fn details_of_a_ledger_show_its_own_columns_and_nothing_that_it_never_states() {
    let ledger = "项目名称,签约时间,联系人\n电池基地,2025-03-18,王工\n研发中心,,\n";
    let import = inward::io::ledger::read("l.csv", ledger.as_bytes(), Default::default()).unwrap();
    let table = ByPointer(Rc::new(import.table));
    let shown = |row| {
        let table = table.clone();
        html::<ProjectDetails>(move || ProjectDetailsProps {
            table: table.clone(),
            row,
            listed: ByPointer(Rc::new(vec![0, 1])),
            position: Some(row),
            narrow: false,
            search: "".into(),
            locale: Locale::En,
            on_action: Callback::noop(),
        })
    };
    assert!(
        shown(0)
            .contains("<dt lang=\"zh-CN\">联系人</dt><dd><span lang=\"zh-CN\">王工</span></dd>"),
        "{}",
        shown(0)
    );
    // Another project states a date; none states an event or a source.
    assert!(shown(1).contains("Not stated"), "{}", shown(1));
    for name in ["Signing event", "Source", "Amount", "Partner"] {
        assert!(!shown(0).contains(&format!("<dt>{name}</dt>")), "{name}");
    }
}

#[test]
fn a_text_of_the_data_says_its_language_where_it_is_not_the_pages() {
    for (text, in_chinese, in_english) in [
        ("铃木汽车", None, Some("zh-CN")),
        ("Suzuki Motor", Some("en"), None),
        ("西门子 Siemens", None, Some("zh-CN")),
        ("2004-06", None, None),
        ("", None, None),
    ] {
        assert_eq!(Locale::Zh.foreign_tag(text), in_chinese, "{text}");
        assert_eq!(Locale::En.foreign_tag(text), in_english, "{text}");
    }
    let state = state(Locale::En, CategoryField::Country, &[]);
    let table = &state.dataset().table;
    let row = (0..table.len())
        .find(|&row| Locale::En.foreign_tag(table.source(row).title).is_some())
        .unwrap();
    let shown = details(table.id(row), Locale::En);
    assert!(shown.contains("<a lang=\"zh-CN\""), "{shown}");
}
