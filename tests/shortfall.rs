//! What a unit fell short of: exactly as many points as reach the next place or grade.

mod instead;

use std::collections::{BTreeMap, BTreeSet};

use parindex::assessment::{Stage, Unit};
use parindex::award::{AwardRule, Condition, Facts, Measure, shortlist};
use parindex::criteria::{self, CriteriaSet, Otherwise, Requirement, Sign};
use parindex::figure::{AwardId, UnitId};
use parindex::points::{Points, Rounding, RoundingMode};
use parindex::ranking::{Group, GroupRanking, Merit, TieBreak, rank};
use parindex::scoring::{AdjustmentScore, Node, Required, Scorecard, Stages, Trace};
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
            turns: parindex::figure::SmallMap::new(),
            conditioned: parindex::figure::SmallMap::new(),
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
    let others = Others { place: &|_| None, progress: &|_, _| None, shortlists: &[] };
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
    assert_eq!((found.goals[0].needs.clone(), found.goals[0].enough.len(), found.goals[0].is_bound), (None, 0, true));
}

/// Where equals are told apart by something else, the points are a bound: one step less may do, and that is said.
#[test]
fn at_an_equal_index_the_points_are_a_bound() {
    let mut group = group("A", 2);
    let rows = [vec![points("9"), points("9")], vec![points("5"), points("9")], vec![points("5"), points("8.995")]];
    let goal = |group: &Group, unit: usize| {
        let (ranking, cards) = ranked(group, &rows);
        let found = of(unit, &ranking, &cards, &set(2)).goals[0].clone();
        (found.needs.unwrap().plain(), found.is_bound)
    };
    assert_eq!(goal(&group, 1), ("4".into(), false));
    group.tie_breaks = vec![TieBreak::Points("1".into())];
    assert_eq!(goal(&group, 1), ("4.01".into(), true));
    // Half a step away nobody is equal.
    assert_eq!(goal(&group, 2), ("0.01".into(), false));
}

