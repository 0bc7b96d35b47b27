//! Laws of conditions: each has what it looks at and nothing else, names what exists, and tells units apart.

use super::super::raw::{RawAward, RawCondition, RawOrder, RawWhat};
use super::Laws;
use crate::criteria::{CriteriaSet, Sign};
use crate::figure::{CriterionId, SetId};
use crate::finding::campaign::{CONDITION, CRITERION_OF_OTHERS, EVERYBODY_MEETS, NOBODY_MEETS, UNKNOWN_AWARD, UNKNOWN_FLAG};
use crate::finding::catalogue;
use crate::points::Points;
use crate::text;

impl<'a> Laws<'a> {
    /// Flags that units have are declared, and none twice.
    pub(super) fn flags(&mut self) {
        let raw = self.raw;
        self.unique("flags", raw.flags.iter().map(|flag| flag.id.as_str()));
        for (u, unit) in raw.units.iter().enumerate() {
            for (f, flag) in unit.flags.iter().enumerate() {
                self.flag(&["units", &u.to_string(), "flags", &f.to_string()], flag);
            }
        }
    }

    /// A flag that is named.
    fn flag(&mut self, path: &[&str], flag: &str) {
        let declared = self.raw.flags.iter().map(|flag| flag.id.as_str());
        if !declared.clone().any(|id| id == flag) {
            let message = text!("không có diện “{flag}” trong flags", "there is no flag “{flag}”");
            self.unknown(path, &UNKNOWN_FLAG, message, flag, declared);
        }
    }

    /// A condition of an award.
    pub(super) fn condition(&mut self, at: usize, award: &RawAward, c: &str, condition: &RawCondition) {
        let n = at.to_string();
        let path = ["awards", &n, "conditions", c];
        let below = |key: &'static str| [path[0], &n, path[2], c, key];
        let what = condition.what;
        let is_number =
            !matches!(what, RawWhat::Grade | RawWhat::NotZero | RawWhat::Flag | RawWhat::InTime | RawWhat::AppraisalFinal | RawWhat::Award);
        let limited = condition.at_least.is_some() || condition.at_most.is_some();
        let of_criterion = matches!(what, RawWhat::CriterionIndex | RawWhat::CriterionPoints);
        // Each key with whether it is there, may be there and must be.
        let keys = [
            ("id", condition.id.is_some(), of_criterion, of_criterion),
            ("ids", !condition.ids.is_empty(), what == RawWhat::NotZero, what == RawWhat::NotZero),
            ("at_least", condition.at_least.is_some(), is_number, is_number && !limited && what != RawWhat::Findings),
            ("at_most", condition.at_most.is_some(), is_number, false),
            ("in", !condition.among.is_empty(), what == RawWhat::Grade, what == RawWhat::Grade),
            ("none_of", !condition.none_of.is_empty(), matches!(what, RawWhat::Flag | RawWhat::Award), what == RawWhat::Award),
            ("any_of", !condition.any_of.is_empty(), what == RawWhat::Flag, what == RawWhat::Flag && condition.none_of.is_empty()),
            ("codes", !condition.codes.is_empty(), what == RawWhat::Findings, what == RawWhat::Findings),
        ];
        let mut wrong = false;
        for (key, there, may, must) in keys {
            if there && !may {
                wrong = true;
                self.fault(&below(key), &CONDITION, text!("điều kiện này không dùng “{key}”", "this condition has no “{key}”"));
            } else if must && !there {
                wrong = true;
                self.fault(&path, &CONDITION, text!("điều kiện này cần có “{key}”", "this condition needs “{key}”"));
            }
        }
        if wrong {
            return;
        }
        self.one_criterion(&path, award, of_criterion, condition.id.as_deref());
        for (i, id) in condition.ids.iter().enumerate() {
            self.criterion_of(&["awards", &n, "conditions", c, "ids", &i.to_string()], award, id);
        }
        for (i, grade) in condition.among.iter().enumerate() {
            let grades = self.grades_of_award(award);
            if !grades.contains(grade) {
                let message = text!("không khối nào có mức xếp loại “{grade}”", "no group has the grade “{grade}”");
                let there = grades.iter().map(String::as_str);
                self.unknown(&["awards", &n, "conditions", c, "in", &i.to_string()], &CONDITION, message, grade, there);
            }
        }
        for (key, list) in [("none_of", &condition.none_of), ("any_of", &condition.any_of)] {
            for (i, name) in list.iter().enumerate() {
                let path = ["awards", &n, "conditions", c, key, &i.to_string()];
                if what == RawWhat::Flag {
                    self.flag(&path, name);
                } else {
                    self.award_before(&path, at, &award.id, name);
                }
            }
        }
        for (i, code) in condition.codes.iter().enumerate() {
            if !catalogue().any(|known| known.id == code) {
                let message = text!("không có mã phát hiện “{code}”", "there is no code “{code}”");
                let there = catalogue().map(|known| known.id);
                self.unknown(&["awards", &n, "conditions", c, "codes", &i.to_string()], &CONDITION, message, code, there);
            }
        }
        self.limits(&path, award, condition);
    }

