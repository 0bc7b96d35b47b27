//! Of whom evidence is asked, and what else counts as named: excused criteria, leaves that wait for their group, days.

use jiff::civil::date;
use parindex::assessment::{Answer, Claim, Evidence, EvidenceDate, Excused, SelfAssessment, SetRef, Unit};
use parindex::criteria::{self, CriteriaSet, Period};
use parindex::evidence::Number;
use parindex::evidence::{Asked, FileFacts, Files, check};
use parindex::figure::{CriterionId, Figure};
use parindex::points::Points;

use super::{claimed, document, told, unit};

const SET: &str = r#"
set: thu
title: Bộ tiêu chí thử
status: model
total: 7
criteria:
  - id: "1"
    name: Kế hoạch
    max: 4
    criteria:
      - id: "1.1"
        name: Ban hành kế hoạch
        max: 2
        inputs: [ { id: ngay, kind: date, label: Ngày ban hành } ]
        rule: { deadline: { of: ngay, steps: [ { by: 2018-01-31, points: 100% } ] } }
        evidence: { required: true }
      - id: "1.2"
        name: Sáng kiến
        max: 2
        inputs: [ { id: so, kind: count, label: Số sáng kiến, measure: sáng kiến } ]
        rule: { relative: { of: so } }
        evidence: { required: true }
  - id: "2"
    name: Khác
    max: 2
    criteria:
      - id: "2.1"
        name: Việc khác
        max: 2
        inputs: [ { id: so, kind: count, label: Số việc, measure: việc } ]
        rule: { count: { of: so, each: 1 } }
  - id: "3"
    name: Khiếu nại
    max: 1
    may_not_apply: true
    inputs: [ { id: so, kind: count, label: Số vụ, measure: vụ } ]
    rule: { count: { of: so, each: 1 } }
    evidence: { required: true }
"#;

fn set() -> CriteriaSet {
    let read = criteria::read(SET, "set.yaml");
    read.value.unwrap_or_else(|| panic!("{:?}", read.findings))
}

/// Judges answers of a unit; gives what is found, a line each.
fn judged(unit: &Unit, answers: &[(&str, Answer)], files: Option<&Files>) -> String {
    let set = set();
    let period = Period { from: Some(date(2018, 1, 1)), to: Some(date(2018, 12, 31)) };
    let asked = Asked { set: &set, unit, period, deadline: Some(date(2019, 1, 15)), files };
    let assessment = SelfAssessment {
        unit: unit.id.clone(),
        set: SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() },
        file: "bieu.xlsx".into(),
        layout: "parindex/1".into(),
        answers: answers.iter().map(|(id, answer)| (CriterionId::new(*id), answer.clone())).collect(),
        shared: Answer::default(),
        remarks: parindex::assessment::Remarks::default(),
        holds_unread: false,
    };
    told(&check(&asked, assessment))
}

fn excused(ids: &[&str]) -> Unit {
    Unit { not_applicable: Excused::below(&set(), ids.iter().map(|id| CriterionId::new(*id))), ..unit() }
}

#[test]
fn what_is_excused_with_its_parent_is_asked_for_nothing() {
    let twice =
        |points| Answer { evidence: vec![document("1/KH-STC", (2018, 1, 5)), document("1/KH-STC", (2018, 1, 5))], ..claimed(points) };
    assert!(judged(&unit(), &[("1.1", claimed(2))], None).starts_with("E001"));
    assert_eq!(judged(&excused(&["1"]), &[("1.1", claimed(2))], None), "");
    assert_eq!(judged(&excused(&["1.1"]), &[("1.1", twice(2))], None), "");
    assert!(judged(&excused(&["2"]), &[("1.1", claimed(2))], None).starts_with("E001"));
    // Nor is its document one that backs several.
    let one = |section: Option<&str>| Answer {
        evidence: vec![Evidence { section: section.map(str::to_owned), ..document("1/KH-STC", (2018, 1, 5)) }],
        ..claimed(1)
    };
    assert!(judged(&unit(), &[("1.1", one(None)), ("2.1", one(Some("mục I")))], None).starts_with("E041"));
    assert_eq!(judged(&excused(&["1"]), &[("1.1", one(None)), ("2.1", one(None))], None), "");
}

#[test]
fn a_leaf_that_waits_for_its_group_is_asked_for_evidence_once_it_declares_a_figure() {
    let figures = |figure: Figure| Answer { figures: [("so".into(), figure)].into(), ..Answer::default() };
    assert_eq!(
        judged(&unit(), &[("1.2", figures(Figure::Number(Points::from(3))))], None),
        "E001 Tiêu chí 1.2 “Sáng kiến” tự đánh giá 2,00 điểm nhưng biểu chưa nêu tài liệu kiểm chứng và chưa giải trình."
    );
    assert_eq!(judged(&unit(), &[("1.2", figures(Figure::Blank))], None), "");
}

