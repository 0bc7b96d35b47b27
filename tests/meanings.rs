//! What words of scoring mean where two honest readings differ, each with relatives of the smallest example.

use parindex::assessment::{Claim, Content, Stage};
use parindex::points::{Points, Rounding};
use serde_json::Value;

use crate::folder::Folder;
use crate::rules::dice::Dice;
use crate::scoring::{Trial, appraised, check, number, rate, set};

/// A leaf of two parts of 1 point each, of which the second may have nothing to do, and a leaf that the council scores.
fn two_parts() -> Trial {
    let two = set(
        "10",
        "",
        r#"criteria:
  - id: "1"
    name: Tiêu chí một
    max: 2
    inputs: [ { id: bc, kind: yes_no, label: Báo cáo }, { id: x, kind: count, label: Số x }, { id: y, kind: count, label: Số y } ]
    rule:
      sum_of:
        parts:
          - { id: p1, label: Phần 1, max: 1, rule: { yes_no: { all: [bc] } } }
          - { id: p2, label: Phần 2, max: 1, rule: { ratio: { of: x, to: y, when_nothing: not_applicable } } }
  - { id: "2", name: Tiêu chí hai, max: 8, rule: { given: { by: council } } }"#,
    );
    Trial::new(two).official(appraised(1)).typed(1, "2", "6")
}

#[test]
fn meaning_31_more_points_from_the_council_never_lower_the_index() {
    let u1 = two_parts().fill("1", &["Có", "0", "0"]).typed(1, "1", "1");
    check(&u1, "1", "1,00 1,00 1,00 1,00 – – = 1,00 / 1", &["P007 1 y9"]);
    let u2 = two_parts().fill("1", &["Có", "0", "0"]).typed(1, "1", "1.25");
    check(&u2, "1", "1,00 1,00 1,00 1,25 – – = 1,00 / 1", &["P007 1 y9", "A004 1", "P016"]);
    let message = &u2.score().1[1].message;
    assert_eq!(message.vi, "Điểm “1,25” của tiêu chí “1” ngoài khoảng từ 0 đến 1, phần điểm tối đa còn áp dụng; chưa được tính.");
    assert_eq!(message.en, "The points “1.25” for criterion “1” are outside 0 to 1, what is left of its maximum; they do not count.");
    // Points typed where the whole leaf has nothing to do bring its whole maximum back (13).
    let whole = Trial::new(rate("2", "")).official(appraised(1)).fill("1", &["0", "0"]);
    assert_eq!(whole.clone().typed(1, "1", "0.5").row("1"), "– – – 0,50 – – = 0,50 / 2");
    // But for points that don't count.
    assert_eq!(whole.typed(1, "1", "2.5").row("1"), "– – – 2,50 – – = – / 0");
}

#[test]
fn meaning_31_of_two_values_in_range_the_higher_never_gives_the_lower_index() {
    let mut dice = Dice::new(31);
    let index = |trial: &Trial| {
        let (card, _) = trial.score();
        let refused = trial.codes().iter().any(|code| code.starts_with("A004"));
        (card.applicable_max.clone(), card.index.clone(), refused)
    };
    let mut compared = 0;
    for _ in 0..300 {
        let figures = |dice: &mut Dice| [0, 0, 1, 3].map(|most| dice.throw(most + 1).to_string());
        let [_, x, y, _] = figures(&mut dice);
        let mut trial = two_parts().fill("1", &[if dice.throw(2) == 0 { "Có" } else { "Không" }, &x, &y]);
        if dice.throw(3) == 0 {
            trial = trial.applies(1, ["1/p1", "1/p2"][usize::try_from(dice.throw(2)).unwrap()], dice.throw(2) == 0);
        }
        let mut typed = [dice.throw(10), dice.throw(10)].map(|quarters| number(&quarters.to_string()).over(&number("4")).unwrap());
        typed.sort();
        let [low, high] = typed.clone().map(|points| index(&trial.clone().typed(1, "1", &points.plain())));
        if !low.2 && !high.2 && low.0 == high.0 {
            compared += 1;
            assert!(low.1 <= high.1, "{trial:?}");
        }
        // The same of points typed a round before.
        let later = trial.clone().applies(2, ["1/p1", "1/p2"][usize::try_from(dice.throw(2)).unwrap()], dice.throw(2) == 0);
        let typed = typed.map(|points| index(&later.clone().official(appraised(2)).typed(1, "1", &points.plain())));
        if typed.iter().all(|one| !one.2) && typed[0].0 == typed[1].0 {
            assert!(typed[0].1 <= typed[1].1, "{later:?}");
        }
        for one in [&low, &high].into_iter().chain(&typed) {
            assert!(one.1.as_ref().is_none_or(|index| *index <= Points::hundred()), "{trial:?}");
        }
    }
    assert!(compared > 100, "{compared}");
}

