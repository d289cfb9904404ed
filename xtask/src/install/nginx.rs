//! The web server behind which the page is tested as it will be deployed.

use std::path::Path;

use super::debian;
use crate::failure::Failure;
use crate::places;
use crate::say;

/// nginx, and its module for files compressed with brotli where the system has it.
pub(crate) fn nginx() -> Result<(), Failure> {
    // Debian puts it beside the programs of administrators, which are on few search paths.
    if places::on_search_path("nginx").is_some() || Path::new("/usr/sbin/nginx").is_file() {
        return Ok(());
    }
    if !debian::can_install() {
        return Err(Failure::new(
            "nginx is missing and cannot be installed from here (it takes apt-get and root or sudo): install it by hand.",
        ));
    }
    say::installing(
        "nginx-light",
        "the end-to-end tests also run behind a real web server",
    );
    let with_brotli = ["nginx-light", "libnginx-mod-http-brotli-static"];
    // Older systems have the server and not the module; it is tested where it is there.
    debian::install(&with_brotli).or_else(|_| debian::install(&with_brotli[..1]))
}
