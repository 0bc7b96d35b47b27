//! What came of a quota, in sentences: for every unit that it was open to, and for the council.

use std::collections::BTreeMap;

use super::candidate::Candidate;
use super::choose::{Choice, Edge};
use super::measure::Measure;
use super::{AwardRule, Considered, Quota};
use crate::figure::UnitId;
use crate::finding::{Finding, award as codes};
use crate::points::{Points, Rounding};
use crate::ranking::group_in_sentence;
use crate::text;
use crate::text::{Text, many};

/// Most units that the note on a tie names.
const NAMED: usize = 4;

/// What became of a quota.
pub struct Outcome<'c, 'a> {
    /// The award.
    pub rule: &'c AwardRule,
    /// What the award is called, so that it is told from every other.
    pub called: &'c str,
    /// The group, where each has a quota for itself.
    pub group: Option<&'c str>,
    /// How many places there are.
    pub quota: usize,
    /// How many units are ranked.
    pub ranked: usize,
    /// The candidates, in order.
    pub scope: &'c [&'c Candidate<'a>],
    /// Who of them is chosen, and who is tied.
    pub choice: &'c Choice,
    /// Names of the groups that places are kept for, in their order.
    pub kept_for: &'c [&'c str],
    /// Names of units.
    pub names: &'c BTreeMap<&'c UnitId, &'c str>,
}

impl<'c, 'a> Outcome<'c, 'a> {
    /// Adds what the quota made of each unit.
    pub fn verdicts(&self) -> Vec<Considered> {
        self.scope.iter().enumerate().map(|(at, candidate)| self.verdict(at, candidate)).collect()
    }

    /// Adds what the quota made of a unit.
    fn verdict(&self, at: usize, candidate: &Candidate<'_>) -> Considered {
        let (mut reasons, notes) = (candidate.reasons.clone(), candidate.notes.clone());
        let number = self.choice.chosen.iter().position(|chosen| *chosen == at).map(|position| position + 1);
        let edges: Vec<&Edge> = self.choice.edges.iter().filter(|edge| edge.units.contains(&at)).collect();
        let is_tied = !edges.is_empty();
        let edge = self.edge_before(at, candidate).filter(|_| number.is_none() && !is_tied);
        if let Some(number) = number {
            let quota = self.quota;
            reasons.push(text!(
                "Đề nghị khen thưởng: thứ {number} trong {quota} chỉ tiêu.",
                "Proposed: number {number} of a quota of {quota}."
            ));
        } else if is_tied {
            reasons.extend(edges.into_iter().map(|edge| self.tie(at, edge)));
        }
        let behind = edge.as_ref().and_then(|edge| self.behind(candidate, edge));
        if number.is_none() && !is_tied && !candidate.barred {
            reasons.push(self.passed_over(at, behind.as_ref()));
        }
        let mut missing = candidate.lacks();
        missing.extend(behind.clone().filter(|_| !candidate.barred));
        let (unit, conditions) = (candidate.row.unit.clone(), candidate.conditions.clone());
        Considered { unit, eligible: !candidate.barred, chosen: number.is_some(), reasons, conditions, missing, behind, notes }
    }

    /// Says with whom a unit is equal at an edge.
    fn tie(&self, at: usize, edge: &Edge) -> Text {
        let others = self.listed(edge.units.iter().copied().filter(|other| *other != at).take(NAMED));
        let more = edge.units.len().saturating_sub(NAMED + 1);
        let further = many(more, "other", "others");
        let more = if more > 0 { text!(" và {more} đơn vị khác", " and {further}") } else { Text::default() };
        let equal = if self.rule.order.is_empty() {
            Text::new("Bằng chỉ số", "Equal")
        } else {
            let Text { vi, en } = Measure::names(&self.rule.order);
            text!("Bằng nhau về {vi}", "Equal in {en}")
        };
        let whose = match edge.kept.and_then(|kept| self.kept_for.get(kept)) {
            None => Text::new("ở vị trí cuối của chỉ tiêu", "at the edge of the quota"),
            Some(group) => {
                let named = group_in_sentence(group);
                text!("ở vị trí cuối của chỉ tiêu dành riêng cho {named}", "at the edge of the places kept for group “{group}”")
            }
        };
        let open = edge.open;
        let (equal_vi, more_vi, whose_vi) = (equal.vi, more.vi, whose.vi);
        let (equal_en, more_en, whose_en) = (equal.en, more.en, whose.en);
        text!(
            "{equal_vi}, chưa phân định được với {others}{more_vi} {whose_vi}: còn {open} chỉ tiêu; Hội đồng xem xét, lựa chọn.",
            "{equal_en} with {others}{more_en} {whose_en}, {open} left; the council chooses."
        )
    }

