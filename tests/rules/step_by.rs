//! `step_by`: “cứ giảm 1% trừ 0,05 điểm; cứ tăng thêm 1% cộng 0,1 điểm”.

use super::{check, leaf};

const REVENUE: &str = "step_by: { of: thu, to: du_toan, when_nothing: not_applicable, at: 100%, points: 2, below: { each: 1%, points: 0.05 }, above: { each: 1%, points: 0.1 }, floor: 0, cap: 3, steps: full }";

#[test]
fn points_go_down_below_the_mark_and_up_above_it() {
    let revenue = leaf("3", &["thu:points:tỷ đồng", "du_toan:points:tỷ đồng"], REVENUE);
    check(
        &revenue,
        &[
            (&["100", "100"], "2,00"),
            // One step and a half is one step; less than a step is none.
            (&["98.5", "100"], "1,95"),
            (&["99", "100"], "1,95"),
            (&["99.01", "100"], "2,00"),
            (&["101.9", "100"], "2,10"),
            (&["100.5", "100"], "2,00"),
            // The rate is not cut at 100 %: points stop at the cap, and at the floor.
            (&["110", "100"], "3,00"),
            (&["250", "100"], "3,00"),
            (&["60", "100"], "0,00"),
            (&["0", "100"], "0,00"),
            (&["0", "0"], "không áp dụng P007"),
            (&["5", "0"], "0,00 P006"),
            (&["-", "100"], "chưa tính"),
            (&["-5", "100"], "chưa tính P002"),
            // 1/3 of a step beside a bound, exactly.
            (&["296", "299"], "1,95"),
        ],
    );
    assert_eq!(
        revenue.wording(),
        [
            "Tỷ lệ = “THU” / “DU_TOAN” × 100%",
            "Đạt 100%: 2 điểm",
            "Cứ giảm đủ 1% trừ 0,05 điểm, thấp nhất 0 điểm",
            "Cứ tăng thêm đủ 1% cộng 0,1 điểm, tối đa 3 điểm",
            "Trường hợp không phát sinh: không áp dụng"
        ]
    );
}

#[test]
fn every_step_is_told() {
    let revenue = leaf("3", &["thu:points:tỷ đồng", "du_toan:points:tỷ đồng"], REVENUE);
    let told = |thu: &str| revenue.explains(&[thu, "100"]).split_once("%. ").unwrap().1.to_owned();
    assert_eq!(told("98.5"), "98,50% thấp hơn mức 100% là 1,50%, tính 1 lần 1%: trừ 1 × 0,05 = 0,05 điểm, còn 1,95 điểm.");
    assert_eq!(told("102"), "102% cao hơn mức 100% là 2%, tính 2 lần 1%: cộng 2 × 0,1 = 0,2 điểm, được 2,20 điểm.");
    assert_eq!(told("140"), "140% cao hơn mức 100% là 40%, tính 40 lần 1%: cộng 40 × 0,1 = 4 điểm, được 3,00 điểm (mức tối đa).");
    assert_eq!(told("20"), "20% thấp hơn mức 100% là 80%, tính 80 lần 1%: trừ 80 × 0,05 = 4 điểm, còn 0,00 điểm (mức thấp nhất).");
    assert_eq!(told("100"), "100% đúng mức quy định: 2 điểm.");
    assert_eq!(told("99.5"), "99,50% so với mức quy định 100%: chưa đủ để cộng, trừ điểm; được 2 điểm.");
    // A rate that prints as its bound prints more decimals.
    assert_eq!(told("98.00001"), "98,00001% thấp hơn mức 100% là 1,99999%, tính 1 lần 1%: trừ 1 × 0,05 = 0,05 điểm, còn 1,95 điểm.");
    assert_eq!(told("102.99999"), "102,99999% cao hơn mức 100% là 2,99999%, tính 2 lần 1%: cộng 2 × 0,1 = 0,2 điểm, được 2,20 điểm.");
    let english = revenue.rule.explain(&revenue.score(&revenue.figures(&["98.5", "100"]), None), &revenue.terms());
    assert_eq!(english[1].en, "98.50% is 1.50% below 100%, counted as 1 × 1%: 1 × 0.05 = 0.05 points taken, leaving 1.95 points.");
}

