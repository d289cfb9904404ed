//! `cargo xtask serve`: the page at a local address, rebuilt on every change.

use crate::failure::Failure;
use crate::install::{rust, wasm};
use crate::process::{program, run};

/// Calls `trunk serve` with the given options, for example `--port 9000` or `--open`.
pub(crate) fn serve(options: &[&str]) -> Result<(), Failure> {
    rust::wasm_target()?;
    wasm::trunk()?;
    wasm::wasm_bindgen()?;
    run(&mut program(
        "trunk",
        ["serve"].into_iter().chain(options.iter().copied()),
    ))
}