    /// Says why a unit that meets the conditions has no place, and how far it stands behind.
    fn passed_over(&self, at: usize, behind: Option<&Text>) -> Text {
        let quota = self.quota;
        let stands = self.scope.iter().take(at + 1).filter(|candidate| !candidate.barred).count();
        if quota == 0 {
            let Text { vi, en } = self.no_place();
            return text!(
                "Đủ điều kiện, đứng thứ {stands}; không đề nghị đơn vị nào vì {vi}.",
                "Meets the conditions, number {stands} of those that do; nobody is proposed, since {en}."
            );
        }
        let Text { vi: kept_vi, en: kept_en } = self.kept();
        let Text { vi: behind_vi, en: behind_en } = behind.map_or_else(Text::default, |Text { vi, en }| text!("; {vi}", "; {en}"));
        if let Some(edge) = self.choice.edges.iter().find(|edge| edge.kept.is_none()) {
            let open = edge.open;
            return text!(
                "Đủ điều kiện, đứng thứ {stands}; {open} trong {quota} chỉ tiêu{kept_vi} chờ Hội đồng xem xét, lựa chọn{behind_vi}.",
                "Meets the conditions, number {stands} of those that do; {open} of the quota of {quota}{kept_en} left to the council{behind_en}."
            );
        }
        text!(
            "Đủ điều kiện, đứng thứ {stands}; đã hết {quota} chỉ tiêu{kept_vi}{behind_vi}.",
            "Meets the conditions, number {stands} of those that do; the quota of {quota}{kept_en} is used up{behind_en}."
        )
    }

    /// Says how many of the places went to groups that they are kept for.
    fn kept(&self) -> Text {
        let each =
            self.choice.kept.iter().zip(self.kept_for).enumerate().filter(|(_, (kept, _))| kept.places > 0).map(|(n, (kept, group))| {
                let places = kept.places;
                let waiting = match self.choice.edges.iter().find(|edge| edge.kept == Some(n)) {
                    Some(edge) => {
                        let open = edge.open;
                        text!(" ({open} chỉ tiêu chờ Hội đồng xem xét, lựa chọn)", " with {open} left to the council")
                    }
                    None => Text::default(),
                };
                let Text { vi, en } = waiting;
                let named = group_in_sentence(group);
                text!("{places} chỉ tiêu dành riêng cho {named}{vi}", "{places} kept for group “{group}”{en}")
            });
        let each: Vec<Text> = each.collect();
        if each.is_empty() {
            return Text::default();
        }
        let Text { vi, en } = Text::join(&each, ", ");
        text!(", trong đó {vi}", " ({en})")
    }

