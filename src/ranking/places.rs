//! The order of a group: exact index, then tie-breaks, then nothing: a tie stands.
//!
//! Source: [meanings](crate#meanings) 4, 5, 23.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::{Group, GroupRanking, Ranking, Row, Status};
use crate::assessment::Unit;
use crate::criteria::Sign;
use crate::figure::{CriterionId, UnitId};
use crate::finding::{Checked, Finding, ranking as codes};
use crate::points::Points;
use crate::scoring::Scorecard;
use crate::text;

/// Ranks the units of every group, 1-2-2-4.
///
/// Places compare exact indexes, then the official points of the group's tie-breaks, where a unit without a value
/// comes last; grades read the printed index. A unit without a scorecard counts as one that sent nothing.
/// Findings: K001 to K004.
pub fn rank(groups: &[Group], units: &[Unit], cards: &BTreeMap<UnitId, Scorecard>) -> Checked<Ranking> {
    let mut findings = Vec::new();
    let groups = groups.iter().map(|group| of_group(group, units, cards, &mut findings)).collect();
    Checked { value: Ranking { groups }, findings }
}

/// Ranked unit with all that decides its place.
struct Standing<'a> {
    unit: &'a Unit,
    card: &'a Scorecard,
    index: &'a Points,
    breaks: Vec<Option<Points>>,
}

impl Standing<'_> {
    /// Orders from the best down. `None`, a missing tie-break, is less than any value and so comes last.
    fn order(&self, other: &Self) -> Ordering {
        other.index.cmp(self.index).then_with(|| other.breaks.cmp(&self.breaks))
    }
}

/// Ranks one group.
fn of_group(group: &Group, units: &[Unit], cards: &BTreeMap<UnitId, Scorecard>, findings: &mut Vec<Finding>) -> GroupRanking {
    let members = || units.iter().filter(|unit| unit.group == group.id);
    let mut standings: Vec<Standing<'_>> = members()
        .filter_map(|unit| {
            let card = cards.get(&unit.id).filter(|card| card.submitted && card.ranked && unit.ranked)?;
            let index = card.index.as_ref()?;
            Some(Standing { unit, card, index, breaks: group.tie_breaks.iter().map(|id| tie_break(card, id)).collect() })
        })
        .collect();
    standings.sort_by(|one, other| one.order(other).then_with(|| one.unit.id.cmp(&other.unit.id)));

    let places = places(&standings);
    let mut rows: Vec<Row> = standings.iter().zip(places).map(|(standing, place)| ranked(group, standing, place)).collect();
    let placed: BTreeSet<&UnitId> = standings.iter().map(|standing| &standing.unit.id).collect();
    let mut rest: Vec<Row> = members().filter(|unit| !placed.contains(&unit.id)).map(|unit| listed(unit, cards)).collect();
    rest.sort_by(|one, other| one.status.cmp(&other.status).then_with(|| one.unit.cmp(&other.unit)));
    rows.extend(rest);

    let mean_index = mean(standings.iter().map(|standing| standing.index).collect());
    notes(group, &standings, findings);
    GroupRanking { group: group.clone(), mean_index, counted: standings.len(), area_means: area_means(&standings), rows }
}

/// Gives the exact mean; `None` of nothing.
fn mean(values: Vec<&Points>) -> Option<Points> {
    let counted = i64::try_from(values.len()).ok()?;
    values.into_iter().sum::<Points>().over(&Points::from(counted))
}

