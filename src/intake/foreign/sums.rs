//! Scores typed for groups and for the total, compared with the leaves that they should add up from.

use std::collections::BTreeMap;

use super::Asked;
use super::joined::Read;
use crate::assessment::{Answer, Claim};
use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::CriterionId;
use crate::finding::sheet as code;
use crate::finding::{Finding, Place};
use crate::points::Points;
use crate::text;
use crate::workbook::address;

/// Checks every sum that the unit typed, by the answers of the whole form.
pub fn check(read: &[Read<'_>], asked: &Asked<'_>, answers: &Answers, findings: &mut Vec<Finding>) {
    for one in read {
        let sums = Sums { set: asked.set, answers, groups: &one.taken.groups };
        groups(&sums, one, asked, findings);
        // With several tables it can't be told what a total adds.
        if read.len() == 1 {
            total(&sums, one, asked, findings);
        }
    }
}

/// Checks the scores of groups.
fn groups(sums: &Sums<'_>, read: &Read<'_>, asked: &Asked<'_>, findings: &mut Vec<Finding>) {
    let set = asked.set;
    for (_, group) in set.walk() {
        let Some((typed, at)) = sums.groups.get(&group.id) else { continue };
        let sum = sums.children(group);
        if set.rounding.print(typed) == set.rounding.print(&sum) {
            continue;
        }
        let (id, typed_vi, typed_en, sum_vi, sum_en) = (&group.id, typed.plain_vi(), typed.plain(), sum.plain_vi(), sum.plain());
        let message = text!(
            "Tiêu chí cấp trên {id} ghi “{typed_vi}” điểm, trong khi các tiêu chí bên dưới cộng lại là “{sum_vi}”.",
            "Criterion {id}, which has sub-criteria, says “{typed_en}” points, while the criteria below it add to “{sum_en}”."
        );
        findings.push(Finding::new(&code::GROUP_SUM, message).at(place(*at, read, asked)).on(&group.id));
    }
}

/// Checks the total.
fn total(sums: &Sums<'_>, read: &Read<'_>, asked: &Asked<'_>, findings: &mut Vec<Finding>) {
    let (set, Some((typed, at))) = (asked.set, &read.taken.total) else { return };
    let tree: Points = sums.sum(&set.criteria);
    let beside: Points = set.adjustments.iter().map(|line| sums.value(&line.criterion)).sum();
    let fits = |sum: &Points| set.rounding.print(sum) == set.rounding.print(typed);
    if !fits(&tree) && !fits(&(&tree + &beside)) {
        let (typed_vi, typed_en, sum_vi, sum_en) = (typed.plain_vi(), typed.plain(), tree.plain_vi(), tree.plain());
        let message = text!(
            "Hàng tổng cộng ghi “{typed_vi}” điểm, trong khi các lĩnh vực cộng lại là “{sum_vi}”.",
            "The total says “{typed_en}” points, while the areas add to “{sum_en}”."
        );
        findings.push(Finding::new(&code::TOTAL_SUM, message).at(place(*at, read, asked)));
    }
}

/// Gives the place of a cell.
fn place((row, column): (u32, u32), read: &Read<'_>, asked: &Asked<'_>) -> Place {
    Place::cell(asked.file, &read.part.table.grid.name, address(row, column))
}

/// Answers by leaf.
type Answers = BTreeMap<CriterionId, Answer>;

/// What scores are added from.
struct Sums<'s> {
    set: &'s CriteriaSet,
    answers: &'s Answers,
    groups: &'s BTreeMap<CriterionId, (Points, (u32, u32))>,
}

impl Sums<'_> {
    /// Adds up what stands for the children of a group.
    fn children(&self, group: &Criterion) -> Points {
        self.sum(group.children())
    }

    /// Adds up criteria that stand beside one another; of alternatives the best.
    fn sum(&self, criteria: &[Criterion]) -> Points {
        let children = criteria.iter().map(|child| (child, &self.value(child) * &child.weight));
        let parts = self.set.apart(children.collect::<Vec<_>>()).into_iter();
        parts.map(|part| part.into_iter().map(|(_, value)| value).max().unwrap_or_default()).sum()
    }

    /// Gives what stands for a criterion: what is typed, else what is below it; nothing typed is nothing.
    fn value(&self, criterion: &Criterion) -> Points {
        if criterion.leaf().is_some() {
            return match self.answers.get(&criterion.id).map(|answer| &answer.claim) {
                Some(Claim::Points(points)) => points.clone(),
                _ => Points::zero(),
            };
        }
        self.groups.get(&criterion.id).map_or_else(|| self.children(criterion), |(typed, _)| typed.clone())
    }
}
