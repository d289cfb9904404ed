//! The colours of the style sheets can be read, light and dark.
//!
//! The colours come from `assets/style/tokens.css`, what stands on what from
//! the table below, and the other sheets must use no colour that it leaves out.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use inward::chart::Color;

use crate::palette::contrast;

/// WCAG 2.2, success criterion 1.4.3: text against what is behind it.
const TEXT: f32 = 4.5;

/// WCAG 2.2, success criterion 1.4.11: the edge of a control, a sign of the focus or a mark against what is beside it.
const EDGE: f32 = 3.0;

/// What stands on a background.
struct Surface {
    background: &'static str,
    texts: &'static [&'static str],
    edges: &'static [&'static str],
}

const SURFACES: [Surface; 7] = [
    Surface {
        background: "paper",
        texts: &["ink", "ink-muted", "accent", "bad"],
        edges: &["control-edge", "accent", "bad", "ink"],
    },
    Surface {
        background: "ground",
        texts: &["ink", "ink-muted", "accent"],
        edges: &["control-edge", "accent"],
    },
    // What is pointed at, pressed or current.
    Surface {
        background: "accent-soft",
        texts: &["ink", "ink-muted", "accent"],
        edges: &["control-edge", "accent"],
    },
    Surface {
        background: "notice",
        texts: &["ink", "ink-muted", "accent"],
        edges: &["control-edge", "accent"],
    },
    // The rows of the table that are chosen.
    Surface {
        background: "selected",
        texts: &["ink", "ink-muted", "accent"],
        edges: &["accent"],
    },
    Surface {
        background: "accent",
        texts: &["on-accent"],
        edges: &["paper", "ground"],
    },
    // What a search has found.
    Surface {
        background: "mark",
        texts: &["ink"],
        edges: &[],
    },
];

/// Areas on which nothing stands and that say nothing a text does not say beside them: lines, and bars beside counts.
const BARE: [&str; 2] = ["rule", "share"];

fn sheets() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/style");
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), fs::read_to_string(path).unwrap()))
        .collect()
}

/// A colour of the tokens, light and dark.
fn token(sheet: &str, name: &str) -> [Color; 2] {
    let definition = format!("--{name}: light-dark(");
    let (_, value) = sheet
        .split_once(&definition)
        .unwrap_or_else(|| panic!("no colour is called {name}"));
    let (value, _) = value.split_once(')').unwrap();
    let (light, dark) = value.split_once(", ").unwrap();
    [light, dark].map(|value| {
        let rgb = u32::from_str_radix(value.trim_start_matches('#'), 16).unwrap();
        let part = |shift: u32| u8::try_from(rgb >> shift & 0xff).unwrap();
        Color {
            red: part(16),
            green: part(8),
            blue: part(0),
            opacity: 1.0,
        }
    })
}

/// The tokens that a property takes in a sheet.
fn used(sheet: &str, property: &str) -> BTreeSet<String> {
    let declaration = format!(" {property}: var(--");
    sheet
        .split(&declaration)
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .map(|(name, _)| name.to_owned())
        .collect()
}

#[test]
fn texts_and_edges_stand_out_from_what_is_behind_them() {
    let sheets = sheets();
    let (_, tokens) = sheets
        .iter()
        .find(|(path, _)| path.ends_with("tokens.css"))
        .unwrap();
    for surface in SURFACES {
        let behind = token(tokens, surface.background);
        let texts = surface.texts.iter().map(|name| (name, TEXT));
        let edges = surface.edges.iter().map(|name| (name, EDGE));
        for (name, least) in texts.chain(edges) {
            for (scheme, front, behind) in token(tokens, name)
                .into_iter()
                .zip(behind)
                .zip(["light", "dark"])
                .map(|((front, behind), scheme)| (scheme, front, behind))
            {
                let found = contrast(front, behind);
                assert!(
                    found >= least,
                    "{scheme}: {name} on {} has {found:.2}",
                    surface.background
                );
            }
        }
    }
}

#[test]
fn the_sheets_use_no_colour_whose_contrast_is_not_tested() {
    let backgrounds: Vec<&str> = SURFACES
        .iter()
        .map(|surface| surface.background)
        .chain(BARE)
        .collect();
    for (path, sheet) in sheets() {
        for name in used(&sheet, "background") {
            assert!(backgrounds.contains(&&*name), "{name} in {path:?}");
        }
        for name in used(&sheet, "color") {
            let is_tested = SURFACES
                .iter()
                .any(|surface| surface.texts.contains(&&*name));
            assert!(is_tested, "{name} in {path:?}");
        }
    }
}
