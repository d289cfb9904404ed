//! The ledgers that are open or kept: shown, kept, renamed, replaced, removed.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::i18n::{LedgerMessage, Locale};
use crate::state::{Ledger, LedgerHome, LedgerKey};

/// What is said of a ledger in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedLedger {
    /// The ledger.
    pub ledger: Ledger,
    /// Projects in it.
    pub projects: u64,
    /// The day on which it was opened.
    pub opened_on: AttrValue,
    /// Whether it is clear what became of its rows.
    pub has_receipt: bool,
}

/// What a reader does with a ledger of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum LedgerCommand {
    /// Looks at it.
    Show(LedgerKey),
    /// Reads what became of its rows.
    ShowReceipt(LedgerKey),
    /// Keeps it in this browser.
    Keep(LedgerKey),
    /// Calls it otherwise.
    Rename(LedgerKey, Rc<str>),
    /// Opens another file in its place.
    Replace(LedgerKey),
    /// Takes it away.
    Remove(LedgerKey),
}

/// What the list shows.
#[derive(Debug, PartialEq, Properties)]
pub struct KeptLedgersProps {
    /// The ledgers.
    pub ledgers: Vec<ListedLedger>,
    /// The language of the page.
    pub locale: Locale,
    /// Receives what the reader does.
    pub on_command: Callback<LedgerCommand>,
}

/// What is being asked about a ledger of the list.
#[derive(Clone, Copy, PartialEq)]
enum Asking {
    Name(LedgerKey),
    Removal(LedgerKey),
}

/// The list of ledgers; nothing where there is none.
#[component]
pub fn KeptLedgers(props: &KeptLedgersProps) -> Html {
    let asking = use_state_eq(|| None::<Asking>);
    let locale = props.locale;
    if props.ledgers.is_empty() {
        return Html::default();
    }
    let item = |listed: &ListedLedger| {
        let key = listed.ledger.key;
        html! {
            <li key={key.to_string()} data-ledger={key.to_string()}>
                if *asking == Some(Asking::Name(key)) {
                    <NameField
                        name={AttrValue::from(Rc::clone(&listed.ledger.name))}
                        {locale}
                        on_name={on_name(&asking, props, key)}
                    />
                } else {
                    <div>
                        <strong>{ &*listed.ledger.name }</strong>
                        <small class="muted">{ facts(listed, locale) }</small>
                    </div>
                    if *asking == Some(Asking::Removal(key)) {
                        { removal(&asking, props, listed) }
                    } else {
                        { commands(&asking, props, listed) }
                    }
                }
            </li>
        }
    };
    html! {
        <section class="kept" aria-labelledby="kept-heading" data-testid="kept">
            <h3 id="kept-heading">{ LedgerMessage::YourLedgers.text(locale) }</h3>
            <ul>{ for props.ledgers.iter().map(item) }</ul>
        </section>
    }
}

fn facts(listed: &ListedLedger, locale: Locale) -> String {
    let facts = LedgerMessage::LedgerFacts {
        projects: listed.projects,
        date: listed.opened_on.to_string(),
    };
    let home = match listed.ledger.home {
        LedgerHome::Page => LedgerMessage::OnlyInPage,
        LedgerHome::Browser => LedgerMessage::InBrowser,
        LedgerHome::Site => LedgerMessage::OnSite,
    };
    format!("{} · {}", facts.text(locale), home.text(locale))
}

