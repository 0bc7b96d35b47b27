//! A deadline of a criterion's own: in place of the campaign's, for all below it, told and never taken for granted.

use jiff::civil::{Date, date};
use parindex::assessment::{Evidence, EvidenceDate};
use parindex::criteria::{self, CriteriaSet, Period};
use parindex::evidence::{Asked, check};
use parindex::figure::Figure;
use parindex::scoring::score_alone;

use super::printed;
use crate::form::{form, set_of};
use crate::scoring::Trial;

/// Area 1 is due by the end of March, 1.2 by the end of May; area 2 leaves the deadline to the campaign. What is late by
/// the day that is declared counts half.
const DUE: &str = r#"set: thoi-han
title: Thời hạn
status: model
total: 6
withhold: [ { finding: E026, share: 50% } ]
criteria:
  - id: "1"
    name: Chỉ đạo
    max: 4
    deadline: 2026-03-31
    criteria:
      - { id: "1.1", name: Kế hoạch, max: 2, inputs: [ { id: ngay, kind: date, label: Ngày ban hành }, { id: du, kind: yes_no, label: Đủ } ], rule: { yes_no: { all: [du] } } }
      - { id: "1.2", name: Kiểm tra, max: 2, deadline: 2026-05-31, inputs: [ { id: ngay, kind: date, label: Ngày kiểm tra }, { id: du, kind: yes_no, label: Đủ } ], rule: { yes_no: { all: [du] } } }
  - { id: "2", name: Kết quả, max: 2, inputs: [ { id: ngay, kind: date, label: Ngày báo cáo }, { id: du, kind: yes_no, label: Đủ } ], rule: { yes_no: { all: [du] } } }
"#;

/// Declares one day and names a document of another at a leaf; gives what is found and the accepted points.
fn told(set: &CriteriaSet, leaf: &str, declared: Figure, document: Date) -> (Vec<String>, String) {
    let mut trial = Trial::new(set.clone()).fill(leaf, &["-", "Có"]);
    let answer = trial.answer(leaf);
    answer.figures.insert("ngay".into(), declared);
    let number = Some("12/BC-SA".to_owned());
    answer.evidence.push(Evidence { number, date: EvidenceDate::Day(document), title: Some("Báo cáo".into()), ..Evidence::default() });
    let period = Period { from: Some(date(2026, 1, 1)), to: Some(date(2026, 12, 31)) };
    let asked = Asked { set, unit: &trial.unit, period, deadline: Some(date(2026, 12, 31)), files: None };
    let checked = check(&asked, trial.evidenced.unwrap().assessment);
    let late = checked.findings.iter().filter(|finding| matches!(finding.code.id, "E023" | "E026"));
    let late = late.map(|one| format!("{} {} {}", one.code.id, one.place.cell.as_deref().unwrap_or("-"), one.message.vi)).collect();
    let card = score_alone(set, set.rounding, &trial.unit, &checked.value).value;
    let node = card.nodes.iter().find(|node| node.id.as_str() == leaf).unwrap();
    (late, node.stages.accepted.as_ref().unwrap().plain())
}

#[test]
fn what_lies_after_the_deadline_of_its_criterion_is_told() {
    let set = set_of(DUE).within(Period { from: Some(date(2026, 1, 1)), to: Some(date(2026, 12, 31)) });
    let day = |month, day| date(2026, month, day);
    let told = |leaf: &str, declared: Date, document: Date| told(&set, leaf, Figure::Date(declared), document);
    let none: Vec<String> = Vec::new();
    // The day itself is in time; the area's deadline holds for 1.1, not for 1.2, which sets its own.
    assert_eq!(told("1.1", day(3, 31), day(3, 31)), (none.clone(), "2".into()));
    assert_eq!(
        told("1.1", day(4, 1), day(4, 2)),
        (
            vec![
                "E023 - Văn bản “12/BC-SA” ghi ngày 02/4/2026, sau thời hạn 31/3/2026 của tiêu chí 1.1.".into(),
                "E026 B2 “Ngày ban hành” ghi ngày 01/4/2026, sau thời hạn 31/3/2026 của tiêu chí 1.1.".into(),
            ],
            "1".into()
        )
    );
    assert_eq!(told("1.2", day(5, 31), day(5, 31)), (none.clone(), "2".into()));
    assert_eq!(told("1.2", day(6, 1), day(5, 1)).0.len(), 1);
    assert_eq!(told("2", day(6, 1), day(6, 1)), (none, "2".into()));
    let campaign = told("2", day(6, 1), date(2027, 1, 2)).0;
    assert_eq!(campaign, ["E023 - Văn bản “12/BC-SA” ghi ngày 02/01/2027, sau hạn gửi biểu 31/12/2026."]);
}

/// A day that no document can have, and one that was never issued, is no late day.
#[test]
fn what_is_no_day_is_not_late() {
    let set = set_of(DUE).within(Period { from: Some(date(2026, 1, 1)), to: Some(date(2026, 12, 31)) });
    for declared in [Figure::NotIssued, Figure::Blank, Figure::Date(date(2050, 1, 1))] {
        assert_eq!(told(&set, "1.1", declared.clone(), date(2026, 2, 1)).0, [""; 0], "{declared:?}");
    }
}

#[test]
fn the_form_prints_a_deadline_where_it_is_set() {
    let form = printed(form(&set_of(DUE), None));
    let said = |day: &str| form.iter().filter(|cell| cell.contains(&format!("Thời hạn: chậm nhất ngày {day}."))).count();
    assert_eq!((said("31/3/2026"), said("31/5/2026")), (1, 1));
}

#[test]
fn lint_holds_the_days_of_a_rule_against_the_deadline() {
    let rule = "deadline: { of: ngay, steps: [ { by: 2026-01-31, points: 1 }, { before: 2026-03-01, points: 0.5 } ] }";
    let within = [
        rule.to_owned(),
        format!("sum_of: {{ parts: [ {{ id: p, label: P, max: 1, rule: {{ {rule} }} }} ] }}"),
        format!("best_of: {{ rules: [ {{ {rule} }}, {{ yes_no: {{ all: [co], met: 0.8 }} }} ] }}"),
    ];
    let set = |rule: &str, deadline: &str| {
        let also = if rule.contains("co]") { ", { id: co, kind: yes_no, label: Có }" } else { "" };
        let set = format!(
            "set: a\ntitle: A\nstatus: model\ntotal: 1\ncriteria:\n  - {{ id: \"1\", name: A, max: 1, deadline: {deadline}, inputs: [ {{ id: ngay, kind: date, label: Ngày }} {also} ], rule: {{ {rule} }} }}\n"
        );
        let found = criteria::lint(set.as_bytes(), "set.yaml").findings;
        found.into_iter().map(|finding| format!("{} {}", finding.code.id, finding.message.vi)).collect::<Vec<_>>()
    };
    for rule in within {
        assert_eq!(set(&rule, "2026-02-28"), [""; 0], "{rule}");
        assert_eq!(set(&rule, "2026-02-15"), ["C064 quy tắc của “1” có mốc 28/02/2026, sau thời hạn 15/02/2026 của tiêu chí"], "{rule}");
    }
}
