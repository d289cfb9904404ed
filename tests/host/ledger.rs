//! A reader's own ledger opens: encodings, delimiters, headers, values, the receipt.

use inward::data::{AmountBound, CategoryField, FlatTable, ProjectTable};
use inward::i18n::Locale;
use inward::i18n::ledger::{Confidence, ImportError, IssueKind, LedgerColumn, LeftOut};
use inward::io::embedded;
use inward::io::ledger::{
    Choices, Delimiter, Encoding, HeaderRows, Import, InventedLedger, Reader, read,
};

pub(crate) fn opened(text: &str) -> Import {
    read("台账.csv", text.as_bytes(), Choices::default()).unwrap()
}

/// Country, industry, place, mode and stage of a row by their keys.
fn keys(table: &ProjectTable, row: usize) -> [String; 5] {
    [
        CategoryField::Country,
        CategoryField::Industry,
        CategoryField::Place,
        CategoryField::Mode,
        CategoryField::Stage,
    ]
    .map(|field| table.category(field).node(row).key.to_string())
}

/// Heading and text of the columns that are kept as they are.
fn extras(table: &ProjectTable, row: usize) -> Vec<(&str, &str)> {
    let headers = table.extra_headers().enumerate();
    headers
        .map(|(column, header)| (header, table.extra(column, row)))
        .collect()
}

/// Value, currency, scale and bound of an amount as stated.
fn amount(table: &ProjectTable, row: usize) -> Option<(f64, &'static str, f64, AmountBound)> {
    let stated = table.amounts().stated(row)?;
    Some((
        stated.value,
        stated.unit.currency.code(),
        stated.unit.scale,
        stated.bound,
    ))
}

