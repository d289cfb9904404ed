//! Values of a category field: a tree of named nodes, and a column of codes into it.
//!
//! Rows stand on leaves only. Where some rows of Jinan name a zone and others
//! do not, the latter stand on a child "not stated" of Jinan, so that the
//! children of a node always add up to the node.

use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

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
    tree: Rc<CategoryTree>,
    codes: Vec<NodeCode>,
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

    /// Other rows over the same values, each given by its key; a key that no value has stands for the first value.
    pub(super) fn with_values<'a>(&self, keys: impl Iterator<Item = &'a str>) -> Self {
        Self {
            tree: Rc::clone(&self.tree),
            codes: keys
                .map(|key| self.tree.code(key).unwrap_or_default())
                .collect(),
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

/// Collects a category column row by row.
#[derive(Debug, Default)]
pub struct CategoryColumnBuilder {
    tree: CategoryTree,
    codes: Vec<NodeCode>,
}

impl CategoryColumnBuilder {
    /// The most nodes that a column tells apart; one code is kept for [`OTHER`], and as many again may become
    /// "not stated" children.
    const MOST_NODES: usize = NodeCode::MAX as usize - 1;

    /// Adds a node ahead of the rows, so that it is listed even where no row has it.
    pub fn declare(&mut self, path: &[Step<'_>]) {
        let _ = self.code_of(path);
    }

    /// Adds a row that stands at the end of `path`. An empty path stands for "not stated".
    pub fn push(&mut self, path: &[Step<'_>]) {
        let code = self.code_of(path);
        self.codes.push(code);
    }

    /// The column, with every row on a leaf.
    #[must_use]
    pub fn finish(mut self) -> CategoryColumn {
        let mut moved: HashMap<NodeCode, NodeCode> = HashMap::new();
        for row in 0..self.codes.len() {
            let code = self.codes[row];
            if self.tree.node(code).is_leaf() {
                continue;
            }
            let leaf = match moved.get(&code) {
                Some(&leaf) => leaf,
                None => {
                    let key = format!("{}/{UNSTATED}", self.tree.node(code).key);
                    let leaf = self.child_of(Some(code), &Step::unstated(key));
                    moved.insert(code, leaf);
                    leaf
                }
            };
            self.codes[row] = leaf;
        }
        CategoryColumn {
            tree: Rc::new(self.tree),
            codes: self.codes,
        }
    }

    fn code_of(&mut self, path: &[Step<'_>]) -> NodeCode {
        if path.is_empty() {
            return self.child_of(None, &Step::unstated(UNSTATED));
        }
        let mut parent = None;
        for step in path {
            parent = Some(self.child_of(parent, step));
        }
        parent.unwrap_or_default()
    }

    fn child_of(&mut self, parent: Option<NodeCode>, step: &Step<'_>) -> NodeCode {
        if let Some(code) = self.tree.code(&step.key) {
            return code;
        }
        if self.tree.nodes.len() >= Self::MOST_NODES && step.key != OTHER {
            return self.child_of(None, &Step::new(OTHER, "其他", "Other"));
        }
        let code = self.tree.nodes.len() as NodeCode;
        let depth = parent.map_or(0, |parent| self.tree.node(parent).depth + 1);
        let key: Rc<str> = (&*step.key).into();
        self.tree.nodes.push(CategoryNode {
            key: Rc::clone(&key),
            name: Bilingual::new(step.zh, step.en),
            parent,
            children: Vec::new(),
            depth,
        });
        self.tree.codes.insert(key, code);
        if let Some(parent) = parent {
            self.tree.nodes[usize::from(parent)].children.push(code);
        }
        code
    }
}
