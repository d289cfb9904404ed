//! The programs that bind and shrink what was compiled: wasm-bindgen, wasm-opt and esbuild.

use std::io::{self, ErrorKind, Write as _};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

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

/// How a script is loaded, which says whose its outermost names are.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    /// As a module, where they are its own.
    Module,
    /// As a script, where they are everybody's.
    Classic,
}

/// The script in as few bytes as it needs, for browsers with SIMD.
pub(crate) fn minified(script: &[u8], form: Form) -> Result<Vec<u8>, Failure> {
    let mut command = Command::new("esbuild");
    command.args(["--minify", "--charset=utf8", "--target=es2022"]);
    if let Form::Module = form {
        command.arg("--format=esm");
    }
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(not_started(&command))?;
    // It writes nothing before it has read everything.
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(script).map_err(not_started(&command))?;
    }
    let output = child.wait_with_output().map_err(not_started(&command))?;
    succeeded(&command, output.status)?;
    Ok(output.stdout)
}

fn run(command: &mut Command) -> Result<(), Failure> {
    let status = command.status().map_err(not_started(command))?;
    succeeded(command, status)
}

fn not_started(command: &Command) -> impl Fn(io::Error) -> Failure + use<> {
    let name = command.get_program().to_string_lossy().into_owned();
    move |error| match error.kind() {
        ErrorKind::NotFound => Failure::new(format!(
            "{name} is not on the search path: `cargo xtask build` installs it."
        )),
        other => Failure::new(format!("{name} cannot be run: {other}.")),
    }
}

fn succeeded(command: &Command, status: ExitStatus) -> Result<(), Failure> {
    if status.success() {
        return Ok(());
    }
    let name = command.get_program().to_string_lossy();
    Err(Failure::new(format!("{name} ended with {status}.")))
}
