//! A chart's frame as the markup that another page takes in.

/// Markup for an element that shows `address`, so high in CSS pixels and as wide as there is room.
#[must_use]
pub fn embed_code(address: &str, title: &str, height_px: f64) -> String {
    format!(
        r#"<iframe src="{}" title="{}" width="100%" height="{height_px:.0}" style="border:0" loading="lazy"></iframe>"#,
        escaped(address),
        escaped(title),
    )
}

/// Text within an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
