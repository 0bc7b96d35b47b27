//! Words on how a criterion is scored that stand beside its rule: in another column, or in brackets in its name.

use parindex::convert::Options;

use super::{converted_with, said};

/// Converts one criterion with a rule of steps, its name, and a cell in a column of that heading; gives what is told.
fn told(name: &str, heading: &str, cell: &str) -> Vec<String> {
    let rows: [&[&str]; 4] = [
        &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
        &["STT", "Tiêu chí", "Điểm tối đa", "Cách thức chấm điểm", heading],
        &["1", "Lĩnh vực", "=2", "", ""],
        &["1.1", name, "=2", "Hoàn thành kế hoạch: 2 điểm; không hoàn thành: 0 điểm", cell],
    ];
    said(&converted_with(&rows, &Options::default()).findings)
}

#[test]
fn words_in_another_column_that_may_change_points_are_asked() {
    for heading in ["Ghi chú", "Hình thức đánh giá", "Lưu ý khi chấm"] {
        for cell in [
            "Điều tra xã hội học",
            "Mỗi báo cáo chậm trừ 0,5 điểm",
            "Sở Tài chính chấm điểm",
            "Chỉ áp dụng đối với đơn vị có thủ tục hành chính",
            "Không có phản ánh: 2 điểm",
        ] {
            let told = told("Kiểm tra", heading, cell);
            let asked = format!("C332 D4: “Kiểm tra”: cột “{heading}” ghi “{cell}”, chưa có trong cách tính");
            assert!(told.contains(&asked), "{heading}: {cell}: {told:?}");
        }
    }
    for (heading, cell) in [
        ("Ghi chú", ""),
        ("Ghi chú", "Tiêu chí mới"),
        ("Ghi chú", "Theo báo cáo của đơn vị"),
        ("Ghi chú", "Như năm trước"),
        ("Đơn vị thực hiện", "Phòng Nội vụ"),
        ("Thời gian hoàn thành", "Trước ngày 31/12"),
        ("Tài liệu kiểm chứng", "Kế hoạch, báo cáo"),
        ("Đơn vị tính", "cuộc"),
    ] {
        assert_eq!(told("Kiểm tra", heading, cell), Vec::<String>::new(), "{heading}: {cell}");
    }
}

#[test]
fn words_in_brackets_in_a_name_that_may_change_points_are_asked() {
    for inside in [
        "mỗi cuộc kiểm tra chậm trừ 0,5 điểm",
        "do Sở Nội vụ chấm điểm",
        "chỉ tính đối với đơn vị có phát sinh hồ sơ",
        "trong năm không có phản ánh được tính 02 điểm",
    ] {
        let told = told(&format!("Kiểm tra ({inside})"), "Ghi chú", "");
        let asked = format!("phần “({inside})” trong tên chưa có trong cách tính");
        assert!(told.iter().any(|one| one.starts_with("C332 ") && one.contains(&asked)), "{inside}: {told:?}");
    }
    for name in [
        "Kiểm tra (CCHC)",
        "Kiểm tra cải cách hành chính (PAR INDEX)",
        "Kiểm tra (bao gồm kiểm tra đột xuất)",
        "Ban hành văn bản (kế hoạch, báo cáo)",
    ] {
        assert_eq!(told(name, "Ghi chú", ""), Vec::<String>::new(), "{name}");
    }
}
