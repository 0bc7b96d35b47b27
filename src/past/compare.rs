//! Every unit of this year compared with earlier years.

use std::collections::{BTreeMap, BTreeSet};

use super::criteria::{Matching, Moved};
use super::units::{ById, Was};
use super::{Before, Comparison, PastGroup, PastUnit, PastYear};
use crate::assessment::Unit;
use crate::criteria::CriteriaSet;
use crate::figure::{SetId, UnitId};
use crate::finding::campaign::{
    CRITERION_NOT_BEFORE, GROUP_NOT_BEFORE, ID_REUSED, NAME_UNDER_OTHER_ID, SCALE_CHANGED, SET_CHANGED, UNIT_NOT_BEFORE,
};
use crate::finding::{Checked, Finding, Place};
use crate::points::Points;
use crate::ranking::Group;
use crate::text;

/// What is compared, and what the campaign says of it.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Units of this year.
    pub units: &'a [Unit],
    /// Its groups.
    pub groups: &'a [Group],
    /// Its sets.
    pub sets: &'a BTreeMap<SetId, CriteriaSet>,
    /// What units were before, where that is not themselves.
    pub predecessors: &'a BTreeMap<UnitId, Vec<UnitId>>,
    /// Where criteria went, by the ids that they had.
    pub moved: &'a Moved,
}

