//! Scores typed for groups and for the total, held against the leaves that they should add up from.

use super::rows::Taken;
use crate::assessment::Claim;
use crate::criteria::{CriteriaSet, Criterion};
use crate::finding::sheet as code;
use crate::finding::{Finding, Place};
use crate::intake::header::Table;
use crate::points::Points;
use crate::text;
use crate::workbook::address;

/// Checks every sum that the unit typed.
pub fn check(taken: &Taken, set: &CriteriaSet, table: &Table<'_>, file: &str, findings: &mut Vec<Finding>) {
    let place = |(row, column)| Place::cell(file, &table.grid.name, address(row, column));
    for (_, group) in set.walk() {
        let Some((typed, at)) = taken.groups.get(&group.id) else { continue };
        let sum = children(group, taken);
        if set.rounding.print(typed) == set.rounding.print(&sum) {
            continue;
        }
        let (id, typed_vi, typed_en, sum_vi, sum_en) = (&group.id, typed.plain_vi(), typed.plain(), sum.plain_vi(), sum.plain());
        let message = text!(
            "Nhóm tiêu chí {id} ghi “{typed_vi}” điểm, trong khi các tiêu chí bên dưới cộng lại là “{sum_vi}”.",
            "Group {id} says “{typed_en}” points, while the criteria below it add to “{sum_en}”."
        );
        findings.push(Finding::new(&code::GROUP_SUM, message).at(place(*at)).on(&group.id));
    }
    let Some((typed, at)) = &taken.total else { return };
    let tree: Points = set.criteria.iter().map(|area| &value(area, taken) * &area.weight).sum();
    let beside: Points = set.adjustments.iter().map(|line| value(&line.criterion, taken)).sum();
    let fits = |sum: &Points| set.rounding.print(sum) == set.rounding.print(typed);
    if !fits(&tree) && !fits(&(&tree + &beside)) {
        let (typed_vi, typed_en, sum_vi, sum_en) = (typed.plain_vi(), typed.plain(), tree.plain_vi(), tree.plain());
        let message = text!(
            "Hàng tổng cộng ghi “{typed_vi}” điểm, trong khi các lĩnh vực cộng lại là “{sum_vi}”.",
            "The total says “{typed_en}” points, while the areas add to “{sum_en}”."
        );
        findings.push(Finding::new(&code::TOTAL_SUM, message).at(place(*at)));
    }
}

/// Adds up what stands for the children of a group.
fn children(group: &Criterion, taken: &Taken) -> Points {
    group.children().iter().map(|child| &value(child, taken) * &child.weight).sum()
}

/// Gives what stands for a criterion: what is typed, else what is below it; nothing typed is nothing.
fn value(criterion: &Criterion, taken: &Taken) -> Points {
    if criterion.leaf().is_some() {
        return match taken.answers.get(&criterion.id).map(|answer| &answer.claim) {
            Some(Claim::Points(points)) => points.clone(),
            _ => Points::zero(),
        };
    }
    taken.groups.get(&criterion.id).map_or_else(|| children(criterion, taken), |(typed, _)| typed.clone())
}
