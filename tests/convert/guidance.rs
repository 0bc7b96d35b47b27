//! What a remark says of limits, of what counts, and from when: used where the rule has it, in the labels, or asked; and how many
//! rules say all that the table does.

use parindex::convert::{Converted, Options};

use super::{converted_with, said};

/// Converts one criterion of 2 points with its rule and a remark below a title; gives the set, and what is told.
fn titled(title: &str, name: &str, rule: &str, remark: &str) -> (Converted, Vec<String>) {
    let rows: [&[&str]; 5] = [
        &[title],
        &["(Kèm theo Quyết định số 1/QĐ-UBND ngày 20 tháng 11 năm 2025)"],
        &["STT", "Tiêu chí", "Điểm tối đa", "Cách thức chấm điểm", "Ghi chú"],
        &["1", "Lĩnh vực", "=2", "", ""],
        &["1.1", name, "=2", rule, remark],
    ];
    let read = converted_with(&rows, &Options::default());
    (read.value.unwrap(), said(&read.findings))
}

/// Does so below the title of a year.
fn remarked(name: &str, rule: &str, remark: &str) -> (Converted, Vec<String>) {
    titled("BỘ TIÊU CHÍ CCHC NĂM 2026", name, rule, remark)
}

const DEDUCTIONS: &str = "Không có công chức bị kỷ luật: 2 điểm; mỗi công chức bị khiển trách trừ 0,5 điểm";

#[test]
fn a_limit_that_the_rule_has_anyway_is_no_question() {
    for remark in ["Trừ tối đa 2 điểm", "Tổng điểm trừ không quá 2 điểm", "Tổng số điểm trừ không vượt quá điểm tối đa", "Tối đa 2 điểm"]
    {
        let (set, told) = remarked("Kỷ luật", DEDUCTIONS, remark);
        assert_eq!((told, set.understood, set.open), (vec![], 1, 0), "{remark}\n{}", set.yaml);
        // Whoever fills in the form reads it.
        assert!(set.yaml.contains(remark), "{remark}\n{}", set.yaml);
    }
    // One that goes less far is in the rule, or told.
    let (set, told) = remarked("Kỷ luật", DEDUCTIONS, "Trừ tối đa 1 điểm");
    assert!(told.is_empty() && set.yaml.contains("floor: 1"), "{told:?}\n{}", set.yaml);
    let (set, told) = remarked("Kỷ luật", DEDUCTIONS, "Trừ tối đa 3 điểm");
    assert!(told.iter().any(|one| one.contains("C332") && one.contains("Trừ tối đa 3 điểm")), "{told:?}\n{}", set.yaml);
    assert_eq!((set.understood, set.partly), (0, 1));
}

#[test]
fn what_a_remark_leaves_out_of_what_counts_is_in_the_label_or_asked() {
    for (name, rule, remark, label) in [
        (
            "Văn bản đi được ký số",
            "Điểm = Tỷ lệ văn bản đi được ký số x Điểm tối đa",
            "Không tính văn bản mật",
            "được ký số (không tính văn bản mật)",
        ),
        ("Hồ sơ đúng hạn", "Từ 95% hồ sơ đã giải quyết đúng hạn: 2; dưới 95%: 0", "Trừ hồ sơ đất đai", "(trừ hồ sơ đất đai)"),
        (
            "Công khai TTHC",
            "100% TTHC được công khai: 2; dưới 100%: 0",
            "Không bao gồm các TTHC đặc thù",
            "(không bao gồm các TTHC đặc thù)",
        ),
        (
            "Kỷ luật",
            "Không có trường hợp vi phạm: 2; mỗi trường hợp bị khiển trách trừ 0,5 điểm",
            "Không tính trường hợp vi phạm do tự phát hiện, xử lý",
            "bị khiển trách (không tính trường hợp vi phạm do tự phát hiện, xử lý)",
        ),
        ("Nhiệm vụ", "Hoàn thành từ 90% nhiệm vụ: 2; dưới 90%: 0", "Không kể nhiệm vụ mật", "nhiệm vụ (không kể nhiệm vụ mật)"),
    ] {
        let (set, told) = remarked(name, rule, remark);
        assert!(set.yaml.contains(label) && !told.iter().any(|one| one.contains("C332")), "{remark}: {told:?}\n{}", set.yaml);
    }
    // In the line itself.
    let (set, told) = remarked("Văn bản ký số", "Đạt 100% (trừ văn bản mật): 2 điểm; mỗi văn bản không ký số trừ 0,1 điểm", "");
    assert!(set.yaml.contains("Số văn bản không ký số (trừ văn bản mật)"), "{told:?}\n{}", set.yaml);
    // Of what no figure counts.
    for remark in ["Không tính văn bản mật", "Trừ đơn vị sự nghiệp"] {
        let (set, told) = remarked("Hồ sơ đúng hạn", "Từ 95% hồ sơ đã giải quyết đúng hạn: 2; dưới 95%: 0", remark);
        assert!(told.iter().any(|one| one.contains("C332") && one.contains(remark)), "{remark}: {told:?}\n{}", set.yaml);
        assert_eq!((set.understood, set.partly), (0, 1), "{remark}");
    }
}

