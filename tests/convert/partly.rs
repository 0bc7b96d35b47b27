//! What is understood of a line of which some words are left over: it is written and not in force.

use parindex::convert::{Converted, Options};
use parindex::rule::Rule;

use super::{converted_with, linted, said};

/// Converts one criterion of 4 points.
fn of(line: &str) -> (Converted, Vec<String>) {
    let table: [&[&str]; 4] = [
        &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
        &["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"],
        &["I", "Lĩnh vực", "=4", ""],
        &["1", "Tỷ lệ thôn đạt chuẩn văn hóa", "=4", line],
    ];
    let read = converted_with(&table, &Options::default());
    (read.value.unwrap(), said(&read.findings))
}

/// Puts the lines in force that are written as comments, in place of the rule behind them.
fn in_force(yaml: &str) -> String {
    let (before, behind) = yaml.split_once("# ĐÃ HIỂU PHẦN CÒN LẠI").unwrap();
    let mut lines = behind.lines().skip(1);
    let mut rest: Vec<String> =
        lines.by_ref().take_while(|line| line.trim_start().starts_with("# ")).map(|line| line.replacen("# ", "", 1)).collect();
    // The rule that units type goes.
    rest.extend(lines.skip_while(|line| !line.trim_start().starts_with("given:")).skip(1).map(str::to_owned));
    format!("{}\n{}\n", before.trim_end(), rest.join("\n"))
}

#[test]
fn the_rest_of_a_line_is_written_and_waits_for_whoever_reviews_it() {
    let (set, told) = of("Từ 90% trở lên: 4 điểm; từ 70% đến dưới 90%: 2 điểm; dưới 70%: 0 điểm; riêng xã miền núi nhân hệ số 1,2");
    assert!(told.iter().any(|one| one.starts_with("C309") && one.contains("riêng xã miền núi nhân hệ số 1,2")), "{told:?}");
    let asked = linted(&set.yaml);
    let rule = &asked.leaves().next().unwrap().1.rule;
    assert!(matches!(rule, Rule::Given { .. }), "{rule:?}");
    let row = set.review.iter().find(|row| row.id == "1.1").unwrap();
    let understood: Vec<&str> = row.understood.iter().map(|one| one.vi.as_str()).collect();
    assert_eq!(
        understood,
        ["Phần còn lại đã hiểu, chưa áp dụng: xem các dòng # trong set.yaml.", "Số liệu hỏi đơn vị: Tỷ lệ thôn đạt chuẩn văn hóa (%)"]
    );
    let written = in_force(&set.yaml);
    let again = linted(&written);
    let (_, leaf) = again.leaves().next().unwrap();
    assert_eq!(leaf.inputs[0].label, "Tỷ lệ thôn đạt chuẩn văn hóa");
    assert!(written.contains("- { from: 70%, below: 90%, points: 2 }"), "{written}");
    assert!(matches!(leaf.rule, Rule::Steps { .. }), "{written}");
}

#[test]
fn nothing_is_written_of_what_may_be_another_rule() {
    for line in [
        // One case is no rule, parts of which one is missing are none, and who asks people scores nothing by itself.
        "Từ 90% trở lên: 4 điểm; riêng xã miền núi nhân hệ số 1,2",
        "Niêm yết: 1 điểm; phát thanh từ 6 lượt (tối đa 2 lần mỗi tuần thì cộng 0,5): 2 điểm; có chuyên mục: 1 điểm",
        "Khảo sát người dân: tốt: 4 điểm; khá: 2 điểm; kém: 0 điểm; nhân hệ số 1,2",
    ] {
        let (set, _) = of(line);
        assert!(!set.yaml.contains("ĐÃ HIỂU PHẦN CÒN LẠI"), "{line}\n{}", set.yaml);
    }
}
