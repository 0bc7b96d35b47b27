//! Everything of one unit: its leaves, the sums above them, adjustments, points and index.
//!
//! Source: [meanings](crate#meanings) 16, 18, 20–22, 32 and 34.

mod found;

use std::collections::{BTreeMap, BTreeSet};

use self::found::{beyond_official, cut, nothing_read, survey_missing, unfinished};
use super::best::Best;
use super::item::Item;
use super::leaf::LeafScorer;
use super::official::Settled;
use super::required::Conditions;
use super::tree::{Sums, group_node, index, leaf_node};
use super::within::{self, Within};
use super::{AdjustmentScore, Cut, Entrant, Excuse, Node, Scorecard, Stages};
use super::{capped, checks};
use crate::assessment::{Content, Round, Stage};
use crate::criteria::{Adjustment, Body, CriteriaSet, Criterion, Sign, SurveyMissing, WhenBlank};
use crate::figure::CriterionId;
use crate::finding::points::{NO_SURVEY, NOTHING_APPLIES};
use crate::finding::{Checked, Finding, Part};
use crate::points::{Points, Rounding};
use crate::rule::Scorer;
use crate::text;

/// Walk over the tree of one unit.
struct Walk<'a> {
    /// Scores leaves, and gathers what is found.
    leaves: LeafScorer<'a>,
    /// Official stage.
    official: Stage,
    /// What the set says of a unit without a survey, where this is one.
    no_survey: Option<SurveyMissing>,
    /// Conditions of criteria.
    conditions: Conditions<'a>,
    /// Leaves scored so far.
    settled: BTreeMap<CriterionId, Settled>,
    /// Nodes so far.
    nodes: Vec<Node>,
    /// Penalties beside leaves so far.
    penalties: Vec<AdjustmentScore>,
    /// Penalty lines that the result waits for.
    waits_for: Vec<CriterionId>,
    /// Number of leaves and lines with something typed in a round beyond the official stage.
    beyond: BTreeMap<Round, usize>,
}

/// Points of the whole unit.
struct Total {
    /// Sum of adjustments with their sign.
    adjusted: Option<Points>,
    /// Tree and adjustments before they are cut.
    sum: Points,
    /// What counts.
    points: Points,
    /// Where points outside the tree were cut.
    cut: Option<Cut>,
}

/// Scores a unit. Without `best`, it is a form alone: nothing is said of stages that others have yet to fill.
pub fn score(set: &CriteriaSet, rounding: Rounding, entrant: &Entrant<'_>, official: Stage, best: Option<&Best>) -> Checked<Scorecard> {
    let unit = entrant.unit;
    let content = entrant.evidenced.map(|evidenced| evidenced.assessment.content());
    // What nobody filled in is not scored; a form alone is, to say what is missing.
    let evidenced = entrant.evidenced.filter(|_| best.is_none() || content == Some(Content::Read));
    let entrant = &Entrant { evidenced, ..entrant.clone() };
    let asked = set.walk().into_iter().filter_map(|(_, criterion)| criterion.leaf()).any(|leaf| leaf.scorer() == Scorer::Unit);
    let submitted = content == Some(Content::Read) || !asked;
    let no_survey = without_survey(set, entrant).then_some(set.survey_missing);
    let leaves = LeafScorer { set, rounding, entrant, best, unused: unused(set, entrant), findings: Vec::new() };
    let mut walk = Walk {
        leaves,
        official,
        no_survey,
        conditions: Conditions::new(best.is_none(), official),
        settled: BTreeMap::new(),
        // A campaign keeps the nodes of thousands of units.
        nodes: Vec::with_capacity(set.walk().len()),
        penalties: Vec::new(),
        waits_for: Vec::new(),
        beyond: BTreeMap::new(),
    };
    // What a condition looks at is scored first.
    for criterion in set.leaves_in_turn() {
        walk.in_turn(set, criterion);
    }
    let tree = walk.children(&set.criteria, 1, &Points::one());
    let mut adjustments: Vec<AdjustmentScore> = set.adjustments.iter().filter_map(|line| walk.line(line)).collect();
    let Walk { leaves, conditions, mut nodes, penalties, waits_for, beyond, .. } = walk;
    adjustments.extend(penalties);
    // Lines of the set stand before penalties beside leaves.
    adjustments.sort_by(|one, other| (one.trace.is_none(), &one.id).cmp(&(other.trace.is_none(), &other.id)));
    nodes.sort_by(|one, other| one.id.cmp(&other.id));
    // A campaign keeps thousands of cards.
    nodes.shrink_to_fit();

    let within = within::within(set, &nodes, &adjustments);
    let lateness = entrant.lateness.as_ref().filter(|_| submitted && content.is_some()).map(|points| rounding.leaf(points));
    let total = total(set, &tree, &adjustments, &within, lateness.as_ref());
    let mut findings = leaves.findings;
    // Of a unit that sent nothing every condition is open, and that it sent nothing is told already.
    findings.extend(conditions.findings(set, entrant, rounding).into_iter().filter(|_| submitted || best.is_none()));
    findings.extend(entrant.evidenced.iter().flat_map(|sent| checks::findings(set, &sent.assessment)));
    if best.is_some() {
        findings.extend(beyond_official(&beyond, official, entrant));
        findings.extend((!submitted).then(|| nothing_read(entrant, content == Some(Content::Unread))).flatten());
        if submitted {
            findings.extend(unfinished(&nodes, set, official, no_survey.is_some(), entrant));
        }
    }
    findings.extend(capped::findings(&capped::capped(set, &adjustments), rounding));
    findings.extend(within::findings(&within, rounding));
    findings.extend((total.cut == Some(Cut::At100)).then(|| cut(&total.sum, &tree.max, rounding)));
    if tree.max.is_zero() {
        let message = text!("Không tiêu chí nào áp dụng cho đơn vị.", "No criterion applies to the unit.");
        findings.push(Finding::new(&NOTHING_APPLIES, message));
    }
    if let Some(missing) = no_survey.filter(|_| best.is_some() && submitted) {
        findings.push(Finding::new(&NO_SURVEY, survey_missing(missing)).lacks(Part::Survey));
    }
    for finding in &mut findings {
        finding.unit.get_or_insert_with(|| unit.id.clone());
    }
    let card = Scorecard {
        unit: unit.id.clone(),
        submitted,
        content,
        ranked: unit.ranked && tree.max.is_positive() && no_survey != Some(SurveyMissing::Unranked),
        nodes,
        adjustments,
        stages: tree.stages,
        lateness,
        adjusted: total.adjusted,
        index: index(Some(&total.points), &tree.max),
        points: total.points,
        applicable_max: tree.max,
        waits_for: if submitted { waits_for } else { Vec::new() },
        cut: total.cut,
    };
    Checked { value: card, findings }
}

