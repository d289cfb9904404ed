//! Which sections of the filter panel the reader left open.

use crate::data::{CategoryField, Field};

/// The sections that are open: a bit per field, in the order of [`Field::ALL`], that says whether it is against how
/// the page opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenSections(u16);

impl OpenSections {
    const fn bit(field: Field) -> u16 {
        1 << field.index()
    }

    /// Whether the section of `field` is open. At first those are that most readers ask for.
    #[must_use]
    pub const fn contains(self, field: Field) -> bool {
        let at_first = match field {
            Field::Category(field) => matches!(
                field,
                CategoryField::Country | CategoryField::Industry | CategoryField::Place
            ),
            Field::Period | Field::Amount | Field::Search => true,
        };
        at_first != (self.0 & Self::bit(field) != 0)
    }

    /// With the section of `field` opened or folded, against how it is.
    #[must_use]
    pub const fn flipped(self, field: Field) -> Self {
        Self(self.0 ^ Self::bit(field))
    }

    /// The keys of the sections that are not as the page opens, separated by commas.
    #[must_use]
    pub fn keys(self) -> String {
        let keys: Vec<&str> = Field::ALL
            .into_iter()
            .filter(|&field| self.0 & Self::bit(field) != 0)
            .map(Field::key)
            .collect();
        keys.join(",")
    }

    /// Reads what [`OpenSections::keys`] wrote. A section that is no more needs no word to the reader.
    #[must_use]
    pub fn recognise(keys: &str) -> Self {
        let named = |field: &Field| keys.split(',').any(|key| key == field.key());
        Field::ALL
            .into_iter()
            .filter(named)
            .fold(Self::default(), Self::flipped)
    }
}
