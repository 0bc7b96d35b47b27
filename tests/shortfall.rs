//! What a unit fell short of: exactly as many points as reach the next place or grade.

use std::collections::{BTreeMap, BTreeSet};

use parindex::assessment::{Stage, Unit};
use parindex::award::{AwardRule, Condition, Measure, shortlist};
use parindex::criteria::{self, CriteriaSet};
use parindex::figure::{AwardId, UnitId};
use parindex::points::{Points, Rounding, RoundingMode};
use parindex::ranking::{Group, GroupRanking, TieBreak, rank};
use parindex::scoring::{Node, Scorecard, Stages, Trace};
use parindex::shortfall::{self, Aim, Others, Shortfall, Unproposed};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::award::{at_least, award};
use crate::folder::Folder;
use crate::form::Opened;
use crate::ranking::{card, group, points, unit};

/// Makes a set of leaves of 10 points.
fn set(leaves: usize) -> CriteriaSet {
    let leaf = |n: usize| format!("  - {{ id: \"{n}\", name: Tiêu chí, max: 10, rule: {{ given: {{ by: unit }} }} }}\n");
    let yaml: String = (1..=leaves).map(leaf).collect();
    let yaml = format!("set: mau\ntitle: Bộ tiêu chí\nstatus: model\ntotal: {}\ncriteria:\n{yaml}", leaves * 10);
    criteria::read(&yaml, "set.yaml").value.unwrap()
}

/// Makes the card of a unit of its points.
fn scored(id: &str, of: &[Points]) -> Scorecard {
    let trace = || {
        let (withheld, applies, corrections, required) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let reached = Some(Stage::Accepted);
        Some(Box::new(Trace {
            outcome: None,
            withheld,
            excused: None,
            applies,
            corrections,
            required,
            reached,
            over_claim: None,
            refused: BTreeSet::new(),
            declared_out: false,
        }))
    };
    let node = |(n, official): (usize, &Points)| Node {
        id: (n + 1).to_string().as_str().into(),
        depth: 1,
        max: points("10"),
        weight: Points::one(),
        applicable: true,
        applicable_max: points("10"),
        stages: Stages::default(),
        official: Some(official.clone()),
        index: None,
        trace: trace(),
    };
    let nodes: Vec<Node> = of.iter().enumerate().map(node).collect();
    let max = Points::from(10 * i64::try_from(of.len()).unwrap());
    Scorecard { nodes, ..card(id, &of.iter().sum(), &max, None) }
}

/// Ranks units named u0, u1 ….
fn ranked(group: &Group, rows: &[Vec<Points>]) -> (GroupRanking, BTreeMap<UnitId, Scorecard>) {
    let cards: Vec<Scorecard> = rows.iter().enumerate().map(|(n, row)| scored(&format!("u{n}"), row)).collect();
    let units: Vec<Unit> = cards.iter().map(|card| unit(card.unit.as_str(), group.id.as_str())).collect();
    let cards: BTreeMap<UnitId, Scorecard> = cards.into_iter().map(|card| (card.unit.clone(), card)).collect();
    (rank(std::slice::from_ref(group), &units, &cards, &BTreeMap::new()).value.groups[0].clone(), cards)
}

/// Says what a unit fell short of.
fn of(unit: usize, ranking: &GroupRanking, cards: &BTreeMap<UnitId, Scorecard>, set: &CriteriaSet) -> Shortfall {
    let id = UnitId::from(format!("u{unit}").as_str());
    let row = ranking.rows.iter().find(|row| row.unit == id).unwrap();
    let others = Others { place: &|_| None, shortlists: &[] };
    shortfall::of(row, &cards[&id], ranking, set, others).unwrap()
}

/// Gives place and grade of a unit once it has so many points more, whichever leaves they are of.
fn with(unit: usize, more: &Points, group: &Group, rows: &[Vec<Points>]) -> (usize, Option<String>) {
    let mut rows = rows.to_vec();
    let mut left = more.clone();
    for points in &mut rows[unit] {
        let added = (&Points::from(10) - points).min(left.clone());
        *points += &added;
        left = &left - &added;
    }
    let (ranking, _) = ranked(group, &rows);
    let row = ranking.rows.iter().find(|row| row.unit.as_str() == format!("u{unit}")).unwrap();
    (row.place.unwrap(), row.grade.clone())
}

