//! What a form counts of claims: as the engine, for random sets, figures and claims.

use std::collections::BTreeMap;

use parindex::assessment::{Answer, Claim, SelfAssessment};
use parindex::criteria::CriteriaSet;
use parindex::evidence::Evidenced;
use parindex::figure::{CriterionId, Figure, InputKind};
use parindex::form::read;
use parindex::points::Points;
use parindex::scoring;
use parindex::workbook::{self, Value};

use super::{Opened, assessment, campaign, figures, form, number, points, recalculated, rounded, set_of, shown, unit};
use crate::rules::dice::Dice;

/// Draws a set: an area of leaves of every kind, another of leaves that units score, a bonus, penalties.
fn drawn_set(dice: &mut Dice) -> String {
    let mut criteria: Vec<String> = Vec::new();
    let mut sum = Points::zero();
    for n in 1..=5 {
        let leaf = loop {
            let leaf = dice.leaf();
            if !leaf.inputs.iter().any(|input| matches!(input.kind, InputKind::Choice | InputKind::Date)) {
                break leaf;
            }
        };
        let kind = |kind: InputKind| match kind {
            InputKind::Count => "count",
            InputKind::Percent => "percent",
            InputKind::Points => "points",
            _ => "yes_no",
        };
        let inputs: Vec<String> =
            leaf.inputs.iter().map(|input| format!("{{ id: \"{0}\", kind: {1}, label: \"{0}\" }}", input.id, kind(input.kind))).collect();
        let apart = if dice.one_in(3) { ", may_not_apply: true" } else { "" };
        criteria.push(format!(
            "      - {{ id: \"1.{n}\", name: Một {n}, max: {}{apart}, inputs: [ {} ], rule: {{ {} }} }}\n",
            leaf.max.plain(),
            inputs.join(", "),
            leaf.yaml
        ));
        sum += &leaf.max;
    }
    let given = "      - { id: \"2.1\", name: Hai, max: 0.75, weight: 3, rule: { given: { by: unit } } }\n      - { id: \"2.2\", name: Ba, max: 1.125, rule: { given: { by: unit } } }\n";
    let criteria = criteria.concat();
    let two = &(&points("0.75") * &points("3")) + &points("1.125");
    let total = &sum + &two;
    let when = dice.pick(&["ask", "none", "full"]);
    let rounding = dice.pick(&[
        "{ at: print, decimals: 1, mode: half_up }",
        "{ at: print, decimals: 2, mode: truncate }",
        "{ at: print, decimals: 0, mode: half_up }",
        "{ at: leaf, decimals: 3, mode: half_up }",
    ]);
    format!(
        "set: thu\ntitle: Bộ thử\nstatus: model\ntotal: {total}\nrounding: {rounding}\ncriteria:\n  - id: \"1\"\n    name: Một\n    max: {sum}\n    criteria:\n{criteria}  - id: \"2\"\n    name: Hai\n    max: {two}\n    criteria:\n{given}adjustments:\n  - {{ id: T1, sign: penalty, name: Trừ, max: 3, when_blank: {when}, inputs: [ {{ id: so, kind: count, label: Số }} ], rule: {{ count: {{ of: so, each: 0.5 }} }} }}\n  - {{ id: T2, sign: penalty, name: Trừ khác, max: 2, when_blank: {when}, rule: {{ given: {{ by: unit }} }} }}\n",
        total = total.plain(),
        sum = sum.plain(),
        two = two.plain(),
    )
}

/// Draws answers: figures, and claims in, on and beyond every bound.
fn drawn_answers(set: &CriteriaSet, dice: &mut Dice) -> SelfAssessment {
    let mut answers = BTreeMap::new();
    for (criterion, leaf) in set.leaves() {
        let figure = |dice: &mut Dice, kind: InputKind| match (dice.throw(10), kind) {
            (0, _) => Figure::Blank,
            (1, InputKind::Count | InputKind::Percent | InputKind::Points) => number("-3"),
            (2 | 3, InputKind::Count) => number("0"),
            (_, InputKind::YesNo) => Figure::YesNo(!dice.one_in(3)),
            (_, InputKind::Count) => number(&dice.throw(40).to_string()),
            _ => number(&format!("{}.{}", dice.throw(101), dice.throw(10))),
        };
        let typed = leaf.inputs.iter().map(|input| (input.id.clone(), figure(dice, input.kind))).collect();
        let max = &criterion.max;
        let claim = match dice.throw(10) {
            0 => Claim::Points(points("-0.5")),
            1 => Claim::Points(max + &points("0.001")),
            2 => Claim::Points(set.rounding.print(max)),
            3 => Claim::Points(max.clone()),
            4 => Claim::Points(&(max * &points("0.5")) + &points("0.004")),
            5 => Claim::Points(points("0.375")),
            6 => Claim::Wrong("một".into()),
            7 => Claim::NotApplicable,
            _ => Claim::Blank,
        };
        answers.insert(criterion.id.clone(), Answer { claim, figures: typed, ..Answer::default() });
    }
    assessment(set, answers)
}

