//! From one state to the next. Pure: no clock, no browser, no randomness.

use std::rc::Rc;

use super::action::{Action, PickMode};
use super::app_state::{AppState, Meanwhile};
use super::datasets::{BuiltIn, Ledger, LedgerHome};
use super::view_state::{DatasetKey, LedgerKey, ViewState};
use crate::data::{CategoryField, DisplayCurrency, Field};
use crate::i18n::Message;
use crate::query::{AmountRange, Brushed, BucketKey, FilterSet, Period, Picks, inverted, toggled};

/// The state after `action`; `None` where nothing changed, so that nothing renders.
#[must_use]
pub fn reduce(state: &AppState, action: Action) -> Option<AppState> {
    let filters = &state.view.filters;
    let mut next = state.clone();
    match action {
        Action::PickCategory { field, key, mode } => {
            filter(&mut next, picked_each(state, &[(field, key)], mode)?);
        }
        Action::PickCategories { picks, mode } => {
            filter(&mut next, picked_each(state, &picks, mode)?);
        }
        Action::PickAmount { range, mode } => {
            let amount = picked_amount(filters.amount, range, mode);
            filter(&mut next, filters.clone().with_amount(amount));
        }
        Action::Brush(brushed) => {
            let brushed = Brushed {
                period: brushed.period.map(in_order),
                ..brushed
            };
            filter(&mut next, filters.clone().with_brushed(brushed));
        }
        Action::Unpick { field, key } => {
            let mut picks = filters.picks(field).clone();
            picks.remove(&key);
            filter(&mut next, filters.clone().with_picks(field, picks));
        }
        Action::PickPeriod { period, mode } => {
            let period = picked_period(filters.period, period, mode);
            filter(&mut next, filters.clone().with_period(period));
        }
        Action::SetPeriod(period) => {
            filter(&mut next, filters.clone().with_period(in_order(period)));
        }
        Action::SetAmount(range) => {
            filter(&mut next, filters.clone().with_amount(range));
        }
        Action::InvertPicks(field) => {
            let dataset = state.dataset();
            let whole = &dataset.whole.by_category[field.index()];
            let picks = inverted(
                filters.picks(field),
                dataset.table.category(field).tree(),
                &|code| whole.of(BucketKey::Category(code)).projects > 0,
            );
            filter(&mut next, filters.clone().with_picks(field, picks));
        }
        Action::Search(text) => filter(&mut next, filters.clone().with_search(&text)),
        Action::ClearField(field) => filter(&mut next, filters.clone().without(field)),
        Action::ClearFilters => filter(&mut next, FilterSet::default()),
        Action::ChooseMeasure(measure) => look_at(
            &mut next,
            ViewState {
                measure,
                ..(*state.view).clone()
            },
        ),
        Action::ChooseCurrency(currency) => choose_currency(&mut next, currency),
        Action::ChooseOrder(order) => look_at(
            &mut next,
            ViewState {
                order,
                ..(*state.view).clone()
            },
        ),
        Action::Enlarge(enlarged) => look_at(
            &mut next,
            ViewState {
                enlarged,
                ..(*state.view).clone()
            },
        ),
        Action::SortTable(sort) => look_at(
            &mut next,
            ViewState {
                sort,
                ..(*state.view).clone()
            },
        ),
        Action::OpenProject(open_project) => {
            if let Some(id) = &open_project {
                state.dataset().table.row_of(id)?;
            }
            let view = ViewState {
                open_project,
                ..(*state.view).clone()
            };
            look_at(&mut next, view);
        }
        Action::OnlyLikeProject(id) => {
            let view = ViewState {
                filters: like_project(state, &id)?,
                open_project: None,
                ..(*state.view).clone()
            };
            look_at(&mut next, view);
        }
        Action::ToggleColumn(column) => {
            next.preferences.columns = state.preferences.columns.toggled(column);
        }
        Action::FoldSection(field) => {
            next.preferences.sections = state.preferences.sections.flipped(field);
        }
        Action::OrderLists(order) => next.preferences.list_order = order,
        Action::AllowKeys(allowed) => next.preferences.keys = allowed,
        Action::ReadBuiltIn(tables) => read_built_in(&mut next, tables),
        Action::ChooseDataset(dataset) => choose_dataset(&mut next, dataset),
        Action::FindLedgers(found) => find_ledgers(&mut next, found),
        Action::FindSiteLedger { opens_bare } => find_site_ledger(&mut next, opens_bare),
        Action::OpenLedger(ledger) => open_ledger(&mut next, ledger),
        Action::MissLedger(key, message) => {
            next.give_up(key);
            next.report(message);
        }
        Action::RenameLedger(key, name) => change_ledger(&mut next, key, |ledger| Ledger {
            name,
            ..ledger.clone()
        }),
        Action::MoveLedger(key, home) => {
            change_ledger(&mut next, key, |ledger| Ledger {
                home,
                ..ledger.clone()
            });
            next.remember_dataset();
        }
        Action::RemoveLedger(key) => remove_ledger(&mut next, key),
        Action::ChooseLocale(locale) => next.preferences.locale = locale,
        Action::ChooseTheme(theme) => next.preferences.theme = theme,
        Action::FollowAddress(view, issues) => next.follow(*view, issues, Meanwhile::LastView),
        Action::Report(message) => next.report(message),
        Action::DismissNotice(id) => next.notices.retain(|notice| notice.id != id),
    }
    (next != *state).then_some(next)
}

