//! The record of results, part by part.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::{RecordedAnswer, RecordedDocument, RecordedPlace};
use super::award::{RecordedAward, RecordedCondition, RecordedUnitOfAward};
use super::corrected::corrected;
use super::figure::{Fraction, PointsByStage, Printed};
use super::result::{RecordedCampaign, RecordedInput, RecordedSet};
use super::unit::{
    ExactCriterion, ExactUnit, OverClaim, RecordedApplies, RecordedArrival, RecordedCriterion, RecordedLine, RecordedPrevious,
    RecordedReceipt, RecordedUnit, Sent, UnitStages,
};
use crate::assessment::{Arrival, Arrivals, Campaign, Content, Explanation, Round, Stage};
use crate::award::{AwardRule, Considered, Quota, Shortlist, Weighed};
use crate::criteria::{CriteriaSet, Criterion, Leaf, Sign};
use crate::figure::{CriterionId, Input, UnitId};
use crate::finding::Place;
use crate::points::{Points, Rounding};
use crate::ranking::{Group, Row};
use crate::results::Results;
use crate::scoring::{AdjustmentScore, Node, Scorecard, Stages, Trace};
use crate::text::{Lang, Text};

/// Makes the part of the campaign.
pub fn campaign(campaign: &Campaign) -> RecordedCampaign {
    RecordedCampaign {
        id: campaign.id.clone(),
        title: campaign.title.clone(),
        year: campaign.year,
        official: Some(campaign.official.key()),
        notice: campaign.notice.clone(),
    }
}

/// Names the set of a group.
pub fn set(group: &Group, results: &Results<'_>) -> RecordedSet {
    let set = results.sets.get(&group.set);
    RecordedSet { id: group.set.to_string(), version: set.map(|set| set.version.clone()), sha256: set.map(|set| set.sha256.clone()) }
}

/// Says what the set of a group asks, in its words.
pub fn inputs(group: &Group, results: &Results<'_>) -> Vec<RecordedInput> {
    let leaves = results.sets.get(&group.set).into_iter().flat_map(CriteriaSet::leaves);
    let inputs = leaves.flat_map(|(criterion, leaf)| leaf.inputs.iter().map(move |input| (criterion, leaf, input)));
    let of = |(criterion, leaf, input): (&Criterion, &Leaf, &Input)| RecordedInput {
        criterion: criterion.id.to_string(),
        id: input.id.to_string(),
        kind: input.kind.key().to_owned(),
        label: input.label.clone(),
        choices: leaf.choices(&input.id).into_iter().map(|choice| (choice.id, choice.label)).collect(),
    };
    inputs.map(of).collect()
}

/// Prints as the group does.
pub fn printed(rounding: Rounding, points: &Points) -> Printed {
    Printed::decimal(rounding.machine(points))
}

/// Prints a figure that may not exist.
fn print(rounding: Rounding, points: Option<&Points>) -> Option<Printed> {
    points.map(|points| printed(rounding, points))
}

/// Prints a maximum, which is never rounded.
fn maximum(rounding: Rounding, max: &Points) -> Printed {
    Printed::decimal(rounding.maximum(max))
}

/// Makes the part of a unit.
pub fn unit(row: &Row, rounding: Rounding, names: &BTreeMap<&UnitId, &str>, results: &Results<'_>) -> RecordedUnit {
    let (card, rounds) = (results.cards.get(&row.unit), &results.rounds());
    let submitted = card.filter(|card| card.submitted);
    RecordedUnit {
        id: row.unit.to_string(),
        name: names.get(&row.unit).map_or_else(|| row.unit.to_string(), |name| (*name).to_owned()),
        status: row.status,
        sent: card.map(sent),
        place: row.place,
        tied: row.tied,
        provisional: row.provisional,
        points: print(rounding, row.points.as_ref()),
        applicable_max: maximum(rounding, &row.applicable_max),
        index: print(rounding, row.index.as_ref()),
        exact: ExactUnit { points: row.points.as_ref().map(Fraction::of), index: row.index.as_ref().map(Fraction::of) },
        grade: row.grade.clone(),
        ties: row.ties.iter().map(|said| said.vi.clone()).collect(),
        ties_en: row.ties.iter().map(|said| said.en.clone()).collect(),
        stages: card.map(|card| unit_stages(card, rounds, rounding)).unwrap_or_default(),
        over_claim: submitted.map(|card| OverClaim {
            net: printed(rounding, &card.over_claim_net()),
            positive: printed(rounding, &card.over_claim_positive()),
        }),
        receipt: results.arrivals.get(&row.unit).map(|arrivals| receipt(arrivals, card, rounding)),
        file: results.evidenced.get(&row.unit).map(|sent| sent.assessment.file.clone()),
        explanations: results
            .explanations
            .get(&row.unit)
            .into_iter()
            .flat_map(BTreeMap::values)
            .flat_map(Explanation::files)
            .cloned()
            .collect(),
        previous: previous(row, card, rounding, results),
        adjustments: card.into_iter().flat_map(|card| &card.adjustments).map(|line| adjustment(line, row, rounding, results)).collect(),
        criteria: card.into_iter().flat_map(|card| &card.nodes).map(|node| criterion(node, row, rounding, results)).collect(),
    }
}

