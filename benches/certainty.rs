//! How long it takes to tell how sure an order is: 1,000 draws over 100 leaves.
//!
//! Thirds of a point have no finite decimal, so that indexes that lie near to each other are worked out exactly.

#![allow(clippy::expect_used, reason = "a benchmark that can't be set up must stop")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use parindex::assessment::{Appraisal, Deadlines, Excused, Explanations, Unit};
use parindex::award::{AwardRule, Condition, Measure, Quota};
use parindex::certainty::{Assumptions, Known, simulate};
use parindex::criteria::{self, CriteriaSet};
use parindex::figure::{AwardId, SetId, UnitId};
use parindex::points::{Points, Rounding};
use parindex::ranking::{Group, Ranking, rank};
use parindex::scoring::{Node, Scorecard, Stages};

/// Leaves of the set.
const LEAVES: i64 = 100;
/// Units of a group.
const GROUP: usize = 150;

fn main() {
    divan::main();
}

/// Makes a set of leaves of one point each.
fn set() -> CriteriaSet {
    let mut text = format!("set: mau\ntitle: Bộ tiêu chí\nstatus: model\ntotal: {LEAVES}\ncriteria:\n");
    for n in 1..=LEAVES {
        let _ = writeln!(text, "  - {{ id: \"{n}\", name: Tiêu chí, max: 1, rule: {{ given: {{ by: unit }} }} }}");
    }
    criteria::read(&text, "set.yaml").value.expect("the set is lawful")
}

/// Makes the card of a unit, with points in parts of `parts` that differ from unit to unit.
fn card(id: &UnitId, n: i64, parts: i64) -> Scorecard {
    let node = |leaf: i64| Node {
        id: leaf.to_string().as_str().into(),
        depth: 1,
        max: Points::one(),
        weight: Points::one(),
        applicable: true,
        applicable_max: Points::one(),
        stages: Stages::default(),
        official: Points::from((n * 7919 + leaf * 104_729 + n * leaf) % (parts + 1)).over(&Points::from(parts)),
        index: None,
        trace: None,
    };
    let nodes: Vec<Node> = (1..=LEAVES).map(node).collect();
    let points: Points = nodes.iter().filter_map(|node| node.official.as_ref()).sum();
    Scorecard {
        unit: id.clone(),
        submitted: true,
        content: None,
        ranked: true,
        nodes,
        adjustments: Vec::new(),
        stages: Stages::default(),
        lateness: None,
        adjusted: None,
        index: Some(points.clone()),
        points,
        applicable_max: Points::from(LEAVES),
        waits_for: Vec::new(),
        cut: None,
    }
}

/// Ranks so many units, in groups.
fn ranked(units: usize, parts: i64) -> (Ranking, BTreeMap<UnitId, Scorecard>) {
    let group_of = |n: usize| format!("g{}", n / GROUP);
    let group = |n: usize| Group {
        id: group_of(n).as_str().into(),
        name: "Khối".into(),
        set: "mau".into(),
        grades: Vec::new(),
        tie_breaks: Vec::new(),
        rounding: Rounding::default(),
    };
    let unit = |n: usize| Unit {
        id: format!("u{n}").as_str().into(),
        name: format!("Đơn vị {n}"),
        aliases: Vec::new(),
        authority: None,
        place: None,
        signatory: None,
        group: group_of(n).as_str().into(),
        ranked: true,
        not_applicable: Excused::default(),
        deadlines: Deadlines::default(),
    };
    let groups: Vec<Group> = (0..units).step_by(GROUP).map(group).collect();
    let all: Vec<Unit> = (0..units).map(unit).collect();
    let cards = all.iter().zip(0..).map(|(unit, n)| (unit.id.clone(), card(&unit.id, n, parts))).collect();
    (rank(&groups, &all, &cards, &BTreeMap::new()).value, cards)
}

#[divan::bench(args = [(150, 20), (150, 21), (4000, 20)], sample_count = 10)]
fn draws(bencher: divan::Bencher<'_, '_>, (units, parts): (usize, i64)) {
    let sets: BTreeMap<SetId, CriteriaSet> = [("mau".into(), set())].into();
    let (ranking, cards) = ranked(units, parts);
    let (appraisal, explanations) = (Appraisal::default(), Explanations::new());
    let known = Known {
        ranking: &ranking,
        sets: &sets,
        cards: &cards,
        appraisal: &appraisal,
        explanations: &explanations,
        findings: &[],
        awards: &[],
        facts: &BTreeMap::new(),
    };
    let assumptions = Assumptions { weights: 250, fixed: BTreeSet::new(), draws: 1000, seed: 2018 };
    bencher.bench(|| simulate(&assumptions, &known));
}

/// The same with three awards that each draw proposes: one over all groups, one share of each group, one by places.
#[divan::bench(args = [(150, 20), (150, 21), (4000, 20)], sample_count = 10)]
fn draws_with_awards(bencher: divan::Bencher<'_, '_>, (units, parts): (usize, i64)) {
    let sets: BTreeMap<SetId, CriteriaSet> = [("mau".into(), set())].into();
    let (ranking, cards) = ranked(units, parts);
    let (appraisal, explanations) = (Appraisal::default(), Explanations::new());
    let award = |id: &str, quota: Quota, per_group: bool, conditions: Vec<Condition>| AwardRule {
        id: AwardId::new(id),
        name: id.into(),
        groups: ranking.groups.iter().map(|group| group.group.id.clone()).collect(),
        quota,
        per_group,
        reserved: Vec::new(),
        conditions,
        order: Vec::new(),
        excluded: Vec::new(),
        provisional_allowed: false,
    };
    let within = |of: Measure, least: Option<i64>, most: Option<i64>| Condition::Within {
        of,
        at_least: least.map(Points::from),
        at_most: most.map(Points::from),
    };
    let not = |ids: &[&str]| Condition::NotProposed(ids.iter().map(|id| AwardId::new(*id)).collect());
    let awards = [
        award("co", Quota::Number(1), false, vec![within(Measure::Index, Some(45), None), within(Measure::Place, None, Some(1))]),
        award(
            "khen",
            Quota::Share { share: Points::one().over(&Points::from(10)).unwrap_or_default(), up: false },
            true,
            vec![not(&["co"])],
        ),
        award("giay", Quota::Number(10), false, vec![within(Measure::Index, Some(40), None), not(&["co", "khen"])]),
    ];
    let known = Known {
        ranking: &ranking,
        sets: &sets,
        cards: &cards,
        appraisal: &appraisal,
        explanations: &explanations,
        findings: &[],
        awards: &awards,
        facts: &BTreeMap::new(),
    };
    let assumptions = Assumptions { weights: 250, fixed: BTreeSet::new(), draws: 1000, seed: 2018 };
    bencher.bench(|| simulate(&assumptions, &known));
}