    /// Finds the last unit before which this one would have to come to have a place: the lowest of those chosen, or equal at the
    /// edge, on places that are not kept for another group. Nothing where places are left, or there are none for it.
    fn edge_before(&self, at: usize, candidate: &Candidate<'_>) -> Option<Before<'c, 'a>> {
        let Choice { chosen, kept, edges, .. } = self.choice;
        let rest = edges.iter().find(|edge| edge.kept.is_none());
        if rest.is_none() && chosen.len() + edges.iter().map(|edge| edge.open).sum::<usize>() < self.quota {
            return None;
        }
        let is_own = |n: usize| self.rule.reserved.get(n).is_some_and(|(group, _)| *group == candidate.group.group.id);
        let of_others = |at: &usize| kept.iter().enumerate().any(|(n, kept)| !is_own(n) && kept.chosen.contains(at));
        let open_to_it = edges.iter().filter(|edge| edge.kept.is_none_or(is_own)).flat_map(|edge| &edge.units);
        let last = chosen.iter().filter(|at| !of_others(at)).chain(open_to_it).copied().filter(|other| *other != at).max()?;
        let who = if !chosen.contains(&last) {
            Text::new("các đơn vị bằng nhau ở vị trí cuối của chỉ tiêu", "the units that are equal at the edge of the quota")
        } else if kept.iter().any(|kept| kept.chosen.contains(&last)) {
            Text::new("đơn vị cuối của khối được đề nghị", "the last unit proposed of its group")
        } else if kept.iter().any(|kept| kept.places > 0) {
            Text::new("đơn vị cuối được đề nghị ngoài số dành riêng", "the last unit proposed on places that are not kept")
        } else {
            Text::new("đơn vị cuối được đề nghị", "the last unit proposed")
        };
        Some(Before { unit: self.scope.get(last).copied()?, who })
    }

    /// Says how far a unit stands behind another, by what first puts it there.
    fn behind(&self, candidate: &Candidate<'_>, before: &Before<'_, '_>) -> Option<Text> {
        let keys = before.unit.keys.iter().zip(&candidate.keys);
        let Some((at, (last, own))) = keys.enumerate().find(|(_, (last, own))| last != own) else {
            return self.behind_by_place(candidate, before);
        };
        let gap = last.as_ref()? - own.as_ref()?;
        let rounding = candidate.group.group.rounding;
        // What is no gap as printed is told with as many decimals as show one.
        let rounding = Rounding { decimals: rounding.decimals_apart(&gap, &Points::zero()), ..rounding };
        let (who_vi, who_en) = (&before.who.vi, &before.who.en);
        gap.is_positive().then(|| match self.rule.order.get(at) {
            None => {
                let (vi, en) = (rounding.vietnamese(&gap), rounding.machine(&gap));
                let Text { vi: last_vi, en: last_en } = told_from(before.unit, candidate);
                text!(
                    "kém {who_vi} ({last_vi}%) {vi} điểm phần trăm chỉ số",
                    "{en} percentage points of the index behind {who_en} ({last_en}%)"
                )
            }
            Some(by) => {
                let (name, gap) = (by.name(), by.apart(&gap, rounding));
                let (name_vi, vi, name_en, en) = (name.vi, gap.vi, name.en, gap.en);
                text!("{name_vi}: kém {who_vi} {vi}", "{name_en}: {en} behind {who_en}")
            }
        })
    }

    /// Says by what a unit stands behind another of its group that is equal in the award's order.
    fn behind_by_place(&self, candidate: &Candidate<'_>, before: &Before<'_, '_>) -> Option<Text> {
        let (own, last) = (candidate, before.unit);
        let (who_vi, who_en) = (&before.who.vi, &before.who.en);
        if own.keys != last.keys || own.group.group.id != last.group.group.id || last.row.place? >= own.row.place? {
            return None;
        }
        if !self.rule.order.is_empty() {
            let Text { vi, en } = Measure::names(&self.rule.order);
            let (place, other) = (own.row.place?, last.row.place?);
            return Some(text!(
                "bằng {who_vi} về {vi}, nhưng xếp hạng {place} trong khối, sau hạng {other}",
                "equal with {who_en} in {en}, and has place {place} of its group, behind place {other}"
            ));
        }
        let mut values = own.group.group.tie_breaks.iter().zip(own.row.tie_breaks.iter().zip(&last.row.tie_breaks));
        let (by, _) = values.find(|(_, (own, last))| own != last)?;
        let Text { vi, en } = by.name();
        Some(text!("bằng chỉ số với {who_vi}, xếp sau do {vi}", "equal in the index with {who_en}, and behind by {en}"))
    }

