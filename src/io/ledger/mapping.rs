//! Which column of a file holds what, as the reader sees and corrects it.

use serde::{Deserialize, Serialize};

use super::cell::{Cell, OwnedRow};
use super::folding;
use super::headings::{self, Recognised};
use super::values::country::{Countries, Reading};
use super::values::date::{self, Date};
use crate::data::{AmountUnit, Currency};
use crate::i18n::ledger::{Confidence, LedgerColumn};

/// Values that stand beside a column as examples.
const MOST_SAMPLES: usize = 5;

/// What each column of a file holds.
///
/// A dialog shows it after a file was read, changes [`MappedColumn::target`] and [`MappedColumn::unit`] with
/// [`Mapping::choose`], and reads the file again with it in [`Choices::mapping`](super::Choices::mapping). Kept under
/// its [`fingerprint`](Mapping::fingerprint), it serves for the next file with the same header.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mapping {
    /// The columns of the file, from the left.
    pub columns: Vec<MappedColumn>,
}

/// A column of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MappedColumn {
    /// The heading as written; the headings of two rows one after the other; empty without one.
    pub heading: String,
    /// What it holds; `None` where it is kept as it is and shown in the details.
    pub target: Option<LedgerColumn>,
    /// How sure that is.
    pub confidence: Confidence,
    /// The unit of amounts that do not say their own; only where the column holds amounts.
    pub unit: Option<Unit>,
    /// Some of its values, as written.
    pub samples: Vec<String>,
}

/// A unit of amounts in a form that can be kept: an ISO 4217 code and units of it in one of the column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unit {
    /// `CNY`, `USD`, …
    pub currency: String,
    /// 10 000 for 万元.
    pub scale: f64,
}

impl Unit {
    /// Units that a dialog can offer, the usual ones of Chinese ledgers first.
    #[must_use]
    pub fn offered() -> Vec<Self> {
        let scales = [1e8, 1e4, 1e6, 1.0];
        Currency::ALL
            .iter()
            .flat_map(|currency| {
                scales.map(|scale| Self {
                    currency: currency.code().into(),
                    scale,
                })
            })
            .collect()
    }
}

impl From<AmountUnit> for Unit {
    fn from(unit: AmountUnit) -> Self {
        Self {
            currency: unit.currency.code().into(),
            scale: unit.scale,
        }
    }
}

impl Unit {
    /// The unit as tables have it; nothing for a code that is none.
    #[must_use]
    pub fn of_amounts(&self) -> Option<AmountUnit> {
        Some(AmountUnit {
            currency: Currency::from_code(&self.currency)?,
            scale: self.scale,
        })
    }
}

impl Mapping {
    /// The same for every file with these headings in this order, however they are typed.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        fingerprint(self.columns.iter().map(|column| column.heading.as_str()))
    }

    /// Says what `column` holds. Another column that held it is kept as it is from then on.
    pub fn choose(&mut self, column: usize, target: Option<LedgerColumn>) {
        if target.is_some() {
            for other in &mut self.columns {
                if other.target == target {
                    other.target = None;
                    other.unit = None;
                }
            }
        }
        if let Some(chosen) = self.columns.get_mut(column) {
            chosen.target = target;
            chosen.confidence = Confidence::Chosen;
            chosen.unit = match target {
                Some(LedgerColumn::Amount) => {
                    headings::recognise(&chosen.heading).unit.map(Unit::from)
                }
                _ => None,
            };
        }
    }

    /// Recognises the columns under `headings` by these, and by their values where a heading says nothing.
    pub(super) fn recognise(
        headings: &[String],
        body: &[OwnedRow],
        unit_above: Option<AmountUnit>,
        countries: &Countries,
    ) -> Self {
        let mut columns: Vec<MappedColumn> = headings
            .iter()
            .enumerate()
            .map(|(at, heading)| {
                let Recognised {
                    column,
                    confidence,
                    unit,
                } = headings::recognise(heading);
                MappedColumn {
                    heading: heading.clone(),
                    target: column,
                    confidence,
                    unit: match column {
                        Some(LedgerColumn::Amount) => unit.or(unit_above).map(Unit::from),
                        _ => None,
                    },
                    samples: samples(at, body),
                }
            })
            .collect();
        only_one_each(&mut columns);
        by_values(&mut columns, body, countries);
        Self { columns }
    }

    /// This mapping with the samples of another file with the same header.
    pub(super) fn with_samples(&self, body: &[OwnedRow]) -> Self {
        let mut mapping = self.clone();
        for (at, column) in mapping.columns.iter_mut().enumerate() {
            column.samples = samples(at, body);
        }
        mapping
    }

    /// The column of the file that holds `target`.
    #[must_use]
    pub fn column_of(&self, target: LedgerColumn) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.target == Some(target))
    }
}

