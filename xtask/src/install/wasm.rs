//! The tools that turn compiled Rust into a page: Trunk, wasm-bindgen, wasm-opt.

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