/// Says how a unit compares with the last year.
fn previous(row: &Row, card: Option<&Scorecard>, rounding: Rounding, results: &Results<'_>) -> Option<RecordedPrevious> {
    let (before, last) = (results.comparison.before(&row.unit)?, results.comparison.last()?);
    let change = before.change(row);
    let areas = card.into_iter().filter(|card| card.submitted).flat_map(|card| &card.nodes).filter(|node| node.depth == 1);
    let areas = areas.filter_map(|node| {
        let changed = node.index.as_ref()? - before.criteria.get(&node.id)?;
        Some((node.id.to_string(), printed(rounding, &changed)))
    });
    Some(RecordedPrevious {
        year: last.year,
        units: before.units.iter().map(|(id, _)| id.to_string()).collect(),
        points: print(rounding, before.points.as_ref()),
        index: print(rounding, before.index.as_ref()),
        place: before.place.map(|(place, _)| place),
        change_points: print(rounding, change.points.as_ref()),
        change_index: print(rounding, change.index.as_ref()),
        change_place: change.places_risen.map(i64::saturating_neg),
        areas: areas.collect(),
    })
}

/// Makes a line outside the tree.
fn adjustment(line: &AdjustmentScore, row: &Row, rounding: Rounding, results: &Results<'_>) -> RecordedLine {
    let sign = match line.sign {
        Sign::Bonus => "bonus",
        Sign::Penalty => "penalty",
    };
    RecordedLine {
        id: line.id.to_string(),
        sign: sign.into(),
        stages: stages(&line.stages, &results.rounds(), rounding),
        official: print(rounding, line.official.as_ref()),
        answer: line.trace.as_deref().map(|trace| answer(&line.id, &line.stages, Some(trace), row, results)).unwrap_or_default(),
        exact: line.official.as_ref().map(Fraction::of),
        exact_stages: not_as_printed(&line.stages, rounding),
    }
}

/// Gives the stages whose exact points are not what is printed of them.
fn not_as_printed(stages: &Stages, rounding: Rounding) -> BTreeMap<String, Fraction> {
    let before = [Stage::Claimed, Stage::Computed, Stage::Accepted];
    let all = before.into_iter().chain(stages.appraised.keys().copied().map(Stage::Appraised));
    let other = |stage: Stage| Some((stage, stages.at(stage)?)).filter(|(_, points)| rounding.print(points) != **points);
    all.filter_map(other).map(|(stage, points)| (stage.key(), Fraction::of(points))).collect()
}

/// Says when what a unit sent came.
fn receipt(arrivals: &Arrivals, card: Option<&Scorecard>, rounding: Rounding) -> RecordedReceipt {
    let form = arrivals.form();
    let deadline = |arrival: &Arrival| arrival.deadline.map(|day| day.to_string());
    let criteria = arrivals.list.iter().filter_map(|arrival| {
        let id = arrival.criterion.as_ref()?.to_string();
        Some(RecordedArrival { id, received: arrival.received.to_string(), deadline: deadline(arrival), days_late: arrival.days_late() })
    });
    RecordedReceipt {
        received: form.map(|arrival| arrival.received.to_string()),
        deadline: form.and_then(deadline),
        days_late: form.map_or(0, Arrival::days_late),
        points: print(rounding, card.and_then(|card| card.lateness.as_ref())),
        criteria: criteria.collect(),
    }
}

/// Says what a unit sent.
const fn sent(card: &Scorecard) -> Sent {
    match card.content {
        None => Sent::Nothing,
        Some(Content::Blank) => Sent::Blank,
        Some(Content::Unread) => Sent::Unread,
        Some(Content::Read) => Sent::Read,
    }
}