/// See [`Mapping::fingerprint`].
pub(super) fn fingerprint<'a>(headings: impl Iterator<Item = &'a str>) -> String {
    // FNV-1a, which is the same in every version of the page.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for heading in headings {
        for byte in folding::letters(heading).bytes().chain([0xff]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

fn samples(column: usize, body: &[OwnedRow]) -> Vec<String> {
    let mut samples: Vec<String> = Vec::new();
    for row in body {
        let text: String = row.cell(column).shown().chars().take(60).collect();
        if !text.is_empty() && !samples.contains(&text) {
            samples.push(text);
        }
        if samples.len() == MOST_SAMPLES {
            break;
        }
    }
    samples
}

/// Where two columns seem to hold the same, the surer one has it, and the first of two that are as sure.
fn only_one_each(columns: &mut [MappedColumn]) {
    for at in 0..columns.len() {
        let Some(target) = columns[at].target else {
            continue;
        };
        let better = |other: &MappedColumn, is_before: bool| {
            other.target == Some(target)
                && (other.confidence < columns[at].confidence
                    || (is_before && other.confidence == columns[at].confidence))
        };
        let is_taken = columns
            .iter()
            .enumerate()
            .any(|(other, column)| other != at && better(column, other < at));
        if is_taken {
            let column = &mut columns[at];
            column.target = None;
            column.unit = None;
            column.confidence = Confidence::None;
        }
    }
    let has = |columns: &[MappedColumn], target| {
        columns.iter().any(|column| column.target == Some(target))
    };
    // A serial number beside an identifier, a region beside a country: they fell out above. A name beside both names is
    // one of them in disguise and stays as it is written.
    if has(columns, LedgerColumn::NameZh) && has(columns, LedgerColumn::NameEn) {
        for column in columns.iter_mut() {
            if column.target == Some(LedgerColumn::Name) {
                column.target = None;
                column.confidence = Confidence::None;
            }
        }
    }
}

/// Countries and dates are known by their values where no heading claims them.
fn by_values(columns: &mut [MappedColumn], body: &[OwnedRow], countries: &Countries) {
    let is_country = |cell: Cell<'_>| {
        let text = cell.text();
        text.chars().count() > 1 && matches!(countries.read(text), Reading::One(_))
    };
    let is_date = |cell: Cell<'_>| match cell {
        Cell::Date(..) => true,
        // Numbers may be anything.
        Cell::Text(text) if text.contains(['-', '/', '年']) => {
            matches!(date::read(cell), Date::Stated(_))
        }
        Cell::Text(_) | Cell::Number(..) | Cell::Empty | Cell::Error(_) => false,
    };
    for target in [LedgerColumn::Country, LedgerColumn::SignedOn] {
        let fits = |cell| match target {
            LedgerColumn::Country => is_country(cell),
            _ => is_date(cell),
        };
        if columns.iter().any(|column| column.target == Some(target)) {
            continue;
        }
        let found = (0..columns.len()).find(|&at| {
            // A heading that is there and says something else is believed.
            let is_free = columns[at].target.is_none()
                && (target == LedgerColumn::Country || columns[at].heading.is_empty());
            let filled: Vec<Cell<'_>> = body
                .iter()
                .map(|row| row.cell(at))
                .filter(|cell| !cell.is_empty())
                .collect();
            let fitting = filled.iter().filter(|cell| fits(**cell)).count();
            is_free && filled.len() >= 2 && fitting * 10 >= filled.len() * 8
        });
        if let Some(at) = found {
            columns[at].target = Some(target);
            columns[at].confidence = Confidence::FromValues;
        }
    }
}
