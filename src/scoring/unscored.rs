//! Leaves that the council alone scores and has not scored yet.

use super::Scorecard;
use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::CriterionId;
use crate::rule::Scorer;

impl Scorecard {
    /// Lists the leaves of the tree that apply, that the council alone scores, and of which there are no points: they count 0, but
    /// nobody lost them. One that a condition of the set keeps at 0 waits for nobody.
    pub fn unscored<'c>(&'c self, set: &'c CriteriaSet) -> impl Iterator<Item = &'c CriterionId> {
        let open = self.nodes.iter().filter(|node| node.applicable && node.official.is_none());
        let open = open.filter(|node| {
            let trace = node.trace.as_ref();
            trace.is_some_and(|trace| !trace.required.iter().any(|one| one.holds == Some(false) && !one.overruled))
        });
        let by_council = |id: &CriterionId| set.find(id).and_then(Criterion::leaf).is_some_and(|leaf| leaf.scorer() == Scorer::Council);
        open.map(|node| &node.id).filter(move |id| by_council(id))
    }
}
