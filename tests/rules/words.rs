//! What rules say of single figures: their sentences, branches and laws, each beside what is nearly the same.

use parindex::points::Points;
use parindex::rule::Branch;

use super::{Leaf, check, leaf, number};

/// Names the branch that figures take.
fn taken(leaf: &Leaf, typed: &[&str]) -> String {
    leaf.rule.taken(&leaf.score(&leaf.figures(typed), None)).join(" ")
}

/// Names all branches.
fn branches(leaf: &Leaf) -> Vec<String> {
    leaf.rule.faces().branches(&leaf.terms()).into_iter().map(|branch: Branch| branch.id).collect()
}

#[test]
fn a_formula_compares_in_six_ways() {
    for (sign, below, equal, above) in [
        ("<", "2,00", "0,00", "0,00"),
        ("<=", "2,00", "2,00", "0,00"),
        (">", "0,00", "0,00", "2,00"),
        (">=", "0,00", "2,00", "2,00"),
        ("=", "0,00", "2,00", "0,00"),
        ("<>", "2,00", "0,00", "2,00"),
    ] {
        let leaf = leaf("2", &["a:count"], &format!("formula: {{ is: \"if(a {sign} 5, 2, 0)\" }}"));
        check(&leaf, &[(&["4"], below), (&["5"], equal), (&["6"], above)]);
    }
}

#[test]
fn a_formula_is_nested_thirty_deep_and_no_deeper() {
    let laws = |is: &str| {
        let leaf = leaf("2", &["a:count", "y:yes_no"], &format!("formula: {{ is: \"{is}\" }}"));
        leaf.rule.faces().laws(&leaf.terms()).into_iter().map(|fault| fault.message.vi).collect::<Vec<String>>().join(" ")
    };
    let parentheses = |deep: usize| format!("{}a{}", "(".repeat(deep), ")".repeat(deep));
    let negations = |deep: usize| format!("if({}y, 2, 0)", "not ".repeat(deep - 1));
    let minuses = |deep: usize| format!("{}a", "-".repeat(deep));
    for nested in [&parentheses as &dyn Fn(usize) -> String, &negations, &minuses] {
        assert!(!laws(&nested(30)).contains("lồng"), "{}", nested(30));
        let told = laws(&nested(31));
        assert!(told.ends_with("công thức lồng quá 30 lớp."), "{}: {told}", nested(31));
    }
}

/// What is divided by may be above and below 0: then nothing is known of what comes out.
#[test]
fn a_formula_over_what_changes_its_sign_may_give_anything() {
    let of = |is: &str| leaf("2", &["a:count", "b:count", "c:count", "p:percent"], &format!("formula: {{ is: \"{is}\" }}"));
    assert_eq!(of("2 / (p - 50)").faults(), ["C115 is", "C111 is"]);
    for is in ["a / (b - c)", "(b - c) / a"] {
        let said = of(is).wording();
        assert!(said[0].ends_with(", nhưng không dưới 0 điểm và không quá 2 điểm"), "{said:#?}");
    }
    let said = of("a / b").wording();
    assert!(said[0].ends_with("“A” : “B”, nhưng không quá 2 điểm"), "{said:#?}");
}

#[test]
fn a_share_of_the_way_is_spelt_as_finely_as_its_points_need() {
    let leaf = leaf("10", &["a:count", "b:count"], "interpolate: { of: a, to: b, zero_at: 0%, full_at: 100%, when_nothing: zero }");
    assert_eq!(leaf.explains(&["22448", "100000"]), "22.448 / 100.000 = 22,448%. (22,448 − 0) / (100 − 0) × 10 = 2,24 điểm.");
    let asked: Vec<String> = leaf.rule.faces().asks().into_iter().map(|ask| ask.input.to_string()).collect();
    assert_eq!(asked, ["a", "b"]);
    assert_eq!(leaf.explains(&["3", "3"]), "3 / 3 = 100%. 100% đạt mức trần 100%: được điểm tối đa 10.");
    assert_eq!(leaf.explains(&["0", "3"]), "0 / 3 = 0%. 0% không vượt mức sàn 0%: 0 điểm.");
}

#[test]
fn nothing_of_nothing_is_a_branch_and_something_of_nothing_is_none() {
    let leaf = leaf("2", &["a:count", "b:count"], "ratio: { of: a, to: b, when_nothing: full }");
    assert_eq!(taken(&leaf, &["0", "0"]), "nothing");
    assert_eq!(taken(&leaf, &["3", "0"]), "");
    assert_eq!(taken(&leaf, &["3", "3"]), "full");
}

