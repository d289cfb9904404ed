//! `cargo xtask test`: every check, each under its name, and a summary at the end.

use std::path::Path;

use crate::commands::build;
use crate::failure::Failure;
use crate::install::browser::{self, Browser};
use crate::install::{audit, firefox, nginx, node, rust, wasm};
use crate::places;
use crate::process::{cargo, program, run};
use crate::say;

/// What is tested in a browser: the page, and the loops by the instructions that only a browser runs.
const IN_BROWSER: [[&str; 3]; 2] = [
    ["test", "--test", "browser"],
    ["test", "--package", "inward-kernel"],
];

/// Something that can be right or wrong about the project.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Format,
    LintHost,
    LintBrowser,
    Dependencies,
    Documentation,
    Host,
    Browser,
    Build,
    Size,
    EndToEnd,
}

impl Step {
    /// From the quickest to the slowest, so that a mistake shows early.
    const ALL: [Self; 10] = [
        Self::Format,
        Self::LintHost,
        Self::LintBrowser,
        Self::Dependencies,
        Self::Documentation,
        Self::Host,
        Self::Browser,
        Self::Build,
        Self::Size,
        Self::EndToEnd,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Format => "Format",
            Self::LintHost => "Lint for the host",
            Self::LintBrowser => "Lint for the browser",
            Self::Dependencies => "Dependencies",
            Self::Documentation => "Documentation",
            Self::Host => "Tests on the host",
            Self::Browser => "Tests in the browser",
            Self::Build => "Release build",
            Self::Size => "Size budget",
            Self::EndToEnd => "Tests end to end",
        }
    }

    /// Without which it makes no sense to begin.
    const fn needs(self) -> Option<Self> {
        match self {
            Self::Size | Self::EndToEnd => Some(Self::Build),
            Self::Format
            | Self::LintHost
            | Self::LintBrowser
            | Self::Dependencies
            | Self::Documentation
            | Self::Host
            | Self::Browser
            | Self::Build => None,
        }
    }

    fn run(self, browser: Option<&Browser>) -> Result<(), Failure> {
        match self {
            Self::Format => run(&mut cargo(["fmt", "--all", "--check"])),
            Self::LintHost => run(&mut cargo([
                "clippy",
                "--workspace",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ])),
            Self::LintBrowser => {
                let arguments = [
                    "clippy",
                    "--target",
                    rust::WASM_TARGET,
                    "--features",
                    "split",
                    "--lib",
                    "--bins",
                    "--test",
                    "browser",
                    "--bench",
                    "paint",
                    "--",
                    "-D",
                    "warnings",
                ];
                run(&mut cargo(arguments))?;
                // The loops as a browser runs them, and the page that measures them.
                run(&mut cargo([
                    "clippy",
                    "--target",
                    rust::WASM_TARGET,
                    "--package",
                    "inward-kernel",
                    "--package",
                    "inward-bench-page",
                    "--",
                    "-D",
                    "warnings",
                ]))
            }
            Self::Dependencies => run(&mut cargo([
                "deny", "--locked", "check", "licenses", "bans", "sources",
            ])),
            Self::Documentation => {
                run(cargo(["doc", "--workspace", "--no-deps"])
                    .env("RUSTDOCFLAGS", "--deny warnings"))
            }
            Self::Host => run(&mut cargo(["test", "--workspace", "--no-fail-fast"])),
            Self::Browser => {
                let browser = found(browser)?;
                IN_BROWSER
                    .into_iter()
                    .try_for_each(|arguments| run_in_browser(browser, arguments, "120"))
            }
            Self::Build => build::build_page(),
            Self::Size => build::check_size_budget(),
            Self::EndToEnd => run_end_to_end(found(browser)?),
        }
    }
}

/// How a step went.
enum Outcome {
    Passed,
    Failed(Failure),
    Skipped(Step),
}

/// Installs what is missing and runs every step.
pub(crate) fn test_everything() -> Result<(), Failure> {
    rust::formatter_and_linter()?;
    audit::cargo_deny()?;
    build::install_tools()?;
    node::packages()?;
    nginx::nginx()?;
    let browser = browser::browser()?;
    run_steps(&Step::ALL, Some(&browser))
}

