//! Who is chosen of those that stand in the order of an award, and who is tied at the edge of its quota.
//!
//! Places are filled by the units that nobody left stands before. Where these are more than the places left, nobody of them is
//! chosen. Whether a unit may be chosen is asked only as far as places are left: a draw of many looks at the first alone.

use crate::figure::GroupId;

/// Candidates of an award, the best first by its order, so that those equal in it stand side by side: group by group, each of them
/// by its places.
pub trait Candidates {
    /// Counts them.
    fn count(&self) -> usize;
    /// Tells whether one may be chosen.
    fn may(&self, at: usize) -> bool;
    /// Tells whether two are equal in the award's order.
    fn are_equal(&self, one: usize, other: usize) -> bool;
    /// Tells whether one that is equal to another in the award's order stands before it all the same: by their places in one
    /// group.
    fn stands_before(&self, one: usize, other: usize) -> bool;
    /// Tells whether one is of a group.
    fn is_of(&self, at: usize, group: &GroupId) -> bool;
}

/// Who is chosen, and who is tied at the edge, both in order.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Choice {
    /// Chosen.
    pub chosen: Vec<usize>,
    /// Equal at the edge of the quota.
    pub tied: Vec<usize>,
}

/// Fills the places of a quota: first those kept for groups, each by the order of the group, then the rest over all.
///
/// A tie at the edge of places that are kept leaves them open; whoever of it comes in over all takes one of them.
pub fn choose(candidates: &impl Candidates, quota: usize, reserved: &[(GroupId, usize)]) -> Choice {
    let mut chosen: Vec<usize> = Vec::new();
    let mut waiting: Vec<(Vec<usize>, usize)> = Vec::new();
    for (group, places) in reserved {
        let kept: usize = waiting.iter().map(|(_, open)| open).sum();
        let places = (*places).min(quota.saturating_sub(chosen.len() + kept));
        let of_group = |at: usize| candidates.is_of(at, group);
        let first = fill(candidates, &of_group, places);
        if !first.tied.is_empty() {
            waiting.push((first.tied, places - first.chosen.len()));
        }
        chosen.extend(first.chosen);
    }
    loop {
        let kept: usize = waiting.iter().map(|(_, open)| open).sum();
        let Choice { chosen: more, tied } = fill(candidates, &|at| !chosen.contains(&at), quota.saturating_sub(chosen.len() + kept));
        let mut freed = false;
        for (units, open) in &mut waiting {
            let came = units.iter().filter(|unit| more.contains(unit)).count();
            units.retain(|unit| !more.contains(unit));
            freed |= came > 0 && *open > 0;
            *open = open.saturating_sub(came);
        }
        chosen.extend(more);
        if !freed {
            let waits = waiting.into_iter().filter(|(_, open)| *open > 0).flat_map(|(units, _)| units);
            let mut at_edge: Vec<usize> = waits.chain(tied).filter(|unit| !chosen.contains(unit)).collect();
            at_edge.sort_unstable();
            at_edge.dedup();
            chosen.sort_unstable();
            return Choice { chosen, tied: at_edge };
        }
    }
}

/// Fills so many places from those that `among` lets in.
fn fill(candidates: &impl Candidates, among: &dyn Fn(usize) -> bool, quota: usize) -> Choice {
    let mut chosen: Vec<usize> = Vec::new();
    let mut from = 0;
    while chosen.len() < quota {
        let is_left = |at: usize| among(at) && !chosen.contains(&at) && candidates.may(at);
        let Some(best) = (from..candidates.count()).find(|at| is_left(*at)) else { break };
        let level: Vec<usize> =
            (best..candidates.count()).take_while(|at| candidates.are_equal(best, *at)).filter(|at| is_left(*at)).collect();
        // Those that nobody stands before: of each group the ones at its best place, with which it begins.
        let mut first: Vec<usize> = Vec::new();
        for one in level {
            if !first.last().is_some_and(|last| candidates.stands_before(*last, one)) {
                first.push(one);
            }
        }
        if first.len() > quota - chosen.len() {
            return Choice { chosen, tied: first };
        }
        chosen.extend(first);
        from = best;
    }
    Choice { chosen, tied: Vec::new() }
}
