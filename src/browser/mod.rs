//! The outside world: one small file per device.
//!
//! Nothing left of this layer knows that there is a browser, and nothing right
//! of it touches the page, the storage or the address but through it.

pub mod address_bar;
pub mod animation_frame;
pub mod canvas;
pub mod clipboard;
pub mod clock;
pub mod collation;
pub mod dialog;
pub mod download;
pub mod element;
pub mod files;
pub mod focus;
pub mod isolation;
pub mod launch;
pub mod ledger_store;
pub mod media;
pub mod offline;
pub mod page;
pub mod presence;
pub mod shortcut;
pub mod site_data;
pub mod slices;
mod steady_canvas;
pub mod storage;
pub mod visibility;
mod worker_columns;
mod worker_feed;
mod worker_helper;
pub mod worker_link;
mod worker_practice;
mod worker_reading;
pub mod worker_tasks;
