//! The order of a group: exact index, then tie-breaks, then nothing: a tie stands.
//!
//! Source: [meanings](crate#meanings) 4, 5, 23.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::tie::explain;
use super::{Group, GroupRanking, Merits, Ranking, Row, Status, TieBreak, group_in_sentence};
use crate::assessment::Unit;
use crate::figure::{CriterionId, UnitId};
use crate::finding::{Checked, Finding, ranking as codes};
use crate::points::Points;
use crate::scoring::Scorecard;
use crate::text;
use crate::text::{Text, capital};

/// Ranks the units of every group, 1-2-2-4.
///
/// Places compare exact indexes, then the group's tie-breaks, where a unit without a value comes last; grades read the
/// printed index. A unit without a scorecard counts as one that sent nothing. `merits` holds what tie-breaks look at beside
/// scores. Findings: K001 to K004.
pub fn rank(groups: &[Group], units: &[Unit], cards: &BTreeMap<UnitId, Scorecard>, merits: &BTreeMap<UnitId, Merits>) -> Checked<Ranking> {
    let mut findings = Vec::new();
    let groups = groups.iter().map(|group| of_group(group, units, cards, merits, &mut findings)).collect();
    Checked { value: Ranking { groups }, findings }
}

/// Ranked unit with all that decides its place.
struct Standing<'a> {
    unit: &'a Unit,
    card: &'a Scorecard,
    index: &'a Points,
    row: Row,
}

/// Orders units of a group from the best down.
fn order(group: &Group, one: &Standing<'_>, other: &Standing<'_>) -> Ordering {
    other.index.cmp(one.index).then_with(|| group.break_tie(&one.row, &other.row))
}

/// Ranks one group.
fn of_group(
    group: &Group,
    units: &[Unit],
    cards: &BTreeMap<UnitId, Scorecard>,
    merits: &BTreeMap<UnitId, Merits>,
    findings: &mut Vec<Finding>,
) -> GroupRanking {
    let members = || units.iter().filter(|unit| unit.group == group.id);
    let nothing = Merits::default();
    let mut standings: Vec<Standing<'_>> = members()
        .filter_map(|unit| {
            let card = cards.get(&unit.id).filter(|card| card.submitted && card.ranked && unit.ranked)?;
            let index = card.index.as_ref()?;
            let merits = merits.get(&unit.id).unwrap_or(&nothing);
            Some(Standing { unit, card, index, row: ranked(group, unit, card, index, merits) })
        })
        .collect();
    standings.sort_by(|one, other| order(group, one, other).then_with(|| one.unit.id.cmp(&other.unit.id)));
    take_places(group, &mut standings);

    let mut rows: Vec<Row> = standings.iter().map(|standing| standing.row.clone()).collect();
    let placed: BTreeMap<&UnitId, &str> = standings.iter().map(|standing| (&standing.unit.id, standing.unit.name.as_str())).collect();
    let ties = explain(group, &rows, &|unit| placed.get(unit).map_or_else(|| unit.to_string(), |name| (*name).to_owned()));
    for (row, ties) in rows.iter_mut().zip(ties) {
        row.ties = ties;
    }
    let mut rest: Vec<Row> = members().filter(|unit| !placed.contains_key(&unit.id)).map(|unit| listed(unit, cards)).collect();
    rest.sort_by(|one, other| one.status.cmp(&other.status).then_with(|| one.unit.cmp(&other.unit)));
    rows.extend(rest);

    let mean_index = mean(standings.iter().map(|standing| standing.index).collect());
    let noted = findings.len();
    notes(group, &standings, findings);
    let remarks = findings.iter().skip(noted).map(|finding| finding.message.clone()).collect();
    let indexes = area_indexes(&standings);
    GroupRanking {
        group: group.clone(),
        mean_index,
        counted: standings.len(),
        area_means: of_areas(&indexes, mean),
        area_bests: of_areas(&indexes, |indexes| indexes.into_iter().max().cloned()),
        rows,
        remarks,
    }
}

/// Gives the exact mean; `None` of nothing.
fn mean(values: Vec<&Points>) -> Option<Points> {
    let counted = i64::try_from(values.len()).ok()?;
    values.into_iter().sum::<Points>().over(&Points::from(counted))
}

/// Gives the indexes of the ranked units by area.
fn area_indexes<'a>(standings: &[Standing<'a>]) -> BTreeMap<&'a CriterionId, Vec<&'a Points>> {
    let mut indexes: BTreeMap<&CriterionId, Vec<&Points>> = BTreeMap::new();
    for node in standings.iter().flat_map(|standing| &standing.card.nodes).filter(|node| node.depth == 1) {
        indexes.entry(&node.id).or_default().extend(node.index.as_ref());
    }
    indexes
}

/// Gives what the indexes of each area come to, of areas that apply to any ranked unit.
fn of_areas(
    indexes: &BTreeMap<&CriterionId, Vec<&Points>>,
    come_to: impl Fn(Vec<&Points>) -> Option<Points>,
) -> Vec<(CriterionId, Points)> {
    indexes.iter().filter_map(|(id, values)| Some(((*id).clone(), come_to(values.clone())?))).collect()
}

