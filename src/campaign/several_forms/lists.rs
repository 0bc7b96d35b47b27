//! Workbooks of a unit that only list documents and explanations: they belong to its form, as a list on a sheet of the form does.

use super::told::sent;
use crate::assessment::{Answer, Evidence, SelfAssessment, Unit};
use crate::finding::campaign::JOINED_FORMS;
use crate::finding::{Finding, Place};
use crate::text;
use crate::text::fold::fold;

/// Adds what a list says to the form of its unit, and says so.
pub fn add_list(form: &mut SelfAssessment, list: SelfAssessment, unit: &Unit) -> Finding {
    let (list_file, form_file, name) = (sent(&list.file).to_owned(), sent(&form.file).to_owned(), &unit.name);
    let message = text!(
        "“{name}” gửi danh mục tài liệu, giải trình riêng trong tệp “{list_file}”; danh mục được ghép vào biểu “{form_file}”.",
        "“{name}” sent a list of documents and explanations of its own, “{list_file}”; it is joined to the form “{form_file}”."
    );
    let place = Place::file(&list.file);
    for (id, more) in list.answers {
        let answer = form.answers.entry(id).or_default();
        add(answer, more);
    }
    Finding::new(&JOINED_FORMS, message).of(&unit.id).at(place)
}

/// Says of a list that is checked by itself that it counts with the form of its unit.
pub fn list_of(unit: &Unit, file: &str) -> Finding {
    let name = &unit.name;
    let message = text!(
        "“{file}” là danh mục tài liệu, giải trình của “{name}”, không phải biểu; khi chấm, danh mục được ghép vào biểu của đơn vị.",
        "“{file}” lists documents and explanations of “{name}” and is no form; it is joined to the unit's form when that is scored."
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
