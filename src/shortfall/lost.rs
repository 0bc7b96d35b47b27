//! Points that a unit lost: at leaves, by penalties outside the tree and by lateness.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Source, Waiting};
use crate::assessment::Stage;
use crate::criteria::{CriteriaSet, Criterion, Otherwise, Requirement, Sign};
use crate::figure::CriterionId;
use crate::points::Points;
use crate::rule::Scorer;
use crate::scoring::{AdjustmentScore, Excuse, Node, Scorecard};

/// Points that something lost, as they count at the top of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// Leaf or line that lost them; that of lateness has no id of the set.
    pub criterion: CriterionId,
    /// What lost them.
    pub source: Source,
    /// All that it lost.
    pub points: Points,
    /// What of that documents would bring back: it was withheld for want of them.
    pub by_documents: Points,
    /// What keeps it at 0, where a condition of the set does.
    pub gate: Gate,
    /// Whether the unit can do something for it: what a survey finds and a day that has passed are in nobody's hands.
    pub is_own: bool,
}

/// Whether a leaf counts as soon as it has points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gate {
    /// It does.
    Open,
    /// It counts 0 until these leaves have full points, and then what it has already.
    Shut {
        /// Fewest leaves that open it.
        until: Vec<CriterionId>,
        /// What it has, as it counts at the top of the tree.
        has: Points,
    },
    /// Points of other leaves do not open it.
    Closed,
}

/// Leaves of a unit with what they count at the top of the tree. What the council has yet to score is not lost.
pub struct Ground<'a> {
    /// Its scores.
    pub card: &'a Scorecard,
    /// Its set.
    pub set: &'a CriteriaSet,
    /// What it lost: for want of documents first, then the most first.
    pub lost: Vec<Lost>,
    scales: BTreeMap<&'a CriterionId, Points>,
}

impl<'a> Ground<'a> {
    /// Looks at the scores of a unit.
    pub fn new(card: &'a Scorecard, set: &'a CriteriaSet) -> Self {
        let mut ground = Self { card, set, lost: Vec::new(), scales: BTreeMap::new() };
        scale(&set.criteria, &Points::one(), &mut ground.scales);
        let open: Vec<&CriterionId> = card.unscored(set).collect();
        let leaves = card.nodes.iter().filter(|node| node.applicable && !open.contains(&&node.id));
        ground.lost = leaves.filter_map(|node| ground.of_leaf(node)).collect();
        for penalty in penalties(card, set) {
            // What stands beside a leaf goes with it.
            match ground.lost.iter_mut().find(|one| one.criterion == penalty.criterion) {
                Some(leaf) => leaf.points += &penalty.points,
                None => ground.lost.push(penalty),
            }
        }
        ground.lost.sort_by(|one, other| {
            let key = |one: &Lost| (Reverse(one.by_documents.clone()), Reverse(one.points.clone()));
            key(one).cmp(&key(other)).then_with(|| one.criterion.cmp(&other.criterion))
        });
        // Which leaves open a gate is asked of what all of them lost.
        let gates: Vec<Gate> = ground.lost.iter().map(|one| ground.gate(one)).collect();
        ground.lost.iter_mut().zip(gates).for_each(|(one, gate)| one.gate = gate);
        ground
    }

    /// Gives what a point of a criterion counts at the top.
    pub fn scale(&self, id: &CriterionId) -> Option<&Points> {
        self.scales.get(id)
    }

    /// Finds the fewest leaves at or below a criterion that bring it so many points, as they count at the top; nothing where full
    /// points do not.
    pub fn prefix(&self, criterion: &CriterionId, needed: &Points) -> Option<Vec<CriterionId>> {
        let below = self.set.find(criterion)?.leaves_below();
        let is_below = |one: &&Lost| one.source == Source::Leaf && below.iter().any(|leaf| leaf.id == one.criterion) && !self.waits(one);
        let mut open: Vec<&Lost> = self.lost.iter().filter(is_below).collect();
        open.sort_by_key(|one| Reverse(one.points.clone()));
        let (mut sum, mut taken) = (Points::zero(), Vec::new());
        for one in open {
            if sum >= *needed {
                break;
            }
            sum += &one.points;
            taken.push(one.criterion.clone());
        }
        (sum >= *needed).then_some(taken)
    }

    /// Lists the leaves that do not apply as long as another criterion lacks points.
    pub fn waiting(&self) -> Vec<Waiting> {
        let out = self.card.nodes.iter().filter_map(|node| Some((node, node.trace.as_ref()?)));
        let out = out.filter(|(_, trace)| trace.excused == Some(Excuse::Condition));
        let waiting = out.flat_map(|(node, trace)| {
            let missed = trace.required.iter().filter(|one| one.holds != Some(true) && one.otherwise == Otherwise::NotApplicable);
            missed.filter_map(|one| match &one.requirement {
                Requirement::Index { criterion, at_least } => {
                    let (leaf, until, more) = (node.id.clone(), criterion.clone(), self.more_by(node)?);
                    more.is_positive().then(|| Waiting { leaf, more, until, at_least: at_least.clone() })
                }
                Requirement::Figure { .. } => None,
            })
        });
        waiting.collect()
    }

    /// Tells whether a condition of the set keeps a leaf at 0.
    fn waits(&self, one: &Lost) -> bool {
        let trace = self.card.nodes.iter().find(|node| node.id == one.criterion).and_then(|node| node.trace.as_ref());
        trace.is_some_and(|trace| trace.required.iter().any(|required| required.holds != Some(true) && !required.overruled))
    }

