//! The tool that looks at what the dependencies are: their licences, sources and versions.

use super::cargo_tool::{Lock, Tool, install};
use crate::failure::Failure;
use crate::versions;

/// cargo-deny, which checks Cargo.lock against deny.toml.
pub(crate) fn cargo_deny() -> Result<(), Failure> {
    let version = versions::cargo_deny()?;
    install(&Tool {
        package: "cargo-deny",
        program: "cargo-deny",
        version: &version,
        purpose: "it checks licences, sources and duplicates of dependencies; compiling it takes some minutes, once",
        lock: Lock::Shipped,
    })
}
