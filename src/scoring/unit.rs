//! Everything of one unit: its leaves, the sums above them, adjustments, points and index.
//!
//! Source: [meanings](crate#meanings) 16, 18 and 20–22.

use super::best::Best;
use super::leaf::Desk;
use super::official::{Settled, settle};
use super::tree::{Sums, group_node, index, leaf_node};
use super::{AdjustmentScore, Entrant, Node, Scorecard, Stages};
use crate::assessment::Stage;
use crate::criteria::{Adjustment, Body, CriteriaSet, Criterion, Leaf, Sign, SurveyMissing};
use crate::figure::CriterionId;
use crate::finding::points::{CUT_AT_100, NO_POINTS, NO_SURVEY, NOTHING_APPLIES, STAGE_NOT_REACHED};
use crate::finding::{Checked, Finding, Severity};
use crate::points::{Points, Rounding};
use crate::rule::Scorer;
use crate::text;
use crate::text::Text;

/// Work on one unit.
struct Work<'a> {
    /// Where leaves are scored by what the unit declared.
    desk: Desk<'a>,
    /// Official stage.
    official: Stage,
    /// What the set says of a unit without a survey, where this is one.
    no_survey: Option<SurveyMissing>,
    /// Nodes so far.
    nodes: Vec<Node>,
    /// Penalties beside leaves so far.
    penalties: Vec<AdjustmentScore>,
}

/// Scores a unit. Without `best`, it is a form alone: nothing is said of stages that others have yet to fill.
pub fn score(set: &CriteriaSet, rounding: Rounding, entrant: &Entrant<'_>, official: Stage, best: Option<&Best>) -> Checked<Scorecard> {
    let unit = entrant.unit;
    let asked = set.walk().into_iter().filter_map(|(_, criterion)| criterion.leaf()).any(|leaf| leaf.scorer() == Scorer::Unit);
    let read = entrant.evidenced.is_some_and(|evidenced| !evidenced.assessment.answers.is_empty());
    let submitted = read || !asked;
    let desk = Desk { set, rounding, entrant, best, findings: Vec::new() };
    let no_survey = without_survey(set, entrant).then_some(set.survey_missing);
    let mut work = Work { desk, official, no_survey, nodes: Vec::new(), penalties: Vec::new() };

    let mut total = Sums::default();
    for area in &set.criteria {
        let sums = work.walk(area, 1, &area.weight);
        total.add(&sums, &area.weight);
    }
    let mut adjustments: Vec<AdjustmentScore> = set.adjustments.iter().filter_map(|line| work.adjust(line)).collect();
    adjustments.sort_by(|one, other| one.id.cmp(&other.id));
    let Work { desk, mut nodes, mut penalties, .. } = work;
    nodes.sort_by(|one, other| one.id.cmp(&other.id));
    penalties.sort_by(|one, other| one.id.cmp(&other.id));
    adjustments.extend(penalties);
    let mut findings = desk.findings;
    if best.is_some() && submitted {
        findings.extend(unfinished(&nodes, set, official, no_survey.is_some()));
    }

    let adjusted = adjustments
        .iter()
        .filter_map(|line| {
            let points = line.official.as_ref()?;
            Some(if line.sign == Sign::Penalty { -points } else { points.clone() })
        })
        .reduce(|sum, points| &sum + &points);
    let tree = total.official.clone().unwrap_or_default();
    let sum = adjusted.as_ref().map_or_else(|| tree.clone(), |adjusted| &tree + adjusted).max(Points::zero());
    let cut_at_100 = !set.may_pass_100 && total.max.is_positive() && sum > total.max;
    let points = if cut_at_100 { total.max.clone() } else { sum.clone() };
    if cut_at_100 {
        let (sum_vi, sum_en) = (rounding.vietnamese(&sum), rounding.machine(&sum));
        let (max_vi, max_en) = (total.max.plain_vi(), total.max.plain());
        let message = text!(
            "Tổng điểm cả điểm thưởng là “{sum_vi}”, tính đến “{max_vi}”.",
            "With bonus points the total is “{sum_en}”; it counts as “{max_en}”."
        );
        findings.push(Finding::new(&CUT_AT_100, message));
    }
    if total.max.is_zero() {
        let message = text!("Không tiêu chí nào áp dụng cho đơn vị.", "No criterion applies to the unit.");
        findings.push(Finding::new(&NOTHING_APPLIES, message));
    }
    if no_survey.is_some() && best.is_some() && submitted {
        let message = match set.survey_missing {
            SurveyMissing::Unranked => text!(
                "Không có điểm điều tra xã hội học: đơn vị có điểm nhưng không xếp hạng.",
                "There are no survey points: the unit is scored, and not ranked."
            ),
            SurveyMissing::Zero => {
                text!("Không có điểm điều tra xã hội học: phần điều tra tính 0 điểm.", "There are no survey points: the survey counts 0.")
            }
            SurveyMissing::Rescale => text!(
                "Không có điểm điều tra xã hội học: phần điều tra không tính vào điểm tối đa.",
                "There are no survey points: the survey leaves the maximum."
            ),
        };
        findings.push(Finding::new(&NO_SURVEY, message));
    }
    for finding in &mut findings {
        finding.unit.get_or_insert_with(|| unit.id.clone());
    }
    let card = Scorecard {
        unit: unit.id.clone(),
        submitted,
        ranked: unit.ranked && total.max.is_positive() && no_survey != Some(SurveyMissing::Unranked),
        nodes,
        adjustments,
        stages: total.stages.clone(),
        adjusted,
        index: index(Some(&points), &total.max),
        points,
        applicable_max: total.max,
        cut_at_100,
    };
    Checked { value: card, findings }
}

