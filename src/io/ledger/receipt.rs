//! What became of each row and value of a file: nothing is dropped without being named here.

use serde::{Deserialize, Serialize};

use crate::i18n::ledger::{IssueKind, LeftOut};

/// Values of one kind that are listed one by one; beyond, they are counted.
pub(super) const MOST_LISTED: usize = 1_000;

/// Rows that are listed one by one; beyond, they are counted.
const MOST_ROWS_LISTED: usize = 200;

/// Letters of a value that a receipt repeats.
const MOST_LETTERS: usize = 200;

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Receipt {
    /// Rows below the header, whatever is in them.
    pub rows_read: u32,
    /// Rows that became projects.
    pub rows_kept: u32,
    /// Rows of these with a doubtful value.
    pub rows_with_issues: u32,
    /// Doubtful values by kind, the most frequent kind first.
    pub issues: Vec<IssueGroup>,
    /// Rows that are no project, by kind. `rows_kept` and these but the titles add up to `rows_read`.
    pub left_out: Vec<LeftOutGroup>,
    /// Cells that took the value of the merged cell that they belong to.
    pub merged_cells: u32,
}

/// Doubtful values of one kind. What was done is [`IssueKind::treatment`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IssueGroup {
    /// What is doubtful.
    pub kind: IssueKind,
    /// How many there are.
    pub count: u32,
    /// The first of them, a thousand at most.
    pub listed: Vec<Issue>,
}

/// A doubtful value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Issue {
    /// The row as a spreadsheet counts it, from 1; empty rows count.
    pub row: u32,
    /// The column, from 0 at the left; `None` where the row as a whole is doubtful.
    pub column: Option<u32>,
    /// The value as written, its beginning where it is long; for a duplicate the row that it repeats.
    pub value: String,
}

/// Rows of one kind that are no project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeftOutGroup {
    /// What they are.
    pub kind: LeftOut,
    /// How many there are.
    pub count: u32,
    /// The first of them with what stands in them.
    pub listed: Vec<(u32, String)>,
}

impl Receipt {
    /// How often a kind of doubt occurs.
    #[must_use]
    pub fn count(&self, kind: IssueKind) -> u32 {
        self.issues
            .iter()
            .find(|group| group.kind == kind)
            .map_or(0, |group| group.count)
    }

    /// Doubtful values in all.
    #[must_use]
    pub fn issue_count(&self) -> u32 {
        self.issues.iter().map(|group| group.count).sum()
    }
}

/// A receipt that is being written.
#[derive(Debug)]
pub(super) struct ReceiptWriter {
    receipt: Receipt,
    most_listed: usize,
    /// Rows in which something was named, a bit each.
    doubtful: Vec<u64>,
}

impl ReceiptWriter {
    pub(super) fn new(most_listed: usize) -> Self {
        Self {
            receipt: Receipt::default(),
            most_listed,
            doubtful: Vec::new(),
        }
    }

    pub(super) fn most_listed(&self) -> usize {
        self.most_listed
    }

    /// What was written, and the rows in which something was named, a bit each.
    pub(super) fn into_part(self) -> (Receipt, Vec<u64>) {
        (self.receipt, self.doubtful)
    }

    /// Adds such a part of which row 1 comes after row `before` of this one.
    pub(super) fn append(&mut self, part: &Receipt, doubtful: &[u64], before: u32) {
        for group in &part.issues {
            let most = self.most_listed;
            let own = self.issues_of(group.kind);
            own.count += group.count;
            let room = most.saturating_sub(own.listed.len());
            let further = group.listed.iter().take(room).map(|issue| Issue {
                row: before + issue.row,
                ..issue.clone()
            });
            own.listed.extend(further);
        }
        for group in &part.left_out {
            let own = self.rows_of(group.kind);
            own.count += group.count;
            let room = MOST_ROWS_LISTED.saturating_sub(own.listed.len());
            let further = group.listed.iter().take(room);
            let further = further.map(|(row, text)| (before + row, text.clone()));
            own.listed.extend(further);
        }
        self.receipt.rows_read += part.rows_read;
        self.receipt.rows_kept += part.rows_kept;
        self.receipt.rows_with_issues += part.rows_with_issues;
        self.receipt.merged_cells += part.merged_cells;
        let (words, bits) = (before as usize / 64, before % 64);
        self.doubtful.resize(words + doubtful.len() + 1, 0);
        for (at, &doubtful) in (words..).zip(doubtful) {
            let doubtful = u128::from(doubtful) << bits;
            self.doubtful[at] |= doubtful as u64;
            self.doubtful[at + 1] |= (doubtful >> 64) as u64;
        }
    }

