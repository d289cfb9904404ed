//! Packages of the system, on Debian and its relatives.

use crate::failure::Failure;
use crate::places;
use crate::process::{answer, program, run};

/// Whether the machine has apt-get and lets us use it.
pub(super) fn can_install() -> bool {
    administrator().is_some()
}

/// Installs the packages from the system's own sources.
pub(super) fn install(packages: &[&str]) -> Result<(), Failure> {
    let prefix = administrator().unwrap_or_default();
    let apt_get = |arguments: &[&str]| {
        let words: Vec<&str> = prefix
            .iter()
            .copied()
            .chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"])
            .chain(arguments.iter().copied())
            .collect();
        run(&mut program(words[0], words[1..].iter().copied()))
    };
    apt_get(&["update", "--quiet"])?;
    let arguments: Vec<&str> = ["install", "--yes", "--no-install-recommends"]
        .into_iter()
        .chain(packages.iter().copied())
        .collect();
    apt_get(&arguments)
}

/// What to put before `apt-get` to run it as root: nothing, or sudo; `None` where neither is possible.
fn administrator() -> Option<Vec<&'static str>> {
    places::on_search_path("apt-get")?;
    if answer(&mut program("id", ["-u"])).is_some_and(|id| id.trim() == "0") {
        return Some(Vec::new());
    }
    places::on_search_path("sudo").map(|_| vec!["sudo"])
}
