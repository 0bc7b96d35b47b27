//! How a table is laid out: blocks without a number, what several lines have in common, columns by what they hold.

use parindex::finding::Finding;

use parindex::convert::Options;
use parindex::finding::Checked;

use super::{brief, converted, converted_with, linted, said, shape};

/// Lists ids with their maxima.
fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(id, max)| ((*id).to_owned(), (*max).to_owned())).collect()
}

/// Rows of one area with one criterion.
const AREA: [&str; 3] = ["I | Chỉ đạo | =2", "1 | Kế hoạch | =2", "| Có: 2; không: 0"];

#[test]
fn a_block_without_a_number_stands_outside_of_the_tree_and_leaves_the_criterion_above_its_rule() {
    for heading in ["ĐIỂM CỘNG (tối đa 2 điểm)", "ĐIỂM THƯỞNG", "Điểm cộng:", "CÁC TRƯỜNG HỢP ĐƯỢC CỘNG ĐIỂM"]
    {
        let mut rows = AREA.to_vec();
        let block = format!("| {heading} |");
        rows.extend([&*block, "a | Sáng kiến | =1", "| Mỗi sáng kiến cộng 0,5 điểm, tối đa 1 điểm"]);
        let (set, findings) = brief(&rows);
        assert_eq!(findings, Vec::<String>::new(), "{heading}");
        let read = linted(&set.yaml);
        assert_eq!(shape(&read), pairs(&[("1", "2"), ("1.1", "2")]), "{heading}");
        assert_eq!(read.adjustments.len(), 1, "{heading}");
        assert!(set.yaml.contains("yes_no: { all: [ke_hoach], met: 2, unmet: 0 }"), "{}", set.yaml);
    }
    // A line below a criterion that speaks of its points is none.
    let (set, _) =
        brief(&["I | Chỉ đạo | =2", "1 | Kế hoạch | =2", "| Điểm trừ: mỗi lỗi trừ 0,5 điểm", "2 | Báo cáo | =2", "| Có: 2; không: 0"]);
    assert!(!set.yaml.contains("adjustments:"), "{}", set.yaml);
}

#[test]
fn a_cap_in_the_heading_holds_for_the_lines_below_it() {
    let mut rows = AREA.to_vec();
    rows.extend([
        "| ĐIỂM CỘNG (tối đa 2 điểm) |",
        "a | Sáng kiến | ",
        "| Mỗi sáng kiến cộng 0,5 điểm",
        "b | Khen thưởng | ",
        "| Được khen thưởng: cộng 1 điểm",
        "| ĐIỂM TRỪ (tối đa 5 điểm) |",
        "a | Đơn thư kéo dài | ",
        "| Mỗi vụ trừ 1 điểm, tối đa 3 điểm",
        "b | Không gửi báo cáo | ",
        "| Trừ 2 điểm",
        "| Tổng cộng | =2",
    ]);
    let (set, findings) = brief(&rows);
    let read = linted(&set.yaml);
    let lines: Vec<(String, String)> =
        read.adjustments.iter().map(|line| (line.criterion.id.to_string(), line.criterion.max.plain())).collect();
    assert_eq!(lines, pairs(&[("T1", "2"), ("T2", "1"), ("P1", "3"), ("P2", "2")]));
    // Together the penalties come to 5 anyway.
    let caps: Vec<&str> = set.yaml.lines().skip_while(|line| *line != "caps:").skip(1).take_while(|line| line.starts_with("  -")).collect();
    assert_eq!(caps, ["  - { adjustments: [T1, T2], max: 2 }"]);
    // Where neither the cell nor the line says how far points go, it is told what was taken for it.
    assert_eq!(findings, ["C306 C7: “Sáng kiến”: ô điểm tối đa để trống; suy ra 2"]);
}

