//! Which column says how points are given: known by its heading or by what stands in it, else told.

use parindex::convert::{Converted, Options};
use parindex::finding::Checked;

use super::{converted_with, linted, said, shape};

/// Cells of the column of rules of one table: some say levels, some say what no rule is made of.
const RULES: [&str; 4] = [
    "Có kế hoạch: 2 điểm\nKhông có kế hoạch: 0 điểm",
    "Điểm = Điểm kết nối + Điểm ứng dụng\nTrong đó: điểm kết nối bằng tỷ lệ nhân 1 điểm",
    "Chấm theo mức độ thực hiện, từ 0 đến 2 điểm",
    "Kết quả khảo sát được quy đổi theo thang điểm 2",
];

/// Converts a table of four criteria with a column of that heading and those cells beside the column of maxima.
fn under(heading: &str, cells: &[&str; 4], options: &Options) -> (Converted, Vec<String>) {
    let rows: Vec<Vec<&str>> = [
        vec!["(Kèm theo Quyết định số 1/QĐ-UBND)"],
        vec!["STT", "Tiêu chí", "Điểm tối đa", heading, "Tài liệu kiểm chứng"],
        vec!["1", "Lĩnh vực", "=8", "", ""],
        vec!["1.1", "Kế hoạch", "=2", cells[0], "Kế hoạch"],
        vec!["1.2", "Mạng diện rộng", "=2", cells[1], "Báo cáo"],
        vec!["1.3", "Tuyên truyền", "=2", cells[2], "Báo cáo"],
        vec!["1.4", "Mức độ hài lòng", "=2", cells[3], "Phiếu"],
    ]
    .into();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let Checked { value, findings } = converted_with(&rows, options);
    (value.unwrap(), said(&findings))
}

#[test]
fn headings_of_offices_name_the_column_of_rules() {
    for heading in [
        "Cách xác định và tính điểm",
        "Cách đánh giá",
        "Công thức tính",
        "Phương pháp xác định",
        "Hướng dẫn đánh giá",
        "Cách xác định",
        "Cách thức đánh giá, chấm điểm",
        "Hướng dẫn cho điểm",
        "Cách cho điểm",
    ] {
        // Not one of these cells says points that a rule is made of.
        let cells = ["Xem phụ lục", "Theo văn bản của tỉnh", "Theo thực tế", "Theo báo cáo của đơn vị"];
        let (set, findings) = under(heading, &cells, &Options::default());
        assert_eq!((set.leftovers.len(), set.understood), (4, 0), "{heading}: {findings:?}");
        assert!(findings.iter().all(|one| !one.starts_with("C310") && !one.starts_with("C337")), "{heading}: {findings:?}");
    }
}

#[test]
fn a_column_whose_cells_read_as_rules_is_that_of_rules_whatever_its_heading() {
    for heading in ["Diễn tả", "Nội dung đánh giá", "Chỉ tiêu", "Ghi chú", "Căn cứ", "Mức đánh giá", "Thang đo"] {
        let (set, findings) = under(heading, &RULES, &Options::default());
        let ids: Vec<String> = shape(&linted(&set.yaml)).into_iter().map(|(id, _)| id).collect();
        assert_eq!(ids, ["1", "1.1", "1.2", "1.3", "1.4"], "{heading}: {findings:?}");
        assert!(set.yaml.contains("yes_no: { all: [co_ke_hoach], met: 2, unmet: 0 }"), "{heading}: {}", set.yaml);
        assert!(findings.iter().all(|one| !one.starts_with("C310") && !one.starts_with("C337")), "{heading}: {findings:?}");
        assert!(set.yaml.contains("Trong đó: điểm kết nối bằng tỷ lệ nhân 1 điểm"), "{heading}: {}", set.yaml);
    }
}

