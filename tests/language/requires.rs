//! Conditions across criteria: what waits for another criterion or a figure of the set.

use std::collections::BTreeMap;

use parindex::assessment::{Answer, Claim, Round, SelfAssessment, SetRef, Stage};
use parindex::criteria::{self, CriteriaSet};
use parindex::figure::{CriterionId, Figure, Figures};
use parindex::finding::CellAddress;
use parindex::form::layout;
use parindex::points::Points;
use parindex::rule::Gives;
use parindex::text::Lang;

use crate::form::{form, points, recalculated, set_of};
use crate::rules::dice::Dice;
use crate::scoring::Trial;

/// Group 2 counts only while a figure is 0; 3.1 waits for 80 % of criterion 1, and 3.2 applies only from 50 % of group 2.
pub const WAITING: &str = r#"set: cho-nhau
title: Điều kiện giữa các tiêu chí
status: model
total: 12
figures:
  - { id: qua_han, kind: count, label: Số hồ sơ quá hạn không xin lỗi, measure: hồ sơ }
  - { id: tong, kind: count, label: Tổng số hồ sơ, measure: hồ sơ }
criteria:
  - id: "1"
    name: Chỉ đạo
    max: 4
    criteria:
      - { id: "1.1", name: Kế hoạch, max: 1, weight: 2, rule: { given: { by: unit } } }
      - id: "1.2"
        name: Nhiệm vụ
        max: 2
        inputs: [ { id: ty_le, kind: percent, label: Tỷ lệ hoàn thành } ]
        rule: { ratio: { of: ty_le } }
  - id: "2"
    name: Hồ sơ
    max: 4
    requires: [ { figure: qua_han, at_most: 0 } ]
    criteria:
      - id: "2.1"
        name: Đúng hạn
        max: 2
        inputs: [ { id: dung_han, kind: count, label: Số đúng hạn }, { figure: tong } ]
        rule: { ratio: { of: dung_han, to: tong, when_nothing: not_applicable } }
      - { id: "2.2", name: Niêm yết, max: 2, rule: { given: { by: unit } } }
  - id: "3"
    name: Kết quả
    max: 4
    criteria:
      - id: "3.1"
        name: Sáng kiến
        max: 2
        requires: [ { criterion: "1", index_at_least: 80% } ]
        inputs: [ { id: so, kind: count, label: Số sáng kiến } ]
        rule: { count: { of: so, each: 1, cap: 2 } }
      - id: "3.2"
        name: Nhân rộng
        max: 2
        requires: [ { criterion: "2", index_at_least: 50 }, { figure: tong, at_most: 1000 } ]
        else: not_applicable
        may_not_apply: true
        inputs: [ { id: so, kind: count, label: Số mô hình } ]
        rule: { count: { of: so, each: 1, cap: 2 } }
"#;

/// Fills in everything: criterion 1 comes to `claim` × 2 + `rate` × 2.
fn trial(overdue: &str, claim: &str, rate: &str) -> Trial {
    let filled = Trial::new(set_of(WAITING)).claim("1.1", claim).fill("1.2", &[rate]).claim("2.2", "2").fill("3.1", &["2"]);
    let mut trial = filled.fill("3.2", &["1"]).fill("2.1", &["75", "100"]);
    let shared = &mut trial.evidenced.as_mut().unwrap().assessment.shared;
    for ((id, typed), column) in [("qua_han", overdue), ("tong", "100")].into_iter().zip(3..) {
        let figure = Points::parse(typed).map_or(Figure::Blank, Figure::Number);
        shared.figures.insert(id.into(), figure);
        shared.cells.inputs.insert(id.into(), CellAddress::new(0, column));
    }
    trial
}

/// Lists what was found of conditions, by code and criterion, in words.
fn told(trial: &Trial) -> Vec<String> {
    let (_, found) = trial.score();
    let of = |code: &str| matches!(code, "P053" | "P054" | "P055" | "P058" | "A044" | "A080");
    found.iter().filter(|one| of(one.code.id)).map(|one| format!("{} {}", one.code.id, one.says(Lang::Vi))).collect()
}

