//! Points with which a unit would be proposed for an award.
//!
//! Points move the index, and with it points, place, grade and progress on last year; conditions on single criteria ask for points there. A unit that
//! misses anything else, or is left out, gets no number.
//! In a full quota it has to pass the last of those chosen: with more points it takes that one's place.

use super::Others;
use super::floors::{self, Floor};
use super::lost::Ground;
use super::reach::{Reach, Wanted};
use crate::award::{AwardRule, Condition, Considered, Facts, Measure, Seen, Shortlist, TiedEdge};
use crate::figure::{AwardId, UnitId};
use crate::points::Points;
use crate::ranking::{GroupRanking, Merit, Row, Status};

/// What would bring an award to a unit.
pub enum Needed {
    /// Points, and leaves that would do.
    Wanted(Wanted),
    /// Full points would not do.
    Never,
    /// Something stands in the way that points do not move.
    NotByPoints,
    /// What another award, or an order by something else, makes of it is not known.
    Undecided,
}

/// Lists the awards that are open to a ranked unit and that it is not proposed for, with what would do.
pub fn missed<'o>(
    row: &Row,
    group: &GroupRanking,
    ground: &Ground<'_>,
    reach: &Reach<'_>,
    others: Others<'o>,
) -> Vec<(&'o AwardId, Needed)> {
    let unit = Contender { row, group, others, ground };
    let open = others.shortlists.iter().filter(|list| !list.chosen.contains(&row.unit));
    open.filter_map(|list| Some((&list.award.id, unit.needs(list, unit.considered(list)?, reach)))).collect()
}

/// Unit that would be proposed.
#[derive(Clone, Copy)]
struct Contender<'r, 'o> {
    row: &'r Row,
    group: &'r GroupRanking,
    others: Others<'o>,
    ground: &'r Ground<'r>,
}

/// What points move, as an award may be ordered by it.
#[derive(Clone, Copy)]
enum By {
    /// Index.
    Index,
    /// Points.
    Points,
    /// Progress on last year.
    Progress,
}

/// What stands between a unit that meets the conditions and a place of the quota.
enum Edge {
    /// Nothing: places are left.
    Open,
    /// What it has to pass.
    Above(By, Points),
    /// There is no place for anybody.
    NoPlace,
    /// What points do not decide.
    Other,
}

/// How far points bring a unit to an award.
enum Stands {
    /// As far as an edge, once single criteria have what is asked of them.
    By(Edge, Floor),
    /// Not at all.
    Out,
    /// Nobody knows.
    Unknown,
}

