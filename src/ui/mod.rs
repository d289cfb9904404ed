//! The screen, by area.
//!
//! Components are small functions of their properties; what they share comes
//! from [`app`], what the reader does goes back to it as an `Action`. Hover,
//! focus, half-typed text and a brush in motion stay in their component.

pub mod app;
pub mod charts;
pub mod details;
mod embed;
pub mod exports;
pub mod figures;
pub mod filters;
pub mod footer;
pub mod header;
mod later;
pub mod ledgers;
pub mod notices;
mod offline;
pub mod paper;
pub mod projects;
pub mod reconciliation;
pub mod shared;
