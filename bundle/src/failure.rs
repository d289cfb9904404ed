//! Why the page could not be put together, in a sentence.

use std::fmt;
use std::io;
use std::path::Path;

/// A sentence for whoever runs Trunk.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Failure(String);

impl Failure {
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// Of a file or folder.
    pub(crate) fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.display().to_string();
        move |error| Self(format!("{path}: {error}."))
    }

    /// Prints the sentence where Trunk shows it.
    #[expect(clippy::print_stderr, reason = "Trunk passes on what its hooks print")]
    pub(crate) fn tell(&self) {
        eprintln!("{self}");
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