    /// What an award is ordered by: a number, and its criterion where it is of one.
    pub(super) fn order(&mut self, path: &[&str], award: &RawAward, order: &RawOrder) {
        if !is_number(order.by) || order.by == RawWhat::Findings {
            let below: Vec<&str> = path.iter().copied().chain(["by"]).collect();
            let message = text!("không xếp thứ tự theo điều này được", "units can't be put in order by this");
            return self.fault(&below, &CONDITION, message);
        }
        let of_criterion = matches!(order.by, RawWhat::CriterionIndex | RawWhat::CriterionPoints);
        self.one_criterion(path, award, of_criterion, order.id.as_deref());
    }

    /// An award that is named, which must be decided before.
    pub(super) fn award_before(&mut self, path: &[&str], at: usize, id: &str, other: &str) {
        let raw = self.raw;
        let before: Vec<&str> = raw.awards.iter().take(at).map(|award| award.id.as_str()).collect();
        if before.contains(&other) {
            return;
        }
        if raw.awards.iter().any(|award| award.id == other) {
            let message = text!(
                "“{other}” được xét cùng lúc hoặc sau “{id}”, nên không loại trừ được",
                "“{other}” is not decided before “{id}”, so it can't exclude from it"
            );
            self.fault(path, &UNKNOWN_AWARD, message);
        } else {
            let message = text!("không có khen thưởng “{other}”", "there is no award “{other}”");
            self.unknown(path, &UNKNOWN_AWARD, message, other, before);
        }
    }

    /// The criterion of a condition or an order that looks at one.
    pub(super) fn one_criterion(&mut self, path: &[&str], award: &RawAward, asks: bool, id: Option<&str>) {
        let below: Vec<&str> = path.iter().copied().chain(["id"]).collect();
        match id {
            Some(id) if asks => self.criterion_of(&below, award, id),
            Some(_) => self.fault(
                &below,
                &CONDITION,
                text!("“id” chỉ dùng với điểm, chỉ số của một tiêu chí", "“id” goes with points or index of a criterion"),
            ),
            None if asks => self.fault(path, &CONDITION, text!("cần có “id” của tiêu chí", "the “id” of the criterion is missing")),
            None => {}
        }
    }

    /// A criterion that is named: some set of the award's groups has it.
    fn criterion_of(&mut self, path: &[&str], award: &RawAward, id: &str) {
        let criterion = CriterionId::new(id);
        let sets = self.sets_of(award);
        let (with, without): (Vec<&CriteriaSet>, Vec<&CriteriaSet>) =
            sets.iter().partition(|set| set.find(&criterion).is_some() || set.line(&criterion).is_some());
        if with.is_empty() && !without.is_empty() {
            let there: Vec<String> = without.iter().flat_map(|set| set.walk()).map(|(_, criterion)| criterion.id.to_string()).collect();
            let message = text!("không khối nào có tiêu chí “{id}”", "no group has a criterion “{id}”");
            self.unknown(path, &CONDITION, message, id, there.iter().map(String::as_str));
        } else if let Some(set) = without.first() {
            let title = &set.title;
            let message = text!(
                "bộ tiêu chí “{title}” không có tiêu chí “{id}”: đơn vị chấm theo bộ này không có giá trị để xét",
                "the set “{title}” has no criterion “{id}”: units that it scores have no value to be looked at"
            );
            self.fault(path, &CRITERION_OF_OTHERS, message);
        }
    }

