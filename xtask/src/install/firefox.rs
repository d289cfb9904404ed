//! A second browser for the tests of what is compiled for browsers: Firefox, and the driver that speaks to it.

use std::path::PathBuf;

use super::cargo_tool::{Lock, Tool, install};
use super::debian;
use crate::failure::Failure;
use crate::places;
use crate::say;
use crate::versions;

/// Firefox and geckodriver, installed where they are missing; gives the driver.
pub(crate) fn driver() -> Result<PathBuf, Failure> {
    if ["firefox", "firefox-esr"]
        .iter()
        .all(|name| places::on_search_path(name).is_none())
    {
        if !debian::can_install() {
            return Err(Failure::new(
                "Firefox is missing and cannot be installed from here (it takes apt-get and root or sudo): install it by hand.",
            ));
        }
        say::installing("firefox-esr", "the tests run in a second browser");
        debian::install(&["firefox-esr"])?;
    }
    let version = versions::geckodriver()?;
    install(&Tool {
        package: "geckodriver",
        program: "geckodriver",
        version: &version,
        purpose: "it starts Firefox for the tests; compiling it takes some minutes, once",
        lock: Lock::Shipped,
    })?;
    places::on_search_path("geckodriver")
        .ok_or_else(|| Failure::new("geckodriver was installed and is not on the search path."))
}
