//! Which awards a unit would be proposed for in a draw, by the campaign's own rules on the places drawn.
//!
//! Index, points, place, grade and rise on last year are those of the draw; what a draw changes nothing of stays as it is
//! officially: points of criteria, flags, lateness, errors, over-claims, results that are provisional, units left out by name.
//! The same function chooses as officially, so that a tie at the edge of a quota chooses nobody. The conditions of a unit
//! are looked at only where a place is left for it.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::AwardCertainty;
use super::makeup::Field;
use super::scaled::{Drawn, Scaled};
use crate::award::{AwardRule, Candidates, Choice, Condition, Facts, Measure, Seen, choose};
use crate::figure::{AwardId, GroupId, UnitId};
use crate::points::Points;
use crate::ranking::{Group, Merit, Ranking, Row, Status};

/// The ranked units of all groups, and the awards that are decided over them.
pub struct Pool<'a> {
    groups: &'a [Grouped<'a>],
    units: Vec<Member<'a>>,
    awards: Vec<Award<'a>>,
}

/// A group, ready to be drawn.
pub struct Grouped<'a> {
    /// The group.
    pub group: &'a Group,
    /// What the indexes of its units are made of.
    pub field: &'a Field<'a>,
    /// The same in integers.
    pub scaled: Scaled<'a>,
}

/// Ranked unit.
struct Member<'a> {
    /// Its group, and where it stands in it.
    group: usize,
    at: usize,
    row: &'a Row,
    facts: &'a Facts,
}

/// Award, with what no draw changes decided.
struct Award<'a> {
    rule: &'a AwardRule,
    /// What may be proposed at all, by unit of the pool.
    open: Vec<bool>,
    /// Conditions that hang on the draw.
    varying: Vec<&'a Condition>,
    /// What it is ordered by.
    order: Vec<&'a Measure>,
    /// Units of each quota, group by group in the official order, with its places.
    scopes: Vec<(Vec<usize>, usize)>,
}

impl<'a> Pool<'a> {
    /// Gathers the ranked units of groups, and what of the awards no draw changes.
    pub fn of(groups: &'a [Grouped<'a>], ranking: &'a Ranking, rules: &'a [AwardRule], facts: &'a BTreeMap<UnitId, Facts>) -> Self {
        static NOTHING: std::sync::LazyLock<Facts> = std::sync::LazyLock::new(Facts::default);
        let rows: BTreeMap<&UnitId, &Row> = ranking.groups.iter().flat_map(|group| &group.rows).map(|row| (&row.unit, row)).collect();
        let members = groups.iter().enumerate().flat_map(|(group, grouped)| {
            let units = grouped.field.units.iter().enumerate();
            let rows = &rows;
            units.filter_map(move |(at, unit)| {
                Some(Member { group, at, row: *rows.get(unit.unit)?, facts: facts.get(unit.unit).unwrap_or(&NOTHING) })
            })
        });
        let units: Vec<Member<'a>> = members.collect();
        let awards = rules.iter().map(|rule| Award::of(rule, groups, &units)).collect();
        Self { groups, units, awards }
    }

    /// Decides every award in a draw; `drawn` are its groups.
    pub fn choices(&self, drawn: &[Drawn]) -> Vec<Choice> {
        let all = InDraw { pool: self, drawn, seen: RefCell::new(vec![None; self.units.len()]) };
        let mut decided: Vec<Choice> = Vec::new();
        let mut is_chosen: Vec<Vec<bool>> = Vec::new();
        for award in &self.awards {
            let mut choice = Choice::default();
            for (units, quota) in &award.scopes {
                let mut order = units.clone();
                all.sort(award, &mut order);
                let may = RefCell::new(vec![None; order.len()]);
                let scope = InScope { all: &all, award, decided: &is_chosen, order: &order, may };
                let of = choose(&scope, *quota, &award.rule.reserved);
                let unit = |at: usize| order.get(at).copied();
                choice.chosen.extend(of.chosen.into_iter().filter_map(unit));
                choice.tied.extend(of.tied.into_iter().filter_map(unit));
            }
            let mut chosen = vec![false; self.units.len()];
            for unit in &choice.chosen {
                chosen.get_mut(*unit).into_iter().for_each(|one| *one = true);
            }
            is_chosen.push(chosen);
            decided.push(choice);
        }
        decided
    }

    /// Counts in how many draws each unit was chosen, and was tied at the edge, for each award open to it: by group, in the order
    /// of the field.
    pub fn counted(&self, draws: &[Vec<Choice>]) -> Vec<Vec<Vec<AwardCertainty>>> {
        let mut counts = vec![vec![(0, 0); self.units.len()]; self.awards.len()];
        for choices in draws {
            for (choice, of_award) in choices.iter().zip(&mut counts) {
                for at in &choice.chosen {
                    of_award.get_mut(*at).into_iter().for_each(|(chosen, _)| *chosen += 1);
                }
                for at in &choice.tied {
                    of_award.get_mut(*at).into_iter().for_each(|(_, tied)| *tied += 1);
                }
            }
        }
        let mut by_group: Vec<Vec<Vec<AwardCertainty>>> =
            self.groups.iter().map(|group| vec![Vec::new(); group.field.units.len()]).collect();
        for (award, of_award) in self.awards.iter().zip(counts) {
            for (member, (chosen, tied)) in self.units.iter().zip(of_award) {
                let open = self.groups.get(member.group).is_some_and(|group| award.rule.groups.contains(&group.group.id));
                if let Some(counted) = by_group.get_mut(member.group).and_then(|group| group.get_mut(member.at)).filter(|_| open) {
                    counted.push(AwardCertainty { award: award.rule.id.clone(), chosen, at_edge: tied });
                }
            }
        }
        by_group
    }
}

