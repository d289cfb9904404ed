//! Where things are: the project, its built page, its browser tests, and cargo's own folder.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The top of the project.
pub(crate) fn project() -> PathBuf {
    // Cargo sets the variable when it runs xtask; the compiled-in path serves a binary that is started by hand.
    let manifest = env::var_os("CARGO_MANIFEST_DIR")
        .unwrap_or_else(|| OsString::from(env!("CARGO_MANIFEST_DIR")));
    let manifest = PathBuf::from(manifest);
    manifest
        .parent()
        .map_or_else(|| manifest.clone(), Path::to_path_buf)
}

/// The end-to-end tests, with their own npm packages.
pub(crate) fn end_to_end() -> PathBuf {
    project().join("tests").join("e2e")
}

/// The release page, a folder to be served as it is.
pub(crate) fn built_page() -> PathBuf {
    project().join("dist")
}

/// Cargo's home, whose `bin` folder holds the tools that cargo installs.
pub(crate) fn cargo_home() -> PathBuf {
    env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .unwrap_or_else(|| PathBuf::from(".cargo"))
}

/// The search path of every tool: the caller's, and cargo's `bin` folder where the caller's lacks it.
pub(crate) fn search_path() -> OsString {
    let current = env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = env::split_paths(&current).collect();
    let cargo_bin = cargo_home().join("bin");
    if !folders.contains(&cargo_bin) {
        folders.insert(0, cargo_bin);
    }
    // Joining fails only for a folder with a separator in its name, which could never have been on a search path.
    env::join_paths(folders).unwrap_or(current)
}

/// The first file of that name on the search path.
pub(crate) fn on_search_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&search_path())
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}
