//! A large ledger read by two readers at once is the ledger that one of them reads.

use std::fmt::Write as _;

use inward::data::FlatTable;
use inward::i18n::ledger::IssueKind;
use inward::io::ledger::{Choices, Encoding, Import, Reader, Rest, RestReader, read};
use proptest::prelude::*;

/// Bytes from which the second reader learns what the columns are.
const HEAD: usize = 70_000;

/// Lets a second reader begin after `start` bytes, and says whether what it read was taken.
fn read_in_two(bytes: &[u8], start: usize, choices: &Choices) -> (Import, bool) {
    let mut first = Reader::new("a.csv", choices.clone()).of_size(bytes.len() as u64);
    let rest = rest_from(bytes, start, choices);
    let end = rest.as_ref().map_or(start, |&(_, begins_at)| begins_at);
    for piece in bytes[..end].chunks(50_000) {
        first.push(piece).unwrap();
    }
    let is_joined = rest.is_some_and(|(rest, _)| first.join(&rest));
    if !is_joined {
        first.push(&bytes[end..]).unwrap();
    }
    (first.finish().unwrap(), is_joined)
}

fn rest_from(bytes: &[u8], start: usize, choices: &Choices) -> Option<(Rest, usize)> {
    let reader = RestReader::new("a.csv", choices.clone(), &bytes[..HEAD])?;
    let mut reader = reader.from(start as u64, bytes.len() as u64);
    for piece in bytes[start..].chunks(30_000) {
        reader.push(piece).ok()?;
    }
    let begins_at = reader.begins_at()?;
    // On its way from one worker to the other.
    let (report, flat) = reader.finish().ok()?.into_flat();
    let report = serde_json::from_str(&serde_json::to_string(&report).unwrap()).unwrap();
    Some((Rest::from_flat(report, flat).unwrap(), begins_at as usize))
}

/// Compares what one reader gives with what two do, wherever the second begins.
fn check_with(bytes: &[u8], is_joined: bool, choices: &Choices) -> Import {
    assert!(bytes.len() > HEAD + 1_000, "{} bytes", bytes.len());
    let whole = read("a.csv", bytes, choices.clone()).unwrap();
    let flat = FlatTable::from_table(whole.table.clone());
    let room = bytes.len() - HEAD;
    for start in [0, 1, room / 3, room / 2, room - 400].map(|after| HEAD + after) {
        let (import, was_joined) = read_in_two(bytes, start, choices);
        assert_eq!(was_joined, is_joined, "from {start}");
        assert_eq!(import.report, whole.report, "from {start}");
        let is_same = FlatTable::from_table(import.table) == flat;
        assert!(is_same, "another table from {start}");
    }
    whole
}

fn check(text: &str, is_joined: bool) -> Import {
    check_with(text.as_bytes(), is_joined, &Choices::default())
}

const HEADER: &str = "编号,项目名称,外方,国别,省份,城市,行业,投资额(亿元),签约时间,进展,联系人\n";

/// A row like most.
fn row(number: usize) -> String {
    format!(
        "S{number:07},新能源汽车零部件生产基地项目{number},Partner {},德国,山东省,济南市,制造业,{}.5,2023-0{}-21,已开工,张三\n",
        number % 300,
        number % 90,
        number % 9 + 1,
    )
}

fn rows(numbers: std::ops::Range<usize>) -> String {
    numbers.map(row).collect()
}

#[test]
fn rows_like_most_are_joined() {
    let import = check(&format!("{HEADER}{}", rows(0..1_500)), true);
    assert_eq!(import.table.len(), 1_500);
    assert_eq!(import.report.receipt.issue_count(), 0);
}

#[test]
fn a_file_of_another_encoding_is_joined_where_a_byte_tells_the_end_of_a_line() {
    let text = format!("{HEADER}{}", rows(0..2_000));
    let gb18030 = encoding_rs::GB18030.encode(&text).0.into_owned();
    check_with(&gb18030, true, &Choices::default());
    let utf16: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    check_with(&utf16, false, &Choices::default());
    let choices = Choices {
        encoding: Some(Encoding::Gb18030),
        ..Choices::default()
    };
    check_with(&gb18030, true, &choices);
}

