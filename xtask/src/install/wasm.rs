//! The tools that turn compiled Rust into a page: Trunk, wasm-bindgen, wasm-opt, esbuild.

use super::cargo_tool::{Lock, Tool, confirm, has_version, install};
use super::node;
use crate::failure::Failure;
use crate::places;
use crate::process::{program, run};
use crate::say;
use crate::versions;

/// Trunk, which puts the page together and serves it.
pub(crate) fn trunk() -> Result<(), Failure> {
    let version = versions::trunk()?;
    install(&Tool {
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
    install(&Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: &version,
        purpose: "it connects the compiled page with the browser; compiling it takes some minutes, once",
        lock: Lock::Fresh,
    })
}

/// The optimiser of WebAssembly.
///
/// It comes from npm because its other releases are downloads from a host that many intranets do not reach.
pub(crate) fn wasm_opt() -> Result<(), Failure> {
    let wanted = versions::binaryen()?;
    if has_version("wasm-opt", &format!("({wanted})")) {
        return Ok(());
    }
    let number = wanted.trim_start_matches("version_");
    beside_cargo(
        &format!("binaryen@{number}.0.0"),
        "its wasm-opt makes the release page smaller and faster",
    )?;
    confirm("wasm-opt", &format!("({wanted})"), &wanted)
}

/// The minifier of scripts.
pub(crate) fn esbuild() -> Result<(), Failure> {
    let wanted = versions::esbuild()?;
    if has_version("esbuild", &wanted) {
        return Ok(());
    }
    beside_cargo(
        &format!("esbuild@{wanted}"),
        "it makes the scripts of the release page smaller",
    )?;
    confirm("esbuild", &wanted, &wanted)
}

/// Installs a program from npm beside cargo's tools, so that `trunk build --release` finds it as well.
fn beside_cargo(package: &str, purpose: &str) -> Result<(), Failure> {
    node::node()?;
    say::installing(package, purpose);
    run(program(
        "npm",
        ["install", "--global", "--no-audit", "--no-fund", "--prefix"],
    )
    .arg(places::cargo_home())
    .arg(package))
}
