//! What the reader prefers on this device; kept by the browser, not in a link.

use super::open_sections::OpenSections;
use super::shown_columns::ShownColumns;
use super::view_state::DatasetKey;
use crate::i18n::{Locale, Message};
use crate::query::Order;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ThemeChoice {
    /// As the operating system has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl ThemeChoice {
    /// Every choice, in the order in which the page offers them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The key in storage and in the `data-theme` attribute.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The choice with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.key() == key)
    }
}

/// Language, theme, how table and filters are laid out, and the dataset looked at last. Stored as [`StoredPreferences`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// The language of the page.
    pub locale: Locale,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// The columns of the project table.
    pub columns: ShownColumns,
    /// The dataset on which the page opens where its address names none; `None` until the reader chooses one.
    pub dataset: Option<DatasetKey>,
    /// Which sections of the filter panel are open.
    pub sections: OpenSections,
    /// The order of the lists of filters.
    pub list_order: Order,
    /// Whether keys work that are pressed alone, such as `/`. Whoever speaks to the device must be able to stop them.
    pub keys: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            locale: Locale::default(),
            theme: ThemeChoice::default(),
            columns: ShownColumns::default(),
            dataset: None,
            sections: OpenSections::default(),
            list_order: Order::default(),
            keys: true,
        }
    }
}

/// Preferences as they stand in storage: `locale=zh-CN&theme=dark`. What is missing there is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredPreferences {
    /// BCP 47 tag.
    pub locale: String,
    /// `system`, `light` or `dark`.
    pub theme: String,
    /// Keys of columns, separated by commas.
    pub columns: String,
    /// The key of a dataset.
    pub dataset: String,
    /// Keys of sections that are not as the page opens, separated by commas.
    pub sections: String,
    /// `name`, where lists are not in the order of their counts.
    pub list_order: String,
    /// `off`, where no key works alone.
    pub keys: String,
}

/// How [`StoredPreferences::list_order`] says that lists are in the order of names.
const BY_NAME: &str = "name";

/// How [`StoredPreferences::keys`] says that no key works alone.
const OFF: &str = "off";

/// A stored preference that the page does not know; the fallback stands in for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PreferenceIssue {
    /// A language that the page does not speak.
    UnknownLocale(String),
    /// A theme that the page does not have.
    UnknownTheme(String),
    /// A column that the project table does not have.
    UnknownColumn(String),
}

impl PreferenceIssue {
    /// What to tell the reader.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::UnknownLocale(tag) => Message::LanguageUnknown {
                tag: super::notice::shortened(tag),
            },
            Self::UnknownTheme(key) => Message::ThemeUnknown {
                key: super::notice::shortened(key),
            },
            Self::UnknownColumn(key) => Message::ColumnUnknown {
                key: super::notice::shortened(key),
            },
        }
    }
}

impl StoredPreferences {
    /// Reads what [`StoredPreferences::written`] wrote. A key that this page does not know may be of a later one.
    #[must_use]
    pub fn read(written: &str) -> Self {
        let mut stored = Self::default();
        for (key, value) in written.split('&').filter_map(|part| part.split_once('=')) {
            if let Some((_, text)) = stored.texts().into_iter().find(|(name, _)| *name == key) {
                value.clone_into(text);
            }
        }
        stored
    }

    /// In the form in which they are stored; what is empty is left out.
    #[must_use]
    pub fn written(mut self) -> String {
        let mut written = String::new();
        for (key, value) in self.texts() {
            if !value.is_empty() {
                let separator = if written.is_empty() { "" } else { "&" };
                for part in [separator, key, "=", value] {
                    written.push_str(part);
                }
            }
        }
        written
    }

    /// Each text with its key. Keys and tags, of which they are made, have neither `&` nor `=` in them.
    fn texts(&mut self) -> [(&'static str, &mut String); 7] {
        [
            ("locale", &mut self.locale),
            ("theme", &mut self.theme),
            ("columns", &mut self.columns),
            ("dataset", &mut self.dataset),
            ("sections", &mut self.sections),
            ("list_order", &mut self.list_order),
            ("keys", &mut self.keys),
        ]
    }

    /// The preferences, with `fallback` for what is missing or not known; only the latter is an issue.
    #[must_use]
    pub fn recognise(&self, fallback: Preferences) -> (Preferences, Vec<PreferenceIssue>) {
        let locale = Locale::from_tag(&self.locale);
        let theme = ThemeChoice::parse(&self.theme);
        let (columns, unknown_columns) = ShownColumns::recognise(&self.columns);
        let mut issues = Vec::new();
        if locale.is_none() && !self.locale.is_empty() {
            issues.push(PreferenceIssue::UnknownLocale(self.locale.clone()));
        }
        if theme.is_none() && !self.theme.is_empty() {
            issues.push(PreferenceIssue::UnknownTheme(self.theme.clone()));
        }
        let unknown_columns = unknown_columns.into_iter().map(str::to_owned);
        issues.extend(unknown_columns.map(PreferenceIssue::UnknownColumn));
        let preferences = Preferences {
            locale: locale.unwrap_or(fallback.locale),
            theme: theme.unwrap_or(fallback.theme),
            columns: columns.unwrap_or(fallback.columns),
            // Nobody chose it by hand, so that there is nothing to say where it cannot be read.
            dataset: DatasetKey::parse(&self.dataset).or(fallback.dataset),
            sections: OpenSections::recognise(&self.sections),
            list_order: if self.list_order == BY_NAME {
                Order::Name
            } else {
                fallback.list_order
            },
            keys: fallback.keys && self.keys != OFF,
        };
        (preferences, issues)
    }
}

impl From<Preferences> for StoredPreferences {
    fn from(preferences: Preferences) -> Self {
        Self {
            locale: preferences.locale.tag().into(),
            theme: preferences.theme.key().into(),
            columns: preferences.columns.keys(),
            dataset: preferences.dataset.map(DatasetKey::key).unwrap_or_default(),
            sections: preferences.sections.keys(),
            list_order: match preferences.list_order {
                Order::Value => String::new(),
                Order::Name => BY_NAME.into(),
            },
            keys: if preferences.keys {
                String::new()
            } else {
                OFF.into()
            },
        }
    }
}
