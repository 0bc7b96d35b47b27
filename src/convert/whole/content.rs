//! What a table says, beside the rules of its criteria: its head, its tree with maxima, and what stands around it.

use std::collections::BTreeMap;

use super::{Whole, within};
use crate::convert::heading::Heading;
use crate::convert::rows::{CellWords, Kind, Row};
use crate::convert::rule::Recognised;
use crate::convert::tree::{Node, Tree, grow};
use crate::convert::write::Draft;
use crate::convert::{adjustments, beside, joined, together};
use crate::criteria::{self, CriteriaSet};
use crate::finding::convert::{NO_DECISION, NO_TABLE, OTHER_TABLE};
use crate::finding::{Finding, Place};
use crate::points::Points;
use crate::text;

/// What a table says, beside the rules of its criteria.
pub struct Content<'a> {
    /// Id of the set.
    pub id: String,
    /// Title.
    pub title: String,
    /// File and sheets that it comes from.
    pub from: (&'a str, String),
    /// Whether the table is only a part of the decision.
    pub excerpt: bool,
    /// What stands above the table says.
    pub heading: Heading,
    /// Words above the table, and its headings.
    pub above: Vec<CellWords>,
    /// Words above further tables.
    pub beside: Vec<CellWords>,
    /// First row of the headings.
    pub top: u32,
    /// The criteria.
    pub tree: Tree,
    /// Maximum of the whole tree.
    pub total: Points,
    /// Rows that are no criteria.
    pub outside: Vec<Row>,
}

impl Content<'_> {
    /// Gives what a set is written of; `review` is what has to be looked at.
    pub fn draft<'d>(&'d self, rules: &'d BTreeMap<String, Recognised>, rounded: bool, review: &'d [String]) -> Draft<'d> {
        Draft {
            id: &self.id,
            title: &self.title,
            from: (self.from.0, &self.from.1),
            excerpt: self.excerpt,
            heading: &self.heading,
            total: &self.total,
            roots: &self.tree.roots,
            rules,
            above: &self.above,
            beside: &self.beside,
            top: self.top,
            outside: &self.outside,
            review,
            rounded,
        }
    }

    /// Reads a set of one leaf. A set that has faults elsewhere still has leaves that can be said in words.
    pub fn alone(&self, leaf: &Node, rules: &BTreeMap<String, Recognised>, rounded: bool) -> Option<CriteriaSet> {
        let max = leaf.max.clone().unwrap_or_else(Points::one);
        let mut only = leaf.clone();
        only.sign = None;
        let roots = [only];
        let whole = self.draft(rules, rounded, &[]);
        let draft = Draft { excerpt: true, total: &max, roots: &roots, above: &[], beside: &[], top: 0, outside: &[], ..whole };
        criteria::read(&draft.write(), "set.yaml").value
    }
}

impl<'a> Whole<'a> {
    /// Reads what the table says, but for the rules of its criteria; `None` where it has no criterion.
    pub fn content(&mut self) -> Option<Content<'a>> {
        let above = self.above();
        let mut heading = Heading::of(&above.iter().filter(|said| said.row < self.table.top).cloned().collect::<Vec<_>>());
        if let Some(document) = &self.options.document {
            heading.document = Some(document.clone());
        }
        let mut tree = self.tree()?;
        let total = self.total(&mut tree);
        self.outside(&tree);
        if heading.document.is_none() {
            let file = self.file;
            let message =
                text!("tệp “{file}” không nêu số quyết định; source ghi tạm", "“{file}” names no decision; source holds a placeholder");
            self.findings.push(Finding::new(&NO_DECISION, message).at(Place::file(file)));
        }
        Some(Content {
            id: self.options.id.clone().unwrap_or_else(|| heading.id(self.file)),
            title: heading.title.clone().unwrap_or_else(|| format!("Bộ tiêu chí chuyển từ {}", self.file)),
            from: (self.file, self.names()),
            excerpt: self.options.excerpt,
            heading,
            above,
            beside: joined::beside(self.tables),
            top: self.table.top,
            outside: tree.total.iter().cloned().chain(tree.outside.iter().cloned()).collect(),
            tree,
            total,
        })
    }

    /// Takes the rows for a tree with its maxima, and tells what is odd about it; `None` where it has no criterion.
    fn tree(&mut self) -> Option<Tree> {
        let mut tree = grow(joined::all_rows(self.tables));
        self.tell(std::mem::take(&mut tree.findings).into_iter().map(|(said, finding)| (said.cell, finding)));
        if tree.roots.iter().all(|root| root.sign.is_some()) {
            let sheet = &self.table.grid.name;
            let message = text!(
                "bảng ở trang “{sheet}” không có tiêu chí nào có STT hoặc điểm",
                "the table on sheet “{sheet}” has no criterion with a number or points"
            );
            self.findings = vec![Finding::new(&NO_TABLE, message).at(Place { sheet: Some(sheet.clone()), ..Place::file(self.file) })];
            return None;
        }
        self.tell(left_behind(&tree));
        self.aside(&mut tree);
        beside::repeat(&mut tree.roots);
        beside::hand_down(&mut tree.roots);
        self.tell(adjustments::decide(&mut tree.roots));
        adjustments::number(&mut tree.roots);
        self.documents(&mut tree.roots);
        for root in &mut tree.roots {
            let cap = together::cap(root).filter(|_| root.sign.is_some());
            self.maximum(root, cap);
        }
        within::set_apart(&mut tree.roots);
        let mut asked = Vec::new();
        together::questions(&tree.roots, &mut asked);
        self.tell(asked);
        Some(tree)
    }
}

/// Tells of criteria that stand behind the signatures of a table: they are not converted.
fn left_behind(tree: &Tree) -> Option<(String, Finding)> {
    let numbered = |row: &&Row| row.kind == Kind::After && row.number.is_some() && row.max.is_some();
    let count = tree.outside.iter().filter(numbered).count();
    let first = tree.outside.iter().find(numbered)?;
    let name = &first.name;
    let text = &name.text;
    let message = text!(
        "{count} dòng có STT và điểm đứng sau phần ký (từ “{text}”) không được chuyển",
        "{count} rows with numbers and points stand behind the signatures (from “{text}” on) and are not converted"
    );
    Some((name.cell.clone(), Finding::new(&OTHER_TABLE, message)))
}
