//! Bad input: each file ends in a clear refusal or in a receipt.
//!
//! Small files are in `fixtures/`; those that would be large are made here.

use std::io::Write;
use std::path::Path;
use std::sync::LazyLock;

use flate2::write::GzEncoder;
use inward::data::CategoryField;
use inward::i18n::Locale;
use inward::i18n::ledger::{ImportError, IssueKind};
use inward::io::ledger::marked::Marker;
use inward::io::ledger::{Choices, Format, HeaderRows, Import, read};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format as CellFormat, Workbook};
use zip::write::SimpleFileOptions;

fn opened(name: &str, bytes: &[u8]) -> Result<Import, ImportError> {
    read(name, bytes, Choices::default())
}

fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/host/fixtures");
    std::fs::read(folder.join(name)).unwrap()
}

/// Rows kept, and how often each kind of doubt occurs.
fn check(name: &str, bytes: &[u8], kept: u32, issues: &[(IssueKind, u32)]) -> Import {
    let import = opened(name, bytes).unwrap();
    let receipt = &import.report.receipt;
    let found: Vec<(IssueKind, u32)> = receipt
        .issues
        .iter()
        .map(|group| (group.kind, group.count))
        .collect();
    assert_eq!((receipt.rows_kept, &*found), (kept, issues), "{name}");
    import
}

fn check_refused(name: &str, bytes: &[u8], refusal: &ImportError) {
    assert_eq!(&opened(name, bytes).unwrap_err(), refusal, "{name}");
}

/// A workbook of one sheet with these rows of text.
fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            sheet
                .write_string(row as u32, column as u16, *cell)
                .unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

const HEADER: [&str; 4] = ["项目名称", "国别", "投资额(亿元)", "签约时间"];

/// A packed file of these parts.
fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// Replaces a part of a workbook.
fn with_part(bytes: &[u8], name: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let file = archive.by_index(at).unwrap();
        let own = file.name().unwrap().into_owned();
        let text = std::io::read_to_string(file).unwrap();
        let text = if own == name { change(&text) } else { text };
        parts.push((own, text.into_bytes()));
    }
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, text)| (&**name, &**text))
        .collect();
    packed(&parts)
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

#[test]
fn files_without_a_table_are_refused() {
    check_refused("empty.csv", b"", &ImportError::Empty);
    check_refused(
        "header-only.csv",
        "项目名称,国别\n".as_bytes(),
        &ImportError::NoRows,
    );
    check_refused(
        "header-only.xlsx",
        &workbook(&[&HEADER]),
        &ImportError::NoRows,
    );
    check_refused("empty.xlsx", &workbook(&[]), &ImportError::Empty);
    check_refused(
        "picture.csv",
        include_bytes!("../../assets/icons/icon.png"),
        &ImportError::NotALedger,
    );
    check_refused(
        "report.csv",
        b"%PDF-1.7\n%\xe2\xe3",
        &ImportError::OtherFormat("PDF".into()),
    );
    check_refused(
        "export.xls",
        "<html><table><tr><td>项目".as_bytes(),
        &ImportError::OtherFormat("HTML".into()),
    );
    check_refused(
        "packed.zip",
        &packed(&[("readme.md", b"text")]),
        &ImportError::NotALedger,
    );
    check_refused(
        "letter.docx",
        &packed(&[("word/document.xml", b"<w/>")]),
        &ImportError::OtherFormat("Word".into()),
    );
    check_refused("twice.gz", &gzip(&gzip(b"a,b")), &ImportError::NotALedger);
    check_refused("value.json", b"{\"rows\": 3", &ImportError::Damaged);
    check_refused(
        "numbers.json",
        b"[{\"a\": 1}, 2]",
        &ImportError::JsonOfOtherForm,
    );
    check_refused("none.json", b"[]", &ImportError::Empty);
}

