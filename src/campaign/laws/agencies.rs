//! Laws of agencies: each with an id and a name of its own, each with something to appraise, no criterion with two, and
//! those that sets name are there.

use std::collections::BTreeMap;

use super::Laws;
use crate::assessment::Agencies;
use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::{CriterionId, SetId};
use crate::finding::campaign::{IDLE_AGENCY, REPEATED_ID, TWO_AGENCIES, UNKNOWN_AGENCY, UNKNOWN_CRITERION};
use crate::text;

impl Laws<'_> {
    /// Looks at the agencies of the campaign, and at those that its sets name. A campaign without agencies leaves them to
    /// its sets.
    pub(super) fn agencies(&mut self, agencies: &Agencies) {
        let raw = self.raw;
        if raw.agencies.is_empty() {
            return;
        }
        self.unique("agencies", raw.agencies.iter().map(|agency| agency.id.as_str()));
        let mut given: BTreeMap<&str, &str> = BTreeMap::new();
        for (n, agency) in raw.agencies.iter().enumerate() {
            let (n_words, id) = (n.to_string(), &agency.id);
            if let Some(other) =
                raw.agencies.iter().take(n).find(|other| agencies.find(&agency.name).is_some_and(|first| first.id.as_str() == other.id))
            {
                let (name, other) = (&agency.name, &other.id);
                let message = text!("“{id}” và “{other}” cùng tên “{name}”", "“{id}” and “{other}” are both named “{name}”");
                self.fault(&["agencies", &n_words, "name"], &REPEATED_ID, message);
            }
            for (c, criterion) in agency.criteria.iter().enumerate() {
                let c = c.to_string();
                let path = ["agencies", n_words.as_str(), "criteria", c.as_str()];
                self.criterion_of_any_set(&path, criterion);
                if let Some(other) = given.insert(criterion, id) {
                    let message = text!(
                        "tiêu chí “{criterion}” đã giao cho “{other}”, nay lại giao cho “{id}”",
                        "criterion “{criterion}” is already given to “{other}”, and here to “{id}”"
                    );
                    self.fault(&path, &TWO_AGENCIES, message);
                }
            }
            let named = || self.sets.values().flat_map(all).filter_map(|criterion| criterion.agency.as_deref());
            // A set that could not be read may name it.
            let all_read = raw.groups.iter().all(|group| self.sets.contains_key(&SetId::new(group.set.as_str())));
            if agency.criteria.is_empty()
                && all_read
                && !named().any(|words| agencies.find(words).is_some_and(|found| found.id.as_str() == id))
            {
                let message = text!("“{id}” không được giao thẩm định tiêu chí nào", "“{id}” has no criterion to appraise");
                self.fault(&["agencies", &n_words, "id"], &IDLE_AGENCY, message);
            }
        }
        self.named_by_sets(agencies);
    }

    /// A criterion that some set has to have.
    pub(super) fn criterion_of_any_set(&mut self, path: &[&str], id: &str) {
        let sought = CriterionId::new(id);
        if self.sets.is_empty() || self.sets.values().any(|set| set.find(&sought).is_some()) {
            return;
        }
        let message = text!("không bộ tiêu chí nào có tiêu chí “{id}”", "no set has a criterion “{id}”");
        let there: Vec<String> = self.sets.values().flat_map(all).map(|criterion| criterion.id.to_string()).collect();
        self.unknown(path, &UNKNOWN_CRITERION, message, id, there.iter().map(String::as_str));
    }

    /// Agencies that sets name: each once for every group, at its set.
    fn named_by_sets(&mut self, agencies: &Agencies) {
        let sets = self.sets;
        for (n, group) in self.raw.groups.iter().enumerate() {
            let Some(set) = sets.get(&SetId::new(group.set.as_str())) else { continue };
            let mut unknown: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
            let given = |criterion: &&Criterion| agencies.list().iter().any(|agency| agency.criteria.contains(&criterion.id));
            for criterion in all(set).filter(|criterion| !given(criterion)) {
                if let Some(words) = criterion.agency.as_deref().filter(|words| agencies.find(words).is_none()) {
                    unknown.entry(words).or_default().push(criterion.id.as_str());
                }
            }
            for (words, ids) in unknown {
                let ids = ids.join(", ");
                let name = &set.id;
                let message = text!(
                    "bộ tiêu chí “{name}” giao tiêu chí {ids} cho “{words}” thẩm định, mà agencies của đợt không có cơ quan này",
                    "the set “{name}” gives {ids} to “{words}”, which is not among the agencies of the campaign"
                );
                let there = agencies.list().iter().flat_map(|agency| [agency.id.as_str(), agency.name.as_str()]);
                self.unknown(&["groups", &n.to_string(), "set"], &UNKNOWN_AGENCY, message, words, there);
            }
        }
    }
}

/// Lists the criteria of a set, and its lines outside the tree.
fn all(set: &CriteriaSet) -> impl Iterator<Item = &Criterion> {
    let tree = set.walk().into_iter().map(|(_, criterion)| criterion);
    tree.chain(set.adjustments.iter().map(|line| &line.criterion))
}