#[test]
fn or_between_two_rows_makes_alternatives() {
    let (set, findings) = brief(&[
        "1 | Sáng kiến hoặc khen thưởng | =2",
        "1.1 | Có sáng kiến | =2",
        "| Mỗi sáng kiến 1 điểm, tối đa 2 điểm",
        "| Hoặc |",
        "1.2 | Được khen thưởng | =2",
        "| Có: 2; không: 0",
    ]);
    assert!(set.yaml.contains("  - { id: hoac-1, criteria: [\"1.1\", \"1.2\"] }"), "{}", set.yaml);
    assert_eq!(findings, ["C319 B7: “Có sáng kiến”, “Được khen thưởng”: bảng ghi “Hoặc”; lấy tiêu chí cao nhất?"]);
    assert_eq!(linted(&set.yaml).total.plain(), "2");
    assert!(set.yaml.contains("# Hàng 6, ô B6: Hoặc"), "{}", set.yaml);
    // With different maxima nothing is decided.
    let (set, findings) = brief(&["1 | Sáng kiến | =2", "| Có: 2; không: 0", "| HOẶC: |", "2 | Mô hình | =1", "| Có: 1; không: 0"]);
    assert!(!set.yaml.contains("alternatives:"), "{}", set.yaml);
    assert_eq!(findings[0], "C319 B6: “Sáng kiến”, “Mô hình”: bảng ghi “Hoặc” nhưng điểm tối đa khác nhau, nên chưa ghi vào alternatives");
    // Within a criterion it parts two lines, as before.
    let (set, _) = brief(&["1 | Trang thông tin | =2", "| Có đủ mục: 2", "| Hoặc |", "| Được xếp loại tốt: 2"]);
    assert!(!set.yaml.contains("alternatives:") && set.yaml.contains("best_of"), "{}", set.yaml);
}

/// Converts two criteria below headings of their own.
fn headed(headings: &[&str], order: &[usize]) -> (String, Vec<String>) {
    let rows =
        [["I", "Chỉ đạo", "4", ""], ["1", "Kế hoạch", "2", "Có: 2; không: 0"], ["2", "Báo cáo", "2", "Kịp thời: 2; chậm: 1; không: 0"]];
    let mut table = vec![vec!["(Kèm theo Quyết định số 1/QĐ-UBND)"], headings.to_vec()];
    table.extend(rows.iter().map(|row| order.iter().map(|at| row[*at]).collect::<Vec<_>>()));
    let table: Vec<&[&str]> = table.iter().map(Vec::as_slice).collect();
    let (set, findings): (_, Vec<Finding>) = converted(&table);
    (set.yaml, said(&findings))
}

