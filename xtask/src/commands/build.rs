//! `cargo xtask build`: the release page in `dist/`, and what a reader downloads of it.

use std::process::Command;

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
    wasm::esbuild()?;
    node::node()
}

/// `trunk build --release`.
pub(crate) fn build_page() -> Result<(), Failure> {
    run(&mut trunk_build())
}

/// The release build, whose bytes depend on the sources and the tools and on nothing else of the machine.
pub(crate) fn trunk_build() -> Command {
    let mut command = program("trunk", ["build", "--release"]);
    // Where cargo keeps its crates would be in the program, as places of panics. Cargo joins this with what
    // .cargo/config.toml says.
    let crates = places::cargo_home().join("registry").join("src");
    command.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        format!("--remap-path-prefix={}=crates", crates.display()),
    );
    command
}

/// The size of each file of the page, as it is and in brotli.
pub(crate) fn list_sizes() -> Result<(), Failure> {
    run(&mut sizes())
}

/// Lists the sizes, and fails where the first load is over its budget.
pub(crate) fn check_size_budget() -> Result<(), Failure> {
    run(sizes().arg("--check"))
}

/// The report reads what the build has compressed.
fn sizes() -> Command {
    let mut command = program("node", []);
    command
        .arg(places::end_to_end().join("sizes.mjs"))
        .arg(places::built_page());
    command
}