/// Says the conditions of a leaf with what was found for them.
fn explained(trial: &Trial, id: &str) -> String {
    let (card, _) = trial.score();
    let node = card.nodes.iter().find(|node| node.id == id.into()).unwrap();
    let required = &node.trace.as_ref().unwrap().required;
    required.iter().map(|one| one.words(&trial.set, trial.set.rounding).vi).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_holds_changes_nothing() {
    let trial = trial("0", "0.8", "80");
    assert_eq!(trial.row("1"), "3,20 1,60 3,20 – – – = 3,20 / 4");
    assert_eq!(trial.row("2"), "3,50 1,50 3,50 – – – = 3,50 / 4");
    assert_eq!(trial.row("3"), "3,00 3,00 3,00 – – – = 3,00 / 4");
    assert_eq!(told(&trial), [""; 0]);
}

/// What fails counts 0 from what is computed on; claims stay as they were typed, and blank claims claim what is computed.
#[test]
fn a_figure_over_its_limit_takes_the_whole_criterion() {
    let trial = trial("3", "0.8", "80");
    assert_eq!(trial.row("2.1"), "0,00 0,00 0,00 – – – = 0,00 / 2");
    assert_eq!(trial.row("2.2"), "2,00 – 0,00 – – – = 0,00 / 2");
    assert_eq!(trial.row("2"), "2,00 0,00 0,00 – – – = 0,00 / 4");
    // Group 2 is at 0, so 3.2 leaves the maximum.
    assert_eq!(trial.row("3"), "2,00 2,00 2,00 – – – = 2,00 / 2");
    assert_eq!(
        told(&trial),
        [
            "P053 Điều kiện của tiêu chí 2: “Số hồ sơ quá hạn không xin lỗi” bằng 0; đơn vị kê khai 3 hồ sơ: không đạt, tính 0 điểm.",
            "P053 Điều kiện của tiêu chí 3.2: tiêu chí 2 đạt từ 50% số điểm trở lên; đạt 0,00%: không đạt, không áp dụng.",
        ]
    );
}

/// The bound itself is enough, anything below is not, and an index that prints like the bound is told exactly.
#[test]
fn an_index_is_held_exactly() {
    assert_eq!(trial("0", "0.8", "80").row("3.1"), "2,00 2,00 2,00 – – – = 2,00 / 2");
    let below = trial("0", "0.8", "79.995");
    assert_eq!(below.row("3.1"), "0,00 0,00 0,00 – – – = 0,00 / 2");
    assert_eq!(
        told(&below),
        ["P053 Điều kiện của tiêu chí 3.1: tiêu chí 1 đạt từ 80% số điểm trở lên; đạt 79,9975%: không đạt, tính 0 điểm."]
    );
}

/// Blank, unreadable, negative: never more than what fails, and an error at its cell.
#[test]
fn a_missing_figure_is_never_worth_more_than_one_over_the_limit() {
    for typed in ["-", "x", "-1", "0.5"] {
        let mut trial = trial(typed, "0.8", "80");
        if typed == "x" {
            trial.evidenced.as_mut().unwrap().assessment.shared.figures.insert("qua_han".into(), Figure::Wrong("x".into()));
        }
        assert_eq!(trial.row("2.1"), "– – 0,00 – – – = 0,00 / 2", "{typed}");
        assert_eq!(trial.row("2"), "2,00 – 0,00 – – – = 0,00 / 4", "{typed}");
        assert!(trial.codes().contains(&"P054 2 qua_han9".to_owned()), "{:?}", trial.codes());
        let words = explained(&trial, "2.1");
        assert!(words.contains("để trống") && !words.contains("không có ô"), "{words}");
    }
    // A blank leaves a criterion in the maximum that a failed condition would take out.
    let mut blank = trial("0", "1", "100");
    blank.evidenced.as_mut().unwrap().assessment.shared.figures.insert("tong".into(), Figure::Blank);
    assert_eq!(blank.row("3.2"), "– – 0,00 – – – = 0,00 / 2");
    // A form without any place for figures is not asked; that is told.
    let mut bare = trial("0", "1", "100");
    let sent = &mut bare.evidenced.as_mut().unwrap().assessment;
    sent.shared = Answer::default();
    sent.answers.values_mut().for_each(|answer| answer.figures = Figures::default());
    let bare = bare.claim("2.1", "1.5");
    assert_eq!(bare.row("2"), "3,50 – 3,50 – – – = 3,50 / 4");
    assert!(explained(&bare, "2.1").contains("biểu không có ô cho số liệu này"));
}

/// 3 applies only from 50 % of criterion 2, of which 2.1 takes figures and 2.2 a claim.
const EXCUSING: &str = r#"set: mien-tru
title: Điều kiện làm tiêu chí không áp dụng
status: model
total: 10
criteria:
  - id: "2"
    name: Nền
    max: 4
    criteria:
      - id: "2.1"
        name: Nhiệm vụ
        max: 2
        inputs: [ { id: ty_le, kind: percent, label: Tỷ lệ hoàn thành } ]
        rule: { ratio: { of: ty_le } }
      - { id: "2.2", name: Niêm yết, max: 2, rule: { given: { by: unit } } }
  - id: "3"
    name: Nhân rộng
    max: 6
    requires: [ { criterion: "2", index_at_least: 50% } ]
    else: not_applicable
    rule: { given: { by: unit } }
"#;

/// Leaving a criterion blank, claiming less there, or leaving out its documents excuses nobody from another one.
#[test]
fn nobody_excuses_himself_by_what_he_leaves_open() {
    let of = |rate: &str, claims: [&str; 2]| {
        let filled = Trial::new(set_of(EXCUSING)).fill("2.1", &[rate]).claim("3", "0");
        claims.iter().zip(["2.1", "2.2"]).filter(|(claim, _)| !claim.is_empty()).fold(filled, |trial, (claim, id)| trial.claim(id, claim))
    };
    // All is said, and it is too little: the criterion is taken out, and that is fair.
    let failed = of("40", ["", "0.5"]);
    assert_eq!(failed.row("total"), "1,30 0,80 1,30 – – – = 1,30 / 4");
    assert_eq!(
        told(&failed),
        ["P053 Điều kiện của tiêu chí 3: tiêu chí 2 đạt từ 50% số điểm trở lên; đạt 32,50%: không đạt, không áp dụng."]
    );
    // With one of the two left blank it may be enough.
    let blank = of("40", ["", ""]);
    assert_eq!(blank.row("total"), "0,80 0,80 0,80 – – – = 0,80 / 10");
    assert_eq!(
        told(&blank),
        [
            "P054 Điều kiện của tiêu chí 3: tiêu chí 2 đạt từ 50% số điểm trở lên; mới đạt 20,00%, có thể đến 70,00% vì còn phần để trống, hoặc tự chấm thấp hơn số liệu, thiếu tài liệu: chưa biết, tính 0 điểm."
        ]
    );
    // Not even the blank would be enough.
    assert_eq!(of("-", ["", "0"]).row("total").rsplit(" / ").next(), Some("10"));
    assert_eq!(of("0", ["", "0"]).row("total").rsplit(" / ").next(), Some("4"));
    // The figures give 2 of 4, the claims only 1,9.
    let less = of("80", ["1.5", "0.4"]);
    assert_eq!(less.row("total"), "1,90 1,60 1,90 – – – = 1,90 / 10");
    assert!(told(&less)[0].contains("mới đạt 47,50%, có thể đến 50,00%"), "{:?}", told(&less));
    // The same with documents left out.
    let withheld = of("80", ["", "0.4"]).withhold("2.1", "0.5");
    assert_eq!(withheld.row("total").rsplit(" / ").next(), Some("10"));
    // What the council gives is known: it may take the criterion out.
    let first = Stage::Appraised(Round::FIRST);
    let lowered = of("80", ["", "0.4"]).typed(1, "2.1", "0.5").official(first);
    assert_eq!(lowered.row("total").rsplit(" / ").next(), Some("4"));
    // Of two claims the higher never gives the lower index.
    for rate in ["0", "30", "60", "90", "-"] {
        let index = |claim: &str| {
            let (card, _) = of(rate, ["", claim]).score();
            card.index.unwrap_or_default()
        };
        assert!(index("") <= index("0").max(index("2")), "{rate}");
    }
}

/// What the council or the survey has yet to score is not known to fail, and excuses nobody.
#[test]
fn a_condition_waits_for_the_points_of_others() {
    for (by, who) in [("council", "hội đồng"), ("survey", "điều tra")] {
        let yaml = EXCUSING.replace(
            "name: Niêm yết, max: 2, rule: { given: { by: unit } }",
            &format!("name: Niêm yết, max: 2, rule: {{ given: {{ by: {by} }} }}"),
        );
        let trial = Trial::new(set_of(&yaml)).fill("2.1", &["0"]).claim("3", "6").official(Stage::Appraised(Round::FIRST));
        // Before the rounds only what the unit scores itself is looked at: 0 of 2.
        assert_eq!(trial.row("3").rsplit(" = ").next(), Some("0,00 / 6"), "{by}");
        let told = told(&trial);
        assert!(told[0].starts_with("P058 ") && told[0].contains("có thể đến 50,00%") && told[0].contains(who), "{told:?}");
        let scored = if by == "council" { trial.typed(1, "2.2", "2") } else { trial.survey("2.2", "2") };
        assert_eq!(scored.row("3").rsplit(" = ").next(), Some("6,00 / 6"), "{by}");
    }
}

/// Each stage looks at the same stage of the other criterion.
#[test]
fn a_round_of_appraisal_may_fail_or_meet_a_condition() {
    let appraised = |round| Stage::Appraised(Round::new(round).unwrap());
    // The council takes from criterion 1: 3.1 falls, though nobody typed anything there.
    let lowered = trial("0", "0.8", "80").typed(1, "1.1", "0.5").official(appraised(1));
    assert_eq!(lowered.row("3.1"), "2,00 2,00 2,00 – – – = 0,00 / 2");
    assert_eq!(lowered.row("3"), "3,00 3,00 3,00 1,00 – – = 1,00 / 4");
    assert_eq!(lowered.row("total"), "9,70 6,10 9,70 7,10 – – = 7,10 / 12");
    // It gives to criterion 1 in round 2: 3.1 counts again.
    let raised = trial("0", "0.8", "70").typed(1, "2.2", "1").typed(2, "1.1", "0.9").official(appraised(2));
    assert_eq!(raised.row("3.1"), "0,00 0,00 0,00 – – – = 2,00 / 2");
    assert_eq!(raised.row("3"), "1,00 1,00 1,00 – 3,00 – = 3,00 / 4");
    // Withheld evidence counts from `accepted` on.
    let withheld = trial("0", "1", "100").withhold("1.2", "1");
    assert_eq!(withheld.row("3.1"), "2,00 2,00 0,00 – – – = 0,00 / 2");
}

/// The survey counts in the index of a criterion after each round.
#[test]
fn what_people_answer_meets_a_condition_too() {
    let yaml = r#"set: khao-sat
title: Điều kiện có khảo sát
status: model
total: 6
criteria:
  - id: "1"
    name: Phục vụ
    max: 4
    criteria:
      - { id: "1.1", name: Kế hoạch, max: 2, rule: { given: { by: unit } } }
      - { id: "1.2", name: Hài lòng, max: 2, rule: { given: { by: survey } } }
  - { id: "2", name: Sáng kiến, max: 2, requires: [ { criterion: "1", index_at_least: 80% } ], rule: { given: { by: unit } } }
"#;
    let of = |survey: &str| {
        let filled = Trial::new(set_of(yaml)).claim("1.1", "2").claim("2", "2").survey("1.2", survey);
        filled.typed(1, "1.1", "1.5").official(Stage::Appraised(Round::FIRST))
    };
    // (1,5 + 1,7) of 4 are 80%, on which criterion 2 counts; (1,5 + 1,6) are less.
    assert_eq!(of("1.7").row("total"), "4,00 – 4,00 3,50 – 1,70 = 5,20 / 6");
    assert_eq!(of("1.6").row("total"), "4,00 – 4,00 1,50 – 1,60 = 3,10 / 6");
}

/// Points typed don't stand in for a condition; the council's word that the criterion applies does.
#[test]
fn the_council_overrules_a_condition_in_words_only() {
    let first = Stage::Appraised(Round::FIRST);
    let typed = trial("3", "1", "100").typed(1, "2.1", "2").official(first);
    assert_eq!(typed.row("2.1"), "0,00 0,00 0,00 2,00 – – = 0,00 / 2");
    assert_eq!(
        told(&typed)[0],
        "A044 Tiêu chí “2.1” được thẩm định “2” điểm nhưng không đạt điều kiện của bộ tiêu chí; điểm này không được tính."
    );
    // What stood before the round stays as it was.
    assert_eq!(typed.clone().applies(1, "2.1", true).row("2.1"), "0,00 0,00 0,00 2,00 – – = 2,00 / 2");
    assert_eq!(typed.row("3.2").rsplit(" = ").next().unwrap(), "– / 0");
    let back = typed.applies(1, "3.2", true);
    assert_eq!(back.row("3.2"), "1,00 1,00 – – – – = 1,00 / 2");
}

/// What does not apply is not asked: a criterion that waits for it counts.
#[test]
fn what_does_not_apply_is_not_waited_for() {
    let excused = trial("0", "0", "0").excused("1.1").excused("1.2");
    assert_eq!(excused.row("3.1"), "2,00 2,00 2,00 – – – = 2,00 / 2");
}

/// Draws answers: figures around every limit, blanks, wrong values, claims.
fn drawn(set: &CriteriaSet, seed: u64) -> SelfAssessment {
    let mut dice = Dice::new(seed);
    let mut figure = |most: u64| match dice.throw(10) {
        0 => Figure::Blank,
        1 => Figure::Number(points("-1")),
        2 => Figure::Number(points("0.5")),
        3 | 4 => Figure::Number(points("0")),
        _ => Figure::Number(points(&dice.throw(most).to_string())),
    };
    let shared =
        Answer { figures: [("qua_han", 2), ("tong", 1100)].map(|(id, most)| (id.into(), figure(most))).into(), ..Answer::default() };
    let mut answers: BTreeMap<CriterionId, Answer> = BTreeMap::new();
    for (criterion, leaf) in set.leaves() {
        let own = leaf.inputs.iter().filter(|input| !input.shared).map(|input| (input.id.clone(), figure(101))).collect();
        answers.insert(criterion.id.clone(), Answer { figures: own, ..Answer::default() });
    }
    for (id, answer) in &mut answers {
        answer.claim = match dice.throw(6) {
            0 | 1 => Claim::Blank,
            2 if id.as_str() == "3.2" => Claim::NotApplicable,
            2 | 3 => Claim::Points(points("0.75")),
            _ => Claim::Points(points("1")),
        };
    }
    let of = SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() };
    let file = "form.xlsx".into();
    let mut sent = SelfAssessment {
        unit: "so-tai-chinh".into(),
        set: of,
        file,
        layout: layout::LAYOUT.into(),
        answers,
        shared,
        remarks: parindex::assessment::Remarks::default(),
        holds_unread: false,
    };
    sent.spread(set);
    sent
}

