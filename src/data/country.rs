//! Reference list of countries and regions.

use std::sync::LazyLock;

use super::category::Step;
use super::columns::Columns;
use crate::i18n::Bilingual;

/// A country or region of ISO 3166-1.
///
/// Hong Kong, Macao and Taiwan are named as Chinese official statistics name them.
#[derive(Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub alpha2: String,
    /// ISO 3166-1 alpha-3; the key in addresses.
    pub alpha3: String,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// The part of the world it is listed under.
    pub region: Region,
    /// Where it stands in the list.
    pub(super) position: usize,
}

/// A part of the world, above its countries and regions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Region {
    /// East Asia.
    EastAsia,
    /// South-East Asia.
    SouthEastAsia,
    /// South and Central Asia.
    SouthCentralAsia,
    /// Western Asia and North Africa.
    MiddleEast,
    /// Europe.
    Europe,
    /// North America.
    NorthAmerica,
    /// Latin America and the Caribbean.
    LatinAmerica,
    /// Africa south of the Sahara.
    Africa,
    /// Oceania.
    Oceania,
}

static COUNTRIES: LazyLock<Vec<Country>> =
    LazyLock::new(|| read(include_str!(concat!(env!("OUT_DIR"), "/countries"))));

/// Every country and region of the reference list.
#[must_use]
pub fn countries() -> &'static [Country] {
    &COUNTRIES
}

/// The country or region with this ISO 3166-1 alpha-2 code.
#[must_use]
pub fn by_alpha2(code: &str) -> Option<&'static Country> {
    countries().iter().find(|country| country.alpha2 == code)
}

impl Country {
    /// The region, then the country.
    pub(super) fn path(&'static self) -> [Step<'static>; 2] {
        [
            self.region.step(),
            Step::new(&self.alpha3, &self.name_zh, &self.name_en),
        ]
    }
}

impl Region {
    /// Every region.
    pub const ALL: [Self; 9] = [
        Self::EastAsia,
        Self::SouthEastAsia,
        Self::SouthCentralAsia,
        Self::MiddleEast,
        Self::Europe,
        Self::NorthAmerica,
        Self::LatinAmerica,
        Self::Africa,
        Self::Oceania,
    ];

    /// The key in the reference list and in addresses.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::EastAsia => "east-asia",
            Self::SouthEastAsia => "south-east-asia",
            Self::SouthCentralAsia => "south-central-asia",
            Self::MiddleEast => "middle-east",
            Self::Europe => "europe",
            Self::NorthAmerica => "north-america",
            Self::LatinAmerica => "latin-america",
            Self::Africa => "africa",
            Self::Oceania => "oceania",
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
            Self::EastAsia => ("东亚", "East Asia"),
            Self::SouthEastAsia => ("东南亚", "South-East Asia"),
            Self::SouthCentralAsia => ("南亚和中亚", "South and Central Asia"),
            Self::MiddleEast => ("西亚北非", "Western Asia and North Africa"),
            Self::Europe => ("欧洲", "Europe"),
            Self::NorthAmerica => ("北美", "North America"),
            Self::LatinAmerica => ("拉美", "Latin America"),
            Self::Africa => ("撒哈拉以南非洲", "Sub-Saharan Africa"),
            Self::Oceania => ("大洋洲", "Oceania"),
        }
    }

    fn step(self) -> Step<'static> {
        let (zh, en) = self.names();
        Step::new(self.key(), zh, en)
    }
}

/// Reads the compiled-in list, whose form a test proves.
fn read(list: &str) -> Vec<Country> {
    let rows = Columns::new(list).rows(&["alpha2", "alpha3", "name_zh", "name_en", "region"]);
    let countries = rows.into_iter().flatten().enumerate();
    countries
        .filter_map(|(position, values)| {
            let [alpha2, alpha3, name_zh, name_en, region_key] = values[..] else {
                return None;
            };
            Some(Country {
                alpha2: alpha2.into(),
                alpha3: alpha3.into(),
                name_zh: name_zh.into(),
                name_en: name_en.into(),
                region: Region::ALL
                    .into_iter()
                    .find(|region| region.key() == region_key)?,
                position,
            })
        })
        .collect()
}