#[test]
fn damaged_and_locked_workbooks_are_refused() {
    let whole = workbook(&[&HEADER, &["甲", "德国", "1", "2023"]]);
    for end in [4, 30, whole.len() / 2, whole.len() - 30] {
        check_refused("truncated.xlsx", &whole[..end], &ImportError::Damaged);
    }
    let cut = with_part(&whole, SHEET, |sheet| sheet[..sheet.len() / 2].to_owned());
    check_refused("cut.xlsx", &cut, &ImportError::Damaged);
    let greedy = with_part(&whole, "xl/sharedStrings.xml", |texts| {
        texts.replace("uniqueCount=\"", "uniqueCount=\"99999999999999")
    });
    check_refused("greedy.xlsx", &greedy, &ImportError::Damaged);
    check_refused(
        "encrypted.xlsx",
        &fixture("encrypted.xlsx"),
        &ImportError::Encrypted,
    );
    check_refused(
        "encrypted.ods",
        &fixture("encrypted.ods"),
        &ImportError::Encrypted,
    );
    check_refused(
        "noise.xls",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and nothing else",
        &ImportError::Damaged,
    );
    check_refused(
        "cut.csv.gz",
        &gzip("项目名称,国别\n甲,德国\n".as_bytes())[..20],
        &ImportError::Damaged,
    );
}

#[test]
fn bombs_and_far_cells_are_refused() {
    let zeros = vec![b' '; 257 << 20];
    let bomb = packed(&[
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/sharedStrings.xml", &zeros),
    ]);
    assert!(bomb.len() < 1 << 20);
    check_refused("bomb.xlsx", &bomb, &ImportError::UnpacksTooLarge(256));
    check_refused(
        "bomb.csv.gz",
        &gzip(&zeros[..40 << 20]),
        &ImportError::LongLine(32),
    );
    let far = with_part(&workbook(&[&HEADER]), SHEET, |sheet| {
        sheet.replace(
            "</sheetData>",
            "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>",
        )
    });
    check_refused("far.xlsx", &far, &ImportError::FarCell("XFD1048576".into()));
    let low = with_part(&workbook(&[&HEADER, &["甲", "德国"]]), SHEET, |sheet| {
        sheet.replace(
            "</sheetData>",
            "<row r=\"1048576\"><c r=\"A1048576\"><v>7</v></c></row></sheetData>",
        )
    });
    let import = check("low.xlsx", &low, 2, &[]);
    assert_eq!(import.report.receipt.rows_read, 1_048_575);
    let wide = "a,".repeat(99_999) + "a\n1\n";
    check_refused(
        "wide.csv",
        wide.as_bytes(),
        &ImportError::TooManyColumns {
            columns: 100_000,
            most: 1_000,
        },
    );
    check_refused(
        "wide.json",
        format!(
            "[{{{}}}]",
            (0..2_000)
                .map(|at| format!("\"{at}\":1"))
                .collect::<Vec<_>>()
                .join(",")
        )
        .as_bytes(),
        &ImportError::TooManyColumns {
            columns: 1_001,
            most: 1_000,
        },
    );
    let line = "甲".repeat(12 << 20);
    check_refused(
        "line.csv",
        format!("项目名称,国别\n{line},德国\n").as_bytes(),
        &ImportError::LongLine(32),
    );
    check_refused(
        "deep.json",
        format!("[{{\"a\":{}", "[".repeat(100_000)).as_bytes(),
        &ImportError::Damaged,
    );
}

#[test]
fn ten_megabytes_in_a_cell_are_cut_and_said() {
    for quote in ["", "\""] {
        let long = "长".repeat((10 << 20) / 3);
        let text = format!("项目名称,备注\n甲,{quote}{long}{quote}\n乙,短\n");
        let import = check("long.csv", text.as_bytes(), 2, &[(IssueKind::LongText, 1)]);
        assert_eq!(import.table.note(0).chars().count(), 32_767);
        assert_eq!(import.table.note(1), "短");
    }
}

