//! Where a table ends, and which column says how points are given.

use super::*;

/// Words of a row that begins as signatures do, below a criterion.
fn below(line: &str) -> (Converted, Vec<String>) {
    let line = format!("| {line}");
    brief(&[
        "1 | Lĩnh vực một | =2",
        "1.1 | Họp Ban Chỉ đạo | =2",
        line.as_str(),
        "| Không họp: 0 điểm",
        "2 | Lĩnh vực hai | =2",
        "2.1 | Kế hoạch | =2",
        "| Có: 2 điểm; không có: 0 điểm",
        "| Tổng cộng | =4",
    ])
}

#[test]
fn a_row_that_begins_as_signatures_do_ends_no_table() {
    let lines = ["Chủ tịch UBND xã chủ trì họp: 2 điểm", "Giám đốc Sở ký ban hành: 2 điểm", "Thủ trưởng cơ quan là Trưởng ban: 2 điểm"];
    for line in lines {
        let (set, findings) = below(line);
        assert!(set.yaml.contains("id: \"2.1\"") && set.yaml.contains("total: 4"), "{line}: {}", set.yaml);
        assert!(set.yaml.contains("yes_no:") && set.leaves == 2, "{line}: {}", set.yaml);
        assert_eq!(findings, Vec::<String>::new(), "{line}");
    }
    // It is a line, too, where its criterion is the last.
    let (set, findings) = brief(&["1 | Họp Ban Chỉ đạo | =2", "| Chủ tịch UBND xã chủ trì họp: 2 điểm", "| Không họp: 0 điểm"]);
    assert!(set.yaml.contains("yes_no:"), "{}", set.yaml);
    assert_eq!(findings, Vec::<String>::new());
    let (set, findings) = below("Ghi chú: tính theo năm");
    assert!(set.yaml.contains("id: \"2.1\""), "{}", set.yaml);
    assert!(!findings.is_empty(), "{}", set.yaml);
}

#[test]
fn a_sum_of_which_so_much_gives_points_is_a_line() {
    for (first, second, third) in [
        ("Tổng điểm đánh giá đạt từ 90 điểm trở lên", "Tổng điểm đánh giá đạt từ 80 đến dưới 90 điểm", "Tổng điểm đánh giá dưới 80 điểm"),
        ("Tổng số điểm ≥ 90", "80 ≤ Tổng số điểm < 90", "Tổng số điểm < 80"),
    ] {
        let lines = [format!("| {first} | =2"), format!("| {second} | =1"), format!("| {third} | =0")];
        let mut rows = vec!["1 | Lĩnh vực một | =4", "1.1 | Chuẩn tiếp cận pháp luật | =2"];
        rows.extend(lines.iter().map(String::as_str));
        rows.extend(["1.2 | Kế hoạch | =2", "| Có: 2 điểm; không có: 0 điểm", "2 | Lĩnh vực hai | =2", "2.1 | Báo cáo | =2"]);
        rows.extend(["| Có: 2 điểm; không có: 0 điểm", "| Tổng điểm từ mục 1 đến mục 2 | =6"]);
        let (set, findings) = brief(&rows);
        assert!(set.yaml.contains("total: 6") && set.leaves == 3, "{first}: {}", set.yaml);
        assert!(set.yaml.contains(&format!("Hàng 5: {first}")), "{first}: {}", set.yaml);
        let tree = ["C303", "C304", "C305", "C307", "C308"];
        assert!(findings.iter().all(|one| !tree.iter().any(|code| one.starts_with(code))), "{findings:?}");
    }
    // Behind the last criterion, and without points, it says how units are graded.
    let graded = ["1 | Kế hoạch | =2", "| Có: 2 điểm; không có: 0 điểm", "| Tổng điểm đạt từ 90 điểm trở lên: xếp loại Tốt"];
    let (set, _) = brief(&graded);
    assert!(set.yaml.contains("yes_no:"), "{}", set.yaml);
}

#[test]
fn signatures_end_a_table_and_criteria_behind_them_are_told() {
    let signed = ["1 | Kế hoạch | =2", "| Có: 2 điểm; không có: 0 điểm", "| Người lập biểu | Giám đốc", "| Nguyễn Văn A | Trần Văn B"];
    let (set, findings) = brief(&signed);
    assert!(set.yaml.contains("# Ngoài cây tiêu chí") && set.yaml.contains("yes_no:"), "{}", set.yaml);
    assert_eq!(findings, Vec::<String>::new());
    let again: Vec<&str> = signed.into_iter().chain(["1 | Biểu khác | =3", "| Có: 3 điểm; không có: 0 điểm"]).collect();
    let (set, findings) = brief(&again);
    assert!(!set.yaml.contains("max: 3"), "{}", set.yaml);
    assert_eq!(findings, ["C301 B7: 1 dòng có STT và điểm đứng sau phần ký (từ “Biểu khác”) không được chuyển"]);
}

#[test]
fn offices_head_the_column_of_rules_in_many_ways() {
    let heads =
        ["Cách xác định và tính điểm", "Cách đánh giá", "Công thức tính", "Phương pháp xác định", "Hướng dẫn đánh giá", "Cách xác định"];
    for head in heads {
        let (set, findings) = converted(&[
            &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
            &["STT", "Tiêu chí", "Điểm tối đa", head],
            &["1", "Hồ sơ đúng hạn", "=2", "a = Số hồ sơ đúng hạn\nb = Tổng số hồ sơ\n- Tỷ lệ = a/b\n- Điểm = Tỷ lệ*Điểm tối đa"],
        ]);
        assert!(set.yaml.contains("ratio:"), "{head}: {}", set.yaml);
        assert_eq!(findings.iter().map(|one| one.code.id).collect::<Vec<_>>(), ["C313"], "{head}");
    }
}

/// Notes that are numbered stand below the table whichever column says that they are notes.
#[test]
fn numbered_notes_below_their_heading_are_no_criteria() {
    let notes =
        ["1. Năm đánh giá tính từ ngày 01/01 đến hết ngày 31/12.", "2. Trừ đến hết điểm tối đa của tiêu chí.", "3. Điểm lẻ làm tròn."];
    for heading in ["Ghi chú: | ", "| Ghi chú:", "Lưu ý | ", "* Ghi chú | "] {
        let mut rows = vec![
            "1 | Kế hoạch | =2",
            "| Có: 2 điểm; không có: 0 điểm",
            "C | ĐIỂM TRỪ | ",
            "C.1 | Báo cáo chậm | ",
            "| Mỗi báo cáo: trừ 0,5 điểm",
            heading,
        ];
        rows.extend(notes);
        let (set, findings) = brief(&rows);
        assert_eq!(set.leaves, 2, "{heading}: {}", set.yaml);
        let told = notes.map(|note| findings.iter().any(|one| one.starts_with("C330") && one.contains(note)));
        assert!(told == [true; 3] && !findings.iter().any(|one| one.starts_with("C336")), "{heading}: {findings:?}");
        // Nothing of them is lost.
        assert!(
            notes.iter().all(|note| set.yaml.contains(note.split_once(' ').unwrap().1.trim_end_matches('.'))),
            "{heading}: {}",
            set.yaml
        );
    }
}
