//! Lines outside of the tree: whether they add or take points, and what is asked where nothing says so.

use parindex::convert::Options;
use parindex::criteria::Sign;

use super::{brief, converted_with, linted, said, shape};

/// Converts a table that has a block behind its criteria; gives the lines of the set, and the findings.
fn block(rows: &[&str]) -> (Vec<(String, Sign, String)>, Vec<String>) {
    let mut table = vec!["I | Chỉ đạo | =2", "1 | Kế hoạch | =2", "| Có: 2; không: 0"];
    table.extend(rows);
    let (set, findings) = brief(&table);
    let read = linted(&set.yaml);
    let lines = read.adjustments.iter().map(|line| (line.criterion.id.to_string(), line.sign, line.criterion.max.plain())).collect();
    (lines, findings)
}

/// Line of a set.
fn line(id: &str, sign: Sign, max: &str) -> (String, Sign, String) {
    (id.to_owned(), sign, max.to_owned())
}

#[test]
fn a_block_says_whether_its_lines_add_or_take() {
    let (lines, findings) = block(&["II | ĐIỂM TRỪ |", "1 | Vụ việc bị phản ánh đúng | =2", "| Mỗi vụ việc trừ 1 điểm, tối đa trừ 2 điểm"]);
    assert_eq!((lines, findings), (vec![line("P1", Sign::Penalty, "2")], vec![]));
    let (lines, findings) =
        block(&["II | Điểm thưởng (tối đa 2 điểm) | =2", "1 | Mô hình mới | =2", "| Mỗi mô hình cộng 1 điểm, tối đa 2 điểm"]);
    assert_eq!((lines, findings), (vec![line("T1", Sign::Bonus, "2")], vec![]));
}

#[test]
fn in_a_block_of_both_each_line_says_it() {
    for heading in ["ĐIỂM THƯỞNG, ĐIỂM TRỪ", "Điểm thưởng và điểm trừ", "ĐIỂM CỘNG/ĐIỂM TRỪ", "Điểm trừ, điểm thưởng"]
    {
        let rows = [
            &*format!("II | {heading} |"),
            "1 | Điểm thưởng | =2",
            "| Mỗi mô hình cộng 1 điểm, tối đa 2 điểm",
            "2 | Điểm trừ: vụ việc bị phản ánh | =-2",
            "| Mỗi vụ việc trừ 1 điểm, tối đa trừ 2 điểm",
            "3 | Sáng kiến | =1",
            "| Mỗi sáng kiến được cộng 0,5 điểm",
            "4 | Bị phê bình | =1",
            "| Bị phê bình: trừ 1 điểm",
        ];
        let (lines, findings) = block(&rows);
        let expected =
            [line("T1", Sign::Bonus, "2"), line("P1", Sign::Penalty, "2"), line("T2", Sign::Bonus, "1"), line("P2", Sign::Penalty, "1")];
        assert_eq!((lines, findings), (expected.to_vec(), vec![]), "{heading}");
    }
}

#[test]
fn what_nothing_tells_is_asked_and_not_written() {
    let (lines, findings) = block(&["II | ĐIỂM THƯỞNG, ĐIỂM TRỪ |", "1 | Vụ việc được nêu | =2", "| Mỗi vụ việc 1 điểm, tối đa 2 điểm"]);
    assert_eq!((lines, findings), (vec![], vec!["C321 B7: “Vụ việc được nêu”: cộng hay trừ điểm?".to_owned()]));
    // The block says one thing, its line the other.
    let (lines, findings) = block(&["II | ĐIỂM THƯỞNG |", "1 | Vụ việc bị phản ánh | =2", "| Mỗi vụ việc trừ 1 điểm, tối đa trừ 2 điểm"]);
    assert_eq!((lines, findings.len()), (vec![], 1), "{findings:?}");
}