#[test]
fn conditions_are_live_in_the_form() {
    let set = set_of(WAITING);
    assert_eq!(recalculated(form(&set, None), "requires-blank.xlsx"), [""; 0]);
    let (mut failed, mut held) = (0, 0);
    for seed in 0..40 {
        let sent = drawn(&set, seed);
        let bytes = form(&set, Some(&sent));
        assert_eq!(recalculated(bytes.clone(), "requires.xlsx"), [""; 0], "{seed}");
        let mut opened = crate::form::Opened::new(bytes);
        let (card, _) = super::scored(&set, sent);
        for id in ["1", "2", "3"] {
            let node = card.nodes.iter().find(|node| node.id == CriterionId::from(id)).unwrap();
            let seen = crate::form::shown(&opened.assessed(&format!("group:{id}"), "exact"));
            let computed = node.stages.computed.as_ref().map(|points| crate::form::rounded(points.to_cell())).unwrap_or_default();
            assert_eq!(seen, computed, "{seed}: {id}");
        }
        for node in card.nodes.iter().filter_map(|node| node.trace.as_ref()).flat_map(|trace| &trace.required) {
            *if node.holds == Some(true) { &mut held } else { &mut failed } += 1;
        }
    }
    assert!(failed > 40 && held > 40, "{failed} {held}");
}