impl<'a> Award<'a> {
    /// Decides what no draw changes.
    fn of(rule: &'a AwardRule, groups: &[Grouped<'_>], units: &[Member<'_>]) -> Self {
        let varies =
            |measure: &Measure| matches!(measure, Measure::Index | Measure::Points | Measure::Place | Measure::Merit(Merit::Progress));
        let (varying, fixed): (Vec<&Condition>, Vec<&Condition>) = rule.conditions.iter().partition(|condition| match condition {
            Condition::Within { of, .. } => varies(of),
            Condition::Grade(_) | Condition::NotProposed(_) => true,
            Condition::NotZero(_) | Condition::Flag { .. } | Condition::InTime | Condition::AppraisalFinal => false,
        });
        let open = |member: &Member<'_>| {
            let seen = Seen::of(member.row, member.facts);
            let rounding = groups.get(member.group).map(|group| group.group.rounding).unwrap_or_default();
            (!member.row.provisional || rule.provisional_allowed)
                && rule.excluded.iter().all(|(unit, _)| *unit != member.row.unit)
                && fixed.iter().all(|condition| condition.holds(&seen, rounding, member.facts, &|_| false))
        };
        let of_groups = |ids: &[&GroupId]| {
            let ids: Vec<usize> = ids.iter().filter_map(|id| groups.iter().position(|group| group.group.id == **id)).collect();
            let within: Vec<usize> = (0..units.len()).filter(|at| units.get(*at).is_some_and(|unit| ids.contains(&unit.group))).collect();
            let ranked = within.iter().filter(|at| units.get(**at).is_some_and(|unit| unit.row.status == Status::Ranked)).count();
            let places = rule.quota.places(ranked);
            (within, places)
        };
        let all: Vec<&GroupId> = rule.groups.iter().collect();
        let scopes = if rule.per_group { all.iter().map(|group| of_groups(&[group])).collect() } else { vec![of_groups(&all)] };
        let order = if rule.order.is_empty() { vec![&Measure::Index] } else { rule.order.iter().collect() };
        Self { rule, open: units.iter().map(open).collect(), varying, order, scopes }
    }
}

/// All units in one draw.
struct InDraw<'p, 'a> {
    pool: &'p Pool<'a>,
    drawn: &'p [Drawn],
    /// What awards see of a unit, worked out when they ask.
    seen: RefCell<Vec<Option<Seen<'p>>>>,
}