#[test]
fn columns_are_known_by_their_headings_or_by_what_they_hold() {
    let all = [
        ["TT", "Nội dung", "Khung điểm", "Cách chấm"],
        ["TT", "Nội dung đánh giá", "Số điểm", "Yêu cầu và cách tính điểm"],
        ["TT", "Nội dung tiêu chí", "Thang điểm", "Tiêu chí chấm"],
        ["TT", "Nội dung", "Điểm tối đa", "Tiêu chí chấm điểm"],
        ["TT", "Tiêu chí", "Điểm", "Thang điểm chấm"],
        ["TT", "Tiêu chí", "Điểm tối đa", "Ghi chú"],
        ["TT", "Tiêu chí", "Điểm tối đa", "Căn cứ, cách thức chấm điểm"],
        // Headings that nobody knows: what stands below them tells.
        ["TT", "Tiêu chí", "Điểm tối đa", "Cách đánh giá, cho điểm"],
        ["TT", "Tiêu chí", "Điểm tối đa", "Mức đánh giá"],
        ["TT", "Lĩnh vực, tiêu chí", "Khung điểm", "Nội dung đánh giá"],
        ["TT", "Tiêu chí", "Điểm tối đa", "Căn cứ cho điểm"],
        ["TT", "Tiêu chí", "Điểm tối đa", "Quy ước"],
        // Without another column of criteria, of maxima, these are that column.
        ["TT", "Tiêu chí chấm điểm", "Điểm tối đa", "Cách tính điểm"],
        ["TT", "Tiêu chí", "Thang điểm chấm", "Cách tính điểm"],
    ];
    for headings in all {
        let (yaml, findings) = headed(&headings, &[0, 1, 2, 3]);
        assert_eq!(findings, Vec::<String>::new(), "{headings:?}");
        assert_eq!(shape(&linted(&yaml)), pairs(&[("1", "4"), ("1.1", "2"), ("1.2", "2")]), "{headings:?}");
        assert!(yaml.contains("yes_no: { all: [ke_hoach], met: 2, unmet: 0 }") && yaml.contains("levels:"), "{headings:?}: {yaml}");
    }
    // Of two that both say it neither is chosen.
    let table: [&[&str]; 4] = [
        &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
        &["TT", "Tiêu chí", "Điểm tối đa", "Mức năm 2025", "Mức năm 2026"],
        &["1", "Kế hoạch", "2", "Có: 2; không: 0", "Có: 1; không: 0"],
        &["2", "Báo cáo", "2", "Có: 2; không: 0", "Có: 1; không: 0"],
    ];
    let (set, _) = converted(&table);
    assert!(!set.yaml.contains("yes_no"), "{}", set.yaml);
    // Remarks that say nothing of points stay remarks.
    let table: [&[&str]; 4] = [
        &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
        &["TT", "Tiêu chí", "Điểm tối đa", "Ghi chú"],
        &["1", "Kế hoạch", "2", "Sở Nội vụ theo dõi"],
        &["2", "Báo cáo", "2", ""],
    ];
    let (set, _) = converted(&table);
    assert!(set.yaml.contains("# Hàng 3, cột “Ghi chú”: Sở Nội vụ theo dõi"), "{}", set.yaml);
}

#[test]
fn who_appraises_is_written_where_one_body_does() {
    let table: [&[&str]; 10] = [
        &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
        &["TT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm", "Cơ quan thẩm định"],
        &["1", "Kế hoạch", "2", "Có: 2; không: 0", "Sở Nội vụ"],
        &["2", "Thủ tục", "2", "Có: 2; không: 0", "Văn phòng HĐND và UBND tỉnh"],
        &["3", "Số hóa", "2", "Có: 2; không: 0", "Sở Nội vụ, Sở Tài chính"],
        &["4", "Báo cáo", "2", "Có: 2; không: 0", ""],
        &["5", "Nền tảng số", "2", "Có: 2; không: 0", "Sở Khoa học và Công nghệ"],
        &["6", "Di sản", "2", "Có: 2; không: 0", "Sở Văn hóa, Thể thao và Du lịch"],
        &["7", "Ngân sách", "2", "Có: 2; không: 0", "Sở Tài chính và Kho bạc Nhà nước"],
        &["8", "Văn hóa", "2", "Do Sở Văn hóa, Thể thao và Du lịch chấm điểm", ""],
    ];
    let (set, findings) = converted(&table);
    let agencies: Vec<Option<String>> = linted(&set.yaml).criteria.iter().map(|criterion| criterion.agency.clone()).collect();
    let named = |name: &str| Some(name.to_owned());
    let culture = named("Sở Văn hóa, Thể thao và Du lịch");
    let [first, second] = [named("Sở Nội vụ"), named("Văn phòng HĐND và UBND tỉnh")];
    assert_eq!(agencies, [first, second, None, None, named("Sở Khoa học và Công nghệ"), culture.clone(), None, culture]);
    // Two bodies are one too many: that is asked.
    let asked: Vec<String> = said(&findings).into_iter().filter(|one| one.contains("chưa ghi vào agency")).collect();
    assert_eq!(asked.len(), 2, "{asked:?}");
    assert!(asked[0].contains("C332 D5: “Số hóa”: cột “Cơ quan thẩm định” ghi “Sở Nội vụ, Sở Tài chính”"), "{asked:?}");
    assert!(set.yaml.contains("# Hàng 5, cột “Cơ quan thẩm định”: Sở Nội vụ, Sở Tài chính"), "{}", set.yaml);
}

