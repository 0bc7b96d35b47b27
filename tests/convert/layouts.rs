//! Layouts of tables as offices have them: which rows stand below which, and what only looks like a criterion.

use super::{brief, converted, linted, said};

/// Lists ids, names and maxima of rows parted by `|` below headings of their own.
fn tree(head: &str, rows: &[&str]) -> (Vec<String>, String, Vec<String>) {
    let mut table = vec![vec!["(Kèm theo Quyết định số 1/QĐ-UBND)"], head.split('|').map(str::trim).collect()];
    table.extend(rows.iter().map(|row| row.split('|').map(str::trim).collect::<Vec<_>>()));
    let table: Vec<&[&str]> = table.iter().map(Vec::as_slice).collect();
    let (set, findings) = converted(&table);
    (listed(&set.yaml), set.yaml, said(&findings))
}

/// Lists ids, names and maxima.
fn listed(yaml: &str) -> Vec<String> {
    linted(yaml).walk().into_iter().map(|(_, one)| format!("{} {} {}", one.id, one.name, one.max)).collect()
}

#[test]
fn words_before_numbers_make_levels_of_their_own() {
    let rows = [
        "Tiêu chí 1 | Ban hành văn bản | =3",
        "Chỉ tiêu 1 | Văn bản được giao | =3",
        "| 1. Ban hành đầy đủ | =1",
        "| a) Đủ văn bản | =1",
        "| b) Thiếu văn bản | =0",
        "| 2. Ban hành đúng | =2",
        "| a) Đúng quy định | =2",
        "| b) Trái quy định | =0",
        "Tiêu chí 2 | Tiếp cận thông tin | =4",
        "Chỉ tiêu 1 | Lập danh mục | =1",
        "| a) Có danh mục | =1",
        "| b) Không có danh mục | =0",
        "Chỉ tiêu 2 | Cung cấp thông tin | =3",
        "| a) Đúng hạn | =3",
        "| b) Quá hạn dưới 05 ngày | =1",
        "| c) Quá hạn từ 05 ngày | =0",
    ];
    let expected = [
        "1 Ban hành văn bản 3",
        "1.1 Văn bản được giao 3",
        "1.1.1 Ban hành đầy đủ 1",
        "1.1.2 Ban hành đúng 2",
        "2 Tiếp cận thông tin 4",
        "2.1 Lập danh mục 1",
        "2.2 Cung cấp thông tin 3",
    ];
    for head in ["Tiêu chí, chỉ tiêu | Nội dung | Điểm số tối đa", "STT | Nội dung | Điểm số tối đa"] {
        let (found, yaml, findings) = tree(head, &rows);
        assert_eq!(found, expected, "{head}");
        assert!(yaml.contains("yes_no: { all: [a_du_van_ban]") || yaml.contains("yes_no: { all: [du_van_ban]"), "{yaml}");
        assert!(findings.iter().all(|one| one.starts_with("C317")), "{findings:?}");
    }
    // One word only, or numbers that go on with and without it, are one level as ever.
    let (found, ..) =
        tree("STT | Nội dung | Điểm tối đa", &["Tiêu chí 1 | A | =1", "| Có: 1; không: 0", "2 | B | =1", "| Có: 1; không: 0"]);
    assert_eq!(found, ["1 A 1", "2 B 1"]);
    let (found, ..) = tree(
        "STT | Nội dung | Điểm tối đa",
        &["Lĩnh vực 1 | A | =2", "1.1 | B | =2", "| Có: 2; không: 0", "Lĩnh vực 2 | C | =1", "2.1 | D | =1", "| Có: 1; không: 0"],
    );
    assert_eq!(found, ["1 A 2", "1.1 B 2", "2 C 1", "2.1 D 1"]);
    // A level of points is no part of the table.
    let (found, ..) = tree(
        "STT | Nội dung | Điểm tối đa",
        &["1 | Kế hoạch | =2", "| Mức 1: làm tốt | =2", "| Mức 2: làm khá | =1", "2 | Báo cáo | =1", "| Có: 1; không: 0"],
    );
    assert_eq!(found, ["1 Kế hoạch 2", "2 Báo cáo 1"]);
}

