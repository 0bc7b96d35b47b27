//! Lines of a criterion that has children: a table often prints the sum of their points above or below them. Such a sum counts
//! for nothing; it is compared with the points of the children in the same file.

use std::collections::BTreeMap;

use crate::assessment::Unit;
use crate::criteria::Criterion;
use crate::figure::{CriterionId, UnitId};
use crate::finding::Finding;
use crate::finding::appraisal::{GROUP, SUM_DIFFERS};
use crate::intake::table::{Row, SaidRound};
use crate::points::Points;
use crate::text;
use crate::typed::value;

/// What points are of: file, round, unit.
type Of = (Option<String>, SaidRound, UnitId);

/// Sums and what they may be sums of.
#[derive(Debug, Default)]
pub struct Sums<'p> {
    sums: Vec<(Of, &'p Criterion, Row)>,
    points: BTreeMap<Of, BTreeMap<CriterionId, Points>>,
}

impl<'p> Sums<'p> {
    /// Takes the line of a criterion that has children.
    pub fn sum(&mut self, row: &Row, unit: &Unit, criterion: &'p Criterion) {
        self.sums.push((of(row, unit), criterion, row.clone()));
    }

    /// Takes the points of a leaf.
    pub fn leaf(&mut self, row: &Row, unit: &Unit, criterion: &Criterion, points: &Points) {
        self.points.entry(of(row, unit)).or_default().insert(criterion.id.clone(), points.clone());
    }

    /// Says of every sum that it is none, or another one.
    pub fn settle(self) -> Vec<Finding> {
        let Self { sums, points } = self;
        sums.into_iter().filter_map(|(of, criterion, row)| told(&of, criterion, &row, points.get(&of))).collect()
    }
}

/// Tells what the points of a row are of.
fn of(row: &Row, unit: &Unit) -> Of {
    (row.place.file.clone(), row.round.clone(), unit.id.clone())
}

/// Says of one sum what is wrong with it.
fn told(of: &Of, criterion: &Criterion, row: &Row, points: Option<&BTreeMap<CriterionId, Points>>) -> Option<Finding> {
    let (id, name) = (&criterion.id, &criterion.name);
    let leaves: Vec<&Points> = points.map(|points| of_leaves(criterion, points)).unwrap_or_default();
    let finding = if leaves.is_empty() {
        let message = text!(
            "Tiêu chí “{id} {name}” có tiêu chí thành phần, không nhập điểm chung.",
            "Criterion “{id} {name}” has sub-criteria; it takes no points of its own."
        );
        Finding::new(&GROUP, message)
    } else {
        let total: Points = leaves.into_iter().sum();
        let typed = value::claim(Some(&row.points), &criterion.max).value;
        if matches!(&typed, crate::assessment::Claim::Points(typed) if *typed == total) {
            return None;
        }
        let (typed, sum_vi, sum) = (row.points.shown(), total.plain_vi(), total.plain());
        let message = text!(
            "Dòng của tiêu chí “{id} {name}” ghi {typed} điểm, cộng các tiêu chí thành phần trong bảng được {sum_vi}; điểm chung không được dùng.",
            "The line of criterion “{id} {name}” says {typed} points, its sub-criteria in the table come to {sum}; points of their own are not used."
        );
        Finding::new(&SUM_DIFFERS, message)
    };
    Some(finding.of(&of.2).on(id).at(row.place.clone()))
}

/// Lists the points of the leaves below a criterion.
fn of_leaves<'a>(criterion: &Criterion, points: &'a BTreeMap<CriterionId, Points>) -> Vec<&'a Points> {
    let own = criterion.leaf().and_then(|_| points.get(&criterion.id));
    own.into_iter().chain(criterion.children().iter().flat_map(|child| of_leaves(child, points))).collect()
}
