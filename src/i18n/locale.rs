//! The two languages, and names that exist in both.

use std::rc::Rc;

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Locale {
    /// Chinese, simplified characters.
    #[default]
    Zh,
    /// English.
    En,
}

impl Locale {
    /// Both languages, in the order in which the page offers them.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The BCP 47 tag for the `lang` attribute.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language's name in the language itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Zh => "中文",
            Self::En => "EN",
        }
    }

    /// The language that a BCP 47 tag asks for, or `None` where it is neither.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("zh") {
            Some(Self::Zh)
        } else if primary.eq_ignore_ascii_case("en") {
            Some(Self::En)
        } else {
            None
        }
    }

    /// The tag of the language that a text of the data is in, where it is another than this: with Chinese characters it is
    /// Chinese, with other letters English. What has no letters is in no language.
    #[must_use]
    pub fn foreign_tag(self, text: &str) -> Option<&'static str> {
        let is_han = |letter: char| matches!(letter, '\u{3400}'..='\u{9fff}');
        let language = if text.contains(is_han) {
            Self::Zh
        } else if text.contains(char::is_alphabetic) {
            Self::En
        } else {
            return None;
        };
        (language != self).then(|| language.tag())
    }

    /// The first language of `tags`, best first, that the page speaks; English where it speaks none.
    #[must_use]
    pub fn negotiate<'a>(tags: impl IntoIterator<Item = &'a str>) -> Self {
        tags.into_iter()
            .find_map(Self::from_tag)
            .unwrap_or(Self::En)
    }
}

/// A name in both languages. Where the data has only one, both hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bilingual {
    /// The Chinese name.
    pub zh: Rc<str>,
    /// The English name.
    pub en: Rc<str>,
}

impl Bilingual {
    /// A name in both languages; an empty one is replaced by the other.
    #[must_use]
    pub fn new(zh: &str, en: &str) -> Self {
        Self {
            zh: if zh.is_empty() { en } else { zh }.into(),
            en: if en.is_empty() { zh } else { en }.into(),
        }
    }

    /// The name in `locale`.
    #[must_use]
    pub fn get(&self, locale: Locale) -> &Rc<str> {
        match locale {
            Locale::Zh => &self.zh,
            Locale::En => &self.en,
        }
    }
}
