//! Scripts made small.

use std::collections::HashMap;

use crate::parts::File;

/// The digits with which wasm-bindgen tells calls into the browser apart.
const DIGITS: usize = 16;

/// A script without the lines that are for its maintainers: a third of what the first visit would fetch of it.
pub(crate) fn without_comments(script: &str) -> String {
    let mut in_block = false;
    let mut kept = String::with_capacity(script.len());
    for line in script.lines() {
        let words = line.trim();
        in_block |= words.starts_with("/**");
        if !(in_block || words.starts_with("//") || words.is_empty()) {
            kept.push_str(words);
            kept.push('\n');
        }
        in_block &= !words.ends_with("*/");
    }
    kept
}

/// Numbers the calls into the browser in the order in which `module` names them, in all files. wasm-bindgen puts a hash
/// into each name, in the script and in the module, and what is random cannot be compressed: it was a fiftieth of what the
/// first visit fetches. Names keep their length, so that nothing else in a module changes.
pub(crate) fn number_calls(files: &mut [File], module: &str) {
    let mut numbers: HashMap<[u8; DIGITS], [u8; DIGITS]> = HashMap::new();
    for file in files.iter().filter(|file| file.name == module) {
        for at in hashes_in(&file.bytes) {
            let number = numbers.len();
            numbers
                .entry(digits_at(&file.bytes, at))
                .or_insert_with(|| numbered(number));
        }
    }
    for file in files {
        for at in hashes_in(&file.bytes) {
            if let Some(number) = numbers.get(&digits_at(&file.bytes, at)) {
                file.bytes[at..at + DIGITS].copy_from_slice(number);
            }
        }
    }
}

/// Where the hash at the end of a name such as `__wbg_now_0123456789abcdef` begins.
fn hashes_in(bytes: &[u8]) -> Vec<usize> {
    let is_hash = |at: usize| {
        let digits = &bytes[at..at + DIGITS];
        let ends = bytes
            .get(at + DIGITS)
            .is_none_or(|next| !next.is_ascii_alphanumeric() && *next != b'_');
        ends && digits
            .iter()
            .all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
    };
    let ends = bytes.len().saturating_sub(DIGITS);
    (1..=ends)
        .filter(|&at| bytes[at - 1] == b'_' && is_hash(at))
        .collect()
}

fn digits_at(bytes: &[u8], at: usize) -> [u8; DIGITS] {
    let mut digits = [0; DIGITS];
    digits.copy_from_slice(&bytes[at..at + DIGITS]);
    digits
}

fn numbered(number: usize) -> [u8; DIGITS] {
    digits_at(format!("{number:016x}").as_bytes(), 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_loses_its_comments_and_nothing_else() {
        let script = "// Why.\n\n/** What. */\nconst a = 1;\n/**\n * More.\n */\nfunction b() {\n  // Here.\n  return `//${a}`;\n}\n";
        assert_eq!(
            without_comments(script),
            "const a = 1;\nfunction b() {\nreturn `//${a}`;\n}\n"
        );
    }

    #[test]
    fn calls_are_numbered_as_the_module_names_them_and_everywhere_alike() {
        let file = |name: &str, text: &str| File {
            name: name.into(),
            served_as: String::new(),
            bytes: text.into(),
        };
        let mut files = [
            file(
                "a.js",
                "__wbg_b_bbbbbbbbbbbbbbbb: f, __wbg_a_aaaaaaaaaaaaaaaa: g, x_0123456789abcdef: h",
            ),
            file(
                "a.wasm",
                "__wbg_a_aaaaaaaaaaaaaaaa\0__wbg_b_bbbbbbbbbbbbbbbb\0_aaaaaaaaaaaaaaaag _aaaaaaaaaaaaaaa",
            ),
        ];
        number_calls(&mut files, "a.wasm");
        let texts = files.map(|file| String::from_utf8_lossy(&file.bytes).into_owned());
        assert_eq!(
            texts,
            [
                "__wbg_b_0000000000000001: f, __wbg_a_0000000000000000: g, x_0123456789abcdef: h",
                "__wbg_a_0000000000000000\0__wbg_b_0000000000000001\0_aaaaaaaaaaaaaaaag _aaaaaaaaaaaaaaa",
            ]
        );
    }
}
