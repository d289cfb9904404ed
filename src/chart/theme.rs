//! Colours and sizes, light and dark.
//!
//! The only place that knows a colour. Marks stand out from the background by
//! 3:1, text by 4.5:1; the four sectors stay apart under the three common
//! colour-vision deficiencies, and no meaning rests on colour alone. The pale
//! shape of the whole is a backdrop and deliberately fainter.

use super::scene::Color;
use crate::data::industry::Sector;

/// The font that canvas and SVG name: what the reader's system has, Chinese included.
pub const FONT_FAMILY: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/// Font size of labels and values, in CSS pixels.
pub const LABEL_SIZE: f64 = 13.0;

/// Font size of ticks, legends and notes, in CSS pixels.
pub const NOTE_SIZE: f64 = 12.0;

/// Every colour of the charts.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Behind everything.
    pub background: Color,
    /// Text.
    pub ink: Color,
    /// Text of less weight.
    pub muted_ink: Color,
    /// Grid lines.
    pub grid: Color,
    /// The line on which bars stand.
    pub baseline: Color,
    /// The shape of the whole behind the selection.
    pub whole: Color,
    /// Marks without a meaning of their own colour, picks, the brush.
    pub accent: Color,
    /// Marks of what has no name.
    pub neutral: Color,
    /// What is undisclosed.
    pub hatch: Color,
    /// Around what has the pointer.
    pub outline: Color,
    /// Around what has the focus.
    pub focus: Color,
    /// The stretch that is brushed.
    pub brush: Color,
    /// Sectors, in the order of [`Sector::ALL`].
    pub sectors: [Color; Sector::ALL.len()],
    /// From little to much, one hue: away from the background step by step.
    pub sequential: [Color; 6],
}

impl Theme {
    /// Dark on white.
    #[must_use]
    pub const fn light() -> Self {
        Self {
            background: hex(0xff_ff_ff),
            ink: hex(0x1b_23_30),
            muted_ink: hex(0x5a_64_72),
            grid: hex(0xe8_eb_ef),
            baseline: hex(0xb4_bc_c6),
            whole: hex(0xdd_e3_ea),
            accent: hex(0x1f_5f_a8),
            neutral: hex(0x8c_8c_a6),
            hatch: hex(0x5a_64_72),
            outline: hex(0x1b_23_30),
            focus: hex(0x1f_5f_a8),
            brush: faint(0x1f_5f_a8, 0.12),
            sectors: [
                hex(0x33_5c_c1),
                hex(0xd9_6d_00),
                hex(0x2c_a4_78),
                hex(0x7f_1f_50),
            ],
            sequential: [
                hex(0xd0_e3_fc),
                hex(0xa1_c7_f8),
                hex(0x74_ac_f4),
                hex(0x48_8f_e6),
                hex(0x1f_65_b6),
                hex(0x02_3e_7d),
            ],
        }
    }

    /// Light on near black.
    #[must_use]
    pub const fn dark() -> Self {
        Self {
            background: hex(0x14_18_1f),
            ink: hex(0xe6_ea_f0),
            muted_ink: hex(0xa3_ad_ba),
            grid: hex(0x25_2b_35),
            baseline: hex(0x4a_53_60),
            whole: hex(0x2d_35_41),
            accent: hex(0x6a_a6_f8),
            neutral: hex(0x7b_82_93),
            hatch: hex(0xa3_ad_ba),
            outline: hex(0xe6_ea_f0),
            focus: hex(0x6a_a6_f8),
            brush: faint(0x6a_a6_f8, 0.16),
            sectors: [
                hex(0x7a_a8_f9),
                hex(0xda_cc_51),
                hex(0x1e_94_5e),
                hex(0xec_96_9d),
            ],
            sequential: [
                hex(0x20_38_55),
                hex(0x28_4b_77),
                hex(0x30_60_9c),
                hex(0x4a_86_d1),
                hex(0x78_ae_f2),
                hex(0xba_d7_fc),
            ],
        }
    }

    /// The colour of the sector with this key; neutral for what is no sector.
    #[must_use]
    pub fn sector(&self, key: &str) -> Color {
        Sector::ALL
            .iter()
            .position(|sector| sector.key() == key)
            .map_or(self.neutral, |position| self.sectors[position])
    }

    /// `color` as it looks when it steps back: mixed with the background.
    #[must_use]
    pub fn paler(&self, color: Color) -> Color {
        self.tint(color, 0.5)
    }

    /// So much of `color`, 0 to 1, and the rest of the background.
    #[must_use]
    pub fn tint(&self, color: Color, share: f64) -> Color {
        let mix = |own: u8, background: u8| {
            (f64::from(own) * share + f64::from(background) * (1.0 - share)).round() as u8
        };
        Color {
            red: mix(color.red, self.background.red),
            green: mix(color.green, self.background.green),
            blue: mix(color.blue, self.background.blue),
            opacity: color.opacity,
        }
    }

    /// Ink or background: the one that is easier to read on `fill`.
    #[must_use]
    pub fn text_on(&self, fill: Color) -> Color {
        // The contrast ratio of WCAG 2.2, with squares for its curve.
        let light = |color: Color| {
            let square = |part: u8| (f64::from(part) / 255.0).powi(2);
            0.2126 * square(color.red) + 0.7152 * square(color.green) + 0.0722 * square(color.blue)
        };
        let contrast = |text: Color| {
            let (one, other) = (light(text) + 0.05, light(fill) + 0.05);
            (one / other).max(other / one)
        };
        if contrast(self.ink) >= contrast(self.background) {
            self.ink
        } else {
            self.background
        }
    }
}

const fn hex(rgb: u32) -> Color {
    faint(rgb, 1.0)
}

const fn faint(rgb: u32, opacity: f64) -> Color {
    Color {
        red: (rgb >> 16) as u8,
        green: (rgb >> 8) as u8,
        blue: rgb as u8,
        opacity,
    }
}
