//! What ties the state to the browser: address bar, preferences, theme.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser::animation_frame::{after_frame, after_frames};
use crate::browser::files::{self, Dropped, GivenFile};
use crate::browser::focus::keep_focus;
use crate::browser::slices::in_slices;
use crate::browser::{address_bar, media, page, shortcut, site_data, storage};
use crate::i18n::Message;
use crate::query::{FilterSet, SearchScan};
use crate::state::{Action, AppState, StoredPreferences, ThemeChoice, address};
use crate::ui::ledgers::SiteData;
use crate::ui::shared::ByPointer;

/// What the page knows of the address bar.
struct KnownAddress {
    query: String,
    /// Whether the address came before its view: a link was opened, or the reader walked the history.
    is_followed: bool,
    /// How often the reader walked the history.
    walks: u32,
}

/// Writes each change of the view into the address bar, and follows the reader through the history.
///
/// An entry of the history takes the browser a third of the time that a whole change of filters takes the page, so it
/// is written after the frame that shows the change. A change that comes sooner writes the one before it first; a walk
/// through the history leaves it unwritten, as it would be written over the entry that was walked to.
#[hook]
pub(super) fn use_address_bar(state: &Rc<AppState>, on_action: &Callback<Action>) {
    let known = use_mut_ref(|| KnownAddress {
        query: address_bar::query(),
        is_followed: true,
        walks: 0,
    });
    {
        let (known, on_action) = (Rc::clone(&known), on_action.clone());
        use_effect_with((), move |()| {
            let listener = address_bar::on_walk(move |query| {
                let mut known = known.borrow_mut();
                // Another place of the page is an entry too.
                if query != known.query {
                    known.query.clone_from(&query);
                    known.is_followed = true;
                    known.walks += 1;
                }
                drop(known);
                let (view, issues) = address::decode(&query);
                on_action.emit(Action::FollowAddress(Box::new(view), issues));
            });
            move || drop(listener)
        });
    }
    let walks = known.borrow().walks;
    // An awaited view has its address already, and keeps it.
    use_effect_with(Rc::clone(state.asked()), move |view| {
        let query = address::encode(view);
        let framed = view.embed.is_some();
        let write = move || {
            let mut known = known.borrow_mut();
            // A walk is told of after it: the address shows it first.
            if known.walks != walks || known.query != address_bar::query() {
                return;
            }
            // The history belongs to the page around a frame: Back would walk the frame where its reader means the page.
            if known.is_followed || framed {
                address_bar::replace(&query);
            } else {
                address_bar::push(&query);
            }
            known.query = address_bar::query();
            known.is_followed = false;
        };
        let later = after_frame(write);
        move || drop(later)
    });
}

/// How much of the page there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Built {
    /// What the first picture shows.
    First,
    /// The lists of the filters too.
    Lists,
    /// All of it.
    Whole,
}

/// The page is built in three steps, each in a task of its own: all at once would keep a phone from answering.
#[hook]
pub(super) fn use_built() -> Built {
    let built = use_state_eq(|| Built::First);
    let setter = built.setter();
    use_effect_with(*built, move |built| {
        let next = match built {
            // A slow device measures the places of the first charts in one frame and draws them in the next.
            Built::First => Some((2, Built::Lists)),
            Built::Lists => Some((1, Built::Whole)),
            Built::Whole => None,
        };
        let waiting = next.map(|(frames, next)| after_frames(frames, move || setter.set(next)));
        move || drop(waiting)
    });
    *built
}

/// Keeps the focus near a button that is gone once it was pressed.
#[hook]
pub(super) fn use_focus_kept() {
    use_effect_with((), move |()| {
        let listener = keep_focus();
        move || drop(listener)
    });
}

/// Looks for a table beside the page. The page opens on it where the address asks for nothing else and the reader has
/// not chosen other data before; `None` until it is known.
#[hook]
pub(super) fn use_site_data(on_action: &Callback<Action>) -> UseStateHandle<Option<SiteData>> {
    let site = use_state_eq(|| None);
    {
        let (site, on_action) = (site.clone(), on_action.clone());
        use_effect_with((), move |()| {
            let opens_bare = address_bar::query().is_empty();
            spawn_local(async move {
                let found = site_data::find().await;
                if found.is_some() {
                    on_action.emit(Action::FindSiteLedger { opens_bare });
                }
                site.set(Some(SiteData(found)));
            });
        });
    }
    site
}

