//! Who scores, where a group says it for all below it, and how far points go where nothing says it.

use parindex::convert::Options;

use super::{brief, converted_with, said};

/// Converts a group of two criteria with a note beside it; gives the set as written, with what is told.
fn group(heading: &str, note: &str, own: &str, rule: &str) -> (String, Vec<String>) {
    let rows: [&[&str]; 6] = [
        &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
        &["STT", "Tiêu chí", "Điểm tối đa", "Cách thức chấm điểm", "Ghi chú"],
        &["1", "Lĩnh vực", "=4", "", ""],
        &["1.1", heading, "=4", "", note],
        &["1.1.1", "Tính khả thi", "=2", rule, ""],
        &["1.1.2", "Tính kịp thời", "=2", "Có: 2 điểm; không: 0 điểm", own],
    ];
    let converted = converted_with(&rows, &Options::default());
    (converted.value.unwrap().yaml, said(&converted.findings))
}

#[test]
fn what_a_group_says_of_who_scores_holds_below_it() {
    let tree = "Tác động đến chất lượng văn bản";
    for (heading, note) in [
        (tree, "Điều tra xã hội học"),
        (tree, "ĐTXHH"),
        ("Tác động đến chất lượng văn bản (Điều tra xã hội học)", ""),
        (tree, "Qua khảo sát"),
    ] {
        let (yaml, told) = group(heading, note, "", "");
        assert_eq!(yaml.matches("given: { by: survey }").count(), 2, "{heading} {note}\n{yaml}");
        // The rule of the other is none of the survey's: it is asked.
        assert!(told.iter().any(|one| one.starts_with("C320 D6")), "{told:?}");
        assert!(!told.iter().any(|one| one.starts_with("C310")), "{told:?}");
    }
    for note in ["Hội đồng thẩm định chấm điểm", "Do Sở Nội vụ đánh giá"] {
        let (yaml, _) = group(tree, note, "", "Tốt: 2 điểm; khá: 1 điểm; kém: 0 điểm");
        assert_eq!(yaml.matches("given: { by: council }").count(), 2, "{note}\n{yaml}");
    }
    // Words of anything else, and those beside one criterion, hold for no other.
    for (note, own) in [("Tiêu chí mới", ""), ("Theo báo cáo của đơn vị", ""), ("", "Điều tra xã hội học"), ("Sở Nội vụ", "")]
    {
        let (yaml, _) = group(tree, note, own, "Có: 2 điểm; không: 0 điểm");
        assert!(!yaml.contains("by: council") && yaml.matches("by: survey").count() < 2, "{note} {own}\n{yaml}");
    }
}

#[test]
fn points_in_the_name_of_what_a_survey_scores_are_asked() {
    let of = |name: &str| {
        let rows: [&[&str]; 4] = [
            &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
            &["STT", "Tiêu chí", "Điểm tối đa", "Điều tra XHH"],
            &["1", "Lĩnh vực", "=10", ""],
            &["1.1", name, "=10", "x"],
        ];
        said(&converted_with(&rows, &Options::default()).findings)
    };
    for name in [
        "Tỷ lệ hài lòng chung: từ 95% trở lên được 10đ; cứ giảm 1% giảm 0,5đ; dưới 80% được 0đ",
        "Thái độ phục vụ. Điểm = (số phiếu rất hài lòng + số phiếu hài lòng)/tổng số phiếu × 10đ",
    ] {
        assert!(of(name).iter().any(|one| one.starts_with("C320 ")), "{name}: {:?}", of(name));
    }
    // Levels behind the name are those of the survey's figure, and what they leave open is asked.
    let levels = of("Mức độ hài lòng: từ 90% trở lên: 10 điểm");
    assert!(matches!(levels.as_slice(), [one] if one.starts_with("C317 ")), "{levels:?}");
    for name in ["Mức độ hài lòng của người dân", "Mức độ hài lòng năm 2025", "Khảo sát tại 05 điểm tiếp nhận", "Hài lòng (SIPAS)"]
    {
        assert!(!of(name).iter().any(|one| one.starts_with("C320 ")), "{name}: {:?}", of(name));
    }
}

#[test]
fn how_far_points_for_each_go_is_asked_where_nothing_says_it() {
    let block = |heading: &str, max: &str, rule: &str| {
        let (rule, max) = (format!("| {rule}"), format!("1 | Việc | {max}"));
        let heading = format!("II | {heading} |");
        let (set, told) = brief(&["I | Chỉ đạo | =2", "1 | Kế hoạch | =2", "| Có: 2; không: 0", &heading, &max, &rule]);
        (set.open, told)
    };
    for (heading, rule) in [
        ("ĐIỂM TRỪ", "Trừ 0,5 điểm/vụ"),
        ("ĐIỂM TRỪ", "Mỗi vụ trừ 0,5 điểm"),
        ("ĐIỂM THƯỞNG", "Mỗi bằng khen cộng 1 điểm"),
        ("ĐIỂM THƯỞNG", "Mỗi sáng kiến cấp tỉnh cộng 1 điểm; mỗi sáng kiến cấp cơ sở cộng 0,5 điểm"),
    ] {
        let (open, told) = block(heading, "", rule);
        assert_eq!(open, 1, "{rule}: {told:?}");
        assert!(told.iter().any(|one| one.contains("“Việc”: quyết định không ghi mức tối đa; tạm ghi 1")), "{rule}: {told:?}");
    }
    // The line, its heading or its cell says it.
    for (heading, max, rule) in [
        ("ĐIỂM TRỪ", "", "Mỗi vụ trừ 0,5 điểm, tối đa trừ 2 điểm"),
        ("ĐIỂM TRỪ (tối đa 3 điểm)", "", "Mỗi vụ trừ 0,5 điểm"),
        ("ĐIỂM TRỪ", "=-2", "Mỗi vụ trừ 0,5 điểm"),
        ("ĐIỂM THƯỞNG", "", "Được cộng 1 điểm"),
    ] {
        let (_, told) = block(heading, max, rule);
        assert!(!told.iter().any(|one| one.contains("không ghi mức tối đa")), "{heading} {rule}: {told:?}");
    }
}