#[test]
fn a_comparison_with_the_group_says_what_it_is_compared_with() {
    let relative = leaf("2", &["a:count", "b:count"], "relative: { of: a, to: b, when_nothing: zero }");
    let explains = |best: Option<&str>, typed: &[&str]| {
        let best: Option<Points> = best.map(number);
        let told = relative.rule.explain(&relative.score(&relative.figures(typed), best.as_ref()), &relative.terms());
        told.into_iter().map(|text| text.vi).collect::<Vec<String>>().join(" ")
    };
    assert_eq!(explains(None, &["3", "5"]), "3 / 5 = 60%. Chờ số liệu của cả khối để so sánh.");
    assert_eq!(explains(Some("90"), &["3", "5"]), "3 / 5 = 60%. 60% / 90% (cao nhất của khối) × 2 = 1,33 điểm.");
    assert_eq!(explains(Some("0"), &["0", "5"]), "0 / 5 = 0%. Đơn vị cao nhất của khối bằng 0: 0 điểm.");
    assert_eq!(explains(Some("90"), &["95", "100"]), "95 / 100 = 95%. 95% cao hơn mức cao nhất của khối 90%: được điểm tối đa 2.");
}

#[test]
fn a_comparison_with_the_group_stands_alone() {
    let within = "best_of: { rules: [ { relative: { of: a, to: b, when_nothing: zero } }, { count: { of: c, each: 1 } } ] }";
    assert_eq!(leaf("2", &["a:count", "b:count", "c:count"], within).faults(), ["C112 rules.0.relative"]);
}

#[test]
fn points_by_steps_name_the_branch_that_is_taken() {
    let both =
        "step_by: { of: p, at: 80%, points: 1, below: { each: 5%, points: 0.25 }, above: { each: 5%, points: 0.25 }, zero_below: 20% }";
    let leaf_ = leaf("2", &["p:percent"], both);
    assert_eq!(branches(&leaf_), ["at", "below", "floor", "above", "cap", "zero"]);
    for (typed, branch) in [("10", "zero"), ("30", "floor"), ("70", "below"), ("80", "at"), ("78", "at"), ("85", "above"), ("100", "cap")] {
        assert_eq!(taken(&leaf_, &[typed]), branch, "{typed}");
    }
    // From 60% on a quarter is left at least, and below it there is nothing anyway.
    let short = "step_by: { of: p, at: 80%, points: 2, below: { each: 5%, points: 0.25 }, zero_below: 60% }";
    assert_eq!(branches(&leaf("2", &["p:percent"], short)), ["at", "below", "zero"]);
}

#[test]
fn what_lies_in_no_step_is_told() {
    let leaf = leaf("2", &["p:percent"], "steps: { of: p, steps: [ { from: 90%, points: 2 }, { up_to: 50%, points: 1 } ] }");
    assert_eq!(leaf.explains(&["70"]), "“P”: 70%. 70% không thuộc mức nào của quy tắc: 0 điểm.");
}

#[test]
fn a_step_is_one_number_or_has_bounds() {
    let faults =
        |step: &str| leaf("2", &["c:count"], &format!("steps: {{ of: c, steps: [ {step}, {{ exactly: 0, points: 0 }} ] }}")).faults();
    assert_eq!(faults("{ from: 1, points: 2 }"), [""; 0]);
    assert_eq!(faults("{ exactly: 1, points: 2 }"), [""; 0]);
    assert_eq!(faults("{ exactly: 1, from: 1, points: 2 }"), ["C105 steps.0.points"]);
}

/// On the highest step of a count `exactly` means or more. Where fewer are worth more, or `otherwise` is left without a value,
/// somebody meant that number alone and is told how to say so.
#[test]
fn a_highest_step_that_means_more_than_it_says_is_told() {
    let faults = |steps: &str| leaf("2", &["c:count"], &format!("steps: {{ of: c, {steps} }}")).faults();
    let falling = "steps: [ { exactly: 0, points: 2 }, { exactly: 1, points: 1 } ]";
    assert_eq!(faults(&format!("{falling}, otherwise: 0")), ["C117 steps.1.exactly"]);
    assert_eq!(faults(falling), ["C117 steps.1.exactly"]);
    assert_eq!(faults("steps: [ { exactly: 0, points: 2 } ], otherwise: 0"), ["C117 steps.0.exactly"]);
    assert_eq!(faults("steps: [ { exactly: 2, points: 1 }, { up_to: 1, points: 2 } ]"), ["C117 steps.0.exactly"]);
    // What the cure says.
    assert_eq!(faults("steps: [ { exactly: 0, points: 2 }, { from: 1, below: 2, points: 1 } ], otherwise: 0"), [""; 0]);
    assert_eq!(faults("steps: [ { exactly: 0, points: 2 }, { from: 1, points: 1 } ]"), [""; 0]);
    assert_eq!(faults("steps: [ { from: 0, below: 1, points: 2 } ], otherwise: 0"), [""; 0]);
    // More of a good thing; that many or more give nothing.
    assert_eq!(faults("steps: [ { exactly: 4, points: 2 }, { exactly: 3, points: 1 } ], otherwise: 0"), [""; 0]);
    assert_eq!(faults("steps: [ { exactly: 0, points: 2 }, { exactly: 1, points: 1 }, { exactly: 2, points: 0 } ]"), [""; 0]);
    assert_eq!(faults("steps: [ { exactly: 0, points: 2 }, { exactly: 1, points: 0 } ], otherwise: 0"), [""; 0]);
}

