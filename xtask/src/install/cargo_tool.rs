//! Programs that `cargo install` compiles, each in the version that the project pins.

use crate::failure::Failure;
use crate::places;
use crate::process::{answer, cargo, program, run};
use crate::say;

/// A program that `cargo install` gives.
pub(super) struct Tool<'a> {
    pub(super) package: &'a str,
    pub(super) program: &'a str,
    pub(super) version: &'a str,
    pub(super) purpose: &'a str,
    pub(super) lock: Lock,
}

/// Which dependencies a tool is compiled with.
pub(super) enum Lock {
    /// Those of its own lock file, as its authors tested it.
    Shipped,
    /// The newest that fit: the lock file of wasm-bindgen-cli names a version that has been withdrawn.
    Fresh,
}

/// Installs the program, unless it is there in its version.
pub(super) fn install(tool: &Tool<'_>) -> Result<(), Failure> {
    if has_version(tool.program, tool.version) {
        return Ok(());
    }
    say::installing(&format!("{} {}", tool.package, tool.version), tool.purpose);
    // Without optimisation the tools compile in half the time, and they spend theirs waiting for the compiler anyway.
    let mut command = cargo([
        "install",
        "--debug",
        "--force",
        tool.package,
        "--version",
        tool.version,
    ]);
    match tool.lock {
        Lock::Shipped => command.arg("--locked"),
        Lock::Fresh => &mut command,
    }
    .env("CARGO_PROFILE_DEV_DEBUG", "0");
    run(&mut command)?;
    confirm(tool.program, tool.version, tool.version)
}

/// Whether the program's `--version` has that word in it.
pub(super) fn has_version(name: &str, word: &str) -> bool {
    answer(&mut program(name, ["--version"]))
        .is_some_and(|answer| answer.split_whitespace().any(|part| part == word))
}

/// After an installation: an older copy earlier on the search path would still be the one that runs.
pub(super) fn confirm(name: &str, word: &str, version: &str) -> Result<(), Failure> {
    if has_version(name, word) {
        return Ok(());
    }
    let shadow = places::on_search_path(name)
        .map_or_else(|| "none".to_owned(), |file| file.display().to_string());
    Err(Failure::new(format!(
        "{name} {version} was installed, but the search path leads to another one ({shadow}): remove that one or put cargo's bin folder first."
    )))
}
