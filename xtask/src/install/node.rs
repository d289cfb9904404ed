//! Node.js and the npm packages of the end-to-end tests.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::failure::Failure;
use crate::places;
use crate::process::{answer, program, run};
use crate::say;

const OLDEST_NODE: u32 = 20;

/// Node.js with npm. It is asked for, not installed: how a machine gets it is for its owner to choose.
pub(crate) fn node() -> Result<(), Failure> {
    let sentence = |found: &str| {
        Failure::new(format!(
            "{found}: install Node.js {OLDEST_NODE} or newer with npm, which wasm-opt, esbuild, the size report and the end-to-end tests run on."
        ))
    };
    let version = answer(&mut program("node", ["--version"]))
        .ok_or_else(|| sentence("Node.js was not found"))?;
    if major_version(&version).is_none_or(|major| major < OLDEST_NODE) {
        return Err(sentence(&format!("Node.js {} is too old", version.trim())));
    }
    answer(&mut program("npm", ["--version"]))
        .map(|_| ())
        .ok_or_else(|| sentence("npm was not found"))
}

/// The packages that `tests/e2e/package-lock.json` names.
pub(crate) fn packages() -> Result<(), Failure> {
    node()?;
    let folder = places::end_to_end();
    if is_newer(
        &folder.join("node_modules/.package-lock.json"),
        &folder.join("package-lock.json"),
    ) {
        return Ok(());
    }
    say::installing(
        "the npm packages of tests/e2e",
        "Playwright drives the built page in a browser",
    );
    run(program("npm", ["ci", "--no-audit", "--no-fund"])
        .current_dir(&folder)
        // The browser is the machine's own.
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
}

/// The first number of `v20.20.2`.
fn major_version(version: &str) -> Option<u32> {
    version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()?
        .parse()
        .ok()
}

/// Whether the first file exists and is not older than the second.
fn is_newer(made: &Path, source: &Path) -> bool {
    let changed = |file: &Path| -> Option<SystemTime> { fs::metadata(file).ok()?.modified().ok() };
    match (changed(made), changed(source)) {
        (Some(made), Some(source)) => made >= source,
        (None, _) | (_, None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(major_version("v20.20.2\n"), Some(20));
        assert_eq!(major_version("unknown"), None);
    }

    #[test]
    fn a_missing_file_is_never_newer() {
        let manifest = places::project().join("xtask/Cargo.toml");
        assert!(is_newer(&manifest, &manifest));
        assert!(!is_newer(Path::new("no-such-file"), &manifest));
    }
}
