//! Every sentence and label that the page can say.

use std::borrow::Cow;

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
    /// Opens the dialog for the reader's own data.
    OpenData,
    /// Opens the choice of what to take away.
    Export,
    /// Stands in its place while a file is being made.
    Exporting {
        /// How far it has come.
        percent: u32,
    },
    /// Names what is taken away.
    ExportHeading,
    /// Everything that is stated of each.
    ExportAllColumns,
    /// What the table shows of each.
    ExportShownColumns,
    /// As a workbook.
    ExportXlsx,
    /// As text.
    ExportCsv,
    /// An empty ledger to fill in.
    ExportTemplate,
    /// More rows than a sheet holds.
    TooManyRowsForWorkbook {
        /// As many fit.
        most: u64,
    },
    /// Stands for the heading of a column without one.
    NoHeading,
    /// The ledger that lies beside the page on its host.
    SiteLedger,
    /// That ledger cannot be read.
    SiteLedgerUnreadable,
    /// Stands in the place of the charts while the page opens on data that is still to be read.
    OpeningData,
    /// A ledger that was asked for is not in this browser.
    LedgerNotHere,
    /// The browser lets the page keep nothing.
    LedgersBlocked,
    /// Reading a kept ledger was broken off.
    LedgerLeft,
    /// A kept ledger can no longer be read.
    LedgerNotReadAgain {
        /// What it is called.
        name: String,
    },
    /// A ledger is not kept: there is no room.
    LedgerNotKeptFull {
        /// What it is called.
        name: String,
    },
    /// A ledger is not kept: the browser keeps nothing.
    LedgerNotKeptBlocked {
        /// What it is called.
        name: String,
    },
    /// A ledger is not kept, and nobody knows why.
    LedgerNotKept {
        /// What it is called.
        name: String,
    },
    /// A kept ledger could not be removed.
    LedgerNotRemoved,
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
    /// Closes the filter panel on a phone: so many projects are behind it.
    ShowProjects(u64),
    /// Names the choice of the order of lists.
    ListsLabel,
    /// The values of a list stand by how many projects the dataset has of them.
    ListsByCount,
    /// The values of a list stand by name.
    ListsByName,
    /// Picks one value and no other.
    Only,
    /// Picks one value and no other.
    OnlyValue {
        /// Text, in the reader's language.
        name: String,
    },
    /// Picks what is not picked.
    Invert,
    /// Picks of one field what is not picked.
    InvertField {
        /// Text, in the reader's language.
        field: String,
    },
    /// How a list is used by keyboard.
    ListKeys,
    /// No value of the list has the name that is looked for.
    NoValueFound,
    /// Shows so many further values of a list.
    MoreValues(u64),
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
    /// How a period is typed.
    PeriodFormat,
    /// What is typed is no end of a period.
    PeriodUnreadable,
    /// What is typed ends before it begins.
    PeriodReversed,
    /// Says which projects a period leaves out.
    PeriodRule,
    /// The least amount.
    AmountFrom,
    /// The amount below which a range ends.
    AmountBelow,
    /// The unit in which amounts are typed, of a currency by its ISO 4217 code.
    TypedUnit(&'static str),
    /// How an amount is typed.
    AmountFormat,
    /// What is typed is no amount.
    AmountUnreadable,
    /// The lower end of what is typed is not the lower one.
    AmountReversed,
    /// Says which projects a range of amounts leaves out.
    AmountRule,
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
    /// An active filter that leaves out only a few values.
    ChipExcept {
        /// Text, in the reader's language.
        field: String,
        /// Text, in the reader's language.
        names: String,
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
    /// Names the list of notices.
    Notices,
    /// Closes a notice.
    Dismiss,
    /// Opens the rule of a key figure.
    HowIsThisComputed {
        /// Text, in the reader's language.
        figure: String,
    },
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

    /// Heads the list of keys, and opens it.
    Shortcuts,
    /// Opens the choices that a narrow header has no room for.
    HeaderMore,

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

    // Treemap of sectors.
    /// Legend: what sums leave out.
    NotInSums {
        /// Projects without a stated amount.
        undisclosed: u64,
        /// Projects whose amount has no rate.
        unconverted: u64,
    },

    // Matrix of countries and industries.

    // Flow from regions to cities.

    // Every project as a dot.

    // Plan and calendar.

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
    /// The browser did not let the page copy.
    NotCopied,
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
    /// Leads to how to read the numbers and what is missing in the data.
    AboutData,
    /// A new version of the page has been stored and waits.
    NewVersionWaits,
    /// Shows it.
    ShowNewVersion,
    /// The page opens without a network.
    OfflineKept,
    /// It is being stored for that.
    OfflinePreparing,
    /// The reader does not want it to be stored.
    OfflineOff,
    /// Stores it.
    OfflineKeep,
    /// Deletes it.
    OfflineForget,

    // The project table and the details.
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
    /// The stored choice of columns has one that the table does not.
    ColumnUnknown {
        /// The key as stored.
        key: String,
    },

    // Reconciliation.
    /// What a unit of a currency is in yuan.
    UnitInYuan {
        /// The currency.
        currency: &'static str,
        /// Yuan, written.
        rate: String,
    },
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

/// Anything that has a text in every language of the page.
pub trait Words {
    /// The text in `locale`.
    fn words(&self, locale: Locale) -> Cow<'static, str>;
}

impl Words for Message {
    fn words(&self, locale: Locale) -> Cow<'static, str> {
        self.text(locale)
    }
}
