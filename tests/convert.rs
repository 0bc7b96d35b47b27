//! Tables of decisions → sets: what is recognised, what is kept, what is said.

use parindex::convert::idiom::{Words, recognise};
use parindex::convert::yaml::Writer;
use parindex::convert::{Converted, Options, convert};
use parindex::criteria::{self, CriteriaSet};
use parindex::finding::{Checked, Finding, Severity};
use parindex::points::Points;
use parindex::sheet::book;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

/// Cell of a table: text, or `=` before a number, `@` before a day (`@2024-10-01`).
fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let at = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
            if let Some(number) = cell.strip_prefix('=') {
                sheet.write_number(at.0, at.1, number.parse::<f64>().unwrap()).unwrap();
            } else if let Some(date) = cell.strip_prefix('@') {
                sheet.write_datetime_with_format(at.0, at.1, &ExcelDateTime::parse_from_str(date).unwrap(), &day).unwrap();
            } else if !cell.is_empty() {
                sheet.write_string(at.0, at.1, *cell).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// Converts a table.
fn converted_with(rows: &[&[&str]], options: &Options) -> Checked<Option<Converted>> {
    let book = book::open(&workbook(rows), "bang.xlsx").value.unwrap();
    convert(&book, "bang.xlsx", options)
}

/// Converts a table without options.
fn converted(rows: &[&[&str]]) -> (Converted, Vec<Finding>) {
    let Checked { value, findings } = converted_with(rows, &Options::default());
    (value.unwrap(), findings)
}

/// Reads a set that must lint.
fn linted(yaml: &str) -> CriteriaSet {
    let Checked { value, findings } = criteria::read(yaml, "set.yaml");
    let errors: Vec<_> = findings.iter().filter(|finding| finding.severity == Severity::Error).map(|finding| &finding.message.vi).collect();
    value.unwrap_or_else(|| panic!("{errors:#?}\n{yaml}"))
}

/// First page of the table of Cà Mau 2013, in the form that units fill in.
const CA_MAU: &[&[&str]] = &[
    &["BỘ TIÊU CHÍ ĐÁNH GIÁ CẢI CÁCH HÀNH CHÍNH"],
    &["(Ban hành kèm theo Quyết định số 1880/QĐ-UBND ngày 10/12/2013 của UBND tỉnh Cà Mau)"],
    &[],
    &["STT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm tối đa", "Điểm đánh giá", "", "", "Điểm đạt được", "Chỉ số", "Ghi chú"],
    &["", "", "", "Điều tra XHH", "Tự đánh giá", "SNV đánh giá"],
    &["=1", "Lĩnh vực 1", "=20"],
    &["=1.1", "Kế hoạch CCHC", "=5"],
    &["1.1.1", "Ban hành kế hoạch CCHC năm", "=1"],
    &["", "Ban hành kịp thời: 1"],
    &["", "Ban hành không kịp thời: 0,5"],
    &["", "Không ban hành: 0"],
    &["1.1.2", "Xác định đầy đủ nhiệm vụ và bố trí kinh phí", "=1"],
    &["", "Xác định đầy đủ nhiệm vụ và bố trí kinh phí: 1"],
    &["", "Thiếu một trong hai nội dung: 0"],
    &["1.1.3", "Kết quả xác định rõ ràng", "=1"],
    &["", "Đạt: 1"],
    &["", "Không đạt: 0"],
    &["1.1.4", "Thực hiện kế hoạch", "=2"],
    &["", "> 90 %: 2"],
    &["", "70–90 %: 1"],
    &["", "< 70 %: 0"],
    &["=1.2", "Báo cáo", "=2"],
    &["1.2.1", "Báo cáo đủ số lượng và đúng thời gian", "=1"],
    &["", "Đủ số lượng và đúng thời gian: 1"],
    &["", "Thiếu một trong hai: 0"],
    &["1.2.2", "Báo cáo đủ nội dung", "=1"],
    &["", "Báo cáo đủ nội dung: 1"],
    &["", "Không: 0"],
    &["=1.3", "Kiểm tra", "=3"],
];

#[test]
fn smoke() {
    let Checked { value, findings } = converted_with(CA_MAU, &Options { excerpt: true, ..Options::default() });
    let set = value.unwrap();
    println!("{}", set.yaml);
    for finding in &findings {
        println!("{} {:?} {}", finding.code.id, finding.place.cell, finding.message.vi);
    }
    linted(&set.yaml);
}

/// Says what the lines of a leaf become: its inputs and its rule, on one line; what was not understood in brackets.
fn ruled(name: &str, max: &str, lines: &[&str], figures: &[&str]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    let figures: Vec<_> = figures.iter().map(|label| ((*label).to_owned(), None)).collect();
    let max = Points::parse(max).unwrap();
    let read = recognise(&Words { name, max: &max, lines: &lines, figures: &figures, survey: false });
    let Some(rule) = &read.rule else { return format!("? {}", read.failed.join(" | ")) };
    let mut out = Writer::default();
    out.inputs(0, &read.inputs.list);
    out.rule(0, rule);
    out.text.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}

/// Line of a table, and the part of the YAML that says how points are given; name “Việc”, maximum 2.
const IDIOMS: &[(&str, &str)] = &[
    // Conditions.
    ("Có báo cáo: 2; không có báo cáo: 0", "rule: { yes_no: { all: [co_bao_cao], yes: 2, no: 0 } }"),
    ("Đạt: 2 điểm. Không đạt: 0 điểm.", "rule: { yes_no: { all: [viec], yes: 2, no: 0 } }"),
    ("Có: 2, không: 0", "rule: { yes_no: { all: [viec], yes: 2, no: 0 } }"),
    ("Đủ số lượng và đúng thời gian: 2; thiếu một trong hai: 0", "rule: { yes_no: { all: [du_so_luong, dung_thoi_gian], yes: 2, no: 0 } }"),
    (
        "Có ban hành: điểm tối đa; không ban hành: 0 điểm và bị trừ 0,25 điểm",
        "rule: { yes_no: { all: [viec], yes: 100%, no: 0, no_penalty: 0.25 } }",
    ),
    ("Gửi đúng hạn được 2 điểm; không gửi đúng hạn không được tính điểm", "rule: { yes_no: { all: [gui_dung_han], yes: 2, no: 0 } }"),
    // Levels.
    (
        "Ban hành kịp thời: 2; không kịp thời: 0,5; không ban hành: 0",
        "levels: - { id: ban_hanh_kip_thoi, label: Ban hành kịp thời, points: 2 } - { id: khong_kip_thoi, label: Không kịp thời, points: 0.5 } - { id: khong_ban_hanh, label: Không ban hành, points: 0 }",
    ),
    (
        "Hoàn thành xuất sắc: 100% số điểm; hoàn thành tốt: 75% số điểm; hoàn thành: 50% số điểm",
        "levels: - { id: hoan_thanh_xuat_sac, label: Hoàn thành xuất sắc, points: 100% } - { id: hoan_thanh_tot, label: Hoàn thành tốt, points: 75% } - { id: hoan_thanh, label: Hoàn thành, points: 50% }",
    ),
    ("Kịp thời (2 điểm); chậm (1 điểm)", "levels: - { id: kip_thoi, label: Kịp thời, points: 2 } - { id: cham, label: Chậm, points: 1 }"),
    (
        "2 điểm: kịp thời; 1 điểm: chậm; 0 điểm: không ban hành",
        "levels: - { id: kip_thoi, label: Kịp thời, points: 2 } - { id: cham, label: Chậm, points: 1 } - { id: khong_ban_hanh, label: Không ban hành, points: 0 }",
    ),
    // Steps on percentages.
    (
        "> 90 %: 2; 70–90 %: 1; < 70 %: 0",
        "steps: - { above: 90%, points: 2 } - { from: 70%, up_to: 90%, points: 1 } - { below: 70%, points: 0 }",
    ),
    (
        "Đạt 100%: 2; từ 80% đến dưới 100%: 1; dưới 80%: 0",
        "steps: - { exactly: 100%, points: 2 } - { from: 80%, below: 100%, points: 1 } - { below: 80%, points: 0 }",
    ),
    (
        "Từ 90% trở lên: 2 điểm; trên 70% đến dưới 90%: 1 điểm; từ 70% trở xuống: 0 điểm",
        "steps: - { from: 90%, points: 2 } - { above: 70%, below: 90%, points: 1 } - { up_to: 70%, points: 0 }",
    ),
    ("≥ 95,5 %: 2; còn lại: 0", "steps: - { from: 95.5%, points: 2 } otherwise: 0"),
    (
        "Hoàn thành trên 90% kế hoạch: 2; hoàn thành từ 70 đến 90% kế hoạch: 1; các trường hợp còn lại: 0",
        "steps: - { above: 90%, points: 2 } - { from: 70%, up_to: 90%, points: 1 } otherwise: 0",
    ),
    (
        "70% ≤ tỷ lệ < 90%: 1; tỷ lệ ≥ 90%: 2; không thực hiện: 0",
        "steps: - { from: 70%, below: 90%, points: 1 } - { from: 90%, points: 2 } otherwise: 0",
    ),
    ("Năm 2018 đạt ít nhất 90 %: 2; dưới 90 %: 0", "steps: - { from: 90%, points: 2 } - { below: 90%, points: 0 }"),
    (
        "Từ 90% trở lên: 2; 70–90%: 1; dưới 70%: 0",
        "steps: - { from: 90%, points: 2 } - { from: 70%, below: 90%, points: 1 } - { below: 70%, points: 0 }",
    ),
    // Steps on counts.
    (
        "4 lần: 2; 3 lần: 1,5; 2 lần: 1; 1 lần: 0,5; còn lại: 0",
        "steps: - { exactly: 4, points: 2 } - { exactly: 3, points: 1.5 } - { exactly: 2, points: 1 } - { exactly: 1, points: 0.5 } otherwise: 0",
    ),
    (
        "Từ 04 cuộc trở lên: 2; 2 - 3 cuộc: 1; dưới 2 cuộc: 0",
        "steps: - { from: 4, points: 2 } - { from: 2, up_to: 3, points: 1 } - { below: 2, points: 0 }",
    ),
    ("Trên 1.000 hồ sơ: 2; không quá 1.000 hồ sơ: 1", "steps: - { above: 1000, points: 2 } - { up_to: 1000, points: 1 }"),
    // In proportion.
    ("Tỷ lệ × điểm tối đa", "rule: { ratio: { of: viec, full_at: 100% } }"),
    ("Điểm = tỷ lệ % x điểm tối đa", "rule: { ratio: { of: viec, full_at: 100% } }"),
    (
        "100%: điểm tối đa; từ 80% đến dưới 100%: (tỷ lệ × điểm tối đa); dưới 80%: 0",
        "rule: { ratio: { of: viec, full_at: 100%, zero_below: 80% } }",
    ),
    (
        "Số hồ sơ đúng hạn / Tổng số hồ sơ × điểm tối đa",
        "rule: { ratio: { of: so_ho_so_dung_han, to: tong_so_ho_so, full_at: 100%, when_nothing: zero } }",
    ),
    // So much for each.
    ("Mỗi quy chế 0,5 điểm, tối đa 2", "rule: { count: { of: so_quy_che, each: 0.5, cap: 2 } }"),
    ("Cứ mỗi sáng kiến được cộng 0,5 điểm, tối đa không quá 2 điểm", "rule: { count: { of: so_sang_kien, each: 0.5, cap: 2 } }"),
    ("0,5 điểm/sáng kiến, tối đa 2 điểm", "rule: { count: { of: so_sang_kien, each: 0.5, cap: 2 } }"),
    ("01 mô hình được 1 điểm, tối đa 2 điểm", "rule: { count: { of: so_mo_hinh, each: 1, cap: 2 } }"),
    // Others score.
    ("Điểm điều tra xã hội học", "rule: { given: { by: survey } }"),
    ("Theo kết quả ĐTXHH", "rule: { given: { by: survey } }"),
    ("Hội đồng thẩm định chấm", "rule: { given: { by: council } }"),
    // What only looks like steps.
    ("Thực hiện đúng 5 bước: 2; không đúng: 0", "rule: { yes_no: { all: [thuc_hien_dung_5_buoc], yes: 2, no: 0 } }"),
    ("Mức độ 4: 2; mức độ 3: 1", "levels: - { id: muc_do_4, label: Mức độ 4, points: 2 } - { id: muc_do_3, label: Mức độ 3, points: 1 }"),
    (
        "Trước ngày 15/01: 2; sau ngày 15/01: 1; không ban hành: 0",
        "levels: - { id: truoc_ngay_15_01, label: Trước ngày 15/01, points: 2 } - { id: sau_ngay_15_01, label: Sau ngày 15/01, points: 1 } - { id: khong_ban_hanh, label: Không ban hành, points: 0 }",
    ),
    ("Điểm tối đa: 2; có báo cáo: 2; không có: 0", "? Điểm tối đa: 2; có báo cáo: 2; không có: 0"),
    // Not understood, never guessed.
    ("Vi phạm bị trừ 0,5 điểm", "? Vi phạm bị trừ 0,5 điểm"),
    ("Mỗi lần chậm trừ 0,5 điểm", "? Mỗi lần chậm trừ 0,5 điểm"),
    (
        "Từ 90% đến dưới 100%: tỷ lệ × điểm tối đa; từ 70% đến dưới 90%: 50% số điểm",
        "? Từ 90% đến dưới 100%: tỷ lệ × điểm tối đa; từ 70% đến dưới 90%: 50% số điểm",
    ),
    ("Chấm theo mức độ thực hiện, từ 0 đến 2 điểm", "? Chấm theo mức độ thực hiện, từ 0 đến 2 điểm"),
    ("Điểm bằng trung bình cộng của 3 quý", "? Điểm bằng trung bình cộng của 3 quý"),
];

#[test]
fn lines_of_decisions_become_rules() {
    let mut wrong = Vec::new();
    for (line, expected) in IDIOMS {
        // Whether the lines stand in one cell or in rows of their own makes no difference.
        let rows: Vec<&str> = line.split("; ").collect();
        let ways: &[&[&str]] = if line.contains(", tối đa") || expected.starts_with('?') { &[&[line]] } else { &[&[line], &rows] };
        for lines in ways {
            let got = ruled("Việc", "2", lines, &[]);
            if !got.ends_with(expected) {
                wrong.push(format!("{lines:?}\n  expected {expected}\n  got      {got}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn figures_of_the_table_become_part_and_whole() {
    let figures = ["Tổng số hồ sơ đã giải quyết", "Số hồ sơ giải quyết đúng hạn"];
    assert_eq!(
        ruled("Tỷ lệ đúng hạn", "2", &["Tỷ lệ × điểm tối đa", "Dưới 80%: 0", "Không phát sinh hồ sơ: điểm tối đa"], &figures),
        "inputs: - { id: tong_so_ho_so_da_giai_quyet, kind: count, label: Tổng số hồ sơ đã giải quyết } \
         - { id: so_ho_so_giai_quyet_dung_han, kind: count, label: Số hồ sơ giải quyết đúng hạn } \
         rule: { ratio: { of: so_ho_so_giai_quyet_dung_han, to: tong_so_ho_so_da_giai_quyet, full_at: 100%, zero_below: 80%, when_nothing: full } }"
    );
    assert_eq!(
        ruled("Tỷ lệ đúng hạn", "2", &["b/a × điểm tối đa", "Trong đó: a là tổng số hồ sơ; b là số hồ sơ đúng hạn"], &[]),
        "inputs: - { id: so_ho_so_dung_han, kind: count, label: Số hồ sơ đúng hạn } - { id: tong_so_ho_so, kind: count, label: Tổng số hồ sơ } \
         rule: { ratio: { of: so_ho_so_dung_han, to: tong_so_ho_so, full_at: 100%, when_nothing: zero } }"
    );
}
