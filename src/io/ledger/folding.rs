//! Texts made alike where only their typing differs.

/// `text` without white space, in lower case, with full-width letters and signs as their narrow ones.
pub(super) fn narrow(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '\u{feff}')
        .map(narrow_letter)
        .flat_map(char::to_lowercase)
        .collect()
}

/// Letters and digits of `text` only, in lower case and narrow: what two spellings of one name share.
pub(super) fn letters(text: &str) -> String {
    text.chars()
        .map(narrow_letter)
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .map(plain)
        .collect()
}

/// `text` without what stands in brackets, of either width.
pub(super) fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::new();
    for letter in text.chars() {
        match letter {
            '(' | '（' | '[' | '【' => depth += 1,
            ')' | '）' | ']' | '】' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(letter),
            _ => {}
        }
    }
    kept
}

fn narrow_letter(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '。' => '.',
        '、' => ',',
        '￥' => '¥',
        _ => letter,
    }
}

/// The letter without its accent, for the accents of country names.
fn plain(letter: char) -> char {
    match letter {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        _ => letter,
    }
}
