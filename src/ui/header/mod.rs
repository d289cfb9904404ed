//! The top of the page: name, dataset, search, language, theme, shortcuts.

mod export_menu;
mod search_box;
mod share_menu;
mod shortcut_list;

use export_menu::ExportMenu;
use search_box::SearchBox;
use share_menu::ShareMenu;
pub use shortcut_list::{ShortcutList, ShortcutListProps};
use yew::prelude::*;

use crate::data::DisplayCurrency;
use crate::i18n::{Locale, Message};
use crate::state::{Action, AppState, DatasetKey, Preferences, ThemeChoice};
use crate::ui::exports::{ExportForm, ExportRange};
use crate::ui::shared::{ByPointer, Choice, ChoiceOption, Icon};

/// What the header shows and changes.
#[derive(Debug, PartialEq, Properties)]
pub struct HeaderProps {
    /// The state of the page.
    pub state: ByPointer<AppState>,
    /// The reader asks for the list of keys.
    pub on_shortcuts: Callback<()>,
    /// Opens the dialog for the reader's own data.
    pub on_open_data: Callback<()>,
    /// How far an export has come, in hundredths, while one is being made.
    pub export_progress: Option<u32>,
    /// Receives what is to be taken away.
    pub on_export: Callback<(ExportForm, ExportRange)>,
    /// Receives what the reader does.
    pub on_action: Callback<Action>,
}

/// The top of the page.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let Preferences { locale, keys, .. } = props.state.preferences;
    let more = use_state_eq(|| false);
    let flip = {
        let more = more.clone();
        move |_| more.set(!*more)
    };
    html! {
        <header class="header">
            <div class="header-name">
                <h1>{ Message::PageName.text(locale) }</h1>
                <p>{ Message::PageTagline.text(locale) }</p>
            </div>
            // Only where there is no room for what it opens.
            <button
                type="button"
                class="header-more-open"
                data-action="header-more"
                aria-expanded={if *more { "true" } else { "false" }}
                aria-controls="header-more"
                onclick={flip}
            >
                { Message::HeaderMore.text(locale) }
            </button>
            { dataset_choice(&props.state, &props.on_action) }
            <SearchBox text={props.state.view.filters.search().to_owned()} {keys} {locale} on_action={props.on_action.clone()} />
            <div class={classes!("header-more", more.then_some("open"))} id="header-more">
                { language_choice(locale, &props.on_action) }
                { currency_choice(&props.state, &props.on_action) }
                { theme_choice(&props.state, &props.on_action) }
                <button type="button" data-action="open-data" onclick={props.on_open_data.reform(|_| ())}>
                    { Message::OpenData.text(locale) }
                </button>
                <ExportMenu progress={props.export_progress} {locale} on_export={props.on_export.clone()} />
                <ShareMenu view={ByPointer::from(&props.state.view)} {locale} />
                { shortcuts_button(keys, locale, &props.on_shortcuts) }
            </div>
        </header>
    }
}

/// The built-in datasets and the reader's ledgers.
fn dataset_choice(state: &AppState, on_action: &Callback<Action>) -> Html {
    let locale = state.preferences.locale;
    let keys: Vec<DatasetKey> = state.datasets.keys().collect();
    let option = |&key: &DatasetKey| {
        html! {
            <option key={key.key()} selected={key == state.asked().dataset}>
                { state.datasets.name(key, locale) }
            </option>
        }
    };
    let options: Html = keys.iter().map(option).collect();
    let on_action = on_action.clone();
    let onchange = move |event: Event| {
        let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
        if let Some(&key) = keys.get(select.selected_index().max(0) as usize) {
            on_action.emit(Action::ChooseDataset(key));
        }
    };
    html! {
        <label class="dataset">
            <span class="visually-hidden">{ Message::DatasetLabel.text(locale) }</span>
            <select {onchange}>{ options }</select>
        </label>
    }
}

fn language_choice(locale: Locale, on_action: &Callback<Action>) -> Html {
    let options = Locale::ALL.map(|language| ChoiceOption {
        text: language.own_name().into(),
        lang: Some(language.tag().into()),
        chosen: language == locale,
    });
    let on_choose = on_action.reform(|position: usize| Action::ChooseLocale(Locale::ALL[position]));
    html! { <Choice label={Message::LanguageLabel.text(locale)} options={options.to_vec()} {on_choose} /> }
}

fn currency_choice(state: &AppState, on_action: &Callback<Action>) -> Html {
    let locale = state.preferences.locale;
    let choices = DisplayCurrency::ALL;
    let options = choices.map(|currency| ChoiceOption {
        text: Message::CurrencyName(currency.code()).text(locale).into(),
        lang: None,
        chosen: currency == state.view.currency,
    });
    let on_choose =
        on_action.reform(move |position: usize| Action::ChooseCurrency(choices[position]));
    html! { <Choice label={Message::CurrencyLabel.text(locale)} options={options.to_vec()} {on_choose} /> }
}

/// A list, not buttons: it is chosen once and the header has much to hold.
fn theme_choice(state: &AppState, on_action: &Callback<Action>) -> Html {
    let locale = state.preferences.locale;
    let choices = [
        (ThemeChoice::System, Message::ThemeSystem),
        (ThemeChoice::Light, Message::ThemeLight),
        (ThemeChoice::Dark, Message::ThemeDark),
    ];
    let option = |(theme, name): &(ThemeChoice, Message)| {
        html! {
            <option value={theme.key()} selected={*theme == state.preferences.theme}>{ name.text(locale) }</option>
        }
    };
    let options: Html = choices.iter().map(option).collect();
    let on_action = on_action.clone();
    let onchange = move |event: Event| {
        let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
        if let Some(theme) = ThemeChoice::parse(&select.value()) {
            on_action.emit(Action::ChooseTheme(theme));
        }
    };
    html! {
        <label>
            <span class="visually-hidden">{ Message::ThemeLabel.text(locale) }</span>
            <select data-choice="theme" {onchange}>{ options }</select>
        </label>
    }
}

fn shortcuts_button(keys: bool, locale: Locale, on_shortcuts: &Callback<()>) -> Html {
    let label = Message::Shortcuts.text(locale);
    html! {
        <button
            type="button"
            class="shortcuts-open"
            data-action="shortcuts"
            aria-haspopup="dialog"
            aria-keyshortcuts={keys.then_some("?")}
            aria-label={label.clone()}
            title={label}
            onclick={on_shortcuts.reform(|_| ())}
        >
            { Icon::Question.html() }
        </button>
    }
}
