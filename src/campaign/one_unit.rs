//! One unit of a campaign that was run before: what the run came to is taken from its record, and only the unit's own
//! form is judged again, for the trace that a record doesn't keep.

use std::collections::BTreeMap;

use super::plan::Plan;
use super::{Received, WorkedOut, earlier, locked, receipts, resubmitted, stages};
use crate::assessment::Appraisal;
use crate::award::{AwardRule, Considered, Shortlist, Weighed};
use crate::certainty;
use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, UnitId};
use crate::finding::campaign::JOINED_FORMS;
use crate::finding::sheet::COLUMN_MISSING;
use crate::finding::{self, Finding};
use crate::points::Points;
use crate::ranking::{GroupRanking, Ranking, Row};
use crate::record::{Fraction, Record, RecordedFinding, RecordedUnit};
use crate::results::Whereabouts;
use crate::rule::Rule;
use crate::text::Text;

/// Lists the files that are needed to tell of a unit: its own form, and those of its group where rules compare its units.
/// Nothing where the record doesn't know the unit.
pub fn needed_files(plan: &Plan, record: &Record, unit: &UnitId) -> Option<Vec<String>> {
    let (group, own) = record.unit(unit.as_str())?;
    let set = plan.set(plan.unit(unit)?)?;
    let units: Vec<&RecordedUnit> = if compares(set) { group.units.iter().collect() } else { vec![own] };
    // The record names one file of a unit; of several that were joined it does not know the others.
    let of_one =
        |unit: &&RecordedUnit| !record.findings.iter().any(|told| told.code == JOINED_FORMS.id && told.unit.as_ref() == Some(&unit.id));
    // A column of figures that neighbours have is known from their files only.
    let by_itself =
        |unit: &&RecordedUnit| !record.findings.iter().any(|told| told.code == COLUMN_MISSING.id && told.unit.as_ref() == Some(&unit.id));
    if !units.iter().all(|unit| of_one(unit) && by_itself(unit)) {
        return None;
    }
    Some(units.into_iter().filter_map(|unit| unit.file.clone()).collect())
}

/// Lists the files in which a unit explained anything, in the order in which they were read.
pub fn explanation_files<'r>(record: &'r Record, unit: &UnitId) -> &'r [String] {
    record.unit(unit.as_str()).map(|(_, own)| own.explanations.as_slice()).unwrap_or_default()
}

/// Tells whether a set has rules that compare the units of a group.
fn compares(set: &CriteriaSet) -> bool {
    set.leaves().any(|(_, leaf)| matches!(leaf.rule, Rule::Relative(_)))
}

/// Tells of one unit: its scores worked out, its place and everything found taken from the record.
///
/// `received` holds the forms of [`needed_files`], the evidence of the unit, and what the council and the survey typed.
/// The answer holds this unit only, and where the others of its group stand. Nothing where the scores are not those of the record.
pub fn one_unit(plan: &Plan, received: Received, record: &Record, unit: &UnitId) -> Option<WorkedOut> {
    let (recorded_group, recorded) = record.unit(unit.as_str())?;
    let of = plan.unit(unit)?;
    let (group, set) = (plan.group(of)?, plan.set(of)?);
    let theirs = record.findings.iter().filter(|finding| finding.unit.as_deref() == Some(unit.as_str()));
    let findings = theirs.map(RecordedFinding::finding).collect::<Option<Vec<Finding>>>()?;
    let Received { forms, evidence, mut appraisal, explanations, receipts, earlier, templates } = received;
    let mut evidenced = BTreeMap::new();
    for (id, form) in forms {
        evidenced.insert(id.clone(), stages::check_form(plan, &id, form, evidence.get(&id))?.value);
    }
    if let Some(own) = evidenced.get_mut(unit) {
        // What was found between units is known from the record only.
        findings.iter().filter(|finding| finding::evidence::ALL.contains(&finding.code)).for_each(|finding| own.withhold(set, finding));
    }
    // What was changed since is in the record.
    let _told = resubmitted::settle(plan, &evidenced, &mut appraisal);
    let members: Vec<_> = plan.units.iter().filter(|other| other.id == *unit || evidenced.contains_key(&other.id)).collect();
    let arrivals = receipts::arrivals(plan, &receipts);
    let score = |appraisal: &Appraisal| stages::score_units(plan, group, set, &members, &evidenced, appraisal, &arrivals).value;
    let mut cards = score(&appraisal);
    if !earlier.locked.is_empty() {
        // What was changed since is in the record.
        let _told = locked::hold(
            plan,
            &earlier.locked,
            &mut appraisal,
            &mut cards,
            |cards, unit| cards.iter().find(|card| card.unit == *unit),
            score,
        );
    }
    let card = cards.into_iter().find(|card| card.unit == *unit)?;
    let row = row(recorded, card.applicable_max.clone());
    let same = row.provisional == card.is_provisional()
        && row.points.as_ref().is_none_or(|points| *points == card.points)
        && (row.index.is_none() || row.index == card.index);
    // Of the others of its group it is told who stands before it.
    let others = recorded_group.units.iter().filter(|other| other.id != recorded.id).map(|other| self::row(other, Points::zero()));
    let rows: Vec<Row> = std::iter::once(row).chain(others).collect();
    if rows.iter().any(|row| row.place.is_some() && row.index.is_none()) {
        return None;
    }
    let ranking = GroupRanking {
        group: group.clone(),
        mean_index: None,
        counted: recorded_group.ranked_units,
        area_means: Vec::new(),
        area_bests: Vec::new(),
        rows,
        remarks: Vec::new(),
    };
    let ranking = Ranking { groups: vec![ranking] };
    let certainty = match &plan.certainty {
        None => None,
        Some(assumptions) => {
            let sources = certainty::Sources { appraisal: &appraisal, explanations: &explanations, findings: &findings };
            let uncertain = certainty::uncertain_points(&card, set, sources);
            Some(record.certainty.as_ref()?.of_unit(unit, assumptions, uncertain)?)
        }
    };
    same.then(|| WorkedOut {
        plan: plan.clone(),
        evidenced,
        appraisal,
        explanations,
        arrivals,
        comparison: earlier::compare(plan, earlier.years).value,
        cards: [(unit.clone(), card)].into(),
        whereabouts: Whereabouts::new(&plan.units, &ranking, &findings),
        ranking,
        shortlists: verdicts(plan, record, unit),
        certainty,
        findings,
        templates,
    })
}

