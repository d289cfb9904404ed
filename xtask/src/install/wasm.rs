//! The tools that turn compiled Rust into a page: Trunk, wasm-bindgen, wasm-opt.

use super::node;
use crate::failure::Failure;
use crate::places;
use crate::process::{answer, cargo, program, run};
use crate::say;
use crate::versions;

/// Trunk, which puts the page together and serves it.
pub(crate) fn trunk() -> Result<(), Failure> {
    let version = versions::trunk()?;
    install_with_cargo(&Tool {
        package: "trunk",
        program: "trunk",
        version: &version,
        purpose: "it puts the page together; compiling it takes some minutes, once",
        lock: Lock::Shipped,
    })
}

/// The command-line tool that writes the JavaScript around the WebAssembly, with its runner for tests in a browser.
pub(crate) fn wasm_bindgen() -> Result<(), Failure> {
    let version = versions::wasm_bindgen()?;
    install_with_cargo(&Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: &version,
        purpose: "it connects the compiled page with the browser; compiling it takes some minutes, once",
        lock: Lock::Fresh,
    })
}

/// The optimiser of WebAssembly.
///
/// It comes from npm because its other releases are downloads from a host that many intranets do not reach. It is put
/// beside cargo's tools, so that `trunk build --release` finds it as well.
pub(crate) fn wasm_opt() -> Result<(), Failure> {
    let wanted = versions::binaryen()?;
    if has_version("wasm-opt", &format!("({wanted})")) {
        return Ok(());
    }
    node::node()?;
    let number = wanted.trim_start_matches("version_");
    let package = format!("binaryen@{number}.0.0");
    say::installing(
        &package,
        "its wasm-opt makes the release page smaller and faster",
    );
    let home = places::cargo_home();
    run(program(
        "npm",
        ["install", "--global", "--no-audit", "--no-fund", "--prefix"],
    )
    .arg(&home)
    .arg(&package))?;
    confirm("wasm-opt", &format!("({wanted})"), &wanted)
}

/// A program that `cargo install` gives.
struct Tool<'a> {
    package: &'a str,
    program: &'a str,
    version: &'a str,
    purpose: &'a str,
    lock: Lock,
}

/// Which dependencies a tool is compiled with.
enum Lock {
    /// Those of its own lock file, as its authors tested it.
    Shipped,
    /// The newest that fit: the lock file of wasm-bindgen-cli names a version that has been withdrawn.
    Fresh,
}

fn install_with_cargo(tool: &Tool<'_>) -> Result<(), Failure> {
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
fn has_version(name: &str, word: &str) -> bool {
    answer(&mut program(name, ["--version"]))
        .is_some_and(|answer| answer.split_whitespace().any(|part| part == word))
}

/// After an installation: an older copy earlier on the search path would still be the one that runs.
fn confirm(name: &str, word: &str, version: &str) -> Result<(), Failure> {
    if has_version(name, word) {
        return Ok(());
    }
    let shadow = places::on_search_path(name)
        .map_or_else(|| "none".to_owned(), |file| file.display().to_string());
    Err(Failure::new(format!(
        "{name} {version} was installed, but the search path leads to another one ({shadow}): remove that one or put cargo's bin folder first."
    )))
}