/// The filters after values of several fields were picked together; `None` where the dataset does not know one of them.
///
/// A plain pick takes the place of the others and clears itself where just these values were picked.
fn picked_each(
    state: &AppState,
    picks: &[(CategoryField, Rc<str>)],
    mode: PickMode,
) -> Option<FilterSet> {
    let filters = &state.view.filters;
    let is_alone = |(field, key): &(CategoryField, Rc<str>)| {
        let picks = filters.picks(*field);
        picks.len() == 1 && picks.contains(key)
    };
    let clears = mode == PickMode::Toggle && picks.iter().all(is_alone);
    let mut next = filters.clone();
    for (field, key) in picks {
        let tree = state.dataset().table.category(*field).tree();
        let code = tree.code(key)?;
        let after = match mode {
            PickMode::Add => toggled(filters.picks(*field), tree, code),
            PickMode::Toggle if clears => Picks::new(),
            PickMode::Toggle | PickMode::Only => Picks::from([Rc::clone(key)]),
        };
        next = next.with_picks(*field, after);
    }
    Some(next)
}

/// The range of amounts after a pick: as [`picked_period`].
fn picked_amount(before: AmountRange, picked: AmountRange, mode: PickMode) -> AmountRange {
    match mode {
        PickMode::Toggle if before == picked => AmountRange::default(),
        PickMode::Add if !before.is_open() => AmountRange {
            min: before
                .min
                .zip(picked.min)
                .map(|(one, other)| one.min(other)),
            max: before
                .max
                .zip(picked.max)
                .map(|(one, other)| one.max(other)),
        },
        PickMode::Toggle | PickMode::Add | PickMode::Only => picked,
    }
}

/// The filters that leave the projects of the same country, industry and event; a fact that is not stated is no
/// likeness. `None` for a project that the dataset does not know.
fn like_project(state: &AppState, id: &str) -> Option<FilterSet> {
    let table = &state.dataset().table;
    let row = table.row_of(id)?;
    let fields = [
        CategoryField::Country,
        CategoryField::Industry,
        CategoryField::Event,
    ];
    let stated = fields
        .into_iter()
        .map(|field| (field, table.category(field).node(row)))
        .filter(|(_, node)| !node.is_unstated());
    Some(stated.fold(FilterSet::default(), |filters, (field, node)| {
        filters.with_picks(field, Picks::from([Rc::clone(&node.key)]))
    }))
}

/// The period after a pick: a plain one takes the place of another and clears itself, one that adds spans both.
fn picked_period(before: Period, picked: Period, mode: PickMode) -> Period {
    match mode {
        PickMode::Toggle if before == picked => Period::default(),
        PickMode::Add if !before.is_open() => Period {
            first: before.first.min(picked.first),
            last: before
                .last
                .zip(picked.last)
                .map(|(one, other)| one.max(other)),
        },
        PickMode::Toggle | PickMode::Add | PickMode::Only => picked,
    }
}

fn in_order(period: Period) -> Period {
    match (period.first, period.last) {
        (Some(first), Some(last)) => Period::between(first, last),
        (Some(_) | None, None) | (None, Some(_)) => period,
    }
}

fn filter(next: &mut AppState, filters: FilterSet) {
    let view = ViewState {
        filters,
        ..(*next.view).clone()
    };
    look_at(next, view);
}

/// Keeps the pointer of an equal view: pointers are what renders compare.
fn look_at(next: &mut AppState, view: ViewState) {
    if *next.view != view {
        next.view = Rc::new(view);
    }
}

/// A range of amounts cannot be converted, since each year has rates of its own: it is taken away and the reader is told.
fn choose_currency(next: &mut AppState, currency: DisplayCurrency) {
    let before = next.view.currency;
    let mut filters = next.view.filters.clone();
    if before != currency && filters.is_active(Field::Amount) {
        filters = filters.without(Field::Amount);
        next.report(Message::AmountRangeCleared {
            before: before.code(),
            now: currency.code(),
        });
    }
    let view = ViewState {
        currency,
        filters,
        ..(*next.view).clone()
    };
    look_at(next, view);
}