/// A criterion that a condition of the set keeps at 0 brings nothing by itself: what it waits for is named.
#[test]
fn a_criterion_that_waits_for_another_is_not_the_cure() {
    let rows = [vec![points("9"), points("9"), points("5")], vec![points("7"), points("0"), points("5")]];
    let (ranking, mut cards) = ranked(&group("A", 2), &rows);
    let gated = &mut cards.get_mut(&UnitId::from("u1")).unwrap().nodes[1];
    gated.stages.accepted = Some(points("8"));
    let requirement = Requirement::Index { criterion: "1".into(), at_least: points("80") };
    let (value, holds) = (Some(points("70")), Some(false));
    let required = Required {
        of: "2".into(),
        requirement,
        otherwise: Otherwise::Zero,
        value,
        most: None,
        waits_for_others: false,
        holds,
        source: None,
        overruled: false,
    };
    gated.trace.as_mut().unwrap().required = vec![required];
    let found = of(1, &ranking, &cards, &set(3));
    let ids = |ids: &[parindex::figure::CriterionId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let goal = &found.goals[0];
    assert_eq!((goal.needs.clone(), ids(&goal.enough), ids(&goal.opened)), (Some(points("11")), "1".into(), "2".into()));
    // A figure that keeps it at 0 is nothing that points move.
    let requirement = Requirement::Figure { figure: "so".into(), at_most: points("0") };
    cards.get_mut(&UnitId::from("u1")).unwrap().nodes[1].trace.as_mut().unwrap().required[0].requirement = requirement;
    let found = of(1, &ranking, &cards, &set(3));
    assert_eq!((found.goals[0].needs.clone(), ids(&found.goals[0].enough)), (Some(points("11")), String::new()));
}

/// A criterion that reaches the goal by less than a printed step is enough alone.
#[test]
fn no_second_criterion_is_named_for_part_of_a_step() {
    let rows = [vec![points("10"), points("9.98")], vec![points("9.95"), points("9.99")]];
    let (ranking, cards) = ranked(&group("A", 1), &rows);
    let goal = of(1, &ranking, &cards, &set(2)).goals[0].clone();
    assert_eq!((goal.needs, goal.enough), (Some(points("0.1")), vec!["1".into()]));
}

/// What a penalty took is lost, and is part of what would do.
#[test]
fn points_lost_by_a_penalty_are_named() {
    let rows = [vec![points("9"), points("10")], vec![points("10"), points("10")]];
    let (mut ranking, mut cards) = ranked(&group("A", 2), &rows);
    let card = cards.get_mut(&UnitId::from("u1")).unwrap();
    let line = |id: &str, official: &str| AdjustmentScore {
        id: id.into(),
        sign: Sign::Penalty,
        stages: Stages::default(),
        official: Some(points(official)),
        trace: None,
    };
    (card.adjustments, card.adjusted, card.lateness) = (vec![line("P1", "2")], Some(points("-3")), Some(points("1")));
    // 17 of 20 points.
    for row in &mut ranking.rows {
        let is_first = row.unit.as_str() == "u0";
        (row.place, row.index) = if is_first { (Some(1), Some(points("95"))) } else { (Some(2), Some(points("85"))) };
    }
    let found = of(1, &ranking, &cards, &set(2));
    let lost: Vec<String> = found.lost.iter().map(|one| format!("{} {:?} {}", one.criterion, one.source, one.points.plain())).collect();
    assert_eq!(lost, ["P1 Penalty 2", "– Lateness 1"]);
    assert_eq!((found.goals[0].needs.clone(), found.goals[0].enough.clone()), (Some(points("2")), vec!["P1".into()]));
}

/// Every award says points, or that none would do, or that nobody knows.
#[test]
fn conditions_on_single_criteria_ask_for_points_there() {
    let rows = [(0, vec![points("9"), points("9"), points("9")]), (0, vec![points("8"), points("0"), points("4")])];
    let least = |least: &str| Condition::Within { of: Measure::CriterionPoints("3".into()), at_least: Some(points(least)), at_most: None };
    let with = |condition: Condition, quota: usize| {
        let facts: BTreeMap<UnitId, Facts> = rows
            .iter()
            .enumerate()
            .map(|(n, (_, row))| {
                let criteria =
                    row.iter().enumerate().map(|(n, points)| ((n + 1).to_string().as_str().into(), (Some(points.clone()), None)));
                (format!("u{n}").as_str().into(), Facts { criteria: criteria.collect(), ..Facts::default() })
            })
            .collect();
        let rules = [AwardRule { conditions: vec![condition], ..award("co", &["A", "B"], quota) }];
        let (missed, _) = proposed_of(&rows, &rules, 1, &facts, &BTreeMap::new());
        let one = missed.into_iter().next().unwrap();
        match one.by_points {
            Some(goal) => {
                let ids: Vec<&str> = goal.enough.iter().map(parindex::figure::CriterionId::as_str).collect();
                format!("{} by {}", goal.needs.map_or("none".into(), |needs| needs.plain()), ids.join(" "))
            }
            None if one.not_by_points => "not by points".into(),
            None => "unknown".into(),
        }
    };
    assert_eq!(with(least("5.5"), 2), "1.5 by 3");
    assert_eq!(with(Condition::NotZero(vec!["2".into()]), 2), "0.1 by 2");
    assert_eq!(with(Condition::NotZero(vec!["1".into(), "2".into()]), 2), "0.1 by 2");
    assert_eq!(with(least("11"), 2), "not by points");
    assert_eq!(with(Condition::AppraisalFinal, 2), "not by points");
    assert_eq!(with(least("3"), 0), "none by ");
    // The place of the first takes more than the criterion: 15.1 points, of which 10 and 6 are lost at 2 and 3.
    assert_eq!(with(least("5.5"), 1), "15.1 by 2 3");
}

/// Where an award that is decided before might take the unit, nothing is promised: neither by the points nor by full criteria.
#[test]
fn what_another_award_may_take_is_not_promised() {
    let rows = [
        (0, vec![points("10"), points("10"), points("9")]),
        (0, vec![points("9"), points("9"), points("9")]),
        (0, vec![points("5"), points("9"), points("9")]),
    ];
    let by_points = AwardRule { order: vec![Measure::Points], ..award("first", &["A"], 1) };
    let by_other = AwardRule { order: vec![Measure::CriterionPoints("1".into())], ..award("first", &["A"], 1) };
    let second = || AwardRule { conditions: vec![Condition::NotProposed(vec!["first".into()])], ..award("second", &["A"], 1) };
    let told = |rows: &[(usize, Vec<Points>)], first: &AwardRule| {
        let (missed, _) = proposed(rows, &[first.clone(), second()], 2);
        let one = missed.into_iter().find(|one| one.award.as_str() == "second").unwrap();
        one.by_points.and_then(|goal| goal.needs).map(|needs| needs.plain())
    };
    // 4.1 points pass the second and not the first; full points at 1 come to 28 of 30, one less than the first has.
    assert_eq!(told(&rows, &by_points), Some("4.1".into()));
    assert_eq!(told(&rows, &by_other), None);
    let close = [(0, vec![points("10"), points("9"), points("9")]), rows[1].clone(), rows[2].clone()];
    assert_eq!(told(&close, &by_points), None);
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
                prop_assert!(reaches(&worth(goal.enough.len())), "{goal:?}");
                prop_assert!(!reaches(&worth(goal.enough.len() - 1)), "{goal:?}");
            }
        }
    }
}

