//! What a column holds, by its heading: the words that ledgers use, in Chinese and in English.

use std::sync::LazyLock;

use super::folding;
use crate::data::AmountUnit;
use crate::i18n::Locale;
use crate::i18n::ledger::{Confidence, LedgerColumn};

use super::values::{LONGEST_TERM, amount};

/// What a heading says of its column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Recognised {
    pub(super) column: Option<LedgerColumn>,
    pub(super) confidence: Confidence,
    pub(super) unit: Option<AmountUnit>,
}

/// Recognises a heading.
pub(super) fn recognise(heading: &str) -> Recognised {
    let (column, confidence) = column_of(heading);
    let unit = match column {
        Some(LedgerColumn::Amount) => amount::unit_in(heading).complete(),
        _ => None,
    };
    Recognised {
        column,
        confidence,
        unit,
    }
}

/// Whether a heading is a known one, which tells a header from other rows.
pub(super) fn is_known(heading: &str) -> bool {
    if heading.len() > LONGEST_TERM {
        return false;
    }
    let bare = folding::letters(&without_unit(heading));
    !bare.is_empty() && (exactly(&folding::letters(heading)).is_some() || exactly(&bare).is_some())
}

fn column_of(heading: &str) -> (Option<LedgerColumn>, Confidence) {
    if heading.len() > LONGEST_TERM {
        return (None, Confidence::None);
    }
    let whole = folding::letters(heading);
    if whole.is_empty() {
        return (None, Confidence::None);
    }
    if let Some((column, confidence)) = exactly(&whole) {
        return (Some(column), confidence);
    }
    // 投资总额（万元） is 投资总额 with a unit, 国别(地区) is 国别, amount_cny_100m is amount.
    let bare = folding::letters(&without_unit(heading));
    if let Some((column, confidence)) = exactly(&bare) {
        return (Some(column), confidence);
    }
    if bare.is_empty() {
        return (None, Confidence::None);
    }
    close_to(&bare).map_or((None, Confidence::None), |column| {
        (Some(column), Confidence::Likely)
    })
}

fn exactly(folded: &str) -> Option<(LedgerColumn, Confidence)> {
    names()
        .iter()
        .find(|name| name.folded == folded)
        .map(|name| (name.column, name.confidence))
}

/// The column whose name ends the heading, as the head of a Chinese compound does, or is in it, or resembles it.
fn close_to(folded: &str) -> Option<LedgerColumn> {
    if OTHER_THAN_THEY_LOOK
        .iter()
        .any(|word| folded.contains(word))
    {
        return None;
    }
    let longest = |fits: &dyn Fn(&str) -> bool| {
        names()
            .iter()
            .filter(|Name { folded, .. }| {
                folded.chars().count() > 1 && !(folded.is_ascii() && folded.len() < 4)
            })
            .filter(|name| fits(&name.folded))
            .max_by_key(|name| name.folded.len())
            .map(|name| name.column)
    };
    longest(&|name| folded.ends_with(name))
        .or_else(|| longest(&|name| folded.starts_with(name)))
        .or_else(|| {
            names()
                .iter()
                .map(|name| (name.column, likeness(&name.folded, folded)))
                .filter(|(_, likeness)| *likeness >= 0.75)
                .max_by(|left, right| left.1.total_cmp(&right.1))
                .map(|(column, _)| column)
        })
}

/// Shared pairs of neighbouring letters, as a share of all (Dice).
fn likeness(left: &str, right: &str) -> f64 {
    let pairs =
        |text: &str| -> Vec<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (left, mut right) = (pairs(left), pairs(right));
    let all = left.len() + right.len();
    let shared = left
        .iter()
        .filter(|pair| {
            let at = right.iter().position(|other| other == *pair);
            at.map(|at| right.swap_remove(at)).is_some()
        })
        .count();
    if all == 0 {
        0.0
    } else {
        2.0 * shared as f64 / all as f64
    }
}

/// The heading without brackets and without a unit at its end.
fn without_unit(heading: &str) -> String {
    let bare = folding::without_brackets(heading);
    let bare = bare
        .split(['/', '／', ':', '：', '\n'])
        .next()
        .unwrap_or_default();
    for (at, _) in bare.match_indices('_') {
        if amount::unit_in(&bare[at..]).complete().is_some() {
            return bare[..at].to_owned();
        }
    }
    bare.to_owned()
}

/// A name of a column.
struct Name {
    column: LedgerColumn,
    folded: String,
    confidence: Confidence,
}

