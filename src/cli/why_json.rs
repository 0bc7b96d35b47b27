//! What `why` tells, as JSON: decimals are strings, as printed after the group's rounding.

use serde_json::{Value, json};

use super::check_json::{claimed, of_evidence};
use super::why::{Scored, View, origin};
use super::why_leaf::{explained, source};
use crate::assessment::{Entries, Stage};
use crate::criteria::{Criterion, Leaf, Sign};
use crate::figure::Figure;
use crate::finding::Finding;
use crate::points::Points;
use crate::record::recorded;
use crate::rule::Gives;
use crate::scoring::{AdjustmentScore, Excuse, Stages, Trace};

/// Gives a unit with a line per criterion.
pub fn unit(view: &View<'_>, findings: &[Finding]) -> Value {
    let criteria = view.set.walk().into_iter().filter_map(|(depth, criterion)| {
        let scored = view.scored(&criterion.id)?;
        let mut line = line(view, criterion, &scored);
        line.as_object_mut()?.insert("depth".into(), json!(depth));
        Some(line)
    });
    let criteria: Vec<Value> = criteria.collect();
    let adjustments: Vec<Value> = view.card.adjustments.iter().map(|line| adjustment(view, line)).collect();
    json!({
        "campaign": of_campaign(view),
        "unit": standing(view),
        "criteria": criteria,
        "adjustments": adjustments,
        "findings": recorded(findings, view.lang),
    })
}

/// Gives one criterion with everything that explains it.
pub fn criterion(view: &View<'_>, criterion: &Criterion, findings: &[Finding]) -> Value {
    let scored = view.scored(&criterion.id);
    let mut told = scored.as_ref().map_or_else(|| json!({}), |scored| line(view, criterion, scored));
    let children: Vec<&str> = criterion.children().iter().map(|child| child.id.as_str()).collect();
    let more = [
        ("source", source(&criterion.source).map(|words| words.get(view.lang).to_owned()).into()),
        ("children", json!(children)),
        ("penalty", json!(view.beside(&criterion.id).map(|line| adjustment(view, line)))),
    ];
    let leaf = criterion.leaf().map(|leaf| of_leaf(view, criterion, leaf, scored.as_ref().and_then(|scored| scored.trace)));
    if let Some(keys) = told.as_object_mut() {
        keys.extend(more.map(|(key, value)| (key.to_owned(), value)));
        keys.extend(leaf.into_iter().flatten());
    }
    json!({
        "campaign": of_campaign(view),
        "unit": standing(view),
        "criterion": told,
        "findings": recorded(findings, view.lang),
    })
}

/// Gives what names the campaign.
fn of_campaign(view: &View<'_>) -> Value {
    let campaign = &view.worked.plan.campaign;
    json!({ "id": campaign.id, "title": campaign.title, "year": campaign.year, "official": campaign.official.key() })
}

/// Gives where the unit stands.
fn standing(view: &View<'_>) -> Value {
    let row = view.row;
    json!({
        "id": view.unit.id.as_str(),
        "name": view.unit.name,
        "group": view.ranking.group.id.as_str(),
        "set": { "id": view.set.id.as_str(), "version": view.set.version, "sha256": view.set.sha256 },
        "status": row.status.key(),
        "place": row.place,
        "tied": row.tied,
        "points": print(view, row.points.as_ref()),
        "applicable_max": maximum(view, &row.applicable_max),
        "index": print(view, row.index.as_ref()),
        "grade": row.grade,
    })
}

/// Gives a criterion with its stages.
fn line(view: &View<'_>, criterion: &Criterion, scored: &Scored<'_>) -> Value {
    json!({
        "id": criterion.id.as_str(),
        "name": criterion.name,
        "max": maximum(view, &criterion.max),
        "weight": criterion.weight.plain(),
        "applicable": scored.node.is_none_or(|node| node.applicable),
        "applicable_max": scored.node.map(|node| maximum(view, &node.applicable_max)),
        "stages": stages(view, scored.stages),
        "official": print(view, scored.official),
        "exact": scored.official.map(Points::plain),
        "reached": scored.trace.and_then(|trace| trace.reached).map(Stage::key),
        "origin": scored.trace.and_then(|trace| origin(view, criterion, trace)).map(|words| words.get(view.lang).to_owned()),
        "index": print(view, scored.node.and_then(|node| node.index.as_ref())),
    })
}