#[test]
fn a_part_of_a_step_counts_as_the_rule_says() {
    let of = |steps: &str| {
        leaf("2", &["p:percent"], &format!("step_by: {{ of: p, at: 100%, points: 2, below: {{ each: 1%, points: 0.1 }}{steps} }}"))
    };
    check(&of(""), &[(&["98.5"], "1,90"), (&["99.5"], "2,00"), (&["98"], "1,80")]);
    check(&of(", steps: full"), &[(&["98.5"], "1,90")]);
    check(&of(", steps: begun"), &[(&["98.5"], "1,80"), (&["99.99"], "1,90"), (&["98"], "1,80"), (&["100"], "2,00")]);
    check(&of(", steps: proportional"), &[(&["98.5"], "1,85"), (&["99.95"], "2,00"), (&["99.9"], "1,99")]);
    assert_eq!(of("").wording()[0], "Từ 100% trở lên: 2 điểm");
    assert_eq!(of(", steps: begun").wording()[1], "Cứ giảm 1% trừ 0,1 điểm (phần lẻ tính là một lần), thấp nhất 0 điểm");
    assert_eq!(of(", steps: proportional").wording()[1], "Cứ giảm 1% trừ 0,1 điểm (phần lẻ tính theo tỷ lệ), thấp nhất 0 điểm");
}

#[test]
fn a_percentage_may_be_over_100() {
    let above = "step_by: { of: p, at: 100%, points: 50%, above: { each: 5%, points: 10% } }";
    check(&leaf("2", &["p:percent"], above), &[(&["110"], "1,40"), (&["125"], "2,00"), (&["300"], "2,00"), (&["40"], "1,00")]);
    // Revenue over its plan is no mistake where it earns nothing more, either.
    let below = "step_by: { of: p, at: 100%, points: 2, below: { each: 1%, points: 0.1 } }";
    check(&leaf("2", &["p:percent"], below), &[(&["110"], "2,00"), (&["95"], "1,50")]);
    let rate = "step_by: { of: a, to: b, when_nothing: zero, at: 100%, points: 2, below: { each: 1%, points: 0.1 } }";
    check(&leaf("2", &["a:count", "b:count"], rate), &[(&["11", "10"], "2,00")]);
    let high = "step_by: { of: p, at: 110%, points: 2, below: { each: 1%, points: 0.1 } }";
    check(&leaf("2", &["p:percent"], high), &[(&["105"], "1,50"), (&["120"], "2,00")]);
    // One rule of several takes it as it is, another cuts it: nothing is found.
    let both = format!("best_of: {{ rules: [ {{ {above} }}, {{ ratio: {{ of: p, full_at: 100% }} }} ] }}");
    check(&leaf("2", &["p:percent"], &both), &[(&["110"], "2,00"), (&["105"], "2,00")]);
}

#[test]
fn counts_have_steps_of_their_own_measure() {
    let rule = "step_by: { of: so, at: 10, points: 1, below: { each: 2, points: 0.25 }, above: { each: 5, points: 0.5 }, cap: 2 }";
    let models = leaf("2", &["so:count:mô hình"], rule);
    check(&models, &[(&["10"], "1,00"), (&["7"], "0,75"), (&["6"], "0,50"), (&["0"], "0,00"), (&["15"], "1,50"), (&["40"], "2,00")]);
    assert_eq!(
        models.wording(),
        [
            "Đạt 10 mô hình: 1 điểm",
            "Cứ giảm đủ 2 mô hình trừ 0,25 điểm, thấp nhất 0 điểm",
            "Cứ tăng thêm đủ 5 mô hình cộng 0,5 điểm, tối đa 2 điểm"
        ]
    );
    assert_eq!(
        models.explains(&["7"]),
        "“SO”: 7 mô hình. 7 mô hình thấp hơn mức 10 mô hình là 3 mô hình, tính 1 lần 2 mô hình: trừ 1 × 0,25 = 0,25 điểm, còn 0,75 điểm."
    );
}