/// Every name of every column, the surer ones first.
fn names() -> &'static [Name] {
    static SHARED: LazyLock<Vec<Name>> = LazyLock::new(|| {
        let own = LedgerColumn::ALL
            .iter()
            .flat_map(|&column| Locale::ALL.map(|locale| (column, column.text(locale))));
        let listed = |list: &'static [(LedgerColumn, &[&'static str])]| {
            list.iter()
                .flat_map(|(column, names)| names.iter().map(|&name| (*column, name)))
        };
        let certain = own
            .chain(listed(NAMES))
            .map(|name| (name, Confidence::Certain));
        let likely = listed(GENERAL_NAMES).map(|name| (name, Confidence::Likely));
        certain
            .chain(likely)
            .map(|((column, name), confidence)| Name {
                column,
                folded: folding::letters(name),
                confidence,
            })
            .collect()
    });
    &SHARED
}

/// Words that make a heading something else: the date of the ground-breaking is not the date of the signing.
const OTHER_THAN_THEY_LOOK: &[&str] = &[
    "开工",
    "竣工",
    "投产时间",
    "投产日期",
    "更新",
    "填报",
    "联系",
    "电话",
    "负责",
    "注册资本",
    "占地",
    "面积",
    "税",
    "产值",
    "就业",
    "累计",
    "到位",
    "完成投资",
    "实际",
    "内资",
    "contact",
    "phone",
    "email",
    "updated",
    "startdate",
];

/// Names that a more particular one outdoes.
const GENERAL_NAMES: &[(LedgerColumn, &[&str])] = &[
    (
        LedgerColumn::SignedOn,
        &[
            "年份", "年度", "时间", "日期", "date", "year", "month", "月份",
        ],
    ),
    (
        LedgerColumn::Name,
        &["企业名称", "公司名称", "企业", "公司"],
    ),
    (LedgerColumn::AmountUnit, &["单位", "unit"]),
    (
        LedgerColumn::Projects,
        &["个数", "数量", "count", "n", "count()", "cnt"],
    ),
    (LedgerColumn::Country, &["region", "地区"]),
];

