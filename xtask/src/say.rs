//! What xtask itself tells the reader. Everything else on the screen comes from the tools it calls.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line tool speaks through its standard streams"
)]

use crate::failure::Failure;

/// A line of plain text.
pub(crate) fn line(text: &str) {
    println!("{text}");
}

/// The heading of a step, so that a long log can be searched for it.
pub(crate) fn step(name: &str) {
    println!("\n== {name} ==");
}

/// What is about to be installed, and what it is for.
pub(crate) fn installing(what: &str, why: &str) {
    println!("Installing {what}: {why}.");
}

/// Why the command stopped.
pub(crate) fn failure(failure: &Failure) {
    eprintln!("xtask: {failure}");
}
