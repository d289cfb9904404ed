//! A ledger that nobody has.

use std::fmt::Write;

/// Rows in all: a browser has seen by then what runs often.
const ROWS: u32 = 10_000;

/// Rows of a piece.
const PIECE_ROWS: u32 = 200;

const HEADER: &str =
    "编号,项目名称,合作方,国别,省份,城市,产业,合作方式,签约时间,投资总额（亿元）,进展\n";

/// What rows say beside identifier and name, in turn: most columns of a ledger have a few texts.
const VALUES: [&str; 6] = [
    "华海集团,德国,山东省,济南市,高端装备,投资,2023-09-21,5.2,已签约",
    "东泰公司,NL,江苏省,苏州市,biomedicine,technology,2019-04-02,,operating",
    "科瑞,FR,浙江省,杭州市,汽车,investment,2021-11-30,0.75,已投产",
    "恒远,新加坡,广东省,深圳市,electronics-ict,投资,2024-01-15,120,signed",
    "安博,JP,辽宁省,大连市,automotive,technology,2016-07-08,,在建",
    "信达,US,四川省,成都市,电子信息,投资,2012-03-28,33.4096,operating",
];

/// The text of an invented ledger, in pieces: what a reader may practise on.
#[derive(Debug, Default)]
pub struct InventedLedger {
    rows: u32,
}

impl Iterator for InventedLedger {
    type Item = String;

    /// The next lines.
    fn next(&mut self) -> Option<String> {
        if self.rows == ROWS {
            return None;
        }
        let mut text = match self.rows {
            0 => HEADER.to_owned(),
            _ => String::new(),
        };
        for row in self.rows..self.rows + PIECE_ROWS {
            let values = VALUES[row as usize % VALUES.len()];
            // Memory can always be written to.
            let _ = writeln!(text, "W{row:07},高端装备示范线{row}号,{values}");
        }
        self.rows += PIECE_ROWS;
        Some(text)
    }
}
