//! A small bar of what is listed, against what was announced.

use yew::prelude::*;

use crate::query::Bullet;

/// The bar. It is decoration: the words beside it say the same.
///
/// Lengths are attributes of the picture, since a strict Content-Security-Policy forbids style attributes, and
/// its marks are shapes, since paper shows no backgrounds. All of them are lines, whose thickness is in the
/// style sheet: one without length is not drawn, and the hatching is a dashed one.
pub(super) fn bullet(bullet: Bullet) -> Html {
    let Bullet {
        filled,
        hatched,
        announced,
    } = bullet;
    let lines = [
        ("edge", 0.0, announced, ["6"; 2]),
        ("announced", 0.0, announced, ["6"; 2]),
        ("filled", 0.0, filled, ["6"; 2]),
        ("hatched", filled, filled + hatched, ["6"; 2]),
        ("mark", announced, announced, ["0", "12"]),
    ];
    let percent = |share: f64| format!("{:.2}%", share * 100.0);
    html! {
        <svg class="bullet" aria-hidden="true" focusable="false">
            { for lines.map(|(class, from, to, [top, bottom])| html! {
                <line {class} x1={percent(from)} x2={percent(to)} y1={top} y2={bottom} />
            }) }
        </svg>
    }
}