impl<'o> Contender<'_, 'o> {
    /// Finds what an award made of the unit.
    fn considered(&self, list: &'o Shortlist) -> Option<&'o Considered> {
        list.considered.iter().find(|one| one.unit == self.row.unit)
    }

    /// Finds what would do.
    fn needs(&self, list: &'o Shortlist, considered: &Considered, reach: &Reach<'_>) -> Needed {
        let (edge, floor) = match self.stands(list, considered) {
            Stands::By(Edge::NoPlace, _) => return Needed::Never,
            Stands::By(edge, floor) => (edge, floor),
            Stands::Out => return Needed::NotByPoints,
            Stands::Unknown => return Needed::Undecided,
        };
        let wanted =
            reach.wanted(&self.ground.lost, &floor, &|points, index, kindly| self.reaches(&list.award, &edge, (points, index), kindly));
        let Some(wanted) = wanted else { return Needed::Never };
        // With these points, or with all that the leaves bring, another award may take the unit away from this one.
        let most = wanted.cure.as_ref().map(|cure| &cure.brings).max(wanted.points.as_ref());
        let (points, index) = reach.with(most.unwrap_or_else(|| reach.most()));
        let mut taking = self.others.shortlists.iter().filter(|other| list.award.is_excluded_by(&other.award.id));
        let taken = taking.any(|other| {
            // Equal with its last one, the unit would stand at the edge, and that one would come down to this award.
            let passes = |edge: &Edge| match edge {
                Edge::Above(by, last) => self.value(*by, (&points, &index)).is_some_and(|own| own >= *last),
                Edge::NoPlace => false,
                Edge::Open | Edge::Other => true,
            };
            match self.considered(other).map(|considered| self.stands(other, considered)) {
                None | Some(Stands::Out) => false,
                Some(Stands::Unknown) => true,
                Some(Stands::By(edge, _)) => passes(&edge) && self.meets(&other.award, (&points, &index), true),
            }
        });
        if taken { Needed::Undecided } else { Needed::Wanted(wanted) }
    }

    /// Finds how far points bring the unit.
    fn stands(&self, list: &'o Shortlist, considered: &Considered) -> Stands {
        let rule = &list.award;
        let out = (self.row.provisional && !rule.provisional_allowed) || rule.excluded.iter().any(|(unit, _)| *unit == self.row.unit);
        let missed = rule.conditions.iter().zip(&considered.conditions).filter(|(_, one)| !one.met).map(|(condition, _)| condition);
        let mut floor = Floor::default();
        for condition in missed.filter(|condition| !self.is_moved(condition)) {
            match floors::of(condition, self.ground, self.group.group.rounding) {
                Some(more) if floor.add(&more) => {}
                Some(_) => return Stands::Unknown,
                None => return Stands::Out,
            }
        }
        if out {
            return Stands::Out;
        }
        if rule.conditions.iter().any(|condition| self.caps(condition)) {
            return Stands::Unknown;
        }
        match self.edge(list) {
            Edge::Other => Stands::Unknown,
            edge => Stands::By(edge, floor),
        }
    }

    /// Finds what stands between the unit and a place of the quota.
    fn edge(&self, list: &'o Shortlist) -> Edge {
        let rule = &list.award;
        let quota = if rule.per_group { rule.quota.places(self.group.counted) } else { list.quota };
        let of = |units: &'o [UnitId]| -> Vec<(&'o GroupRanking, &'o Row)> {
            let found = units.iter().filter_map(|unit| (self.others.place)(unit));
            found.filter(|(group, _)| !rule.per_group || self.is_own(group)).collect()
        };
        let chosen = of(&list.chosen);
        let edges = list.edges.iter().map(|edge| (edge, of(&edge.units))).filter(|(_, units)| !units.is_empty());
        let edges: Vec<(&TiedEdge, Vec<(&GroupRanking, &Row)>)> = edges.collect();
        if quota == 0 {
            return Edge::NoPlace;
        }
        if chosen.len() + edges.iter().map(|(edge, _)| edge.open).sum::<usize>() < quota {
            return Edge::Open;
        }
        let by = match rule.order.first() {
            None | Some(Measure::Index) => By::Index,
            Some(Measure::Points) => By::Points,
            Some(Measure::Merit(Merit::Progress)) => By::Progress,
            Some(_) => return Edge::Other,
        };
        // Whoever passes units that are equal where places end takes one of the places left to these.
        let own = edges.iter().filter(|(edge, _)| !edge.is_kept || edge.group.as_ref() == Some(&self.group.group.id));
        let tied = own.flat_map(|(_, units)| units).map(|(_, row)| *row);
        let values: Option<Vec<Points>> = self.weakest(rule, &chosen).chain(tied).map(|row| self.value_of(by, row)).collect();
        let Some(values) = values else {
            // Whoever has a value stands before all that have none.
            return if self.value_of(by, self.row).is_some() { Edge::Open } else { Edge::Other };
        };
        // Where nobody stands on a place that is open to it, all are kept for others.
        values.into_iter().min().map_or(Edge::NoPlace, |last| Edge::Above(by, last))
    }

    /// Lists those chosen whose place the unit would take: of its own group, or on a place that is kept for nobody.
    fn weakest<'c>(&'c self, rule: &'c AwardRule, chosen: &'c [(&'o GroupRanking, &'o Row)]) -> impl Iterator<Item = &'o Row> + 'c {
        let kept = |at: usize, group: &GroupRanking| {
            let places = rule.reserved.iter().find(|(id, _)| *id == group.group.id).map_or(0, |(_, places)| *places);
            chosen.iter().take(at).filter(|(before, _)| before.group.id == group.group.id).count() < places
        };
        let open = chosen.iter().enumerate().filter(move |(at, (group, _))| self.is_own(group) || !kept(*at, group));
        open.map(|(_, (_, row))| *row)
    }

    /// Gives what an award looks at of another unit.
    fn value_of(&self, by: By, row: &Row) -> Option<Points> {
        match by {
            By::Index => row.index.clone(),
            By::Points => row.points.clone(),
            By::Progress => (self.others.progress)(&row.unit, row.index.as_ref()?),
        }
    }

    /// Gives it of the unit, with these points and this index.
    fn value(&self, by: By, (points, index): (&Points, &Points)) -> Option<Points> {
        match by {
            By::Index => Some(index.clone()),
            By::Points => Some(points.clone()),
            By::Progress => (self.others.progress)(&self.row.unit, index),
        }
    }

    /// Tells whether a group is that of the unit.
    fn is_own(&self, group: &GroupRanking) -> bool {
        group.group.id == self.group.group.id
    }

    /// Tells whether the unit would be proposed with these points and this index; `kindly`: if whatever decides between equals
    /// decided for it.
    fn reaches(&self, rule: &AwardRule, edge: &Edge, (points, index): (&Points, &Points), kindly: bool) -> bool {
        // Units that are equal in anything but the index may differ in place.
        let by_more = rule.order.len() > 1 || rule.order.iter().any(|by| *by != Measure::Index);
        let decided = kindly && (by_more || !self.group.group.tie_breaks.is_empty());
        let passes = |own: &Points, last: &Points| own > last || decided && own == last;
        let passes = match edge {
            Edge::Open => true,
            Edge::Above(by, last) => self.value(*by, (points, index)).is_some_and(|own| passes(&own, last)),
            Edge::NoPlace | Edge::Other => false,
        };
        passes && self.meets(rule, (points, index), kindly)
    }

    /// Tells whether the unit would meet the conditions that points move.
    fn meets(&self, rule: &AwardRule, (points, index): (&Points, &Points), kindly: bool) -> bool {
        let grade = self.group.group.grade(index).map(|band| band.name.as_str());
        let progress = self.value(By::Progress, (points, index));
        let (index, points, place) = (Some(index.clone()), Some(points.clone()), Some(self.place(index, kindly)));
        let seen = Seen { index, points, place, grade, progress };
        let rounding = self.group.group.rounding;
        let holds = |condition: &Condition| condition.holds(&seen, rounding, &Facts::default(), &|_| false);
        rule.conditions.iter().filter(|condition| self.is_moved(condition)).all(holds)
    }

    /// Gives the place that an index would have; behind all that are equal, where something else decides between these, unless
    /// that decides for it.
    fn place(&self, index: &Points, kindly: bool) -> usize {
        let index = Some(index);
        let ranked = self.group.rows.partition_point(|row| row.status == Status::Ranked);
        let ranked = self.group.rows.get(..ranked).unwrap_or_default();
        // They stand in the order of their indexes.
        let ahead = ranked.partition_point(|row| row.index.as_ref() > index);
        let level = ranked.iter().skip(ahead).take_while(|row| row.index.as_ref() == index).filter(|row| row.unit != self.row.unit);
        ahead + 1 + if kindly || self.group.group.tie_breaks.is_empty() { 0 } else { level.count() }
    }

    /// Tells whether more points may be too much for a condition.
    fn caps(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Within { of: Measure::Index | Measure::Points | Measure::Merit(Merit::Progress), at_most, .. } => at_most.is_some(),
            Condition::Within { of: Measure::Place, at_least, .. } => at_least.is_some(),
            Condition::Grade(names) => {
                let bands = &self.group.group.grades;
                let lowest = bands.iter().filter(|band| names.contains(&band.name)).map(|band| &band.from).min();
                bands.iter().any(|band| Some(&band.from) > lowest && !names.contains(&band.name))
            }
            _ => false,
        }
    }

    /// Tells whether points move what a condition looks at.
    fn is_moved(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Grade(_) | Condition::Within { of: Measure::Index | Measure::Points | Measure::Place, .. } => true,
            Condition::Within { of: Measure::Merit(Merit::Progress), .. } => self.value_of(By::Progress, self.row).is_some(),
            _ => false,
        }
    }
}