#[test]
fn points_of_levels_may_have_a_column_of_their_own() {
    let heads = [
        ["Điểm tối đa", "Cách tính điểm", "Thang điểm"],
        ["Điểm chuẩn", "Hướng dẫn chấm điểm", "Mức điểm"],
        ["Điểm tối đa", "Mức độ thực hiện", "Điểm"],
        ["Điểm tối đa", "Nội dung chấm", "Thang điểm"],
    ];
    for [max, words, points] in heads {
        let head = ["STT", "Tiêu chí", max, words, points];
        let rows: [&[&str]; 10] = [
            &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
            &head,
            &["I", "Chỉ đạo", "=6", "", ""],
            &["1", "Tỷ lệ công chức đạt chuẩn", "=4", "Đạt từ 95% trở lên", "=4"],
            &["", "", "", "Từ 90% đến dưới 95%", "=3"],
            &["", "", "", "Dưới 90%", "=0"],
            &["2", "Ban hành kế hoạch", "=2", "Kịp thời", "=2"],
            &["", "", "", "Chậm", "=1"],
            &["", "", "", "Không ban hành", "=0"],
            &["", "Tổng", "=6", "", ""],
        ];
        let (set, findings) = converted(&rows);
        assert_eq!(said(&findings), Vec::<String>::new(), "{head:?}");
        assert_eq!(set.understood, 2, "{head:?}");
        for part in
            ["- { from: 95%, points: 4 }", "- { from: 90%, below: 95%, points: 3 }", "label: Chậm, points: 1", "Đạt từ 95% trở lên: 4"]
        {
            assert!(set.yaml.contains(part), "{head:?} {part}\n{}", set.yaml);
        }
    }
}

#[test]
fn a_note_below_the_table_is_told() {
    let note = "(*) Sáng kiến được công nhận từ ngày 01/01/2026 mới được tính";
    let mut rows = AREA.to_vec();
    let line = format!("| {note} |");
    rows.extend(["| Tổng cộng | =2", &line, "| NGƯỜI LẬP BIỂU |"]);
    let (set, findings) = brief(&rows);
    assert_eq!(findings, [format!("C330 B7: dưới bảng có ghi chú: “{note}”")]);
    assert!(set.yaml.contains(note));
}

#[test]
fn an_area_of_the_survey_asks_units_for_nothing() {
    let of = |area: &str| {
        let area = format!("II | {area} | =4");
        let mut rows = AREA.to_vec();
        rows.extend([&*area, "1 | Đánh giá của đại biểu HĐND | =4", "| Điểm trung bình theo thang điểm 10 x 4/10"]);
        let (set, findings) = brief(&rows);
        linted(&set.yaml);
        let mean = set.yaml.contains("weight: 100% } ], zero_at: 0, full_at: 10 } }");
        (mean, findings.iter().any(|finding| finding.starts_with("C309")))
    };
    for area in ["ĐIỀU TRA XÃ HỘI HỌC", "Kết quả điều tra xã hội học", "Đánh giá tác động của CCHC qua điều tra xã hội học (ĐTXHH)"]
    {
        assert_eq!(of(area), (true, false), "{area}");
    }
    // Whose mean it is, nothing says.
    for area in ["Phối hợp thực hiện điều tra xã hội học của tỉnh", "Đánh giá chung"] {
        assert_eq!(of(area), (false, true), "{area}");
    }
}

