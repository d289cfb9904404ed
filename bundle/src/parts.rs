//! The compiled page in its parts, each ready to be served.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::Stage;
use crate::at_once::at_once;
use crate::failure::Failure;
use crate::names;
use crate::tools::{Form, minified, wasm_bindgen, wasm_opt};

/// The program of the page, as cargo names it.
pub(crate) const PAGE: &str = "inward-page";

/// The script that fetches the parts: the splitter gives it this name, and Trunk.toml names it to be loaded early.
pub(crate) const LINKS: &str = "__wasm_split.js";

/// A file of the page.
pub(crate) struct File {
    /// As the scripts name it.
    pub(crate) name: String,
    /// As it is served: with the hash of all parts together.
    pub(crate) served_as: String,
    /// What is in it.
    pub(crate) bytes: Vec<u8>,
}

/// The parts of the page and the scripts that bind them.
pub(crate) struct Parts {
    /// Everything: the page's script and module first.
    pub(crate) files: Vec<File>,
}

impl Parts {
    /// The served name of the file that the scripts call `name`.
    pub(crate) fn served_as(&self, name: &str) -> Result<&str, Failure> {
        self.files
            .iter()
            .find(|file| file.name == name)
            .map(|file| &*file.served_as)
            .ok_or_else(|| Failure::new(format!("{name} was not built.")))
    }

    /// The script that starts the page.
    pub(crate) fn script(&self) -> Result<&str, Failure> {
        self.served_as(&format!("{PAGE}.js"))
    }

    /// The module of the first picture.
    pub(crate) fn module(&self) -> Result<&str, Failure> {
        self.served_as(&format!("{PAGE}_bg.wasm"))
    }

    /// The script that fetches the other modules.
    pub(crate) fn links(&self) -> Result<&str, Failure> {
        self.served_as(LINKS)
    }
}

/// Splits what cargo built, binds it, and makes it small where it is to be deployed.
pub(crate) fn build(stage: &Stage) -> Result<Parts, Failure> {
    let compiled = stage
        .target()
        .join("wasm32-unknown-unknown")
        .join(stage.profile())
        .join(format!("{PAGE}.wasm"));
    let work = stage.target().join("bundle").join(stage.profile());
    if work.exists() {
        fs::remove_dir_all(&work).map_err(Failure::at(&work))?;
    }
    fs::create_dir_all(&work).map_err(Failure::at(&work))?;

    let first = work.join("first.wasm");
    let later = split(&compiled, &work, &first)?;
    wasm_bindgen(&first, &work, PAGE)?;
    let first = work.join(format!("{PAGE}_bg.wasm"));
    if stage.release {
        let modules: Vec<&PathBuf> = later.iter().chain([&first]).collect();
        at_once(&modules, |module| wasm_opt(module))?;
    }
    let script = work.join(format!("{PAGE}.js"));
    let links = work.join(LINKS);
    let mut files = Vec::new();
    for path in [&script, &first, &links].into_iter().chain(&later) {
        files.push(File {
            name: file_name(path),
            served_as: String::new(),
            bytes: fs::read(path).map_err(Failure::at(path))?,
        });
    }
    if stage.release {
        shrink(&mut files)?;
    }
    name(&mut files);
    Ok(Parts { files })
}

/// Writes the first part to `first` and the others beside it, and gives the others' paths.
fn split(compiled: &Path, folder: &Path, first: &Path) -> Result<Vec<PathBuf>, Failure> {
    let wasm = fs::read(compiled).map_err(Failure::at(compiled))?;
    let main_module = format!("./{PAGE}.js");
    let mut options = wasm_split_cli_support::Options::new(&wasm);
    options.output_dir = folder;
    options.main_out_path = first;
    options.main_module = &main_module;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|error| Failure::new(format!("The page cannot be split: {error:#}.")))?;
    let mut modules = split.split_modules;
    modules.sort();
    Ok(modules)
}