/// 2 waits for a comparison with other units, 4 applies only from 60 % of alternatives, one of which has parts.
const COMPARED: &str = r#"set: so-sanh
title: Điều kiện trên tiêu chí so sánh và thay thế
status: model
total: 10
alternatives:
  - { id: hoac, criteria: ["3.1", "3.2"] }
criteria:
  - id: "1"
    name: So sánh
    max: 2
    inputs: [ { id: so, kind: count, label: Số sáng kiến } ]
    rule: { relative: { of: so } }
  - { id: "2", name: Chờ so sánh, max: 2, requires: [ { criterion: "1", index_at_least: 50% } ], inputs: [ { id: b, kind: count, label: Số b } ], rule: { count: { of: b, each: 1, cap: 2 } } }
  - id: "3"
    name: Cách làm
    max: 4
    criteria:
      - { id: "3.1", name: Trang, max: 4, inputs: [ { id: c, kind: count, label: Số c } ], rule: { count: { of: c, each: 1, cap: 4 } } }
      - id: "3.2"
        name: Trang con
        max: 4
        criteria:
          - { id: "3.2.1", name: Có, max: 2, weight: 1, inputs: [ { id: d, kind: count, label: Số d } ], rule: { count: { of: d, each: 0.5, cap: 2 } } }
          - { id: "3.2.2", name: Đủ, max: 2, rule: { given: { by: unit } } }
  - { id: "4", name: Nhân rộng, max: 2, requires: [ { criterion: "3", index_at_least: 60% } ], else: not_applicable, inputs: [ { id: e, kind: count, label: Số e } ], rule: { count: { of: e, each: 1, cap: 2 } } }
