//! A table taken apart and put together again.

use std::rc::Rc;

use inward::data::{
    AmountBound, AmountUnit, Buffer, CategoryField, ExchangeRates, FlatTable, ProjectRecord,
    ProjectTable, StatedAmount, TableBuilder, TextColumnBuilder,
};
use inward::i18n::Locale;
use inward::io::embedded;
use inward::query::{CrossFilter, Viewer, overview};
use proptest::prelude::*;

use crate::support::table;

fn rebuilt(table: ProjectTable) -> Option<ProjectTable> {
    FlatTable::from_table(table).into_table(embedded::rates())
}

#[test]
fn the_embedded_projects_are_the_same_afterwards() {
    let before = embedded::signed();
    let after = Rc::new(rebuilt((*before).clone()).expect("a table"));
    assert_eq!(after.len(), before.len());
    for row in 0..before.len() {
        assert_eq!(after.id(row), before.id(row));
        for locale in [Locale::Zh, Locale::En] {
            assert_eq!(after.name_in(row, locale), before.name_in(row, locale));
        }
        assert_eq!(after.partner(row), before.partner(row));
        assert_eq!(after.note(row), before.note(row));
        assert_eq!(after.section(row), before.section(row));
        assert_eq!(after.source(row), before.source(row));
        assert_eq!(after.accessed(row), before.accessed(row));
    }
    for field in CategoryField::ALL {
        assert_eq!(after.category(field), before.category(field));
    }
    assert_eq!(after.dates(), before.dates());
    assert_eq!(after.amounts(), before.amounts());
    assert_eq!(after.by_amount(), before.by_amount());
    let found = |table: &Rc<ProjectTable>| {
        let filter = CrossFilter::new(Rc::clone(table));
        overview(table, &filter.rows_for(Viewer::Everyone))
    };
    assert_eq!(found(&after), found(&before));
}

#[test]
fn weights_and_unknown_columns_are_kept() {
    let mut builder = TableBuilder::new(Rc::new(ExchangeRates::default()))
        .with_extra_columns(["备注".to_owned(), "Contact".to_owned()]);
    builder.push(&ProjectRecord::default());
    builder.push(&ProjectRecord {
        projects: std::num::NonZeroU32::new(12),
        extra: &["first", "second"],
        ..ProjectRecord::default()
    });
    builder.push(&ProjectRecord {
        extra: &["only"],
        ..ProjectRecord::default()
    });
    let table = rebuilt(builder.finish()).expect("a table");
    assert_eq!([0, 1, 2].map(|row| table.projects(row)), [1, 12, 1]);
    let headers: Vec<&str> = table.extra_headers().collect();
    assert_eq!(headers, ["备注", "Contact"]);
    assert_eq!(
        [0, 1, 2].map(|row| table.extra(0, row)),
        ["", "first", "only"]
    );
    assert_eq!([0, 1, 2].map(|row| table.extra(1, row)), ["", "second", ""]);
}

#[test]
fn rows_do_not_stand_for_more_projects_than_can_be_counted() {
    let mut builder = TableBuilder::new(Rc::new(ExchangeRates::default()));
    for _ in 0..3 {
        builder.push(&ProjectRecord {
            projects: std::num::NonZeroU32::new(u32::MAX - 5),
            ..ProjectRecord::default()
        });
    }
    let table = builder.finish();
    assert_eq!(
        [0, 1, 2].map(|row| table.projects(row)),
        [u32::MAX - 5, 1, 1]
    );
}

#[test]
fn a_table_is_taken_apart_alike_before_its_rows_are_in_order() {
    let builder = || {
        let mut builder = TableBuilder::new(embedded::rates());
        for value in [5.0, 0.5, 7.0, 5.0] {
            builder.push(&ProjectRecord {
                name_zh: "项目",
                amount: Some(StatedAmount {
                    value,
                    unit: AmountUnit::CNY_100M,
                    bound: AmountBound::Exact,
                }),
                ..ProjectRecord::default()
            });
        }
        builder
    };
    let mut buffers = Vec::new();
    let unordered = builder().finish_unordered();
    let head = unordered.take_apart(|buffer| buffers.push(buffer));
    assert!(FlatTable { head, buffers } == FlatTable::from_table(builder().finish()));
}

#[test]
fn what_is_no_table_is_refused() {
    let flat = || FlatTable::from_table((*table("country amount\nDE 1\nNL -")).clone());
    assert!(flat().into_table(embedded::rates()).is_some());
    for length in 0..flat().head.len() {
        let mut cut = flat();
        cut.head.truncate(length);
        assert!(cut.into_table(embedded::rates()).is_none(), "{length}");
    }
    for buffer in 0..flat().buffers.len() {
        let mut short = flat();
        short.buffers.remove(buffer);
        assert!(short.into_table(embedded::rates()).is_none(), "{buffer}");
    }
    let mut wrong = flat();
    let codes = wrong.buffers.iter_mut().find_map(|buffer| match buffer {
        Buffer::U16(codes) if codes.len() == 2 => Some(codes),
        Buffer::U8(_) | Buffer::U16(_) | Buffer::U32(_) | Buffer::F64(_) => None,
    });
    codes.expect("a column of codes")[1] = 60_000;
    assert!(wrong.into_table(embedded::rates()).is_none());
}

proptest! {
    #[test]
    fn a_text_column_gives_back_what_it_was_given(
        texts in prop::collection::vec("[a-c济]{0,2}", 0..40),
        distinct in 0_usize..3_000,
    ) {
        let numbered = (0..distinct).map(|number| number.to_string());
        let texts: Vec<String> = texts.into_iter().chain(numbered).collect();
        let mut builder = TextColumnBuilder::default();
        for text in &texts {
            builder.push(text);
        }
        let column = builder.finish();
        prop_assert_eq!(column.len(), texts.len());
        prop_assert!(column.iter().eq(texts.iter().map(String::as_str)));
    }
}

#[test]
fn a_column_that_is_added_later_is_empty_before() {
    let mut builder = TableBuilder::new(Rc::new(ExchangeRates::default()));
    builder.push(&ProjectRecord::default());
    assert_eq!(builder.add_extra_column("later"), 0);
    builder.push(&ProjectRecord {
        extra: &["text"],
        ..ProjectRecord::default()
    });
    let table = builder.finish();
    assert_eq!([table.extra(0, 0), table.extra(0, 1)], ["", "text"]);
}
