//! Awards decided one after the other, in the order written.
//!
//! A unit stands before another by the award's order, the exact index where it names none, and before one of its own group that
//! is equal in it by its place.
//! A tie at the edge of a quota is never cut: all are named, nobody of them is chosen, and the rest of the quota stays open for
//! the council.
//!
//! Source: [meanings](crate#meanings) 24, 34 and 35.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::choose::{Candidates, choose};
use super::condition::{Asked, Condition, Weighed};
use super::measure::{Facts, Measure, Seen};
use super::{AwardRule, Considered, Shortlist};
use crate::assessment::Unit;
use crate::figure::{AwardId, GroupId, UnitId};
use crate::finding::{Checked, Finding, award as codes};
use crate::points::Points;
use crate::ranking::{GroupRanking, Ranking, Row, Status};
use crate::text;
use crate::text::Text;

/// Proposes units for every award, with a reason for every unit of its groups, chosen or not.
///
/// An award that excludes from another counts where it is written before it. Findings: W001 to W003.
pub fn shortlist(rules: &[AwardRule], ranking: &Ranking, units: &[Unit], facts: &BTreeMap<UnitId, Facts>) -> Checked<Vec<Shortlist>> {
    let names: BTreeMap<&UnitId, &str> = units.iter().map(|unit| (&unit.id, unit.name.as_str())).collect();
    let mut findings = Vec::new();
    let mut decided: Vec<Shortlist> = Vec::new();
    for rule in rules {
        let shortlist = decide(rule, ranking, &decided, (&names, facts), &mut findings);
        decided.push(shortlist);
    }
    note_waiting(&mut decided, &names, &mut findings);
    Checked { value: decided, findings }
}

/// Unit that an award looks at.
struct Candidate<'a> {
    group: &'a GroupRanking,
    row: &'a Row,
    /// Values by which the award is ordered, turned so that more is better.
    keys: Vec<Option<Points>>,
    barred: bool,
    reasons: Vec<Text>,
    notes: Vec<Text>,
    conditions: Vec<Weighed>,
}

/// Decides one award.
fn decide(
    rule: &AwardRule,
    ranking: &Ranking,
    before: &[Shortlist],
    (names, facts): (&BTreeMap<&UnitId, &str>, &BTreeMap<UnitId, Facts>),
    findings: &mut Vec<Finding>,
) -> Shortlist {
    let nothing = Facts::default();
    let groups = ranking.groups.iter().filter(|group| rule.groups.contains(&group.group.id));
    let mut candidates: Vec<Candidate<'_>> = groups
        .flat_map(|group| group.rows.iter().map(move |row| (group, row)))
        .map(|(group, row)| weigh(rule, (group, row), before, facts.get(&row.unit).unwrap_or(&nothing)))
        .collect();
    candidates.sort_by(|one, other| standing(one, other).then_with(|| one.row.unit.cmp(&other.row.unit)));

    let mut list = Shortlist { award: rule.clone(), quota: 0, chosen: Vec::new(), tied_at_edge: Vec::new(), considered: Vec::new() };
    for scope in scopes(rule, &candidates) {
        let quota = rule.quota.places(scope.0.iter().filter(|candidate| candidate.row.status == Status::Ranked).count());
        let choice = choose(&scope, quota, &rule.reserved);
        let ids = |of: Vec<usize>| of.into_iter().filter_map(|at| Some(scope.0.get(at)?.row.unit.clone())).collect::<Vec<UnitId>>();
        let (chosen, tied) = (ids(choice.chosen), ids(choice.tied));
        let eligible: Vec<&Candidate<'_>> = scope.0.iter().copied().filter(|candidate| !candidate.barred).collect();
        let stands: Vec<&UnitId> = eligible.iter().map(|candidate| &candidate.row.unit).collect();
        let came = QuotaOutcome { award: &rule.name, order: &rule.order, quota, stands: &stands, chosen: &chosen, tied: &tied, names };
        came.tell(eligible.len(), findings);
        // Beside places kept for groups, the last of those chosen tells nothing.
        let last =
            eligible.iter().copied().rev().filter(|_| rule.reserved.is_empty()).find(|candidate| chosen.contains(&candidate.row.unit));
        list.considered.extend(scope.0.into_iter().map(|candidate| came.verdict(candidate, last)));
        list.quota += quota;
        list.chosen.extend(chosen);
        list.tied_at_edge.extend(tied);
    }
    list
}