/// Whether files are being dragged over the page, and those that were dropped on it or pasted into it last. They are taken
/// from the moment the page is there: the part that reads them may come after them.
#[hook]
pub(super) fn use_given_files(takes_any: bool) -> (bool, Option<ByPointer<Vec<GivenFile>>>) {
    let (over, given) = (use_state_eq(|| false), use_state_eq(|| None));
    {
        let (over, given) = (over.setter(), given.setter());
        use_effect_with(takes_any, move |&takes_any| {
            let listeners = takes_any.then(|| {
                let give = move |files| given.set(Some(ByPointer(Rc::new(files))));
                let pasted = files::on_paste(give.clone());
                let dropped = files::on_drop(move |dropped| match dropped {
                    Dropped::Over(is_over) => over.set(is_over),
                    Dropped::Files(files) => give(files),
                });
                (pasted, dropped)
            });
            move || drop(listeners)
        });
    }
    (*over, (*given).clone())
}

/// Keeps the preferences in this browser, and gives the document its language and title.
#[hook]
pub(super) fn use_preferences(state: &AppState, on_action: &Callback<Action>, key: &'static str) {
    let opening = use_mut_ref(|| true);
    let on_action = on_action.clone();
    use_effect_with(state.preferences, move |preferences| {
        page::set_language(preferences.locale.tag());
        let title = format!(
            "{} · {}",
            Message::PageName.text(preferences.locale),
            Message::PageTagline.text(preferences.locale)
        );
        page::set_title(&title);
        // What the device prefers is not kept: it may change, and the reader chose nothing yet.
        let written = StoredPreferences::from(*preferences).written();
        if !opening.replace(false) && storage::save(key, &written).is_err() {
            on_action.emit(Action::Report(Message::PreferencesNotKept));
        }
    });
}

/// Whether the browser is taking a copy of the page for a printer.
#[hook]
pub(super) fn use_printing() -> bool {
    let printing = use_state_eq(|| false);
    let setter = printing.setter();
    use_effect_with((), move |()| {
        let listeners = page::on_print(move |is_printing| setter.set(is_printing));
        move || drop(listeners)
    });
    *printing
}

/// Whether the page is dark, by the reader's choice or the device's.
#[hook]
pub(super) fn use_dark(choice: ThemeChoice) -> bool {
    let device_dark = use_state_eq(media::prefers_dark);
    {
        let device_dark = device_dark.clone();
        use_effect_with((), move |()| {
            let listener = media::on_dark_change(move |dark| device_dark.set(dark));
            move || drop(listener)
        });
    }
    let dark = match choice {
        ThemeChoice::System => *device_dark,
        ThemeChoice::Light => false,
        ThemeChoice::Dark => true,
    };
    use_effect_with(dark, |&dark| {
        page::set_theme(if dark { "dark" } else { "light" });
    });
    dark
}

/// The filters to show, and how far a search is, in percent. A new search of a long table is shown when it is done:
/// until then the one before stays in its place.
#[hook]
pub(super) fn use_searched(state: &Rc<AppState>) -> (FilterSet, Option<u32>) {
    let filters = &state.view.filters;
    let dataset = Rc::clone(state.dataset());
    let text = filters.search().to_owned();
    let shown = use_mut_ref(|| text.clone());
    let progress = use_state_eq(|| 0);
    let update = use_force_update();
    // A search looks in notes too.
    let lacks_text = !dataset.is_whole && !text.is_empty();
    let is_awaited = lacks_text || dataset.unfiltered.awaits_search(&text);
    let filters = if is_awaited {
        filters.clone().with_search(&shown.borrow())
    } else {
        shown.replace(text.clone());
        filters.clone()
    };
    let percent = is_awaited.then_some(*progress);
    use_effect_with(
        (ByPointer::from(&dataset), text, is_awaited),
        move |inputs| {
            let (dataset, text) = (inputs.0.clone(), inputs.1.clone());
            let work = (inputs.2 && dataset.is_whole).then(|| {
                progress.set(0);
                let mut scan = Some(SearchScan::new(Rc::clone(&dataset.table), &text));
                in_slices(move || {
                    let goes_on = scan.as_mut().is_some_and(SearchScan::step);
                    if goes_on {
                        let done = scan.as_ref().map_or(0.0, SearchScan::progress);
                        progress.set((done * 100.0) as u32);
                    } else if let Some(scan) = scan.take() {
                        dataset.unfiltered.keep_search(&text, scan);
                        update.force_update();
                    }
                    goes_on
                })
            });
            move || drop(work)
        },
    );
    (filters, percent)
}

/// Whether the list of keys is shown, and what shows it. A question mark does too.
#[hook]
pub(super) fn use_shortcuts(
    keys: bool,
    on_want: &Callback<()>,
) -> (UseStateHandle<bool>, Callback<()>) {
    let shown = use_state_eq(|| false);
    let show = {
        let (shown, on_want) = (shown.setter(), on_want.clone());
        use_callback((), move |(), ()| {
            on_want.emit(());
            shown.set(true);
        })
    };
    {
        let show = show.clone();
        use_effect_with(keys, move |&keys| {
            let listener = keys.then(|| shortcut::on_key("?", move || show.emit(())));
            move || drop(listener)
        });
    }
    (shown, show)
}