"#;

/// What waits for other units, or is open in one of several alternatives, is unknown in the form as it is in the program.
#[test]
fn the_form_knows_what_it_cannot_know() {
    let set = set_of(COMPARED);
    assert_eq!(recalculated(form(&set, None), "compared-blank.xlsx"), [""; 0]);
    let mut seen_states = BTreeMap::new();
    for seed in 0..40 {
        let mut dice = Dice::new(900 + seed);
        let mut sent = drawn(&set, seed);
        for (id, answer) in &mut sent.answers {
            answer.claim = match dice.throw(3) {
                0 if id.as_str() == "3.2.2" => Claim::Points(points("1")),
                1 if id.as_str() == "3.2.2" => Claim::Points(points("2")),
                _ => Claim::Blank,
            };
            for figure in answer.figures.values_mut() {
                *figure = if dice.throw(3) == 0 { Figure::Blank } else { Figure::Number(points(&dice.throw(5).to_string())) };
            }
        }
        let bytes = form(&set, Some(&sent));
        assert_eq!(recalculated(bytes.clone(), "compared.xlsx"), [""; 0], "{seed}");
        let mut opened = crate::form::Opened::new(bytes);
        let (card, _) = super::scored(&set, sent);
        for id in ["2", "3", "4"] {
            let node = card.nodes.iter().find(|node| node.id == CriterionId::from(id)).unwrap();
            let key = if id == "3" { "group:3".to_owned() } else { format!("leaf:{id}") };
            let seen = crate::form::shown(&opened.assessed(&key, "exact"));
            let computed = node.stages.computed.as_ref().map(|points| crate::form::rounded(points.to_cell())).unwrap_or_default();
            let computed =
                if node.trace.as_ref().is_some_and(|trace| trace.excused.is_some()) { "Không áp dụng".to_owned() } else { computed };
            assert_eq!(seen, computed, "{seed}: {id}");
        }
        for node in card.nodes.iter().filter(|node| node.id == CriterionId::from("4")) {
            *seen_states.entry(format!("{:?}", node.trace.as_ref().unwrap().required[0].holds)).or_insert(0) += 1;
        }
        let two = card.nodes.iter().find(|node| node.id == CriterionId::from("2")).unwrap().trace.clone().unwrap();
        assert_eq!(two.required[0].holds, Some(true), "{seed}: nobody can know here how others stand");
    }
    assert!(seen_states.len() == 3 && seen_states.values().all(|count| *count > 3), "{seen_states:?}");
}

