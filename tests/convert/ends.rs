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
