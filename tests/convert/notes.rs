//! What a column of remarks says of whom a criterion is for, of a third case, and of the things that count.

use parindex::convert::Options;

use super::{converted_with, said};

const RATE: &str = "Từ 90% trở lên: 2 điểm; dưới 90%: 0 điểm";

/// Converts one criterion of 2 points with its rule and a remark; gives the set, and what is told.
fn remarked(name: &str, rule: &str, remark: &str) -> (String, Vec<String>) {
    let rows: [&[&str]; 4] = [
        &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
        &["STT", "Tiêu chí", "Điểm tối đa", "Cách thức chấm điểm", "Ghi chú"],
        &["1", "Lĩnh vực", "=2", "", ""],
        &["1.1", name, "=2", rule, remark],
    ];
    let read = converted_with(&rows, &Options::default());
    (read.value.unwrap().yaml, said(&read.findings))
}

/// Lists the codes of what is told.
fn codes(told: &[String]) -> Vec<&str> {
    told.iter().map(|one| one.split(' ').next().unwrap()).collect()
}

#[test]
fn a_remark_on_whom_a_rate_is_not_for_leaves_it_out_for_them() {
    for remark in [
        "Không đánh giá đối với sở không có hồ sơ",
        "Không tính đối với sở không có hồ sơ",
        "Không áp dụng đối với đơn vị không có hồ sơ",
        "Áp dụng đối với sở có hồ sơ",
        "Chỉ áp dụng đối với đơn vị phát sinh hồ sơ",
        "Đơn vị không có hồ sơ: không tính, quy đổi theo thang điểm còn lại",
        "Đơn vị không có hồ sơ: không đánh giá tiêu chí này, điểm được quy đổi",
    ] {
        let (yaml, told) = remarked("Tỷ lệ hồ sơ đúng hạn", RATE, remark);
        assert!(yaml.contains("when_nothing: not_applicable"), "{remark}: {yaml}");
        assert!(!codes(&told).contains(&"C332") && !codes(&told).contains(&"C313"), "{remark}: {told:?}");
    }
}

#[test]
fn a_remark_that_no_rule_can_use_is_a_note_and_told_once() {
    for remark in ["Không áp dụng đối với sở mới thành lập", "Không áp dụng đối với Văn phòng UBND tỉnh"] {
        let (yaml, told) = remarked("Kế hoạch", "Có kế hoạch: 2 điểm; không có kế hoạch: 0 điểm", remark);
        assert!(yaml.contains("yes_no:") && yaml.contains(&format!("note: {remark}")), "{remark}: {yaml}");
        assert_eq!(told, [format!("C332 D4: “Kế hoạch”: cột “Ghi chú” ghi “{remark}”, chưa có trong cách tính")], "{remark}");
    }
    // Whoever has nothing to do says so.
    let remark = "Áp dụng đối với sở được giao kế hoạch";
    let (yaml, told) = remarked("Kế hoạch", "Có kế hoạch: 2 điểm; không có kế hoạch: 0 điểm", remark);
    assert!(yaml.contains("yes_no:") && yaml.contains(&format!("note: {remark}")) && yaml.contains("may_not_apply: true"), "{yaml}");
    assert_eq!(told, Vec::<String>::new());
    // For whom a rate isn't is said, so that it isn't asked as if nothing were.
    let (yaml, told) = remarked("Tỷ lệ hồ sơ đúng hạn", RATE, "Không áp dụng đối với sở mới thành lập");
    assert!(!codes(&told).contains(&"C313") && codes(&told).contains(&"C332"), "{told:?}\n{yaml}");
    // Points are no note on whom it is for.
    let (_, told) = remarked("Tỷ lệ hồ sơ đúng hạn", RATE, "Áp dụng cách tính năm 2025");
    assert!(codes(&told).contains(&"C313"), "{told:?}");
}

#[test]
fn a_remark_with_points_is_a_third_case() {
    for remark in ["Không phát hiện vấn đề: 2 điểm", "Qua theo dõi không có vấn đề phải xử lý: 2đ"] {
        let (yaml, told) = remarked("Xử lý vấn đề sau theo dõi", "Có văn bản xử lý: 2 điểm; không có văn bản: 0 điểm", remark);
        assert!(yaml.contains("levels:") && !codes(&told).contains(&"C332"), "{remark}: {told:?}\n{yaml}");
    }
    let (yaml, told) = remarked("Thanh toán", "Phát sinh: 2 điểm; không phát sinh: 0 điểm", "Đối với sở không thu phí: 2 điểm");
    assert!(yaml.contains("levels:") && !codes(&told).contains(&"C332"), "{told:?}\n{yaml}");
    // What has nothing to do with the criterion is asked, and what takes points is no case.
    let (yaml, told) = remarked("Kiểm tra", "Có kiểm tra: 2 điểm; không kiểm tra: 0 điểm", "Không có phản ánh: 2 điểm");
    assert!(yaml.contains("yes_no:") && codes(&told).contains(&"C332"), "{told:?}\n{yaml}");
    let (yaml, told) = remarked("Xử lý kết quả", "Có văn bản xử lý: 2 điểm; không có văn bản: 0 điểm", "Mỗi vấn đề chậm trừ 0,5 điểm");
    assert!(yaml.contains("yes_no:") && codes(&told).contains(&"C332"), "{told:?}\n{yaml}");
}

#[test]
fn a_remark_that_says_which_things_count_is_a_note_and_in_their_label() {
    for (remark, label) in [
        ("Không tính hồ sơ mật", "Số hồ sơ đúng hạn (không tính hồ sơ mật)"),
        ("Trừ các hồ sơ đặc thù theo quyết định của UBND tỉnh", "Số hồ sơ đúng hạn (trừ các hồ sơ đặc thù theo quyết định của UBND tỉnh)"),
        ("Không bao gồm hồ sơ chứng thực", "Số hồ sơ đúng hạn (không bao gồm hồ sơ chứng thực)"),
    ] {
        let (yaml, told) = remarked("Tỷ lệ hồ sơ đúng hạn", RATE, remark);
        assert!(yaml.contains(&format!("note: {remark}")) && yaml.contains(label), "{remark}: {yaml}");
        assert!(!codes(&told).contains(&"C332") && codes(&told).contains(&"C313"), "{remark}: {told:?}");
    }
    for remark in ["Không tính điểm nếu chậm báo cáo", "Trừ 0,5 điểm nếu chậm báo cáo"] {
        let (_, told) = remarked("Tỷ lệ hồ sơ đúng hạn", RATE, remark);
        assert!(codes(&told).contains(&"C332"), "{remark}: {told:?}");
    }
}

#[test]
fn a_remark_that_counts_things_for_less_is_told() {
    let rule = "Số sản phẩm hoàn thành/tổng số sản phẩm phải hoàn thành trong năm x 2 điểm.";
    for remark in ["Sản phẩm hoàn thành nhưng quá hạn tính bằng 50%", "Sản phẩm quá hạn tính 1/2", "Sản phẩm quá hạn được tính hệ số 0,5"]
    {
        let (yaml, told) = remarked("Sản phẩm CCHC đầu ra", rule, remark);
        assert!(yaml.contains(&format!("note: {remark}")) && codes(&told).contains(&"C332"), "{remark}: {told:?}\n{yaml}");
    }
    // A day on which things are counted changes none.
    let (_, told) = remarked("Sản phẩm CCHC đầu ra", rule, "Số liệu tính 31/12/2026 theo Hệ thống");
    assert!(!codes(&told).contains(&"C332"), "{told:?}");
}