#[test]
fn a_quotation_mark_that_is_never_closed_costs_one_line() {
    let text = "项目名称,备注\n甲,\"没有收尾\n乙,\"好\"\n丙,\"又一\n";
    let import = check(
        "quotes.csv",
        text.as_bytes(),
        3,
        &[(IssueKind::UnbalancedQuote, 2)],
    );
    assert_eq!(import.table.note(0), "\"没有收尾");
    assert_eq!(import.table.note(1), "好");
    assert_eq!(import.table.note(2), "\"又一");
}

#[test]
fn bytes_that_are_no_text_are_said_row_by_row() {
    let mut mixed = "项目名称,国别\n甲,德国\n".as_bytes().to_vec();
    mixed.extend_from_slice(&encoding_rs::GB18030.encode("乙,日本\n").0);
    mixed.extend_from_slice(b"\xff\xfe\xff,\xe5\x9b\n");
    mixed.extend_from_slice("丁,法国\n".as_bytes());
    let import = check(
        "mixed.csv",
        &mixed,
        4,
        &[(IssueKind::MixedEncoding, 1), (IssueKind::BadCharacters, 1)],
    );
    assert_eq!(import.table.name_in(1, Locale::Zh), "乙");
    let nul = "项目名称,国别\n甲\0乙,德\0国\n";
    let import = check(
        "nul.csv",
        nul.as_bytes(),
        1,
        &[(IssueKind::ControlCharacters, 2)],
    );
    assert_eq!(import.table.name_in(0, Locale::Zh), "甲乙");
    let marks = "项目名称,国别\n\u{202e}甲\u{200f},德国\n";
    let import = check(
        "rtl.csv",
        marks.as_bytes(),
        1,
        &[(IssueKind::ControlCharacters, 1)],
    );
    assert_eq!(import.table.name_in(0, Locale::Zh), "甲");
    let import = check(
        "rtl.xlsx",
        &workbook(&[&HEADER, &["\u{202e}甲", "德国"]]),
        1,
        &[(IssueKind::ControlCharacters, 1)],
    );
    assert_eq!(import.table.name_in(0, Locale::Zh), "甲");
}

#[test]
fn names_that_would_be_programs_elsewhere_are_only_text() {
    let text = "项目名称,国别,备注\n<script>alert(1)</script>,德国,\"=HYPERLINK(\"\"http://example.org\"\",\"\"甲\"\")\"\n";
    let import = check("text.csv", text.as_bytes(), 1, &[]);
    assert_eq!(
        import.table.name(0, Locale::En),
        "<script>alert(1)</script>"
    );
    assert_eq!(
        import.table.note(0),
        "=HYPERLINK(\"http://example.org\",\"甲\")"
    );
}

#[test]
fn headings_that_occur_twice_lose_nothing() {
    let import = check(
        "twice.csv",
        "项目名称,国别,国别,备注,备注\n甲,德国,日本,一,二\n".as_bytes(),
        1,
        &[],
    );
    let extra: Vec<(&str, &str)> = import
        .table
        .extra_headers()
        .enumerate()
        .map(|(at, header)| (header, import.table.extra(at, 0)))
        .collect();
    assert_eq!(extra, [("国别", "日本"), ("备注", "二")]);
    assert_eq!(
        &*import.table.category(CategoryField::Country).node(0).key,
        "DEU"
    );
}

#[test]
fn amounts_beyond_reason_are_left_undisclosed() {
    let text = "项目名称,国别,投资额(亿元)\n甲,德国,-5\n乙,日本,1e300\n丙,法国,2\n";
    let import = check(
        "amounts.csv",
        text.as_bytes(),
        3,
        &[(IssueKind::ImplausibleAmount, 2)],
    );
    let disclosed: Vec<bool> = (0..3)
        .map(|row| import.table.amounts().get(row).is_some())
        .collect();
    assert_eq!(disclosed, [false, false, true]);
}

