//! Alternatives between criteria: the best counts, its maximum once.

use std::fs;

use parindex::assessment::{Claim, Round, Stage};
use parindex::criteria;
use parindex::figure::{CriterionId, Figure};
use parindex::scoring::{Excuse, score_alone};
use parindex::text::Lang;

use crate::form::{Opened, form, libre_office, points, recalculated, rounded, set_of, shown, tmp};
use crate::scoring::Trial;

/// Of 1.1, 1.2 and group 1.3 the best counts; 1.2 takes points beside it, and 1.4 waits for the whole of criterion 1's pair.
const OR: &str = r#"set: hoac
title: Hoặc
status: model
total: 6
alternatives:
  - { id: trang, criteria: ["1.1", "1.2", "1.3"] }
criteria:
  - id: "1"
    name: Trang thông tin
    max: 4
    criteria:
      - id: "1.1"
        name: Cung cấp đủ mục
        max: 2
        inputs: [ { id: so, kind: count, label: Số mục }, { id: tong, kind: count, label: Số mục bắt buộc } ]
        rule: { ratio: { of: so, to: tong, when_nothing: not_applicable } }
      - id: "1.2"
        name: Được xếp loại
        max: 1
        weight: 2
        inputs: [ { id: tot, kind: yes_no, label: Xếp loại tốt } ]
        rule: { yes_no: { all: [tot], met: 1, unmet: 0, unmet_penalty: 0.25 } }
      - id: "1.3"
        name: Có đánh giá ngoài
        max: 2
        criteria:
          - { id: "1.3.1", name: Đã đánh giá, max: 1, rule: { given: { by: unit } } }
          - { id: "1.3.2", name: Kết quả, max: 1, rule: { given: { by: unit } } }
      - { id: "1.4", name: Khác, max: 2, rule: { given: { by: unit } } }
  - id: "2"
    name: Kết quả
    max: 2
    requires: [ { criterion: "1", index_at_least: 50% } ]
    inputs: [ { id: dem, kind: count, label: Số } ]
    rule: { count: { of: dem, each: 1, cap: 2 } }
"#;

fn trial() -> Trial {
    Trial::new(set_of(OR)).claim("1.4", "1").fill("2", &["2"])
}

fn excused(trial: &Trial, id: &str) -> Option<Excuse> {
    let (card, _) = trial.score();
    card.nodes.iter().find(|node| node.id == CriterionId::from(id)).unwrap().trace.as_ref().unwrap().excused
}

#[test]
fn the_best_counts_and_the_others_do_not() {
    let both = trial().fill("1.1", &["3", "4"]).fill("1.2", &["Có"]).claim("1.3.1", "0.5").claim("1.3.2", "0.5");
    assert_eq!(both.row("1.2"), "1,00 1,00 1,00 – – – = 1,00 / 1");
    assert_eq!(both.row("1.1"), "1,50 1,50 1,50 – – – = – / 0");
    assert_eq!(both.row("1.3"), "1,00 – 1,00 – – – = – / 0");
    assert_eq!(both.row("1"), "3,00 2,00 3,00 – – – = 3,00 / 4");
    assert_eq!(both.row("total"), "5,00 4,00 5,00 – – – = 5,00 / 6");
    assert_eq!(excused(&both, "1.1"), Some(Excuse::Alternative));
    assert_eq!(excused(&both, "1.3.1"), Some(Excuse::Alternative));
    assert_eq!(excused(&both, "1.2"), None);
    // Of equal ones the first counts, and what stands beside another one does not.
    let equal = trial().fill("1.1", &["0", "4"]).fill("1.2", &["Không"]);
    assert_eq!((excused(&equal, "1.1"), excused(&equal, "1.2")), (None, Some(Excuse::Alternative)));
    assert!(equal.score().0.adjustments.is_empty());
    assert_eq!(equal.row("1"), "1,00 0,00 1,00 – – – = 1,00 / 4");
}

