//! `cargo xtask bench`: the engine on the host, then the release page in a browser.

use crate::commands::build;
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

    say::step("Engine on the host");
    run(&mut cargo(["bench", "--bench", "query"]))?;
    say::step("Release build");
    build::build_page()?;
    build::list_sizes()?;
    say::step("Page in the browser");
    run(program("node", ["bench.mjs"])
        .current_dir(places::end_to_end())
        .env("CHROME", &browser.executable))
}
