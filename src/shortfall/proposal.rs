//! Points with which a unit would be proposed for an award.
//!
//! Points move the index, and with it points, place and grade; a unit that misses anything else, or is left out, gets no number.
//! In a full quota it has to pass the last of those chosen: with more points it takes that one's place.

use super::Others;
use super::reach::Reach;
use crate::award::{AwardRule, Condition, Considered, Facts, Measure, Seen, Shortlist};
use crate::figure::{AwardId, UnitId};
use crate::points::Points;
use crate::ranking::{GroupRanking, Row, Status};

/// Points with which a unit would be proposed.
pub enum Needed {
    /// So many, at least.
    Points(Points),
    /// Full points would not do.
    Never,
    /// Points alone do not decide.
    Undecided,
}

/// Lists the awards that are open to a ranked unit and that it is not proposed for, with the fewest points that would do.
pub fn missed<'o>(row: &Row, group: &GroupRanking, reach: &Reach<'_>, others: Others<'o>) -> Vec<(&'o AwardId, Needed)> {
    let unit = Contender { row, group, others };
    let open = others.shortlists.iter().filter(|list| !list.chosen.contains(&row.unit));
    open.filter_map(|list| Some((&list.award.id, unit.needs(list, unit.considered(list)?, reach)))).collect()
}

/// Unit that would be proposed.
#[derive(Clone, Copy)]
struct Contender<'r, 'o> {
    row: &'r Row,
    group: &'r GroupRanking,
    others: Others<'o>,
}

/// What stands between a unit that meets the conditions and a place of the quota.
enum Edge<'o> {
    /// Nothing: places are left.
    Open,
    /// The index that it has to pass.
    Above(&'o Points),
    /// What points do not decide.
    Other,
}