/// An alternative left blank is passed over without a word, as long as another one is filled in.
#[test]
fn one_of_them_is_enough() {
    let one = trial().fill("1.2", &["Có"]);
    assert_eq!(one.row("1"), "3,00 2,00 3,00 – – – = 3,00 / 4");
    assert_eq!(one.codes(), [""; 0]);
    let none = trial();
    assert_eq!(none.row("1"), "1,00 – 1,00 – – – = 1,00 / 4");
    assert!(none.codes().iter().any(|code| code.starts_with("P001 1.1")), "{:?}", none.codes());
    // Nothing to count is no choice: the others count.
    let nothing = trial().fill("1.1", &["0", "0"]).fill("1.2", &["Không"]);
    assert_eq!(nothing.row("1"), "1,00 0,00 1,00 – – – = 1,00 / 4");
    assert_eq!(excused(&nothing, "1.1"), Some(Excuse::Rule));
}

/// Each stage takes its best, and the council's points decide which one counts.
#[test]
fn a_round_may_change_which_one_counts() {
    let first = Stage::Appraised(Round::FIRST);
    let both = trial().fill("1.1", &["3", "4"]).fill("1.2", &["Có"]).typed(1, "1.2", "0.5").official(first);
    assert_eq!(excused(&both, "1.2"), Some(Excuse::Alternative));
    assert_eq!(both.row("1"), "3,00 2,00 3,00 2,50 – – = 2,50 / 4");
}

/// One that a unit left alone is passed over once another is filled in, whatever both come to: so is no penalty lost by it.
#[test]
fn one_that_was_left_alone_is_passed_over() {
    let penalty = |trial: &Trial| trial.score().0.adjusted.map(|points| points.plain());
    let denied = trial().fill("1.2", &["Không"]);
    assert_eq!(["1.1", "1.2", "1.3.1"].map(|id| excused(&denied, id).is_some()), [true, false, true]);
    assert_eq!(penalty(&denied), Some("-0.25".into()));
    // Filled in, the first of equals counts, and of several left alone the first.
    let equal = trial().fill("1.1", &["0", "4"]).fill("1.2", &["Không"]);
    assert_eq!(["1.1", "1.2"].map(|id| excused(&equal, id).is_some()), [false, true]);
    assert_eq!(["1.1", "1.2"].map(|id| excused(&trial(), id).is_some()), [false, true]);
}

#[test]
fn alternatives_are_live_in_the_form() {
    let set = set_of(OR);
    let blank = form(&set, None);
    let printed = super::printed(blank.clone()).join("\n");
    for words in
        ["\nHoặc: Được xếp loại\n", "\nHoặc: Có đánh giá ngoài\n", "Tính tiêu chí có điểm cao nhất trong các tiêu chí 1.1, 1.2, 1.3."]
    {
        assert!(printed.contains(words), "{words}\n{printed}");
    }
    assert_eq!(recalculated(blank, "or-blank.xlsx"), [""; 0]);
    let claims = [Claim::Blank, Claim::Points(points("0.5")), Claim::Points(points("1"))];
    for n in 0_usize..36 {
        let mut trial = trial();
        if n % 3 > 0 {
            trial = trial.fill("1.1", &[["3", "4"], ["0", "0"]][n % 2]);
        }
        if n % 4 > 0 {
            trial = trial.fill("1.2", &[["Có", "Không"][n % 2]]);
        }
        trial.answer("1.3.1").claim = claims[n % 3].clone();
        trial.answer("1.3.2").claim = claims[n / 12].clone();
        if n % 5 == 0 {
            trial.answer("2").figures.insert("dem".into(), Figure::Blank);
        }
        let sent = trial.evidenced.as_ref().unwrap().assessment.clone();
        let bytes = form(&set, Some(&sent));
        assert_eq!(recalculated(bytes.clone(), "or.xlsx"), [""; 0], "{n}");
        let mut opened = Opened::new(bytes);
        let (card, _) = super::scored(&set, sent);
        for (id, key) in [("1", "group:1"), ("2", "leaf:2")] {
            let node = card.nodes.iter().find(|node| node.id == CriterionId::from(id)).unwrap();
            let of =
                |points: &Option<_>| points.as_ref().map(|points: &parindex::points::Points| rounded(points.to_cell())).unwrap_or_default();
            assert_eq!(shown(&opened.assessed(key, "exact")), of(&node.stages.computed), "{n}: {id}");
            assert_eq!(shown(&opened.assessed(key, "counted")), of(&node.stages.claimed), "{n}: {id}");
        }
        assert_eq!(shown(&opened.assessed("index", "max")), rounded(card.applicable_max.to_cell()), "{n}");
        assert_eq!(shown(&opened.assessed("total", "exact")), computed_total(&card), "{n}");
    }
}

