//! Awards decided one after the other, in the order written.
//!
//! A unit stands before another by the award's order, the exact index where it names none, and before one of its own group that
//! is equal in it by its place.
//! A tie at the edge of a quota is never cut: all are named, nobody of them is chosen, and the rest of the quota stays open for
//! the council.
//!
//! Source: [meanings](crate#meanings) 24, 34 and 35.

use std::collections::BTreeMap;

use super::candidate::{Before, Candidate, standing, weigh};
use super::choose::{Candidates, choose};
use super::measure::Facts;
use super::outcome::Outcome;
use super::{AwardRule, Shortlist, TiedEdge};
use crate::assessment::Unit;
use crate::figure::{AwardId, GroupId, UnitId};
use crate::finding::{Checked, Finding, award as codes};
use crate::ranking::{Ranking, Status};
use crate::text;
use crate::text::Text;

/// Proposes units for every award, with a reason for every unit of its groups, chosen or not.
///
/// An award that excludes from another counts where it is written before it. Findings: W001 to W005.
pub fn shortlist(rules: &[AwardRule], ranking: &Ranking, units: &[Unit], facts: &BTreeMap<UnitId, Facts>) -> Checked<Vec<Shortlist>> {
    let group = |id: &GroupId| {
        let named = ranking.groups.iter().find(|group| group.group.id == *id);
        named.map_or_else(|| id.to_string(), |group| group.group.name.clone())
    };
    let names = Names {
        units: units.iter().map(|unit| (&unit.id, unit.name.as_str())).collect(),
        awards: rules.iter().map(|rule| (&rule.id, rule.called(rules, &group))).collect(),
    };
    let mut findings = Vec::new();
    let mut decided: Vec<Shortlist> = Vec::new();
    for rule in rules {
        let shortlist = decide(rule, ranking, &decided, (&names, facts), &mut findings);
        decided.push(shortlist);
    }
    note_waiting(&mut decided, &names, &mut findings);
    Checked { value: decided, findings }
}

/// What units and awards are called.
struct Names<'r> {
    units: BTreeMap<&'r UnitId, &'r str>,
    awards: BTreeMap<&'r AwardId, String>,
}

impl Names<'_> {
    /// Names an award.
    fn award(&self, id: &AwardId) -> String {
        self.awards.get(id).cloned().unwrap_or_else(|| id.to_string())
    }
}

/// Decides one award.
fn decide(
    rule: &AwardRule,
    ranking: &Ranking,
    before: &[Shortlist],
    (names, facts): (&Names<'_>, &BTreeMap<UnitId, Facts>),
    findings: &mut Vec<Finding>,
) -> Shortlist {
    let nothing = Facts::default();
    let called = names.award(&rule.id);
    let before = Before { lists: before, called: &|id| names.award(id) };
    let groups = ranking.groups.iter().filter(|group| rule.groups.contains(&group.group.id));
    let mut candidates: Vec<Candidate<'_>> = groups
        .flat_map(|group| group.rows.iter().map(move |row| (group, row)))
        .map(|(group, row)| weigh(rule, (group, row), &before, facts.get(&row.unit).unwrap_or(&nothing)))
        .collect();
    candidates.sort_by(|one, other| standing(one, other).then_with(|| one.row.unit.cmp(&other.row.unit)));
    let group_name = |id: &'_ GroupId| ranking.groups.iter().find(|group| group.group.id == *id).map(|group| group.group.name.as_str());
    let kept_for: Vec<&str> = rule.reserved.iter().map(|(id, _)| group_name(id).unwrap_or(id.as_str())).collect();

    let mut list = Shortlist {
        award: rule.clone(),
        called,
        quota: 0,
        chosen: Vec::new(),
        tied_at_edge: Vec::new(),
        edges: Vec::new(),
        considered: Vec::new(),
    };
    for (group, scope) in scopes(rule, &candidates) {
        let ranked = scope.0.iter().filter(|candidate| candidate.row.status == Status::Ranked).count();
        let quota = rule.quota.places(ranked);
        let choice = choose(&scope, quota, &rule.reserved);
        let whose = group;
        let (group, called, kept_for) = (group.and_then(group_name), list.called.as_str(), kept_for.as_slice());
        let came = Outcome { rule, called, group, quota, ranked, scope: &scope.0, choice: &choice, kept_for, names: &names.units };
        came.tell(findings);
        list.considered.extend(came.verdicts());
        let ids = |of: &[usize]| of.iter().filter_map(|at| Some(scope.0.get(*at)?.row.unit.clone())).collect::<Vec<UnitId>>();
        list.quota += quota;
        list.chosen.extend(ids(&choice.chosen));
        list.tied_at_edge.extend(ids(&choice.tied));
        list.edges.extend(choice.edges.iter().map(|edge| {
            let kept_for = edge.kept.and_then(|n| rule.reserved.get(n)).map(|(group, _)| group);
            TiedEdge { units: ids(&edge.units), open: edge.open, group: kept_for.or(whose).cloned(), is_kept: kept_for.is_some() }
        }));
    }
    list
}

/// Parts the candidates by group, where each group has a quota for itself.
fn scopes<'r, 'c, 'a>(rule: &'r AwardRule, candidates: &'c [Candidate<'a>]) -> Vec<(Option<&'r GroupId>, Scope<'c, 'a>)> {
    if !rule.per_group {
        return vec![(None, Scope(candidates.iter().collect()))];
    }
    let of = |group: &'r GroupId| (Some(group), Scope(candidates.iter().filter(|candidate| candidate.group.group.id == *group).collect()));
    rule.groups.iter().map(of).collect()
}