fn check_issues(import: &Import, expected: &[(IssueKind, u32, &str)]) {
    let found: Vec<(IssueKind, u32, &str)> = import
        .report
        .receipt
        .issues
        .iter()
        .flat_map(|group| {
            group
                .listed
                .iter()
                .map(|issue| (group.kind, issue.row, issue.value.as_str()))
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn the_embedded_table_opens_as_a_ledger_without_loss() {
    let text = include_str!("../../assets/data/signed-projects.csv");
    let import = opened(text);
    let (own, embedded) = (&import.table, embedded::signed());
    assert_eq!(own.len(), embedded.len());
    assert_eq!(import.report.receipt.issues, []);
    for row in 0..own.len() {
        assert_eq!(own.id(row), embedded.id(row));
        for locale in Locale::ALL {
            assert_eq!(own.name_in(row, locale), embedded.name_in(row, locale));
        }
        assert_eq!(own.partner(row), embedded.partner(row));
        assert_eq!(own.note(row), embedded.note(row));
        assert_eq!(own.section(row), embedded.section(row));
        assert_eq!(own.source(row), embedded.source(row));
        assert_eq!(own.accessed(row), embedded.accessed(row));
        assert_eq!(own.dates().get(row), embedded.dates().get(row));
        assert_eq!(own.amounts().stated(row), embedded.amounts().stated(row));
        assert_eq!(
            own.amounts().get(row).map(f64::to_bits),
            embedded.amounts().get(row).map(f64::to_bits)
        );
        for field in CategoryField::ALL {
            assert_eq!(
                own.category(field).node(row).key,
                embedded.category(field).node(row).key,
                "{} {field:?}",
                own.id(row)
            );
        }
    }
    // The one column that the page computes itself.
    assert_eq!(own.extra_headers().collect::<Vec<_>>(), ["amount_cny_100m"]);
}

#[test]
fn a_chinese_ledger_is_recognised_with_its_synonyms_and_units() {
    let import = opened(
        "序号,项目名称,外方,国别(地区),投资总额(万元),签约时间,所属产业,进展,合作方式,落户地,引荐活动,联系人\n\
         1,西门子能源装备,西门子,德国,\"52,000\",2023年9月21日,高端装备制造,在建,外商独资,山东省济南市高新区,进博会,张三\n\
         2,丰田氢能,丰田汽车,日本,3亿元,2023/9/1,氢能,已投产,合资,青岛,,李四\n",
    );
    let table = &import.table;
    let targets: Vec<Option<LedgerColumn>> = import
        .report
        .mapping
        .columns
        .iter()
        .map(|column| column.target)
        .collect();
    use LedgerColumn as Is;
    assert_eq!(
        targets,
        [
            Some(Is::Id),
            Some(Is::Name),
            Some(Is::Partner),
            Some(Is::Country),
            Some(Is::Amount),
            Some(Is::SignedOn),
            Some(Is::Industry),
            Some(Is::Stage),
            Some(Is::Mode),
            Some(Is::Place),
            Some(Is::Event),
            None,
        ]
    );
    assert_eq!(
        keys(table, 0),
        [
            "DEU",
            "advanced-equipment",
            "shandong/jinan/高新区",
            "investment",
            "under-construction"
        ]
    );
    assert_eq!(
        keys(table, 1),
        [
            "JPN",
            "new-energy",
            "shandong/qingdao",
            "investment",
            "operating"
        ]
    );
    assert_eq!(
        amount(table, 0),
        Some((52_000.0, "CNY", 1e4, AmountBound::Exact))
    );
    assert_eq!(
        amount(table, 1),
        Some((3.0, "CNY", 1e8, AmountBound::Exact))
    );
    assert_eq!(table.dates().get(0).unwrap().to_string(), "2023-09-21");
    assert_eq!(table.dates().get(1).unwrap().to_string(), "2023-09-01");
    assert_eq!(extras(table, 1), [("联系人", "李四")]);
    assert_eq!(import.report.receipt.issues, []);
}

#[test]
fn countries_are_known_by_codes_names_and_variants() {
    for (written, key) in [
        ("DE", "DEU"),
        ("deu", "DEU"),
        ("德国", "DEU"),
        ("Germany", "DEU"),
        ("Deutschland", "DEU"),
        ("联邦德国", "DEU"),
        ("德国 Germany", "DEU"),
        ("德国（汉堡）", "DEU"),
        ("香港", "HKG"),
        ("Hong Kong, China", "HKG"),
        ("中国台湾", "TWN"),
        ("Republic of Korea", "KOR"),
        ("South Korea", "KOR"),
        ("阿联酋", "ARE"),
        ("Viet Nam", "VNM"),
        ("Côte d'Ivoire", "CIV"),
        ("U.S.A.", "USA"),
        ("ＵＳＡ", "USA"),
        ("N/A", "unstated"),
        ("不详", "unstated"),
    ] {
        let import = opened(&format!("项目名称,国别,签约时间\n甲,\"{written}\",2023\n"));
        assert_eq!(keys(&import.table, 0)[0], key, "{written}");
        assert_eq!(import.report.receipt.issues, [], "{written}");
    }
}

#[test]
fn a_country_that_is_unknown_stays_in_the_details_and_the_first_of_several_counts() {
    let import =
        opened("项目名称,国别,签约时间\n甲,亚特兰蒂斯,2023\n乙,德国、法国,2023\n丙,法国,2022\n");
    check_issues(
        &import,
        &[
            (IssueKind::UnknownCountry, 2, "亚特兰蒂斯"),
            (IssueKind::SeveralCountries, 3, "德国、法国"),
        ],
    );
    let country = |row| keys(&import.table, row)[0].clone();
    assert_eq!(
        [country(0), country(1), country(2)],
        ["unstated", "DEU", "FRA"]
    );
    let kept: Vec<Vec<(&str, &str)>> = (0..3).map(|row| extras(&import.table, row)).collect();
    assert_eq!(
        kept,
        [
            vec![("国别", "亚特兰蒂斯")],
            vec![("国别", "德国、法国")],
            vec![("国别", "")]
        ]
    );
    assert_eq!(import.report.receipt.rows_with_issues, 2);
}

#[test]
fn dates_keep_their_precision() {
    for (written, date) in [
        ("2023-09-21", "2023-09-21"),
        ("2023/9/21", "2023-09-21"),
        ("2023.9.21", "2023-09-21"),
        ("2023.9", "2023-09"),
        ("2023年9月21日", "2023-09-21"),
        ("2023年9月", "2023-09"),
        ("2023年", "2023"),
        ("2023", "2023"),
        ("20230921", "2023-09-21"),
        ("202309", "2023-09"),
        ("45190", "2023-09-21"),
        ("2023-09-21 00:00:00", "2023-09-21"),
        ("2023-9-21T08:30:00Z", "2023-09-21"),
        ("21 Sep 2023", "2023-09-21"),
        ("September 21, 2023", "2023-09-21"),
        ("Sept. 2023", "2023-09"),
        ("9/21/2023", "2023-09-21"),
        ("21.9.2023", "2023-09-21"),
        ("2024-02-29", "2024-02-29"),
    ] {
        let import = opened(&format!("项目名称,国别,签约时间\n甲,德国,\"{written}\"\n"));
        let read = import.table.dates().get(0).map(|date| date.to_string());
        assert_eq!(read.as_deref(), Some(date), "{written}");
        assert_eq!(import.report.receipt.issues, [], "{written}");
    }
    for (written, date, kind) in [
        ("2023年第三季度", Some("2023"), IssueKind::VagueDate),
        ("2023Q3", Some("2023"), IssueKind::VagueDate),
        ("2023年9月中旬", Some("2023-09"), IssueKind::VagueDate),
        ("03/04/2023", Some("2023"), IssueKind::VagueDate),
        ("2023-02-30", None, IssueKind::UnreadableDate),
        ("明年", None, IssueKind::UnreadableDate),
        ("2023-13", None, IssueKind::UnreadableDate),
        ("9999999999", None, IssueKind::UnreadableDate),
    ] {
        let import = opened(&format!("项目名称,国别,签约时间\n甲,德国,{written}\n"));
        let read = import.table.dates().get(0).map(|date| date.to_string());
        assert_eq!(read.as_deref(), date, "{written}");
        check_issues(&import, &[(kind, 2, written)]);
        assert_eq!(extras(&import.table, 0), [("签约时间", written)]);
    }
}

#[test]
fn amounts_keep_value_unit_currency_and_bound() {
    use AmountBound::{About, AtLeast, AtMost, Exact};
    for (written, value, currency, scale, bound) in [
        ("5.2亿", 5.2, "CNY", 1e8, Exact),
        ("3,000万美元", 3000.0, "USD", 1e4, Exact),
        ("1.2 billion yuan", 1.2, "CNY", 1e9, Exact),
        ("约3亿元", 3.0, "CNY", 1e8, About),
        ("不低于2亿", 2.0, "CNY", 1e8, AtLeast),
        ("2亿元以上", 2.0, "CNY", 1e8, AtLeast),
        ("USD 50 million", 50.0, "USD", 1e6, Exact),
        ("EUR 1,200,000", 1_200_000.0, "EUR", 1.0, Exact),
        ("up to €30m", 30.0, "EUR", 1e6, AtMost),
        ("１０亿人民币", 10.0, "CNY", 1e8, Exact),
        ("10亿余元", 10.0, "CNY", 1e8, AtLeast),
        ("5000万", 5000.0, "CNY", 1e4, Exact),
        ("1.5万亿韩元", 1.5, "KRW", 1e12, Exact),
        ("总投资20亿元", 20.0, "CNY", 1e8, Exact),
        ("US$1.5bn", 1.5, "USD", 1e9, Exact),
        ("~3亿", 3.0, "CNY", 1e8, About),
    ] {
        let import = opened(&format!("项目名称,国别,投资额\n甲,德国,\"{written}\"\n"));
        assert_eq!(
            amount(&import.table, 0),
            Some((value, currency, scale, bound)),
            "{written}"
        );
        assert_eq!(import.report.receipt.issues, [], "{written}");
    }
    for written in ["", "未披露", "-", "——", "N/A", "待定", "（未公布）"] {
        let import = opened(&format!("项目名称,国别,投资额(万元)\n甲,德国,{written}\n"));
        assert_eq!(amount(&import.table, 0), None, "{written}");
        assert_eq!(import.report.receipt.issues, [], "{written}");
    }
    for (written, kind) in [
        ("5000", IssueKind::AmountWithoutUnit),
        ("-5亿", IssueKind::ImplausibleAmount),
        ("1e300", IssueKind::ImplausibleAmount),
        ("3-5亿", IssueKind::UnreadableAmount),
        ("面议", IssueKind::UnreadableAmount),
        ("0", IssueKind::ImplausibleAmount),
        ("\"1,23亿\"", IssueKind::UnreadableAmount),
    ] {
        let import = opened(&format!("项目名称,国别,投资额\n甲,德国,{written}\n"));
        assert_eq!(amount(&import.table, 0), None, "{written}");
        check_issues(&import, &[(kind, 2, written.trim_matches('"'))]);
    }
}

#[test]
fn a_unit_is_read_from_the_heading_or_the_line_above_the_table() {
    for (heading, currency, scale) in [
        ("投资总额（万元）", "CNY", 1e4),
        ("总投资(亿元)", "CNY", 1e8),
        ("合同外资（万美元）", "USD", 1e4),
        ("投资额/亿元", "CNY", 1e8),
        ("\"Amount (USD, million)\"", "USD", 1e6),
        ("Investment (EUR m)", "EUR", 1e6),
        ("amount_cny_100m", "CNY", 1e8),
        ("总投资：亿日元", "JPY", 1e8),
    ] {
        let import = opened(&format!("项目名称,国别,{heading}\n甲,德国,7\n"));
        assert_eq!(
            amount(&import.table, 0),
            Some((7.0, currency, scale, AmountBound::Exact)),
            "{heading}"
        );
    }
    let import = opened("某区签约项目一览表,,\n,,单位：万元\n项目名称,国别,投资额\n甲,德国,7\n");
    assert_eq!(
        amount(&import.table, 0),
        Some((7.0, "CNY", 1e4, AmountBound::Exact))
    );
    assert_eq!(
        import.report.opened.header,
        HeaderRows { first: 3, rows: 1 }
    );
}

#[test]
fn titles_totals_sections_footnotes_and_empty_rows_are_left_out_and_said() {
    let import = opened(
        "2023年签约项目台账,,,\n\n序号,项目名称,国别,投资额(亿元)\n一、欧洲,,,\n1,甲,德国,1\n2,乙,法国,2\n小计,,,3\n二、亚洲,,,\n\
         序号,项目名称,国别,投资额(亿元)\n3,丙,日本,4\n4,,,\n,合计：3个,,7\n注：金额为协议金额,,,\n",
    );
    let receipt = &import.report.receipt;
    let left_out: Vec<(LeftOut, Vec<u32>)> = receipt
        .left_out
        .iter()
        .map(|group| {
            (
                group.kind,
                group.listed.iter().map(|(row, _)| *row).collect(),
            )
        })
        .collect();
    assert_eq!(
        left_out,
        [
            (LeftOut::Blank, vec![11]),
            (LeftOut::Title, vec![1]),
            (LeftOut::Total, vec![7, 12]),
            (LeftOut::Section, vec![4, 8]),
            (LeftOut::Footnote, vec![13]),
            (LeftOut::RepeatedHeader, vec![9]),
        ]
    );
    assert_eq!((receipt.rows_read, receipt.rows_kept), (10, 3));
    assert_eq!(import.table.len(), 3);
}

#[test]
fn a_header_of_two_rows_names_a_column_by_both() {
    let import = opened(
        "序号,项目名称,投资方,,投资额,,签约时间\n,,名称,国别,亿元人民币,万美元,\n1,甲,西门子,德国,5,,2023\n2,乙,丰田,日本,3,,2022\n",
    );
    let headings: Vec<&str> = import
        .report
        .mapping
        .columns
        .iter()
        .map(|column| &*column.heading)
        .collect();
    assert_eq!(
        headings,
        [
            "序号",
            "项目名称",
            "投资方 名称",
            "投资方 国别",
            "投资额 亿元人民币",
            "投资额 万美元",
            "签约时间"
        ]
    );
    assert_eq!(
        import.report.opened.header,
        HeaderRows { first: 1, rows: 2 }
    );
    assert_eq!(
        amount(&import.table, 0),
        Some((5.0, "CNY", 1e8, AmountBound::Exact))
    );
    assert_eq!(keys(&import.table, 1)[0], "JPN");
    assert_eq!(import.table.partner(1), "丰田");
}

#[test]
fn a_delimiter_is_found_and_can_be_chosen() {
    for (delimiter, byte) in [
        (Delimiter::Comma, ','),
        (Delimiter::Tab, '\t'),
        (Delimiter::Semicolon, ';'),
        (Delimiter::Bar, '|'),
    ] {
        let text =
            "项目名称,国别,投资额\n甲,德国,1亿\n乙,日本,2亿\n".replace(',', &byte.to_string());
        let import = opened(&text);
        assert_eq!(import.report.opened.delimiter, Some(delimiter));
        assert_eq!(import.table.len(), 2);
    }
    let choices = Choices {
        delimiter: Some(Delimiter::Bar),
        ..Choices::default()
    };
    let import = read("a.csv", "名称,国别\n甲,德国\n".as_bytes(), choices).unwrap();
    assert_eq!(import.report.mapping.columns.len(), 1);
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn an_encoding_is_found_and_can_be_chosen() {
    let text = "项目名称,国别,投资额(亿元)\n济南项目,德国,1\n青岛项目,日本,2\n";
    let gb18030 = encoding_rs::GB18030.encode(text).0.into_owned();
    for (encoding, bytes) in [
        (Encoding::Utf8, text.as_bytes().to_vec()),
        (Encoding::Utf8, format!("\u{feff}{text}").into_bytes()),
        (
            Encoding::Utf16Le,
            utf16(&format!("\u{feff}{text}"), u16::to_le_bytes),
        ),
        (
            Encoding::Utf16Be,
            utf16(&format!("\u{feff}{text}"), u16::to_be_bytes),
        ),
        (Encoding::Utf16Le, utf16(text, u16::to_le_bytes)),
        (Encoding::Utf16Be, utf16(text, u16::to_be_bytes)),
        (Encoding::Gb18030, gb18030.clone()),
    ] {
        let import = read("a.csv", &bytes, Choices::default()).unwrap();
        assert_eq!(import.report.opened.encoding, Some(encoding));
        assert_eq!(import.table.name_in(0, Locale::Zh), "济南项目");
        assert_eq!(import.report.receipt.issues, []);
    }
    let choices = Choices {
        encoding: Some(Encoding::Utf8),
        ..Choices::default()
    };
    let import = read("a.csv", &gb18030, choices).unwrap();
    assert_eq!(import.report.opened.encoding, Some(Encoding::Utf8));
    assert_eq!(import.report.receipt.count(IssueKind::MixedEncoding), 2);
}

#[test]
fn a_file_reads_the_same_in_pieces_of_any_size() {
    let text = include_str!("../../assets/data/announced-projects.csv");
    let gb18030 = encoding_rs::GB18030.encode(text).0.into_owned();
    for bytes in [text.as_bytes(), &gb18030] {
        let whole = read("a.csv", bytes, Choices::default()).unwrap();
        for size in [1, 7, 4096, 70_000] {
            let mut reader = Reader::new("a.csv", Choices::default());
            for piece in bytes.chunks(size) {
                reader.push(piece).unwrap();
            }
            assert_eq!(reader.progress().bytes, bytes.len() as u64);
            let import = reader.finish().unwrap();
            assert_eq!(import.report, whole.report);
            assert_eq!(import.table.len(), whole.table.len());
        }
    }
}

#[test]
fn a_corrected_mapping_counts_and_is_remembered_by_its_header() {
    let text = "项目名称,对方,规模\n甲,德国,5\n乙,日本,6\n";
    let first = opened(text);
    assert_eq!(
        first.report.mapping.columns[1].target,
        Some(LedgerColumn::Country)
    );
    assert_eq!(
        first.report.mapping.columns[1].confidence,
        Confidence::FromValues
    );
    assert_eq!(first.report.mapping.columns[1].samples, ["德国", "日本"]);
    assert_eq!(first.report.mapping.columns[2].target, None);
    let mut mapping = first.report.mapping.clone();
    mapping.choose(2, Some(LedgerColumn::Amount));
    mapping.columns[2].unit = Some(inward::io::ledger::Unit {
        currency: "CNY".into(),
        scale: 1e8,
    });
    let second = read(
        "a.csv",
        text.as_bytes(),
        Choices {
            mapping: Some(mapping.clone()),
            ..Choices::default()
        },
    )
    .unwrap();
    assert_eq!(
        amount(&second.table, 1),
        Some((6.0, "CNY", 1e8, AmountBound::Exact))
    );
    let other = " 项目名称 ;对方;规模\n丙;法国;7\n";
    let choices = Choices {
        remembered: vec![mapping.clone()],
        ..Choices::default()
    };
    let third = read("b.csv", other.as_bytes(), choices).unwrap();
    assert_eq!(
        amount(&third.table, 0),
        Some((7.0, "CNY", 1e8, AmountBound::Exact))
    );
    assert_eq!(third.report.mapping.fingerprint(), mapping.fingerprint());
    assert_eq!(third.report.mapping.columns[2].samples, ["7"]);
}

#[test]
fn header_rows_can_be_chosen() {
    let text = "项目名称,国别\n甲,德国\n乙,日本\n";
    let choices = Choices {
        header: Some(HeaderRows { first: 2, rows: 1 }),
        ..Choices::default()
    };
    let import = read("a.csv", text.as_bytes(), choices).unwrap();
    assert_eq!(import.table.len(), 1);
    let choices = Choices {
        header: Some(HeaderRows { first: 1, rows: 0 }),
        ..Choices::default()
    };
    let import = read("a.csv", text.as_bytes(), choices).unwrap();
    assert_eq!(import.report.receipt.rows_kept, 3);
}

#[test]
fn duplicates_are_suspected_and_kept() {
    let import = opened(
        "编号,项目名称,合作方,签约时间\n1,甲,西门子,2023\n2,乙,丰田,2023\n1,甲,西门子,2023\n",
    );
    check_issues(
        &import,
        &[
            (IssueKind::Duplicate, 4, "2"),
            (IssueKind::DuplicateId, 4, "1"),
        ],
    );
    assert_eq!((import.table.len(), import.table.id(2)), (3, "row-4"));
}

#[test]
fn an_identifier_is_recognised_again_wherever_it_comes() {
    // In order up to 10, then one from before the beginning, two from the middle and one from after the end.
    let import = opened("编号,项目名称\n1,甲\n2,乙\n10,丙\n0,丁\n2,戊\n0,己\n11,庚\n10,辛\n");
    check_issues(
        &import,
        &[
            (IssueKind::DuplicateId, 6, "2"),
            (IssueKind::DuplicateId, 7, "0"),
            (IssueKind::DuplicateId, 9, "10"),
        ],
    );
    let ids: Vec<&str> = (0..8).map(|row| import.table.id(row)).collect();
    assert_eq!(ids, ["1", "2", "10", "0", "row-6", "row-7", "11", "row-9"]);
}

#[test]
fn values_that_a_column_has_no_room_for_are_counted_as_other_and_named() {
    let mut text = String::from("编号,项目名称,园区,活动\n");
    for row in 0..65_540 {
        text.push_str(&format!("{row},项目{row},园区{row},活动{row}\n"));
    }
    let import = opened(&text);
    let receipt = &import.report.receipt;
    let places = import.table.category(CategoryField::Place);
    let others = |field| {
        let column = import.table.category(field);
        let other = column.tree().code("other");
        let codes = column.codes().iter();
        codes.filter(|&&code| Some(code) == other).count()
    };
    assert!(places.tree().nodes().len() <= usize::from(u16::MAX) + 1);
    let surplus = others(CategoryField::Place) + others(CategoryField::Event);
    assert!(surplus > 0);
    assert_eq!(receipt.count(IssueKind::SurplusValue) as usize, surplus);
    let last = import.table.len() - 1;
    assert_eq!(
        extras(&import.table, last),
        [("园区", "园区65539"), ("活动", "活动65539")]
    );
}

#[test]
fn a_row_with_several_doubts_is_counted_once() {
    let mut text = String::from("编号,项目名称,国别,签约时间\n");
    for row in 0..2_000 {
        text.push_str(&format!("{row},项目{row},德国,2023\n"));
    }
    // The same once more, each with an unknown country.
    for row in 0..1_000 {
        text.push_str(&format!("{},项目{row},亚特兰蒂斯,2023\n", row + 2_000));
    }
    for row in 0..1_000 {
        text.push_str(&format!("{},项目{row},亚特兰蒂斯,2023\n", row + 3_000));
    }
    let receipt = opened(&text).report.receipt;
    assert_eq!(receipt.count(IssueKind::UnknownCountry), 2_000);
    assert_eq!(receipt.count(IssueKind::Duplicate), 2_000);
    assert_eq!(receipt.rows_with_issues, 2_000);
    let listed = receipt
        .issues
        .iter()
        .find(|group| group.kind == IssueKind::Duplicate);
    let rows: Vec<u32> = listed
        .unwrap()
        .listed
        .iter()
        .map(|issue| issue.row)
        .collect();
    assert_eq!(rows, (2_002..3_002).collect::<Vec<u32>>());
}

#[test]
fn an_identifier_that_begins_as_a_total_does_is_none() {
    let import =
        opened("编号,项目名称\nS0000001,甲\nTotal,\nT o t a l,3\nSubtotal:,4\nTO,乙\nSum,5\n");
    assert_eq!(import.table.len(), 2);
    assert_eq!(import.report.receipt.left_out[0].count, 4);
}

#[test]
fn rows_that_are_longer_than_the_header_lose_nothing() {
    let import = opened("项目名称,国别\n甲,德国,多出,又一\n乙,日本\n丙\n");
    check_issues(&import, &[(IssueKind::SurplusCells, 2, "多出 | 又一")]);
    assert_eq!(
        extras(&import.table, 0),
        [("无标题 / No heading", "多出 | 又一")]
    );
    assert_eq!(import.table.len(), 3);
}

#[test]
fn quotation_marks_hold_delimiters_line_ends_and_themselves() {
    let import = opened("项目名称,备注\n\"甲,乙\",\"他说\"\"好\"\"\n第二行\"\n丙,5\" 管\n丁,戊\n");
    assert_eq!(import.table.name_in(0, Locale::Zh), "甲,乙");
    assert_eq!(import.table.note(0), "他说\"好\"\n第二行");
    assert_eq!(import.table.note(1), "5\" 管");
    assert_eq!(import.table.len(), 3);
    assert_eq!(import.report.receipt.issues, []);
}

#[test]
fn a_file_without_projects_is_refused() {
    let refusal = |bytes: &[u8]| read("a.csv", bytes, Choices::default()).unwrap_err();
    assert_eq!(refusal(b""), ImportError::Empty);
    assert_eq!(refusal(b" \n\n"), ImportError::Empty);
    assert_eq!(refusal("项目名称,国别\n".as_bytes()), ImportError::NoRows);
    for error in [
        ImportError::Empty,
        ImportError::FarCell("XFD1".into()),
        ImportError::TooManyRows(5),
    ] {
        assert_ne!(error.text(Locale::Zh), error.text(Locale::En));
    }
}

#[test]
fn a_count_of_projects_is_the_weight_of_its_row() {
    let import = opened(
        "国别,产业,年份,项目数,投资额(亿元)\n德国,汽车,2023,12,30\n日本,汽车,2023,\"1,200\",50\n法国,汽车,2023,几个,1\n",
    );
    let weights: Vec<u32> = (0..3).map(|row| import.table.projects(row)).collect();
    assert_eq!(weights, [12, 1200, 1]);
    check_issues(&import, &[(IssueKind::UnreadableCount, 4, "几个")]);
}

#[test]
fn what_differs_is_never_taken_for_a_duplicate() {
    let mut text = String::from("id,name,partner\n");
    for row in 0..60_000 {
        text.push_str(&format!(
            "p{row:06},Project {},Partner {}\n",
            row % 300,
            row / 300
        ));
    }
    let import = opened(&text);
    assert_eq!(
        (import.table.len(), &*import.report.receipt.issues),
        (60_000, &[][..])
    );
}

#[test]
fn what_a_worker_practises_on_is_a_ledger_without_a_doubt() {
    let pieces: Vec<String> = InventedLedger::default().collect();
    assert!(pieces.iter().all(|piece| piece.len() < 64 << 10));
    let import = opened(&pieces.concat());
    check_issues(&import, &[]);
    let receipt = &import.report.receipt;
    assert_eq!((receipt.rows_kept, receipt.left_out.len()), (10_000, 0));
    // Every column is recognised, so that practice is what a reading will be.
    let columns = &import.report.mapping.columns;
    assert!(columns.iter().all(|column| column.target.is_some()));
    assert_eq!(
        keys(&import.table, 0),
        [
            "DEU",
            "advanced-equipment",
            "shandong/jinan",
            "investment",
            "signed"
        ]
    );
}

#[test]
fn rows_that_differ_are_not_suspected_to_be_one() {
    // Of a million such rows these two once had the same forty bits of a hash.
    let row = |row: u32| format!("S{row:07},项目{row},德国,{},2025-01-02\n", row + 1);
    let header = "编号,项目名称,国别,投资额（万元）,签约时间\n";
    let import = opened(&format!("{header}{}{}", row(443_955), row(896_815)));
    check_issues(&import, &[]);
}

#[test]
fn rows_read_together_become_what_they_become_one_by_one() {
    let values: [(&str, &[&str]); 10] = [
        ("编号", &["", "A1", "A2", "row-7", "A1"]),
        ("项目名称", &["甲", "乙", "Factory", "丙"]),
        ("国别", &["德国", "亚特兰蒂斯", "", "德国、法国", "日本"]),
        ("城市", &["济南", "青岛", "", "乌有市"]),
        ("合作方式", &["", "投资", "交换"]),
        (
            "签约时间",
            &["2023-09-21", "去年", "2023年第三季度", "", "2023"],
        ),
        (
            "投资总额(万元)",
            &["500", "约3亿元", "很多", "", "2亿元（一期）", "#N/A"],
        ),
        ("国别口径", &["", "乙"]),
        ("amount_bound", &["", "丙"]),
        ("联系人", &["张三", ""]),
    ];
    let headings: Vec<&str> = values.iter().map(|(heading, _)| *heading).collect();
    let mut csv = headings.join(",") + "\n";
    let mut objects: Vec<String> = Vec::new();
    let mut state = 1_u32;
    // The first rows, which are held back until the header is known, have nothing doubtful.
    for row in 0..3_000 {
        let cells = values.map(|(_, values)| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let is_sound = row < 100 || state >> 16 & 7 != 0;
            values[if is_sound {
                0
            } else {
                (state >> 20) as usize % values.len()
            }]
        });
        csv.push_str(&(cells.join(",") + "\n"));
        let members = headings.iter().zip(cells);
        let members: Vec<String> = members
            .map(|(heading, cell)| format!("\"{heading}\":\"{cell}\""))
            .collect();
        objects.push(format!("{{{}}}", members.join(",")));
    }
    let json = format!("[{}]", objects.join(","));
    let together = opened(&csv);
    let one_by_one = read("台账.json", json.as_bytes(), Choices::default()).unwrap();
    assert_eq!(together.report.receipt, one_by_one.report.receipt);
    assert!(together.report.receipt.issues.len() > 7);
    assert_eq!(together.table.extra_headers().count(), 8);
    let [together, one_by_one] =
        [together, one_by_one].map(|import| FlatTable::from_table(import.table));
    assert!(together == one_by_one);
}