impl Work<'_> {
    /// Scores a criterion and what is below it. `scale` is the product of weights up to the top.
    fn walk(&mut self, criterion: &Criterion, depth: usize, scale: &Points) -> Sums {
        match &criterion.body {
            Body::Group(children) => {
                let mut sums = Sums::default();
                for child in children {
                    let part = self.walk(child, depth + 1, &(scale * &child.weight));
                    sums.add(&part, &child.weight);
                }
                self.nodes.push(group_node(criterion, depth, &sums));
                sums
            }
            Body::Leaf(leaf) => {
                let settled = self.settle(criterion, leaf, None);
                if let Some(penalty) = &settled.penalty {
                    let points = Some(penalty.points.clone());
                    self.penalties.push(AdjustmentScore {
                        id: criterion.id.clone(),
                        sign: Sign::Penalty,
                        stages: Stages { computed: points.clone(), accepted: points.clone(), ..Stages::default() },
                        official: points.filter(|_| !penalty.lapsed),
                        trace: None,
                    });
                }
                let sums = Sums::leaf(&settled);
                self.nodes.push(leaf_node(criterion, depth, leaf.scorer(), settled, &sums, scale));
                sums
            }
        }
    }

    /// Scores a line outside the tree.
    fn adjust(&mut self, line: &Adjustment) -> Option<AdjustmentScore> {
        let criterion = &line.criterion;
        let settled = self.settle(criterion, criterion.leaf()?, Some(line.sign));
        Some(AdjustmentScore {
            id: criterion.id.clone(),
            sign: line.sign,
            stages: settled.stages,
            official: settled.official,
            trace: Some(settled.trace),
        })
    }

    /// Brings a leaf through all stages.
    fn settle(&mut self, criterion: &Criterion, leaf: &Leaf, sign: Option<Sign>) -> Settled {
        let own = self.desk.own(criterion, leaf, sign);
        let (entrant, rounding) = (self.desk.entrant, self.desk.rounding);
        settle(criterion, leaf.scorer(), own, entrant, self.official, rounding, self.no_survey)
    }
}

/// Tells whether the set asks for a survey of this unit and none was held.
fn without_survey(set: &CriteriaSet, entrant: &Entrant<'_>) -> bool {
    let asked =
        |(criterion, leaf): &(&Criterion, &Leaf)| leaf.scorer() == Scorer::Survey && !entrant.unit.not_applicable.contains(&criterion.id);
    let typed = |id: &CriterionId| entrant.survey.is_some_and(|survey| survey.contains_key(id));
    let found = |id: &CriterionId| entrant.surveyed.is_some_and(|surveyed| surveyed.contains_key(id));
    let mut leaves = set.leaves().filter(asked).map(|(criterion, _)| &criterion.id).peekable();
    leaves.peek().is_some() && !leaves.any(|id| typed(id) || found(id))
}

/// Lists leaves that nobody has scored, and says which have not reached the official stage.
fn unfinished(nodes: &[Node], set: &CriteriaSet, official: Stage, no_survey: bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut behind: Vec<(Stage, Vec<&CriterionId>)> = Vec::new();
    for node in nodes.iter().filter(|node| node.applicable) {
        let Some(leaf) = set.find(&node.id).and_then(Criterion::leaf) else { continue };
        let surveyed = leaf.scorer() == Scorer::Survey;
        if node.official.is_none() && !(surveyed && no_survey) {
            let who = match leaf.scorer() {
                Scorer::Unit => text!("đơn vị", "the unit"),
                Scorer::Council => text!("hội đồng thẩm định", "the council"),
                Scorer::Survey => text!("điều tra xã hội học", "the survey"),
            };
            let (vi, en) = (who.vi, who.en);
            let message = text!("Tiêu chí chưa có điểm của {vi}: tính 0 điểm.", "There are no points by {en}: it counts 0.");
            findings.push(Finding::new(&NO_POINTS, message).on(&node.id));
        }
        let reached = node.trace.as_ref().and_then(|trace| trace.reached);
        if let Some(stage) = reached.filter(|stage| *stage < official) {
            match behind.iter_mut().find(|(at, _)| *at == stage) {
                Some((_, ids)) => ids.push(&node.id),
                None => behind.push((stage, vec![&node.id])),
            }
        }
    }
    behind.sort();
    for (stage, ids) in behind {
        let count = ids.len();
        let ids = ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", ");
        let (Text { vi: wanted_vi, en: wanted_en }, Text { vi: used_vi, en: used_en }) = (official.words(), stage.words());
        let message = text!(
            "Chưa có điểm “{wanted_vi}” ở {count} tiêu chí ({ids}): dùng điểm “{used_vi}”.",
            "“{wanted_en}” is missing for {count} criteria ({ids}): points of “{used_en}” are used."
        );
        let finding = Finding::new(&STAGE_NOT_REACHED, message);
        // Going on from an earlier round is how a further round works.
        let severity = if stage > Stage::Accepted { Severity::Note } else { finding.severity };
        findings.push(Finding { severity, ..finding });
    }
    findings
}