/// Gives the total of what is computed, as the engine has it.
fn computed_total(card: &parindex::scoring::Scorecard) -> String {
    let taken: Vec<_> = card.adjustments.iter().filter_map(|line| line.stages.computed.clone()).collect();
    let tree = card.stages.computed.clone();
    tree.map(|tree| rounded((0..taken.len()).fold(tree, |sum, n| &sum - &taken[n]).max(points("0")).to_cell())).unwrap_or_default()
}

/// Answers of which every alternative is filled in, or left alone, in all ways.
fn answered() -> Vec<Trial> {
    let mut all = Vec::new();
    for first in [None, Some(["3", "4"]), Some(["4", "4"]), Some(["0", "4"]), Some(["0", "0"])] {
        for second in [None, Some("Có"), Some("Không")] {
            for third in [Claim::Blank, Claim::Points(points("0")), Claim::Points(points("1"))] {
                let mut trial = trial();
                if let Some(figures) = first {
                    trial = trial.fill("1.1", &figures);
                }
                if let Some(answer) = second {
                    trial = trial.fill("1.2", &[answer]);
                }
                trial.answer("1.3.1").claim = third.clone();
                trial.answer("1.3.2").claim = third;
                all.push(trial);
            }
        }
    }
    all
}

/// A penalty beside an alternative that does not count is taken neither from the form's total nor by the engine.
#[test]
fn a_penalty_beside_an_alternative_lapses_in_the_form_as_in_a_run() {
    let set = set_of(OR);
    let (mut paths, mut expected, mut taken) = (Vec::new(), Vec::new(), 0);
    for (n, trial) in answered().into_iter().enumerate() {
        let sent = trial.evidenced.as_ref().unwrap().assessment.clone();
        let bytes = form(&set, Some(&sent));
        assert_eq!(recalculated(bytes.clone(), "or-penalty.xlsx"), [""; 0], "{n}");
        let (card, _) = super::scored(&set, sent);
        taken += usize::from(!card.adjustments.is_empty());
        let total = computed_total(&card);
        assert_eq!(shown(&Opened::new(bytes.clone()).assessed("total", "exact")), total, "{n}");
        if n % 4 == 1 {
            let path = tmp(&format!("or-penalty-{n}.xlsx"));
            fs::write(&path, bytes).unwrap();
            paths.push(path);
            expected.push(total);
        }
    }
    assert!(taken > 3, "{taken} lose points beside it");
    let Some(out) = libre_office(&paths) else { return };
    for (path, total) in paths.iter().zip(expected) {
        let bytes = fs::read(out.join(path.file_name().unwrap())).unwrap();
        assert_eq!(shown(&Opened::new(bytes).assessed("total", "exact")), total, "{}", path.display());
    }
}

#[test]
fn nothing_waits_at_an_alternative_that_was_left_for_another_one() {
    let set = set_of(OR);
    let states = |trial: Trial| {
        let mut opened = Opened::new(form(&set, Some(&trial.evidenced.as_ref().unwrap().assessment)));
        ["1.1", "1.2", "1.3.1", "1.3.2"].map(|leaf| shown(&opened.assessed(&format!("leaf:{leaf}"), "state")))
    };
    assert_eq!(states(trial()), ["Còn 2 ô cần điền", "Còn 1 ô cần điền", "Còn 1 ô cần điền", "Còn 1 ô cần điền"]);
    // One is filled in: the others are left.
    assert_eq!(states(trial().fill("1.2", &["Có"])), ["", "Đã điền", "", ""]);
    assert_eq!(states(trial().fill("1.1", &["3", "4"])), ["Đã điền", "", "", ""]);
    // Half an alternative replaces nothing, and what is begun is to be finished.
    assert_eq!(states(trial().claim("1.3.1", "1"))[1..], ["Còn 1 ô cần điền", "Đã điền", "Còn 1 ô cần điền"]);
    assert_eq!(states(trial().fill("1.2", &["Có"]).claim("1.3.1", "1"))[2..], ["Đã điền", "Còn 1 ô cần điền"]);
}