/// Rows of an area with one criterion and its line, behind an area that units score themselves.
fn asked_below(area: &str, name: &str, line: &str) -> (String, Vec<String>) {
    let (area, name, line) = (format!("II | {area} | =4"), format!("1 | {name} | =4"), format!("| {line}"));
    let mut rows = AREA.to_vec();
    rows.extend([&*area, &*name, &*line]);
    let (set, findings) = brief(&rows);
    linted(&set.yaml);
    let codes = findings.iter().map(|finding| finding.split(' ').next().unwrap_or_default().to_owned()).collect();
    (set.yaml, codes)
}

#[test]
fn answers_of_people_are_no_choice_of_the_unit() {
    let marks = "Tốt: 4 điểm; khá: 3 điểm; trung bình: 2 điểm; kém: 0 điểm";
    let areas = [
        "KHẢO SÁT NGƯỜI DÂN",
        "KHẢO SÁT SỰ HÀI LÒNG",
        "MỨC ĐỘ HÀI LÒNG CỦA NGƯỜI DÂN",
        "ĐÁNH GIÁ CỦA NGƯỜI DÂN, DOANH NGHIỆP",
        "Ý kiến của doanh nghiệp",
        "Kết quả lấy ý kiến cán bộ, công chức",
        "THĂM DÒ Ý KIẾN CÔNG DÂN",
    ];
    for area in areas {
        let (yaml, codes) = asked_below(area, "Chất lượng phục vụ", marks);
        assert!(yaml.contains("given: { by: survey }"), "{area}: {yaml}");
        assert_eq!(codes, ["C320"], "{area}");
        // What else stands there is asked.
        let (yaml, codes) = asked_below(area, "Thái độ của công chức", "Đúng mực: 4 điểm; chưa đúng mực: 0 điểm");
        assert!(yaml.contains("yes_no"), "{area}: {yaml}");
        assert_eq!(codes, ["C326"], "{area}");
        // What a unit does about it, it tells itself.
        let (yaml, codes) = asked_below(area, "Tổ chức khảo sát", "Có tổ chức: 4 điểm; không tổ chức: 0 điểm");
        assert!(yaml.contains("yes_no"), "{area}: {yaml}");
        assert_eq!(codes, Vec::<String>::new(), "{area}");
    }
    let others = ["CÔNG VỤ", "TÁC ĐỘNG CỦA CCHC ĐẾN SỰ HÀI LÒNG CỦA NGƯỜI DÂN VÀ PHÁT TRIỂN KINH TẾ", "XỬ LÝ PHẢN ÁNH CỦA NGƯỜI DÂN"];
    for area in others {
        let (yaml, codes) = asked_below(area, "Chất lượng phục vụ", marks);
        assert!(yaml.contains("levels:"), "{area}: {yaml}");
        assert_eq!(codes, Vec::<String>::new(), "{area}");
    }
}

#[test]
fn a_column_of_maxima_that_no_heading_names_is_named_by_the_user() {
    let rows: [&[&str]; 6] = [
        &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
        &["STT", "Tiêu chí", "Giá trị", "Năm trước", "Diễn giải mức điểm"],
        &["I", "Chỉ đạo", "=4", "=9", ""],
        &["1", "Kế hoạch", "=2", "=1", "Có: 2; không: 0"],
        &["2", "Báo cáo", "=2", "=1", "Có: 2; không: 0"],
        &["", "Tổng cộng", "=4", "=9", ""],
    ];
    let with = |max: Option<&str>| converted_with(&rows, &Options { max: max.map(str::to_owned), ..Options::default() });
    for max in ["C", "c", "Giá trị"] {
        let Checked { value, findings } = with(Some(max));
        assert_eq!(said(&findings), Vec::<String>::new(), "{max}");
        assert_eq!(shape(&linted(&value.unwrap().yaml)), pairs(&[("1", "4"), ("1.1", "2"), ("1.2", "2")]), "{max}");
    }
    let refused = "C300 A2: bảng ở trang “Sheet1” không có tiêu đề cột nào được hiểu là điểm tối đa; có số cộng lại khớp như điểm tối đa: cột C “Giá trị”";
    for max in [None, Some("F"), Some("Điểm")] {
        let Checked { value, findings } = with(max);
        assert!(value.is_none() && said(&findings) == [refused], "{max:?}: {:?}", said(&findings));
    }
    // Where a heading names another column, the user's word counts.
    let mut named = rows;
    named[1] = &["STT", "Tiêu chí", "Giá trị", "Điểm", "Diễn giải mức điểm"];
    let Checked { value, .. } = converted_with(&named, &Options { max: Some("C".into()), ..Options::default() });
    assert_eq!(shape(&linted(&value.unwrap().yaml)), pairs(&[("1", "4"), ("1.1", "2"), ("1.2", "2")]));
}