impl<'p> InDraw<'p, '_> {
    /// Gives the group of a unit with what was drawn, and the unit.
    fn member(&self, at: usize) -> Option<(&'p Grouped<'p>, &'p Drawn, &'p Member<'p>)> {
        let member = self.pool.units.get(at)?;
        Some((self.pool.groups.get(member.group)?, self.drawn.get(member.group)?, member))
    }

    /// Gives the place of a unit.
    fn place(&self, at: usize) -> Option<u32> {
        let (_, drawn, member) = self.member(at)?;
        drawn.places.get(member.at).copied()
    }

    /// Compares the indexes of two units.
    fn by_index(&self, one: usize, other: usize) -> Ordering {
        let Some(((group, drawn, one), (other_group, other_drawn, other))) = self.member(one).zip(self.member(other)) else {
            return Ordering::Equal;
        };
        if one.group == other.group {
            return group.scaled.compare(one.at, other.at, drawn);
        }
        group.scaled.compare_with((one.at, drawn), &other_group.scaled, (other.at, other_drawn))
    }

    /// Gives what awards see of a unit.
    fn seen(&self, at: usize) -> Seen<'p> {
        if let Some(Some(seen)) = self.seen.borrow().get(at) {
            return seen.clone();
        }
        let Some((group, drawn, member)) = self.member(at) else { return Seen::default() };
        let index = group.scaled.index(member.at, drawn);
        let points = (&index * &member.row.applicable_max).over(&Points::hundred());
        let rise = member.facts.merits.progress.as_ref().zip(member.row.index.as_ref());
        let seen = Seen {
            points,
            place: self.place(at).and_then(|place| place.try_into().ok()),
            grade: group.group.grade(&index).map(|band| band.name.as_str()),
            progress: rise.map(|(rise, official)| &(rise + &index) - official),
            index: Some(index),
        };
        if let Some(kept) = self.seen.borrow_mut().get_mut(at) {
            *kept = Some(seen.clone());
        }
        seen
    }

    /// Compares two units by one of the measures of an award's order: who has more of what is good comes later.
    fn by(&self, measure: &Measure, one: usize, other: usize) -> Ordering {
        if *measure == Measure::Index {
            return self.by_index(one, other);
        }
        let value = |at: usize| self.member(at).and_then(|(_, _, member)| measure.turned(&self.seen(at), member.facts));
        value(one).cmp(&value(other))
    }

    /// Compares two units by an award's order.
    fn ordered(&self, award: &Award<'_>, one: usize, other: usize) -> Ordering {
        award.order.iter().map(|measure| self.by(measure, one, other)).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    }

    /// Puts units into the order of an award.
    fn sort(&self, award: &Award<'_>, units: &mut [usize]) {
        // Within a group the order of the index is that of the places.
        units.sort_by_key(|at| (self.pool.units.get(*at).map(|unit| unit.group), self.place(*at)));
        let groups = units
            .chunk_by(|one, other| self.pool.units.get(*one).map(|unit| unit.group) == self.pool.units.get(*other).map(|unit| unit.group))
            .count();
        if groups > 1 || award.order != [&Measure::Index] {
            units.sort_by(|one, other| self.ordered(award, *other, *one));
        }
    }
}

/// The candidates of one quota in one draw, in order.
struct InScope<'d, 'p, 'a> {
    all: &'d InDraw<'p, 'a>,
    award: &'d Award<'a>,
    /// Which units the awards decided before chose.
    decided: &'d [Vec<bool>],
    order: &'d [usize],
    may: RefCell<Vec<Option<bool>>>,
}

impl InScope<'_, '_, '_> {
    /// Tells whether a unit meets every condition in the draw.
    fn meets(&self, unit: usize) -> bool {
        let Some((group, _, member)) = self.all.member(unit) else { return false };
        if self.award.open.get(unit) != Some(&true) {
            return false;
        }
        if self.award.varying.is_empty() {
            return true;
        }
        let seen = self.all.seen(unit);
        let before = self.all.pool.awards.iter().zip(self.decided);
        let proposed = |id: &AwardId| before.clone().any(|(award, choice)| award.rule.id == *id && choice.get(unit) == Some(&true));
        self.award.varying.iter().all(|condition| condition.holds(&seen, group.group.rounding, member.facts, &proposed))
    }
}

impl Candidates for InScope<'_, '_, '_> {
    fn count(&self) -> usize {
        self.order.len()
    }

    fn may(&self, at: usize) -> bool {
        if let Some(Some(known)) = self.may.borrow().get(at) {
            return *known;
        }
        let may = self.order.get(at).is_some_and(|unit| self.meets(*unit));
        if let Some(kept) = self.may.borrow_mut().get_mut(at) {
            *kept = Some(may);
        }
        may
    }

    fn are_equal(&self, one: usize, other: usize) -> bool {
        let pair = self.order.get(one).zip(self.order.get(other));
        pair.is_some_and(|(one, other)| one == other || self.all.ordered(self.award, *one, *other).is_eq())
    }

    fn stands_before(&self, one: usize, other: usize) -> bool {
        let pair = self.order.get(one).zip(self.order.get(other));
        let group = |at: usize| self.all.pool.units.get(at).map(|unit| unit.group);
        pair.is_some_and(|(one, other)| group(*one) == group(*other) && self.all.place(*one) < self.all.place(*other))
    }

    fn is_of(&self, at: usize, group: &GroupId) -> bool {
        let member = self.order.get(at).and_then(|unit| self.all.member(*unit));
        member.is_some_and(|(of, _, _)| of.group.id == *group)
    }
}
