//! Alternatives between criteria (“Hoặc” between two rows of a decision): the best of them counts.

use super::{CriteriaSet, Criterion, Leaf};
use crate::figure::CriterionId;
use crate::text;
use crate::text::Text;

/// Criteria of which the best counts, or one that counts by itself, each with something of it.
pub type Beside<'c, T> = Vec<(&'c Criterion, T)>;

/// Criteria of one parent of which the best counts, with a maximum that counts once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// Id, unique among the alternatives of the set.
    pub id: String,
    /// Criteria, in the order of the decision.
    pub criteria: Vec<CriterionId>,
}

impl Alternative {
    /// Says what counts.
    pub fn words(&self) -> Text {
        let ids = self.criteria.iter().map(CriterionId::as_str).collect::<Vec<_>>().join(", ");
        text!("Tính tiêu chí có điểm cao nhất trong các tiêu chí {ids}.", "Of the criteria {ids} the best counts.")
    }
}

impl CriteriaSet {
    /// Gives the alternatives that a criterion is one of.
    pub fn alternative_of(&self, criterion: &CriterionId) -> Option<&Alternative> {
        self.alternatives.iter().find(|alternative| alternative.criteria.contains(criterion))
    }

    /// Tells whether a leaf stands in one of several alternatives of which another has a leaf of this kind.
    pub fn has_instead(&self, leaf: &CriterionId, is: impl Fn(&CriterionId, &Leaf) -> bool) -> bool {
        let stood_for = |above: &&Criterion| {
            let others = self.alternative_of(&above.id).into_iter().flat_map(|of| &of.criteria).filter(|other| **other != above.id);
            others
                .filter_map(|other| self.find(other))
                .flat_map(Criterion::leaves_below)
                .any(|other| other.leaf().is_some_and(|leaf| is(&other.id, leaf)))
        };
        self.lineage(leaf).iter().any(stood_for)
    }

    /// Parts children into what counts by itself and what counts once, in the order of the file.
    pub fn apart<'c, T>(&self, children: impl IntoIterator<Item = (&'c Criterion, T)>) -> Vec<Beside<'c, T>> {
        let (mut kinds, mut parts): (Vec<Option<&Alternative>>, Vec<Beside<'c, T>>) = (Vec::new(), Vec::new());
        for (child, value) in children {
            let of = self.alternative_of(&child.id);
            let known = kinds.iter().position(|known| of.is_some() && *known == of);
            if let Some(beside) = known.and_then(|n| parts.get_mut(n)) {
                beside.push((child, value));
            } else {
                kinds.push(of);
                parts.push(vec![(child, value)]);
            }
        }
        parts
    }
}
