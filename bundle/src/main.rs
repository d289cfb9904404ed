//! Turns what Trunk built into the folder to deploy. Trunk runs this after each build (`hooks` in Trunk.toml).
//!
//! The compiled page is split in two: what the first picture needs, and what is fetched when the reader comes near it.
//! The cut must be made before wasm-bindgen, which drops the linker's notes on what calls what; Trunk has no place for
//! a step before wasm-bindgen, so wasm-bindgen and wasm-opt are called here, and their results take the place of
//! Trunk's. Everything that belongs together carries one hash in its name: no browser ever mixes two builds.

mod about;
mod at_once;
mod deployed;
mod failure;
mod hash;
mod names;
mod page;
mod parts;
mod styles;
mod tools;
mod worker;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use failure::Failure;

/// Where Trunk is in its work, as it says in variables of the environment.
struct Stage {
    /// The folder that becomes `dist`.
    folder: PathBuf,
    /// The top of the project.
    project: PathBuf,
    /// Whether the page is to be deployed, and not one of a `trunk serve` while somebody works on it.
    release: bool,
}

impl Stage {
    fn from_trunk() -> Result<Self, Failure> {
        let variable = |name: &str| {
            env::var(name)
                .map_err(|_| Failure::new(format!("{name} is not set: Trunk runs this program.")))
        };
        Ok(Self {
            folder: variable("TRUNK_STAGING_DIR")?.into(),
            project: variable("TRUNK_SOURCE_DIR")?.into(),
            release: variable("TRUNK_PROFILE")? == "release",
        })
    }

    /// The folder in which cargo builds.
    fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(
            || self.project.join("target"),
            |folder| self.project.join(folder),
        )
    }

    fn profile(&self) -> &'static str {
        if self.release { "release" } else { "debug" }
    }
}

fn main() -> ExitCode {
    match bundle() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.tell();
            ExitCode::FAILURE
        }
    }
}

fn bundle() -> Result<(), Failure> {
    let stage = Stage::from_trunk()?;
    let parts = parts::build(&stage)?;
    let index = page::put_in_place(&stage, &parts)?;
    let index = worker::put_in_place(&stage, &index)?;
    let (index, style) = styles::join(&stage, &index)?;
    about::write(&stage, &index, &style)?;
    deployed::finish(&stage, &index)
}