#[test]
fn from_when_something_counts_says_nothing_of_who_types_it() {
    let (name, rule) = ("Cập nhật TTHC", "Cập nhật kịp thời tất cả TTHC: 2; mỗi TTHC cập nhật chậm quá 05 ngày làm việc trừ 0,2 điểm");
    for remark in [
        "Tính từ ngày Chủ tịch UBND tỉnh ký quyết định công bố",
        "Kể từ ngày UBND tỉnh công bố",
        "Tính từ thời điểm Sở Nội vụ công bố kết quả",
        "Thời hạn tính kể từ ngày cơ quan có thẩm quyền công bố",
    ] {
        let (set, told) = remarked(name, rule, remark);
        assert!(!told.iter().any(|one| one.contains("C326")) && set.yaml.contains(remark), "{remark}: {told:?}\n{}", set.yaml);
    }
    for remark in ["Số liệu do Sở Tư pháp cung cấp", "Các sở, ban, ngành đánh giá chéo"] {
        let (_, told) = remarked(name, rule, remark);
        assert!(told.iter().any(|one| one.contains("C326")), "{remark}: {told:?}");
    }
}

#[test]
fn the_year_of_a_day_is_that_of_the_heading_or_the_name() {
    let rule = "Ban hành trong quý I: 2 điểm; ban hành sau quý I: 1 điểm; không ban hành: 0 điểm";
    let year = |told: &[String]| told.iter().any(|one| one.contains("C331"));
    for (title, name, asked) in [
        ("BỘ TIÊU CHÍ CCHC NĂM 2026", "Kế hoạch rà soát", false),
        ("Bộ tiêu chí chấm điểm năm 2026 của các sở", "Kế hoạch rà soát", false),
        ("BỘ TIÊU CHÍ CCHC", "Kế hoạch rà soát năm 2026", false),
        ("BỘ TIÊU CHÍ CCHC", "Kế hoạch rà soát", true),
        ("BỘ TIÊU CHÍ CCHC GIAI ĐOẠN 2026 - 2030", "Kế hoạch rà soát", true),
        ("BỘ TIÊU CHÍ CCHC NĂM 2025, NĂM 2026", "Kế hoạch rà soát", true),
    ] {
        let (set, told) = titled(title, name, rule, "");
        assert_eq!(year(&told), asked, "{title} {name}: {told:?}\n{}", set.yaml);
    }
}

#[test]
fn totals_of_files_are_no_example_for_other_things() {
    let rows: [&[&str]; 6] = [
        &["STT", "Tiêu chí", "Điểm tối đa", "Cách thức chấm điểm"],
        &["1", "Lĩnh vực", "=6", ""],
        &["1.1", "Hồ sơ nộp trực tuyến", "=2", "Tỷ lệ hồ sơ trực tuyến từ 80%: 2; dưới 80%: 0"],
        &["1.2", "Hồ sơ trả trước hạn", "=2", "Tỷ lệ hồ sơ trả trước hạn từ 30%: 2; dưới 30%: 0"],
        &["1.3", "Chất lượng tham mưu", "=2", "Tỷ lệ văn bản bị trả lại dưới 5%: 2; từ 5%: 0"],
        &["", "Tổng cộng", "=6", ""],
    ];
    let told = said(&converted_with(&rows, &Options::default()).findings);
    let totals: Vec<&String> = told.iter().filter(|one| one.starts_with("C318")).collect();
    let [one] = totals.as_slice() else { panic!("{told:?}") };
    let mixed = "3 tiêu chí 1.1, 1.2, 1.3: bảng chưa quy định tỷ lệ tính trên tổng số nào (với hồ sơ: đã tiếp nhận, đã giải quyết, đến hạn hay tổng khác);";
    assert!(one.contains(mixed), "{told:?}");
}

#[test]
fn a_rule_counts_as_whole_only_where_it_says_all() {
    for (name, rule, remark, understood, open, partly) in [
        ("Kế hoạch", "Có kế hoạch: 2; không có kế hoạch: 0", "", 1, 0, 0),
        ("Nhiệm vụ được giao", "Hoàn thành từ 90% nhiệm vụ: 2; dưới 90%: 0", "", 1, 1, 0),
        ("Sáng kiến", "Có sáng kiến: 2; không có: 0", "Sáng kiến phải được Hội đồng của tỉnh công nhận", 0, 0, 1),
        ("Tỷ lệ hồ sơ trực tuyến", "Tỷ lệ hồ sơ toàn trình đạt từ 80% trở lên: 2; dưới 80%: 0", "", 0, 0, 1),
        ("Việc khó hiểu", "Điểm theo hướng dẫn A1 nhân với 7 mục B", "", 0, 0, 0),
    ] {
        let (set, told) = remarked(name, rule, remark);
        assert_eq!((set.understood, set.open, set.partly), (understood, open, partly), "{name}: {told:?}\n{}", set.yaml);
        let more = if partly == 0 { "" } else { "; 1 có cách tính nhưng còn lời chưa đưa vào hoặc chưa rõ" };
        let head = format!("# 1 tiêu chí chấm điểm: {understood} đã hiểu trọn cách tính ({open} còn điều phải hỏi){more}; còn lại");
        assert!(set.yaml.contains(&head), "{head}\n{}", set.yaml);
    }
}
