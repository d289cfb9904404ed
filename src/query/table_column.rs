//! Columns of the project table: what they show, and how it is sorted by them.

use crate::data::{CategoryField, CategoryNode, NodeCode, ProjectTable};

/// A column of the project table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TableColumn {
    /// The project's name.
    Name,
    /// The partner as written.
    Partner,
    /// The partner's country or region.
    Country,
    /// The industry.
    Industry,
    /// The city that hosts the project, or the province where no city is stated.
    Place,
    /// The date of signing.
    Signed,
    /// The amount.
    Amount,
    /// The event at which the project was signed.
    Event,
    /// Kind of cooperation.
    Mode,
    /// How far the project has come.
    Stage,
    /// The title of the source.
    Source,
}

impl TableColumn {
    /// Every column, in the order in which they stand.
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::Partner,
        Self::Country,
        Self::Industry,
        Self::Place,
        Self::Signed,
        Self::Amount,
        Self::Event,
        Self::Mode,
        Self::Stage,
        Self::Source,
    ];

    /// The key in addresses and preferences, and in the page's own markup.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Partner => "partner",
            Self::Country => "country",
            Self::Industry => "industry",
            Self::Place => "place",
            Self::Signed => "signed",
            Self::Amount => "amount",
            Self::Event => "event",
            Self::Mode => "mode",
            Self::Stage => "stage",
            Self::Source => "source",
        }
    }

    /// The column with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.key() == key)
    }

    /// The category field that the column shows.
    #[must_use]
    pub const fn category(self) -> Option<CategoryField> {
        match self {
            Self::Country => Some(CategoryField::Country),
            Self::Industry => Some(CategoryField::Industry),
            Self::Place => Some(CategoryField::Place),
            Self::Event => Some(CategoryField::Event),
            Self::Mode => Some(CategoryField::Mode),
            Self::Stage => Some(CategoryField::Stage),
            Self::Name | Self::Partner | Self::Signed | Self::Amount | Self::Source => None,
        }
    }
}

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SortDirection {
    /// The smallest, the earliest, or A first.
    Ascending,
    /// The largest, the latest, or Z first.
    Descending,
}

/// How the table is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TableSort {
    /// By what.
    pub column: TableColumn,
    /// Which way.
    pub direction: SortDirection,
}

impl Default for TableSort {
    /// The newest first.
    fn default() -> Self {
        Self::first_by(TableColumn::Signed)
    }
}

impl TableSort {
    /// How `column` is sorted when the reader first asks for it: the newest and the largest first, names from A.
    #[must_use]
    pub const fn first_by(column: TableColumn) -> Self {
        let direction = match column {
            TableColumn::Signed | TableColumn::Amount => SortDirection::Descending,
            TableColumn::Name
            | TableColumn::Partner
            | TableColumn::Country
            | TableColumn::Industry
            | TableColumn::Place
            | TableColumn::Event
            | TableColumn::Mode
            | TableColumn::Stage
            | TableColumn::Source => SortDirection::Ascending,
        };
        Self { column, direction }
    }

    /// The order after the reader asked for `column`, the other way round where the table is sorted by it already.
    #[must_use]
    pub fn then_by(self, column: TableColumn) -> Self {
        if self.column != column {
            return Self::first_by(column);
        }
        let direction = match self.direction {
            SortDirection::Ascending => SortDirection::Descending,
            SortDirection::Descending => SortDirection::Ascending,
        };
        Self { column, direction }
    }

    /// The key in addresses: `amount-desc`.
    #[must_use]
    pub fn key(self) -> String {
        let direction = match self.direction {
            SortDirection::Ascending => "asc",
            SortDirection::Descending => "desc",
        };
        format!("{}-{direction}", self.column.key())
    }

    /// Reads `amount-desc`.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        let (column, direction) = key.split_once('-')?;
        let direction = match direction {
            "asc" => SortDirection::Ascending,
            "desc" => SortDirection::Descending,
            _ => return None,
        };
        Some(Self {
            column: TableColumn::parse(column)?,
            direction,
        })
    }
}

/// What the table shows of a row's category: the value at the second level or above, as far as it is stated.
#[must_use]
pub fn shown_category(
    table: &ProjectTable,
    field: CategoryField,
    row: usize,
) -> Option<&CategoryNode> {
    let column = table.category(field);
    shown_node(table, field, column.codes()[row])
}

pub(super) fn shown_node(
    table: &ProjectTable,
    field: CategoryField,
    code: NodeCode,
) -> Option<&CategoryNode> {
    let tree = table.category(field).tree();
    let node = tree.node(tree.ancestor_at(code, 1));
    if node.is_unstated() {
        node.parent.map(|parent| tree.node(parent))
    } else {
        Some(node)
    }
}
