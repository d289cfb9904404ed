//! The style sheets: written one for each area of the page, served as one.
//!
//! Eleven small files cost a first visit eleven requests, and compress worse each for itself than together.

use std::fs;

use crate::Stage;
use crate::failure::Failure;
use crate::hash;

/// Joins the sheets that `index` links, in their order, and gives the page with a link to the whole, and its name.
pub(crate) fn join(stage: &Stage, index: &str) -> Result<(String, String), Failure> {
    let mut page = String::with_capacity(index.len());
    let mut sheet = String::new();
    for (position, part) in index.split('<').enumerate() {
        let (element, after) = part.split_once('>').unwrap_or((part, ""));
        match name_of_sheet(element) {
            Some(name) => {
                let path = stage.folder.join(name);
                sheet += &fs::read_to_string(&path).map_err(Failure::at(&path))?;
                fs::remove_file(&path).map_err(Failure::at(&path))?;
                page += after;
            }
            None => {
                page += if position == 0 { "" } else { "<" };
                page += part;
            }
        }
    }
    let name = format!("page-{}.css", hash::short(sheet.as_bytes()));
    let path = stage.folder.join(&name);
    let integrity = hash::integrity(sheet.as_bytes());
    fs::write(&path, sheet).map_err(Failure::at(&path))?;
    let link = format!("<link rel=\"stylesheet\" href=\"./{name}\" integrity=\"{integrity}\">");
    let (head, body) = page
        .split_once("</head>")
        .ok_or_else(|| Failure::new("index.html has no end of its head."))?;
    Ok((format!("{head}{link}</head>{body}"), name))
}

/// The file that an element links as a style sheet.
fn name_of_sheet(element: &str) -> Option<&str> {
    let is_sheet = element.starts_with("link ")
        && ["rel=stylesheet", "rel=\"stylesheet\""]
            .iter()
            .any(|rel| element.contains(rel));
    let (_, address) = element.split_once("href=").filter(|_| is_sheet)?;
    let address = address.trim_start_matches('"');
    let end = address.find(['"', ' ']).unwrap_or(address.len());
    Some(address[..end].trim_start_matches("./"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_told_from_other_links() {
        for (element, name) in [
            (
                "link href=./a-1.css integrity=x rel=stylesheet",
                Some("a-1.css"),
            ),
            (
                "link rel=\"stylesheet\" href=\"./a-1.css\"",
                Some("a-1.css"),
            ),
            ("link href=./icon.png rel=icon", None),
            ("a href=a.css", None),
        ] {
            assert_eq!(name_of_sheet(element), name, "{element}");
        }
    }

    #[test]
    fn sheets_are_joined_in_their_order() {
        let folder = std::env::temp_dir().join(format!("inward-styles-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder for the test");
        fs::write(folder.join("a.css"), "a{}").expect("a sheet");
        fs::write(folder.join("b.css"), "b{}").expect("a sheet");
        let stage = Stage {
            folder: folder.clone(),
            project: folder.clone(),
            release: true,
        };
        let index = "<head><link rel=stylesheet href=b.css><link href=i.png rel=icon><link rel=stylesheet href=a.css></head><body>";
        let (page, name) = join(&stage, index).expect("both sheets are there");
        let sheet = fs::read_to_string(folder.join(&name)).expect("the whole");
        let left = fs::read_dir(&folder).expect("the folder").count();
        fs::remove_dir_all(&folder).expect("the folder of the test");
        assert_eq!((&*sheet, left), ("b{}a{}", 1));
        assert!(page.starts_with(
            "<head><link href=i.png rel=icon><link rel=\"stylesheet\" href=\"./page-"
        ));
        assert!(page.ends_with("></head><body>"));
    }
}
