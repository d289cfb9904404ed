//! What the reader did.

use std::rc::Rc;

use super::address::AddressIssue;
use super::datasets::{BuiltIn, Ledger, LedgerHome};
use super::preferences::ThemeChoice;
use super::view_state::{DatasetKey, LedgerKey, ViewState};
use crate::chart::ChartKind;
use crate::data::{CategoryField, DisplayCurrency, Field};
use crate::i18n::{Locale, Message};
use crate::query::{AmountRange, Brushed, Measure, Order, Period, TableColumn, TableSort};

/// What a pick does to the other picks of its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickMode {
    /// A plain click: this value alone, or nothing where it already is alone.
    Toggle,
    /// A click with Shift or Ctrl, or a checkbox: this value in or out, the others as they are.
    Add,
    /// "Only this": this value alone, whatever was picked.
    Only,
}

/// What the reader did, or what happened to the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Picked a value in a chart or a list.
    PickCategory {
        /// The field.
        field: CategoryField,
        /// The value's key.
        key: Rc<str>,
        /// What happens to other picks.
        mode: PickMode,
    },
    /// Took one pick away by its chip.
    Unpick {
        /// The field.
        field: CategoryField,
        /// The value's key.
        key: Rc<str>,
    },
    /// Picked of one field what was not picked.
    InvertPicks(CategoryField),
    /// Picked a stretch of time in a chart.
    PickPeriod {
        /// The stretch.
        period: Period,
        /// `Add` lengthens the period that is chosen already.
        mode: PickMode,
    },
    /// Picked values of several fields at once in a chart.
    PickCategories {
        /// At most one value of each field.
        picks: Vec<(CategoryField, Rc<str>)>,
        /// What happens to other picks of these fields.
        mode: PickMode,
    },
    /// Picked a range of amounts in a chart.
    PickAmount {
        /// The range.
        range: AmountRange,
        /// `Add` widens the range that is chosen already.
        mode: PickMode,
    },
    /// Brushed along the axes of a chart.
    Brush(Brushed),
    /// Chose the months to look at.
    SetPeriod(Period),
    /// Chose the amounts to look at.
    SetAmount(AmountRange),
    /// Searched for a text; an empty one ends the search.
    Search(String),
    /// Took away what is filtered on one field.
    ClearField(Field),
    /// Took away every filter.
    ClearFilters,
    /// Chose what bars and areas stand for.
    ChooseMeasure(Measure),
    /// Chose the currency in which amounts are shown.
    ChooseCurrency(DisplayCurrency),
    /// Chose the order of ranked values.
    ChooseOrder(Order),
    /// Gave a chart the full width, or took it back.
    Enlarge(Option<ChartKind>),
    /// Sorted the project table.
    SortTable(TableSort),
    /// Opened the details of the project with this identifier, or closed them.
    OpenProject(Option<Rc<str>>),
    /// Asked for the projects of the same country, industry and event as this one, and no other filter.
    OnlyLikeProject(Rc<str>),
    /// Showed or hid a column of the project table.
    ToggleColumn(TableColumn),
    /// Folded or opened a section of the filter panel.
    FoldSection(Field),
    /// Chose the order of the lists of filters.
    OrderLists(Order),
    /// Switched the keys that work alone on or off.
    AllowKeys(bool),
    /// Read all that is built in, of which the page opens on a part.
    ReadBuiltIn(BuiltIn),
    /// Chose what data to look at.
    ChooseDataset(DatasetKey),
    /// Found ledgers that are kept and not read yet.
    FindLedgers(Vec<Ledger>),
    /// Found the ledger that lies beside the page on its host; whether the page was opened without a query.
    FindSiteLedger {
        /// The address asked for nothing.
        opens_bare: bool,
    },
    /// Opened a ledger to look at it, in the place of the one that has its key.
    OpenLedger(Ledger),
    /// A ledger that was asked for could not be opened.
    MissLedger(LedgerKey, Message),
    /// Gave a ledger another name.
    RenameLedger(LedgerKey, Rc<str>),
    /// Chose where a ledger is to live.
    MoveLedger(LedgerKey, LedgerHome),
    /// Took a ledger away.
    RemoveLedger(LedgerKey),
    /// Chose a language.
    ChooseLocale(Locale),
    /// Chose light or dark.
    ChooseTheme(ThemeChoice),
    /// Opened a link or went back or forward.
    FollowAddress(Box<ViewState>, Vec<AddressIssue>),
    /// Something happened that the reader should know.
    Report(Message),
    /// Dismissed the notice with this number.
    DismissNotice(u32),
}
