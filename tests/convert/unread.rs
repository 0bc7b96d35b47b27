//! Lines that were told as not read: rows of parts, exemptions, and what stands beside them.

use super::elsewhere::made;
use super::ordinary::outcomes;
use super::{brief, shape};

/// The lines.
const UNREAD: &str = include_str!("unread.txt");

#[test]
fn what_was_told_as_not_read_is_read_as_an_official_reads_it() {
    let (counts, bad) = outcomes(UNREAD);
    assert!(bad.is_empty(), "right, unsure, wrong: {counts:?}\n{}", bad.join("\n\n"));
}

#[test]
fn rows_that_come_to_the_maximum_are_parts_whatever_verbs_they_begin_with() {
    for rows in [
        [
            "Có chuyên mục trên Trang thông tin điện tử",
            "Phát trên hệ thống truyền thanh ít nhất 02 tin, bài mỗi tháng",
            "Lồng ghép tuyên truyền tại cuộc họp thôn",
        ],
        ["Có phát tờ rơi đến từng hộ gia đình", "Vẽ tranh cổ động tại nhà văn hóa thôn", "Dựng pa nô tại nhà văn hóa thôn"],
        ["Cử công chức đúng số lượng", "Không có công chức bị phản ánh về thái độ phục vụ", "Trực đủ giờ theo lịch"],
    ] {
        let lines: Vec<String> =
            std::iter::once("1 | Tuyên truyền | =1.5".to_owned()).chain(rows.iter().map(|row| format!("| {row} | =0.5"))).collect();
        let (set, told) = brief(&lines.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(told, Vec::<String>::new(), "{rows:?}");
        assert_eq!(set.yaml.matches("max: 0.5, rule: { yes_no:").count(), 3, "{}", set.yaml);
    }
    // What only names things may be done well or badly, and what stands on one scale is had once.
    let (set, told) = brief(&["1 | Một cửa | =1.5", "| Trang thiết bị của bộ phận một cửa | =1", "| Sổ sách theo dõi hồ sơ | =0.5"]);
    assert_eq!(told[0], "C315 B3: 2 dòng có điểm riêng dưới “Một cửa”");
    assert_eq!(shape(&super::linted(&set.yaml)).len(), 3);
    let (_, told) = brief(&["1 | Kế hoạch, báo cáo | =3", "| Kế hoạch cải cách hành chính năm | =2", "| Báo cáo năm | =1"]);
    assert_eq!(told[0], "C315 B3: 2 dòng có điểm riêng dưới “Kế hoạch, báo cáo”");
    // Where no row is known for a deed nothing says that they are deeds.
    for (one, other) in [
        ("Kế hoạch năm", "Báo cáo năm"),
        ("Giao diện trang thông tin điện tử thân thiện", "Tốc độ truy cập trang thông tin điện tử"),
        ("Kế hoạch tuyên truyền cải cách hành chính", "Kế hoạch kiểm tra cải cách hành chính"),
        ("Vẽ tranh cổ động tại nhà văn hóa thôn", "Dựng pa nô tại nhà văn hóa thôn"),
        ("Họp định kỳ hằng tháng", "Họp định kỳ hằng quý"),
        ("Tự kiểm tra toàn bộ các phòng", "Tự kiểm tra quá nửa số phòng"),
    ] {
        let (set, told) = brief(&["1 | Việc chung | =1.5", &format!("| - {one} | =1"), &format!("| - {other} | =0.5")]);
        assert_eq!(
            (told[0].as_str(), set.yaml.matches("given: { by: unit }").count()),
            ("C315 B3: 2 dòng có điểm riêng dưới “Việc chung”", 2),
            "{}",
            set.yaml
        );
    }
    for (one, other) in [("Có quy chế và thực hiện", "Có quy chế"), ("Có trang thông tin và cập nhật", "Có trang thông tin")]
    {
        let (set, told) = brief(&["1 | Việc | =1.5", &format!("| {one} | =1"), &format!("| {other} | =0.5")]);
        assert!(told[0].starts_with("C309 ") && set.yaml.contains("given: { by: unit }"), "{told:?}\n{}", set.yaml);
    }
}

#[test]
fn a_note_on_units_that_have_nothing_to_do_lets_them_say_so_beside_every_rule() {
    let levels = "Đúng trình tự: 2 điểm; đúng nhưng thiếu hồ sơ: 1 điểm; không đúng: 0 điểm";
    let faults = "Gửi đầy đủ: 2 điểm; mỗi báo cáo thiếu trừ 0,5 điểm";
    let typed = "Tỷ lệ giải ngân từ 95% trở lên: 2 điểm; dưới 95%: tỷ lệ × 2 điểm";
    let each = "Mỗi sáng kiến được 0,5 điểm, tối đa 2 điểm";
    for (rule, note) in [
        (levels, "Xã không thực hiện bổ nhiệm trong năm thì không tính điểm tiêu chí này"),
        (levels, "Không áp dụng đối với đơn vị không có bổ nhiệm trong năm"),
        (levels, "Sở không có đơn vị sự nghiệp: không đánh giá"),
        (faults, "Không đánh giá đối với đơn vị không được giao báo cáo"),
        (faults, "Đơn vị không có chế độ báo cáo thì không tính điểm tiêu chí này"),
        (typed, "Đơn vị không được giao vốn thì không tính điểm tiêu chí này"),
        (each, "Không áp dụng đối với đơn vị không có hội đồng sáng kiến"),
    ] {
        let (yaml, told) = made("Tổ chức bộ máy", rule, note);
        assert!(yaml.contains("may_not_apply: true") && !yaml.contains("given:"), "{note}: {yaml}");
        let about: Vec<&String> = told.iter().filter(|one| one.contains("C332") || one.contains("C313")).collect();
        assert!(about.is_empty(), "{note}: {told:?}");
        // Whoever fills in the form reads it.
        let said: Vec<&str> = yaml.lines().filter(|line| line.starts_with("        note:")).collect();
        assert!(matches!(said.as_slice(), [said] if said.contains(note)), "{note}: {yaml}");
    }
    for (rule, note, written) in [
        (levels, "Đơn vị không phát sinh bổ nhiệm được tính điểm tối đa", "label: Đơn vị không phát sinh bổ nhiệm, points: 100%"),
        (typed, "Đơn vị không được giao vốn thì được tính 2 điểm", "label: Đơn vị không được giao vốn"),
        (typed, "Đơn vị không được giao vốn thì được tính 1,5 điểm", "met: 1.5, unmet: 0"),
    ] {
        let (yaml, told) = made("Tổ chức bộ máy", rule, note);
        assert!(yaml.contains(written) && !yaml.contains("may_not_apply"), "{note}: {yaml}");
        assert!(!told.iter().any(|one| one.contains("C332") || one.contains("C313")), "{note}: {told:?}");
    }
    // A failing, a body by its name and an age of a unit are no lack of work: they are asked.
    for note in [
        "Đơn vị gửi hồ sơ chậm thì không tính điểm tiêu chí này",
        "Không áp dụng đối với Văn phòng UBND tỉnh",
        "Không áp dụng đối với đơn vị mới thành lập",
        "Đơn vị không hoàn thành thì không tính điểm tiêu chí này",
    ] {
        let (yaml, told) = made("Tổ chức bộ máy", levels, note);
        assert!(!yaml.contains("may_not_apply"), "{note}: {yaml}");
        assert!(told.iter().any(|one| one.contains("C332") || one.contains("C313")), "{note}: {told:?}");
    }
}

#[test]
fn a_line_that_begins_with_its_sign_says_it_among_lines_of_both_kinds() {
    let rows = ["1 | Việc | =2", "| Có: 2; không: 0", "II | ĐIỂM THƯỞNG, ĐIỂM TRỪ |"];
    let (set, told) = brief(&[&rows[..], &["1 | Thưởng thành tích | =1", "| Được Thủ tướng tặng Bằng khen | =1"]].concat());
    assert!(
        set.yaml.contains("- id: \"T1\"\n    sign: bonus") && !told.iter().any(|one| one.starts_with("C321")),
        "{told:?}\n{}",
        set.yaml
    );
    let (set, told) = brief(&[&rows[..], &["1 | Phạt chậm báo cáo | =1", "| Chậm báo cáo | =1"]].concat());
    assert!(set.yaml.contains("sign: penalty") && !told.iter().any(|one| one.starts_with("C321")), "{told:?}\n{}", set.yaml);
    let (_, told) = brief(&[&rows[..], &["1 | Thường xuyên báo cáo | =1", "| Báo cáo | =1"]].concat());
    assert!(told.iter().any(|one| one.contains("cộng hay trừ điểm?")), "{told:?}");
}

#[test]
fn rows_that_bound_another_sum_keep_the_points_of_their_own_column() {
    let rows: [&[&str]; 9] = [
        &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
        &["STT", "Tiêu chí", "Điểm tối đa", "Mức điểm"],
        &["1", "Lĩnh vực", "=3", ""],
        &["1.1", "Chuẩn tiếp cận pháp luật", "=1", ""],
        &["", "Tổng điểm đánh giá đạt từ 90 điểm trở lên", "", "=1"],
        &["", "Tổng điểm đánh giá dưới 90 điểm", "", "=0"],
        &["1.2", "Ban hành kế hoạch", "=2", ""],
        &["", "Đã ban hành", "", "=2"],
        &["", "Không ban hành", "", "=0"],
    ];
    let converted = super::converted_with(&rows, &parindex::convert::Options::default());
    let yaml = converted.value.unwrap().yaml;
    assert!(yaml.contains("- { from: 90, points: 1 }") && yaml.contains("- id: \"1.2\"") && yaml.contains("total: 3"), "{yaml}");
}