/// The candidates of one quota, in order.
struct Scope<'c, 'a>(Vec<&'c Candidate<'a>>);

impl Candidates for Scope<'_, '_> {
    fn count(&self) -> usize {
        self.0.len()
    }

    fn may(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(|candidate| !candidate.barred)
    }

    fn are_equal(&self, one: usize, other: usize) -> bool {
        self.0.get(one).map(|one| &one.keys) == self.0.get(other).map(|other| &other.keys)
    }

    fn stands_before(&self, one: usize, other: usize) -> bool {
        let group = |at: usize| self.0.get(at).map(|candidate| &candidate.group.group.id);
        let place = |at: usize| self.0.get(at).and_then(|candidate| candidate.row.place);
        group(one) == group(other) && place(one) < place(other)
    }

    fn is_of(&self, at: usize, group: &GroupId) -> bool {
        self.0.get(at).is_some_and(|candidate| candidate.group.group.id == *group)
    }
}

/// Notes, on both awards, that a unit waits on one for the council and stands in another that the first excludes.
fn note_waiting(decided: &mut [Shortlist], names: &Names<'_>, findings: &mut Vec<Finding>) {
    let mut notes: Vec<(AwardId, UnitId, Text)> = Vec::new();
    for (n, first) in decided.iter().enumerate() {
        for second in decided.iter().skip(n + 1).filter(|second| second.award.is_excluded_by(&first.award.id)) {
            let waits = first.tied_at_edge.iter().filter(|unit| second.chosen.contains(unit) || second.tied_at_edge.contains(unit));
            for unit in waits {
                let (one, other) = (names.award(&first.award.id), names.award(&second.award.id));
                let name = names.units.get(unit).copied().unwrap_or(unit.as_str());
                let on_second = text!(
                    "Đang chờ Hội đồng xem xét, lựa chọn ở “{one}”; nếu được chọn thì không xét hình thức này.",
                    "Waits for the council on “{one}”; if chosen there, it can't have this award."
                );
                let on_first = text!(
                    "Đồng thời có tên trong danh sách đề nghị “{other}”; nếu được chọn ở đây thì rút khỏi danh sách đó.",
                    "Stands also in the proposal for “{other}”; if chosen here, it leaves that list."
                );
                notes.push((second.award.id.clone(), unit.clone(), on_second));
                notes.push((first.award.id.clone(), unit.clone(), on_first));
                findings.push(
                    Finding::new(
                        &codes::WAITS_ON_TWO,
                        text!(
                            "“{name}” đồng hạng ở vị trí cuối của chỉ tiêu “{one}” và có tên trong danh sách đề nghị “{other}”, hai hình thức khen thưởng loại trừ nhau.",
                            "“{name}” is equal at the edge of “{one}” and stands in the proposal for “{other}”, which exclude each other."
                        ),
                    )
                    .of(unit),
                );
            }
        }
    }
    for (award, unit, note) in notes {
        let list = decided.iter_mut().find(|list| list.award.id == award);
        if let Some(considered) = list.and_then(|list| list.considered.iter_mut().find(|considered| considered.unit == unit)) {
            considered.notes.push(note.clone());
            considered.reasons.push(note);
        }
    }
}