/// Makes the stages of a unit.
fn unit_stages(card: &Scorecard, rounds: &BTreeSet<Round>, rounding: Rounding) -> UnitStages {
    UnitStages { tree: stages(&card.stages, rounds, rounding), adjustments: print(rounding, card.adjusted.as_ref()) }
}

/// Makes points by stage.
fn stages(stages: &Stages, rounds: &BTreeSet<Round>, rounding: Rounding) -> PointsByStage {
    let print = |points: &Option<Points>| print(rounding, points.as_ref());
    PointsByStage {
        claimed: print(&stages.claimed),
        computed: print(&stages.computed),
        accepted: print(&stages.accepted),
        rounds: rounds.iter().map(|round| (*round, stages.appraised.get(round).map(|points| printed(rounding, points)))).collect(),
        survey: print(&stages.survey),
    }
}

/// Gives where the points of rounds and of the survey were typed.
fn typed(id: &CriterionId, row: &Row, results: &Results<'_>) -> BTreeMap<String, RecordedPlace> {
    let appraisal = results.appraisal;
    let place = |place: &Place| RecordedPlace {
        file: place.file.clone(),
        sheet: place.sheet.clone(),
        cell: place.cell.clone(),
        line: place.line.filter(|_| place.cell.is_none()),
    };
    let rounds = appraisal.all_rounds().into_iter();
    let rounds = rounds.filter_map(|round| Some((round.key(), place(appraisal.typed_at(round, &row.unit, id)?))));
    let survey = appraisal.survey.get(&row.unit).and_then(|of| of.get(id)).map(|entry| ("survey".to_owned(), place(&entry.place)));
    rounds.chain(survey).collect()
}

/// Gives the reasons that the council gave, by round.
fn reasons(id: &CriterionId, row: &Row, results: &Results<'_>) -> BTreeMap<String, String> {
    let of = |round: Round| (round.key(), results.appraisal.reasons(round, &row.unit, id).join("; "));
    results.appraisal.all_rounds().into_iter().map(of).filter(|(_, reason)| !reason.is_empty()).collect()
}

/// Says what was typed of a leaf or of a line, and where.
fn answer(id: &CriterionId, stages: &Stages, trace: Option<&Trace>, row: &Row, results: &Results<'_>) -> RecordedAnswer {
    let typed = RecordedAnswer { typed: typed(id, row, results), ..RecordedAnswer::default() };
    let typed = RecordedAnswer {
        corrected: corrected((&row.unit, id), (stages, trace), results.appraisal),
        reasons: reasons(id, row, results),
        refused: trace.into_iter().flat_map(|trace| &trace.refused).map(|round| round.key()).collect(),
        ..typed
    };
    let sent = results.evidenced.get(&row.unit).map(|sent| &sent.assessment);
    let Some((sent, answer)) = sent.and_then(|sent| Some((sent, sent.answers.get(id)?))) else { return typed };
    let documents = answer.evidence.iter().map(|document| RecordedDocument {
        name: document.cited(Lang::Vi),
        sheet: document.place.sheet.as_deref().filter(|sheet| Some(*sheet) != answer.sheet.as_deref()).map(str::to_owned),
        cell: document.place.cell.map(|cell| cell.to_string()),
    });
    RecordedAnswer {
        figures: answer.figures.iter().filter_map(|(input, figure)| Some((input.to_string(), figure.machine()?))).collect(),
        answered_in: answer.file.as_deref().filter(|file| *file != sent.file).map(str::to_owned),
        sheet: answer.sheet.as_deref().map(str::to_owned),
        cells: answer.cells.by_name().into_iter().map(|(name, cell)| (name.to_owned(), cell)).collect(),
        explained: answer.explains(),
        documents: documents.collect(),
        ..typed
    }
}

