//! Workbooks of a unit without a score, with documents, explanations or figures alone: they belong to its form, as a list on a
//! sheet of the form does.

use std::collections::BTreeSet;

use super::joined::complete_figures;
use super::told::sent;
use crate::assessment::{Answer, Evidence, SelfAssessment, Unit};
use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, Figure, Figures};
use crate::finding::campaign::{JOINED_FORMS, TWO_FORMS};
use crate::finding::{Finding, Part, Place};
use crate::text;
use crate::text::fold::fold;

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
    let mut findings = vec![Finding::new(&JOINED_FORMS, message).of(&unit.id).at(place.clone())];
    let mut with_figures = false;
    for (id, mut more) in list.answers {
        let answer = form.answers.entry(id.clone()).or_default();
        let figures = std::mem::take(&mut more.figures);
        with_figures |= !figures.is_empty();
        if add_figures(answer, &figures) {
            let message = text!(
                "Số liệu của tiêu chí {id} ghi khác nhau ở “{form_file}” và “{list_file}”; không rõ số nào đúng nên không đọc số nào.",
                "The figures of criterion {id} differ between “{form_file}” and “{list_file}”; it can't be told which is right, so neither is read."
            );
            let help = text!(
                "Sửa cho hai tệp ghi cùng một số, hoặc chỉ ghi ở một tệp.",
                "Write the same in both files, or write it in one of them alone."
            );
            let told = Finding::new(&TWO_FORMS, message).help(help).of(&unit.id).at(place.clone());
            findings.push(told.hides_at([id]).hides([Part::Figures]));
        }
        add(answer, more);
    }
    if with_figures {
        complete_figures(form, set, no_figures);
    }
    findings
}

/// Says of a list that is checked by itself that it counts with the form of its unit.
pub fn list_of(unit: &Unit, file: &str) -> Finding {
    let name = &unit.name;
    let message = text!(
        "“{file}” là danh mục tài liệu, giải trình hoặc số liệu của “{name}”, không phải biểu; khi chấm, nội dung đó được ghép vào biểu của đơn vị.",
        "“{file}” holds documents, explanations or figures of “{name}” and is no form; they are joined to the unit's form when that is scored."
    );
    Finding::new(&JOINED_FORMS, message).of(&unit.id).at(Place::file(file))
}

/// Adds documents that are not there yet, and an explanation where there is none.
fn add(answer: &mut Answer, more: Answer) {
    let number = |evidence: &Evidence| evidence.number.as_deref().map(fold);
    let named: Vec<Option<String>> = answer.evidence.iter().map(number).collect();
    let is_new = |evidence: &Evidence| evidence.number.is_none() || !named.contains(&number(evidence));
    answer.evidence.extend(more.evidence.into_iter().filter(is_new));
    answer.explanation = answer.explanation.take().or(more.explanation);
}

/// Adds the figures that the form leaves blank; tells whether both say different things, of which neither counts then.
fn add_figures(answer: &mut Answer, more: &Figures) -> bool {
    let mut differ = false;
    for (id, figure) in more.iter().filter(|(_, figure)| **figure != Figure::Blank) {
        let there = answer.figures.get(id).filter(|there| **there != Figure::Blank);
        let counts = match there {
            Some(there) if there != figure => {
                differ = true;
                Figure::Blank
            }
            _ => figure.clone(),
        };
        answer.figures.insert(id.clone(), counts);
    }
    differ
}
