//! Figures of the campaign added up over all units.

use crate::figure::{CriterionId, Figure, Input, InputId, UnitId};
use crate::points::Points;
use crate::results::{Results, Total};
use crate::rule::counted;

/// What an input comes to over all units.
#[derive(Debug)]
pub struct Sum {
    /// Sum.
    pub of: Points,
    /// Units that have a figure of it.
    pub units: usize,
}

/// What the two inputs of a rate come to, over what has both.
#[derive(Debug)]
pub struct Pairs {
    /// Sum of the first.
    pub of: Points,
    /// Sum of the second.
    pub to: Points,
    /// Units that have a figure of one of them, and lack the other.
    pub left_out: usize,
}

/// Figure of a leaf, or of the set where it is no leaf's; `None` where it is blank, or can't be.
type OfLeaf = (Option<CriterionId>, Option<Points>);

/// Adds the first input of a total up.
pub fn sum(total: &Total, results: &Results<'_>) -> Sum {
    let mut sum = Sum { of: Points::zero(), units: 0 };
    for unit in results.evidenced.keys() {
        let figures = figures(unit, &total.of, total, results);
        sum.units += usize::from(figures.iter().any(|(_, figure)| figure.is_some()));
        sum.of += &figures.iter().filter_map(|(_, figure)| figure.as_ref()).sum();
    }
    sum
}

/// Adds both inputs of a rate up; `None` where the total is no rate. A figure counts where the other one stands beside it: of
/// its leaf where that asks for both, else of the unit. A part whose whole is not known is part of nothing.
pub fn pairs(total: &Total, results: &Results<'_>) -> Option<Pairs> {
    let other = total.to.as_ref()?;
    let mut pairs = Pairs { of: Points::zero(), to: Points::zero(), left_out: 0 };
    for unit in results.evidenced.keys() {
        let (of, to) = (figures(unit, &total.of, total, results), figures(unit, other, total, results));
        let (counts_of, counts_to) = (beside(&of, &to), beside(&to, &of));
        let known = of.iter().chain(&to).filter(|(_, figure)| figure.is_some()).count();
        pairs.left_out += usize::from(counts_of.len() + counts_to.len() < known);
        pairs.of += &counts_of.into_iter().sum();
        pairs.to += &counts_to.into_iter().sum();
    }
    Some(pairs)
}

/// Lists the figures of one input beside which the other one stands.
fn beside<'f>(figures: &'f [OfLeaf], others: &[OfLeaf]) -> Vec<&'f Points> {
    let anywhere = others.iter().any(|(_, figure)| figure.is_some());
    let there = |leaf: &Option<CriterionId>| {
        let mut same = others.iter().filter(|(other, _)| other == leaf).peekable();
        if same.peek().is_some() { same.any(|(_, figure)| figure.is_some()) } else { anywhere }
    };
    figures.iter().filter(|(leaf, _)| there(leaf)).filter_map(|(_, figure)| figure.as_ref()).collect()
}

/// Lists the figures of an input that a unit has a place for, each with its leaf, as they count: `None` where it is blank or
/// can't be. A figure of the set is one figure, however many leaves name it.
fn figures(unit: &UnitId, input: &InputId, of: &Total, results: &Results<'_>) -> Vec<OfLeaf> {
    let set = results.place(unit).and_then(|(group, _)| results.sets.get(&group.group.set));
    let asked = |id: &CriterionId| set?.find(id)?.leaf()?.inputs.iter().find(|one| one.id == *input);
    let number = |asked: Option<&Input>, figure: &Figure| match asked {
        Some(asked) => counted(asked, figure),
        None => figure.number().cloned(),
    };
    if let (true, Some(figure)) = (of.criteria.is_empty(), results.shared_figure(unit, input)) {
        let asked = set.and_then(|set| set.leaves().find_map(|(criterion, _)| asked(&criterion.id)));
        return vec![(None, number(asked, figure))];
    }
    let answers = results.evidenced.get(unit).into_iter().flat_map(|sent| sent.assessment.answers.keys());
    let leaves = answers.filter(|id| of.criteria.is_empty() || of.criteria.contains(id));
    leaves.filter_map(|id| Some((Some(id.clone()), number(asked(id), results.figure(unit, id, input)?)))).collect()
}