impl<'o> Contender<'_, 'o> {
    /// Finds what an award made of the unit.
    fn considered(&self, list: &'o Shortlist) -> Option<&'o Considered> {
        list.considered.iter().find(|one| one.unit == self.row.unit)
    }

    /// Finds the fewest points that would do.
    fn needs(&self, list: &'o Shortlist, considered: &Considered, reach: &Reach<'_>) -> Needed {
        let Some(edge) = self.by_points(list, considered) else { return Needed::Undecided };
        let needs = reach.fewest(|points, index| self.reaches(&list.award, &edge, points, index));
        let (points, index) = reach.with(needs.as_ref().unwrap_or(&Points::zero()));
        // With these points another award may take the unit away from this one.
        let mut taking = self.others.shortlists.iter().filter(|other| list.award.is_excluded_by(&other.award.id));
        let taken = taking.any(|other| {
            let edge = self.considered(other).and_then(|considered| self.by_points(other, considered));
            // Equal with its last one, the unit would stand at the edge, and that one would come down to this award.
            let stands = |edge: &Edge<'_>| !matches!(edge, Edge::Above(last) if index < **last);
            edge.is_some_and(|edge| stands(&edge) && self.meets(&other.award, &points, &index))
        });
        if taken { Needed::Undecided } else { needs.map_or(Needed::Never, Needed::Points) }
    }

    /// Gives the edge that the unit has to pass; nothing where points do not decide.
    fn by_points(&self, list: &'o Shortlist, considered: &Considered) -> Option<Edge<'o>> {
        let rule = &list.award;
        let out = (self.row.provisional && !rule.provisional_allowed) || rule.excluded.iter().any(|(unit, _)| *unit == self.row.unit);
        let out = out || rule.conditions.iter().any(|condition| self.caps(condition));
        let others_met = rule.conditions.iter().zip(&considered.conditions).all(|(condition, one)| one.met || is_moved(condition));
        let edge = self.edge(list);
        (!out && others_met && !matches!(edge, Edge::Other)).then_some(edge)
    }

    /// Finds what stands between the unit and a place of the quota.
    fn edge(&self, list: &'o Shortlist) -> Edge<'o> {
        let rule = &list.award;
        let quota = if rule.per_group { rule.quota.places(self.group.counted) } else { list.quota };
        let of = |units: &'o [UnitId]| -> Vec<(&'o GroupRanking, &'o Row)> {
            let found = units.iter().filter_map(|unit| (self.others.place)(unit));
            found.filter(|(group, _)| !rule.per_group || self.is_own(group)).collect()
        };
        let (chosen, tied) = (of(&list.chosen), of(&list.tied_at_edge));
        let is_by_index = rule.order.first().is_none_or(|first| *first == Measure::Index);
        match tied.first() {
            _ if quota == 0 => Edge::Other,
            None if chosen.len() < quota => Edge::Open,
            _ if !is_by_index => Edge::Other,
            Some(_) if !rule.reserved.is_empty() => Edge::Other,
            Some((_, tied)) => tied.index.as_ref().map_or(Edge::Other, Edge::Above),
            None => self.weakest(rule, &chosen).map_or(Edge::Other, Edge::Above),
        }
    }

    /// Gives the lowest index whose place the unit would take: that of its own group, or one that no places are kept for.
    fn weakest(&self, rule: &AwardRule, chosen: &[(&'o GroupRanking, &'o Row)]) -> Option<&'o Points> {
        let kept = |at: usize, group: &GroupRanking| {
            let places = rule.reserved.iter().find(|(id, _)| *id == group.group.id).map_or(0, |(_, places)| *places);
            chosen.iter().take(at).filter(|(before, _)| before.group.id == group.group.id).count() < places
        };
        let open = chosen.iter().enumerate().filter(|(at, (group, _))| self.is_own(group) || !kept(*at, group));
        open.filter_map(|(_, (_, row))| row.index.as_ref()).min()
    }

    /// Tells whether a group is that of the unit.
    fn is_own(&self, group: &GroupRanking) -> bool {
        group.group.id == self.group.group.id
    }

    /// Tells whether the unit would be proposed with these points and this index.
    fn reaches(&self, rule: &AwardRule, edge: &Edge<'_>, points: &Points, index: &Points) -> bool {
        let passes = match edge {
            Edge::Open => true,
            Edge::Above(last) => index > *last,
            Edge::Other => false,
        };
        passes && self.meets(rule, points, index)
    }

    /// Tells whether the unit would meet the conditions that points move.
    fn meets(&self, rule: &AwardRule, points: &Points, index: &Points) -> bool {
        let grade = self.group.group.grade(index).map(|band| band.name.as_str());
        let (index, points, place) = (Some(index.clone()), Some(points.clone()), Some(self.place(index)));
        let seen = Seen { index, points, place, grade, progress: None };
        let rounding = self.group.group.rounding;
        let holds = |condition: &Condition| condition.holds(&seen, rounding, &Facts::default(), &|_| false);
        rule.conditions.iter().filter(|condition| is_moved(condition)).all(holds)
    }

    /// Gives the place that an index would have; behind all that are equal, where something else decides between these.
    fn place(&self, index: &Points) -> usize {
        let index = Some(index);
        let ranked = self.group.rows.partition_point(|row| row.status == Status::Ranked);
        let ranked = self.group.rows.get(..ranked).unwrap_or_default();
        // They stand in the order of their indexes.
        let ahead = ranked.partition_point(|row| row.index.as_ref() > index);
        let level = ranked.iter().skip(ahead).take_while(|row| row.index.as_ref() == index).filter(|row| row.unit != self.row.unit);
        ahead + 1 + if self.group.group.tie_breaks.is_empty() { 0 } else { level.count() }
    }

    /// Tells whether more points may be too much for a condition.
    fn caps(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Within { of: Measure::Index | Measure::Points, at_most, .. } => at_most.is_some(),
            Condition::Within { of: Measure::Place, at_least, .. } => at_least.is_some(),
            Condition::Grade(names) => {
                let bands = &self.group.group.grades;
                let lowest = bands.iter().filter(|band| names.contains(&band.name)).map(|band| &band.from).min();
                bands.iter().any(|band| Some(&band.from) > lowest && !names.contains(&band.name))
            }
            _ => false,
        }
    }
}

/// Tells whether points move what a condition looks at.
const fn is_moved(condition: &Condition) -> bool {
    matches!(condition, Condition::Grade(_) | Condition::Within { of: Measure::Index | Measure::Points | Measure::Place, .. })
}