const NAMES: &[(LedgerColumn, &[&str])] = &[
    (
        LedgerColumn::Id,
        &[
            "id",
            "序号",
            "项目编号",
            "项目代码",
            "项目编码",
            "no",
            "no.",
            "number",
            "serial number",
            "project id",
            "code",
            "key",
        ],
    ),
    (
        LedgerColumn::Name,
        &[
            "项目名称",
            "项目",
            "名称",
            "签约项目",
            "签约项目名称",
            "项目名",
            "投资项目",
            "name",
            "project",
            "project title",
            "title",
        ],
    ),
    (
        LedgerColumn::NameZh,
        &[
            "name_zh",
            "中文名称",
            "项目名称（中文）",
            "中文名",
            "Chinese name",
        ],
    ),
    (
        LedgerColumn::NameEn,
        &[
            "name_en",
            "英文名称",
            "项目名称（英文）",
            "英文名",
            "English name",
        ],
    ),
    (
        LedgerColumn::Partner,
        &[
            "外方",
            "外方投资者",
            "外方名称",
            "外方企业",
            "外方合作方",
            "外商",
            "投资方",
            "投资者",
            "投资人",
            "投资方名称",
            "投资主体",
            "合作单位",
            "合作企业",
            "合作伙伴",
            "外资企业",
            "外方单位",
            "境外投资者",
            "签约方",
            "签约企业",
            "乙方",
            "partner",
            "partners",
            "investor",
            "foreign partner",
            "foreign investor",
            "company",
            "foreign party",
        ],
    ),
    (
        LedgerColumn::Country,
        &[
            "国别",
            "国家",
            "国家和地区",
            "国家或地区",
            "国家（地区）",
            "国别地区",
            "国别/地区",
            "外方国别",
            "投资国别",
            "投资来源地",
            "来源地",
            "来源国",
            "资金来源地",
            "资金来源国别",
            "外资来源地",
            "投资方国别",
            "合作国别",
            "合作方国家",
            "合作方国家和地区",
            "所属国家",
            "国籍",
            "country",
            "country or region",
            "country/region",
            "nationality",
            "partner_country",
            "partner country",
            "country of origin",
            "origin",
            "investor country",
            "source country",
        ],
    ),
    (LedgerColumn::CountryBasis, &["country_basis", "国别口径"]),
    (
        LedgerColumn::Province,
        &[
            "省",
            "省市",
            "所在省",
            "所在省份",
            "省份/直辖市",
            "host_province_zh",
            "host_province",
            "province",
            "host province",
        ],
    ),
    (
        LedgerColumn::ProvinceEn,
        &["host_province_en", "province_en"],
    ),
    (
        LedgerColumn::City,
        &[
            "市",
            "地市",
            "城市",
            "所在市",
            "所在城市",
            "落户城市",
            "落地城市",
            "host_city_zh",
            "host_city",
            "city",
            "host city",
        ],
    ),
    (LedgerColumn::CityEn, &["host_city_en", "city_en"]),
    (
        LedgerColumn::Zone,
        &[
            "园区",
            "区县",
            "县区",
            "县（市、区）",
            "开发区",
            "落户园区",
            "落地园区",
            "所在园区",
            "所在区县",
            "所属区县",
            "功能区",
            "片区",
            "host_zone_zh",
            "host_zone",
            "zone",
            "district",
            "park",
            "county",
        ],
    ),
    (
        LedgerColumn::Place,
        &[
            "落户地",
            "落地",
            "落户地点",
            "落户地区",
            "落地区域",
            "建设地点",
            "项目地点",
            "项目所在地",
            "所在地",
            "所在地区",
            "地点",
            "拟落户地",
            "选址",
            "项目选址",
            "投资地点",
            "承接地",
            "place",
            "location",
            "site",
            "host",
            "host place",
            "region of project",
        ],
    ),
    (
        LedgerColumn::Industry,
        &[
            "产业",
            "行业",
            "所属产业",
            "所属行业",
            "产业类别",
            "产业类型",
            "行业类别",
            "行业分类",
            "产业领域",
            "领域",
            "产业方向",
            "国民经济行业",
            "产业链",
            "industry",
            "sector",
            "industries",
            "business sector",
        ],
    ),
    (
        LedgerColumn::Section,
        &[
            "sector_gbt4754",
            "行业门类",
            "门类",
            "国民经济行业代码",
            "gb/t 4754",
        ],
    ),
    (
        LedgerColumn::Mode,
        &[
            "合作方式",
            "合作类型",
            "合作形式",
            "投资方式",
            "投资类型",
            "利用外资方式",
            "企业类型",
            "mode",
            "cooperation mode",
            "type of cooperation",
            "investment type",
        ],
    ),
    (
        LedgerColumn::Stage,
        &[
            "进展",
            "项目进展",
            "项目阶段",
            "阶段",
            "状态",
            "项目状态",
            "进展情况",
            "进度",
            "项目进度",
            "推进情况",
            "当前进展",
            "建设阶段",
            "目前进展",
            "status",
            "stage",
            "progress",
            "project status",
            "phase",
        ],
    ),
    (
        LedgerColumn::SignedOn,
        &[
            "签约时间",
            "签约日期",
            "签约日",
            "签约年月",
            "签约年份",
            "签订时间",
            "签订日期",
            "签署时间",
            "签署日期",
            "合同签订时间",
            "协议签订时间",
            "signed_on",
            "signed",
            "signing date",
            "date signed",
            "date of signing",
        ],
    ),
    (
        LedgerColumn::Event,
        &[
            "签约活动",
            "引荐活动",
            "活动",
            "活动名称",
            "招商活动",
            "推介活动",
            "签约平台",
            "会议名称",
            "来源活动",
            "对接活动",
            "event",
            "conference",
            "occasion",
        ],
    ),
    (
        LedgerColumn::Amount,
        &[
            "投资额",
            "投资总额",
            "总投资",
            "总投资额",
            "项目总投资",
            "计划总投资",
            "计划投资",
            "投资金额",
            "合同金额",
            "合同额",
            "签约金额",
            "签约额",
            "协议投资额",
            "拟投资额",
            "投资规模",
            "合同外资",
            "合同外资额",
            "金额",
            "amount",
            "investment",
            "total investment",
            "investment amount",
            "total amount",
            "contract value",
            "value",
        ],
    ),
    (
        LedgerColumn::AmountUnit,
        &[
            "amount_unit",
            "币种单位",
            "投资额单位",
            "金额单位",
            "币种",
            "currency",
            "currency unit",
        ],
    ),
    (
        LedgerColumn::AmountBound,
        &["amount_bound", "金额口径", "bound"],
    ),
    (
        LedgerColumn::Projects,
        &[
            "projects",
            "项目数",
            "项目个数",
            "项目数量",
            "number of projects",
            "project count",
        ],
    ),
    (
        LedgerColumn::SourceTitle,
        &[
            "source_title",
            "来源",
            "资料来源",
            "信息来源",
            "出处",
            "source",
        ],
    ),
    (
        LedgerColumn::SourceUrl,
        &[
            "source_url",
            "链接",
            "网址",
            "来源链接",
            "url",
            "link",
            "source link",
        ],
    ),
    (LedgerColumn::SourceKind, &["source_kind"]),
    (
        LedgerColumn::Accessed,
        &["accessed", "access date", "采集日期", "查阅时间"],
    ),
    (
        LedgerColumn::Note,
        &[
            "note",
            "notes",
            "备注",
            "说明",
            "备注说明",
            "项目简介",
            "建设内容",
            "项目内容",
            "主要建设内容",
            "项目概况",
            "简介",
            "remark",
            "remarks",
            "comment",
            "comments",
            "description",
        ],
    ),
];
