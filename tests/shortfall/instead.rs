//! Criteria that stand for one another: what a unit could still get by one that does not count.

use super::*;
use parindex::scoring::Excuse;

/// Criterion 1 of 10 points, and 2 or 3 of 10.
fn either() -> CriteriaSet {
    let leaf = |id: &str| format!("  - {{ id: \"{id}\", name: Tiêu chí, max: 10, rule: {{ given: {{ by: unit }} }} }}\n");
    let leaves: String = ["1", "2", "3"].map(leaf).concat();
    let yaml = format!(
        "set: mau\ntitle: Bộ tiêu chí\nstatus: model\ntotal: 20\nalternatives: [ {{ id: hoac, criteria: [\"2\", \"3\"] }} ]\ncriteria:\n{leaves}"
    );
    criteria::read(&yaml, "set.yaml").value.unwrap()
}

/// What the second of two units fell short of: it has 7 points of 1, and `counts` of the applicable `max` of 2; 3 does not count.
fn found(set: &CriteriaSet, counts: &str, max: &str, excuse: Excuse) -> Shortfall {
    let rows = [vec![points("9"), points("9"), points("9")], vec![points("7"), points(counts), points("0")]];
    let (ranking, mut cards) = ranked(&group("A", 2), &rows);
    let card = cards.get_mut(&UnitId::from("u1")).unwrap();
    card.applicable_max = points("20");
    card.nodes[1].applicable_max = points(max);
    let out = &mut card.nodes[2];
    (out.applicable, out.official, out.applicable_max) = (false, None, Points::zero());
    let trace = out.trace.as_mut().unwrap();
    trace.excused = Some(excuse);
    if excuse == Excuse::Condition {
        trace.required = vec![Required {
            of: "3".into(),
            requirement: Requirement::Index { criterion: "1".into(), at_least: points("80") },
            otherwise: Otherwise::NotApplicable,
            value: Some(points("70")),
            most: None,
            waits_for_others: false,
            holds: Some(false),
            source: None,
            overruled: false,
        }];
    }
    of(1, &ranking, &cards, set)
}

#[test]
fn a_criterion_that_would_stand_for_another_adds_what_is_above_it() {
    let more = |set: &CriteriaSet, counts: &str| {
        let found = found(set, counts, "10", Excuse::Condition);
        found.waiting.iter().map(|one| format!("{} {}", one.leaf, one.more.plain())).collect::<Vec<_>>()
    };
    assert_eq!(more(&either(), "4"), ["3 6"]);
    assert_eq!(more(&either(), "0"), ["3 10"]);
    // Nothing is to be had beside full points; without alternatives all of it is.
    assert_eq!(more(&either(), "10"), [""; 0]);
    assert_eq!(more(&set(3), "4"), ["3 10"]);
}

#[test]
fn an_alternative_that_reaches_less_is_told_with_what_another_could_add() {
    let lesser = |set: &CriteriaSet, counts: &str, max: &str| {
        let found = found(set, counts, max, Excuse::Alternative);
        let ids = |ids: &[parindex::figure::CriterionId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        found.lesser.iter().map(|one| format!("{} for {}: {}", one.counts, ids(&one.others), one.more.plain())).collect::<Vec<_>>()
    };
    assert_eq!(lesser(&either(), "6", "6"), ["2 for 3: 4"]);
    assert_eq!(lesser(&either(), "4", "6"), ["2 for 3: 4"]);
    // The one that counts reaches as much as the others.
    assert_eq!(lesser(&either(), "4", "10"), [""; 0]);
    assert_eq!(lesser(&set(3), "6", "6"), [""; 0]);
}

/// Where the decision gives less for an alternative, no more is lost there than can be had.
#[test]
fn a_lesser_alternative_loses_what_its_rule_could_give() {
    let rules = |rule: &str| {
        let given = "{ id: \"2\", name: Tiêu chí, max: 10, rule: { given: { by: unit } } }";
        let other =
            format!("{{ id: \"2\", name: Tiêu chí, max: 10, inputs: [ {{ id: a, kind: count, label: Số việc }} ], rule: {{ {rule} }} }}");
        let yaml = either().yaml;
        assert!(yaml.contains(given));
        criteria::read(&yaml.replace(given, &other), "set.yaml").value.unwrap()
    };
    let lost = |set: &CriteriaSet, counts: &str| {
        let found = found(set, counts, "10", Excuse::Alternative);
        let of_two = found.lost.iter().find(|one| one.criterion.as_str() == "2").map(|one| one.points.plain());
        (of_two, found.lesser.iter().map(|one| one.more.plain()).collect::<Vec<_>>())
    };
    for rule in [
        "count: { of: a, each: 1, cap: 6 }",
        "steps: { of: a, steps: [ { from: 3, points: 60% } ], otherwise: 0 }",
        "formula: { is: \"min(a, 6)\" }",
    ] {
        assert_eq!(lost(&rules(rule), "4"), (Some("2".into()), vec!["4".into()]), "{rule}");
        assert_eq!(lost(&rules(rule), "6"), (None, vec!["4".into()]), "{rule}");
    }
    assert_eq!(lost(&rules("count: { of: a, each: 1, cap: 10 }"), "4"), (Some("6".into()), vec![]));
}