#[test]
fn old_line_ends_are_read_by_one_reader() {
    check(
        &format!("{HEADER}{}", rows(0..1_500)).replace('\n', "\r"),
        false,
    );
    check(
        &format!("{HEADER}{}", rows(0..1_500)).replace('\n', "\r\n"),
        true,
    );
}

#[test]
fn rows_are_numbered_through() {
    // A doubtful value, an empty line and a total at both ends, and a row that repeats the eighth.
    let end = |id: &str| {
        format!(
            "{id},甲{id},乙,亚特兰蒂斯,山东省,济南市,制造业,不详的,2023-01-01,已开工,李四\n\n合计,,,,,,,35.5,,,\n"
        )
    };
    let repeated = row(7).replace("S0000007", "T1");
    let (first, last) = (end("A1"), end("Z1"));
    let rows = rows(0..1_500);
    let import = check(&format!("{HEADER}{first}{rows}{last}{repeated}"), true);
    let receipt = &import.report.receipt;
    let countries = receipt.issues.iter();
    let countries = countries.filter(|group| group.kind == IssueKind::UnknownCountry);
    let listed: Vec<u32> = countries
        .flat_map(|group| group.listed.iter().map(|issue| issue.row))
        .collect();
    assert_eq!(listed, [2, 1_505]);
    let duplicates = receipt.issues.iter();
    let mut duplicates = duplicates.filter(|group| group.kind == IssueKind::Duplicate);
    let found = &duplicates.next().unwrap().listed;
    assert_eq!((found[0].row, &*found[0].value), (1_508, "12"));
}

#[test]
fn rows_without_an_identifier_are_named_by_their_number() {
    let (_, header) = HEADER.split_once(',').unwrap();
    let nameless: String = (0..1_500)
        .map(|number| row(number).split_once(',').unwrap().1.to_owned())
        .collect();
    let import = check(&format!("{header}{nameless}"), true);
    assert_eq!(import.table.id(1_499), "row-1501");
    // Here and there one.
    let mixed: String = (0..1_500)
        .map(|number| {
            let row = row(number);
            let named = number % 3 > 0;
            if named {
                row
            } else {
                row.replacen(&format!("S{number:07}"), "", 1)
            }
        })
        .collect();
    check(&format!("{HEADER}{mixed}"), true);
}

#[test]
fn identifiers_that_do_not_ascend_are_compared() {
    let downwards: String = (0..1_500).rev().map(row).collect();
    check(&format!("{HEADER}{downwards}"), true);
    // The last row has the identifier of the first.
    let repeated = row(0).replace("基地", "中心");
    check(&format!("{HEADER}{}{repeated}", rows(0..1_500)), false);
    check(&format!("{HEADER}{downwards}{}", row(1_499)), false);
    // An identifier that is a row's number.
    let like_a_row = row(0).replace("S0000000", "row-7");
    check(&format!("{HEADER}{}{like_a_row}", rows(0..1_500)), false);
}

#[test]
fn a_cell_of_several_lines_is_no_place_to_begin() {
    let several = format!(
        "S1,\"甲\n{}\",乙,德国,山东省,济南市,制造业,5,2023,已开工,丙\n",
        "一行\n".repeat(20_000)
    );
    let text = format!("{HEADER}{}{several}{}", rows(0..600), rows(600..700));
    let whole = read("a.csv", text.as_bytes(), Choices::default()).unwrap();
    let start = text.find("一行").unwrap() + 1_000;
    assert!(start > HEAD);
    let (import, is_joined) = read_in_two(text.as_bytes(), start, &Choices::default());
    assert!(!is_joined);
    assert_eq!(import.report, whole.report);
}