/// Parts the candidates by group, where each group has a quota for itself.
fn scopes<'c, 'a>(rule: &AwardRule, candidates: &'c [Candidate<'a>]) -> Vec<Scope<'c, 'a>> {
    if !rule.per_group {
        return vec![Scope(candidates.iter().collect())];
    }
    let of = |group: &GroupId| Scope(candidates.iter().filter(|candidate| candidate.group.group.id == *group).collect());
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

/// Orders candidates: by the award's order, by place within one group; who has no place comes after.
fn standing(one: &Candidate<'_>, other: &Candidate<'_>) -> Ordering {
    let by_status = || one.row.status.cmp(&other.row.status);
    let by_group = || one.group.group.id.cmp(&other.group.group.id);
    let by_place = || one.row.place.cmp(&other.row.place);
    other.keys.cmp(&one.keys).then_with(by_status).then_with(by_group).then_with(by_place)
}

/// Prints a candidate's index as its group does.
fn index(candidate: &Candidate<'_>) -> Text {
    let rounding = candidate.group.group.rounding;
    candidate.row.index.as_ref().map(|index| Text::new(rounding.vietnamese(index), rounding.machine(index))).unwrap_or_default()
}

/// Gives the values by which an award orders a unit, turned so that more is better; none for a unit without a place.
fn keys(rule: &AwardRule, seen: &Seen<'_>, facts: &Facts) -> Vec<Option<Points>> {
    let value = |measure: &Measure| seen.place.and(measure.turned(seen, facts));
    if rule.order.is_empty() { vec![value(&Measure::Index)] } else { rule.order.iter().map(value).collect() }
}

/// Compares a unit with every condition, and says how each came out.
fn weigh<'a>(rule: &AwardRule, (group, row): (&'a GroupRanking, &'a Row), before: &[Shortlist], facts: &Facts) -> Candidate<'a> {
    let seen = Seen::of(row, facts);
    let keys = keys(rule, &seen, facts);
    let mut candidate = Candidate { group, row, keys, barred: false, reasons: Vec::new(), notes: Vec::new(), conditions: Vec::new() };
    let name = &group.group.name;
    match (row.status, row.place) {
        (Status::Ranked, Some(place)) => {
            let (counted, index) = (group.counted, index(&candidate));
            let (vi, en) = (index.vi, index.en);
            let shared = if row.tied { Text::new(" (đồng hạng)", " (shared)") } else { Text::default() };
            let (shared_vi, shared_en) = (shared.vi, shared.en);
            candidate.reasons.push(text!(
                "Xếp hạng {place}/{counted}{shared_vi} khối “{name}”, chỉ số {vi}%.",
                "Place {place} of {counted}{shared_en} in group “{name}”, index {en}%."
            ));
        }
        (Status::NotSubmitted, _) => candidate.bar(Text::new("Chưa gửi báo cáo tự đánh giá.", "Sent no self-assessment.")),
        _ => candidate.bar(text!("Không xếp hạng trong khối “{name}”.", "Not ranked in group “{name}”.")),
    }
    for (_, reason) in rule.excluded.iter().filter(|(unit, _)| unit == &row.unit) {
        candidate.bar(text!("Không xét: “{reason}”.", "Excluded: “{reason}”."));
    }
    if row.place.is_some() {
        let chosen = before.iter().filter(|other| other.chosen.contains(&row.unit));
        let proposed: Vec<(AwardId, String)> = chosen.map(|other| (other.award.id.clone(), other.award.name.clone())).collect();
        let called =
            |id: &AwardId| before.iter().find(|other| other.award.id == *id).map_or(id.to_string(), |other| other.award.name.clone());
        let asked = Asked { seen: &seen, rounding: group.group.rounding, facts, proposed: &proposed };
        for condition in &rule.conditions {
            let weighed = condition.weigh(&asked, &called);
            candidate.barred |= !weighed.met;
            // That a unit has no other award goes without saying.
            if !weighed.met || !matches!(condition, Condition::NotProposed(_)) {
                candidate.reasons.push(weighed.says.clone());
            }
            candidate.conditions.push(weighed);
        }
    }
    if let (Some(_), false) = (row.place, rule.order.is_empty()) {
        let each = rule.order.iter().map(|by| {
            let (name, value) = (by.name(), by.shown(by.exact(&seen, facts).as_ref(), group.group.rounding));
            let (name_vi, value_vi, name_en, value_en) = (name.vi, value.vi, name.en, value.en);
            text!("{name_vi}: {value_vi}", "{name_en}: {value_en}")
        });
        let order = Text::join(&each.collect::<Vec<_>>(), "; ");
        let (order_vi, order_en) = (order.vi, order.en);
        candidate.reasons.push(text!("Xét thứ tự theo {order_vi}.", "Put in order by {order_en}."));
    }
    if let Some((_, places)) = rule.reserved.iter().find(|(id, _)| *id == group.group.id).filter(|_| row.place.is_some()) {
        candidate.reasons.push(text!(
            "Khối “{name}” có {places} chỉ tiêu dành riêng, xét theo thứ hạng trong khối.",
            "Group “{name}” has {places} places of its own, filled by its places."
        ));
    }
    if row.provisional && row.place.is_some() {
        if rule.provisional_allowed {
            candidate.note(Text::new(
                "Kết quả tạm tính: còn chờ số liệu điểm trừ; danh hiệu này vẫn xét.",
                "Its result is provisional, with a penalty still open; this award is proposed all the same.",
            ));
        } else {
            candidate.bar(Text::new(
                "Kết quả tạm tính: còn chờ số liệu điểm trừ, chưa được xét.",
                "Its result is provisional, with a penalty still open; it can't be chosen yet.",
            ));
        }
    }
    // Nobody is proposed without a word on what is open.
    if !facts.merits.errors.is_empty() && row.place.is_some() {
        let (count, codes) = (
            facts.merits.errors.len(),
            facts.merits.errors.iter().collect::<BTreeSet<_>>().into_iter().copied().collect::<Vec<_>>().join(", "),
        );
        candidate.note(text!(
            "Còn {count} lỗi chưa xử lý ({codes}); hội đồng lưu ý.",
            "Errors still open: {count} ({codes}); the council takes note."
        ));
    }
    candidate
}

impl Candidate<'_> {
    /// Takes the unit out, with the reason.
    fn bar(&mut self, reason: Text) {
        self.barred = true;
        self.reasons.push(reason);
    }

    /// Adds a reason that the council has to see beside the unit's name.
    fn note(&mut self, reason: Text) {
        self.notes.push(reason.clone());
        self.reasons.push(reason);
    }

    /// Says what a near miss lacked: the one condition that it misses.
    fn lacks(&self) -> Vec<Text> {
        let mut missed = self.conditions.iter().filter(|one| !one.met);
        let alone = self.row.place.is_some() && self.conditions.iter().filter(|one| one.met).count() + 1 == self.conditions.len();
        missed.next().filter(|_| alone).and_then(|one| one.lacks.clone()).into_iter().collect()
    }
}