#[test]
fn claims_count_in_the_form_as_the_engine_counts_them() {
    let (mut claimed, mut computed) = (0, 0);
    for seed in 0..24 {
        let mut dice = Dice::new(seed);
        let yaml = drawn_set(&mut dice);
        let set = set_of(&yaml);
        let filled = drawn_answers(&set, &mut dice);
        let bytes = form(&set, Some(&filled));
        assert_eq!(recalculated(bytes.clone(), "claims.xlsx"), [""; 0], "seed {seed}\n{yaml}");
        let mut opened = Opened::new(bytes);
        let evidenced = Evidenced { assessment: filled, withheld: BTreeMap::new() };
        let card = scoring::score_alone(&set, set.rounding, &unit(), &evidenced).value;
        for id in ["1", "2"] {
            let node = card.nodes.iter().find(|node| node.id == CriterionId::from(id)).unwrap();
            let mut sees = |column: &str| shown(&opened.assessed(&format!("group:{id}"), column));
            let of = |points: &Option<Points>| points.as_ref().map(|points| rounded(points.to_cell())).unwrap_or_default();
            assert_eq!(sees("counted"), of(&node.stages.claimed), "seed {seed}, claimed of {id}\n{yaml}\n{evidenced:?}");
            assert_eq!(sees("exact"), of(&node.stages.computed), "seed {seed}, computed of {id}\n{yaml}\n{evidenced:?}");
            claimed += usize::from(node.stages.claimed.is_some());
            computed += usize::from(node.stages.computed.is_some());
        }
        assert_eq!(shown(&opened.assessed("index", "max")), rounded(card.applicable_max.to_cell()), "seed {seed}\n{yaml}");
        for line in &card.adjustments {
            if line.trace.is_some() {
                let seen = shown(&opened.assessed(&format!("leaf:{}", line.id), "counted"));
                let counts =
                    line.stages.claimed.as_ref().filter(|claim| set.rounding.within(claim, &set.find(&line.id).unwrap().max).is_some());
                let counts = counts.or(line.stages.computed.as_ref()).map(|points| rounded(points.to_cell())).unwrap_or_default();
                assert_eq!(seen, counts, "seed {seed}, {}\n{evidenced:?}", line.id);
            }
        }
    }
    assert!(claimed > 30 && computed > 20, "{claimed} {computed}");
}

/// One leaf that compares units, one that the unit scores.
fn compared(rule: &str) -> CriteriaSet {
    set_of(&format!(
        "set: so-sanh\ntitle: Bộ so sánh\nstatus: model\ntotal: 10\ncriteria:\n  - {{ id: \"1\", name: So sánh, max: 4, {rule} }}\n  - {{ id: \"2\", name: Tự chấm, max: 6, rule: {{ given: {{ by: unit }} }} }}\n"
    ))
}

