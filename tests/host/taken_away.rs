//! The listed projects as files, and back again.

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use inward::data::{CategoryField, ProjectTable};
use inward::i18n::Locale;
use inward::i18n::ledger::LedgerColumn;
use inward::io::cell_stream::CellWriter;
use inward::io::embedded;
use inward::io::export_rows::{
    About, CsvWriter, ExportedColumns, begin_workbook, columns, end_workbook, write_rows,
};
use inward::io::ledger::{Choices, read};
use inward::io::template;
use inward::io::workbook::WorkbookWriter;
use inward::query::TableColumn;
use std::io::Cursor;

fn csv(table: &ProjectTable, rows: &[u32], which: &ExportedColumns, locale: Locale) -> String {
    let columns = columns(table, which);
    let mut csv = CsvWriter::new(table, &columns, locale);
    write_rows(&mut csv, table, rows, &columns, locale);
    csv.take()
}

/// A workbook whose cells arrive in pieces that end anywhere.
fn workbook_of(cells: &[u8]) -> Vec<u8> {
    let mut workbook = WorkbookWriter::default();
    for piece in cells.chunks(1_000) {
        workbook.write(piece).unwrap();
    }
    workbook.finish().unwrap()
}

fn xlsx(table: &ProjectTable, rows: &[u32], about: &About, locale: Locale) -> Vec<u8> {
    let columns = columns(table, &ExportedColumns::All);
    let mut cells = CellWriter::default();
    begin_workbook(&mut cells, table, &columns, locale);
    write_rows(&mut cells, table, rows, &columns, locale);
    end_workbook(&mut cells, about, table, rows, locale);
    workbook_of(&cells.take())
}

fn every_row(table: &ProjectTable) -> Vec<u32> {
    (0..table.len() as u32).collect()
}

/// What is on the screen of a row, in both languages, and what filters go by.
fn facts(table: &ProjectTable, row: usize) -> Vec<String> {
    let amount = table.amounts().stated(row);
    let source = table.source(row);
    let mut facts = vec![
        table.id(row).to_owned(),
        table.name_in(row, Locale::Zh).to_owned(),
        table.name_in(row, Locale::En).to_owned(),
        table.partner(row).to_owned(),
        table.section(row).to_owned(),
        format!("{:?}", table.dates().get(row)),
        format!("{amount:?} {:?}", table.amounts().get(row)),
        format!("{} {} {:?}", source.title, source.url, source.kind),
        table.accessed(row).to_owned(),
        table.note(row).to_owned(),
    ];
    for field in CategoryField::ALL {
        let node = table.category(field).node(row);
        // An event's key is its table's own, and a ledger states its name in one language.
        if field != CategoryField::Event {
            facts.push(node.key.to_string());
        }
    }
    facts
}

fn check_read_back(table: &ProjectTable, file_name: &str, bytes: &[u8], locale: Locale) {
    let import = read(file_name, bytes, Choices::default()).unwrap();
    assert_eq!(import.report.receipt.issues, [], "{file_name}");
    assert_eq!(import.table.len(), table.len());
    let event = |table: &ProjectTable, row| {
        let node = table.category(CategoryField::Event).node(row);
        node.name.get(locale).to_string()
    };
    for row in 0..table.len() {
        assert_eq!(facts(&import.table, row), facts(table, row), "{file_name}");
        assert_eq!(event(&import.table, row), event(table, row));
    }
}

#[test]
fn what_is_taken_away_opens_again_as_it_was() {
    for table in [embedded::signed(), embedded::announced()] {
        let rows = every_row(&table);
        for locale in Locale::ALL {
            let text = csv(&table, &rows, &ExportedColumns::All, locale);
            check_read_back(&table, "export.csv", text.as_bytes(), locale);
            let workbook = xlsx(&table, &rows, &About::default(), locale);
            check_read_back(&table, "export.xlsx", &workbook, locale);
        }
    }
}

#[test]
fn exactly_the_given_rows_are_taken_in_their_order_and_with_the_columns_shown() {
    let table = embedded::signed();
    let shown = ExportedColumns::Shown(vec![TableColumn::Name, TableColumn::Signed]);
    let text = csv(&table, &[5, 2], &shown, Locale::En);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "\u{feff}Project name,Signed on");
    assert_eq!(lines.len(), 3);
    for (line, row) in lines[1..].iter().zip([5, 2]) {
        assert!(line.contains(table.name(row, Locale::En)), "{line}");
    }
    let with_amount = ExportedColumns::Shown(vec![TableColumn::Amount]);
    let text = csv(&table, &[1], &with_amount, Locale::Zh);
    assert_eq!(
        text.lines().collect::<Vec<_>>(),
        [
            "\u{feff}投资额,金额单位,金额口径,折合金额（亿元）",
            "200,百万美元,,16.5536"
        ]
    );
}

/// A ledger of one row whose name, note and amount begin like formulas.
const HOSTILE: &str = "项目名称,备注,投资额（万元）,自定义\n\
    \"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",\"@SUM(A1),\t-\",-5,+1\n";

