//! The facts about a project that a reader can filter by.

/// A fact whose values form a list or a tree: a pick chooses some of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CategoryField {
    /// Region, then country or region of the first partner.
    Country,
    /// Sector, then industry.
    Industry,
    /// Province, then city, then zone in which the project stands.
    Place,
    /// The event at which the project was signed.
    Event,
    /// Investment, trade, technology, cooperation, …
    Mode,
    /// Signed, under construction, operating, unknown.
    Stage,
    /// Whether the project counts in a sum of amounts.
    Disclosure,
    /// Whether the source states the country or it is the company's seat.
    CountryBasis,
}

impl CategoryField {
    /// Every category field, in the order of the filter panel.
    pub const ALL: [Self; 8] = [
        Self::Country,
        Self::Industry,
        Self::Place,
        Self::Event,
        Self::Mode,
        Self::Stage,
        Self::Disclosure,
        Self::CountryBasis,
    ];

    /// The position in [`CategoryField::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The field's name in addresses and in the page's own markup.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Industry => "industry",
            Self::Place => "place",
            Self::Event => "event",
            Self::Mode => "mode",
            Self::Stage => "stage",
            Self::Disclosure => "disclosure",
            Self::CountryBasis => "basis",
        }
    }
}

/// A fact that a filter can stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// A list or tree of values.
    Category(CategoryField),
    /// The signing date.
    Period,
    /// The amount, in the currency that is shown.
    Amount,
    /// Text in name, partner, place and note.
    Search,
}

impl Field {
    /// Every field, category fields first.
    pub const ALL: [Self; 11] = [
        Self::Category(CategoryField::Country),
        Self::Category(CategoryField::Industry),
        Self::Category(CategoryField::Place),
        Self::Category(CategoryField::Event),
        Self::Category(CategoryField::Mode),
        Self::Category(CategoryField::Stage),
        Self::Category(CategoryField::Disclosure),
        Self::Category(CategoryField::CountryBasis),
        Self::Period,
        Self::Amount,
        Self::Search,
    ];

    /// The position in [`Field::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        match self {
            Self::Category(field) => field.index(),
            Self::Period => CategoryField::ALL.len(),
            Self::Amount => CategoryField::ALL.len() + 1,
            Self::Search => CategoryField::ALL.len() + 2,
        }
    }

    /// The field's name in what is stored and in the page's own markup.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Category(field) => field.key(),
            Self::Period => "period",
            Self::Amount => "amount",
            Self::Search => "search",
        }
    }
}