#[test]
fn an_area_with_the_letter_that_follows_d_is_an_area() {
    let area = |letter: &str, name: &str| [format!("{letter} | {name} | =2"), "1 | Kế hoạch | =2".into(), "| Có: 2; không: 0".into()];
    let letters: Vec<String> = ["A", "B", "C", "D", "Đ", "E", "G"].iter().flat_map(|one| area(one, &format!("Lĩnh vực {one}"))).collect();
    let rows: Vec<&str> = letters.iter().map(String::as_str).collect();
    let (set, findings) = brief(&rows);
    assert_eq!(findings, Vec::<String>::new());
    let ids: Vec<String> = shape(&linted(&set.yaml)).into_iter().map(|(id, _)| id).collect();
    let all: Vec<String> = (1..=7).flat_map(|n| [n.to_string(), format!("{n}.1")]).collect();
    assert_eq!(ids, all);
    assert!(!set.yaml.contains("levels:"), "{}", set.yaml);
    // Without Đ as well, and with numbers that name their area.
    let letters: Vec<String> = ["A", "B", "C", "D", "E", "G"].iter().flat_map(|one| area(one, &format!("Lĩnh vực {one}"))).collect();
    let rows: Vec<&str> = letters.iter().map(String::as_str).collect();
    assert_eq!(brief(&rows).1, Vec::<String>::new());
    let letters: Vec<String> = ["A", "B", "C", "D", "Đ", "E"]
        .iter()
        .flat_map(|one| [format!("{one} | Lĩnh vực {one} | =2"), format!("{one}.1 | Kế hoạch | =2"), "| Có: 2; không: 0".into()])
        .collect();
    let rows: Vec<&str> = letters.iter().map(String::as_str).collect();
    let (set, findings) = brief(&rows);
    assert_eq!(findings, Vec::<String>::new());
    assert!(set.yaml.contains("id: \"6.1\""), "{}", set.yaml);
}

#[test]
fn a_block_behind_d_takes_points() {
    let mut rows: Vec<String> = ["A", "B", "C", "D"]
        .iter()
        .flat_map(|one| [format!("{one} | Lĩnh vực {one} | =2"), "1 | Kế hoạch | =2".into(), "| Có: 2; không: 0".into()])
        .collect();
    rows.extend(["Đ | ĐIỂM TRỪ |".to_owned(), "1 | Vụ việc | =2".into(), "| Mỗi vụ việc trừ 1 điểm, tối đa trừ 2 điểm".into()]);
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let (set, findings) = brief(&rows);
    assert_eq!(findings, Vec::<String>::new());
    let read = linted(&set.yaml);
    let lines: Vec<(String, Sign)> = read.adjustments.iter().map(|line| (line.criterion.id.to_string(), line.sign)).collect();
    assert_eq!(lines, vec![("P1".to_owned(), Sign::Penalty)]);
    assert!(set.yaml.contains("yes_no:"), "{}", set.yaml);
}

#[test]
fn a_heading_whose_number_can_not_be_read_heads_what_follows() {
    let rows = [
        "I | Chỉ đạo | =2",
        "1 | Kế hoạch | =2",
        "| Có: 2; không: 0",
        "2A | Thể chế | =2",
        "1 | Báo cáo | =2",
        "| Có: 2; không: 0",
        "III | Tài chính | =2",
        "1 | Dự toán | =2",
        "| Có: 2; không: 0",
    ];
    let (set, findings) = brief(&rows);
    assert_eq!(findings, vec!["C304 A6: STT “2A” không đọc được; “Thể chế” được coi là một lĩnh vực".to_owned()]);
    let read = shape(&linted(&set.yaml));
    let ids: Vec<&str> = read.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, ["1", "1.1", "2", "2.1", "3", "3.1"]);
}

