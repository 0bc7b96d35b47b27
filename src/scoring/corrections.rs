//! Figures as they stand after a round of appraisal.
//!
//! Source: [meanings](crate#meanings) 44.

use super::Entrant;
use crate::assessment::{Corrected, Round};
use crate::figure::{CriterionId, Figure, Figures, InputId};
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
    /// Says it, with the figure's name.
    pub fn words(&self, label: &str) -> Text {
        let Text { vi: round_vi, en: round_en } = self.round.words();
        let (Text { vi, en }, Text { vi: declared_vi, en: declared_en }) = (self.corrected.words(), self.declared.words());
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

/// Gives the figures of a leaf of a unit as far as rounds up to one corrected them; `None` where the unit has none.
pub fn figures_at(entrant: &Entrant<'_>, id: &CriterionId, round: Round) -> Option<Figures> {
    let declared = entrant.evidenced.and_then(|sent| sent.assessment.answers.get(id)).map(|answer| &answer.figures);
    let mut figures = declared.cloned().unwrap_or_default();
    for (input, corrected) in corrections(entrant, id, round) {
        figures.insert(input.clone(), corrected.figure.clone());
    }
    (!figures.is_empty()).then_some(figures)
}

/// Lists what rounds up to one corrected of a leaf, earlier rounds first.
pub fn corrections<'e>(entrant: &'e Entrant<'_>, id: &'e CriterionId, round: Round) -> impl Iterator<Item = (&'e InputId, &'e Corrected)> {
    entrant.corrected.range(..=round).filter_map(|(_, of_unit)| of_unit.get(id)).flatten()
}