/// Gives a unit's line of the ranking, as it is recorded.
fn row(recorded: &RecordedUnit, applicable_max: Points) -> Row {
    let exact = |fraction: &Option<Fraction>| fraction.as_ref().map(Fraction::points);
    Row {
        unit: UnitId::new(recorded.id.as_str()),
        status: recorded.status,
        place: recorded.place,
        tied: recorded.tied,
        provisional: recorded.provisional,
        points: exact(&recorded.exact.points),
        applicable_max,
        index: exact(&recorded.exact.index),
        grade: recorded.grade.clone(),
        tie_breaks: Vec::new(),
        ties: recorded.ties.iter().zip(&recorded.ties_en).map(|(vi, en)| Text::new(vi.clone(), en.clone())).collect(),
    }
}

/// Gives what the record says of the unit for each award.
fn verdicts(plan: &Plan, record: &Record, unit: &UnitId) -> Vec<Shortlist> {
    let both = |vi: &[String], en: &[String]| vi.iter().zip(en).map(|(vi, en)| Text::new(vi.clone(), en.clone())).collect::<Vec<_>>();
    let ids = |units: &[String]| units.iter().map(|id| UnitId::new(id.as_str())).collect::<Vec<_>>();
    let of_award = |award: &AwardRule| {
        let recorded = record.awards.iter().find(|one| one.id == award.id.as_str())?;
        let verdict = recorded.considered.iter().find(|one| one.unit == unit.as_str())?;
        // What each looks at is known from the rule; the whole sentence is among the reasons.
        let weighed = verdict.conditions.iter().flatten().zip(&award.conditions).map(|(one, rule)| Weighed {
            what: rule.key(),
            criterion: one.criterion.as_deref().map(CriterionId::new),
            value: one.value.clone(),
            limit: one.limit.clone().unwrap_or_default(),
            met: one.met,
            says: Text::default(),
            lacks: None,
        });
        let considered = Considered {
            unit: unit.clone(),
            eligible: verdict.eligible,
            chosen: verdict.chosen,
            reasons: both(&verdict.reasons, &verdict.reasons_en),
            conditions: weighed.collect(),
            missing: both(verdict.missing.as_deref().unwrap_or_default(), &verdict.missing_en),
            behind: None,
            notes: Vec::new(),
        };
        let (chosen, tied_at_edge) = (ids(&recorded.chosen), ids(&recorded.tied_at_edge));
        let called = plan.award_called(award);
        Some(Shortlist {
            award: award.clone(),
            called,
            quota: recorded.quota,
            chosen,
            tied_at_edge,
            edges: Vec::new(),
            considered: vec![considered],
        })
    };
    plan.awards.iter().filter_map(of_award).collect()
}
