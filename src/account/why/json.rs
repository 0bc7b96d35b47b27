//! What the pages tell, as JSON: decimals are strings, as printed after the group's rounding.

use serde_json::{Map, Value, json};

use super::said::source;
use super::view::{Scored, View};
use super::{awards, certain, leaf_json};
use crate::account::history;
use crate::assessment::{Arrivals, Stage};
use crate::criteria::{Criterion, Sign};
use crate::finding::Finding;
use crate::points::Points;
use crate::record::recorded;
use crate::scoring::{AdjustmentScore, Stages};

/// Gives a unit with a line per criterion.
pub fn unit(view: &View<'_>, findings: &[&Finding]) -> Value {
    let criteria = view.of.set.walk().into_iter().filter_map(|(depth, criterion)| {
        let scored = view.scored(&criterion.id)?;
        let mut line = line(view, criterion, &scored);
        line.as_object_mut()?.insert("depth".into(), json!(depth));
        Some(line)
    });
    let criteria: Vec<Value> = criteria.collect();
    let adjustments: Vec<Value> = view.card.adjustments.iter().map(|line| adjustment(view, line)).collect();
    let mut told = json!({
        "campaign": of_campaign(view),
        "unit": standing(view),
        "criteria": criteria,
        "adjustments": adjustments,
        "awards": awards::json(view),
        "findings": recorded(findings.iter().copied(), view.lang),
    });
    if let Some((told, certain)) = told.as_object_mut().zip(certain::json(view)) {
        told.insert("certainty".into(), certain);
    }
    told
}

/// Gives one criterion with everything that explains it.
pub fn criterion(view: &View<'_>, criterion: &Criterion, findings: &[&Finding]) -> Value {
    let scored = view.scored(&criterion.id);
    let mut told = scored.as_ref().map_or_else(|| json!({}), |scored| line(view, criterion, scored));
    let children: Vec<&str> = criterion.children().iter().map(|child| child.id.as_str()).collect();
    let more = [
        ("source", source(&criterion.source).map(|words| words.get(view.lang).to_owned()).into()),
        ("children", json!(children)),
        ("changes", json!(scored.as_ref().map(|scored| changes(view, criterion, scored)).unwrap_or_default())),
        ("penalty", json!(view.beside(&criterion.id).map(|line| adjustment(view, line)))),
    ];
    let leaf = criterion.leaf().map(|leaf| leaf_json::of(view, criterion, leaf, scored.as_ref().and_then(|scored| scored.trace)));
    if let Some(keys) = told.as_object_mut() {
        keys.extend(more.map(|(key, value)| (key.to_owned(), value)));
        keys.extend(leaf.into_iter().flatten());
    }
    json!({
        "campaign": of_campaign(view),
        "unit": standing(view),
        "criterion": told,
        "findings": recorded(findings.iter().copied(), view.lang),
    })
}

/// Gives what changed the points of a leaf on their way.
fn changes(view: &View<'_>, criterion: &Criterion, scored: &Scored<'_>) -> Vec<Value> {
    if criterion.leaf().is_none() {
        return Vec::new();
    }
    let steps = history::steps(view.of.results, view.of.unit, criterion, view.of.rounding(), (scored.stages, scored.trace));
    let beside = history::penalty_steps(view.of.results, view.of.unit, criterion, view.of.rounding());
    let all = steps.into_iter().map(|step| (step, false)).chain(beside.into_iter().map(|step| (step, true)));
    let told = all.map(|(step, is_beside)| {
        let place = &step.place;
        json!({
            "stage": step.stage.key(),
            "penalty_beside": is_beside,
            "from": print(view, step.from.as_ref()),
            "to": print(view, step.to.as_ref()),
            "reason": step.reason.get(view.lang),
            "file": place.file, "sheet": place.sheet, "cell": place.cell, "line": place.line,
        })
    });
    told.collect()
}

/// Gives how the unit stood in the last year; nothing where it was not there.
fn previous(view: &View<'_>) -> Option<Value> {
    let comparison = view.of.results.comparison;
    let (year, before) = (comparison.last()?.year, comparison.before(&view.of.unit.id)?);
    let change = before.change(view.of.row);
    Some(json!({
        "year": year,
        "units": before.units.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(),
        "points": print(view, before.points.as_ref()),
        "index": print(view, before.index.as_ref()),
        "place": before.place.map(|(place, _)| place),
        "change_points": print(view, change.points.as_ref()),
        "change_index": print(view, change.index.as_ref()),
        // As in `result.json`: this year's place less that before.
        "change_place": change.places_risen.map(|risen| -risen),
    }))
}

/// Gives what names the campaign.
fn of_campaign(view: &View<'_>) -> Value {
    let campaign = view.of.results.campaign;
    json!({ "id": campaign.id, "title": campaign.title, "year": campaign.year, "official": campaign.official.key() })
}

/// Gives where the unit stands.
fn standing(view: &View<'_>) -> Value {
    let row = view.of.row;
    json!({
        "id": view.of.unit.id.as_str(),
        "name": view.of.unit.name,
        "group": view.of.ranking.group.id.as_str(),
        "set": { "id": view.of.set.id.as_str(), "version": view.of.set.version, "sha256": view.of.set.sha256 },
        "status": row.status.key(),
        "place": row.place,
        "tied": row.tied,
        "ties": row.ties.iter().map(|said| said.get(view.lang)).collect::<Vec<_>>(),
        "provisional": row.provisional,
        "points": print(view, row.points.as_ref()),
        "applicable_max": maximum(view, &row.applicable_max),
        "index": print(view, row.index.as_ref()),
        "grade": row.grade,
        "days_late": view.of.results.arrivals.get(&view.of.unit.id).map(Arrivals::days_late),
        "late": print(view, view.card.lateness.as_ref()),
        "adjustments": print(view, view.card.adjusted.as_ref()),
        "previous": previous(view),
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
        "origin": scored.trace.and_then(|trace| view.origin(criterion, trace)).map(|words| words.get(view.lang).to_owned()),
        "index": print(view, scored.node.and_then(|node| node.index.as_ref())),
    })
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
    let all = view.stages().into_iter();
    let mut told: Map<String, Value> = all.map(|stage| (stage.key(), json!(print(view, stages.at(stage))))).collect();
    told.insert("survey".into(), json!(print(view, stages.survey.as_ref())));
    Value::Object(told)
}

/// Prints points for machines.
fn print(view: &View<'_>, points: Option<&Points>) -> Option<String> {
    points.map(|points| view.of.rounding().machine(points))
}

/// Prints a maximum for machines.
fn maximum(view: &View<'_>, max: &Points) -> String {
    view.of.rounding().maximum(max)
}
