//! What can be said only of a form as a whole: leaves that it lacks, figures that it has a place for and that are not there,
//! what was not read and what hangs on it.
//!
//! Source: [meanings](crate#meanings) 6 and 26.

use std::collections::BTreeSet;

use super::joined::Read;
use super::not_understood::{self, Answers};
use super::understood::Understood;
use super::{Asked, sums};
use crate::assessment::Claim;
use crate::criteria::{Criterion, Leaf};
use crate::figure::{CriterionId, Figure, Figures};
use crate::finding::sheet as code;
use crate::finding::{Finding, Part, Place, Severity};
use crate::intake::heading::Role;
use crate::rule::Scorer;
use crate::text;
use crate::workbook::address;

/// What is missing with the row of a criterion.
const OF_A_ROW: [Part; 3] = [Part::Claims, Part::Figures, Part::Evidence];

/// Settles the answers of a form and says what was found.
///
/// `beside` tells whether tables without a score, beside the form, have figures.
pub fn settle(
    read: &[Read<'_>],
    asked: &Asked<'_>,
    (answers, beside): (&mut Answers, bool),
    understood: &mut Understood,
    findings: &mut Vec<Finding>,
) {
    findings.extend(missing(read, asked, answers));
    for one in read {
        not_understood::blank(one, asked, answers);
    }
    understood.asks_figures = read.iter().any(|one| one.taken.asks_figures);
    if understood.asks_figures {
        // A column of figures that could not be chosen asks for all of them.
        let unread = if read.iter().all(is_understood) {
            let places = read.iter().filter(|one| has_figures(one)).flat_map(|one| one.taken.answers.keys().cloned());
            read.iter().flat_map(|one| not_understood::leaves(one, asked)).chain(places).collect()
        } else {
            asked.set.leaves().map(|(criterion, _)| criterion.id.clone()).collect()
        };
        understood.without_figures = blanks(asked, answers, &unread);
    } else if beside {
        blanks(asked, answers, &BTreeSet::new());
    }
    for one in read {
        findings.extend(one.taken.homeless.iter().map(|finding| homeless(finding, asked, answers)));
        let told = one.taken.rates.iter().map(|finding| homeless(finding, asked, answers));
        // A rate says again what the figures below it say.
        findings.extend(told.filter(|finding| finding.severity == Severity::Error));
        findings.extend(not_understood::findings(one, asked, answers));
    }
    let words_beside = || understood.beside.iter().flat_map(|table| &table.columns).any(|column| column.is_of_words);
    understood.place_for_evidence = !understood.lists.is_empty() || read.iter().any(has_words) || words_beside();
    if !understood.place_for_evidence {
        findings.extend(no_place(read, asked, answers));
    }
    sums::check(read, asked, answers, findings);
}

/// Tells whether a table has a column for figures: what is not there is blank.
fn has_figures(read: &Read<'_>) -> bool {
    [Role::Figures, Role::Rate].into_iter().any(|role| read.part.table.column(role).is_some())
}

/// Tells whether every column of a table that is filled in was understood: one that could not be chosen, or that nobody knows,
/// may hold the figures of any leaf.
fn is_understood(read: &Read<'_>) -> bool {
    let disputed = [Role::Figures, Role::Rate, Role::Claim].into_iter().any(|role| read.columns.disputed(role));
    !disputed && read.taken.unknown.is_empty()
}

/// Names the leaves that the form doesn't have.
fn missing(read: &[Read<'_>], asked: &Asked<'_>, answers: &Answers) -> Vec<Finding> {
    let missing = asked.set.leaves().filter(|(criterion, leaf)| {
        let line = asked.set.adjustments.iter().any(|line| line.criterion.id == criterion.id);
        // One of several alternatives is enough.
        let instead =
            || asked.set.has_instead(&criterion.id, |other, leaf| answers.get(other).is_some_and(|answer| !answer.is_left_alone(leaf)));
        leaf.scorer() == Scorer::Unit && !line && !answers.contains_key(&criterion.id) && !instead()
    });
    let sheet = read.first().map(|one| one.part.table.grid.name.clone());
    let place = Place { sheet, ..Place::file(asked.file) };
    missing
        .map(|(criterion, _)| {
            let (id, name) = (&criterion.id, &criterion.name);
            let message = text!("Biểu không có hàng nào của tiêu chí {id} “{name}”.", "The form has no row of criterion {id} “{name}”.");
            Finding::new(&code::CRITERION_NOT_FOUND, message).at(place.clone()).on(id).lacks(Part::Rows).hides(OF_A_ROW)
        })
        .collect()
}

/// Gives every leaf of the unit's the figures that it lacks, as blank: a form that asks for any figure asks for all, but
/// those that the campaign names. Lists the leaves that have no place for any, but those of `unread`, whose figures may stand
/// where nothing was read or have a place that is blank.
fn blanks(asked: &Asked<'_>, answers: &mut Answers, unread: &BTreeSet<CriterionId>) -> Vec<CriterionId> {
    let mut without = Vec::new();
    for (criterion, leaf) in asked.set.leaves().filter(|(_, leaf)| leaf.scorer() == Scorer::Unit && !leaf.inputs.is_empty()) {
        let Some(answer) = answers.get_mut(&criterion.id) else { continue };
        let any = answer.figures.values().any(|figure| *figure != Figure::Blank);
        let named = asked.pin.no_figures.contains(&criterion.id);
        if answer.figures.is_empty() && !named && !unread.contains(&criterion.id) {
            without.push(criterion.id.clone());
        }
        if any || !named {
            for input in &leaf.inputs {
                answer.figures.complete(&input.id, Figure::Blank);
            }
        } else {
            answer.figures = Figures::default();
        }
    }
    without
}

/// Says how bad it is that a figure has no input: where none is missing, nothing hangs on it.
fn homeless(finding: &Finding, asked: &Asked<'_>, answers: &Answers) -> Finding {
    let blank = |criterion: &Criterion, leaf: &Leaf| {
        answers.get(&criterion.id).is_some_and(|answer| {
            let figure = leaf.inputs.iter().any(|input| answer.figures.get(&input.id).is_none_or(Figure::is_blank));
            leaf.scorer() == Scorer::Unit && (figure || (leaf.inputs.is_empty() && answer.claim == Claim::Blank))
        })
    };
    let of = finding.criterion.as_ref().and_then(|id| asked.set.find(id));
    // A figure in the row of a group may be that of any leaf below it.
    let lacks = of.is_none_or(|of| any_leaf(of, &blank));
    Finding { severity: if lacks { Severity::Error } else { Severity::Warning }, ..finding.clone() }
}

/// Tells whether something holds of any leaf of a criterion, or of itself.
fn any_leaf(criterion: &Criterion, holds: &impl Fn(&Criterion, &Leaf) -> bool) -> bool {
    match criterion.leaf() {
        Some(leaf) => holds(criterion, leaf),
        None => criterion.children().iter().any(|child| any_leaf(child, holds)),
    }
}

/// Tells whether a table has a column for evidence or explanations.
fn has_words(read: &Read<'_>) -> bool {
    let has = |role| read.part.table.column(role).is_some() || read.columns.disputed(role);
    read.part.table.has_evidence() || has(Role::Evidence) || has(Role::Explanation) || (read.taken.remarks && has(Role::Remark))
}

/// Says once that a form has no place for evidence, where a claim needs some.
fn no_place(read: &[Read<'_>], asked: &Asked<'_>, answers: &Answers) -> Option<Finding> {
    let needs = |(criterion, leaf): &(&Criterion, &Leaf)| {
        let claims = answers.get(&criterion.id).is_some_and(|answer| !matches!(&answer.claim, Claim::Blank | Claim::NotApplicable));
        leaf.scorer() == Scorer::Unit && leaf.evidence.required && claims
    };
    let count = asked.set.leaves().filter(needs).count();
    let table = &read.first()?.part.table;
    let message = text!(
        "Biểu không có cột tài liệu kiểm chứng, giải trình và không kèm danh mục tài liệu, trong khi {count} tiêu chí đã tự chấm yêu cầu tài liệu.",
        "The form has neither a column for evidence or explanations nor a list of documents; claimed criteria that ask for evidence: {count}."
    );
    let place = Place::cell(asked.file, &table.grid.name, address(table.top, 0));
    let finding = Finding::new(&code::NO_PLACE_FOR_EVIDENCE, message).at(place).lacks(Part::Evidence).hides([Part::Evidence]);
    (count > 0).then_some(finding)
}

/// Proposes to name the leaves whose figures are absent from every form of a group.
pub fn propose(forms: &[&Understood]) -> Option<Finding> {
    let (first, others) = forms.split_first()?;
    let absent = |id: &&CriterionId| others.iter().all(|form| form.without_figures.contains(id));
    let ids: Vec<String> = first.without_figures.iter().filter(absent).map(|id| format!("\"{id}\"")).collect();
    let (count, list) = (ids.len(), ids.join(", "));
    let message = text!(
        "Không biểu nào của khối có số liệu của {count} tiêu chí; nếu biểu của tỉnh không hỏi, khai form: {{ no_figures: [{list}] }}.",
        "No form of the group has the figures of {count} criteria; if the province's form does not ask for them, say form: {{ no_figures: [{list}] }}."
    );
    (count > 0).then(|| Finding::new(&code::NO_FORM_ASKS, message))
}
