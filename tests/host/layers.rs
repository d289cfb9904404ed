//! An import may only point left.

use std::path::{Path, PathBuf};

const LAYERS: [&str; 10] = [
    "i18n", "data", "query", "chart", "io", "state", "browser", "ui", "main", "worker",
];
const BROWSER_CRATES: [&str; 4] = ["yew", "web_sys", "js_sys", "gloo"];

/// What a source file below `src/` breaks, in words for whoever reads the failure.
fn violations(path: &str, text: &str) -> Vec<String> {
    let top = path
        .split('/')
        .next()
        .unwrap_or_default()
        .trim_end_matches(".rs");
    let Some(own) = LAYERS.iter().position(|layer| *layer == top) else {
        return if top == "lib" {
            vec![]
        } else {
            vec![format!("{path} is in no layer")]
        };
    };
    let browser = LAYERS
        .iter()
        .position(|layer| *layer == "browser")
        .expect("listed");
    let code: String = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n");
    let mut found = Vec::new();
    for layer in imported(
        &code,
        path.split('/').count() - usize::from(path.ends_with("/mod.rs")),
    ) {
        if LAYERS
            .iter()
            .position(|known| *known == layer)
            .is_some_and(|rank| rank > own)
        {
            found.push(format!("{path} imports {layer}"));
        }
    }
    for word in code.split(|letter: char| !(letter.is_alphanumeric() || letter == '_')) {
        if own < browser && BROWSER_CRATES.contains(&word) {
            found.push(format!("{path} names {word}"));
        }
        if word.starts_with("plotters") && top != "chart" && path != "browser/steady_canvas.rs" {
            found.push(format!("{path} names {word}"));
        }
    }
    found
}

/// The first names after `crate::`, `inward::`, or as many `super::` as lead to the top.
fn imported(code: &str, depth: usize) -> Vec<String> {
    let supers = "super::".repeat(depth);
    let roots = ["crate::", "inward::", &supers];
    let mut names = Vec::new();
    for root in roots {
        for (at, _) in code.match_indices(root) {
            let rest = code[at + root.len()..].trim_start();
            match rest.strip_prefix('{') {
                Some(group) => names.extend(heads_of_group(group)),
                None => names.push(first_name(rest)),
            }
        }
    }
    names
}

fn heads_of_group(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut heads = vec![first_name(group)];
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => heads.push(first_name(&group[at + 1..])),
            _ => {}
        }
    }
    heads
}

fn first_name(text: &str) -> String {
    text.trim_start()
        .chars()
        .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
        .collect()
}

fn rust_files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("src is readable") {
        let path = entry.expect("src is readable").path();
        if path.is_dir() {
            rust_files(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
}

#[test]
fn no_import_points_right() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    assert!(files.len() > 20);
    let found: Vec<String> = files
        .iter()
        .flat_map(|file| {
            let path = file
                .strip_prefix(&src)
                .expect("below src")
                .to_string_lossy()
                .replace('\\', "/");
            violations(&path, &std::fs::read_to_string(file).expect("a text"))
        })
        .collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_check_finds_what_it_looks_for() {
    for (path, text) in [
        ("query/filter.rs", "use crate::state::Action;"),
        ("query/filter.rs", "use crate::{data::Field, io};"),
        ("query/filter.rs", "use super::super::chart::Scene;"),
        ("data/mod.rs", "use super::query;"),
        ("state/reduce.rs", "use yew::Html;"),
        ("chart/paint.rs", "fn f(w: web_sys::Window) {}"),
        ("ui/app.rs", "use plotters::prelude::*;"),
        ("helpers.rs", ""),
    ] {
        assert_eq!(violations(path, text).len(), 1, "{path}: {text}");
    }
    for (path, text) in [
        (
            "state/reduce.rs",
            "// crate::ui decides\nuse crate::{data::Field, query::{FilterSet, Picks}};",
        ),
        (
            "browser/steady_canvas.rs",
            "use plotters_canvas::CanvasBackend; use web_sys::Window;",
        ),
        ("ui/app.rs", "use yew::Html; use crate::state::AppState;"),
        ("query/filter.rs", "use super::chart;"),
    ] {
        assert_eq!(violations(path, text), Vec::<String>::new());
    }
}