#[test]
fn meaning_31_a_claim_above_what_is_left_counts_as_blank() {
    let filled = || two_parts().fill("1", &["Có", "0", "0"]);
    for (claim, row, codes) in [
        ("1", "1,00 1,00 1,00", vec!["P007 1 y9"]),
        ("1.5", "1,50 1,00 1,00", vec!["P007 1 y9", "P030 1 claimed9"]),
        ("2", "2,00 1,00 1,00", vec!["P007 1 y9", "P030 1 claimed9"]),
        ("2.5", "2,50 1,00 1,00", vec!["P007 1 y9", "P011 1 claimed9"]),
    ] {
        let trial = filled().claim("1", claim).official(Stage::Accepted);
        check(&trial, "1", &format!("{row} – – – = 1,00 / 1"), &codes);
        assert_eq!(trial.row("total").split(' ').next(), Some("1,00"), "claimed totals add what is computed");
    }
}

/// Explains the points of criterion 1 as they stand.
fn explained(trial: &Trial) -> String {
    let (card, _) = trial.score();
    let outcome = card.nodes[0].trace.as_ref().unwrap().outcome.as_ref().unwrap();
    let criterion = trial.set.find(&"1".into()).unwrap();
    let leaf = criterion.leaf().unwrap();
    let told = leaf.rule.explain(outcome, &trial.set.terms(criterion, leaf));
    told.into_iter().map(|text| text.vi).collect::<Vec<String>>().join(" ")
}

#[test]
fn meaning_31_the_council_gives_parts_back_and_takes_them_away() {
    let nothing_to_do = || two_parts().fill("1", &["Có", "0", "0"]);
    let row = |trial: Trial| (trial.row("1"), trial.codes());
    // Given back: the whole maximum, to which points may now go.
    let back = nothing_to_do().applies(1, "1/p2", true);
    assert_eq!(row(back.clone()), ("1,00 1,00 1,00 1,00 – – = 1,00 / 2".into(), vec![]));
    assert_eq!(row(back.clone().typed(1, "1", "1.75")), ("1,00 1,00 1,00 1,75 – – = 1,75 / 2".into(), vec![]));
    let told: Vec<String> = back.score().0.nodes[0]
        .trace
        .as_ref()
        .unwrap()
        .applies
        .iter()
        .map(|said| said.words(&parindex::assessment::Rounds::default()).vi)
        .collect();
    assert_eq!(told, ["Thẩm định lần 1: xác định phần “Phần 2” có áp dụng."]);
    // Taken away: with the points that its figures gave, from its round on.
    let full = || two_parts().fill("1", &["Có", "1", "2"]);
    assert_eq!(full().row("1"), "1,50 1,50 1,50 – – – = 1,50 / 2");
    assert_eq!(full().applies(1, "1/p1", false).row("1"), "1,50 1,50 1,50 0,50 – – = 0,50 / 1");
    assert_eq!(full().applies(1, "1/p2", false).row("1"), "1,50 1,50 1,50 1,00 – – = 1,00 / 1");
    assert_eq!(full().applies(1, "1/p1", false).applies(1, "1/p2", false).row("1"), "1,50 1,50 1,50 – – – = – / 0");
    assert_eq!(full().applies(1, "1", false).row("1"), "1,50 1,50 1,50 – – – = – / 0");
    // What the unit claims below its figures stays the most that is left to it.
    assert_eq!(full().claim("1", "0.75").applies(1, "1/p2", false).row("1"), "0,75 1,50 0,75 0,75 – – = 0,75 / 1");
    // What explains the points is what is left, not what was declared.
    assert!(explained(&full()).ends_with("Cộng: 1,50 điểm."), "{}", explained(&full()));
    let left = explained(&full().applies(1, "1/p2", false));
    assert!(left.ends_with("Cộng: 1,00 điểm; điểm tối đa còn 1."), "{left}");
    // A later round has the last word; a round beyond the official one has none.
    let rounds = full().applies(1, "1/p2", false).applies(2, "1/p2", true);
    assert_eq!(rounds.clone().official(appraised(2)).row("1"), "1,50 1,50 1,50 1,00 1,50 – = 1,50 / 2");
    assert_eq!(row(rounds), ("1,50 1,50 1,50 1,00 1,50 – = 1,00 / 1".into(), vec!["A020".into()]));
    let later = full().applies(1, "1", false).typed(2, "1", "1.25").official(appraised(2));
    assert_eq!(later.row("1"), "1,50 1,50 1,50 – 1,25 – = 1,25 / 2");
    // Points typed before a part was taken away stand in their round, and lose those of the part from there on.
    let before = full().typed(1, "1", "1.5").applies(2, "1/p1", false).official(appraised(2));
    assert_eq!(row(before), ("1,50 1,50 1,50 1,50 0,50 – = 0,50 / 1".into(), vec!["P016".into()]));
}

