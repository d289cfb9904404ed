//! Every sentence and label that the page can say.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::{Bilingual, Locale, en, zh};

/// What the values of a field are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// Partner countries and regions.
    Country,
    /// Industries.
    Industry,
    /// Cities in which projects stand.
    City,
    /// Events at which projects were signed.
    Event,
    /// Ways of working together.
    Mode,
    /// Stages of projects.
    Stage,
    /// Whether an amount is in a sum.
    Disclosure,
    /// On what a country rests.
    CountryBasis,
}

/// A text for the reader. Names from the data come in already in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    // The page: header, filters, key figures.
    /// The name of the page.
    PageName,
    /// What the page is, in a few words.
    PageTagline,
    /// A link past the filters.
    SkipToCharts,
    /// Names the choice of dataset.
    DatasetLabel,
    /// The dataset of signed projects.
    DatasetSigned,
    /// The dataset of projects announced without a signing.
    DatasetAnnounced,
    /// Stands in the place of the charts while the page opens on a ledger.
    OpeningLedger,
    /// A ledger that was asked for is not in this browser.
    LedgerNotHere,
    /// When a ledger was opened.
    LedgerDate {
        /// Text, in the reader's language.
        date: String,
    },
    /// When the dataset was compiled.
    DatasetDate {
        /// Text, in the reader's language.
        date: String,
    },
    /// Names the choice of language.
    LanguageLabel,
    /// Names the choice of theme.
    ThemeLabel,
    /// The theme follows the device.
    ThemeSystem,
    /// The light theme.
    ThemeLight,
    /// The dark theme.
    ThemeDark,
    /// Names the choice of currency.
    CurrencyLabel,
    /// A currency to choose; its ISO 4217 code.
    CurrencyName(&'static str),
    /// A range of amounts was taken away, because it was in another currency.
    AmountRangeCleared {
        /// The currency of the range.
        before: &'static str,
        /// The currency that is shown now.
        now: &'static str,
    },
    /// Opens the ways of giving the view to somebody else.
    Share,
    /// Copies a link to the view.
    CopyLink,
    /// The link is on the clipboard.
    LinkCopied,
    /// The link is on the clipboard, and leads to a ledger that only this browser has.
    LinkCopiedOfLedger,
    /// Prints the view.
    Print,
    /// Copies the markup of a chart's frame.
    CopyEmbedCode,
    /// The markup of a chart's frame is on the clipboard.
    EmbedCodeCopied,
    /// Leads from a frame to the whole page.
    OpenPage,
    /// Names the choice of measure.
    MeasureLabel,
    /// Bars stand for numbers of projects.
    MeasureProjects,
    /// Bars stand for disclosed amounts.
    MeasureAmount,
    /// Heads the filter panel.
    Filters,
    /// Opens the filter panel on a phone.
    ShowFilters {
        /// Text, in the reader's language.
        count: String,
    },
    /// Closes the filter panel on a phone.
    ShowProjects {
        /// Text, in the reader's language.
        count: String,
    },
    /// Names the search box.
    SearchLabel,
    /// Stands in the empty search box.
    SearchHint,
    /// The key that leads to the search box.
    SearchKey,
    /// Names the search box of one list.
    ListSearch {
        /// Text, in the reader's language.
        field: String,
    },
    /// Heads a list.
    FieldCountry,
    /// Heads a list.
    FieldIndustry,
    /// Heads a list.
    FieldPlace,
    /// Heads a list.
    FieldEvent,
    /// Heads a list.
    FieldMode,
    /// Heads a list.
    FieldStage,
    /// Heads a list.
    FieldDisclosure,
    /// Heads a list.
    FieldCountryBasis,
    /// Heads the choice of a period.
    FieldPeriod,
    /// Heads the choice of a range of amounts.
    FieldAmount,
    /// Names the search as a filter.
    FieldSearch,
    /// The first month of the period.
    PeriodFrom,
    /// The last month of the period.
    PeriodTo,
    /// Says which projects a period leaves out.
    PeriodRule,
    /// Shows the values below a value.
    OpenBranch {
        /// Text, in the reader's language.
        name: String,
    },
    /// An active filter.
    ChipCategory {
        /// Text, in the reader's language.
        field: String,
        /// Text, in the reader's language.
        name: String,
    },
    /// An active filter.
    ChipPeriod {
        /// Text, in the reader's language.
        period: String,
    },
    /// An active filter.
    ChipSearch {
        /// Text, in the reader's language.
        text: String,
    },
    /// An active filter.
    ChipAmount {
        /// Text, in the reader's language.
        range: String,
    },
    /// Removes an active filter.
    RemoveFilter {
        /// Text, in the reader's language.
        filter: String,
    },
    /// Names the row of active filters.
    ActiveFilters,
    /// No filter is active.
    NoFilters,
    /// Removes every filter.
    ClearFilters,
    /// Removes the filter on one field.
    ClearField {
        /// Text, in the reader's language.
        field: String,
    },
    /// Removes a filter.
    Clear,
    /// Heads the key figures.
    KeyFigures,
    /// A key figure.
    KpiProjects,
    /// A key figure.
    KpiAmount,
    /// A key figure.
    KpiMedian,
    /// A key figure.
    KpiLargest,
    /// A key figure.
    KpiTopFive,
    /// A key figure.
    KpiCountries,
    /// Compares the selection with the whole.
    KpiOfWhole {
        /// Text, in the reader's language.
        whole: String,
    },
    /// Compares the selection with the whole.
    KpiWhole {
        /// Text, in the reader's language.
        whole: String,
    },
    /// How many projects are in the sum.
    Coverage {
        /// Text, in the reader's language.
        disclosed: String,
        /// Text, in the reader's language.
        projects: String,
    },
    /// How many stated amounts are not in the sum.
    CoverageUnconverted {
        /// Text, in the reader's language.
        count: String,
    },
    /// How many amounts in the sum are bounds or estimates.
    CoverageInexact {
        /// Text, in the reader's language.
        count: String,
    },
    /// A key figure without a value.
    NoAmount,
    /// Heads the charts.
    Charts,
    /// Shows a chart as a table.
    AsTable,
    /// Folds a ranked list again.
    ShowLess,
    /// How a chart is used by keyboard.
    ChartKeys,
    /// How a period is brushed.
    BrushHint,
    /// Announces what a filter left.
    NowShown {
        /// Text, in the reader's language.
        shown: String,
        /// Text, in the reader's language.
        whole: String,
    },
    /// No project passes the filters.
    EmptyResult,
    /// Removes the filter that emptied the page.
    EmptyResultUndo {
        /// Text, in the reader's language.
        filter: String,
    },
    /// Names the list of notices.
    Notices,
    /// Closes a notice.
    Dismiss,
    /// Heads the rules of the numbers.
    HowComputed,
    /// A rule of the numbers.
    RuleUndisclosed,
    /// A rule of the numbers.
    RuleMoney,
    /// A rule of the numbers.
    RuleCensus,
    /// A rule of the numbers.
    RuleRow,
    /// What happens to the reader's data.
    Privacy,
    /// The version of the page.
    Version {
        /// Text, in the reader's language.
        version: String,
    },
    /// The licence of the page.
    Licence,
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
    /// A source that is a copy: no link.
    SourceCopy {
        /// Text, in the reader's language.
        title: String,
        /// Text, in the reader's language.
        domain: String,
    },
    /// Qualifies an amount.
    BoundAbout,
    /// Qualifies an amount.
    BoundAtLeast,
    /// Qualifies an amount.
    BoundAtMost,
    /// Marks a country that is the company's seat.
    SeatMark,

    // Charts: titles, findings, tooltips, tables.
    /// What a value without a name stands for.
    NotStated,
    /// Title: values by number of projects.
    TitleByProjects(Noun),
    /// Title: values by disclosed amount.
    TitleByAmount(Noun),
    /// Heading of a column of values.
    NounHeading(Noun),
    /// Title: signing dates by number of projects.
    TimelineByProjects,
    /// Title: signing dates by disclosed amount.
    TimelineByAmount,
    /// Heading of a column of signing dates.
    SigningHeading,
    /// Heading: projects that match.
    ProjectsHeading,
    /// Heading: share of the projects that match.
    ProjectShareHeading,
    /// Heading: sum of the amounts that match, in the unit of [`format::money_in_table`](super::format::money_in_table).
    ///
    /// Holds the ISO 4217 code of the currency, as all messages below that name one.
    AmountHeading(&'static str),
    /// Heading: projects that match and do not disclose an amount.
    UndisclosedHeading,
    /// Heading: projects without any filter.
    AllProjectsHeading,
    /// Nothing matches.
    NoMatch,
    /// There is no data.
    NoProjects,
    /// So many projects.
    ProjectCount(u64),
    /// A sum and how many projects are in it.
    AmountCovered {
        /// The sum, written.
        amount: String,
        /// Projects in the sum.
        disclosed: u64,
        /// Projects in all.
        projects: u64,
    },
    /// Projects none of which is in a sum.
    AmountOfNone(u64),
    /// Stands where a sum would stand.
    Undisclosed,
    /// A share of what the chart shows.
    ShareOfShown(String),
    /// A share of everything.
    ShareOfWhole(String),
    /// So many projects do not disclose an amount.
    UndisclosedCount(u64),
    /// So many amounts cannot be converted.
    UnconvertedCount(u64),
    /// Legend: what matches the filters.
    LegendSelected,
    /// Legend: everything.
    LegendWhole,
    /// Legend: number of undisclosed projects.
    LegendUndisclosed,
    /// Legend: number of projects undisclosed or without a rate.
    LegendNotInSum,
    /// Legend: dates that are years only.
    LegendYearOnly,
    /// Legend: so many projects without a date.
    LegendUndated(u64),
    /// Legend: the unit of short amounts.
    LegendCurrency(&'static str),
    /// The folded tail of a list.
    Others(Noun, u64),
    /// What a click on the folded tail does.
    ShowAll,
    /// Folds a list again.
    ShowFewer,
    /// A year whose projects have no month, the year already written.
    YearWithoutMonth(String),
    /// Finding: who has most projects.
    LeadsByProjects {
        /// Names, joined.
        leaders: String,
        /// How many names.
        tied: u64,
        /// Projects of each.
        projects: u64,
        /// Projects in all.
        of: u64,
    },
    /// Finding: more values than can be named have most projects.
    TieByProjects {
        /// How many.
        tied: u64,
        /// Projects of each.
        projects: u64,
        /// Projects in all.
        of: u64,
    },
    /// Finding: who has the largest amount.
    LeadsByAmount {
        /// Names, joined.
        leaders: String,
        /// How many names.
        tied: u64,
        /// The amount of each, written.
        amount: String,
        /// Share of the disclosed amount, written, where there is one.
        share: Option<String>,
    },
    /// Finding: more values than can be named have the largest amount.
    TieByAmount {
        /// How many.
        tied: u64,
        /// The amount of each, written.
        amount: String,
    },
    /// Part of a finding: share of the three largest amounts.
    ThreeLargestHold(String),
    /// Finding: all projects have one value.
    AllOfOne {
        /// What the value is.
        noun: Noun,
        /// Projects.
        projects: u64,
        /// Its name.
        name: String,
    },
    /// Finding: all projects were signed within one bar.
    AllSignedIn {
        /// Projects.
        projects: u64,
        /// The stretch of time.
        name: String,
    },
    /// Finding: no project states the value.
    NoneStated(u64),
    /// Finding: none of the projects discloses an amount.
    NoneDisclosed(u64),
    /// Finding: what is picked, by projects.
    PickedProjects {
        /// What is picked, in words.
        picked: String,
        /// Projects in it.
        projects: u64,
        /// Projects that the other filters leave.
        of: u64,
    },
    /// Finding: what is picked, by amount.
    PickedAmount {
        /// What is picked, in words.
        picked: String,
        /// The amount, written.
        amount: String,
        /// Projects in the sum.
        disclosed: u64,
        /// Projects.
        projects: u64,
    },
    /// Finding: what is picked, where no amount of it is in the sum.
    PickedNoAmount {
        /// What is picked, in words.
        picked: String,
        /// Projects.
        projects: u64,
    },
    /// So many picked values, where there are too many to name.
    PickedMany(Noun, u64),
    /// The time up to a date, already written.
    Until(String),
    /// The time from a date, already written.
    Since(String),
    /// Part of a finding: so many are known by year only.
    AlsoYearOnly(u64),
    /// Part of a finding: so many have no date.
    AlsoUndated(u64),
    /// Between the parts of a finding.
    FindingSeparator,

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
    /// Legend: what sums leave out.
    NotInSums {
        /// Projects without a stated amount.
        undisclosed: u64,
        /// Projects whose amount has no rate.
        unconverted: u64,
    },

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

    // Cards: saving, enlarging, order.
    /// Gives a chart the full width.
    Enlarge,
    /// Takes the full width from a chart.
    Shrink,
    /// Opens the choice of file formats.
    SaveChart,
    /// Saves a chart as a picture of pixels.
    SavePng,
    /// Saves a chart as a drawing.
    SaveSvg,
    /// Saves a chart's table.
    SaveCsv,
    /// A chart could not be saved.
    SaveFailed,
    /// The second part of the page could not be fetched.
    LaterMissing,
    /// Tries again what failed.
    TryAgain,
    /// Names the choice of order.
    OrderLabel,
    /// Ranked values stand largest first.
    OrderByValue,
    /// Ranked values stand by name.
    OrderByName,
    /// A long table is being searched.
    Searching {
        /// How far.
        percent: u32,
    },
    /// A long table is being put in order.
    Sorting {
        /// How far.
        percent: u32,
    },
    /// Below a saved chart: without a filter.
    SheetUnfiltered,
    /// Below a saved chart: filters, already in words.
    SheetFiltered(String),
    /// Below a saved chart: which data.
    SheetSource {
        /// The dataset's name.
        dataset: String,
        /// The last day on which a source was read.
        date: String,
    },
    /// Below a saved chart: which ledger of the reader's.
    SheetLedger {
        /// What the reader calls it.
        name: String,
        /// The day on which it was opened.
        date: String,
    },

    // Notices: what went wrong and what was done about it.
    /// The address has a key that no address of this page has.
    AddressKeyUnknown {
        /// The key as written.
        key: String,
    },
    /// The address has a value that its key cannot have.
    AddressValueUnreadable {
        /// Key and value as written.
        part: String,
    },
    /// The address picks something that the dataset does not know.
    AddressCodeUnknown {
        /// Key and code as written.
        part: String,
    },
    /// The period in the address ended before it began.
    AddressPeriodReversed,
    /// The amounts in the address were the wrong way round.
    AddressAmountsReversed,
    /// A part of the address is an amount in another currency than the view.
    AddressCurrencyOther {
        /// Key and value.
        part: String,
    },
    /// The address was not read at all.
    AddressTooLong,
    /// The address was written by a later version of the page.
    AddressFromNewerVersion,
    /// More parts of the address were ignored than are named.
    AddressMoreIgnored {
        /// How many.
        count: usize,
    },
    /// A pick was dropped with the change to another dataset.
    PickNotInDataset {
        /// What was picked.
        name: Bilingual,
    },
    /// The stored language is none of the page's.
    LanguageUnknown {
        /// The tag as stored.
        tag: String,
    },
    /// The stored theme is none of the page's.
    ThemeUnknown {
        /// The key as stored.
        key: String,
    },
    /// Language and theme cannot be stored in this browser.
    PreferencesNotKept,
    /// The browser gives no canvas to draw on.
    NoCanvas,

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
    /// The browser did not let the page copy.
    NotCopied,
    /// Heading: the amount as its source states it.
    AmountAsStated,
    /// Heading: the address of the source.
    SourceAddress,
    /// The stated amount, with its bound.
    StatedAmount(String),
    /// The stated amount, with its bound, and what it is in the display currency.
    ConvertedAmount {
        /// The amount as stated, written.
        stated: String,
        /// The amount in the display currency, written.
        converted: String,
        /// The year of the rate.
        year: u16,
        /// The rate, written.
        rate: String,
    },
    /// The stated amount, with its bound, not converted: the signing year is not known.
    NotConvertedUndated(String),
    /// The stated amount, with its bound, not converted: there is no rate.
    NotConvertedNoRate {
        /// The amount as stated, written.
        stated: String,
        /// The year without a rate.
        year: u16,
    },
    /// A date of which only the year is known, the year already written.
    DateYearOnly(String),
    /// A date of which only the month is known, the month already written.
    DateMonthOnly(String),
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
    /// The stored choice of columns has one that the table does not.
    ColumnUnknown {
        /// The key as stored.
        key: String,
    },

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
    /// What a unit of a currency is in yuan.
    UnitInYuan {
        /// The currency.
        currency: &'static str,
        /// Yuan, written.
        rate: String,
    },
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
}

impl Message {
    /// The text in `locale`.
    #[must_use]
    pub fn text(&self, locale: Locale) -> Cow<'static, str> {
        match locale {
            Locale::Zh => zh::text(self),
            Locale::En => en::text(self),
        }
    }
}
