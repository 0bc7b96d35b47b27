//! Files of a unit that answer different criteria, as one form.

use std::collections::{BTreeMap, BTreeSet};

use super::{Version, without_places};
use crate::assessment::{Answer, Claim, SelfAssessment};
use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, Figure};
use crate::rule::Scorer;

/// Tells whether no two files contradict each other: each criterion is answered by one, or by several in the same way, or
/// one answers and another explains.
pub fn apart(versions: &[Version<'_>]) -> bool {
    let mut answered: BTreeMap<&CriterionId, Answer> = BTreeMap::new();
    let mut explained: BTreeSet<&CriterionId> = BTreeSet::new();
    let mut said_twice = false;
    let answers = versions.iter().flat_map(|version| &version.form.answers).filter(|(_, answer)| !answer.is_blank());
    let none_blank = versions.iter().all(|version| !version.form.is_blank());
    let apart = none_blank
        && answers.fold(true, |apart, (id, answer)| {
            let said = without_places(answer);
            if answered.get(id) == Some(&said) {
                said_twice = true;
                return apart;
            }
            let alone =
                (only_explains(answer) || answered.insert(id, said).is_none()) && (answer.explanation.is_none() || explained.insert(id));
            apart && alone
        });
    // Where files say the same of one criterion, one may be an earlier state of the other: then a row left blank in one of
    // them may have been emptied on purpose.
    apart && !(said_twice && any_blank_beside_an_answer(versions))
}

/// Tells whether a row that one file leaves blank is filled in in another.
fn any_blank_beside_an_answer(versions: &[Version<'_>]) -> bool {
    let all = || versions.iter().flat_map(|version| &version.form.answers);
    let filled: BTreeSet<&CriterionId> = all().filter(|(_, answer)| !answer.is_blank()).map(|(id, _)| id).collect();
    all().any(|(id, answer)| answer.is_blank() && filled.contains(id))
}

/// Joins files that answer different criteria. Each answer knows which file it stands in.
///
/// Where one of the files has a place for any figure, the form has a place for all of them but those of `no_figures`: a unit
/// gains nothing by leaving figures to a file without one.
pub fn join(forms: Vec<SelfAssessment>, set: &CriteriaSet, no_figures: &BTreeSet<CriterionId>) -> Option<SelfAssessment> {
    let several = forms.len() > 1;
    let mut forms = forms.into_iter();
    let mut whole = forms.next()?;
    for form in forms {
        for (id, mut answer) in form.answers {
            answer.file.get_or_insert_with(|| form.file.as_str().into());
            let there = whole.answers.remove(&id);
            whole.answers.insert(id, there.map_or_else(|| answer.clone(), |there| both(there, answer.clone())));
        }
    }
    let asks = |answers: &BTreeMap<CriterionId, Answer>| answers.values().any(|answer| !answer.figures.is_empty());
    if several && asks(&whole.answers) {
        complete_figures(&mut whole, set, no_figures);
    }
    Some(whole)
}

/// Gives a form a place for every figure of its leaves but those of `no_figures`.
pub fn complete_figures(form: &mut SelfAssessment, set: &CriteriaSet, no_figures: &BTreeSet<CriterionId>) {
    for (criterion, leaf) in set.leaves().filter(|(_, leaf)| leaf.scorer() == Scorer::Unit) {
        let Some(answer) = form.answers.get_mut(&criterion.id).filter(|_| !no_figures.contains(&criterion.id)) else { continue };
        for input in &leaf.inputs {
            answer.figures.complete(&input.id, Figure::Blank);
        }
    }
}

/// Joins what two files say of one criterion: one of them answers, and the other may explain.
fn both(one: Answer, other: Answer) -> Answer {
    if other.is_blank() {
        return one;
    }
    if one.is_blank() {
        return other;
    }
    if without_places(&one) == without_places(&other) {
        return one;
    }
    let (mut answer, words) = if only_explains(&one) { (other, one) } else { (one, other) };
    answer.explanation = answer.explanation.or(words.explanation);
    answer
}

/// Tells whether an answer is an explanation and nothing else.
fn only_explains(answer: &Answer) -> bool {
    answer.explanation.is_some()
        && answer.claim == Claim::Blank
        && answer.evidence.is_empty()
        && answer.figures.values().all(|figure| *figure == Figure::Blank)
}