#[test]
fn meaning_31_what_the_council_takes_out_changes_nothing_before_its_round() {
    let full = || two_parts().fill("1", &["Có", "1", "2"]).claim("1", "2").official(appraised(2));
    let over = |trial: &Trial| trial.score().0.over_claim_net();
    // A claim above what the council leaves is not the unit's fault: nothing is said of it but that its figures give less.
    let part = full().applies(2, "1/p1", false);
    check(&part, "1", "2,00 1,50 1,50 – 0,50 – = 0,50 / 1", &["P009 1 claimed9", "P016"]);
    assert_eq!(part.row("total"), "2,00 1,50 1,50 7,50 6,50 – = 6,50 / 9");
    assert_eq!(over(&part), number("1.5"));
    // The same fact by figures: over-claim is the same.
    let (said, figures) = (full().applies(2, "1/p2", false), full().corrected(2, "1", "x", "0").corrected(2, "1", "y", "0"));
    for trial in [said, figures] {
        assert_eq!((trial.row("1"), over(&trial)), ("2,00 1,50 1,50 – 1,00 – = 1,00 / 1".into(), number("1")));
    }
    // Nor does the whole leaf change the totals of before, and what stood comes back where a later round says so.
    let whole = full().applies(1, "1", false);
    assert_eq!(whole.row("total"), "2,00 1,50 1,50 6,00 – – = 6,00 / 8");
    assert_eq!(over(&whole), number("2"));
    let back = whole.applies(2, "1", true);
    assert_eq!(
        (back.row("1"), back.row("total")),
        ("2,00 1,50 1,50 – 1,50 – = 1,50 / 2".into(), "2,00 1,50 1,50 6,00 7,50 – = 7,50 / 10".into())
    );
    // Points that went with a part come back with it.
    let typed = full().typed(1, "1", "1.25").applies(1, "1/p2", true).applies(2, "1/p2", false).applies(3, "1/p2", true);
    assert_eq!(typed.clone().row("1"), "2,00 1,50 1,50 1,25 0,75 1,25 – = 0,75 / 1");
    assert_eq!(typed.official(appraised(3)).row("1"), "2,00 1,50 1,50 1,25 0,75 1,25 – = 1,25 / 2");
}

#[test]
fn meaning_31_contradictions_count_neither_way() {
    let full = || two_parts().fill("1", &["Có", "1", "2"]);
    let against = full().typed(1, "1", "2").applies(1, "1", false);
    check(&against, "1", "1,50 1,50 1,50 2,00 – – = 1,50 / 2", &["A021 1", "P016"]);
    assert_eq!(full().corrected(1, "1", "x", "2").applies(1, "1", false).row("1"), "1,50 1,50 1,50 – – – = 1,50 / 2");
    assert_eq!(full().corrected(1, "1", "x", "2").typed(1, "1", "1.75").row("1"), "1,50 1,50 1,50 1,75 – – = 1,50 / 2");
    let excused = full().excused("1").applies(1, "1", true);
    check(&excused, "1", "– – – – – – = – / 0", &["A022 1"]);
    let part = full().excused("1").applies(1, "1/p2", true);
    check(&part, "1", "– – – – – – = – / 0", &["A022 1"]);
    // “Không” on what the campaign excuses says the same twice.
    check(&full().excused("1").applies(1, "1", false), "1", "– – – – – – = – / 0", &[]);
    // Without figures, the claim is compared with what is left.
    let claimed = two_parts().without_cells("1").claim("1", "1").applies(1, "1/p2", false);
    check(&claimed, "1", "1,00 – 1,00 1,00 – – = 1,00 / 1", &[]);
    check(&claimed.claim("1", "2"), "1", "2,00 – 2,00 1,00 – – = 1,00 / 1", &[]);
}