    fn issues_of(&mut self, kind: IssueKind) -> &mut IssueGroup {
        let groups = &mut self.receipt.issues;
        let known = groups.iter().position(|group| group.kind == kind);
        let at = known.unwrap_or_else(|| {
            groups.push(IssueGroup {
                kind,
                count: 0,
                listed: Vec::new(),
            });
            groups.len() - 1
        });
        &mut groups[at]
    }

    fn rows_of(&mut self, kind: LeftOut) -> &mut LeftOutGroup {
        let groups = &mut self.receipt.left_out;
        let known = groups.iter().position(|group| group.kind == kind);
        let at = known.unwrap_or_else(|| {
            groups.push(LeftOutGroup {
                kind,
                count: 0,
                listed: Vec::new(),
            });
            groups.len() - 1
        });
        &mut groups[at]
    }

    /// Names a doubtful value.
    pub(super) fn issue(&mut self, kind: IssueKind, row: u32, column: Option<usize>, value: &str) {
        let (word, bit) = (row as usize / 64, 1 << (row % 64));
        if word >= self.doubtful.len() {
            self.doubtful.resize(word + 1, 0);
        }
        self.receipt.rows_with_issues += u32::from(self.doubtful[word] & bit == 0);
        self.doubtful[word] |= bit;
        let most_listed = self.most_listed;
        let group = self.issues_of(kind);
        group.count += 1;
        if group.listed.len() < most_listed {
            group.listed.push(Issue {
                row,
                column: column.map(|column| column as u32),
                value: beginning(value),
            });
        }
    }

    /// Names a row that is no project.
    pub(super) fn left_out(&mut self, kind: LeftOut, row: u32, text: &str) {
        let group = self.rows_of(kind);
        group.count += 1;
        if group.listed.len() < MOST_ROWS_LISTED {
            group.listed.push((row, beginning(text)));
        }
        if kind != LeftOut::Title {
            self.receipt.rows_read += 1;
        }
    }

    /// Names empty rows, the last of which is `last`.
    pub(super) fn blank(&mut self, first: u32, last: u32) {
        let listed = last.min(first.saturating_add(MOST_ROWS_LISTED as u32));
        for row in first..=listed {
            self.left_out(LeftOut::Blank, row, "");
        }
        let further = last - listed;
        self.receipt.rows_read += further;
        let groups = self.receipt.left_out.iter_mut();
        for group in groups.filter(|group| group.kind == LeftOut::Blank) {
            group.count += further;
        }
    }

    /// Whether something about a row was named.
    pub(super) fn has_issue(&self, row: u32) -> bool {
        let word = self.doubtful.get(row as usize / 64);
        word.is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// Counts rows that became projects.
    pub(super) fn kept(&mut self, rows: u32) {
        self.receipt.rows_read += rows;
        self.receipt.rows_kept += rows;
    }

    /// Counts a cell that took the value of a merged one.
    pub(super) fn merged(&mut self, cells: u32) {
        self.receipt.merged_cells += cells;
    }

    /// The receipt, the most frequent kinds first.
    pub(super) fn finish(mut self) -> Receipt {
        self.receipt
            .issues
            .sort_by_key(|group| (std::cmp::Reverse(group.count), group.kind));
        self.receipt.left_out.sort_by_key(|group| group.kind);
        self.receipt
    }
}

fn beginning(value: &str) -> String {
    match value.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}
