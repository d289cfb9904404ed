//! Every text in Chinese.

use std::borrow::Cow;

use super::format::count;
use super::message::Message;

pub(super) fn text(message: &Message) -> Cow<'static, str> {
    match message {
        // The page.
        Message::PageName => "Inward 招商图谱".into(),
        Message::PageTagline => "签约投资项目一览".into(),
        Message::SkipToCharts => "跳到图表".into(),
        Message::DatasetLabel => "数据集".into(),
        Message::DatasetSigned => "已签约项目".into(),
        Message::DatasetAnnounced => "已公布、未见签约报道的项目".into(),
        Message::DatasetDate { date } => format!("数据截至 {date}").into(),
        Message::LanguageLabel => "语言".into(),
        Message::ThemeLabel => "外观".into(),
        Message::ThemeSystem => "跟随系统".into(),
        Message::ThemeLight => "浅色".into(),
        Message::ThemeDark => "深色".into(),
        Message::MeasureLabel => "图表显示".into(),
        Message::MeasureProjects => "项目数".into(),
        Message::MeasureAmount => "已披露投资额".into(),
        Message::Filters => "筛选".into(),
        Message::ShowFilters { count } => format!("筛选（{count}）").into(),
        Message::ShowProjects { count } => format!("查看 {count} 个项目").into(),
        Message::SearchLabel => "搜索项目".into(),
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
        Message::BrushHint => "在图上拖动可选择时段，双击清除".into(),
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
            "外币金额按签约当年平均汇率折合人民币；没有年份或汇率的不折算，单独计数。".into()
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
        Message::ShowMoreProjects { count } => format!("再显示 {count} 个").into(),
        Message::ListedProjects { shown, all } => {
            format!("按签约时间从近到远，显示 {all} 个中的 {shown} 个").into()
        }
        Message::BoundAbout => "约".into(),
        Message::BoundAtLeast => "超过".into(),
        Message::BoundAtMost => "不超过".into(),
        Message::SeatMark => "按总部".into(),

        // Charts.
        Message::NotStated => "未注明".into(),
        Message::CountriesByProjects => "各国家和地区的项目数".into(),
        Message::CountriesByAmount => "各国家和地区的已披露金额".into(),
        Message::IndustriesByProjects => "各产业的项目数".into(),
        Message::IndustriesByAmount => "各产业的已披露金额".into(),
        Message::TimelineByProjects => "历年签约项目数".into(),
        Message::TimelineByAmount => "历年签约的已披露金额".into(),
        Message::CountryHeading => "国家和地区".into(),
        Message::IndustryHeading => "产业".into(),
        Message::SigningHeading => "签约时间".into(),
        Message::ProjectsHeading => "项目数（个）".into(),
        Message::ProjectShareHeading => "占项目数（%）".into(),
        Message::AmountHeading => "已披露金额（万元）".into(),
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
        Message::LegendCurrency => "单位：元".into(),
        Message::OtherCountries(others) => format!("其余 {} 个国家和地区", count(*others)).into(),
        Message::OtherIndustries(others) => format!("其余 {} 个产业", count(*others)).into(),
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
        Message::AllFromOneCountry { projects: 1, name } => format!("唯一的项目来自{name}").into(),
        Message::AllFromOneCountry { projects, name } => {
            format!("{} 个项目全部来自{name}", count(*projects)).into()
        }
        Message::AllInOneIndustry { projects: 1, name } => format!("唯一的项目属于{name}").into(),
        Message::AllInOneIndustry { projects, name } => {
            format!("{} 个项目全部属于{name}", count(*projects)).into()
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
        Message::PickedCountries(picked) => format!("所选 {} 个国家和地区", count(*picked)).into(),
        Message::PickedIndustries(picked) => format!("所选 {} 个产业", count(*picked)).into(),
        Message::Until(last) => format!("截至{last}").into(),
        Message::Since(first) => format!("{first}以来").into(),
        Message::AlsoYearOnly(projects) => format!("另有 {} 个只知年份", count(*projects)).into(),
        Message::AlsoUndated(projects) => format!("另有 {} 个未注明日期", count(*projects)).into(),
        Message::FindingSeparator => "；".into(),

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
        Message::PreferencesNotKept => {
            "浏览器不允许保存设置，语言和主题仅在本次打开期间有效".into()
        }

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
