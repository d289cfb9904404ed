//! Values of a category field: a tree of named nodes, and a column of codes into it.
//!
//! Rows stand on leaves only. Where some rows of Jinan name a zone and others
//! do not, the latter stand on a child "not stated" of Jinan, so that the
//! children of a node always add up to the node.

use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

use super::reserve_for;
use crate::i18n::Bilingual;

/// The key of a value that the source does not state; also the last part of a child's key.
pub const UNSTATED: &str = "unstated";

/// The key of the node that takes further values once a column holds as many as a code can tell apart.
pub const OTHER: &str = "other";

/// A node's position in its [`CategoryTree`]. It has a meaning only together with that tree.
pub type NodeCode = u16;

/// One value of a category field.
#[derive(Clone, Debug, PartialEq)]
pub struct CategoryNode {
    /// Stable across datasets and languages; what stands in an address.
    pub key: Rc<str>,
    /// What a reader sees.
    pub name: Bilingual,
    /// The node above, or `None` at the top.
    pub parent: Option<NodeCode>,
    /// Nodes directly below, in the order in which they were met.
    pub children: Vec<NodeCode>,
    /// Steps below the top.
    pub depth: u8,
}

impl CategoryNode {
    /// Whether rows can stand on this node.
    #[must_use]
    pub fn is_leaf(&self) -> bool {
        self.children.is_empty()
    }

    /// Whether this node stands for what the source does not state.
    #[must_use]
    pub fn is_unstated(&self) -> bool {
        self.key.rsplit('/').next() == Some(UNSTATED)
    }
}

/// The values of one category field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CategoryTree {
    nodes: Vec<CategoryNode>,
    codes: HashMap<Rc<str>, NodeCode>,
}

impl CategoryTree {
    /// All nodes, indexed by code.
    #[must_use]
    pub fn nodes(&self) -> &[CategoryNode] {
        &self.nodes
    }

    /// The node with this code.
    #[must_use]
    pub fn node(&self, code: NodeCode) -> &CategoryNode {
        &self.nodes[usize::from(code)]
    }

    /// The code of the node with this key.
    #[must_use]
    pub fn code(&self, key: &str) -> Option<NodeCode> {
        self.codes.get(key).copied()
    }

    /// Every code, in order.
    pub fn codes(&self) -> impl Iterator<Item = NodeCode> + use<> {
        (0..self.nodes.len()).map(|code| code as NodeCode)
    }

    /// Codes of the nodes at the top.
    pub fn roots(&self) -> impl Iterator<Item = NodeCode> + '_ {
        self.codes()
            .filter(|&code| self.node(code).parent.is_none())
    }

    /// Codes of the leaves at or below `code`.
    #[must_use]
    pub fn leaves_below(&self, code: NodeCode) -> Vec<NodeCode> {
        let mut leaves = Vec::new();
        let mut waiting = vec![code];
        while let Some(code) = waiting.pop() {
            let node = self.node(code);
            if node.is_leaf() {
                leaves.push(code);
            }
            waiting.extend(node.children.iter().rev());
        }
        leaves
    }

    /// Adds a node below `parent`, which is there already.
    pub(super) fn push(
        &mut self,
        key: &str,
        name: Bilingual,
        parent: Option<NodeCode>,
    ) -> NodeCode {
        let code = self.nodes.len() as NodeCode;
        let key: Rc<str> = key.into();
        self.nodes.push(CategoryNode {
            key: Rc::clone(&key),
            name,
            parent,
            children: Vec::new(),
            depth: parent.map_or(0, |parent| self.node(parent).depth + 1),
        });
        self.codes.insert(key, code);
        if let Some(parent) = parent {
            self.nodes[usize::from(parent)].children.push(code);
        }
        code
    }

    /// Whether `code` stands at `depth`, or is a leaf above it: the nodes of a depth hold each row once.
    #[must_use]
    pub fn is_at(&self, code: NodeCode, depth: u8) -> bool {
        let node = self.node(code);
        node.depth == depth || (node.depth < depth && node.is_leaf())
    }

    /// The code of `code`'s ancestor at `depth`, or `code` itself where it stands no deeper.
    #[must_use]
    pub fn ancestor_at(&self, code: NodeCode, depth: u8) -> NodeCode {
        let mut code = code;
        while self.node(code).depth > depth {
            match self.node(code).parent {
                Some(parent) => code = parent,
                None => break,
            }
        }
        code
    }
}

/// One category per row: codes into a tree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CategoryColumn {
    pub(super) tree: Rc<CategoryTree>,
    pub(super) codes: Vec<NodeCode>,
}

impl CategoryColumn {
    /// The values that the codes stand for.
    #[must_use]
    pub fn tree(&self) -> &Rc<CategoryTree> {
        &self.tree
    }

    /// One code per row; each is a leaf of [`CategoryColumn::tree`].
    #[must_use]
    pub fn codes(&self) -> &[NodeCode] {
        &self.codes
    }

    /// Other rows over the same values.
    pub(super) fn with_codes(&self, codes: Vec<NodeCode>) -> Self {
        Self {
            tree: Rc::clone(&self.tree),
            codes,
        }
    }

    /// The value of `row`.
    #[must_use]
    pub fn node(&self, row: usize) -> &CategoryNode {
        self.tree.node(self.codes[row])
    }
}

/// One step of the path from the top of a tree to a value.
///
/// Borrowed, because nearly every row stands on a node that is there already and then nothing is kept of its step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step<'a> {
    /// The node's key, unique in its tree.
    pub key: Cow<'a, str>,
    /// The node's Chinese name.
    pub zh: &'a str,
    /// The node's English name.
    pub en: &'a str,
}