/// A ledger as bureaus keep it: title, merged headings, merged cells, formulas, errors, dates, a total, a footnote.
static LEDGER: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut workbook = Workbook::new();
    workbook
        .add_worksheet()
        .set_name("说明")
        .unwrap()
        .write_string(0, 0, "填表须知")
        .unwrap();
    let sheet = workbook.add_worksheet();
    sheet.set_name("台账").unwrap();
    let (plain, month) = (
        CellFormat::new(),
        CellFormat::new().set_num_format("yyyy\"年\"m\"月\""),
    );
    let day = CellFormat::new().set_num_format("yyyy/m/d");
    sheet
        .merge_range(0, 0, 0, 6, "2023年签约项目一览表", &plain)
        .unwrap();
    for (column, heading) in ["序号", "项目名称", "投资方"].into_iter().enumerate() {
        if column < 2 {
            sheet
                .merge_range(2, column as u16, 3, column as u16, heading, &plain)
                .unwrap();
        } else {
            sheet.merge_range(2, 2, 2, 3, heading, &plain).unwrap();
        }
    }
    sheet.write_string(3, 2, "名称").unwrap();
    sheet.write_string(3, 3, "国别").unwrap();
    for (column, heading) in ["投资额（万元）", "签约时间", "进展"]
        .into_iter()
        .enumerate()
    {
        sheet
            .merge_range(2, column as u16 + 4, 3, column as u16 + 4, heading, &plain)
            .unwrap();
    }
    let september = ExcelDateTime::from_ymd(2023, 9, 1).unwrap();
    for row in 4..8_u32 {
        sheet.write_number(row, 0, f64::from(row - 3)).unwrap();
        sheet
            .write_string(row, 1, format!("项目{}", row - 3))
            .unwrap();
        sheet.write_string(row, 2, "西门子").unwrap();
    }
    sheet.merge_range(4, 3, 5, 3, "德国", &plain).unwrap();
    sheet.write_string(6, 3, "日本").unwrap();
    sheet.write_string(7, 3, "法国").unwrap();
    sheet.merge_range(4, 4, 5, 4, "", &plain).unwrap();
    sheet.write_number(4, 4, 5000).unwrap();
    sheet
        .write_formula(
            6,
            4,
            rust_xlsxwriter::Formula::new("=1000*2").set_result("2000"),
        )
        .unwrap();
    sheet
        .write_formula(
            7,
            4,
            rust_xlsxwriter::Formula::new("=NA()").set_result("#N/A"),
        )
        .unwrap();
    sheet
        .write_datetime_with_format(4, 5, &september, &month)
        .unwrap();
    sheet
        .write_datetime_with_format(5, 5, ExcelDateTime::from_ymd(2023, 9, 21).unwrap(), &day)
        .unwrap();
    sheet.write_string(6, 5, "2023.10").unwrap();
    sheet.write_number(7, 5, 2022).unwrap();
    sheet.write_string(4, 6, "在建").unwrap();
    sheet.write_string(8, 0, "合计").unwrap();
    sheet.write_number(8, 4, 7000).unwrap();
    sheet.write_string(9, 0, "注：金额为协议金额").unwrap();
    workbook.save_to_buffer().unwrap()
});

#[test]
fn a_workbook_as_bureaus_keep_it_opens() {
    let import = check(
        "台账.xlsx",
        &LEDGER,
        4,
        &[(IssueKind::MergedAmount, 1), (IssueKind::ErrorCell, 1)],
    );
    let report = &import.report;
    assert_eq!(report.opened.format, Format::Xlsx);
    assert_eq!(report.opened.sheets, ["说明", "台账"]);
    assert_eq!(report.opened.sheet, 1);
    assert_eq!(report.opened.header, HeaderRows { first: 3, rows: 2 });
    assert_eq!(report.receipt.merged_cells, 1);
    let table = &import.table;
    let countries: Vec<&str> = (0..4)
        .map(|row| &*table.category(CategoryField::Country).node(row).key)
        .collect();
    assert_eq!(countries, ["DEU", "DEU", "JPN", "FRA"]);
    let dates: Vec<String> = (0..4)
        .map(|row| table.dates().get(row).unwrap().to_string())
        .collect();
    assert_eq!(dates, ["2023-09", "2023-09-21", "2023-10", "2022"]);
    let amounts: Vec<Option<f64>> = (0..4)
        .map(|row| table.amounts().stated(row).map(|amount| amount.value))
        .collect();
    assert_eq!(amounts, [Some(5000.0), None, Some(2000.0), None]);
    assert_eq!(table.partner(1), "西门子");
    assert_eq!(
        report
            .receipt
            .left_out
            .iter()
            .map(|group| group.count)
            .sum::<u32>(),
        3
    );
    let choices = Choices {
        sheet: Some(0),
        ..Choices::default()
    };
    assert_eq!(
        read("台账.xlsx", &LEDGER, choices).unwrap_err(),
        ImportError::NoRows
    );
}

