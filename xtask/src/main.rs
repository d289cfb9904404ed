//! `cargo xtask`: installs what is missing, says what and why, then calls the standard tools.
//!
//! Nothing here is needed to work on the page: `trunk serve`, `trunk build --release` and `cargo test` do the same on a
//! machine that has the tools. xtask has no dependency, so that it is ready seconds after a clone.

mod commands;
mod failure;
mod install;
mod places;
mod process;
mod say;
mod versions;

use std::process::ExitCode;

use failure::Failure;

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [options]            the page at a local address, rebuilt on every change; options go to `trunk serve`
  build                      the release page in dist/, and the size of each file
  test [host|browser|e2e]    every check and test, or one kind of test
  test firefox               the tests in the browser, in a second one
  bench [page]               benchmarks of the engine and of the page, or those of the bench page alone
  sample [options]           a ledger of invented projects, for tests: --rows N, --seed N, --output FILE
  gallery                    every chart in every state, as a page in target/gallery/
  reproduce                  builds the page twice and compares every byte";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            say::failure(&failure);
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[&str]) -> Result<(), Failure> {
    match arguments {
        ["serve", options @ ..] => commands::serve::serve(options),
        ["build"] => commands::build::build(),
        ["test"] => commands::test::test_everything(),
        ["test", kind] => commands::test::test_one(kind),
        ["bench"] => commands::bench::bench(None),
        ["bench", part] => commands::bench::bench(Some(part)),
        ["sample", options @ ..] => commands::sample::sample(options),
        ["gallery"] => commands::gallery::gallery(),
        ["reproduce"] => commands::reproduce::reproduce(),
        [] | ["help" | "--help" | "-h"] => {
            say::line(USAGE);
            Ok(())
        }
        other => Err(Failure::new(format!(
            "`{}` is not a command.\n\n{USAGE}",
            other.join(" ")
        ))),
    }
}