    /// Says what a leaf lost, as if nothing kept it at 0.
    fn of_leaf(&self, node: &Node) -> Option<Lost> {
        let scale = self.scale(&node.id)?;
        let official = node.official.clone().unwrap_or_default();
        // At a criterion that stands for another the decision may give less than the maximum.
        let points = (&self.reached(node) - &official).max(Points::zero());
        let trace = node.trace.as_ref()?;
        let appraised = matches!(trace.reached, Some(Stage::Appraised(_)));
        let backed = [&node.stages.claimed, &node.stages.computed].into_iter().flatten().min();
        // What is withheld for want of a figure, no document brings back.
        let of_documents = !trace.withheld.is_empty() && trace.withheld.iter().all(|one| one.code.is_of_evidence());
        let withheld = backed.filter(|_| !appraised && of_documents).map(|backed| backed - &official);
        let by_documents = withheld.unwrap_or_default().clamp_to(&Points::zero(), &points);
        points.is_positive().then(|| Lost {
            criterion: node.id.clone(),
            source: Source::Leaf,
            points: &points * scale,
            by_documents: &by_documents * scale,
            gate: Gate::Open,
            is_own: self.set.find(&node.id).and_then(Criterion::leaf).is_none_or(|leaf| leaf.scorer() != Scorer::Survey),
        })
    }

    /// Finds what keeps a leaf at 0.
    fn gate(&self, one: &Lost) -> Gate {
        if one.source != Source::Leaf || !self.waits(one) {
            return one.gate.clone();
        }
        let node = self.card.nodes.iter().find(|node| node.id == one.criterion);
        let Some((node, trace)) = node.and_then(|node| Some((node, node.trace.as_ref()?))) else { return Gate::Closed };
        let mut until: Vec<CriterionId> = Vec::new();
        for required in trace.required.iter().filter(|required| required.holds != Some(true)) {
            let Requirement::Index { criterion, at_least } = &required.requirement else { return Gate::Closed };
            let Some(opens) = self.opens(criterion, at_least) else { return Gate::Closed };
            until.extend(opens);
        }
        until.sort();
        until.dedup();
        let has = trace.reached.and_then(|stage| node.stages.at(stage)).or(node.stages.survey.as_ref()).cloned().unwrap_or_default();
        let has = self.scale(&one.criterion).map(|scale| &has * scale).unwrap_or_default();
        Gate::Shut { until, has: has.clamp_to(&Points::zero(), &one.points) }
    }

    /// Finds the fewest leaves that bring a criterion to an index.
    fn opens(&self, criterion: &CriterionId, at_least: &Points) -> Option<Vec<CriterionId>> {
        let node = self.card.nodes.iter().find(|node| node.id == *criterion)?;
        let share = at_least.over(&Points::hundred())?;
        let missing = &(&share * &node.applicable_max) - &node.official.clone().unwrap_or_default();
        self.prefix(criterion, &(&missing * self.scale(criterion)?))
    }
}

/// Lists the points that penalties and lateness took.
fn penalties(card: &Scorecard, set: &CriteriaSet) -> Vec<Lost> {
    let lost = |criterion: CriterionId, source: Source, points: Points, gate: Gate| {
        let by_documents = Points::zero();
        Lost { criterion, source, points, by_documents, gate, is_own: source != Source::Lateness }
    };
    let lines = card.adjustments.iter().filter(|line| line.sign == Sign::Penalty);
    let lines = lines.filter_map(|line| {
        let (points, is_alone) = counted(card, set, line)?;
        Some(lost(line.id.clone(), Source::Penalty, points, if is_alone { Gate::Open } else { Gate::Closed }))
    });
    let late = card.lateness.as_ref().map(|costs| lost(CriterionId::new("–"), Source::Lateness, costs.clone(), Gate::Open));
    lines.chain(late).filter(|one| one.points.is_positive()).collect()
}

/// Gives what a penalty took at the top, and whether that comes back without it: not under a cap that is passed, nor where the
/// criterion that it belongs to bounds it; there each line took its share.
fn counted(card: &Scorecard, set: &CriteriaSet, line: &AdjustmentScore) -> Option<(Points, bool)> {
    let official = line.official.as_ref()?;
    if line.trace.is_none() {
        return Some((official.clone(), true));
    }
    if let Some(of) = set.line(&line.id).and_then(|line| line.within.as_ref()) {
        let within = card.within(set).into_iter().find(|one| one.criterion.id == *of && one.asked.is_negative())?;
        let share = official.over(&-&within.asked).unwrap_or_default();
        return Some((&-&within.adds * &share, false));
    }
    let capped = card.capped(set).into_iter().find(|one| one.cap.adjustments.contains(&line.id));
    let part = capped.and_then(|one| (official * &one.cap.max).over(&one.sum));
    Some(part.map_or_else(|| (official.clone(), true), |part| (part, false)))
}

/// Gives what a point of each leaf counts at the top.
fn scale<'s>(criteria: &'s [Criterion], above: &Points, scales: &mut BTreeMap<&'s CriterionId, Points>) {
    for criterion in criteria {
        let here = above * &criterion.weight;
        scale(criterion.children(), &here, scales);
        scales.insert(&criterion.id, here);
    }
}
