//! The short closed lists: mode, stage, disclosure and the basis of the country.

use super::amount::AmountState;
use super::category::Step;
use crate::i18n::Bilingual;

/// A closed list whose values have a key and a name in both languages.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $key:literal, $zh:literal, $en:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)+
        }

        impl $name {
            /// Every value, in the order in which lists show them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The key in files and addresses.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)+
                }
            }

            /// The name in both languages.
            #[must_use]
            pub fn name(self) -> Bilingual {
                match self {
                    $(Self::$variant => Bilingual::new($zh, $en),)+
                }
            }

            /// The value with this key.
            #[must_use]
            pub fn parse(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.key() == key)
            }

            pub(super) fn step(self) -> Step<'static> {
                match self {
                    $(Self::$variant => Step::new($key, $zh, $en),)+
                }
            }
        }
    };
}

vocabulary! {
    /// Kind of cooperation (合作方式).
    Mode {
        /// A plant, a branch, a joint venture, a purchase of shares.
        Investment = "investment", "投资", "Investment";
        /// A contract to supply or to buy.
        Trade = "trade", "贸易", "Trade";
        /// A licence or a transfer of technology.
        Technology = "technology", "技术合作", "Technology";
        /// A framework or memorandum without the other kinds.
        Cooperation = "cooperation", "合作协议", "Cooperation";
        /// A centre of research and development.
        RdCentre = "rd-centre", "研发中心", "R&D centre";
        /// None of these.
        Other = "other", "其他", "Other";
    }
}

vocabulary! {
    /// How far a project has come (进展).
    Stage {
        /// Signed.
        Signed = "signed", "签约", "Signed";
        /// Under construction.
        UnderConstruction = "under-construction", "开工", "Under construction";
        /// Operating.
        Operating = "operating", "投产", "Operating";
        /// Not known.
        Unknown = "unknown", "未知", "Unknown";
    }
}

vocabulary! {
    /// Whether a project counts in a sum of amounts.
    Disclosure {
        /// The amount is stated, and in the currency that is shown.
        Disclosed = "disclosed", "已披露金额", "Amount disclosed";
        /// The amount is stated in a currency or year without a rate.
        Unconverted = "unconverted", "无汇率可折算", "No rate to convert";
        /// No amount is stated.
        Undisclosed = "undisclosed", "未披露金额", "Amount undisclosed";
    }
}

impl Disclosure {
    /// Whether an amount counts.
    pub(super) const fn of(state: AmountState) -> Self {
        match state {
            AmountState::Exact | AmountState::Inexact => Self::Disclosed,
            AmountState::Unconverted => Self::Unconverted,
            AmountState::Undisclosed => Self::Undisclosed,
        }
    }
}

vocabulary! {
    /// On what the partner country rests.
    CountryBasis {
        /// The source states it.
        Stated = "stated", "来源载明", "Stated by the source";
        /// It is the country of the company's headquarters.
        CompanySeat = "company-seat", "按公司总部所在地", "From the company's seat";
    }
}
