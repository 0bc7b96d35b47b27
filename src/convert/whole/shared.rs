//! Cells on how points are given that reach over several criteria.

use std::collections::BTreeMap;

use super::Whole;
use crate::convert::joined;
use crate::convert::rule::Recognised;
use crate::convert::tree::Node;
use crate::finding::Finding;
use crate::finding::convert::SHARED;
use crate::text;

impl Whole<'_> {
    /// Asks of every such cell whether it holds for each of its criteria.
    pub fn shared(&mut self, leaves: &[&Node], rules: &mut BTreeMap<String, Recognised>) {
        let mut cells: BTreeMap<&str, Vec<&Node>> = BTreeMap::new();
        for leaf in leaves.iter().filter(|leaf| leaf.within.is_none()) {
            if let Some(first) = leaf.lines.iter().find(|said| said.column.is_some()) {
                cells.entry(&first.cell).or_default().push(leaf);
            }
        }
        for (cell, leaves) in cells.iter().filter(|(_, leaves)| leaves.len() > 1) {
            let names = leaves.iter().map(|leaf| leaf.row.name.text.as_str()).collect::<Vec<_>>().join("”, “");
            let at = joined::parted(cell).1;
            let message = text!(
                "ô {at} ghi cách tính chung của “{names}”; tạm tính như nhau cho từng tiêu chí",
                "cell {at} says how points are given for “{names}” together; each of them is scored by it for now"
            );
            for leaf in leaves {
                if let Some(read) = rules.get_mut(&leaf.id).filter(|read| read.rule.is_some()) {
                    read.doubts.push((&SHARED, message.clone()));
                }
            }
            self.findings.push(Finding::new(&SHARED, message).at(self.place(cell)));
        }
    }
}
