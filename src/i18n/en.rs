//! Every text in English.

use std::borrow::Cow;

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
        Message::OpenData => "Open data…".into(),
        Message::Export => "Export".into(),
        Message::Exporting { percent } => format!("Exporting {percent}%").into(),
        Message::ExportHeading => "The projects listed, in the table's order".into(),
        Message::ExportAllColumns => "All columns".into(),
        Message::ExportShownColumns => "Columns shown in the table".into(),
        Message::ExportXlsx => "Excel workbook (XLSX)".into(),
        Message::ExportCsv => "Text (CSV)".into(),
        Message::ExportTemplate => "Empty ledger to fill in (XLSX)".into(),
        Message::TooManyRowsForWorkbook { most } => format!("A workbook holds at most {} rows; filter further, or take the projects as CSV", count(*most)).into(),
        Message::NoHeading => "No heading".into(),
        Message::SiteLedger => "This site's data".into(),
        Message::SiteLedgerUnreadable => "This site's own data could not be read".into(),
        Message::OpeningData => "Opening the data…".into(),
        Message::LedgerNotHere => "The ledger that was asked for is not in this browser; it was ignored".into(),
        Message::Searching { percent } => format!("Searching… {percent}%").into(),
        Message::Sorting { percent } => format!("Sorting… {percent}%").into(),
        Message::LedgersBlocked => "This browser does not let the page keep data, so the ledger cannot be opened from here".into(),
        Message::LedgerLeft => "The ledger was not opened; it stays kept in this browser".into(),
        Message::LedgerNotReadAgain { name } => format!("“{name}” is kept in this browser and could not be read; try once more, or open its file anew").into(),
        Message::LedgerNotKeptFull { name } => format!("There is no room in this browser to keep “{name}”. It stays open on the page, and what was kept before is untouched").into(),
        Message::LedgerNotKeptBlocked { name } => format!("This browser does not let the page keep data. “{name}” stays open until the page is closed").into(),
        Message::LedgerNotKept { name } => format!("“{name}” could not be kept. It stays open on the page, and what was kept before is untouched").into(),
        Message::LedgerNotRemoved => "The ledger could not be removed from this browser; it is as it was".into(),
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
        Message::EmbedCodeCopied => "Embed code copied, for the source of a page".into(),
        Message::OpenPage => "Explore on Inward".into(),
        Message::MeasureLabel => "Measure".into(),
        Message::MeasureProjects => "Projects".into(),
        Message::MeasureAmount => "Amount".into(),
        Message::Filters => "Filters".into(),
        Message::ShowFilters { count } => format!("Filters ({count})").into(),
        Message::ShowProjects(1) => "Show 1 project".into(),
        Message::ShowProjects(projects) => format!("Show {} projects", count(*projects)).into(),
        Message::ListsLabel => "Lists".into(),
        Message::ListsByCount => "By count".into(),
        Message::ListsByName => "By name".into(),
        Message::Only => "Only".into(),
        Message::OnlyValue { name } => format!("Only {name}").into(),
        Message::Invert => "Invert".into(),
        Message::InvertField { field } => format!("Invert {field}").into(),
        Message::ListKeys => "Space picks a value or takes it away, Enter picks only this one".into(),
        Message::NoValueFound => "Nothing found".into(),
        Message::MoreValues(values) => format!("Show {} more", count(*values)).into(),
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
        Message::PeriodFormat => "A year or a month, such as 2020 or 2020-03.".into(),
        Message::PeriodUnreadable => "Enter a year or a month, such as 2020 or 2020-03".into(),
        Message::PeriodReversed => "The period ends before it begins".into(),
        Message::AmountFrom => "At least".into(),
        Message::AmountBelow => "Below".into(),
        Message::TypedUnit(currency) => format!("{currency} million").into(),
        Message::AmountFormat => "Units can be typed too: 300 m, 1.5 bn.".into(),
        Message::AmountUnreadable => "Enter a number of zero or more, such as 50, 300 m or 1.5 bn".into(),
        Message::AmountReversed => "The lower amount must be less than the upper one".into(),
        Message::AmountRule => "Projects without a disclosed amount, or without a rate to convert it, are in no range.".into(),
        Message::PeriodRule => "A project dated by its year alone is in whole years only; one without a date is in no period.".into(),
        Message::OpenBranch { name } => format!("Open {name}").into(),
        Message::ChipCategory { field, name } => format!("{field}: {name}").into(),
        Message::ChipExcept { field, names } => format!("{field}: all but {names}").into(),
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
        Message::CoverageUnconverted { count } => format!("{count} more without a rate").into(),
        Message::CoverageInexact { count } => format!("{count} approximate or bounds").into(),
        Message::NoAmount => "Undisclosed".into(),
        Message::Charts => "Charts".into(),
        Message::AsTable => "Table".into(),
        Message::ShowLess => "Show less".into(),
        Message::ChartKeys => "Arrow keys walk, Enter picks, Shift+Enter adds, Escape leaves".into(),
        Message::BrushHint => "Drag to select a range, double-click to clear".into(),
        Message::NowShown { shown, whole } => format!("Showing {shown} of {whole} projects").into(),
        Message::EmptyResult => "No project passes all the filters".into(),
        Message::Notices => "Notices".into(),
        Message::Dismiss => "Dismiss".into(),
        Message::HowIsThisComputed { figure } => format!("How is this computed: {figure}").into(),
        Message::HowComputed => "How the numbers are computed".into(),
        Message::RuleUndisclosed => "Undisclosed is not zero: a sum holds disclosed amounts only and says how many projects it covers; medians are over disclosed amounts.".into(),
        Message::RuleMoney => "Amounts in other currencies are converted at the average rates of the signing year and rounded to the whole yuan, dollar or euro, so that sums add up exactly; without a year or a rate they stay unconverted and are counted apart.".into(),
        Message::RuleCensus => "The rows come from public reports and are not a census: large and newsworthy deals are over-represented. Signed does not mean built.".into(),
        Message::RuleRow => "Every row has a source; a joint project stands under its first partner.".into(),
        Message::Privacy => "The page computes in your browser and sends nothing to any server.".into(),
        Message::Version { version } => format!("Version {version}").into(),
        Message::Licence => "Licensed MIT or Apache-2.0".into(),
        Message::SourceCopy { title, domain } => format!("{title} (copy on {domain})").into(),
        Message::BoundAbout => "about".into(),
        Message::BoundAtLeast => "at least".into(),
        Message::BoundAtMost => "at most".into(),
        Message::HeaderMore => "More".into(),
        Message::Shortcuts => "Keyboard shortcuts".into(),
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

        // Treemap of sectors.
        Message::NotInSums { undisclosed, unconverted: 0 } => {
            format!("Not in the sums: {} undisclosed", count(*undisclosed)).into()
        }
        Message::NotInSums { undisclosed, unconverted } => {
            format!("Not in the sums: {} undisclosed, {} without a rate", count(*undisclosed), count(*unconverted)).into()
        }

        // Cards: saving, enlarging, order.
        Message::Enlarge => "Enlarge".into(),
        Message::Shrink => "Restore".into(),
        Message::SaveChart => "Save".into(),
        Message::SavePng => "Picture (PNG)".into(),
        Message::SaveSvg => "Drawing (SVG)".into(),
        Message::SaveCsv => "Data (CSV)".into(),
        Message::SaveFailed => "The chart could not be saved; please try again".into(),
        Message::NotCopied => "This browser does not let the page copy".into(),
        Message::LaterMissing => {
            "The rest of the page could not be loaded; what is above still works".into()
        }
        Message::TryAgain => "Try again".into(),
        Message::OrderLabel => "Order".into(),
        Message::OrderByValue => "By value".into(),
        Message::OrderByName => "By name".into(),
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
        Message::AboutData => "About the data: how to read the numbers, what is missing, where sources differ".into(),
        Message::NewVersionWaits => "A new version of this page is ready; this view stays".into(),
        Message::ShowNewVersion => "Show it".into(),
        Message::OfflineKept => "This page is kept in this browser and opens without a network".into(),
        Message::OfflinePreparing => "This page is being kept for use without a network".into(),
        Message::OfflineOff => "This page is not kept for use without a network".into(),
        Message::OfflineKeep => "Keep it".into(),
        Message::OfflineForget => "Do not keep it".into(),
        Message::NoCanvas => "This browser does not let the page draw charts; “Table” in each chart shows its figures".into(),
        Message::PreferencesNotKept => "This browser does not let the page keep language and theme; they last until it is closed".into(),

        // The project table and the details.
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
        Message::ColumnUnknown { key } => format!("The stored column “{key}” is not one of this page's; it was ignored").into(),

        // Reconciliation.
        Message::UnitInYuan { currency, rate } => format!("{currency} 1 = CNY {rate}").into(),
    }
}

/// `1 project`, `1,234 projects`.
pub(super) fn projects(number: u64) -> String {
    format!(
        "{} {}",
        count(number),
        if number == 1 { "project" } else { "projects" }
    )
}

/// A name with a small first letter, unless it begins with an abbreviation.
pub(super) fn within_sentence(name: &str) -> String {
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

pub(super) const fn many_of(noun: Noun) -> &'static str {
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
