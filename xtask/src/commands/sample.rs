//! `cargo xtask sample`: a ledger of invented projects, for tests and benchmarks only.
//!
//! Nothing in it is real but the names of countries, provinces and cities. The same seed gives the same bytes.

use std::fs::File;
use std::io::{BufWriter, Write, stdout};

use crate::failure::Failure;

/// The largest job that the page is made for: the national register of foreign-invested enterprises.
const ROWS: u64 = 1_240_000;

const HEADER: &str = "id,name,partner,partner_country,host_province,host_city,industry,mode,signed_on,amount_cny_100m,status";

/// Partner countries and regions, the most frequent first.
const COUNTRIES: [&str; 45] = [
    "HK", "SG", "KR", "JP", "US", "DE", "TW", "GB", "FR", "NL", "MO", "CA", "AU", "MY", "CH", "IT",
    "SE", "TH", "AE", "ES", "DK", "AT", "BE", "FI", "IE", "NO", "LU", "IL", "IN", "ID", "VN", "NZ",
    "RU", "SA", "BR", "PL", "TR", "ZA", "PT", "CZ", "HU", "MX", "PH", "KZ", "CL",
];

/// Provinces and some of their cities, the most frequent first.
const PLACES: [(&str, &str); 31] = [
    ("广东省", "广州市 深圳市 佛山市 东莞市 惠州市 珠海市 中山市"),
    ("江苏省", "苏州市 南京市 无锡市 常州市 南通市 扬州市"),
    ("上海市", "上海市"),
    ("浙江省", "杭州市 宁波市 嘉兴市 绍兴市 温州市"),
    ("山东省", "济南市 青岛市 烟台市 威海市 潍坊市 淄博市"),
    ("北京市", "北京市"),
    ("福建省", "福州市 厦门市 泉州市 漳州市"),
    ("天津市", "天津市"),
    ("四川省", "成都市 绵阳市 德阳市 宜宾市"),
    ("湖北省", "武汉市 宜昌市 襄阳市 黄石市"),
    ("辽宁省", "大连市 沈阳市 鞍山市 营口市"),
    ("安徽省", "合肥市 芜湖市 滁州市 马鞍山市"),
    ("湖南省", "长沙市 株洲市 岳阳市 衡阳市"),
    ("河南省", "郑州市 洛阳市 许昌市 新乡市"),
    ("重庆市", "重庆市"),
    ("陕西省", "西安市 咸阳市 宝鸡市"),
    ("河北省", "石家庄市 唐山市 保定市 沧州市"),
    ("江西省", "南昌市 九江市 赣州市"),
    ("广西壮族自治区", "南宁市 柳州市 北海市"),
    ("海南省", "海口市 三亚市 儋州市"),
    ("云南省", "昆明市 曲靖市 玉溪市"),
    ("吉林省", "长春市 吉林市"),
    ("黑龙江省", "哈尔滨市 大庆市"),
    ("山西省", "太原市 大同市"),
    ("内蒙古自治区", "呼和浩特市 包头市 鄂尔多斯市"),
    ("贵州省", "贵阳市 遵义市"),
    ("新疆维吾尔自治区", "乌鲁木齐市 克拉玛依市"),
    ("甘肃省", "兰州市 天水市"),
    ("宁夏回族自治区", "银川市 吴忠市"),
    ("青海省", "西宁市 海东市"),
    ("西藏自治区", "拉萨市"),
];

/// Industries of the reference list, with what is made there.
const INDUSTRIES: &str = include_str!("../../../assets/reference/industries.csv");

const MODES: [&str; 6] = [
    "investment",
    "cooperation",
    "technology",
    "trade",
    "rd-centre",
    "other",
];

const STAGES: [&str; 4] = ["operating", "signed", "under-construction", "unknown"];

const FIRST_CHARACTERS: &str = "华海科瑞东泰恒远安博达信中天盛嘉德联凯宏";

const SECOND_CHARACTERS: &str = "源创利通宇丰润晟诚美康泽峰腾";

const WORKS: [&str; 16] = [
    "生产基地",
    "研发中心",
    "产业园",
    "总部基地",
    "二期扩建",
    "智能工厂",
    "示范线",
    "物流中心",
    "材料项目",
    "设备制造",
    "创新中心",
    "区域总部",
    "检测平台",
    "合作项目",
    "零部件",
    "服务中心",
];