/// Filters stay where the other dataset knows what they pick; the reader is told of the rest, which would
/// otherwise leave nothing without saying why. A project of the one dataset is not in the other.
///
/// A dataset that has still to be read is looked at without the filters, which cannot be held against it yet.
fn choose_dataset(next: &mut AppState, dataset: DatasetKey) {
    if next.awaited.is_none() && next.view.dataset == dataset {
        return;
    }
    let before = Rc::clone(next.dataset());
    let Some(after) = next.datasets.get(dataset).cloned() else {
        let view = unfiltered_view(next, dataset);
        next.follow(view, Vec::new(), Meanwhile::LastView);
        return;
    };
    next.awaited = None;
    let mut filters = next.view.filters.clone();
    for field in CategoryField::ALL {
        let known = after.table.category(field).tree();
        let picks = filters.picks(field).clone();
        let (kept, dropped) = picks.split(|key| known.code(key).is_some());
        if dropped.is_empty() {
            continue;
        }
        let tree = before.table.category(field).tree();
        for code in dropped.iter().filter_map(|key| tree.code(key)) {
            next.report(Message::PickNotInDataset {
                name: tree.node(code).name.clone(),
            });
        }
        filters = filters
            .without(Field::Category(field))
            .with_picks(field, kept);
    }
    let open_project = next.view.open_project.clone();
    let view = ViewState {
        dataset,
        filters,
        open_project: open_project.filter(|id| after.table.row_of(id).is_some()),
        ..(*next.view).clone()
    };
    look_at(next, view);
    next.remember_dataset();
}

/// Every row stands where it stood, and has the same codes.
fn read_built_in(next: &mut AppState, tables: BuiltIn) {
    next.datasets = Rc::new(next.datasets.with_built_in(tables));
    if next.awaits(DatasetKey::Announced) {
        next.follow_awaited();
        next.remember_dataset();
    }
}

/// The view of `dataset` as a whole.
fn unfiltered_view(next: &AppState, dataset: DatasetKey) -> ViewState {
    ViewState {
        dataset,
        filters: FilterSet::default(),
        open_project: None,
        ..(*next.view).clone()
    }
}

/// What is open already stays as it is.
fn find_ledgers(next: &mut AppState, found: Vec<Ledger>) {
    for ledger in found {
        if next.datasets.ledger(ledger.key).is_none() {
            next.datasets = Rc::new(next.datasets.with(ledger));
        }
    }
}

/// The page opens on it unless the reader asked for other data, now or before.
fn find_site_ledger(next: &mut AppState, opens_bare: bool) {
    let site = Ledger {
        key: LedgerKey::SITE,
        name: "".into(),
        home: LedgerHome::Site,
        dataset: None,
    };
    find_ledgers(next, vec![site]);
    if opens_bare && next.preferences.dataset.is_none() && next.awaited.is_none() {
        choose_dataset(next, DatasetKey::Ledger(LedgerKey::SITE));
    }
}

/// Shows the ledger: in the view that waits for it, else as a whole. Filters of other data would hide most of it; those
/// of an earlier edition of the same ledger stay as far as they still pick something.
fn open_ledger(next: &mut AppState, ledger: Ledger) {
    let key = ledger.key;
    let is_replaced = next.view.dataset == DatasetKey::Ledger(key);
    next.datasets = Rc::new(next.datasets.with(ledger));
    if next.awaits(DatasetKey::Ledger(key)) {
        next.follow_awaited();
    } else if is_replaced {
        let view = (*next.view).clone();
        next.follow(view, Vec::new(), Meanwhile::LastView);
    } else {
        let view = unfiltered_view(next, DatasetKey::Ledger(key));
        next.follow(view, Vec::new(), Meanwhile::LastView);
    }
    next.remember_dataset();
}

fn change_ledger(next: &mut AppState, key: LedgerKey, change: impl FnOnce(&Ledger) -> Ledger) {
    let changed = next.datasets.ledger(key).map(change);
    if let Some(changed) = changed
        && next.datasets.ledger(key) != Some(&changed)
    {
        next.datasets = Rc::new(next.datasets.with(changed));
    }
}

/// Where the ledger was looked at, the page goes back to the data on which it opens.
fn remove_ledger(next: &mut AppState, key: LedgerKey) {
    if next.datasets.ledger(key).is_none() {
        return;
    }
    next.give_up(key);
    if next.view.dataset == DatasetKey::Ledger(key) {
        let view = unfiltered_view(next, DatasetKey::default());
        next.follow(view, Vec::new(), Meanwhile::LastView);
    }
    next.datasets = Rc::new(next.datasets.without(key));
}
