//! Bonuses and penalties of one criterion: they count within its maximum.

use parindex::assessment::Claim;
use parindex::criteria;
use parindex::figure::Figure;
use parindex::text::Lang;

use crate::form::{Opened, form, points, recalculated, rounded, set_of, shown};
use crate::rules::dice::Dice;
use crate::scoring::Trial;

/// T1 and P1 belong to 1.1, which has a weight; T2 to group 2; T3 to none.
const WITHIN: &str = r#"set: trong-tieu-chi
title: Điểm thưởng của tiêu chí
status: model
total: 10
may_pass_100: true
criteria:
  - id: "1"
    name: Thủ tục
    max: 6
    criteria:
      - { id: "1.1", name: Đúng hạn, max: 2, weight: 2, inputs: [ { id: p, kind: percent, label: Tỷ lệ } ], rule: { ratio: { of: p } } }
      - { id: "1.2", name: Công khai, max: 2, may_not_apply: true, rule: { given: { by: unit } } }
  - id: "2"
    name: Công chức
    max: 4
    criteria:
      - { id: "2.1", name: Đào tạo, max: 2, rule: { given: { by: unit } } }
      - { id: "2.2", name: Kỷ luật, max: 2, may_not_apply: true, rule: { given: { by: unit } } }
adjustments:
  - { id: T1, sign: bonus, criterion: "1.1", name: Trả sớm, max: 1, inputs: [ { id: so, kind: count, label: Số tháng trả sớm } ], rule: { count: { of: so, each: 0.25 } } }
  - { id: P1, sign: penalty, criterion: "1.1", name: Không xin lỗi, max: 2, inputs: [ { id: so, kind: count, label: Số lần } ], rule: { count: { of: so, each: 0.5 } } }
  - { id: T2, sign: bonus, criterion: "2", name: Sáng kiến, max: 2, inputs: [ { id: so, kind: count, label: Số sáng kiến } ], rule: { count: { of: so, each: 1 } } }
  - { id: T3, sign: bonus, name: Bằng khen, max: 1, inputs: [ { id: so, kind: count, label: Số bằng khen } ], rule: { count: { of: so, each: 1 } } }
"#;

/// Scores a form: the rate of 1.1, the claim of 2.1, and the counts of T1, P1, T2 and T3.
fn trial(p: &str, training: &str, [early, sorry, ideas, praise]: [&str; 4]) -> Trial {
    let trial = Trial::new(set_of(WITHIN)).fill("1.1", &[p]).claim("1.2", "1").claim("2.1", training).claim("2.2", "1");
    trial.fill("T1", &[early]).fill("P1", &[sorry]).fill("T2", &[ideas]).fill("T3", &[praise])
}

/// Gives the points and what is told. The form's own total must be the same, also once another program has worked it out.
fn total(trial: &Trial) -> (String, Vec<String>) {
    let bytes = form(&trial.set, Some(&trial.evidenced.as_ref().unwrap().assessment));
    // Tests run beside one another; each has a file of its own.
    let name = std::thread::current().name().unwrap_or("within").replace("::", "-");
    assert_eq!(recalculated(bytes.clone(), &format!("{name}.xlsx")), [""; 0]);
    let (card, found) = trial.score();
    assert_eq!(shown(&Opened::new(bytes).assessed("total", "counted")), rounded(card.points.to_cell()));
    let told = found.iter().filter(|one| one.code.id == "P056").map(|one| one.says(Lang::Vi).to_owned());
    (card.points.plain(), told.collect())
}

/// By themselves: 1.1 has 2 of 2 times 2 at 100 %, 1.2 has 1, 2.1 what is claimed, 2.2 has 1.
#[test]
fn a_bonus_fills_its_criterion_up_to_the_maximum() {
    let at = |p, training, counts| total(&trial(p, training, counts));
    assert_eq!(at("50", "1", ["0", "0", "0", "0"]), ("5".into(), vec![]));
    // Half a point on 1.1 counts twice, as its points do.
    assert_eq!(at("50", "1", ["2", "0", "0", "0"]), ("6".into(), vec![]));
    let whole = "Tiêu chí 1.1 đạt 2,00/2,00 điểm, được cộng 0,50 điểm: tính 0,00 điểm.".to_owned();
    assert_eq!(at("100", "1", ["2", "0", "0", "0"]), ("7".into(), vec![whole]));
    let part = "Tiêu chí 2 đạt 3,00/4,00 điểm, được cộng 2,00 điểm: tính 1,00 điểm.".to_owned();
    assert_eq!(at("50", "2", ["0", "0", "2", "1"]), ("8".into(), vec![part]), "T3 joins the total whole");
}

