//! A browser for the tests: Chromium or Chrome, the driver that wasm-bindgen's runner speaks to, Chinese fonts.

use std::env;
use std::path::PathBuf;

use super::debian;
use crate::failure::Failure;
use crate::places;
use crate::process::{answer, program};
use crate::say;

const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const MACOS_BROWSER: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const DEBIAN_DRIVER: &str = "/usr/lib/chromium/chromedriver";

/// The programs that tests in a browser need.
pub(crate) struct Browser {
    /// Chromium or Chrome.
    pub(crate) executable: PathBuf,
    /// The chromedriver of the same major version.
    pub(crate) driver: PathBuf,
}

/// Finds the browser, or installs it where the machine has apt-get and lets us use it.
///
/// `CHROME` and `CHROMEDRIVER` name other programs than those on the search path.
pub(crate) fn browser() -> Result<Browser, Failure> {
    let mut missing = Vec::new();
    if executable()?.is_none() {
        missing.push("chromium");
    }
    if driver()?.is_none() {
        missing.push("chromium-driver");
    }
    if !has_chinese_font() {
        missing.push("fonts-noto-cjk");
    }
    if !missing.is_empty() {
        install(&missing)?;
    }
    match (executable()?, driver()?) {
        (Some(executable), Some(driver)) => Ok(Browser { executable, driver }),
        (None, _) => Err(Failure::new(
            "No browser was found: install Chromium or Chrome, or name one in the variable CHROME.",
        )),
        (_, None) => Err(Failure::new(
            "No chromedriver was found: install the one of the browser's version, or name it in the variable CHROMEDRIVER.",
        )),
    }
}

fn executable() -> Result<Option<PathBuf>, Failure> {
    let found = || {
        BROWSERS
            .iter()
            .find_map(|name| places::on_search_path(name))
            .or_else(|| existing(MACOS_BROWSER))
    };
    Ok(named_in("CHROME")?.or_else(found))
}

fn driver() -> Result<Option<PathBuf>, Failure> {
    let found = || places::on_search_path("chromedriver").or_else(|| existing(DEBIAN_DRIVER));
    Ok(named_in("CHROMEDRIVER")?.or_else(found))
}

fn existing(file: &str) -> Option<PathBuf> {
    Some(PathBuf::from(file)).filter(|file| file.is_file())
}

/// The program that a variable names; naming one that does not exist is a mistake worth hearing about.
fn named_in(variable: &str) -> Result<Option<PathBuf>, Failure> {
    let Some(file) = env::var_os(variable)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
    else {
        return Ok(None);
    };
    if file.is_file() {
        Ok(Some(file))
    } else {
        Err(Failure::new(format!(
            "The variable {variable} names {}, which does not exist.",
            file.display()
        )))
    }
}

/// Whether Chinese can be drawn. Systems without fontconfig bring their own fonts.
fn has_chinese_font() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    answer(&mut program("fc-list", [":lang=zh-cn", "family"]))
        .is_some_and(|families| !families.trim().is_empty())
}

fn install(packages: &[&str]) -> Result<(), Failure> {
    if !debian::can_install() {
        // Without Chinese fonts the tests still run; only the pictures show boxes.
        if packages == ["fonts-noto-cjk"] {
            say::line(
                "Note: no Chinese font is installed (Debian: fonts-noto-cjk), so screenshots show boxes.",
            );
            return Ok(());
        }
        return Err(Failure::new(format!(
            "{} is missing and cannot be installed from here (it takes apt-get and root or sudo): install it by hand, or name the programs in CHROME and CHROMEDRIVER.",
            packages.join(", ")
        )));
    }
    say::installing(
        &packages.join(", "),
        "tests run in a real browser, and Chinese needs a font",
    );
    let with_fontconfig: Vec<&str> = ["fontconfig"]
        .into_iter()
        .chain(packages.iter().copied())
        .collect();
    debian::install(&with_fontconfig)
}
