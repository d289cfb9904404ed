//! Every chart in every state: one fingerprint each, and a page to look at them.
//!
//! `UPDATE_GOLDEN=1 cargo test gallery` writes the fingerprints anew. `cargo xtask gallery` writes
//! every picture and a page with all of them to `target/gallery/`, where what changed is looked at.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use inward::chart::{ChartKind, Theme, svg};
use inward::data::ProjectTable;
use inward::i18n::Locale;
use inward::io::embedded;
use inward::query::Measure;

use crate::charts::{Case, SMALL, table, wide_table};

/// Data that a chart may meet.
fn data() -> [(&'static str, Rc<ProjectTable>); 7] {
    [
        ("embedded", embedded::signed()),
        ("small", table(SMALL)),
        ("empty", table("")),
        ("one-row", table("DE automotive 2023-09 1.5")),
        (
            "undisclosed",
            table("DE automotive 2023-09 -\nJP biomedicine 2022 -\nJP new-energy 2022-03 -"),
        ),
        ("200-categories", wide_table()),
        (
            "extreme",
            table(
                "DE automotive 2023-09 1e290\nJP automotive 2022-09 -5\nFR biomedicine 2021-02 0\nKR textile 2020-01 1e-9",
            ),
        ),
    ]
}

fn every_picture(mut show: impl FnMut(String, String)) {
    for (data, table) in data() {
        for kind in ChartKind::ALL {
            for (theme_name, theme) in [("light", Theme::light()), ("dark", Theme::dark())] {
                for locale in Locale::ALL {
                    for (measured, measure) in
                        [("projects", Measure::Projects), ("amount", Measure::Amount)]
                    {
                        for width in [320_u32, 640, 1200] {
                            let case = Case {
                                measure,
                                locale,
                                theme: theme.clone(),
                                width_px: f64::from(width),
                                ..Case::new(kind)
                            };
                            let name = format!(
                                "{}-{data}-{measured}-{}-{theme_name}-{width}",
                                kind.key(),
                                locale.tag(),
                            );
                            show(name, svg(&case.scene(&table), &theme));
                        }
                    }
                }
            }
        }
    }
}

/// The FNV-1a hash of a text: the same on every machine and in every version of Rust.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn every_chart_in_every_state_is_as_it_was_looked_at() {
    let path = project("tests/host/golden/gallery.txt");
    let folder = project("target/gallery");
    let wanted = std::env::var_os("GALLERY").is_some();
    if wanted {
        fs::create_dir_all(&folder).expect("the folder can be made");
    }
    let mut found = BTreeMap::new();
    let mut page = String::from(PAGE_HEAD);
    every_picture(|name, picture| {
        if wanted {
            fs::write(folder.join(format!("{name}.svg")), &picture).expect("a picture is written");
            let _ = writeln!(
                page,
                "<figure><img loading=\"lazy\" src=\"{name}.svg\" alt=\"\"><figcaption>{name}</figcaption></figure>"
            );
        }
        found.insert(name, fingerprint(&picture));
    });
    if wanted {
        fs::write(folder.join("index.html"), page).expect("the page is written");
    }
    let lines: String = found
        .iter()
        .map(|(name, print)| format!("{name} {print:016x}\n"))
        .collect();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, lines).expect("the fingerprints can be written");
        return;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let kept: Vec<&str> = kept.lines().collect();
    let changed: Vec<&str> = lines.lines().filter(|line| !kept.contains(line)).collect();
    assert!(
        changed.is_empty() && kept.len() == found.len(),
        "{} of {} pictures changed, {} were kept; look at `cargo xtask gallery`, then UPDATE_GOLDEN=1 cargo test gallery. The first: {:?}",
        changed.len(),
        found.len(),
        kept.len(),
        &changed[..changed.len().min(8)],
    );
}

const PAGE_HEAD: &str = "<!doctype html>
<html lang=\"en\">
<meta charset=\"utf-8\">
<title>Every chart in every state</title>
<style>
  body { font-family: system-ui, sans-serif; background: #888 }
  figure { display: inline-block; margin: 8px; vertical-align: top }
  figcaption { font-size: 12px }
</style>
";
