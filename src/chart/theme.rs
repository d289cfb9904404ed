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
    /// Little to much, from faint to strong.
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
                hex(0xd7_5a_00),
                hex(0x2c_a4_78),
                hex(0x7f_1f_50),
            ],
            sequential: [
                hex(0xc3_da_f3),
                hex(0x93_bd_e8),
                hex(0x61_99_d8),
                hex(0x3a_78_c0),
                hex(0x1f_5a_9f),
                hex(0x0f_3b_70),
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
            neutral: hex(0x6a_67_80),
            hatch: hex(0xa3_ad_ba),
            outline: hex(0xe6_ea_f0),
            focus: hex(0x6a_a6_f8),
            brush: faint(0x6a_a6_f8, 0.16),
            sectors: [
                hex(0x85_a3_ff),
                hex(0xf1_dc_48),
                hex(0x1f_88_62),
                hex(0xe7_8b_a5),
            ],
            sequential: [
                hex(0x1e_3a_5f),
                hex(0x27_54_8b),
                hex(0x34_72_b8),
                hex(0x52_92_de),
                hex(0x86_b7_f5),
                hex(0xc4_dd_ff),
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
        let mix = |own: u8, background: u8| {
            (f64::from(own) * 0.5 + f64::from(background) * 0.5).round() as u8
        };
        Color {
            red: mix(color.red, self.background.red),
            green: mix(color.green, self.background.green),
            blue: mix(color.blue, self.background.blue),
            opacity: color.opacity,
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