#[test]
fn bonus_and_penalty_points_within_an_area_are_asked() {
    let rows = [
        "I | Chỉ đạo | =4",
        "1 | Kế hoạch | =2",
        "| Có: 2; không: 0",
        "2 | Điểm trừ | =2",
        "2.1 | Vụ việc | =2",
        "| Mỗi vụ việc trừ 1 điểm, tối đa trừ 2 điểm",
    ];
    let (set, findings) = brief(&rows);
    let asked = "C321 B7: “Vụ việc” đứng trong một lĩnh vực: là tiêu chí chấm điểm hay là điểm cộng, điểm trừ ngoài tổng điểm?";
    assert_eq!(findings, vec![asked.to_owned()]);
    assert!(!set.yaml.contains("deductions"), "{}", set.yaml);
    assert_eq!(set.understood, 1);
}

#[test]
fn a_heading_that_says_points_are_taken_or_added_is_a_block_wherever_it_says_so() {
    let taken = [
        "Các trường hợp trừ điểm",
        "Phần điểm bị trừ",
        "Chế tài",
        "Vi phạm bị trừ điểm",
        "Các nội dung trừ điểm",
        "Nội dung bị trừ",
        "II. Trừ điểm (tối đa 5 điểm)",
    ];
    let added = ["Thưởng", "Phần thưởng điểm", "Nội dung được cộng điểm", "Điểm khuyến khích", "Khuyến khích"];
    let headings = taken.iter().map(|heading| (heading, Sign::Penalty)).chain(added.iter().map(|heading| (heading, Sign::Bonus)));
    for (heading, sign) in headings {
        for points in ["=5", "=-5", ""] {
            // A minus under a heading of bonus points is asked, below.
            if points == "=-5" && sign == Sign::Bonus {
                continue;
            }
            let head = format!("II | {heading} | {points}");
            let (lines, findings) = block(&[&head, "1 | Báo cáo | =2", "| 0,25 điểm/báo cáo", "2 | Kỷ luật | =3", "| Mỗi người 1 điểm"]);
            let ids = if sign == Sign::Penalty { ["P1", "P2"] } else { ["T1", "T2"] };
            assert_eq!((lines, findings), (vec![line(ids[0], sign, "2"), line(ids[1], sign, "3")], vec![]), "{head}");
        }
    }
    // These are criteria as all others are.
    for heading in [
        "Công tác khen thưởng",
        "Khuyến khích nộp hồ sơ trực tuyến",
        "Phát triển kinh tế",
        "Thường trực Hội đồng nhân dân",
        "Các trường hợp không bị trừ điểm",
        "Trụ sở, điểm trụ sở",
        "Công khai điểm",
    ] {
        let head = format!("II | {heading} | =2");
        let (lines, findings) = block(&[&head, "1 | Kế hoạch | =2", "| Có: 2; không: 0"]);
        assert_eq!((lines, findings), (vec![], vec![]), "{head}");
    }
}

