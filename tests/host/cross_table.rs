//! Two fields at once, against a count row by row.

use inward::data::CategoryField;
use inward::io::embedded;
use inward::query::{
    BucketKey, CrossFilter, FilterSet, Grouping, Totals, Viewer, cross_tabulate, summarize,
};

const FIELDS: [CategoryField; 2] = [CategoryField::Country, CategoryField::Industry];

#[test]
fn a_cell_holds_the_rows_that_have_both_values_and_no_other() {
    let table = embedded::signed();
    let rows = CrossFilter::new(table.clone()).rows_for(Viewer::Everyone);
    let cross = cross_tabulate(&table, &rows, FIELDS);
    assert!(cross.cells.is_sorted_by_key(|cell| cell.codes));
    let mut counted = 0;
    for cell in &cross.cells {
        let has =
            |row: &usize| FIELDS.map(|field| table.category(field).codes()[*row]) == cell.codes;
        let found: Vec<usize> = (0..table.len()).filter(has).collect();
        let disclosed = found
            .iter()
            .filter_map(|&row| table.amounts().get(row))
            .count();
        assert_eq!(cell.totals.projects as usize, found.len());
        assert_eq!(cell.totals.disclosed as usize, disclosed);
        counted += found.len();
    }
    assert_eq!(counted, table.len());
    assert_eq!(cross.total.projects as usize, table.len());
}

#[test]
fn rows_and_columns_add_up_to_each_field_alone() {
    let table = embedded::signed();
    let filters = FilterSet::default()
        .with_picks(CategoryField::Mode, ["investment".into()].into())
        .with_search("济南");
    let rows = CrossFilter::new(table.clone())
        .with_filters(&filters)
        .rows_for(Viewer::Everyone);
    assert!(rows.count() > 0);
    let cross = cross_tabulate(&table, &rows, FIELDS);
    for (place, field) in FIELDS.into_iter().enumerate() {
        let alone = summarize(&table, &rows, Grouping::Category(field));
        let tree = table.category(field).tree();
        for code in tree.codes().filter(|&code| tree.node(code).is_leaf()) {
            let mut together = Totals::default();
            for cell in cross.cells.iter().filter(|cell| cell.codes[place] == code) {
                together.add(&cell.totals);
            }
            let expected = alone.of(BucketKey::Category(code));
            assert_eq!(together.projects, expected.projects);
            assert_eq!(together.disclosed, expected.disclosed);
            assert!((together.amount - expected.amount).abs() < 1.0);
        }
    }
}
