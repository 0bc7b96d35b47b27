//! Files of a unit that answer different criteria, as one form.

use std::collections::{BTreeMap, BTreeSet};

use super::{Version, without_places};
use crate::assessment::{Answer, Claim, SelfAssessment};
use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, Figure, Figures, InputId};
use crate::intake::foreign::add;
use crate::rule::Scorer;

/// What a file says of one criterion, part by part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    /// The unit's own score.
    Claim,
    /// A figure.
    Figure(InputId),
    /// Its documents.
    Evidence,
    /// What it explains.
    Explanation,
}

/// Tells whether no two files contradict each other: each part of an answer is filled in in one of them, or in several in the
/// same way.
pub fn apart(versions: &[Version<'_>]) -> bool {
    let said: Vec<BTreeMap<(&CriterionId, Piece), Answer>> = versions.iter().map(|version| pieces(version.form)).collect();
    let mut all: BTreeMap<&(&CriterionId, Piece), &Answer> = BTreeMap::new();
    let mut said_twice = false;
    for (piece, words) in said.iter().flatten() {
        match all.insert(piece, words) {
            Some(before) if before == words => said_twice = true,
            Some(_) => return false,
            None => {}
        }
    }
    // Where files say the same of anything, one may be an earlier state of the other: then what is left blank in one of them may
    // have been emptied on purpose.
    let blank_beside = versions
        .iter()
        .zip(&said)
        .any(|(version, said)| all.keys().any(|piece| version.form.answers.contains_key(piece.0) && !said.contains_key(*piece)));
    said.iter().all(|said| !said.is_empty()) && !(said_twice && blank_beside)
}

/// Lists what a form says, each part as an answer that says nothing else.
fn pieces(form: &SelfAssessment) -> BTreeMap<(&CriterionId, Piece), Answer> {
    let of_answer = |(id, answer)| {
        let Answer { claim, figures, explanation, evidence, .. } = without_places(answer);
        let blank = Answer::default;
        let figures = figures.iter().filter(|(_, figure)| **figure != Figure::Blank).map(|(input, figure)| {
            let mut alone = Figures::default();
            alone.insert(input.clone(), figure.clone());
            (Piece::Figure(input.clone()), Answer { figures: alone, ..blank() })
        });
        let figures: Vec<(Piece, Answer)> = figures.collect();
        let claim = (claim != Claim::Blank).then(|| (Piece::Claim, Answer { claim, ..blank() }));
        let explanation = explanation.map(|words| (Piece::Explanation, Answer { explanation: Some(words), ..blank() }));
        let evidence = (!evidence.is_empty()).then(|| (Piece::Evidence, Answer { evidence, ..blank() }));
        let all = figures.into_iter().chain(claim).chain(explanation).chain(evidence);
        all.map(move |(piece, said)| ((id, piece), said)).collect::<Vec<_>>()
    };
    form.answers.iter().flat_map(of_answer).collect()
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
            whole.answers.insert(id.clone(), there.map_or_else(|| answer.clone(), |there| both(there, answer.clone(), set, &id)));
        }
    }
    let asks = |answers: &BTreeMap<CriterionId, Answer>| answers.values().any(|answer| !answer.figures.is_empty());
    if several && asks(&whole.answers) {
        complete_figures(&mut whole, set, no_figures);
    }
    if several {
        // One figure has one value: files that contradict each other are not joined.
        drop(whole.gather_again(set));
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

/// Joins what two files say of one criterion and do not contradict each other in.
fn both(one: Answer, other: Answer, set: &CriteriaSet, id: &CriterionId) -> Answer {
    if other.is_blank() {
        return one;
    }
    if one.is_blank() || without_places(&one) == without_places(&other) {
        return other;
    }
    // Where a part stands in another file than the score, its cell is none of this one's.
    let (mut answer, mut more) = if one.claim == Claim::Blank { (other, one) } else { (one, other) };
    more.claim = Claim::Blank;
    let mut answers = BTreeMap::from([(id.clone(), std::mem::take(&mut answer))]);
    add(&mut answers, BTreeMap::from([(id.clone(), more)]), set, ("", ""));
    answers.remove(id).unwrap_or_default()
}