#[test]
fn a_penalty_takes_no_more_than_the_criterion_has() {
    let at = |p, counts| total(&trial(p, "1", counts));
    assert_eq!(at("50", ["0", "1", "0", "0"]), ("4".into(), vec![]));
    let over = "Tiêu chí 1.1 đạt 1,00/2,00 điểm, bị trừ 2,00 điểm: tính 1,00 điểm.".to_owned();
    assert_eq!(at("50", ["0", "9", "0", "0"]), ("3".into(), vec![over]));
    // Both on one criterion: what they come to together counts.
    assert_eq!(at("50", ["2", "1", "0", "0"]), ("5".into(), vec![]));
}

#[test]
fn what_does_not_apply_gains_nothing_and_lowers_the_limit() {
    let mut out = trial("50", "2", ["0", "0", "2", "0"]);
    out.answer("2.2").claim = Claim::NotApplicable;
    let part = "Tiêu chí 2 đạt 2,00/2,00 điểm, được cộng 2,00 điểm: tính 0,00 điểm.".to_owned();
    assert_eq!(total(&out), ("5".into(), vec![part]));
}

/// The points of the criterion itself, and what conditions see of it, stay as they are.
#[test]
fn children_still_add_to_their_parent() {
    let one = trial("50", "1", ["2", "0", "2", "0"]);
    assert_eq!(one.row("1.1"), "1,00 1,00 1,00 – – – = 1,00 / 2");
    assert_eq!(one.row("2"), "2,00 – 2,00 – – – = 2,00 / 4");
    assert_eq!(one.score().0.adjusted.unwrap().plain(), "3");
}

#[test]
fn the_form_says_where_a_line_counts() {
    let printed = super::printed(form(&set_of(WITHIN), None)).join("\n");
    for words in [
        "Cộng vào điểm của tiêu chí 1.1, tổng không quá 2 điểm; điều kiện và xét khen thưởng theo điểm chưa cộng.",
        "Trừ vào điểm của tiêu chí 1.1, không quá số điểm tiêu chí đạt được; điều kiện và xét khen thưởng theo điểm chưa trừ.",
    ] {
        assert!(printed.contains(words), "{words}\n{printed}");
    }
}

/// Alternatives with lines of their own, one of them a group with a weight; lines under caps beside them.
const TOGETHER: &str = r#"set: cung-nhau
title: Thay thế, điểm thưởng, mức trần
status: model
total: 12
may_pass_100: true
alternatives: [ { id: trang, criteria: ["1.1", "1.2", "1.3"] } ]
caps:
  - { adjustments: [T3, T4], max: 1.5 }
  - { adjustments: [P2, P3], max: 1 }
  - { adjustments: [T5, T6], max: 0.75 }
criteria:
  - id: "1"
    name: Trang thông tin
    max: 8
    criteria:
      - { id: "1.1", name: Đủ mục, max: 4, may_not_apply: true, inputs: [ { id: p, kind: percent, label: Tỷ lệ } ], rule: { ratio: { of: p } } }
      - id: "1.2"
        name: Đánh giá ngoài
        max: 2
        weight: 2
        criteria:
          - { id: "1.2.1", name: Đã đánh giá, max: 1, inputs: [ { id: co, kind: yes_no, label: Đã đánh giá } ], rule: { yes_no: { all: [co] } } }
          - { id: "1.2.2", name: Kết quả, max: 1, inputs: [ { id: tot, kind: yes_no, label: Loại tốt } ], rule: { yes_no: { all: [tot], met: 1, unmet: 0, unmet_penalty: 0.25 } } }
      - { id: "1.3", name: Trang con, max: 4, inputs: [ { id: co, kind: yes_no, label: Có trang con } ], rule: { yes_no: { all: [co], met: 3, unmet: 0 } } }
      - { id: "1.4", name: Khác, max: 4, inputs: [ { id: p, kind: percent, label: Tỷ lệ } ], rule: { ratio: { of: p } } }
  - id: "2"
    name: Công chức
    max: 4
    inputs: [ { id: p, kind: percent, label: Tỷ lệ } ]
    rule: { ratio: { of: p } }
