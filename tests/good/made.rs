//! Clean forms of a province's own, in every layout and in the shapes that offices give them, drawn from the same answers.

use std::fmt::Write as _;

use super::{campaign, checked};
use crate::folder::drawn;

/// Criterion of the form: number, name, maximum, figures with their labels, score, documents, explanation.
type Row = (&'static str, &'static str, &'static str, &'static [(&'static str, &'static str)], &'static str, &'static str, &'static str);

const ROWS: [Row; 14] = [
    ("1", "Chỉ đạo, điều hành", "8", &[], "", "", ""),
    (
        "1.1",
        "Ban hành kế hoạch",
        "2",
        &[("Ngày ban hành kế hoạch", "'20/01/2026")],
        "2",
        "Kế hoạch số 12/KH-SA ngày 20/01/2026 của Sở A về cải cách hành chính năm 2026",
        "",
    ),
    (
        "1.2",
        "Mức độ hoàn thành nhiệm vụ",
        "2",
        &[("Mức độ hoàn thành", "Hoàn thành tốt")],
        "1.5",
        "Quyết định số 315/QĐ-UBND ngày 20/12/2026 của UBND tỉnh về xếp loại mức độ hoàn thành nhiệm vụ",
        "Hai nhiệm vụ chuyển sang năm sau.",
    ),
    (
        "1.3",
        "Báo cáo định kỳ",
        "1",
        &[("Đủ số lượng", "Có"), ("Đúng thời hạn", "x")],
        "1",
        "Báo cáo số 150/BC-SA ngày 10/12/2026 của Sở A về cải cách hành chính năm 2026",
        "",
    ),
    (
        "1.10",
        "Sáng kiến",
        "3",
        &[("Số sáng kiến được công nhận", "2"), ("Kinh phí tiết kiệm", "'46,8"), ("Tên sáng kiến", "Họp không giấy")],
        "3",
        "Quyết định số 77/QĐ-SA ngày 15/6/2026 của Sở A về công nhận sáng kiến, mục I, trang 2",
        "",
    ),
    ("2", "Thủ tục hành chính", "8", &[], "", "", ""),
    (
        "2.1",
        "Hồ sơ giải quyết đúng hạn",
        "4",
        &[("Số hồ sơ giải quyết đúng hạn", "'654.074"), ("Số hồ sơ đã giải quyết", "'683.241")],
        "'3,83",
        "Báo cáo số 160/BC-SA ngày 12/12/2026 của Sở A về giải quyết thủ tục hành chính, mục II, trang 3",
        "",
    ),
    ("2.2", "Dịch vụ công trực tuyến", "2", &[("Tỷ lệ hồ sơ trực tuyến", "'95,73 %")], "2", "", ""),
    ("2.3", "Tự đánh giá việc công khai thủ tục", "1", &[], "0.75", "https://soa.longan.gov.vn/thu-tuc", ""),
    ("2.4", "Thủ tục liên thông", "1", &[], "Không áp dụng", "", "Trong năm không có thủ tục liên thông."),
    ("3", "Văn hóa công sở", "2", &[], "", "", ""),
    ("4", "Mức độ hài lòng", "2", &[], "", "", ""),
    ("T1", "Sáng kiến cấp tỉnh", "1", &[("Số sáng kiến cấp tỉnh", "1")], "0.5", "", ""),
    ("T2", "Chậm gửi báo cáo", "2", &[("Số lần chậm", "0")], "0", "", ""),
];

/// Head of a form, as offices write it.
const HEAD: &str = "ỦY BAN NHÂN DÂN TỈNH | > | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ A | > | Độc lập - Tự do - Hạnh phúc

BẢNG TỰ ĐÁNH GIÁ, CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2026
(Kèm theo Báo cáo số 15/BC-SA ngày 15 tháng 12 năm 2026 của Sở A)

";
/// What stands below it.
const SIGNED: &str =
    "\n | | Tân An, ngày 15 tháng 12 năm 2026\nNgười lập biểu | | Giám đốc\n | | (Ký tên, đóng dấu)\n\nTrần Thị Mẫu | | Nguyễn Văn Mẫu\n";

/// Draws the rows of some criteria: `line` draws the row of a criterion, `below` that of a figure below it.
fn rows(of: impl Fn(&str) -> bool, line: &dyn Fn(&Row) -> String, below: &dyn Fn(&str, &str) -> Option<String>) -> String {
    let mut text = String::new();
    for row in ROWS.iter().filter(|row| of(row.0)) {
        writeln!(text, "{}", line(row)).unwrap();
        for (label, figure) in row.3 {
            if let Some(figure) = below(label, figure) {
                writeln!(text, "{figure}").unwrap();
            }
        }
    }
    text
}

/// Draws evidence and explanation in one cell.
fn words(row: &Row) -> String {
    let documents = if row.5.is_empty() { String::new() } else { format!("TLKC: {}", row.5) };
    let explanation = if row.6.is_empty() { String::new() } else { format!("Giải trình: {}", row.6) };
    [explanation, documents].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\\n")
}

/// Layout B with these headings; `number` writes the number of a criterion.
fn b(headings: &str, number: &dyn Fn(&str) -> String, of: impl Fn(&str) -> bool, bullet: &str) -> String {
    let line = |row: &Row| format!("'{} | {} | {} | | {} | {} | {}", number(row.0), row.1, row.2, row.4, row.5, row.6);
    let below = |label: &str, figure: &str| Some(format!(" | {bullet}{label} | | {figure}"));
    format!("{headings}\n{}", rows(of, &line, &below))
}

const B: &str = "STT | Tiêu chí, tiêu chí thành phần | Điểm tối đa | Số liệu kê khai | Điểm tự đánh giá | Tài liệu kiểm chứng | Giải trình";

/// Numbers areas by Roman numbers, and counts anew below them.
fn anew(id: &str) -> String {
    match id.split_once('.') {
        Some((_, "10")) => "4".into(),
        Some((_, last)) => last.into(),
        None => ["", "I", "II", "III", "IV"].get(id.parse::<usize>().unwrap_or(9)).map_or(id.to_owned(), |roman| (*roman).to_owned()),
    }
}

/// Layout A: no figures.
fn a(headings: &str) -> String {
    let line = |row: &Row| format!("'{} | {} | {} | | {} | | | | {}", row.0, row.1, row.2, row.4, words(row));
    format!("{headings}\n{}", rows(|_| true, &line, &|_, _| None))
}

/// Layout D: the number stands before the name.
fn d(headings: &str, dot: &str, parted: bool) -> String {
    let line = |row: &Row| {
        let indent = "    ".repeat(row.0.matches('.').count());
        let words = if parted { format!("{} | {}", row.5, row.6) } else { words(row) };
        format!("'{indent}{}{dot} {} | {} | {} | {words}", row.0, row.1, row.2, row.4)
    };
    // Lines outside the tree have a letter in front of their number.
    format!("{headings}\n{}", rows(|id| !id.starts_with('T'), &line, &|_, _| None))
}

/// Layout E: figures in the criterion's own row where it has one cell for them, else below it.
fn e(headings: &str, list: bool) -> String {
    let line = |row: &Row| {
        let own = match row.3 {
            [(_, figure)] if !figure.contains('%') => (*figure).to_owned(),
            [(label, part), (_, whole)] if label.starts_with("Số hồ sơ") => {
                format!("'{}/{}", part.trim_matches('\''), whole.trim_matches('\''))
            }
            _ => String::new(),
        };
        let rate = match row.3 {
            [(_, figure)] if figure.contains('%') => figure,
            [(label, _), _] if label.starts_with("Số hồ sơ") => "'95,73%",
            _ => "",
        };
        format!("'{} | {} | {} | {own} | {rate} | {} | {}", row.0, row.1, row.2, row.4, if list { String::new() } else { words(row) })
    };
    let below = |label: &str, figure: &str| {
        let several = ROWS.iter().any(|row| row.3.len() > 1 && !row.3[0].0.starts_with("Số hồ sơ") && row.3.contains(&(label, figure)));
        several.then(|| format!(" | - {label} | | {figure}"))
    };
    format!("{headings}\n{}", rows(|_| true, &line, &below))
}

/// Every form: what is peculiar to it, its layout, its drawing.
fn forms() -> Vec<(&'static str, &'static str, String)> {
    let all = |_: &str| true;
    let same = |id: &str| id.to_owned();
    let area = |area: &'static str| move |id: &str| id.split('.').next() == Some(area);
    let rest = |id: &str| !id.starts_with('1') && !id.starts_with('2');
    let two_rows = "STT | Lĩnh vực/Tiêu chí/Tiêu chí thành phần | Điểm tối đa | Điểm đánh giá | > | > | Điểm đạt được | Chỉ số | Ghi chú\n | | | Điều tra XHH | Tự đánh giá | SNV đánh giá";
    let of_e = "Tiêu chí, chỉ tiêu | Nội dung | Điểm số tối đa | Căn cứ chấm điểm | > | Điểm số tự chấm | Ghi chú\n | | | Số liệu thực hiện (1) | Tỷ lệ đạt được (2)";
    let mut list = String::new();
    for row in ROWS.iter().filter(|row| !row.5.is_empty()) {
        writeln!(list, "'{} | {}", row.0, row.5).unwrap();
    }
    let (one, two, others) = (b(B, &same, area("1"), "- "), b(B, &same, area("2"), "- "), b(B, &same, rest, "- "));
    vec![
        ("B as provinces print it", "B", format!("{HEAD}{}{SIGNED}", b(B, &same, all, "- "))),
        (
            "B with the numbers of columns",
            "B",
            format!("{HEAD}{}", b(&format!("{B}\n(1) | (2) | (3) | (4) | (5) | (6) | (7)"), &same, all, "+ ")),
        ),
        (
            "B with other headings",
            "B",
            format!(
                "Tên đơn vị: Sở A\n{}",
                b(
                    "TT | Nội dung | Thang điểm | Số liệu thực hiện năm 2026 | Tự chấm năm 2026 | TLKC | Thuyết minh, giải trình",
                    &same,
                    all,
                    ""
                )
            ),
        ),
        ("B counted anew below every area", "B", format!("{HEAD}{}", b(B, &anew, all, "- "))),
        ("B, a sheet for each area", "B", format!("== LV1\n{HEAD}{one}== LV2\n{two}== Khác\n{others}")),
        ("B, its areas one below the other", "B", format!("{HEAD}{one}\n{two}\n{others}{SIGNED}")),
        ("B with its total", "B", format!("{HEAD}{}Tổng cộng | | 20{SIGNED}", b(B, &same, all, "- "))),
        ("A as provinces print it", "A", format!("{HEAD}{}{SIGNED}", a(two_rows))),
        ("A with its year in the heading", "A", format!("{HEAD}{}", a(&two_rows.replace("| Tự đánh giá |", "| Tự đánh giá năm 2026 |")))),
        (
            "D, evidence and explanation in one cell",
            "D",
            format!(
                "{HEAD}{}{SIGNED}",
                d("Nội dung | Điểm chuẩn | Tự chấm | Tài liệu kiểm chứng/Giải trình | Điểm chấm thực tế | Ý kiến", ".", false)
            ),
        ),
        (
            "D, each in its own",
            "D",
            format!("{HEAD}{}", d("Tiêu chí | Điểm tối đa | Điểm tự chấm | Tài liệu kiểm chứng | Giải trình", ")", true)),
        ),
        ("E as communes fill it in", "E", format!("{HEAD}{}{SIGNED}", e(of_e, false))),
        (
            "E with a list of evidence",
            "E",
            format!(
                "== Biểu\n{HEAD}{}== Danh mục\nDANH MỤC TÀI LIỆU KIỂM CHỨNG\nTiêu chí | Tài liệu kiểm chứng\n{list}",
                e(&of_e.replace(" | Ghi chú", ""), true)
            ),
        ),
    ]
}

#[test]
fn clean_forms_of_every_layout_give_no_finding() {
    let folder = campaign();
    let mut wrong = Vec::new();
    for (what, layout, text) in forms() {
        folder.put("submissions/so-a.xlsx", drawn(&text));
        let (said, found) = checked(&folder, "submissions/so-a.xlsx");
        let file = &said["files"][0];
        let claims: Vec<&str> = file["rows"].as_array().unwrap().iter().filter_map(|row| row["claimed"].as_str()).collect();
        let lines = if layout == "D" { 7 } else { 9 };
        if (file["unit"].as_str(), file["layout"].as_str(), claims.len()) != (Some("so-a"), Some(layout), lines) {
            wrong.push(format!("{what}: read as {} {} {claims:?}", file["unit"], file["layout"]));
        }
        // The claim of 2.4 is that it does not apply.
        let excused = file["rows"].as_array().unwrap().iter().any(|row| row["criterion"] == "2.4" && row["not_applicable"] == true);
        if !excused {
            wrong.push(format!("{what}: 2.4 applies"));
        }
        wrong.extend(found.into_iter().map(|one| format!("{what}: {one}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
