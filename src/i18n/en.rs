//! Every text in English.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::format::count;
use super::message::{Message, Noun};

pub(super) fn text(message: &Message) -> Cow<'static, str> {
    match message {
        // The page.
        Message::PageName => "Inward".into(),
        Message::PageTagline => "Signed investment projects".into(),
        Message::SkipToCharts => "Skip to the charts".into(),
        Message::DatasetLabel => "Dataset".into(),
        Message::DatasetSigned => "Signed projects".into(),
        Message::DatasetAnnounced => "Announced, no signing reported".into(),
        Message::OpeningLedger => "Opening the ledger…".into(),
        Message::LedgerNotHere => "The ledger that was asked for is not in this browser; it was ignored".into(),
        Message::Searching { percent } => format!("Searching… {percent}%").into(),
        Message::Sorting { percent } => format!("Sorting… {percent}%").into(),
        Message::LedgerDate { date } => format!("Opened {date}").into(),
        Message::DatasetDate { date } => format!("Compiled {date}").into(),
        Message::LanguageLabel => "Language".into(),
        Message::ThemeLabel => "Theme".into(),
        Message::ThemeSystem => "System".into(),
        Message::ThemeLight => "Light".into(),
        Message::ThemeDark => "Dark".into(),
        Message::CurrencyLabel => "Currency of amounts".into(),
        Message::CurrencyName(currency) => (*currency).into(),
        Message::AmountRangeCleared { before, now } => {
            format!("The range of amounts was in {before} and each year has rates of its own, so it was cleared for {now}; Back restores it").into()
        }
        Message::Share => "Share".into(),
        Message::CopyLink => "Copy a link to this view".into(),
        Message::LinkCopied => "Link copied".into(),
        Message::LinkCopiedOfLedger => "Link copied; only this browser has the ledger that it leads to".into(),
        Message::Print => "Print…".into(),
        Message::CopyEmbedCode => "Copy embed code".into(),
        Message::EmbedCodeCopied => "Embed code copied; paste it into the source of a page".into(),
        Message::OpenPage => "Explore on Inward".into(),
        Message::MeasureLabel => "Measure".into(),
        Message::MeasureProjects => "Projects".into(),
        Message::MeasureAmount => "Amount".into(),
        Message::Filters => "Filters".into(),
        Message::ShowFilters { count } => format!("Filters ({count})").into(),
        Message::ShowProjects { count } => format!("Show {count} projects").into(),
        Message::SearchLabel => "Search projects".into(),
        Message::SearchKey => "Press / to search".into(),
        Message::SearchHint => "Name, partner, place, note".into(),
        Message::ListSearch { field } => format!("Find in {field}").into(),
        Message::FieldCountry => "Partner countries and regions".into(),
        Message::FieldIndustry => "Industry".into(),
        Message::FieldPlace => "Host".into(),
        Message::FieldEvent => "Event".into(),
        Message::FieldMode => "Mode".into(),
        Message::FieldStage => "Stage".into(),
        Message::FieldDisclosure => "Amount disclosed".into(),
        Message::FieldCountryBasis => "Basis of the country".into(),
        Message::FieldPeriod => "Signing period".into(),
        Message::FieldAmount => "Amount".into(),
        Message::FieldSearch => "Search".into(),
        Message::PeriodFrom => "From".into(),
        Message::PeriodTo => "To".into(),
        Message::PeriodRule => "A project dated by its year alone is in whole years only; one without a date is in no period.".into(),
        Message::OpenBranch { name } => format!("Open {name}").into(),
        Message::ChipCategory { field, name } => format!("{field}: {name}").into(),
        Message::ChipPeriod { period } => format!("Signed: {period}").into(),
        Message::ChipSearch { text } => format!("Search: {text}").into(),
        Message::ChipAmount { range } => format!("Amount: {range}").into(),
        Message::RemoveFilter { filter } => format!("Remove the filter {filter}").into(),
        Message::ActiveFilters => "Active filters".into(),
        Message::NoFilters => "No filter: all projects are shown".into(),
        Message::ClearFilters => "Clear all".into(),
        Message::ClearField { field } => format!("Clear {field}").into(),
        Message::Clear => "Clear".into(),
        Message::KeyFigures => "Key figures".into(),
        Message::KpiProjects => "Projects".into(),
        Message::KpiAmount => "Disclosed amount".into(),
        Message::KpiMedian => "Median".into(),
        Message::KpiLargest => "Largest".into(),
        Message::KpiTopFive => "Share of the five largest".into(),
        Message::KpiCountries => "Countries and regions".into(),
        Message::KpiOfWhole { whole } => format!("of {whole}").into(),
        Message::KpiWhole { whole } => format!("All: {whole}").into(),
        Message::Coverage { disclosed, projects } => format!("{disclosed} of {projects} disclosed").into(),
        Message::CoverageUnconverted { count } => format!("{count} more stated, without a rate to convert").into(),
        Message::CoverageInexact { count } => format!("{count} of them approximate or bounds").into(),
        Message::NoAmount => "Undisclosed".into(),
        Message::Charts => "Charts".into(),
        Message::AsTable => "Table".into(),
        Message::ShowLess => "Show less".into(),
        Message::ChartKeys => "Arrow keys walk, Enter picks, Shift+Enter adds, Escape leaves".into(),
        Message::BrushHint => "Drag to select a range, double-click to clear".into(),
        Message::NowShown { shown, whole } => format!("Showing {shown} of {whole} projects").into(),
        Message::EmptyResult => "No project passes all the filters".into(),
        Message::EmptyResultUndo { filter } => format!("Remove {filter}").into(),
        Message::Notices => "Notices".into(),
        Message::Dismiss => "Dismiss".into(),
        Message::HowComputed => "How the numbers are computed".into(),
        Message::RuleUndisclosed => "Undisclosed is not zero: a sum holds disclosed amounts only and says how many projects it covers; medians are over disclosed amounts.".into(),
        Message::RuleMoney => "Amounts in other currencies are converted at the average rates of the signing year and rounded to the whole yuan, dollar or euro, so that sums add up exactly; without a year or a rate they stay unconverted and are counted apart.".into(),
        Message::RuleCensus => "The rows come from public reports and are not a census: large and newsworthy deals are over-represented. Signed does not mean built.".into(),
        Message::RuleRow => "Every row has a source; a joint project stands under its first partner.".into(),
        Message::Privacy => "The page computes in your browser and sends nothing to any server.".into(),
        Message::Version { version } => format!("Version {version}").into(),
        Message::Licence => "Licensed MIT or Apache-2.0".into(),
        Message::ProjectListHeading => "Projects and their sources".into(),
        Message::ColumnProject => "Project".into(),
        Message::ColumnPartner => "Partner".into(),
        Message::ColumnCountry => "Country or region".into(),
        Message::ColumnSigned => "Signed".into(),
        Message::ColumnAmount => "Amount".into(),
        Message::ColumnSource => "Source".into(),
        Message::SourceCopy { title, domain } => format!("{title} (copy on {domain})").into(),
        Message::BoundAbout => "about".into(),
        Message::BoundAtLeast => "at least".into(),
        Message::BoundAtMost => "at most".into(),
        Message::SeatMark => "seat".into(),

        // Charts.
        Message::NotStated => "Not stated".into(),
        Message::TitleByProjects(noun) => format!("Projects by {}", one_of(*noun)).into(),
        Message::TitleByAmount(noun) => format!("Disclosed amount by {}", one_of(*noun)).into(),
        Message::NounHeading(noun) => heading_of(*noun).into(),
        Message::TimelineByProjects => "Projects by signing date".into(),
        Message::TimelineByAmount => "Disclosed amount by signing date".into(),
        Message::SigningHeading => "Signed".into(),
        Message::ProjectsHeading => "Projects".into(),
        Message::ProjectShareHeading => "Share of projects (%)".into(),
        Message::AmountHeading(currency) => format!("Disclosed amount ({currency} million)").into(),
        Message::UndisclosedHeading => "Amount undisclosed (projects)".into(),
        Message::AllProjectsHeading => "Projects without filters".into(),
        Message::NoMatch => "No project matches the filters".into(),
        Message::NoProjects => "No projects yet".into(),
        Message::ProjectCount(number) => projects(*number).into(),
        Message::AmountCovered { amount, disclosed, projects } => {
            format!("{amount} ({} of {} disclosed)", count(*disclosed), count(*projects)).into()
        }
        Message::AmountOfNone(number) => format!("{}, no amount disclosed", projects(*number)).into(),
        Message::Undisclosed => "undisclosed".into(),
        Message::ShareOfShown(share) => format!("{share} of what is shown").into(),
        Message::ShareOfWhole(share) => format!("{share} of the whole").into(),
        Message::UndisclosedCount(number) => format!("{} undisclosed", count(*number)).into(),
        Message::UnconvertedCount(number) => format!("{} without an exchange rate", count(*number)).into(),
        Message::LegendSelected => "Matching the filters".into(),
        Message::LegendWhole => "All projects".into(),
        Message::LegendUndisclosed => "Projects without a disclosed amount".into(),
        Message::LegendNotInSum => "Projects undisclosed or without a rate".into(),
        Message::LegendYearOnly => "Only the year is known".into(),
        Message::LegendUndated(number) => format!("{} more without a date", count(*number)).into(),
        Message::LegendCurrency(currency) => format!("in {currency}").into(),
        Message::Others(_, others) => {
            format!("{} {}", count(*others), if *others == 1 { "other" } else { "others" }).into()
        }
        Message::ShowAll => "Show all".into(),
        Message::ShowFewer => "Show fewer".into(),
        Message::YearWithoutMonth(year) => format!("{year}, month not stated").into(),
        Message::LeadsByProjects { leaders, tied: 1, projects: number, of } => {
            format!("{leaders} leads with {} of {}", count(*number), projects(*of)).into()
        }
        Message::LeadsByProjects { leaders, tied: _, projects: number, of } => {
            format!("{leaders} lead with {} of {} each", count(*number), projects(*of)).into()
        }
        Message::TieByProjects { tied, projects: number, of } => {
            format!("{} tie for the lead with {} of {} each", count(*tied), count(*number), projects(*of)).into()
        }
        Message::LeadsByAmount { leaders, tied: 1, amount, share: Some(share) } => {
            format!("{leaders} leads with {amount}, {share} of the disclosed amount").into()
        }
        Message::LeadsByAmount { leaders, tied: 1, amount, share: None } => {
            format!("{leaders} leads with {amount}").into()
        }
        Message::LeadsByAmount { leaders, tied: _, amount, share: _ } => {
            format!("{leaders} lead with {amount} each").into()
        }
        Message::TieByAmount { tied, amount } => {
            format!("{} tie for the lead with {amount} each", count(*tied)).into()
        }
        Message::ThreeLargestHold(share) => {
            format!("the three largest by amount hold {share} of the disclosed amount").into()
        }
        Message::AllOfOne { noun, projects: number, name } => {
            let (one, many) = match noun {
                Noun::Country => ("comes from", "come from"),
                Noun::City => ("stands in", "stand in"),
                Noun::Event => ("was signed at", "were signed at"),
                Noun::Industry
                | Noun::Mode
                | Noun::Stage
                | Noun::Disclosure
                | Noun::CountryBasis => ("belongs to", "belong to"),
            };
            if *number == 1 {
                format!("The only project {one} {name}").into()
            } else {
                format!("All {} {many} {name}", projects(*number)).into()
            }
        }
        Message::AllSignedIn { projects: 1, name } => format!("The only project was signed in {name}").into(),
        Message::AllSignedIn { projects: number, name } => {
            format!("All {} were signed in {name}", projects(*number)).into()
        }
        Message::NoneStated(number) => format!("None of {} states it", projects(*number)).into(),
        Message::NoneDisclosed(number) => {
            format!("None of {} has an amount that can be added up", projects(*number)).into()
        }
        Message::PickedProjects { picked, projects: number, of } => {
            format!("{picked}: {} of {}", count(*number), projects(*of)).into()
        }
        Message::PickedAmount { picked, amount, disclosed, projects } => {
            format!("{picked}: {amount} ({} of {} disclosed)", count(*disclosed), count(*projects)).into()
        }
        Message::PickedNoAmount { picked, projects: number } => {
            format!("{picked}: {}, no amount to add up", projects(*number)).into()
        }
        Message::PickedMany(noun, picked) => format!("{} picked {}", count(*picked), many_of(*noun)).into(),
        Message::Until(last) => format!("Until {last}").into(),
        Message::Since(first) => format!("Since {first}").into(),
        Message::AlsoYearOnly(number) => format!("{} more known by year only", count(*number)).into(),
        Message::AlsoUndated(number) => format!("{} more without a date", count(*number)).into(),
        Message::FindingSeparator => "; ".into(),

        // Histogram of amounts.
        Message::AmountsByProjects => "Projects by amount".into(),
        Message::AmountsByAmount => "Disclosed amount by size of project".into(),
        Message::AmountRangeHeading => "Amount of a project (upper end not included)".into(),
        Message::AmountAxis(currency) => format!("Amount of a project ({currency}, log scale)").into(),
        Message::NoRate => "No rate".into(),
        Message::LegendCut => "Cut short: the number counts, not the length".into(),
        Message::MostAmounts { range, projects, of, share } => {
            format!("Most amounts are {range}: {} of {} disclosed ({share})", count(*projects), count(*of)).into()
        }
        Message::AllAmounts { range, of: 1 } => format!("The only disclosed amount is {range}").into(),
        Message::AllAmounts { range, of } => format!("All {} disclosed amounts are {range}", count(*of)).into(),
        Message::LargestHold { range, share, projects: 1, of } => {
            format!("1 of {} disclosed projects, of {range}, holds {share} of the disclosed amount", count(*of)).into()
        }
        Message::LargestHold { range, share, projects, of } => {
            format!("{} of {} disclosed projects, each of {range}, hold {share} of the disclosed amount", count(*projects), count(*of)).into()
        }
        Message::AmountsWithin { range, least, most, of } => {
            format!("{range}: {} to {} of {}, as the range ends within bars", count(*least), count(*most), projects(*of)).into()
        }
        Message::UndisclosedOf { undisclosed, of } => {
            let verb = if *undisclosed == 1 { "discloses" } else { "disclose" };
            format!("{} of {} {verb} no amount", count(*undisclosed), projects(*of)).into()
        }

        // Treemap of sectors.
        Message::SectorsByProjects => "Projects by sector and industry".into(),
        Message::SectorsByAmount => "Disclosed amount by sector and industry".into(),
        Message::SectorHeading => "Sector or industry".into(),
        Message::Within { outer, inner } => format!("{outer}: {inner}").into(),
        Message::AmongIndustries(finding) => format!("among industries {finding}").into(),
        Message::NotInSums { undisclosed, unconverted: 0 } => {
            format!("Not in the sums: {} undisclosed", count(*undisclosed)).into()
        }
        Message::NotInSums { undisclosed, unconverted } => {
            format!("Not in the sums: {} undisclosed, {} without a rate", count(*undisclosed), count(*unconverted)).into()
        }

        // Matrix of countries and industries.
        Message::MatrixByProjects => "Projects by country and industry".into(),
        Message::MatrixByAmount => "Disclosed amount by country and industry".into(),
        Message::InIndustry { country, industry } => format!("{country} in {}", within_sentence(industry)).into(),
        Message::RestShort(values) => format!("{} others", count(*values)).into(),
        Message::Rest(noun, values) => format!("{} other {}", count(*values), many_of(*noun)).into(),
        Message::Total => "Total".into(),
        Message::LegendNoAmount => "No disclosed amount".into(),
        Message::InProjects(name) => format!("{name} (projects)").into(),
        Message::InAmount { name, currency } => format!("{name} ({currency} million)").into(),

        // Flow from regions to cities.
        Message::FlowByProjects => "Projects from region through industry to host city".into(),
        Message::FlowByAmount => "Disclosed amount from region through industry to host city".into(),
        Message::FlowRegion => "Region".into(),
        Message::FlowHeading => "Value or path".into(),
        Message::FlowPickedHeading => "Projects within the picks".into(),
        Message::FlowPicked(number) => format!("{} of them within the picks", count(*number)).into(),
        Message::FlowRest(others) => format!("{} others", count(*others)).into(),
        Message::FlowOutside => "Outside the picks".into(),
        Message::FlowWithoutWidth { projects: number, currency } => {
            format!("{} without a {currency} amount: no width", projects(*number)).into()
        }

        // Every project as a dot.
        Message::DotsTitle => "Every project by signing date and amount".into(),
        Message::DotsPlaced { placed: 1, of: 1 } => "The only project has both a date and an amount".into(),
        Message::DotsPlaced { placed: 0, of: 1 } => "The only project lacks a date or an amount".into(),
        Message::DotsPlaced { placed: 0, of } => format!("None of the {} has both a date and an amount", projects(*of)).into(),
        Message::DotsPlaced { placed, of } if placed == of => format!("All {} have both a date and an amount", projects(*of)).into(),
        Message::DotsPlaced { placed, of } => {
            let verb = if *placed == 1 { "has" } else { "have" };
            format!("{} of {} {verb} both a date and an amount", count(*placed), projects(*of)).into()
        }
        Message::DotsPicked { picked, of, period, amounts } => {
            let verb = if *picked == 1 { "lies" } else { "lie" };
            let chosen = match (period, amounts) {
                (true, false) => "period",
                (false, true) => "amounts",
                (true, true) | (false, false) => "period and amounts",
            };
            format!("{} of {} {verb} within the chosen {chosen}", count(*picked), projects(*of)).into()
        }
        Message::DotsLargest { name, amount, year, of: 1 } => format!("it is {name} with {amount} in {year}").into(),
        Message::DotsLargest { name, amount, year, of: _ } => format!("the largest is {name} with {amount} in {year}").into(),
        Message::DotsTied { tied, amount } => format!("{} share the largest amount, {amount}", projects(*tied)).into(),
        Message::AmountUndisclosed => "Amount undisclosed".into(),
        Message::Undated => "No date".into(),
        Message::LegendDayUnknown => "Only the year or month is known".into(),
        Message::LegendLeftOut => "Left out by filters".into(),
        Message::LegendPerCell => "Projects per cell".into(),
        Message::YearOnlySpread(1) => "1 of them is known by year only and stands somewhere in it".into(),
        Message::YearOnlySpread(number) => format!("{} of them are known by year only and spread over it", count(*number)).into(),
        Message::NotPositive => "0 or less".into(),

        // Plan and calendar.
        Message::CalendarName => "Jinan High-tech Zone: plan and calendar".into(),
        Message::CalendarTitle(years) => format!("Jinan High-tech Zone, {years}: plan and calendar").into(),
        Message::NoIndicators => "No figures reported yet".into(),
        Message::IndicatorsReported(1) => "The zone's own year, whatever is filtered: 1 reported figure".into(),
        Message::IndicatorsReported(number) => {
            format!("The zone's own year, whatever is filtered: {} reported figures", count(*number)).into()
        }
        Message::PlansAhead { plans, ahead, most } => {
            let (noun, are) = (if *plans == 1 { "plan" } else { "plans" }, if *ahead == 1 { "is" } else { "are" });
            let by = match ahead {
                0 => String::new(),
                1 => format!(", by {most} points"),
                _ => format!(", by up to {most} points"),
            };
            format!(
                "The zone's own year, whatever is filtered: {} of {} {noun} {are} ahead of the calendar{by}",
                count(*ahead),
                count(*plans)
            )
            .into()
        }
        Message::PlansHeading => "Annual plans against the calendar".into(),
        Message::SharesHeading => "Shares".into(),
        Message::FiguresHeading => "Other reported figures".into(),
        Message::LegendPlanDone => "Plan done".into(),
        Message::YearGone { date, months, gone } => {
            format!("End of {date}: {months} of 12 months gone, {gone}%").into()
        }
        Message::PlanAgainstCalendar { done, gone, equals, points, standing } => {
            let standing = match standing {
                Ordering::Less => "points, behind",
                Ordering::Equal => "points, level",
                Ordering::Greater => "points ahead",
            };
            format!("{done}% − {gone}% {equals} {points} {standing}").into()
        }
        Message::AsStated => ", as stated".into(),
        Message::StatedOtherwise(stated) => format!(", but stated as {stated}").into(),
        Message::Quantity { number, unit } => {
            let (one, many) = match unit.as_str() {
                "count" => return number.clone().into(),
                "percent" => return format!("{number}%").into(),
                "percentage-points" => ("percentage point", "percentage points"),
                "square-metres" => ("m²", "m²"),
                "people" => ("person", "people"),
                "projects" => ("project", "projects"),
                "years" => ("year", "years"),
                "patents" => ("patent", "patents"),
                "clusters" => ("cluster", "clusters"),
                "enterprises" => ("enterprise", "enterprises"),
                "units" => ("unit", "units"),
                "institutions" => ("institution", "institutions"),
                other => (other, other),
            };
            format!("{number} {}", if number == "1" { one } else { many }).into()
        }
        Message::MoreThan(quantity) => format!("more than {quantity}").into(),
        Message::Expected(quantity) => format!("{quantity} expected").into(),
        Message::AsOf(date) => format!("As of {date}").into(),
        Message::IndicatorHeading => "Indicator".into(),
        Message::IndicatorValueHeading => "Value with its unit".into(),
        Message::AsOfHeading => "As of".into(),
        Message::YearGoneHeading => "Year gone (%)".into(),
        Message::AheadHeading => "Ahead of the calendar, computed (percentage points)".into(),
        Message::ContextHeading => "Context".into(),

        // Cards: saving, enlarging, order.
        Message::Enlarge => "Enlarge".into(),
        Message::Shrink => "Restore".into(),
        Message::SaveChart => "Save".into(),
        Message::SavePng => "Picture (PNG)".into(),
        Message::SaveSvg => "Drawing (SVG)".into(),
        Message::SaveCsv => "Data (CSV)".into(),
        Message::SaveFailed => "The chart could not be saved; please try again".into(),
        Message::LaterMissing => {
            "The rest of the page could not be loaded; what is above still works".into()
        }
        Message::TryAgain => "Try again".into(),
        Message::OrderLabel => "Order".into(),
        Message::OrderByValue => "By value".into(),
        Message::OrderByName => "By name".into(),
        Message::SheetUnfiltered => "No filter".into(),
        Message::SheetFiltered(filters) => format!("Filters: {filters}").into(),
        Message::SheetSource { dataset, date } => {
            format!("Data: Inward, {}, compiled {date}; a source for every project is in its table", dataset.to_lowercase()).into()
        }
        Message::SheetLedger { name, date } => format!("Data: {name}, opened {date}; made with Inward").into(),

        // Notices.
        Message::AddressKeyUnknown { key } => format!("The link has a part this page does not know, “{key}”; it was ignored").into(),
        Message::AddressValueUnreadable { part } => format!("The part “{part}” of the link cannot be read; it was ignored").into(),
        Message::AddressCodeUnknown { part } => {
            format!("The link asks for “{part}”, which is not in this data; it was ignored").into()
        }
        Message::AddressPeriodReversed => "The period in the link ended before it began; its ends were swapped".into(),
        Message::AddressAmountsReversed => "The amounts in the link were the wrong way round; they were swapped".into(),
        Message::AddressCurrencyOther { part } => {
            format!("“{part}” in the link is in another currency than the amounts shown; it was ignored").into()
        }
        Message::AddressTooLong => "The link is too long to be read; all projects are shown".into(),
        Message::AddressFromNewerVersion => {
            "The link was made by a newer version of this page; what this version knows of it is shown".into()
        }
        Message::AddressMoreIgnored { count: 1 } => "One more part of the link was not followed".into(),
        Message::AddressMoreIgnored { count } => format!("{count} more parts of the link were not followed").into(),
        Message::PickNotInDataset { name } => format!("“{}” is not in this data; its filter was removed", name.en).into(),
        Message::LanguageUnknown { tag } => format!("The stored language “{tag}” is not one of this page's; it was ignored").into(),
        Message::ThemeUnknown { key } => format!("The stored theme “{key}” is not one of this page's; it was ignored").into(),
        Message::NoCanvas => "This browser does not let the page draw charts; “Table” in each chart shows its figures".into(),
        Message::PreferencesNotKept => "This browser does not let the page keep language and theme; they last until it is closed".into(),

        // The project table and the details.
        Message::Columns => "Columns".into(),
        Message::TableKeys => "Arrow keys move, Enter opens a project or sorts, Shift with the arrow keys selects rows, Ctrl+C copies them".into(),
        Message::CopyRows { rows, all: true } => format!("Copy all {}", count(*rows)).into(),
        Message::CopyRows { rows, all: false } => format!("Copy {} selected", count(*rows)).into(),
        Message::RowsCopied { rows, of } if rows == of => format!("{} copied", count(*rows)).into(),
        Message::RowsCopied { rows, of } => format!("The first {} of {} copied", count(*rows), count(*of)).into(),
        Message::NotCopied => "This browser does not let the page copy".into(),
        Message::AmountAsStated => "Amount as stated".into(),
        Message::SourceAddress => "Address of the source".into(),
        Message::StatedAmount(stated) => format!("stated {stated}").into(),
        Message::ConvertedAmount { stated, converted, year, rate } => {
            format!("stated {stated}, {converted} at the {year} average of {rate}").into()
        }
        Message::NotConvertedUndated(stated) => format!("stated {stated}, not converted: the year of signing is not known").into(),
        Message::NotConvertedNoRate { stated, year } => {
            format!("stated {stated}, not converted: there is no average rate for {year}").into()
        }
        Message::DateYearOnly(year) => format!("{year} (only the year is known)").into(),
        Message::DateMonthOnly(month) => format!("{month} (the day is not known)").into(),
        Message::NameInChinese => "Name in Chinese".into(),
        Message::NameInEnglish => "Name in English".into(),
        Message::IndustrySection => "Section of GB/T 4754-2017".into(),
        Message::Note => "Note".into(),
        Message::Identifier => "Identifier".into(),
        Message::SourceReadOn(date) => format!("read on {date}").into(),
        Message::SourceTranslated => "machine translation".into(),
        Message::OnlyLikeThis => "Only projects like this".into(),
        Message::OnlyLikeThisRule => "Same country, industry and event; other filters are cleared".into(),
        Message::PreviousProject => "Previous project".into(),
        Message::NextProject => "Next project".into(),
        Message::PlaceInTable { position, of } => format!("{} of {}", count(*position), count(*of)).into(),
        Message::CloseDetails => "Close details".into(),
        Message::ColumnUnknown { key } => format!("The stored column “{key}” is not one of this page's; it was ignored").into(),

        // Reconciliation.
        Message::ReconciliationHeading => "Announced totals and listed projects".into(),
        Message::ReconciliationIntro => "What each event announced, beside its projects listed here. Announced totals enter no sum: some events are parts of others.".into(),
        Message::ReconciliationCoverage { compared, events, without_event, projects } => format!(
            "{} of {} events announced a total and have projects listed; {} of {} projects name no event and are in no comparison.",
            count(*compared), count(*events), count(*without_event), count(*projects)
        ).into(),
        Message::ReconciliationWholeEvents => "This compares whole events, whatever is filtered.".into(),
        Message::ReconciliationConverted => "Announced totals are converted at the average of the year of the event, listed projects at that of their signing; some of a difference may be rates.".into(),
        Message::ReconciliationOfSigned => "Events announce totals of what was signed. The projects of this dataset have no reported signing, so nothing is compared.".into(),
        Message::MeasureHeading => "Measure".into(),
        Message::AnnouncedHeading => "Announced".into(),
        Message::ListedHeading => "Listed here".into(),
        Message::DifferenceHeading => "Difference".into(),
        Message::OnlyThisEvent => "Show only this event's projects".into(),
        Message::NotAnnounced => "not announced".into(),
        Message::OnSite(what) => format!("{what} signed on site").into(),
        Message::UnitInYuan { currency, rate } => format!("{currency} 1 = CNY {rate}").into(),
        Message::AmountAtRate { stated, rate, year } => format!("announced as {stated}, at the {year} average of {rate}").into(),
        Message::NotListed(number) => format!("{number} not listed").into(),
        Message::MoreListed(much) => format!("{much} more listed than announced").into(),
        Message::AsManyListed => "as many listed as announced".into(),
        Message::NoneListed => "none of its projects is listed here".into(),
        Message::AmountMissing(amount) => format!("{amount} not accounted for").into(),
        Message::AmountMet => "the listed amounts add up to it".into(),
        Message::NotComparable => "no exchange rate, so not comparable".into(),
        Message::ListedWithoutAmount(number) => format!("{} listed without an amount", count(*number)).into(),
        Message::ShowAllEvents(events) => format!("Show all {} events", count(*events)).into(),
    }
}

