//! `cargo xtask build`: the release page in `dist/`, and what a reader downloads of it.

use crate::failure::Failure;
use crate::install::{node, rust, wasm};
use crate::places;
use crate::process::{program, run};

/// Builds the release page and lists its files with their sizes.
pub(crate) fn build() -> Result<(), Failure> {
    install_tools()?;
    build_page()?;
    list_sizes()
}

/// What the release build needs.
pub(crate) fn install_tools() -> Result<(), Failure> {
    rust::wasm_target()?;
    wasm::trunk()?;
    wasm::wasm_bindgen()?;
    wasm::wasm_opt()?;
    node::node()
}

/// `trunk build --release`.
pub(crate) fn build_page() -> Result<(), Failure> {
    run(&mut program("trunk", ["build", "--release"]))
}

/// The size of each file of the page, as it is and in brotli.
pub(crate) fn list_sizes() -> Result<(), Failure> {
    run(&mut sizes())
}

/// Lists the sizes, and fails where the first load is over its budget.
pub(crate) fn check_size_budget() -> Result<(), Failure> {
    run(sizes().arg("--check"))
}

/// Compression is Node's, because it is the one that the test server uses.
fn sizes() -> std::process::Command {
    let mut command = program("node", []);
    command
        .arg(places::end_to_end().join("sizes.mjs"))
        .arg(places::built_page());
    command
}
