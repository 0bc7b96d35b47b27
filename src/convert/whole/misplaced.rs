//! Bonus and penalty points that stand in an area: nothing says whether they count in it or outside of the tree.

use std::collections::BTreeMap;

use super::Whole;
use crate::convert::rule::Recognised;
use crate::convert::sign;
use crate::convert::tree::{Node, spoken};
use crate::figure::CriterionId;
use crate::finding::Finding;
use crate::finding::convert::SIGN;
use crate::text;

/// Tells whether a criterion is named as bonus or penalty points are, and stands in the tree all the same.
pub fn is_misplaced(node: &Node) -> bool {
    let name = &node.row.name.text;
    let named = if node.children.is_empty() { sign::of_name(name) } else { sign::of_heading(name) };
    node.sign.is_none() && (named.is_some() || node.row.sign().is_some())
}

impl Whole<'_> {
    /// Asks what such a leaf is, and makes no rule of its lines.
    pub fn ask_where(&mut self, node: &Node, rules: &mut BTreeMap<String, Recognised>) {
        let name = &node.row.name.text;
        let message = text!(
            "“{name}” đứng trong một lĩnh vực: là tiêu chí chấm điểm hay là điểm cộng, điểm trừ ngoài tổng điểm?",
            "“{name}” stands in an area: is it a criterion, or does it add or take points outside of the tree?"
        );
        let id = CriterionId::new(node.id.clone());
        self.findings.push(Finding::new(&SIGN, message).on(&id).at(self.place(&node.row.name.cell)));
        rules.insert(node.id.clone(), Recognised { failed: node.lines.iter().map(spoken).collect(), ..Recognised::default() });
    }
}