/// `1 project`, `1,234 projects`.
fn projects(number: u64) -> String {
    format!(
        "{} {}",
        count(number),
        if number == 1 { "project" } else { "projects" }
    )
}

/// A name with a small first letter, unless it begins with an abbreviation.
fn within_sentence(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            format!("{}{second}{}", first.to_lowercase(), letters.as_str())
        }
        _ => name.to_owned(),
    }
}

const fn one_of(noun: Noun) -> &'static str {
    match noun {
        Noun::Country => "country and region",
        Noun::Industry => "industry",
        Noun::City => "host city",
        Noun::Event => "signing event",
        Noun::Mode => "mode",
        Noun::Stage => "stage",
        Noun::Disclosure => "disclosure",
        Noun::CountryBasis => "basis of the country",
    }
}

const fn many_of(noun: Noun) -> &'static str {
    match noun {
        Noun::Country => "countries and regions",
        Noun::Industry => "industries",
        Noun::City => "host cities",
        Noun::Event => "signing events",
        Noun::Mode => "modes",
        Noun::Stage => "stages",
        Noun::Disclosure => "kinds of disclosure",
        Noun::CountryBasis => "bases of the country",
    }
}

const fn heading_of(noun: Noun) -> &'static str {
    match noun {
        Noun::Country => "Country or region",
        Noun::Industry => "Industry",
        Noun::City => "Host city",
        Noun::Event => "Signing event",
        Noun::Mode => "Mode",
        Noun::Stage => "Stage",
        Noun::Disclosure => "Disclosure",
        Noun::CountryBasis => "Basis of the country",
    }
}
