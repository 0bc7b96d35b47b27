//! Columns that only say again what is known: what share of the maximum was reached, how much of it was lost, or the maxima
//! of the set. They are no figures of the unit's.

use std::collections::BTreeSet;

use super::rates::percent;
use super::{Match, RowReader};
use crate::assessment::Claim;
use crate::criteria::{Criterion, Leaf};
use crate::figure::{Figure, InputKind};
use crate::intake::heading::Role;
use crate::points::Points;
use crate::rule::Scorer;
use crate::typed::value;
use crate::workbook::Cell;

/// Fewest rows that show it.
const FEWEST: usize = 2;

impl RowReader<'_> {
    /// Lists the columns of rates, or in words that nobody knows, of which every figure follows from maximum and score. A rate
    /// that a criterion asks for may be that, too: rows of other criteria must show it.
    pub(super) fn derived(&self) -> Vec<u32> {
        let asked = |role: Role| matches!(role, Role::Rate | Role::Other);
        let columns = self.table.columns.iter().filter(|(_, (role, _))| asked(*role)).map(|(column, _)| *column);
        columns.filter(|column| self.is_derived(*column, Role::Claim)).collect()
    }

    /// Tells whether every figure of a column follows from the maximum and somebody's points.
    pub(super) fn says_points_again(&self, column: u32) -> bool {
        [Role::Claim, Role::Appraised, Role::Survey].into_iter().any(|role| self.is_derived(column, role))
    }

    /// Tells whether every figure of a column follows from the maximum and the points in the column of a role.
    fn is_derived(&self, column: u32, of: Role) -> bool {
        let rows: BTreeSet<u32> = self.matched.keys().map(|(row, _)| *row).collect();
        let (mut shown, mut by_others) = (0, false);
        for row in rows {
            let Some(cell) = self.table.grid.get(row, column).filter(|cell| !cell.is_blank()) else { continue };
            let points = |role: Role| match value::claim(self.cell(row, role).map(|(_, cell)| cell), &self.set.total).value {
                Claim::Points(points) => Some(points),
                _ => None,
            };
            let (Some(max), Some(claim)) = (points(Role::Max), points(of)) else { return false };
            if !follows(cell, &max, &claim) {
                return false;
            }
            shown += 1;
            by_others |= self.criterion_of(row).is_some_and(|criterion| criterion.leaf().is_none_or(|leaf| !asks_rate(leaf)));
        }
        shown >= FEWEST && by_others
    }

    /// Finds the column of maxima where no heading says which it is: the only one that holds the set's own maximum in the row
    /// of every criterion that has one there, of groups or of criteria that others score, too. Scores are no such column: every
    /// criterion that the unit scores has its own beside it.
    pub(super) fn maxima(&self) -> Option<u32> {
        if self.table.column(Role::Max).is_some() || self.columns.disputed(Role::Max) {
            return None;
        }
        let unknown = self.table.columns.iter().filter(|(_, (role, _))| *role == Role::Other).map(|(column, _)| *column);
        let found: Vec<u32> = unknown.filter(|column| self.are_maxima(*column)).collect();
        if let [column] = found.as_slice() { Some(*column) } else { None }
    }

    /// Tells whether a column holds the set's maxima, and the unit's scores stand in another.
    fn are_maxima(&self, column: u32) -> bool {
        let rows: BTreeSet<u32> = self.matched.keys().map(|(row, _)| *row).collect();
        let (mut shown, mut of_others) = (0, false);
        for (row, criterion) in rows.into_iter().filter_map(|row| Some((row, self.criterion_of(row)?))) {
            let scored = criterion.leaf().is_some_and(|leaf| leaf.scorer() == Scorer::Unit);
            let cell = self.table.grid.get(row, column).filter(|cell| !cell.is_blank());
            let Some(cell) = cell else {
                if criterion.leaf().is_some() {
                    return false;
                }
                continue;
            };
            let same = matches!(value::claim(Some(cell), &self.set.total).value, Claim::Points(points) if points == criterion.max);
            if !same || scored && self.cell(row, Role::Claim).is_none_or(|(_, cell)| cell.is_blank()) {
                return false;
            }
            shown += 1;
            of_others |= !scored;
        }
        shown >= FEWEST && of_others
    }

    /// Gives the criterion that a row is matched with.
    fn criterion_of(&self, row: u32) -> Option<&Criterion> {
        let mut of_row = self.matched.range((row, 0)..(row + 1, 0)).filter_map(|(_, found)| Match::id(found));
        of_row.next_back().and_then(|id| self.set.find(id))
    }
}

/// Tells whether a leaf asks for a rate, or for figures that a rate is made of.
fn asks_rate(leaf: &Leaf) -> bool {
    leaf.inputs.iter().any(|input| input.kind == InputKind::Percent) || !leaf.rule.faces().parts().is_empty()
}

/// Tells whether a figure is the share of the maximum, in per cent or as a fraction, rounded as may be, or what was lost, with
/// or without a minus.
fn follows(cell: &Cell, max: &Points, claim: &Points) -> bool {
    let Figure::Number(said) = percent(cell) else { return false };
    let within = |one: &Points, other: &Points, by: &Points| &(one - other) <= by && &(other - one) <= by;
    let share = (claim * &Points::hundred()).over(max);
    let by_share = share.is_some_and(|share| {
        let (Some(half), Some(hundredth)) = (Points::one().over(&Points::from(2)), Points::one().over(&Points::hundred())) else {
            return false;
        };
        within(&said, &share, &half) || within(&(&said * &Points::hundred()), &share, &(&half + &hundredth))
    });
    let lost = max - claim;
    by_share || said == lost || Points::zero() == &said + &lost
}
