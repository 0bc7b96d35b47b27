//! Tables of decisions → sets: what is recognised, what is kept, what is said.

use parindex::convert::{Converted, Options, convert};
use parindex::criteria::{self, CriteriaSet};
use parindex::finding::{Checked, Finding, Severity};
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