#[test]
fn lettered_rows_are_levels_where_they_are_alternatives_and_parts_where_they_add_up() {
    let of = |rows: &[&str]| {
        let mut all = vec!["1 | Việc | =2"];
        all.extend(rows);
        let (set, _) = brief(&all);
        listed(&set.yaml).len()
    };
    for stt in ["", "x"] {
        let named = |letter: &str, name: &str, points: &str| {
            if stt.is_empty() { format!("| {letter}) {name} | {points}") } else { format!("{letter}) | {name} | {points}") }
        };
        let (full, half, none) = (named("a", "Làm đủ", "=2"), named("b", "Làm thiếu", "=1"), named("c", "Không làm", "=0"));
        assert_eq!(of(&[&full, &none]), 1, "{stt}");
        assert_eq!(of(&[&full, &half, &none]), 1, "{stt}");
        assert_eq!(of(&[&full, &half]), 1, "{stt}");
        let (one, two) = (named("a", "Có kế hoạch", "=1"), named("b", "Có báo cáo", "=1"));
        assert_eq!(of(&[&one, &two]), 3, "{stt}");
        // Parts may have rules of their own, and then they are criteria, whatever they come to.
        assert_eq!(of(&[&one, "| Có: 1 điểm; không có: 0 điểm", &two, "| Có: 1 điểm; không có: 0 điểm"]), 3, "{stt}");
    }
}

#[test]
fn a_range_from_nothing_is_a_maximum_and_any_points_up_to_it() {
    for shown in ["0 - 10", "0-10", "từ 0 đến 10", "0 → 10", "0 – 10 điểm", "Từ 0 - 10", "0 đến 10", "(0 - 10)", "0 - 10,0"]
    {
        let (set, findings) = brief(&["I | Tiêu chí I | =10", &format!("1 | Có nghị quyết về an ninh | {shown}")]);
        assert_eq!(listed(&set.yaml), ["1 Tiêu chí I 10", "1.1 Có nghị quyết về an ninh 10"], "{shown}");
        assert!(set.yaml.contains(&format!("max: 10   # trong bảng: {shown}")) && set.yaml.contains("given: { by: unit }"), "{}", set.yaml);
        let told = format!("C310 B4: “Có nghị quyết về an ninh”: ô điểm ghi “{shown}”, bảng chưa quy định cách chấm trong khoảng ấy");
        assert_eq!(findings, [told], "{shown}");
    }
    // What begins above 0, or is no range, is told as before.
    for shown in ["5 - 10", "10 - 0", "0 - 5 - 10", "0 -", "0/10"] {
        let (_, findings) = brief(&["I | Tiêu chí I | =10", &format!("1 | Có nghị quyết về an ninh | {shown}")]);
        assert!(findings.iter().any(|one| one.starts_with("C306 C4")), "{shown}: {findings:?}");
    }
    // Below 0 it is taken, and asked within an area.
    let (_, findings) = brief(&["I | Tiêu chí I | =10", "1 | Có nghị quyết về an ninh | - 10"]);
    assert!(findings.iter().any(|one| one.starts_with("C321") && one.contains("ghi “- 10”")), "{findings:?}");
    // A line below a criterion is no level of so many points.
    let (set, findings) = brief(&["1 | Việc | =2", "| Làm tốt | 0 - 2", "| Không làm | =0"]);
    assert!(set.yaml.contains("Làm tốt: 0 - 2\n") && set.yaml.contains("given: { by: unit }"), "{}", set.yaml);
    assert!(findings[0].starts_with("C309"), "{findings:?}");
}

#[test]
fn a_heading_without_a_number_over_numbered_rows_is_their_parent() {
    let rows = |one: &str, two: &str| {
        let rows = [
            format!("| {one} | 6 đ"),
            "1 | Đại diện thương lượng | 2 đ".into(),
            "2 | Giám sát thỏa ước | 1 đ".into(),
            "| Có giám sát | 1 đ".into(),
            "| Không giám sát | 0 đ".into(),
            "3 | Tham gia quy chế | 3 đ".into(),
            format!("| {two} | 4 đ"),
            "4 | Tuyên truyền | 4 đ".into(),
            "| Tổng cộng | =10".into(),
        ];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let (set, findings) = brief(&rows);
        (listed(&set.yaml), findings)
    };
    let maxima = |found: &[String]| {
        found.iter().map(|one| format!("{} {}", &one[..one.find(' ').unwrap()], &one[one.rfind(' ').unwrap() + 1..])).collect::<Vec<_>>()
    };
    for (one, two) in [
        ("Tiêu chuẩn 1: Đại diện, bảo vệ quyền lợi", "Tiêu chuẩn 2: Tuyên truyền"),
        ("Tiêu chuẩn 1. Đại diện", "Tiêu chuẩn 2. Tuyên truyền"),
        ("Đại diện, bảo vệ quyền lợi", "Tuyên truyền, vận động"),
        ("NHIỆM VỤ ĐẠI DIỆN", "NHIỆM VỤ TUYÊN TRUYỀN"),
    ] {
        let (found, findings) = rows(one, two);
        let numbers: Vec<String> = maxima(&found);
        assert_eq!(numbers, ["1 6", "1.1 2", "1.2 1", "1.3 3", "2 4", "2.4 4"], "{one}");
        assert!(findings.iter().all(|one| one.starts_with("C310")), "{one}: {findings:?}");
    }
    // Below areas with numbers, too.
    let (set, _) = brief(&[
        "I | Chỉ đạo | =3",
        "| Về kế hoạch | =3",
        "1 | A | =1",
        "2 | B | =2",
        "II | Thể chế | =1",
        "| Về rà soát | =1",
        "1 | C | =1",
    ]);
    assert_eq!(maxima(&listed(&set.yaml)), ["1 3", "1.1 3", "1.1.1 1", "1.1.2 2", "2 1", "2.1 1", "2.1.1 1"]);
    // A level whose points the next criteria happen to come to is none.
    let (set, _) = brief(&["1 | Kế hoạch | =2", "| Làm đúng hạn | =2", "2 | Báo cáo | =2", "| Có: 2; không: 0"]);
    assert_eq!(listed(&set.yaml), ["1 Kế hoạch 2", "2 Báo cáo 2"]);
    // What does not come to the sum is no parent, and the sum of the table tells.
    let (_, findings) = brief(&["| Nhóm việc chung | =7", "1 | Kế hoạch | =2", "2 | Báo cáo | =2", "| Tổng cộng | =4"]);
    assert!(findings.iter().any(|one| one.starts_with("C308")), "{findings:?}");
}

