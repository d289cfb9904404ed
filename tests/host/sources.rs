//! What a source may link to.

use inward::data::{Source, SourceKind};

fn source(url: &str, kind: SourceKind) -> Source<'_> {
    Source {
        title: "A report",
        url,
        kind,
    }
}

#[test]
fn a_source_links_to_web_pages_only() {
    for url in [
        "http://example.org/a?b=c#d",
        "HTTPS://example.org",
        "https://政府.cn/新闻",
    ] {
        assert_eq!(source(url, SourceKind::Original).link(), Some(url));
    }
    for url in [
        "",
        "example.org",
        "javascript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        "data:text/html,<script>",
        "ftp://example.org",
        "file:///etc/passwd",
        "https://",
        "https:///path",
        "https://example.org/a b",
        " https://example.org",
    ] {
        assert_eq!(source(url, SourceKind::Original).link(), None, "{url}");
    }
}

#[test]
fn a_copy_is_named_by_its_domain_and_not_linked() {
    let copy = source("https://mirror.example.org:8080/a", SourceKind::Copy);
    assert_eq!(copy.link(), None);
    assert_eq!(copy.domain(), "mirror.example.org:8080");
    assert!(
        source("https://example.org", SourceKind::MachineTranslation)
            .link()
            .is_some()
    );
}
