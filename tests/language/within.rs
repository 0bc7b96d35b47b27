//! Bonuses and penalties of one criterion: they count within its maximum.

use parindex::assessment::Claim;
use parindex::criteria;
use parindex::figure::Figure;
use parindex::text::Lang;

use crate::form::{Opened, form, points, recalculated, rounded, set_of, shown};
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