adjustments:
  - { id: T1, sign: bonus, criterion: "1.1", name: Công khai sớm, max: 1, inputs: [ { id: so, kind: count, label: Số mục sớm } ], rule: { count: { of: so, each: 0.5 } } }
  - { id: T2, sign: bonus, criterion: "1.2", name: Được khen, max: 1, inputs: [ { id: so, kind: count, label: Số lần khen } ], rule: { count: { of: so, each: 0.5 } } }
  - { id: T3, sign: bonus, name: Sáng kiến, max: 1, inputs: [ { id: so, kind: count, label: Số sáng kiến } ], rule: { count: { of: so, each: 0.5 } } }
  - { id: T4, sign: bonus, name: Mô hình, max: 1, inputs: [ { id: so, kind: count, label: Số mô hình } ], rule: { count: { of: so, each: 0.5 } } }
  - { id: T5, sign: bonus, criterion: "2", name: Lớp mới, max: 1, inputs: [ { id: so, kind: count, label: Số lớp } ], rule: { count: { of: so, each: 0.5 } } }
  - { id: T6, sign: bonus, criterion: "2", name: Bài mới, max: 1, inputs: [ { id: so, kind: count, label: Số bài } ], rule: { count: { of: so, each: 0.25 } } }
  - { id: P4, sign: penalty, criterion: "2", name: Vắng, max: 1, inputs: [ { id: so, kind: count, label: Số người vắng } ], rule: { count: { of: so, each: 0.25 } } }
  - { id: P1, sign: penalty, criterion: "1.3", name: Trang lỗi, max: 2, inputs: [ { id: so, kind: count, label: Số lỗi } ], rule: { count: { of: so, each: 0.75 } } }
  - { id: P2, sign: penalty, name: Trễ, max: 1, inputs: [ { id: so, kind: count, label: Số lần trễ } ], rule: { count: { of: so, each: 0.5 } } }
  - { id: P3, sign: penalty, name: Sai, max: 1, inputs: [ { id: so, kind: count, label: Số lần sai } ], rule: { count: { of: so, each: 0.25 } } }
"#;

/// Its lines.
const LINES: [&str; 10] = ["T1", "T2", "T3", "T4", "T5", "T6", "P1", "P2", "P3", "P4"];

/// Fills alternatives and lines by chance: figures, some left blank, one alternative that does not apply.
fn thrown(dice: &mut Dice) -> Trial {
    let mut trial = Trial::new(set_of(TOGETHER));
    for leaf in ["1.1", "1.4", "2"] {
        trial = trial.fill(leaf, &[dice.pick(&["0", "25", "50", "75", "100", "-"])]);
    }
    for leaf in ["1.2.1", "1.2.2", "1.3"] {
        trial = match dice.throw(3) {
            0 => trial,
            one => trial.fill(leaf, &[if one == 1 { "Có" } else { "Không" }]),
        };
    }
    if dice.one_in(5) {
        trial.answer("1.1").claim = Claim::NotApplicable;
    }
    for line in LINES {
        trial = trial.fill(line, &[dice.pick(&["0", "1", "2", "5"])]);
    }
    trial
}

/// The form adds what a run adds, whichever alternative counts and whatever its lines and caps do.
#[test]
fn the_form_adds_alternatives_lines_and_caps_as_a_run_does() {
    let mut dice = Dice::new(30);
    let mut cut = 0;
    for n in 0..60 {
        let trial = thrown(&mut dice);
        let bytes = form(&trial.set, Some(&trial.evidenced.as_ref().unwrap().assessment));
        assert_eq!(recalculated(bytes.clone(), "together.xlsx"), [""; 0], "{n}");
        let (card, found) = trial.score();
        cut += usize::from(found.iter().any(|one| one.code.id == "P056"));
        let told: Vec<&str> = found.iter().map(|one| one.says(Lang::Vi)).collect();
        assert_eq!(shown(&Opened::new(bytes).assessed("total", "exact")), rounded(card.points.to_cell()), "{n}: {told:#?}");
    }
    assert!(cut > 10, "{cut} lines are cut");
}

