//! What stands below a table: what only looks like a signature or a note ends nothing, and what is left below is told.

use super::{brief, linted, shape};

/// Rows of two areas, those given between the lines of the first.
fn around(rows: &[&str]) -> (Vec<(String, String)>, String, Vec<String>) {
    let mut all =
        vec!["1 | Lĩnh vực một | =4", "1.1 | Báo cáo | =2", "| Đúng hạn: 2 điểm", "| Không đúng hạn: 0 điểm", "1.2 | Họp Ban Chỉ đạo | =2"];
    all.extend(rows);
    all.extend(["2 | Lĩnh vực hai | =2", "2.1 | Kế hoạch | =2", "| Có: 2 điểm", "| Không có: 0 điểm", "| Tổng cộng | =6"]);
    let (set, findings) = brief(&all);
    (shape(&linted(&set.yaml)), set.yaml, findings)
}

/// Ids and maxima of those rows.
fn whole() -> Vec<(String, String)> {
    let one = |(id, max): &(&str, &str)| ((*id).to_owned(), (*max).to_owned());
    [("1", "4"), ("1.1", "2"), ("1.2", "2"), ("2", "2"), ("2.1", "2")].iter().map(one).collect()
}

#[test]
fn a_line_that_begins_as_a_signature_does_ends_no_table() {
    for line in [
        "Chủ tịch UBND xã chủ trì họp",
        "Giám đốc Sở ký ban hành",
        "Thủ trưởng cơ quan là Trưởng ban",
        "Người lập biểu đúng quy định",
        "Nơi nhận đầy đủ",
        "Ghi chú đầy đủ",
        "Ban hành trước ngày 31 tháng 01 năm 2025, đầy đủ",
    ] {
        let said = format!("| {line}: 2 điểm");
        let (tree, yaml, findings) = around(&[&said, "| Họp không có chủ trì: 1 điểm", "| Không họp: 0 điểm"]);
        assert_eq!(tree, whole(), "{line}");
        let labels = [format!("label: {line}, points: 2 }}"), format!("label: \"{line}\", points: 2 }}")];
        assert!(labels.iter().any(|label| yaml.contains(label)), "{line}: {yaml}");
        assert_eq!(findings, Vec::<String>::new(), "{line}");
    }
    // The last line of the table is none, either, with and without the total below it.
    for total in [&["| Tổng cộng | =2"][..], &[]] {
        let mut rows =
            vec!["1 | Họp | =2", "| Phó Chủ tịch chủ trì: 1 điểm", "| Không họp: 0 điểm", "| Chủ tịch UBND xã chủ trì họp: 2 điểm"];
        rows.extend(total);
        let (set, findings) = brief(&rows);
        assert!(set.yaml.contains("label: Chủ tịch UBND xã chủ trì họp, points: 2 }"), "{}", set.yaml);
        assert_eq!(findings, Vec::<String>::new());
    }
}

#[test]
fn words_that_look_like_a_signature_and_give_nothing_stay_at_their_criterion() {
    for words in [
        "Ghi chú: tính theo năm",
        "Ghi chú: không tính văn bản của cấp trên",
        "Chủ tịch UBND xã chủ trì",
        "TM. UBND xã",
        "Lưu ý: tính theo năm",
    ] {
        let line = format!("| {words}");
        let (tree, yaml, findings) = around(&["| Có họp: 2 điểm", "| Không họp: 0 điểm", &line]);
        assert_eq!(tree, whole(), "{words}");
        let own = yaml.split("- id: \"1.2\"").nth(1).unwrap().split("- id: \"2\"").next().unwrap();
        assert!(own.contains(words), "{words}: {own}");
        assert!(!findings.is_empty() || own.contains("note: "), "{words}: {own}");
    }
}