/// Ranks units of two groups, each of its points at three leaves, decides on awards, and says of a unit which are missed and which
/// not.
fn proposed(rows: &[(usize, Vec<Points>)], rules: &[AwardRule], of_unit: usize) -> (Vec<Unproposed>, Vec<AwardId>) {
    proposed_of(rows, rules, of_unit, &BTreeMap::new(), &BTreeMap::new())
}

/// Does the same with what is known of units, and their indexes of last year.
fn proposed_of(
    rows: &[(usize, Vec<Points>)],
    rules: &[AwardRule],
    of_unit: usize,
    facts: &BTreeMap<UnitId, Facts>,
    last: &BTreeMap<UnitId, Points>,
) -> (Vec<Unproposed>, Vec<AwardId>) {
    let groups = [group("A", 1), group("B", 1)];
    let cards: Vec<Scorecard> = rows.iter().enumerate().map(|(n, (_, row))| scored(&format!("u{n}"), row)).collect();
    let units: Vec<Unit> = cards.iter().zip(rows).map(|(card, (at, _))| unit(card.unit.as_str(), groups[*at].id.as_str())).collect();
    let cards: BTreeMap<UnitId, Scorecard> = cards.into_iter().map(|card| (card.unit.clone(), card)).collect();
    let ranking = rank(&groups, &units, &cards, &BTreeMap::new()).value;
    let progress = |unit: &UnitId, index: &Points| Some(index - last.get(unit)?);
    let mut facts = facts.clone();
    for row in ranking.groups.iter().flat_map(|group| &group.rows) {
        if let Some(rise) = row.index.as_ref().and_then(|index| progress(&row.unit, index)) {
            facts.entry(row.unit.clone()).or_default().merits.progress = Some(rise);
        }
    }
    let shortlists = shortlist(rules, &ranking, &units, &facts).value;
    let place = |unit: &UnitId| {
        let rows = ranking.groups.iter().flat_map(|group| group.rows.iter().map(move |row| (group, row)));
        rows.into_iter().find(|(_, row)| row.unit == *unit)
    };
    let id = UnitId::from(format!("u{of_unit}").as_str());
    let (own, row) = place(&id).unwrap();
    let others = Others { place: &place, progress: &progress, shortlists: &shortlists };
    let found = shortfall::of(row, &cards[&id], own, &set(3), others).unwrap();
    let chosen = shortlists.iter().filter(|list| list.chosen.contains(&id)).map(|list| list.award.id.clone());
    (found.awards, chosen.collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 70, failure_persistence: None, rng_seed: RngSeed::Fixed(2018), ..ProptestConfig::default() })]

    /// With the points named a unit is proposed; with one printed step less it is not; and where none are named, full points do
    /// not help.
    #[test]
    fn the_points_named_are_exactly_enough_for_an_award(
        rows in proptest::collection::vec((0_usize..2, proptest::collection::vec((0_i64..=20, 1_i64..=2), 3)), 3..8),
        quota in 1_usize..4,
        (least, place) in (5_u8..10, 1_usize..4),
        (kept, per_group) in (0_usize..2, any::<bool>()),
        before in proptest::collection::vec(proptest::option::weighted(0.8, 20_i64..90), 8),
    ) {
        let last: BTreeMap<UnitId, Points> = before
            .iter()
            .enumerate()
            .filter_map(|(n, index)| Some((UnitId::from(format!("u{n}").as_str()), Points::from((*index)?))))
            .collect();
        let proposed = |rows: &[(usize, Vec<Points>)], rules: &[AwardRule], unit: usize| proposed_of(rows, rules, unit, &BTreeMap::new(), &last);
        let rows: Vec<(usize, Vec<Points>)> = rows
            .iter()
            .map(|(at, row)| (*at, row.iter().map(|(n, d)| Points::from(*n.min(&(10 * d))).over(&Points::from(*d)).unwrap()).collect()))
            .collect();
        let index = at_least(Measure::Index, &(10 * least).to_string());
        let among = Condition::Within { of: Measure::Place, at_least: None, at_most: Some(Points::from(i64::try_from(place).unwrap())) };
        let progress = Measure::Merit(Merit::Progress);
        let better = Condition::Grade(vec!["Tốt".into(), "Khá".into()]);
        let rules = [
            AwardRule { conditions: vec![among], ..award("first", &["A", "B"], 1) },
            AwardRule { conditions: vec![index.clone()], per_group, ..award("second", &["A", "B"], quota) },
            AwardRule { conditions: vec![better, Condition::NotProposed(vec!["first".into()])], ..award("third", &["A", "B"], quota) },
            AwardRule { reserved: vec![("B".into(), kept)], ..award("fourth", &["A", "B"], quota) },
            AwardRule { order: vec![progress.clone()], conditions: vec![index], ..award("fifth", &["A", "B"], quota) },
            AwardRule { conditions: vec![at_least(progress, &least.to_string())], per_group, ..award("sixth", &["A", "B"], quota) },
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
            prop_assert_eq!(missed.len() + chosen.len(), 6);
            for one in &missed {
                let Some(goal) = &one.by_points else {
                    // Whoever could have the first gets no third; and who has no result of last year makes no progress.
                    let is_new = !last.contains_key(&UnitId::from(format!("u{unit}").as_str()));
                    prop_assert!(one.award.as_str() == "third" || is_new && ["fifth", "sixth"].contains(&one.award.as_str()), "{:?}", one);
                    continue;
                };
                match &goal.needs {
                    None => prop_assert!(goal.is_bound || !chosen_with(&lost, &one.award), "{:?}", one),
                    Some(needs) => {
                        prop_assert!(chosen_with(needs, &one.award), "{:?} {:?}", one, rows);
                        // Equal in progress, the place decides.
                        prop_assert!(!goal.is_bound || one.award.as_str() == "fifth", "{:?}", one);
                        prop_assert!(goal.is_bound || !chosen_with(&(needs - &points("0.1")), &one.award), "{:?} {:?}", one, rows);
                        let full = goal.enough.iter().map(|id| &rows[unit].1[id.as_str().parse::<usize>().unwrap() - 1]);
                        let brought: Points = full.map(|points| &Points::from(10) - points).sum();
                        prop_assert!(chosen_with(&brought, &one.award), "{:?} {:?}", one, rows);
                    }
                }
            }
        }
    }
}

