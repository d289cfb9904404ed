//! Starting other programs: in the project's folder, with cargo's tools on the search path.

use std::io::ErrorKind;
use std::process::{Command, Stdio};

use crate::failure::Failure;
use crate::places;

/// A program with its arguments, to be run from the top of the project.
pub(crate) fn program<'a>(name: &str, arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = Command::new(name);
    command
        .args(arguments)
        .current_dir(places::project())
        .env("PATH", places::search_path());
    command
}

/// Cargo, the same one that runs xtask.
pub(crate) fn cargo<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    program(&cargo, arguments)
}

/// Runs to the end on the caller's terminal; anything but success is a failure.
pub(crate) fn run(command: &mut Command) -> Result<(), Failure> {
    let words = words(command);
    let status = command
        .status()
        .map_err(|error| not_started(&words, error.kind()))?;
    if status.success() {
        return Ok(());
    }
    Err(match status.code() {
        Some(code) => Failure::new(format!("`{words}` ended with exit code {code}.")),
        None => Failure::new(format!("`{words}` was stopped by a signal.")),
    })
}

/// What the program prints, or `None` where it cannot be started or does not succeed.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The program and its arguments, as one would type them.
fn words(command: &Command) -> String {
    let arguments = command
        .get_args()
        .map(|argument| argument.to_string_lossy());
    let program = command.get_program().to_string_lossy();
    // The full path of cargo inside its toolchain would only be in the reader's way.
    let program = program.rsplit('/').next().unwrap_or_default().to_owned();
    std::iter::once(program.into())
        .chain(arguments)
        .collect::<Vec<_>>()
        .join(" ")
}

fn not_started(words: &str, kind: ErrorKind) -> Failure {
    match kind {
        ErrorKind::NotFound => Failure::new(format!(
            "`{words}` cannot be started because the program is not installed."
        )),
        other => Failure::new(format!("`{words}` cannot be started: {other}.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command_and_its_exit_code() {
        let failure =
            run(&mut program("sh", ["-c", "exit 3"])).expect_err("exit code 3 is a failure");
        assert_eq!(
            failure.to_string(),
            "`sh -c exit 3` ended with exit code 3."
        );
    }

    #[test]
    fn a_missing_program_is_named() {
        let failure = run(&mut program("no-such-program", [])).expect_err("nothing has that name");
        assert!(failure.to_string().contains("not installed"), "{failure}");
    }

    #[test]
    fn a_program_that_fails_gives_no_answer() {
        assert_eq!(answer(&mut program("sh", ["-c", "echo out; exit 1"])), None);
        assert_eq!(
            answer(&mut program("sh", ["-c", "echo out"])).as_deref(),
            Some("out\n")
        );
    }
}
