//! What must be on the machine. Each function does nothing when its tool is there in the right version.

pub(crate) mod browser;
pub(crate) mod node;
pub(crate) mod rust;
pub(crate) mod wasm;