/// A cell of points that is no bare number belongs to its line: it is read with it, or the line is left over.
#[test]
fn words_in_a_cell_of_points_are_part_of_the_line() {
    let of = |points: &str| {
        let line = format!("| Hoàn thành nhiệm vụ | {points}");
        let rows =
            ["I | Chỉ đạo | =2", "1 | Xếp loại | =2", "| Hoàn thành tốt nhiệm vụ | =2", line.as_str(), "| Không hoàn thành nhiệm vụ | =0"];
        let (set, findings) = brief(&rows);
        (set.yaml, findings)
    };
    for (points, level) in [("1/2 số điểm", "points: 50%"), ("1 điểm", "points: 1 "), ("=1", "points: 1 ")] {
        let (yaml, findings) = of(points);
        assert!(yaml.contains(&format!("label: Hoàn thành nhiệm vụ, {level}")), "{points}: {yaml}");
        assert_eq!(findings, Vec::<String>::new(), "{points}");
    }
    for points in ["50%", "tối đa 1", "1-1,5", "≤ 1"] {
        let (yaml, findings) = of(points);
        assert!(yaml.contains(&format!("Hoàn thành nhiệm vụ: {points}\n")) && yaml.contains("given: { by: unit }"), "{points}: {yaml}");
        assert!(findings.iter().any(|one| one.contains("chưa chắc") || one.contains("C309")), "{points}: {findings:?}");
    }
}

/// A line that nothing gives points between lines that have some is no remark: it goes on with the one above it, or it is told.
#[test]
fn a_line_without_points_between_others_is_never_passed_over() {
    let of = |line: &str, points: &str| {
        let line = format!("| {line} | {points}");
        let rows =
            ["I | Chỉ đạo | =2", "1 | Xếp loại | =2", "| Hoàn thành tốt nhiệm vụ | =2", line.as_str(), "| Không hoàn thành nhiệm vụ | =0"];
        brief(&rows)
    };
    let (set, findings) = of("Hoàn thành nhiệm vụ", "");
    assert!(set.yaml.contains("given: { by: unit }"), "{}", set.yaml);
    assert_eq!(findings, ["C309 B6: “Xếp loại”: chưa chắc, còn “Hoàn thành nhiệm vụ” chưa dùng đến"]);
    for line in ["(theo Kế hoạch của tỉnh)", "theo kế hoạch của tỉnh"] {
        let (set, findings) = of(line, "");
        assert!(set.yaml.contains(&format!("Hoàn thành tốt nhiệm vụ {line}")), "{}", set.yaml);
        assert_eq!(findings, Vec::<String>::new(), "{line}");
    }
    // A heading of what follows, and lines with points, are read as before.
    assert_eq!(of("Hoàn thành nhiệm vụ", "=1").1, Vec::<String>::new());
    assert_eq!(of("Trường hợp còn lại:", "").1, Vec::<String>::new());
}