#[test]
fn signatures_and_notes_below_the_table_are_no_rows_of_it() {
    let table = ["1 | Lĩnh vực một | =2", "1.1 | Kế hoạch | =2", "| Có: 2 điểm", "| Không có: 0 điểm"];
    for foot in [
        &["| Tổng cộng | =2", "| Ghi chú: điểm trừ tối đa 2 điểm", "| Nơi nhận:", "| - Như Điều 3"][..],
        &["| Long An, ngày 05 tháng 01 năm 2025", "| NGƯỜI LẬP BIỂU", "| Nguyễn Văn A"],
        &["| Người lập biểu", "| Nguyễn Văn A"],
        &["| Nơi nhận:", "| - Sở Nội vụ", "| - Lưu: VT"],
        &["| TM. ỦY BAN NHÂN DÂN", "| CHỦ TỊCH"],
        &["| Ghi chú: điểm trừ tối đa 2 điểm", "| CHỦ TỊCH"],
    ] {
        let mut rows = table.to_vec();
        rows.extend(foot);
        let (set, findings) = brief(&rows);
        assert_eq!(shape(&linted(&set.yaml)).len(), 2, "{foot:?}");
        assert!(set.yaml.contains("yes_no: { all: [ke_hoach], met: 2, unmet: 0 }"), "{foot:?}: {}", set.yaml);
        assert!(findings.iter().all(|one| one.starts_with("C330")), "{foot:?}: {findings:?}");
    }
}

#[test]
fn a_row_with_a_number_or_points_below_the_table_is_told() {
    let table =
        ["1 | Lĩnh vực một | =2", "1.1 | Kế hoạch | =2", "| Có: 2 điểm", "| Không có: 0 điểm", "| Tổng cộng | =2", "| NGƯỜI LẬP BIỂU"];
    for (row, told) in [
        ("1.2 | Báo cáo", "C336 B9: hàng “1.2 | Báo cáo” có STT hoặc có điểm nhưng đứng ngoài cây tiêu chí"),
        ("| Báo cáo đúng hạn: 2 điểm", "C336 B9: hàng “Báo cáo đúng hạn: 2 điểm” có STT hoặc có điểm nhưng đứng ngoài cây tiêu chí"),
    ] {
        let mut rows = table.to_vec();
        rows.push(row);
        let (set, findings) = brief(&rows);
        assert_eq!(findings, [told]);
        // Whoever reviews the set reads it in its row, too.
        let row = set.review.iter().find(|row| row.rows == "9").unwrap();
        assert_eq!(row.open.iter().map(|text| text.vi.as_str()).collect::<Vec<_>>(), [told.split_once(": ").unwrap().1]);
    }
    // With points of its own it is a criterion, and the total misses it.
    let mut rows = table.to_vec();
    rows.push("1.2 | Báo cáo | =1");
    let told = brief(&rows).1;
    assert!(["C305 A9", "C308 C7"].iter().all(|code| told.iter().any(|one| one.starts_with(code))), "{told:?}");
}

#[test]
fn the_total_of_the_table_is_the_one_that_its_areas_come_to() {
    let rows = |second: &str, total: &str| {
        let (second, total) = (format!("| Cộng | {second}"), format!("| Tổng cộng | {total}"));
        let rows = [
            "I | Chỉ đạo | =2",
            "1 | Kế hoạch | =2",
            "| Có: 2; không: 0",
            "| Cộng | =2",
            "II | Thể chế | =3",
            "1 | Rà soát | =3",
            "| Có: 3; không: 0",
        ];
        let rows: Vec<&str> = rows.into_iter().chain([&*second, &*total]).collect();
        let (set, findings) = brief(&rows);
        (linted_total(&set.yaml), findings)
    };
    assert_eq!(rows("=3", "=5"), ("5".into(), vec![]));
    assert_eq!(rows("=3", "=6"), ("6".into(), vec!["C308 C11: các lĩnh vực cộng lại được 5, hàng tổng ghi 6".to_owned()]));
    let (_, findings) =
        brief(&["1 | Lĩnh vực một | =2", "1.1 | Kế hoạch | =2", "| Chủ tịch ký: 2 điểm", "| Không ký: 0 điểm", "| Tổng cộng | =6"]);
    assert_eq!(findings, ["C308 C7: các lĩnh vực cộng lại được 2, hàng tổng ghi 6"]);
}

/// Reads the total that a set says.
fn linted_total(yaml: &str) -> String {
    yaml.lines().find_map(|line| line.strip_prefix("total: ")).unwrap().to_owned()
}