#[test]
fn a_column_with_words_that_nobody_takes_for_rules_is_told_and_can_be_named() {
    let cells = ["Kế hoạch có đủ các nội dung", "Mạng chạy thông suốt", "Có tin bài trên Cổng", ""];
    let (set, findings) = under("Mô tả", &cells, &Options::default());
    let told = "C337 D2: cột D “Mô tả” không được hiểu là cột cách tính điểm; 3 tiêu chí không có cách tính có lời ở cột này";
    assert_eq!(findings, [told, "C310 B7: “Mức độ hài lòng” không có dòng nào về cách tính điểm"]);
    assert!(set.yaml.contains("#   CHƯA CHẮC: 1.1 (hàng 4) Kế hoạch\n"), "{}", set.yaml);
    assert!(set.yaml.contains("(1 tiêu chí bảng không nêu cách tính)"), "{}", set.yaml);
    let row = set.review.iter().find(|row| row.id == "1.1").unwrap();
    assert_eq!(row.open.iter().map(|text| text.vi.as_str()).collect::<Vec<_>>(), ["Cột “Mô tả” chưa hiểu: “Kế hoạch có đủ các nội dung”"]);
    assert_eq!(format!("{:?}", row.status), "Unsure");
    assert_eq!(set.understood, 0);
    for name in ["D", "d", "Mô tả"] {
        let (set, findings) = under("Mô tả", &cells, &Options { rules: Some(name.into()), ..Options::default() });
        assert_eq!(set.leftovers.len(), 3, "{name}");
        assert!(findings.iter().all(|one| !one.starts_with("C337")), "{name}: {findings:?}");
    }
    // Named, it stands before a column whose heading says rules; one that is not there is told.
    let (set, _) = under("Mô tả", &cells, &Options { rules: Some("E".into()), ..Options::default() });
    assert!(set.yaml.contains("cột “Tài liệu kiểm chứng”: Phiếu"), "{}", set.yaml);
    let (_, findings) = under("Cách tính điểm", &RULES, &Options { rules: Some("Z".into()), ..Options::default() });
    assert!(findings.contains(&"C337 : bảng không có cột nào là “Z”".to_owned()), "{findings:?}");
}

#[test]
fn columns_that_say_something_else_are_not_told() {
    for heading in ["Đơn vị thực hiện", "Cơ quan chủ trì", "Thời gian thực hiện", "Nguồn số liệu"] {
        let cells = ["Phòng Nội vụ", "Văn phòng HĐND và UBND", "Phòng Văn hóa", "Sở Nội vụ"];
        let (_, findings) = under(heading, &cells, &Options::default());
        assert!(findings.iter().all(|one| one.starts_with("C310")) && findings.len() == 4, "{heading}: {findings:?}");
    }
    // A mark or a number is no rule, and the column that holds it is told once.
    let (_, findings) = under("Trọng tâm", &["x", "x", "", "2"], &Options::default());
    let told: Vec<&String> = findings.iter().filter(|one| !one.starts_with("C310")).collect();
    assert!(
        matches!(told.as_slice(), [one] if one.starts_with("C337 D2: cột D “Trọng tâm” không rõ để làm gì; 3 tiêu chí")),
        "{findings:?}"
    );
    // A remark that says points beside a criterion without a rule is told, though most remarks say none.
    let (_, findings) = under("Ghi chú", &["Mỗi lỗi trừ 0,5 điểm", "Như năm trước", "Mới", "Giữ nguyên"], &Options::default());
    assert!(findings[0].starts_with("C337 D2: cột D “Ghi chú”"), "{findings:?}");
}

#[test]
fn one_column_may_hold_criteria_and_how_their_points_are_given() {
    for heading in ["Nội dung, tiêu chí và cách tính điểm", "Tiêu chí và cách đánh giá", "Lĩnh vực, tiêu chí, cách xác định"]
    {
        let rows: [&[&str]; 5] = [
            &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
            &["STT", heading, "Điểm tối đa"],
            &["1", "Kế hoạch", "=2"],
            &["", "Có: 2 điểm"],
            &["", "Không có: 0 điểm"],
        ];
        let Checked { value, findings } = converted_with(&rows, &Options::default());
        let set = value.unwrap();
        assert!(set.yaml.contains("name: Kế hoạch") && set.yaml.contains("yes_no:"), "{heading}: {}", set.yaml);
        assert_eq!(said(&findings), Vec::<String>::new(), "{heading}");
    }
}
