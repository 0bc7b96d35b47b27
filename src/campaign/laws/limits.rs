//! Laws of what the conditions of an award ask: something that some unit can meet, and that not every unit does.
//!
//! What a unit can have is bounded by its set, by the size and the grades of its group, and by its flags. A condition that no
//! unit can meet within these bounds is told, alone or beside the others of its award, and so is one that every unit meets. That
//! nobody has a flag which an award forbids is as it should be, and not told.

use std::collections::BTreeMap;

use super::super::raw::{RawAward, RawCondition, RawUnit, RawWhat};
use super::Laws;
use crate::criteria::{CriteriaSet, Sign};
use crate::figure::CriterionId;
use crate::finding::campaign::{EVERYBODY_MEETS, NOBODY_MEETS};
use crate::points::Points;
use crate::text;

/// Least and most that a number can be; `None` where that is not known.
#[derive(Clone, Debug, Default)]
struct Bounds {
    low: Option<Points>,
    high: Option<Points>,
}

impl Bounds {
    /// Takes two that are known.
    const fn between(low: Points, high: Points) -> Self {
        Self { low: Some(low), high: Some(high) }
    }

    /// Keeps what lies within the limits of a condition, too.
    fn within(self, other: &Self) -> Self {
        let low = self.low.into_iter().chain(other.low.clone()).max();
        let high = self.high.into_iter().chain(other.high.clone()).min();
        Self { low, high }
    }

    /// Tells whether nothing lies between them.
    fn is_empty(&self) -> bool {
        matches!((&self.low, &self.high), (Some(low), Some(high)) if low > high)
    }

    /// Tells whether everything within others lies within these.
    fn hold(&self, others: &Self) -> bool {
        let low = self.low.as_ref().is_none_or(|low| others.low.as_ref().is_some_and(|other| low <= other));
        low && self.high.as_ref().is_none_or(|high| others.high.as_ref().is_some_and(|other| high >= other))
    }
}

