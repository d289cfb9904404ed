//! `cargo xtask reproduce`: whether a second build from nothing gives the same bytes as the first.

use std::fs;
use std::path::Path;

use crate::commands::build;
use crate::failure::Failure;
use crate::places;
use crate::process::run;
use crate::say;

/// Builds the page, builds it again where nothing is compiled yet, and compares every file.
pub(crate) fn reproduce() -> Result<(), Failure> {
    build::install_tools()?;
    say::step("First build");
    build::build_page()?;

    say::step("Second build, from nothing");
    let target = places::project().join("target").join("reproduce");
    if target.exists() {
        fs::remove_dir_all(&target).map_err(|error| unreadable(&target, &error))?;
    }
    let second = target.join("dist");
    fs::create_dir_all(&target).map_err(|error| unreadable(&target, &error))?;
    run(build::trunk_build()
        .arg("--dist")
        .arg(&second)
        .env("CARGO_TARGET_DIR", &target))?;

    say::step("Comparison");
    let (first, second) = (contents(&places::built_page())?, contents(&second)?);
    let different = differences(&first, &second);
    if different.is_empty() {
        say::line(&format!(
            "{} files, each the same in both builds.",
            first.len()
        ));
        return Ok(());
    }
    Err(Failure::new(format!(
        "The builds differ in {}.",
        different.join(", ")
    )))
}

/// A file's name and what is in it.
type Content = (String, Vec<u8>);

/// The files of a folder in alphabetical order.
fn contents(folder: &Path) -> Result<Vec<Content>, Failure> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        if path.is_file() {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let bytes = fs::read(&path).map_err(|error| unreadable(&path, &error))?;
            found.push((name.into_owned(), bytes));
        }
    }
    found.sort();
    Ok(found)
}

/// The names of files that are in one only, or differ.
fn differences(first: &[Content], second: &[Content]) -> Vec<String> {
    let only_in = |one: &[Content], other: &[Content]| -> Vec<String> {
        one.iter()
            .filter(|content| !other.contains(content))
            .map(|(name, _)| name.clone())
            .collect()
    };
    let mut names = only_in(first, second);
    names.extend(only_in(second, first));
    names.sort();
    names.dedup();
    names
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{}: {error}.", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_named_once() {
        let content = |name: &str, bytes: &[u8]| (name.to_owned(), bytes.to_vec());
        let first = [content("a", b"1"), content("b", b"1"), content("c", b"1")];
        let second = [content("a", b"1"), content("b", b"2"), content("d", b"1")];
        assert_eq!(differences(&first, &second), ["b", "c", "d"]);
        assert_eq!(differences(&first, &first), Vec::<String>::new());
    }
}
