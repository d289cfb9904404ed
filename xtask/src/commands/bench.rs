//! `cargo xtask bench`: engine and charts on the host, engine, charts and the release page in a browser.

use std::fs;
use std::path::{Path, PathBuf};

use crate::commands::{build, sample, test};
use crate::failure::Failure;
use crate::install::browser::Browser;
use crate::install::{browser, nginx, node, rust};
use crate::places;
use crate::process::{cargo, program, run};
use crate::say;

/// From a zone's ledger to the national register.
const ROWS: [&str; 5] = ["1000", "10000", "100000", "1000000", "1240000"];

/// The bench page: its package, its program as cargo and as wasm-bindgen name it, and the files beside it.
const PACKAGE: &str = "inward-bench-page";
const PROGRAM: &str = "inward_bench_page.wasm";
const BOUND_PROGRAM: &str = "inward_bench_page_bg.wasm";
const FILES: [&str; 2] = ["index.html", "bench.js"];

/// What the names of the worker's files begin with, and how the page calls the one that starts it where no hash is known.
const WORKER: &str = "inward-worker";
const WORKER_LOADER: &str = "inward-worker_loader";

/// As `bundle/` optimises the page.
const OPTIMISED: [&str; 10] = [
    "-Oz",
    "--converge",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-simd",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Prints the figures that the budgets are about: all of them, or only those of the bench page.
pub(crate) fn bench(part: Option<&str>) -> Result<(), Failure> {
    match part {
        None | Some("page") => {}
        Some(other) => {
            return Err(Failure::new(format!(
                "`{other}` cannot be measured alone: say page, or nothing."
            )));
        }
    }
    build::install_tools()?;
    node::packages()?;
    nginx::nginx()?;
    let browser = browser::browser()?;
    say::step("Release build");
    build::build_page()?;
    build::list_sizes()?;
    bench_page(&browser)?;
    if part.is_some() {
        return Ok(());
    }
    say::step("Engine and charts on the host");
    run(&mut cargo([
        "bench", "--bench", "query", "--bench", "charts", "--bench", "ledger",
    ]))?;
    say::step("Charts in the browser");
    test::run_in_browser(&browser, ["bench", "--bench", "paint"], "900")?;
    say::step("Page in the browser");
    let node = |script: &str| {
        let mut command = program("node", [script]);
        command
            .current_dir(places::end_to_end())
            .env("CHROME", &browser.executable);
        command
    };
    run(&mut node("bench.mjs"))?;
    say::step("Large ledgers in the page");
    run(node("ledger-bench.mjs").args([ledger_of("100000"), ledger_of("1240000")]))?;
    say::step("2 000 random actions");
    run(
        program("npm", ["test", "--silent", "--", "specs/soak.spec.mjs"])
            .current_dir(places::end_to_end())
            .env("CHROME", &browser.executable)
            .env("SOAK_ACTIONS", "2000"),
    )?;
    say::step("Lighthouse, behind nginx");
    run(&mut node("lighthouse.mjs"))
}

/// Builds the bench page, writes ledgers for it and walks them through its script.
fn bench_page(browser: &Browser) -> Result<(), Failure> {
    say::step("Bench page");
    let page = build_bench_page()?;
    let mut measure = program("node", ["engine.mjs"]);
    measure
        .current_dir(places::end_to_end())
        .env("CHROME", &browser.executable)
        .arg(&page);
    for rows in ROWS {
        let ledger = ledger_of(rows);
        if !ledger.is_file() {
            if let Some(folder) = ledger.parent() {
                fs::create_dir_all(folder).map_err(|error| not_written(folder, &error))?;
            }
            let output = ledger.to_string_lossy();
            sample::sample(&["--rows", rows, "--output", &output])?;
        }
        measure.arg(ledger);
    }
    say::step("Engine and charts in the browser, on invented ledgers");
    run(&mut measure)
}

/// Where the invented ledger of so many rows is kept between two runs.
fn ledger_of(rows: &str) -> PathBuf {
    let folder = places::project().join("target").join("ledgers");
    folder.join(format!("{rows}.csv"))
}

/// Compiled, bound and optimised as the page itself is, but by hand: Trunk builds one page of a project.
fn build_bench_page() -> Result<PathBuf, Failure> {
    let target = places::project().join("target");
    let page = target.join("bench-page");
    fs::create_dir_all(&page).map_err(|error| not_written(&page, &error))?;
    run(cargo(["build", "--release", "--target", rust::WASM_TARGET]).args(["--package", PACKAGE]))?;
    let compiled = target.join(rust::WASM_TARGET).join("release").join(PROGRAM);
    run(program(
        "wasm-bindgen",
        ["--target", "web", "--no-typescript", "--out-dir"],
    )
    .arg(&page)
    .arg(compiled))?;
    let bound = page.join(BOUND_PROGRAM);
    run(program("wasm-opt", OPTIMISED)
        .arg(&bound)
        .arg("-o")
        .arg(&bound))?;
    let sources = places::project().join("benches").join("page");
    for file in FILES {
        let copy = page.join(file);
        fs::copy(sources.join(file), &copy).map_err(|error| not_written(&copy, &error))?;
    }
    copy_worker(&page)?;
    Ok(page)
}

/// Ledgers are read by the worker of the release page.
fn copy_worker(page: &Path) -> Result<(), Failure> {
    let built = places::built_page();
    let files = fs::read_dir(&built).map_err(|error| not_read(&built, &error))?;
    for file in files {
        let file = file.map_err(|error| not_read(&built, &error))?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let copy = page.join(if name.starts_with(WORKER_LOADER) {
            format!("{WORKER_LOADER}.js")
        } else {
            name.clone().into_owned()
        });
        let is_served = name.ends_with(".js") || name.ends_with(".wasm");
        if name.starts_with(WORKER) && is_served {
            fs::copy(&file, &copy).map_err(|error| not_written(&copy, &error))?;
        }
    }
    Ok(())
}

fn not_read(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{} cannot be read: {error}.", path.display()))
}

fn not_written(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{} cannot be written: {error}.", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_part_is_refused() {
        assert!(bench(Some("everything")).is_err());
    }
}