impl Laws<'_> {
    /// Conditions of an award, those alone that ask for something.
    pub(super) fn limits(&mut self, n: &str, award: &RawAward, conditions: &[(usize, &RawCondition)]) {
        self.not_with_strangers(n, award, conditions);
        let raw = self.raw;
        let excluded = |id: &str| award.excluded.iter().any(|line| line.unit == id);
        let open = raw.units.iter().filter(|unit| unit.ranked && is_open(award, &unit.group) && !excluded(&unit.id));
        // Units of one group with the same flags can have the same.
        let kinds: BTreeMap<(&str, &[String]), &RawUnit> = open.map(|unit| ((unit.group.as_str(), unit.flags.as_slice()), unit)).collect();
        let units: Vec<&RawUnit> = kinds.into_values().collect();
        if units.is_empty() {
            return;
        }
        let mut sound: Vec<(usize, &RawCondition)> = Vec::new();
        for (c, condition) in conditions.iter().copied() {
            let path = ["awards", n, "conditions", &c.to_string()];
            if !units.iter().any(|unit| self.can(unit, &[condition])) {
                self.fault(&path, &NOBODY_MEETS, text!("không đơn vị nào đạt được điều kiện này", "no unit can meet this condition"));
                continue;
            }
            sound.push((c, condition));
            if units.iter().all(|unit| self.must(unit, condition)) {
                let message = if may_lack(condition.what) {
                    text!("đơn vị nào có số liệu cũng đạt điều kiện này", "every unit that has a value meets this condition")
                } else {
                    text!("đơn vị nào cũng đạt điều kiện này", "every unit meets this condition")
                };
                self.fault(&path, &EVERYBODY_MEETS, message);
            }
        }
        let nobody = |laws: &Self, together: &[&RawCondition]| !units.iter().any(|unit| laws.can(unit, together));
        let pairs = sound.iter().enumerate().flat_map(|(at, second)| sound.iter().take(at).map(move |first| (first, second)));
        let apart = pairs.into_iter().find(|((_, first), (_, second))| nobody(self, &[*first, *second]));
        if let Some(((first, _), (second, _))) = apart {
            let (first, second) = (first + 1, second.to_string());
            let message = text!(
                "không đơn vị nào đạt được điều kiện này cùng với điều kiện thứ {first}",
                "no unit can meet this condition together with condition number {first}"
            );
            self.fault(&["awards", n, "conditions", &second], &NOBODY_MEETS, message);
        } else if nobody(self, &sound.iter().map(|(_, condition)| *condition).collect::<Vec<_>>()) {
            let message = text!("không đơn vị nào đạt được mọi điều kiện cùng lúc", "no unit can meet all conditions at once");
            self.fault(&["awards", n, "conditions"], &NOBODY_MEETS, message);
        }
    }

    /// Awards that exclude from this one: each of them is open to some unit that this one is open to.
    fn not_with_strangers(&mut self, n: &str, award: &RawAward, conditions: &[(usize, &RawCondition)]) {
        let raw = self.raw;
        let old = award.not_with.iter().enumerate().map(|(a, id)| (vec!["not_with".to_owned(), a.to_string()], id));
        let asked = conditions.iter().filter(|(_, condition)| condition.what == RawWhat::Award).flat_map(|(c, condition)| {
            let path = move |a: usize| vec!["conditions".to_owned(), c.to_string(), "none_of".to_owned(), a.to_string()];
            condition.none_of.iter().enumerate().map(move |(a, id)| (path(a), id))
        });
        let named: Vec<(Vec<String>, &String)> = old.chain(asked).collect();
        for (path, id) in named {
            let Some(other) = raw.awards.iter().find(|other| other.id == *id) else { continue };
            if !raw.groups.iter().any(|group| is_open(award, &group.id) && is_open(other, &group.id)) {
                let message = text!(
                    "không khối nào được xét cả “{id}” và hình thức khen thưởng này, nên không loại trừ được đơn vị nào",
                    "no group is open to both “{id}” and this award, so that it excludes nobody"
                );
                let path: Vec<&str> = ["awards", n].into_iter().chain(path.iter().map(String::as_str)).collect();
                self.fault(&path, &EVERYBODY_MEETS, message);
            }
        }
    }

    /// Tells whether a unit can meet conditions at once.
    fn can(&self, unit: &RawUnit, conditions: &[&RawCondition]) -> bool {
        let mut numbers: Vec<(&RawCondition, Bounds)> = Vec::new();
        for condition in conditions {
            let Some(limits) = limits_of(condition) else { continue };
            let same = |one: &RawCondition| one.what == condition.what && one.id == condition.id && one.codes == condition.codes;
            match numbers.iter_mut().find(|(one, _)| same(one)) {
                Some((_, bounds)) => *bounds = std::mem::take(bounds).within(&limits),
                None => numbers.push((condition, self.bounds(unit, condition).within(&limits))),
            }
        }
        let index = numbers.iter().find(|(one, _)| one.what == RawWhat::Index).map(|(_, bounds)| bounds.clone()).unwrap_or_default();
        numbers.iter().all(|(_, bounds)| !bounds.is_empty())
            && self.can_have_grade(unit, conditions, &index)
            && conditions
                .iter()
                .all(|condition| has_flags(unit, condition) && self.has_criterion(unit, condition) && self.has_year_before(condition))
    }

    /// Tells whether anything of a unit has a last day.
    fn has_deadline(&self, unit: &RawUnit) -> bool {
        let of_set = self.set_of(unit).is_none_or(|set| set.walk().into_iter().any(|(_, criterion)| criterion.deadline.is_some()));
        self.raw.deadline.is_some() || unit.deadline.is_some() || of_set
    }

    /// Tells whether there is anything that the condition looks at: progress needs an earlier year.
    fn has_year_before(&self, condition: &RawCondition) -> bool {
        condition.what != RawWhat::Progress || !self.raw.previous.list().is_empty()
    }

    /// Tells whether the set of a unit has the criterion whose number a condition looks at.
    fn has_criterion(&self, unit: &RawUnit, condition: &RawCondition) -> bool {
        let id = condition.id.as_deref().map(CriterionId::new);
        id.zip(self.set_of(unit)).is_none_or(|(id, set)| set.find(&id).is_some() || set.line(&id).is_some())
    }

    /// Gives the set that scores a unit.
    fn set_of(&self, unit: &RawUnit) -> Option<&CriteriaSet> {
        self.set_of_group(self.raw.groups.iter().find(|group| group.id == unit.group)?)
    }

    /// Tells whether a unit whose index lies within bounds can have a grade that all conditions allow.
    fn can_have_grade(&self, unit: &RawUnit, conditions: &[&RawCondition], index: &Bounds) -> bool {
        let asked: Vec<&&RawCondition> = conditions.iter().filter(|condition| condition.what == RawWhat::Grade).collect();
        let bands = self.bands(&unit.group);
        asked.is_empty()
            || bands.iter().any(|(name, from)| {
                let next = bands.iter().map(|(_, other)| *other).filter(|other| other > from).min();
                asked.iter().all(|condition| condition.among.iter().any(|grade| grade == name))
                    && index.high.as_ref().is_none_or(|high| *from <= high)
                    && index.low.as_ref().is_none_or(|low| next.is_none_or(|next| low < next))
            })
    }

    /// Tells whether a unit meets a condition whatever comes of it.
    fn must(&self, unit: &RawUnit, condition: &RawCondition) -> bool {
        match condition.what {
            // There is none where a unit is compared with nothing.
            RawWhat::Progress => false,
            RawWhat::InTime => !self.has_deadline(unit),
            RawWhat::Grade => {
                let bands = self.bands(&unit.group);
                bands.iter().all(|(name, _)| condition.among.iter().any(|grade| grade == name))
                    && bands.iter().any(|(_, from)| !from.is_positive())
            }
            RawWhat::Flag => !condition.any_of.is_empty() && has_flags(unit, condition),
            _ => limits_of(condition).is_some_and(|limits| limits.hold(&self.bounds(unit, condition))),
        }
    }

    /// Gives the least and the most that a unit can have of what a condition looks at.
    fn bounds(&self, unit: &RawUnit, condition: &RawCondition) -> Bounds {
        let from_zero = |high: Option<Points>| Bounds { low: Some(Points::zero()), high };
        let Some(set) = self.set_of(unit) else { return Bounds::default() };
        let cut = !set.may_pass_100;
        match condition.what {
            RawWhat::Index => from_zero(cut.then(Points::hundred)),
            RawWhat::CriterionIndex => from_zero(Some(Points::hundred())),
            RawWhat::OpenErrors | RawWhat::Findings => from_zero(None),
            // Another set may have let the index pass 100 last year.
            RawWhat::Progress => Bounds { low: None, high: cut.then(Points::hundred) },
            RawWhat::Points => from_zero(cut.then(|| set.total.clone())),
            RawWhat::Place => {
                let ranked = self.raw.units.iter().filter(|other| other.group == unit.group && other.ranked).count();
                Bounds::between(Points::one(), Points::from(i64::try_from(ranked).unwrap_or(i64::MAX)))
            }
            RawWhat::CriterionPoints => condition.id.as_deref().map(|id| of_criterion(set, id)).unwrap_or_default(),
            RawWhat::OverClaimPositive => Bounds::between(Points::zero(), span(set)),
            RawWhat::OverClaimNet => Bounds::between(&Points::zero() - &span(set), span(set)),
            _ => Bounds::default(),
        }
    }

    /// Lists the grades of a group, each with its least index.
    fn bands(&self, group: &str) -> Vec<(&str, &Points)> {
        let group = self.raw.groups.iter().find(|other| other.id == group);
        let bands = group.into_iter().flat_map(|group| group.grades.bands(&self.raw.grades));
        bands.map(|band| (band.name.as_str(), &band.from.0)).collect()
    }
}

