//! What can be said only of a form as a whole: leaves that it lacks, figures that it has a place for and that are not there,
//! what was not read and what hangs on it.
//!
//! Source: [meanings](crate#meanings) 6 and 26.

use std::collections::BTreeMap;

use super::joined::Read;
use super::understood::Understood;
use super::{Asked, sums};
use crate::assessment::{Answer, Claim};
use crate::criteria::{Criterion, Leaf};
use crate::figure::{CriterionId, Figure, Figures, Input, InputKind};
use crate::finding::sheet as code;
use crate::finding::{Finding, Part, Place, Severity};
use crate::intake::heading::Role;
use crate::rule::Scorer;
use crate::text;
use crate::text::fold::bare;
use crate::typed::value;
use crate::workbook::address;

/// Answers by leaf.
type Answers = BTreeMap<CriterionId, Answer>;

/// What is missing with the row of a criterion.
const OF_A_ROW: [Part; 3] = [Part::Claims, Part::Figures, Part::Evidence];

/// Settles the answers of a form and says what was found.
pub fn settle(read: &[Read<'_>], asked: &Asked<'_>, answers: &mut Answers, understood: &mut Understood, findings: &mut Vec<Finding>) {
    findings.extend(missing(read, asked, answers));
    for one in read {
        blank_where_not_understood(one, asked, answers);
    }
    if read.iter().any(|one| one.taken.asks_figures) {
        understood.without_figures = blanks(asked, answers);
    }
    for one in read {
        findings.extend(one.taken.homeless.iter().map(|finding| homeless(finding, asked, answers)));
        findings.extend(unknown(one, asked, answers));
    }
    understood.place_for_evidence = !understood.lists.is_empty() || read.iter().any(has_words);
    if !understood.place_for_evidence {
        findings.extend(no_place(read, asked, answers));
    }
    sums::check(read, asked, answers, findings);
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

/// Takes figures for blank where a form without a known place for them has, in the rows of a leaf, a figure of that kind in
/// a column that nobody understands: what isn't understood is not worth the whole claim.
fn blank_where_not_understood(read: &Read<'_>, asked: &Asked<'_>, answers: &mut Answers) {
    if read.taken.asks_figures {
        return;
    }
    let table = &read.part.table;
    let of_points = |column: u32| bare(&table.heading(column)).contains("diem");
    for (column, rows) in read.taken.unknown.iter().filter(|(column, _)| !of_points(**column)) {
        for (row, id) in rows {
            let leaf = id.as_ref().filter(|id| !asked.pin.no_figures.contains(id)).and_then(|id| asked.set.find(id)?.leaf());
            let Some((leaf, id)) = leaf.filter(|leaf| leaf.scorer() == Scorer::Unit).zip(id.as_ref()) else { continue };
            let fits = |input: &Input| {
                input.kind != InputKind::Text
                    && !value::figure(table.grid.get(*row, *column), input, &leaf.choices(&input.id)).value.is_blank()
            };
            let Some(answer) = answers.get_mut(id).filter(|_| leaf.inputs.iter().any(fits)) else { continue };
            for input in &leaf.inputs {
                answer.figures.complete(&input.id, Figure::Blank);
            }
        }
    }
}

/// Gives every leaf of the unit's the figures that it lacks, as blank: a form that asks for any figure asks for all, but
/// those that the campaign names. Lists the leaves that have none at all.
fn blanks(asked: &Asked<'_>, answers: &mut Answers) -> Vec<CriterionId> {
    let mut without = Vec::new();
    for (criterion, leaf) in asked.set.leaves().filter(|(_, leaf)| leaf.scorer() == Scorer::Unit && !leaf.inputs.is_empty()) {
        let Some(answer) = answers.get_mut(&criterion.id) else { continue };
        let any = answer.figures.values().any(|figure| *figure != Figure::Blank);
        let named = asked.pin.no_figures.contains(&criterion.id);
        if answer.figures.is_empty() && !named {
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

/// Finds a leaf and its answer.
fn leaf_of<'a>(asked: &Asked<'a>, answers: &'a Answers, id: &CriterionId) -> Option<(&'a Criterion, &'a Leaf, &'a Answer)> {
    let criterion = asked.set.find(id)?;
    Some((criterion, criterion.leaf()?, answers.get(id)?))
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

/// Names columns without a known heading that are filled in; an error where a leaf lacks what might stand there.
fn unknown(read: &Read<'_>, asked: &Asked<'_>, answers: &Answers) -> Vec<Finding> {
    let table = &read.part.table;
    let lacks = |id: &CriterionId| {
        leaf_of(asked, answers, id).is_some_and(|(_, leaf, answer)| {
            let figure = |input: &crate::figure::Input| answer.figures.get(&input.id).is_some_and(|figure| *figure == Figure::Blank);
            let backed = !leaf.evidence.required || !answer.evidence.is_empty() || answer.explanation.is_some();
            leaf.scorer() == Scorer::Unit && (answer.claim == Claim::Blank || leaf.inputs.iter().any(figure) || !backed)
        })
    };
    let one = |(column, rows): (&u32, &Vec<(u32, Option<CriterionId>)>)| {
        let (heading, count) = (table.heading(*column), rows.len());
        let hangs = rows.iter().find(|(_, leaf)| leaf.as_ref().is_some_and(lacks));
        let message = text!(
            "Cột “{heading}” đã điền (số ô: {count}) nhưng không rõ dùng để làm gì nên không được đọc.",
            "The column “{heading}” is filled in (cells: {count}); it can't be told what it is for, and it is not read."
        );
        let row = hangs.or(rows.first()).map_or(0, |(row, _)| *row);
        let severity = if hangs.is_some() { Severity::Error } else { Severity::Note };
        let place = Place::cell(asked.file, &table.grid.name, address(row, *column));
        let finding = Finding::new(&code::COLUMN_NOT_READ, message).at(place).hides(without_column(read));
        Finding { severity, ..finding }
    };
    read.taken.unknown.iter().map(one).collect()
}

/// Lists what a table has no column for: a column that nobody understands may hold it.
fn without_column(read: &Read<'_>) -> Vec<Part> {
    let there = |roles: &[Role]| roles.iter().any(|role| read.part.table.column(*role).is_some());
    let parts = [
        (Part::Claims, there(&[Role::Claim])),
        (Part::Figures, there(&[Role::Figures, Role::Rate])),
        (Part::Evidence, read.part.table.has_evidence()),
    ];
    parts.into_iter().filter(|(_, there)| !there).map(|(part, _)| part).collect()
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
        "The form has neither a column for evidence or explanations nor a list of documents, while {count} claimed criteria ask for evidence."
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