#[test]
fn floor_points_and_cap_stand_in_order_and_the_maximum_is_reached() {
    let faults = |max: &str, rule: &str| leaf(max, &["p:percent", "c:count"], &format!("step_by: {{ {rule} }}")).faults();
    let below = "below: { each: 1%, points: 0.1 }";
    let above = "above: { each: 1%, points: 0.1 }";
    assert_eq!(faults("2", &format!("of: p, at: 100%, points: 2, {below}")), [""; 0]);
    assert_eq!(faults("2", &format!("of: p, at: 100%, points: 1, {below}")), ["C100 "]);
    assert_eq!(faults("3", &format!("of: p, at: 100%, points: 1, {above}, cap: 2")), ["C100 "]);
    assert_eq!(faults("2", &format!("of: p, at: 100%, points: 1, {above}, cap: 3")), ["C101 cap"]);
    assert_eq!(faults("2", &format!("of: p, at: 100%, points: 3, {below}")), ["C101 points"]);
    assert_eq!(faults("2", &format!("of: p, at: 100%, points: 2, {below}, floor: 2")), ["C104 floor"]);
    assert_eq!(faults("2", &format!("of: p, at: 100%, points: 2, {below}, floor: -1")), ["C101 floor"]);
    assert_eq!(faults("2", &format!("of: p, at: 100%, points: 2, {above}")), ["C104 cap"]);
    assert_eq!(faults("2", &format!("of: p, at: 100%, points: 2, {below}, cap: 2")), ["C104 cap"]);
    assert_eq!(faults("2", &format!("of: p, at: 100%, points: 1, {above}, floor: 0")), ["C104 floor"]);
    assert_eq!(faults("2", "of: p, at: 100%, points: 2"), ["C109 "]);
    assert_eq!(faults("2", "of: p, at: 100%, points: 2, below: { each: 0%, points: 0.1 }"), ["C104 below.each"]);
    assert_eq!(faults("2", "of: p, at: 100%, points: 2, below: { each: 1%, points: -0.1 }"), ["C104 below.points"]);
    assert_eq!(faults("2", "of: p, at: 0, points: 2, below: { each: 1%, points: 0.1 }"), ["C104 below.each"]);
    assert_eq!(faults("2", &format!("of: c, at: 100%, points: 2, {below}")), ["C106 at", "C106 below.each"]);
    assert_eq!(faults("2", &format!("of: c, to: p, at: 100%, points: 2, {below}")), ["C107 when_nothing"]);
}

#[test]
fn below_its_own_mark_there_is_nothing() {
    let rule = "step_by: { of: p, at: 100%, points: 4, below: { each: 1%, points: 0.05 }, zero_below: 80% }";
    let tasks = leaf("4", &["p:percent"], rule);
    check(&tasks, &[(&["100"], "4,00"), (&["80"], "3,00"), (&["80.5"], "3,05"), (&["79.99"], "0,00"), (&["0"], "0,00")]);
    assert_eq!(tasks.wording(), ["Từ 100% trở lên: 4 điểm", "Cứ giảm đủ 1% trừ 0,05 điểm, thấp nhất 0 điểm", "Dưới 80%: 0 điểm"]);
    assert!(tasks.explains(&["79.99"]).ends_with("79,99% thấp hơn mức sàn 80%: 0 điểm."), "{}", tasks.explains(&["79.99"]));
    let online = "step_by: { of: p, at: 20%, points: 1, above: { each: 10%, points: 0.5 }, zero_below: 20% }";
    let online = leaf("5", &["p:percent"], online);
    check(&online, &[(&["19.99"], "0,00"), (&["20"], "1,00"), (&["29.9"], "1,00"), (&["30"], "1,50"), (&["100"], "5,00")]);
    assert_eq!(online.wording(), ["Đạt 20%: 1 điểm", "Cứ tăng thêm đủ 10% cộng 0,5 điểm, tối đa 5 điểm", "Dưới 20%: 0 điểm"]);
    let low = "step_by: { of: p, at: 50%, points: 1, above: { each: 10%, points: 0.5 }, zero_below: 20% }";
    let low = leaf("2", &["p:percent"], low);
    check(&low, &[(&["19.9"], "0,00"), (&["30"], "1,00"), (&["60"], "1,50")]);
    assert_eq!(low.wording()[0], "Từ 20% đến 50%: 1 điểm");
    let faults = |least: &str| {
        let rule = format!("step_by: {{ of: c, at: 10, points: 2, below: {{ each: 1, points: 0.1 }}, zero_below: {least} }}");
        leaf("2", &["c:count"], &rule).faults()
    };
    assert_eq!(faults("5"), [""; 0]);
    assert_eq!(faults("11"), ["C104 zero_below"]);
    assert_eq!(faults("0"), ["C104 zero_below"]);
    assert_eq!(faults("5%"), ["C106 zero_below"]);
}
