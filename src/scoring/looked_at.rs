//! A figure of the set that conditions look at: as its unit declared it, and as it stands after each round that corrects it.

use std::collections::{BTreeMap, BTreeSet};

use super::Entrant;
use crate::assessment::{Answer, Corrected, Round};
use crate::criteria::{CriteriaSet, Requirement};
use crate::figure::{Figures, InputId};
use crate::finding::Place;
use crate::points::Points;
use crate::rule::Case;

/// Who says a figure that a condition looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Nobody: the unit's form has no place for any figure.
    Nowhere,
    /// The unit.
    Unit,
    /// The council, at one or more criteria alike.
    Council,
    /// The council, at several criteria not alike, so that the condition holds by one and fails by another.
    CouncilApart(Vec<Points>),
}

/// A figure at a stage.
#[derive(Clone, Debug)]
pub struct AsFound {
    /// What it is; `None` where it is blank, or the council says several.
    pub value: Option<Points>,
    /// Whether the condition holds; `None` where nobody knows.
    pub holds: Option<bool>,
    /// Who says it.
    pub source: Source,
    /// Where that stands.
    pub place: Place,
}

/// A figure through the stages.
pub struct LookedAt {
    declared: AsFound,
    rounds: BTreeMap<Round, AsFound>,
}

impl LookedAt {
    /// Looks at a figure of a unit for a condition; `said` is what the council corrected of it, by round for each criterion.
    pub fn of(
        (set, entrant): (&CriteriaSet, &Entrant<'_>),
        (requirement, figure): (&Requirement, &InputId),
        said: &[BTreeMap<Round, &Corrected>],
    ) -> Self {
        let declared = declared(set, entrant, requirement, figure);
        let all: BTreeSet<Round> = said.iter().flat_map(BTreeMap::keys).copied().collect();
        let after = |round: Round| {
            let last = said.iter().filter_map(|of_leaf| of_leaf.range(..=round).next_back()).map(|(_, one)| *one);
            corrected(set, requirement, figure, &last.collect::<Vec<_>>())
        };
        let rounds = all.into_iter().filter_map(|round| Some((round, after(round)?))).collect();
        Self { declared, rounds }
    }

    /// Gives the figure before the rounds.
    pub const fn before_rounds(&self) -> &AsFound {
        &self.declared
    }

    /// Gives the figure after a round.
    pub fn after(&self, round: Round) -> &AsFound {
        self.rounds.range(..=round).next_back().map_or(&self.declared, |(_, found)| found)
    }

    /// Lists the rounds that correct it.
    pub fn rounds(&self) -> impl Iterator<Item = Round> {
        self.rounds.keys().copied()
    }
}

/// Looks at a figure as the unit declared it.
fn declared(set: &CriteriaSet, entrant: &Entrant<'_>, requirement: &Requirement, figure: &InputId) -> AsFound {
    let nowhere = AsFound { value: None, holds: Some(true), source: Source::Nowhere, place: Place::default() };
    let Some(sent) = entrant.evidenced.map(|sent| &sent.assessment) else { return nowhere };
    let place = sent.shared.place(&sent.file, sent.shared.cells.inputs.get(figure).copied());
    let any = |answer: &Answer| !answer.figures.is_empty();
    if !any(&sent.shared) && !sent.answers.values().any(any) {
        return AsFound { place, ..nowhere };
    }
    let (value, holds) = look(set, requirement, figure, &sent.shared.figures);
    AsFound { value, holds, source: Source::Unit, place }
}

/// Looks at a figure as the council corrected it, last at each criterion that names it.
fn corrected(set: &CriteriaSet, requirement: &Requirement, figure: &InputId, said: &[&Corrected]) -> Option<AsFound> {
    let one_figure = |one: &Corrected| Figures::from([(figure.clone(), one.figure.clone())]);
    let looks = said.iter().map(|one| look(set, requirement, figure, &one_figure(one)));
    let (values, holds): (Vec<Option<Points>>, Vec<Option<bool>>) = looks.unzip();
    let (place, first) = (said.first()?.place.clone(), holds.first().copied().flatten());
    // The values may differ as long as the condition comes to the same by each.
    Some(if holds.iter().all(|other| *other == first) {
        AsFound { value: values.into_iter().next().flatten(), holds: first, source: Source::Council, place }
    } else {
        AsFound { value: None, holds: None, source: Source::CouncilApart(values.into_iter().flatten().collect()), place }
    })
}

/// Gives the number of a figure, and whether a condition holds by it.
fn look(set: &CriteriaSet, requirement: &Requirement, figure: &InputId, figures: &Figures) -> (Option<Points>, Option<bool>) {
    let case = Case::new(set.figure_terms(), figures);
    (case.number(figure).cloned(), requirement.condition().and_then(|condition| condition.holds(&case)))
}
