//! Figures as they stand after a round of appraisal.
//!
//! Source: [meanings](crate#meanings) 44.

use std::collections::BTreeSet;

use super::Entrant;
use crate::assessment::{Corrected, Round, Rounds};
use crate::figure::{Choice, CriterionId, Figure, Figures, InputId};
use crate::text;
use crate::text::Text;

/// Figure of a unit that counts as the council corrected it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Round that it is of.
    pub round: Round,
    /// Which figure.
    pub input: InputId,
    /// What the unit declared.
    pub declared: Figure,
    /// What counts.
    pub corrected: Figure,
    /// Reason given.
    pub reason: Option<String>,
}

impl Correction {
    /// Says it, with the figure's name and the answers that it may be.
    pub fn words(&self, rounds: &Rounds, label: &str, choices: &[Choice]) -> Text {
        let Text { vi: round_vi, en: round_en } = rounds.name(self.round);
        let (Text { vi, en }, Text { vi: declared_vi, en: declared_en }) =
            (self.corrected.words_of(choices), self.declared.words_of(choices));
        let reason = self.reason.as_ref().map(|words| format!(": “{words}”")).unwrap_or_default();
        if self.declared == Figure::Blank {
            text!(
                "{round_vi}: {label} được xác định là “{vi}” (đơn vị để trống){reason}",
                "{round_en}: {label} is found to be “{en}” (left blank by the unit){reason}"
            )
        } else {
            text!(
                "{round_vi}: {label} được xác định là “{vi}” (đơn vị kê khai “{declared_vi}”){reason}",
                "{round_en}: {label} is found to be “{en}” (declared as “{declared_en}”){reason}"
            )
        }
    }
}

/// Gives the figures of a leaf of a unit as far as rounds up to one, but for some, corrected them; `None` where the unit has
/// none.
pub fn figures_at(entrant: &Entrant<'_>, id: &CriterionId, round: Round, without: &BTreeSet<Round>) -> Option<Figures> {
    let declared = entrant.evidenced.and_then(|sent| sent.assessment.answers.get(id)).map(|answer| &answer.figures);
    let mut figures = declared.cloned().unwrap_or_default();
    for (_, input, corrected) in corrections(entrant, id, round).filter(|(of, ..)| !without.contains(of)) {
        figures.insert(input.clone(), corrected.figure.clone());
    }
    (!figures.is_empty()).then_some(figures)
}

/// Lists what rounds up to one corrected of a leaf, earlier rounds first. A round that also says that the leaf does not apply
/// corrects nothing.
pub fn corrections<'e>(
    entrant: &'e Entrant<'_>,
    id: &'e CriterionId,
    round: Round,
) -> impl Iterator<Item = (Round, &'e InputId, &'e Corrected)> {
    let rounds = entrant.corrected.range(..=round).filter(|(of, _)| !is_taken_out(entrant, id, **of));
    rounds.flat_map(|(of, of_unit)| of_unit.get(id).into_iter().flatten().map(|(input, one)| (*of, input, one)))
}

/// Tells whether a round says that a leaf applies.
pub fn is_brought_back(entrant: &Entrant<'_>, id: &CriterionId, round: Round) -> bool {
    let said = entrant.applies.get(&round).and_then(|of_unit| of_unit.get(id));
    said.into_iter().flatten().any(|one| one.part.is_none() && one.applies)
}

/// Tells whether a round says that a leaf does not apply.
pub fn is_taken_out(entrant: &Entrant<'_>, id: &CriterionId, round: Round) -> bool {
    let said = entrant.applies.get(&round).and_then(|of_unit| of_unit.get(id));
    said.into_iter().flatten().any(|one| one.part.is_none() && !one.applies)
}