#[test]
fn who_says_that_a_criterion_does_not_apply_is_asked_for_nothing_there() {
    let answer = |claim: Claim| Answer { claim, figures: [("so".into(), Figure::Number(Points::from(1)))].into(), ..Answer::default() };
    assert!(judged(&unit(), &[("3", answer(Claim::Blank))], None).starts_with("E001"));
    assert_eq!(judged(&unit(), &[("3", answer(Claim::NotApplicable))], None), "");
}

#[test]
fn a_promise_is_no_explanation() {
    let said = |words: &str| judged(&unit(), &[("1.1", Answer { explanation: Some(words.into()), ..claimed(2) })], None);
    for words in ["sẽ bổ sung", "Đang hoàn thiện hồ sơ.", "không có", "Chưa có, gửi sau"] {
        assert!(said(words).starts_with("E001"), "{words}");
    }
    for words in ["Văn bản mật", "Do sáp nhập nên chưa ban hành, sẽ bổ sung", "Trong năm không phát sinh"] {
        assert_eq!(said(words), "", "{words}");
    }
}

#[test]
fn the_last_day_of_a_rule_is_in_time() {
    let of = |days: &[(i16, i8, i8)]| {
        let figures = [("ngay".into(), Figure::Date(date(2018, 1, 20)))].into();
        let evidence = days.iter().enumerate().map(|(n, day)| document(&format!("{}/KH-STC", n + 1), *day)).collect();
        judged(&unit(), &[("1.1", Answer { figures, evidence, ..Answer::default() })], None)
    };
    assert_eq!(of(&[(2018, 1, 31)]), "");
    assert_eq!(
        of(&[(2018, 2, 1)]),
        "E025 Văn bản “1/KH-STC” ghi ngày 01/02/2018, sau mốc 31/01/2018 của tiêu chí 1.1, và không có văn bản nào sớm hơn."
    );
    assert_eq!(of(&[(2018, 2, 1), (2018, 1, 31)]), "", "a later one may stand beside one that is in time");
    // A day that can't be proves nothing: it is as if it were blank.
    let said = of(&[(2018, 2, 1), (1918, 1, 31)]);
    assert!(said.contains("E020") && said.contains("E025 Văn bản “1/KH-STC”"), "{said}");
    let said = of(&[(2118, 1, 31)]);
    assert!(said.contains("E020") && !said.contains("E025"), "{said}");
}

#[test]
fn only_years_that_can_be_are_years_of_a_number() {
    let year = |number: &str| Number::parse(number).and_then(|number| number.year);
    assert_eq!((year("30/2018/QĐ-UBND"), year("30/1945/QĐ-UBND"), year("30/2100/QĐ-UBND")), (Some(2018), Some(1945), Some(2100)));
    for number in ["30/1944/QĐ-UBND", "30/2101/QĐ-UBND", "30/9999/QĐ-UBND", "30/0018/QĐ-UBND"] {
        assert_eq!(Number::parse(number), None, "{number}");
    }
}

#[test]
fn one_file_under_two_names_is_told_unless_it_is_empty() {
    let file = |size: u64, hash: &str| FileFacts { size, head: b"%PDF-1.7".to_vec(), outside: false, sha256: Some(hash.into()) };
    let of = |first: FileFacts, second: FileFacts| {
        let files = Files([("a.pdf".to_owned(), first), ("b.pdf".to_owned(), second)].into());
        let named = |number: &str, file: &str| Evidence { file: Some(file.into()), ..document(number, (2018, 3, 5)) };
        judged(
            &unit(),
            &[("2.1", Answer { evidence: vec![named("1/BC-STC", "a.pdf"), named("2/BC-STC", "b.pdf")], ..Answer::default() })],
            Some(&files),
        )
    };
    assert_eq!(of(file(8, "x"), file(8, "x")), "E044 Tệp “b.pdf” giống hệt tệp “a.pdf”.");
    assert!(of(file(1, "x"), file(1, "x")).starts_with("E044"), "one byte is something");
    assert_eq!(of(file(8, "x"), file(8, "y")), "");
    assert_eq!(of(file(0, "x"), file(0, "x")), "E031 Tệp “a.pdf” rỗng.\nE031 Tệp “b.pdf” rỗng.");
}

#[test]
fn the_same_file_or_address_is_one_document_without_a_number() {
    let of = |one: Evidence, two: Evidence| judged(&unit(), &[("2.1", Answer { evidence: vec![one, two], ..Answer::default() })], None);
    let file = |name: &str| Evidence { file: Some(name.into()), ..Evidence::default() };
    let link = |name: &str| Evidence { link: Some(name.into()), ..Evidence::default() };
    assert_eq!(of(file("a.pdf"), file("A.PDF ")), "E040 Tài liệu “A.PDF ” ghi hai lần ở tiêu chí 2.1.");
    assert_eq!(of(file("a.pdf"), file("b.pdf")), "");
    assert!(of(link("https://a.vn/1"), link("https://a.vn/1")).starts_with("E040"));
    let wrong = |typed: &str| Evidence { number: Some("1/BC-STC".into()), date: EvidenceDate::Wrong(typed.into()), ..Evidence::default() };
    assert!(of(wrong("31/02"), wrong("30/02")).contains("E040"), "a day that is none tells no documents apart");
}
