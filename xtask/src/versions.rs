//! Which version of each tool the project wants, read from the one file that pins it.
//!
//! Trunk and Binaryen are in `Trunk.toml`, where Trunk itself checks them; wasm-bindgen is in `Cargo.lock`, because the
//! command-line tool must be of the library's version; cargo-deny, esbuild and geckodriver
//! are in `Cargo.toml`; npm packages are in `tests/e2e/package-lock.json`, for npm to read.

use std::fs;

use crate::failure::Failure;
use crate::places;

/// Trunk's version, such as `0.21.14`.
pub(crate) fn trunk() -> Result<String, Failure> {
    let requirement = trunk_setting("trunk-version")?;
    Ok(requirement.trim_start_matches('=').trim().to_owned())
}

/// Binaryen's version as `wasm-opt --version` gives it, such as `version_132`.
pub(crate) fn binaryen() -> Result<String, Failure> {
    trunk_setting("wasm_opt")
}

/// The version of wasm-bindgen, such as `0.2.130`.
pub(crate) fn wasm_bindgen() -> Result<String, Failure> {
    let lock = read("Cargo.lock")?;
    locked_version(&lock, "wasm-bindgen")
        .ok_or_else(|| Failure::new("Cargo.lock names no version of wasm-bindgen."))
}

/// The version of cargo-deny, such as `0.20.2`.
pub(crate) fn cargo_deny() -> Result<String, Failure> {
    tool("cargo-deny")
}

/// The version of esbuild, such as `0.28.2`.
pub(crate) fn esbuild() -> Result<String, Failure> {
    tool("esbuild")
}

/// The version of geckodriver, such as `0.37.1`.
pub(crate) fn geckodriver() -> Result<String, Failure> {
    tool("geckodriver")
}

/// A tool whose version nothing else reads.
fn tool(name: &str) -> Result<String, Failure> {
    setting(&read("Cargo.toml")?, name)
        .ok_or_else(|| Failure::new(format!("Cargo.toml does not say `{name} = \"…\"`.")))
}

fn trunk_setting(key: &str) -> Result<String, Failure> {
    let settings = read("Trunk.toml")?;
    setting(&settings, key)
        .ok_or_else(|| Failure::new(format!("Trunk.toml does not say `{key} = \"…\"`.")))
}

fn read(name: &str) -> Result<String, Failure> {
    fs::read_to_string(places::project().join(name))
        .map_err(|error| Failure::new(format!("{name} cannot be read: {error}.")))
}

/// The quoted value of `key = "value"`, in whichever table it stands.
fn setting(toml: &str, key: &str) -> Option<String> {
    toml.lines().find_map(|line| {
        let (name, value) = line.split_once('=')?;
        let value = value.trim().strip_prefix('"')?;
        let (value, _) = value.split_once('"')?;
        (name.trim() == key).then(|| value.to_owned())
    })
}

/// The version of a package in a lock file of cargo's.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    lock.split("[[package]]")
        .find(|entry| setting(entry, "name").as_deref() == Some(package))
        .and_then(|entry| setting(entry, "version"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_is_found_by_its_whole_key() {
        let toml = "# trunk-version = \"0\"\ntrunk-version = \"=0.21.14\" # checked\n[tools]\nwasm_opt = \"version_132\"\n";
        assert_eq!(setting(toml, "trunk-version").as_deref(), Some("=0.21.14"));
        assert_eq!(setting(toml, "wasm_opt").as_deref(), Some("version_132"));
        assert_eq!(setting(toml, "opt"), None);
    }

    #[test]
    fn a_locked_version_belongs_to_the_package_of_that_name() {
        let lock = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(
            locked_version(lock, "wasm-bindgen").as_deref(),
            Some("0.2.130")
        );
        assert_eq!(locked_version(lock, "yew"), None);
    }

    #[test]
    fn the_project_pins_every_tool() {
        assert_eq!(trunk().map(|version| version.split('.').count()), Ok(3));
        assert_eq!(
            binaryen().map(|version| version.starts_with("version_")),
            Ok(true)
        );
        assert_eq!(
            wasm_bindgen().map(|version| version.split('.').count()),
            Ok(3)
        );
        assert_eq!(
            cargo_deny().map(|version| version.split('.').count()),
            Ok(3)
        );
        assert_eq!(esbuild().map(|version| version.split('.').count()), Ok(3));
        assert_eq!(
            geckodriver().map(|version| version.split('.').count()),
            Ok(3)
        );
    }
}
