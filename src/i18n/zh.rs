//! Every text in Chinese.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::format::{count, currency_name_zh, currency_title_zh};
use super::message::{Message, Noun};

pub(super) fn text(message: &Message) -> Cow<'static, str> {
    match message {
        // The page.
        Message::PageName => "Inward 招商图谱".into(),
        Message::PageTagline => "签约投资项目一览".into(),
        Message::SkipToCharts => "跳到图表".into(),
        Message::DatasetLabel => "数据集".into(),
        Message::DatasetSigned => "已签约项目".into(),
        Message::DatasetAnnounced => "已公布、未见签约报道的项目".into(),
        Message::OpeningLedger => "正在打开台账…".into(),
        Message::LedgerNotHere => "所要打开的台账不在此浏览器中，已忽略".into(),
        Message::Searching { percent } => format!("正在搜索…… {percent}%").into(),
        Message::Sorting { percent } => format!("正在排序…… {percent}%").into(),
        Message::LedgerDate { date } => format!("打开于 {date}").into(),
        Message::DatasetDate { date } => format!("数据截至 {date}").into(),
        Message::LanguageLabel => "语言".into(),
        Message::ThemeLabel => "外观".into(),
        Message::ThemeSystem => "跟随系统".into(),
        Message::ThemeLight => "浅色".into(),
        Message::ThemeDark => "深色".into(),
        Message::CurrencyLabel => "金额币种".into(),
        Message::CurrencyName(currency) => currency_title_zh(currency).to_owned().into(),
        Message::AmountRangeCleared { before, now } => format!(
            "金额范围是按{}设的，而各年汇率不同，改用{}后已取消；浏览器的“后退”可以恢复",
            currency_title_zh(before),
            currency_title_zh(now)
        )
        .into(),
        Message::Share => "分享".into(),
        Message::CopyLink => "复制本页视图的链接".into(),
        Message::LinkCopied => "链接已复制".into(),
        Message::LinkCopiedOfLedger => "链接已复制，只能在这个浏览器中打开该台账".into(),
        Message::Print => "打印…".into(),
        Message::CopyEmbedCode => "复制嵌入代码".into(),
        Message::EmbedCodeCopied => "嵌入代码已复制，粘贴到网页源代码即可".into(),
        Message::OpenPage => "在招商图谱中查看".into(),
        Message::MeasureLabel => "指标".into(),
        Message::MeasureProjects => "项目数".into(),
        Message::MeasureAmount => "投资额".into(),
        Message::Filters => "筛选".into(),
        Message::ShowFilters { count } => format!("筛选（{count}）").into(),
        Message::ShowProjects { count } => format!("查看 {count} 个项目").into(),
        Message::SearchLabel => "搜索项目".into(),
        Message::SearchKey => "按 / 键查找".into(),
        Message::SearchHint => "名称、合作方、地点、备注".into(),
        Message::ListSearch { field } => format!("在“{field}”中查找").into(),
        Message::FieldCountry => "合作方国家和地区".into(),
        Message::FieldIndustry => "产业".into(),
        Message::FieldPlace => "落地".into(),
        Message::FieldEvent => "签约活动".into(),
        Message::FieldMode => "合作方式".into(),
        Message::FieldStage => "进展".into(),
        Message::FieldDisclosure => "金额披露".into(),
        Message::FieldCountryBasis => "国别依据".into(),
        Message::FieldPeriod => "签约时间".into(),
        Message::FieldAmount => "投资额".into(),
        Message::FieldSearch => "搜索".into(),
        Message::PeriodFrom => "自".into(),
        Message::PeriodTo => "至".into(),
        Message::PeriodRule => {
            "只写年份的项目计入整年，不计入任何单月；没有日期的项目不在任何时段内。".into()
        }
        Message::OpenBranch { name } => format!("展开“{name}”").into(),
        Message::ChipCategory { field, name } => format!("{field}：{name}").into(),
        Message::ChipPeriod { period } => format!("签约时间：{period}").into(),
        Message::ChipSearch { text } => format!("搜索：{text}").into(),
        Message::ChipAmount { range } => format!("投资额：{range}").into(),
        Message::RemoveFilter { filter } => format!("去掉筛选“{filter}”").into(),
        Message::ActiveFilters => "当前筛选".into(),
        Message::NoFilters => "未设筛选，显示全部项目".into(),
        Message::ClearFilters => "全部清除".into(),
        Message::ClearField { field } => format!("清除“{field}”").into(),
        Message::Clear => "清除".into(),
        Message::KeyFigures => "关键数字".into(),
        Message::KpiProjects => "项目".into(),
        Message::KpiAmount => "已披露投资额".into(),
        Message::KpiMedian => "中位数".into(),
        Message::KpiLargest => "最大单项".into(),
        Message::KpiTopFive => "前五大项目占比".into(),
        Message::KpiCountries => "国家和地区".into(),
        Message::KpiOfWhole { whole } => format!("全部 {whole}").into(),
        Message::KpiWhole { whole } => format!("全部：{whole}").into(),
        Message::Coverage {
            disclosed,
            projects,
        } => format!("{projects} 个项目中 {disclosed} 个已披露").into(),
        Message::CoverageUnconverted { count } => {
            format!("另有 {count} 个金额已披露，但无汇率可折算").into()
        }
        Message::CoverageInexact { count } => format!("其中 {count} 个为约数或上下限").into(),
        Message::NoAmount => "未披露".into(),
        Message::Charts => "图表".into(),
        Message::AsTable => "表格".into(),
        Message::ShowLess => "收起".into(),
        Message::ChartKeys => "方向键浏览，回车选择，Shift 加回车多选，Esc 离开".into(),
        Message::BrushHint => "在图上拖动可选择范围，双击清除".into(),
        Message::NowShown { shown, whole } => format!("显示 {whole} 个项目中的 {shown} 个").into(),
        Message::EmptyResult => "没有项目符合全部筛选条件".into(),
        Message::EmptyResultUndo { filter } => format!("去掉“{filter}”").into(),
        Message::Notices => "提示".into(),
        Message::Dismiss => "知道了".into(),
        Message::HowComputed => "数字怎么算".into(),
        Message::RuleUndisclosed => {
            "未披露不等于零：合计只含已披露金额，并注明覆盖多少项目；中位数只按已披露金额计算。"
                .into()
        }
        Message::RuleMoney => {
            "其他币种的金额按签约当年平均汇率折算，四舍五入到元、美元或欧元，合计因此分毫不差；没有年份或汇率的不折算，单独计数。".into()
        }
        Message::RuleCensus => {
            "数据来自公开报道，不是普查：大型、涉外、有新闻价值的项目偏多。签约不等于落地。".into()
        }
        Message::RuleRow => "每一行都有来源；合资项目记在第一合作方名下。".into(),
        Message::Privacy => "本页在浏览器内计算，不向任何服务器发送数据。".into(),
        Message::Version { version } => format!("版本 {version}").into(),
        Message::Licence => "MIT 或 Apache-2.0 许可".into(),
        Message::ProjectListHeading => "项目与来源".into(),
        Message::ColumnProject => "项目".into(),
        Message::ColumnPartner => "合作方".into(),
        Message::ColumnCountry => "国家和地区".into(),
        Message::ColumnSigned => "签约时间".into(),
        Message::ColumnAmount => "投资额".into(),
        Message::ColumnSource => "来源".into(),
        Message::SourceCopy { title, domain } => format!("{title}（转载于 {domain}）").into(),
        Message::BoundAbout => "约".into(),
        Message::BoundAtLeast => "超过".into(),
        Message::BoundAtMost => "不超过".into(),
        Message::SeatMark => "按总部".into(),

        // Charts.
        Message::NotStated => "未注明".into(),
        Message::TitleByProjects(noun) => format!("各{}的项目数", name_of(*noun)).into(),
        Message::TitleByAmount(noun) => format!("各{}的已披露金额", name_of(*noun)).into(),
        Message::NounHeading(noun) => name_of(*noun).into(),
        Message::TimelineByProjects => "历年签约项目数".into(),
        Message::TimelineByAmount => "历年签约的已披露金额".into(),
        Message::SigningHeading => "签约时间".into(),
        Message::ProjectsHeading => "项目数（个）".into(),
        Message::ProjectShareHeading => "占项目数（%）".into(),
        Message::AmountHeading(currency) => format!("已披露金额（万{}）", currency_name_zh(currency)).into(),
        Message::UndisclosedHeading => "未披露金额（个）".into(),
        Message::AllProjectsHeading => "全部项目数（个）".into(),
        Message::NoMatch => "没有符合筛选的项目".into(),
        Message::NoProjects => "还没有项目".into(),
        Message::ProjectCount(projects) => format!("{} 个项目", count(*projects)).into(),
        Message::AmountCovered {
            amount,
            disclosed,
            projects,
        } => format!(
            "{amount}（{} 个项目中 {} 个已披露）",
            count(*projects),
            count(*disclosed)
        )
        .into(),
        Message::AmountOfNone(projects) => {
            format!("{} 个项目均未披露金额", count(*projects)).into()
        }
        Message::Undisclosed => "未披露".into(),
        Message::ShareOfShown(share) => format!("占所示 {share}").into(),
        Message::ShareOfWhole(share) => format!("占全部 {share}").into(),
        Message::UndisclosedCount(projects) => format!("{} 个未披露金额", count(*projects)).into(),
        Message::UnconvertedCount(projects) => {
            format!("{} 个无汇率可折算", count(*projects)).into()
        }
        Message::LegendSelected => "符合筛选".into(),
        Message::LegendWhole => "全部".into(),
        Message::LegendUndisclosed => "未披露金额的项目数".into(),
        Message::LegendNotInSum => "未披露或无法折算的项目数".into(),
        Message::LegendYearOnly => "只知年份".into(),
        Message::LegendUndated(projects) => {
            format!("另有 {} 个未注明日期", count(*projects)).into()
        }
        Message::LegendCurrency(currency) => format!("单位：{}", currency_name_zh(currency)).into(),
        Message::Others(noun, others) => {
            format!("其余 {} 个{}", count(*others), name_of(*noun)).into()
        }
        Message::ShowAll => "展开全部".into(),
        Message::ShowFewer => "收起".into(),
        Message::YearWithoutMonth(year) => format!("{year}（月份未注明）").into(),
        Message::LeadsByProjects {
            leaders,
            tied: 1,
            projects,
            of,
        } => format!(
            "{leaders}居首，{} 个项目中占 {} 个",
            count(*of),
            count(*projects)
        )
        .into(),
        Message::LeadsByProjects {
            leaders,
            tied: _,
            projects,
            of,
        } => format!(
            "{leaders}并列居首，{} 个项目中各占 {} 个",
            count(*of),
            count(*projects)
        )
        .into(),
        Message::TieByProjects { tied, projects, of } => format!(
            "{} 项并列居首，{} 个项目中各占 {} 个",
            count(*tied),
            count(*of),
            count(*projects)
        )
        .into(),
        Message::LeadsByAmount {
            leaders,
            tied,
            amount,
            share,
        } => {
            let (first, each) = if *tied == 1 {
                ("居首", "")
            } else {
                ("并列居首", "各 ")
            };
            let each = if each.is_empty() {
                amount.clone()
            } else {
                format!("{each}{amount}")
            };
            match share {
                Some(share) if *tied == 1 => {
                    format!("{leaders}{first}，{each}，占已披露金额的 {share}").into()
                }
                Some(_) | None => format!("{leaders}{first}，{each}").into(),
            }
        }
        Message::TieByAmount { tied, amount } => {
            format!("{} 项并列居首，各 {amount}", count(*tied)).into()
        }
        Message::ThreeLargestHold(share) => format!("金额前三者合占已披露金额的 {share}").into(),
        Message::AllOfOne {
            noun,
            projects,
            name,
        } => {
            let verb = match noun {
                Noun::Country => "来自",
                Noun::City => "落地",
                Noun::Event => "签于",
                Noun::Industry
                | Noun::Mode
                | Noun::Stage
                | Noun::Disclosure
                | Noun::CountryBasis => "属于",
            };
            if *projects == 1 {
                format!("唯一的项目{verb}{name}").into()
            } else {
                format!("{} 个项目全部{verb}{name}", count(*projects)).into()
            }
        }
        Message::AllSignedIn { projects: 1, name } => format!("唯一的项目签于{name}").into(),
        Message::AllSignedIn { projects, name } => {
            format!("{} 个项目全部签于{name}", count(*projects)).into()
        }
        Message::NoneStated(projects) => format!("{} 个项目均未注明", count(*projects)).into(),
        Message::NoneDisclosed(projects) => {
            format!("{} 个项目均无可汇总的金额", count(*projects)).into()
        }
        Message::PickedProjects {
            picked,
            projects,
            of,
        } => format!(
            "{picked}：{} 个项目中占 {} 个",
            count(*of),
            count(*projects)
        )
        .into(),
        Message::PickedAmount {
            picked,
            amount,
            disclosed,
            projects,
        } => format!(
            "{picked}：{amount}（{} 个项目中 {} 个已披露）",
            count(*projects),
            count(*disclosed)
        )
        .into(),
        Message::PickedNoAmount { picked, projects } => {
            format!("{picked}：{} 个项目，无可汇总的金额", count(*projects)).into()
        }
        Message::PickedMany(noun, picked) => {
            format!("所选 {} 个{}", count(*picked), name_of(*noun)).into()
        }
        Message::Until(last) => format!("截至{last}").into(),
        Message::Since(first) => format!("{first}以来").into(),
        Message::AlsoYearOnly(projects) => format!("另有 {} 个只知年份", count(*projects)).into(),
        Message::AlsoUndated(projects) => format!("另有 {} 个未注明日期", count(*projects)).into(),
        Message::FindingSeparator => "；".into(),

        // Histogram of amounts.
        Message::AmountsByProjects => "各投资额区间的项目数".into(),
        Message::AmountsByAmount => "各投资额区间的已披露金额".into(),
        Message::AmountRangeHeading => "单个项目投资额（不含上限）".into(),
        Message::AmountAxis(currency) => format!("单个项目投资额（{}，对数刻度）", currency_name_zh(currency)).into(),
        Message::NoRate => "无汇率".into(),
        Message::LegendCut => "柱体已截断，以所标数字为准".into(),
        Message::MostAmounts {
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
        Message::AllAmounts { range, of: 1 } => format!("唯一已披露的投资额为 {range}").into(),
        Message::AllAmounts { range, of } => {
            format!("{} 个已披露的投资额全部为 {range}", count(*of)).into()
        }
        Message::LargestHold {
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
        Message::AmountsWithin {
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
        Message::UndisclosedOf { undisclosed, of } => format!(
            "{} 个项目中 {} 个未披露金额",
            count(*of),
            count(*undisclosed)
        )
        .into(),

        // Treemap of sectors.
        Message::SectorsByProjects => "各门类和产业的项目数".into(),
        Message::SectorsByAmount => "各门类和产业的已披露金额".into(),
        Message::SectorHeading => "门类或产业".into(),
        Message::Within { outer, inner } => format!("{outer}：{inner}").into(),
        Message::AmongIndustries(finding) => format!("产业中{finding}").into(),
        Message::NotInSums {
            undisclosed,
            unconverted: 0,
        } => format!("不计入合计：{} 个未披露金额", count(*undisclosed)).into(),
        Message::NotInSums {
            undisclosed,
            unconverted,
        } => format!(
            "不计入合计：{} 个未披露金额，{} 个无汇率可折算",
            count(*undisclosed),
            count(*unconverted)
        )
        .into(),

        // Matrix of countries and industries.
        Message::MatrixByProjects => "各国家和地区在各产业的项目数".into(),
        Message::MatrixByAmount => "各国家和地区在各产业的已披露金额".into(),
        Message::InIndustry { country, industry } => format!("{country}的{industry}项目").into(),
        Message::RestShort(values) => format!("其余 {} 个", count(*values)).into(),
        Message::Rest(noun, values) => {
            format!("其余 {} 个{}", count(*values), name_of(*noun)).into()
        }
        Message::Total => "合计".into(),
        Message::LegendNoAmount => "金额均未披露".into(),
        Message::InProjects(name) => format!("{name}（个）").into(),
        Message::InAmount { name, currency } => format!("{name}（万{}）", currency_name_zh(currency)).into(),

        // Flow from regions to cities.
        Message::FlowByProjects => "项目流向：地区、产业、落地城市".into(),
        Message::FlowByAmount => "已披露金额流向：地区、产业、落地城市".into(),
        Message::FlowRegion => "地区".into(),
        Message::FlowHeading => "节点或流向".into(),
        Message::FlowPickedHeading => "所选之内（个）".into(),
        Message::FlowPicked(projects) => format!("其中 {} 个在所选之内", count(*projects)).into(),
        Message::FlowRest(others) => format!("其余 {} 个", count(*others)).into(),
        Message::FlowOutside => "所选之外".into(),
        Message::FlowWithoutWidth { projects, currency } => {
            let currency = currency_title_zh(currency);
            format!("{} 个项目无{currency}金额，不计入宽度", count(*projects)).into()
        }

        // Every project as a dot.
        Message::DotsTitle => "每个项目的签约时间与投资额".into(),
        Message::DotsPlaced { placed: 0, of } => {
            format!("{} 个项目中没有一个同时有签约时间和投资额", count(*of)).into()
        }
        Message::DotsPlaced { placed: 1, of: 1 } => "唯一的项目既有签约时间，也有投资额".into(),
        Message::DotsPlaced { placed, of } if placed == of => {
            format!("{} 个项目全部有签约时间和投资额", count(*of)).into()
        }
        Message::DotsPlaced { placed, of } => format!(
            "{} 个项目中有 {} 个同时有签约时间和投资额",
            count(*of),
            count(*placed)
        )
        .into(),
        Message::DotsPicked {
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
        Message::DotsLargest {
            name,
            amount,
            year,
            of: 1,
        } => format!("即{year}的{name}，{amount}").into(),
        Message::DotsLargest {
            name,
            amount,
            year,
            of: _,
        } => format!("其中最大的是{year}的{name}，{amount}").into(),
        Message::DotsTied { tied, amount } => {
            format!("其中 {} 个并列最大，各 {amount}", count(*tied)).into()
        }
        Message::AmountUndisclosed => "未披露投资额".into(),
        Message::Undated => "无日期".into(),
        Message::LegendDayUnknown => "只知年份或月份".into(),
        Message::LegendLeftOut => "被筛选排除".into(),
        Message::LegendPerCell => "每格项目数".into(),
        Message::YearOnlySpread(projects) => {
            format!("其中 {} 个只知年份，摊在全年", count(*projects)).into()
        }
        Message::NotPositive => "零或负数".into(),

        // Plan and calendar.
        Message::CalendarName => "济南高新区：计划与时间进度".into(),
        Message::CalendarTitle(years) => format!("济南高新区{years}：计划与时间进度").into(),
        Message::NoIndicators => "还没有通报数据".into(),
        Message::IndicatorsReported(number) => {
            format!("全区年度通报（不随筛选变化）：共 {} 项数据", count(*number)).into()
        }
        Message::PlansAhead { plans, ahead, most } => {
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
        Message::PlansHeading => "年度计划与时间进度".into(),
        Message::SharesHeading => "占比".into(),
        Message::FiguresHeading => "其他通报数据".into(),
        Message::LegendPlanDone => "计划完成率".into(),
        Message::YearGone { date, months, gone } => {
            format!("时间进度：截至{date}末，{months}/12 = {gone}%").into()
        }
        Message::PlanAgainstCalendar {
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
        Message::AsStated => "，与通报一致".into(),
        Message::StatedOtherwise(stated) => format!("，通报为 {stated}").into(),
        Message::Quantity { number, unit } => match unit.as_str() {
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
        Message::MoreThan(quantity) => format!("超过 {quantity}").into(),
        Message::Expected(quantity) => format!("预计 {quantity}").into(),
        Message::AsOf(date) => format!("{date}数据").into(),
        Message::IndicatorHeading => "指标".into(),
        Message::IndicatorValueHeading => "数值（含单位）".into(),
        Message::AsOfHeading => "截至".into(),
        Message::YearGoneHeading => "时间进度（%）".into(),
        Message::AheadHeading => "超时间进度，按数值计算（百分点）".into(),
        Message::ContextHeading => "范围".into(),

        // Cards: saving, enlarging, order.
        Message::Enlarge => "放大".into(),
        Message::Shrink => "还原".into(),
        Message::SaveChart => "保存".into(),
        Message::SavePng => "图片（PNG）".into(),
        Message::SaveSvg => "矢量图（SVG）".into(),
        Message::SaveCsv => "数据（CSV）".into(),
        Message::SaveFailed => "图表未能保存，请再试一次".into(),
        Message::LaterMissing => "页面其余部分未能载入，以上内容仍可使用".into(),
        Message::TryAgain => "重试".into(),
        Message::OrderLabel => "排序".into(),
        Message::OrderByValue => "按数值".into(),
        Message::OrderByName => "按名称".into(),
        Message::SheetUnfiltered => "未筛选".into(),
        Message::SheetFiltered(filters) => format!("筛选：{filters}").into(),
        Message::SheetSource { dataset, date } => {
            format!("数据：Inward 招商图谱，{dataset}，截至 {date}，逐项来源见项目表").into()
        }
        Message::SheetLedger { name, date } => {
            format!("数据：{name}，打开于 {date}，由 Inward 招商图谱生成").into()
        }

        // Notices.
        Message::AddressKeyUnknown { key } => format!("链接中的“{key}”无法识别，已忽略").into(),
        Message::AddressValueUnreadable { part } => {
            format!("链接中的“{part}”格式有误，已忽略").into()
        }
        Message::AddressCodeUnknown { part } => {
            format!("本数据集中没有链接所选的“{part}”，已忽略").into()
        }
        Message::AddressPeriodReversed => "链接中的起止时间颠倒，已自动对调".into(),
        Message::AddressAmountsReversed => "链接中的金额上下限颠倒，已自动对调".into(),
        Message::AddressCurrencyOther { part } => {
            format!("链接中的“{part}”与当前显示的币种不同，已忽略").into()
        }
        Message::AddressTooLong => "链接过长，无法读取，现显示全部项目".into(),
        Message::AddressFromNewerVersion => {
            "链接来自更新版本的页面，仅还原当前版本能识别的部分".into()
        }
        Message::AddressMoreIgnored { count } => format!("链接中另有 {count} 处未能照办").into(),
        Message::PickNotInDataset { name } => {
            format!("本数据集中没有“{}”，已取消该筛选", name.zh).into()
        }
        Message::LanguageUnknown { tag } => format!("已保存的语言“{tag}”不受支持，已忽略").into(),
        Message::ThemeUnknown { key } => format!("已保存的主题“{key}”不受支持，已忽略").into(),
        Message::NoCanvas => "浏览器不允许本页面绘图，图中的数字可用各图的“表格”按钮查看".into(),
        Message::PreferencesNotKept => {
            "浏览器不允许保存设置，语言和主题仅在本次打开期间有效".into()
        }

        // The project table and the details.
        Message::Columns => "显示列".into(),
        Message::TableKeys => {
            "方向键移动，回车打开项目或排序，Shift 加方向键选择多行，Ctrl+C 复制".into()
        }
        Message::CopyRows { rows, all: true } => format!("复制全部 {} 行", count(*rows)).into(),
        Message::CopyRows { rows, all: false } => format!("复制所选 {} 行", count(*rows)).into(),
        Message::RowsCopied { rows, of } if rows == of => {
            format!("已复制 {} 行", count(*rows)).into()
        }
        Message::RowsCopied { rows, of } => {
            format!("已复制 {} 行中的前 {} 行", count(*of), count(*rows)).into()
        }
        Message::NotCopied => "浏览器不允许本页复制".into(),
        Message::AmountAsStated => "原文金额".into(),
        Message::SourceAddress => "来源网址".into(),
        Message::StatedAmount(stated) => format!("原文为{stated}").into(),
        Message::ConvertedAmount {
            stated,
            converted,
            year,
            rate,
        } => format!("原文为{stated}，按 {year} 年平均汇率 {rate} 折合 {converted}").into(),
        Message::NotConvertedUndated(stated) => {
            format!("原文为{stated}，签约年份不明，未折算").into()
        }
        Message::NotConvertedNoRate { stated, year } => {
            format!("原文为{stated}，没有 {year} 年的平均汇率，未折算").into()
        }
        Message::DateYearOnly(year) => format!("{year}（只知年份）").into(),
        Message::DateMonthOnly(month) => format!("{month}（只知月份）").into(),
        Message::NameInChinese => "中文名称".into(),
        Message::NameInEnglish => "英文名称".into(),
        Message::IndustrySection => "国民经济行业门类（GB/T 4754-2017）".into(),
        Message::Note => "备注".into(),
        Message::Identifier => "编号".into(),
        Message::SourceReadOn(date) => format!("查阅于 {date}").into(),
        Message::SourceTranslated => "机器翻译".into(),
        Message::OnlyLikeThis => "只看同类项目".into(),
        Message::OnlyLikeThisRule => "同一国家或地区、产业和签约活动，其他筛选会清除".into(),
        Message::PreviousProject => "上一个项目".into(),
        Message::NextProject => "下一个项目".into(),
        Message::PlaceInTable { position, of } => {
            format!("第 {} 个，共 {} 个", count(*position), count(*of)).into()
        }
        Message::CloseDetails => "关闭详情".into(),
        Message::ColumnUnknown { key } => format!("已保存的列“{key}”不存在，已忽略").into(),

        // Reconciliation.
        Message::ReconciliationHeading => "公布总额与所列项目".into(),
        Message::ReconciliationIntro => {
            "各场活动公布的总数，与这里所列的该活动项目对照。公布总额不计入任何合计：有的活动是另一场的一部分。".into()
        }
        Message::ReconciliationCoverage {
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
        Message::ReconciliationWholeEvents => "这里对照的是整场活动，不受当前筛选影响。".into(),
        Message::ReconciliationConverted => {
            "公布总额按活动当年的平均汇率折算，所列项目按各自签约当年的平均汇率折算，差额中可能有汇率的因素。".into()
        }
        Message::ReconciliationOfSigned => {
            "活动公布的是签约总数；本数据集的项目未见签约报道，因此不作对照。".into()
        }
        Message::MeasureHeading => "指标".into(),
        Message::AnnouncedHeading => "公布".into(),
        Message::ListedHeading => "列出".into(),
        Message::DifferenceHeading => "差异".into(),
        Message::OnlyThisEvent => "只看这场活动的项目".into(),
        Message::NotAnnounced => "未公布".into(),
        Message::OnSite(what) => format!("其中现场签约 {what}").into(),
        Message::UnitInYuan { currency, rate } => {
            format!("1 {} = {rate} 元", currency_name_zh(currency)).into()
        }
        Message::AmountAtRate { stated, rate, year } => {
            format!("公布为 {stated}，按 {year} 年平均汇率 {rate} 折算").into()
        }
        Message::NotListed(number) => format!("{number}未列出").into(),
        Message::MoreListed(much) => format!("{much}超出公布总数").into(),
        Message::AsManyListed => "列出数与公布数一致".into(),
        Message::NoneListed => "该活动的项目均未列出".into(),
        Message::AmountMissing(amount) => format!("{amount}未见于所列项目").into(),
        Message::AmountMet => "所列金额合计与公布一致".into(),
        Message::NotComparable => "无汇率可折算，无法对照".into(),
        Message::ListedWithoutAmount(projects) => {
            format!("{} 个列出但未披露金额", count(*projects)).into()
        }
        Message::ShowAllEvents(events) => format!("显示全部 {} 场活动", count(*events)).into(),
    }
}

const fn name_of(noun: Noun) -> &'static str {
    match noun {
        Noun::Country => "国家和地区",
        Noun::Industry => "产业",
        Noun::City => "落地城市",
        Noun::Event => "签约活动",
        Noun::Mode => "合作方式",
        Noun::Stage => "进展",
        Noun::Disclosure => "披露情况",
        Noun::CountryBasis => "国别依据",
    }
}
