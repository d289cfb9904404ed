//! The pages about the data, made of the texts in `docs/reading/`, one for each language.

use std::fs;

use pulldown_cmark::{Options, Parser, html};

use crate::Stage;
use crate::failure::Failure;
use crate::hash;

/// A language's text and what stands around it.
struct Language {
    /// As in the name of the file and in `lang`.
    tag: &'static str,
    /// Leads back to the page.
    back: &'static str,
    /// The other language: its tag and its own name.
    other: (&'static str, &'static str),
}

const LANGUAGES: [Language; 2] = [
    Language {
        tag: "zh-CN",
        back: "返回招商图谱",
        other: ("en", "English"),
    },
    Language {
        tag: "en",
        back: "Back to Inward",
        other: ("zh-CN", "中文"),
    },
];

/// Writes the pages beside `index.html`, whose policy and style sheet they share.
pub(crate) fn write(stage: &Stage, index: &str, page_style: &str) -> Result<(), Failure> {
    let style = stage.project.join("assets/style/about.css");
    let rules = fs::read(&style).map_err(Failure::at(&style))?;
    let own_style = format!("about-{}.css", hash::short(&rules));
    let path = stage.folder.join(&own_style);
    fs::write(&path, &rules).map_err(Failure::at(&path))?;
    let styles = [page_style, &own_style];
    let policy = policy_of(index)?;
    for language in &LANGUAGES {
        let text = stage
            .project
            .join("docs/reading")
            .join(format!("{}.md", language.tag));
        let text = fs::read_to_string(&text).map_err(Failure::at(&text))?;
        let path = stage.folder.join(format!("about-{}.html", language.tag));
        fs::write(&path, page(language, &text, policy, &styles)).map_err(Failure::at(&path))?;
    }
    Ok(())
}

fn page(language: &Language, text: &str, policy: &str, styles: &[&str]) -> String {
    let mut content = String::new();
    html::push_html(&mut content, Parser::new_ext(text, Options::ENABLE_TABLES));
    // A wide table is walked sideways without the page, and by keyboard too.
    let content = content
        .replace("<table>", "<div class=\"wide\" tabindex=\"0\"><table>")
        .replace("</table>", "</table></div>");
    let title = text
        .lines()
        .next()
        .unwrap_or_default()
        .trim_start_matches("# ");
    let links: String = styles
        .iter()
        .map(|name| format!("<link rel=\"stylesheet\" href=\"{name}\">\n"))
        .collect();
    let Language { tag, back, other } = language;
    let (other_tag, other_name) = other;
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title} · Inward 招商图谱</title>\n\
         <link rel=\"icon\" type=\"image/png\" href=\"icon-192.png\">\n{links}\
         <main class=\"about\">\n<nav><a href=\"./\">{back}</a> \
         <a href=\"about-{other_tag}.html\" lang=\"{other_tag}\">{other_name}</a></nav>\n{content}</main>\n</html>\n"
    )
}

/// The Content-Security-Policy in the page.
fn policy_of(index: &str) -> Result<&str, Failure> {
    index
        .split_once("default-src")
        .and_then(|(before, _)| index[before.len()..].split_once('"'))
        .map(|(policy, _)| policy)
        .ok_or_else(|| Failure::new("index.html has no Content-Security-Policy."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_the_text_the_policy_and_the_other_language() {
        let page = page(
            &LANGUAGES[1],
            "# About\n\nA **word**.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n",
            "default-src 'none'",
            &["a.css"],
        );
        for part in [
            "<title>About · Inward 招商图谱</title>",
            "content=\"default-src 'none'\"",
            "<strong>word</strong>",
            "<div class=\"wide\" tabindex=\"0\"><table>",
            "href=\"about-zh-CN.html\" lang=\"zh-CN\"",
            "href=\"a.css\"",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
    }

    #[test]
    fn the_policy_is_found_in_a_small_page() {
        let index = "<meta content=\"default-src 'none'; base-uri 'none'\" http-equiv=x><link href=./a.css>";
        assert_eq!(policy_of(index), Ok("default-src 'none'; base-uri 'none'"));
        assert!(policy_of("<meta>").is_err());
    }
}