/// Words of a rule never speak of a rest that there is none of.
#[test]
fn steps_that_hold_every_value_leave_no_rest() {
    let words = |steps: &str| leaf("2", &["c:count"], &format!("steps: {{ of: c, {steps}, otherwise: 0 }}")).wording().join("; ");
    assert_eq!(words("steps: [ { exactly: 0, points: 2 }, { exactly: 1, points: 1 } ]"), "0: 2 điểm; Từ 1 trở lên: 1 điểm");
    assert_eq!(words("steps: [ { exactly: 0, points: 2 }, { from: 1, below: 2, points: 1 } ]"), "0: 2 điểm; 1: 1 điểm; Còn lại: 0 điểm");
    // Nor is a case asked for it.
    let asked = |steps: &str| branches(&leaf("2", &["c:count"], &format!("steps: {{ of: c, {steps}, otherwise: 0 }}"))).join(" ");
    assert_eq!(asked("steps: [ { exactly: 0, points: 2 }, { exactly: 1, points: 1 } ]"), "step:1 step:2");
    assert_eq!(asked("steps: [ { exactly: 0, points: 2 }, { from: 1, below: 2, points: 1 } ]"), "step:1 step:2 otherwise");
    let within = |steps: &str| {
        let rule = format!("sum_of: {{ parts: [ {{ id: a, label: A, max: 2, rule: {{ steps: {{ of: c, {steps}, otherwise: 0 }} }} }} ] }}");
        branches(&leaf("2", &["c:count"], &rule)).join(" ")
    };
    assert_eq!(within("steps: [ { exactly: 0, points: 2 }, { exactly: 1, points: 1 } ]"), "a/step:1 a/step:2");
}

/// What the decision's own words leave unsaid of days and of what applies to whom stands behind them.
#[test]
fn words_of_a_decision_hide_neither_days_nor_what_applies_to_whom() {
    let rule = "deadline: { of: ngay, steps: [ { by: 2026-01-31, points: 1 }, { before: 2026-12-15, points: 0.5 } ], later: 0, never: 0 }";
    let said = |rule: &str, text: &str| {
        let leaf = leaf("1", &["ngay:date", "co:yes_no", "a:yes_no"], rule);
        let lines = parindex::rule::wording(&leaf.rule, Some(text), &leaf.terms());
        lines.into_iter().map(|line| line.vi).collect::<Vec<_>>().join("; ")
    };
    let (first, second) = ("– Chậm nhất ngày 31/01/2026: 1 điểm", "– Trước ngày 15/12/2026: 0,5 điểm");
    assert_eq!(said(rule, "Đúng hạn: 1 điểm"), format!("Đúng hạn: 1 điểm; {first}; {second}"));
    // Days that are said, in any spelling; another year is another day.
    for whole in [
        "Đến 31/01/2026: 1 điểm, trước 15/12/2026: 0,5 điểm",
        "Đến 31-1-2026: 1 điểm, trước 15-12: 0,5 điểm",
        "Đến ngày 31 tháng 01 năm 2026: 1 điểm, trước ngày 15 tháng 12: 0,5 điểm",
    ] {
        assert_eq!(said(rule, whole), whole);
    }
    for part in ["Đến 31/01/2026: 1 điểm", "Đến ngày 31 tháng 1: 1 điểm, trước 15/12/2025: 0,5 điểm", "Trước 31/1, thêm 15 hoặc 12 văn bản"]
    {
        assert_eq!(said(rule, part), format!("{part}; {second}"));
    }
    let sum = format!(
        "sum_of: {{ parts: [ {{ id: x, label: Ban hành, max: 1, rule: {{ {rule} }} }}, {{ id: y, label: Kiểm tra, max: 1, rule: {{ yes_no: {{ all: [a] }} }}, applies: co }} ] }}"
    );
    assert_eq!(
        said(&sum, "Đủ hai phần: 2 điểm"),
        "Đủ hai phần: 2 điểm; – Ban hành: Chậm nhất ngày 31/01/2026: 1 điểm; – Ban hành: Trước ngày 15/12/2026: 0,5 điểm; – Kiểm tra: chỉ áp dụng khi “CO” là “Có”"
    );
    let best = format!("best_of: {{ rules: [ {{ yes_no: {{ all: [a] }} }}, {{ {rule} }} ] }}");
    assert_eq!(
        said(&best, "Có chứng nhận, hoặc trước 15/12/2026: 0,5 điểm"),
        "Có chứng nhận, hoặc trước 15/12/2026: 0,5 điểm; – Trường hợp 2: Chậm nhất ngày 31/01/2026: 1 điểm"
    );
    // Rules without days keep the decision's words alone.
    assert_eq!(said("yes_no: { all: [a] }", "Có: 1 điểm"), "Có: 1 điểm");
}