#[test]
fn a_leaf_that_compares_units_has_no_cell_for_a_claim() {
    let inputs = "inputs: [ { id: a, kind: count, label: Số a }, { id: b, kind: count, label: Số b } ], rule: { relative: { of: a, to: b, when_nothing:";
    let sees = |rule: &str, a: &str, b: &str, claim: Claim| {
        let set = compared(rule);
        let mut answers = BTreeMap::new();
        answers
            .insert(CriterionId::from("1"), Answer { claim, figures: figures([("a", number(a)), ("b", number(b))]), ..Answer::default() });
        answers.insert(CriterionId::from("2"), Answer { claim: Claim::Points(points("6")), ..Answer::default() });
        let bytes = form(&set, Some(&assessment(&set, answers)));
        assert_eq!(recalculated(bytes.clone(), "compared.xlsx"), [""; 0]);
        let mut opened = Opened::new(bytes);
        let leaf = ["claimed", "computed", "counted", "state"].map(|column| shown(&opened.assessed("leaf:1", column)));
        let unit = ["max", "claimed"].map(|column| shown(&opened.assessed("index", column)));
        format!("{} = {}", leaf.join(" | "), unit.join(" | "))
    };
    let waits = "Tính khi có số liệu cả khối";
    for (when, a, b, expected) in [
        ("zero", "1", "2", format!("Không tự chấm | {waits} |  | Đã điền = 10 | 60")),
        ("not_applicable", "0", "0", "Không tự chấm | Không áp dụng |  | Không áp dụng = 6 | 100".to_owned()),
        ("full", "0", "0", "Không tự chấm | 4 | 4 | Đã điền = 10 | 100".to_owned()),
        ("zero", "0", "0", "Không tự chấm | 0 | 0 | Đã điền = 10 | 60".to_owned()),
        ("full", "3", "0", "Không tự chấm | 0 | 0 | Sai: số liệu kê khai = 10 | 60".to_owned()),
    ] {
        assert_eq!(sees(&format!("{inputs} {when} }} }}"), a, b, Claim::Blank), expected, "{when} {a} {b}");
    }
    // Typed all the same, it is told and counts nowhere.
    let typed = sees(&format!("{inputs} zero }} }}"), "1", "2", Claim::Points(points("3")));
    assert_eq!(typed, format!("3 | {waits} |  | Sai: tiêu chí này không tự chấm điểm = 10 | 60"));
    // Where a unit may say that the leaf does not apply, the cell takes that alone.
    let may = format!("may_not_apply: true, {inputs} zero }} }}");
    assert_eq!(sees(&may, "1", "2", Claim::Blank), format!(" | {waits} |  | Đã điền = 10 | 60"));
    assert_eq!(sees(&may, "1", "2", Claim::NotApplicable), "Không áp dụng | Không áp dụng |  | Không áp dụng = 6 | 100");
    // Without a denominator there is no 0 of 0.
    let bare = "inputs: [ { id: a, kind: count, label: Số a } ], rule: { relative: { of: a } }";
    let set = compared(bare);
    let mut opened = Opened::new(form(&set, None));
    assert_eq!(["claimed", "computed"].map(|column| shown(&opened.assessed("leaf:1", column))), ["Không tự chấm", waits]);
    assert_eq!(shown(&opened.assessed("total", "state")), "0/2 ô đã điền", "a figure, and the other leaf's points");
    assert_eq!(campaign().year, 2018);
}

#[test]
fn words_of_forms_that_were_sent_out_earlier_are_no_strays() {
    // A program that keeps no formulas leaves what one gave; a leaf without a denominator never had one.
    for rule in ["{ of: a }", "{ of: a, to: b, when_nothing: zero }"] {
        let inputs = "{ id: a, kind: count, label: Số a }, { id: b, kind: count, label: Số b }";
        let inputs = if rule.contains("to:") { inputs } else { "{ id: a, kind: count, label: Số a }" };
        let set = compared(&format!("inputs: [ {inputs} ], rule: {{ relative: {rule} }}"));
        for (words, strays) in [("Tính khi có số liệu cả khối", 0), ("Tính khi có số liệu cả nhóm", 0), ("3 điểm", 1)]
        {
            let mut book = workbook::open(&form(&set, None), "a.xlsx").value.unwrap();
            let waiting = book.sheets.iter_mut().flat_map(|sheet| sheet.cells.values_mut());
            let waiting: Vec<_> = waiting.filter(|cell| cell.shown() == "Tính khi có số liệu cả khối").collect();
            assert_eq!(waiting.len(), 1, "{rule}");
            for cell in waiting {
                (cell.value, cell.formula) = (Value::Text(words.to_owned()), false);
            }
            let found = read::read(&book, &set, "a.xlsx").findings;
            assert_eq!(found.iter().filter(|one| one.code.id == "S032").count(), strays, "{rule} {words}: {found:?}");
        }
    }
}

#[test]
fn a_sum_that_is_another_than_what_is_printed_of_its_parts_is_marked() {
    let yaml = "set: ba\ntitle: Bộ ba\nstatus: model\ntotal: 3\ncriteria:\n  - id: \"1\"\n    name: Một\n    max: 3\n    criteria:\n".to_owned()
        + &[1, 2, 3].map(|n| format!("      - {{ id: \"1.{n}\", name: Phần {n}, max: 1, inputs: [ {{ id: a, kind: count, label: A }}, {{ id: b, kind: count, label: B }} ], rule: {{ ratio: {{ of: a, to: b, when_nothing: zero }} }} }}\n")).concat();
    let set = set_of(&yaml);
    let sees = |a: &str, b: &str, claim: Option<&str>| {
        let answer = Answer {
            claim: claim.map_or(Claim::Blank, |claim| Claim::Points(points(claim))),
            figures: figures([("a", number(a)), ("b", number(b))]),
            ..Answer::default()
        };
        let filled = assessment(&set, ["1.1", "1.2", "1.3"].map(|id| (CriterionId::from(id), answer.clone())).into());
        let bytes = form(&set, Some(&filled));
        assert_eq!(recalculated(bytes.clone(), "marked.xlsx"), [""; 0]);
        let mut opened = Opened::new(bytes);
        [("group:1", "state"), ("group:1", "claimed"), ("total", "how")].map(|(row, column)| shown(&opened.assessed(row, column)))
    };
    let note = "(≈): tổng được cộng từ điểm chưa làm tròn nên khác các điểm in ra cộng lại.";
    // 0,67 three times is printed as 2.
    assert_eq!(sees("2", "3", None), ["6/6 ô đã điền (≈)", "2", note]);
    assert_eq!(sees("1", "2", None), ["6/6 ô đã điền", "1.5", ""]);
    // Claims add as they were typed; what is computed stands beside them.
    assert_eq!(sees("1", "2", Some("0.5")), ["6/6 ô đã điền", "1.5", ""]);
    assert_eq!(sees("1", "2", Some("0.334")), ["6/6 ô đã điền (≈)", "1", note]);
}