#[test]
fn the_form_says_when_a_criterion_counts() {
    let printed = super::printed(form(&set_of(WAITING), None)).join("\n");
    for words in [
        "Chỉ tính điểm khi “Số hồ sơ quá hạn không xin lỗi” bằng 0; nếu không thì tính 0 điểm.",
        "Chỉ tính điểm khi tiêu chí 1 đạt từ 80% số điểm trở lên; nếu không thì tính 0 điểm.",
        "Chỉ áp dụng khi tiêu chí 2 đạt từ 50% số điểm trở lên và “Tổng số hồ sơ” không quá 1.000; nếu không thì không áp dụng.",
    ] {
        assert!(printed.contains(words), "{words}\n{printed}");
    }
}

/// Whatever is typed, a figure left out never gives a higher index than any figure that could stand there.
#[test]
fn no_figure_left_out_raises_the_index() {
    let set = set_of(WAITING);
    for seed in 0..60 {
        let mut sent = drawn(&set, seed);
        sent.answers.get_mut(&"3.2".into()).unwrap().claim = Claim::Blank;
        let index = |figure: Figure| {
            let mut sent = sent.clone();
            sent.shared.figures.insert("qua_han".into(), figure);
            sent.spread(&set);
            super::scored(&set, sent).0.nodes.into_iter().find(|node| node.id == CriterionId::from("2")).unwrap().official
        };
        let blank = index(Figure::Blank);
        for number in ["0", "1", "5"] {
            assert!(blank <= index(Figure::Number(points(number))), "{seed}");
        }
    }
}

