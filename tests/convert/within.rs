//! Lines that add to what a criterion gives or take some from it: they are bonuses and penalties of that criterion.

use parindex::cases;
use parindex::finding::Severity;

use super::elsewhere::made;
use super::{brief, linted};

/// Scores a set by cases; gives what is wrong in them.
fn wrong(yaml: &str, cases: &str) -> Vec<String> {
    let ran = cases::run(cases.as_bytes(), "cases.yaml", &linted(yaml));
    ran.findings.iter().filter(|finding| finding.severity == Severity::Error).map(|finding| finding.message.vi.clone()).collect()
}

#[test]
fn a_line_that_takes_all_points_of_a_criterion_is_a_penalty_of_it() {
    let parts = "Hồ sơ cấp độ được phê duyệt: 1 điểm\n100% máy tính cài phần mềm phòng, chống mã độc: 0,5 điểm\nKhông xảy ra sự cố mất an toàn thông tin: 0,5 điểm";
    for all in [
        "Để lộ, lọt dữ liệu cá nhân: 0 điểm cho cả tiêu chí.",
        "Để lộ, lọt dữ liệu cá nhân thì mất toàn bộ số điểm của tiêu chí",
        "Để lộ, lọt dữ liệu cá nhân: trừ toàn bộ số điểm của tiêu chí này",
        "Để lộ, lọt dữ liệu cá nhân: không tính điểm cả tiêu chí",
    ] {
        let (yaml, told) = made("An toàn thông tin", &format!("{parts}\n{all}"), "");
        assert_eq!(told, Vec::<String>::new(), "{all}: {yaml}");
        let line = "sign: penalty\n    criterion: \"1.1\"\n    name: Để lộ, lọt dữ liệu cá nhân\n    max: 2\n";
        assert!(yaml.contains(line) && yaml.contains("sum_of:"), "{all}: {yaml}");
        let parts =
            "ho_so_cap_do_duoc_phe_duyet: true, so_lieu_100_may_tinh_cai_phan_mem_phong: false, khong_xay_ra_su_co_mat_an_toan: true";
        let case = |happened: bool, points: &str| {
            format!(
                "- name: a\n  given: {{ \"1.1\": {{ {parts} }}, P1: {{ de_lo_lot_du_lieu_ca_nhan: {happened} }} }}\n  expect: {{ total: {{ points: {points} }} }}\n"
            )
        };
        assert_eq!(wrong(&yaml, &(case(false, "1.5") + &case(true, "0"))), Vec::<String>::new(), "{all}");
    }
    // Of a part alone it takes nothing else.
    let (yaml, _) = made("An toàn thông tin", &format!("{parts}\nĐể lộ, lọt dữ liệu cá nhân: 0 điểm nội dung đó"), "");
    assert!(!yaml.contains("adjustments:"), "{yaml}");
}

#[test]
fn a_line_that_adds_beside_levels_is_a_bonus_of_the_criterion() {
    let levels = "100% chỉ tiêu đạt và vượt: 2 điểm\nTừ 80% đến dưới 100% chỉ tiêu đạt và vượt: 1 điểm\nDưới 80%: 0 điểm";
    let (yaml, told) = made(
        "Chỉ tiêu đạt và vượt",
        &format!("{levels}\nCứ 01 chỉ tiêu vượt từ 10% trở lên được cộng 0,25 điểm, tổng điểm không quá 2."),
        "",
    );
    assert_eq!(told, Vec::<String>::new(), "{yaml}");
    let case = |rate: &str, over: u8, points: &str| {
        format!(
            "- name: a\n  given: {{ \"1.1\": {{ ty_le_chi_tieu_dat_va_vuot: {rate} }}, T1: {{ so_chi_tieu_vuot_tu_10_tro_len: {over} }} }}\n  expect: {{ total: {{ points: {points} }} }}\n"
        )
    };
    assert_eq!(wrong(&yaml, &(case("90%", 3, "1.75") + &case("90%", 9, "2") + &case("100%", 2, "2"))), Vec::<String>::new());
    // Whether the maximum may be passed is asked where the line doesn't say it.
    let (yaml, told) = made("Chỉ tiêu đạt và vượt", &format!("{levels}\nCứ 01 chỉ tiêu vượt từ 10% trở lên được cộng 0,25 điểm"), "");
    let asked =
        "C333 D4: “Chỉ tiêu vượt từ 10% trở lên”: điểm của tiêu chí 1.1 sau khi cộng có được vượt điểm tối đa không? Tạm tính không vượt";
    assert_eq!(told, [asked], "{yaml}");
}