/// Compares this year with earlier ones, the last one first.
pub fn compare(asked: Asked<'_>, years: Vec<PastYear>) -> Checked<Comparison> {
    let mut findings = Vec::new();
    let mut before: BTreeMap<UnitId, Vec<Option<Before>>> = BTreeMap::new();
    let (mut unclear, mut of_other_id) = (BTreeSet::new(), BTreeSet::new());
    let lost = asked.lost(&years);
    for year in &years {
        let by_id = ById::new(year);
        // Where it can't be told what a unit came from, it is not compared with itself instead.
        let was = |unit: &Unit| if lost.contains_key(&unit.id) { Was::New } else { by_id.was(unit, &asked.named(unit)) };
        let was: Vec<(&Unit, Was<'_>)> = asked.units.iter().map(|unit| (unit, was(unit))).collect();
        let behind = |id: &UnitId| {
            was.iter().filter(|(_, was)| matches!(was, Was::Units(units) if units.iter().any(|(_, past)| past.id == *id))).count()
        };
        let matching: BTreeMap<&SetId, Matching> = asked.sets.iter().map(|(id, set)| (id, Matching::new(year, set, asked.moved))).collect();
        for (unit, was) in &was {
            let found = match was {
                Was::New => None,
                Was::Unclear(past) => {
                    if unclear.insert(unit.id.clone()) {
                        findings.push(reused(unit, past, year));
                    }
                    None
                }
                Was::OtherId(past) => {
                    if of_other_id.insert(unit.id.clone()) {
                        findings.push(renumbered(unit, past, year));
                    }
                    None
                }
                Was::Units(units) => {
                    let of_group = asked.groups.iter().find(|group| group.id == unit.group);
                    let shared = units.iter().any(|(_, past)| behind(&past.id) > 1);
                    of_group.and_then(|group| Some(joined((group, asked.total(group)), units, shared, matching.get(&group.set)?)))
                }
            };
            before.entry(unit.id.clone()).or_default().push(found);
        }
    }
    findings.extend(asked.never_there(&years));
    findings.extend(years.first().into_iter().flat_map(|last| asked.groups_and_sets(last)));
    Checked { value: Comparison { years, before, unclear: unclear.into_iter().collect(), of_other_id }, findings }
}

impl Asked<'_> {
    /// Gives the points that the set of a group can give, as results of earlier years say them: its areas, unweighted.
    fn total(&self, group: &Group) -> Option<Points> {
        Some(self.sets.get(&group.set)?.criteria.iter().map(|area| &area.max).sum())
    }

    /// Gives the predecessors that the campaign names.
    fn named(&self, unit: &Unit) -> BTreeSet<&UnitId> {
        self.predecessors.get(&unit.id).into_iter().flatten().collect()
    }

    /// Lists predecessors that no earlier year has, by the unit that names them.
    fn lost(&self, years: &[PastYear]) -> BTreeMap<&UnitId, Vec<&UnitId>> {
        let all: Vec<ById<'_>> = years.iter().map(ById::new).collect();
        let lost = self.predecessors.iter().filter(|_| !years.is_empty()).map(|(unit, named)| {
            let lost = named.iter().filter(|id| !all.iter().any(|year| year.has(id))).collect();
            (unit, lost)
        });
        lost.filter(|(_, lost): &(_, Vec<_>)| !lost.is_empty()).collect()
    }

    /// Says which predecessors, and which criteria that went elsewhere, no earlier year has.
    fn never_there(&self, years: &[PastYear]) -> Vec<Finding> {
        let mut findings = Vec::new();
        if years.is_empty() {
            return findings;
        }
        for (unit, lost) in self.lost(years) {
            for id in lost {
                let message = text!(
                    "Đơn vị trước sắp xếp “{id}” của “{unit}” không có trong kết quả năm trước nào; đơn vị này không được so sánh.",
                    "“{id}”, a predecessor of “{unit}”, is in no earlier result; the unit is not compared."
                );
                findings.push(Finding::new(&UNIT_NOT_BEFORE, message).of(unit));
            }
        }
        let has = |id| years.iter().flat_map(|year| &year.groups).flat_map(|group| &group.units).any(|unit| unit.criteria.contains_key(id));
        for id in self.moved.keys().filter(|id| !has(id)) {
            let message = text!(
                "criteria_map nêu mã cũ “{id}”, nhưng không kết quả năm trước nào có tiêu chí ấy.",
                "criteria_map names the old criterion “{id}”, which no earlier result has."
            );
            findings.push(Finding::new(&CRITERION_NOT_BEFORE, message));
        }
        findings
    }

    /// Says which groups the last year did not have, and which of them another set scored.
    fn groups_and_sets(&self, last: &PastYear) -> Vec<Finding> {
        let mut findings = Vec::new();
        let (year, file) = (last.year, &last.file);
        for group in self.groups {
            let name = &group.name;
            let Some(then) = last.groups.iter().find(|then| then.id == group.id) else {
                let there = last.groups.iter().map(|then| format!("“{}”", then.id)).collect::<Vec<_>>().join(", ");
                let id = &group.id;
                let message = text!(
                    "Kết quả năm {year} không có khối “{id}” ({name}), chỉ có {there}; thứ hạng của khối này không so sánh được.",
                    "The result of {year} has no group “{id}” ({name}), only {there}; places of the group can't be compared."
                );
                findings.push(Finding::new(&GROUP_NOT_BEFORE, message).at(Place::file(file)));
                continue;
            };
            if let (Some(was), Some(now)) = (&then.total, self.total(group))
                && *was != now
            {
                let (was_vi, was_en, now_vi, now_en) = (was.plain_vi(), was.plain(), now.plain_vi(), now.plain());
                let message = text!(
                    "Khối “{name}” năm {year} chấm trên thang {was_vi} điểm, năm nay {now_vi}; chỉ so sánh chỉ số và hạng, không so sánh điểm.",
                    "Group “{name}” could reach {was_en} points in {year} and {now_en} this year; indexes and places are compared, points are not."
                );
                findings.push(Finding::new(&SCALE_CHANGED, message).at(Place::file(file)));
            }
            if then.set != group.set && self.moved.is_empty() {
                let (old, new) = (&then.set, &group.set);
                let message = text!(
                    "Khối “{name}” năm {year} chấm theo bộ tiêu chí “{old}”, năm nay theo “{new}”; lĩnh vực, tiêu chí được so sánh theo mã.",
                    "Group “{name}” was scored by the set “{old}” in {year}, and by “{new}” this year; areas and criteria are compared by their ids."
                );
                findings.push(Finding::new(&SET_CHANGED, message).at(Place::file(file)));
            }
        }
        findings
    }
}

