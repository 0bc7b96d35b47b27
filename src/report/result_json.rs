//! `result.json`: what the run came to, for machines. Fields may be added; none is renamed or taken away.
//!
//! Every decimal is a string with a point, as printed after the group's rounding; maxima are not rounded; what does not
//! exist is `null`. Words are Vietnamese, with English beside them under `…_en`.

use serde::Serialize;

use super::{ReportError, Results};
use crate::assessment::Unit;
use crate::award::Shortlist;
use crate::figure::{CriterionId, UnitId};
use crate::finding::Finding;
use crate::points::{Points, Rounding};
use crate::ranking::{GroupRanking, Row};
use crate::scoring::{Node, Scorecard, Stages};

/// Name and version of this format.
pub const SCHEMA: &str = "parindex/result/1";

/// Makes the file, ending in a line feed.
///
/// # Errors
/// Where the writer of JSON refuses.
pub fn bytes(results: &Results<'_>) -> Result<Vec<u8>, ReportError> {
    let campaign = results.campaign;
    let json = Json {
        schema: SCHEMA,
        campaign: JsonCampaign {
            id: &campaign.id,
            title: &campaign.title,
            year: campaign.year,
            official: campaign.official.key(),
            notice: campaign.notice.as_deref(),
        },
        groups: results.ranking.groups.iter().map(|group| of_group(group, results)).collect(),
        awards: results.shortlists.iter().map(of_award).collect(),
        findings: results.findings.iter().map(of_finding).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&json)?;
    bytes.push(b'\n');
    Ok(bytes)
}

#[derive(Serialize)]
struct Json<'a> {
    schema: &'static str,
    campaign: JsonCampaign<'a>,
    groups: Vec<JsonGroup<'a>>,
    awards: Vec<JsonAward<'a>>,
    findings: Vec<JsonFinding<'a>>,
}

#[derive(Serialize)]
struct JsonCampaign<'a> {
    id: &'a str,
    title: &'a str,
    year: i16,
    official: &'static str,
    notice: Option<&'a str>,
}

#[derive(Serialize)]
struct JsonGroup<'a> {
    id: &'a str,
    name: &'a str,
    set: JsonSet<'a>,
    mean_index: Option<String>,
    ranked_units: usize,
    units: Vec<JsonUnit<'a>>,
}

#[derive(Serialize)]
struct JsonSet<'a> {
    id: &'a str,
    version: Option<&'a str>,
    sha256: Option<&'a str>,
}

#[derive(Serialize)]
struct JsonUnit<'a> {
    id: &'a str,
    name: &'a str,
    status: &'static str,
    place: Option<usize>,
    tied: bool,
    points: Option<String>,
    applicable_max: String,
    index: Option<String>,
    grade: Option<&'a str>,
    stages: JsonStages,
    over_claim: Option<JsonOverClaim>,
    criteria: Vec<JsonCriterion<'a>>,
}

#[derive(Serialize, Default)]
struct JsonStages {
    claimed: Option<String>,
    computed: Option<String>,
    accepted: Option<String>,
    appraised_1: Option<String>,
    appraised_2: Option<String>,
    survey: Option<String>,
    adjustments: Option<String>,
}

#[derive(Serialize)]
struct JsonOverClaim {
    net: String,
    positive: String,
}

#[derive(Serialize)]
struct JsonCriterion<'a> {
    id: &'a str,
    depth: usize,
    max: String,
    applicable: bool,
    applicable_max: String,
    claimed: Option<String>,
    computed: Option<String>,
    accepted: Option<String>,
    appraised_1: Option<String>,
    appraised_2: Option<String>,
    survey: Option<String>,
    official: Option<String>,
    index: Option<String>,
}

#[derive(Serialize)]
struct JsonAward<'a> {
    id: &'a str,
    name: &'a str,
    quota: usize,
    chosen: Vec<&'a str>,
    tied_at_edge: Vec<&'a str>,
    considered: Vec<JsonConsidered<'a>>,
}

#[derive(Serialize)]
struct JsonConsidered<'a> {
    unit: &'a str,
    eligible: bool,
    chosen: bool,
    reasons: Vec<&'a str>,
    reasons_en: Vec<&'a str>,
}

#[derive(Serialize)]
struct JsonFinding<'a> {
    code: &'static str,
    severity: &'static str,
    unit: Option<&'a str>,
    criterion: Option<&'a str>,
    file: Option<&'a str>,
    sheet: Option<&'a str>,
    cell: Option<&'a str>,
    line: Option<usize>,
    message: &'a str,
    help: &'a str,
    message_en: &'a str,
    help_en: &'a str,
}

/// Prints a figure that may not exist.
fn print(rounding: Rounding, points: Option<&Points>) -> Option<String> {
    points.map(|points| rounding.machine(points))
}

