//! Words and points of rules exactly at their bounds.

use super::{check, leaf};

#[test]
fn what_is_taken_down_to_the_floor_itself_reaches_it() {
    let rule = "deductions: { lines: [ { of: nhe, each: 25% } ] }";
    let leaf = leaf("2", &["nhe:count"], rule);
    let told = |count: &str| (leaf.explains(&[count]), leaf.rule.taken(&leaf.score(&leaf.figures(&[count]), None)));
    let floor = |taken: &str, left: &str| format!("“NHE”: {taken} điểm. 2 − các khoản trừ = {left} điểm; thấp nhất 0 điểm.");
    assert_eq!(told("4"), (floor("4 × 0,5 = trừ 2", "0"), vec!["floor".to_owned()]));
    assert_eq!(told("5"), (floor("5 × 0,5 = trừ 2,5", "-0,5"), vec!["floor".to_owned()]));
    assert_eq!(told("3").1, ["some"]);
}

#[test]
fn of_alternatives_that_give_as_much_the_first_is_taken() {
    let rule = "best_of: { rules: [ { ratio: { of: a, to: b, when_nothing: not_applicable } }, { levels: { of: m, levels: [ { id: co, label: Có, points: 1.5 }, { id: khong, label: Chưa, points: 0 } ] } } ] }";
    let leaf = leaf("2", &["a:count", "b:count", "m:choice"], rule);
    let typed = ["75", "100", "co"];
    assert_eq!(leaf.rule.taken(&leaf.score(&leaf.figures(&typed), None)), ["1/part"]);
    assert!(leaf.explains(&typed).ends_with("Cao nhất là trường hợp 1: 1,50 điểm."), "{}", leaf.explains(&typed));
}

/// Above the mark points rise, up to it they stay, and below another mark there are none.
#[test]
fn points_that_only_rise_stay_down_to_where_there_are_none() {
    let rule = "step_by: { of: p, at: 80%, points: 1, above: { each: 5%, points: 0.25 }, zero_below: 60% }";
    let leaf = leaf("2", &["p:percent"], rule);
    check(&leaf, &[(&["59.99"], "0,00"), (&["60"], "1,00"), (&["80"], "1,00"), (&["85"], "1,25")]);
    assert_eq!(leaf.wording()[0], "Từ 60% đến 80%: 1 điểm");
}

#[test]
fn a_formula_names_the_sign_that_is_meant() {
    for (typed, right) in [("−", "dấu trừ viết là -"), ("–", "dấu trừ viết là -"), ("≥", "viết >= thay cho ≥"), ("≤", "viết <= thay cho ≤")]
    {
        let leaf = leaf("2", &["a:count"], &format!("formula: {{ is: \"a {typed} 2\" }}"));
        let message = &leaf.rule.faces().laws(&leaf.terms())[0].message.vi;
        assert!(message.ends_with(&format!("ký tự thứ 3: {right}.")), "{message}");
    }
}
