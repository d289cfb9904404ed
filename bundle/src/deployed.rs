//! Makes the folder ready for a host, once everything is in it: hashed names for the scripts around the program, hashes
//! that browsers check, the version, the list of what is kept for use without a network, and each file compressed.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use brotli::enc::BrotliEncoderParams;
use brotli::enc::backward_references::BrotliEncoderMode;

use crate::Stage;
use crate::at_once::at_once;
use crate::failure::Failure;
use crate::hash;
use crate::tools::{Form, minified};

/// What index.html has in the place of the version, and of the hash of the whole build.
const VERSION: &str = "inward-version";
const BUILD: &str = "inward-build";

/// The scripts around the program, each before those that name it.
const SCRIPTS: [&str; 2] = ["offline.js", "start.js"];

/// The script of the service worker, whose name must stay, and the lines in it that are filled here.
const WORKER: &str = "sw.js";
const WORKER_BUILD: &str = "const BUILD = \"none\";";
const WORKER_FILES: &str = "const FILES = {};";

/// What is in the folder for the host alone.
const FOR_THE_HOST: [&str; 1] = ["_headers"];

/// Below this many bytes a compressed file saves nothing worth a file.
const LEAST_COMPRESSED_BYTES: usize = 200;

/// Finishes the folder, in which `index` becomes index.html.
pub(crate) fn finish(stage: &Stage, index: &str) -> Result<(), Failure> {
    let index_path = stage.folder.join("index.html");
    let mut index = fill(index, VERSION, &version(&stage.project)?);
    if !stage.release {
        // Nothing is kept while somebody works on the page.
        index = fill(&index, BUILD, "");
        return fs::write(&index_path, index).map_err(Failure::at(&index_path));
    }
    index = name_scripts(&stage.folder, index)?;
    index = add_integrity(&stage.folder, &index)?;
    fs::write(&index_path, &index).map_err(Failure::at(&index_path))?;
    let build = hash::short(&everything(&stage.folder)?);
    index = fill(&index, BUILD, &build);
    fs::write(&index_path, &index).map_err(Failure::at(&index_path))?;
    write_worker(&stage.folder, &build)?;
    compress(&stage.folder)
}

/// Puts a value in the place of the attribute's, which Trunk's minifier has robbed of its quotation marks.
fn fill(index: &str, placeholder: &str, value: &str) -> String {
    index
        .replace(&format!("\"{placeholder}\""), placeholder)
        .replace(placeholder, &format!("\"{value}\""))
}

/// Version and commit, such as `0.1.0 (5f2a1c9d0b3e)`; a plus sign where the work tree differs from the commit.
fn version(project: &Path) -> Result<String, Failure> {
    let manifest = project.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).map_err(Failure::at(&manifest))?;
    let number = package_version(&text)
        .ok_or_else(|| Failure::new("Cargo.toml names no version of the page."))?;
    let git = |arguments: &[&str]| {
        let output = Command::new("git")
            .args(arguments)
            .current_dir(project)
            .output();
        output.ok().filter(|output| output.status.success())
    };
    let Some(commit) = git(&["rev-parse", "--short=12", "HEAD"]) else {
        return Ok(number.to_owned());
    };
    let commit = String::from_utf8_lossy(&commit.stdout).trim().to_owned();
    let changed = if git(&["diff", "--quiet", "HEAD"]).is_some() {
        ""
    } else {
        "+"
    };
    Ok(format!("{number} ({commit}{changed})"))
}

fn package_version(manifest: &str) -> Option<&str> {
    let (_, package) = manifest.split_once("[package]")?;
    let line = package
        .lines()
        .find(|line| line.starts_with("version = "))?;
    line.split('"').nth(1)
}

/// Puts the hash of its content into the name of each script, and the name into what names it.
fn name_scripts(folder: &Path, mut index: String) -> Result<String, Failure> {
    let mut renamed: Vec<(&str, String)> = Vec::new();
    for name in SCRIPTS {
        let path = folder.join(name);
        let mut text = fs::read_to_string(&path).map_err(Failure::at(&path))?;
        for (old, new) in &renamed {
            text = text.replace(old, new);
        }
        let text = minified(text.as_bytes(), Form::Module)?;
        let served_as = name.replace(".js", &format!("-{}.js", hash::short(&text)));
        let new_path = folder.join(&served_as);
        fs::write(&new_path, text).map_err(Failure::at(&new_path))?;
        fs::remove_file(&path).map_err(Failure::at(&path))?;
        index = index.replace(name, &served_as);
        renamed.push((name, served_as));
    }
    Ok(index)
}