#[test]
fn a_mean_outside_its_scale_is_told_as_such() {
    let mean = "survey: { mean: { groups: [ { of: dan, weight: 100% } ], zero_at: 1, full_at: 5 } }";
    let leaf = leaf("4", &["dan:points"], mean);
    assert_eq!(leaf.explains(&["0.5"]), "Điểm trung bình 0,50 nằm ngoài thang từ 1 đến 5: được 0,00 điểm.");
    assert_eq!(leaf.explains(&["1"]), "Điểm trung bình 1: (1 − 1) / (5 − 1) × 4 = 0,00 điểm.");
    assert_eq!(leaf.explains(&["5"]), "Điểm trung bình 5: (5 − 1) / (5 − 1) × 4 = 4,00 điểm.");
    assert_eq!(leaf.explains(&["6"]), "Điểm trung bình 6 nằm ngoài thang từ 1 đến 5: được 4,00 điểm.");
}

/// One of what is counted is named by the label of the count, where that is short and one thing.
#[test]
fn what_a_count_counts_is_named_where_its_label_is_short() {
    let named = |label: &str| {
        let mut leaf = leaf("2", &["a:count"], "count: { of: a, each: 1 }");
        label.clone_into(&mut leaf.inputs[0].label);
        leaf.terms().counted(&"a".into())
    };
    assert_eq!(named("Số hồ sơ trễ hạn").as_deref(), Some("hồ sơ trễ hạn"));
    assert_eq!(named("Số hồ sơ trễ hạn, chưa trả").as_deref(), None);
    assert_eq!(named(&format!("Số {}", "hồ ".repeat(30))).as_deref(), None);
}

#[test]
fn one_alternative_at_least_reaches_the_maximum() {
    let level = |points: &str| {
        format!("{{ levels: {{ of: m, levels: [ {{ id: co, label: Có, points: {points} }}, {{ id: khong, label: Chưa, points: 0 }} ] }} }}")
    };
    let faults =
        |rules: &[String]| leaf("2", &["m:choice", "n:choice"], &format!("best_of: {{ rules: [ {} ] }}", rules.join(", "))).faults();
    let other = level("1").replace("of: m", "of: n");
    assert_eq!(faults(&[level("2"), other.clone()]), [""; 0]);
    assert_eq!(faults(&[level("1.5"), other]), ["C100 rules"]);
}

/// The form asks for no figure that another answer makes needless, but for what something else reads too.
#[test]
fn what_another_answer_makes_needless_may_stay_blank() {
    let spared = |rule: &str| {
        let leaf = leaf("2", &["a:count", "b:count", "c:count", "co:yes_no"], rule);
        leaf.rule.faces().spares().into_iter().map(|spare| spare.input.to_string()).collect::<Vec<String>>()
    };
    let parts = |other: &str| {
        format!(
            "sum_of: {{ parts: [ {{ id: p, label: P, max: 1, applies: co, rule: {{ ratio: {{ of: a, to: b, when_nothing: zero }} }} }}, {{ id: q, label: Q, max: 1, rule: {{ {other} }} }} ] }}"
        )
    };
    assert_eq!(spared(&parts("count: { of: c, each: 1 }")), ["a", "b"]);
    assert_eq!(spared(&parts("ratio: { of: c, to: b, when_nothing: zero }")), ["a"]);
    assert_eq!(spared("best_of: { rules: [ { count: { of: c, each: 1 } }, { yes_no: { all: [co] } } ] }"), ["c", "co"]);
}