/// Makes the scripts small, the first of which binds the module after it.
fn shrink(files: &mut [File]) -> Result<(), Failure> {
    if let [script, module, ..] = files {
        names::shorten(&mut script.bytes, &mut module.bytes)?;
    }
    for file in files {
        if file.name.ends_with(".js") {
            file.bytes = minified(&file.bytes, Form::Module)?;
        }
    }
    Ok(())
}

/// Gives all files their served names, inside each other as well.
fn name(files: &mut [File]) {
    let hash = hash_of(files);
    for file in &mut *files {
        file.served_as = served_name(&file.name, &hash);
    }
    let names: Vec<(String, String)> = files
        .iter()
        .map(|file| (format!("./{}", file.name), format!("./{}", file.served_as)))
        .collect();
    for file in files {
        rename_in(file, &names);
    }
}

/// Sixteen hexadecimal digits that change when any of the files does.
pub(crate) fn hash_of(files: &[File]) -> String {
    let mut digest = Sha256::new();
    for file in files {
        digest.update(file.name.as_bytes());
        digest.update(file.bytes.len().to_le_bytes());
        digest.update(&file.bytes);
    }
    digest
        .finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// `inward-page_bg.wasm` with the hash `0123` is `inward-page_bg-0123.wasm`.
pub(crate) fn served_name(name: &str, hash: &str) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = stem.trim_start_matches('_');
    format!("{stem}-{hash}.{ending}")
}

/// Gives a script the served names of what it imports and fetches. The name under which a module knows its imports stays.
fn rename_in(file: &mut File, names: &[(String, String)]) {
    let Ok(text) = std::str::from_utf8(&file.bytes) else {
        return;
    };
    let mut text = text.to_owned();
    for (name, served_as) in names {
        for before in ["from", "from ", "new URL("] {
            for quote in ['"', '\''] {
                text = text.replace(
                    &format!("{before}{quote}{name}{quote}"),
                    &format!("{before}{quote}{served_as}{quote}"),
                );
            }
        }
    }
    file.bytes = text.into_bytes();
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(names: &[(&str, &str)]) -> Vec<File> {
        names
            .iter()
            .map(|(name, text)| File {
                name: (*name).to_owned(),
                served_as: String::new(),
                bytes: text.as_bytes().to_vec(),
            })
            .collect()
    }

    #[test]
    fn one_hash_changes_with_every_file() {
        let files = named(&[("a.js", "one"), ("b.wasm", "two")]);
        let other = named(&[("a.js", "one"), ("b.wasm", "two!")]);
        let moved = named(&[("a.js", "onet"), ("b.wasm", "wo")]);
        assert_eq!(hash_of(&files).len(), 16);
        assert_ne!(hash_of(&files), hash_of(&other));
        assert_ne!(hash_of(&files), hash_of(&moved));
    }

    #[test]
    fn a_served_name_has_the_hash_before_its_ending_and_begins_with_a_letter() {
        assert_eq!(served_name("page_bg.wasm", "01"), "page_bg-01.wasm");
        assert_eq!(served_name("__wasm_split.js", "01"), "wasm_split-01.js");
    }

    #[test]
    fn a_script_imports_and_fetches_files_as_they_are_served() {
        let mut files = named(&[(
            "a.js",
            "import x from './b.js';import y from\"./b.js\";fetch(new URL(\"./c.wasm\", here)); ({'./b.js': x})",
        )]);
        let names = [("b.js", "b-01.js"), ("c.wasm", "c-01.wasm")]
            .map(|(name, served_as)| (format!("./{name}"), format!("./{served_as}")));
        rename_in(&mut files[0], &names);
        assert_eq!(
            String::from_utf8_lossy(&files[0].bytes),
            "import x from './b-01.js';import y from\"./b-01.js\";fetch(new URL(\"./c-01.wasm\", here)); ({'./b.js': x})"
        );
    }
}