/// Gives the mean index of every area.
fn area_means(standings: &[Standing<'_>]) -> Vec<(CriterionId, Points)> {
    let mut indexes: BTreeMap<&CriterionId, Vec<&Points>> = BTreeMap::new();
    for node in standings.iter().flat_map(|standing| &standing.card.nodes).filter(|node| node.depth == 1) {
        indexes.entry(&node.id).or_default().extend(node.index.as_ref());
    }
    indexes.into_iter().filter_map(|(id, values)| Some((id.clone(), mean(values)?))).collect()
}

/// Gives the official points that a tie-break compares: of a criterion, or of a line outside the tree with its sign.
pub fn tie_break(card: &Scorecard, id: &CriterionId) -> Option<Points> {
    let node = card.nodes.iter().find(|node| &node.id == id).and_then(|node| node.official.clone());
    node.or_else(|| {
        let line = card.adjustments.iter().find(|line| &line.id == id)?;
        let official = line.official.as_ref()?;
        Some(if line.sign == Sign::Penalty { -official } else { official.clone() })
    })
}

/// Place of a unit, and whether others share it.
#[derive(Clone, Copy)]
struct Taken {
    place: usize,
    tied: bool,
}

/// Gives the places of standings in their order, where equals stand side by side.
fn places(standings: &[Standing<'_>]) -> Vec<Taken> {
    let mut places = Vec::with_capacity(standings.len());
    for equal in standings.chunk_by(|one, other| one.order(other).is_eq()) {
        let place = places.len() + 1;
        places.extend(equal.iter().map(|_| Taken { place, tied: equal.len() > 1 }));
    }
    places
}

/// Makes the row of a ranked unit.
fn ranked(group: &Group, standing: &Standing<'_>, taken: Taken) -> Row {
    Row {
        unit: standing.unit.id.clone(),
        status: Status::Ranked,
        place: Some(taken.place),
        tied: taken.tied,
        provisional: standing.card.is_provisional(),
        points: Some(standing.card.points.clone()),
        applicable_max: standing.card.applicable_max.clone(),
        index: Some(standing.index.clone()),
        grade: group.grade(standing.index).map(|band| band.name.clone()),
    }
}

/// Makes the row of a unit that takes no place.
fn listed(unit: &Unit, cards: &BTreeMap<UnitId, Scorecard>) -> Row {
    let card = cards.get(&unit.id);
    let scored = card.filter(|card| card.submitted);
    Row {
        unit: unit.id.clone(),
        status: if scored.is_some() { Status::Unranked } else { Status::NotSubmitted },
        place: None,
        tied: false,
        provisional: scored.is_some_and(Scorecard::is_provisional),
        points: scored.map(|card| card.points.clone()),
        applicable_max: card.map(|card| card.applicable_max.clone()).unwrap_or_default(),
        index: scored.and_then(|card| card.index.clone()),
        grade: None,
    }
}

/// Says what a reader of the table would wonder at.
fn notes(group: &Group, standings: &[Standing<'_>], findings: &mut Vec<Finding>) {
    let name = &group.name;
    if standings.is_empty() {
        findings.push(Finding::new(
            &codes::NOBODY_RANKED,
            text!("Khối “{name}” không có đơn vị nào được xếp hạng.", "Group “{name}” has nobody to rank."),
        ));
    }
    for tie in standings.chunk_by(|one, other| one.order(other).is_eq()).filter(|tie| tie.len() > 1) {
        let Some(first) = tie.first() else { continue };
        let place = standings.partition_point(|other| other.order(first).is_lt()) + 1;
        let (units, printed, en) = (names(tie), group.rounding.vietnamese(first.index), group.rounding.machine(first.index));
        findings.push(Finding::new(
            &codes::TIED,
            text!(
                "{units} đồng hạng {place} của khối “{name}”, cùng chỉ số {printed}%.",
                "{units} share place {place} of group “{name}”, with an index of {en}%."
            ),
        ));
    }
    let equal_index = standings.chunk_by(|one, other| one.index == other.index);
    for units in equal_index.filter(|units| units.first().zip(units.last()).is_some_and(|(one, last)| one.order(last).is_lt())) {
        let Some(first) = units.first() else { continue };
        let breaks: Vec<String> = group.tie_breaks.iter().map(|id| format!("“{id}”")).collect();
        let (units, breaks, printed) = (names(units), breaks.join(", "), group.rounding.vietnamese(first.index));
        let en = group.rounding.machine(first.index);
        findings.push(Finding::new(
            &codes::TIE_BROKEN,
            text!(
                "{units} cùng chỉ số {printed}% ở khối “{name}”; thứ hạng xét theo điểm của tiêu chí {breaks}.",
                "{units} have the same index, {en}%, in group “{name}”; their places follow the points of {breaks}."
            ),
        ));
    }
    let printed = |standing: &Standing<'_>| group.rounding.print(standing.index);
    for units in standings.chunk_by(|one, other| printed(one) == printed(other)) {
        let Some((first, last)) = units.first().zip(units.last()).filter(|(first, last)| first.index != last.index) else { continue };
        let (units, printed, en) = (names(units), group.rounding.vietnamese(first.index), group.rounding.machine(first.index));
        let more = (group.rounding.decimals..=12)
            .find(|n| first.index.round(*n, group.rounding.mode) != last.index.round(*n, group.rounding.mode));
        let more = more.unwrap_or(12);
        let (high, low) = (first.index.fixed(more, group.rounding.mode), last.index.fixed(more, group.rounding.mode));
        let (high_vi, low_vi) = (crate::points::vietnamese(&high), crate::points::vietnamese(&low));
        findings.push(Finding::new(
            &codes::PRINTED_EQUAL,
            text!(
                "{units} cùng in ra {printed}% ở khối “{name}” nhưng khác hạng, vì chỉ số chưa làm tròn khác nhau ({high_vi}% và {low_vi}%).",
                "{units} are printed with the same index, {en}%, in group “{name}” and differ in place, as their exact indexes do ({high}% and {low}%)."
            ),
        ));
    }
}

/// Lists units by name, in quotes.
fn names(standings: &[Standing<'_>]) -> String {
    standings.iter().map(|standing| format!("“{}”", standing.unit.name)).collect::<Vec<_>>().join(", ")
}