#[test]
fn a_sign_before_points_is_never_thrown_away() {
    // Alone at the top, however the sign is written.
    for points in ["=-2", "-2", "(-) 2", "(-2)", "− 2 điểm", "Trừ 2 điểm", "Bị trừ tối đa 2 điểm"] {
        let row = format!("II | Báo cáo | {points}");
        let (lines, findings) = block(&[&row, "| Mỗi báo cáo 0,25 điểm"]);
        assert_eq!((lines, findings), (vec![line("P1", Sign::Penalty, "2")], vec![]), "{row}");
    }
    for points in ["+2", "(+) 2", "Cộng 2 điểm"] {
        let row = format!("II | Sáng kiến | {points}");
        let (lines, findings) = block(&[&row, "| Mỗi sáng kiến 1 điểm"]);
        assert_eq!((lines, findings), (vec![line("T1", Sign::Bonus, "2")], vec![]), "{row}");
    }
    // Below a heading that says nothing, each line says it.
    let (lines, findings) =
        block(&["II | Kỷ luật, kỷ cương |", "1 | Báo cáo | =-2", "| Mỗi báo cáo 0,25 điểm", "2 | Kỷ luật | =-3", "| Mỗi người 1 điểm"]);
    assert_eq!((lines, findings), (vec![line("P1", Sign::Penalty, "2"), line("P2", Sign::Penalty, "3")], vec![]));
    // Among the criteria of an area it counts outside of it, and is told.
    let rows = ["II | Tổ chức | =2", "1 | Báo cáo | =-2", "| Mỗi báo cáo 0,25 điểm", "2 | Bộ máy | =2", "| Có: 2; không: 0"];
    let (lines, findings) = block(&rows);
    let told = "C321 B8: “Báo cáo” đứng trong “Tổ chức” nhưng ô điểm ghi “-2”: tạm ghi là điểm trừ ngoài tổng điểm";
    assert_eq!((lines, findings), (vec![line("P1", Sign::Penalty, "2")], vec![told.to_owned()]));
    // The heading says one thing, its points the other: each line is asked.
    let (lines, findings) = block(&["II | Điểm thưởng | =-5", "1 | Báo cáo | =2", "| Mỗi báo cáo 0,25 điểm"]);
    assert_eq!((lines, findings), (vec![], vec!["C321 B7: “Báo cáo”: cộng hay trừ điểm?".to_owned()]));
    // A range from 0 is no sign.
    let (lines, findings) = block(&["II | Báo cáo | =2", "1 | Báo cáo quý | 0 - 2", "| Có: 2; không: 0"]);
    assert_eq!((lines, findings), (vec![], vec![]));
}

#[test]
fn what_penalties_count_is_named_after_the_line() {
    let label = |name: &str, rule: &str| {
        let rows = ["I | Chỉ đạo | =2", "1 | Kế hoạch | =2", "| Có: 2; không: 0", "II | Điểm trừ |"];
        let (own, below) = (format!("1 | {name} | =2"), format!("| {rule}"));
        let rows: Vec<&str> = rows.into_iter().chain([own.as_str(), below.as_str()]).collect();
        linted(&brief(&rows).0.yaml).adjustments[0].criterion.leaf().unwrap().inputs[0].label.clone()
    };
    assert_eq!(label("Chậm báo cáo", "Trừ 0,25 điểm/báo cáo"), "Số báo cáo chậm");
    assert_eq!(label("Kỷ luật", "Mỗi người trừ 1 điểm"), "Số người (Kỷ luật)");
    assert_eq!(label("Báo cáo", "Mỗi báo cáo chậm trừ 0,5 điểm"), "Số báo cáo chậm");
    assert_eq!(label("Văn bản", "Mỗi văn bản trừ 0,5 điểm"), "Số văn bản");
}

/// Converts a table with columns of points that are taken and added.
fn columns(rows: &[&[&str]]) -> (String, Vec<String>) {
    let mut all: Vec<&[&str]> = vec![
        &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
        &["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm", "Điểm cộng", "Điểm trừ"],
        &["1", "Lĩnh vực", "=2", "", "", ""],
    ];
    all.extend(rows);
    let converted = converted_with(&all, &Options::default());
    (converted.value.unwrap().yaml, said(&converted.findings))
}

#[test]
fn points_in_a_column_of_their_own_are_taken_or_added_where_nothing_else_is_said() {
    let (yaml, told) = columns(&[
        &["1.1", "Kế hoạch", "=2", "Có: 2; không: 0", "", ""],
        &["2", "Khuyến khích, vi phạm", "", "", "", ""],
        &["2.1", "Có sáng kiến", "", "Có: 1; không: 0", "=1", ""],
        &["2.2", "Bị phê bình", "", "Có: 1; không: 0", "", "=1"],
    ]);
    assert!(yaml.contains("sign: bonus") && yaml.contains("sign: penalty"), "{yaml}");
    assert!(yaml.contains("total: 2"), "{yaml}");
    assert!(!told.iter().any(|one| one.starts_with("C337")), "{told:?}");
    // Beside a line they are taken there.
    let (yaml, told) = columns(&[
        &["1.1", "Báo cáo", "=2", "", "", ""],
        &["", "Đúng hạn: 2 điểm", "", "", "", ""],
        &["", "Mỗi báo cáo chậm", "", "", "", "=0.5"],
    ]);
    assert!(yaml.contains("deductions:") && yaml.contains("each: 0.5"), "{yaml} {told:?}");
    assert!(!told.iter().any(|one| one.starts_with("C337")), "{told:?}");
    // Beside a maximum they may be taken for anything.
    let (yaml, told) = columns(&[&["1.1", "Kế hoạch", "=2", "Có: 2; không: 0", "", "=1"]]);
    assert!(yaml.contains("max: 2"), "{yaml}");
    assert!(told.iter().any(|one| one.starts_with("C337 F2")), "{told:?}");
}