#[test]
fn points_to_the_next_place_and_grade_are_those_by_hand() {
    let row = |texts: [&str; 2]| texts.map(points).to_vec();
    // Indexes 85, 77.5 and 50 of 20 points; Tốt from 80, Khá from 70.
    let (ranking, cards) = ranked(&group("A", 2), &[row(["9", "8"]), row(["8", "7.5"]), row(["10", "0"])]);
    let set = set(2);
    let said = |unit: usize| {
        let found = of(unit, &ranking, &cards, &set);
        let goal = |goal: &shortfall::Goal| {
            let aim = match &goal.aim {
                Aim::Place(place) => place.to_string(),
                Aim::Grade(grade) => grade.clone(),
                Aim::Award(award) => award.to_string(),
            };
            let ids: Vec<&str> = goal.enough.iter().map(parindex::figure::CriterionId::as_str).collect();
            format!("{aim}: {} by {}", goal.needs.as_ref().map_or("none".into(), Points::plain), ids.join(" "))
        };
        found.goals.iter().map(goal).collect::<Vec<_>>()
    };
    assert_eq!(said(0), Vec::<String>::new());
    // 15.5 points to 17; the printed index 80.00 is reached at 79.995, 15.999 points, so with 0.5.
    assert_eq!(said(1), ["1: 1.5 by 2", "Tốt: 0.5 by 2"]);
    assert_eq!(said(2), ["2: 5.5 by 2", "Khá: 4 by 2"]);
}

#[test]
fn where_full_points_are_not_enough_nothing_is_named() {
    let ten = points("10");
    let mut group = group("A", 2);
    group.tie_breaks = vec![TieBreak::Points("1".into())];
    // Both have all points that there are but one who is first by a tie-break could not be passed.
    let rows = [vec![ten.clone(), ten.clone()], vec![points("9"), ten]];
    let (ranking, cards) = ranked(&group, &rows);
    let found = of(1, &ranking, &cards, &set(2));
    assert_eq!((found.goals[0].needs.clone(), found.goals[0].enough.len()), (None, 0));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, rng_seed: RngSeed::Fixed(2018), ..ProptestConfig::default() })]

    /// The points named reach the goal; one step less does not; fewer leaves than named don't come to them.
    #[test]
    fn the_points_named_are_exactly_enough(
        rows in proptest::collection::vec(proptest::collection::vec((0_i64..=30, 1_i64..=7), 3), 2..6),
        decimals in 0_u8..3,
        truncate: bool,
    ) {
        let rows: Vec<Vec<Points>> = rows
            .iter()
            .map(|row| row.iter().map(|(n, d)| Points::from(*n.min(&(10 * d))).over(&Points::from(*d)).unwrap()).collect())
            .collect();
        let mut group = group("A", decimals);
        let mode = if truncate { RoundingMode::Truncate } else { RoundingMode::HalfUp };
        group.rounding = Rounding { decimals, mode, ..Rounding::default() };
        let (ranking, cards) = ranked(&group, &rows);
        let set = set(3);
        let step = Points::one().over(&Points::from(10_i64.pow(decimals.into()))).unwrap();
        for unit in 0..rows.len() {
            let now = with(unit, &Points::zero(), &group, &rows);
            let found = of(unit, &ranking, &cards, &set);
            let lost: Points = found.lost.iter().map(|one| &one.points).sum();
            for goal in &found.goals {
                let reaches = |more: &Points| match &goal.aim {
                    Aim::Place(_) => with(unit, more, &group, &rows).0 < now.0,
                    Aim::Grade(_) | Aim::Award(_) => with(unit, more, &group, &rows).1 != now.1,
                };
                let Some(needs) = &goal.needs else {
                    prop_assert!(!reaches(&lost));
                    continue;
                };
                prop_assert!(reaches(needs), "{goal:?}");
                prop_assert!(!reaches(&(needs - &step)), "{goal:?}");
                let worth = |n: usize| -> Points {
                    let mut all: Vec<Points> = found.lost.iter().map(|one| one.points.clone()).collect();
                    all.sort_by(|one, other| other.cmp(one));
                    all.iter().take(n).sum()
                };
                prop_assert!(worth(goal.enough.len()) >= *needs || goal.enough.len() == found.lost.len());
                prop_assert!(worth(goal.enough.len() - 1) < *needs);
            }
        }
    }
}

