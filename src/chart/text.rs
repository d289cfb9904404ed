//! How wide a text is, how to make it fit, and which of two names comes first.
//!
//! The browser measures with its own fonts; [`EstimatedText`] serves where
//! there is no browser and knows that a Chinese character is as wide as its
//! font is high. Plotters' own measuring counts bytes or touches the page, so
//! nothing here uses it.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::scene::Weight;
use crate::i18n::Locale;
use crate::query::fold;

/// What the reader's system knows of text: widths in the font that will draw it, and the order of names.
pub trait TextMeasure {
    /// The width of `text` in CSS pixels at a font size of `size_px`.
    fn width(&self, text: &str, size_px: f64, weight: Weight) -> f64;

    /// Which of two names stands first in a list. Without a browser: by folded characters.
    fn compare(&self, one: &str, other: &str, locale: Locale) -> Ordering {
        let _ = locale;
        fold(one).cmp(&fold(other))
    }
}

/// An estimate from the kinds of letters, rather too wide than too narrow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EstimatedText;

impl TextMeasure for EstimatedText {
    fn width(&self, text: &str, size_px: f64, weight: Weight) -> f64 {
        let ems: f64 = text.chars().map(ems).sum();
        let heavier = match weight {
            Weight::Regular => 1.0,
            Weight::Bold => 1.08,
        };
        ems * size_px * heavier
    }
}

/// The width of a letter, in font sizes.
fn ems(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.3,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '-' | '/' => 0.4,
        'm' | 'w' | 'M' | 'W' | '%' | '—' | '…' => 0.92,
        'A'..='Z' | '−' | '+' | '<' | '>' => 0.7,
        '\u{0}'..='\u{2ff}' => 0.6,
        // Marks that stand on the letter before them, joiners and variation selectors.
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0.0,
        '\u{370}'..='\u{10ff}' => 0.65,
        '\u{2000}'..='\u{2e7f}' => 0.7,
        '\u{1f000}'.. => 1.3,
        _ => 1.0,
    }
}

/// `text` on one line and no wider than `most_px`, cut between characters and ended by "…" where it was wider.
///
/// Control characters become spaces. Where not even the "…" fits, nothing is left.
#[must_use]
pub fn shorten(
    text: &str,
    most_px: f64,
    size_px: f64,
    weight: Weight,
    measure: &dyn TextMeasure,
) -> String {
    let text = if text.contains(char::is_control) {
        Cow::Owned(text.replace(char::is_control, " "))
    } else {
        Cow::Borrowed(text)
    };
    if measure.width(&text, size_px, weight) <= most_px {
        return text.into_owned();
    }
    let cut = |length: usize| {
        let kept: String = text.chars().take(length).collect();
        // A joiner or a mark without its letter would join the ellipsis.
        format!(
            "{}…",
            kept.trim_end_matches(|last: char| last.is_whitespace() || ems(last) <= 0.0)
        )
    };
    let fits = |length: usize| measure.width(&cut(length), size_px, weight) <= most_px;
    let (mut fitting, mut too_long) = (0, text.chars().count());
    while too_long - fitting > 1 {
        let middle = usize::midpoint(fitting, too_long);
        if fits(middle) {
            fitting = middle;
        } else {
            too_long = middle;
        }
    }
    if fitting == 0 {
        if fits(0) {
            "…".to_owned()
        } else {
            String::new()
        }
    } else {
        cut(fitting)
    }
}

/// `text` in at most `lines` lines no wider than `most_px`, broken at spaces and between Chinese characters.
///
/// Where that is not enough, words are broken between syllables; where that is not either, the last line is cut, see
/// [`shorten`].
#[must_use]
pub fn wrap(
    text: &str,
    lines: usize,
    most_px: f64,
    size_px: f64,
    weight: Weight,
    measure: &dyn TextMeasure,
) -> Vec<String> {
    let width = |text: &str| measure.width(text, size_px, weight);
    let broken = |most: f64, syllables: bool| {
        let mut broken = Vec::new();
        let mut rest = text;
        while broken.len() + 1 < lines && width(rest) > most {
            let line =
                |(end, joint): (usize, &str)| (end, format!("{}{joint}", rest[..end].trim_end()));
            let fitting = breaks(rest, syllables).into_iter().map(line);
            let Some((end, line)) = fitting.take_while(|(_, line)| width(line) <= most).last()
            else {
                break;
            };
            broken.push(line);
            rest = rest[end..].trim_start();
        }
        broken.push(shorten(rest, most_px, size_px, weight, measure));
        broken.retain(|line| !line.is_empty());
        broken
    };
    // Lines of one length look better than full ones and a leftover.
    let all = width(text);
    let even = most_px.min(all / (all / most_px).ceil() + size_px / 2.0);
    let tries = [(even, false), (most_px, false), (most_px, true)]
        .map(|(most, syllables)| broken(most, syllables));
    let shown = |lines: &Vec<String>| lines.iter().map(String::len).sum::<usize>();
    let is_whole = |lines: &&Vec<String>| lines.last().is_some_and(|last| !last.ends_with('…'));
    let best = tries.iter().find(is_whole);
    best.or_else(|| tries.iter().max_by_key(|lines| shown(lines)))
        .cloned()
        .unwrap_or_default()
}

/// Where a line may end, in bytes, and what then stands at its end.
fn breaks(text: &str, syllables: bool) -> Vec<(usize, &'static str)> {
    let letters = text.as_bytes();
    let is_vowel = |at: usize| matches!(letters[at], b'a' | b'e' | b'i' | b'o' | b'u');
    let is_word = |letters: &[u8]| letters.iter().all(u8::is_ascii_alphabetic);
    // Before a consonant and a vowel, three letters from the ends of the word: Automo-tive, Elec-tronics, equip-ment.
    let is_syllable = |at: usize| {
        if !(3..letters.len().saturating_sub(2)).contains(&at)
            || !is_word(&letters[at - 3..at + 3])
            || is_vowel(at)
        {
            return false;
        }
        let begins =
            is_vowel(at + 1) || (is_vowel(at + 2) && matches!(letters[at + 1], b'l' | b'r'));
        let ends = is_vowel(at - 1)
            || (is_vowel(at - 2) && !matches!(letters[at], b'h' | b'k' | b'l' | b'r'));
        begins && ends
    };
    let mut breaks = Vec::new();
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        if may_break(before, letter) && at > 0 {
            breaks.push((at, ""));
        } else if syllables && is_syllable(at) {
            breaks.push((at, "-"));
        }
        before = letter;
    }
    breaks
}

/// Whether a line may end between two characters.
fn may_break(before: char, after: char) -> bool {
    let is_wide = |letter: char| letter >= '\u{2e80}';
    let stays =
        ems(before) <= 0.0 || ems(after) <= 0.0 || "、，。）".contains(after) || before == '（';
    !stays && (before == ' ' || is_wide(before) || is_wide(after))
}
