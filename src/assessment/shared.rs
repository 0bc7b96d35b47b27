//! Figures of the set, which are asked once: between the one place where they are typed and the leaves that name them.

use std::collections::BTreeMap;

use super::{Answer, SelfAssessment};
use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, Figure, InputId};
use crate::finding::points::FIGURE_DIFFERS;
use crate::finding::{Finding, Place};
use crate::text;

impl SelfAssessment {
    /// Gives every leaf that the form has the figures of the set that it names, with the cell that they were typed in.
    pub fn spread(&mut self, set: &CriteriaSet) {
        for (criterion, leaf) in set.leaves() {
            let Some(answer) = self.answers.get_mut(&criterion.id) else { continue };
            for input in leaf.asked().iter().filter(|input| input.shared) {
                let Some(figure) = self.shared.figures.get(&input.id) else { continue };
                answer.figures.insert(input.id.clone(), figure.clone());
                if let Some(cell) = self.shared.cells.inputs.get(&input.id) {
                    answer.cells.inputs.insert(input.id.clone(), *cell);
                }
            }
        }
    }

    /// Takes figures of the set that were typed leaf by leaf, as a province's own form asks them, for the one figure that
    /// they are, and gives it to all leaves that name it.
    ///
    /// Of two different values none is taken: the figure is blank, and the finding names both.
    pub fn gather(&mut self, set: &CriteriaSet) -> Vec<Finding> {
        let mut findings = Vec::new();
        for figure in &set.figures {
            if self.shared.has_cell(&figure.id) {
                continue;
            }
            let leaves: Vec<CriterionId> = set.naming(&figure.id).map(|(criterion, _)| criterion.id.clone()).collect();
            let typed = |id: &CriterionId| Some((id.clone(), self.answers.get(id)?)).filter(|(_, answer)| answer.has_cell(&figure.id));
            let there: Vec<(CriterionId, &Answer)> = leaves.iter().filter_map(typed).collect();
            let Some((_, first)) = there.first() else { continue };
            let filled = there.iter().filter_map(|(id, answer)| Some((id, *answer, given(answer, &figure.id)?))).collect::<Vec<_>>();
            let taken = filled.first().map(|(_, answer, value)| (*answer, *value));
            let other = filled.iter().find(|(.., value)| taken.is_some_and(|(_, first)| first != *value));
            let (from, value) = match (taken, other) {
                (Some(taken), None) => taken,
                _ => (*first, &Figure::Blank),
            };
            if let (Some((one, _, before)), Some((id, answer, after))) = (filled.first(), other) {
                let (label, before, after) = (&figure.label, before.words(), after.words());
                let (one_vi, one_en, other_vi, other_en) = (before.vi, before.en, after.vi, after.en);
                let message = text!(
                    "“{label}” ghi “{one_vi}” ở tiêu chí {one} nhưng “{other_vi}” ở tiêu chí {id}: một số liệu chỉ có một giá trị, nên coi như để trống.",
                    "“{label}” is “{one_en}” at criterion {one} and “{other_en}” at criterion {id}: one figure has one value, so it counts as blank."
                );
                let place =
                    Place { file: Some(self.file.clone()), ..answer.place(&self.file, answer.cells.inputs.get(&figure.id).copied()) };
                findings.push(Finding::new(&FIGURE_DIFFERS, message).on(id).at(place));
            }
            let cell = from.cells.inputs.get(&figure.id).copied();
            let (sheet, value) = (from.sheet.clone(), value.clone());
            self.shared.sheet = self.shared.sheet.take().or(sheet);
            self.shared.figures.insert(figure.id.clone(), value.clone());
            self.shared.cells.inputs.extend(cell.map(|cell| (figure.id.clone(), cell)));
            self.give(&leaves, &figure.id, &value);
        }
        findings
    }

    /// Takes figures of the set again as [`gather`](Self::gather) does, where what stands beside a form gave some leaf one that
    /// the form asks once.
    pub fn gather_again(&mut self, set: &CriteriaSet) -> Vec<Finding> {
        for figure in &set.figures {
            let once = self.shared.figures.get(&figure.id).cloned();
            let differs = |id: &CriterionId| self.answers.get(id).and_then(|answer| answer.figures.get(&figure.id)) != once.as_ref();
            if once.is_some() && set.naming(&figure.id).any(|(criterion, _)| differs(&criterion.id)) {
                self.shared.figures.remove(&figure.id);
            }
        }
        self.gather(set)
    }

    /// Gives leaves a figure; each keeps the cell that it was typed in there.
    fn give(&mut self, leaves: &[CriterionId], figure: &InputId, value: &Figure) {
        let answers: &mut BTreeMap<CriterionId, Answer> = &mut self.answers;
        for id in leaves {
            if let Some(answer) = answers.get_mut(id) {
                answer.figures.insert(figure.clone(), value.clone());
            }
        }
    }
}

/// Gives what was filled in for a figure; `None` for a blank.
fn given<'a>(answer: &'a Answer, figure: &InputId) -> Option<&'a Figure> {
    answer.figures.get(figure).filter(|figure| **figure != Figure::Blank)
}