/// Whoever passes units that are equal where places kept for its group end takes one; those of another group have to pass the last
/// one on the other places.
#[test]
fn a_tie_for_places_that_are_kept_is_passed_by_their_group_alone() {
    let row = |group: usize, all: i64| (group, vec![points("9"), points("9"), Points::from(all - 18)]);
    let rows = [row(0, 27), row(0, 24), row(1, 21), row(1, 21), row(1, 18)];
    let rules = [AwardRule { reserved: vec![("B".into(), 1)], ..award("kept", &["A", "B"], 2) }];
    let needs = |unit: usize| {
        let (missed, _) = proposed(&rows, &rules, unit);
        missed[0].by_points.clone().and_then(|goal| goal.needs).map(|needs| needs.plain())
    };
    assert_eq!([1, 2, 4].map(needs), [Some("3.1".into()), Some("0.1".into()), Some("3.1".into())]);
    // Where all places are kept for another group, none is open.
    let rules = [AwardRule { reserved: vec![("B".into(), 2)], ..award("kept", &["A", "B"], 2) }];
    let (missed, _) = proposed(&rows, &rules, 1);
    assert_eq!(missed[0].by_points.clone().map(|goal| goal.needs), Some(None));
}

#[test]
fn a_unit_reads_it_in_its_own_report() {
    let folder = Folder::base();
    assert!([0, 3].contains(&folder.run("run . -q").code));
    let page = Opened::new(std::fs::read(folder.path("reports/don-vi/so-b.xlsx")).unwrap()).texts("Kết quả").join("\n");
    for words in
        ["Số điểm cần thêm để nâng hạng, nâng xếp loại", "Đạt hạng 1", "Cần thêm (điểm)", "Các tiêu chí chưa đạt điểm tối đa và lý do"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[test]
fn the_report_says_that_less_may_do_only_where_something_decides_between_equals() {
    let folder = crate::appraisal::campaign();
    folder.edit("campaign.yaml", "official: appraised_2", "official: accepted");
    let said = || {
        crate::appraisal::result(&folder);
        let book = crate::report::open(std::fs::read(folder.path("reports/don-vi/so-b.xlsx")).unwrap());
        crate::report::sheet(&book, "Kết quả").iter().flatten().map(crate::report::word).collect::<Vec<_>>()
    };
    let marks = |words: &[String]| {
        ["Chắc chắn đủ: đạt điểm", "Dòng ghi “chắc chắn đủ”"].map(|mark| words.iter().any(|word| word.starts_with(mark)))
    };
    let words = said();
    assert_eq!(marks(&words), [false, false], "{words:?}");
    folder.edit("campaign.yaml", "set: nho }", "set: nho, tie_breaks: [\"1\"] }");
    let words = said();
    assert_eq!(marks(&words), [true, true], "{words:?}");
}

/// A criterion that would count again with more points of another is told: the goals leave it out.
#[test]
fn a_criterion_that_would_apply_with_more_points_is_told() {
    let folder = Folder::base();
    let said = |lang: &str| {
        assert!([0, 3].contains(&folder.run(&format!("run . -q --lang {lang}")).code));
        let sheet = if lang == "vi" { "Kết quả" } else { "Result" };
        Opened::new(std::fs::read(folder.path("reports/don-vi/so-b.xlsx")).unwrap()).texts(sheet).join("\n")
    };
    assert!(!said("vi").contains("đang không áp dụng vì"));
    let otherwise = |words: &str| {
        let requires = format!("name: Đào tạo\n        requires: [ {{ criterion: \"1.2\", index_at_least: 85 }} ]\n        else: {words}");
        folder.edit("criteria/nho/set.yaml", "name: Đào tạo", &requires);
        folder.fill();
    };
    otherwise("not_applicable");
    let vi = "Tiêu chí 1.3 đang không áp dụng vì tiêu chí 1.2 chưa đạt 85%. Khi tiêu chí 1.2 đạt mức ấy thì tiêu chí 1.3 được tính, thêm nhiều nhất 2,00 điểm; các số ở bảng trên chưa kể điều này.";
    let page = said("vi");
    assert!(page.contains(vi), "{page}");
    let en = "Criterion 1.3 does not apply at present, since 1.2 is below 85%. Once 1.2 reaches that, 1.3 counts and adds up to 2.00 points; the table above leaves this out.";
    let page = said("en");
    assert!(page.contains(en), "{page}");
    folder.edit("criteria/nho/set.yaml", "else: not_applicable", "else: 0");
    assert!(!said("vi").contains("đang không áp dụng vì"));
}

/// Gives the goals of a unit's report with what is advised.
fn advised(folder: &Folder) -> String {
    crate::appraisal::result(folder);
    let page = Opened::new(std::fs::read(folder.path("reports/don-vi/so-b.xlsx")).unwrap()).texts("Kết quả").join("|");
    page.split_once("Ít nhất cần những tiêu chí nào|").unwrap().1.split_once("|Giả định kết quả").unwrap().0.to_owned()
}

/// Up to five criteria are advice; of more it is said how far away the goal is.
#[test]
fn nobody_is_advised_to_mend_everything() {
    let leaf = |n: usize| format!("  - {{ id: \"{n}\", name: Việc {n}, max: 1, rule: {{ given: {{ by: unit }} }} }}\n");
    let set = format!("set: nho\ntitle: Bộ tiêu chí nhỏ\nstatus: model\ntotal: 8\ncriteria:\n{}", (1..=8).map(leaf).collect::<String>());
    let form = |unit: &str, short: usize| {
        let answer = |n: usize| format!("    \"{n}\": {{ claimed: \"{}\" }}\n", if n <= short { "0.5" } else { "1" });
        format!("- file: submissions/{unit}.xlsx\n  unit: {unit}\n  answers:\n{}", (1..=8).map(answer).collect::<String>())
    };
    let said = |short: usize| {
        let folder = crate::appraisal::campaign_of(&set, &(form("so-a", 0) + &form("so-b", short)));
        folder.edit("campaign.yaml", "official: appraised_2", "official: claimed");
        advised(&folder)
    };
    assert_eq!(said(5), "Đạt hạng 1|2.5|Đạt điểm tối đa ở tiêu chí 1 (0,50), 2 (0,50), 3 (0,50), 4 (0,50), 5 (0,50).");
    assert_eq!(said(6), "Đạt hạng 1|3|Khó đạt trong năm: còn thiếu 3,00 điểm, phải đạt điểm tối đa ở ít nhất 6 tiêu chí.");
}

/// What people say in a survey, and a day that has passed, are no advice; where nothing else would do, that is said.
#[test]
fn what_is_in_nobodys_hands_is_not_advised() {
    let set = "set: nho
title: Bộ tiêu chí nhỏ
status: model
total: 6
criteria:
  - { id: \"1\", name: Kế hoạch, max: 1, rule: { given: { by: unit } } }
  - { id: \"2\", name: Báo cáo, max: 1, rule: { given: { by: unit } } }
  - { id: \"3\", name: Tuyên truyền, max: 1, rule: { given: { by: unit } } }
  - { id: \"4\", name: Hài lòng, max: 3, rule: { given: { by: survey } } }
";
    let forms = "- { file: submissions/so-a.xlsx, unit: so-a, answers: { \"1\": { claimed: \"1\" }, \"2\": { claimed: \"1\" }, \"3\": { claimed: \"0\" } } }
- { file: submissions/so-b.xlsx, unit: so-b, answers: { \"1\": { claimed: \"1\" }, \"2\": { claimed: \"0\" }, \"3\": { claimed: \"1\" } } }
";
    let folder = crate::appraisal::campaign_of(set, forms);
    folder.edit("campaign.yaml", "official: appraised_2", "official: claimed");
    let said = |a: &str, b: &str| {
        folder.put("survey/bang.csv", format!("Đơn vị;Tiêu chí;Điểm\nso-a;4;{a}\nso-b;4;{b}\n"));
        advised(&folder)
    };
    // The survey alone would bring 2 points; what the unit can do is enough.
    assert_eq!(said("2", "1"), "Đạt hạng 1|1|Đạt điểm tối đa ở tiêu chí 2 (1,00).");
    let not_own = "Không đạt được chỉ bằng các tiêu chí đơn vị tự thực hiện: còn thiếu 2,00 điểm, cần cả";
    assert_eq!(said("3", "1"), format!("Đạt hạng 1|2|{not_own} điểm điều tra xã hội học."));
    // Both units as good, and the second one late by two days.
    folder.edit("campaign.yaml", "year: 2026", "year: 2026\ndeadline: 2026-12-15\nlate: { effect: points, each_day: 1 }");
    folder.edit("campaign.yaml", "id: so-b,", "id: so-b, received: 2026-12-17,");
    let said = said("2", "2");
    assert_eq!(said, format!("Đạt hạng 1|2|{not_own} điểm bị trừ do gửi muộn."));
}