/// “Mỗi mô hình 0,5 điểm, mỗi sáng kiến 0,5 điểm, điểm thưởng của tiêu chí không quá 0,75 điểm”: first the cap, then the maximum.
#[test]
fn lines_of_one_criterion_may_share_a_cap() {
    let at = |p: &str, classes: &str, lessons: &str| {
        let none = LINES.into_iter().fold(Trial::new(set_of(TOGETHER)), |trial, line| trial.fill(line, &["0"]));
        let trial = none.fill("1.3", &["Không"]).fill("1.4", &["0"]).fill("2", &[p]).fill("T5", &[classes]).fill("T6", &[lessons]);
        let (points, cut) = total(&trial);
        let capped =
            trial.score().1.iter().filter(|one| one.code.id == "P052").map(|one| one.says(Lang::Vi).to_owned()).collect::<Vec<_>>();
        (points, cut, capped)
    };
    assert_eq!(at("50", "1", "1"), ("2.75".into(), vec![], vec![]), "on the cap");
    let over = || vec!["Điểm thưởng T5, T6 cộng lại là 1,00 điểm, chỉ tính 0,75 điểm theo mức trần chung.".to_owned()];
    assert_eq!(at("50", "1", "2"), ("2.75".into(), vec![], over()));
    let cut = "Tiêu chí 2 đạt 3,60/4,00 điểm, được cộng 0,75 điểm: tính 0,40 điểm.".to_owned();
    assert_eq!(at("90", "1", "2"), ("4".into(), vec![cut], over()));
    let told = |to: &str| {
        let found = criteria::read(&TOGETHER.replace("adjustments: [T5, T6]", to), "set.yaml").findings;
        found.iter().map(|one| format!("{} {}", one.code.id, one.says(Lang::Vi))).collect::<Vec<_>>()
    };
    assert_eq!(told("adjustments: [T5, T1]").len(), 2, "T1 counts within another criterion");
    let total = told("adjustments: [T5, P9]");
    assert!(total[0].starts_with("C044") || total[0].contains("P9"), "{total:?}");
}

/// A bonus on the alternative that does not count is not added.
#[test]
fn a_bonus_on_the_alternative_that_does_not_count_is_not_added() {
    let none = LINES.into_iter().fold(Trial::new(set_of(TOGETHER)), |trial, line| trial.fill(line, &["0"]));
    let both = none.fill("1.1", &["0"]).fill("1.3", &["Có"]).fill("1.4", &["50"]).fill("2", &["100"]).fill("T1", &["1"]);
    let lapses = "Tiêu chí 1.1 không được tính hoặc không áp dụng: không cộng 0,50 điểm.".to_owned();
    assert_eq!(total(&both), ("9".into(), vec![lapses]));
    let better = both.fill("1.1", &["80"]);
    assert_eq!(total(&better), ("9.7".into(), vec![]));
}

#[test]
fn a_line_names_one_criterion_of_the_tree() {
    let told = |from: &str, to: &str| {
        let found = criteria::read(&WITHIN.replace(from, to), "set.yaml").findings;
        found.iter().map(|one| format!("{} {}", one.code.id, one.says(Lang::Vi))).collect::<Vec<_>>()
    };
    assert_eq!(told("x", "x"), [""; 0]);
    assert_eq!(told("criterion: \"2\"", "criterion: \"2.9\""), ["C052 bộ tiêu chí không có tiêu chí “2.9”"]);
    assert_eq!(told("criterion: \"2\"", "criterion: T3"), ["C052 bộ tiêu chí không có tiêu chí “T3”"]);
    let nested = "C055 đã có dòng tính trong tiêu chí “1.1” nằm trong tiêu chí “1”";
    assert_eq!(told("criterion: \"2\"", "criterion: \"1\""), [nested]);
}

