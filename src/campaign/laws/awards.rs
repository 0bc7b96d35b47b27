//! Laws of awards: what they name, and how many they may choose.

use super::super::raw::{RawAward, RawRound, RawScope};
use super::Laws;
use crate::award::Quota;
use crate::finding::Finding;
use crate::finding::campaign::{NO_EFFECT, OLD_AWARD_KEY, QUOTA, QUOTA_OVER_UNITS, SHARE_OF_NOBODY, UNKNOWN_GROUP, UNKNOWN_UNIT};
use crate::points::Points;
use crate::text;
use crate::yaml::Amount;

impl Laws<'_> {
    /// An award: its groups, the units that it leaves out, the awards before it, its bound.
    pub(super) fn award(&mut self, at: usize, award: &RawAward) {
        let (n, raw) = (at.to_string(), self.raw);
        for (g, group) in award.groups.iter().enumerate() {
            if !raw.groups.iter().any(|other| &other.id == group) {
                let message = text!("không có khối “{group}”", "there is no group “{group}”");
                let there = raw.groups.iter().map(|group| group.id.as_str());
                self.unknown(&["awards", &n, "groups", &g.to_string()], &UNKNOWN_GROUP, message, group, there);
            }
        }
        self.once(&["awards", &n, "groups"], &award.groups);
        self.quota(&n, award);
        for (e, line) in award.excluded.iter().enumerate() {
            let unit = &line.unit;
            if !raw.units.iter().any(|other| &other.id == unit) {
                let message = text!("không có đơn vị “{unit}”", "there is no unit “{unit}”");
                let there = raw.units.iter().map(|unit| unit.id.as_str());
                self.unknown(&["awards", &n, "excluded", &e.to_string(), "unit"], &UNKNOWN_UNIT, message, unit, there);
            }
            let group = raw.units.iter().find(|other| &other.id == unit).map(|unit| &unit.group);
            if let Some(group) = group.filter(|group| !award.groups.is_empty() && !award.groups.contains(group)) {
                let message = text!(
                    "“{unit}” thuộc khối “{group}”, không được xét hình thức khen thưởng này",
                    "“{unit}” is of group “{group}”, which this award is not open to"
                );
                self.fault(&["awards", &n, "excluded", &e.to_string(), "unit"], &NO_EFFECT, message);
            }
        }
        self.once(&["awards", &n, "excluded"], &award.excluded.iter().map(|line| line.unit.clone()).collect::<Vec<_>>());
        for (a, other) in award.not_with.iter().enumerate() {
            self.award_before(&["awards", &n, "not_with", &a.to_string()], at, &award.id, other);
        }
        self.once(&["awards", &n, "not_with"], &award.not_with);
        if let Some(least) = &award.least_index {
            let sets = self.sets_of(award);
            self.bound(&["awards", &n, "least_index"], &least.0, &sets);
        }
        self.old_keys(&n, award);
        let mut sound = Vec::new();
        for (c, condition) in award.conditions.iter().enumerate() {
            if self.condition(at, award, &c.to_string(), condition) {
                sound.push((c, condition));
            }
        }
        self.limits(&n, award, &sound);
        for (o, order) in award.order.iter().enumerate() {
            let path = ["awards", &n, "order", &o.to_string()];
            self.order(&path, award, order);
            if award.order.iter().take(o).any(|before| before.by == order.by && before.id == order.id) {
                let message = text!("thứ tự này đã nêu ở trên", "this order already stands above");
                self.fault(&path, &NO_EFFECT, message);
            }
        }
    }

    /// Keys that conditions took the place of.
    fn old_keys(&mut self, n: &str, award: &RawAward) {
        let least = award.least_index.as_ref().map(|least| format!("{{ what: index, at_least: {} }}", least.0.plain()));
        let last = award.last_place.map(|last| format!("{{ what: place, at_most: {last} }}"));
        for (key, line) in [("least_index", least), ("last_place", last)] {
            let Some(line) = line else { continue };
            let message = text!("“{key}” nay viết ở conditions: “- {line}”", "“{key}” is written under conditions now: “- {line}”");
            self.fault(&["awards", n, key], &OLD_AWARD_KEY, message);
        }
    }

    /// The quota of an award, and the places of it that are kept for groups.
    fn quota(&mut self, n: &str, award: &RawAward) {
        let right = match &award.quota {
            Amount::Points(number) => number.is_whole() && number.is_positive(),
            Amount::Share(share) => share.is_positive() && *share <= Points::one(),
        };
        if !right {
            let message = text!(
                "chỉ tiêu phải là số nguyên từ 1 trở lên, hoặc tỷ lệ trên 0% đến 100%",
                "a quota is a whole number from 1, or a share over 0% up to 100%"
            );
            self.fault(&["awards", n, "quota"], &QUOTA, message);
        }
        let most = if matches!(award.scope, Some(RawScope::PerGroup)) {
            self.open_to(award).into_iter().max()
        } else {
            Some(self.open_to(award).iter().sum())
        };
        if let (Amount::Points(number), true, Some(most)) = (&award.quota, right, most)
            && most > 0
            && *number > Points::from(i64::try_from(most).unwrap_or(i64::MAX))
        {
            let number = number.plain();
            let message =
                text!("có {number} chỉ tiêu cho {most} đơn vị được xét", "a quota of {number}, and units that it is open to: {most}");
            self.fault(&["awards", n, "quota"], &QUOTA_OVER_UNITS, message);
        }
        if award.round.is_some() && matches!(award.quota, Amount::Points(_)) {
            let message = text!("chỉ tiêu không phải là tỷ lệ nên “round” thừa", "the quota is no share, so “round” means nothing");
            self.fault(&["awards", n, "round"], &QUOTA, message);
        }
        if let (Amount::Share(share), true, false) = (&award.quota, right, matches!(award.round, Some(RawRound::Up))) {
            self.share_of_award(n, award, share);
        }
        let mut kept = Points::zero();
        for (r, reserved) in award.reserved.iter().enumerate() {
            let group = &reserved.group;
            let open: Vec<&str> = self.raw.groups.iter().map(|group| group.id.as_str()).collect();
            let open: Vec<&str> =
                open.into_iter().filter(|id| award.groups.is_empty() || award.groups.iter().any(|group| group == id)).collect();
            if !open.contains(&group.as_str()) {
                let message = text!(
                    "“{group}” không phải là khối được xét hình thức khen thưởng này",
                    "“{group}” is not a group that the award is open to"
                );
                self.unknown(&["awards", n, "reserved", &r.to_string(), "group"], &UNKNOWN_GROUP, message, group, open);
            }
            if award.reserved.iter().take(r).any(|other| other.group == *group) {
                let message = text!("khối “{group}” được dành chỉ tiêu hai lần", "places are kept for group “{group}” twice");
                self.fault(&["awards", n, "reserved", &r.to_string(), "group"], &QUOTA, message);
            }
            self.kept_for_more(&["awards", n, "reserved", &r.to_string(), "places"], group, reserved.places);
            kept += &Points::from(i64::from(reserved.places));
        }
        let per_group = matches!(award.scope, Some(RawScope::PerGroup));
        let too_many = match &award.quota {
            Amount::Points(number) => kept > *number,
            Amount::Share(share) => right && kept > self.places_of(award, share),
        };
        if !award.reserved.is_empty() && (per_group || too_many) {
            let message = if per_group {
                text!(
                    "chỉ tiêu đã tính riêng từng khối nên “reserved” thừa",
                    "each group has a quota of its own, so “reserved” means nothing"
                )
            } else {
                text!("số chỉ tiêu dành riêng nhiều hơn chỉ tiêu", "more places are kept than there are")
            };
            self.fault(&["awards", n, "reserved"], &QUOTA, message);
        }
    }

    /// More places kept for a group than it has units: the rest is everybody's.
    fn kept_for_more(&mut self, at: &[&str], group: &str, places: u32) {
        let units = self.raw.units.iter().filter(|unit| unit.group == group && unit.ranked).count();
        if units > 0 && usize::try_from(places).is_ok_and(|places| places > units) {
            let message = text!(
                "dành riêng {places} chỉ tiêu cho khối “{group}” chỉ có {units} đơn vị; chỉ tiêu còn lại xét chung",
                "places kept for group “{group}”: {places}, more than its units ({units}); the rest is open to all"
            );
            let help = text!("Giảm số chỉ tiêu dành riêng, hoặc xem lại khối.", "Keep fewer places, or look at the group again.");
            self.findings.push(Finding::new(&NO_EFFECT, message).help(help).at(self.document.place(at)));
        }
    }

    /// Counts the units that take a place, of each group that an award is open to.
    fn open_to(&self, award: &RawAward) -> Vec<usize> {
        let open = |group: &str| award.groups.is_empty() || award.groups.iter().any(|id| id == group);
        let ranked = |group: &str| self.raw.units.iter().filter(|unit| unit.group == group && unit.ranked).count();
        self.raw.groups.iter().filter(|group| open(&group.id)).map(|group| ranked(&group.id)).collect()
    }

    /// Gives the places of a share, should every unit be ranked.
    fn places_of(&self, award: &RawAward, share: &Points) -> Points {
        let quota = Quota::Share { share: share.clone(), up: matches!(award.round, Some(RawRound::Up)) };
        Points::from(i64::try_from(quota.places(self.open_to(award).iter().sum())).unwrap_or(i64::MAX))
    }

    /// A share of the units that an award is open to, where the part of a place is none.
    fn share_of_award(&mut self, n: &str, award: &RawAward, share: &Points) {
        let groups = self.open_to(award);
        let counts = if matches!(award.scope, Some(RawScope::PerGroup)) { groups } else { vec![groups.iter().sum()] };
        let percent = share * &Points::hundred();
        let (percent_vi, percent_en) = (percent.plain_vi(), percent.plain());
        let few =
            counts.into_iter().find(|count| *count > 0 && share * &Points::from(i64::try_from(*count).unwrap_or(i64::MAX)) < Points::one());
        if let Some(count) = few {
            let name = &award.name;
            let message = text!(
                "“{name}”: {percent_vi}% của {count} đơn vị chưa đủ một chỉ tiêu",
                "“{name}”: {percent_en}% of the units that the award is open to ({count}) is not one place"
            );
            self.fault(&["awards", n, "quota"], &SHARE_OF_NOBODY, message);
        }
    }
}
