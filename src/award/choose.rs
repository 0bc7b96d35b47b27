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
    /// Equal at some edge of the quota.
    pub tied: Vec<usize>,
    /// What became of the places that are kept, in the order of the groups that they are kept for.
    pub kept: Vec<Kept>,
    /// The edges at which units are equal: of places that are kept, then of the rest.
    pub edges: Vec<Edge>,
}

/// What became of places that are kept for a group.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Kept {
    /// How many went to the group, with those that wait for the council.
    pub places: usize,
    /// Chosen on them by the order of the group.
    pub chosen: Vec<usize>,
}

/// Units that are equal where places end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Which, in order.
    pub units: Vec<usize>,
    /// How many places are left for them.
    pub open: usize,
    /// Whose places: of what is kept, which; `None` for the rest.
    pub kept: Option<usize>,
}

/// Places that are kept for a group, being filled.
struct Filling {
    kept: Kept,
    /// Equal at the edge of them.
    waiting: Vec<usize>,
    /// How many are left for these.
    open: usize,
}

impl Filling {
    /// Takes those who came in over all. Who waits is equal, so that all of them come or none; coming they take all that is open.
    /// Tells whether they came.
    fn come(&mut self, units: &[usize]) -> bool {
        let came = self.waiting.iter().any(|unit| units.contains(unit));
        if came {
            self.waiting.clear();
            self.open = 0;
        }
        came
    }
}

/// Candidates that were taken: looked up as often as there are candidates, in every draw.
struct Taken {
    list: Vec<usize>,
    is_taken: Vec<bool>,
}

impl Taken {
    /// Begins with none of so many.
    fn new(count: usize) -> Self {
        Self { list: Vec::new(), is_taken: vec![false; count] }
    }

    /// Tells whether one was taken.
    fn has(&self, at: usize) -> bool {
        self.is_taken.get(at) == Some(&true)
    }

    /// Takes some.
    fn extend(&mut self, more: &[usize]) {
        self.list.extend(more);
        for at in more {
            self.is_taken.get_mut(*at).into_iter().for_each(|taken| *taken = true);
        }
    }
}

/// Fills the places of a quota: first those kept for groups, each by the order of the group, then the rest over all.
///
/// A tie at the edge of places that are kept leaves them open; whoever of it comes in over all takes one of them. Units that are
/// equal at the edge of the rest and have room together on it and on the places for which they wait are no tie.
pub fn choose(candidates: &impl Candidates, quota: usize, reserved: &[(GroupId, usize)]) -> Choice {
    let mut chosen = Taken::new(candidates.count());
    let mut filling: Vec<Filling> = Vec::new();
    let held = |filling: &[Filling]| filling.iter().map(|one| one.open).sum::<usize>();
    for (n, (group, _)) in reserved.iter().enumerate() {
        // A group that is named again has all of its places at first.
        let is_again = reserved.iter().take(n).any(|(other, _)| other == group);
        let places = if is_again { 0 } else { places_kept(reserved, group) };
        let places = places.min(quota.saturating_sub(chosen.list.len() + held(&filling)));
        let of_group = |at: usize| candidates.is_of(at, group) && !chosen.has(at);
        let first = fill(candidates, &of_group, places);
        let open = if first.tied.is_empty() { 0 } else { places - first.chosen.len() };
        chosen.extend(&first.chosen);
        filling.push(Filling { kept: Kept { places: first.chosen.len() + open, chosen: first.chosen }, waiting: first.tied, open });
    }
    loop {
        let rest = quota.saturating_sub(chosen.list.len() + held(&filling));
        let Filled { chosen: mut more, mut tied } = fill(candidates, &|at| !chosen.has(at), rest);
        let left = rest - more.len();
        let waited_for: usize = filling.iter().filter(|one| one.waiting.iter().any(|unit| tied.contains(unit))).map(|one| one.open).sum();
        if tied.len() <= left + waited_for {
            more.append(&mut tied);
        }
        let freed = filling.iter_mut().map(|one| one.come(&more)).filter(|taken| *taken).count() > 0;
        chosen.extend(&more);
        if !freed {
            chosen.list.sort_unstable();
            return ended(chosen.list, filling, (tied, left));
        }
    }
}

/// Counts the places that are kept for a group.
pub fn places_kept(reserved: &[(GroupId, usize)], group: &GroupId) -> usize {
    reserved.iter().filter(|(other, _)| other == group).map(|(_, places)| places).sum()
}

/// Gathers what came of it; `rest` are those equal at the edge of the rest, with the places left for them.
fn ended(chosen: Vec<usize>, filling: Vec<Filling>, rest: (Vec<usize>, usize)) -> Choice {
    let (mut kept, mut edges) = (Vec::new(), Vec::new());
    for (n, one) in filling.into_iter().enumerate() {
        if one.open > 0 {
            edges.push(Edge { units: one.waiting, open: one.open, kept: Some(n) });
        }
        kept.push(one.kept);
    }
    if !rest.0.is_empty() {
        edges.push(Edge { units: rest.0, open: rest.1, kept: None });
    }
    let mut tied: Vec<usize> = edges.iter().flat_map(|edge| edge.units.iter().copied()).collect();
    tied.sort_unstable();
    tied.dedup();
    Choice { chosen, tied, kept, edges }
}

/// Who fills some places, and who is equal where these end.
struct Filled {
    chosen: Vec<usize>,
    tied: Vec<usize>,
}

/// Fills so many places from those that `among` lets in.
fn fill(candidates: &impl Candidates, among: &dyn Fn(usize) -> bool, quota: usize) -> Filled {
    let mut chosen = Taken::new(candidates.count());
    let mut from = 0;
    while chosen.list.len() < quota {
        let is_left = |at: usize| among(at) && !chosen.has(at) && candidates.may(at);
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
        if first.len() > quota - chosen.list.len() {
            return Filled { chosen: chosen.list, tied: first };
        }
        chosen.extend(&first);
        from = best;
    }
    Filled { chosen: chosen.list, tied: Vec::new() }
}