/// Makes the part of a criterion.
fn criterion(node: &Node, row: &Row, rounding: Rounding, results: &Results<'_>) -> RecordedCriterion {
    let rounds = &results.rounds();
    let applies = node.trace.iter().flat_map(|trace| &trace.applies);
    let samples = results.appraisal.samples.get(&row.unit).and_then(|samples| samples.get(&node.id));
    RecordedCriterion {
        survey_sample: samples.map(|by_group| Printed::decimal(by_group.values().sum::<Points>().plain())),
        applies: applies
            .map(|said| RecordedApplies { round: said.round.number(), part: said.part.clone(), applies: said.applies })
            .collect(),
        answer: answer(&node.id, &node.stages, node.trace.as_deref(), row, results),
        id: node.id.to_string(),
        depth: node.depth,
        max: maximum(rounding, &node.max),
        weight: (node.weight != Points::one()).then(|| Printed::decimal(node.weight.plain())),
        applicable: node.applicable,
        applicable_max: maximum(rounding, &node.applicable_max),
        stages: stages(&node.stages, rounds, rounding),
        official: print(rounding, node.official.as_ref()),
        index: print(rounding, node.index.as_ref()),
        exact: ExactCriterion { official: node.official.as_ref().map(Fraction::of), index: node.index.as_ref().map(Fraction::of) },
        exact_stages: not_as_printed(&node.stages, rounding),
    }
}

/// Writes what a campaign says of ranking a group.
pub fn rules(group: &Group) -> BTreeMap<String, String> {
    let grades = group.grades.iter().map(|band| format!("{} >= {}", band.name, band.from.plain())).collect::<Vec<_>>();
    let ties = group.tie_breaks.iter().map(|by| by.name().en).collect::<Vec<_>>();
    let decimals = group.rounding.decimals.to_string();
    let all = [("decimals", decimals), ("grades", grades.join(", ")), ("tie_breaks", ties.join(", "))];
    all.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

/// Writes what a campaign says of an award, beside its conditions.
fn award_rule(rule: &AwardRule) -> BTreeMap<String, String> {
    let quota = match &rule.quota {
        Quota::Number(number) => number.to_string(),
        Quota::Share { share, up } => format!("{}%{}", (share * &Points::hundred()).plain(), if *up { " up" } else { "" }),
    };
    let order = rule.order.iter().map(|by| by.criterion().map_or_else(|| by.key().to_owned(), |id| format!("{} {id}", by.key())));
    let reserved = rule.reserved.iter().map(|(group, places)| format!("{group} {places}")).collect::<Vec<_>>();
    let order = [
        order.collect::<Vec<_>>().join(", "),
        if rule.per_group { "per_group".to_owned() } else { "overall".to_owned() },
        reserved.join(", "),
    ];
    let excluded = rule.excluded.iter().map(|(unit, _)| unit.as_str()).collect::<Vec<_>>();
    let all = [
        ("quota", quota),
        ("order", order.join("; ")),
        ("excluded", excluded.join(", ")),
        ("conditions", rule.conditions.iter().map(|one| one.asks(&ToString::to_string).en).collect::<Vec<_>>().join("; ")),
        ("provisional", if rule.provisional_allowed { "allowed" } else { "" }.to_owned()),
    ];
    all.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

/// Makes the part of an award.
pub fn award(list: &Shortlist) -> RecordedAward {
    let ids = |units: &[UnitId]| units.iter().map(ToString::to_string).collect();
    RecordedAward {
        id: list.award.id.to_string(),
        name: list.award.name.clone(),
        quota: list.quota,
        chosen: ids(&list.chosen),
        tied_at_edge: ids(&list.tied_at_edge),
        rule: award_rule(&list.award),
        flags: list.award.flags().cloned().collect(),
        considered: list.considered.iter().map(considered).collect(),
    }
}

/// Makes a condition, compared with a unit.
fn condition(weighed: &Weighed) -> RecordedCondition {
    RecordedCondition {
        what: weighed.what.to_owned(),
        criterion: weighed.criterion.as_ref().map(ToString::to_string),
        value: weighed.value.clone(),
        limit: Some(weighed.limit.clone()),
        met: weighed.met,
    }
}

/// Makes the verdict on a unit.
fn considered(considered: &Considered) -> RecordedUnitOfAward {
    let words = |lang: Lang| considered.reasons.iter().map(|reason: &Text| reason.get(lang).to_owned()).collect();
    RecordedUnitOfAward {
        unit: considered.unit.to_string(),
        eligible: considered.eligible,
        chosen: considered.chosen,
        reasons: words(Lang::Vi),
        reasons_en: words(Lang::En),
        conditions: Some(considered.conditions.iter().map(condition).collect()),
        missing: Some(considered.missing.iter().map(|words| words.vi.clone()).collect()),
        missing_en: considered.missing.iter().map(|words| words.en.clone()).collect(),
    }
}