/// Gives what a leaf has beyond its stages.
fn of_leaf(view: &View<'_>, criterion: &Criterion, leaf: &Leaf, trace: Option<&Trace>) -> serde_json::Map<String, Value> {
    let answer = view.answer(&criterion.id);
    let words = |words: Vec<crate::text::Text>| words.iter().map(|one| one.get(view.lang).to_owned()).collect::<Vec<_>>();
    let inputs = leaf.inputs.iter().map(|input| {
        json!({
            "id": input.id.as_str(),
            "label": input.label,
            "measure": input.measure,
            "value": answer.and_then(|answer| answer.figures.get(&input.id)).and_then(Figure::machine),
            "cell": answer.and_then(|answer| answer.cells.get(input.id.as_str())),
        })
    });
    let outcome = trace.and_then(|trace| trace.outcome.as_ref());
    let withheld = trace.iter().flat_map(|trace| &trace.withheld).map(|one| {
        let share = (&one.share * &Points::hundred()).plain();
        json!({ "code": one.code.id, "title": one.code.title.get(view.lang), "percent": share })
    });
    let ask = &leaf.evidence;
    let told = json!({
        "rule": words(leaf.rule.faces().wording(&view.set.terms(criterion, leaf))),
        "file": view.worked.evidenced.get(&view.unit.id).map(|sent| sent.assessment.file.as_str()),
        "sheet": answer.and_then(|answer| answer.sheet.as_ref()),
        "claim": answer.and_then(|answer| claimed(&answer.claim)),
        "inputs": inputs.collect::<Vec<_>>(),
        "arithmetic": outcome.map(|outcome| words(explained(view, criterion, leaf, outcome))).unwrap_or_default(),
        "branches": outcome.map(|outcome| leaf.rule.taken(outcome)).unwrap_or_default(),
        "blank": outcome.map(|outcome| outcome.blank.iter().map(ToString::to_string).collect::<Vec<_>>()).unwrap_or_default(),
        "gives": outcome.map(|outcome| gives(&outcome.gives)),
        "excused": trace.and_then(|trace| trace.excused).map(excused),
        "evidence_asked": {
            "required": ask.required, "types": ask.types, "least": ask.least, "section": ask.section, "what": ask.what
        },
        "evidence": answer.map(|answer| answer.evidence.iter().map(of_evidence).collect::<Vec<_>>()).unwrap_or_default(),
        "explanation": answer.and_then(|answer| answer.explanation.as_ref()),
        "withheld": withheld.collect::<Vec<_>>(),
        "typed": typed(view, criterion),
    });
    match told {
        Value::Object(keys) => keys,
        _ => serde_json::Map::new(),
    }
}

/// Gives what the council and the survey typed, as they typed it.
fn typed(view: &View<'_>, criterion: &Criterion) -> Vec<Value> {
    let appraisal = &view.worked.appraisal;
    let of = |stage: &str, entries: &Entries| {
        let entry = entries.get(&view.unit.id)?.get(&criterion.id)?;
        let place = &entry.place;
        let (file, cell, line) = (&place.file, &place.cell, place.line);
        Some(json!({ "stage": stage, "points": entry.points.plain(), "reason": entry.reason, "file": file, "cell": cell, "line": line }))
    };
    let rounds = appraisal.rounds.iter().map(|(round, entries)| (round.key(), entries));
    rounds.chain([("survey".to_owned(), &appraisal.survey)]).filter_map(|(stage, entries)| of(&stage, entries)).collect()
}

/// Gives a line outside the tree; `official` has its sign.
fn adjustment(view: &View<'_>, line: &AdjustmentScore) -> Value {
    let official = line.official.as_ref().map(|points| if line.sign == Sign::Penalty { -points } else { points.clone() });
    let sign = match line.sign {
        Sign::Bonus => "bonus",
        Sign::Penalty => "penalty",
    };
    json!({
        "id": line.id.as_str(),
        "sign": sign,
        "stages": stages(view, &line.stages),
        "official": print(view, official.as_ref()),
    })
}

/// Gives points by stage.
fn stages(view: &View<'_>, stages: &Stages) -> Value {
    let before = [Stage::Claimed, Stage::Computed, Stage::Accepted];
    let all = before.into_iter().chain(view.worked.results().rounds().into_iter().map(Stage::Appraised));
    let mut told: serde_json::Map<String, Value> = all.map(|stage| (stage.key(), json!(print(view, stages.at(stage))))).collect();
    told.insert("survey".into(), json!(print(view, stages.survey.as_ref())));
    Value::Object(told)
}

/// Prints points for machines.
fn print(view: &View<'_>, points: Option<&Points>) -> Option<String> {
    points.map(|points| view.ranking.group.rounding.machine(points))
}

/// Prints a maximum for machines.
fn maximum(view: &View<'_>, max: &Points) -> String {
    view.ranking.group.rounding.maximum(max)
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
        Excuse::NoSurvey => "no_survey",
    }
}