/// The buttons beside a ledger.
fn commands(
    asking: &UseStateHandle<Option<Asking>>,
    props: &KeptLedgersProps,
    listed: &ListedLedger,
) -> Html {
    let locale = props.locale;
    let Ledger {
        key, name, home, ..
    } = listed.ledger.clone();
    let button = |action: &'static str, word: LedgerMessage, onclick: Callback<MouseEvent>| {
        let word = word.text(locale);
        let label = LedgerMessage::OfLedger {
            action: word.to_string(),
            name: name.to_string(),
        };
        html! {
            <button type="button" class="quiet" data-action={action} aria-label={label.text(locale)} {onclick}>{ word }</button>
        }
    };
    let send = |command: LedgerCommand| props.on_command.reform(move |_| command.clone());
    let ask = |question: Asking| {
        let asking = asking.clone();
        Callback::from(move |_| asking.set(Some(question)))
    };
    html! {
        <div class="commands">
            { button("show", LedgerMessage::Show, send(LedgerCommand::Show(key))) }
            if listed.has_receipt {
                { button("receipt", LedgerMessage::ReceiptTitle, send(LedgerCommand::ShowReceipt(key))) }
            }
            if home == LedgerHome::Page {
                { button("keep", LedgerMessage::Keep, send(LedgerCommand::Keep(key))) }
            }
            if home != LedgerHome::Site {
                { button("rename", LedgerMessage::Rename, ask(Asking::Name(key))) }
                { button("replace", LedgerMessage::Replace, send(LedgerCommand::Replace(key))) }
                { button("remove", LedgerMessage::Remove, ask(Asking::Removal(key))) }
            }
        </div>
    }
}

/// Asks before a ledger is taken away.
fn removal(
    asking: &UseStateHandle<Option<Asking>>,
    props: &KeptLedgersProps,
    listed: &ListedLedger,
) -> Html {
    let locale = props.locale;
    let key = listed.ledger.key;
    let question = LedgerMessage::RemoveAsk {
        name: listed.ledger.name.to_string(),
    };
    let remove = {
        let (asking, on_command) = (asking.clone(), props.on_command.clone());
        move |_| {
            asking.set(None);
            on_command.emit(LedgerCommand::Remove(key));
        }
    };
    let keep = {
        let asking = asking.clone();
        move |_| asking.set(None)
    };
    html! {
        <div class="removal" role="alert">
            <span>{ question.text(locale) }</span>
            <button type="button" class="danger" data-action="confirm-remove" onclick={remove}>{ LedgerMessage::Remove.text(locale) }</button>
            <button type="button" data-action="cancel-remove" onclick={keep}>{ LedgerMessage::Cancel.text(locale) }</button>
        </div>
    }
}

/// Ends the question for a name; an empty or unchanged one changes nothing.
fn on_name(
    asking: &UseStateHandle<Option<Asking>>,
    props: &KeptLedgersProps,
    key: LedgerKey,
) -> Callback<Option<String>> {
    let (asking, on_command) = (asking.clone(), props.on_command.clone());
    Callback::from(move |name: Option<String>| {
        asking.set(None);
        if let Some(name) = name {
            on_command.emit(LedgerCommand::Rename(key, name.into()));
        }
    })
}

/// What a [`NameField`] shows.
#[derive(Debug, PartialEq, Properties)]
struct NameFieldProps {
    name: AttrValue,
    locale: Locale,
    /// Receives the new name; nothing where it stays as it is.
    on_name: Callback<Option<String>>,
}

/// A field for another name, with the focus in it. Enter takes the name, Escape leaves it.
#[component]
fn NameField(props: &NameFieldProps) -> Html {
    let input = use_node_ref();
    {
        let input = input.clone();
        use_effect_with((), move |()| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                let _ = input.focus();
                input.select();
            }
        });
    }
    let take = {
        let (input, on_name, before) = (input.clone(), props.on_name.clone(), props.name.clone());
        Callback::from(move |()| {
            let name = input.cast::<HtmlInputElement>().map(|input| input.value());
            let name = name.map(|name| name.trim().to_owned());
            on_name.emit(name.filter(|name| !name.is_empty() && *name != *before));
        })
    };
    let onkeydown = {
        let (take, on_name) = (take.clone(), props.on_name.clone());
        move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                take.emit(());
            }
            "Escape" => {
                // The dialog around it stays.
                event.prevent_default();
                event.stop_propagation();
                on_name.emit(None);
            }
            _ => {}
        }
    };
    let locale = props.locale;
    html! {
        <div class="rename">
            <input
                ref={input}
                type="text"
                maxlength="80"
                aria-label={LedgerMessage::NameLabel.text(locale)}
                value={props.name.clone()}
                {onkeydown}
            />
            <button type="button" data-action="save-name" onclick={take.reform(|_| ())}>{ LedgerMessage::SaveName.text(locale) }</button>
            <button type="button" class="quiet" onclick={props.on_name.reform(|_| None)}>{ LedgerMessage::Cancel.text(locale) }</button>
        </div>
    }
}