impl<'a> Walk<'a> {
    /// Scores a criterion and what is below it. `scale` is the product of weights up to the top.
    fn criterion(&mut self, criterion: &Criterion, depth: usize, scale: &Points) -> Sums {
        match &criterion.body {
            Body::Group(children) => {
                let sums = self.children(children, depth + 1, scale);
                self.nodes.push(group_node(criterion, depth, &sums));
                sums
            }
            Body::Leaf(leaf) => {
                let Some(settled) = self.settled.remove(&criterion.id) else { return Sums::default() };
                if let Some(penalty) = &settled.penalty {
                    let (computed, accepted) = (penalty.declared.clone(), penalty.declared.clone());
                    let appraised = penalty.rounds.iter().map(|(round, points)| (*round, points.clone())).collect();
                    self.penalties.push(AdjustmentScore {
                        id: criterion.id.clone(),
                        sign: Sign::Penalty,
                        stages: Stages { computed, accepted, appraised, ..Stages::default() },
                        official: penalty.official.clone(),
                        trace: None,
                    });
                }
                let sums = Sums::leaf(&settled);
                self.nodes.push(leaf_node(criterion, depth, leaf.scorer(), settled, &sums, scale));
                sums
            }
        }
    }

    /// Scores what stands below a criterion, or the areas.
    fn children(&mut self, children: &[Criterion], depth: usize, scale: &Points) -> Sums {
        let of = |child| (child, self.criterion(child, depth, &(scale * &child.weight)));
        let parts = children.iter().map(of).collect();
        let entrant = self.leaves.entrant;
        let left = |criterion: &Criterion| !criterion.leaves_below().into_iter().any(|leaf| is_filled(entrant, leaf));
        let (sums, passed) = Sums::joined(self.leaves.set, parts, &left);
        for one in passed {
            // Only a run knows the points that decide; of an alternative that was left alone there is nothing to say.
            let is_used = one.points.as_ref().is_some_and(Points::is_positive) || !left(one.criterion);
            let told = one.finding(self.leaves.rounding).filter(|_| is_used && self.leaves.best.is_some());
            self.leaves.findings.extend(told);
            self.pass(one.criterion);
        }
        sums
    }

    /// Leaves out an alternative that does not count, and all below it.
    fn pass(&mut self, criterion: &Criterion) {
        for node in self.nodes.iter_mut().filter(|node| criterion.holds(&node.id)) {
            node.applicable = false;
            node.applicable_max = Points::zero();
            node.official = None;
            node.index = None;
            if let Some(trace) = &mut node.trace {
                trace.excused.get_or_insert(Excuse::Alternative);
                trace.over_claim = None;
            }
        }
        self.penalties.retain(|line| !criterion.holds(&line.id));
        self.waits_for.retain(|id| !criterion.holds(id));
    }

    /// Scores a leaf of the tree, whose conditions look only at leaves that are scored already.
    fn in_turn(&mut self, set: &'a CriteriaSet, criterion: &'a Criterion) {
        let Some(leaf) = criterion.leaf() else { return };
        for carrier in set.conditions(&criterion.id) {
            let settled = &self.settled;
            let standing = |other: &Criterion| Sums::of(set, other, settled).stands();
            self.conditions.look((set, self.leaves.entrant), carrier, standing, |figure| self.leaves.corrections_of(figure));
        }
        let settled = self.settle(Item { criterion, leaf, sign: None, when_blank: WhenBlank::Ask });
        self.settled.insert(criterion.id.clone(), settled);
    }

