//! Workbooks of a unit without a score, with documents, explanations or figures alone: they belong to its form, as a list on a
//! sheet of the form does.

use std::collections::BTreeSet;

use super::joined::complete_figures;
use super::told::sent;
use crate::assessment::{SelfAssessment, Unit};
use crate::criteria::CriteriaSet;
use crate::figure::CriterionId;
use crate::finding::campaign::{JOINED_FORMS, TWO_FORMS};
use crate::finding::sheet::NO_PLACE_FOR_EVIDENCE;
use crate::finding::{Finding, Place};
use crate::intake::foreign::{Added, add};
use crate::text;

/// Adds what a list says to the form of its unit, and says so.
///
/// Where a list has figures, the form has a place for all of them but those of `no_figures`.
pub fn add_list(
    form: &mut SelfAssessment,
    list: SelfAssessment,
    unit: &Unit,
    set: &CriteriaSet,
    no_figures: &BTreeSet<CriterionId>,
) -> Vec<Finding> {
    let (list_file, form_file, name) = (sent(&list.file).to_owned(), sent(&form.file).to_owned(), &unit.name);
    let message = text!(
        "“{name}” gửi danh mục tài liệu, giải trình hoặc số liệu riêng trong tệp “{list_file}”; nội dung đó được ghép vào biểu “{form_file}”.",
        "“{name}” sent documents, explanations or figures of its own in “{list_file}”; they are joined to the form “{form_file}”."
    );
    let place = Place::file(&list.file);
    let mut findings = vec![Finding::new(&JOINED_FORMS, message).of(&unit.id).at(place)];
    let Added { with_figures, differing } = add(&mut form.answers, list.answers, set, (&form.file, &list.file));
    if with_figures {
        complete_figures(form, set, no_figures);
    }
    findings.extend(differing.iter().map(|one| one.told(&TWO_FORMS).of(&unit.id)));
    findings.extend(form.gather_again(set).into_iter().map(|finding| finding.of(&unit.id)));
    findings
}

/// Drops what says that a form has no place for documents or explanations: the list that is joined to it is one.
pub fn drop_no_place(findings: &mut Vec<Finding>, list: &SelfAssessment) {
    if list.answers.values().any(|answer| !answer.evidence.is_empty() || answer.explanation.is_some()) {
        findings.retain(|finding| finding.code != &NO_PLACE_FOR_EVIDENCE);
    }
}

/// Says of a list that is checked by itself that it counts with the form of its unit.
pub fn list_of(unit: &Unit, file: &str) -> Finding {
    let name = &unit.name;
    let message = text!(
        "“{file}” là danh mục tài liệu, giải trình hoặc số liệu của “{name}”, không phải biểu; khi chấm, nội dung đó được ghép vào biểu của đơn vị.",
        "“{file}” holds documents, explanations or figures of “{name}” and is not a form; they are joined to the unit's form when that is scored."
    );
    Finding::new(&JOINED_FORMS, message).of(&unit.id).at(Place::file(file))
}
