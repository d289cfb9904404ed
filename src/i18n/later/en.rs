//! The later texts in English.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::LaterMessage;
use crate::i18n::en::{self, many_of, projects, within_sentence};
use crate::i18n::format::count;

pub(super) fn text(message: &LaterMessage) -> Cow<'static, str> {
    match message {
        LaterMessage::Shared(shared) => en::text(shared),
        LaterMessage::ProjectListHeading => "Projects and their sources".into(),
        LaterMessage::ColumnProject => "Project".into(),
        LaterMessage::ColumnPartner => "Partner".into(),
        LaterMessage::ColumnCountry => "Country or region".into(),
        LaterMessage::ColumnSigned => "Signed".into(),
        LaterMessage::ColumnAmount => "Amount".into(),
        LaterMessage::ColumnSource => "Source".into(),
        LaterMessage::SeatMark => "seat".into(),

        // An empty result, rules of key figures, the list of keys.
        LaterMessage::EmptiedBy { filter, projects: number } => format!("Most is hidden by {filter}: without it there are {}.", projects(*number)).into(),
        LaterMessage::EmptiedByTogether => "Removing any one filter alone brings none back.".into(),
        LaterMessage::EmptyResultUndo { filter, projects: number } => format!("Remove {filter} ({})", projects(*number)).into(),
        LaterMessage::RuleOfProjects { shown, whole } => format!("Every listed project counts once: {} of the {} in the dataset pass all filters.", count(*shown), count(*whole)).into(),
        LaterMessage::RuleOfSum { disclosed, projects } => format!("The disclosed amounts of {} of the {} projects, added up.", count(*disclosed), count(*projects)).into(),
        LaterMessage::RuleOfMedian(amounts) => format!("The middle one of {} disclosed amounts in order of size; of an even number, the mean of the two in the middle.", count(*amounts)).into(),
        LaterMessage::RuleOfLargest(amounts) => format!("The largest of {} disclosed amounts; of several equal ones, the first in the dataset.", count(*amounts)).into(),
        LaterMessage::RuleOfTopFive(amounts) => format!("The {} largest of {} disclosed amounts, divided by the sum of all of them.", (*amounts).min(5), count(*amounts)).into(),
        LaterMessage::RuleOfGrouped => "Some rows give one amount for several projects. The single amounts are not known, and so there is no such figure.".into(),
        LaterMessage::RuleOfCountries { unstated, seats } => format!("Countries and regions of the first partners of the projects shown, each counted once. Projects that name none and are left out: {}. Projects for which it is the seat of the company, which “Basis of the country” can leave out: {}.", count(*unstated), count(*seats)).into(),
        LaterMessage::RuleOfLeftOut { undisclosed, unconverted } => format!("Left out, and not taken as zero: {} undisclosed, {} stated without a rate to convert.", count(*undisclosed), count(*unconverted)).into(),
        LaterMessage::RuleOfBounds(0) => "None of the amounts is approximate or a bound.".into(),
        LaterMessage::RuleOfBounds(amounts) => format!("Approximate or bounds: {} of the amounts. They enter with the number that the source gives, so that the result is approximate too.", count(*amounts)).into(),
        LaterMessage::RuleOfWhole => "“All” is the same figure for the whole dataset, without filters.".into(),
        LaterMessage::CloseDialog => "Close".into(),
        LaterMessage::SpaceKey => "Space".into(),
        LaterMessage::EnterKey => "Enter".into(),
        LaterMessage::KeyOfSearch => "Search projects".into(),
        LaterMessage::KeyOfShortcuts => "Open this list".into(),
        LaterMessage::KeyOfUndo => "Undo the last change (the browser's Back)".into(),
        LaterMessage::KeyOfEscape => "Close or leave what is open".into(),
        LaterMessage::KeyOfPick => "In a filter list: pick a value, or take it away".into(),
        LaterMessage::KeyOfOnly => "In a filter list: only this value".into(),
        LaterMessage::KeysAlone => "Single-key shortcuts (/ and ?)".into(),
        LaterMessage::KeysOfCharts => "In a chart".into(),
        LaterMessage::KeysOfTable => "In the project table".into(),

        LaterMessage::AmountsByProjects => "Projects by amount".into(),
        LaterMessage::AmountsByAmount => "Disclosed amount by size of project".into(),
        LaterMessage::AmountRangeHeading => "Amount of a project (upper end not included)".into(),
        LaterMessage::AmountAxis(currency) => format!("Amount of a project ({currency}, log scale)").into(),
        LaterMessage::NoRate => "No rate".into(),
        LaterMessage::LegendCut => "Cut short: the number counts, not the length".into(),
        LaterMessage::MostAmounts { range, projects, of, share } => {
            format!("Most amounts are {range}: {} of {} disclosed ({share})", count(*projects), count(*of)).into()
        }
        LaterMessage::AllAmounts { range, of: 1 } => format!("The only disclosed amount is {range}").into(),
        LaterMessage::AllAmounts { range, of } => format!("All {} disclosed amounts are {range}", count(*of)).into(),
        LaterMessage::LargestHold { range, share, projects: 1, of } => {
            format!("1 of {} disclosed projects, of {range}, holds {share} of the disclosed amount", count(*of)).into()
        }
        LaterMessage::LargestHold { range, share, projects, of } => {
            format!("{} of {} disclosed projects, each of {range}, hold {share} of the disclosed amount", count(*projects), count(*of)).into()
        }
        LaterMessage::AmountsWithin { range, least, most, of } => {
            format!("{range}: {} to {} of {}, as the range ends within bars", count(*least), count(*most), projects(*of)).into()
        }
        LaterMessage::UndisclosedOf { undisclosed, of } => {
            let verb = if *undisclosed == 1 { "discloses" } else { "disclose" };
            format!("{} of {} {verb} no amount", count(*undisclosed), projects(*of)).into()
        }

        LaterMessage::SectorsByProjects => "Projects by sector and industry".into(),
        LaterMessage::SectorsByAmount => "Disclosed amount by sector and industry".into(),
        LaterMessage::SectorHeading => "Sector or industry".into(),
        LaterMessage::Within { outer, inner } => format!("{outer}: {inner}").into(),
        LaterMessage::AmongIndustries(finding) => format!("among industries {finding}").into(),
        LaterMessage::MatrixByProjects => "Projects by country and industry".into(),
        LaterMessage::MatrixByAmount => "Disclosed amount by country and industry".into(),
        LaterMessage::InIndustry { country, industry } => format!("{country} in {}", within_sentence(industry)).into(),
        LaterMessage::RestShort(values) => format!("{} others", count(*values)).into(),
        LaterMessage::Rest(noun, values) => format!("{} other {}", count(*values), many_of(*noun)).into(),
        LaterMessage::Total => "Total".into(),
        LaterMessage::LegendNoAmount => "No disclosed amount".into(),
        LaterMessage::InProjects(name) => format!("{name} (projects)").into(),
        LaterMessage::InAmount { name, currency } => format!("{name} ({currency} million)").into(),

        LaterMessage::FlowByProjects => "Projects from region through industry to host city".into(),
        LaterMessage::FlowByAmount => "Disclosed amount from region through industry to host city".into(),
        LaterMessage::FlowRegion => "Region".into(),
        LaterMessage::FlowHeading => "Value or path".into(),
        LaterMessage::FlowPickedHeading => "Projects within the picks".into(),
        LaterMessage::FlowPicked(number) => format!("{} of them within the picks", count(*number)).into(),
        LaterMessage::FlowRest(others) => format!("{} others", count(*others)).into(),
        LaterMessage::FlowOutside => "Outside the picks".into(),
        LaterMessage::FlowWithoutWidth { projects: number, currency } => {
            format!("{} without a {currency} amount: no width", projects(*number)).into()
        }

        LaterMessage::DotsTitle => "Every project by signing date and amount".into(),
        LaterMessage::DotsPlaced { placed: 1, of: 1 } => "The only project has both a date and an amount".into(),
        LaterMessage::DotsPlaced { placed: 0, of: 1 } => "The only project lacks a date or an amount".into(),
        LaterMessage::DotsPlaced { placed: 0, of } => format!("None of the {} has both a date and an amount", projects(*of)).into(),
        LaterMessage::DotsPlaced { placed, of } if placed == of => format!("All {} have both a date and an amount", projects(*of)).into(),
        LaterMessage::DotsPlaced { placed, of } => {
            let verb = if *placed == 1 { "has" } else { "have" };
            format!("{} of {} {verb} both a date and an amount", count(*placed), projects(*of)).into()
        }
        LaterMessage::DotsPicked { picked, of, period, amounts } => {
            let verb = if *picked == 1 { "lies" } else { "lie" };
            let chosen = match (period, amounts) {
                (true, false) => "period",
                (false, true) => "amounts",
                (true, true) | (false, false) => "period and amounts",
            };
            format!("{} of {} {verb} within the chosen {chosen}", count(*picked), projects(*of)).into()
        }
        LaterMessage::DotsLargest { name, amount, year, of: 1 } => format!("it is {name} with {amount} in {year}").into(),
        LaterMessage::DotsLargest { name, amount, year, of: _ } => format!("the largest is {name} with {amount} in {year}").into(),
        LaterMessage::DotsTied { tied, amount } => format!("{} share the largest amount, {amount}", projects(*tied)).into(),
        LaterMessage::AmountUndisclosed => "Amount undisclosed".into(),
        LaterMessage::Undated => "No date".into(),
        LaterMessage::LegendDayUnknown => "Only the year or month is known".into(),
        LaterMessage::LegendLeftOut => "Left out by filters".into(),
        LaterMessage::LegendPerCell => "Projects per cell".into(),
        LaterMessage::YearOnlySpread(1) => "1 of them is known by year only and stands somewhere in it".into(),
        LaterMessage::YearOnlySpread(number) => format!("{} of them are known by year only and spread over it", count(*number)).into(),
        LaterMessage::NotPositive => "0 or less".into(),

        LaterMessage::CalendarName => "Jinan High-tech Zone: plan and calendar".into(),
        LaterMessage::CalendarTitle(years) => format!("Jinan High-tech Zone, {years}: plan and calendar").into(),
        LaterMessage::NoIndicators => "No figures reported yet".into(),
        LaterMessage::IndicatorsReported(1) => "The zone's own year, whatever is filtered: 1 reported figure".into(),
        LaterMessage::IndicatorsReported(number) => {
            format!("The zone's own year, whatever is filtered: {} reported figures", count(*number)).into()
        }
        LaterMessage::PlansAhead { plans, ahead, most } => {
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
        LaterMessage::PlansHeading => "Annual plans against the calendar".into(),
        LaterMessage::SharesHeading => "Shares".into(),
        LaterMessage::FiguresHeading => "Other reported figures".into(),
        LaterMessage::LegendPlanDone => "Plan done".into(),
        LaterMessage::YearGone { date, months, gone } => {
            format!("End of {date}: {months} of 12 months gone, {gone}%").into()
        }
        LaterMessage::PlanAgainstCalendar { done, gone, equals, points, standing } => {
            let standing = match standing {
                Ordering::Less => "points, behind",
                Ordering::Equal => "points, level",
                Ordering::Greater => "points ahead",
            };
            format!("{done}% − {gone}% {equals} {points} {standing}").into()
        }
        LaterMessage::AsStated => ", as stated".into(),
        LaterMessage::StatedOtherwise(stated) => format!(", but stated as {stated}").into(),
        LaterMessage::Quantity { number, unit } => {
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
        LaterMessage::MoreThan(quantity) => format!("more than {quantity}").into(),
        LaterMessage::Expected(quantity) => format!("{quantity} expected").into(),
        LaterMessage::AsOf(date) => format!("As of {date}").into(),
        LaterMessage::IndicatorHeading => "Indicator".into(),
        LaterMessage::IndicatorValueHeading => "Value with its unit".into(),
        LaterMessage::AsOfHeading => "As of".into(),
        LaterMessage::YearGoneHeading => "Year gone (%)".into(),
        LaterMessage::AheadHeading => "Ahead of the calendar, computed (percentage points)".into(),
        LaterMessage::ContextHeading => "Context".into(),

        LaterMessage::SheetUnfiltered => "No filter".into(),
        LaterMessage::SheetFiltered(filters) => format!("Filters: {filters}").into(),
        LaterMessage::Columns => "Columns".into(),
        LaterMessage::TableKeys => "Arrow keys move, Enter opens a project or sorts, Shift with the arrow keys selects rows, Ctrl+C copies them".into(),
        LaterMessage::CopyRows { rows, all: true } => format!("Copy all {}", count(*rows)).into(),
        LaterMessage::CopyRows { rows, all: false } => format!("Copy {} selected", count(*rows)).into(),
        LaterMessage::RowsCopied { rows, of } if rows == of => format!("{} copied", count(*rows)).into(),
        LaterMessage::RowsCopied { rows, of } => format!("The first {} of {} copied", count(*rows), count(*of)).into(),
        LaterMessage::AmountAsStated => "Amount as stated".into(),
        LaterMessage::SourceAddress => "Address of the source".into(),
        LaterMessage::NameInChinese => "Name in Chinese".into(),
        LaterMessage::NameInEnglish => "Name in English".into(),
        LaterMessage::IndustrySection => "Section of GB/T 4754-2017".into(),
        LaterMessage::Note => "Note".into(),
        LaterMessage::Identifier => "Identifier".into(),
        LaterMessage::SourceReadOn(date) => format!("read on {date}").into(),
        LaterMessage::SourceTranslated => "machine translation".into(),
        LaterMessage::OnlyLikeThis => "Only projects like this".into(),
        LaterMessage::OnlyLikeThisRule => "Same country, industry and event; other filters are cleared".into(),
        LaterMessage::PreviousProject => "Previous project".into(),
        LaterMessage::NextProject => "Next project".into(),
        LaterMessage::PlaceInTable { position, of } => format!("{} of {}", count(*position), count(*of)).into(),
        LaterMessage::CloseDetails => "Close details".into(),
        LaterMessage::ReconciliationHeading => "Announced totals and listed projects".into(),
        LaterMessage::ReconciliationIntro => "What each event announced, beside its projects listed here. Announced totals enter no sum: some events are parts of others.".into(),
        LaterMessage::ReconciliationCoverage { compared, events, without_event, projects } => format!(
            "{} of {} events announced a total and have projects listed; {} of {} projects name no event and are in no comparison.",
            count(*compared), count(*events), count(*without_event), count(*projects)
        ).into(),
        LaterMessage::ReconciliationOfShown { projects: 0, .. } => "No project passes the filters, so there is no event to compare.".into(),
        LaterMessage::ReconciliationOfShown { projects: number, events: 0, .. } => {
            format!("Of the {} shown, none names an event: no announced total can be held against them.", projects(*number)).into()
        }
        LaterMessage::ReconciliationOfShown { projects: number, without_event, events, compared } => {
            let signed = number - without_event;
            let (verb, noun) = (if signed == 1 { "was" } else { "were" }, if *events == 1 { "event" } else { "events" });
            format!(
                "Of the {} shown, {} {verb} signed at {} {noun}, with announced totals of {}; without an event, and so with no announced total to hold against: {}.",
                projects(*number),
                count(signed),
                count(*events),
                count(*compared),
                count(*without_event)
            )
            .into()
        }
        LaterMessage::ReconciliationWholeEvents => "This compares whole events, whatever is filtered.".into(),
        LaterMessage::ReconciliationConverted => "Announced totals are converted at the average of the year of the event, listed projects at that of their signing; some of a difference may be rates.".into(),
        LaterMessage::ReconciliationOfSigned => "Events announce totals of what was signed. The projects of this dataset have no reported signing, so nothing is compared.".into(),
        LaterMessage::MeasureHeading => "Measure".into(),
        LaterMessage::AnnouncedHeading => "Announced".into(),
        LaterMessage::ListedHeading => "Listed here".into(),
        LaterMessage::DifferenceHeading => "Difference".into(),
        LaterMessage::OnlyThisEvent => "Show only this event's projects".into(),
        LaterMessage::NotAnnounced => "not announced".into(),
        LaterMessage::OnSite(what) => format!("{what} signed on site").into(),
        LaterMessage::AmountAtRate { stated, rate, year } => format!("announced as {stated}, at the {year} average of {rate}").into(),
        LaterMessage::NotListed(number) => format!("{number} not listed").into(),
        LaterMessage::MoreListed(much) => format!("{much} more listed than announced").into(),
        LaterMessage::AsManyListed => "as many listed as announced".into(),
        LaterMessage::NoneListed => "none of its projects is listed here".into(),
        LaterMessage::AmountMissing(amount) => format!("{amount} not accounted for").into(),
        LaterMessage::AmountMet => "the listed amounts add up to it".into(),
        LaterMessage::NotComparable => "no exchange rate, so not comparable".into(),
        LaterMessage::ListedWithoutAmount(number) => format!("{} listed without an amount", count(*number)).into(),
        LaterMessage::ShowAllEvents(events) => format!("Show all {} events", count(*events)).into(),
        LaterMessage::LargestProjects { shown: 1, of: 1 } => "The project".into(),
        LaterMessage::LargestProjects { shown, of } if shown == of => {
            format!("All {} projects, the largest first", count(*of)).into()
        }
        LaterMessage::LargestProjects { shown, of } => {
            format!("The {} largest of {} projects", count(*shown), count(*of)).into()
        }
        LaterMessage::Sources => "Sources".into(),
        LaterMessage::PrintedOn { date, address } => {
            format!("Printed on {date}. The same view: {address}").into()
        }
    }
}