/// Most units that the note on a tie names.
const NAMED: usize = 4;

/// What became of a quota.
struct QuotaOutcome<'c> {
    award: &'c str,
    /// What it prefers; the index where nothing is named.
    order: &'c [Measure],
    quota: usize,
    /// Those that meet the conditions, in order.
    stands: &'c [&'c UnitId],
    chosen: &'c [UnitId],
    tied: &'c [UnitId],
    names: &'c BTreeMap<&'c UnitId, &'c str>,
}

impl QuotaOutcome<'_> {
    /// Adds what the quota made of a unit.
    fn verdict(&self, candidate: &Candidate<'_>, last: Option<&Candidate<'_>>) -> Considered {
        let Self { quota, chosen, tied, names, .. } = *self;
        let unit = candidate.row.unit.clone();
        let (mut reasons, mut notes) = (candidate.reasons.clone(), candidate.notes.clone());
        let mut missing = candidate.lacks();
        let number = chosen.iter().position(|id| id == &unit).map(|position| position + 1);
        if let Some(number) = number {
            reasons.push(text!(
                "Đề nghị khen thưởng: thứ {number} trong {quota} chỉ tiêu.",
                "Proposed: number {number} of a quota of {quota}."
            ));
        } else if tied.contains(&unit) {
            let open = quota.saturating_sub(chosen.len());
            let others = listed(tied.iter().filter(|id| *id != &unit).take(NAMED), names);
            let more = tied.len().saturating_sub(NAMED + 1);
            let more = if more > 0 { text!(" và {more} đơn vị khác", " and {more} others") } else { Text::default() };
            let (more_vi, more_en) = (more.vi, more.en);
            notes.push(text!(
                "Bằng chỉ số, chưa phân định được với {others}{more_vi} ở ranh giới chỉ tiêu: còn {open} chỉ tiêu; hội đồng quyết định.",
                "Equal with {others}{more_en} at the edge of the quota, {open} left; the council decides."
            ));
            reasons.extend(notes.last().cloned());
        } else if let Some(stands) = self.stands.iter().position(|id| **id == unit).map(|before| before + 1) {
            let index = last.filter(|_| self.order.is_empty()).map(index);
            reasons.push(match index {
                _ if !tied.is_empty() => text!(
                    "Đủ điều kiện; đứng sau các đơn vị bằng nhau ở ranh giới của {quota} chỉ tiêu.",
                    "Meets the conditions; stands behind the units that are equal at the edge of the quota of {quota}."
                ),
                Some(Text { vi, en }) => text!(
                    "Đủ điều kiện, đứng thứ {stands}; đã hết {quota} chỉ tiêu (đơn vị cuối được đề xuất có chỉ số {vi}%).",
                    "Meets the conditions, number {stands} of those that do; the quota of {quota} is used up (the last unit proposed has an index of {en}%)."
                ),
                None => text!(
                    "Đủ điều kiện, đứng thứ {stands}; đã hết {quota} chỉ tiêu.",
                    "Meets the conditions, number {stands} of those that do; the quota of {quota} is used up."
                ),
            });
        }
        let is_full = chosen.len() >= quota || !tied.is_empty();
        let behind = last.filter(|_| number.is_none() && is_full).and_then(|last| self.behind(candidate, last));
        missing.extend(behind.clone().filter(|_| !candidate.barred));
        let conditions = candidate.conditions.clone();
        Considered { unit, eligible: !candidate.barred, chosen: number.is_some(), reasons, conditions, missing, behind, notes }
    }

    /// Says how far a unit stands behind the last one proposed, by what first puts it there.
    fn behind(&self, candidate: &Candidate<'_>, last: &Candidate<'_>) -> Option<Text> {
        let (at, (last, own)) = last.keys.iter().zip(&candidate.keys).enumerate().find(|(_, (last, own))| last != own)?;
        let gap = last.as_ref()? - own.as_ref()?;
        let rounding = candidate.group.group.rounding;
        gap.is_positive().then(|| match self.order.get(at) {
            None => {
                let (vi, en) = (rounding.vietnamese(&gap), rounding.machine(&gap));
                text!(
                    "kém đơn vị cuối được đề xuất {vi} điểm phần trăm chỉ số",
                    "{en} points of percent of the index behind the last unit proposed"
                )
            }
            Some(by) => {
                let (name, gap) = (by.name(), by.shown(Some(&gap), rounding));
                let (name_vi, vi, name_en, en) = (name.vi, gap.vi, name.en, gap.en);
                text!("{name_vi}: kém đơn vị cuối được đề xuất {vi}", "{name_en}: {en} behind the last unit proposed")
            }
        })
    }

    /// Reports what the council has to decide, and what is left of a quota.
    fn tell(&self, eligible: usize, findings: &mut Vec<Finding>) {
        let Self { award, quota, chosen, tied, names, .. } = *self;
        if !tied.is_empty() {
            let (units, open, number) = (listed(tied, names), quota.saturating_sub(chosen.len()), tied.len());
            findings.push(Finding::new(
                &codes::TIED_AT_EDGE,
                text!(
                    "“{award}”: {number} đơn vị bằng nhau ở ranh giới của {quota} chỉ tiêu, còn {open} chỉ tiêu: {units}.",
                    "“{award}”: {number} units are equal at the edge of the quota of {quota}, with {open} left: {units}."
                ),
            ));
        } else if eligible < quota {
            findings.push(Finding::new(
                &codes::QUOTA_LEFT,
                text!(
                    "“{award}”: chỉ {eligible} đơn vị đủ điều kiện trong khi có {quota} chỉ tiêu.",
                    "“{award}”: only {eligible} units meet the conditions, the quota is {quota}."
                ),
            ));
        }
    }
}

