//! How wide a text is, how to make it fit, and which of two names comes first.
//!
//! The browser measures with its own fonts; [`EstimatedText`] serves where
//! there is no browser and knows that a Chinese character is as wide as its
//! font is high. Plotters' own measuring counts bytes or touches the page, so
//! nothing here uses it.

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
    let text: String = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    if measure.width(&text, size_px, weight) <= most_px {
        return text;
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