impl<'a> Step<'a> {
    /// A step whose key and names are at hand.
    #[must_use]
    pub fn new(key: &'a str, zh: &'a str, en: &'a str) -> Self {
        let key = Cow::Borrowed(key);
        Self { key, zh, en }
    }

    /// The step to what the source does not state.
    fn unstated(key: impl Into<Cow<'a, str>>) -> Self {
        Self {
            key: key.into(),
            zh: "未注明",
            en: "Not stated",
        }
    }
}

/// Rows that are added in one call.
const PIECE: usize = 1 << 14;

/// Adds `rows`, whose codes stand for those of `codes`.
#[inline(never)]
fn append_codes(to: &mut Vec<NodeCode>, rows: &[NodeCode], codes: &[NodeCode]) {
    to.extend(rows.iter().map(|&code| codes[usize::from(code)]));
}

/// Collects a category column row by row.
#[derive(Debug, Default)]
pub struct CategoryColumnBuilder {
    tree: CategoryTree,
    codes: Vec<NodeCode>,
    unstated: Option<NodeCode>,
    /// The node of what came when the column was full.
    surplus: Option<NodeCode>,
}

impl CategoryColumnBuilder {
    /// The most nodes that a column tells apart; one code is kept for [`OTHER`], and as many again may become
    /// "not stated" children.
    const MOST_NODES: usize = NodeCode::MAX as usize - 1;

    /// Whether `code` stands for what came when the column was full, and is not told apart.
    pub(super) fn is_surplus(&self, code: NodeCode) -> bool {
        self.surplus == Some(code)
    }

    /// Adds a row that stands on a node which [`CategoryColumnBuilder::code_of`] gave.
    pub fn push(&mut self, code: NodeCode) {
        self.codes.push(code);
    }

    /// Adds rows that stand on such nodes.
    pub(super) fn push_all(&mut self, codes: impl Iterator<Item = NodeCode>) {
        self.codes.extend(codes);
    }

    /// Makes room for so many rows in all.
    pub(super) fn reserve(&mut self, rows: usize) {
        reserve_for(&mut self.codes, rows);
    }

    /// How many further nodes are told apart for certain.
    pub(super) fn room(&self) -> usize {
        Self::MOST_NODES.saturating_sub(self.tree.nodes.len())
    }

    /// Adds rows that another builder took, and the nodes on which they stand; there has to be [room](Self::room).
    pub(super) fn append(&mut self, column: &CategoryColumn) {
        let mut codes: Vec<NodeCode> = Vec::with_capacity(column.tree.nodes.len());
        for node in &column.tree.nodes {
            let parent = node.parent.map(|parent| codes[usize::from(parent)]);
            let step = Step::new(&node.key, &node.name.zh, &node.name.en);
            codes.push(self.child_of(parent, &step));
        }
        for rows in column.codes.chunks(PIECE) {
            append_codes(&mut self.codes, rows, &codes);
        }
    }

    /// The column as it is, with rows above the leaves.
    pub(super) fn into_column(mut self) -> CategoryColumn {
        self.codes.shrink_to_fit();
        CategoryColumn {
            tree: Rc::new(self.tree),
            codes: self.codes,
        }
    }

    /// The column, with every row on a leaf.
    #[must_use]
    pub fn finish(mut self) -> CategoryColumn {
        let mut moved: Vec<Option<NodeCode>> = vec![None; self.tree.nodes.len()];
        let inner: Vec<bool> = self.tree.nodes.iter().map(|node| !node.is_leaf()).collect();
        // Most trees have no row above their leaves, many nothing above them.
        let rows = if inner.contains(&true) {
            self.codes.len()
        } else {
            0
        };
        for row in 0..rows {
            let code = self.codes[row];
            if !inner[usize::from(code)] {
                continue;
            }
            let leaf = moved[usize::from(code)].unwrap_or_else(|| {
                let key = format!("{}/{UNSTATED}", self.tree.node(code).key);
                self.child_of(Some(code), &Step::unstated(key))
            });
            moved[usize::from(code)] = Some(leaf);
            self.codes[row] = leaf;
        }
        self.into_column()
    }

    /// The code of the node at the end of `path`, which is listed from now on, even where no row has it. An empty path
    /// stands for "not stated".
    pub fn code_of(&mut self, path: &[Step<'_>]) -> NodeCode {
        if path.is_empty() {
            return self.unstated();
        }
        let mut parent = None;
        for step in path {
            parent = Some(self.child_of(parent, step));
        }
        parent.unwrap_or_default()
    }

    /// Found once: a ledger may state nothing of a field in all of its rows.
    fn unstated(&mut self) -> NodeCode {
        let known = self.unstated;
        let code = known.unwrap_or_else(|| self.child_of(None, &Step::unstated(UNSTATED)));
        self.unstated = Some(code);
        code
    }

    fn child_of(&mut self, parent: Option<NodeCode>, step: &Step<'_>) -> NodeCode {
        if let Some(code) = self.tree.code(&step.key) {
            return code;
        }
        if self.tree.nodes.len() >= Self::MOST_NODES && step.key != OTHER {
            let code = self.child_of(None, &Step::new(OTHER, "其他", "Other"));
            self.surplus = Some(code);
            return code;
        }
        self.tree
            .push(&step.key, Bilingual::new(step.zh, step.en), parent)
    }
}
