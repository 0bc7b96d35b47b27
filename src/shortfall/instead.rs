//! Criteria that stand for one another: what a unit could still get by one that does not count now.

use super::Lesser;
use super::lost::Ground;
use crate::criteria::{Alternative, Criterion};
use crate::figure::CriterionId;
use crate::points::Points;
use crate::scoring::Node;

impl Ground<'_> {
    /// Gives the node of a criterion.
    fn node(&self, id: &CriterionId) -> Option<&Node> {
        self.card.nodes.iter().find(|node| node.id == *id)
    }

    /// Gives the one of criteria that stand for one another that counts.
    fn counting(&self, of: &Alternative) -> Option<&Node> {
        of.criteria.iter().filter_map(|id| self.node(id)).find(|node| node.applicable)
    }

    /// Gives the most that a leaf would add at the top if it counted: beside an alternative that counts already, no more than its
    /// own alternative is above that one.
    pub fn more_by(&self, leaf: &Node) -> Option<Points> {
        let full = &leaf.max * self.scale(&leaf.id)?;
        let among = self
            .set
            .lineage(&leaf.id)
            .into_iter()
            .filter_map(|criterion| Some((criterion, self.set.alternative_of(&criterion.id)?)))
            .last();
        let Some((own, of)) = among else { return Some(full) };
        let Some(counts) = self.counting(of).filter(|counts| counts.id != own.id) else { return Some(full) };
        let room = &(&own.max * self.scale(&own.id)?) - &(&counts.official.clone().unwrap_or_default() * self.scale(&counts.id)?);
        Some(full.min(room.max(Points::zero())))
    }

    /// Lists alternatives that count and can't reach what others of them could.
    pub fn lesser(&self) -> Vec<Lesser> {
        let of = |of: &Alternative| {
            let counts = self.counting(of)?;
            let own = &counts.applicable_max * self.scale(&counts.id)?;
            let more = &self.common_max(of, counts)? - &own;
            let others = of.criteria.iter().filter(|id| **id != counts.id).cloned().collect();
            more.is_positive().then(|| Lesser { counts: counts.id.clone(), others, more })
        };
        self.set.alternatives.iter().filter_map(of).collect()
    }

    /// Gives what criteria that stand for one another count in the maximum, at the top of the tree: what the criterion above them
    /// has beside all others below it.
    fn common_max(&self, of: &Alternative, counts: &Node) -> Option<Points> {
        let above = self.set.lineage(&counts.id).into_iter().rev().nth(1);
        let (all, beside): (Points, &[Criterion]) = match above {
            Some(criterion) => (&self.node(&criterion.id)?.applicable_max * self.scale(&criterion.id)?, criterion.children()),
            None => (self.card.applicable_max.clone(), &self.set.criteria),
        };
        let others = beside.iter().filter(|one| !of.criteria.contains(&one.id));
        let counted =
            others.filter_map(|one| Some(&self.node(&one.id).filter(|node| node.applicable)?.applicable_max * self.scale(&one.id)?));
        Some(&all - &counted.sum::<Points>())
    }
}
