//! Tests that run on the host: one program, a file per feature.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod address;
mod brush;
mod charts;
mod embedded;
mod layers;
mod numbers;
mod pages;
mod query;
mod sources;
mod stories;
mod support;
mod transition;
