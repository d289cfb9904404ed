//! What the reader chose: a plain value, independent of any table.

use std::rc::Rc;

use super::picks::Picks;
use crate::data::{CategoryField, CategoryTree, Field, Month, NodeCode, PartialDate};

/// The most characters of a search that are kept.
const LONGEST_SEARCH: usize = 200;

/// Months from `first` to `last`, both included; an open end is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first month.
    pub first: Option<Month>,
    /// The last month.
    pub last: Option<Month>,
}

impl Period {
    /// Both ends given; the earlier one first, in whichever order they come.
    #[must_use]
    pub fn between(one: Month, other: Month) -> Self {
        Self {
            first: Some(one.min(other)),
            last: Some(one.max(other)),
        }
    }

    /// Whether neither end is given.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.first.is_none() && self.last.is_none()
    }

    /// Whether `date` lies within the period as a whole.
    ///
    /// A year-only date is in a period that covers its year and in no part of a year; a project
    /// without a date is in no period.
    #[must_use]
    pub fn contains(&self, date: Option<PartialDate>) -> bool {
        let Some(date) = date else {
            return self.is_open();
        };
        self.first.is_none_or(|first| date.first_month() >= first)
            && self.last.is_none_or(|last| date.last_month() <= last)
    }
}

/// Amounts from `min` (included) to `max` (not included), in the currency that is shown; an open end is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct AmountRange {
    /// The least amount.
    pub min: Option<f64>,
    /// The amount below which the range ends.
    pub max: Option<f64>,
}

impl AmountRange {
    /// Whether neither end is given.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.min.is_none() && self.max.is_none()
    }

    /// Whether an amount lies in the range. What is undisclosed lies in none.
    #[must_use]
    pub fn contains(&self, amount: Option<f64>) -> bool {
        let Some(amount) = amount else {
            return self.is_open();
        };
        self.min.is_none_or(|min| amount >= min) && self.max.is_none_or(|max| amount < max)
    }
}

/// What was brushed along the axes of a chart; `None` for what has no axis there.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Brushed {
    /// Signing period.
    pub period: Option<Period>,
    /// Amount.
    pub amount: Option<AmountRange>,
}

impl Brushed {
    /// The field of the axis along which was brushed; `None` for both or neither.
    #[must_use]
    pub const fn field(&self) -> Option<Field> {
        match (self.period, self.amount) {
            (Some(_), None) => Some(Field::Period),
            (None, Some(_)) => Some(Field::Amount),
            (Some(_), Some(_)) | (None, None) => None,
        }
    }
}

/// One filter per field. Within a field picks add up, between fields they narrow.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilterSet {
    picks: [Picks; CategoryField::ALL.len()],
    /// Signing period.
    pub period: Period,
    /// Amount.
    pub amount: AmountRange,
    search: String,
}

impl FilterSet {
    /// The picked keys of a category field.
    #[must_use]
    pub fn picks(&self, field: CategoryField) -> &Picks {
        &self.picks[field.index()]
    }

    /// The same filters with other picks of one field.
    #[must_use]
    pub fn with_picks(mut self, field: CategoryField, picks: Picks) -> Self {
        self.picks[field.index()] = picks;
        self
    }

    /// The same filters with another signing period.
    #[must_use]
    pub fn with_period(self, period: Period) -> Self {
        Self { period, ..self }
    }

    /// The same filters with another range of amounts.
    #[must_use]
    pub fn with_amount(self, amount: AmountRange) -> Self {
        Self { amount, ..self }
    }

    /// The same filters with what was brushed.
    #[must_use]
    pub fn with_brushed(self, brushed: Brushed) -> Self {
        Self {
            period: brushed.period.unwrap_or(self.period),
            amount: brushed.amount.unwrap_or(self.amount),
            ..self
        }
    }

    /// The text searched for, without white space at its ends.
    #[must_use]
    pub fn search(&self) -> &str {
        &self.search
    }

    /// The same filters with another search, cut after 200 characters.
    #[must_use]
    pub fn with_search(mut self, text: &str) -> Self {
        let cut: String = text.trim().chars().take(LONGEST_SEARCH).collect();
        self.search = cut.trim_end().to_owned();
        self
    }

    /// Whether `field` narrows anything.
    #[must_use]
    pub fn is_active(&self, field: Field) -> bool {
        match field {
            Field::Category(field) => !self.picks(field).is_empty(),
            Field::Period => !self.period.is_open(),
            Field::Amount => !self.amount.is_open(),
            Field::Search => !self.search.is_empty(),
        }
    }

    /// Whether nothing is filtered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        Field::ALL.into_iter().all(|field| !self.is_active(field))
    }

    /// The same filters without the one on `field`.
    #[must_use]
    pub fn without(mut self, field: Field) -> Self {
        match field {
            Field::Category(field) => self.picks[field.index()] = Picks::new(),
            Field::Period => self.period = Period::default(),
            Field::Amount => self.amount = AmountRange::default(),
            Field::Search => self.search.clear(),
        }
        self
    }

    /// Whether the two filter `field` alike.
    #[must_use]
    pub fn agrees_on(&self, other: &Self, field: Field) -> bool {
        match field {
            Field::Category(field) => self.picks(field) == other.picks(field),
            Field::Period => self.period == other.period,
            Field::Amount => self.amount == other.amount,
            Field::Search => self.search == other.search,
        }
    }
}

/// Which leaves of `tree` the picks include, by code; `None` where nothing is picked.
///
/// Picks that the tree does not know include nothing: a link to Norway in a table without Norway finds no rows.
#[must_use]
pub fn picked_leaves(picks: &Picks, tree: &CategoryTree) -> Option<Vec<bool>> {
    if picks.is_empty() {
        return None;
    }
    let mut picked = vec![false; tree.nodes().len()];
    for code in picks.iter().filter_map(|key| tree.code(key)) {
        for leaf in tree.leaves_below(code) {
            picked[usize::from(leaf)] = true;
        }
    }
    Some(picked)
}

/// The picks after `code` was toggled: a node that is picked as a whole is taken out, any other is put in.
///
/// Taking out a child of a picked node leaves its siblings picked.
#[must_use]
pub fn toggled(picks: &Picks, tree: &CategoryTree, code: NodeCode) -> Picks {
    let picked = picked_leaves(picks, tree).unwrap_or_default();
    let is_whole = !picked.is_empty()
        && tree
            .leaves_below(code)
            .iter()
            .all(|&leaf| picked[usize::from(leaf)]);
    let path: Vec<NodeCode> = above(tree, code).collect();
    let topmost = path
        .iter()
        .rposition(|&node| picks.contains(&tree.node(node).key));

    // A link may pick a node and also one above or below it: all of them give way to what is said now.
    let mut next = picks.clone();
    next.retain(|key| {
        tree.code(key).is_none_or(|other| {
            !path.contains(&other) && above(tree, other).all(|node| node != code)
        })
    });
    if !is_whole {
        next.insert(Rc::clone(&tree.node(code).key));
        return next;
    }
    for step in (0..topmost.unwrap_or(0)).rev() {
        let siblings = tree
            .node(path[step + 1])
            .children
            .iter()
            .filter(|&&child| child != path[step]);
        next.extend(siblings.map(|&child| Rc::clone(&tree.node(child).key)));
    }
    next
}

/// `code`, then each node above it.
fn above(tree: &CategoryTree, code: NodeCode) -> impl Iterator<Item = NodeCode> {
    std::iter::successors(Some(code), |&code| tree.node(code).parent)
}