    /// Scores a line outside the tree.
    fn line(&mut self, line: &Adjustment) -> Option<AdjustmentScore> {
        let criterion = &line.criterion;
        let settled = self.settle(Item { criterion, leaf: criterion.leaf()?, sign: Some(line.sign), when_blank: line.when_blank });
        Some(AdjustmentScore {
            id: criterion.id.clone(),
            sign: line.sign,
            stages: settled.stages,
            official: settled.official,
            trace: Some(Box::new(settled.trace)),
        })
    }

    /// Brings a leaf through all stages.
    fn settle(&mut self, item: Item<'_>) -> Settled {
        let settled = self.leaves.settle(item, self.official, self.no_survey, &self.conditions);
        self.waits_for.extend(settled.waits.then(|| item.criterion.id.clone()));
        for round in &settled.beyond {
            *self.beyond.entry(*round).or_default() += 1;
        }
        settled
    }
}

/// Tells whether a unit typed anything for a leaf.
fn is_filled(entrant: &Entrant<'_>, criterion: &Criterion) -> bool {
    let answers = entrant.evidenced.map(|sent| &sent.assessment.answers);
    let of = answers.and_then(|answers| answers.get(&criterion.id)).zip(criterion.leaf());
    of.is_some_and(|(answer, leaf)| !answer.is_left_alone(leaf))
}

/// Lists the leaves of alternatives that a unit left alone, since it filled in another one.
fn unused(set: &CriteriaSet, entrant: &Entrant<'_>) -> BTreeSet<CriterionId> {
    let mut unused = BTreeSet::new();
    for alternative in &set.alternatives {
        let criteria = alternative.criteria.iter().filter_map(|id| set.find(id));
        let (used, left): (Vec<_>, Vec<_>) =
            criteria.map(Criterion::leaves_below).partition(|leaves| leaves.iter().any(|leaf| is_filled(entrant, leaf)));
        if !used.is_empty() {
            unused.extend(left.into_iter().flatten().map(|leaf| leaf.id.clone()));
        }
    }
    unused
}

/// Adds the adjustments to the tree, less what lateness costs, never under 0, and cuts bonus points where the set says so.
fn total(set: &CriteriaSet, tree: &Sums, adjustments: &[AdjustmentScore], within: &[Within<'_>], lateness: Option<&Points>) -> Total {
    let signed = |line: &AdjustmentScore| {
        let points = line.official.as_ref()?;
        let of_criterion = line.trace.is_some() && set.line(&line.id).is_some_and(|line| line.within.is_some());
        if of_criterion {
            return Some(Points::zero());
        }
        Some(if line.sign == Sign::Penalty { -points } else { points.clone() })
    };
    let passed = capped::capped(set, adjustments).into_iter().filter(|one| !one.is_within(set));
    let over: Points = passed.map(|one| one.signed_over()).sum();
    let of_criteria: Points = within.iter().map(|one| &one.adds).sum();
    let adjusted = adjustments.iter().filter_map(signed).reduce(|sum, points| &sum + &points).map(|sum| &(&sum - &over) + &of_criteria);
    let adjusted = match (adjusted, lateness) {
        (adjusted, None) => adjusted,
        (adjusted, Some(costs)) => Some(&adjusted.unwrap_or_default() - costs),
    };
    let official = tree.official.clone().unwrap_or_default();
    let whole = adjusted.as_ref().map_or_else(|| official.clone(), |adjusted| &official + adjusted);
    let is_under = whole.is_negative();
    let sum = whole.max(Points::zero());
    let is_over = !set.may_pass_100 && tree.max.is_positive() && sum > tree.max;
    let points = if is_over { tree.max.clone() } else { sum.clone() };
    let cut = if is_over { Some(Cut::At100) } else { is_under.then_some(Cut::At0) };
    Total { adjusted, sum, points, cut }
}

/// Tells whether the set asks for a survey of this unit and none was held.
fn without_survey(set: &CriteriaSet, entrant: &Entrant<'_>) -> bool {
    let asked = |criterion: &&Criterion| {
        let by_survey = criterion.leaf().is_some_and(|leaf| leaf.scorer() == Scorer::Survey);
        by_survey && !entrant.unit.not_applicable.contains(&criterion.id)
    };
    let typed = |id: &CriterionId| entrant.survey.is_some_and(|survey| survey.contains_key(id));
    let found = |id: &CriterionId| entrant.surveyed.is_some_and(|surveyed| surveyed.contains_key(id));
    let mut leaves = set.walk().into_iter().map(|(_, criterion)| criterion).filter(asked).map(|criterion| &criterion.id).peekable();
    leaves.peek().is_some() && !leaves.any(|id| typed(id) || found(id))
}
