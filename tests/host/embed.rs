//! A chart in a frame of another page.

use inward::chart::ChartKind;
use inward::i18n::Locale;
use inward::io::embed_code::embed_code;
use inward::state::address::{AddressIssue, decode, encode};
use inward::state::{Embed, Preferences, ThemeChoice};

#[test]
fn a_frame_is_a_view_with_its_chart_and_its_looks() {
    for kind in ChartKind::ALL {
        let query = format!("embed={}&country=DEU&v=1", kind.key());
        let (view, issues) = decode(&query);
        assert_eq!(issues, []);
        assert_eq!(view.embed.map(|embed| embed.chart), Some(kind));
        assert_eq!(encode(&view), query);
    }
    // Wherever they stand in the address.
    let (view, issues) = decode("theme=dark&lang=en&measure=amount&embed=flow");
    assert_eq!(issues, []);
    let embed = Embed {
        chart: ChartKind::Flow,
        locale: Some(Locale::En),
        theme: Some(ThemeChoice::Dark),
    };
    assert_eq!(view.embed, Some(embed));
    assert_eq!(
        encode(&view),
        "embed=flow&lang=en&theme=dark&measure=amount&v=1"
    );
}

#[test]
fn looks_that_cannot_be_read_are_reported() {
    let unreadable = |key: &str, value: &str| AddressIssue::UnreadableValue {
        key: key.into(),
        value: value.into(),
    };
    for (query, issue) in [
        ("embed=pie", unreadable("embed", "pie")),
        ("embed=flow&lang=tlh", unreadable("lang", "tlh")),
        ("embed=flow&theme=pink", unreadable("theme", "pink")),
        // On the page itself the reader prefers, not the address.
        ("lang=en", AddressIssue::UnknownKey("lang".into())),
        ("theme=dark", AddressIssue::UnknownKey("theme".into())),
    ] {
        assert_eq!(decode(query).1, [issue], "{query}");
    }
}

#[test]
fn a_frame_looks_as_it_is_asked_to_and_else_as_the_device() {
    let device = Preferences {
        locale: Locale::Zh,
        theme: ThemeChoice::System,
        ..Preferences::default()
    };
    let looks = |query: &str| {
        let embed = decode(query).0.embed.unwrap();
        let Preferences { locale, theme, .. } = embed.preferences(device);
        (locale, theme)
    };
    assert_eq!(looks("embed=amounts"), (Locale::Zh, ThemeChoice::System));
    assert_eq!(
        looks("embed=amounts&lang=en-GB&theme=light"),
        (Locale::En, ThemeChoice::Light)
    );
}

#[test]
fn the_way_from_a_frame_to_the_page_keeps_filters_and_leaves_the_frame() {
    let page = "country=DEU&currency=USD&measure=amount&v=1";
    let (on_page, _) = decode(&format!("{page}&chart=flow&sort=amount-asc&project=P001"));
    let embed = Embed {
        chart: ChartKind::Amounts,
        locale: None,
        theme: None,
    };
    let framed = on_page.framed(embed);
    assert_eq!(encode(&framed), format!("embed=amounts&{page}"));
    assert_eq!(encode(&framed.unframed()), page);
}

#[test]
fn the_markup_of_a_frame_holds_any_address_and_title() {
    assert_eq!(
        embed_code(
            "https://example.org/a/?embed=flow&q=%22",
            "\"A\" & <b>B</b>",
            461.6
        ),
        "<iframe src=\"https://example.org/a/?embed=flow&amp;q=%22\" \
         title=\"&quot;A&quot; &amp; &lt;b&gt;B&lt;/b&gt;\" \
         width=\"100%\" height=\"462\" style=\"border:0\" loading=\"lazy\"></iframe>"
    );
}