/// Ranks units of two groups, each of its points at three leaves, decides on awards, and says of a unit which are missed and which
/// not.
fn proposed(rows: &[(usize, Vec<Points>)], rules: &[AwardRule], of_unit: usize) -> (Vec<Unproposed>, Vec<AwardId>) {
    let groups = [group("A", 1), group("B", 1)];
    let cards: Vec<Scorecard> = rows.iter().enumerate().map(|(n, (_, row))| scored(&format!("u{n}"), row)).collect();
    let units: Vec<Unit> = cards.iter().zip(rows).map(|(card, (at, _))| unit(card.unit.as_str(), groups[*at].id.as_str())).collect();
    let cards: BTreeMap<UnitId, Scorecard> = cards.into_iter().map(|card| (card.unit.clone(), card)).collect();
    let ranking = rank(&groups, &units, &cards, &BTreeMap::new()).value;
    let shortlists = shortlist(rules, &ranking, &units, &BTreeMap::new()).value;
    let place = |unit: &UnitId| {
        let rows = ranking.groups.iter().flat_map(|group| group.rows.iter().map(move |row| (group, row)));
        rows.into_iter().find(|(_, row)| row.unit == *unit)
    };
    let id = UnitId::from(format!("u{of_unit}").as_str());
    let (own, row) = place(&id).unwrap();
    let found = shortfall::of(row, &cards[&id], own, &set(3), Others { place: &place, shortlists: &shortlists }).unwrap();
    let chosen = shortlists.iter().filter(|list| list.chosen.contains(&id)).map(|list| list.award.id.clone());
    (found.awards, chosen.collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, rng_seed: RngSeed::Fixed(2018), ..ProptestConfig::default() })]

    /// With the points named a unit is proposed; with one printed step less it is not; and where none are named, full points do
    /// not help.
    #[test]
    fn the_points_named_are_exactly_enough_for_an_award(
        rows in proptest::collection::vec((0_usize..2, proptest::collection::vec((0_i64..=20, 1_i64..=2), 3)), 3..8),
        quota in 1_usize..4,
        (least, place) in (5_u8..10, 1_usize..4),
        (kept, per_group) in (0_usize..2, any::<bool>()),
    ) {
        let rows: Vec<(usize, Vec<Points>)> = rows
            .iter()
            .map(|(at, row)| (*at, row.iter().map(|(n, d)| Points::from(*n.min(&(10 * d))).over(&Points::from(*d)).unwrap()).collect()))
            .collect();
        let index = at_least(Measure::Index, &(10 * least).to_string());
        let among = Condition::Within { of: Measure::Place, at_least: None, at_most: Some(Points::from(i64::try_from(place).unwrap())) };
        let better = Condition::Grade(vec!["Tốt".into(), "Khá".into()]);
        let rules = [
            AwardRule { conditions: vec![among], ..award("first", &["A", "B"], 1) },
            AwardRule { conditions: vec![index], per_group, ..award("second", &["A", "B"], quota) },
            AwardRule { conditions: vec![better, Condition::NotProposed(vec!["first".into()])], ..award("third", &["A", "B"], quota) },
            AwardRule { reserved: vec![("B".into(), kept)], ..award("fourth", &["A", "B"], quota) },
        ];
        for unit in 0..rows.len() {
            let chosen_with = |more: &Points, award: &AwardId| {
                let mut rows = rows.clone();
                let mut left = more.clone();
                for points in &mut rows[unit].1 {
                    let added = (&Points::from(10) - points).min(left.clone());
                    *points += &added;
                    left = &left - &added;
                }
                proposed(&rows, &rules, unit).1.contains(award)
            };
            let lost: Points = rows[unit].1.iter().map(|points| &Points::from(10) - points).sum();
            let (missed, chosen) = proposed(&rows, &rules, unit);
            prop_assert_eq!(missed.len() + chosen.len(), 4);
            for one in &missed {
                let Some(goal) = &one.by_points else {
                    // Whoever could have the first gets no third; and a tie at the edge of places that are kept is not for points.
                    prop_assert!(["third", "fourth"].contains(&one.award.as_str()), "{:?}", one);
                    continue;
                };
                match &goal.needs {
                    None => prop_assert!(!chosen_with(&lost, &one.award), "{:?}", one),
                    Some(needs) => {
                        prop_assert!(chosen_with(needs, &one.award), "{:?} {:?}", one, rows);
                        prop_assert!(!chosen_with(&(needs - &points("0.1")), &one.award), "{:?} {:?}", one, rows);
                    }
                }
            }
        }
    }
}

#[test]
fn a_unit_reads_it_in_its_own_report() {
    let folder = Folder::base();
    assert!([0, 3].contains(&folder.run("run . -q").code));
    let page = Opened::new(std::fs::read(folder.path("reports/don-vi/so-b.xlsx")).unwrap()).texts("Kết quả").join("\n");
    for words in ["Cần thêm bao nhiêu điểm để lên hạng, lên loại", "Lên hạng 1", "Cần thêm (điểm)", "Mất điểm ở đâu, vì sao"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
}
