//! The later texts in Chinese.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::LaterMessage;
use crate::i18n::format::{count, currency_name_zh, currency_title_zh};
use crate::i18n::zh::{self, name_of};

pub(super) fn text(message: &LaterMessage) -> Cow<'static, str> {
    match message {
        LaterMessage::Shared(shared) => zh::text(shared),
        LaterMessage::ProjectListHeading => "项目与来源".into(),
        LaterMessage::ColumnProject => "项目".into(),
        LaterMessage::ColumnPartner => "合作方".into(),
        LaterMessage::ColumnCountry => "国家和地区".into(),
        LaterMessage::ColumnSigned => "签约时间".into(),
        LaterMessage::ColumnAmount => "投资额".into(),
        LaterMessage::ColumnSource => "来源".into(),
        LaterMessage::SeatMark => "按总部".into(),

        // An empty result, rules of key figures, the list of keys.
        LaterMessage::EmptiedBy { filter, projects } => format!(
            "影响最大的是“{filter}”：去掉它会有 {} 个项目。",
            count(*projects)
        )
        .into(),
        LaterMessage::EmptiedByTogether => "单独去掉任何一项筛选，仍没有项目。".into(),
        LaterMessage::EmptyResultUndo { filter, projects } => {
            format!("去掉“{filter}”（{} 个项目）", count(*projects)).into()
        }
        LaterMessage::RuleOfProjects { shown, whole } => format!(
            "每个所列项目计一次：数据集共 {} 个，其中 {} 个符合全部筛选条件。",
            count(*whole),
            count(*shown)
        )
        .into(),
        LaterMessage::RuleOfSum {
            disclosed,
            projects,
        } => format!(
            "{} 个项目中，{} 个有可汇总的披露金额，逐个相加。",
            count(*projects),
            count(*disclosed)
        )
        .into(),
        LaterMessage::RuleOfMedian(amounts) => format!(
            "{} 个可汇总的披露金额按大小排列，取正中一个；总数为偶数时取中间两个的平均值。",
            count(*amounts)
        )
        .into(),
        LaterMessage::RuleOfLargest(amounts) => format!(
            "{} 个可汇总的披露金额中最大的一个；并列时取数据集中靠前的项目。",
            count(*amounts)
        )
        .into(),
        LaterMessage::RuleOfTopFive(amounts) => format!(
            "{} 个可汇总的披露金额中最大的 {} 个之和，除以全部之和。",
            count(*amounts),
            (*amounts).min(5)
        )
        .into(),
        LaterMessage::RuleOfGrouped => {
            "有的行是多个项目的合计，看不出单个项目的金额，因此没有这一数字。".into()
        }
        LaterMessage::RuleOfCountries { unstated, seats } => format!(
            "所示项目第一合作方的国家和地区，每个计一次。{} 个项目未注明，不计；{} 个按公司总部所在地认定，可用“国别依据”去掉。",
            count(*unstated),
            count(*seats)
        )
        .into(),
        LaterMessage::RuleOfLeftOut {
            undisclosed,
            unconverted,
        } => format!(
            "不计入、也不当作零的：{} 个未披露金额，{} 个有金额但无汇率可折算。",
            count(*undisclosed),
            count(*unconverted)
        )
        .into(),
        LaterMessage::RuleOfBounds(0) => "其中没有约数或上下限。".into(),
        LaterMessage::RuleOfBounds(amounts) => format!(
            "其中 {} 个金额为约数或上下限，按原文所写的数计入，结果也只是约数。",
            count(*amounts)
        )
        .into(),
        LaterMessage::RuleOfWhole => "“全部”是整个数据集不加筛选时的同一数字。".into(),
        LaterMessage::CloseDialog => "关闭".into(),
        LaterMessage::SpaceKey => "空格".into(),
        LaterMessage::EnterKey => "回车".into(),
        LaterMessage::KeyOfSearch => "搜索项目".into(),
        LaterMessage::KeyOfShortcuts => "打开本表".into(),
        LaterMessage::KeyOfUndo => "撤销上一次改动（浏览器的后退）".into(),
        LaterMessage::KeyOfEscape => "关闭或离开当前部分".into(),
        LaterMessage::KeyOfPick => "在筛选列表中选中或取消".into(),
        LaterMessage::KeyOfOnly => "在筛选列表中只看这一项".into(),
        LaterMessage::KeysAlone => "启用单键快捷键（/ 和 ?）".into(),
        LaterMessage::KeysOfCharts => "图表中".into(),
        LaterMessage::KeysOfTable => "项目表中".into(),

        LaterMessage::AmountsByProjects => "各投资额区间的项目数".into(),
        LaterMessage::AmountsByAmount => "各投资额区间的已披露金额".into(),
        LaterMessage::AmountRangeHeading => "单个项目投资额（不含上限）".into(),
        LaterMessage::AmountAxis(currency) => format!("单个项目投资额（{}，对数刻度）", currency_name_zh(currency)).into(),
        LaterMessage::NoRate => "无汇率".into(),
        LaterMessage::LegendCut => "柱体已截断，以所标数字为准".into(),
        LaterMessage::MostAmounts {
            range,
            projects,
            of,
            share,
        } => format!(
            "投资额多为 {range}，{} 个已披露金额的项目中占 {} 个（{share}）",
            count(*of),
            count(*projects)
        )
        .into(),
        LaterMessage::AllAmounts { range, of: 1 } => format!("唯一已披露的投资额为 {range}").into(),
        LaterMessage::AllAmounts { range, of } => {
            format!("{} 个已披露的投资额全部为 {range}", count(*of)).into()
        }
        LaterMessage::LargestHold {
            range,
            share,
            projects,
            of,
        } => format!(
            "{} 个已披露金额的项目中，{range}的 {} 个占已披露金额的 {share}",
            count(*of),
            count(*projects)
        )
        .into(),
        LaterMessage::AmountsWithin {
            range,
            least,
            most,
            of,
        } => format!(
            "{range}：{} 个项目中占 {} 至 {} 个（区间端点不在柱的边界上）",
            count(*of),
            count(*least),
            count(*most)
        )
        .into(),
        LaterMessage::UndisclosedOf { undisclosed, of } => format!(
            "{} 个项目中 {} 个未披露金额",
            count(*of),
            count(*undisclosed)
        )
        .into(),

        LaterMessage::SectorsByProjects => "各门类和产业的项目数".into(),
        LaterMessage::SectorsByAmount => "各门类和产业的已披露金额".into(),
        LaterMessage::SectorHeading => "门类或产业".into(),
        LaterMessage::Within { outer, inner } => format!("{outer}：{inner}").into(),
        LaterMessage::AmongIndustries(finding) => format!("产业中{finding}").into(),
        LaterMessage::MatrixByProjects => "各国家和地区在各产业的项目数".into(),
        LaterMessage::MatrixByAmount => "各国家和地区在各产业的已披露金额".into(),
        LaterMessage::InIndustry { country, industry } => format!("{country}的{industry}项目").into(),
        LaterMessage::RestShort(values) => format!("其余 {} 个", count(*values)).into(),
        LaterMessage::Rest(noun, values) => {
            format!("其余 {} 个{}", count(*values), name_of(*noun)).into()
        }
        LaterMessage::Total => "合计".into(),
        LaterMessage::LegendNoAmount => "金额均未披露".into(),
        LaterMessage::InProjects(name) => format!("{name}（个）").into(),
        LaterMessage::InAmount { name, currency } => format!("{name}（万{}）", currency_name_zh(currency)).into(),

        LaterMessage::FlowByProjects => "项目流向：地区、产业、落地城市".into(),
        LaterMessage::FlowByAmount => "已披露金额流向：地区、产业、落地城市".into(),
        LaterMessage::FlowRegion => "地区".into(),
        LaterMessage::FlowHeading => "节点或流向".into(),
        LaterMessage::FlowPickedHeading => "所选之内（个）".into(),
        LaterMessage::FlowPicked(projects) => format!("其中 {} 个在所选之内", count(*projects)).into(),
        LaterMessage::FlowRest(others) => format!("其余 {} 个", count(*others)).into(),
        LaterMessage::FlowOutside => "所选之外".into(),
        LaterMessage::FlowWithoutWidth { projects, currency } => {
            let currency = currency_title_zh(currency);
            format!("{} 个项目无{currency}金额，不计入宽度", count(*projects)).into()
        }

        LaterMessage::DotsTitle => "每个项目的签约时间与投资额".into(),
        LaterMessage::DotsPlaced { placed: 0, of } => {
            format!("{} 个项目中没有一个同时有签约时间和投资额", count(*of)).into()
        }
        LaterMessage::DotsPlaced { placed: 1, of: 1 } => "唯一的项目既有签约时间，也有投资额".into(),
        LaterMessage::DotsPlaced { placed, of } if placed == of => {
            format!("{} 个项目全部有签约时间和投资额", count(*of)).into()
        }
        LaterMessage::DotsPlaced { placed, of } => format!(
            "{} 个项目中有 {} 个同时有签约时间和投资额",
            count(*of),
            count(*placed)
        )
        .into(),
        LaterMessage::DotsPicked {
            picked,
            of,
            period,
            amounts,
        } => {
            let chosen = match (period, amounts) {
                (true, false) => "时段",
                (false, true) => "金额",
                (true, true) | (false, false) => "时段和金额",
            };
            format!(
                "{} 个项目中有 {} 个在所选{chosen}之内",
                count(*of),
                count(*picked)
            )
            .into()
        }
        LaterMessage::DotsLargest {
            name,
            amount,
            year,
            of: 1,
        } => format!("即{year}的{name}，{amount}").into(),
        LaterMessage::DotsLargest {
            name,
            amount,
            year,
            of: _,
        } => format!("其中最大的是{year}的{name}，{amount}").into(),
        LaterMessage::DotsTied { tied, amount } => {
            format!("其中 {} 个并列最大，各 {amount}", count(*tied)).into()
        }
        LaterMessage::AmountUndisclosed => "未披露投资额".into(),
        LaterMessage::Undated => "无日期".into(),
        LaterMessage::LegendDayUnknown => "只知年份或月份".into(),
        LaterMessage::LegendLeftOut => "被筛选排除".into(),
        LaterMessage::LegendPerCell => "每格项目数".into(),
        LaterMessage::YearOnlySpread(projects) => {
            format!("其中 {} 个只知年份，摊在全年", count(*projects)).into()
        }
        LaterMessage::NotPositive => "零或负数".into(),

        LaterMessage::CalendarName => "济南高新区：计划与时间进度".into(),
        LaterMessage::CalendarTitle(years) => format!("济南高新区{years}：计划与时间进度").into(),
        LaterMessage::NoIndicators => "还没有通报数据".into(),
        LaterMessage::IndicatorsReported(number) => {
            format!("全区年度通报（不随筛选变化）：共 {} 项数据", count(*number)).into()
        }
        LaterMessage::PlansAhead { plans, ahead, most } => {
            let by = match ahead {
                0 => String::new(),
                1 => format!("，超 {most} 个百分点"),
                _ => format!("，最多超 {most} 个百分点"),
            };
            format!(
                "全区年度通报（不随筛选变化）：{} 项计划中 {} 项超时间进度{by}",
                count(*plans),
                count(*ahead)
            )
            .into()
        }
        LaterMessage::PlansHeading => "年度计划与时间进度".into(),
        LaterMessage::SharesHeading => "占比".into(),
        LaterMessage::FiguresHeading => "其他通报数据".into(),
        LaterMessage::LegendPlanDone => "计划完成率".into(),
        LaterMessage::YearGone { date, months, gone } => {
            format!("时间进度：截至{date}末，{months}/12 = {gone}%").into()
        }
        LaterMessage::PlanAgainstCalendar {
            done,
            gone,
            equals,
            points,
            standing,
        } => {
            let standing = match standing {
                Ordering::Less => "落后",
                Ordering::Equal => "持平",
                Ordering::Greater => "超前",
            };
            format!("{done}% − {gone}% {equals} {points} 个百分点，{standing}").into()
        }
        LaterMessage::AsStated => "，与通报一致".into(),
        LaterMessage::StatedOtherwise(stated) => format!("，通报为 {stated}").into(),
        LaterMessage::Quantity { number, unit } => match unit.as_str() {
            "percent" => format!("{number}%").into(),
            unit => {
                let unit = match unit {
                    "count" | "projects" | "clusters" => "个",
                    "percentage-points" => "个百分点",
                    "square-metres" => "平方米",
                    "people" => "人",
                    "years" => "年",
                    "patents" => "件",
                    "enterprises" | "institutions" => "家",
                    "units" => "台",
                    other => other,
                };
                format!("{number} {unit}").into()
            }
        },
        LaterMessage::MoreThan(quantity) => format!("超过 {quantity}").into(),
        LaterMessage::Expected(quantity) => format!("预计 {quantity}").into(),
        LaterMessage::AsOf(date) => format!("{date}数据").into(),
        LaterMessage::IndicatorHeading => "指标".into(),
        LaterMessage::IndicatorValueHeading => "数值（含单位）".into(),
        LaterMessage::AsOfHeading => "截至".into(),
        LaterMessage::YearGoneHeading => "时间进度（%）".into(),
        LaterMessage::AheadHeading => "超时间进度，按数值计算（百分点）".into(),
        LaterMessage::ContextHeading => "范围".into(),

        LaterMessage::SheetUnfiltered => "未筛选".into(),
        LaterMessage::SheetFiltered(filters) => format!("筛选：{filters}").into(),
        LaterMessage::Columns => "显示列".into(),
        LaterMessage::TableKeys => {
            "方向键移动，回车打开项目或排序，Shift 加方向键选择多行，Ctrl+C 复制".into()
        }
        LaterMessage::CopyRows { rows, all: true } => format!("复制全部 {} 行", count(*rows)).into(),
        LaterMessage::CopyRows { rows, all: false } => format!("复制所选 {} 行", count(*rows)).into(),
        LaterMessage::RowsCopied { rows, of } if rows == of => {
            format!("已复制 {} 行", count(*rows)).into()
        }
        LaterMessage::RowsCopied { rows, of } => {
            format!("已复制 {} 行中的前 {} 行", count(*of), count(*rows)).into()
        }
        LaterMessage::AmountAsStated => "原文金额".into(),
        LaterMessage::SourceAddress => "来源网址".into(),
        LaterMessage::NameInChinese => "中文名称".into(),
        LaterMessage::NameInEnglish => "英文名称".into(),
        LaterMessage::IndustrySection => "国民经济行业门类（GB/T 4754-2017）".into(),
        LaterMessage::Note => "备注".into(),
        LaterMessage::Identifier => "编号".into(),
        LaterMessage::SourceReadOn(date) => format!("查阅于 {date}").into(),
        LaterMessage::SourceTranslated => "机器翻译".into(),
        LaterMessage::OnlyLikeThis => "只看同类项目".into(),
        LaterMessage::OnlyLikeThisRule => "同一国家或地区、产业和签约活动，其他筛选会清除".into(),
        LaterMessage::PreviousProject => "上一个项目".into(),
        LaterMessage::NextProject => "下一个项目".into(),
        LaterMessage::PlaceInTable { position, of } => {
            format!("第 {} 个，共 {} 个", count(*position), count(*of)).into()
        }
        LaterMessage::CloseDetails => "关闭详情".into(),
        LaterMessage::ReconciliationHeading => "公布总额与所列项目".into(),
        LaterMessage::ReconciliationIntro => {
            "各场活动公布的总数，与这里所列的该活动项目对照。公布总额不计入任何合计：有的活动是另一场的一部分。".into()
        }
        LaterMessage::ReconciliationCoverage {
            compared,
            events,
            without_event,
            projects,
        } => format!(
            "{} 场活动中，{} 场既公布了总数、又有项目列出；{} 个项目中有 {} 个未注明签约活动，不参与对照。",
            count(*events),
            count(*compared),
            count(*projects),
            count(*without_event)
        )
        .into(),
        LaterMessage::ReconciliationOfShown { projects: 0, .. } => {
            "当前筛选下没有项目，没有可对照的活动。".into()
        }
        LaterMessage::ReconciliationOfShown {
            projects,
            events: 0,
            ..
        } => format!(
            "所示 {} 个项目均未注明签约活动，没有公布总额可对照。",
            count(*projects)
        )
        .into(),
        LaterMessage::ReconciliationOfShown {
            projects,
            without_event,
            events,
            compared,
        } => format!(
            "所示 {} 个项目中，{} 个签于 {} 场活动，其中 {} 场公布过总数；{} 个未注明签约活动，没有公布总额可对照。",
            count(*projects),
            count(projects - without_event),
            count(*events),
            count(*compared),
            count(*without_event)
        )
        .into(),
        LaterMessage::ReconciliationWholeEvents => "这里对照的是整场活动，不受当前筛选影响。".into(),
        LaterMessage::ReconciliationConverted => {
            "公布总额按活动当年的平均汇率折算，所列项目按各自签约当年的平均汇率折算，差额中可能有汇率的因素。".into()
        }
        LaterMessage::ReconciliationOfSigned => {
            "活动公布的是签约总数；本数据集的项目未见签约报道，因此不作对照。".into()
        }
        LaterMessage::MeasureHeading => "指标".into(),
        LaterMessage::AnnouncedHeading => "公布".into(),
        LaterMessage::ListedHeading => "列出".into(),
        LaterMessage::DifferenceHeading => "差异".into(),
        LaterMessage::OnlyThisEvent => "只看这场活动的项目".into(),
        LaterMessage::NotAnnounced => "未公布".into(),
        LaterMessage::OnSite(what) => format!("其中现场签约 {what}").into(),
        LaterMessage::AmountAtRate { stated, rate, year } => {
            format!("公布为 {stated}，按 {year} 年平均汇率 {rate} 折算").into()
        }
        LaterMessage::NotListed(number) => format!("{number}未列出").into(),
        LaterMessage::MoreListed(much) => format!("{much}超出公布总数").into(),
        LaterMessage::AsManyListed => "列出数与公布数一致".into(),
        LaterMessage::NoneListed => "该活动的项目均未列出".into(),
        LaterMessage::AmountMissing(amount) => format!("{amount}未见于所列项目").into(),
        LaterMessage::AmountMet => "所列金额合计与公布一致".into(),
        LaterMessage::NotComparable => "无汇率可折算，无法对照".into(),
        LaterMessage::ListedWithoutAmount(projects) => {
            format!("{} 个列出但未披露金额", count(*projects)).into()
        }
        LaterMessage::ShowAllEvents(events) => format!("显示全部 {} 场活动", count(*events)).into(),
        LaterMessage::LargestProjects { shown, of } if shown == of => {
            format!("全部 {} 个项目，按投资额从大到小", count(*of)).into()
        }
        LaterMessage::LargestProjects { shown, of } => {
            format!("投资额最大的 {} 个项目，共 {} 个", count(*shown), count(*of)).into()
        }
        LaterMessage::Sources => "来源".into(),
        LaterMessage::PrintedOn { date, address } => {
            format!("打印于 {date}。在线查看同一视图：{address}").into()
        }
    }
}
