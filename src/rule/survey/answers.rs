//! Answers of respondents, counted: a percentage, or ballots by option.

use crate::figure::{InputId, InputKind};
use crate::points::Points;
use crate::rule::{Ask, Case};

/// Group of respondents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Respondents {
    /// Name, as tables of the survey call it.
    pub name: String,
    /// Weight in percent.
    pub weight: Points,
    /// What is asked of it.
    pub answers: Answers,
    /// How its YAML names that.
    pub named: Named,
}

/// How the YAML of a group names what is asked of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// By one of `percent` and `options`, as it has to.
    Once,
    /// By neither.
    Never,
    /// By both; this is the figure in percent.
    Twice(InputId),
}

/// What respondents answer, as the rule takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answers {
    /// Index in percent.
    Percent(InputId),
    /// Counts of answers with their weights in percent.
    Options(Vec<(InputId, Points)>),
}

/// What answers come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// How many there are, where ballots are counted.
    pub answers: Option<Points>,
    /// Index, or average weight of the answers, in percent.
    pub percent: Points,
}

/// What was found of answers.
pub enum Found {
    /// All that is needed.
    Counted(Counted),
    /// Nobody answered: every figure is blank, or there is no ballot.
    Nobody,
    /// These are blank, others are not.
    Lacks(Vec<InputId>),
}

impl Answers {
    /// Lists the inputs, in the order of the rule.
    pub fn inputs(&self) -> Vec<&InputId> {
        match self {
            Self::Percent(id) => vec![id],
            Self::Options(options) => options.iter().map(|(id, _)| id).collect(),
        }
    }

    /// Lists the inputs with their kinds.
    pub(super) fn asks(&self) -> Vec<Ask> {
        let kinds: &[InputKind] = match self {
            Self::Percent(_) => &[InputKind::Percent],
            Self::Options(_) => &[InputKind::Count],
        };
        self.inputs().into_iter().map(|input| Ask::of(input.clone(), kinds)).collect()
    }

    /// Counts what was answered.
    pub(super) fn count(&self, case: &Case<'_>) -> Found {
        let options = match self {
            Self::Percent(id) => {
                let counted = |percent: &Points| Found::Counted(Counted { answers: None, percent: percent.clone() });
                return case.number(id).map_or(Found::Nobody, counted);
            }
            Self::Options(options) => options,
        };
        let missing: Vec<InputId> = options.iter().map(|(id, _)| id).filter(|id| case.number(id).is_none()).cloned().collect();
        if !missing.is_empty() {
            return if missing.len() == options.len() { Found::Nobody } else { Found::Lacks(missing) };
        }
        let counts = || options.iter().filter_map(|(id, weight)| Some((weight, case.number(id)?)));
        match weighted(counts()) {
            Some(percent) => Found::Counted(Counted { answers: Some(counts().map(|(_, count)| count).sum()), percent }),
            None => Found::Nobody,
        }
    }
}

/// Gives the average of values, each with its weight; `None` where all weights are 0.
pub fn weighted<'p>(values: impl Iterator<Item = (&'p Points, &'p Points)>) -> Option<Points> {
    let (mut sum, mut weights) = (Points::zero(), Points::zero());
    for (value, weight) in values {
        sum += &(value * weight);
        weights += weight;
    }
    sum.over(&weights)
}
