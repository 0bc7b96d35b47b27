//! What a leaf has beyond its stages, as JSON.

use serde_json::{Map, Value, json};

use super::said::explained;
use super::view::View;
use crate::assessment::{Answer, Entries, Round};
use crate::criteria::{Criterion, Leaf, Requirement};
use crate::figure::Figure;
use crate::finding::CellAddress;
use crate::points::Points;
use crate::record::{RecordedEvidence, claimed};
use crate::rule::Gives;
use crate::scoring::{Correction, Excuse, InForce, Required, Trace};
use crate::text::Text;

/// Gives what a leaf has beyond its stages.
pub fn of(view: &View<'_>, criterion: &Criterion, leaf: &Leaf, trace: Option<&Trace>) -> Map<String, Value> {
    let answer = view.answer(&criterion.id);
    let words = |words: Vec<Text>| words.iter().map(|one| one.get(view.lang).to_owned()).collect::<Vec<_>>();
    let inputs = leaf.inputs.iter().map(|input| {
        json!({
            "id": input.id.as_str(),
            "label": input.label,
            "measure": input.measure,
            "value": answer.and_then(|answer| answer.figures.get(&input.id)).and_then(Figure::machine),
            "cell": answer.and_then(|answer| answer.cells.inputs.get(&input.id)).map(CellAddress::to_string),
        })
    });
    let outcome = trace.and_then(|trace| trace.outcome.as_ref());
    let withheld = trace.iter().flat_map(|trace| &trace.withheld).map(|one| {
        let share = (&one.share * &Points::hundred()).plain();
        json!({ "code": one.code.id, "title": one.code.title.get(view.lang), "percent": share })
    });
    let ask = &leaf.evidence;
    let told = json!({
        "rule": words(leaf.wording(&view.of.set.terms(criterion, leaf))),
        "file": view.file(),
        "sheet": answer.and_then(|answer| answer.sheet.as_deref()),
        "claim": answer.and_then(|answer| claimed(&answer.claim)),
        "inputs": inputs.collect::<Vec<_>>(),
        "arithmetic": outcome.map(|outcome| words(explained(view, criterion, leaf, outcome))).unwrap_or_default(),
        "branches": outcome.map(|outcome| leaf.rule.taken(outcome)).unwrap_or_default(),
        "blank": outcome.map(|outcome| outcome.blank.iter().map(ToString::to_string).collect::<Vec<_>>()).unwrap_or_default(),
        "gives": outcome.map(|outcome| gives(&outcome.gives)),
        "corrections": trace.map(|trace| trace.corrections.iter().map(correction).collect::<Vec<_>>()).unwrap_or_default(),
        "applies": trace.map(|trace| trace.applies.iter().map(|said| applies(view, criterion, said)).collect::<Vec<_>>()).unwrap_or_default(),
        "excused": trace.and_then(|trace| trace.excused).map(excused),
        "conditions": trace.map(|trace| trace.required.iter().map(|required| condition(view, required)).collect::<Vec<_>>()).unwrap_or_default(),
        "evidence_asked": {
            "required": ask.required, "types": ask.types, "least": ask.least, "section": ask.section, "what": ask.what
        },
        "evidence": answer.map(|answer| answer.evidence.iter().map(RecordedEvidence::of).collect::<Vec<_>>()).unwrap_or_default(),
        "explanation": answer.and_then(|answer| answer.explanation.as_ref()),
        "explained": view.explained(&criterion.id).into_iter().map(|(round, answer)| explained_after(round, answer)).collect::<Vec<_>>(),
        "withheld": withheld.collect::<Vec<_>>(),
        "typed": typed(view, criterion),
    });
    match told {
        Value::Object(keys) => keys,
        _ => Map::new(),
    }
}

/// Gives what the council and the survey typed, as they typed it.
fn typed(view: &View<'_>, criterion: &Criterion) -> Vec<Value> {
    let appraisal = view.of.results.appraisal;
    let of = |stage: &str, entries: &Entries| {
        let entry = entries.get(&view.of.unit.id)?.get(&criterion.id)?;
        let place = &entry.place;
        let (file, cell, line) = (&place.file, &place.cell, place.line);
        Some(json!({ "stage": stage, "points": entry.points.plain(), "reason": entry.reason, "file": file, "cell": cell, "line": line }))
    };
    let rounds = appraisal.rounds.iter().map(|(round, entries)| (round.key(), entries));
    rounds.chain([("survey".to_owned(), &appraisal.survey)]).filter_map(|(stage, entries)| of(&stage, entries)).collect()
}

/// Gives what the unit explained after a round.
fn explained_after(round: Round, answer: &Answer) -> Value {
    let figures = answer.figures.iter().map(|(input, figure)| (input.to_string(), json!(figure.machine())));
    json!({
        "after": round.key(),
        "explanation": answer.explanation,
        "figures": figures.collect::<Map<_, _>>(),
        "evidence": answer.evidence.iter().map(RecordedEvidence::of).collect::<Vec<_>>(),
    })
}

/// Gives a figure that counts as the council corrected it.
fn correction(one: &Correction) -> Value {
    json!({
        "stage": one.round.key(),
        "input": one.input.as_str(),
        "declared": one.declared.machine(),
        "corrected": one.corrected.machine(),
        "reason": one.reason,
    })
}

/// Gives a word of the council on what applies.
fn applies(view: &View<'_>, criterion: &Criterion, said: &InForce) -> Value {
    let of_unit = view.of.results.appraisal.applies.get(&said.round).and_then(|of_round| of_round.get(&view.of.unit.id));
    let of_leaf = of_unit.and_then(|of_unit| of_unit.get(&criterion.id)).into_iter().flatten();
    let typed = of_leaf.into_iter().find(|typed| typed.part == said.part && typed.applies == said.applies);
    let place = typed.map(|typed| &typed.place);
    json!({
        "stage": said.round.key(),
        "part": said.label,
        "applies": said.applies,
        "reason": typed.and_then(|typed| typed.reason.as_ref()),
        "file": place.and_then(|place| place.file.as_ref()),
        "cell": place.and_then(|place| place.cell.as_ref()),
        "line": place.and_then(|place| place.line),
    })
}

/// Gives a condition with what was found for it.
fn condition(view: &View<'_>, required: &Required) -> Value {
    let (criterion, figure, limit) = match &required.requirement {
        Requirement::Index { criterion, at_least } => (Some(criterion.as_str()), None, at_least),
        Requirement::Figure { figure, at_most } => (None, Some(figure.as_str()), at_most),
    };
    json!({
        "of": required.of.as_str(),
        "criterion": criterion,
        "figure": figure,
        "limit": limit.plain(),
        "value": required.value.as_ref().map(Points::plain),
        "holds": required.holds,
        "words": required.words(view.of.set, view.of.rounding()).get(view.lang),
    })
}

/// Names what a rule gave.
const fn gives(gives: &Gives) -> &'static str {
    match gives {
        Gives::Points(_) => "points",
        Gives::NotApplicable => "not_applicable",
        Gives::Nothing => "nothing",
        Gives::Waits => "waits",
    }
}

/// Names why a leaf does not apply.
const fn excused(excuse: Excuse) -> &'static str {
    match excuse {
        Excuse::Campaign => "campaign",
        Excuse::Unit => "unit",
        Excuse::Rule => "rule",
        Excuse::Council => "council",
        Excuse::Condition => "condition",
        Excuse::Alternative => "alternative",
        Excuse::NoSurvey => "no_survey",
    }
}