#[test]
fn text_that_looks_like_a_formula_is_guarded_in_csv_and_numbers_are_not() {
    let import = read("h.csv", HOSTILE.as_bytes(), Choices::default()).unwrap();
    let text = csv(&import.table, &[0], &ExportedColumns::All, Locale::Zh);
    let line = text.lines().nth(1).unwrap();
    assert!(
        line.contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
        "{line}"
    );
    assert!(line.contains("\"'@SUM(A1)"), "{line}");
    assert!(line.contains(",'+1"), "{line}");
    let again = read("again.csv", text.as_bytes(), Choices::default()).unwrap();
    assert_eq!(
        again.table.name(0, Locale::Zh),
        import.table.name(0, Locale::Zh)
    );
    assert_eq!(again.table.note(0), import.table.note(0));
}

fn sheet(workbook: &[u8], name: &str) -> calamine::Range<Data> {
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(workbook)).unwrap();
    workbook.worksheet_range(name).unwrap()
}

fn cell(range: &calamine::Range<Data>, row: u32, heading: &str) -> Data {
    let column = range.rows().next().unwrap().iter();
    let at = column
        .clone()
        .position(|cell| *cell == Data::String(heading.into()));
    range
        .get_value((row, at.unwrap() as u32))
        .cloned()
        .unwrap_or(Data::Empty)
}

#[test]
fn cells_of_a_workbook_are_typed_and_text_is_never_a_formula() {
    let table = embedded::signed();
    let row = table.row_of("jn-2004-001").unwrap() as u32;
    let undated = (0..table.len()).find(|&row| {
        let date = table.dates().get(row);
        date.is_some_and(|date| date.month.is_none())
    });
    let rows = [row, undated.unwrap() as u32];
    let workbook = xlsx(&table, &rows, &About::default(), Locale::En);
    let range = sheet(&workbook, "Projects");
    assert_eq!(range.height(), 3);
    assert_eq!(cell(&range, 1, "Amount"), Data::Float(200.0));
    assert_eq!(
        cell(&range, 1, "Amount unit"),
        Data::String("USD million".into())
    );
    assert!(matches!(cell(&range, 1, "Signed on"), Data::DateTime(_)));
    assert!(matches!(cell(&range, 2, "Signed on"), Data::String(year) if year.len() == 4));

    let hostile = read("h.csv", HOSTILE.as_bytes(), Choices::default()).unwrap();
    let workbook = xlsx(&hostile.table, &[0], &About::default(), Locale::En);
    let range = sheet(&workbook, "Projects");
    let name = cell(&range, 1, LedgerColumn::NameEn.text(Locale::En));
    assert_eq!(
        name,
        Data::String("=HYPERLINK(\"http://x\",\"y\")".into()),
        "as it is, since a typed text is no formula"
    );
    let mut file: Xlsx<_> = open_workbook_from_rs(Cursor::new(&workbook[..])).unwrap();
    assert!(file.worksheet_formula("Projects").unwrap().is_empty());
}

#[test]
fn a_workbook_says_what_it_holds() {
    let table = embedded::signed();
    let row = table.row_of("jn-2004-001").unwrap() as u32;
    let about = About {
        credit: "Data: Inward".into(),
        taken_on: "2026-11-26".into(),
        filters: vec!["Country: Sweden".into(), "Search: Volvo".into()],
        whole: table.len(),
    };
    let workbook = xlsx(&table, &[row], &about, Locale::En);
    let range = sheet(&workbook, "About");
    let lines: Vec<String> = range
        .rows()
        .map(|row| {
            let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
            cells.join("|").trim_end_matches('|').to_owned()
        })
        .collect();
    for line in [
        "Data|Data: Inward",
        "Exported on|2026-11-26",
        "Rows|1 of 347 in the dataset",
        "Filters|Country: Sweden",
        "|Search: Volvo",
        "Currency|Year|Average CNY per unit",
        "USD|2004|8.2768",
    ] {
        assert!(
            lines.iter().any(|known| known == line),
            "{line}: {lines:#?}"
        );
    }
}

#[test]
fn the_template_is_recognised_column_by_column_once_it_is_filled_in() {
    for locale in Locale::ALL {
        let mut cells = CellWriter::default();
        template::write(&mut cells, locale);
        let workbook = workbook_of(&cells.take());
        // Its own examples as the rows of a ledger with its headings.
        let name = match locale {
            Locale::Zh => "填写说明",
            Locale::En => "How to fill it in",
        };
        let notes = sheet(&workbook, name);
        let column = |at: u32| {
            let cells = (1..notes.height() as u32).map(move |row| (row, at));
            cells
                .map(|place| {
                    notes
                        .get_value(place)
                        .map(ToString::to_string)
                        .unwrap_or_default()
                })
                .collect::<Vec<_>>()
        };
        let text = format!("{}\n{}\n", column(0).join("\t"), column(2).join("\t"));
        let import = read("filled.tsv", text.as_bytes(), Choices::default()).unwrap();
        assert_eq!(import.report.receipt.issues, []);
        assert_eq!(import.table.extra_headers().count(), 0);
        let table = import.table;
        let key = |field| table.category(field).node(0).key.to_string();
        assert_eq!(key(CategoryField::Country), "DEU");
        assert_eq!(key(CategoryField::Industry), "new-energy");
        assert_eq!(key(CategoryField::Mode), "investment");
        assert!(table.amounts().stated(0).is_some());
        assert_eq!(table.dates().get(0).unwrap().to_string(), "2026-09-21");
    }
}