/// Three rates of 1 point each.
fn three_rates() -> Trial {
    let leaf = |id: &str| {
        format!(
            "      - {{ id: \"{id}\", name: Tiêu chí, max: 1, inputs: [ {{ id: a, kind: count, label: Số a }}, {{ id: b, kind: count, label: Số b }} ], rule: {{ ratio: {{ of: a, to: b, when_nothing: zero }} }} }}\n"
        )
    };
    let leaves: String = ["1.1", "1.2", "1.3"].map(leaf).concat();
    Trial::new(set("3", "", &format!("criteria:\n  - id: \"1\"\n    name: Lĩnh vực\n    max: 3\n    criteria:\n{leaves}")))
        .official(Stage::Claimed)
}

#[test]
fn meaning_30_claimed_totals_add_what_was_typed() {
    let filled = |figures: [&str; 2]| ["1.1", "1.2", "1.3"].iter().fold(three_rates(), |trial, id| trial.fill(id, &figures));
    let claim = |trial: Trial, claims: [&str; 3]| {
        ["1.1", "1.2", "1.3"]
            .iter()
            .zip(claims)
            .filter(|(_, claim)| !claim.is_empty())
            .fold(trial, |trial, (id, claim)| trial.claim(id, claim))
    };
    // 0,67 claimed three times for 2/3: printed alike, and 2,01 is what was typed.
    let typed = claim(filled(["2", "3"]), ["0.67", "0.67", "0.67"]);
    assert_eq!(typed.row("1"), "2,01 2,00 2,00 – – – = 2,01 / 3");
    assert_eq!(typed.score().0.index, Some(number("67")));
    assert!(typed.score().0.over_claim_net().is_zero(), "meaning 7 is about over-claim");
    assert_eq!(typed.clone().official(Stage::Accepted).row("1"), "2,01 2,00 2,00 – – – = 2,00 / 3");
    for (claims, total) in [
        (["", "", ""], "2,00"),
        (["0.67", "", ""], "2,00"),
        (["0.67", "0.67", ""], "2,01"),
        (["0.666", "0.666", "0.666"], "2,00"),
        (["0.5", "0.25", "1"], "1,75"),
        (["1.5", "-1", "0.67"], "2,00"),
    ] {
        assert_eq!(claim(filled(["2", "3"]), claims).row("1").split(' ').next(), Some(total), "{claims:?}");
    }
    // A claim on a leaf that only the council made apply adds nothing.
    let council = Trial::new(rate("2", "")).fill("1", &["0", "0"]).claim("1", "2").typed(1, "1", "1").official(appraised(1));
    assert_eq!(council.row("total"), "– – – 1,00 – – = 1,00 / 2");
}

