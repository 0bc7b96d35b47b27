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
            .next_back();
        let Some((own, of)) = among else { return Some(full) };
        let Some(counts) = self.counting(of).filter(|counts| counts.id != own.id) else { return Some(full) };
        let room = &(&own.max * self.scale(&own.id)?) - &(&counts.official.clone().unwrap_or_default() * self.scale(&counts.id)?);
        Some(full.min(room.max(Points::zero())))
    }

    /// Gives the most that a leaf can come to by its rule, of what applies of it.
    pub fn reached(&self, leaf: &Node) -> Points {
        let of_rule = self.set.find(&leaf.id).and_then(|criterion| Some((criterion, criterion.leaf()?)));
        let most = of_rule.map(|(criterion, of)| of.rule.most(&self.set.terms(criterion, of)));
        most.map_or_else(|| leaf.applicable_max.clone(), |most| most.min(leaf.applicable_max.clone()))
    }

    /// Lists alternatives that count and can't reach what others of them could.
    pub fn lesser(&self) -> Vec<Lesser> {
        let top = |id: &CriterionId, points: Points| self.scale(id).map(|scale| &points * scale);
        // Of one that counts what applies of its leaves; of others, of which nothing applies now, what their rules could give.
        let own = |leaf: &Criterion| top(&leaf.id, self.reached(self.node(&leaf.id)?));
        let could = |leaf: &Criterion| {
            let of = leaf.leaf()?;
            top(&leaf.id, of.rule.most(&self.set.terms(leaf, of)))
        };
        let sum = |id: &CriterionId, each: &dyn Fn(&Criterion) -> Option<Points>| -> Points {
            let leaves = self.set.find(id).map(Criterion::leaves_below).unwrap_or_default();
            leaves.into_iter().filter_map(each).collect::<Vec<_>>().iter().sum()
        };
        let of = |of: &Alternative| {
            let counts = self.counting(of)?;
            let reached = sum(&counts.id, &own);
            let common = self.common_max(of, counts)?;
            let above = |id: &&CriterionId| **id != counts.id && sum(id, &could).min(common.clone()) > reached;
            let others: Vec<CriterionId> = of.criteria.iter().filter(above).cloned().collect();
            let most = others.iter().map(|id| sum(id, &could).min(common.clone())).max()?;
            Some(Lesser { counts: counts.id.clone(), others, more: &most - &reached })
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