/// The form says live which one counts and why, as a run does; a claim above its figures decides nothing.
#[test]
fn the_form_says_which_one_counts_and_why() {
    let set = set_of(OR);
    let states = |trial: Trial| {
        let bytes = form(&set, Some(&trial.evidenced.as_ref().unwrap().assessment));
        assert_eq!(recalculated(bytes.clone(), "or-which.xlsx"), [""; 0]);
        let mut opened = Opened::new(bytes);
        ["leaf:1.1", "leaf:1.2", "group:1.3"].map(|row| shown(&opened.assessed(row, "state")))
    };
    let better = trial().fill("1.1", &["3", "4"]).fill("1.2", &["Có"]);
    assert_eq!(states(better), ["Đã điền; không tính: 1.2 điểm cao hơn", "Đã điền; được tính (điểm cao nhất)", "0/2 ô đã điền"]);
    let equal = trial().fill("1.1", &["4", "4"]).fill("1.2", &["Có"]).claim("1.3.1", "1").claim("1.3.2", "1");
    let first = "không tính: 1.1 bằng điểm, nêu trước";
    assert_eq!(
        states(equal),
        ["Đã điền; được tính (bằng điểm, nêu trước)", &format!("Đã điền; {first}"), &format!("2/2 ô đã điền; {first}")]
    );
    // What the sheet adds up is more than what is computed; what is computed decides.
    let over = trial().fill("1.1", &["3", "4"]).claim("1.1", "2").fill("1.2", &["Không"]).claim("1.3.1", "1").claim("1.3.2", "0.75");
    assert_eq!(
        states(over),
        ["Sai: cao hơn điểm tính", "Đã điền; không tính: 1.3 điểm cao hơn", "2/2 ô đã điền; được tính (điểm cao nhất)"]
    );
    // What doesn't apply is no choice, and one alone needs no word.
    let alone = trial().fill("1.1", &["0", "0"]).fill("1.2", &["Có"]);
    assert_eq!(states(alone), ["Không áp dụng", "Đã điền", "0/2 ô đã điền"]);
}

#[test]
fn a_run_says_which_one_counts_and_why() {
    let told = |trial: &Trial| {
        let (_, found) = trial.score();
        let told = found.iter().filter(|one| one.code.id == "P057");
        told.map(|one| format!("{} {}", one.criterion.as_ref().unwrap(), one.says(Lang::Vi))).collect::<Vec<_>>()
    };
    let better = trial().fill("1.1", &["3", "4"]).fill("1.2", &["Có"]);
    assert_eq!(told(&better), ["1.1 Tính tiêu chí 1.2, không tính tiêu chí 1.1: 2,00 điểm cao hơn 1,50 điểm."]);
    // A form alone doesn't know the points that decide.
    let alone = score_alone(&better.set, better.set.rounding, &better.unit, better.evidenced.as_ref().unwrap());
    assert!(!alone.findings.iter().any(|one| one.code.id == "P057"), "{:#?}", alone.findings);
    let equal = trial().fill("1.1", &["4", "4"]).fill("1.2", &["Có"]);
    let first = "1.2 Tính tiêu chí 1.1, không tính tiêu chí 1.2: hai tiêu chí cùng đạt 2,00 điểm, tiêu chí 1.1 được nêu trước.";
    assert_eq!(told(&equal), [first]);
    // What the council gives to one that the unit left alone does not put it before one that was filled in.
    let left = trial().fill("1.2", &["Có"]).typed(1, "1.1", "2").official(crate::scoring::appraised(1));
    let words = "1.1 Tính tiêu chí 1.2, không tính tiêu chí 1.1: hai tiêu chí cùng đạt 2,00 điểm, đơn vị không điền tiêu chí 1.1.";
    assert_eq!(told(&left), [words]);
    let near = trial().fill("1.1", &["999", "1000"]).fill("1.2", &["Có"]);
    assert_eq!(
        told(&near),
        [
            "1.1 Tính tiêu chí 1.2, không tính tiêu chí 1.1: cùng là 2,00 điểm sau khi làm tròn, nhưng tiêu chí 1.2 cao hơn khi chưa làm tròn."
        ]
    );
    assert_eq!(told(&trial().fill("1.2", &["Có"])), [""; 0], "one that was left alone");
    assert_eq!(told(&trial()), [""; 0]);
}

