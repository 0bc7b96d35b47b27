//! The units of a case, as a run would know them.

use std::collections::{BTreeMap, BTreeSet};

use super::At;
use super::raw::{RawAwardCase, RawCaseUnit};
use crate::assessment::{Content, Deadlines, Excused, Stage, Unit};
use crate::award::Facts;
use crate::campaign::{Plan, criterion_facts};
use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::{CriterionId, SmallMap, UnitId};
use crate::finding::campaign::AWARD_CASE_VALUE;
use crate::finding::{Checked, Finding, Severity, catalogue};
use crate::points::Points;
use crate::ranking::{Group, Merits};
use crate::scoring::{AdjustmentScore, Node, Scorecard, Stages};
use crate::text;
use crate::text::Text;
use crate::yaml::Number;

/// What a case gives.
#[derive(Default)]
pub struct Given {
    /// The units, in the order of the case.
    pub units: Vec<Unit>,
    /// Their scores.
    pub cards: BTreeMap<UnitId, Scorecard>,
    /// What ties look at beside scores.
    pub merits: BTreeMap<UnitId, Merits>,
    /// What awards look at beside places.
    pub facts: BTreeMap<UnitId, Facts>,
}

/// Reads the units of a case.
pub fn of(plan: &Plan, raw: &RawAwardCase, at: &At<'_>) -> Checked<Given> {
    let (mut given, mut findings) = (Given::default(), Vec::new());
    let mut seen = BTreeSet::new();
    for (u, unit) in raw.units.iter().enumerate() {
        let mut reader = UnitReader { plan, at, u: u.to_string(), raw: unit, id: UnitId::new(unit.id.as_str()), findings: Vec::new() };
        if !seen.insert(unit.id.as_str()) {
            let id = &unit.id;
            reader.wrong(&["id"], text!("ví dụ có hai đơn vị “{id}”", "the case has two units “{id}”"));
        }
        reader.read(&mut given);
        findings.extend(reader.findings);
    }
    Checked { value: given, findings }
}

/// Reads one unit.
struct UnitReader<'a> {
    plan: &'a Plan,
    at: &'a At<'a>,
    u: String,
    raw: &'a RawCaseUnit,
    id: UnitId,
    findings: Vec<Finding>,
}

impl<'a> UnitReader<'a> {
    /// Adds a finding on a value of the unit.
    fn wrong(&mut self, below: &[&str], message: Text) {
        let path: Vec<&str> = ["units", &self.u].into_iter().chain(below.iter().copied()).collect();
        self.findings.push(Finding::new(&AWARD_CASE_VALUE, message).at(self.at.value(&path)));
    }

