//! Conditions on a criterion of very many leaves: the form knows as much of them as the program does.

use std::collections::BTreeMap;

use parindex::assessment::{Answer, Claim, Remarks, SelfAssessment, SetRef};
use parindex::criteria::CriteriaSet;
use parindex::figure::{CriterionId, Figure};
use parindex::form::layout;

use crate::form::{form, points, recalculated, same_in_office, set_of};
use crate::rules::dice::Dice;

/// Leaves of each area below the first criterion.
const LEAVES: usize = 24;

/// Criterion 1 has three areas of many leaves, the third in either of two ways; 2 and 3 wait for it.
fn many() -> String {
    let leaf = |id: &str| {
        format!(
            "              - {{ id: \"{id}\", name: Việc {id}, max: 1, inputs: [ {{ id: so, kind: count, label: Số việc }} ], rule: {{ count: {{ of: so, each: 0.5, cap: 1 }} }} }}\n"
        )
    };
    let leaves = |area: &str| (1..=LEAVES).map(|n| leaf(&format!("{area}.{n}"))).collect::<String>();
    let area = |id: &str, weight: u32| {
        format!(
            "          - id: \"{id}\"\n            name: Lĩnh vực {id}\n            max: {LEAVES}\n            weight: {weight}\n            criteria:\n{}",
            leaves(id)
        )
    };
    format!(
        "set: nhieu\ntitle: Nhiều tiêu chí\nstatus: model\ntotal: {}\nalternatives: [ {{ id: hoac, criteria: [\"1.3\", \"1.4\"] }} ]\ncriteria:\n      - id: \"1\"\n        name: Chung\n        max: {}\n        criteria:\n{}{}{}{}      - {{ id: \"2\", name: Sáng kiến, max: 2, requires: [ {{ criterion: \"1\", index_at_least: 55% }} ], inputs: [ {{ id: a, kind: count, label: Số sáng kiến }} ], rule: {{ count: {{ of: a, each: 1, cap: 2 }} }} }}\n      - {{ id: \"3\", name: Nhân rộng, max: 2, requires: [ {{ criterion: \"1\", index_at_least: 45% }} ], else: not_applicable, inputs: [ {{ id: b, kind: count, label: Số mô hình }} ], rule: {{ count: {{ of: b, each: 1, cap: 2 }} }} }}\n",
        4 * LEAVES + 4,
        4 * LEAVES,
        area("1.1", 1),
        area("1.2", 2),
        area("1.3", 1),
        area("1.4", 1),
    )
}

/// Draws answers below `most`, of which about one in `blank` is blank.
fn drawn(set: &CriteriaSet, seed: u64, blank: u64, most: u64) -> SelfAssessment {
    let mut dice = Dice::new(seed);
    let mut answers: BTreeMap<CriterionId, Answer> = BTreeMap::new();
    let way = if dice.one_in(2) { "1.3." } else { "1.4." };
    for (criterion, leaf) in set.leaves() {
        let id = criterion.id.as_str();
        let left = (id.starts_with("1.3.") || id.starts_with("1.4.")) && !id.starts_with(way);
        let figure = match dice.throw(blank) {
            _ if left => Figure::Blank,
            0 if id.starts_with('1') => Figure::Blank,
            _ => Figure::Number(points(&dice.throw(most).to_string())),
        };
        let claim = if !left && dice.one_in(12) { Claim::Points(points("0.25")) } else { Claim::Blank };
        let figures = leaf.inputs.iter().map(|input| (input.id.clone(), figure.clone())).collect();
        answers.insert(criterion.id.clone(), Answer { figures, claim, ..Answer::default() });
    }
    SelfAssessment {
        unit: "so-tai-chinh".into(),
        set: SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() },
        file: "form.xlsx".into(),
        layout: layout::LAYOUT.into(),
        answers,
        shared: Answer::default(),
        remarks: Remarks::default(),
        holds_unread: false,
    }
}

#[test]
fn conditions_on_very_many_leaves_are_as_exact_in_the_form() {
    let set = set_of(&many());
    let blank = form(&set, None);
    assert_eq!(recalculated(blank.clone(), "many-blank.xlsx"), [""; 0]);
    let mut aside = crate::form::Opened::new(blank.clone());
    let lengths: Vec<usize> = aside.formulas_of(layout::META).iter().map(String::len).collect();
    assert!(!lengths.is_empty() && lengths.iter().all(|length| *length < 8192), "{lengths:?}");
    let mut files = vec![("office-many-blank.xlsx".to_owned(), blank)];
    let mut states: BTreeMap<String, usize> = BTreeMap::new();
    for seed in 0..12 {
        let sent = drawn(&set, seed, [3, 12, 30, 200][usize::try_from(seed % 4).unwrap()], 2 + seed % 3);
        let bytes = form(&set, Some(&sent));
        assert_eq!(recalculated(bytes.clone(), "many.xlsx"), [""; 0], "{seed}");
        let mut opened = crate::form::Opened::new(bytes.clone());
        let (card, _) = super::scored(&set, sent);
        for id in ["2", "3"] {
            let node = card.nodes.iter().find(|node| node.id == CriterionId::from(id)).unwrap();
            let trace = node.trace.as_ref().unwrap();
            let seen = crate::form::shown(&opened.assessed(&format!("leaf:{id}"), "exact"));
            let computed = node.stages.computed.as_ref().map(|points| crate::form::rounded(points.to_cell())).unwrap_or_default();
            let computed = if trace.excused.is_some() { "Không áp dụng".to_owned() } else { computed };
            assert_eq!(seen, computed, "{seed}: {id}");
            *states.entry(format!("{id} {:?}", trace.required[0].holds)).or_default() += 1;
        }
        if seed < 4 {
            files.push((format!("office-many-{seed}.xlsx"), bytes));
        }
    }
    assert!(states.len() == 6, "{states:?}");
    same_in_office(&files);
}
