//! Colours that people can tell apart: contrast, colour-vision deficiencies, ramps.

use inward::chart::{Color, Mark, Point, Scene, Shape, Theme};
use palette::color_difference::Ciede2000;
use palette::{FromColor, Lab, LinSrgb, Srgb};

/// How a person with a deficiency sees a colour, as a matrix on linear RGB; severity 1.0.
///
/// Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
/// Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009, table 1.
const DEFICIENCIES: [(&str, [[f32; 3]; 3]); 4] = [
    ("none", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// The least difference (CIEDE2000) at which two areas that do not touch are told apart with ease.
const TOLD_APART: f32 = 15.0;

fn seen(color: Color, matrix: &[[f32; 3]; 3]) -> Lab {
    let linear: LinSrgb = Srgb::new(color.red, color.green, color.blue)
        .into_format::<f32>()
        .into_linear();
    let part = |row: &[f32; 3]| {
        (row[0] * linear.red + row[1] * linear.green + row[2] * linear.blue).clamp(0.0, 1.0)
    };
    Lab::from_color(LinSrgb::new(
        part(&matrix[0]),
        part(&matrix[1]),
        part(&matrix[2]),
    ))
}

/// Every text can be read on the last rectangle that was drawn below it.
pub(crate) fn check_contrast(scene: &Scene, theme: &Theme, case: &str) {
    let fill = |marks: &[Mark], point: Point| {
        let is_below =
            |mark: &&Mark| matches!(&mark.shape, Shape::Rect(rect) if rect.contains(point));
        let below = marks.iter().rev().find(is_below);
        below.map_or(theme.background, |mark| mark.color)
    };
    for (position, mark) in scene.marks.iter().enumerate() {
        if let Shape::Text { text, at, .. } = &mark.shape {
            let found = contrast(mark.color, fill(&scene.marks[..position], *at));
            assert!(found >= 4.5, "{case}: {text:?} has {found:.2}");
        }
    }
}

/// The contrast ratio of WCAG 2.2, <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>:
/// (L1 + 0.05) / (L2 + 0.05), with L1 the relative luminance of the lighter colour and L2 that of the darker.
pub(crate) fn contrast(one: Color, other: Color) -> f32 {
    use palette::color_difference::Wcag21RelativeContrast;
    let srgb = |color: Color| Srgb::new(color.red, color.green, color.blue).into_format::<f32>();
    srgb(one).relative_contrast(srgb(other))
}

fn themes() -> [(&'static str, Theme); 2] {
    [("light", Theme::light()), ("dark", Theme::dark())]
}

#[test]
fn colours_stand_out_from_the_background() {
    for (name, theme) in themes() {
        for text in [theme.ink, theme.muted_ink, theme.accent] {
            assert!(contrast(text, theme.background) >= 4.5, "{name}: {text:?}");
        }
        let marks = [theme.neutral, theme.hatch, theme.focus, theme.outline];
        for mark in theme.sectors.into_iter().chain(marks) {
            assert!(contrast(mark, theme.background) >= 3.0, "{name}: {mark:?}");
        }
    }
}

#[test]
fn sectors_are_told_apart_under_every_common_deficiency() {
    for (name, theme) in themes() {
        let colors: Vec<Color> = theme.sectors.into_iter().chain([theme.neutral]).collect();
        for (deficiency, matrix) in &DEFICIENCIES {
            for (position, &one) in colors.iter().enumerate() {
                for &other in &colors[position + 1..] {
                    let difference = seen(one, matrix).difference(seen(other, matrix));
                    assert!(
                        difference >= TOLD_APART,
                        "{name}, {deficiency}: {one:?} and {other:?} differ by {difference:.1}"
                    );
                }
            }
        }
    }
}

#[test]
fn what_matches_stands_out_from_the_whole_behind_it() {
    for (name, theme) in themes() {
        for color in theme.sectors.into_iter().chain([theme.accent]) {
            for (deficiency, matrix) in &DEFICIENCIES {
                let difference = seen(color, matrix).difference(seen(theme.whole, matrix));
                assert!(
                    difference >= TOLD_APART,
                    "{name}, {deficiency}: {difference:.1}"
                );
            }
        }
    }
}
