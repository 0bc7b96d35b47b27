//! Figures of the campaign added up over all units.

use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, Figure, Input, InputId, UnitId};
use crate::finding::points::{OF_NOTHING, OVER_WHOLE};
use crate::points::Points;
use crate::results::{Results, Total};
use crate::rule::counted;
use crate::scoring::{failed_checks, shared_figures};

/// What an input comes to over all units.
#[derive(Debug)]
pub struct Sum {
    /// Sum.
    pub of: Points,
    /// Units that have a figure of it.
    pub units: usize,
    /// Units of which a figure is left out since it contradicts another one.
    pub contradicted: Vec<UnitId>,
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
    /// Units of which figures are left out since they contradict one another.
    pub contradicted: Vec<UnitId>,
}

/// Figure of a leaf, or of the set where it is no leaf's; `None` where it is blank, or can't be.
type OfLeaf = (Option<CriterionId>, Option<Points>);

/// Adds the first input of a total up.
pub fn sum(total: &Total, results: &Results<'_>) -> Sum {
    let mut sum = Sum { of: Points::zero(), units: 0, contradicted: Vec::new() };
    for unit in results.evidenced.keys() {
        let figures = Figures::of(unit, &total.of, total, results);
        sum.units += usize::from(figures.list.iter().any(|(_, figure)| figure.is_some()));
        sum.of += &figures.list.iter().filter_map(|(_, figure)| figure.as_ref()).sum();
        sum.contradicted.extend(figures.contradicted.then(|| unit.clone()));
    }
    sum
}

/// Adds both inputs of a rate up; `None` where the total is no rate. A figure counts where the other one stands beside it: of
/// its leaf where that asks for both, else of the unit. A part whose whole is not known is part of nothing.
pub fn pairs(total: &Total, results: &Results<'_>) -> Option<Pairs> {
    let other = total.to.as_ref()?;
    let mut pairs = Pairs { of: Points::zero(), to: Points::zero(), left_out: 0, contradicted: Vec::new() };
    for unit in results.evidenced.keys() {
        let [of, to] = [&total.of, other].map(|input| Figures::of(unit, input, total, results));
        let contradicted = of.contradicted || to.contradicted;
        let (of, to) = (of.list, to.list);
        let (counts_of, counts_to) = (beside(&of, &to), beside(&to, &of));
        let known = of.iter().chain(&to).filter(|(_, figure)| figure.is_some()).count();
        pairs.left_out += usize::from(!contradicted && counts_of.len() + counts_to.len() < known);
        pairs.contradicted.extend(contradicted.then(|| unit.clone()));
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

/// Figures of an input that a unit has a place for.
struct Figures {
    /// Each with its leaf, as they count: `None` where it is blank, can't be, or contradicts another one. A figure of the set is one
    /// figure, however many leaves name it.
    list: Vec<OfLeaf>,
    /// Whether one of them contradicts another: of the two nobody knows which is right.
    contradicted: bool,
}

impl Figures {
    fn of(unit: &UnitId, input: &InputId, of: &Total, results: &Results<'_>) -> Self {
        let set = results.place(unit).and_then(|(group, _)| results.sets.get(&group.group.set));
        let asked = |id: &CriterionId| set?.find(id)?.leaf()?.input(input);
        let number = |asked: Option<&Input>, figure: &Figure| match asked {
            Some(asked) => counted(asked, figure),
            None => figure.number().cloned(),
        };
        let fails = set.is_some_and(|set| fails_a_check(unit, input, set, results));
        let is_wrong = |id: &CriterionId| set.is_some_and(|set| contradicts(unit, id, input, set, results));
        let mut contradicted = false;
        let mut drop = |is_wrong: bool, figure: Option<Points>| {
            contradicted |= is_wrong && figure.is_some();
            figure.filter(|_| !is_wrong)
        };
        if let (true, Some(figure)) = (of.criteria.is_empty(), results.shared_figure(unit, input)) {
            let naming: Vec<&CriterionId> = set.iter().flat_map(|set| set.naming(input)).map(|(criterion, _)| &criterion.id).collect();
            let is_wrong = fails || naming.iter().any(|id| is_wrong(id));
            let figure = drop(is_wrong, number(naming.first().and_then(|id| asked(id)), figure));
            return Self { list: vec![(None, figure)], contradicted };
        }
        let answers = results.evidenced.get(unit).into_iter().flat_map(|sent| sent.assessment.answers.keys());
        let leaves = answers.filter(|id| of.criteria.is_empty() || of.criteria.contains(id));
        let figures = leaves.filter_map(|id| {
            let asked = asked(id);
            let is_wrong = is_wrong(id) || (fails && asked.is_some_and(|asked| asked.shared));
            Some((id, is_wrong, number(asked, results.figure(unit, id, input)?)))
        });
        let list = figures.map(|(id, is_wrong, figure)| (Some(id.clone()), drop(is_wrong, figure))).collect();
        Self { list, contradicted }
    }
}

/// Tells whether a figure of a leaf and another one can't both be, as they count: a part greater than its whole, something out of 0.
/// Nobody knows which of the two is right.
fn contradicts(unit: &UnitId, id: &CriterionId, input: &InputId, set: &CriteriaSet, results: &Results<'_>) -> bool {
    let found = || {
        let criterion = set.find(id)?;
        let leaf = criterion.leaf()?;
        let (_, trace) = results.cards.get(unit)?.stages_of(id)?;
        let found = leaf.rule.findings(trace?.outcome.as_ref()?, &set.terms(criterion, leaf));
        let told = found.into_iter().filter(|(_, one)| [&OVER_WHOLE, &OF_NOTHING].contains(&one.code)).filter_map(|(of, _)| of);
        let told: Vec<InputId> = told.collect();
        let rates = leaf.rule.faces().parts();
        let beside = |one: &InputId| rates.iter().any(|(of, to)| (of == one && to == input) || (to == one && of == input));
        Some(told.iter().any(|one| one == input || beside(one)))
    };
    found().unwrap_or_default()
}

/// Tells whether a figure that the set asks once fails one of its checks, as its figures count.
fn fails_a_check(unit: &UnitId, input: &InputId, set: &CriteriaSet, results: &Results<'_>) -> bool {
    let Some(sent) = results.evidenced.get(unit) else { return false };
    let figures = shared_figures(set, &sent.assessment, results.cards.get(unit));
    failed_checks(set, &figures).into_iter().any(|check| check.that.inputs().contains(input))
}
