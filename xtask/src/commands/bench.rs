//! `cargo xtask bench`: engine and charts on the host, charts and the release page in a browser.

use crate::commands::{build, test};
use crate::failure::Failure;
use crate::install::{browser, node};
use crate::places;
use crate::process::{cargo, program, run};
use crate::say;

/// Prints the figures that the budgets are about.
pub(crate) fn bench() -> Result<(), Failure> {
    build::install_tools()?;
    node::packages()?;
    let browser = browser::browser()?;

    say::step("Engine and charts on the host");
    run(&mut cargo([
        "bench", "--bench", "query", "--bench", "charts", "--bench", "ledger",
    ]))?;
    say::step("Charts in the browser");
    test::run_in_browser(&browser, ["bench", "--bench", "paint"], "900")?;
    say::step("Release build");
    build::build_page()?;
    build::list_sizes()?;
    say::step("Page in the browser");
    run(program("node", ["bench.mjs"])
        .current_dir(places::end_to_end())
        .env("CHROME", &browser.executable))
}