/// One that is worth less keeps the maximum and gives less of it, as long as another one gives it all.
#[test]
fn one_may_be_worth_less() {
    let found = |changes: &[(&str, &str)]| {
        let set = changes.iter().fold(OR.to_owned(), |set, (from, to)| {
            assert!(set.contains(from), "{from}");
            set.replacen(from, to, 1)
        });
        let read = criteria::read(&set, "set.yaml");
        read.findings.iter().map(|one| format!("{} {}", one.code.id, one.criterion.as_ref().unwrap())).collect::<Vec<_>>()
    };
    let less = ("met: 1, unmet: 0, unmet_penalty: 0.25", "met: 75%, unmet: 0");
    let formula =
        ("rule: { yes_no: { all: [tot], met: 1, unmet: 0, unmet_penalty: 0.25 } }", "rule: { formula: { is: \"if(tot, 0.75, 0)\" } }");
    assert_eq!(found(&[less]), [""; 0]);
    assert_eq!(found(&[formula]), [""; 0]);
    // Within one of them, too: the page counts whole, its parts do not.
    let given = "{ id: \"1.3.1\", name: Đã đánh giá, max: 1, rule: { given: { by: unit } } }";
    let part = "{ id: \"1.3.1\", name: Đã đánh giá, max: 1, inputs: [ { id: co, kind: yes_no, label: Có } ], rule: { yes_no: { all: [co], met: 0.5, unmet: 0 } } }";
    assert_eq!(found(&[(given, part)]), [""; 0]);
    // Somebody has to give it all; what stands for nothing has to give its own.
    let ratio = ("rule: { ratio: { of: so, to: tong, when_nothing: not_applicable } }", "rule: { formula: { is: \"min(so, 1)\" } }");
    assert_eq!(found(&[less, ratio, (given, part)]), ["C026 1.1", "C100 1.1", "C100 1.2", "C100 1.3.1"]);
    assert_eq!(found(&[("rule: { count: { of: dem, each: 1, cap: 2 } }", "rule: { count: { of: dem, each: 1, cap: 1 } }")]), ["C100 2"]);
    let set = set_of(&OR.replacen(less.0, less.1, 1));
    let trial = Trial::new(set_of(&OR.replacen(less.0, less.1, 1)))
        .claim("1.4", "1")
        .fill("2", &["2"])
        .fill("1.1", &["1", "4"])
        .fill("1.2", &["Có"]);
    assert_eq!(trial.row("1"), "2,50 1,50 2,50 – – – = 2,50 / 4");
    let bytes = form(&set, Some(&trial.evidenced.as_ref().unwrap().assessment));
    assert_eq!(recalculated(bytes.clone(), "or-less.xlsx"), [""; 0]);
    assert_eq!(shown(&Opened::new(bytes).assessed("group:1", "counted")), "2.5");
}

#[test]
fn alternatives_that_cannot_be_are_told() {
    let found = |from: &str, to: &str| {
        assert!(OR.contains(from), "{from}");
        let read = criteria::read(&OR.replacen(from, to, 1), "set.yaml");
        read.findings.iter().map(|one| format!("{} {}", one.code.id, one.says(Lang::Vi))).collect::<Vec<_>>()
    };
    let list = r#"["1.1", "1.2", "1.3"]"#;
    assert_eq!(found("", ""), [""; 0]);
    assert_eq!(found(list, r#"["1.1", "1.2", "1.3", "1.5"]"#), ["C052 bộ tiêu chí không có tiêu chí “1.5”"]);
    // One that is misspelt is told alone: whose maximum counts once is not known until then.
    assert_eq!(found(list, r#"["1.1", "1.2", "1.9"]"#), ["C052 bộ tiêu chí không có tiêu chí “1.9”"]);
    assert_eq!(found(list, r#"["1.1", "1.2", "1.3", "1.1"]"#), ["C054 “1.1” đã nằm trong một nhóm tiêu chí thay thế"]);
    assert_eq!(
        found(list, r#"["1.1", "1.2", "1.3", "2"]"#),
        ["C054 “2” và “1.1” không cùng tiêu chí cấp trên nên không thay cho nhau được"]
    );
    let weight = "        weight: 2\n";
    assert_eq!(
        found(weight, "        weight: 1\n"),
        ["C054 “1.2” tối đa 1 điểm, “1.1” tối đa 2 điểm: điểm tối đa của nhóm thay thế chỉ tính một lần nên phải bằng nhau"]
    );
    assert_eq!(found("    max: 4\n", "    max: 8\n")[0].split(':').next().unwrap(), "C022 các lĩnh vực cộng lại được 10, total ghi 6");
}