#[test]
fn contents_that_add_up_to_the_maximum_are_one_criterion() {
    let pairs = [
        ("Đủ số lượng báo cáo theo quy định", "Tất cả báo cáo gửi đúng thời hạn"),
        ("Ban hành kế hoạch tuyên truyền", "Mở chuyên mục CCHC"),
        ("Trang bị máy lấy số", "Lắp đặt camera"),
        ("Ban hành đúng thời gian quy định (trong tháng 12 năm trước)", "Nội dung bám sát kế hoạch của tỉnh, xác định rõ kết quả"),
        ("Chủ tịch UBND trực tiếp phụ trách công tác CCHC", "Có văn bản chỉ đạo, đôn đốc hằng quý"),
        ("Lãnh đạo đơn vị chủ trì họp giao ban", "Kết luận cuộc họp gửi các phòng kịp thời"),
    ];
    for (one, other) in pairs {
        let (first, second) = (format!("| {one} | =0.5"), format!("| {other} | =0.5"));
        let (set, findings) = brief(&["I | Chỉ đạo | =1", "1 | Nội dung A | =1", &first, &second]);
        assert!(set.yaml.contains("sum_of:"), "{one}: {}", set.yaml);
        assert_eq!(findings, Vec::<String>::new(), "{one}");
    }
    // What only names a thing may be done well or badly.
    for (one, other) in [
        ("Chất lượng báo cáo", "Tiến độ báo cáo"),
        ("Công tác chỉ đạo thường xuyên", "Quy trình xử lý công việc cụ thể"),
        ("Có văn bản chỉ đạo", "Trách nhiệm người đứng đầu phù hợp"),
    ] {
        let (first, second) = (format!("| {one} | =0.5"), format!("| {other} | =0.5"));
        let (set, findings) = brief(&["I | Chỉ đạo | =1", "1 | Nội dung A | =1", &first, &second]);
        assert!(!set.yaml.contains("sum_of:") && !findings.is_empty(), "{}", set.yaml);
    }
}

#[test]
fn words_of_how_far_points_go_are_no_total() {
    for limit in [
        "Tổng điểm của tiêu chí này không quá 2 điểm",
        "Tổng cộng không quá 2 điểm",
        "Tổng điểm tối đa 2 điểm",
        "Tổng số điểm không vượt quá 2 điểm",
        "Tổng điểm không vượt quá điểm tối đa của tiêu chí",
    ] {
        let row = format!("| {limit}");
        let rows = [
            "I | Chỉ đạo | =4",
            "1 | Sáng kiến | =2",
            "| Mỗi sáng kiến: 0,5 điểm",
            &row,
            "2 | Báo cáo | =2",
            "| Có: 2; không: 0",
            "II | Thể chế | =2",
            "1 | Kế hoạch | =2",
            "| Có: 2; không: 0",
            "| Tổng cộng | =6",
        ];
        let (set, findings) = brief(&rows);
        assert_eq!(shape(&linted(&set.yaml)), pairs(&[("1", "4"), ("1.1", "2"), ("1.2", "2"), ("2", "2"), ("2.1", "2")]), "{limit}");
        assert!(set.yaml.contains("count: { of: so_sang_kien, each: 0.5"), "{limit}: {}", set.yaml);
        assert_eq!(findings, Vec::<String>::new(), "{limit}");
        // The sum is held against the areas.
        let other = rows.map(|row| if row == "| Tổng cộng | =6" { "| Tổng cộng | =7" } else { row });
        assert_eq!(brief(&other).1, ["C308 C12: các lĩnh vực cộng lại được 6, hàng tổng ghi 7"], "{limit}");
    }
    // The total may stand in words, too.
    let (set, findings) = brief(&["I | Chỉ đạo | =2", "1 | Kế hoạch | =2", "| Có: 2; không: 0", "| Tổng điểm tối đa: 2 điểm"]);
    assert_eq!((linted(&set.yaml).total.plain(), findings), ("2".to_owned(), vec![]));
}

