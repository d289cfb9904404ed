//! Inward (招商图谱): a page that explores signed investment projects.
//!
//! # The flow: one circle, each arrow one function
//!
//! ```text
//!         bytes                                                               pixels
//!   io ────────▶ ProjectTable ──▶ CrossFilter ──▶ Summary ──▶ Scene ──▶ paint ──▶ canvas / SVG
//!                                      ▲                        │
//!                                      │ FilterSet              │ Target under the pointer or focus
//!                                ViewState ◀── reduce ◀── Action ◀┘
//!                                      │▲
//!                                      ▼│ encode / decode
//!                                 address bar
//! ```
//!
//! `ViewState` is what was asked, `Findings` is what was found, `Scene` is how
//! it looks.
//!
//! # Layers: an import may only point left
//!
//! ```text
//! i18n ‹ data ‹ query ‹ chart ‹ io ‹ state ‹ browser ‹ ui ‹ main, worker
//! ```
//!
//! Everything left of `browser` compiles and is tested on the host and names
//! no browser crate; a test reads the sources and fails on an import that
//! points right.
//!
//! # What always holds
//!
//! - An undisclosed amount is not zero: a sum carries its coverage.
//! - An amount keeps the value, unit and currency in which it was stated.
//! - A date is no more precise than its source.
//! - A view ignores the filter on its own field.
//! - An announced total is never added to project rows.
//! - State has one owner, the reducer; findings are derived and never stored in it.
//! - Only `io`, `browser` and painting can fail.

// In reading order, which is not the alphabet's.
pub mod i18n;

pub mod data;

pub mod query;

pub mod chart;

pub mod io;

pub mod state;

pub mod browser;

pub mod ui;