    /// Adds a finding on a name that nothing has: a value of a list, or a key.
    fn unknown<'n>(&mut self, below: &[&str], message: Text, name: &str, there: impl IntoIterator<Item = &'n str>) {
        let path: Vec<&str> = ["units", &self.u].into_iter().chain(below.iter().copied()).collect();
        let is_key = below.last() == Some(&name);
        let place = if is_key { self.at.key(&path) } else { self.at.value(&path) };
        self.findings.push(At::unknown(place, message, name, there));
    }

    /// Reads the unit into what the case gives.
    fn read(&mut self, given: &mut Given) {
        let submitted = self.raw.submitted.unwrap_or(true);
        let (merits, flags, stages) = (self.merits(submitted), self.flags(), self.stages());
        let Some(group) = self.group() else { return };
        let Some(set) = self.plan.sets.get(&group.set) else { return };
        let card = Scorecard { stages, ..self.card(set, submitted) };
        let criteria = self.raw.criteria.keys().map(|id| CriterionId::new(id.as_str()));
        let facts = Facts {
            criteria: criteria.filter_map(|id| Some((id.clone(), criterion_facts(&card, &id)?))).collect(),
            merits: merits.clone(),
            flags,
            in_time: submitted.then(|| self.raw.days_late.unwrap_or(0) == 0),
            undated: false,
            appraisal_final: submitted && self.raw.appraisal_final.unwrap_or(true),
        };
        given.units.push(self.unit(group));
        given.cards.insert(self.id.clone(), card);
        given.merits.insert(self.id.clone(), merits);
        given.facts.insert(self.id.clone(), facts);
    }

    /// Finds the group of the unit: the one named, that of the campaign's unit, or the only one.
    fn group(&mut self) -> Option<&'a Group> {
        let groups = &self.plan.groups;
        let there = || groups.iter().map(|group| group.id.as_str());
        if let Some(name) = &self.raw.group {
            let found = groups.iter().find(|group| group.id.as_str() == name);
            if found.is_none() {
                self.unknown(&["group"], text!("đợt không có khối “{name}”", "the campaign has no group “{name}”"), name, there());
            }
            return found;
        }
        let of_unit = self.plan.unit(&self.id).and_then(|unit| self.plan.group(unit));
        let found = of_unit.or(if let [only] = groups.as_slice() { Some(only) } else { None });
        if found.is_none() {
            let (id, listed) = (&self.raw.id, there().collect::<Vec<_>>().join(", "));
            let message = text!(
                "“{id}” không ghi khối, đợt có nhiều khối: {listed}",
                "“{id}” names no group, and the campaign has several: {listed}"
            );
            self.wrong(&["id"], message);
        }
        found
    }

    /// Makes the unit, with the name that the campaign has for it.
    fn unit(&self, group: &Group) -> Unit {
        let known = self.plan.unit(&self.id);
        Unit {
            id: self.id.clone(),
            name: known.map_or_else(|| self.raw.id.clone(), |unit| unit.name.clone()),
            aliases: Vec::new(),
            authority: None,
            place: None,
            signatory: None,
            group: group.id.clone(),
            ranked: self.raw.ranked.unwrap_or(true),
            not_applicable: Excused::default(),
            deadlines: Deadlines::default(),
        }
    }

    /// Gives the flags of the unit.
    fn flags(&mut self) -> Vec<String> {
        let Some(flags) = &self.raw.flags else { return self.plan.flagged.get(&self.id).cloned().unwrap_or_default() };
        for (f, flag) in flags.iter().enumerate() {
            if !self.plan.flags.contains(flag) {
                let message = text!("đợt không có diện “{flag}” trong flags", "the campaign has no flag “{flag}”");
                let there: Vec<&str> = self.plan.flags.iter().map(String::as_str).collect();
                self.unknown(&["flags", &f.to_string()], message, flag, there);
            }
        }
        flags.clone()
    }

    /// Gives what speaks for the unit, or against it, beside its points.
    fn merits(&mut self, submitted: bool) -> Merits {
        let mut found: Vec<Finding> = Vec::new();
        for (f, name) in self.raw.findings.iter().enumerate() {
            if let Some(code) = catalogue().find(|code| code.id == name) {
                found.push(Finding::new(code, Text::default()));
            } else {
                let message = text!("không có mã kết quả kiểm tra “{name}”", "there is no code “{name}”");
                self.unknown(&["findings", &f.to_string()], message, name, catalogue().map(|code| code.id));
            }
        }
        self.plan.judge(&mut found);
        let amount = |number: &Option<Number>| submitted.then(|| number.as_ref().map(|number| number.0.clone()).unwrap_or_default());
        Merits {
            withheld: Vec::new(),
            progress: self.raw.progress.as_ref().map(|rise| rise.0.clone()),
            over_claim_net: amount(&self.raw.over_claim_net),
            over_claim_positive: amount(&self.raw.over_claim_positive),
            errors: found.iter().filter(|one| one.severity == Severity::Error).map(|one| one.code.id).collect(),
            found: found.iter().map(|one| one.code.id).collect(),
        }
    }

    /// Makes the scores of the unit, but for the totals of stages.
    fn card(&mut self, set: &CriteriaSet, submitted: bool) -> Scorecard {
        let (points, applicable_max) = self.total(set, submitted);
        let (nodes, adjustments) = self.criteria(set);
        let waits = self.raw.provisional == Some(true);
        let index = points.over(&applicable_max).map(|share| &share * &Points::hundred());
        Scorecard {
            unit: self.id.clone(),
            submitted,
            content: submitted.then_some(Content::Read),
            ranked: true,
            nodes,
            adjustments,
            stages: Stages::default(),
            lateness: None,
            adjusted: None,
            points,
            applicable_max,
            index,
            // What it waits for is no part of a case.
            waits_for: if waits { vec![CriterionId::new("provisional")] } else { Vec::new() },
            cut: None,
        }
    }

    /// Gives the points of the unit and what they are out of.
    fn total(&mut self, set: &CriteriaSet, submitted: bool) -> (Points, Points) {
        let max = self.raw.max.as_ref().map_or_else(|| set.total.clone(), |max| max.0.clone());
        if !max.is_positive() {
            self.wrong(&["max"], text!("điểm tối đa phải lớn hơn 0", "the maximum must be over 0"));
        }
        let id = &self.raw.id;
        let (key, points) = match (&self.raw.index, &self.raw.points) {
            (Some(Number(index)), None) => ("index", (index * &max).over(&Points::hundred()).unwrap_or_default()),
            (None, Some(Number(points))) => ("points", points.clone()),
            (Some(_), Some(_)) => {
                self.wrong(
                    &["points"],
                    text!("“{id}” ghi cả index lẫn points; chỉ ghi một trong hai", "“{id}” has both index and points; write one"),
                );
                return (Points::zero(), max);
            }
            (None, None) if submitted => {
                self.wrong(&["id"], text!("“{id}” chưa có index hoặc points", "“{id}” has neither index nor points"));
                return (Points::zero(), max);
            }
            (None, None) => return (Points::zero(), max),
        };
        if points.is_negative() || (points > max && !set.may_pass_100) {
            let (max_vi, max_en) = (max.plain_vi(), max.plain());
            let message = text!(
                "“{key}” của “{id}” ngoài khoảng: từ 0 đến 100% của {max_vi} điểm",
                "“{key}” of “{id}” is out of range: from 0 to 100% of {max_en} points"
            );
            self.wrong(&[key], message);
        }
        (points, max)
    }

    /// Gives the points of criteria, and of lines outside the tree.
    fn criteria(&mut self, set: &CriteriaSet) -> (Vec<Node>, Vec<AdjustmentScore>) {
        let (mut nodes, mut lines) = (Vec::new(), Vec::new());
        let raw = self.raw;
        for (name, Number(points)) in &raw.criteria {
            let id = CriterionId::new(name.as_str());
            let line = set.line(&id);
            let of_tree = set.walk().into_iter().find(|(_, criterion)| criterion.id == id);
            let Some(criterion) = of_tree.map(|(_, criterion)| criterion).or_else(|| line.map(|line| &line.criterion)) else {
                let title = &set.title;
                let message = text!("bộ tiêu chí “{title}” không có “{name}”", "the set “{title}” has no “{name}”");
                let there: Vec<&str> = set.walk().into_iter().map(|(_, criterion)| criterion.id.as_str()).collect();
                self.unknown(&["criteria", name], message, name, there);
                continue;
            };
            if points.is_negative() || *points > criterion.max {
                let (vi, en) = (criterion.max.plain_vi(), criterion.max.plain());
                let message = text!(
                    "điểm của “{name}” ngoài khoảng từ 0 đến điểm tối đa ({vi})",
                    "points of “{name}” are not within 0 and its maximum ({en})"
                );
                self.wrong(&["criteria", name], message);
            }
            match (of_tree, line) {
                (Some((depth, criterion)), _) => nodes.push(node(depth, criterion, points)),
                (None, Some(line)) => lines.push(AdjustmentScore {
                    id,
                    sign: line.sign,
                    stages: Stages::default(),
                    official: Some(points.clone()),
                    trace: None,
                }),
                (None, None) => {}
            }
        }
        nodes.sort_by(|one, other| one.id.cmp(&other.id));
        (nodes, lines)
    }

    /// Gives the totals of stages.
    fn stages(&mut self) -> Stages {
        let raw = self.raw;
        let mut stages = Stages { survey: raw.survey.as_ref().map(|survey| survey.0.clone()), ..Stages::default() };
        let mut appraised = SmallMap::default();
        for (key, Number(points)) in &raw.stages {
            let points = points.clone();
            match Stage::of_key(key) {
                Some(Stage::Claimed) => stages.claimed = Some(points),
                Some(Stage::Computed) => stages.computed = Some(points),
                Some(Stage::Accepted) => stages.accepted = Some(points),
                Some(Stage::Appraised(round)) => drop(appraised.insert(round, points)),
                None => {
                    let there = ["claimed", "computed", "accepted", "appraised_1", "appraised_2"];
                    self.unknown(&["stages", key], text!("không có bước “{key}”", "there is no stage “{key}”"), key, there);
                }
            }
        }
        stages.appraised = appraised;
        stages
    }
}

/// Makes the score of a criterion that applies as a whole.
fn node(depth: usize, criterion: &Criterion, points: &Points) -> Node {
    Node {
        id: criterion.id.clone(),
        depth,
        max: criterion.max.clone(),
        weight: criterion.weight.clone(),
        applicable: true,
        applicable_max: criterion.max.clone(),
        stages: Stages::default(),
        official: Some(points.clone()),
        index: points.over(&criterion.max).map(|share| &share * &Points::hundred()),
        trace: None,
    }
}