    /// Gives the sets of the groups that an award is open to.
    fn sets_of(&self, award: &RawAward) -> Vec<&'a CriteriaSet> {
        let groups = self.raw.groups.iter().filter(|group| award.groups.is_empty() || award.groups.contains(&group.id));
        groups.filter_map(|group| self.sets.get(&SetId::new(group.set.as_str()))).collect()
    }

    /// Lists the grades of the groups that an award is open to.
    fn grades_of_award(&self, award: &RawAward) -> Vec<String> {
        let groups = self.raw.groups.iter().filter(|group| award.groups.is_empty() || award.groups.contains(&group.id));
        let bands = groups.flat_map(|group| group.grades.bands(&self.raw.grades));
        bands.map(|band| band.name.clone()).collect()
    }

    /// Limits that nobody can meet, or everybody does.
    fn limits(&mut self, path: &[&str], award: &RawAward, condition: &RawCondition) {
        let open = |group: &str| award.groups.is_empty() || award.groups.iter().any(|id| id == group);
        let units = |group: &str| self.raw.units.iter().filter(|unit| unit.group == group && unit.ranked).count();
        let largest = self.raw.groups.iter().filter(|group| open(&group.id)).map(|group| units(&group.id)).max().unwrap_or(0);
        let whole = |number: usize| Points::from(i64::try_from(number).unwrap_or(i64::MAX));
        let most_of = |id: &str| {
            let criterion = CriterionId::new(id);
            let most = |set: &CriteriaSet| {
                let penalty = set.adjustments.iter().any(|line| line.criterion.id == criterion && line.sign == Sign::Penalty);
                let max = set.find(&criterion).map(|criterion| criterion.max.clone());
                if penalty { Some(Points::zero()) } else { max }
            };
            self.sets_of(award).iter().filter_map(|set| most(set)).max()
        };
        // The least and the most that a unit can have, as far as that is known.
        let (low, high) = match condition.what {
            RawWhat::Index | RawWhat::CriterionIndex => (Some(Points::zero()), Some(Points::hundred())),
            RawWhat::CriterionPoints => (None, condition.id.as_deref().and_then(most_of)),
            RawWhat::Place => (Some(Points::one()), Some(whole(largest.max(1)))),
            RawWhat::OpenErrors | RawWhat::Findings | RawWhat::OverClaimPositive => (Some(Points::zero()), None),
            _ => (None, None),
        };
        let least = condition.at_least.as_ref().map(|least| &least.0);
        let most = condition.at_most.as_ref().map(|most| &most.0);
        let above = |limit: Option<&Points>, high: Option<&Points>| matches!((limit, high), (Some(limit), Some(high)) if limit > high);
        let crossed = matches!((least, most), (Some(least), Some(most)) if least > most);
        if crossed || above(least, high.as_ref()) || above(low.as_ref(), most) {
            self.fault(path, &NOBODY_MEETS, text!("không đơn vị nào đạt được điều kiện này", "no unit can meet this condition"));
            return;
        }
        let idle_least = least.is_none_or(|least| low.as_ref().is_some_and(|low| least <= low));
        let idle_most = most.is_none_or(|most| high.as_ref().is_some_and(|high| most >= high));
        if (least.is_some() || most.is_some()) && idle_least && idle_most {
            self.fault(path, &EVERYBODY_MEETS, text!("đơn vị nào cũng đạt điều kiện này", "every unit meets this condition"));
        }
    }
}

/// Tells whether what is looked at is a number.
const fn is_number(what: RawWhat) -> bool {
    !matches!(what, RawWhat::Grade | RawWhat::NotZero | RawWhat::Flag | RawWhat::InTime | RawWhat::AppraisalFinal | RawWhat::Award)
}