/// Says of each script and module that index.html names what its content is. Trunk has said it of the style sheets.
fn add_integrity(folder: &Path, index: &str) -> Result<String, Failure> {
    let mut out = String::with_capacity(index.len() + 1024);
    for (position, part) in index.split('<').enumerate() {
        if position > 0 {
            out.push('<');
        }
        let (element, rest) = part.split_once('>').unwrap_or((part, ""));
        match address_in(element).filter(|_| !element.contains("integrity=")) {
            Some((at, name)) if folder.join(name).is_file() => {
                let path = folder.join(name);
                let bytes = fs::read(&path).map_err(Failure::at(&path))?;
                out.push_str(&element[..at]);
                out.push_str(&format!("integrity=\"{}\" ", hash::integrity(&bytes)));
                out.push_str(&element[at..]);
                out.push('>');
                out.push_str(rest);
            }
            Some(_) | None => out.push_str(part),
        }
    }
    Ok(out)
}

/// Where in an element the attribute with an address of a script or module begins, and the file that it means.
fn address_in(element: &str) -> Option<(usize, &str)> {
    if !(element.starts_with("link ") || element.starts_with("script ")) {
        return None;
    }
    let (at, attribute) = ["href=", "src="]
        .into_iter()
        .find_map(|attribute| element.find(attribute).map(|at| (at, attribute)))?;
    let value = element[at + attribute.len()..].trim_start_matches('"');
    let end = value.find(['"', ' ']).unwrap_or(value.len());
    let name = value[..end].trim_start_matches("./");
    (name.ends_with(".js") || name.ends_with(".wasm")).then_some((at, name))
}

/// The files of the folder by name, in alphabetical order.
fn files(folder: &Path) -> Result<Vec<(String, PathBuf)>, Failure> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(Failure::at(folder))? {
        let path = entry.map_err(Failure::at(folder))?.path();
        if path.is_file() {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            found.push((name, path));
        }
    }
    found.sort();
    Ok(found)
}

/// Names and contents of all files, one after the other.
fn everything(folder: &Path) -> Result<Vec<u8>, Failure> {
    let mut all = Vec::new();
    for (name, path) in files(folder)? {
        all.extend_from_slice(name.as_bytes());
        all.push(0);
        all.extend_from_slice(&fs::read(&path).map_err(Failure::at(&path))?);
    }
    Ok(all)
}

/// Tells the service worker which build it belongs to and what is to be kept, each file with its hash.
fn write_worker(folder: &Path, build: &str) -> Result<(), Failure> {
    let mut kept = Vec::new();
    for (name, path) in files(folder)? {
        if name == WORKER || FOR_THE_HOST.contains(&&*name) {
            continue;
        }
        let bytes = fs::read(&path).map_err(Failure::at(&path))?;
        // Some hosts lead index.html to the folder, and an answer that was led on cannot be a page.
        let address = if name == "index.html" { "./" } else { &name };
        kept.push(format!(
            "  \"{address}\": \"{}\",\n",
            hash::integrity(&bytes)
        ));
    }
    let path = folder.join(WORKER);
    let text = fs::read_to_string(&path).map_err(Failure::at(&path))?;
    if !(text.contains(WORKER_BUILD) && text.contains(WORKER_FILES)) {
        return Err(Failure::new(format!(
            "{WORKER} has no place for the list of files."
        )));
    }
    let text = text
        .replace(WORKER_BUILD, &format!("const BUILD = \"{build}\";"))
        .replace(
            WORKER_FILES,
            &format!("const FILES = {{\n{}}};", kept.concat()),
        );
    fs::write(&path, text).map_err(Failure::at(&path))
}

