//! What the column of evidence asks for, and what only others can know.

use parindex::convert::{Converted, Options};

use super::{converted_with, linted, said};

/// Converts criteria of 1 point each, with a rule and what stands in the column of evidence.
fn beside(rows: &[[&str; 4]]) -> (Converted, Vec<String>) {
    let mut table: Vec<Vec<&str>> =
        vec![vec!["(Kèm theo Quyết định số 1/QĐ-UBND)"], vec!["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm", "Tài liệu kiểm chứng"]];
    let max = format!("={}", rows.iter().filter(|row| row[0].starts_with("1.")).count());
    table.push(vec!["1", "Lĩnh vực", &max, "", ""]);
    table.extend(rows.iter().map(|[id, name, rule, evidence]| vec![*id, *name, if id.is_empty() { "" } else { "=1" }, *rule, *evidence]));
    let table: Vec<&[&str]> = table.iter().map(Vec::as_slice).collect();
    let read = converted_with(&table, &Options::default());
    (read.value.unwrap(), said(&read.findings))
}

const DONE: &str = "Có: 1 điểm; không: 0 điểm";

#[test]
fn a_system_is_no_document_whichever_it_is() {
    let systems = [
        "Số liệu trên Hệ thống thông tin giải quyết TTHC",
        "Hệ thống PAKN",
        "Thống kê phần mềm",
        "Số liệu trên Cổng DVC quốc gia",
        "Trang TTĐT",
        "Kết quả trên CSDL quốc gia về cán bộ",
        "Phần mềm quản lý văn bản và hồ sơ công việc",
        "Website của đơn vị",
    ];
    for system in systems {
        let (set, told) = beside(&[["1.1", "Kế hoạch", DONE, system]]);
        assert!(matches!(told.as_slice(), [one] if one.starts_with("C332") && one.contains(system)), "{system}: {told:?}");
        assert!(!set.yaml.contains("required: true"), "{}", set.yaml);
        assert_eq!(set.open, 1);
    }
    // Many are asked about once.
    let rows: Vec<[&str; 4]> = ["1.1", "1.2", "1.3"].into_iter().zip(systems).map(|(id, system)| [id, "Kế hoạch", DONE, system]).collect();
    let (set, told) = beside(&rows);
    assert!(matches!(told.as_slice(), [one] if one.starts_with("C332 : 3 tiêu chí 1.1, 1.2, 1.3: ")), "{told:?}");
    assert_eq!(set.open, 3);
    let asked =
        set.review.iter().filter(|row| row.id.starts_with("1.")).all(|row| row.open.iter().any(|one| one.vi.contains("câu hỏi chung")));
    assert!(asked, "{:?}", set.review);
    // What is taken out of a system is a document.
    for document in [
        "Ảnh chụp màn hình phần mềm",
        "Báo cáo thống kê của Hệ thống một cửa",
        "Đường dẫn trên Trang thông tin điện tử",
        "Danh sách trích từ cơ sở dữ liệu",
        "Kế hoạch; số liệu trên hệ thống",
        "Xác nhận của Kho bạc Nhà nước",
    ] {
        let (set, told) = beside(&[["1.1", "Kế hoạch", DONE, document]]);
        assert!(told.is_empty() && set.yaml.contains("required: true"), "{document}: {told:?}\n{}", set.yaml);
    }
}

#[test]
fn evidence_of_a_criterion_with_parts_is_that_of_its_parts() {
    let parts = |own: &str| {
        let table: [&[&str]; 6] = [
            &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
            &["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm", "Tài liệu kiểm chứng"],
            &["1", "Lĩnh vực", "=2", "", ""],
            &["1.1", "Theo dõi thi hành pháp luật", "=2", "", "Kế hoạch, báo cáo"],
            &["1.1.1", "Ban hành kế hoạch", "=1", DONE, ""],
            &["1.1.2", "Gửi báo cáo", "=1", DONE, own],
        ];
        let read = converted_with(&table, &Options::default());
        let set = linted(&read.value.unwrap().yaml);
        let what: Vec<String> = set.leaves().map(|(_, leaf)| leaf.evidence.what.clone().unwrap_or_default()).collect();
        (what, said(&read.findings))
    };
    let (what, told) = parts("");
    assert_eq!(what, ["Kế hoạch, báo cáo", "Kế hoạch, báo cáo"], "{told:?}");
    assert_eq!(told, Vec::<String>::new());
    let (what, _) = parts("Biên bản");
    assert_eq!(what, ["Kế hoạch, báo cáo", "Biên bản"]);
}

#[test]
fn what_only_others_find_out_is_asked_of_penalties() {
    let of = |name: &str, rule: &str| {
        let table: [&[&str]; 6] = [
            &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
            &["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"],
            &["I", "Lĩnh vực", "=1", ""],
            &["1", "Kế hoạch", "=1", DONE],
            &["II", "ĐIỂM TRỪ", "", ""],
            &["1", name, "=-2", rule],
        ];
        let read = converted_with(&table, &Options::default());
        said(&read.findings).into_iter().filter(|one| one.starts_with("C326")).count()
    };
    assert_eq!(of("Tự chấm không trung thực, không có tài liệu kiểm chứng", "Mỗi tiêu chí trừ 0,5 điểm, tối đa 2 điểm"), 1);
    assert_eq!(of("Chậm gửi báo cáo tự chấm điểm", "Mỗi ngày chậm trừ 0,1 điểm, tối đa 2 điểm"), 1);
    assert_eq!(of("Kê khai sai", "Mỗi tiêu chí bị phát hiện sai khi thẩm định trừ 0,5 điểm, tối đa 2 điểm"), 1);
    assert_eq!(of("Để xảy ra vi phạm kỷ luật", "Mỗi vụ việc trừ 0,5 điểm, tối đa 2 điểm"), 0);
    assert_eq!(of("Chậm gửi báo cáo quý", "Mỗi báo cáo trừ 0,5 điểm, tối đa 2 điểm"), 0);
}

#[test]
fn who_scores_is_not_asked_where_a_column_names_the_same_body() {
    let of = |agency: &str| {
        let table: [&[&str]; 4] = [
            &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
            &["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm", "Cơ quan thẩm định"],
            &["1", "Lĩnh vực", "=1", "", ""],
            &["1.1", "Chất lượng tham gia ý kiến", "=1", "Do Sở Tư pháp đánh giá: Tốt: 1đ; Khá: 0,75đ; Kém: 0đ", agency],
        ];
        let read = converted_with(&table, &Options::default());
        said(&read.findings).into_iter().filter(|one| one.starts_with("C326")).count()
    };
    assert_eq!((of("Sở Tư pháp"), of("sở tư pháp")), (0, 0));
    assert_eq!((of(""), of("Sở Nội vụ"), of("Sở")), (1, 1, 1));
}
