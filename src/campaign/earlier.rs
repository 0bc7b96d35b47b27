//! Results that were kept in the campaign's folder: of rounds that are locked, and of earlier years.

use std::collections::{BTreeMap, BTreeSet};

use super::earlier_folder::{EarlierFolder, EarlierOf};
use super::kept;
use super::plan::Plan;
use crate::assessment::{LockedRound, Round, Unit};
use crate::figure::{CriterionId, GroupId, SetId, UnitId};
use crate::finding::appraisal::LOCKED_OF_OTHER_UNIT;
use crate::finding::campaign::{EARLIER_FOLDER, LOCKED_OF_OTHER, YEARS};
use crate::finding::{Checked, Finding, Place};
use crate::form::LastYear;
use crate::past::{self, Comparison, PastCriterion, PastGroup, PastUnit, PastYear};
use crate::points::Points;
use crate::record::{Fraction, Printed, Record, RecordedCriterion, RecordedUnit};
use crate::text;
use crate::text::Text;

/// Earlier results, as far as they are of use.
#[derive(Clone, Debug, Default)]
pub struct Earlier {
    /// Rounds that are locked.
    pub locked: BTreeMap<Round, LockedRound>,
    /// Earlier years, the last one first.
    pub years: Vec<PastYear>,
}

/// Takes out of results what they are there for; `file` of each is its path in the campaign's folder.
pub fn earlier(plan: &Plan, read: Vec<(&EarlierFolder, String, Record)>) -> Checked<Earlier> {
    let mut found = Earlier::default();
    let mut findings = Vec::new();
    let mut twice: BTreeSet<i16> = BTreeSet::new();
    for (named, file, record) in read {
        match named.of {
            EarlierOf::Locked(round) => {
                if let Some(finding) = of_other_campaign(plan, round, &record) {
                    findings.push(finding.at(named.place.clone()));
                    continue;
                }
                let others = of_others(plan, &record);
                findings.extend(others.iter().map(|other| other.told(plan, round).at(Place::file(&file))));
                let others = others.into_iter().map(|other| other.unit.id.clone()).collect();
                found.locked.insert(round, LockedRound { others, ..kept::locked(file, round, &record) });
            }
            EarlierOf::Year => match no_earlier_year(plan, &found.years, &record, &file) {
                Some(finding) => {
                    twice.extend(found.years.iter().map(|year| year.year).filter(|year| *year == record.campaign.year));
                    findings.push(finding.at(named.place.clone()));
                }
                None => found.years.push(year(file, record)),
            },
        }
    }
    // Of two results of one year none is the right one for being named first.
    found.years.retain(|year| !twice.contains(&year.year));
    found.years.sort_by_key(|year| std::cmp::Reverse(year.year));
    Checked { value: found, findings }
}

/// Says that a folder of an earlier result can't be used.
pub fn unusable(named: &EarlierFolder, why: Text) -> Finding {
    let (folder, vi, en) = (&named.folder, why.vi, why.en);
    let message = text!("không dùng được thư mục kết quả “{folder}”: {vi}", "the result folder “{folder}” can't be used: {en}");
    Finding::new(&EARLIER_FOLDER, message).at(named.place.clone())
}

/// Compares this year with earlier ones.
pub fn compare(plan: &Plan, years: Vec<PastYear>) -> Checked<Comparison> {
    let asked = past::Asked {
        units: &plan.units,
        groups: &plan.groups,
        sets: &plan.sets,
        predecessors: &plan.predecessors,
        moved: &plan.criteria_map,
    };
    let mut compared = past::compare(asked, years);
    for finding in compared.findings.iter_mut().filter(|finding| finding.place == Place::default()) {
        finding.place = Place::file(super::FILE);
    }
    compared
}

/// Says what would be found where this year is compared with earlier ones.
pub fn comparable(plan: &Plan, earlier: Earlier) -> Vec<Finding> {
    compare(plan, earlier.years).findings
}

/// Gives what each unit declared in the year before, where it was a single unit and its criteria are known.
pub fn last_year(plan: &Plan, earlier: Earlier) -> Checked<BTreeMap<UnitId, LastYear>> {
    let Checked { value, findings } = compare(plan, earlier.years);
    let Some(year) = value.last().map(|last| last.year) else { return Checked { value: BTreeMap::new(), findings } };
    let of = |unit: &Unit| {
        let before = value.before(&unit.id)?;
        let other = before.units.iter().find(|(id, _)| *id != unit.id).map(|(_, name)| name.clone());
        let figures = before.figures.clone();
        (!figures.is_empty()).then(|| (unit.id.clone(), LastYear { year, unit: other, figures }))
    };
    Checked { value: plan.units.iter().filter_map(of).collect(), findings }
}

/// Says that a result is of another campaign than the round that it locks, or does not have the round.
fn of_other_campaign(plan: &Plan, round: Round, record: &Record) -> Option<Finding> {
    let (id, year) = (&plan.campaign.id, plan.campaign.year);
    let (other, other_year) = (&record.campaign.id, record.campaign.year);
    if other != id || other_year != year {
        let message = text!(
            "kết quả dùng để khóa lần thẩm định là của đợt “{other}” năm {other_year}, không phải của đợt này (“{id}” năm {year})",
            "the locked result is of campaign “{other}” of {other_year}, not of this one (“{id}” of {year})"
        );
        return Some(Finding::new(&LOCKED_OF_OTHER, message));
    }
    let typed = |criterion: &RecordedCriterion| {
        let said = criterion.applies.iter().any(|said| said.round == round.number());
        let corrected = criterion.answer.corrected.contains_key(&round.key());
        said || corrected || criterion.stages.rounds.get(&round).is_some_and(Option::is_some)
    };
    if record.groups.iter().flat_map(|group| &group.units).flat_map(|unit| &unit.criteria).any(typed) {
        return None;
    }
    let number = round.number();
    let message = text!(
        "kết quả dùng để khóa chưa có điểm nào của thẩm định lần {number}",
        "the locked result has no points of round {number} of appraisal"
    );
    Some(Finding::new(&LOCKED_OF_OTHER, message))
}