/// Puts each file that compression makes smaller beside itself, in brotli and in gzip.
fn compress(folder: &Path) -> Result<(), Failure> {
    let mut files = files(folder)?;
    // Pictures are compressed already.
    files.retain(|(name, _)| !name.ends_with(".png") && !FOR_THE_HOST.contains(&&**name));
    at_once(&files, |(name, path)| {
        let bytes = fs::read(path).map_err(Failure::at(path))?;
        if bytes.len() < LEAST_COMPRESSED_BYTES {
            return Ok(());
        }
        for (ending, smaller) in [("br", brotli(name, &bytes)), ("gz", gzip(&bytes))] {
            let smaller = smaller.map_err(Failure::at(path))?;
            if smaller.len() < bytes.len() {
                let path = folder.join(format!("{name}.{ending}"));
                fs::write(&path, smaller).map_err(Failure::at(&path))?;
            }
        }
        Ok(())
    })
}

/// In a program the upper bits of a byte say most of the next one: it becomes a hundredth smaller where the encoder is told.
fn brotli(name: &str, bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut smaller = Vec::new();
    let parameters = BrotliEncoderParams {
        mode: if name.ends_with(".wasm") {
            BrotliEncoderMode::BROTLI_FORCE_MSB_PRIOR
        } else {
            BrotliEncoderMode::BROTLI_MODE_GENERIC
        },
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut smaller, &parameters)?;
    Ok(smaller)
}

/// Without a time or a name in it: the same bytes give the same file.
fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_scripts_and_modules_are_found() {
        for (element, found) in [
            (
                "link crossorigin href=./a-12.js id=program rel=modulepreload",
                Some("a-12.js"),
            ),
            (
                "link rel=\"preload\" href=\"./a_bg.wasm\" as=\"fetch\"",
                Some("a_bg.wasm"),
            ),
            ("script src=start.js type=module", Some("start.js")),
            ("link href=./a.css rel=stylesheet", None),
            ("a href=x.js", None),
            ("meta content=x", None),
        ] {
            assert_eq!(
                address_in(element).map(|(_, name)| name),
                found,
                "{element}"
            );
        }
    }

    #[test]
    fn a_value_is_filled_in_with_quotation_marks_or_without() {
        for page in [
            "<meta content=inward-build name=x>",
            "<meta content=\"inward-build\" name=x>",
        ] {
            assert_eq!(
                fill(page, BUILD, "0.1.0 (a)"),
                "<meta content=\"0.1.0 (a)\" name=x>"
            );
        }
    }

    #[test]
    fn the_version_is_that_of_the_package() {
        let manifest = "[workspace]\nresolver = \"3\"\n[package]\nname = \"inward\"\nversion = \"0.1.0\"\n[dependencies]\nyew = { version = \"9\" }\n";
        assert_eq!(package_version(manifest), Some("0.1.0"));
        assert_eq!(package_version("[workspace]\n"), None);
    }

    #[test]
    fn compressed_twice_is_the_same() {
        let bytes = b"the same bytes, the same bytes, the same bytes, the same bytes".repeat(20);
        let in_brotli = |bytes: &[u8]| brotli("a.js", bytes);
        let program_in_brotli = |bytes: &[u8]| brotli("a.wasm", bytes);
        type Compress<'c> = &'c dyn Fn(&[u8]) -> std::io::Result<Vec<u8>>;
        let each: [Compress<'_>; 3] = [&in_brotli, &program_in_brotli, &gzip];
        for compress in each {
            let once = compress(&bytes).expect("memory does not fail");
            assert_eq!(once, compress(&bytes).expect("memory does not fail"));
            assert!(once.len() < bytes.len() / 4);
        }
    }

    #[test]
    fn what_brotli_made_smaller_is_what_it_was() {
        let bytes: Vec<u8> = (0..40_000_u32)
            .map(|place| ((place * place) >> 7) as u8)
            .collect();
        for name in ["a.js", "a.wasm"] {
            let smaller = brotli(name, &bytes).expect("memory does not fail");
            let mut whole = Vec::new();
            brotli::BrotliDecompress(&mut &*smaller, &mut whole).expect("it is brotli");
            assert_eq!(whole, bytes, "{name}");
        }
    }
}