#[test]
fn a_column_says_what_each_takes_and_the_most_is_asked() {
    let plan: &[&str] = &["1.1", "Kế hoạch", "=2", "Có: 2; không: 0", "", ""];
    let (yaml, told) = columns(&[
        plan,
        &["2", "Cộng, trừ", "", "", "", ""],
        &["2.1", "Mỗi vụ việc tham nhũng", "", "", "", "=2"],
        &["2.2", "Mỗi sáng kiến được công nhận", "", "", "=0.5", ""],
        &["2.3", "Cứ một báo cáo chậm", "", "", "", "=0.25"],
        &["2.4", "Mỗi lần bị nhắc nhở: trừ 0,5 điểm", "", "", "", "=0.5"],
        &["2.5", "Mỗi công chức vi phạm: trừ 0,5 điểm, tối đa 2 điểm", "", "", "", "=0.5"],
        &["2.6", "Bị phê bình", "", "", "", "=1"],
    ]);
    for each in ["each: 2 }", "each: 0.5 }", "each: 0.25 }", "each: 0.5, cap: 2 }"] {
        assert!(yaml.contains(each), "{each}: {yaml}");
    }
    let asked = |name: &str| told.iter().any(|one| one.starts_with("C306 ") && one.contains(name) && one.contains("tối đa"));
    for name in ["Mỗi vụ việc tham nhũng", "Mỗi sáng kiến được công nhận", "Cứ một báo cáo chậm", "Mỗi lần bị nhắc nhở"]
    {
        assert!(asked(name), "{name}: {told:?}");
    }
    assert!(!asked("Mỗi công chức vi phạm") && !asked("Bị phê bình"), "{told:?}");
    // What the cell holds is told as it stands there.
    assert!(!yaml.contains("trong bảng: -") && !yaml.contains("trong bảng: +"), "{yaml}");
}

#[test]
fn under_a_heading_of_both_the_column_decides() {
    for heading in ["Điểm thưởng, điểm phạt", "Điểm cộng, điểm trừ", "Khác"] {
        let (yaml, told) = columns(&[
            &["1.1", "Kế hoạch", "=2", "Có: 2; không: 0", "", ""],
            &["2", heading, "", "", "", ""],
            &["2.1", "Được tặng Bằng khen", "", "", "=2", ""],
            &["2.2", "Bị phê bình bằng văn bản", "", "", "", "=1"],
        ]);
        assert!(yaml.contains("sign: bonus") && yaml.contains("sign: penalty"), "{heading}: {yaml}");
        assert!(!told.iter().any(|one| one.starts_with("C321")), "{heading}: {told:?}");
    }
    // A heading that says one sign, and a column that says the other, are asked.
    let (_, told) = columns(&[
        &["1.1", "Kế hoạch", "=2", "Có: 2; không: 0", "", ""],
        &["2", "Điểm thưởng", "", "", "", ""],
        &["2.1", "Bị phê bình bằng văn bản", "", "", "", "=1"],
    ]);
    assert!(told.iter().any(|one| one.starts_with("C321 ")), "{told:?}");
}