#[test]
fn claims_are_wrong_in_the_form_where_they_are_to_the_engine() {
    let yaml = "set: sai\ntitle: Bộ thử\nstatus: model\ntotal: 3.75\nrounding: { at: print, decimals: 1 }\ncriteria:\n  - { id: \"1\", name: Một, max: 0.75, rule: { given: { by: unit } } }\n  - { id: \"2\", name: Hai, max: 2, inputs: [ { id: co, kind: yes_no, label: Có }, { id: a, kind: count, label: A }, { id: b, kind: count, label: B } ], rule: { sum_of: { parts: [ { id: p1, label: P1, max: 1, rule: { yes_no: { all: [co] } } }, { id: p2, label: P2, max: 1, rule: { ratio: { of: a, to: b, when_nothing: not_applicable } } } ] } } }\n  - { id: \"3\", name: Ba, max: 1, inputs: [ { id: a, kind: count, label: A }, { id: b, kind: count, label: B } ], rule: { ratio: { of: a, to: b, when_nothing: zero } } }\nadjustments:\n  - { id: T, sign: penalty, name: Trừ, max: 3, inputs: [ { id: so, kind: count, label: Số } ], rule: { count: { of: so, each: 0.5 } } }\n";
    let set = set_of(yaml);
    for (id, typed, claim, state, counted) in [
        // What the maximum is printed as is the maximum; more is out of range.
        ("1", figures([]), "0.8", "Đã điền", "0.75"),
        ("1", figures([]), "0.79", "Sai: điểm ngoài khoảng 0–0,75", ""),
        ("1", figures([]), "0.84", "Sai: điểm ngoài khoảng 0–0,75", ""),
        ("1", figures([]), "-0.1", "Sai: điểm ngoài khoảng 0–0,75", ""),
        // Of a maximum of which a part does not apply.
        ("2", figures([("co", Figure::YesNo(true)), ("a", number("0")), ("b", number("0"))]), "1", "Đã điền", "1"),
        (
            "2",
            figures([("co", Figure::YesNo(true)), ("a", number("0")), ("b", number("0"))]),
            "1.5",
            "Sai: điểm cao hơn phần còn áp dụng",
            "1",
        ),
        ("2", figures([("co", Figure::YesNo(true)), ("a", number("0")), ("b", number("0"))]), "2.5", "Sai: điểm ngoài khoảng 0–2", "1"),
        // Equal as printed is equal: 2 of 3 is printed 0,7.
        ("3", figures([("a", number("2")), ("b", number("3"))]), "0.7", "Đã điền", "0.7"),
        ("3", figures([("a", number("2")), ("b", number("3"))]), "0.74", "Đã điền", "0.74"),
        ("3", figures([("a", number("2")), ("b", number("3"))]), "0.75", "Sai: cao hơn điểm tính", "0.75"),
        // Of a penalty the lower claim is wrong.
        ("T", figures([("so", number("3"))]), "1", "Sai: thấp hơn điểm tính", "1"),
        ("T", figures([("so", number("3"))]), "2", "Đã điền", "2"),
    ] {
        let answer = Answer { claim: Claim::Points(points(claim)), figures: typed, ..Answer::default() };
        let bytes = form(&set, Some(&assessment(&set, [(CriterionId::from(id), answer)].into())));
        assert_eq!(recalculated(bytes.clone(), "wrong-claims.xlsx"), [""; 0], "{id} {claim}");
        let mut opened = Opened::new(bytes);
        let sees = ["state", "counted"].map(|column| shown(&opened.assessed(&format!("leaf:{id}"), column)));
        assert_eq!(sees, [state, counted], "{id} {claim}");
    }
}
