//! Where a project stands: provinces and cities by either name, with or without 省 and 市, in one cell or in several.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::super::folding;
use crate::data::Columns;
use crate::data::place::Place;

/// Provinces and the cities below them, in both languages.
const PLACES: &str = include_str!(concat!(env!("OUT_DIR"), "/places"));

/// What the cells of a row say of its place; empty where they do not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(in super::super) struct Written<'a> {
    pub(in super::super) province: &'a str,
    pub(in super::super) province_en: &'a str,
    pub(in super::super) city: &'a str,
    pub(in super::super) city_en: &'a str,
    pub(in super::super) zone: &'a str,
    /// Province, city and zone in one cell.
    pub(in super::super) whole: &'a str,
}

/// Every province and city that is known.
#[derive(Debug)]
pub(in super::super) struct Places {
    provinces: FxHashMap<String, Province>,
    cities: FxHashMap<String, City>,
}

type Province = (&'static str, &'static str);

#[derive(Clone, Copy, Debug)]
struct City {
    names: (&'static str, &'static str),
    province: Province,
}

impl Places {
    /// Every name, indexed when the first is looked up.
    pub(in super::super) fn shared() -> &'static Self {
        static SHARED: LazyLock<Places> = LazyLock::new(Places::new);
        &SHARED
    }

    fn new() -> Self {
        let mut places = Self {
            provinces: FxHashMap::default(),
            cities: FxHashMap::default(),
        };
        let columns = ["province_zh", "province_en", "city_zh", "city_en"];
        let rows = Columns::new(PLACES).rows(&columns);
        for row in rows.into_iter().flatten() {
            let province = (row[0], row[1]);
            let city = City {
                names: (row[2], row[3]),
                province,
            };
            for name in [province.0, short(province.0), province.1] {
                places.provinces.insert(folding::letters(name), province);
            }
            for name in [city.names.0, short(city.names.0), city.names.1] {
                // Of two cities of one spelling the first in the list has it alone.
                places.cities.entry(folding::letters(name)).or_insert(city);
            }
        }
        places
    }

    /// The place, with the names of the list where it has them; what it does not know stays as it is written.
    pub(in super::super) fn read<'a>(&self, written: &Written<'a>) -> Place<'a> {
        let mut place = Place {
            zone_zh: written.zone,
            ..Place::default()
        };
        let mut province = written.province;
        let mut city = written.city;
        if !written.whole.is_empty() {
            let (own_province, own_city, zone) = self.split(written.whole);
            province = if province.is_empty() {
                own_province
            } else {
                province
            };
            city = if city.is_empty() { own_city } else { city };
            if place.zone_zh.is_empty() {
                place.zone_zh = zone;
            }
        }
        if !province.is_empty() || !written.province_en.is_empty() {
            let known = self
                .provinces
                .get(&folding::letters(if province.is_empty() {
                    written.province_en
                } else {
                    province
                }));
            let (zh, en) = known.copied().unwrap_or(either(province));
            (place.province_zh, place.province_en) = (zh, en);
            if !written.province_en.is_empty() {
                place.province_zh = if province.is_empty() { zh } else { province };
                place.province_en = written.province_en;
            }
        }
        if !city.is_empty() || !written.city_en.is_empty() {
            let known = self
                .cities
                .get(&folding::letters(if city.is_empty() {
                    written.city_en
                } else {
                    city
                }))
                // A city of that name in another province is another city.
                .filter(|known| {
                    place.province_en.is_empty() || place.province_en == known.province.1
                });
            let (zh, en) = known.map_or(either(city), |city| city.names);
            (place.city_zh, place.city_en) = (zh, en);
            if !written.city_en.is_empty() {
                place.city_zh = if city.is_empty() { zh } else { city };
                place.city_en = written.city_en;
            }
            if let Some(known) = known
                && place.province_zh.is_empty()
                && place.province_en.is_empty()
            {
                (place.province_zh, place.province_en) = known.province;
            }
        }
        promote(place)
    }

    /// Province, city and the rest of a text such as 山东省济南市高新区.
    fn split<'a>(&self, text: &'a str) -> (&'a str, &'a str, &'a str) {
        let separators = |letter: char| " ,，-—/·、>".contains(letter);
        let (province, rest) = self.prefix(text, |name| self.provinces.contains_key(name));
        let rest = rest.trim_start_matches(separators);
        let (city, rest) = self.prefix(rest, |name| self.cities.contains_key(name));
        let zone = rest.trim_matches(separators);
        // 济南 alone is a city; 北京 and 上海 are both.
        if province.is_empty() && city.is_empty() {
            return ("", "", text);
        }
        (province, city, zone)
    }

    /// The longest start of `text` that `is_known`, and the rest.
    fn prefix<'a>(&self, text: &'a str, is_known: impl Fn(&str) -> bool) -> (&'a str, &'a str) {
        let ends = text
            .char_indices()
            .map(|(at, letter)| at + letter.len_utf8())
            .take(30);
        let found = ends
            .filter(|&end| {
                let ends_a_word = !text[..end]
                    .ends_with(|letter: char| letter.is_ascii_alphabetic())
                    || !text[end..].starts_with(|letter: char| letter.is_ascii_alphabetic());
                ends_a_word && is_known(&folding::letters(&text[..end]))
            })
            .last();
        found.map_or(("", text), |end| text.split_at(end))
    }
}

/// A level below one that is not stated would be lost: it takes the place of the one above.
fn promote(place: Place<'_>) -> Place<'_> {
    let Place {
        province_zh,
        province_en,
        city_zh,
        city_en,
        zone_zh,
    } = place;
    match (
        province_zh.is_empty() && province_en.is_empty(),
        city_zh.is_empty() && city_en.is_empty(),
        zone_zh.is_empty(),
    ) {
        (true, true, false) => Place {
            province_zh: zone_zh,
            ..Place::default()
        },
        (true, false, _) => Place {
            province_zh: city_zh,
            province_en: city_en,
            city_zh: zone_zh,
            ..Place::default()
        },
        (false, true, false) => Place {
            city_zh: zone_zh,
            zone_zh: "",
            ..place
        },
        _ => place,
    }
}

/// A name that no list has, in the language that it is written in.
fn either(name: &str) -> (&str, &str) {
    if name.is_ascii() {
        ("", name)
    } else {
        (name, "")
    }
}

/// The name without the word for its kind.
fn short(name: &str) -> &str {
    [
        "壮族自治区",
        "回族自治区",
        "维吾尔自治区",
        "自治区",
        "省",
        "市",
        "地区",
        "盟",
        "州",
        "县",
    ]
    .iter()
    .find_map(|kind| name.strip_suffix(kind))
    .filter(|short| short.chars().count() > 1)
    .unwrap_or(name)
}