/// Writes a ledger as the options say: `--rows N`, `--seed N`, `--output FILE`.
pub(crate) fn sample(options: &[&str]) -> Result<(), Failure> {
    let (mut rows, mut seed, mut output) = (ROWS, 1, None);
    let mut left = options.iter();
    while let Some(option) = left.next() {
        let value = left.next();
        let number = || value.and_then(|value| value.parse().ok());
        match (*option, value) {
            ("--rows", _) => rows = number().ok_or_else(|| not_a_number(option))?,
            ("--seed", _) => seed = number().ok_or_else(|| not_a_number(option))?,
            ("--output", Some(file)) => output = Some(*file),
            _ => {
                return Err(Failure::new(format!(
                    "`{option}` is not an option: say --rows N, --seed N or --output FILE."
                )));
            }
        }
    }
    match output {
        Some(file) => {
            let created = File::create(file)
                .map_err(|error| Failure::new(format!("{file} cannot be written: {error}.")))?;
            write_to(BufWriter::new(created), rows, seed)
        }
        None => write_to(BufWriter::new(stdout().lock()), rows, seed),
    }
}

fn not_a_number(option: &str) -> Failure {
    Failure::new(format!("`{option}` wants a number."))
}

fn write_to(mut out: impl Write, rows: u64, seed: u64) -> Result<(), Failure> {
    write_rows(&mut out, rows, seed)
        .and_then(|()| out.flush())
        .map_err(|error| Failure::new(format!("The ledger cannot be written: {error}.")))
}

fn write_rows(out: &mut impl Write, rows: u64, seed: u64) -> std::io::Result<()> {
    let industries: Vec<(&str, &str)> = INDUSTRIES
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.split(',');
            Some((cells.next()?, cells.next()?))
        })
        .collect();
    let mut random = Random(seed);
    writeln!(out, "{HEADER}")?;
    for row in 1..=rows {
        let country = COUNTRIES[random.often_low(COUNTRIES.len())];
        let (province, cities) = PLACES[random.often_low(PLACES.len())];
        let city = random.word(cities);
        let (industry, product) = industries[random.often_low(industries.len())];
        let partner = format!(
            "{}{}集团",
            random.character(FIRST_CHARACTERS),
            random.character(SECOND_CHARACTERS)
        );
        let name = format!(
            "{}{partner}{product}{}{}号",
            city.trim_end_matches('市'),
            WORKS[random.below(WORKS.len())],
            random.below(900) + 1
        );
        let mode = MODES[random.often_low(MODES.len())];
        let stage = STAGES[random.often_low(STAGES.len())];
        // Later years have more.
        let year = 2010 + 14 - random.often_low(15);
        let (month, day) = (random.below(12) + 1, random.below(28) + 1);
        let amount = random.amount();
        writeln!(
            out,
            "S{row:07},{name},{partner},{country},{province},{city},{industry},{mode},{year}-{month:02}-{day:02},{amount},{stage}"
        )?;
    }
    Ok(())
}

/// Numbers that look random and are the same for one seed: a counter, mixed (Steele's SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ mixed >> 31
    }

    /// From 0 up to `count`, which is excluded.
    fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }

    /// The same, small numbers more often than large ones.
    fn often_low(&mut self, count: usize) -> usize {
        self.below(count).min(self.below(count))
    }

    fn word<'t>(&mut self, words: &'t str) -> &'t str {
        let count = words.split(' ').count();
        words.split(' ').nth(self.below(count)).unwrap_or_default()
    }

    fn character(&mut self, characters: &str) -> char {
        let count = characters.chars().count();
        characters
            .chars()
            .nth(self.below(count))
            .unwrap_or_default()
    }

    /// An amount in 亿元, log-normal; nothing for one in eight.
    fn amount(&mut self) -> String {
        if self.below(8) == 0 {
            return String::new();
        }
        let uniform = |random: &mut Self| random.below(1 << 20) as f64 / f64::from(1 << 20);
        let normal = (0..12).map(|_| uniform(self)).sum::<f64>() - 6.0;
        format!("{:.4}", (0.2 + 1.5 * normal).exp())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ledger(rows: u64, seed: u64) -> String {
        let mut bytes = Vec::new();
        write_rows(&mut bytes, rows, seed).expect("memory takes it");
        String::from_utf8(bytes).expect("text")
    }

    #[test]
    fn one_seed_gives_one_ledger() {
        assert_eq!(ledger(50, 7), ledger(50, 7));
        assert_ne!(ledger(50, 7), ledger(50, 8));
    }

    #[test]
    fn every_row_has_every_column() {
        let ledger = ledger(500, 1);
        let columns = HEADER.split(',').count();
        assert_eq!(ledger.lines().count(), 501);
        assert!(
            ledger
                .lines()
                .all(|line| line.split(',').count() == columns)
        );
    }

    #[test]
    fn what_is_no_option_is_refused() {
        assert!(sample(&["--rows", "many"]).is_err());
        assert!(sample(&["--colour", "red"]).is_err());
    }
}
