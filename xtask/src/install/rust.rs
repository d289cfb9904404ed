//! Parts of the Rust toolchain: the compiler for WebAssembly, the formatter, the linter.

use std::path::Path;

use crate::failure::Failure;
use crate::process::{answer, cargo, program, run};
use crate::say;

/// The target that browsers run.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The standard library compiled for WebAssembly.
pub(crate) fn wasm_target() -> Result<(), Failure> {
    let folder = answer(&mut program("rustc", ["--print", "sysroot"])).ok_or_else(|| {
        Failure::new("The Rust compiler cannot be started: install Rust with rustup first.")
    })?;
    if Path::new(folder.trim())
        .join("lib/rustlib")
        .join(WASM_TARGET)
        .join("lib")
        .is_dir()
    {
        return Ok(());
    }
    say::installing(
        WASM_TARGET,
        "the Rust standard library for WebAssembly, which the page is compiled to",
    );
    rustup(["target", "add", WASM_TARGET])
}

/// `cargo fmt` and `cargo clippy`.
pub(crate) fn formatter_and_linter() -> Result<(), Failure> {
    for (subcommand, component, purpose) in [
        ("fmt", "rustfmt", "it checks the layout of the code"),
        ("clippy", "clippy", "it looks for common mistakes"),
    ] {
        if answer(&mut cargo([subcommand, "--version"])).is_none() {
            say::installing(component, purpose);
            rustup(["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup<const N: usize>(arguments: [&str; N]) -> Result<(), Failure> {
    let asked = arguments.join(" ");
    if answer(&mut program("rustup", ["--version"])).is_none() {
        return Err(Failure::new(format!(
            "rustup is not installed, so `rustup {asked}` cannot be done: add that part to this Rust toolchain by hand."
        )));
    }
    run(&mut program("rustup", arguments))
}