/// A bonus and an alternative that name a figure asked once, too: it is there for other criteria, so they are left alone as
/// long as nothing is typed for them.
#[test]
fn a_shared_figure_alone_claims_nothing() {
    let set = set_of(
        r#"set: dung-chung
title: Số liệu dùng chung
status: model
total: 4
figures: [ { id: tong, kind: count, label: Tổng } ]
alternatives: [ { id: hoac, criteria: ["1.1", "1.2"] } ]
criteria:
  - id: "1"
    name: Thủ tục
    max: 4
    criteria:
      - { id: "1.1", name: Đúng hạn, max: 4, inputs: [ { id: a, kind: count, label: Đúng hạn }, { figure: tong } ], rule: { ratio: { of: a, to: tong, when_nothing: zero } } }
      - { id: "1.2", name: Trực tuyến, max: 4, inputs: [ { id: b, kind: count, label: Trực tuyến }, { figure: tong } ], rule: { ratio: { of: b, to: tong, when_nothing: zero } } }
adjustments:
  - { id: T1, sign: bonus, criterion: "1", name: Trước hạn, max: 1, inputs: [ { id: c, kind: count, label: Trước hạn }, { figure: tong } ], rule: { ratio: { of: c, to: tong, when_nothing: zero } } }
"#,
    );
    let filled = |a: Option<&str>, b: Option<&str>, c: Option<&str>| {
        let mut trial = Trial::new(set.clone());
        for (id, input, figure) in [("1.1", "a", a), ("1.2", "b", b), ("T1", "c", c)] {
            let figures = &mut trial.answer(id).figures;
            figures.insert("tong".into(), Figure::Number(points("10")));
            if let Some(figure) = figure {
                figures.insert(input.into(), Figure::Number(points(figure)));
            }
        }
        (trial.score().0.points.plain(), trial.codes())
    };
    assert_eq!(filled(Some("5"), None, None), ("2".into(), vec![]));
    assert_eq!(filled(None, Some("8"), Some("5")), ("3.7".into(), vec![]));
    let (points, codes) = filled(None, None, None);
    assert!(points == "0" && codes.iter().any(|code| code.starts_with("P001 1.1")), "{codes:?}");
}

/// T1 asks for figures, T2 for points; P1 takes points.
const CLAIMED: &str = r#"set: diem-thuong
title: Điểm thưởng
status: model
total: 2
criteria:
  - { id: "1", name: Đúng hạn, max: 2, inputs: [ { id: p, kind: percent, label: Tỷ lệ } ], rule: { ratio: { of: p } } }
adjustments:
  - id: T1
    name: Sáng kiến
    sign: bonus
    max: 1
    inputs: [ { id: tinh, kind: count, label: Cấp tỉnh }, { id: co_so, kind: count, label: Cấp cơ sở } ]
    rule: { formula: { is: "min(0.5 * tinh + 0.25 * co_so, 1)" } }
  - { id: T2, name: Được khen, sign: bonus, max: 1, rule: { given: { by: unit } } }
  - { id: P1, name: Chậm, sign: penalty, max: 1, inputs: [ { id: lan, kind: count, label: Số lần } ], rule: { count: { of: lan, each: 0.5 } } }
"#;

/// A bonus that nobody claims is not missing; one that is begun has to be finished, and a penalty has to be answered.
#[test]
fn a_bonus_that_is_not_claimed_waits_for_nothing() {
    let set = set_of(CLAIMED);
    let states = |trial: Trial| {
        let bytes = form(&set, Some(&trial.evidenced.as_ref().unwrap().assessment));
        assert_eq!(recalculated(bytes.clone(), "bonus-alone.xlsx"), [""; 0]);
        let mut opened = Opened::new(bytes);
        ["leaf:T1", "leaf:T2", "leaf:P1", "total"].map(|row| shown(&opened.assessed(row, "state")))
    };
    let begun = Trial::new(set_of(CLAIMED)).fill("1", &["90"]);
    let line = |id: &str, trial: Trial, typed: &[&str]| {
        let mut trial = trial;
        for (input, typed) in set.line(&id.into()).unwrap().criterion.leaf().unwrap().inputs.iter().zip(typed) {
            trial.answer(id).figures.insert(input.id.clone(), if *typed == "-" { Figure::Blank } else { Figure::Number(points(typed)) });
        }
        trial
    };
    let all = || line("P1", line("T1", Trial::new(set_of(CLAIMED)).fill("1", &["90"]), &["-", "-"]), &["-"]);
    assert_eq!(recalculated(form(&set, None), "bonus-blank.xlsx"), [""; 0]);
    assert_eq!(states(all()), ["", "", "Còn 1 ô cần điền", "1/2 ô đã điền"]);
    assert_eq!(states(line("T1", begun, &["2", "-"]))[0], "Còn 1 ô cần điền");
    assert_eq!(states(line("T1", all(), &["2", "0"]))[0], "Đã điền");
    assert_eq!(states(all().claim("T2", "1"))[1], "Đã điền");
    assert_eq!(states(line("P1", all(), &["0"]))[2..], ["Đã điền", "2/2 ô đã điền"]);
}
