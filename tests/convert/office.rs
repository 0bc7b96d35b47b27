//! Tables as offices make them: two rows of headings, merged cells, cells broken by hand. What is expected stands beside each.

use parindex::convert::{Converted, Options, convert};
use parindex::workbook;
use rust_xlsxwriter::{Format, Workbook};

use super::{linted, said};

/// Makes a workbook of rows parted by `|`, `⏎` within a cell, with cells merged: first row, first column, last row, last column.
fn merged(rows: &[&str], areas: &[(u32, u16, u32, u16)]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new().set_text_wrap();
    for area in areas {
        sheet.merge_range(area.0, area.1, area.2, area.3, "", &plain).unwrap();
    }
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells.split('|').map(str::trim)) {
            if let Some(number) = cell.strip_prefix('=') {
                sheet.write_number_with_format(row, column, number.parse::<f64>().unwrap(), &plain).unwrap();
            } else if !cell.is_empty() {
                sheet.write_string_with_format(row, column, cell.replace('⏎', "\n"), &plain).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// Converts it; gives what came of it, ids with names and maxima, and findings.
fn read(rows: &[&str], areas: &[(u32, u16, u32, u16)]) -> (Converted, Vec<String>, Vec<String>) {
    let book = workbook::open(&merged(rows, areas), "bang.xlsx").value.unwrap();
    let made = convert(&book, "bang.xlsx", &Options::default());
    let set = made.value.unwrap();
    let listed = linted(&set.yaml).walk().into_iter().map(|(_, one)| format!("{} {} {}", one.id, one.name, one.max)).collect();
    (set, listed, said(&made.findings))
}

/// Lists the lines that the review has beside each criterion.
fn words(set: &Converted) -> Vec<String> {
    let leaf = |row: &&parindex::convert::ReviewRow| !row.id.is_empty() && row.words.contains('\n');
    set.review.iter().filter(leaf).map(|row| format!("{}: {}", row.id, row.words.replace('\n', " / "))).collect()
}

#[test]
fn a_form_with_two_rows_of_headings_and_merged_cells() {
    let rows = [
        "BỘ TIÊU CHÍ CẢI CÁCH HÀNH CHÍNH",
        "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/3/2026 của UBND tỉnh Long An)",
        "STT | Lĩnh vực, tiêu chí, tiêu chí thành phần | Điểm | | Cách xác định và tính điểm | Ghi chú",
        " | | Tối đa | Tự chấm | | ",
        "I. CHỈ ĐẠO, ĐIỀU HÀNH | | =6",
        "=1 | Kế hoạch | =3",
        "=1.1 | Ban hành kế hoạch | =1 | | Ban hành đúng hạn: 1 điểm⏎Ban hành chậm: 0,5 điểm⏎Không ban hành: 0 điểm",
        "=1.2 | Thực hiện kế hoạch | =2 | | Tỷ lệ hoàn thành x 2 điểm",
        " | Tổng số nhiệm vụ",
        " | Số nhiệm vụ hoàn thành",
        "=2 | Kiểm tra | =3 | | Từ 30% số đơn vị trở lên: 3 điểm⏎Từ 20% đến dưới 30%: 1,5 điểm⏎Dưới 20%: 0 điểm",
        "II. THỂ CHẾ | | =4",
        "=1 | Rà soát văn bản | =2 | | Có: 2 điểm; không: 0 điểm",
        "=2 | Xử lý văn bản | =2",
        "Tổng cộng | | =10",
        " | Chủ tịch UBND xã ký tên, đóng dấu",
    ];
    // STT, names, rules over both rows of headings; points over two columns; areas and the total over STT and name; the rule of
    // 1.2 over its figures; one cell for both criteria of the second area.
    let areas = [
        (2, 0, 3, 0),
        (2, 1, 3, 1),
        (2, 2, 2, 3),
        (2, 4, 3, 4),
        (2, 5, 3, 5),
        (4, 0, 4, 1),
        (7, 4, 9, 4),
        (11, 0, 11, 1),
        (12, 4, 13, 4),
        (14, 0, 14, 1),
    ];
    let (set, tree, findings) = read(&rows, &areas);
    let expected = [
        "1 CHỈ ĐẠO, ĐIỀU HÀNH 6",
        "1.1 Kế hoạch 3",
        "1.1.1 Ban hành kế hoạch 1",
        "1.1.2 Thực hiện kế hoạch 2",
        "1.2 Kiểm tra 3",
        "2 THỂ CHẾ 4",
        "2.1 Rà soát văn bản 2",
        "2.2 Xử lý văn bản 2",
    ];
    assert_eq!(tree, expected);
    let lines = words(&set);
    assert_eq!(lines[1], "1.1.2: Thực hiện kế hoạch / Tỷ lệ hoàn thành x 2 điểm / Tổng số nhiệm vụ / Số nhiệm vụ hoàn thành");
    assert_eq!(lines[3..], ["2.1: Rà soát văn bản / Có: 2 điểm; không: 0 điểm", "2.2: Xử lý văn bản / Có: 2 điểm; không: 0 điểm"]);
    assert!(set.yaml.contains("ratio: { of: so_nhiem_vu_hoan_thanh, to: tong_so_nhiem_vu,"), "{}", set.yaml);
    assert!(set.yaml.contains("# Ngoài cây tiêu chí, ô B16: Chủ tịch UBND xã ký tên, đóng dấu"), "{}", set.yaml);
    let shared = "C338 E13: ô E13 ghi cách tính chung của “Rà soát văn bản”, “Xử lý văn bản”; tạm tính như nhau cho từng tiêu chí";
    assert!(findings.contains(&shared.to_owned()), "{findings:?}");
    assert!(findings.iter().all(|one| ["C313", "C318", "C338"].iter().any(|code| one.starts_with(code))), "{findings:?}");
    assert_eq!(format!("{:?}", set.review.iter().find(|row| row.id == "2.2").unwrap().status), "Open");
}

#[test]
fn a_table_that_went_from_word_to_excel() {
    let rows = [
        "PHỤ LỤC I⏎(Kèm theo Quyết định số 7/QĐ-UBND ngày 05/3/2026 của UBND tỉnh Long An)",
        "TT⏎ | Nội dung⏎tiêu chí | Điểm⏎chuẩn",
        "I.⏎ | CHỈ ĐẠO,⏎ĐIỀU HÀNH | 4,0",
        "I.1⏎ | Ban hành kế hoạch⏎năm | 2,0",
        "a, | Ban hành đúng hạn | 2,0",
        "b, | Ban hành chậm | 1,0",
        "c, | Không ban hành | 0",
        "I.2. | Báo cáo | 2",
        "- | Đủ báo cáo: 2 điểm |",
        "- | Thiếu báo cáo: 0 điểm |",
        "II.⏎ | THỦ TỤC | 3",
        "II.1 | Công khai⏎thủ tục | 1",
        "+ | Có công khai | 1",
        "+ | Không công khai | 0",
        "II.2 | Hồ sơ | 2",
        " | a, Trả đúng hạn | 1",
        " | Có: 1 điểm; không: 0 điểm |",
        " | b, Có xin lỗi | 1",
        " | Có: 1 điểm; không: 0 điểm |",
        " | Tổng số | 7,0",
        "Nơi nhận: | |",
        "- Như Điều 3; | |",
    ];
    let (set, tree, findings) = read(&rows, &[]);
    let expected = [
        "1 CHỈ ĐẠO, ĐIỀU HÀNH 4",
        "1.1 Ban hành kế hoạch năm 2",
        "1.2 Báo cáo 2",
        "2 THỦ TỤC 3",
        "2.1 Công khai thủ tục 1",
        "2.2 Hồ sơ 2",
        "2.2.a Trả đúng hạn 1",
        "2.2.b Có xin lỗi 1",
    ];
    assert_eq!(tree, expected, "{findings:?}");
    let lines = words(&set);
    assert_eq!(lines[0].matches(" / ").count(), 3, "{lines:?}");
    assert_eq!(lines[1], "1.2: Báo cáo / Đủ báo cáo: 2 điểm / Thiếu báo cáo: 0 điểm");
    assert!(
        findings.iter().all(|one| !["C303", "C305", "C306", "C307", "C308", "C336"].iter().any(|code| one.starts_with(code))),
        "{findings:?}"
    );
    assert_eq!(set.understood, 5, "{findings:?}");
    assert!(set.yaml.contains("total: 7"), "{}", set.yaml);
}