#[test]
fn lines_with_points_in_such_a_column_give_their_criterion_the_sign() {
    let (yaml, _) = columns(&[
        &["1.1", "Kế hoạch", "=2", "Có: 2; không: 0", "", ""],
        &["2", "Cộng, trừ", "", "", "", ""],
        &["2.1", "Khen thưởng", "", "", "", ""],
        &["", "Bằng khen Thủ tướng", "", "", "=2", ""],
        &["", "Bằng khen UBND tỉnh", "", "", "=1", ""],
        &["2.2", "Kỷ luật", "", "", "", ""],
        &["", "Cảnh cáo", "", "", "", "=1"],
        &["", "Khiển trách", "", "", "", "=0.5"],
    ]);
    assert!(yaml.contains("total: 2"), "{yaml}");
    assert!(yaml.contains("sign: bonus\n    name: Khen thưởng") && yaml.contains("sign: penalty\n    name: Kỷ luật"), "{yaml}");
}

/// A line of bonus or penalty points: its id, its sign and its maximum.
type Line = (String, Sign, String);

/// Converts blocks of bonus and penalty points, their rules in a column of their own; gives the lines, the caps and the findings.
fn limited(rows: &[&str]) -> (Vec<Line>, Vec<String>, Vec<String>) {
    let mut table = vec!["(Kèm theo Quyết định số 1/QĐ-UBND)", "STT | Tiêu chí | Điểm tối đa | Cách tính điểm", "I | Chỉ đạo | =2"];
    table.push("1 | Kế hoạch | =2 | Có: 2; không: 0");
    table.extend(rows);
    let cells: Vec<Vec<&str>> = table.iter().map(|row| row.split('|').map(str::trim).collect()).collect();
    let cells: Vec<&[&str]> = cells.iter().map(Vec::as_slice).collect();
    let (set, findings) = super::converted(&cells);
    let read = linted(&set.yaml);
    let lines = read.adjustments.iter().map(|line| (line.criterion.id.to_string(), line.sign, line.criterion.max.plain())).collect();
    let caps = set.yaml.lines().skip_while(|line| *line != "caps:").skip(1).take_while(|line| line.starts_with("  -"));
    assert!(set.yaml.contains("\ntotal: 2\n"), "{}", set.yaml);
    (lines, caps.map(str::to_owned).collect(), said(&findings))
}

#[test]
fn a_limit_among_the_lines_of_a_block_ends_nothing() {
    let penalties = || vec![line("P1", Sign::Penalty, "2"), line("P2", Sign::Penalty, "1")];
    for limit in ["Tổng điểm trừ không quá 2 điểm", "Tổng số điểm trừ tối đa 2 điểm", "Tổng số điểm trừ không vượt quá 2 điểm"]
    {
        for cells in [format!("| | | {limit}"), format!("| {limit} |")] {
            let rows = ["II | ĐIỂM TRỪ", "1 | Báo chí phản ánh | =2", "| | | Mỗi vụ việc trừ 1 điểm", &cells];
            let mut rows = rows.to_vec();
            rows.extend(["2 | Bị phê bình | =1", "| | | Mỗi lần bị phê bình trừ 0,5 điểm", "| TỔNG CỘNG | =2"]);
            assert_eq!(limited(&rows), (penalties(), vec![], vec![]), "{cells}");
        }
    }
    // Not understood, it is told, and ends nothing either.
    let rows = ["II | ĐIỂM THƯỞNG", "1 | Sáng kiến | =2", "| | | Mỗi sáng kiến cộng 1 điểm", "| | | Tổng điểm thưởng không quá hai điểm"];
    let mut rows = rows.to_vec();
    rows.extend(["2 | Mô hình | =1", "| | | Mỗi mô hình cộng 0,5 điểm"]);
    let (lines, _, findings) = limited(&rows);
    assert_eq!(lines, vec![line("T1", Sign::Bonus, "2"), line("T2", Sign::Bonus, "1")]);
    assert!(findings.iter().any(|one| one.starts_with("C309 D8")), "{findings:?}");
}