#[test]
fn what_cannot_be_required_is_told() {
    let found = |from: &str, to: &str| {
        assert!(WAITING.contains(from), "{from}");
        let read = criteria::read(&WAITING.replacen(from, to, 1), "set.yaml");
        assert!(read.value.is_none() || read.findings.iter().all(|one| one.code.id == "C067"));
        let all = read.findings.iter().map(|one| format!("{} {}", one.code.id, one.says(Lang::Vi)));
        all.filter(|one| !one.starts_with("C067 ")).collect::<Vec<_>>()
    };
    let index = "{ criterion: \"1\", index_at_least: 80% }";
    assert_eq!(found(index, "{ criterion: \"11\", index_at_least: 80% }"), ["C052 bộ tiêu chí không có tiêu chí “11”"]);
    assert_eq!(found(index, "{ criterion: \"3.1\", index_at_least: 80% }"), ["C053 các điều kiện chờ lẫn nhau: 3.1 → 3.1"]);
    assert_eq!(found(index, "{ criterion: \"3\", index_at_least: 80% }"), ["C053 các điều kiện chờ lẫn nhau: 3.1 → 3 → 3.1"]);
    assert_eq!(found(index, "{ criterion: \"3.2\", index_at_least: 80% }"), [""; 0], "3.2 does not wait for 3.1");
    let figure = "requires: [ { figure: qua_han, at_most: 0 } ]";
    assert_eq!(
        found(figure, "requires: [ { criterion: \"2.1\", index_at_least: 80% } ]"),
        ["C026 không tiêu chí nào dùng số liệu “qua_han”", "C053 các điều kiện chờ lẫn nhau: 2 → 2.1 → 2"]
    );
    assert_eq!(
        found(figure, "requires: [ { figure: qua_han, at_most: 0 }, { criterion: \"3.2\", index_at_least: 1 } ]"),
        ["C053 các điều kiện chờ lẫn nhau: 2 → 3.2 → 2"]
    );
    assert_eq!(
        found("figure: qua_han, at_most: 0", "figure: quahan, at_most: 0")[1],
        "C047 bộ tiêu chí không có số liệu dùng chung “quahan”"
    );
    assert_eq!(found("at_most: 0 }", "at_most: 5% }"), ["C051 “qua_han” không phải là tỷ lệ nên mức không ghi dấu %"]);
    assert_eq!(found("index_at_least: 80%", "index_at_least: 120%"), ["C051 chỉ số 120% không nằm trong khoảng từ trên 0% đến 100%"]);
    assert_eq!(
        found(index, "{ criterion: \"1\", at_most: 80% }"),
        ["C051 điều kiện của “3.1” phải ghi “criterion” với “index_at_least”, hoặc “figure” với “at_most”"]
    );
    assert_eq!(
        found("    requires: [ { figure: qua_han, at_most: 0 } ]\n", "    requires: []\n")[1],
        "C051 danh sách requires của “2” trống"
    );
    assert_eq!(found("else: not_applicable", "else: full").len(), 1);
    assert_eq!(found("else: not_applicable", "else: 0"), [""; 0]);
}

/// What a rule finds not applicable stays so, whatever a condition says.
#[test]
fn nothing_to_count_stays_nothing_to_count() {
    let mut none = trial("3", "1", "100").fill("2.1", &["0", "0"]);
    none.evidenced.as_mut().unwrap().assessment.shared.figures.insert("tong".into(), Figure::Number(points("0")));
    assert_eq!(none.row("2"), "2,00 – 0,00 – – – = 0,00 / 2");
    let (card, _) = none.score();
    let gives = card.nodes.iter().find(|node| node.id.as_str() == "2.1").and_then(|node| node.trace.as_ref()?.outcome.as_ref());
    assert_eq!(gives.unwrap().gives, Gives::NotApplicable);
}

