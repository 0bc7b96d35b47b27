//! What several criteria leave open alike: it is asked once for the whole set, and may still be settled one by one.

use std::collections::BTreeMap;

use super::Whole;
use crate::convert::tree::Node;
use crate::finding::convert::{BESIDE, LETTERS, NOTHING_TO_DO};
use crate::finding::{Finding, Place};
use crate::text;
use crate::text::Text;

/// From so many criteria on a question is one of the set.
const MANY: usize = 2;

impl Whole<'_> {
    /// Asks once what a unit gets that had nothing to do, where several criteria leave it open in the same words.
    pub fn alike(&mut self, leaves: &[&Node]) {
        let mut found: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
        let short = |finding: &Finding| {
            let id = finding.criterion.as_ref().filter(|_| finding.code == &NOTHING_TO_DO)?.as_str();
            let name = format!("“{}”: ", leaves.iter().find(|leaf| leaf.id == id)?.row.name.text);
            let cut = |words: &str| words.strip_prefix(&name).map(str::to_owned);
            Some((id.to_owned(), (cut(&finding.message.vi)?, cut(&finding.message.en)?)))
        };
        for (id, words) in self.findings.iter().filter_map(short) {
            found.entry(words).or_default().push(id);
        }
        found.retain(|_, ids| ids.len() >= MANY);
        self.findings.retain(|finding| short(finding).is_none_or(|(_, words)| !found.contains_key(&words)));
        for ((vi, en), ids) in found {
            let (count, list) = (ids.len(), ids.join(", "));
            let message = text!("{count} tiêu chí {list}: {vi}", "{count} criteria {list}: {en}");
            let place = Place { sheet: Some(self.table.grid.name.clone()), ..Place::file(self.file) };
            self.findings.push(Finding::new(&NOTHING_TO_DO, message).at(place));
        }
    }

    /// Lists what is asked once for the whole set, in words.
    pub(super) fn asked_once(&self) -> impl Iterator<Item = &Text> {
        self.findings
            .iter()
            .filter(|finding| [&NOTHING_TO_DO, &LETTERS, &BESIDE].contains(&finding.code))
            .filter(|finding| finding.criterion.is_none() && finding.place.cell.is_none())
            .map(|finding| &finding.message)
    }
}
