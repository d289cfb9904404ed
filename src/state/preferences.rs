//! What the reader prefers on this device; kept by the browser, not in a link.

use serde::{Deserialize, Serialize};

use super::shown_columns::ShownColumns;
use super::view_state::DatasetKey;
use crate::i18n::{Locale, Message};

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

/// Language, theme, the columns of the project table, and the dataset looked at last. Stored as [`StoredPreferences`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "StoredPreferences", into = "StoredPreferences")]
pub struct Preferences {
    /// The language of the page.
    pub locale: Locale,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// The columns of the project table.
    pub columns: ShownColumns,
    /// The dataset on which the page opens where its address names none.
    pub dataset: DatasetKey,
}

/// Preferences as they stand in storage; a text that is missing there is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StoredPreferences {
    /// BCP 47 tag.
    pub locale: String,
    /// `system`, `light` or `dark`.
    pub theme: String,
    /// Keys of columns, separated by commas.
    pub columns: String,
    /// The key of a dataset.
    pub dataset: String,
}

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
            dataset: DatasetKey::parse(&self.dataset).unwrap_or(fallback.dataset),
        };
        (preferences, issues)
    }
}

impl From<StoredPreferences> for Preferences {
    fn from(stored: StoredPreferences) -> Self {
        stored.recognise(Self::default()).0
    }
}

impl From<Preferences> for StoredPreferences {
    fn from(preferences: Preferences) -> Self {
        Self {
            locale: preferences.locale.tag().into(),
            theme: preferences.theme.key().into(),
            columns: preferences.columns.keys(),
            dataset: preferences.dataset.key(),
        }
    }
}