#[test]
fn points_said_behind_a_name_in_brackets_are_a_line() {
    let (set, findings) =
        brief(&["1 | Chỉ đạo | =3", "1.1 | Quy chế dân chủ (có quy chế: 3 điểm; đang xây dựng: 1 điểm; không có: 0 điểm) | =3"]);
    assert_eq!(listed(&set.yaml), ["1 Chỉ đạo 3", "1.1 Quy chế dân chủ 3"]);
    assert!(
        set.yaml.contains("label: Đang xây dựng, points: 1 }") || set.yaml.contains("label: đang xây dựng, points: 1 }"),
        "{}",
        set.yaml
    );
    assert_eq!((set.understood, findings), (1, vec![]));
    // At a criterion with parts it is told.
    let (_, findings) = brief(&[
        "1 | Ban hành văn bản (Trong năm không được giao ban hành được tính 03 điểm) | =3",
        "1.1 | Ban hành đúng | =3",
        "| Có: 3 điểm; không: 0 điểm",
    ]);
    let told = "C316 B3: “Trong năm không được giao ban hành được tính 03 điểm” đứng ở “1” là tiêu chí có thành phần";
    assert_eq!(findings, [told]);
    // What explains a name, or says its maximum once more, stays there.
    for name in ["Kế hoạch (theo Nghị quyết 76)", "Kế hoạch (tối đa 3 điểm)", "Kế hoạch (3 điểm)", "Kế hoạch (báo cáo, tờ trình)"]
    {
        let row = format!("1 | {name} | =3");
        let (set, findings) = brief(&[&row]);
        assert_eq!(listed(&set.yaml), [format!("1 {name} 3")]);
        assert!(findings[0].starts_with("C310"), "{name}: {findings:?}");
    }
}

#[test]
fn what_is_not_understood_is_scored_by_no_unit_that_would_judge_itself() {
    let scorer = |rows: &[&str]| {
        let (set, findings) = brief(rows);
        assert!(findings.iter().any(|one| one.starts_with("C309")), "{findings:?}");
        set.yaml.lines().filter(|line| line.contains("given: ")).map(|line| line.trim().to_owned()).collect::<Vec<_>>().join(" ")
    };
    let odd = "| Chấm theo mức độ hoàn thành, từ 0 đến 2 điểm";
    assert_eq!(scorer(&["1 | Kế hoạch | =2", odd]), "given: { by: unit }");
    let penalty = ["1 | Kế hoạch | =2", "| Có: 2; không: 0", "| ĐIỂM TRỪ |", "a | Sai số liệu | =5", "| Trừ từ 2-5 điểm tùy mức độ"];
    assert_eq!(scorer(&penalty), "given: { by: council }");
    let known = "| Theo kết quả xếp hạng do UBND tỉnh công bố, từ 0 đến 2 điểm tùy mức độ";
    assert_eq!(scorer(&["1 | Chỉ số chuyển đổi số | =2", known]), "given: { by: council }");
    let own = "| Chấm theo kết quả công bố thủ tục hành chính của đơn vị, từ 0 đến 2 điểm";
    assert_eq!(scorer(&["1 | Công bố thủ tục | =2", own]), "given: { by: unit }");
    let asked = "| Kết quả khảo sát người dân, từ 0 đến 2 điểm tùy mức độ";
    assert_eq!(scorer(&["1 | Ý kiến người dân | =2", asked]), "given: { by: survey }");
}