fn of_group<'a>(ranking: &'a GroupRanking, results: &Results<'a>) -> JsonGroup<'a> {
    let group = &ranking.group;
    let set = results.sets.get(&group.set);
    JsonGroup {
        id: group.id.as_str(),
        name: &group.name,
        set: JsonSet { id: group.set.as_str(), version: set.map(|set| set.version.as_str()), sha256: set.map(|set| set.sha256.as_str()) },
        mean_index: print(group.rounding, ranking.mean_index.as_ref()),
        ranked_units: ranking.counted,
        units: ranking
            .rows
            .iter()
            .map(|row| of_unit(row, results.units.iter().find(|unit| unit.id == row.unit), results.cards.get(&row.unit), group.rounding))
            .collect(),
    }
}

fn of_unit<'a>(row: &'a Row, unit: Option<&'a Unit>, card: Option<&'a Scorecard>, rounding: Rounding) -> JsonUnit<'a> {
    JsonUnit {
        id: row.unit.as_str(),
        name: unit.map_or(row.unit.as_str(), |unit| &unit.name),
        status: row.status.key(),
        place: row.place,
        tied: row.tied,
        points: print(rounding, row.points.as_ref()),
        applicable_max: rounding.maximum(&row.applicable_max),
        index: print(rounding, row.index.as_ref()),
        grade: row.grade.as_deref(),
        stages: card.map(|card| of_stages(&card.stages, card.adjusted.as_ref(), rounding)).unwrap_or_default(),
        over_claim: card.filter(|card| card.submitted).map(|card| JsonOverClaim {
            net: rounding.machine(&card.over_claim_net()),
            positive: rounding.machine(&card.over_claim_positive()),
        }),
        criteria: card.into_iter().flat_map(|card| &card.nodes).map(|node| of_criterion(node, rounding)).collect(),
    }
}

fn of_stages(stages: &Stages, adjusted: Option<&Points>, rounding: Rounding) -> JsonStages {
    let print = |points: Option<&Points>| print(rounding, points);
    JsonStages {
        claimed: print(stages.claimed.as_ref()),
        computed: print(stages.computed.as_ref()),
        accepted: print(stages.accepted.as_ref()),
        appraised_1: print(stages.appraised_1.as_ref()),
        appraised_2: print(stages.appraised_2.as_ref()),
        survey: print(stages.survey.as_ref()),
        adjustments: print(adjusted),
    }
}

fn of_criterion(node: &Node, rounding: Rounding) -> JsonCriterion<'_> {
    let print = |points: Option<&Points>| print(rounding, points);
    let stages = &node.stages;
    JsonCriterion {
        id: node.id.as_str(),
        depth: node.depth,
        max: rounding.maximum(&node.max),
        applicable: node.applicable,
        applicable_max: rounding.maximum(&node.applicable_max),
        claimed: print(stages.claimed.as_ref()),
        computed: print(stages.computed.as_ref()),
        accepted: print(stages.accepted.as_ref()),
        appraised_1: print(stages.appraised_1.as_ref()),
        appraised_2: print(stages.appraised_2.as_ref()),
        survey: print(stages.survey.as_ref()),
        official: print(node.official.as_ref()),
        index: print(node.index.as_ref()),
    }
}

fn of_award(list: &Shortlist) -> JsonAward<'_> {
    JsonAward {
        id: list.award.id.as_str(),
        name: &list.award.name,
        quota: list.award.quota,
        chosen: list.chosen.iter().map(UnitId::as_str).collect(),
        tied_at_edge: list.tied_at_edge.iter().map(UnitId::as_str).collect(),
        considered: list
            .considered
            .iter()
            .map(|considered| JsonConsidered {
                unit: considered.unit.as_str(),
                eligible: considered.eligible,
                chosen: considered.chosen,
                reasons: considered.reasons.iter().map(|reason| reason.vi.as_str()).collect(),
                reasons_en: considered.reasons.iter().map(|reason| reason.en.as_str()).collect(),
            })
            .collect(),
    }
}

fn of_finding(finding: &Finding) -> JsonFinding<'_> {
    let place = &finding.place;
    JsonFinding {
        code: finding.code.id,
        severity: finding.severity.key(),
        unit: finding.unit.as_ref().map(UnitId::as_str),
        criterion: finding.criterion.as_ref().map(CriterionId::as_str),
        file: place.file.as_deref(),
        sheet: place.sheet.as_deref(),
        cell: place.cell.as_deref(),
        line: place.line,
        message: &finding.message.vi,
        help: &finding.help.vi,
        message_en: &finding.message.en,
        help_en: &finding.help.en,
    }
}