/// Says that an id stood for another unit.
fn reused(unit: &Unit, past: &PastUnit, year: &PastYear) -> Finding {
    let (id, now, then, in_year) = (&unit.id, &unit.name, &past.name, year.year);
    let message = text!(
        "Mã “{id}” năm {in_year} là của “{then}”, nay là “{now}”; không biết có phải cùng một đơn vị, nên không so sánh.",
        "The id “{id}” stood for “{then}” in {in_year} and stands for “{now}” now; it is not clear whether they are the same, so they are not compared."
    );
    Finding::new(&ID_REUSED, message).of(id).at(Place::file(&year.file))
}

/// Says that a unit of the same name had another id.
fn renumbered(unit: &Unit, past: &PastUnit, year: &PastYear) -> Finding {
    let (id, name, then, then_id, in_year) = (&unit.id, &unit.name, &past.name, &past.id, year.year);
    let message = text!(
        "“{name}” nay mang mã “{id}”, năm {in_year} “{then}” mang mã “{then_id}”; không biết có phải cùng một đơn vị, nên không so sánh.",
        "“{name}” has the id “{id}” now, and “{then}” had “{then_id}” in {in_year}; it is not clear whether they are the same, so they are not compared."
    );
    Finding::new(&NAME_UNDER_OTHER_ID, message).of(id).at(Place::file(&year.file))
}

/// Makes one of what a unit was: of several the mean, without a place.
fn joined((group, total): (&Group, Option<Points>), units: &[(&PastGroup, &PastUnit)], shared: bool, matching: &Matching) -> Before {
    let single = match units {
        [one] => Some(*one),
        _ => None,
    };
    let groups: BTreeSet<_> = units.iter().map(|(past, _)| &past.id).collect();
    let mut criteria: BTreeMap<_, Vec<Points>> = BTreeMap::new();
    for (_, unit) in units {
        for (id, index) in matching.indexes(unit) {
            criteria.entry(id).or_default().push(index);
        }
    }
    let of = |value: fn(&PastUnit) -> Option<&Points>| mean(units.iter().filter_map(|(_, unit)| value(unit)));
    Before {
        units: units.iter().map(|(_, unit)| (unit.id.clone(), unit.name.clone())).collect(),
        shared,
        group: if groups.len() == 1 { groups.first().map(|id| (*id).clone()) } else { None },
        place: single.filter(|(past, _)| past.id == group.id && !shared).and_then(|(past, unit)| Some((unit.place?, past.ranked))),
        silent: units.iter().filter(|(_, unit)| units.len() > 1 && unit.points.is_none()).map(|(_, unit)| unit.name.clone()).collect(),
        provisional: units.iter().any(|(_, unit)| unit.provisional),
        ranked: units.iter().filter(|(_, unit)| unit.points.is_some()).all(|(_, unit)| unit.place.is_some()),
        other_total: units.iter().filter_map(|(past, _)| past.total.as_ref()).find(|then| Some(*then) != total.as_ref()).cloned(),
        points: of(|unit| unit.points.as_ref()),
        index: of(|unit| unit.index.as_ref()),
        over_claim: of(|unit| unit.over_claim.as_ref()),
        criteria: criteria.into_iter().filter_map(|(id, indexes)| Some((id, mean(indexes.iter())?))).collect(),
        figures: single.map(|(_, unit)| matching.figures(unit)).unwrap_or_default(),
    }
}

/// Gives the exact mean; `None` of nothing.
fn mean<'p>(values: impl Iterator<Item = &'p Points>) -> Option<Points> {
    let values: Vec<&Points> = values.collect();
    let counted = i64::try_from(values.len()).ok()?;
    values.into_iter().sum::<Points>().over(&Points::from(counted))
}
