//! Several explanations of one unit of the same round, joined.

use super::several_forms::sent;
use crate::assessment::{Explanation, Explanations};
use crate::finding::Finding;
use crate::finding::appraisal::EXPLANATIONS_DIFFER;
use crate::text;

/// Puts an explanation beside what else its unit explained of the same round. Of one leaf both texts stay, but no figure
/// on which they differ.
pub fn join(explanations: &mut Explanations, new: Explanation) -> Vec<Finding> {
    let of_unit = explanations.entry(new.unit.clone()).or_default();
    let Some(known) = of_unit.get_mut(&new.round) else {
        of_unit.insert(new.round, new);
        return Vec::new();
    };
    let mut findings = Vec::new();
    known.joined.push(new.file.clone());
    for (id, answer) in new.answers {
        let Some(own) = known.answers.get_mut(&id) else {
            known.answers.insert(id, answer);
            continue;
        };
        let figures = own.figures.iter().filter(|(input, figure)| answer.figures.get(input).is_some_and(|other| other != *figure));
        let apart: Vec<_> = figures.map(|(input, _)| input.clone()).collect();
        let words = own.explanation != answer.explanation && own.explanation.is_some() && answer.explanation.is_some();
        if words || !apart.is_empty() {
            let (one, other) = (sent(&known.file), sent(&new.file));
            let message = text!(
                "Tiêu chí “{id}” được giải trình khác nhau trong “{one}” và “{other}”.",
                "Criterion “{id}” is explained differently in “{one}” and “{other}”."
            );
            findings.push(Finding::new(&EXPLANATIONS_DIFFER, message).of(&new.unit).on(&id).at(answer.place(other, answer.cells.first())));
        }
        own.figures.extend(answer.figures);
        for input in &apart {
            own.figures.remove(input);
        }
        own.explanation = match (own.explanation.take(), answer.explanation) {
            (Some(one), Some(other)) if one != other => Some(format!("{one}\n{other}")),
            (one, other) => one.or(other),
        };
        for evidence in answer.evidence {
            let same =
                own.evidence.iter().any(|one| one.number == evidence.number && one.date == evidence.date && one.file == evidence.file);
            if !same {
                own.evidence.push(evidence);
            }
        }
    }
    findings
}
