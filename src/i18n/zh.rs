//! Every text in Chinese.

use std::borrow::Cow;

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
        Message::OpenData => "打开数据…".into(),
        Message::Export => "导出".into(),
        Message::Exporting { percent } => format!("正在导出 {percent}%").into(),
        Message::ExportHeading => "列表中的项目，按表格顺序".into(),
        Message::ExportAllColumns => "全部列".into(),
        Message::ExportShownColumns => "表格中显示的列".into(),
        Message::ExportXlsx => "Excel 工作簿（XLSX）".into(),
        Message::ExportCsv => "文本（CSV）".into(),
        Message::ExportTemplate => "空白台账模板（XLSX）".into(),
        Message::TooManyRowsForWorkbook { most } => format!("工作簿最多容纳 {} 行；请进一步筛选，或导出为 CSV", count(*most)).into(),
        Message::NoHeading => "无标题".into(),
        Message::SiteLedger => "本站数据".into(),
        Message::SiteLedgerUnreadable => "本站数据未能读取".into(),
        Message::OpeningData => "正在打开数据…".into(),
        Message::LedgerNotHere => "所要打开的台账不在此浏览器中，已忽略".into(),
        Message::Searching { percent } => format!("正在搜索…… {percent}%").into(),
        Message::Sorting { percent } => format!("正在排序…… {percent}%").into(),
        Message::LedgersBlocked => "此浏览器不允许页面保存数据，无法从这里打开台账".into(),
        Message::LedgerLeft => "已停止打开台账；台账仍保留在此浏览器中".into(),
        Message::LedgerNotReadAgain { name } => format!("“{name}”保留在此浏览器中，但未能读取；请再试一次，或重新打开其文件").into(),
        Message::LedgerNotKeptFull { name } => format!("此浏览器空间不足，未能保留“{name}”。它仍显示在页面上，此前保留的内容不受影响").into(),
        Message::LedgerNotKeptBlocked { name } => format!("此浏览器不允许页面保存数据。“{name}”仅在关闭页面前可用").into(),
        Message::LedgerNotKept { name } => format!("未能保留“{name}”。它仍显示在页面上，此前保留的内容不受影响").into(),
        Message::LedgerNotRemoved => "未能从此浏览器中移除台账，内容保持不变".into(),
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
        Message::ShowProjects(projects) => format!("查看 {} 个项目", count(*projects)).into(),
        Message::ListsLabel => "列表排序".into(),
        Message::ListsByCount => "按项目数".into(),
        Message::ListsByName => "按名称".into(),
        Message::Only => "只看".into(),
        Message::OnlyValue { name } => format!("只看“{name}”").into(),
        Message::Invert => "反选".into(),
        Message::InvertField { field } => format!("反选“{field}”").into(),
        Message::ListKeys => "空格选中或取消，回车只看这一项".into(),
        Message::NoValueFound => "没有匹配的选项".into(),
        Message::MoreValues(values) => format!("再显示 {} 项", count(*values)).into(),
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
        Message::PeriodFormat => "年或年月，如 2020、2020-03。".into(),
        Message::PeriodUnreadable => "请输入年份或年月，如 2020 或 2020-03".into(),
        Message::PeriodReversed => "起始时间不能晚于截止时间".into(),
        Message::AmountFrom => "不低于".into(),
        Message::AmountBelow => "低于".into(),
        Message::TypedUnit(currency) => format!("亿{}", currency_name_zh(currency)).into(),
        Message::AmountFormat => "也可写明单位，如 3000 万、1.5 亿。".into(),
        Message::AmountUnreadable => "请输入不小于零的数，如 5、0.5 亿或 3000 万".into(),
        Message::AmountReversed => "下限应小于上限".into(),
        Message::AmountRule => "未披露金额、无汇率可折算的项目不在任何区间内。".into(),
        Message::PeriodRule => {
            "只写年份的项目计入整年，不计入任何单月；没有日期的项目不在任何时段内。".into()
        }
        Message::OpenBranch { name } => format!("展开“{name}”").into(),
        Message::ChipCategory { field, name } => format!("{field}：{name}").into(),
        Message::ChipExcept { field, names } => format!("{field}：除{names}外").into(),
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
        Message::CoverageUnconverted { count } => format!("另有 {count} 个无汇率可折算").into(),
        Message::CoverageInexact { count } => format!("其中 {count} 个为约数或上下限").into(),
        Message::NoAmount => "未披露".into(),
        Message::Charts => "图表".into(),
        Message::AsTable => "表格".into(),
        Message::ShowLess => "收起".into(),
        Message::ChartKeys => "方向键浏览，回车选择，Shift 加回车多选，Esc 离开".into(),
        Message::BrushHint => "在图上拖动可选择范围，双击清除".into(),
        Message::NowShown { shown, whole } => format!("显示 {whole} 个项目中的 {shown} 个").into(),
        Message::EmptyResult => "没有项目符合全部筛选条件".into(),
        Message::Notices => "提示".into(),
        Message::Dismiss => "知道了".into(),
        Message::HowIsThisComputed { figure } => format!("怎么算：{figure}").into(),
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
        Message::SourceCopy { title, domain } => format!("{title}（转载于 {domain}）").into(),
        Message::BoundAbout => "约".into(),
        Message::BoundAtLeast => "超过".into(),
        Message::BoundAtMost => "不超过".into(),
        Message::HeaderMore => "更多".into(),
        Message::Shortcuts => "快捷键".into(),
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

        // Treemap of sectors.
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

        // Cards: saving, enlarging, order.
        Message::Enlarge => "放大".into(),
        Message::Shrink => "还原".into(),
        Message::SaveChart => "保存".into(),
        Message::SavePng => "图片（PNG）".into(),
        Message::SaveSvg => "矢量图（SVG）".into(),
        Message::SaveCsv => "数据（CSV）".into(),
        Message::SaveFailed => "图表未能保存，请再试一次".into(),
        Message::NotCopied => "浏览器不允许本页复制".into(),
        Message::LaterMissing => "页面其余部分未能载入，以上内容仍可使用".into(),
        Message::TryAgain => "重试".into(),
        Message::OrderLabel => "排序".into(),
        Message::OrderByValue => "按数值".into(),
        Message::OrderByName => "按名称".into(),
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
        Message::AboutData => "数据说明：怎样读这些数字、缺了什么、各来源之间有哪些出入".into(),
        Message::NewVersionWaits => "页面有新版本，切换后保持当前视图".into(),
        Message::ShowNewVersion => "切换到新版本".into(),
        Message::OfflineKept => "本页面已保存在浏览器中，没有网络也能打开".into(),
        Message::OfflinePreparing => "正在保存本页面，以便没有网络时使用".into(),
        Message::OfflineOff => "没有为离线使用保存本页面".into(),
        Message::OfflineKeep => "保存".into(),
        Message::OfflineForget => "不再保存".into(),
        Message::NoCanvas => "浏览器不允许本页面绘图，图中的数字可用各图的“表格”按钮查看".into(),
        Message::PreferencesNotKept => {
            "浏览器不允许保存设置，语言和主题仅在本次打开期间有效".into()
        }

        // The project table and the details.
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
        Message::ColumnUnknown { key } => format!("已保存的列“{key}”不存在，已忽略").into(),

        // Reconciliation.
        Message::UnitInYuan { currency, rate } => {
            format!("1 {} = {rate} 元", currency_name_zh(currency)).into()
        }
    }
}

pub(super) const fn name_of(noun: Noun) -> &'static str {
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