#[test]
fn a_line_that_takes_for_each_beside_parts_is_asked_and_taken() {
    let rows = [
        "1 | Công khai | =2",
        "| Kiểm tra phát hiện TTHC công khai thiếu, sai: trừ 0,05 điểm/TTHC",
        "1.1 | Niêm yết tại Trung tâm | =1",
        "| Có: 1; không: 0",
        "1.2 | Đăng tải trên Trang thông tin | =1",
        "| Có: 1; không: 0",
    ];
    let (set, told) = brief(&rows);
    let asked = "C333 B4: “Kiểm tra phát hiện TTHC công khai thiếu, sai”: trừ thêm vào số điểm mà các dòng khác của tiêu chí 1 cho, không quá số điểm đạt được, đúng không? Tạm tính như vậy";
    assert_eq!(told, [asked], "{}", set.yaml);
    assert!(
        set.yaml.contains("sign: penalty\n    criterion: \"1\"\n") && set.yaml.contains("label: \"Số TTHC công khai thiếu, sai\""),
        "{}",
        set.yaml
    );
    assert_eq!(set.yaml.matches("trừ 0,05 điểm/TTHC").count(), 2, "{}", set.yaml);
    // What limits all parts together is no line of its own.
    let (set, _) = brief(&[rows[0], "| Tổng điểm trừ không quá 1 điểm", rows[2], rows[3], rows[4], rows[5]]);
    assert!(!set.yaml.contains("adjustments:"), "{}", set.yaml);
}

#[test]
fn a_line_that_says_what_a_level_lacks_takes_nothing_besides() {
    for lines in [
        "Báo cáo đúng hạn: 2 điểm\nBáo cáo chậm: trừ 0,5 điểm",
        "Không có người vi phạm: 2 điểm; mỗi người vi phạm trừ 0,5 điểm; có người tự giác khai báo: 2 điểm",
        "Gửi đủ báo cáo: 2 điểm\nMỗi báo cáo thiếu trừ 0,5 điểm",
        "Hoàn thành từ 90% nhiệm vụ: 2 điểm\nMỗi nhiệm vụ không hoàn thành trừ 0,25 điểm",
    ] {
        let (yaml, _) = made("Báo cáo", lines, "");
        assert!(!yaml.contains("adjustments:"), "{lines}: {yaml}");
    }
}

#[test]
fn a_penalty_without_a_maximum_takes_as_much_as_its_highest_level() {
    let rows = [
        "1 | Kế hoạch | =10",
        "| Có: 10; không: 0",
        "II | ĐIỂM TRỪ (tối đa 5 điểm) |",
        "1 | Gửi báo cáo chậm |",
        "| Chậm từ 01 đến 03 ngày làm việc | =-0.5",
        "| Chậm trên 03 ngày làm việc | =-1",
        "2 | Báo cáo sai số liệu |",
        "| Mỗi báo cáo sai số liệu | =-0.5",
    ];
    let (set, told) = brief(&rows);
    assert!(set.yaml.contains("name: Gửi báo cáo chậm\n    max: 1\n"), "{}", set.yaml);
    assert!(set.yaml.contains("label: Chậm trên 03 ngày làm việc, points: 1 }"), "{}", set.yaml);
    // What each thing takes is no most.
    assert!(set.yaml.contains("name: Báo cáo sai số liệu\n    max: 5\n"), "{}", set.yaml);
    assert_eq!(told, ["C306 C9: “Báo cáo sai số liệu”: ô điểm tối đa để trống; suy ra 5"]);
}

#[test]
fn lines_under_lettered_headings_are_parts_with_levels() {
    let rows = [
        "1 | Trang thông tin | =2",
        "| a) Mức độ đầy đủ |",
        "| Đủ các mục | =1.5",
        "| Thiếu 01 hoặc 02 mục | =0.75",
        "| Thiếu từ 03 mục trở lên | =0",
        "| b) Trả lời câu hỏi |",
        "| Trả lời đúng hạn tất cả câu hỏi | =0.5",
        "| Còn câu hỏi quá hạn | =0",
    ];
    let (set, told) = brief(&rows);
    assert_eq!(told, Vec::<String>::new(), "{}", set.yaml);
    assert!(set.yaml.contains("id: \"1.1\"\n        name: Mức độ đầy đủ\n        max: 1.5\n"), "{}", set.yaml);
    assert!(set.yaml.contains("id: \"1.2\"\n        name: Trả lời câu hỏi\n        max: 0.5\n"), "{}", set.yaml);
    // Letters before what gives points, and parts that don't come to the maximum, are lines.
    let (set, _) = brief(&["1 | Trang thông tin | =3", rows[1], rows[2], rows[4], rows[5], rows[6], rows[7]]);
    assert!(!set.yaml.contains("id: \"1.1\""), "{}", set.yaml);
}

#[test]
fn a_row_that_takes_all_below_rows_of_parts_is_of_them_all() {
    let rows = [
        "1 | An toàn thông tin | =1",
        "| Hệ thống thông tin được phê duyệt cấp độ an toàn | =0.5",
        "| Có phương án ứng phó sự cố được phê duyệt | =0.5",
        "| Để xảy ra sự cố nghiêm trọng thì không tính điểm của cả tiêu chí |",
    ];
    let (set, told) = brief(&rows);
    assert_eq!(told, Vec::<String>::new(), "{}", set.yaml);
    assert!(
        set.yaml.contains("sum_of:") && set.yaml.contains("criterion: \"1\"\n    name: Để xảy ra sự cố nghiêm trọng\n    max: 1\n"),
        "{}",
        set.yaml
    );
}