/// Installs what one kind of test needs, and runs it.
pub(crate) fn test_one(kind: &str) -> Result<(), Failure> {
    match kind {
        "host" => run_steps(&[Step::Host], None),
        "browser" => {
            rust::wasm_target()?;
            wasm::wasm_bindgen()?;
            let browser = browser::browser()?;
            run_steps(&[Step::Browser], Some(&browser))
        }
        "firefox" => {
            rust::wasm_target()?;
            wasm::wasm_bindgen()?;
            let driver = firefox::driver()?;
            say::step("Tests in Firefox");
            IN_BROWSER
                .into_iter()
                .try_for_each(|arguments| run_driven("GECKODRIVER", &driver, arguments, "240"))
        }
        "e2e" => {
            build::install_tools()?;
            node::packages()?;
            nginx::nginx()?;
            let browser = browser::browser()?;
            run_steps(&[Step::Build, Step::EndToEnd], Some(&browser))
        }
        other => Err(Failure::new(format!(
            "`{other}` is not a kind of test: say host, browser, firefox or e2e."
        ))),
    }
}

/// Runs every step that can be run, so that one mistake does not hide the next.
fn run_steps(steps: &[Step], browser: Option<&Browser>) -> Result<(), Failure> {
    let mut outcomes: Vec<(Step, Outcome)> = Vec::new();
    for &step in steps {
        let blocked = step.needs().filter(|&needed| {
            outcomes
                .iter()
                .any(|(done, outcome)| *done == needed && !matches!(outcome, Outcome::Passed))
        });
        let outcome = if let Some(needed) = blocked {
            Outcome::Skipped(needed)
        } else {
            say::step(step.name());
            match step.run(browser) {
                Ok(()) => Outcome::Passed,
                Err(failure) => Outcome::Failed(failure),
            }
        };
        outcomes.push((step, outcome));
    }
    summarize(&outcomes)
}

fn summarize(outcomes: &[(Step, Outcome)]) -> Result<(), Failure> {
    say::step("Summary");
    for (step, outcome) in outcomes {
        let name = step.name();
        say::line(&match outcome {
            Outcome::Passed => format!("passed   {name}"),
            Outcome::Failed(failure) => format!("FAILED   {name}: {failure}"),
            Outcome::Skipped(needed) => format!("skipped  {name}: it needs \"{}\"", needed.name()),
        });
    }
    let passed = outcomes
        .iter()
        .filter(|(_, outcome)| matches!(outcome, Outcome::Passed))
        .count();
    if passed == outcomes.len() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{passed} of {} steps passed.",
        outcomes.len()
    )))
}

/// Runs a command of cargo on what is compiled for browsers, in one that may take so many seconds.
pub(crate) fn run_in_browser(
    browser: &Browser,
    arguments: [&str; 3],
    most_seconds: &str,
) -> Result<(), Failure> {
    run_driven("CHROMEDRIVER", &browser.driver, arguments, most_seconds)
}

/// The same in the browser whose driver the runner finds in a variable.
fn run_driven(
    variable: &str,
    driver: &Path,
    arguments: [&str; 3],
    most_seconds: &str,
) -> Result<(), Failure> {
    let mut command = cargo(arguments);
    command
        .args(["--target", rust::WASM_TARGET])
        .env(variable, driver)
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            "wasm-bindgen-test-runner",
        );
    // A loaded machine may need more than the runner's own 20 seconds to start a browser.
    if std::env::var_os("WASM_BINDGEN_TEST_TIMEOUT").is_none() {
        command.env("WASM_BINDGEN_TEST_TIMEOUT", most_seconds);
    }
    run(&mut command)
}

fn run_end_to_end(browser: &Browser) -> Result<(), Failure> {
    run(program("npm", ["test", "--silent"])
        .current_dir(places::end_to_end())
        .env("CHROME", &browser.executable))
}

fn found(browser: Option<&Browser>) -> Result<&Browser, Failure> {
    browser.ok_or_else(|| Failure::new("This step runs in a browser, and none was looked for."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_with_a_failure_is_a_failure() {
        let outcomes = [
            (Step::Format, Outcome::Passed),
            (Step::Build, Outcome::Failed(Failure::new("no"))),
            (Step::Size, Outcome::Skipped(Step::Build)),
        ];
        assert_eq!(
            summarize(&outcomes),
            Err(Failure::new("1 of 3 steps passed."))
        );
        assert_eq!(summarize(&outcomes[..1]), Ok(()));
    }

    #[test]
    fn an_unknown_kind_of_test_is_refused() {
        assert!(test_one("everything").is_err());
    }

    #[test]
    fn what_a_step_needs_comes_before_it() {
        for (position, step) in Step::ALL.iter().enumerate() {
            assert!(
                step.needs()
                    .is_none_or(|needed| Step::ALL[..position].contains(&needed)),
                "{}",
                step.name()
            );
        }
    }
}
