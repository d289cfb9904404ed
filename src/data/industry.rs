//! Reference list of industries.

use std::sync::LazyLock;

use super::category::Step;
use super::columns::Columns;
use crate::i18n::Bilingual;

/// An industry (产业), as the investment bureaus name them.
#[derive(Debug, PartialEq, Eq)]
pub struct Industry {
    /// The key in files and addresses.
    pub key: String,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// The sector above it.
    pub sector: Sector,
    /// Where it stands in the list.
    pub(super) position: usize,
}

/// A sector (门类): sections of GB/T 4754-2017 in four groups, so that colour can tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sector {
    /// Section C.
    Manufacturing,
    /// Sections D and N.
    EnergyEnvironment,
    /// Sections I and M.
    DigitalResearch,
    /// Sections F, G, J, K, L, P, Q and R.
    TradeServices,
}

static INDUSTRIES: LazyLock<Vec<Industry>> =
    LazyLock::new(|| read(include_str!(concat!(env!("OUT_DIR"), "/industries"))));

/// Every industry of the reference list.
#[must_use]
pub fn industries() -> &'static [Industry] {
    &INDUSTRIES
}

/// The industry with this key.
#[must_use]
pub fn by_key(key: &str) -> Option<&'static Industry> {
    industries().iter().find(|industry| industry.key == key)
}

impl Industry {
    /// The sector, then the industry.
    pub(super) fn path(&'static self) -> [Step<'static>; 2] {
        [
            self.sector.step(),
            Step::new(&self.key, &self.name_zh, &self.name_en),
        ]
    }
}

impl Sector {
    /// Every sector, in the order of the palette.
    pub const ALL: [Self; 4] = [
        Self::Manufacturing,
        Self::EnergyEnvironment,
        Self::DigitalResearch,
        Self::TradeServices,
    ];

    /// The key in the reference list and in addresses.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Manufacturing => "manufacturing",
            Self::EnergyEnvironment => "energy-environment",
            Self::DigitalResearch => "digital-research",
            Self::TradeServices => "trade-services",
        }
    }

    /// The name in both languages.
    #[must_use]
    pub fn name(self) -> Bilingual {
        let (zh, en) = self.names();
        Bilingual::new(zh, en)
    }

    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Manufacturing => ("制造业", "Manufacturing"),
            Self::EnergyEnvironment => ("能源环保", "Energy and environment"),
            Self::DigitalResearch => ("数字与科研", "Digital and research"),
            Self::TradeServices => ("商贸服务", "Trade and services"),
        }
    }

    fn step(self) -> Step<'static> {
        let (zh, en) = self.names();
        Step::new(self.key(), zh, en)
    }
}

/// Reads the compiled-in list, whose form a test proves.
fn read(list: &str) -> Vec<Industry> {
    let rows = Columns::new(list).rows(&["key", "name_zh", "name_en", "sector"]);
    let industries = rows.into_iter().flatten().enumerate();
    industries
        .filter_map(|(position, values)| {
            let [key, name_zh, name_en, sector_key] = values[..] else {
                return None;
            };
            Some(Industry {
                key: key.into(),
                name_zh: name_zh.into(),
                name_en: name_en.into(),
                sector: Sector::ALL
                    .into_iter()
                    .find(|sector| sector.key() == sector_key)?,
                position,
            })
        })
        .collect()
}
