//! Every sentence that only the second part of the page says.
//!
//! Apart from [`Message`](super::Message), so that the first part does not carry their texts.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::{Locale, Message, Noun, Words};

mod en;
mod zh;

/// A text for the reader in the part of the page that is fetched later: charts below the first screen, table,
/// details, comparison. Names from the data come in already in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub enum LaterMessage {
    /// A text that the first part says too.
    Shared(Message),
    /// Heads the list of projects.
    ProjectListHeading,
    /// A column of the list of projects.
    ColumnProject,
    /// A column of the list of projects.
    ColumnPartner,
    /// A column of the list of projects.
    ColumnCountry,
    /// A column of the list of projects.
    ColumnSigned,
    /// A column of the list of projects.
    ColumnAmount,
    /// A column of the list of projects.
    ColumnSource,
    /// Marks a country that is the company's seat.
    SeatMark,

    // An empty result, rules of key figures, the list of keys.
    /// Which filter emptied the page.
    EmptiedBy {
        /// Text, in the reader's language.
        filter: String,
        /// What would be left without it.
        projects: u64,
    },
    /// No filter alone emptied the page.
    EmptiedByTogether,
    /// Removes a filter from an empty page.
    EmptyResultUndo {
        /// Text, in the reader's language.
        filter: String,
        /// What would be left without it.
        projects: u64,
    },
    /// How projects are counted.
    RuleOfProjects {
        /// Projects that pass every filter.
        shown: u64,
        /// Projects of the dataset.
        whole: u64,
    },
    /// How amounts are added up.
    RuleOfSum {
        /// Projects in the sum.
        disclosed: u64,
        /// Projects.
        projects: u64,
    },
    /// How the median of so many amounts is found.
    RuleOfMedian(u64),
    /// How the largest of so many amounts is found.
    RuleOfLargest(u64),
    /// How the share of the largest of so many amounts is found.
    RuleOfTopFive(u64),
    /// Why there is no such figure: rows hold amounts of several projects together.
    RuleOfGrouped,
    /// How countries and regions are counted.
    RuleOfCountries {
        /// Projects whose country is not stated.
        unstated: u64,
        /// Projects whose country is the seat of the company.
        seats: u64,
    },
    /// What a figure about amounts leaves out.
    RuleOfLeftOut {
        /// Projects without a stated amount.
        undisclosed: u64,
        /// Projects whose amount has no rate.
        unconverted: u64,
    },
    /// So many of the amounts in a figure are no exact ones.
    RuleOfBounds(u64),
    /// What stands beside a figure.
    RuleOfWhole,
    /// Closes a dialog.
    CloseDialog,
    /// The space bar, as it is called.
    SpaceKey,
    /// The Enter key, as it is called.
    EnterKey,
    /// What a key does: leads to the search.
    KeyOfSearch,
    /// What a key does: opens the list of shortcuts.
    KeyOfShortcuts,
    /// What a key does: undoes the last change.
    KeyOfUndo,
    /// What a key does: closes what is open.
    KeyOfEscape,
    /// What a key does: picks a value of a list or takes it away.
    KeyOfPick,
    /// What a key does: picks a value of a list alone.
    KeyOfOnly,
    /// Whether keys work that are pressed alone.
    KeysAlone,
    /// Heads the keys of charts.
    KeysOfCharts,
    /// Heads the keys of the table.
    KeysOfTable,

    // Histogram of amounts.
    /// Title: number of projects per range of amounts.
    AmountsByProjects,
    /// Title: disclosed amount per range of amounts.
    AmountsByAmount,
    /// Column: the range of amounts.
    AmountRangeHeading,
    /// Below the axis: what it is.
    AmountAxis(&'static str),
    /// Below a bar: stated in a currency or year without a rate.
    NoRate,
    /// Legend: a bar that is longer than the plot is high.
    LegendCut,
    /// Finding: the narrowest range with most amounts, already written.
    MostAmounts {
        /// The range.
        range: String,
        /// Projects in it.
        projects: u64,
        /// Projects with an amount.
        of: u64,
        /// Their share, written.
        share: String,
    },
    /// Finding: all amounts are in one range.
    AllAmounts {
        /// The range, written.
        range: String,
        /// Projects with an amount.
        of: u64,
    },
    /// Finding: the largest amounts make up most of the sum.
    LargestHold {
        /// From which amount, written.
        range: String,
        /// Share of the sum, written.
        share: String,
        /// Projects in the range.
        projects: u64,
        /// Projects with an amount.
        of: u64,
    },
    /// Finding: a range that ends within bars.
    AmountsWithin {
        /// The range, written.
        range: String,
        /// Projects that are surely in it.
        least: u64,
        /// Projects that may be in it.
        most: u64,
        /// Projects that the other filters leave.
        of: u64,
    },
    /// Part of a finding: so many of all state no amount.
    UndisclosedOf {
        /// Projects without an amount.
        undisclosed: u64,
        /// Projects.
        of: u64,
    },

    // Treemap of sectors.
    /// Title: sectors and industries by number of projects.
    SectorsByProjects,
    /// Title: sectors and industries by disclosed amount.
    SectorsByAmount,
    /// Heading of a column of sectors and industries.
    SectorHeading,
    /// A value and the one above it.
    Within {
        /// The value above.
        outer: String,
        /// The value.
        inner: String,
    },
    /// Part of a finding: what another part says, of industries.
    AmongIndustries(String),

    // Matrix of countries and industries.
    /// Title: countries and industries by number of projects.
    MatrixByProjects,
    /// Title: countries and industries by disclosed amount.
    MatrixByAmount,
    /// The projects of one country in one industry.
    InIndustry {
        /// Name of the country, or names.
        country: String,
        /// Name of the industry, or names.
        industry: String,
    },
    /// So many values that share a row or a column, short.
    RestShort(u64),
    /// So many values that share a row or a column.
    Rest(Noun, u64),
    /// Heads sums.
    Total,
    /// Legend: a cell none of whose projects is in a sum.
    LegendNoAmount,
    /// Heading of a column of numbers of projects.
    InProjects(String),
    /// Heading of a column of amounts, in the unit of [`format::money_in_table`](super::format::money_in_table).
    InAmount {
        /// What is in the column.
        name: String,
        /// The currency.
        currency: &'static str,
    },

    // Flow from regions to cities.
    /// Title: the flow by number of projects.
    FlowByProjects,
    /// Title: the flow by disclosed amount.
    FlowByAmount,
    /// Names the column of regions.
    FlowRegion,
    /// Heading of a column of values and bands.
    FlowHeading,
    /// Heading: projects that pass every filter.
    FlowPickedHeading,
    /// So many of the projects before pass every filter.
    FlowPicked(u64),
    /// Labels the folded tail of a column, below its heading.
    FlowRest(u64),
    /// Legend: what a pick in the fields of the flow leaves out.
    FlowOutside,
    /// Legend: so many projects have no amount that a width could stand for.
    FlowWithoutWidth {
        /// How many.
        projects: u64,
        /// The currency.
        currency: &'static str,
    },

    // Every project as a dot.
    /// Title: every project.
    DotsTitle,
    /// Finding: so many projects have both a date and an amount.
    DotsPlaced {
        /// How many have.
        placed: u64,
        /// Projects.
        of: u64,
    },
    /// Finding: so many projects lie within the period and the amounts of the filters.
    DotsPicked {
        /// How many do.
        picked: u64,
        /// Projects that the other filters leave.
        of: u64,
        /// Whether a period is chosen.
        period: bool,
        /// Whether amounts are chosen.
        amounts: bool,
    },
    /// Part of a finding: the largest project of those with both a date and an amount.
    DotsLargest {
        /// Its name.
        name: String,
        /// Its amount, written.
        amount: String,
        /// Its year, written.
        year: String,
        /// Of how many.
        of: u64,
    },
    /// Part of a finding: several projects share the largest amount.
    DotsTied {
        /// How many.
        tied: u64,
        /// The amount of each, written.
        amount: String,
    },
    /// A project states no amount.
    AmountUndisclosed,
    /// Names the lane of projects without a date.
    Undated,
    /// Legend: dates that are years or months only.
    LegendDayUnknown,
    /// Legend: projects that the filters leave out.
    LegendLeftOut,
    /// Legend: how many projects a cell stands for.
    LegendPerCell,
    /// So many of the projects are known by year only and spread over it.
    YearOnlySpread(u64),
    /// Amounts of zero or less.
    NotPositive,

    // Plan and calendar.
    /// Title where there are no figures.
    CalendarName,
    /// Title: whose figures, of which years, already written.
    CalendarTitle(String),
    /// Finding: there are no figures.
    NoIndicators,
    /// Finding: so many figures, and no plan among them.
    IndicatorsReported(u64),
    /// Finding: how plans stand.
    PlansAhead {
        /// Plans.
        plans: u64,
        /// Of them ahead of the calendar.
        ahead: u64,
        /// By how many points at most, written.
        most: String,
    },
    /// Heading: plans.
    PlansHeading,
    /// Heading: shares.
    SharesHeading,
    /// Heading: all other figures.
    FiguresHeading,
    /// Legend: the bar of a plan.
    LegendPlanDone,
    /// How much of the year had gone at the end of a month.
    YearGone {
        /// The month, written.
        date: String,
        /// Months gone.
        months: u64,
        /// In percent, written.
        gone: String,
    },
    /// What is done less what of the year had gone; numbers in percent, written.
    PlanAgainstCalendar {
        /// Share of the plan.
        done: String,
        /// Share of the year.
        gone: String,
        /// Whether the difference is exact or rounded.
        equals: &'static str,
        /// The difference, negative where the plan is behind.
        points: String,
        /// The difference against zero.
        standing: Ordering,
    },
    /// After a difference: the source says the same.
    AsStated,
    /// After a difference: the source says another one, written.
    StatedOtherwise(String),
    /// A number, written, with the key of its unit.
    Quantity {
        /// The number.
        number: String,
        /// The unit's key.
        unit: String,
    },
    /// More than a quantity.
    MoreThan(String),
    /// A quantity that is not yet reached.
    Expected(String),
    /// The date a figure speaks of.
    AsOf(String),
    /// Column: the indicator.
    IndicatorHeading,
    /// Column: its value.
    IndicatorValueHeading,
    /// Column: its date.
    AsOfHeading,
    /// Column: share of the year gone.
    YearGoneHeading,
    /// Column: points ahead of the calendar.
    AheadHeading,
    /// Column: of what it is a part.
    ContextHeading,
    /// Below a saved chart: without a filter.
    SheetUnfiltered,
    /// Below a saved chart: filters, already in words.
    SheetFiltered(String),

    // The project table and the details.
    /// Chooses the columns of the project table.
    Columns,
    /// How the project table is used by keyboard.
    TableKeys,
    /// Copies the selected rows, or all.
    CopyRows {
        /// How many.
        rows: u64,
        /// Whether they are all that are listed.
        all: bool,
    },
    /// So many rows were copied.
    RowsCopied {
        /// How many.
        rows: u64,
        /// Of how many that were asked for.
        of: u64,
    },
    /// Heading: the amount as its source states it.
    AmountAsStated,
    /// Heading: the address of the source.
    SourceAddress,
    /// Heads the name in Chinese.
    NameInChinese,
    /// Heads the name in English.
    NameInEnglish,
    /// Heads the section of China's industrial classification.
    IndustrySection,
    /// Heads the note of the data.
    Note,
    /// Heads the identifier.
    Identifier,
    /// When the source was read.
    SourceReadOn(String),
    /// A source that a machine translated.
    SourceTranslated,
    /// Filters for what is like the open project.
    OnlyLikeThis,
    /// What is like a project.
    OnlyLikeThisRule,
    /// Opens the project before.
    PreviousProject,
    /// Opens the project after.
    NextProject,
    /// Where the open project stands in the table.
    PlaceInTable {
        /// From 1.
        position: u64,
        /// Rows of the table.
        of: u64,
    },
    /// Closes the details.
    CloseDetails,

    // Reconciliation.
    /// Heads the comparison of announced totals with listed projects.
    ReconciliationHeading,
    /// Says what is compared.
    ReconciliationIntro,
    /// How many events and projects the comparison covers.
    ReconciliationCoverage {
        /// Events with both an announced total and listed projects.
        compared: u64,
        /// Events in all.
        events: u64,
        /// Projects that name no event.
        without_event: u64,
        /// Projects in all.
        projects: u64,
    },
    /// At which events the shown projects were signed.
    ReconciliationOfShown {
        /// Projects that are shown.
        projects: u64,
        /// Of them, those that name no event.
        without_event: u64,
        /// Events of the others.
        events: u64,
        /// Of these events, those that announced a total.
        compared: u64,
    },
    /// Filters do not change the comparison.
    ReconciliationWholeEvents,
    /// At which rates the two sides are compared in another currency than the yuan.
    ReconciliationConverted,
    /// Why projects without a signing are compared with nothing.
    ReconciliationOfSigned,
    /// Heading: number or amount.
    MeasureHeading,
    /// Heading: what was announced.
    AnnouncedHeading,
    /// Heading: what is listed.
    ListedHeading,
    /// Heading: the difference between the two.
    DifferenceHeading,
    /// Picks the event.
    OnlyThisEvent,
    /// Stands where an announced figure would stand.
    NotAnnounced,
    /// So much of it on the spot, a number or an amount already written.
    OnSite(String),
    /// How an announced amount was converted.
    AmountAtRate {
        /// The amount as stated, written.
        stated: String,
        /// The rate, written.
        rate: String,
        /// The year of the rate.
        year: u16,
    },
    /// So many announced projects are not listed, written.
    NotListed(String),
    /// So much more is listed than was announced, projects or an amount, written.
    MoreListed(String),
    /// As many projects are listed as were announced.
    AsManyListed,
    /// No project of the event is listed.
    NoneListed,
    /// So much of the announced amount is in no listed one, written.
    AmountMissing(String),
    /// The listed amounts add up to the announced one.
    AmountMet,
    /// The announced amount cannot be converted.
    NotComparable,
    /// So many listed projects state no amount.
    ListedWithoutAmount(u64),
    /// Shows every event.
    ShowAllEvents(u64),

    /// On paper: heads the largest projects.
    LargestProjects {
        /// How many stand below.
        shown: u64,
        /// How many there are.
        of: u64,
    },
    /// On paper: heads the list of sources.
    Sources,
    /// On paper: when it was printed, and where the same view is found again.
    PrintedOn {
        /// The day, written.
        date: String,
        /// The address of the view.
        address: String,
    },
}

impl LaterMessage {
    /// The text in `locale`.
    #[must_use]
    pub fn text(&self, locale: Locale) -> Cow<'static, str> {
        match locale {
            Locale::Zh => zh::text(self),
            Locale::En => en::text(self),
        }
    }
}

impl From<Message> for LaterMessage {
    fn from(message: Message) -> Self {
        Self::Shared(message)
    }
}

impl Words for LaterMessage {
    fn words(&self, locale: Locale) -> Cow<'static, str> {
        self.text(locale)
    }
}
