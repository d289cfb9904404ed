//! What must be on the machine. Each function does nothing when its tool is there in the right version.

pub(crate) mod audit;
pub(crate) mod browser;
mod cargo_tool;
mod debian;
pub(crate) mod firefox;
pub(crate) mod nginx;
pub(crate) mod node;
pub(crate) mod rust;
pub(crate) mod wasm;