/// Before the rounds a figure is as declared; from a round on as the council corrects it there, and a later round may correct it
/// again.
#[test]
fn a_corrected_figure_fails_or_meets_a_condition() {
    let appraised = |round| Stage::Appraised(Round::new(round).unwrap());
    let trial = || trial("0", "1", "100");
    let over = trial().corrected(1, "2.1", "tong", "1500");
    assert_eq!(over.clone().official(Stage::Accepted).row("3.2"), "1,00 1,00 1,00 – – – = 1,00 / 2");
    let first = over.clone().official(appraised(1));
    assert_eq!(first.row("3"), "3,00 3,00 3,00 2,00 – – = 2,00 / 2");
    assert_eq!(
        told(&first),
        ["P053 Điều kiện của tiêu chí 3.2: “Tổng số hồ sơ” không quá 1.000; hội đồng xác định là 1.500 hồ sơ: không đạt, không áp dụng."]
    );
    let again = over.corrected(2, "2.1", "tong", "1000").official(appraised(2));
    assert_eq!(again.row("3"), "3,00 3,00 3,00 2,00 3,00 – = 3,00 / 4");
    assert_eq!(told(&again), [""; 0]);
    // What contradicts the points of the same round counts for nothing, for a condition neither.
    let disputed = trial().corrected(1, "2.1", "tong", "1500").typed(1, "2.1", "1").official(appraised(1));
    assert_eq!(disputed.row("3.2"), "1,00 1,00 1,00 – – – = 1,00 / 2");
    // Nor does it where the same round says that the criterion does not apply.
    let out = trial().corrected(1, "2.1", "tong", "1500").applies(1, "2.1", false).official(appraised(1));
    assert_eq!(out.row("3.2"), "1,00 1,00 1,00 – – – = 1,00 / 2");
}

/// A figure that the council finds to be one thing at a criterion and another at the next is asked, unless it makes no difference.
#[test]
fn a_figure_corrected_in_two_ways_decides_nothing() {
    let yaml = WAITING.replace(
        "inputs: [ { id: so, kind: count, label: Số sáng kiến } ]\n        rule: { count: { of: so, each: 1, cap: 2 } }",
        "inputs: [ { figure: tong } ]\n        rule: { count: { of: tong, each: 0.01, cap: 2 } }",
    );
    let of = |values: [&str; 2]| {
        let mut trial = trial("0", "1", "100");
        trial.set = set_of(&yaml);
        trial.answer("3.1").figures = [("tong".into(), Figure::Number(points("100")))].into_iter().collect::<Figures>();
        let [one, other] = values;
        trial.corrected(1, "2.1", "tong", one).corrected(1, "3.1", "tong", other).official(Stage::Appraised(Round::FIRST))
    };
    let apart = of(["900", "1500"]);
    assert_eq!(apart.row("3.2"), "1,00 1,00 1,00 – – – = 0,00 / 2");
    assert_eq!(
        told(&apart),
        [
            "A080 Điều kiện của tiêu chí 3.2: “Tổng số hồ sơ” không quá 1.000; hội đồng xác định khác nhau giữa các tiêu chí (900; 1.500 hồ sơ): chưa biết, tính 0 điểm."
        ]
    );
    assert_eq!(of(["900", "1000"]).row("3.2"), "1,00 1,00 1,00 – – – = 1,00 / 2");
    assert_eq!(of(["1100", "1500"]).row("3.2"), "1,00 1,00 1,00 – – – = – / 0");
}

/// A figure that no criterion names can't be corrected: that is said before the year begins.
#[test]
fn a_figure_that_only_conditions_look_at_is_said() {
    let said = |yaml: &str| {
        let found = criteria::read(yaml, "set.yaml").findings;
        found.iter().map(|one| format!("{} {:?} {}", one.code.id, one.place.line, one.says(Lang::Vi))).collect::<Vec<_>>()
    };
    assert_eq!(said(WAITING), ["C067 Some(6) số liệu “qua_han” chỉ được dùng trong điều kiện"]);
    let named = WAITING.replace("inputs: [ { id: ty_le,", "inputs: [ { figure: qua_han }, { id: ty_le,");
    assert_eq!(said(&named), [""; 0]);
}
