//! Who appraises which criteria: one workbook for each agency, or one for all.

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::{Campaign, Round};
use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, SetId};
use crate::rule::Scorer;
use crate::text::fold::{bare, fold};
use crate::text::{Lang, Words};

/// Longest part of a file's name that an agency gives, in bytes, with room for what stands before and behind it.
const LONGEST: usize = 200;

/// What one workbook holds: an agency's criteria, those that no agency has, or all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Id of the agency; `None` for the office that runs the campaign.
    pub by: Option<String>,
    /// Name of whoever appraises, as printed.
    pub name: String,
    /// Which of the agencies it is whose files would have one name.
    number: usize,
    /// Leaves by set.
    leaves: BTreeMap<SetId, BTreeSet<CriterionId>>,
}

impl Part {
    /// Gives its name; of an office that has none, in a language.
    pub fn called(&self, lang: Lang) -> &str {
        if self.by.is_none() && self.name == COUNCIL.vi { COUNCIL.get(lang) } else { &self.name }
    }

    /// Tells whether it holds a leaf of a set.
    pub fn holds(&self, set: &SetId, leaf: &CriterionId) -> bool {
        self.leaves.get(set).is_some_and(|leaves| leaves.contains(leaf))
    }

    /// Gives the name of its file: `tham-dinh-lan-1-so-tu-phap.xlsx`.
    pub fn file(&self, round: Round) -> String {
        let number = round.number();
        match &self.by {
            Some(by) if self.number == 1 => format!("tham-dinh-lan-{number}-{}.xlsx", plain(by)),
            Some(by) => format!("tham-dinh-lan-{number}-{}-{}.xlsx", plain(by), self.number),
            None => format!("tham-dinh-lan-{number}.xlsx"),
        }
    }
}

/// Who appraises where the campaign names no office.
pub const COUNCIL: Words = Words { vi: "Hội đồng thẩm định", en: "Appraisal council" };

/// Makes a file's name of an id, which may be the words of a set.
fn plain(id: &str) -> String {
    let words = bare(id);
    let whole = words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    // Letters without marks are a byte each.
    whole.get(..LONGEST).unwrap_or(&whole).trim_end_matches('-').to_owned()
}

/// Parts the criteria of a campaign among those who appraise them, in the order of their first criterion; what nobody is
/// named for is the office's. The survey's leaves are nobody's.
pub fn parts(campaign: &Campaign, sets: &BTreeMap<SetId, CriteriaSet>) -> Vec<Part> {
    let office = campaign.office.clone().unwrap_or_else(|| COUNCIL.vi.into());
    let mut parts: Vec<Part> = Vec::new();
    for (id, set) in sets {
        for (criterion, _) in set.leaves().filter(|(_, leaf)| leaf.scorer() != Scorer::Survey) {
            // An agency that is the office itself has no workbook of its own beside the office's.
            let by = campaign.agencies.appraising(set, &criterion.id).filter(|by| fold(by.name) != fold(&office));
            let key = by.map(|by| by.id.to_owned());
            let at = parts.iter().position(|part| part.by == key).unwrap_or_else(|| {
                let name = by.map_or_else(|| office.clone(), |by| by.name.to_owned());
                parts.push(Part { by: key, name, number: 1, leaves: BTreeMap::new() });
                parts.len() - 1
            });
            if let Some(part) = parts.get_mut(at) {
                part.leaves.entry(id.clone()).or_default().insert(criterion.id.clone());
            }
        }
    }
    // The office's own stands first, as whoever sends out the others.
    parts.sort_by_key(|part| part.by.is_some());
    number(&mut parts);
    parts
}

/// Tells agencies apart whose ids make the same name of a file.
fn number(parts: &mut [Part]) {
    let mut names: BTreeSet<String> = BTreeSet::new();
    for part in parts {
        while !names.insert(part.file(Round::FIRST)) {
            part.number += 1;
        }
    }
}
