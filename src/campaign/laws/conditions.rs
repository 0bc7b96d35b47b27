//! Laws of conditions: each has what it looks at and nothing else, names what exists, and tells units apart.

use super::super::raw::{RawAward, RawCondition, RawOrder, RawOrderBy, RawWhat};
use super::Laws;
use crate::criteria::CriteriaSet;
use crate::figure::CriterionId;
use crate::finding::campaign::{CONDITION, CRITERION_OF_OTHERS, UNKNOWN_AWARD, UNKNOWN_FLAG};
use crate::finding::{Severity, catalogue};
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

    /// A condition of an award; tells whether it has what it looks at, and nothing else, and all that it names is there.
    pub(super) fn condition(&mut self, at: usize, award: &RawAward, c: &str, condition: &RawCondition) -> bool {
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
            return false;
        }
        let found = self.findings.len();
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
                let message = text!("không có mã kết quả kiểm tra “{code}”", "there is no code “{code}”");
                let there = catalogue().map(|known| known.id);
                self.unknown(&["awards", &n, "conditions", c, "codes", &i.to_string()], &CONDITION, message, code, there);
            }
        }
        self.findings.iter().skip(found).all(|finding| finding.severity != Severity::Error)
    }

    /// What an award is ordered by: a number, and its criterion where it is of one.
    pub(super) fn order(&mut self, path: &[&str], award: &RawAward, order: &RawOrder) {
        let of_criterion = matches!(order.by, RawOrderBy::CriterionIndex | RawOrderBy::CriterionPoints);
        self.one_criterion(path, award, of_criterion, order.id.as_deref());
        if order.by == RawOrderBy::Progress {
            self.without_year_before(path);
        }
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
            let message = text!("không có hình thức khen thưởng “{other}”", "there is no award “{other}”");
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
    pub(super) fn sets_of(&self, award: &RawAward) -> Vec<&'a CriteriaSet> {
        let groups = self.raw.groups.iter().filter(|group| award.groups.is_empty() || award.groups.contains(&group.id));
        groups.filter_map(|group| self.set_of_group(group)).collect()
    }

    /// Lists the grades of the groups that an award is open to.
    fn grades_of_award(&self, award: &RawAward) -> Vec<String> {
        let groups = self.raw.groups.iter().filter(|group| award.groups.is_empty() || award.groups.contains(&group.id));
        let bands = groups.flat_map(|group| group.grades.bands(&self.raw.grades));
        bands.map(|band| band.name.clone()).collect()
    }
}