#[test]
fn the_copy_for_the_sender_is_the_same_sheet_with_its_doubtful_cells_marked() {
    let mut marker = Marker::new("台账.xlsx", Choices::default(), Locale::Zh);
    marker.push(&LEDGER).unwrap();
    let copy = marker.finish().unwrap();
    let again = opened("台账.xlsx", &copy).unwrap();
    assert_eq!(again.report.opened.sheets, ["台账"]);
    assert_eq!(again.table.len(), 4);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&copy)).unwrap();
    let comments = std::io::read_to_string(archive.by_name("xl/comments1.xml").unwrap()).unwrap();
    assert!(
        comments.contains("ref=\"E6\"") && comments.contains("多行合用一个金额"),
        "{comments}"
    );
    assert!(
        comments.contains("ref=\"E8\"") && comments.contains("表格公式出错"),
        "{comments}"
    );
}

#[test]
fn other_forms_of_the_same_table_read_the_same() {
    let csv = opened(
        "a.csv",
        "项目名称,国别,投资额(亿元),签约时间\n甲,德国,1,2023-09\n乙,日本,2.5,2022\n".as_bytes(),
    )
    .unwrap();
    let json = "[{\"项目名称\":\"甲\",\"国别\":\"德国\",\"投资额(亿元)\":1,\"签约时间\":\"2023-09\"},\n{\"项目名称\":\"乙\",\"国别\":\"日本\",\"投资额(亿元)\":2.5,\"签约时间\":\"2022\"}]";
    let lines = json.trim_matches(['[', ']']).replace("},", "}");
    for (name, bytes, format) in [
        ("a.json", json.as_bytes().to_vec(), Format::Json),
        ("a.jsonl", lines.into_bytes(), Format::Json),
        ("a.json.gz", gzip(json.as_bytes()), Format::Json),
        (
            "a.xlsx",
            workbook(&[
                &HEADER,
                &["甲", "德国", "1", "2023-09"],
                &["乙", "日本", "2.5", "2022"],
            ]),
            Format::Xlsx,
        ),
        ("a.ods", fixture("ledger.ods"), Format::Ods),
        ("a.xls", fixture("ledger.xls"), Format::Xls),
        (
            "a.csv.gz",
            gzip(
                "项目名称,国别,投资额(亿元),签约时间\n甲,德国,1,2023-09\n乙,日本,2.5,2022\n"
                    .as_bytes(),
            ),
            Format::Delimited,
        ),
    ] {
        let import = opened(name, &bytes).unwrap();
        assert_eq!(import.report.opened.format, format, "{name}");
        assert_eq!(import.report.receipt.issues, [], "{name}");
        assert_eq!(import.table.len(), 2, "{name}");
        for row in 0..2 {
            assert_eq!(
                import.table.name_in(row, Locale::Zh),
                csv.table.name_in(row, Locale::Zh),
                "{name}"
            );
            assert_eq!(
                import.table.dates().get(row),
                csv.table.dates().get(row),
                "{name}"
            );
            assert_eq!(
                import.table.amounts().stated(row),
                csv.table.amounts().stated(row),
                "{name}"
            );
            let country = |import: &Import| {
                import
                    .table
                    .category(CategoryField::Country)
                    .node(row)
                    .key
                    .clone()
            };
            assert_eq!(country(&import), country(&csv), "{name}");
        }
    }
}

