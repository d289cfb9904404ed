//! The programs that work on WebAssembly: wasm-bindgen and wasm-opt.

use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

use crate::failure::Failure;

/// What rustc compiles with by default, and SIMD (.cargo/config.toml): wasm-opt refuses what it is not told of.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-simd",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Small first; the last three save 5 kB in brotli, because what is alike then stands together.
const SMALL: [&str; 4] = [
    "-Oz",
    "--converge",
    "--one-caller-inline-max-function-size=20",
    "--reorder-functions-by-name",
];

/// Writes `name.js` and `name_bg.wasm` into a folder.
pub(crate) fn wasm_bindgen(wasm: &Path, folder: &Path, name: &str) -> Result<(), Failure> {
    run(Command::new("wasm-bindgen")
        .args([
            "--target",
            "web",
            "--no-typescript",
            // The second part is linked through the table of functions that the linker exports.
            "--keep-lld-exports",
            "--out-name",
            name,
            "--out-dir",
        ])
        .arg(folder)
        .arg(wasm))
}

/// Makes a module smaller, in place.
pub(crate) fn wasm_opt(wasm: &Path) -> Result<(), Failure> {
    run(Command::new("wasm-opt")
        .args(SMALL)
        .args(FEATURES)
        .arg(wasm)
        .arg("--output")
        .arg(wasm))
}

fn run(command: &mut Command) -> Result<(), Failure> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().map_err(|error| match error.kind() {
        ErrorKind::NotFound => Failure::new(format!(
            "{name} is not on the search path: `cargo xtask build` installs it."
        )),
        other => Failure::new(format!("{name} cannot be started: {other}.")),
    })?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!("{name} ended with {status}.")))
    }
}
