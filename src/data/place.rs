//! Where a project stands: province, city, zone.

use super::category::Step;

/// A host as the source states it; parts that it does not state are empty.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place<'a> {
    /// Province, municipality or autonomous region, in Chinese.
    pub province_zh: &'a str,
    /// The same in English.
    pub province_en: &'a str,
    /// City, in Chinese.
    pub city_zh: &'a str,
    /// The same in English.
    pub city_en: &'a str,
    /// Zone, district or park, in Chinese only.
    pub zone_zh: &'a str,
}

impl<'a> Place<'a> {
    /// All that is stated, so that two places can be told apart without a path for each row.
    pub(super) fn write_parts(&self, parts: &mut Vec<u8>) {
        for part in [
            self.province_zh,
            self.province_en,
            self.city_zh,
            self.city_en,
            self.zone_zh,
        ] {
            inward_kernel::append(parts, part.as_bytes());
            // No text holds this byte.
            parts.push(0xFF);
        }
    }

    /// The steps from the province down to what is stated.
    #[must_use]
    pub(super) fn path(&self) -> Vec<Step<'a>> {
        let levels = [
            (self.province_zh, self.province_en),
            (self.city_zh, self.city_en),
            (self.zone_zh, ""),
        ];
        let mut path: Vec<Step<'a>> = Vec::new();
        for (zh, en) in levels {
            if zh.is_empty() && en.is_empty() {
                break;
            }
            let own_key = slug(if en.is_empty() { zh } else { en });
            let key = match path.last() {
                Some(above) => format!("{}/{own_key}", above.key),
                None => own_key,
            };
            path.push(Step {
                key: key.into(),
                zh,
                en,
            });
        }
        path
    }
}

/// The key that a name makes: lower case, one hyphen for anything that is neither letter nor digit. Chinese stays as it is.
#[must_use]
pub fn slug(name: &str) -> String {
    let words: Vec<&str> = name
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join("-").to_lowercase()
}