/// Notes, on both awards, that a unit waits on one for the council and stands in another that the first excludes.
fn note_waiting(decided: &mut [Shortlist], names: &BTreeMap<&UnitId, &str>, findings: &mut Vec<Finding>) {
    let mut notes: Vec<(AwardId, UnitId, Text)> = Vec::new();
    for (n, first) in decided.iter().enumerate() {
        for second in decided.iter().skip(n + 1).filter(|second| second.award.is_excluded_by(&first.award.id)) {
            let waits = first.tied_at_edge.iter().filter(|unit| second.chosen.contains(unit) || second.tied_at_edge.contains(unit));
            for unit in waits {
                let (one, other) = (&first.award.name, &second.award.name);
                let name = names.get(unit).copied().unwrap_or(unit.as_str());
                let on_second = text!(
                    "Đang chờ hội đồng quyết định ở “{one}”; nếu được chọn thì không xét danh hiệu này.",
                    "Waits for the council on “{one}”; if chosen there, it can't have this award."
                );
                let on_first = text!(
                    "Đồng thời có tên trong đề xuất “{other}”; nếu được chọn ở đây thì rút khỏi danh sách đó.",
                    "Stands also in the proposal for “{other}”; if chosen here, it leaves that list."
                );
                notes.push((second.award.id.clone(), unit.clone(), on_second));
                notes.push((first.award.id.clone(), unit.clone(), on_first));
                findings.push(
                    Finding::new(
                        &codes::WAITS_ON_TWO,
                        text!(
                            "“{name}” đồng hạng ở ranh giới chỉ tiêu “{one}” và có tên trong đề xuất “{other}”, hai danh hiệu loại trừ nhau.",
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

/// Lists units by name, in quotes.
fn listed<'a>(units: impl IntoIterator<Item = &'a UnitId>, names: &BTreeMap<&UnitId, &str>) -> String {
    let quoted = units.into_iter().map(|unit| format!("“{}”", names.get(unit).copied().unwrap_or(unit.as_str())));
    quoted.collect::<Vec<_>>().join(", ")
}
