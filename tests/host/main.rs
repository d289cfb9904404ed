//! Tests that run on the host: one program, a file per feature.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod address;
mod brush;
mod calendar_chart;
mod charts;
mod contrast;
mod cross_table;
mod currency;
mod dots_chart;
mod embed;
mod embedded;
mod export;
mod filters;
mod flat_table;
mod flow_chart;
mod gallery;
mod histogram_chart;
mod layers;
mod ledger;
mod ledger_corpus;
mod ledger_dialogs;
mod ledger_rest;
mod ledgers;
mod matrix_chart;
mod numbers;
mod pages;
mod palette;
mod query;
mod reconciliation;
mod sources;
mod stories;
mod support;
mod table;
mod taken_away;
mod transition;
mod treemap_chart;