#[test]
fn a_row_that_gives_nothing_below_parts_is_none_of_them() {
    let rows: [&[&str]; 10] = [
        &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
        &["STT", "Tiêu chí", "Điểm tối đa", "Thang điểm"],
        &["1", "Thủ tục hành chính", "=4", ""],
        &["1.1", "Ban hành kế hoạch rà soát", "=2", ""],
        &["", "Có ban hành", "", "=2"],
        &["", "Không ban hành", "", "=0"],
        &["1.2", "Công khai thủ tục hành chính", "=2", ""],
        &["", "Công khai đầy đủ tại Bộ phận Một cửa", "", "=1"],
        &["", "Công khai đầy đủ trên Cổng Thông tin điện tử", "", "=1"],
        &["", "Không công khai", "", "=0"],
    ];
    let (set, findings) = converted(&rows);
    assert!(set.yaml.contains("sum_of:") && !set.yaml.contains("Không công khai, "), "{}", set.yaml);
    assert_eq!(shape(&linted(&set.yaml)), pairs(&[("1", "4"), ("1.1", "2"), ("1.2", "2")]));
    assert_eq!(said(&findings), Vec::<String>::new());
}

#[test]
fn a_list_that_gives_points_in_a_name_is_its_rule() {
    let rows = [
        "1 | Lĩnh vực | =2",
        "1.1 | Công khai thủ tục hành chính: a) Công khai tại trụ sở: 1 điểm; b) Công khai trên Cổng: 1 điểm | =2",
        "2 | Lĩnh vực | =2",
        "2.1 | Kế hoạch gồm: a) mục tiêu; b) nhiệm vụ | =2",
        "| Có: 2; không: 0",
    ];
    let (set, findings) = brief(&rows);
    assert_eq!(findings, Vec::<String>::new());
    assert!(set.yaml.contains("name: Công khai thủ tục hành chính\n"), "{}", set.yaml);
    assert!(set.yaml.contains("label: Công khai trên Cổng, max: 1"), "{}", set.yaml);
    assert!(set.yaml.contains("a) mục tiêu; b) nhiệm vụ"), "{}", set.yaml);
}

#[test]
fn what_a_rule_that_was_taken_back_asked_is_not_asked() {
    let (_, findings) = brief(&["1 | Lĩnh vực | =3", "1.1 | Tỷ lệ hồ sơ đúng hạn | =3", "| Từ 90%: 2 điểm; dưới 90%: 0 điểm"]);
    let codes: Vec<&str> = findings.iter().map(|finding| finding.split(' ').next().unwrap()).collect();
    assert_eq!(codes, ["C311"], "{findings:?}");
}

#[test]
fn a_cap_beside_a_heading_holds_for_the_lines_below_it() {
    let lines = |beside: &str| {
        let head = format!("2 | ĐIỂM TRỪ | | {beside}");
        let mut rows: Vec<Vec<&str>> = vec![
            vec!["(Kèm theo Quyết định số 1/QĐ-UBND)"],
            vec!["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"],
            vec!["1", "Chỉ đạo", "=2", ""],
            vec!["1.1", "Kế hoạch", "=2", "Có: 2; không: 0"],
            head.split('|').map(str::trim).collect(),
        ];
        rows.extend([vec!["2.1", "Báo chí phản ánh", "=2", "Trừ 0,5 điểm/vụ"], vec!["2.2", "Tố cáo đúng", "=2", "Trừ 1 điểm/đơn"]]);
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        let (set, findings) = converted(&rows);
        (set.yaml, said(&findings))
    };
    for beside in ["Trừ tối đa 2 điểm", "Tổng điểm trừ không quá 2 điểm"] {
        let (yaml, told) = lines(beside);
        assert!(yaml.contains("  - { adjustments: [P1, P2], max: 2 }"), "{beside}: {yaml}");
        assert!(!told.iter().any(|one| one.starts_with("C316")), "{beside}: {told:?}");
    }
    // What says more is told.
    let (yaml, told) = lines("Trừ tối đa 2 điểm, trừ gấp đôi nếu tái phạm");
    assert!(!yaml.contains("caps:") && told.iter().any(|one| one.starts_with("C316")), "{told:?}");
}
