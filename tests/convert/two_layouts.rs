//! The same lines in rows of their own and in one cell: they are read alike.

use parindex::convert::{Converted, Options};

use super::ordinary::everything;
use super::{converted_with, linted, said};

/// Converts a criterion whose lines stand in one cell, or in rows below it.
fn of(max: &str, name: &str, lines: &[&str], rows: bool) -> (Converted, Vec<String>) {
    let max = format!("={max}");
    let cell = if rows { String::new() } else { lines.join("\n") };
    let mut table: Vec<Vec<&str>> = vec![
        vec!["(Kèm theo Quyết định số 1/QĐ-UBND)"],
        vec!["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"],
        vec!["I", "Lĩnh vực", &max, ""],
        vec!["1", name, &max, &cell],
    ];
    if rows {
        table.extend(lines.iter().map(|line| vec!["", line, "", ""]));
    }
    let table: Vec<&[&str]> = table.iter().map(Vec::as_slice).collect();
    let read = converted_with(&table, &Options::default());
    (read.value.unwrap(), said(&read.findings))
}

/// Says what became of a criterion: what is asked, and how points are given.
fn became(set: &Converted) -> String {
    let read = linted(&set.yaml);
    let (_, leaf) = read.leaves().last().unwrap();
    let inputs: Vec<String> = leaf.inputs.iter().map(|input| format!("{:?} {}", input.kind, input.label)).collect();
    let rule = set.yaml.split("- id: \"1.1\"").nth(1).unwrap_or_default();
    let rule: Vec<&str> = rule.lines().skip_while(|line| line.trim() != "rule:").collect();
    let rule: Vec<&str> = rule.into_iter().filter(|line| !line.trim_start().starts_with('#')).collect();
    format!("{}\n{}", inputs.join("; "), rule.join("\n"))
}

#[test]
fn a_row_that_names_two_figures_says_what_a_rate_is_of() {
    let steps = ["Đạt 100%: 2", "Từ 80% đến dưới 100%: 1", "Dưới 80%: 0"];
    for (name, line, part, whole) in [
        (
            "Thực hiện kết luận thanh tra",
            "Tỷ lệ số tiền đã nộp ngân sách nhà nước trên tổng số tiền phải nộp theo kết luận",
            "Số tiền đã nộp ngân sách nhà nước",
            "Tổng số tiền phải nộp theo kết luận",
        ),
        (
            "Giải quyết hồ sơ đúng hạn",
            "Số hồ sơ giải quyết đúng hạn trên tổng số hồ sơ đã giải quyết",
            "Số hồ sơ giải quyết đúng hạn",
            "Tổng số hồ sơ đã giải quyết",
        ),
        ("Đơn thư", "Số đơn giải quyết đúng hạn/tổng số đơn đã giải quyết", "Số đơn giải quyết đúng hạn", "Tổng số đơn đã giải quyết"),
        (
            "Thực hiện các cuộc họp trực tuyến",
            "Số cuộc họp trực tuyến so với tổng số cuộc họp đã tổ chức:",
            "Số cuộc họp trực tuyến",
            "Tổng số cuộc họp đã tổ chức",
        ),
        (
            "Thực hiện kiến nghị của kiểm toán",
            "- Số tiền đã thu hồi/tổng số tiền phải thu hồi theo kết luận:",
            "Số tiền đã thu hồi",
            "Tổng số tiền phải thu hồi theo kết luận",
        ),
        ("Thực hiện dự toán chi", "Kinh phí đã giải ngân/Tổng kinh phí được giao", "Kinh phí đã giải ngân", "Tổng kinh phí được giao"),
        (
            "Tỷ lệ văn bản điện tử ký số",
            "(Số văn bản điện tử ký số/Tổng số văn bản điện tử phát hành) x 100%",
            "Số văn bản điện tử ký số",
            "Tổng số văn bản điện tử phát hành",
        ),
        ("Tiếp công dân", "Số lượt tiếp trong tổng số lượt phải tiếp", "Số lượt tiếp", "Tổng số lượt phải tiếp"),
    ] {
        let lines: Vec<&str> = [line].into_iter().chain(steps).collect();
        for rows in [true, false] {
            let (set, told) = of("2", name, &lines, rows);
            let read = linted(&set.yaml);
            let (_, leaf) = read.leaves().last().unwrap();
            let labels: Vec<&str> = leaf.inputs.iter().map(|input| input.label.as_str()).collect();
            assert_eq!(labels, [part, whole], "{line} {rows}\n{told:?}\n{}", set.yaml);
            assert!(leaf.rule.scorer() == parindex::rule::Scorer::Unit && set.understood == 1, "{line}: {told:?}");
            assert!(set.yaml.contains(line.trim_start_matches("- ").trim_end_matches(':')), "{}", set.yaml);
        }
    }
}

#[test]
fn a_figure_that_no_rule_uses_is_asked() {
    for line in ["Tổng số hồ sơ đã tiếp nhận", "Số lượt truy cập trên hệ thống", "Kinh phí được giao/năm"] {
        let (set, told) = of("2", "Ban hành kế hoạch", &[line, "Có: 2; không: 0"], true);
        assert!(told.iter().any(|one| one.starts_with("C332") && one.contains(line)), "{told:?}\n{}", set.yaml);
        assert_eq!((set.open, set.partly), (0, 1), "{told:?}");
    }
    // Those that the rule uses are not.
    let (set, told) = of(
        "2",
        "Hồ sơ đúng hạn",
        &["Số hồ sơ đúng hạn", "Tổng số hồ sơ đã giải quyết", "Từ 95% trở lên: 2", "Dưới 95%: 0", "Không có hồ sơ: 2"],
        true,
    );
    assert_eq!((set.open, told), (0, vec![]), "{}", set.yaml);
}

#[test]
fn the_same_lines_in_rows_or_in_one_cell_are_read_alike() {
    let mut apart = Vec::new();
    let mut all = 0;
    for asked in everything() {
        let parts: Vec<&str> = asked.splitn(3, '|').map(str::trim).collect();
        let lines: Vec<&str> = parts[2].split('⏎').map(str::trim).collect();
        if parts[0].starts_with(['+', '-']) {
            continue;
        }
        let (cell, row) = (of(parts[0], parts[1], &lines, false).0, of(parts[0], parts[1], &lines, true).0);
        all += 1;
        if became(&cell) != became(&row) {
            apart.push(format!("{asked}\n  cell {}\n  rows {}", became(&cell), became(&row)));
        }
    }
    assert!(apart.is_empty(), "{} of {all}\n{}", apart.len(), apart.join("\n"));
}