#[test]
fn meaning_29_what_the_maximum_is_printed_as_is_the_maximum() {
    let one = |decimals: &str| {
        let yaml = r#"criteria:
  - { id: "1", name: Một, max: 0.75, inputs: [ { id: a, kind: count, label: Số a }, { id: b, kind: count, label: Số b } ], rule: { ratio: { of: a, to: b, when_nothing: zero } } }
  - { id: "2", name: Hai, max: 0.25, rule: { given: { by: unit } } }"#;
        Trial::new(set("1", &format!("rounding: {{ decimals: {decimals} }}"), yaml)).fill("1", &["2", "2"]).claim("2", "0.25")
    };
    // Decimals, claim on 0,75, whether it is taken for the maximum.
    for (decimals, claim, counts) in [
        ("1", "0.8", true),
        ("1", "0.75", true),
        ("1", "0.84", false),
        ("1", "0.79", false),
        ("2", "0.8", false),
        ("0", "1", true),
        ("0", "0.8", false),
    ] {
        let trial = one(decimals).claim("1", claim);
        let codes: &[&str] = if counts { &[] } else { &["P011 1 claimed9"] };
        assert_eq!(trial.codes(), codes, "{decimals} {claim}");
        let (card, _) = trial.score();
        assert_eq!((card.points, card.stages.claimed), (number("1"), Some(number("1"))), "{decimals} {claim}");
    }
    // Points of the council, and what is left of a maximum, likewise; a group's decimals stand for the set's.
    let council = one("1").typed(1, "1", "0.8").typed(1, "2", "0.3").official(appraised(1));
    assert_eq!((council.score().0.points, council.codes()), (number("1"), vec![]));
    let group = parindex::scoring::score_group(
        &one("2").set,
        Rounding { decimals: 1, ..Rounding::default() },
        &[one("2").claim("1", "0.8").entrant()],
        Stage::Accepted,
    );
    assert_eq!((group.value[0].points.clone(), group.findings.len()), (number("1"), 0));
}

#[test]
fn meaning_32_points_beyond_the_official_stage_are_told() {
    let council = set(
        "10",
        "",
        "criteria:\n  - { id: \"1\", name: Một, max: 5, rule: { given: { by: council } } }\n  - { id: \"2\", name: Hai, max: 5, rule: { given: { by: unit } } }\nadjustments:\n  - { id: T, sign: penalty, name: Trừ, max: 3, rule: { given: { by: council } } }",
    );
    let trial = || Trial::new(council.clone()).claim("2", "4");
    let told = |trial: Trial| -> Vec<String> {
        let said = trial.score().1.into_iter().filter(|finding| finding.code.id == "A020");
        said.map(|finding| finding.message.vi).collect()
    };
    // Official stage, round, typed for these, number told of.
    for (official, round, ids, number) in [
        (appraised(1), 2, vec!["1", "2"], 2),
        (appraised(1), 2, vec!["T"], 1),
        (appraised(2), 3, vec!["1", "2", "T"], 3),
        // What only the council scores counts round 1 before the rounds; what the unit scores does not.
        (Stage::Claimed, 1, vec!["1", "2", "T"], 1),
        (Stage::Accepted, 2, vec!["T"], 1),
        (appraised(2), 2, vec!["1", "2", "T"], 0),
        (Stage::Claimed, 1, vec!["1", "T"], 0),
    ] {
        let typed = ids.iter().fold(trial().official(official), |trial, id| trial.typed(round, id, "1"));
        let Some(message) = told(typed).pop() else {
            assert_eq!(number, 0, "{official:?} {round} {ids:?}");
            continue;
        };
        let official = official.words().vi;
        let expected = format!(
            "“Sở A” có kết quả thẩm định lần {round} ở {number} tiêu chí nhưng chưa được tính, vì bước chính thức của đợt là “{official}”."
        );
        assert_eq!(message, expected);
    }
    // Several rounds are told each.
    assert_eq!(told(trial().typed(1, "2", "1").typed(2, "1", "1").typed(2, "2", "1")).len(), 2);
}

#[test]
fn meaning_36_a_form_without_content_is_not_submitted() {
    let two = || {
        let yaml = r#"criteria:
  - { id: "1", name: Một, max: 5, inputs: [ { id: a, kind: count, label: Số a } ], rule: { count: { of: a, each: 1 } } }
  - { id: "2", name: Hai, max: 5, rule: { given: { by: council } } }"#;
        Trial::new(set("10", "", yaml)).typed(1, "2", "4").official(appraised(1))
    };
    let wrong_claim = |mut trial: Trial| {
        trial.answer("1").claim = Claim::Wrong("đạt".into());
        trial
    };
    let explained = |mut trial: Trial| {
        trial.answer("1").explanation = Some("Đã báo cáo".into());
        trial
    };
    for (name, trial, content, submitted) in [
        ("untouched", two(), Content::Blank, false),
        ("an unreadable figure", two().fill("1", &["nhiều"]), Content::Unread, false),
        ("an unreadable claim", wrong_claim(two()), Content::Unread, false),
        ("a figure", two().fill("1", &["0"]), Content::Read, true),
        ("a claim", two().claim("1", "0"), Content::Read, true),
        ("a negative figure", two().fill("1", &["-1"]), Content::Read, true),
        ("an explanation", explained(two()), Content::Read, true),
    ] {
        let (card, findings) = trial.score();
        assert_eq!((card.content, card.submitted), (Some(content), submitted), "{name}");
        // Of what nobody filled in, no leaf is told; that something was typed for it is.
        assert!(submitted || findings.iter().all(|one| one.code.id == "A095" && one.criterion.is_none()), "{name}: {findings:?}");
    }
}