/// Tells whether there are units without a number of this kind, which meet no limit of it.
const fn may_lack(what: RawWhat) -> bool {
    matches!(what, RawWhat::CriterionIndex | RawWhat::CriterionPoints | RawWhat::OverClaimNet | RawWhat::OverClaimPositive)
}

/// Tells whether an award is open to a group.
fn is_open(award: &RawAward, group: &str) -> bool {
    award.groups.is_empty() || award.groups.iter().any(|id| id == group)
}

/// Gives the limits of a condition that looks at a number.
fn limits_of(condition: &RawCondition) -> Option<Bounds> {
    let [low, high] = [&condition.at_least, &condition.at_most].map(|limit| limit.as_ref().map(|limit| limit.0.clone()));
    match condition.what {
        RawWhat::Grade | RawWhat::NotZero | RawWhat::Flag | RawWhat::InTime | RawWhat::AppraisalFinal | RawWhat::Award => None,
        // “No such findings” needs no limit.
        RawWhat::Findings if low.is_none() && high.is_none() => Some(Bounds { low, high: Some(Points::zero()) }),
        _ => Some(Bounds { low, high }),
    }
}

/// Tells whether a unit has the flags that a condition asks for, and none that it forbids.
fn has_flags(unit: &RawUnit, condition: &RawCondition) -> bool {
    let has = |list: &[String]| list.iter().any(|flag| unit.flags.contains(flag));
    condition.what != RawWhat::Flag || (!has(&condition.none_of) && (condition.any_of.is_empty() || has(&condition.any_of)))
}

/// Gives the least and the most points of a criterion, or of a line outside the tree.
fn of_criterion(set: &CriteriaSet, id: &str) -> Bounds {
    let id = CriterionId::new(id);
    match set.adjustments.iter().find(|line| line.criterion.id == id) {
        Some(line) if line.sign == Sign::Penalty => Bounds::between(&Points::zero() - &line.criterion.max, Points::zero()),
        Some(line) => Bounds::between(Points::zero(), line.criterion.max.clone()),
        None => Bounds { low: None, high: set.find(&id).map(|criterion| criterion.max.clone()) },
    }
}

/// Gives the most by which two totals of a set can differ.
fn span(set: &CriteriaSet) -> Points {
    set.adjustments.iter().fold(set.total.clone(), |sum, line| &sum + &line.criterion.max)
}
