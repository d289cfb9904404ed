//! The commands, one module each.

pub(crate) mod bench;
pub(crate) mod build;
pub(crate) mod gallery;
pub(crate) mod reproduce;
pub(crate) mod sample;
pub(crate) mod serve;
pub(crate) mod test;
