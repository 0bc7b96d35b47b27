//! Evidence that is only named by the system in which figures stand: what a unit has to send is asked once for the table.

use std::collections::BTreeMap;

use super::Whole;
use crate::convert::beside::unclear;
use crate::convert::rule::Recognised;
use crate::convert::tree::Node;
use crate::finding::convert::BESIDE;
use crate::finding::{Finding, Place};
use crate::text;

/// From so many criteria on the question is one of the set.
const MANY: usize = 2;

impl Whole<'_> {
    /// Asks once what has to be sent, where several criteria leave it open.
    pub fn systems(&mut self, leaves: &[&Node], rules: &BTreeMap<String, Recognised>) {
        let asked = |leaf: &Node| {
            let open = unclear(leaf);
            let told = |read: &Recognised| !open.is_empty() && open.iter().all(|one| read.doubts.contains(one));
            rules.get(&leaf.id).is_some_and(told)
        };
        let open: Vec<&Node> = leaves.iter().copied().filter(|leaf| asked(leaf)).collect();
        if open.len() < MANY {
            return;
        }
        let messages: Vec<_> = open.iter().flat_map(|leaf| unclear(leaf)).map(|(_, message)| message).collect();
        self.findings.retain(|finding| finding.code != &BESIDE || !messages.contains(&finding.message));
        let mut words: Vec<&str> = Vec::new();
        for said in open.iter().flat_map(|leaf| &leaf.row.evidence).filter(|said| messages.iter().any(|one| one.vi.contains(&said.text))) {
            if !words.contains(&said.text.as_str()) {
                words.push(&said.text);
            }
        }
        let (count, list) = (open.len(), open.iter().map(|leaf| leaf.id.as_str()).collect::<Vec<_>>().join(", "));
        let words = words.join("”, “");
        let message = text!(
            "{count} tiêu chí {list}: cột tài liệu kiểm chứng ghi “{words}”, không rõ đơn vị phải gửi tài liệu gì; tạm không bắt buộc",
            "{count} criteria {list}: the column of evidence says “{words}”, and not what a unit has to send; nothing is required for now"
        );
        let place = Place { sheet: Some(self.table.grid.name.clone()), ..Place::file(self.file) };
        self.findings.push(Finding::new(&BESIDE, message).at(place));
    }
}