/// Unit whose id stands for something else in a result that locks a round.
struct Other<'p> {
    unit: &'p Unit,
    was: Text,
}

impl Other<'_> {
    /// Says so.
    fn told(&self, plan: &Plan, round: Round) -> Finding {
        let (unit, id, Text { vi: was_vi, en: was_en }) = (&self.unit.name, &self.unit.id, &self.was);
        let Text { vi: round_vi, en: round_en } = plan.campaign.rounds.name(round);
        let message = text!(
            "{round_vi} đã khóa: mã “{id}” của “{unit}” trong kết quả đã khóa {was_vi}; điểm đã khóa chưa được tính cho “{unit}”.",
            "{round_en} is locked: the id “{id}” of “{unit}” {was_en} in the locked result; nothing that was locked counts for “{unit}”."
        );
        Finding::new(&LOCKED_OF_OTHER_UNIT, message).of(&self.unit.id)
    }
}

/// Lists the units whose ids stand for units of other names in a result, or for units that another set scored.
fn of_others<'p>(plan: &'p Plan, record: &Record) -> Vec<Other<'p>> {
    let was = |unit: &'p Unit| {
        let (group, recorded) = record.unit(unit.id.as_str())?;
        if !past::goes_by(unit, &recorded.name) {
            let name = &recorded.name;
            return Some(Other { unit, was: text!("là của “{name}”", "is that of “{name}”") });
        }
        let set = &group.set.id;
        let same = plan.set(unit).is_none_or(|now| now.id.as_str() == set);
        (!same).then(|| Other { unit, was: text!("được chấm theo bộ tiêu chí “{set}”", "was scored by the set “{set}”") })
    };
    plan.units.iter().filter_map(was).collect()
}

/// Says that a result is of no year that this one can be compared with.
fn no_earlier_year(plan: &Plan, before: &[PastYear], record: &Record, file: &str) -> Option<Finding> {
    let (year, this) = (record.campaign.year, plan.campaign.year);
    if year >= this {
        let message = text!(
            "“{file}” là kết quả năm {year}, không trước năm {this} của đợt này; không so sánh",
            "“{file}” is the result of {year}, which is not before {this}, the year of this campaign; it is not compared"
        );
        return Some(Finding::new(&YEARS, message));
    }
    let other = &before.iter().find(|other| other.year == year)?.file;
    let message = text!(
        "“{other}” và “{file}” cùng là kết quả năm {year}; không so sánh với năm {year}",
        "“{other}” and “{file}” are both results of {year}; neither is compared"
    );
    Some(Finding::new(&YEARS, message))
}

/// Takes what a year came to.
fn year(file: String, record: Record) -> PastYear {
    let value = |printed: &Option<Printed>| printed.as_ref().and_then(Printed::as_fraction).map(|printed| printed.points());
    let groups = record.groups.into_iter().map(|group| PastGroup {
        id: GroupId::new(group.id.as_str()),
        name: group.name,
        set: SetId::new(group.set.id.as_str()),
        mean_index: value(&group.mean_index),
        ranked: group.units.iter().filter(|unit| unit.place.is_some()).count(),
        total: group.units.iter().filter_map(total).max(),
        units: group.units.iter().map(unit).collect(),
    });
    PastYear { year: record.campaign.year, file, groups: groups.collect() }
}

/// Gives the points that a unit could reach with everything that may apply; nothing where a result does not list every area,
/// or weighs them.
fn total(unit: &RecordedUnit) -> Option<Points> {
    let areas = || unit.criteria.iter().filter(|criterion| criterion.depth == 1);
    let sum = |of: fn(&RecordedCriterion) -> &Printed| -> Option<Points> {
        let maxima: Option<Vec<Points>> = areas().map(|area| Some(of(area).as_fraction()?.points())).collect();
        Some(maxima?.iter().sum())
    };
    let applicable = unit.applicable_max.as_fraction()?.points();
    if sum(|area| &area.applicable_max)? == applicable { sum(|area| &area.max) } else { None }
}

/// Takes what a unit came to.
fn unit(unit: &RecordedUnit) -> PastUnit {
    let exact = |fraction: &Option<Fraction>| fraction.as_ref().map(Fraction::points);
    let max = |printed: &Printed| printed.as_fraction().map(|printed| printed.points()).unwrap_or_default();
    let criterion = |criterion: &RecordedCriterion| {
        let past = PastCriterion {
            depth: criterion.depth,
            points: exact(&criterion.exact.official),
            max: max(&criterion.applicable_max),
            figures: criterion.answer.figures.clone(),
        };
        (CriterionId::new(criterion.id.as_str()), past)
    };
    let over_claim = unit.over_claim.as_ref().and_then(|over| over.positive.as_fraction()).map(|over| over.points());
    PastUnit {
        id: UnitId::new(unit.id.as_str()),
        name: unit.name.clone(),
        place: unit.place,
        provisional: unit.provisional,
        points: exact(&unit.exact.points),
        index: exact(&unit.exact.index),
        over_claim,
        criteria: unit.criteria.iter().filter(|criterion| criterion.applicable).map(criterion).collect(),
    }
}