/// Gives places to standings in their order, where equals stand side by side.
fn take_places(group: &Group, standings: &mut [Standing<'_>]) {
    let mut place = 1;
    for equal in standings.chunk_by_mut(|one, other| order(group, one, other).is_eq()) {
        let (here, tied) = (place, equal.len() > 1);
        place += equal.len();
        for standing in equal {
            standing.row.place = Some(here);
            standing.row.tied = tied;
        }
    }
}

/// Makes the row of a ranked unit, its place still open.
fn ranked(group: &Group, unit: &Unit, card: &Scorecard, index: &Points, merits: &Merits) -> Row {
    Row {
        unit: unit.id.clone(),
        status: Status::Ranked,
        place: None,
        tied: false,
        provisional: card.is_provisional(),
        points: Some(card.points.clone()),
        applicable_max: card.applicable_max.clone(),
        index: Some(index.clone()),
        grade: group.grade(index).map(|band| band.name.clone()),
        tie_breaks: group.tie_breaks.iter().map(|by| by.value(card, merits)).collect(),
        ties: Vec::new(),
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
        tie_breaks: Vec::new(),
        ties: Vec::new(),
    }
}

/// Says what a reader of the table would wonder at.
fn notes(group: &Group, standings: &[Standing<'_>], findings: &mut Vec<Finding>) {
    let (name, named) = (&group.name, group_in_sentence(&group.name));
    if standings.is_empty() {
        let begun = capital(&named);
        findings.push(Finding::new(
            &codes::NOBODY_RANKED,
            text!("{begun} không có đơn vị nào được xếp hạng.", "Group “{name}” has nobody to rank."),
        ));
    }
    for tie in standings.chunk_by(|one, other| order(group, one, other).is_eq()).filter(|tie| tie.len() > 1) {
        let Some(first) = tie.first() else { continue };
        let place = standings.partition_point(|other| order(group, other, first).is_lt()) + 1;
        let (units, printed, en) = (names(tie), group.rounding.vietnamese(first.index), group.rounding.machine(first.index));
        findings.push(Finding::new(
            &codes::TIED,
            text!(
                "{units} đồng hạng {place} của {named}, cùng chỉ số {printed}%.",
                "{units} share place {place} of group “{name}”, with an index of {en}%."
            ),
        ));
    }
    let equal_index = standings.chunk_by(|one, other| one.index == other.index);
    for units in equal_index.filter(|units| units.first().zip(units.last()).is_some_and(|(one, last)| order(group, one, last).is_lt())) {
        let Some(first) = units.first() else { continue };
        // As far as they were needed to tell these apart.
        let apart = |(one, other): (&Standing<'_>, &Standing<'_>)| {
            one.row.tie_breaks.iter().zip(&other.row.tie_breaks).position(|(one, other)| one != other)
        };
        let needed = units.iter().zip(units.iter().skip(1)).filter_map(apart).max().map_or(0, |at| at + 1);
        let breaks = Text::join(&group.tie_breaks.iter().take(needed).map(TieBreak::name).collect::<Vec<_>>(), "; ");
        let (breaks_vi, breaks_en) = (breaks.vi, breaks.en);
        let (units, printed) = (names(units), group.rounding.vietnamese(first.index));
        let en = group.rounding.machine(first.index);
        findings.push(Finding::new(
            &codes::TIE_BROKEN,
            text!(
                "{units} cùng chỉ số {printed}% ở {named}; thứ hạng xét theo {breaks_vi}.",
                "{units} have the same index, {en}%, in group “{name}”; their places follow: {breaks_en}."
            ),
        ));
    }
    let printed = |standing: &Standing<'_>| group.rounding.print(standing.index);
    for units in standings.chunk_by(|one, other| printed(one) == printed(other)) {
        let Some((first, _)) = units.first().zip(units.last()).filter(|(first, last)| first.index != last.index) else { continue };
        let pairs = || units.iter().zip(units.iter().skip(1)).filter(|(one, other)| one.index != other.index);
        let more = pairs().map(|(one, other)| group.rounding.decimals_apart(one.index, other.index)).max().unwrap_or_default();
        let each = std::iter::once(first.index).chain(pairs().map(|(_, other)| other.index));
        let each: Vec<String> = each.map(|index| index.fixed(more, group.rounding.mode)).collect();
        let listed = |each: &[String], and: &str| match each {
            [first, last] => format!("{first} {and} {last}"),
            _ => each.join("; "),
        };
        let each_vi: Vec<String> = each.iter().map(|index| format!("{}%", crate::points::vietnamese(index))).collect();
        let each_en: Vec<String> = each.iter().map(|index| format!("{index}%")).collect();
        let (each_vi, each_en) = (listed(&each_vi, "và"), listed(&each_en, "and"));
        let (units, printed, en) = (names(units), group.rounding.vietnamese(first.index), group.rounding.machine(first.index));
        findings.push(Finding::new(
            &codes::PRINTED_EQUAL,
            text!(
                "{units} cùng có chỉ số làm tròn {printed}% ở {named} nhưng khác hạng, vì chỉ số chưa làm tròn khác nhau ({each_vi}).",
                "{units} are printed with the same index, {en}%, in group “{name}” and differ in place, as their exact indexes do ({each_en})."
            ),
        ));
    }
}

/// Lists units by name, in quotes.
fn names(standings: &[Standing<'_>]) -> String {
    standings.iter().map(|standing| format!("“{}”", standing.unit.name)).collect::<Vec<_>>().join(", ")
}