#[test]
fn a_limit_of_a_whole_block_stands_anywhere_in_it() {
    let both = || vec![line("P1", Sign::Penalty, "2"), line("P2", Sign::Penalty, "2")];
    let block = |limit: &str, behind: &str| {
        let first = ["II | ĐIỂM TRỪ", "1 | Báo chí phản ánh | =2", "| | | Mỗi vụ việc trừ 1 điểm"];
        let second = ["2 | Bị phê bình | =2", behind];
        let among: Vec<&str> = first.into_iter().chain([limit]).chain(second).collect();
        let end: Vec<&str> = first.into_iter().chain(second).chain([limit]).collect();
        (limited(&among), limited(&end))
    };
    let each = "| | | Mỗi lần bị phê bình trừ 0,5 điểm";
    // More than one criterion can take.
    for limit in ["| Tổng điểm trừ tối đa 3 điểm |", "| | | Tổng điểm trừ không quá 3 điểm", "| Tổng điểm trừ tối đa | =3"]
    {
        let capped = || (both(), vec!["  - { adjustments: [P1, P2], max: 3 }".to_owned()], Vec::<String>::new());
        assert_eq!(block(limit, each), (capped(), capped()), "{limit}");
    }
    // Behind the last, it may be its own, or that of all.
    let (among, end) = block("| | | Tổng điểm trừ không quá 2 điểm", each);
    assert_eq!(among, (both(), vec![], vec![]));
    let asked = "C338 D10: “Tổng điểm trừ không quá 2 điểm”: giới hạn riêng của “Bị phê bình” hay của cả “ĐIỂM TRỪ”? Tạm tính riêng";
    assert_eq!(end, (both(), vec![], vec![asked.to_owned()]));
    // Where nothing is counted above it, it can only be that of all.
    let (_, end) = block("| | | Tổng điểm trừ không quá 2 điểm", "| | | Bị phê bình: trừ 2 điểm");
    assert_eq!(end, (both(), vec!["  - { adjustments: [P1, P2], max: 2 }".to_owned()], vec![]));
    // “Tiêu chí này” says whose it is.
    let (_, end) = block("| | | Tổng điểm trừ của tiêu chí này không quá 2 điểm", each);
    assert_eq!((end.0, end.1), (both(), vec![]));
}

#[test]
fn a_sum_of_a_block_ends_nothing_and_is_not_the_total() {
    let rows = ["II | ĐIỂM TRỪ", "1 | Báo chí phản ánh | =2", "| | | Mỗi vụ việc trừ 1 điểm", "| Tổng điểm trừ | =3"];
    let mut rows = rows.to_vec();
    rows.extend(["2 | Bị phê bình | =1", "| | | Mỗi lần bị phê bình trừ 0,5 điểm", "| Tổng cộng | =2"]);
    let (lines, caps, findings) = limited(&rows);
    assert_eq!((lines, caps, findings), (vec![line("P1", Sign::Penalty, "2"), line("P2", Sign::Penalty, "1")], vec![], vec![]));
}

#[test]
fn a_line_that_may_add_or_take_has_no_cases() {
    let (set, findings) = super::converted(&[
        &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
        &["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"],
        &["I", "Chỉ đạo", "=2"],
        &["1", "Kế hoạch", "=2", "Có: 2; không: 0"],
        &["II", "ĐIỂM THƯỞNG, ĐIỂM TRỪ", ""],
        &["1", "Thành tích CCHC", "=1", "Được Bộ trưởng tặng Bằng khen: 1; được Chủ tịch tỉnh tặng Bằng khen: 0,5"],
    ]);
    let findings = said(&findings);
    assert!(findings.iter().any(|one| one.starts_with("C321")), "{findings:?}");
    assert!(set.cases.contains("Kế hoạch") && !set.cases.contains("Thành tích"), "{}", set.cases);
}
