//! Whether everything is there that a result of the survey is put together of: the ballots of every answer.

use super::Results;
use crate::figure::{CriterionId, Figure, InputId, UnitId};
use crate::finding::appraisal::{NO_SAMPLE, PART_MISSING};
use crate::finding::{Code, Finding, Place};
use crate::points::Points;
use crate::rule::{Rule, SurveyReading};
use crate::text;
use crate::text::Text;

impl Results<'_> {
    /// Finds averages of which a part is missing, and those over no ballots.
    pub(super) fn missing_parts(&mut self) {
        let mut told: Vec<(&UnitId, &CriterionId, Place, &'static Code, Text)> = Vec::new();
        for ((unit, id), leaf) in self.leaves.iter().filter(|(key, _)| !self.spoiled.contains(key)) {
            let Some(found) = self.surveyed.get(unit).and_then(|of_unit| of_unit.get(id)) else { continue };
            let Rule::Survey(rule) = &leaf.rule else { continue };
            // Groups of respondents without answers are left out of a mean; answers are not.
            let SurveyReading::Options(options) = rule.found() else { continue };
            let parts: Vec<&InputId> = options.iter().map(|(part, _)| part).collect();
            let Some(place) = found.places.values().next().cloned() else { continue };
            // What was typed and does not count has its own finding.
            let missing = parts
                .iter()
                .filter(|part| !found.figures.contains_key(**part) && !self.faulty.contains(&(unit.clone(), id.clone(), (**part).clone())));
            let labels: Vec<String> =
                missing.filter_map(|part| Some(format!("“{}”", leaf.inputs.iter().find(|input| input.id == **part)?.label))).collect();
            let list = labels.join(", ");
            if !labels.is_empty() {
                let message = text!(
                    "Tiêu chí “{id}” chưa có số phiếu của phương án {list}; chưa tính.",
                    "Criterion “{id}” lacks the number of ballots of {list}; it does not count yet."
                );
                told.push((unit, id, place, &PART_MISSING, message));
            } else if parts.iter().all(|part| found.figures.get(*part).and_then(Figure::number).is_some_and(Points::is_zero)) {
                let message = text!(
                    "Tất cả các phương án của tiêu chí “{id}” đều ghi 0 phiếu; chưa tính.",
                    "Every answer of criterion “{id}” has 0 ballots; it does not count yet."
                );
                told.push((unit, id, place, &NO_SAMPLE, message));
            }
        }
        let refused: Vec<(UnitId, CriterionId)> = told.iter().map(|(unit, id, ..)| ((*unit).clone(), (*id).clone())).collect();
        let findings: Vec<Finding> =
            told.into_iter().map(|(unit, id, place, code, message)| Finding::new(code, message).of(unit).on(id).at(place)).collect();
        self.findings.extend(findings);
        for (unit, id) in &refused {
            self.drop_sample(unit, id);
        }
    }
}