    /// Says why there is no place at all.
    fn no_place(&self) -> Text {
        let ranked = self.ranked;
        match &self.rule.quota {
            Quota::Number(_) => Text::new("hình thức khen thưởng không có chỉ tiêu nào", "the award has no places"),
            Quota::Share { share, .. } => {
                let percent = share * &Points::hundred();
                let (vi, en) = (percent.plain_vi(), percent.plain());
                text!(
                    "{vi}% của {ranked} đơn vị được xếp hạng chưa đủ một chỉ tiêu",
                    "{en}% of the units ranked ({ranked}) is not one place"
                )
            }
        }
    }

    /// Reports what the council has to decide, and what is left of a quota.
    pub fn tell(&self, findings: &mut Vec<Finding>) {
        let (called, quota) = (self.called, self.quota);
        let award = match self.group {
            None => text!("“{called}”", "“{called}”"),
            Some(group) => {
                let named = group_in_sentence(group);
                text!("“{called}”, {named}", "“{called}”, group “{group}”")
            }
        };
        let (award_vi, award_en) = (award.vi, award.en);
        for edge in &self.choice.edges {
            let (units, open, number) = (self.listed(edge.units.iter().copied()), edge.open, edge.units.len());
            let kept = edge.kept.and_then(|kept| Some((self.choice.kept.get(kept)?.places, self.kept_for.get(kept)?)));
            let places = match kept {
                None => {
                    let Text { vi, en } = self.kept();
                    text!("{quota} chỉ tiêu{vi}", "the quota of {quota}{en}")
                }
                Some((places, group)) => {
                    let named = group_in_sentence(group);
                    text!("{places} chỉ tiêu dành riêng cho {named}", "the places kept for group “{group}”, {places}")
                }
            };
            let Text { vi, en } = places;
            findings.push(Finding::new(
                &codes::TIED_AT_EDGE,
                text!(
                    "{award_vi}: {number} đơn vị bằng nhau ở vị trí cuối của {vi}, còn {open} chỉ tiêu: {units}.",
                    "{award_en}: {number} units are equal at the edge of {en}, with {open} left: {units}."
                ),
            ));
        }
        let eligible = self.scope.iter().filter(|candidate| !candidate.barred).count();
        if quota == 0 && self.ranked > 0 {
            let Text { vi, en } = self.no_place();
            findings.push(Finding::new(
                &codes::NO_PLACE,
                text!("{award_vi}: không đề nghị đơn vị nào vì {vi}.", "{award_en}: nobody is proposed, since {en}."),
            ));
        }
        if self.choice.edges.is_empty() && eligible < quota {
            findings.push(Finding::new(
                &codes::QUOTA_LEFT,
                text!(
                    "{award_vi}: chỉ {eligible} đơn vị đủ điều kiện trong khi có {quota} chỉ tiêu.",
                    "{award_en}: only {eligible} units meet the conditions, the quota is {quota}."
                ),
            ));
        }
    }

    /// Lists units by name, in quotes.
    fn listed(&self, units: impl IntoIterator<Item = usize>) -> String {
        let units = units.into_iter().filter_map(|at| self.scope.get(at)).map(|candidate| &candidate.row.unit);
        let quoted = units.map(|unit| format!("“{}”", self.names.get(unit).copied().unwrap_or(unit.as_str())));
        quoted.collect::<Vec<_>>().join(", ")
    }
}

/// Prints the index of a unit, with decimals that tell it from another one.
fn told_from(one: &Candidate<'_>, other: &Candidate<'_>) -> Text {
    let rounding = other.group.group.rounding;
    let (Some(index), Some(beside)) = (one.row.index.as_ref(), other.row.index.as_ref()) else { return one.index() };
    let apart = Rounding { decimals: rounding.decimals.max(rounding.decimals_apart(index, beside)), ..rounding };
    Text::new(apart.vietnamese(index), apart.machine(index))
}

/// The unit before which another would have to come.
struct Before<'c, 'a> {
    unit: &'c Candidate<'a>,
    /// What it is, in words.
    who: Text,
}
