//! Where a criterion stands in its set.

use super::{CriteriaSet, Criterion};
use crate::figure::CriterionId;

impl CriteriaSet {
    /// Lists what a criterion stands in, from the area down to the criterion itself; a line outside the tree stands alone.
    pub fn lineage(&self, id: &CriterionId) -> Vec<&Criterion> {
        fn down<'c>(criteria: &'c [Criterion], id: &CriterionId) -> Option<Vec<&'c Criterion>> {
            criteria.iter().find_map(|criterion| {
                if criterion.id == *id {
                    return Some(vec![criterion]);
                }
                let mut below = down(criterion.children(), id)?;
                below.insert(0, criterion);
                Some(below)
            })
        }
        let line = || self.adjustments.iter().map(|line| &line.criterion).find(|line| line.id == *id).into_iter().collect();
        down(&self.criteria, id).unwrap_or_else(line)
    }
}
