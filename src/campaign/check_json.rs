//! What `check` read, as the contract's JSON, so that anyone can compare it with the workbook.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::check::{Checking, Form};
use crate::assessment::{Answer, Claim, Content};
use crate::figure::CriterionId;
use crate::finding::Finding;
use crate::intake::foreign::{ColumnRead, RowLeft, Understood};
use crate::points::Points;
use crate::record::{RecordedEvidence, claimed, recorded};
use crate::scoring::{Node, Stages};
use crate::text::Lang;

/// Gives the whole answer of `check`; with the paths of the annotated copies, file by file, where they were made.
pub fn check_json<'c>(
    checked: impl Iterator<Item = &'c Checking<'c>>,
    copies: &[Option<String>],
    findings: &[Finding],
    lang: Lang,
) -> Value {
    let mut files: Vec<Value> = checked.map(|one| of_file(one, lang)).collect();
    for (file, copy) in files.iter_mut().filter_map(Value::as_object_mut).zip(copies) {
        file.insert("feedback".into(), copy.as_deref().into());
    }
    json!({ "files": files, "findings": recorded(findings, lang) })
}

/// Gives one file.
fn of_file(one: &Checking<'_>, lang: Lang) -> Value {
    let assessment = one.form.as_ref().map(|form| &form.evidenced.assessment);
    json!({
        "file": one.file,
        "unit": assessment.map(|assessment| assessment.unit.as_str()),
        "name": one.form.as_ref().map(|form| form.unit.name.as_str()),
        "blank": assessment.map(|form| form.content() == Content::Blank),
        "set": assessment.map(|assessment| assessment.set.id.as_str()),
        "layout": assessment.map(|assessment| assessment.layout.as_str()),
        "understood": one.form.as_ref().and_then(|form| form.understood.as_ref()).map(|understood| of_understood(understood, lang)),
        "rows": one.form.as_ref().map(rows).unwrap_or_default(),
    })
}

/// Gives how a form of the province's own was understood.
fn of_understood(understood: &Understood, lang: Lang) -> Value {
    let lists = understood.lists.iter().map(|list| {
        json!({
            "sheet": list.sheet,
            "header": { "first": list.header.0, "last": list.header.1 },
            "columns": columns(&list.columns, lang),
            "criteria": taken(&list.criteria),
            "taken": taken(&list.taken),
            "left": left(&list.left, lang),
        })
    });
    json!({
        "sheet": understood.sheet,
        "header": { "first": understood.header.0, "last": understood.header.1 },
        "columns": columns(&understood.columns, lang),
        "taken": taken(&understood.taken),
        "left": left(&understood.left, lang),
        "others": understood.others.iter().map(|other| of_understood(other, lang)).collect::<Vec<_>>(),
        "evidence_lists": lists.collect::<Vec<_>>(),
    })
}

/// Gives columns, each with what it was read as.
fn columns(columns: &[ColumnRead], lang: Lang) -> Vec<Value> {
    let one = |column: &ColumnRead| {
        let read_as = column.read_as.map(|words| words.get(lang));
        json!({ "column": column.column, "heading": column.heading, "read_as": read_as })
    };
    columns.iter().map(one).collect()
}

/// Gives rows with their criteria.
fn taken(rows: &[(u32, CriterionId)]) -> Vec<Value> {
    rows.iter().map(|(row, id)| json!({ "row": row, "criterion": id.as_str() })).collect()
}

/// Gives rows that were left.
fn left(rows: &[RowLeft], lang: Lang) -> Vec<Value> {
    rows.iter().map(|left| json!({ "row": left.row, "words": left.words, "why": left.why.get(lang) })).collect()
}

/// Gives every leaf of the set, in the order of ids.
fn rows(form: &Form<'_>) -> Vec<Value> {
    let mut leaves: BTreeMap<&CriterionId, &crate::criteria::Leaf> = BTreeMap::new();
    leaves.extend(form.set.leaves().map(|(criterion, leaf)| (&criterion.id, leaf)));
    let blank = Answer::default();
    leaves
        .into_iter()
        .map(|(id, leaf)| {
            let answer = form.evidenced.assessment.answers.get(id).unwrap_or(&blank);
            let stages = stages(form, id);
            let figures = leaf.inputs.iter().map(|input| {
                let read = answer.figures.get(&input.id).and_then(crate::figure::Figure::machine);
                (input.id.to_string(), Value::from(read))
            });
            let print = |points: Option<&Points>| points.map(|points| form.rounding.machine(points));
            json!({
                "criterion": id.as_str(),
                "sheet": answer.sheet.as_deref(),
                "claimed": claimed(&answer.claim),
                "computed": print(stages.and_then(|stages| stages.computed.as_ref())),
                "accepted": print(stages.and_then(|stages| stages.accepted.as_ref())),
                "not_applicable": answer.claim == Claim::NotApplicable || node(form, id).is_some_and(|node| !node.applicable),
                "inputs": figures.collect::<Map<String, Value>>(),
                "explanation": answer.explanation,
                "evidence": answer.evidence.iter().map(RecordedEvidence::of).collect::<Vec<_>>(),
                "cells": answer.cells.by_name(),
            })
        })
        .collect()
}

/// Finds the score of a leaf of the tree.
fn node<'f>(form: &'f Form<'_>, id: &CriterionId) -> Option<&'f Node> {
    form.card.nodes.iter().find(|node| &node.id == id)
}

/// Finds the stages of a leaf, of the tree or outside it.
fn stages<'f>(form: &'f Form<'_>, id: &CriterionId) -> Option<&'f Stages> {
    let line = || form.card.adjustments.iter().find(|line| &line.id == id && line.trace.is_some()).map(|line| &line.stages);
    node(form, id).map(|node| &node.stages).or_else(line)
}