#[test]
fn meaning_36_in_a_campaign() {
    let told = |answers: &str| {
        let folder = Folder::base();
        let forms = format!("- file: submissions/so-b.xlsx\n  unit: so-b\n  answers: {answers}\n");
        folder.put("forms.yaml", forms).fill();
        folder.run("run .");
        let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
        let unit = result["groups"][0]["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "so-b").unwrap().clone();
        let said = |finding: &Value| format!("{} {}", finding["code"].as_str().unwrap(), finding["message"].as_str().unwrap());
        let of_unit =
            result["findings"].as_array().unwrap().iter().filter(|finding| finding["unit"] == "so-b" && finding["code"] == "C245");
        (format!("{} {}", unit["status"].as_str().unwrap(), unit["sent"].as_str().unwrap()), of_unit.map(said).collect::<Vec<String>>())
    };
    let nothing = "C245 “Sở B” đã gửi biểu nhưng chưa điền gì: coi như chưa gửi.";
    assert_eq!(told("{}"), ("not_submitted blank".into(), vec![nothing.into()]));
    let unread = "C245 “Sở B” đã gửi, chưa đọc được: biểu không có nội dung nào đọc được, coi như chưa gửi.";
    assert_eq!(told("{ \"1.2\": { claimed: đạt } }"), ("not_submitted unread".into(), vec![unread.into()]));
    assert_eq!(told("{ \"1.2\": { claimed: \"0\" } }"), ("ranked read".into(), vec![]));
    assert_eq!(told("{ \"1.2\": { explanation: Đang bổ sung } }"), ("ranked read".into(), vec![]));
}

/// A leaf that the unit scores, and a penalty of this kind.
fn penalty(line: &str) -> Trial {
    let yaml = format!(
        "criteria:\n  - {{ id: \"1\", name: Một, max: 10, rule: {{ given: {{ by: unit }} }} }}\nadjustments:\n  - {{ id: T, sign: penalty, name: Vi phạm, max: 3, {line} }}"
    );
    Trial::new(set("10", "", &yaml)).claim("1", "8").official(appraised(1))
}

#[test]
#[expect(clippy::large_stack_arrays, reason = "a test has room")]
fn meaning_34_a_blank_penalty_is_asked() {
    let count = "inputs: [ { id: so, kind: count, label: Số lần } ], rule: { count: { of: so, each: 0.5 } }";
    let two_parts = "inputs: [ { id: mot, kind: count, label: Loại một }, { id: hai, kind: count, label: Loại hai } ], rule: { sum_of: { parts: [ { id: a, label: A, max: 1, rule: { count: { of: mot, each: 0.5 } } }, { id: b, label: B, max: 2, rule: { count: { of: hai, each: 0.5 } } } ] } }";
    let given = "rule: { given: { by: unit } }";
    let council = "rule: { given: { by: council } }";
    let with = |line: &str, when: &str| penalty(&format!("when_blank: {when}, {line}"));
    let check = |name: &str, trial: &Trial, points: &str, waits: bool| {
        let (card, findings) = trial.score();
        assert_eq!((card.points.plain().as_str(), card.is_provisional()), (points, waits), "{name}: {findings:?}");
        let told = findings.iter().find(|finding| finding.code.id == "P033");
        assert!(!waits || told.is_some(), "{name} is told");
    };
    for (name, trial, points, waits) in [
        ("blank", penalty(count), "8", true),
        ("0 is an answer", penalty(count).fill("T", &["0"]), "8", false),
        ("declared", penalty(count).fill("T", &["3"]), "6.5", false),
        ("not understood", penalty(count).fill("T", &["nhiều"]), "8", true),
        ("negative", penalty(count).fill("T", &["-2"]), "8", true),
        ("claimed without its figure", penalty(count).claim("T", "1"), "7", true),
        ("one part of two", penalty(two_parts).fill("T", &["1", "-"]), "7.5", true),
        ("points asked, blank", penalty(given), "8", true),
        ("points asked, typed", penalty(given).claim("T", "2"), "6", false),
        ("points asked, out of range", penalty(given).claim("T", "4"), "8", true),
        ("scored by the council alone", penalty(council), "8", false),
        ("without a place in the form", penalty(count).without_cells("T"), "8", false),
        ("excused", penalty(count).excused("T"), "8", false),
        ("the council's points", penalty(count).typed(1, "T", "1"), "7", false),
        ("of a round beyond the official one", penalty(count).typed(2, "T", "1"), "8", true),
        ("of the council, out of range", penalty(count).typed(1, "T", "9"), "8", true),
    ] {
        check(name, &trial, points, waits);
    }
    for (name, trial, points, waits) in [
        ("none", with(count, "none"), "8", false),
        ("none, one part of two", with(two_parts, "none").fill("T", &["1", "-"]), "7.5", false),
        ("none, points asked", with(given, "none"), "8", false),
        ("full", with(count, "full"), "5", false),
        ("full, one part of two", with(two_parts, "full").fill("T", &["1", "-"]), "5", false),
        ("full, points asked", with(given, "full"), "5", false),
        ("full, the council's points", with(count, "full").typed(1, "T", "1"), "7", false),
        ("ask", with(count, "ask"), "8", true),
    ] {
        check(name, &trial, points, waits);
    }
}

#[test]
fn meaning_34_blanking_a_penalty_never_raises_points_for_good() {
    let mut dice = Dice::new(34);
    let line = "inputs: [ { id: so, kind: count, label: Số lần } ], rule: { count: { of: so, each: 0.5 } }";
    for when in ["ask", "none", "full"] {
        for _ in 0..20 {
            let trial = penalty(&format!("when_blank: {when}, {line}"));
            let filled = trial.clone().fill("T", &[&dice.throw(9).to_string()]).score().0;
            let blank = trial.score().0;
            assert!(blank.is_provisional() || when == "none" || blank.points <= filled.points, "{when}");
        }
    }
}

#[test]
fn meaning_33_a_leaf_compared_with_the_group_takes_no_claim() {
    let relative = |rule: &str| {
        let yaml = format!(
            "criteria:\n  - {{ id: \"1\", name: So sánh, max: 4, inputs: [ {{ id: a, kind: count, label: Số a }}, {{ id: b, kind: count, label: Số b }} ], rule: {{ relative: {{ {rule} }} }} }}\n  - {{ id: \"2\", name: Tự chấm, max: 6, rule: {{ given: {{ by: unit }} }} }}"
        );
        Trial::new(set("10", "", &yaml)).claim("2", "6")
    };
    let rate = || relative("of: a, to: b, when_nothing: not_applicable");
    check(&rate().fill("1", &["1", "2"]).claim("1", "1"), "1", "1,00 4,00 4,00 – – – = 4,00 / 4", &["P031 1 claimed9"]);
    check(
        &rate().fill("1", &["1", "2"]).claim("1", "1").official(Stage::Claimed),
        "1",
        "1,00 4,00 4,00 – – – = 4,00 / 4",
        &["P031 1 claimed9"],
    );
    // 0 of 0 leaves the maximum; without a place for figures the claim stands.
    check(&rate().fill("1", &["0", "0"]), "1", "– – – – – – = – / 0", &["P007 1 b9"]);
    check(&rate().without_cells("1").claim("1", "3"), "1", "3,00 – 3,00 – – – = 3,00 / 4", &[]);
    // Nobody ranked has figures: nothing is computed.
    let mut unranked = rate().fill("1", &["1", "2"]);
    unranked.unit.ranked = false;
    assert_eq!(unranked.row("1"), "– – – – – – = – / 4");
    let said: Vec<String> = unranked.score().1.iter().map(|finding| finding.code.id.to_owned()).collect();
    assert_eq!(said, ["P032", "P015"]);
}
