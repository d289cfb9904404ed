//! The page itself: its parts in Trunk's folder, their names in `index.html`.

use std::fs;

use crate::Stage;
use crate::failure::Failure;
use crate::parts::{LINKS, PAGE, Parts};

/// Puts the parts where Trunk's own script and module were, in the folder and in the text of `index.html`, which it gives.
pub(crate) fn put_in_place(stage: &Stage, parts: &Parts) -> Result<String, Failure> {
    let mut replaced = Vec::new();
    for entry in fs::read_dir(&stage.folder).map_err(Failure::at(&stage.folder))? {
        let path = entry.map_err(Failure::at(&stage.folder))?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name.starts_with(PAGE) {
            fs::remove_file(&path).map_err(Failure::at(&path))?;
            replaced.push(name);
        }
    }
    for file in &parts.files {
        let path = stage.folder.join(&file.served_as);
        fs::write(&path, &file.bytes).map_err(Failure::at(&path))?;
    }
    let index = stage.folder.join("index.html");
    let html = fs::read_to_string(&index).map_err(Failure::at(&index))?;
    let mut html = html;
    for name in &replaced {
        let served_as = if name.ends_with(".wasm") {
            parts.module()?
        } else {
            parts.script()?
        };
        html = html.replace(name.as_str(), served_as);
    }
    Ok(html.replace(LINKS, parts.links()?))
}