#[test]
fn the_names_of_json_fields_are_headings_whatever_they_are() {
    let import = check(
        "a.json",
        "[{\"1\":5,\"2\":\"甲\"},{\"2\":\"乙\"}]".as_bytes(),
        2,
        &[],
    );
    let headers: Vec<&str> = import.table.extra_headers().collect();
    assert_eq!(headers, ["1", "2"]);
    assert_eq!(import.table.extra(1, 1), "乙");
}

/// Every form in which a ledger comes, to be spoiled.
static SOUND_FILES: LazyLock<Vec<(&str, Vec<u8>)>> = LazyLock::new(|| {
    let csv = include_bytes!("../../assets/data/announced-projects.csv");
    let table = &csv[..6_000];
    let text = String::from_utf8_lossy(table);
    let json = br#"[{"name":"A","country":"DE","amount":"5 million USD"},{"name":"B","x":[1,{"y":null}]}]"#;
    vec![
        ("a.csv", table.to_vec()),
        ("a.tsv", text.replace(',', "\t").into_bytes()),
        ("gb.csv", encoding_rs::GB18030.encode(&text).0.into_owned()),
        ("a.json", json.to_vec()),
        ("a.csv.gz", gzip(table)),
        ("a.xlsx", LEDGER.clone()),
        ("a.ods", fixture("ledger.ods")),
        ("a.xls", fixture("ledger.xls")),
    ]
});

/// Reads what may be anything; that it comes back at all is what is asked.
fn survives(name: &str, bytes: &[u8]) {
    if let Ok(import) = opened(name, bytes) {
        let receipt = &import.report.receipt;
        assert_eq!(import.table.len(), receipt.rows_kept as usize);
        assert!(receipt.rows_kept <= receipt.rows_read);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_bytes_end_in_a_refusal_or_a_receipt(bytes in prop::collection::vec(any::<u8>(), 0..2_000), magic in 0..8_usize) {
        let starts: [&[u8]; 8] = [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x1f\x8b\x08\x00", b"[{", b"{\"", b"\xff\xfe", b"name,country\n"];
        survives("a.csv", &[starts[magic], &bytes].concat());
    }

    #[test]
    fn a_spoiled_file_ends_in_a_refusal_or_a_receipt(
        file in 0..8_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let (name, mut bytes) = SOUND_FILES[file].clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        survives(name, &bytes);
    }

    #[test]
    fn any_table_of_texts_is_read_or_refused(cells in prop::collection::vec(prop::collection::vec("[ -~\\n\"一-龥0-9年月亿万元,;\\t]{0,12}", 1..6), 1..8)) {
        let text: String = cells.iter().map(|row| row.join(",") + "\n").collect();
        survives("a.csv", text.as_bytes());
        survives("a.csv", format!("项目名称,国别,投资额(万元),签约时间,落户地\n{text}").as_bytes());
    }

    #[test]
    fn a_spoiled_part_of_a_workbook_ends_in_a_refusal_or_a_receipt(
        part in 0..4_usize,
        at in any::<prop::sample::Index>(),
        new in "[<>/\"=a-z0-9A-Z:]{0,6}",
        length in 0..20_usize,
    ) {
        let parts = [SHEET, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"];
        let sheet = if part == 0 { "xl/worksheets/sheet2.xml" } else { parts[part] };
        let bytes = with_part(&LEDGER, sheet, |text| {
            let start = at.index(text.len());
            let start = (0..=start).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
            let end = (start + length..).find(|&at| at >= text.len() || text.is_char_boundary(at)).unwrap_or(text.len()).min(text.len());
            format!("{}{new}{}", &text[..start], &text[end..])
        });
        survives("a.xlsx", &bytes);
    }
}