#[test]
fn letters_that_settle_the_encoding_do_so_for_the_whole_file() {
    let ascii = "id,name,country,amount (CNY 100m),signed on\n".to_owned()
        + &(0..3_000).fold(String::new(), |mut rows, number| {
            let _ = writeln!(
                rows,
                "S{number:07},Plant {number},Germany,{number},2023-09-21"
            );
            rows
        });
    let last = "S9999999,新能源汽车零部件生产基地,德国,5,2023-09-21\n";
    let gb18030 = encoding_rs::GB18030.encode(last).0.into_owned();
    // Nothing but ASCII before it: the encoding is that of the last line.
    let one = [ascii.as_bytes(), &gb18030].concat();
    let import = check_with(&one, true, &Choices::default());
    assert_eq!(import.report.opened.encoding, Some(Encoding::Gb18030));
    // UTF-8 before it: the last line alone is of another encoding.
    let two = [
        ascii.as_bytes(),
        last.replace('9', "8").as_bytes(),
        ascii[80_000..].split_once('\n').unwrap().1.as_bytes(),
        &gb18030,
    ]
    .concat();
    let whole = read("a.csv", &two, Choices::default()).unwrap();
    assert_eq!(whole.report.opened.encoding, Some(Encoding::Utf8));
    let (import, is_joined) = read_in_two(&two, two.len() - 2_000, &Choices::default());
    assert!(!is_joined);
    assert_eq!(import.report, whole.report);
}

#[test]
fn what_a_workbook_holds_cannot_be_told_from_its_beginning() {
    let zip = [b"PK\x03\x04".as_slice(), &[7; 100_000]].concat();
    assert!(RestReader::new("a.xlsx", Choices::default(), &zip).is_none());
    let json = format!("[{}]", r#"{"name":"甲"},"#.repeat(8_000));
    assert!(RestReader::new("a.json", Choices::default(), json.as_bytes()).is_none());
}

/// A cell of each column: usual, rare, doubtful, empty.
fn cells() -> impl Strategy<Value = Vec<String>> {
    let column = |usual: &'static [&'static str]| {
        prop_oneof![
            8 => prop::sample::select(usual).prop_map(str::to_owned),
            1 => Just(String::new()),
            1 => "[a-z甲乙丙#=]{1,6}",
            1 => Just("\"多行\n的, \"\"单元格\"\"\"".to_owned()),
        ]
    };
    vec![
        column(&["某项目", "另一个项目", "Plant", "合计", "注：略"]).boxed(),
        column(&["西门子", "大众", "Bosch"]).boxed(),
        column(&["德国", "日本", "Germany; France", "不存在的国家"]).boxed(),
        column(&["山东省", "江苏省", "火星"]).boxed(),
        column(&["济南市", "苏州市", "某镇"]).boxed(),
        column(&["制造业", "汽车", "未知行业"]).boxed(),
        column(&["5", "约3亿元", "3,000万美元", "-1", "1e300", "未披露"]).boxed(),
        column(&["2023-09-21", "2023", "2023年9月", "昨天"]).boxed(),
        column(&["已开工", "签约", "?"]).boxed(),
        column(&["联系人", "备注", "Note"]).boxed(),
        // To the right of the header.
        prop_oneof![20 => Just(String::new()), 1 => Just(",多出来的".to_owned())].boxed(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_rows_are_the_same_in_two(
        kinds in prop::collection::vec(cells(), 40),
        order in prop::collection::vec(0_usize..40, 2_400),
        ids in 0_u8..3,
        place in 0.0..1.0,
    ) {
        let mut text = HEADER.to_owned();
        for (number, kind) in order.into_iter().enumerate() {
            match ids {
                0 => {}
                1 => { let _ = write!(text, "P{number:06}"); }
                _ => { let _ = write!(text, "{}", number * 7_919 % 2_411); }
            }
            for (at, cell) in kinds[kind].iter().enumerate() {
                let _ = write!(text, "{}{cell}", if at < 10 { "," } else { "" });
            }
            text.push('\n');
        }
        let bytes = text.as_bytes();
        prop_assume!(bytes.len() > HEAD + 10);
        let whole = read("a.csv", bytes, Choices::default());
        prop_assume!(whole.is_ok());
        let whole = whole.unwrap();
        let start = HEAD + ((bytes.len() - HEAD) as f64 * place) as usize;
        let (import, _) = read_in_two(bytes, start, &Choices::default());
        prop_assert_eq!(&import.report, &whole.report);
        let is_same = FlatTable::from_table(import.table) == FlatTable::from_table(whole.table);
        prop_assert!(is_same);
    }
}
