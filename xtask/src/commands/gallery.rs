//! `cargo xtask gallery`: every chart in every state as pictures, and a page with all of them.

use crate::failure::Failure;
use crate::places;
use crate::process::{cargo, run};
use crate::say;

/// Writes the pictures and says where they are.
pub(crate) fn gallery() -> Result<(), Failure> {
    say::step("Gallery of charts");
    run(cargo(["test", "--test", "host", "gallery::"]).env("GALLERY", "1"))?;
    let page = places::project().join("target/gallery/index.html");
    say::line(&format!("Look at {}", page.display()));
    Ok(())
}
