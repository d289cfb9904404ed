//! The background worker: Trunk leaves its files without a hash, because the page names them when it runs.

use std::fs;

use crate::Stage;
use crate::failure::Failure;
use crate::names;
use crate::parts::{File, hash_of, served_name};
use crate::tools::{Form, minified};

/// The program of the worker, as cargo names it.
const WORKER: &str = "inward-worker";

/// What stands in `index.html` for the hash, which the page reads there.
const PLACE: &str = "worker-without-hash";

/// Puts the hash of the worker's files into their names, into the script that starts them, and into the text of
/// `index.html`, which it gives.
pub(crate) fn put_in_place(stage: &Stage, index: &str) -> Result<String, Failure> {
    let names = [
        format!("{WORKER}_loader.js"),
        format!("{WORKER}.js"),
        format!("{WORKER}_bg.wasm"),
    ];
    let mut files = Vec::new();
    for name in names {
        let path = stage.folder.join(&name);
        let bytes = fs::read(&path).map_err(Failure::at(&path))?;
        fs::remove_file(&path).map_err(Failure::at(&path))?;
        files.push(File {
            name,
            served_as: String::new(),
            bytes,
        });
    }
    if let (true, [_, script, module]) = (stage.release, &mut *files) {
        let mut bound = bound(stage, &script.name)?;
        names::shorten(&mut bound, &mut module.bytes)?;
        script.bytes = minified(&bound, Form::Classic)?;
    }
    let hash = hash_of(&files);
    for file in &mut files {
        file.served_as = served_name(&file.name, &hash);
    }
    name_in_loader(&mut files);
    for file in &files {
        let path = stage.folder.join(&file.served_as);
        fs::write(&path, &file.bytes).map_err(Failure::at(&path))?;
    }
    if !index.contains(PLACE) {
        return Err(Failure::new(format!("index.html has no {PLACE}.")));
    }
    Ok(index.replace(PLACE, &hash))
}

/// A script as wasm-bindgen left it. Trunk makes a smaller one of it, which is another one each time: its minifier declares
/// names in the order of a table of hashes.
fn bound(stage: &Stage, script: &str) -> Result<Vec<u8>, Failure> {
    let path = stage
        .target()
        .join("wasm-bindgen")
        .join(stage.profile())
        .join(script);
    fs::read(&path).map_err(Failure::at(&path))
}

/// The script that starts the worker comes first; it names the other two.
fn name_in_loader(files: &mut [File]) {
    let Some((loader, others)) = files.split_first_mut() else {
        return;
    };
    let mut text = String::from_utf8_lossy(&loader.bytes).into_owned();
    for file in others {
        text = text.replace(&file.name, &file.served_as);
    }
    loader.bytes = text.into_bytes();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_names_the_files_as_they_are_served() {
        let file = |name: &str, served_as: &str, text: &str| File {
            name: name.into(),
            served_as: served_as.into(),
            bytes: text.into(),
        };
        let mut files = [
            file(
                "w_loader.js",
                "",
                r#"importScripts("./w.js");wasm_bindgen("./w_bg.wasm");"#,
            ),
            file("w.js", "w-01.js", ""),
            file("w_bg.wasm", "w_bg-01.wasm", ""),
        ];
        name_in_loader(&mut files);
        assert_eq!(
            files[0].bytes,
            br#"importScripts("./w-01.js");wasm_bindgen("./w_bg-01.wasm");"#
        );
    }
}
